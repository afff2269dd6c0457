"""Every public page: it reads, it is safe, it leads somewhere, and it leaves no cookie. Then the first page itself."""

from xml.etree.ElementTree import fromstring

import pytest

from doenwatwerkt.catalogue.tests.make import Card
from doenwatwerkt.lib import codes
from doenwatwerkt.people.models import Organisation, Region
from doenwatwerkt.site import doors
from doenwatwerkt.ui.tests.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("programme")]

M = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NAMED = {
    "home": ("/", "Waar loopt u tegenaan?"), "search": ("/zoeken/?q=klik", "Waar loopt u tegenaan?"),
    "nothing asked": ("/zoeken/", "Waar loopt u tegenaan?"), "about": ("/over/", "Over Doen Wat Werkt"),
    "accessibility": ("/toegankelijkheid/", "Toegankelijkheid"), "privacy": ("/privacy/", "Privacy"),
    "code_lists": ("/codelijsten/", "Woorden en lijsten"), "practices": ("/praktijken/", "Aanpakken"),
    "practice": ("/praktijken/werkproef/", "Laat kandidaten een klein stukje van het werk doen"),
    "answers": ("/antwoorden/", "Antwoorden"),
    "answer": ("/antwoorden/taaleis-algemeen/", "Mag ik in mijn bakkerij eisen dat personeel Nederlands spreekt?"),
    "materials": ("/materialen/", "Hulpmiddelen"), "certainty": ("/zekerheid/", "Hoe zeker we zijn"),
    "organisations": ("/organisaties/", "Organisaties"), "regions": ("/regios/", "Arbeidsmarktregio’s"),
    "themes": ("/themas/", "Thema’s"), "theme": ("/themas/selectie/", "Eerlijk kiezen"),
    "organisation": ("/organisaties/ser-dib/", "SER Diversiteit in Bedrijf"), "region": ("/regios/am18/", "Groot Amsterdam"),
    "share": ("/delen/praktijken/werkproef/", "Laat kandidaten een klein stukje van het werk doen"),
    "agenda": ("/toezeggingen/", "Werkagenda"), "gallery": ("/ui/", "Componenten"),
}  # fmt: skip
PAGES = [url for url, _ in NAMED.values()]


@pytest.mark.parametrize(("url", "title"), NAMED.values(), ids=NAMED.keys())
def test_a_visitor_reads_one_title(client, url, title):
    response = client.get(url)
    assert (response.status_code, read(response).h1) == (200, title)


