"""Comparisons: whether the two claims that a reader lays side by side were, and with the right verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from rawi.evaluation.across.annotation import GoldComparison
from rawi.evaluation.across.links import Compared
from rawi.evaluation.across.location import Locator
from rawi.evaluation.sheet import Hits, Miss

NONE = "none"
CONTRADICTS = "contradicts"
_OF_PLACE = ("date", "place")


class Judged(msgspec.Struct, frozen=True):
    """A comparison of the gold with what the ledger says of it.

    ``readable``: both claims are in the ledger; ``found``: all comparisons of their entries; ``said``: the
    verdict that counts, a right one if there is any.
    """

    gold: GoldComparison
    readable: bool
    found: tuple[Compared, ...] = ()
    said: str = NONE
    aspect: str | None = None

    @property
    def right(self) -> bool:
        """Whether the verdict is one that a fair reader gives."""
        return self.said in self.gold.accepted


class Index:
    """Comparisons of the ledger, found by two entries."""

    def __init__(self, comparisons: Sequence[Compared]) -> None:
        self._by_pair: dict[tuple[str, str], list[Compared]] = {}
        for one in comparisons:
            self._by_pair.setdefault((one.a, one.b), []).append(one)

    def find(self, one: frozenset[str], other: frozenset[str]) -> Iterator[Compared]:
        """Yield the comparisons of an entry of ``one`` with an entry of ``other``."""
        for a in sorted(one):
            for b in sorted(other):
                yield from self._by_pair.get((a, b), ())
                yield from self._by_pair.get((b, a), ())


def judge(golds: Iterable[GoldComparison], comparisons: Sequence[Compared], locator: Locator) -> list[Judged]:
    """Return each comparison of the gold with what was said of it."""
    index = Index(comparisons)
    return [_judge(gold, index, locator) for gold in golds]


def _judge(gold: GoldComparison, index: Index, locator: Locator) -> Judged:
    """Compare every mention of the one claim with every mention of the other, the first mentions first."""
    ones, others = locator.find(gold.a, gold.kind), locator.find(gold.b, gold.kind)
    found = tuple(
        dict.fromkeys(
            verdict
            for one in ones
            for other in others
            for verdict in index.find(one, other)
            if (gold.kind in _OF_PLACE or verdict.kind in _OF_PLACE) <= (gold.kind == verdict.kind)
        )
    )
    best = next((one for one in found if one.verdict in gold.accepted), found[0] if found else None)
    readable = any(ones) and any(others)
    if best is None:
        return Judged(gold, readable)
    return Judged(gold, readable, found, best.verdict, best.aspect)


class Precision(msgspec.Struct, frozen=True):
    """Of ``n`` contradictions that the ledger says, the share that are some; null where it says none."""

    precision: float | None
    n: int


def contradictions(
    judged: Iterable[Judged], comparisons: Iterable[Compared]
) -> tuple[list[Compared], list[Compared]]:
    """Return the contradictions that are right and those that are false; optional ones are neither."""
    right, excused = set[Compared](), set[Compared]()
    for one in judged:
        if CONTRADICTS in one.gold.accepted:
            (excused if one.gold.optional else right).update(one.found)
    said = [one for one in comparisons if one.verdict == CONTRADICTS]
    return [one for one in said if one in right], [one for one in said if one not in right | excused]


def score_verdicts(judged: Sequence[Judged]) -> Mapping[str, Hits]:
    """Count over the required comparisons: those that can be read, those found, verdicts and aspects."""
    hits = {name: Hits() for name in ("readable", "found", "verdicts", "verdicts of readable", "aspects")}
    for one in judged:
        if one.gold.optional:
            continue
        _ask(hits["readable"], one.readable)
        _ask(hits["found"], bool(one.found))
        _ask(hits["verdicts"], one.right)
        if one.readable:
            _ask(hits["verdicts of readable"], one.right)
        if one.right and one.gold.aspect and one.said == one.gold.verdict:
            _ask(hits["aspects"], one.aspect == one.gold.aspect)
    return hits


def _ask(hits: Hits, answer: bool) -> None:
    hits.asked += 1
    hits.right += answer


def count_confusions(judged: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """Return for each verdict of the gold how often each one was said; ``none`` where none was."""
    table: dict[str, Counter[str]] = {}
    for one in judged:
        if not one.gold.optional:
            said = one.gold.verdict if one.right else one.said
            table.setdefault(one.gold.verdict, Counter())[said] += 1
    return {verdict: dict(sorted(row.items())) for verdict, row in sorted(table.items())}


def list_misses(judged: Iterable[Judged]) -> Iterator[Miss]:
    """Yield every required comparison that was not found, or got another verdict."""
    for one in judged:
        if not one.gold.optional and not one.right:
            why = "" if one.readable else " (not in the ledger)"
            yield Miss(
                f"{one.gold.a.document} {one.gold.b.document}",
                f"{one.gold.kind}: {one.gold.verdict}, said: {one.said}{why}",
                f"{one.gold.a.text} | {one.gold.b.text} | {one.gold.why}",
            )
