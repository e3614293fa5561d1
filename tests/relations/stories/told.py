"""Invented reports read as a ledger would have them, and stories made of them as a ledger makes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rawi.model.relation import Pair, Report, Story
from rawi.pipeline import extract
from rawi.relations.layer import Context
from rawi.relations.stories.stories import STORIES
from rawi.relations.stories.topics import Topic


def report(text: str, title: str | None = None, published: str | None = None, **more: str) -> Report:
    """Return what is read from a text; ``more``: outlet, url."""
    return Report(extract(text, title=title, published=published, **more))


def read(*reports: Report) -> list[Topic]:
    """Return the items of reports, in their order."""
    return [topic for one in reports for topic in STORIES.read(one)]


def link(topics: Sequence[Topic]) -> list[Pair]:
    """Return the pairs among items, compared where they share enough keys."""
    keys = {topic.id: set(STORIES.keys(topic)) for topic in topics}
    ordered = sorted(topics, key=lambda topic: topic.id)
    pairs = (
        STORIES.link(a, b)
        for at, a in enumerate(ordered)
        for b in ordered[at + 1 :]
        if len(keys[a.id] & keys[b.id]) >= STORIES.least
    )
    return [pair for pair in pairs if pair is not None]


def find_stories(topics: Sequence[Topic], context: Context | None = None) -> list[Story]:
    """Return the stories of items, each connected set grouped by itself."""
    context = context or Context()
    pairs = link(topics)
    by_id = {topic.id: topic for topic in topics}
    found: list[Story] = []
    for members in _connect(by_id, pairs, context.together):
        inside = [pair for pair in pairs if pair.a in members]
        found += STORIES.group([by_id[one] for one in sorted(members)], inside, context)
    return sorted(found, key=lambda story: story.id)


def _connect(
    ids: Iterable[str], pairs: Iterable[Pair], bonds: Iterable[frozenset[str]]
) -> list[frozenset[str]]:
    """Return the sets that pairs and people's bonds hold together."""
    groups: dict[str, set[str]] = {id: {id} for id in ids}
    for ends in [{pair.a, pair.b} for pair in pairs] + [set(bond) for bond in bonds]:
        joined = set().union(*(groups[end] for end in ends if end in groups))
        groups |= dict.fromkeys(joined, joined)
    return [group for group in set(map(frozenset, groups.values())) if len(group) > 1]


def pairs_within(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """Return the pairs of members of one group, each sorted."""
    members: dict[int, list[str]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[at] = sorted(group)
    return {(a, b) for group in members.values() for at, a in enumerate(group) for b in group[at + 1 :]}
