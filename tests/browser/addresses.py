"""Every public template once, by an address that shows it with real content."""

HOME, SEARCH, PRACTICE = "/", "/zoeken/", "/praktijken/gestructureerd-interview/"
QUESTION = "hoe voorkom ik dat ik op mijn gevoel kies bij een sollicitatiegesprek"
MISSING = "/bestaat/echt-niet/"
MENU, COMPARE = "/menukaart/", "/menukaart/vergelijken/"

TEMPLATES = {
    "site/home": HOME,
    "site/search": f"{SEARCH}?q={QUESTION.replace(' ', '+')}",
    "site/search without a good hit": f"{SEARCH}?q=kwantumverstrengeling+qwxyz&omvang=mini",
    "site/404": MISSING,
    "site/about": "/over/",
    "site/accessibility": "/toegankelijkheid/",
    "site/privacy": "/privacy/",
    "site/code_lists": "/codelijsten/",
    "site/api_docs": "/api/",
    "site/data": "/data/",
    "site/themes": "/themas/",
    "site/organisation": "/organisaties/ser-dib/",
    "site/theme": "/themas/taal/",
    "site/region": "/regios/am01/",
    "site/share": "/delen/praktijken/gestructureerd-interview/",
    "site/embed": "/insluiten/praktijken/gestructureerd-interview/",
    "site/demo": "/demo/",
    "catalogue/practices": "/praktijken/",
    "catalogue/practice": PRACTICE,
    "catalogue/practice that backfires": "/praktijken/anoniem-solliciteren/",
    "catalogue/answers": "/antwoorden/",
    "catalogue/answer": "/antwoorden/klant-wil-geen-buitenlanders/",
    "catalogue/answer that leans on a rejected rule": "/antwoorden/wet-tegen-discriminatie-bij-werving/",
    "catalogue/materials": "/materialen/",
    "catalogue/material": "/materialen/werving-en-selectiegids/",
    "catalogue/helped": f"{PRACTICE}hielp-dit/",
    "catalogue/thanks": f"{PRACTICE}hielp-dit/bedankt/",
    "catalogue/menu": MENU,
    "catalogue/menu with three filters": f"{MENU}?soort=praktijk&fase=selecteren&kosten=1",
    "catalogue/menu as a table": f"{MENU}?fase=selecteren&weergave=tabel",
    "catalogue/menu as a plot": f"{MENU}?weergave=grafiek",
    "catalogue/menu where nothing is left": f"{MENU}?kosten=1&prijs=gratis&fase=onzin",
    "catalogue/compare": f"{COMPARE}?kaart=gestructureerd-interview&kaart=werkproef&kaart=anoniem-solliciteren",
    "catalogue/compare without a choice": COMPARE,
    "catalogue/stops": "/te-laten/",
    "catalogue/start": "/begin/",
    "catalogue/start with three": "/begin/?omvang=10-49&fase=selecteren&probleem=selectie&tijd=2",
    "catalogue/terms": "/begrippen/",
    "catalogue/certainty": "/zekerheid/",
    "people/organisations": "/organisaties/",
    "people/regions": "/regios/",
    "people/who_may_what": "/wie-mag-wat/",
    "site/organisation that we know little of": "/organisaties/vnpf/",
    "site/region with a desk": "/regios/am18/",
    "site/embed of a material": "/insluiten/materialen/werving-en-selectiegids/",
    "keys/sign_in": "/aanmelden/",
    "keys/sign_up": "/aanmelden/nieuw/",
    "commitments/index": "/toezeggingen/",
    "commitments/line": "/toezeggingen/helpdesk/",
    "commitments/show": "/toezeggingen/a-01/",
    "ui/gallery": "/ui/",
}
"""Name of the template (and what is special) → address."""

FOR_WHO_IS_IN = {
    "editing/index", "editing/begin_new", "editing/card", "editing/edit", "editing/show", "editing/difference", "editing/hand_in",
    "editing/publish", "editing/drop", "editing/retire", "editing/conflict", "editing/offer", "editing/restore",
    "editing/reviews", "editing/review", "editing/reviewers", "editing/by_link", "editing/judgements", "editing/judgement",
    "editing/judgement_form",
    "site/mine", "keys/enter_code", "keys/second_step", "keys/confirm_again", "keys/security", "keys/add_app", "keys/add_passkey",
    "keys/remove_factor", "keys/recovery_codes", "keys/close",
}  # fmt: skip
"""Templates that come after something that somebody did: test_keys.py, test_editing.py and test_verdict.py look at them on the way."""
BAKERY = "/organisaties/demo-bakkerij"
SIGNED_IN: dict[str, tuple[str, str, str]] = {
    "people/manage": ("Anna Bakker", f"{BAKERY}/beheer/", ""),
    "people/register": ("Anna Bakker", "/organisaties/nieuw/?name=Randstat", ""),
    "people/change_organisation": ("Anna Bakker", f"{BAKERY}/wijzigen/", ""),
    "people/add_alias": ("Anna Bakker", f"{BAKERY}/schrijfwijzen/", ""),
    "people/invite": ("Anna Bakker", f"{BAKERY}/uitnodigen/", ""),
    "people/take_role": ("Anna Bakker", f"{BAKERY}/beheer/", "Afnemen"),
    "people/leave": ("Anna Bakker", f"{BAKERY}/vertrekken/", ""),
    "people/hand_over": ("Anna Bakker", f"{BAKERY}/overdragen/", ""),
    "people/history": ("Anna Bakker", f"{BAKERY}/beheer/", "Wie deed wat"),
    "people/all_organisations": ("Femke Smit", "/organisaties/alle/", ""),
    "editing/desk": ("Femke Smit", "/redactie/tafel/", ""),
    "editing/desk_pile": ("Femke Smit", "/redactie/tafel/nakijken/", ""),
    "editing/bring_in": ("Gijs Mulder", "/redactie/inbrengen/", ""),
    "editing/brought_in": ("Gijs Mulder", "/redactie/ingebracht/", ""),
    "people/merge": ("Femke Smit", "/organisaties/randstad/samenvoegen/", ""),
}
"""Template behind a lock → who of the demo opens it, where, and the link they follow from there."""

BY_LINK = {"people/accept"}
"""Templates that only a link in a letter leads to; tests/browser/test_invitation.py follows one."""

KEPT_FOR_TROUBLE = {
    "editing/language_help",
    "ui/field",
    "site/400",
    "site/403",
    "site/429",
    "site/500",
    "site/suggest",
    "ui/page",
}
"""Templates without an address that a visitor can simply open: error pages in the same frame, and pieces of pages."""
