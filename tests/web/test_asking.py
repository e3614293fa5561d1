"""What is only asked changes nothing: no page and no address of the API brings anything up to date."""

from __future__ import annotations

import re
from pathlib import Path

import apsw
import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.api import OPERATIONS, ROOT
from rawi.web.pages import PAGES
from tests.web.conftest import Client

TEXT = "قال سامي الحلبي إن السد سليم. وأكد رائد الكناني أن 14 جسرا مغلقة في سراقب."
ASKED = ("who", "q", "about", "claim")
SHEETS = ("export/events.csv", "export/series.jsonl", "export/entities.jsonl", "export/documents.jsonl")


@pytest.fixture
def stale(ledger: Path) -> Path:
    """A ledger to which an article came since its last update."""
    with open_rawi(ledger) as opened:
        opened.add(read(TEXT, published="2031-03-14", outlet="صدى", title="خبر"))
    return ledger


def test_nothing_that_is_asked_writes(stale: Path, come: Client) -> None:
    """Of a ledger that is behind, every page, its data and every read of the API."""
    client, told = come(), apsw.Connection(str(stale))
    document = client.get(f"{ROOT}/documents").json()["items"][0]["article"]["id"]
    entry = client.get("/said.json?who=الحلبي").json()["items"][0]["id"]
    person = client.get("/who.json?who=الحلبي").json()["items"][0]["id"]
    before, query = told.pragma("data_version"), dict.fromkeys(ASKED, "الحلبي")
    for path, *_ in PAGES:
        for id in {document, entry, person} if "{" in path else {""}:
            for end in ("", ".json", ".csv"):
                made = re.sub(r"\{\w+\}", id, "/index" if end and path == "/" else path)
                found = client.get(made + end, params=query)
                assert found.status_code < 500, made
                assert told.pragma("data_version") == before, f"GET {made}{end} wrote"
    for path in (*OPERATIONS, *(f"/{one}" for one in SHEETS)):
        for id in {document, entry, person} if "{" in path else {""}:
            made = ROOT + path.replace("{id}", id).replace("{table}.{format}", "statements.jsonl")
            wanted = {"who": "الحلبي"} if path == "/entities" else {}
            assert client.get(made, params=wanted).status_code < 500
            assert told.pragma("data_version") == before, f"GET {made} wrote"


def test_who_is_who_says_that_it_is_behind(stale: Path, come: Client) -> None:
    """With the button of the update; as data too; once it is up to date, no more."""
    client = come()
    page = client.get("/who?who=الحلبي").text
    assert 'action="/update"' in page
    assert client.get("/who.json?who=الحلبي").json()["stale"] is True
    told = client.get(f"{ROOT}/entities", params={"who": "الحلبي"}).json()
    assert told["stale"] is True
    person = told["items"][0]["id"]
    assert client.get(f"{ROOT}/entities/{person}").json()["stale"] is True
    with open_rawi(stale) as opened:
        opened.update()
    assert 'action="/update"' not in client.get("/who?who=الحلبي").text
    assert client.get(f"{ROOT}/entities", params={"who": "الحلبي"}).json()["stale"] is False


@pytest.mark.parametrize("table", ["events.csv", "events.xlsx", "entities.jsonl", "stories.jsonl"])
def test_a_file_that_would_lack_something_is_refused(stale: Path, come: Client, table: str) -> None:
    """With 409 until an update was made; what is of articles alone is given."""
    client = come()
    found = client.get(f"{ROOT}/export/{table}")
    assert (found.status_code, found.json()["code"]) == (409, "web.stale")
    assert client.get(f"{ROOT}/export/documents.jsonl").status_code == 200
    with open_rawi(stale) as opened:
        opened.update()
    assert client.get(f"{ROOT}/export/{table}").status_code == 200


def test_who_is_who_comes_in_pages(ledger: Path, come: Client) -> None:
    """Many of one name fill several pages; each stands on one of them."""
    with open_rawi(ledger) as opened:
        for place in ("الشمس", "القمر", "النخيل"):
            opened.add(read(f"قال مدير مدرسة {place} سامي الحلبي إن المدرسة مغلقة.", title=place))
        opened.update()
    client = come()
    whole = [one["id"] for one in client.get("/who.json?who=سامي الحلبي").json()["items"]]
    walked: list[str] = []
    after: str | None = ""
    while after is not None:
        told = client.get("/who.json", params={"who": "سامي الحلبي", "_size": 1, "_next": after}).json()
        walked += [one["id"] for one in told["items"]]
        after = told["next"]
    assert walked == whole
    assert len(whole) > 1
    assert "next=" in client.get("/who", params={"who": "سامي الحلبي", "_size": 1}).text
