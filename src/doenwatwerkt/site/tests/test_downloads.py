"""Whole lists to take away, with the real programme: nothing is left out, and every column is explained."""

import csv
import io
import json

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from pydantic import TypeAdapter

from doenwatwerkt.site import downloads
from doenwatwerkt.ui.tests.reading import read, words

V1 = "/api/v1"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("programme")]


@pytest.mark.parametrize("name", downloads.LISTS)
def test_a_download_holds_every_row_in_the_promised_shape_and_csv_and_json_agree(client, name):
    listing = downloads.LISTS[name]
    response = client.get(reverse("site:download", args=[name, "json"]))
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}-{localdate()}.json"'
    rows = json.loads(response.getvalue())
    table = list(csv.DictReader(io.StringIO(client.get(f"/data/{name}.csv").getvalue().decode(), newline="")))
    assert len(rows) == len(table) == client.get(f"{V1}/{name}?perPagina=1").json()["totaal"]
    key = next(key for key in ("slug", "code", "nummer") if key in rows[0])
    assert [row[key] for row in rows] == [row[key] for row in table]
    checked = TypeAdapter(list[listing.shape])
    checked.validate_python([row for batch in listing.rows(localdate()) for row in batch], extra="forbid")
    assert client.get(f"{V1}/{name}?perPagina=100").json()["resultaten"] == rows[:100]


def test_data_tells_of_every_list_what_its_columns_mean(client):
    page = read(client.get("/data/"))
    links = [url for _, url in page.links() if url.startswith("/data/")]
    assert links == [f"/data/{name}.{form}" for name in downloads.LISTS for form in downloads.FORMATS]
    for url in links:
        assert client.get(url).status_code == 200
    names = [words(one) for one in page.all("code")]
    assert {"oordeelZekerheid", "eigenaarNaam", "teLaat"} <= set(names)
    assert "Inschatting van de redactie, niet uit onderzoek" in page.text
