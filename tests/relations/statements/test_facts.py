"""What is said to be so, and what is said not to be: whether both speak of one thing."""

from __future__ import annotations

from rawi.relations.statements.facts import Fact, oppose
from rawi.relations.statements.lexemes import load_alone


def fact(name: str, about: set[str], *, done: bool) -> Fact:
    """A fact at the head of what is said."""
    return Fact(name, done, frozenset(about), "plain" if done else "negated", leads=True)


def test_no_soldier_killed_denies_no_passer_by_killed() -> None:
    """An action that can stand alone still is of one thing only if the words next to it are, where both have
    some."""
    name = min(load_alone())
    told = fact(name, {"عابر", "سوق"}, done=True)
    assert oppose(told, fact(name, {"جندي"}, done=False)) is None
    assert oppose(told, fact(name, {"عابر"}, done=False)) == "negated"
    assert oppose(told, fact(name, set(), done=False)) == "negated"
