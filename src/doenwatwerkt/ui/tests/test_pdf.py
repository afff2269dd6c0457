"""PDFs: what a screen reader meets in them, which font they carry, and that no text becomes markup or is lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.utils import translation

from doenwatwerkt.ui import leaflets, paper, pdf
from doenwatwerkt.ui.paper import node, say
from doenwatwerkt.ui.tests import leaves
from doenwatwerkt.ui.tests.leaves import DAY, SITE, face
from doenwatwerkt.ui.tests.reading_pdf import Pdf

WORDS = [("Meta-analyse", "Een onderzoek dat veel onderzoeken samenneemt.")]


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def plan(**more):
    steps = [
        (face(), ["Past bij uw omvang.", "Kost weinig."], "Bedenk een proef."),
        (face(title="Buddy", slug="buddy"), ["Kost weinig."], ""),
    ]
    return leaflets.plan(
        [("Hoe groot?", "10 tot en met 49")], steps, url="/beginnen/?omvang=10-49", site=SITE, on=DAY, **more
    )


def comparison():
    faces = [
        face(),
        face(title="Buddy", slug="buddy", direction="gemengd"),
        face(title="Cursus", slug="cursus", certainty=None),
    ]
    fits = [["klein"], ["klein", "midden", "groot"], ["groot"]]
    return leaflets.comparison(faces, ["Eén", "", "Drie"], fits, url="/praktijken/vergelijken/", site=SITE, on=DAY)


MADE = {
    "aanpak": lambda: leaflets.practice(site=SITE, on=DAY, glossary=WORDS, **leaves.practice()),
    "antwoord": lambda: leaflets.answer(site=SITE, on=DAY, **leaves.answer()),
    "hulpmiddel": lambda: leaflets.material(site=SITE, on=DAY, **leaves.material()),
    "vergelijking": comparison,
    "plan": plan,
}


def read(document):
    return Pdf(pdf.typeset(document))


def plain(*body, title="Een titel"):
    return pdf.Document(title, "Proef", "", f"{SITE}/proef/", DAY, list(body))


@pytest.fixture(params=MADE)
def made(request):
    document = MADE[request.param]()
    return document, read(document)


def test_the_file_says_that_it_is_pdf_ua_in_dutch_with_its_title_and_author(made):
    document, it = made
    assert "<pdfuaid:part>1</pdfuaid:part>" in it.xmp
    assert it.root["/Lang"] == "nl-NL"
    assert it.reader.metadata.title == document.title
    assert it.reader.metadata.author == "Doen Wat Werkt"
    assert it.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert it.root["/MarkInfo"]["/Marked"]


def test_headings_start_at_one_and_never_skip_a_level(made):
    document, it = made
    levels = [int(tag.name[1]) for tag in it.tree.all("H1", "H2", "H3", "H4")]
    assert it.said("H1") == [document.title]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_word_stands_in_a_tag_and_every_figure_has_words(made):
    _, it = made
    assert it.untagged.strip() == ""
    assert [tag for tag in it.tree.all("Figure", "Formula") if not tag.alt] == []


def test_only_the_chosen_font_is_embedded(made):
    _, it = made
    assert it.fonts == {"LibertinusSerif"}


def test_the_foot_of_a_page_says_the_day_the_address_and_which_page_it_is():
    bare = read(MADE["aanpak"]()).pages[1].extract_text()
    assert "22 november 2026" in bare and "example.org/praktijken/werkproef" in bare
    assert re.search(r"bladzijde 2 van \d", bare)


def test_a_reader_of_a_practice_hears_all_that_the_page_tells():
    it = read(MADE["aanpak"]())
    assert it.said("H2") == [
        "In het kort", "Dit kunt u maandag doen", "Effect", "Hoe het werkt", "Voor wie en waar", "Zo doet u het", "Kosten en moeite",
        "Wat zegt de wet?", "Vragen hierover", "Bronnen, en hoe ver wij ze lazen", "Ervaringen van werkgevers",
        "Geschiedenis", "Woorden",
    ]  # fmt: skip
    for words in (
        "Ons advies: Doen", "Hoe zeker weten we dat? Zeker 4 van 5", "Wat doet het met gelijke kansen? Helpt Klein effect",
        "Wat kost het? (inschatting) Vooral tijd", "Voor wie past het? Elke omvang", "Bedenk een proef van een uur.",
        "De proef voorspelde het werk: 0,54.", "Begint op 5. Samen 4 van 5.", "Het onderzoek Het helpt. TNO", "Nog onbekend.",
        "Onderzocht bij Vrouwen", "1. Kies een taak. 2. Geef punten.", "Er zijn geen risico’s bekend.", "Vraag niets over gezondheid.",
        "Gelijke behandeling Geldt nu", "langer dan een jaar geleden: kijk het na", "Er staan er nog 2 op de pagina van deze kaart.",
        "Samenvatting gezien: op de site. De link hebben wij niet zelf geopend. Alleen de tabel.", "4 van 5 door bewijsbank",
        "Nog geen werkgevers meldden een ervaring met deze aanpak.",
        "Versie 1, 22 november 2026 uit de inhoud van het platform", "Meta-analyse Een onderzoek dat veel onderzoeken samenneemt.",
    ):  # fmt: skip
        assert words in it.text
    [scale] = it.tree.all("Figure")
    assert scale.alt.endswith("Deze aanpak staat op 4: Zeker.")


def test_a_reader_of_an_answer_hears_first_the_answer_and_that_it_is_not_sure():
    it = read(MADE["antwoord"]())
    start = it.text.index("Het korte antwoord Ja, als dat echt nodig is.")
    assert (
        start
        < it.text.index("Dit is nog niet zeker Laat dit nakijken bij het College")
        < it.text.index("Waarom Een taaleis sluit uit.")
    )
    assert "Wanneer niet" not in it.said("H2")
    assert "Bij dit antwoord staat geen bron." in it.text
    assert "Doen · Helpt, zekerheid: zeker, 4 van 5" in it.text


def test_a_reader_of_a_material_hears_whose_it_is_what_it_costs_and_what_is_not_known():
    it = read(MADE["hulpmiddel"]())
    for words in ("Checklist · Commercieel aanbod", "Van wie College", "Tijd Een uur", "Aangekondigd Kijk bij de eigenaar",
                  "Dit hulpmiddel is voor leden van de AWVN.", "Licentie Nog onbekend", "Jaar Nog onbekend"):  # fmt: skip
        assert words in it.text


def test_a_material_without_an_address_says_whom_to_ask():
    it = read(leaflets.material(site=SITE, on=DAY, **leaves.material(under={"url": "", "availability": "beschikbaar"})))
    assert "Hoe u eraan komt, is nog onbekend. Vraag het aan College." in it.text
    assert "Aangekondigd" not in it.text


def test_a_card_that_is_retired_expired_or_not_advised_says_so_on_paper():
    says = leaves.practice(expired=True)
    says["card"].state, says["card"].recommended = "retired", False
    it = read(leaflets.practice(site=SITE, on=DAY, **says))
    for words in (
        "Deze kaart is vervallen",
        "Wij raden deze kaart nu niet aan",
        "Dit oordeel is verlopen Het gold tot 22 november 2031.",
    ):
        assert words in it.text


def test_a_practice_without_a_verdict_does_not_guess():
    says = leaves.practice(verdict=None, verdicts=[], rung=None, sides=[], face=face(certainty=None))
    it = read(leaflets.practice(site=SITE, on=DAY, **says))
    assert "Hoe zeker dit is, hebben wij nog niet beoordeeld." in it.text
    assert it.tree.all("Figure") == []


def test_every_cell_of_a_comparison_is_heard_with_its_practice_and_its_subject():
    it = read(comparison())
    [table] = it.tree.all("Table")
    heads = [(cell.words, cell.scope, cell.headings) for cell in table.all("TH")]
    names = {cell.key: cell.words for cell in table.all("TH")}
    assert heads == [(name, "Column", []) for name in ("Laat mensen een werkproef doen", "Buddy", "Cursus")]
    heard = [
        [(*(names[key] for key in cell.headings), cell.words) for cell in row.all("TD")] for row in table.all("TR")
    ][1:]
    assert {len(row) for row in heard} == {3} and len(heard) == 8
    assert heard[3] == [
        ("Laat mensen een werkproef doen", "Zekerheid Zeker 4 van 5"), ("Buddy", "Zekerheid Zeker 4 van 5"),
        ("Cursus", "Zekerheid Nog onbekend"),
    ]  # fmt: skip
    assert [cell[1] for cell in heard[6]] == [
        "Past bij Klein (minder dan 50)", "Past bij Elke omvang", "Past bij Groot (250 of meer)",
    ]  # fmt: skip
    assert [cell[1] for cell in heard[7]] == ["Maandag Eén", "Maandag Nog onbekend", "Maandag Drie"]


def test_a_plan_tells_why_what_first_and_leaves_room_to_write():
    it = read(plan())
    assert it.said("H1") == ["Begin met twee aanpakken"]
    assert it.said("H2") == ["Wat u invulde", "1. Laat mensen een werkproef doen", "2. Buddy"]
    assert it.said("TH") == ["Wie doet het?", "Wanneer klaar?", "Waaraan merken wij het?"] * 2
    assert "Hoe groot? 10 tot en met 49" in it.text and "Waarom deze: Past bij uw omvang. Kost weinig." in it.text
    assert "Zo begint u Bedenk een proef." in it.text


def test_links_lead_out_and_back_to_the_site_as_whole_addresses():
    links = read(MADE["aanpak"]()).links
    assert {"https://example.org/schmidt", "https://example.org/wet", "https://example.org/tno"} <= set(links)
    assert {f"{SITE}/zekerheid/", f"{SITE}/praktijken/werkproef/", f"{SITE}/praktijken/vacaturecheck/"} <= set(links)


@pytest.mark.parametrize("to", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://[kapot"])
def test_what_is_no_address_of_the_web_stays_text(to):
    it = read(
        plain(node("p", paper.link(to, "klik hier", SITE)), *paper.prose(f'<p><a href="{to}">en hier</a></p>', SITE))
    )
    assert it.links == []
    assert "klik hier en hier" in it.text


NASTY = '#eval("1+1") #import "x" $x^2$ `code` *vet* _schuin_ \\u{41} \\ [haak] <label> @verwijzing // weg /* weg */ ~ -- "a" = kop'


def test_text_that_looks_like_markup_comes_out_as_text():
    it = read(plain(say(NASTY), say(NASTY, "h2"), paper.bullets([NASTY]), title=NASTY))
    assert it.said("P")[2] == it.said("H1")[0] == it.said("H2")[0] == NASTY
    assert it.said("LBody") == [NASTY]
    assert it.reader.metadata.title == NASTY


def test_a_page_of_our_own_html_keeps_its_words_whatever_its_tags():
    html = "<h3>Kop</h3><p>Een <b>twee</b><br>drie <u>vier</u></p><ol><li><p>vijf</p></li></ol><blockquote>zes</blockquote> los <p>open"
    it = read(plain(say("Boven", "h2"), *paper.prose(html)))
    assert it.text.endswith("Kop Een twee drie vier 1. vijf zes los open")
    assert it.said("H3") == ["Kop"]


def test_hebrew_and_arabic_come_out_as_text():
    it = read(plain(say("שלום"), say("مرحبا")))
    assert sorted("".join(it.said("P")[2:])) == sorted("שלוםمرحبا")


def test_a_character_that_no_font_has_becomes_a_box_and_the_rest_stays():
    for _ in range(2):
        assert read(plain(say("Klaar 🚀 voor 中文!"))).said("P")[2] == "Klaar □ voor □□!"


def test_characters_that_hide_or_turn_text_around_are_left_out():
    assert read(plain(say("goed\x00\x07\u202ekoop\u200b \ud800echt\ufeff"))).said("P")[2] == "goedkoop echt"


def test_ten_thousand_letters_in_a_row_stay_within_the_paper():
    it = read(plain(say("x" * 10_000)))
    assert it.said("P")[2].count("x") == 10_000
    assert len(it.pages) > 2


def test_a_long_address_is_never_broken_by_a_hidden_character():
    long = "https://example.org/" + "/".join(["een-lang-stuk-van-een-adres"] * 5)
    assert "\u200b" not in read(plain(say(long, "address"))).text


def test_nothing_under_a_heading_means_no_heading():
    assert paper.part("Wanneer niet", "", "") == []
    assert read(plain(say(""), node("ul"), node("notice"), say("Toch iets"))).text.endswith("Toch iets")


def test_the_same_document_gives_the_same_bytes_also_from_two_threads_at_once():
    with ThreadPoolExecutor(2) as pool:
        a, b = pool.map(pdf.typeset, [plan(), plan()])
    assert a == b == pdf.typeset(plan())


def test_a_document_that_cannot_be_set_is_an_error_and_not_an_endless_loop():
    with pytest.raises(RuntimeError):
        pdf.typeset(plain(node("verzonnen")))


def test_a_view_answers_with_a_pdf_that_names_its_page():
    response = pdf.answer(plain(say("Tekst")), "proef")
    assert response.content.startswith(b"%PDF-1.7")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'inline; filename="proef.pdf"'
    assert response.headers["Link"] == f'<{SITE}/proef/>; rel="canonical"'


def test_pages_can_be_looked_at():
    pages = pdf.pictures(plain(say("Tekst")), ppi=20)
    assert [page[:4] for page in pages] == [b"\x89PNG"]


def test_every_value_of_the_signs_can_be_drawn():
    ways = [paper.direction(way, None) for way in ("positief", "gemengd", "geen", "negatief")]
    sure = [paper.certainty(score, "Woorden", expired=score == 3) for score in range(6)]
    others = [*map(paper.cost, (1, 2, 3)), *map(paper.effort, (1, 2, 3))]
    it = read(plain(*ways, *sure, *others))
    assert "Geen aantoonbaar effect" in it.text and "Woorden 3 van 5, oordeel verlopen" in it.text
    assert it.tree.all("Figure") == []


def test_the_day_of_printing_is_in_the_file():
    document = pdf.Document("T", "Proef", "", SITE, date(2027, 1, 2), [say("x")])
    assert "2027-01-02" in read(document).xmp
