"""Five articles of one story, where they are: their figures through time and against each other."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from rawi.model.definition import Definition
from rawi.model.relation import Comparison, Series
from rawi.relations.layer import Blocks, Context
from rawi.relations.quantities.conflicts import CONFLICTS
from rawi.relations.quantities.series import SERIES
from rawi.relations.quantities.verdicts import compare
from tests.relations.quantities.defined import defined

_SEEDS = Path("/work/shared/seeds")
pytestmark = pytest.mark.skipif(
    not _SEEDS.is_dir(), reason="the seed articles are not part of the repository"
)


@cache
def seeds() -> tuple[Definition, ...]:
    """Return the definitions of all five articles."""
    paths = sorted(_SEEDS.glob("*.txt"))
    return tuple(one for n, path in enumerate(paths) for one in defined(path.read_text("utf-8"), f"S{n}"))


def built(layer: Blocks) -> list[Series | Comparison]:
    """Return what a layer makes of them."""
    blocks: dict[str, list[Definition]] = defaultdict(list)
    for one in seeds():
        for block in layer.blocks(one, Context()):
            blocks[block].append(one)
    return [found for block in sorted(blocks) for found in layer.build(block, blocks[block], Context())]


def figure(name: str, low: int | None = None, high: int | None = None) -> Definition:
    """Return the one figure of an article with these bounds."""
    (found,) = [one for one in seeds() if one.id.startswith(name) and (one.low, one.high) == (low, high)]
    return found


def test_fighters_are_one_series_of_two_origins() -> None:
    """40,000, under 3,000 and 10,000 are one series; the coalition's spokesmen are one origin, the other is
    who is passed on."""
    (found,) = [one for one in built(SERIES) if isinstance(one, Series) and one.what == "fighters"]
    assert {(point.low, point.high) for point in found.points} == {
        (40000, 40000),
        (None, 3000),
        (10000, 10000),
    }
    assert set(found.origins) == {"التحالف الدولي", "الأمم المتحدة"}
    relayed = next(point for point in found.points if point.low == 10000)
    assert relayed.relayed_by == ("واين ماروتو",)


def test_the_talking_point_is_one_origin() -> None:
    """40,000 in two articles is one claim of one man."""
    found = compare(figure("S0", 40000, 40000), figure("S4", 40000, 40000), Context())
    assert found.verdict == "same_origin"


def test_three_forces_are_three_things() -> None:
    """900 there, 3,000 elsewhere, and 10,000 of others are never one quantity."""
    there, elsewhere, others = (
        figure("S0", 900, 900),
        figure("S4", 3000, 3000),
        figure("S0", 10000, 10000),
    )
    assert compare(there, elsewhere, Context()).aspect == "place"
    assert compare(there, others, Context()).aspect == "definition"
    assert compare(elsewhere, others, Context()).aspect == "definition"


def test_the_missing_square_is_flagged() -> None:
    """30,000 kilometres of land lack their square, and are another thing than the 110,000 held."""
    lacking, held = figure("S3", 30000), figure("S4", 110000, 110000)
    assert (lacking.flag, held.flag) == ("unit.missing", None)
    found = compare(lacking, held, Context())
    assert (found.verdict, found.aspect) == ("not_comparable", "definition")
    assert "unit.missing" in {reason.code for reason in found.reasons}


def test_people_against_reports() -> None:
    """5,961 killed civilians against 695 reports: laid side by side, and not comparable."""
    pair = {figure("S1", 5961).id, figure("S1", 695, 695).id}
    (found,) = [one for one in built(CONFLICTS) if isinstance(one, Comparison) and {one.a, one.b} == pair]
    assert (found.verdict, found.aspect) == ("not_comparable", "unit")


def test_a_part_of_the_trained() -> None:
    """22,000 are a part of 25,000."""
    whole, part = figure("S1", 25000), figure("S1", 22000, 22000)
    assert part.part_of == whole.id
    assert compare(whole, part, Context()).aspect == "definition"


def test_nothing_contradicts() -> None:
    """In the five articles no two figures contradict each other."""
    assert not [
        one for one in built(CONFLICTS) if isinstance(one, Comparison) and one.verdict == "contradicts"
    ]
