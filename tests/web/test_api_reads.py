"""What programs read: lists walked whole while articles come in, texts, annotations, exports, entries."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from rawi.cli.program import program as command
from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.views.exports.annotations import build_annotations
from rawi.web.api import OPERATIONS, ROOT
from rawi.web.cursors import Cursor, write_cursor
from tests.web.conftest import Client

NAMES = ("سامي الحلبي", "رائد الكناني", "سليم الدوري", "منير الشامي", "هاني الجبوري")


def add(path: Path, first: int, last: int) -> None:
    """Store reports, each of a day and number of its own."""
    with open_rawi(path) as opened:
        for number in range(first, last):
            text = f"قال الوزير {NAMES[number % 5]} إن {number + 20} شخصا قتلوا في غارة جوية على بلدة سراقب."
            opened.add(read(text, published=f"2031-03-{1 + number % 28:02}", outlet="مرايا"))
        opened.update()


def walk(client: TestClient, path: str, between: Any = None, **asked: object) -> list[str]:
    """Return the ids of a list page by page; ``between`` is done after each page."""
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        told = client.get(f"{ROOT}{path}", params={**asked, **({"_next": after} if after else {})})
        assert told.status_code == 200, told.text
        found += [_id(one) for one in told.json()["items"]]
        after = told.json()["next"]
        if between is not None:
            between()
    return found


def _id(one: dict[str, Any]) -> str:
    """Return the id of an item of any list."""
    held = one.get("article") or one.get("comparison") or one
    return str(one.get("id") or one.get("entry") or held["id"])


class Newsroom:
    """Adds a report each time it is called, before and behind what is there."""

    def __init__(self, path: Path) -> None:
        self._path, self._next = path, 12

    def __call__(self) -> None:
        """Add two more."""
        if self._next < 24:
            add(self._path, self._next, self._next + 2)
            self._next += 2


@pytest.mark.parametrize("path", ["/statements", "/figures", "/ledger", "/documents"])
def test_each_entry_comes_once_while_others_are_added(come: Client, ledger: Path, path: str) -> None:
    """None twice, and none of those that were there is missed."""
    add(ledger, 0, 12)
    client = come()
    before = set(walk(client, path, _size=500))
    found = walk(client, path, Newsroom(ledger), _size=3)
    assert len(found) == len(set(found))
    assert before <= set(found)


@pytest.mark.parametrize("path", ["/events", "/comparisons", "/series", "/stories", "/documents?q=سراقب"])
def test_lists_in_an_order_that_updates_change(come: Client, ledger: Path, path: str) -> None:
    """In the order of ids none comes twice; in their own the caller is told that they were changed."""
    add(ledger, 0, 12)
    client = come()
    base, _, query = path.partition("?")
    asked = dict([query.split("=")]) if query else {}
    alone = walk(client, base, _size=500, **asked)
    assert sorted(alone) == walk(client, base, _size=2, _sort="id", **asked)
    assert alone == walk(client, base, _size=2, **asked)
    found = walk(client, base, Newsroom(ledger), _size=1, _sort="id", **asked)
    assert len(found) == len(set(found))


def test_a_list_that_was_changed_before_the_place_is_not_walked_on(come: Client, ledger: Path) -> None:
    """It would leave out or repeat."""
    add(ledger, 0, 12)
    client = come()
    after = client.get(f"{ROOT}/documents", params={"q": "الوزير", "_size": 5}).json()["next"]
    assert after
    with open_rawi(ledger) as opened:
        opened.add(read("الوزير الوزير الوزير.", published="2030-01-01"))
    found = client.get(f"{ROOT}/documents", params={"q": "الوزير", "_size": 5, "_next": after})
    assert (found.status_code, found.json()["code"]) == (422, "web.cursor")


@pytest.mark.parametrize("path", [path for path, one in OPERATIONS.items() if "_next" in one.parameters])
def test_a_damaged_cursor_is_told(come: Client, ledger: Path, path: str) -> None:
    """One letter is enough; so is one of another list, or of an entry that is gone."""
    add(ledger, 0, 3)
    client = come()
    document = client.get(f"{ROOT}/documents").json()["items"][0]["article"]["id"]
    asked = {"document": document} if path == "/reviews" else {}
    good = write_cursor(Cursor("st_00000000000000", 2, "0000"))
    for bad in (good[:-1], good[1:], f"{good}A", good.swapcase(), "30", "é", "x" * 5000, good):
        found = client.get(f"{ROOT}{path}", params={**asked, "_next": bad})
        if (path, bad) == ("/documents", good):
            continue
        assert (found.status_code, found.json().get("code")) == (422, "web.cursor")


@pytest.mark.parametrize(
    "query",
    ["_size=0", "_size=501", "_size=x", "_size=", "_size=1&_size=2", "_sort=name", "whoo=x", "certain=maybe"],
)
def test_a_wrong_question_is_told(come: Client, query: str) -> None:
    """A filter that is misspelt would otherwise give all entries."""
    found = come().get(f"{ROOT}/events?{query}")
    assert (found.status_code, found.json()["code"]) == (422, "web.question")


def test_sizes_are_kept(come: Client, ledger: Path) -> None:
    """A page has as many entries as were asked for, but the last."""
    add(ledger, 0, 7)
    told = come().get(f"{ROOT}/documents", params={"_size": 5}).json()
    assert told["count"] == 5
    assert told["next"]


def test_single_things_are_found_by_id(come: Client, ledger: Path) -> None:
    """A series, a comparison, an entity, an entry, each as its list has it; what is not there is a 404."""
    add(ledger, 0, 6)
    client = come()
    for path, name in (("/series", "series"), ("/comparisons", "comparison"), ("/stories", "story")):
        items = client.get(f"{ROOT}{path}").json()["items"]
        assert items, path
        one = client.get(f"{ROOT}{path}/{_id(items[0])}").json()[name]
        assert _id(one) == _id(items[0])
        assert client.get(f"{ROOT}{path}/{_id(items[0])[:3]}ffffff").status_code == 404
    person = client.get(f"{ROOT}/entities", params={"who": "الحلبي"}).json()["items"][0]
    assert client.get(f"{ROOT}/entities/{person['id']}").json()["entity"] == person
    assert client.get(f"{ROOT}/entities/الحلبي").status_code == 404
    assert client.get(f"{ROOT}/entries/st_ffffff").status_code == 404


def test_annotations_stand_on_the_words(come: Client, ledger: Path) -> None:
    """By quotation and by position, in code points though letters beyond the first plane stand before."""
    text = "😀😀 قال الوزير سامي الحلبي إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب."
    with open_rawi(ledger) as opened:
        id = opened.add(read(text, published="2031-03-01")).document_id
    found = come().get(f"{ROOT}/documents/{id}/annotations")
    assert found.headers["content-type"].startswith("application/ld+json")
    page = found.json()
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert {json.loads(one["body"]["value"])["kind"] for one in page["items"]} >= {"statement", "figure"}
    for one in page["items"]:
        quote, position = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
    assert len({one["id"] for one in page["items"]}) == len(page["items"])


def test_every_span_is_annotated() -> None:
    """A statement whose content stands in two places has two annotations with one body; no id, none."""
    record = read("قال سليم الدوري: «الجسر سليم»، وأضاف: «سيفتح غدا».").record
    spans = sum(len(one.content) for one in record.statements) + len(record.figures) + len(record.events)
    every = (*record.statements, *record.figures, *record.events)
    page = build_annotations(record, {one.id: f"x_{one.id}" for one in every}, "https://rawi.example")
    assert len(page["items"]) == spans > 0
    assert build_annotations(record, {}, "https://rawi.example")["items"] == []


@pytest.mark.parametrize(
    "kind", ["documents", "statements", "figures", "events", "entities", "stories", "series"]
)
def test_lines_are_those_of_the_command(come: Client, ledger: Path, kind: str) -> None:
    """Byte for byte."""
    told = CliRunner().invoke(command, ["export", kind, "--ledger", str(ledger)]).stdout_bytes
    found = come().get(f"{ROOT}/export/{kind}.jsonl")
    assert found.content == told
    assert found.headers["content-type"] == "application/x-ndjson"


def test_tables_are_those_of_the_command(come: Client, ledger: Path) -> None:
    """Of events, with or without the mark for Excel, as sheets of incidents too; a workbook opens."""
    client, wanted = come(), ["export", "events", "--ledger", str(ledger), "--format"]
    for form, query in (("csv", ""), ("acled-like", "?sheet=acled-like"), ("ucdp-like", "?sheet=ucdp-like")):
        told = CliRunner().invoke(command, [*wanted, form]).stdout_bytes
        assert client.get(f"{ROOT}/export/events.csv{query}").content == told
    assert client.get(f"{ROOT}/export/events.csv?_bom=1").content.startswith("\ufeff".encode())
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{ROOT}/export/events.xlsx?headers=ar").content))
    assert book.worksheets[0].sheet_view.rightToLeft


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("picnics.jsonl", 404), ("events.parquet", 404), ("figures.csv", 422),
        ("events.jsonl?sheet=acled-like", 422), ("figures.jsonl?place=x", 422),
        ("events.csv?since=soon", 422), ("events.csv?sheet=picnic", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_exported_is_told(come: Client, path: str, status: int) -> None:
    """With a code."""
    found = come().get(f"{ROOT}/export/{path}")
    assert (found.status_code, "code" in found.json()) == (status, True)
