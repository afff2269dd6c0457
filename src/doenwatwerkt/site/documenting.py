"""The OpenAPI document of the API, in Dutch, and the same as plain lists for the page that people read."""

import json
import re
from typing import Any

from django.conf import settings
from ninja import NinjaAPI

type Json = dict[str, Any]

PROBLEM: Json = {
    "title": "Probleem", "type": "object", "additionalProperties": False, "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "description": "De HTTP-status."},
        "title": {"type": "string", "description": "Wat voor probleem het is."},
        "detail": {"type": "string", "description": "Wat er mis is en wat u kunt doen."},
    },
}  # fmt: skip
TROUBLES = {
    "400": "De vraag klopt niet: een onbekende sleutel of een waarde die niet mag.",
    "404": "Dit bestaat niet.",
    "405": "Deze API is alleen om te lezen.",
    "412": "Het antwoord is veranderd sinds de ETag in If-Match.",
    "429": "Te veel vragen in een minuut. De header Retry-After zegt hoeveel seconden u wacht.",
    "500": "Er ging bij ons iets mis. In het antwoord staat een nummer.",
}
HEADERS = {
    "API-Version": "De versie van de API.",
    "ETag": "Kenmerk van dit antwoord. Stuur het mee als If-None-Match.",
    "Last-Modified": "Wanneer dit antwoord voor het laatst veranderde.",
}
LINK = {"Link": "Adressen van andere pagina's van deze lijst (RFC 8288)."}


def document(api: NinjaAPI) -> Json:
    """What the API says about itself: Dutch names for shapes, every header and every way in which it can say no."""
    made = json.loads(json.dumps(api.get_openapi_schema(path_prefix="")))
    text = json.dumps(made)
    used = set(re.findall(r'"#/components/schemas/(\w+)"', text))
    names = {key: _camel(str(made["components"]["schemas"][key]["title"]), first=True) for key in used}
    made = json.loads(
        re.sub(r'"#/components/schemas/(\w+)"', lambda ref: f'"#/components/schemas/{names[ref[1]]}"', text)
    )
    shapes = {names[key]: _plain(shape) for key, shape in made["components"]["schemas"].items() if key in used}
    made["components"]["schemas"] = dict(sorted(shapes.items())) | {"Probleem": PROBLEM}
    made["components"]["responses"] = {f"Probleem{status}": _trouble(words) for status, words in TROUBLES.items()}
    for path, item in made["paths"].items():
        _complete(path, item["get"])
    return made  # type: ignore[no-any-return]


def _camel(words: str, *, first: bool = False) -> str:
    parts: list[str] = re.findall(r"[A-Za-z0-9]+", words.replace("'", ""))
    start = parts[0].capitalize() if first else parts[0].lower()
    return start + "".join(part.capitalize() for part in parts[1:])


def _plain(shape: Json) -> Json:
    """A shape without the titles that pydantic makes of every name."""
    for field in shape.get("properties", {}).values():
        field.pop("title", None)
    return shape


def _trouble(words: str) -> Json:
    schema = {"$ref": "#/components/schemas/Probleem"}
    return {"description": words, "headers": _headers({"API-Version": HEADERS["API-Version"]}),
            "content": {"application/problem+json": {"schema": schema}}}  # fmt: skip


def _headers(told: dict[str, str]) -> Json:
    return {name: {"description": words, "schema": {"type": "string"}} for name, words in told.items()}


def _complete(path: str, operation: Json) -> None:
    one = "{" in path
    operation["operationId"] = _camel(f"lees {path}")
    for key in operation["parameters"]:
        key["schema"].pop("title", None)
    good = operation["responses"]["200"]
    good |= {"description": "Gevonden.", "headers": _headers(HEADERS if one else HEADERS | LINK)}
    operation["responses"]["304"] = {"description": "Niet veranderd sinds uw ETag.", "headers": _headers(HEADERS)}
    if one:
        operation["responses"]["301"] = {"description": "Opgegaan in een andere; Location zegt welke."}
    for status in TROUBLES:
        if one or status != "404":
            operation["responses"][status] = {"$ref": f"#/components/responses/Probleem{status}"}


def documented(made: Json) -> Json:
    """The document as lists for a page: the ways in by subject, and the shapes of what comes out."""
    subjects: dict[str, list[Json]] = {}
    for path, item in made["paths"].items():
        get = item["get"]
        keys = [_key(one) for one in get["parameters"]]
        answer = get["responses"]["200"]["content"]["application/json"]["schema"]
        way = {
            "path": path,
            "summary": get["summary"],
            "description": get["description"],
            "keys": keys,
            "answer": _kind(answer)[1],
        }
        subjects.setdefault(get["tags"][0], []).append(way)
    shapes = [
        {
            "name": name,
            "fields": [
                (key, *_kind(field), field.get("description", "")) for key, field in shape["properties"].items()
            ],
        }
        for name, shape in made["components"]["schemas"].items()
    ]
    return {"subjects": list(subjects.items()), "shapes": shapes, "address": f"{settings.SITE_URL}/api/v1"}


def _key(one: Json) -> Json:
    schema = one["schema"]
    inner = schema.get("items", schema)
    limits = [
        f"{word} {inner[name]}" for name, word in (("minimum", "minstens"), ("maximum", "hoogstens")) if name in inner
    ]
    values = zip(inner.get("enum", []), inner.get("x-namen", []), strict=True)
    return {
        "name": one["name"], "meaning": one.get("description", ""), "needed": one["required"], "limits": " en ".join(limits),
        "values": list(values), "many": schema.get("type") == "array", "in_path": one["in"] == "path",
    }  # fmt: skip


KINDS = {"string": "tekst", "integer": "heel getal", "boolean": "ja of nee", "object": "gegevens"}


def _kind(schema: Json) -> tuple[str, str]:
    """What a field holds, in words, and the shape it has if that is one of ours."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return name, name
    if "anyOf" in schema:
        words, shape = _kind(next(one for one in schema["anyOf"] if one.get("type") != "null"))
        return f"{words} of leeg", shape
    if schema.get("type") == "array":
        words, shape = _kind(schema["items"])
        return f"lijst van {words}", shape
    if "enum" in schema:
        return "code", ""
    return ("datum" if schema.get("format") == "date" else KINDS[schema["type"]]), ""
