"""Which of two documents was published first, as far as their dates tell."""

from __future__ import annotations

import pytest

from rawi.relations.copies.publication import comes_before, order_of, read_publication


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-05-01", "2024-05-02", True),
        ("2024-05-01", "2024-05-01", False),
        ("2024-04", "2024-05-01", True),
        ("2023", "2024", True),
        ("2024-12", "2025-01", True),
        ("2024-05-01T10:00", "2024-05-01T10:01", True),
        ("2024-05-01T10:00", "2024-05-01T10:00", False),
        ("2024-05-01T10:00+03:00", "2024-05-01T08:30Z", True),
        ("2024-05-01T23:00Z", "2024-05-02", False),  # it may have been the second of May there
        ("2024-05-01T08:00Z", "2024-05-02T18:00", True),
        (None, "2024-05-02", False),
        ("2024-05-01/2024-05-03", "2024-06-01", False),
        ("2024-13-01", "2025-01-01", False),
    ],
)
def test_who_came_first(one: str | None, other: str, before: bool) -> None:
    """Only what is sure counts: days, moments, clocks with and without a zone, and what is no date."""
    assert comes_before(one, other) is before
    assert not comes_before(other, one) or not before


@pytest.mark.parametrize("edtf", ["", "متى", "9999", "0000-01-01", "2024-05-01T99:99"])
def test_no_date_is_refused(edtf: str) -> None:
    """What is no date, or beyond the calendar, is unknown and never raises."""
    assert read_publication(edtf) is None


def test_undated_documents_come_last() -> None:
    """Order is by publication, then by id."""
    keys = [order_of(*pair) for pair in ((None, "a"), ("2024-05-02", "b"), ("2024-05-01", "c"))]
    assert sorted(keys) == [keys[2], keys[1], keys[0]]
