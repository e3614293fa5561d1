"""Whatever comes in is read, or refused with a code; nothing is lost without a word."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from rawi.documents.build import build_document
from rawi.errors import DocumentError
from rawi.model.source import Flagged, Item, Rejected, Report
from rawi.sources.accounting import Account
from rawi.sources.reader import read_inputs
from tests.sources.hostile import CANARY, Case, all_cases

SECONDS = 10.0


def _bare(text: str) -> str:
    """Return the text without marks, which some of the encodings do not have."""
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


def _read(path: str) -> tuple[list[str], set[str], Report]:
    """Return the texts that come of an input, all codes that were reported, and the account."""
    account = Account()
    texts: list[str] = []
    codes: set[str] = set()
    for outcome in read_inputs([path]):
        account.take(outcome)
        if isinstance(outcome, Rejected):
            codes.add(outcome.code)
        elif isinstance(outcome, Flagged):
            codes.add(outcome.warning.code)
        elif isinstance(outcome, Item):
            try:
                document = build_document(outcome)
            except DocumentError as error:
                codes.add(error.code)
                account.refused(outcome, error.code, str(error))
            else:
                assert all(0 <= s.start < s.end <= len(document.text) for s in document.body)
                assert all(
                    link.span is None or link.span.of(document.text) == link.name for link in document.chain
                )
                document.text.encode("utf-8")
                codes |= {warning.code for warning in document.warnings}
                texts.append(document.text)
                account.stored(outcome, document.warnings)
    return texts, codes, account.report()


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_hostile_file(case: Case, tmp_path: Path) -> None:
    """A hostile file gives its canary or a refusal, the codes foreseen, in time, and sums that add up."""
    path = tmp_path / case.name
    case.make(path)
    begun = time.monotonic()
    texts, codes, report = _read(str(path))
    assert time.monotonic() - begun < SECONDS
    assert any(_bare(CANARY) in _bare(text) for text in texts) == case.canary
    assert codes == case.codes
    assert not case.hidden or not any(case.hidden in text for text in texts)
    totals = report.totals
    assert totals.documents_in == totals.stored + totals.duplicates + totals.rejected > 0
    assert all(one.outcome == "accepted" or one.code for one in report.inputs)
