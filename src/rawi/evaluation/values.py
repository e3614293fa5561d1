"""How well phrases are read: the share of cases whose answer is exactly the expected values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from rawi.evaluation.cases import Case
from rawi.evaluation.equality import Value, same_mention, same_value
from rawi.evaluation.sheet import Accuracy, Hits

ARABIC_LETTER = re.compile("[\u0621-\u064a]")
MALFORMED = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)

Answers = Mapping[tuple[str, str], Sequence[Value]]
Key = tuple[str, str]


class Parse(Protocol):
    """What is measured: a phrase and what is asked of it in, values out (``rawi.parse``)."""

    def __call__(self, text: str, task: str, reference: str | None = None) -> Iterable[object]:
        """Return the values of ``text``: anything that serialises to the shape of values.md."""


def passes(case: Case, values: Sequence[Value]) -> bool:
    """Return whether ``values`` are the expected ones, in any order, none missing and none too many.

    A value that is malformed makes the whole answer wrong.
    """
    try:
        return _same_values(case, list(values))
    except MALFORMED:
        return False


def _same_values(case: Case, rest: list[Value]) -> bool:
    for want in case.expected.values:
        hit = next((got for got in rest if _right(case, want, got)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return not rest


def _right(case: Case, want: Value, got: Value) -> bool:
    return same_mention(case.text, want, got) if case.expected.spans_only else same_value(want, got)


def score_values(cases: Iterable[Case], answers: Answers) -> dict[str, Accuracy]:
    """Return the accuracy of each task and of all: ``plain`` cases, then those that rest on a convention.

    ``answers`` are found by (suite, id); a case without one is wrong unless nothing was expected.
    """
    hits: dict[Key, Hits] = {}
    for case in cases:
        right = passes(case, answers.get((case.suite, case.id), ()))
        for key in _keys(case):
            hit = hits.setdefault(key, Hits())
            hit.asked += 1
            hit.right += right
    ranked = sorted(hits, key=lambda key: (key[0] != "plain", key))
    return {" ".join(key): hits[key].figure() for key in ranked}


def _keys(case: Case) -> Iterator[Key]:
    group = "convention" if case.convention else "plain"
    yield group, "spans" if case.expected.spans_only else case.task
    yield group, "all"
    if ARABIC_LETTER.search(case.text):
        yield group, "all, with words"


def answer_cases(cases: Iterable[Case], parse: Parse) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return what ``parse`` answers to each case, as plain dicts, by (suite, id)."""
    return {
        (case.suite, case.id): _plain(parse(case.text, case.task, reference=case.reference)) for case in cases
    }


def _plain(values: Iterable[object]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = msgspec.to_builtins(list(values), str_keys=True)
    return plain


def render_values(figures: Mapping[str, Accuracy]) -> str:
    """Return accuracies as a table, one a line, for a terminal."""
    return "\n".join(f"{name:<28} {row.accuracy or 0.0:.3f}  ({row.n})" for name, row in figures.items())
