"""Dates: the expression, and the day, month, year or interval it means."""

from __future__ import annotations

from rawi.evaluation.article import GoldArticle
from rawi.evaluation.entries import Row, read_entries
from rawi.evaluation.pairing import pair
from rawi.evaluation.sheet import Sheet
from rawi.evaluation.spans import overlap

LEAST_OVERLAP = 0.3
RELATIVE = ("P", "-P", "+P")
QUALIFIERS = "~?%"


def score_dates(sheet: Sheet, gold: GoldArticle, record: Row) -> None:
    """Count the dates of one article."""
    golds = gold.dates
    found, bad = read_entries(gold.text, record.get("dates"), "span")
    sheet.malformed(bad, "dates", "resolved")
    pairs = pair(
        len(golds), len(found), lambda i, j: overlap(golds[i].span, found[j].spans[0]), LEAST_OVERLAP
    )
    right = {(i, j) for i, j in pairs if date_right(golds[i].value, found[j].row.get("value"))}
    sheet.compare("dates", golds, pairs, len(found))
    sheet.compare("resolved", golds, pairs, len(found), lambda i, j: (i, j) in right)
    for i, j in pairs:
        if (i, j) not in right:
            words = golds[i].span.of(gold.text)
            sheet.miss("date", f"{words}: {golds[i].value} != {found[j].row.get('value')}")


def date_right(want: str | None, got: object) -> bool:
    """Return whether an EDTF value is the wanted one, EDTF qualifiers aside.

    Where nothing settles the date (``want`` None), right is None or a duration from a day unknown (``-P5Y``).

    >>> date_right("2020-10", "2020-10~"), date_right(None, "-P3D"), date_right(None, "2020")
    (True, True, False)
    """
    if got is not None and not isinstance(got, str):
        return False
    if want is None:
        return got is None or got.startswith(RELATIVE)
    return (got or "").rstrip(QUALIFIERS) == want.rstrip(QUALIFIERS)
