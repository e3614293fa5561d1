"""Entries that do not say the same, set side by side with the reasons: a first, cautious version.

No pair is called a contradiction. Two counts differ only if they count the same noun in the same unit in
sentences that share words, and their ranges do not meet; a denial differs from a statement that shares most
of its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rawi.ledger.attribution import voice
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.results import Count, Difference, Reason, Said
from rawi.ledger.rows import sentence_span
from rawi.ledger.store import Store
from rawi.ledger.terms import WORD, split_words, stem
from rawi.ledger.timeline import find_days
from rawi.model.claim import Figure, Statement
from rawi.model.span import Span

Words = frozenset[str]
_SHARED_WORDS = 3
_TOPIC_OVERLAP = 0.4
_FEW = 4  # documents, or of a hundred
_DENIAL_OVERLAP = 0.6
_COMMONEST = 40  # entries that share a word: a word of more of them says nothing about their topic
_PROBES = 6
_TIMES = frozenset(("a", "mo", "wk", "d", "h", "min", "s"))


class _Seen(NamedTuple):
    """A figure under comparison, and the stems around it."""

    figure: Count
    words: Words


def find_differences(store: Store, what: str | None = None) -> Iterator[Difference]:
    """Yield pairs that differ, figures first. See ``Ledger.conflicts``."""
    readings = Readings(store)
    heads = frozenset(stem(word) for word in split_words(what)) if what else None
    for group in _figure_groups(store, readings, heads):
        yield from _figure_pairs(group)
    for number, position in list(store.rows("denials")):
        yield from _denial_pairs(store, readings, number, position, heads)


def _figure_groups(store: Store, readings: Readings, heads: Words | None) -> Iterator[list[_Seen]]:
    """Yield the figures that count the same noun in the same unit, in a stable order."""
    groups: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for number, position, _ in list(store.rows("claims", _kind("figure"))):
        reading = readings[number]
        item = reading.items[position]
        if isinstance(item, Figure) and (key := _counted(item)) and (heads is None or key[0] in heads):
            around = _stems(reading, (sentence_span(reading.document.text, item.span),))
            around -= _stems(reading, (item.span,))
            groups[key].append(_Seen(build_count(reading, position), around))
    telling = _telling([seen for group in groups.values() for seen in group])
    for _, group in sorted(groups.items()):
        if len(group) > 1:
            yield [seen._replace(words=seen.words & telling) for seen in group]


def _telling(figures: list[_Seen]) -> Words:
    """Return the words that tell of a topic: those that stand near figures in few documents."""
    documents: dict[str, set[str]] = defaultdict(set)
    for seen in figures:
        for word in seen.words:
            documents[word].add(seen.figure.article.id)
    number = len({seen.figure.article.id for seen in figures})
    most = max(_FEW, number * _FEW // 100)
    return frozenset(word for word, holders in documents.items() if len(holders) <= most)


def _kind(kind: str) -> dict[str, str | None]:
    """Return the parameters of a question about all current entries of a kind."""
    return {"kind": kind, "since": None, "until": None, "form": None, "confidence": None}


def _counted(figure: Figure) -> tuple[str, str] | None:
    """Return the stem of the counted noun and the unit; null for what cannot be compared."""
    words = split_words(figure.counted.text) if figure.counted else []
    if figure.unit in _TIMES or not (words or figure.unit):
        return None
    return stem(words[0]) if words else "", figure.unit or ""


def _stems(reading: Reading, spans: Sequence[Span]) -> Words:
    """Return the stems of the words at source spans; short words and numbers say nothing of a topic."""
    folded = reading.folded
    texts = [folded.text[slice(*folded.from_source(span.start, span.end))] for span in spans]
    found = {stem(word) for text in texts for word in WORD.findall(text)}
    return frozenset(word for word in found if len(word) > 2 and not word[0].isdigit())


def _figure_pairs(group: list[_Seen]) -> Iterator[Difference]:
    """Yield the pairs of a group whose sentences share words and whose values do not meet."""
    for (a, b), shared in sorted(_shared(group).items()):
        one, other = group[a], group[b]
        if shared < max(_SHARED_WORDS, _TOPIC_OVERLAP * min(len(one.words), len(other.words))):
            continue
        if reasons := compare_counts(one.figure, other.figure, one.words & other.words):
            yield Difference("figures", one.figure, other.figure, reasons)


def _shared(group: list[_Seen]) -> dict[tuple[int, int], int]:
    """Return how many telling words each pair of a group shares; pairs that share none are left out."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, seen in enumerate(group):
        for word in seen.words:
            holders[word].append(index)
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for indexes in holders.values():
        if len(indexes) <= _COMMONEST:
            for pair in combinations(indexes, 2):
                pairs[pair] += 1
    return pairs


