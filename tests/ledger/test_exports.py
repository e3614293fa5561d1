"""Rows for other programs, and the account of how each came about."""

from __future__ import annotations

import msgspec
import pytest

from rawi.ledger import Ledger
from rawi.ledger.exports import DERIVED, KINDS
from rawi.ledger.faults import AmbiguousId, NotInLedger
from rawi.ledger.queries import load_migrations
from rawi.pipeline import extract
from tests.ledger.conftest import Add
from tests.ledger.samples import news, submission

_FILLERS = (
    "وأضاف أن فرق الإسعاف نقلت الجرحى إلى مستشفى المدينة.",
    "وأغلقت الشرطة الطرق المؤدية إلى السوق منذ الصباح.",
    "وبدأت النيابة تحقيقا في الحادث واستدعت أصحاب المحال.",
)
_SCHEMAS = len(load_migrations())  # each tells the journal of itself


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger of twelve reports."""
    list(ledger.add_many(submission(news(number)) for number in range(12)))
    return ledger


_ENTRIES = [kind for kind in KINDS if kind not in DERIVED and kind not in ("documents", "entities")]


@pytest.mark.parametrize("kind", _ENTRIES)
def test_every_row_names_its_words(full: Ledger, kind: str) -> None:
    """Every row has id, document, start, end and the source's own words there, and is JSON."""
    rows = list(full.export(kind))
    assert len(rows) >= 12
    for row in rows:
        text = full.document(row["document"]).text
        assert text[row["start"] : row["end"]] == row["text"]
        assert full.entry(row["id"]).words == row["text"]
        assert msgspec.json.decode(msgspec.json.encode(row))["id"] == row["id"]


def test_documents_carry_the_hash_of_their_text(full: Ledger) -> None:
    """A document's row has text, sha256 of it, and the evidence with its origin."""
    for row in full.export("documents"):
        assert row["id"] == f"sha256:{row['sha256']}"
        assert row["text"] == full.words(row["id"])
        assert row["evidence"][0]["origin"]["path"] == row["source"]


def test_references_are_the_ledgers_ids(full: Ledger) -> None:
    """A reference within the record becomes the id of the entry it means."""
    for row in full.export("statements"):
        assert full.entry(row["speaker"]["entity"]).kind == "entity"
    for row in full.export("events"):
        assert full.entry(row["according_to"]).kind == "statement"
        assert full.entry(row["place"]["entity"]).words == row["place"]["name"]


def test_entities_list_their_forms(full: Ledger) -> None:
    """An entity's row has the shape of the contract, and every member stands on the source's own words."""
    rows = list(full.export("entities"))
    assert {row["type"] for row in rows} == {"person", "place"}
    for row in rows:
        assert {"id", "type", "name", "variants", "documents", "link"} <= set(row)
        assert row["documents"] == sorted({member["document"] for member in row["members"]})
        assert sum(form["count"] for form in row["variants"]) == len(row["members"])
        for member in row["members"]:
            text = full.document(member["document"]).text
            assert text[member["start"] : member["end"]] == member["text"]
            assert full.entry(member["id"]).words == member["text"]
        assert msgspec.json.decode(msgspec.json.encode(row))["id"] == row["id"]


_SHAPES = {
    "duplicates": {"id", "kind", "documents", "origin", "similarity"},
    "stories": {"id", "documents", "from", "to"},
    "recurrences": {"id", "speaker", "statements", "origins"},
    "series": {"id", "what", "unit", "place", "points"},
    "comparisons": {"id", "a", "b", "verdict", "reasons"},
    "incidents": {"id", "events", "documents", "confidence", "reasons"},
}
_POINT = {"figure", "low", "high", "hedge", "as_of", "said"} | {"holder", "relayed_by", "document", "origin"}


@pytest.mark.parametrize("kind", DERIVED)
def test_what_is_derived_has_the_shape_of_the_contract(ledger: Ledger, kind: str) -> None:
    """Each row of a relation has the fields that others rely on, and each id once."""
    first = "قال وزير الصحة نادر الشيخ إن 12 شخصا قتلوا في انفجار سوق الرملية اليوم."
    whole = "\n".join((first, *_FILLERS))
    for text, day in ((whole, 1), (f"{whole}\nالمصدر: صدى الريم\n", 2)):
        record = extract(text, published=f"2031-05-0{day}", outlet="صدى الريم" if day == 1 else "نداء السهل")
        one = submission(record)
        ledger.add(record, evidence=one.evidence, origin=one.origin, extractor=one.extractor)
    for number, count in enumerate((12, 12, 19)):
        words = f"قال وزير الصحة نادر الشيخ إن {count} شخصا قتلوا في انفجار سوق الرملية اليوم."
        record = extract(f"{words}\n{_FILLERS[number]}\n", published=f"2031-05-0{number + 1}", outlet="الريم")
        one = submission(record)
        ledger.add(record, evidence=one.evidence, origin=one.origin, extractor=one.extractor)
    rows = [msgspec.json.decode(msgspec.json.encode(row)) for row in ledger.export(kind)]
    assert rows, f"the reports give no {kind}"
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(_SHAPES[kind] <= set(row) for row in rows)
    if kind == "series":
        assert all(set(point) >= _POINT for row in rows for point in row["points"])


def test_an_unknown_kind_is_refused(full: Ledger) -> None:
    """The error names the kinds there are."""
    with pytest.raises(ValueError, match="kinds are documents"):
        full.export("poems")


def test_an_explanation_leads_to_the_bytes(full: Ledger) -> None:
    """Rule, extractor, word lists, evidence and journal of an entry."""
    said = next(full.said("حداد"))
    told = full.explain(said.id[:9])
    assert (told.rule, told.extractor, told.lexicons) == (
        "statement/cue-then-speaker",
        "rawi/0.1.0",
        "words1",
    )
    assert told.entry.words == said.words
    assert f"sha256:{told.evidence[0].hash}" == said.article.id
    assert [event.what for event in told.events] == ["document.new"]


def test_ids_by_their_first_letters(full: Ledger) -> None:
    """A prefix is enough if it is one's own; else the error says which it could be."""
    document = news(3).document.id
    assert full.document(document[7:19]).document.id == document
    with pytest.raises(AmbiguousId, match="more than one"):
        full.entry("st_")
    for id in ("st_zzzzzzzz", "nothing", ""):
        with pytest.raises(NotInLedger):
            full.entry(id)
    with pytest.raises(NotInLedger):
        full.document("zz")


def test_the_journal_tells_who_when_what_and_why(full: Ledger) -> None:
    """Events are numbered without a gap, in UTC, each with the hash of the one before."""
    events = list(full.events())
    assert [event.number for event in events] == list(range(1, 13 + _SCHEMAS))
    first = events[_SCHEMAS]
    assert first.at == f"2031-05-01T00:00:{_SCHEMAS:02}.000000Z"
    assert (first.who, first.what, first.why) == (
        "rawi",
        "document.new",
        "read by rawi/0.1.0+words1",
    )
    assert [event.previous for event in events[1:]] == [event.hash for event in events[:-1]]
    assert full.head() == events[-1].hash


def test_counts_add_up(full: Ledger, add: Add) -> None:
    """Counts are of what is shown."""
    counts = full.counts()
    assert (counts.documents, counts.statements, counts.figures, counts.entities) == (12, 12, 12, 24)
    assert (counts.dates, counts.events, counts.evidence, counts.journal) == (12, 12, 12, 12 + _SCHEMAS)
