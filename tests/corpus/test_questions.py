"""The questions of the guide, asked with DuckDB of a corpus of the project's own articles."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from rawi.corpus.rows import read_submissions
from rawi.corpus.run import extract_corpus
from rawi.model.record import Record

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guide/corpora.md").read_text("utf-8")
ARTICLES = ("ghada-toll-1", "ghada-toll-2", "ghada-toll-3", "sarw-fighters-1", "sarw-denial", "murjana-vote")
_BLOCK = re.compile(r"^```sql\n(.*?)^```$(?:\n\nColumns: ((?:`\w+`(?:, )?)+))?", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)

Row = dict[str, Any]


def questions() -> list[tuple[str, str, list[str]]]:
    """Return the queries of the guide, each with its heading and the columns that the guide names."""
    found = []
    for block in _BLOCK.finditer(GUIDE):
        if "CREATE VIEW" not in block[1]:
            heading = [*_HEADING.finditer(GUIDE, 0, block.start())][-1][1]
            found.append((heading, block[1], re.findall(r"`(\w+)`", block[2] or "")))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus of some articles of ``gold/``, a page and two refusals."""
    place = tmp_path_factory.mktemp("questions")
    told = tomllib.loads((ROOT / "gold/articles.toml").read_text("utf-8"))["article"]
    about = {one["id"]: one for one in told}
    rows = [
        {name: about[id].get(name) for name in ("title", "outlet", "published")}
        | {"text": (ROOT / f"gold/{id}.txt").read_text("utf-8")}
        for id in ARTICLES
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (place / "news.jsonl").write_text("\n".join([*lines, '{"title": "بلا نص"}', "{"]), "utf-8")
    page = "<html><body><article><p>قالت هناء الشمري إن 7 جسور أغلقت.</p></article></body></html>"
    (place / "page.html").write_text(page, "utf-8")
    paths = [str(place / name) for name in ("news.jsonl", "page.html", "nofile.txt")]
    assert extract_corpus(paths, place / "corpus").failed == ()
    return place


@pytest.fixture(scope="module")
def records(folder: Path) -> dict[int, Record]:
    """The records of the corpus by item."""
    corpus = folder / "corpus"
    names = sorted(path.stem for path in (corpus / "documents").glob("*.parquet"))
    return {item: one.record for name in names for item, one in read_submissions(corpus, name, "x/1")}


@pytest.fixture
def store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """DuckDB where the corpus lies, with the views of the guide; it may fetch nothing."""
    monkeypatch.chdir(folder)
    config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    with duckdb.connect(config=config) as connection:
        for block in _BLOCK.finditer(GUIDE):
            if "CREATE VIEW" in block[1]:
                connection.execute(block[1])
        yield connection


def ask(store: Any, heading: str, number: int = 0) -> list[Row]:
    """Return the rows that a query of the guide gives."""
    query = [one[1] for one in questions() if one[0] == heading][number]
    found = store.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize(("heading", "query", "columns"), questions())
def test_each_query_gives_what_the_guide_says(
    store: Any, heading: str, query: str, columns: list[str]
) -> None:
    """Each query runs, has the columns that the guide names, and finds something."""
    found = store.execute(query)
    assert [column[0] for column in found.description] == columns
    assert found.fetchall(), heading


@pytest.mark.parametrize(("heading", "query", "columns"), questions())
def test_doubt_is_shown(heading: str, query: str, columns: list[str]) -> None:
    """What shows claims shows how sure they are, or how many are doubtful; none leaves doubtful ones out."""
    claims = "rejected" not in query
    assert claims == bool({"confidence", "doubtful"} & set(columns)), heading
    assert not re.search(r"confidence\s*(=|<>|!=|IN|LIKE)[^)]*$", query.partition("WHERE")[2])


def test_there_are_six_to_nine_questions() -> None:
    """No query is passed over because it is written otherwise."""
    assert GUIDE.count("```sql") == len(questions()) + 1
    assert 6 <= len(questions()) <= 9


def test_who_said_what(store: Any, records: dict[int, Record]) -> None:
    """All statements of a speaker that repeat none are there, with their words and how sure they are."""
    expected = [
        ([record.words(span) for span in one.content], one.confidence)
        for record in records.values()
        for one in record.statements
        if "هالدن" in (one.speaker.name or "") and one.repeats is None
    ]
    found = [(row["words"], row["confidence"]) for row in ask(store, "Who said what")]
    assert sorted(found) == sorted(expected)
    assert len(found) > 1


def test_chains(store: Any, records: dict[int, Record]) -> None:
    """Each statement with a link, or within another, is there with its links in order."""
    expected = Counter(
        (one.speaker.name, len(one.chain))
        for record in records.values()
        for one in record.statements
        if one.chain or one.within
    )
    rows = ask(store, "Through whom the words came")
    assert Counter((row["speaker"], len(row["through"])) for row in rows) == expected
    assert any(row["through"] for row in rows)
    assert any(row["told_by"] for row in rows)


def test_a_figure_by_day(store: Any) -> None:
    """The toll is there with hedges, in order of days, each day with what it is."""
    rows = ask(store, "A figure by day")
    assert {row["low"] for row in rows} >= {12.0, 17.0}
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    assert {row["by_day"] for row in rows} <= {"as of", "said", "published"}
    assert {"exact", "at_least"} & {row["hedge"] for row in rows}
    assert any(row["held_by"] for row in rows)


def test_casualties(store: Any, records: dict[int, Record]) -> None:
    """Every toll that is no history is one row, and the sums by month count just these."""
    expected = Counter(
        (toll.kind, toll.low, str(toll.hedge), event.confidence)
        for record in records.values()
        for event in record.events
        if not event.background
        for toll in event.tolls
    )
    rows = ask(store, "Casualties by month")
    assert Counter((row["harm"], row["low"], row["hedge"], row["confidence"]) for row in rows) == expected
    months = ask(store, "Casualties by month", 1)
    whole = [row for row in rows if not row["part"]]
    assert sum(row["told"] for row in months) == len(whole)
    assert sum(row["doubtful"] for row in months) == sum(row["confidence"] == "doubtful" for row in whole)


def test_speakers_are_counted(store: Any, records: dict[int, Record]) -> None:
    """Statements are counted by outlet, year and speaker."""
    expected = Counter(
        (record.document.outlet, (record.document.published or "")[:4] or None, one.speaker.name)
        for record in records.values()
        for one in record.statements
        if one.repeats is None and one.speaker.name
    )
    rows = ask(store, "Who is quoted, by outlet and year")
    assert {(row["outlet"], row["year"], row["speaker"]): row["statements"] for row in rows} == expected
    assert all(0 <= row["doubtful"] <= row["statements"] for row in rows)


def test_exact_words(store: Any, records: dict[int, Record]) -> None:
    """What is cut out of a text is ``text[start:end]``, and the column ``words`` has the same."""
    rows = ask(store, "The exact words at a span")
    for row in rows:
        start, end = row["span"]
        record = records[row["item"]]
        assert row["exact"] == record.text[start:end] != ""
        assert row["address"] == f"{record.document.id}#char={start},{end}"
    told = store.execute("SELECT item, id, words FROM statements").fetchall()
    for item, id, words in told:
        assert words == [row["exact"] for row in rows if (row["item"], row["id"]) == (item, id)]


def test_refusals(store: Any, folder: Path) -> None:
    """Every refusal is counted under its reason, as many as the manifest has."""
    rows = ask(store, "What was refused")
    totals = json.loads((folder / "corpus/manifest.json").read_bytes())["totals"]
    assert {row["code"] for row in rows} == {"jsonl.malformed", "jsonl.no-text", "source.missing"}
    assert sum(row["refused"] for row in rows) == totals["rejected"] == 3


def test_evidence(store: Any, folder: Path) -> None:
    """The bytes are those that came in, with their hash and where they were."""
    rows = ask(store, "What a claim stands on")
    line = (folder / "news.jsonl").read_bytes().splitlines(keepends=True)[0].rstrip(b"\n")
    for row in rows:
        assert row["bytes"].rstrip(b"\n") == line
        assert row["sha256"] == hashlib.sha256(row["bytes"]).hexdigest()
        assert row["path"] == f"{folder / 'news.jsonl'}#line-1"
    pages = "SELECT data FROM evidence WHERE path LIKE '%page.html'"
    assert store.execute(pages).fetchall() == [((folder / "page.html").read_bytes(),)]
