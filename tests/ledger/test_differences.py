"""What does not say the same, side by side, with the reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.results import Said
from rawi.model.record import Record
from rawi.model.value import Hedge
from tests.ledger.conftest import Add
from tests.ledger.samples import submission, told


def flood(
    number: str,
    value: int,
    speaker: str,
    *,
    place: str = "الرملية",
    said: str = "2031-03-02",
    hedge: Hedge = Hedge.EXACT,
    as_of: str | None = None,
) -> Record:
    """Return a report of houses under water."""
    content = f"السيول غمرت {number} منزلا في أحياء {place} القديمة"
    text = f"قال {speaker} إن {content}."
    return told(
        text, speaker, content, number, value, "منزلا", said=said, hedge=hedge, place=place, as_of=as_of
    )  # fmt: skip


def test_counts_of_two_holders_differ(ledger: Ledger, add: Add) -> None:
    """Two holders, one noun, sentences on one topic, values apart: they differ, and no more is said."""
    add(flood("40", 40, "سليم حداد"))
    add(flood("75", 75, "ليلى العامري"))
    (difference,) = ledger.conflicts()
    assert (difference.kind, difference.verdict) == ("figures", "differs")
    assert {reason.code for reason in difference.reasons} == {"values.apart", "holder.other", "words.shared"}
    assert {difference.a.words, difference.b.words} == {"40 منزلا", "75 منزلا"}


def test_a_count_that_moved_differs_by_its_date(ledger: Ledger, add: Add) -> None:
    """One holder on two days: the reasons name the dates, so that a reader sees it may have changed."""
    add(flood("40", 40, "سليم حداد", as_of="2031-03-01"))
    add(flood("75", 75, "سليم حداد", as_of="2031-03-05", said="2031-03-05"))
    (difference,) = ledger.conflicts()
    assert {reason.code for reason in difference.reasons} >= {"as_of.other", "said.other"}
    assert "holder.other" not in {reason.code for reason in difference.reasons}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (flood("40", 40, "سليم حداد"), flood("40", 40, "ليلى العامري")),
        (flood("40", 40, "سليم حداد", hedge=Hedge.MORE_THAN), flood("75", 75, "ليلى العامري")),
        (flood("72", 72, "سليم حداد", hedge=Hedge.ABOUT), flood("75", 75, "ليلى العامري")),
        (flood("40", 40, "سليم حداد"), flood("75", 75, "ليلى العامري", place="مرسى الريم")),
    ],
)
def test_what_can_both_be_right_is_left_alone(ledger: Ledger, add: Add, one: Record, other: Record) -> None:
    """Equal values, ranges that meet, an approximation near enough, and other places are no difference."""
    add(one)
    add(other)
    assert list(ledger.conflicts()) == []


def test_other_nouns_and_other_topics_are_left_alone(ledger: Ledger, add: Add) -> None:
    """A noun alone does not make two sentences speak of one thing."""
    add(flood("40", 40, "سليم حداد"))
    content = "البلدية ستبني 90 منزلا"
    add(told(f"قالت هدى منصور إن {content}", "هدى منصور", content, "90", 90, "منزلا", cue="قالت"))
    content = "السيول غمرت 90 بستانا في أحياء الرملية القديمة"
    add(told(f"قالت هدى منصور إن {content}", "هدى منصور", content, "90", 90, "بستانا", cue="قالت"))
    assert list(ledger.conflicts()) == []


def test_a_denial_stands_beside_what_it_denies(ledger: Ledger, add: Add) -> None:
    """A denial is set beside another's statement of the same, not beside one of something else."""
    content = "إغلاق جسر الرملية القديم أمام الشاحنات"
    add(told(f"أعلن سليم حداد {content}", "سليم حداد", content, cue="أعلن"))
    add(told(f"نفت ليلى العامري {content}", "ليلى العامري", content, cue="نفت", polarity="denied"))
    other = "افتتاح معرض الكتاب في المدينة"
    add(told(f"أعلن نادر الشيخ {other}", "نادر الشيخ", other, cue="أعلن"))
    (difference,) = ledger.conflicts()
    assert difference.kind == "denial"
    assert isinstance(difference.a, Said)
    assert difference.a.statement.polarity == "denied"
    assert difference.a.article.id != difference.b.article.id
    assert {reason.code for reason in difference.reasons} == {"polarity.other", "words.shared"}


def test_what_keeps_to_a_noun(ledger: Ledger, add: Add) -> None:
    """``what`` leaves out figures of other nouns."""
    add(flood("40", 40, "سليم حداد"))
    add(flood("75", 75, "ليلى العامري"))
    assert len(list(ledger.conflicts("المنازل منزل"))) == 1
    assert list(ledger.conflicts("شجرة")) == []


def test_the_order_of_adding_does_not_show(ledger: Ledger, add: Add, tmp_path: Path) -> None:
    """The same pairs in the same order, however the documents came."""
    names = {40: "سليم حداد", 70: "ليلى العامري", 90: "فارس الكيلاني"}
    records = [flood(str(value), value, name) for value, name in names.items()]
    for record in records:
        add(record)
    with open_ledger(tmp_path / "other.rawi") as other:
        list(other.add_many(map(submission, reversed(records))))
        assert list(other.conflicts()) == list(ledger.conflicts())
        assert len(list(other.conflicts())) == 3
