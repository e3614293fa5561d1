"""One utterance is listed once: what repeats it stands with it, if both are found."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from rawi.ledger import Ledger, Origin, open_ledger
from rawi.model.claim import Change, Speaker, Statement
from rawi.model.record import Record
from rawi.model.span import Span
from tests.ledger.samples import document_of, span_of

TEXT = "العنوان مختصر\nالمقدمة أطول قليلا\nالاقتباس كامل كما قيل\n"
PARTS = ("العنوان مختصر", "المقدمة أطول قليلا", "الاقتباس كامل كما قيل")


def _statements(repeats: tuple[str | None, ...]) -> Iterator[Statement]:
    """Yield three statements of one speaker, each repeating what is said."""
    for number, (words, fuller) in enumerate(zip(PARTS, repeats, strict=True), 1):
        yield Statement(
            id=f"s{number}",
            kind="indirect",
            polarity="asserted",
            content=(span_of(TEXT, words),),
            cue=None,
            speaker=Speaker(None, "سليم حداد"),
            repeats=fuller,
            changes=(Change("dropped", None, Span(0, 7)),) if fuller else (),
            confidence="doubtful" if number == 1 else "certain",
        )


def _said(path: str, repeats: tuple[str | None, ...]) -> Ledger:
    """Return a ledger of one such record."""
    ledger = open_ledger(path)
    record = Record(document_of(TEXT), tuple(_statements(repeats)))
    ledger.add(record, evidence=TEXT.encode(), origin=Origin(path="a.txt"), extractor="rawi/0")
    return ledger


@pytest.mark.parametrize(
    ("repeats", "about", "found"),
    [
        (("s2", "s3", None), None, ["s3"]),
        (("s3", "s3", None), None, ["s3"]),
        (("s2", "s3", None), "العنوان", ["s1"]),
        (("s3", None, None), None, ["s2", "s3"]),
        ((None, None, None), None, ["s1", "s2", "s3"]),
        (("s2", "s1", None), None, ["s3"]),
        (("s9", None, None), None, ["s1", "s2", "s3"]),
    ],
)
def test_a_chain_of_echoes_is_one_utterance(
    tmp_path: str, repeats: tuple[str | None, ...], about: str | None, found: list[str]
) -> None:
    """What repeats a listed statement, by any number of steps, is not listed; a broken link does no harm."""
    with _said(f"{tmp_path}/a.rawi", repeats) as ledger:
        assert [one.statement.id for one in ledger.said(None, about)] == found
        assert len(list(ledger.said(None, echoes=True))) == 3


def test_an_echo_is_listed_where_its_fuller_statement_is_not_asked_for(tmp_path: str) -> None:
    """Asked for what is doubtful only, a doubtful headline is listed although the quotation is not."""
    with _said(f"{tmp_path}/a.rawi", ("s3", "s3", None)) as ledger:
        assert [one.statement.id for one in ledger.said(None, confidence="doubtful")] == ["s1"]
        assert [one.statement.id for one in ledger.said(None, confidence="certain")] == ["s3"]
        (one,) = ledger.said(None)
        assert [echo.words for echo in one.echoes] == list(PARTS[:2])
        assert ledger.undated(None, confidence="doubtful") == 1


def test_a_change_outside_the_text_is_refused(tmp_path: str) -> None:
    """Words that a change points at are held to the rule of all spans: in the text, or no entry."""
    one = next(_statements((None, None, None)))
    bad = msgspec.structs.replace(one, changes=(Change("added", Span(5, 5000), None),))
    with open_ledger(f"{tmp_path}/b.rawi") as ledger:
        record = Record(document_of(TEXT), (bad,))
        outcome = ledger.add(record, evidence=b"x", origin=Origin(path="a.txt"), extractor="rawi/0")
        assert outcome.refused == 1
