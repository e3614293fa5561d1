"""How many towns are found in short texts, and how many of these are the row that is meant.

usage: python -m benchmarks.places TOWNS.tsv [PART]      columns: id(|id…), country, type, part, name, text
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import find_places, key_of
from rawi.model.entity import Entity
from rawi.pipeline import extract


class Town(NamedTuple):
    """A town in a text: ``ids`` are the rows that are right."""

    ids: frozenset[str]
    country: str
    type: str
    part: str
    name: str
    text: str


class Outcome(NamedTuple):
    """What became of a town: the entity that was found in its place, and whether its row is right."""

    town: Town
    found: Entity | None
    right: bool


def read_towns(path: Path, part: str | None = None) -> Iterator[Town]:
    """Yield the towns of a table, of one ``part`` of it if that is given."""
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line and not line.startswith("#") and cells[0] != "id" and part in (None, cells[3]):
            yield Town(frozenset(cells[0].split("|")), *cells[1:6])


def ids_of(entity: Entity) -> frozenset[str]:
    """Return the ids that mean the row to which an entity leads: its own and those joined to it."""
    rows = find_places(fold(entity.name))
    also = next((row.also for row in rows if row.id == entity.link), ())
    return frozenset((entity.link or "", *also))


def judge(town: Town) -> Outcome:
    """Read the text of a town and compare."""
    places = [one for one in extract(town.text).entities if one.type == "place"]
    key = key_of(fold(town.name))
    named = [one for one in places if key_of(fold(one.name)).endswith(key)]
    right = next((one for one in named if ids_of(one) & town.ids), None)
    return Outcome(town, right or (named[0] if named else None), right is not None)


def render(outcomes: list[Outcome]) -> str:
    """Return the shares found and resolved, by country, and what failed."""
    lines = []
    totals = Counter(one.town.country for one in outcomes)
    for country in (*sorted(totals), "all"):
        rows = [one for one in outcomes if country in ("all", one.town.country)]
        found = [one for one in rows if one.found is not None]
        right = sum(one.right for one in found)
        share = right / len(found) if found else 0.0
        lines.append(
            f"{country}: found {len(found) / len(rows):.1%}, of these right {share:.1%} (n={len(rows)})"
        )
    for one in outcomes:
        if not one.right:
            got = one.found.link if one.found else "-"
            lines.append(f"{got}\t{'|'.join(sorted(one.town.ids))}\t{one.town.name}")
    return "\n".join(lines)


def main(path: Path, part: str | None = None) -> int:
    """Print the report."""
    print(render([judge(town) for town in read_towns(path, part)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
