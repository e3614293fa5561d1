"""Small reports, and what is found across them: as a ledger would, from all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rawi.model.proposition import Proposition, Tie
from rawi.model.relation import Comparison, Recurrence, Report
from rawi.pipeline import extract
from rawi.relations.layer import Context
from rawi.relations.statements.disputes import LAYER as DISPUTES
from rawi.relations.statements.propositions import LAYER as PROPOSITIONS

Found = Recurrence | Comparison


def report(name: str, text: str, published: str | None = None) -> Report:
    """Read an article; its statements are called ``name:s1`` …"""
    record = extract(text, published=published)
    return Report(record, {one.id: f"{name}:{one.id}" for one in record.statements})


def propositions(*reports: Report) -> dict[str, Proposition]:
    """Return the statements of reports as they are compared, by their ids."""
    return {one.id: one for each in reports for one in PROPOSITIONS.read(each)}


def find_ties(items: Iterable[Proposition]) -> Iterator[Tie]:
    """Yield the ties of statements that share enough keys."""
    holders: defaultdict[int, list[Proposition]] = defaultdict(list)
    for one in items:
        for key in PROPOSITIONS.keys(one):
            holders[key].append(one)
    shared: Counter[tuple[str, str]] = Counter()
    known = {one.id: one for held in holders.values() for one in held}
    for held in holders.values():
        shared.update((min(a.id, b.id), max(a.id, b.id)) for a, b in combinations(held, 2))
    for (a, b), count in sorted(shared.items()):
        tie = PROPOSITIONS.link(known[a], known[b]) if count >= PROPOSITIONS.least else None
        if isinstance(tie, Tie):
            yield tie


def relate(*reports: Report, context: Context | None = None, story: bool = False) -> list[Found]:
    """Return all that is found; with ``story`` the reports are of one."""
    context = context or Context(stories={each.id: "sy_1" for each in reports} if story else {})
    items = propositions(*reports)
    found: list[Found] = list(PROPOSITIONS.group([*items.values()], [*find_ties(items.values())], context))
    blocks: defaultdict[str, list[Proposition]] = defaultdict(list)
    for one in (one for each in reports for one in DISPUTES.read(each)):
        for block in DISPUTES.blocks(one, context):
            blocks[block].append(one)
    for block, held in blocks.items():
        found += DISPUTES.build(block, held, context)
    return found


def recurrences(found: Iterable[Found]) -> list[Recurrence]:
    """Return the recurrences among results."""
    return [one for one in found if isinstance(one, Recurrence)]


def comparisons(found: Iterable[Found]) -> list[Comparison]:
    """Return the comparisons among results."""
    return [one for one in found if isinstance(one, Comparison)]
