"""Which of two documents was published first, as far as their dates tell."""

from __future__ import annotations

import pytest

from rawi.relations.copies.publication import comes_before, order_of


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-05-01", "2024-05-02", True),
        ("2024-05-01", "2024-05-01", False),
        ("2024-04", "2024-05-01", True),
        ("2023", "2024", True),
        ("2024-12", "2025-01", True),
        (None, "2024-05-02", False),
        ("2024-05-01/2024-05-03", "2024-06-01", True),
        ("2024-05-01/2024-05-03", "2024-05-02", False),
        ("2024-13-01", "2025-01-01", False),
    ],
)
def test_who_came_first(one: str | None, other: str, before: bool) -> None:
    """Only what is sure counts: of days, months and years, and of what is no date."""
    assert comes_before(one, other) is before
    assert not comes_before(other, one) or not before


def test_undated_documents_come_last() -> None:
    """Order is by publication, then by id."""
    keys = [order_of(*pair) for pair in ((None, "a"), ("2024-05-02", "b"), ("2024-05-01", "c"))]
    assert sorted(keys) == [keys[2], keys[1], keys[0]]
