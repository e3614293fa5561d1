"""Who is who on pages: one person with all that the ledger has, and the links that lead there."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import Client

EVIL = "<script>alert(1)</script>"
TABS = ("said", "figures", "events", "denials", "carriers", "ties", "names")
#: Two reports say the same, one with another number; a spokesman denies; an agency relays.
REPORTS = (
    ("2031-03-01", "مرايا", "قال وزير النقل سالم الكيال إن الجسر الجديد سيفتح أمام الحافلات بعد أسبوع."),
    ("2031-03-02", "صدى", "أكد وزير النقل سالم الكيال أن الجسر الجديد سيفتح أمام الحافلات بعد أسبوع."),
    ("2031-03-05", "مرايا", "قال وزير النقل سالم الكيال إن 12 حافلة تعطلت في بلدة سراقب."),
    ("2032-04-01", EVIL, "قال وزير النقل سالم الكيال لوكالة النخيل إن 30 حافلة تعطلت في بلدة سراقب."),
    ("2032-05-01", "صدى", "نفى وزير النقل سالم الكيال أن تكون الحافلات قد بيعت."),
    ("2032-06-01", "صدى", "سأل المهندس سالم الكيال عن موعد السوق."),
)


@pytest.fixture
def told(ledger: Path) -> Path:
    """A ledger in which a minister speaks."""
    with open_rawi(ledger) as opened:
        for day, outlet, text in REPORTS:
            opened.add(read(text, published=day, outlet=outlet, title=f"خبر {day} {EVIL}"))
        opened.update()
    return ledger


@pytest.fixture
def client(told: Path, come: Client) -> TestClient:
    """A client of it."""
    return come()


def minister(client: TestClient) -> str:
    """Return the id of the minister: who is in most documents of that name."""
    items = client.get("/who.json?who=سالم الكيال").json()["items"]
    return str(max(items, key=lambda one: len(one["documents"]))["id"])


def portrait(client: TestClient, id: str, tab: str = "said") -> dict[str, Any]:
    """Return the data of a page."""
    found: dict[str, Any] = client.get(f"/e/{id}.json?tab={tab}").json()
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_a_page_and_data(client: TestClient, tab: str, lang: str) -> None:
    """In both languages; as CSV too; and no markup of a source is markup here."""
    id = minister(client)
    page = client.get(f"/e/{id}?tab={tab}&lang={lang}")
    assert page.status_code == 200
    assert EVIL not in page.text
    assert "سالم الكيال" in page.text
    data = portrait(client, id, tab)
    assert data["schema"] == "rawi.entity/1"
    assert data["entity"]["id"] == id
    text = client.get(f"/e/{id}.csv?tab={tab}").content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text)))) >= 1


def test_one_statement_of_two_reports_stands_once(client: TestClient) -> None:
    """With both reports; one with another number is another statement; the newest come first."""
    data = portrait(client, minister(client))
    spots = [[spot["published"] for spot in one["spots"]] for one in data["items"]]
    assert ["2031-03-02", "2031-03-01"] in spots
    assert ["2031-03-05"] in spots
    assert ["2032-04-01"] in spots
    newest = [each[0] for each in spots]
    assert newest == sorted(newest, reverse=True)
    page = client.get(f"/e/{minister(client)}?lang=en").text
    assert "the same statement in 2 reports" in page


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "5 statements, shown as 4"), ("ar", "5 أقوال، تُعرض في 4 أقوال")],
)
def test_it_is_said_that_repeats_are_folded(client: TestClient, lang: str, words: str) -> None:
    """The bars count each report, the tab each statement once: the page says why they differ."""
    id = minister(client)
    data = portrait(client, id)
    assert (sum(one["statements"] for one in data["years"]), data["counts"]["said"]) == (5, 4)
    assert words in client.get(f"/e/{id}?lang={lang}").text
    alone = client.get("/who.json?who=سامي الحلبي").json()["items"][0]["id"]
    assert 'folded"' not in client.get(f"/e/{alone}?lang={lang}").text


def test_years_count_what_the_statements_are(client: TestClient) -> None:
    """Each statement and figure in one year; denials are among the statements."""
    years = {one["year"]: one for one in portrait(client, minister(client))["years"]}
    assert (years["2031"]["statements"], years["2031"]["denied"], years["2031"]["figures"]) == (3, 0, 1)
    assert (years["2032"]["statements"], years["2032"]["denied"], years["2032"]["figures"]) == (2, 1, 1)


def test_bars_are_a_table_from_left_to_right(client: TestClient) -> None:
    """Whatever the language; no style stands inline, which the browser would refuse."""
    page = client.get(f"/e/{minister(client)}?lang=ar").text
    assert 'by-year" dir="ltr"' in page
    assert "style=" not in page
    assert page.count('<th scope="row"><bdi>203') == 2


def test_a_denial_looks_like_one(client: TestClient) -> None:
    """In its own tab and in the list."""
    id = minister(client)
    assert portrait(client, id)["counts"]["denials"] >= 1
    for tab in ("said", "denials"):
        assert 'class="denied"' in client.get(f"/e/{id}?tab={tab}").text


def test_numbers_lead_to_their_course(client: TestClient) -> None:
    """Two counts of one thing are in a series, and the table links it."""
    data = portrait(client, minister(client), "figures")
    lows = [one["count"]["figure"]["low"] for one in data["items"]]
    assert lows == [30, 12]
    series = {one["series"] for one in data["items"]}
    page = client.get(f"/e/{minister(client)}?tab=figures").text
    for one in series - {None}:
        assert f'href="/series/{one}"' in page


def test_who_carried_and_who_relayed(client: TestClient) -> None:
    """Outlets with counts, and the agency to which he spoke."""
    id = minister(client)
    rows = client.get(f"/e/{id}.csv?tab=carriers").content.decode("utf-8-sig")
    told = {(row["of"], row["name"]): int(row["statements"]) for row in csv.DictReader(io.StringIO(rows))}
    assert told["outlet", "مرايا"] == 2
    assert any(kind == "agency" and "النخيل" in name for kind, name in told)


@pytest.mark.parametrize("path", ["/said", "/figures", "/ledger", "/who?who=سالم الكيال"])
def test_names_lead_to_who_they_are(client: TestClient, path: str) -> None:
    """Everywhere that he speaks."""
    assert f'href="/e/{minister(client)}"' in client.get(path).text


def test_the_reader_leads_there_too(client: TestClient) -> None:
    """From the entry beside the text."""
    id = minister(client)
    document = portrait(client, id)["items"][0]["spots"][0]["document"]
    assert f'href="/e/{id}"' in client.get(f"/d/{document}").text


def test_ids_of_entries_and_first_letters_lead_to_the_whole(client: TestClient) -> None:
    """With what was asked kept; what is nobody's is not found, and a wrong tab is a wrong question."""
    id = minister(client)
    entry = portrait(client, id, "names")["items"][0]["entry"]
    for written in (entry, id[:8]):
        answer = client.get(f"/e/{written}?tab=names")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/e/{id}?tab=names")
        assert client.get(f"/e/{written}.json").headers["location"] == f"/e/{id}.json"
    assert client.get("/e/pe_00000000000000").status_code == 404
    assert client.get("/e/%3Cscript%3E").status_code == 404
    assert client.get(f"/e/{id}?tab=lies").status_code == 422


def test_a_page_is_read_without_bringing_anything_up_to_date(told: Path, come: Client) -> None:
    """What came since is told, with the button; nothing of it is shown as if it were known."""
    client = come()
    id = minister(client)
    before = portrait(client, id)
    with open_rawi(told) as opened:
        opened.add(read("قال وزير النقل سالم الكيال إن الميناء مغلق.", published="2032-07-01", outlet="صدى"))
    page = client.get(f"/e/{id}?lang=en").text
    assert 'action="/update"' in page
    assert portrait(client, id) == before
    assert 'action="/update"' not in come(read_only=True).get(f"/e/{id}").text
