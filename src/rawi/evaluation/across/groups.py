"""Stories, copies and recurring statements, scored by the pairs that they hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

from rawi.evaluation.across.annotation import Annotation, Cluster, GoldDuplicate
from rawi.evaluation.across.links import Group, Links
from rawi.evaluation.across.location import Locator
from rawi.evaluation.sheet import F1, Accuracy, Hits, Miss, Tally

Pair = frozenset[str]
#: From the strongest to the weakest: of two documents the strongest counts.
KINDS = ("copy", "revision", "passage")
_PLURAL = {"copy": "copies", "revision": "revisions", "passage": "passages"}


class Scored(msgspec.Struct):
    """Figures by name and single differences, as they are gathered."""

    figures: dict[str, F1 | Accuracy] = {}
    misses: list[Miss] = []


class _Bond(msgspec.Struct, frozen=True):
    """What the gold says of two documents with words in common."""

    kind: str
    accepted: frozenset[str]
    optional: bool


def pairs_of(names: Iterable[str]) -> Iterator[Pair]:
    """Yield every two of some names."""
    return (frozenset(pair) for pair in combinations(sorted(set(names)), 2))


def score_pairs(scored: Scored, name: str, gold: set[Pair], found: set[Pair], neutral: set[Pair]) -> None:
    """Count pairs that are right, false and missed; ``neutral`` ones cost neither way."""
    right, false, missed = gold & found, found - gold - neutral, gold - found
    scored.figures[name] = Tally(len(right), len(false), len(missed)).figure()
    _note(scored, f"{name}: missed", missed)
    _note(scored, f"{name}: false", false)


def _note(scored: Scored, what: str, pairs: Iterable[Pair]) -> None:
    for pair in sorted(pairs, key=sorted):
        scored.misses.append(Miss(" ".join(sorted(pair)), what, ""))


def score_stories(scored: Scored, gold: Annotation, links: Links) -> None:
    """Count the pairs of reports that are in one story."""
    want = {pair for story in gold.stories.values() for pair in pairs_of(story)}
    found = {pair for story in links.stories for pair in pairs_of(story)}
    score_pairs(scored, "stories", want, found, set())


def score_duplicates(scored: Scored, gold: Annotation, links: Links) -> None:
    """Count copies, revisions and shared passages by pairs, and the origins of groups that were found."""
    want, found = _bonds(gold.duplicates), _strongest(links.duplicates)
    for kind in KINDS:
        right = {pair for pair, bond in want.items() if bond.kind == kind and not bond.optional}
        neutral = {pair for pair, bond in want.items() if kind in bond.accepted}
        hit = {pair for pair in right if found.get(pair) in want[pair].accepted}
        said = {pair for pair, one in found.items() if one == kind and pair not in right}
        score_pairs(scored, _PLURAL[kind], right, hit | said, neutral)
    scored.figures["origins"] = _score_origins(scored, gold.duplicates, links.duplicates)


def _bonds(duplicates: Iterable[GoldDuplicate]) -> dict[Pair, _Bond]:
    bonds: dict[Pair, _Bond] = {}
    for one in sorted(duplicates, key=lambda one: KINDS.index(one.kind)):
        bond = _Bond(one.kind, frozenset((one.kind, *one.other)), one.optional)
        for pair in pairs_of(one.documents):
            bonds.setdefault(pair, bond)
    return bonds


def _strongest(groups: Iterable[Group]) -> dict[Pair, str]:
    """Return what is said of each two documents; an unknown kind is the weakest."""
    found: dict[Pair, str] = {}
    ranked = {kind: rank for rank, kind in enumerate(KINDS)}
    for group in sorted(groups, key=lambda one: ranked.get(one.kind, len(KINDS))):
        for pair in pairs_of(group.documents):
            found.setdefault(pair, group.kind)
    return found


def _score_origins(scored: Scored, want: Iterable[GoldDuplicate], found: Iterable[Group]) -> Accuracy:
    """Return how many groups that were found name the right origin, or none where nothing tells it."""
    hits = Hits()
    for one in want:
        match = _match(one, found)
        if match is None or one.optional:
            continue
        hits.asked += 1
        hits.right += match.origin == one.origin
        if match.origin != one.origin:
            words = f"{match.origin} instead of {one.origin}"
            scored.misses.append(Miss(" ".join(one.documents), "origins: wrong", words))
    return hits.figure()


def _match(one: GoldDuplicate, found: Iterable[Group]) -> Group | None:
    """Return the group of an accepted kind that shares most documents with one of the gold, two at least."""
    among = [group for group in found if group.kind in (one.kind, *one.other)]
    best = max(among, key=lambda group: len({*group.documents} & {*one.documents}), default=None)
    return best if best and len({*best.documents} & {*one.documents}) > 1 else None


def score_recurrences(scored: Scored, cluster: Cluster, links: Links, locator: Locator) -> None:
    """Count pairs of statements that say the same again; those of copies and of one report cost nothing."""
    if links.recurrences is None:
        return
    names = {entry.id: name for name, found in links.entries.items() for entry in found}
    want, optional = set[Pair](), set[Pair]()
    for one in cluster.gold.recurrences:
        ids = [
            locator.statement(mention) or f"{mention.document}: {mention.text}" for mention in one.statements
        ]
        (optional if one.optional else want).update(pairs_of(ids))
    found = {pair for statements in links.recurrences for pair in pairs_of(statements)}
    neutral = optional | {pair for pair in found if _costs_nothing(pair, names, cluster.gold)}
    score_pairs(scored, "recurrences", want, found, neutral)


def _costs_nothing(pair: Pair, names: Mapping[str, str], gold: Annotation) -> bool:
    """Tell whether two statements stand in one report, or in two of which one repeats the other."""
    documents = frozenset(names.get(one, "") for one in pair)
    repeats = (one for one in gold.duplicates if one.kind != "passage")
    return len(documents) == 1 or any(documents <= {*one.documents} for one in repeats)
