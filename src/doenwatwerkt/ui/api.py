"""How the API speaks: fields with a Dutch name and meaning, pages of a list with links, and problems in words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import batched
from typing import Annotated, Any, TypedDict

from django.conf import settings
from django.db.models import Choices, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, BeforeValidator, Field, GetJsonSchemaHandler, TypeAdapter, with_config
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

BOUND = 10_000
"""Totals are counted up to here; no page of a list needs to know more."""
LAST_PAGE = 10_000
BATCH = 200
MOST, USUAL = 100, 20
RELATIONS = {"first": "first", "previous": "prev", "next": "next", "last": "last"}
"""The words of RFC 8288 for the links of a page."""
TITLES = {
    400: "Deze vraag klopt niet", 404: "Niet gevonden", 405: "U kunt hier alleen lezen",
    412: "Er is intussen iets veranderd", 429: "Te veel vragen achter elkaar", 500: "Er ging iets mis",
}  # fmt: skip


def told(name: str, meaning: str, *, source: str = "", **more: Any) -> FieldInfo:
    """A field of a shape: its Dutch name outside, what it means, and where it comes from if that differs from the rest."""
    extra: JsonDict | None = {"x-bron": source} if source else None
    made: FieldInfo = Field(serialization_alias=name, description=meaning, json_schema_extra=extra, **more)
    return made


def asked(key: str, meaning: str, **more: Any) -> Any:
    """A key in the query: its Dutch name and what it does."""
    return Field(alias=key, description=meaning, **more)


def here(what: str) -> FieldInfo:
    """The field that tells where a thing stands in this API: url: Annotated[str, here("de kaart")]."""
    return told("adres", f"Adres van {what} in deze API.")


WebAddress = Annotated[str, told("webadres", "Adres van de pagina op de website.")]


class Places(TypedDict):
    """Where a thing stands, for its fields of the same names."""

    url: str
    web_url: str


def places(path: str) -> Places:
    """Where the thing at this path stands: in the API and on the site."""
    return Places(url=f"{settings.SITE_URL}/api/v1/{path}", web_url=f"{settings.SITE_URL}/{path}/")


Words = Annotated[str, BeforeValidator(lambda text: text.replace("\x00", " "))]
"""Free text in a query, without the one sign that PostgreSQL cannot hold."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A value of a code list: Annotated[str, Codes(Phase)]. The document names every value with its label."""

    kind: type[Choices]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        literal = core_schema.literal_schema(list(self.kind.values))
        return core_schema.chain_schema([core_schema.int_schema(), literal]) if source is int else literal

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        sort = "integer" if isinstance(self.kind.values[0], int) else "string"
        return {"type": sort, "enum": list(self.kind.values), "x-namen": [str(label) for label in self.kind.labels]}


class Paging(BaseModel):
    page: Annotated[int, asked("pagina", "Welke pagina. De eerste is 1.", ge=1, le=LAST_PAGE)] = 1
    size: Annotated[int, asked("perPagina", f"Hoeveel op een pagina, hoogstens {MOST}.", ge=1, le=MOST)] = USUAL

    @property
    def first(self) -> int:
        """The place of the first row of this page, from 0."""
        return (self.page - 1) * self.size

    @property
    def beyond(self) -> int:
        return self.first + self.size


@with_config(title="Links")
class Links(TypedDict):
    first: Annotated[str, told("eerste", "Adres van de eerste pagina.")]
    previous: Annotated[str | None, told("vorige", "Adres van de vorige pagina, als die er is.")]
    next: Annotated[str | None, told("volgende", "Adres van de volgende pagina, als die er is.")]
    last: Annotated[str | None, told("laatste", "Adres van de laatste pagina. Leeg als er meer zijn dan wij tellen.")]


class Page(TypedDict):
    page: Annotated[int, told("pagina", "Welke pagina dit is.")]
    size: Annotated[int, told("perPagina", "Hoeveel er op een pagina staan.")]
    total: Annotated[int, told("totaal", f"Hoeveel er zijn, geteld tot en met {BOUND}.")]
    more: Annotated[bool, told("meer", "Waar als er meer zijn dan het totaal zegt.")]
    links: Annotated[Links, told("links", "Adressen van andere pagina's van deze lijst.")]


@dataclass(frozen=True, slots=True)
class Cut[Row]:
    """The rows of one page, and how many there are in all: `total` is a minimum where `more` is true."""

    rows: Sequence[Row]
    total: int
    more: bool = False


def cut[Row](found: QuerySet[Any, Row], wanted: Paging) -> Cut[Row]:
    """One page of an ordered queryset."""
    total = found.order_by().values("pk")[: BOUND + 1].count()
    return Cut(list(found[wanted.first : wanted.beyond]), min(total, BOUND), total > BOUND)


def batches[Thing: Model, Row](rows: QuerySet[Thing, Row]) -> Iterator[QuerySet[Thing, Row]]:
    """All these rows, some hundreds at a time: nothing is left out and little is in memory."""
    for batch in batched(list(rows.values_list("pk", flat=True)), BATCH):
        yield rows.filter(pk__in=batch)


def page(request: HttpRequest, shape: type, wanted: Paging, found: Cut[Any], **more: Any) -> HttpResponse:
    """A page of a list in its shape. Beyond the end it is an empty page that links back."""
    links = _links(request, wanted, found)
    told = {"page": wanted.page, "size": wanted.size, "total": found.total, "more": found.more, "links": links}
    response = answer(shape, told | {"results": found.rows} | more)
    response.headers["Link"] = ", ".join(f'<{url}>; rel="{RELATIONS[name]}"' for name, url in links.items() if url)
    return response


def _links(request: HttpRequest, wanted: Paging, found: Cut[Any]) -> dict[str, str | None]:
    query = request.GET.copy()
    last = max(1, -(-found.total // wanted.size))

    def at(number: int) -> str:
        query["pagina"] = str(number)
        return f"{settings.SITE_URL}{request.path}?{query.urlencode()}"

    return {
        "first": at(1),
        "previous": at(min(wanted.page - 1, last)) if wanted.page > 1 else None,
        "next": at(wanted.page + 1) if wanted.page < last or (found.more and found.rows) else None,
        "last": None if found.more else at(last),
    }


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def written(shape: Any, value: Any) -> bytes:
    """A value in its shape as JSON, under the Dutch names. Rows are not checked again: a test does, with every list."""
    return _adapter(shape).dump_json(value, by_alias=True)


def answer(shape: Any, value: Any) -> HttpResponse:
    return HttpResponse(written(shape, value), content_type="application/json")


def problem(status: int, detail: str) -> HttpResponse:
    """What went wrong, in words for a person: RFC 9457 with the members that the Dutch API rules allow."""
    body = {"status": status, "title": TITLES[status], "detail": detail}
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type="application/problem+json")