def compare_counts(a: Count, b: Count, shared: Words) -> tuple[Reason, ...]:
    """Compare two counts of one noun: the reasons why they differ, none where they need not.

    They must have values that do not meet, and another holder or another date; known places must not be
    apart.
    """
    if _meet(a.figure, b.figure) or _apart(a.figure.place, b.figure.place):
        return ()
    reasons = [Reason("values.apart", a.words, b.words)]
    if a.holder != b.holder:
        reasons.append(Reason("holder.other", a.holder or "", b.holder or ""))
    if (a.article.id, a.holder) != (b.article.id, b.holder) or a.as_of != b.as_of:
        reasons += [
            Reason(code, one or "", other or "")
            for code, one, other in (
                ("as_of.other", a.as_of, b.as_of),
                ("said.other", a.said, b.said),
                ("published.other", a.published, b.published),
            )
            if find_days(one) != find_days(other)
        ]
    if len(reasons) == 1:
        return ()
    return (*reasons, Reason("words.shared", " ".join(sorted(shared)), ""))


def _meet(a: Figure, b: Figure) -> bool:
    """Say whether two figures can both be right; an approximate one reaches a tenth to either side."""
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return a_low <= b_high and b_low <= a_high


def _range(figure: Figure) -> tuple[float, float]:
    """Return the values a figure allows; ends that the words leave open are unbounded."""
    low = float("-inf") if figure.low is None else float(figure.low)
    high = float("inf") if figure.high is None else float(figure.high)
    if figure.hedge == "about":
        return low * 0.9, high * 1.1
    return low, high


def _apart(a: str | None, b: str | None) -> bool:
    """Say whether two names, both given, share no word."""
    return bool(a and b) and not set(map(stem, split_words(a or ""))) & set(map(stem, split_words(b or "")))


def _denial_pairs(
    store: Store, readings: Readings, number: int, position: int, heads: Words | None
) -> Iterator[Difference]:
    """Yield a denied statement beside asserted ones of other speakers that share most of its words."""
    denied = build_said(readings[number], position)
    words = _stems(readings[number], denied.statement.content)
    if len(words) < _SHARED_WORDS or (heads is not None and not heads & words):
        return
    match = "near : (" + " OR ".join(f'"{word}"' for word in sorted(words, key=_rarity)[:_PROBES]) + ")"
    for row in list(store.rows("claims_matching", _kind("statement") | {"match": match})):
        yield from _denial(denied, words, readings[row[0]], row[1])


def _rarity(word: str) -> tuple[int, str]:
    """Order words by length, the longest first: in want of counts, long words are rare ones."""
    return -len(word), word


def _denial(denied: Said, words: Words, reading: Reading, position: int) -> Iterator[Difference]:
    """Yield the denial beside one statement, if that asserts what is denied."""
    item = reading.item(position)
    if not isinstance(item, Statement) or item.polarity == "denied":
        return
    shared = words & (theirs := _stems(reading, item.content))
    if len(shared) < _SHARED_WORDS or len(shared) < _DENIAL_OVERLAP * min(len(words), len(theirs)):
        return
    asserted = build_said(reading, position)
    if voice(item) != voice(denied.statement):
        reasons = (
            Reason("polarity.other", "denied", "asserted"),
            Reason("words.shared", " ".join(sorted(shared)), ""),
        )
        yield Difference("denial", denied, asserted, reasons)
