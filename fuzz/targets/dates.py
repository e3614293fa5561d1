"""Dates, moments and durations in any text: valid EDTF or none, in their places, whatever they count from."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.properties import as_text, require, require_code, same
from fuzz.seeds import sentences
from rawi.documents.published import parse_published
from rawi.errors import ParseError
from rawi.ledger.timeline import find_days, parse_days
from rawi.parsing import check_reference, parse
from tests.values.forms import find_faults, is_edtf
from tests.values.hostile import CALENDAR, DAYS

REFERENCES = (
    None,
    "2020-11-04T12:00:00",
    "0001-01-01",
    "9999-12-31T23:59:59",
    "2024-02-29",
    "2021",
    "2021-05",
)


def seeds() -> Iterator[bytes]:
    """Yield phrases that hold dates, the reference first."""
    lines = [*DAYS.split("\n"), *(make(2) for make in CALENDAR.values()), *list(sentences())[::7]]
    for number, line in enumerate(filter(None, lines)):
        yield bytes([number % len(REFERENCES)]) + line.encode()[:300]


def check(data: bytes) -> None:
    """Read a text's values of time, from the reference that the first byte chooses; then as a stated day."""
    if not data:
        return
    reference, text = REFERENCES[data[0] % len(REFERENCES)], as_text(data[1:])
    for task in ("date", "datetime", "duration"):
        values = same(lambda task=task: parse(text, task, reference))  # type: ignore[misc]
        for value in values:
            faults = list(find_faults(value, text))
            require(not faults, f"{task}: {faults}")
            _require_ordered(value.get("edtf"))
        starts = [value["start"] for value in values]
        require(starts == sorted(starts), f"{task}: in the order of the text")
    _check_stated(text)


def _require_ordered(edtf: str | None) -> None:
    """Check that the ledger can place what was read, unless its year is not known."""
    days = find_days(edtf)
    require(edtf is None or "XXXX" in edtf or edtf.startswith("-") or days, f"the ledger can place {edtf}")
    require(days is None or days[0] <= days[1], f"{edtf} begins before it ends")


def _check_stated(text: str) -> None:
    """Read a text as a stated day of publication, as a day asked for, and as a reference."""
    try:
        found = same(lambda: parse_published(text))
        require(is_edtf(found) and len(found) <= 10, f"a day, month or year: {found}")
    except ParseError as error:
        require_code(error, "E204")
    try:
        parse_days(text)
        check_reference(text)
    except ValueError:  # ParseError is one
        return
