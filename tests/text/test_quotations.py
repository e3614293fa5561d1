"""Quotation marks are paired by what stands around them."""

import pytest

from rawi.text.text import Text


def quoted(source: str) -> list[str]:
    """Return what stands inside each pair, in order of opening."""
    text = Text(source)
    return [text.words_of(q.open + 1, q.close) for q in text.quotations]


@pytest.mark.parametrize(
    ("source", "inside"),
    [
        ("قال «نعم».", ["نعم"]),
        ('قال "نعم".', ["نعم"]),
        ("قال “نعم”.", ["نعم"]),
        ("قال ”نعم“.", ["نعم"]),
        ("قال »نعم«.", ["نعم"]),
        ("قال ''نعم''.", ["نعم"]),
        ("قالت “فازت “الغد” اليوم” ومضت", ["فازت “الغد” اليوم", "الغد"]),
        ('قالت "فازت "الغد" اليوم" ومضت', ['فازت "الغد" اليوم', "الغد"]),
        ("لصحيفة “الغد”، قال «نعم»", ["الغد", "نعم"]),
        ('لـ"الغد" قال', ["الغد"]),
    ],
)
def test_pairs_of_every_kind_nest(source: str, inside: list[str]) -> None:
    """Curly, straight, doubled and reversed marks pair, also inside their own kind."""
    assert quoted(source) == inside


def test_a_mark_that_never_closes_is_closed_at_its_paragraph_and_says_so() -> None:
    """What is opened is never lost, and the repair can be seen."""
    text = Text("قال «لن نغادر أبدا\nومضى.")
    (quotation,) = text.quotations
    assert quotation.repaired
    assert text.words_of(quotation.open + 1, quotation.close) == "لن نغادر أبدا"


def test_a_mark_that_only_closes_opens_nothing() -> None:
    """A stray closing mark makes no quotation."""
    assert quoted("لن نغادر أبدا» قال ومضى.") == []
