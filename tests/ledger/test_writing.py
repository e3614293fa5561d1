"""What goes in: once, whole, and only with the words it states."""

from __future__ import annotations

import msgspec
import pytest

from rawi.ledger import Ledger, Origin
from rawi.ledger.queries import load_migrations
from rawi.ledger.writing import version_key
from rawi.model.claim import Counted
from rawi.model.span import Span
from tests.ledger.conftest import Add
from tests.ledger.samples import EXTRACTOR, news, submission


def test_a_record_comes_back_as_it_went_in(ledger: Ledger, add: Add) -> None:
    """The stored document is the record that was added, with the place it was met as its source."""
    record = news(1)
    outcome = add(record, path="a.txt")
    assert outcome.status == "stored"
    document = msgspec.structs.replace(record.document, source="a.txt")
    assert ledger.document(record.document.id) == msgspec.structs.replace(record, document=document)


def test_the_second_time_adds_nothing(ledger: Ledger, add: Add) -> None:
    """Adding the same document again is a duplicate and leaves no trace, not even in the journal."""
    add(news(1))
    before = (ledger.counts(), ledger.ledger_hash(), ledger.head())
    again = add(news(1))
    assert (again.status, again.code, again.document_id) == ("duplicate", "same", news(1).document.id)
    assert (ledger.counts(), ledger.ledger_hash(), ledger.head()) == before


def test_a_second_place_is_a_sighting(ledger: Ledger, add: Add) -> None:
    """The same words from another place are one document, met twice."""
    add(news(1), path="a.txt")
    assert add(news(1), path="b.txt").code == "sighting.new"
    counts = ledger.counts()
    assert (counts.documents, counts.sightings, counts.readings, counts.evidence) == (1, 2, 1, 1)
    assert {one.origin.path for one in ledger.explain(next(ledger.said(None)).id).evidence} == {
        "a.txt",
        "b.txt",
    }


def test_evidence_is_kept_apart_from_the_text_read_from_it(ledger: Ledger) -> None:
    """Bytes that differ from the text are stored as they came, under their own hash."""
    record, page = news(1), b"<html>\x00\xff" + news(1).text.encode("utf-16")
    origin = Origin(path="a.html", media="text/html", reader="html/3", options="recall")
    outcome = ledger.add(record, evidence=page, origin=origin, extractor=EXTRACTOR)
    assert outcome.status == "stored"
    (evidence,) = ledger.explain(next(ledger.figures()).id).evidence
    assert (evidence.size, evidence.origin) == (len(page), origin)
    seen: list[tuple[bytes, Origin]] = []

    def derive(data: bytes, origin: Origin) -> str | None:
        seen.append((data, origin))
        return record.text

    assert ledger.verify(derive) == []
    assert [(data, one.reader, one.options) for data, one in seen] == [(page, "html/3", "recall")]


def test_verify_names_a_text_that_is_read_otherwise_now(ledger: Ledger, add: Add) -> None:
    """A reader that gives another text from the same bytes is a mismatch of that document."""
    add(news(1))
    assert [one.code for one in ledger.verify(lambda data, origin: "غير ذلك")] == ["text.changed"]


def test_a_newer_extractor_adds_a_reading_and_the_old_one_stays(ledger: Ledger, add: Add) -> None:
    """What is shown comes from the newest version, whatever the order in which they were added."""
    full = news(1)
    poor = msgspec.structs.replace(full, statements=(), figures=(), events=(), entities=())
    add(full, "rawi/0.10.0")
    old = add(poor, "rawi/0.9.0")
    assert (old.status, old.code) == ("stored", "reading.new")
    assert ledger.counts().readings == 2
    assert ledger.counts().statements == 1
    shown = next(ledger.said(None))
    richer = msgspec.structs.replace(full, statements=())
    add(richer, "rawi/0.11.0")
    assert list(ledger.said(None)) == []
    entry = ledger.entry(shown.id)
    assert (entry.current, entry.extractor, entry.words) == (False, "rawi/0.10.0", shown.words)


def test_a_reading_with_metadata_is_shown_before_one_without(ledger: Ledger, add: Add) -> None:
    """Of two readings by one extractor the one whose date comes from metadata is shown, in any order."""
    bare = msgspec.structs.replace(news(1).document, published="2031", published_from="text", outlet=None)
    for number, first in ((1, True), (2, False)):
        dated = news(number)
        text_only = msgspec.structs.replace(
            dated,
            document=msgspec.structs.replace(
                bare, id=dated.document.id, text=dated.text, body=dated.document.body
            ),
        )
        for record in (dated, text_only) if first else (text_only, dated):
            add(record)
        assert ledger.document(dated.document.id).document.published_from == "metadata"


@pytest.mark.parametrize(
    ("span", "code"),
    [(Span(5, 10**6), "span.outside"), (Span(7, 7), "span.outside"), (Span(-3, 2), "span.outside")],
)
def test_an_entry_outside_the_text_is_refused_alone(ledger: Ledger, add: Add, span: Span, code: str) -> None:
    """A span that is no place of the text costs its entry, which is counted, and nothing else."""
    record = news(1)
    wrong = msgspec.structs.replace(record.dates[0], span=span)
    outcome = add(msgspec.structs.replace(record, dates=(wrong,)))
    assert (outcome.status, outcome.refused) == ("stored", 1)
    counts = ledger.counts()
    assert (counts.dates, counts.refused, counts.statements) == (0, 1, 1)
    assert ledger.verify() == []


