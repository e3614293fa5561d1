"""Which entries of the ledger stand for words that an annotator wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rawi.evaluation.across.annotation import Claim, GoldReport, Mention
from rawi.evaluation.across.links import Entry
from rawi.model.span import Span

_HALF = 0.5


class Locator:
    """Finds the entries of a claim in the entries of each report."""

    def __init__(self, reports: Mapping[str, GoldReport], entries: Mapping[str, tuple[Entry, ...]]) -> None:
        self._reports, self._entries = reports, entries
        self._found: dict[tuple[str, Mention], frozenset[str]] = {}

    def find(self, claim: Claim, kind: str) -> list[frozenset[str]]:
        """Return for every mention of a claim the ids of the entries that may stand for it.

        ``kind`` is that of the comparison: a figure stands for its number; for what is said, asserted or
        denied, statements that hold half of the words, figures and events in them; for a date or a place
        whatever stands in the same paragraph.
        """
        return [self._locate(mention, kind) for mention in claim.mentions]

    def statement(self, mention: Mention) -> str | None:
        """Return the statement whose content is most like the words of a mention."""
        at, among = self._at(mention), self._of_kind(mention, "statements")
        best = max(among, key=lambda one: (_likeness(one, at), one.id), default=None)
        return best.id if best and _overlap(best, at) else None

    def _locate(self, mention: Mention, kind: str) -> frozenset[str]:
        key = (kind, mention)
        if key not in self._found:
            self._found[key] = frozenset(self._choose(mention, kind))
        return self._found[key]

    def _choose(self, mention: Mention, kind: str) -> Iterable[str]:
        at = self._at(mention)
        if kind == "figures":
            return _best(self._of_kind(mention, "figures"), at)
        if kind in ("date", "place"):
            around = self._paragraph(mention, at)
            return [one.id for one in self._entries.get(mention.document, ()) if _overlap(one, around)]
        said = self._of_kind(mention, "statements")
        holding = [one.id for one in said if _overlap(one, at) >= _HALF * (at.end - at.start)]
        within = [*self._of_kind(mention, "figures"), *self._of_kind(mention, "events")]
        return [*(holding or _best(said, at)), *(one.id for one in within if _overlap(one, at))]

    def _of_kind(self, mention: Mention, kind: str) -> list[Entry]:
        return [one for one in self._entries.get(mention.document, ()) if one.kind == kind]

    def _at(self, mention: Mention) -> Span:
        start = self._reports[mention.document].text.index(mention.text)
        return Span(start, start + len(mention.text))

    def _paragraph(self, mention: Mention, at: Span) -> Span:
        text = self._reports[mention.document].text
        end = text.find("\n", at.end)
        return Span(text.rfind("\n", 0, at.start) + 1, end if end >= 0 else len(text))


def _overlap(entry: Entry, at: Span) -> int:
    """Return how many letters of ``at`` an entry covers."""
    return sum(max(0, min(one.end, at.end) - max(one.start, at.start)) for one in entry.spans)


def _likeness(entry: Entry, at: Span) -> float:
    """Return the share of what an entry and ``at`` have in common of all that they cover."""
    common = _overlap(entry, at)
    size = sum(one.end - one.start for one in entry.spans)
    return common / (size + at.end - at.start - common or 1)


def _best(entries: Iterable[Entry], at: Span) -> list[str]:
    """Return the id of the entry that covers most of ``at``, and is most like it; none if none does."""
    best = max(entries, key=lambda one: (_overlap(one, at), _likeness(one, at), one.id), default=None)
    return [best.id] if best and _overlap(best, at) else []
