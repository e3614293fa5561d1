"""What people decide about stories and verdicts stays, whatever is derived anew, until it is undone."""

from __future__ import annotations

import pytest

from rawi.ledger import Ledger
from rawi.ledger.clock import utc_now
from rawi.ledger.contexts import read_groupings, read_verdicts
from rawi.ledger.decisions import write_decision
from rawi.model.resolution import Anchor
from tests.ledger.conftest import Add
from tests.ledger.samples import news


def documents(ledger: Ledger) -> list[str]:
    """The ids of all documents."""
    return [row["id"] for row in ledger.export("documents")]


def awaited(ledger: Ledger) -> set[str]:
    """The documents that have to be related anew."""
    rows = ledger._store.connection.execute("SELECT id FROM awaiting JOIN document ON number = document")  # type: ignore[attr-defined]
    return {row[0] for row in rows}


def test_reports_are_put_together_and_apart(ledger: Ledger, add: Add) -> None:
    """Two documents are made one story by a decision, and an undoing takes it back; both are related anew."""
    for number in range(3):
        add(news(number))
    a, b, _ = documents(ledger)
    ledger.update()
    number = ledger.merge(a, b, "الحدث نفسه")
    assert read_groupings(ledger._store) == ((frozenset((a, b)),), ())
    assert awaited(ledger) == {a, b}
    ledger.update()
    assert awaited(ledger) == set()
    ledger.undo(number)
    assert read_groupings(ledger._store) == ((), ())
    assert ledger.verify() == []


def test_a_story_is_not_dissolved_without_a_word(ledger: Ledger, add: Add) -> None:
    """A split that names no report is refused, and nothing is written."""
    for number in range(2):
        add(news(number))
    a, b = documents(ledger)
    ledger.merge(a, b)
    ledger.update()
    story = next(ledger.stories())
    with pytest.raises(ValueError, match="name those"):
        ledger.split(story.id)
    assert ledger.find_reports(story.id) == ledger.find_reports(*story.documents) == story.documents
    assert ledger.find_reports(story.id, "سليم") == ()
    ledger.split(story.id, b)
    ledger.update()
    assert ledger.story_with(b) is None


def test_a_verdict_is_kept_with_its_number(ledger: Ledger, add: Add) -> None:
    """The later verdict on a pair counts, in either order; undone, the earlier one counts again."""
    for number in range(2):
        add(news(number))
    a, b = (row["id"] for row in ledger.export("figures"))
    first = ledger.decide_verdict(a, b, "contradicts", "قيل في اليوم نفسه")
    second = ledger.decide_verdict(b, a, "compatible")
    assert read_verdicts(ledger._store) == {frozenset((a, b)): (second, "compatible")}
    ledger.undo()
    assert read_verdicts(ledger._store) == {frozenset((a, b)): (first, "contradicts")}
    assert [one.kind for one in ledger.decisions()] == ["verdict", "verdict", "undo"]
    assert ledger.verify() == []


@pytest.mark.parametrize(("verdict", "other"), [("wrong", 1), ("compatible", 0)])
def test_a_verdict_that_is_none_is_refused(ledger: Ledger, add: Add, verdict: str, other: int) -> None:
    """A word that is no verdict, and an entry beside itself, are refused, and nothing is written."""
    for number in range(2):
        add(news(number))
    figures = [row["id"] for row in ledger.export("figures")]
    with pytest.raises(ValueError, match=r"none of|one entry"):
        ledger.decide_verdict(figures[0], figures[other], verdict)
    assert list(ledger.decisions()) == []


def test_decisions_about_stories_do_not_touch_who_is_who(ledger: Ledger, add: Add) -> None:
    """Entities are the same with and without decisions about reports."""
    for number in range(4):
        add(news(number))
    before = list(ledger.export("entities"))
    a, b, *_ = documents(ledger)
    ledger.merge(a, b)
    assert list(ledger.export("entities")) == before
    ledger.update()
    assert ledger.verify() == []


def test_of_decisions_that_contradict_the_later_counts(ledger: Ledger, add: Add) -> None:
    """A merge after a split puts together again, and a split after that parts; what is not in both stays."""
    for number in range(3):
        add(news(number))
    a, b, c = documents(ledger)
    ledger.merge(a, b)
    ledger.merge(b, c)
    decide_apart(ledger, (a,), (b, c))
    together, apart = read_groupings(ledger._store)
    assert set(together) == {frozenset((b, c))}
    assert apart == ((frozenset((a,)), frozenset((b, c))),)
    ledger.merge(a, b)
    together, apart = read_groupings(ledger._store)
    assert frozenset((a, b)) in together
    assert apart == ((frozenset(), frozenset((c,))),)


def decide_apart(ledger: Ledger, *parts: tuple[str, ...]) -> None:
    """Decide that parts are of several stories."""
    anchors = [[Anchor("report", one) for one in part] for part in parts]
    with ledger._store.transaction():
        write_decision(ledger._store, utc_now, "هدى", "split", None, anchors)
