"""Floors: scores that were reached once and may not be lost again without saying so.

The file is TOML: one table per collection of articles with a floor per score, and a list of the floors that
were lowered, each with its reason. A floor is named ``collection/score``: ``gold/attributed``.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

import msgspec

from rawi.errors import EvaluationError

STEP = Decimal("0.001")
HEADING = """\
# Scores that may only rise. `python -m rawi.evaluation.gate` fails where one falls below its floor;
# `--raise` lifts the floors to what is reached now, `--lower NAME --why REASON` lets one fall.
"""

Scores = Mapping[str, float]


class Lowering(msgspec.Struct, frozen=True):
    """One floor taken down: from where, to where (None: given up) and why."""

    name: str
    floor: float = msgspec.field(name="from")
    to: float | None = None
    why: str = ""


class Floors(msgspec.Struct, frozen=True):
    """Floors by name, and every lowering in the order in which it was asked for."""

    floors: dict[str, float] = {}
    lowered: tuple[Lowering, ...] = ()


class Regression(msgspec.Struct, frozen=True):
    """A score below its floor; ``score`` is None where it has gone missing."""

    name: str
    floor: float
    score: float | None


class _File(msgspec.Struct):
    """The shape of the file."""

    floors: dict[str, dict[str, float]] = {}
    lowered: list[Lowering] = []


def collection_of(name: str) -> str:
    """Return the collection that a floor belongs to: ``gold`` of ``gold/attributed``."""
    return name.partition("/")[0]


def parse_floors(text: str | bytes, where: str) -> Floors:
    """Return the floors written in ``text``; EvaluationError, naming ``where``, if it is no such file."""
    try:
        file = msgspec.toml.decode(text, type=_File)
    except (msgspec.MsgspecError, ValueError) as error:
        raise EvaluationError(f"{where}: {error}") from error
    flat = {f"{table}/{name}": floor for table, row in file.floors.items() for name, floor in row.items()}
    return Floors(flat, tuple(file.lowered))


def load_floors(path: Path) -> Floors:
    """Return the pinned floors, none where there is no file yet."""
    return parse_floors(path.read_bytes(), str(path)) if path.exists() else Floors()


def find_regressions(floors: Floors, scores: Scores, collections: Set[str]) -> list[Regression]:
    """Return every score below its floor; one gone missing from one of ``collections`` counts as one."""
    watched = {name: floor for name, floor in floors.floors.items() if collection_of(name) in collections}
    return [
        Regression(name, floor, scores.get(name))
        for name, floor in watched.items()
        if name not in scores or scores[name] < floor
    ]


def find_fallen(now: Floors, landed: Floors) -> list[Regression]:
    """Return the floors that are lower than they landed, or gone, and no reason is written down for it."""
    excused = {one.name for one in now.lowered[len(landed.lowered) :]}
    fallen = {name: now.floors.get(name) for name in landed.floors if name not in excused}
    return [
        Regression(name, landed.floors[name], floor)
        for name, floor in fallen.items()
        if floor is None or floor < landed.floors[name]
    ]


def round_down(score: float) -> float:
    """Return ``score`` with three decimals, never above it.

    >>> round_down(0.57), round_down(2 / 3)
    (0.57, 0.666)
    """
    return float(Decimal(str(score)).quantize(STEP, ROUND_DOWN))


def raise_floors(floors: Floors, scores: Scores) -> Floors:
    """Return the floors lifted to ``scores`` where these are higher, and new ones for scores without any."""
    lifted = {name: max(round_down(score), floors.floors.get(name, 0.0)) for name, score in scores.items()}
    return msgspec.structs.replace(floors, floors={**floors.floors, **lifted})


def lower_floor(floors: Floors, name: str, score: float | None, why: str) -> Floors:
    """Return the floors with one taken down to ``score`` (None: given up) and the reason written down.

    Raises EvaluationError where there is no such floor, it has not been missed, or no reason is given.
    """
    if name not in floors.floors:
        raise EvaluationError(f"no floor is called {name!r}")
    if not why.strip():
        raise EvaluationError(f"{name}: say why it has to fall")
    floor = floors.floors[name]
    to = None if score is None else round_down(score)
    if to is not None and to >= floor:
        raise EvaluationError(f"{name}: {to:.3f} is not below its floor {floor:.3f}")
    rest = {other: value for other, value in floors.floors.items() if other != name}
    kept = rest if to is None else {**rest, name: to}
    return Floors(kept, (*floors.lowered, Lowering(name, floor, to, why.strip())))


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's, which wants DEL escaped too."""
    return msgspec.json.encode(text).decode("utf-8").replace("\x7f", "\\u007f")


def _render_table(collection: str, floors: Floors) -> str:
    rows = {
        name.partition("/")[2]: floor
        for name, floor in floors.floors.items()
        if collection_of(name) == collection
    }
    return "\n".join(
        [f"[floors.{collection}]", *(f"{_quoted(k)} = {v:.3f}" for k, v in sorted(rows.items()))]
    )


def _render_lowering(one: Lowering) -> str:
    to = [] if one.to is None else [f"to = {one.to:.3f}"]
    lines = [f"name = {_quoted(one.name)}", f"from = {one.floor:.3f}", *to, f"why = {_quoted(one.why)}"]
    return "\n".join(["[[lowered]]", *lines])


def render_floors(floors: Floors) -> str:
    """Return the file: one floor a line, sorted, so that a change of one is a change of one line."""
    collections = sorted({collection_of(name) for name in floors.floors})
    tables = [_render_table(collection, floors) for collection in collections]
    return "\n\n".join([HEADING.rstrip(), *tables, *map(_render_lowering, floors.lowered)]) + "\n"
