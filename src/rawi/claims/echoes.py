"""One utterance told twice in an article: a headline or lede is linked to the fuller statement it repeats.

Precision first: the same speaker, nearly all telling words of the shorter one in the longer one, and among
them words that few statements of the article have. Links lead from a lesser statement to a fuller one in a
total order, so they never run in a circle; nothing else of a statement is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

import msgspec

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.claims.changes import MOST_WORDS, find_changes, keeps_figures, tell_words
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading
from rawi.model.annotation import Kind
from rawi.model.claim import Speaker, Statement

Told = tuple[Statement, Draft]
_FEWEST = 3  # telling words that two statements must share
_PART = 0.6  # of the telling words of the one that repeats
_PART_AFTER = 0.75  # likewise, where it stands after the fuller one
_PART_QUOTED = 0.9  # likewise, where both are quotations
_NEARLY_ALL = 0.8
_BESIDE = 3  # tokens beside the shared words that belong to what is repeated
_RARE = 3  # statements that may share a word which tells this utterance from others
_RARE_SHARED = 2
_SPREAD = 4  # tokens of the fuller one, for each telling word of the other, in which the shared words stand
_STEP = 6  # tokens from one shared word to the next where both statements have them in the same order
_ALIKE = 1.1  # the part of the words that is shared, and the part of those that follow each other in both
_GOING_ON = frozenset(("adds", "continues"))  # stances of what had not been said before


class Words(msgspec.Struct, frozen=True, gc=False):
    """The telling words of a statement: each stem with the first token that has it."""

    number: int
    statement: Statement
    draft: Draft
    stems: dict[str, int]


def link_echoes(reading: Reading, told: Sequence[Told]) -> list[Told]:
    """Return the statements, those that repeat a fuller one linked to it with what they changed.

    A headline ``الدوري: الجسر سيفتح قريبا`` repeats ``قال سليم الدوري «الجسر سيفتح قريبا أمام الجميع»``.
    """
    voices = [one.speaker.name for one, _ in told if one.speaker.name is not None]
    if len(voices) < 2:
        return list(told)
    counted = _tokens_of_figures(reading)
    words = [_words(reading, number, one, counted) for number, one in enumerate(told)]
    near = _near(words)
    return [_linked(reading, one, near.get(one.number, ())) for one in words]


def _near(words: Sequence[Words]) -> dict[int, list[Words]]:
    """Return by the number of each statement those that share with it some words which few have, in their
    order."""
    held = Counter(chain.from_iterable([one.stems for one in words]))
    holders: dict[str, list[int]] = {stem: [] for stem, count in held.items() if 1 < count <= _RARE}
    for one in words:
        for stem in holders.keys() & one.stems.keys():
            holders[stem].append(one.number)
    counts: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        for pair in combinations(numbers, 2):
            counts[pair] = counts.get(pair, 0) + 1
    near: dict[int, list[Words]] = {}
    for first, second in sorted(pair for pair, count in counts.items() if count >= _RARE_SHARED):
        near.setdefault(first, []).append(words[second])
        near.setdefault(second, []).append(words[first])
    return near


def _tokens_of_figures(reading: Reading) -> bytearray:
    """Flag the tokens of numbers, which are compared by their values."""
    flags = bytearray(len(reading.words) + 1)
    for one in reading.known.of(Kind.QUANTITY):
        first, last = one.value.number
        flags[first:last] = b"\1" * (last - first)
    return flags


def _words(reading: Reading, number: int, told: Told, counted: bytearray) -> Words:
    """Collect the telling words of a statement."""
    statement, draft = told
    stems: dict[str, int] = {}
    for first, last in reversed(draft.content.spans) if statement.speaker.name is not None else ():
        telling = tell_words(reading, first, min(last, first + MOST_WORDS))
        telling = [at for at in reversed(telling) if not counted[at]]  # the first token of a stem comes last
        found = map(find_stem, map(reading.words.__getitem__, telling))
        stems.update(zip(found, telling, strict=True))
    return Words(number, statement, draft, stems)


def _linked(reading: Reading, one: Words, near: Iterable[Words]) -> Told:
    """Link a statement to the one it repeats, if there is one ``near``: it shares words that few have."""
    best: tuple[float, int] | None = None
    found: Words | None = None
    for other, part in _candidates(one, near):
        if part < _PART or (best is not None and (part, -other.number) <= best):
            continue
        if part >= _least(one, other) and _repeats(one, other) and _agree(reading, one, other, part):
            best, found = (part, -other.number), other
    if found is None:
        return one.statement, one.draft
    around = _around(one, found)
    changes = tuple(find_changes(reading, (one.statement, one.draft), (found.statement, found.draft), around))
    return msgspec.structs.replace(one.statement, repeats=found.statement.id, changes=changes), one.draft


def _around(one: Words, other: Words) -> tuple[int, int]:
    """Return the tokens of the fuller statement in which it says what the other repeats."""
    places = [other.stems[stem] for stem in one.stems.keys() & other.stems.keys()]
    return min(places) - _BESIDE, max(places) + 1 + _BESIDE


def _least(one: Words, other: Words) -> float:
    """Return which part of the words must be shared: more of quotations, of one told later, of few."""
    if one.statement.kind == other.statement.kind == "direct":
        return _PART_QUOTED
    few = len(one.stems.keys() & other.stems.keys()) <= _FEWEST
    return _PART_AFTER if few or one.number > other.number else _PART


def _agree(reading: Reading, one: Words, other: Words, part: float) -> bool:
    """Do the figures allow it: each is in the fuller one, about as large or, if nearly all words are, not?"""
    return keeps_figures(reading, one.draft, other.draft, resized=part >= _NEARLY_ALL)


def _candidates(one: Words, near: Iterable[Words]) -> Iterator[tuple[Words, float]]:
    """Yield the statements that share enough words, with which part of all words they share."""
    for other in near:
        both = len(one.stems.keys() & other.stems.keys())
        if both >= _FEWEST:
            yield other, both / len(one.stems)


def _fullness(one: Words) -> tuple[bool, bool, int, int]:
    """Order statements: a headline before all, a paraphrase before a quotation, a shorter before a longer."""
    quoted = one.statement.kind != "indirect"
    return one.statement.rule != "statement/headline", quoted, len(one.stems), one.number


def _repeats(one: Words, other: Words) -> bool:
    """Does one statement repeat the other, as far as all but the number of shared words goes?"""
    a, b = one.statement, other.statement
    if _fullness(one) >= _fullness(other) or _overlap(one.draft, other.draft):
        return False
    shared = one.stems.keys() & other.stems.keys()
    if one.number > other.number and (_goes_on(one) or len(shared) <= _FEWEST):
        return False
    if (a.date and b.date and a.date != b.date) or not _same_voice(a.speaker, b.speaker):
        return False
    places = [other.stems[stem] for stem in sorted(shared, key=one.stems.__getitem__)]
    if max(places) - min(places) > _SPREAD * len(one.stems):
        return False
    follow = sum(0 < b - a <= _STEP for a, b in pairwise(places))
    return len(shared) / len(one.stems) + follow / (len(places) - 1) >= _ALIKE


def _goes_on(one: Words) -> bool:
    """Does the reporting word say that something new is told: أضاف, or a participle after another verb?"""
    return one.statement.stance in _GOING_ON or one.draft.manner == "participle"


def _overlap(one: Draft, other: Draft) -> bool:
    """Do two statements share words of the text, as a report does with one inside it?"""
    return one.content.start < other.content.end and other.content.start < one.content.end


def _same_voice(one: Speaker, other: Speaker) -> bool:
    """May two speakers be one: the same name or entity, or one called by the other's name or role?"""
    if one.name is None or other.name is None:
        return False
    if one.name == other.name or (one.entity is not None and one.entity == other.entity):
        return True
    return _called(one, other) or _called(other, one)


def _called(one: Speaker, other: Speaker) -> bool:
    """Do all words of one name stand in the other's name or, if they are several, in his role?"""
    words = _stems(one.name)
    return words <= _stems(other.name) or (
        len(words) > 1 and words <= _stems(other.name) | _stems(other.role)
    )


def _stems(words: str | None) -> set[str]:
    """Return the stems of a name or role."""
    return {find_stem(word) for word in fold(words or "").split() if len(word) > 1}