@pytest.mark.parametrize(
    "url", [*PAGES, "/verzonnen/", "/robots.txt", "/.well-known/security.txt", "/zoeken/voorstellen/?q=kl"]
)
def test_every_answer_is_safe_and_leaves_no_cookie(client, url):
    response = client.get(url)
    policy = dict(rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'self'", "base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'none'",
        "object-src": "'none'", "img-src": "'self' data:",
    }  # fmt: skip
    safe = {name: response.headers[name] for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")}
    assert safe == {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"}
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert not response.cookies


@pytest.mark.parametrize("url", PAGES)
def test_no_page_brings_code_or_style_along_or_loads_from_elsewhere(client, url):
    page = read(client.get(url))
    told = [one for one in page.root.iter("link") if one.get("rel") in ("canonical", "alternate")]
    loads = [
        one.get("src") or one.get("href")
        for one in page.root.iter()
        if one.tag in ("script", "link", "img") and one not in told
    ]
    assert [address for address in loads if not (address or "").startswith("/static/")] == []
    styled = [one.tag for one in page.root.iter() if "style" in one.attrib or one.tag == "style"]
    scripted = [one.tag for one in page.root.iter() if any(name.startswith("on") for name in one.attrib)]
    assert (styled, scripted) == ([], [])


@pytest.mark.parametrize("url", PAGES)
def test_public_pages_hold_no_form_that_needs_a_cookie(client, url):
    page = read(client.get(url))
    assert [one.get("method") for one in page.root.iter("form") if one.get("method", "get") != "get"] == []


@pytest.mark.parametrize("url", PAGES)
def test_headings_ids_and_descriptions_are_in_order(client, url):
    page = read(client.get(url))
    levels = [int(one.tag[1]) for one in page.main.iter() if one.tag in ("h1", "h2", "h3", "h4")]
    assert [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []
    ids = [one.get("id") for one in page.root.iter() if one.get("id")]
    assert sorted(ids) == sorted(set(ids))
    [about] = [one.get("content") for one in page.root.iter("meta") if one.get("name") == "description"]
    assert len(about) > 20


def test_every_link_on_these_pages_leads_somewhere(client):
    met = {url: client.get(url) for url in PAGES}
    links = {link.split("#")[0] for page in met.values() for _, link in read(page).links() if link.startswith("/")}
    met |= {link: client.get(link) for link in sorted(links - set(met))}
    asked_to_sign_in = {link for link, answer in met.items() if "next=" in answer.headers.get("Location", "")}
    dead = {link: answer.status_code for link, answer in met.items() if answer.status_code != 200}
    assert set(dead) == asked_to_sign_in == {"/mijn/", "/organisaties/nieuw/"}


def test_every_anchor_on_these_pages_exists(client):
    lost = []
    for url in PAGES:
        page = read(client.get(url))
        ids = {one.get("id") for one in page.root.iter()}
        lost += [(url, link) for _, link in page.links() if link.startswith("#") and link[1:] not in ids]
    assert lost == []


def test_about_counts_what_is_here(client, programme):
    told = read(client.get("/over/")).text
    cards = [
        sum(name.startswith(folder) for name in programme.added)
        for folder in ("antwoorden/", "praktijken/", "materialen/")
    ]
    assert "Nu staan hier {} antwoorden, {} aanpakken en {} hulpmiddelen.".format(*cards) in told


def test_accessibility_and_privacy_are_honest(client):
    assert read(client.get("/toegankelijkheid/")).notices() == ["Nog niet door een ander onderzocht"]
    assert "zetten wij geen cookie" in read(client.get("/privacy/")).text


def test_code_lists_show_every_list_whole(client):
    shown = [
        [(words(row.find("th")), words(row.find("td"))) for row in table.iter("tr") if row.find("td") is not None]
        for table in read(client.get("/codelijsten/")).all("table")
    ]
    assert shown == [[(label, value) for value, label in kind.choices] for kind in codes.LISTS.values()]


def cards(page, heading):
    return [words(title) for title in page.all("h3", within=page.section(heading))]


def test_the_first_thing_is_one_question(client):
    page = read(client.get("/"))
    assert page.h1 == "Waar loopt u tegenaan?"
    [box] = [one for one in page.all("input") if one.get("type") == "search"]
    assert (box.get("name"), box.get("id")) == ("q", "q")
    assert [(form.get("action"), form.get("method", "get")) for form in page.all("form")] == [("/zoeken/", "get")]


def test_there_are_doors_by_role_size_and_subject(client):
    page = read(client.get("/"))
    assert page.links(page.section("ingang")) == [(title, url) for title, _, url in doors.ROLES]
    sizes = [(label, f"/menukaart/?omvang={size}") for label, size in doors.SCALES]
    assert page.links(page.section("omvang"))[:3] == sizes
    assert [url for _, url in page.links(page.section("themas"))] == [f"/themas/{theme}/" for theme in doors.THEMES]


def test_there_is_what_works_what_to_stop_and_what_we_work_on(client):
    page = read(client.get("/"))
    assert (len(cards(page, "werkt")), len(cards(page, "stop"))) == (4, 4)
    assert [words(goal)[0] for goal in page.section("doelen").iter("li")] == ["1", "2", "3"]
    assert "U vindt hier 62 aanpakken" in page.text


def test_every_door_opens_and_every_anchor_exists(client):
    targets = {url for _, url in read(client.get("/")).links() if url.startswith("/")}
    opened = {url: client.get(url) for url in sorted(targets)}
    assert {url: answer.status_code for url, answer in opened.items()} == dict.fromkeys(sorted(targets), 200)
    anchors = {url for url in targets if "#" in url}
    lost = [url for url in anchors if f'id="{url.split("#")[1]}"' not in opened[url].content.decode()]
    assert lost == []


def test_every_question_of_the_home_page_is_a_card(client):
    page = read(client.get("/"))
    tries = [url for _, url in page.links(page.all("div", "tries")[0])]
    assert tries == [f"/antwoorden/{slug}/" for slug in doors.QUESTIONS]


def test_home_asks_few_queries_and_sets_no_cookie(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        assert not client.get("/").cookies


def test_where_to_ask_in_a_region_and_at_the_end_of_a_theme_are_cards(client):
    page = read(client.get("/regios/am18/"))
    assert [url for _, url in page.links(page.section("vragen"))] == [
        f"/antwoorden/{slug}/" for slug in doors.IN_THE_REGION
    ]
    assert client.get(doors.WHERE_TO_ASK).status_code == 200
    assert page.links(page.section("organisaties"))[0][0] == "Amsterdam Divers en Inclusief (ADI)"


def test_lists_of_organisations_and_regions_lead_to_their_pages(client):
    links = read(client.get("/organisaties/")).links()
    organisations = [url for _, url in links if url.startswith("/organisaties/") and url != "/organisaties/nieuw/"]
    regions = [url for _, url in read(client.get("/regios/")).links() if url.startswith("/regios/")]
    assert (len(organisations), len(regions)) == (Organisation.objects.count(), Region.objects.count())
    assert {client.get(url).status_code for url in organisations[::9] + regions[::9]} == {200}


def test_the_map_of_the_site_holds_every_page_once_and_each_opens(client, settings):
    settings.SITE_URL = "https://werkt.example"
    urls = fromstring(client.get("/sitemap.xml").content).findall(f"{M}url")
    paths = [url.findtext(f"{M}loc").removeprefix("https://werkt.example") for url in urls]
    assert len(set(paths)) == len(paths) > 400
    assert {
        "/",
        "/themas/selectie/",
        "/organisaties/ser-dib/",
        "/regios/am18/",
        "/praktijken/werkproef/",
        "/toezeggingen/a-01/",
    } <= set(paths)
    dated = [path for path, url in zip(paths, urls, strict=True) if url.findtext(f"{M}lastmod")]
    assert sum(path.count("/") == 3 for path in dated) >= Card.objects.count()
    assert {path: client.get(path).status_code for path in paths[::11]} == dict.fromkeys(paths[::11], 200)
