"""Our own phrases, written by people who had not seen the grammar: what is right stays right.

``cases/date``, ``datetime`` and ``number`` were composed to cover each kind of expression; ``sibling-…``
and ``second`` stand beside the public suites' cases as neighbours of theirs. Floors are what was reached
when they were last looked at. What differs is either ours to mend or named here: names (مايو كلينك), a verb
(عاشر), a fraction spelt like a number (تسع), units alone in a sentence.
"""

from pathlib import Path

import msgspec
import pytest

from rawi import parse
from rawi.evaluation.cases import Case
from rawi.evaluation.values import answer_cases, score_values

CASES = Path(__file__).parent / "cases"
FLOORS = {
    "date": 0.99,
    "datetime": 0.98,
    "number": 0.97,
    "second": 0.98,
    "sibling-number": 0.98,
    "sibling-time": 0.98,
}


@pytest.mark.parametrize("name", FLOORS)
def test_phrases_are_read_as_careful_readers_do(name: str) -> None:
    """The share of plain cases whose answer is exactly what is expected does not fall."""
    lines = (CASES / f"{name}.jsonl").read_bytes().splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines if line.strip()]
    figure = score_values(cases, answer_cases(cases, parse))["plain all"]
    assert figure.n > 280
    assert (figure.accuracy or 0) >= FLOORS[name], figure