def test_a_figure_whose_noun_is_not_in_its_place_is_refused(ledger: Ledger, add: Add) -> None:
    """The words that an entry states must be the words at its span."""
    record = news(1)
    noun = Counted("مدرسة", record.figures[0].span)
    wrong = msgspec.structs.replace(record.figures[0], counted=noun)
    assert add(msgspec.structs.replace(record, figures=(wrong,))).refused == 1
    assert list(ledger.figures()) == []


def test_a_statement_without_content_is_refused(ledger: Ledger, add: Add) -> None:
    """An entry without a span is no entry."""
    wrong = msgspec.structs.replace(news(1).statements[0], content=())
    assert add(msgspec.structs.replace(news(1), statements=(wrong,))).refused == 1


def test_a_document_with_a_wrong_id_is_rejected(ledger: Ledger, add: Add) -> None:
    """The id must be the hash of the text; the rejected bytes are kept and counted."""
    record = news(1)
    wrong = msgspec.structs.replace(record.document, text=record.text + "!")
    outcome = add(msgspec.structs.replace(record, document=wrong))
    assert (outcome.status, outcome.code, outcome.document_id) == ("rejected", "document.id-mismatch", None)
    assert (ledger.counts().documents, ledger.counts().rejected) == (0, 1)
    assert ledger.verify() == []


def test_a_lone_surrogate_is_rejected(ledger: Ledger) -> None:
    """A text that UTF-8 cannot hold is rejected with a code instead of an exception."""
    record = news(1)
    broken = msgspec.structs.replace(
        record, document=msgspec.structs.replace(record.document, text="قال\ud800")
    )
    outcome = ledger.add(broken, evidence=b"x", origin=Origin(), extractor=EXTRACTOR)
    assert (outcome.status, outcome.code) == ("rejected", "text.surrogate")


def test_rejected_inputs_are_written_down_once(ledger: Ledger) -> None:
    """An input that gave no document is kept with its code; the second time adds nothing."""
    origin = Origin(path="broken.warc")
    for _ in range(2):
        assert ledger.reject(origin, "E104", b"\xff\xfe").status == "rejected"
    assert ledger.counts().rejected == 1
    assert [event.what for event in ledger.events()] == ["schema.migrated"] * len(load_migrations()) + [
        "input.rejected"
    ]
    assert ledger.verify() == []


def test_in_is_stored_and_duplicate_and_rejected(ledger: Ledger) -> None:
    """Every submission of a batch has one outcome, in the order in which it came."""
    good = [submission(news(number)) for number in range(5)]
    bad = msgspec.structs.replace(
        good[0],
        record=msgspec.structs.replace(
            news(9), document=msgspec.structs.replace(news(9).document, id="sha256:0")
        ),
    )
    outcomes = list(ledger.add_many([*good, bad, good[2]], group=3))
    assert [one.status for one in outcomes] == ["stored"] * 5 + ["rejected", "duplicate"]


def test_numbers_too_large_for_the_database_are_kept_or_refused(ledger: Ledger, add: Add) -> None:
    """A number beyond what a database compares stays exact in the entry."""
    record = news(1)
    for power in (30, 400):
        huge = msgspec.structs.replace(record.figures[0], low=10**power, high=10**power)
        add(msgspec.structs.replace(record, figures=(huge,)), f"rawi/{power}")
        kept = list(ledger.figures())
        assert kept == [] or kept[0].figure.low == 10**power
        assert ledger.counts().figures + ledger.counts().refused >= 1
    assert ledger.verify() == []


def test_empty_text_and_empty_evidence_are_stored(ledger: Ledger) -> None:
    """A document of no words is a document."""
    empty = msgspec.structs.replace(news(1).document, text="", body=(), id="sha256:" + _EMPTY)
    record = msgspec.structs.replace(
        news(1), document=empty, statements=(), figures=(), dates=(), events=(), entities=()
    )
    assert ledger.add(record, evidence=b"", origin=Origin(), extractor=EXTRACTOR).status == "stored"
    assert ledger.verify() == []


_EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_has_tells_what_need_not_be_extracted_again(ledger: Ledger, add: Add) -> None:
    """The same bytes at the same place by the same extractor are known; anything else is not."""
    one = submission(news(1))
    add(news(1))
    assert ledger.has(one.evidence, one.origin, EXTRACTOR) == news(1).document.id
    assert ledger.has(one.evidence, one.origin, "rawi/9") is None
    assert ledger.has(one.evidence, msgspec.structs.replace(one.origin, path="b"), EXTRACTOR) is None
    assert ledger.has(b"else", one.origin, EXTRACTOR) is None


@pytest.mark.parametrize(
    ("older", "newer"),
    [("rawi/0.9.1", "rawi/0.10.0"), ("rawi/1", "rawi/1.0.1"), ("rawi/1.2+b", "rawi/1.10+a")],
)
def test_versions_are_ordered_as_numbers(older: str, newer: str) -> None:
    """0.10 is newer than 0.9, and the hash of the word lists has no say."""
    assert version_key(older) < version_key(newer)


def test_a_refused_statement_holds_no_figure(ledger: Ledger, add: Add) -> None:
    """What is told of a figure does not come from a statement that was not stored."""
    record = news(1)
    wrong = msgspec.structs.replace(record.statements[0], cue=Span(5, 10**6))
    held = msgspec.structs.replace(record.figures[0], according_to=wrong.id)
    assert add(msgspec.structs.replace(record, statements=(wrong,), figures=(held,))).refused == 1
    assert [one.holder for one in ledger.figures()] == [None]
    assert ledger.verify() == []
