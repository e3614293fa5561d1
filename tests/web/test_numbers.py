"""A figure through time: its list, its chart with the table under it, by when it held or was said."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import Client

REPORTS = (
    ("2031-03-13", "قال وزير الصحة سامي الحلبي إن 12 شخصا قتلوا في انفجار سوق سراقب يوم 12 آذار 2031."),
    ("2031-03-14", "قالت مديرية الصحة إن نحو 15 شخصا قتلوا في انفجار سوق سراقب يوم 12 آذار 2031."),
    ("2031-03-15", "نفى وزير الصحة سامي الحلبي مقتل 15 شخصا في انفجار سوق سراقب يوم 12 آذار 2031."),
)
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def counted(ledger: Path) -> Path:
    """A ledger with several reports that count the dead of one happening."""
    with open_rawi(ledger) as opened:
        for day, text in REPORTS:
            opened.add(read(text, published=day, outlet=f"مرايا {EVIL}", title=f"انفجار سوق سراقب {day}"))
        opened.update()
    return ledger


@pytest.fixture
def client(counted: Path, come: Client) -> TestClient:
    """A client of it."""
    return come()


def first(client: TestClient) -> str:
    """Return the address of the first series."""
    return f"/series/{client.get('/series.json').json()['items'][0]['id']}"


def test_a_list_leads_to_each_quantity(client: TestClient) -> None:
    """As many as the data has."""
    items = client.get("/series.json").json()["items"]
    page = client.get("/series").text
    assert items
    assert page.count('<article class="card') == len(items)
    assert all(f'href="/series/{one["id"]}"' in page for one in items)
    assert client.get("/series.json?what=طائرة").json()["items"] == []
    assert 'class="empty"' in client.get("/series?what=طائرة").text


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("by", ["as_of", "said"])
def test_the_table_says_what_the_chart_shows(client: TestClient, lang: str, by: str) -> None:
    """A row for each figure, its numbers those of the chart; no style stands in the page."""
    address = first(client)
    page = client.get(f"{address}?lang={lang}&by={by}").text
    view = client.get(f"{address}.json").json()["series"]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").content.decode("utf-8-sig"))))
    assert len(rows) == len(view["points"]) == page.count('<th scope="row">')
    assert [row["words"] for row in rows] == [one["entry"]["words"] for one in view["points"]]
    assert 'class="rawi-chart"' in page
    assert "<style" not in page
    assert not re.search(r"\sstyle=", page)
    assert EVIL not in page
    assert f'href="/d/{rows[0]["document"]}"' in page


def test_figures_stand_where_they_held_or_where_they_were_said(client: TestClient) -> None:
    """The two charts are not one, and any other date is a wrong question."""
    address = first(client)
    held, said = (client.get(f"{address}?by={one}&lang=en").text for one in ("as_of", "said"))
    assert "as of, else said, else published" in held
    assert "as of, else said, else published" not in said
    assert client.get(f"{address}?by=weight").status_code == 422


def test_a_figure_leads_to_its_series(client: TestClient) -> None:
    """By its own id; what is no series is not found."""
    address = first(client)
    view = client.get(f"{address}.json").json()["series"]
    assert client.get(f"/series/{view['points'][0]['entry']['id']}.json").json()["series"] == view
    for wrong in ("sr_ffffffffffffff", "picnic", view["points"][0]["point"]["document"]):
        assert client.get(f"/series/{wrong}").status_code in (404, 422)
