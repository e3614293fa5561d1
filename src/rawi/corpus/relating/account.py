"""What is told of the relations of a corpus: while they are looked for, and in the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from rawi.model.corpus import TableFile


class Step(NamedTuple):
    """One step that is done: its name, the rows that came of it, and the seconds that it took."""

    name: str
    rows: int
    seconds: float


#: Told of each step that is done.
Told = Callable[[Step], None]


class Related(msgspec.Struct, frozen=True):
    """The relations that lie beside a corpus: nothing in it depends on who made them.

    ``extractor`` is that of the corpus, ``layers`` those that were related with their versions. ``documents``
    count once by id; ``repeated`` are the items left out for that. ``rows`` are those of tables and of the
    steps between.
    """

    version: int
    extractor: str
    layers: dict[str, str]
    documents: int
    repeated: int
    rows: dict[str, int]
    files: tuple[TableFile, ...]


def render_step(step: Step) -> str:
    """Return a step that is done in one line.

    >>> render_step(Step("stories/pairs", 3934, 11.77))
    'stories/pairs: 3,934 (11.8 s)'
    """
    return f"{step.name}: {step.rows:,} ({step.seconds:.1f} s)"


def render_related(related: Related, folder: str) -> str:
    """Return what was found in the corpus below ``folder``, in words."""
    rows = related.rows
    groups = f"{rows['copies/groups']:,} groups of copies, {rows['stories/groups']:,} stories"
    compared = rows["copies/candidates"] + rows["stories/candidates"]
    return (
        f"{related.documents:,} documents ({related.repeated:,} repeated); {compared:,} compared\n"
        f"{folder}: {groups}, {rows['names/alike']:,} pairs of names that may be one person's"
    )
