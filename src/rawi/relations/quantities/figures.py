"""Figures across reports as one relation: their series, and comparisons of any two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.model.definition import Definition
from rawi.model.relation import Comparison, Series
from rawi.relations.layer import Blocks, Context
from rawi.relations.quantities import conflicts, series

_SERIES, _CONFLICTS = "series ", "conflicts "


def find_blocks(one: Definition, context: Context) -> Iterator[str]:
    """Yield the blocks of a figure: its series, and where it is compared."""
    yield from (_SERIES + name for name in series.find_blocks(one, context))
    yield from (_CONFLICTS + name for name in conflicts.find_blocks(one, context))


def build_figures(
    name: str, members: Sequence[Definition], context: Context
) -> Iterable[Series] | Iterable[Comparison]:
    """Return the series of a block, or the comparisons in it."""
    if name.startswith(_SERIES):
        return series.build_series(name.removeprefix(_SERIES), members, context)
    return conflicts.build_comparisons(name.removeprefix(_CONFLICTS), members, context)


FIGURES = Blocks("figures", series.VERSION, Definition, series.read_definitions, find_blocks, build_figures)
