"""Our lists and the API described in DCAT (DCAT-AP-NL 3.0), as JSON-LD and as Turtle. What is not decided is left out and said."""

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import localtime, now

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.site.downloads import FORMATS, LISTS, undecided
from doenwatwerkt.site.editions import conditionally
from doenwatwerkt.ui.limits import limited

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
AUTHORITY = "http://publications.europa.eu/resource/authority"
PUBLIC, DUTCH, SOCIETY = f"{AUTHORITY}/access-right/PUBLIC", f"{AUTHORITY}/language/NLD", f"{AUTHORITY}/data-theme/SOCI"
TYPES = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
"""Per form of a download its name in the list of file types of the EU and its media type."""
ABOUT = (
    "Alles wat Doen Wat Werkt weet over gelijke kansen op het werk, om mee te nemen. Voor werkgevers en wie hen helpt. "
    "Elke lijst is er helemaal, als CSV en als JSON, en stukje voor stukje in de API."
)

type Node = dict[str, Any]


def _iri(address: str) -> Node:
    return {"@id": address}


def _nl(text: str) -> Node:
    return {"@value": text, "@language": "nl"}


def _day(on: date) -> Node:
    return {"@value": on.isoformat(), "@type": "xsd:date"}


def _decided() -> Node:
    """The licence and the publisher where somebody decided them; what nobody decided is not in the description."""
    found: Node = {}
    if settings.DATA_LICENCE:
        found["dct:license"] = _iri(settings.DATA_LICENCE.url)
    if settings.DATA_PUBLISHER:
        agent = {
            "@id": settings.DATA_PUBLISHER.url,
            "@type": "foaf:Agent",
            "foaf:name": _nl(settings.DATA_PUBLISHER.name),
        }
        found |= {"dct:publisher": agent, "dct:creator": _iri(settings.DATA_PUBLISHER.url)}
    return found


def _common(title: str, told: str) -> Node:
    site = settings.SITE_URL
    contact = {
        "@type": "vcard:Organization",
        "vcard:fn": _nl("Redactie van Doen Wat Werkt"),
        "vcard:hasURL": _iri(f"{site}/over/#vragen"),
    }
    return {
        "dct:title": _nl(title),
        "dct:description": _nl(told),
        "dcat:contactPoint": contact,
        "dct:language": _iri(DUTCH),
    } | _decided()


def _dataset(name: str, modified: date) -> Node:
    site, listing = settings.SITE_URL, LISTS[name]
    told = (
        f"De lijst ‘{listing.title}’ van Doen Wat Werkt, helemaal. Bron: {listing.source}. "
        f"Wat elke kolom betekent, staat op {site}/data/#{name}."
    )
    return {"@id": f"{site}/data/#{name}", "@type": "dcat:Dataset"} | _common(listing.title, told) | {
        "dct:identifier": f"{site}/data/#{name}", "dct:accessRights": _iri(PUBLIC), "dcat:theme": _iri(SOCIETY),
        "dct:modified": _day(modified), "dcat:landingPage": _iri(f"{site}/data/#{name}"),
        "dcat:distribution": [_distribution(name, form) for form in FORMATS],
    }  # fmt: skip


def _distribution(name: str, form: str) -> Node:
    file, media = TYPES[form]
    address = f"{settings.SITE_URL}/data/{name}.{form}"
    found = {
        "@id": address, "@type": "dcat:Distribution", "dct:title": _nl(f"{LISTS[name].title} als {file}"),
        "dcat:accessURL": _iri(address), "dcat:downloadURL": _iri(address), "dct:format": _iri(f"{AUTHORITY}/file-type/{file}"),
        "dcat:mediaType": _iri(f"https://www.iana.org/assignments/media-types/{media}"),
    }  # fmt: skip
    return found | {key: value for key, value in _decided().items() if key == "dct:license"}


def _service() -> Node:
    site = settings.SITE_URL
    told = "Lezen wat werkt voor gelijke kansen op het werk, voor programma’s. Open voor iedereen, zonder sleutel."
    return {"@id": f"{site}/api/v1", "@type": "dcat:DataService"} | _common("API van Doen Wat Werkt", told) | {
        "dct:identifier": f"{site}/api/v1", "dct:accessRights": _iri(PUBLIC), "dcat:theme": _iri(SOCIETY),
        "dcat:endpointURL": _iri(f"{site}/api/v1"), "dcat:endpointDescription": _iri(f"{site}/api/v1/openapi.json"),
        "dcat:landingPage": _iri(f"{site}/api/"), "dcat:servesDataset": [_iri(f"{site}/data/#{name}") for name in LISTS],
    }  # fmt: skip


def described(modified: date) -> Node:
    """The whole description, as JSON-LD with our prefixes."""
    site = settings.SITE_URL
    told = " ".join([ABOUT, *undecided()])
    return {"@context": PREFIXES, "@id": f"{site}/catalog", "@type": "dcat:Catalog"} | _common("Gegevens van Doen Wat Werkt", told) | {
        "foaf:homepage": _iri(f"{site}/data/"), "dct:modified": _day(modified),
        "dcat:dataset": [_dataset(name, modified) for name in LISTS], "dcat:service": [_service()],
    }  # fmt: skip


def turtle(node: Node) -> str:
    """The same in Turtle: every named thing on its own, the others between brackets."""
    named: list[Node] = []
    _collect(node, named)
    heads = [f"@prefix {name}: <{space}> ." for name, space in PREFIXES.items()]
    return "\n".join([*heads, "", *(f"<{one['@id']}> {_pairs(one)} ." for one in named), ""])


def _collect(value: Any, named: list[Node]) -> None:
    """Every thing with an address of its own and something to tell, in the order of the description."""
    if isinstance(value, list):
        for one in value:
            _collect(one, named)
    elif isinstance(value, dict):
        known = {one["@id"] for one in named}
        if "@type" in value and "@id" in value and value["@id"] not in known:
            named.append(value)
        _collect([inner for key, inner in value.items() if key != "@context"], named)


def _pairs(node: Node) -> str:
    told = [f"a {node['@type']}"]
    for key, value in node.items():
        if not key.startswith("@"):
            told.append(f"{key} " + ", ".join(_term(one) for one in (value if isinstance(value, list) else [value])))
    return " ;\n    ".join(told)


def _term(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@id" in value:
        return f"<{value['@id']}>"
    if "@value" not in value:
        return f"[ {_pairs(value)} ]"
    after = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
    return json.dumps(value["@value"], ensure_ascii=False) + after


def _answer(request: HttpRequest, write: Any, kind: str) -> HttpResponseBase:
    at = now()
    newest = journal.newest()
    modified = localtime(newest.at if newest else at).date()
    response = conditionally(request, at, lambda: HttpResponse(write(described(modified)), content_type=kind))
    response.headers["Cache-Control"], response.headers["Access-Control-Allow-Origin"] = "no-cache", "*"
    return response


def _json(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, indent=1)


@login_not_required
@limited("catalog", per_minute=60)
def catalog_jsonld(request: HttpRequest) -> HttpResponseBase:
    """The description of our data for other catalogues, as JSON-LD."""
    return _answer(request, _json, "application/ld+json")


@login_not_required
@limited("catalog", per_minute=60)
def catalog_ttl(request: HttpRequest) -> HttpResponseBase:
    """The same as Turtle."""
    return _answer(request, turtle, "text/turtle; charset=utf-8")
