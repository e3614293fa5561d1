"""Scores that only go up: ``python -m rawi.evaluation.gate [--raise] [--lower NAME --why REASON]``.

Scores the repository's ``gold/`` with its clusters of reports and, where it is present beside the repository,
the shared gold and the shared value cases, and compares each score with its floor in ``quality/floors.toml``.
Exit 1 names every regression.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from rawi.errors import RawiError
from rawi.evaluation.across.verdicts import Precision
from rawi.evaluation.cases import read_cases
from rawi.evaluation.floors import (
    Floors,
    Regression,
    find_fallen,
    find_regressions,
    load_floors,
    lower_floor,
    parse_floors,
    raise_floors,
    render_floors,
)
from rawi.evaluation.report import Extract, evaluate
from rawi.evaluation.revision import find_landed, read_landed
from rawi.evaluation.sheet import F1, Accuracy, Figure
from rawi.evaluation.values import Parse, answer_cases, score_values

FLOORS = "quality/floors.toml"
OWN = "gold"
ARTICLES = {OWN: "gold", "events": "gold/events", "seeds": "../shared/gold", "dev": "../shared/gold/dev"}
CASES = {"suites": "../shared/suites"}
CLUSTERS = {"stories": "gold/stories", "affairs": "gold/affairs", "unread": "gold/unread"}
LEAST_ASKED = 20  # with fewer questions a single one moves the score by more than five points


Relate = Callable[[Path], Mapping[str, Figure | Precision]]


class Tools(msgspec.Struct, frozen=True):
    """What is measured: extraction, values, and what is linked across the reports of a folder."""

    extract: Extract
    parse: Parse
    relate: Relate


class Measured(msgspec.Struct, frozen=True):
    """Scores by name, which of them rest on enough questions to be pinned, and what was here to score."""

    scores: dict[str, float]
    firm: frozenset[str]
    collections: frozenset[str]

    def to_pin(self, floors: Floors) -> dict[str, float]:
        """Return the scores that have a floor, or deserve one."""
        return {k: v for k, v in self.scores.items() if k in self.firm or k in floors.floors}


def _score_of(figure: Figure | Precision) -> float | None:
    """The one number of a figure, None where nothing was asked."""
    if isinstance(figure, Precision):
        return figure.precision
    return figure.f1 if isinstance(figure, F1) else figure.accuracy if isinstance(figure, Accuracy) else None


def _present(root: Path, places: dict[str, str]) -> dict[str, Path]:
    """The collections to score; our own is among them even if it has gone: then reading it fails."""
    paths = {name: root / place for name, place in places.items()}
    return {name: path for name, path in paths.items() if name == OWN or path.is_dir()}


def _score_cases(path: Path, parse: Parse) -> Mapping[str, Figure]:
    cases = read_cases(path)
    return score_values(cases, answer_cases(cases, parse))


def measure(root: Path, tools: Tools) -> Measured:
    """Score every collection that is here.

    Raises GoldError where ``gold/`` is missing or a collection cannot be read.
    """
    scored: dict[str, Mapping[str, Figure | Precision]] = {
        name: evaluate(path, tools.extract).figures for name, path in _present(root, ARTICLES).items()
    }
    scored |= {name: _score_cases(path, tools.parse) for name, path in _present(root, CASES).items()}
    scored |= {name: tools.relate(path) for name, path in _present(root, CLUSTERS).items()}
    figures = {f"{place}/{name}": one for place, row in scored.items() for name, one in row.items()}
    scores = {name: score for name, one in figures.items() if (score := _score_of(one)) is not None}
    firm = frozenset(name for name in scores if figures[name].n >= LEAST_ASKED)
    return Measured(scores, firm, frozenset(scored))


def find_lowered_by_hand(root: Path, floors: Floors) -> list[Regression]:
    """Return the floors that fell since the last landed state without a reason in the file."""
    landed = find_landed(root)
    text = landed and read_landed(root, landed, FLOORS)
    return find_fallen(floors, parse_floors(text, f"{landed}:{FLOORS}")) if text else []


def render_regression(one: Regression) -> str:
    """Return one line: the score's name, what it is and what it was."""
    now = "gone missing" if one.score is None else f"{one.score:.4f}"
    return f"fell: {one.name}  {now}, floor {one.floor:.3f}"


def render_summary(measured: Measured, floors: Floors, fallen: Sequence[Regression]) -> str:
    """Return one line: what was scored and how many scores fell."""
    here = ", ".join(sorted(measured.collections))
    watched = sum(name in measured.scores for name in floors.floors)
    return f"gate: {watched} pinned scores of {here}; {len(fallen)} fell"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m rawi.evaluation.gate", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (default: here)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", metavar="NAME", help="lower one floor to its score, as gold/attributed")
    parser.add_argument("--why", default="", metavar="REASON", help="why it has to fall; kept in the file")
    return parser.parse_args(arguments)


def _changed(floors: Floors, measured: Measured, asked: argparse.Namespace) -> Floors:
    if asked.lower:
        floors = lower_floor(floors, asked.lower, measured.scores.get(asked.lower), asked.why)
    return raise_floors(floors, measured.to_pin(floors)) if asked.lift else floors


def run(asked: argparse.Namespace, tools: Tools) -> int:
    """Score, change the floors as asked, print what fell; 0 if nothing did, else 1."""
    path = asked.root / FLOORS
    measured = measure(asked.root, tools)
    floors = _changed(load_floors(path), measured, asked)
    if asked.lift or asked.lower:
        path.parent.mkdir(exist_ok=True)
        path.write_text(render_floors(floors), "utf-8")
    fallen = find_regressions(floors, measured.scores, measured.collections)
    fallen += find_lowered_by_hand(asked.root, floors)
    for one in fallen:
        print(render_regression(one))
    print(render_summary(measured, floors, fallen))
    return 1 if fallen else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate on the working tree's own ``extract`` and ``parse``; 2 if it cannot be run."""
    from rawi.evaluation.across.report import score_cluster
    from rawi.parsing import parse
    from rawi.pipeline import extract

    try:
        return run(_arguments(arguments), Tools(extract, parse, score_cluster))
    except RawiError as error:
        print(f"error[{error.code}] {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
