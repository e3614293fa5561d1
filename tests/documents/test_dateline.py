"""The publication day is inferred only where the text forces it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.boilerplate import read_layout
from rawi.documents.dateline import DatedWords, find_published
from rawi.model.span import Span
from tests.documents.test_boilerplate import LEAD, TITLE


def _found(text: str, *dates: tuple[str, str | None, str | None]) -> tuple[str, str] | None:
    """Return the day and the rule for dates given by their words."""
    listed = [DatedWords(Span(text.index(w), text.index(w) + len(w)), value, rel) for w, value, rel in dates]
    found = find_published(listed, text, read_layout(text))
    return (found.value, found.rule) if found else None


def test_relative_and_full_date_together() -> None:
    """ "Yesterday, Saturday 31 October 2020" means that the article is of 1 November."""
    text = f"{LEAD} وكان ذلك أمس السبت 31 تشرين الأول 2020."
    assert _found(text, ("أمس السبت 31 تشرين الأول 2020", "2020-10-31", "-P1D")) == (
        "2020-11-01",
        "published/relative",
    )


def test_disagreement_proves_nothing() -> None:
    """Two expressions that force different days force none."""
    text = f"{LEAD} أمس 31 تشرين الأول 2020 واليوم 9 تشرين الثاني 2020."
    dates = (
        ("أمس 31 تشرين الأول 2020", "2020-10-31", "-P1D"),
        ("اليوم 9 تشرين الثاني 2020", "2020-11-09", "P0D"),
    )
    assert _found(text, *dates) is None


def test_stamp_dateline_and_line_of_its_own() -> None:
    """A full date in a stamp, in the dateline, or alone above the article is the day of publication."""
    stamp = f"{TITLE}\nتاريخ النشر: 3 أبريل 2019\n{LEAD}"
    assert _found(stamp, ("3 أبريل 2019", "2019-04-03", None)) == ("2019-04-03", "published/stamp")
    opening = f"دمشق 3 أبريل 2019 (رويترز) - {LEAD}"
    assert _found(opening, ("3 أبريل 2019", "2019-04-03", None)) == ("2019-04-03", "published/dateline")
    alone = f"2019-04-03\n{LEAD}"
    assert _found(alone, ("2019-04-03", "2019-04-03", None)) == ("2019-04-03", "published/alone")


def test_dates_of_the_story_prove_nothing() -> None:
    """A date in a sentence, a month, a year or a relative date alone is no publication day."""
    text = f"{LEAD} وكان الجسر القديم هدم في 3 أبريل 2019، أي قبل عام."
    assert _found(text, ("3 أبريل 2019", "2019-04-03", None), ("قبل عام", None, "-P1Y")) is None
    assert _found(f"تاريخ النشر: أبريل 2019\n{LEAD}", ("أبريل 2019", "2019-04", None)) is None


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_value_is_harmless(value: str, relative: str) -> None:
    """Whatever an annotator hands over, nothing is raised."""
    find_published([DatedWords(Span(0, 1), value, relative)], LEAD, read_layout(LEAD))
    find_published([DatedWords(Span(0, 1), "2020-10-31", relative)], LEAD, read_layout(LEAD))
