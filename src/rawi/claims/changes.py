"""What a paraphrase changed: figures, hedges, negation, modality, reporting words, words left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, takewhile

from rawi.annotations.speech import Particle
from rawi.arabic.clitics import noun_forms
from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.lexicons.loader import load_entries
from rawi.model.annotation import Annotation, Kind
from rawi.model.claim import Change, Statement
from rawi.model.span import Span
from rawi.model.value import Amount

Told = tuple[Statement, Draft]
Range = tuple[int, int]
_PLAIN = frozenset(("says", "adds", "explains", "continues", "writes", None))  # no more than said
_PRESENT = frozenset("يتن")  # first letters of verbs in the present
_GOVERNED = 3  # tokens after a negation or a word such as ربما that it bears on
_NEAR = 0.1  # a paraphrase rounds by no more
MOST_WORDS = 80  # tokens of a content that are looked at


@cache
def _untelling() -> frozenset[str]:
    """The codes of words that every text has, and of marks."""
    c = codes()
    return c.phrase_break | c.preposition | c.quote | c.paren | c.close | c.turn_noun | c.complementizer


def tell_words(reading: Reading, first: int, last: int) -> list[int]:
    """Return the tokens of a range that say something of what is told: longer words that are no particles."""
    skip = _untelling()
    told = enumerate(zip(reading.tape[first:last], reading.words[first:last], strict=True), first)
    return [at for at, (code, word) in told if code not in skip and len(word) > 2 and word.isalnum()]


def find_changes(reading: Reading, one: Told, other: Told, around: Range) -> Iterator[Change]:
    """Yield what ``one`` changed of the fuller ``other``, the gravest first; nothing where they are the same.

    Of the fuller one only the tokens ``around`` what is repeated count. ``نحو 40 ألفا`` for ``40 ألفا`` is a
    ``hedge``, ``يفتح`` for ``قد يفتح`` a ``modality``.
    """
    mine, theirs = _ranges(one[1]), _ranges(other[1], around)
    yield from _of_figures(reading, mine, theirs)
    here, there = _telling(reading, mine), _telling(reading, theirs)
    shared = {stem for _, stem in here} & {stem for _, stem in there}
    yield from _of_modality(
        _modals(reading, one[1], mine, shared), _modals(reading, other[1], theirs, shared)
    )
    yield from _of_stance(one[0], other[0])
    yield from (Change("added", span, None) for span in _runs(reading, here, shared))
    yield from (Change("dropped", None, span) for span in _runs(reading, there, shared))


def _ranges(draft: Draft, around: Range | None = None) -> list[Range]:
    """Return the token ranges of a content, of a long one the first, or those that lie ``around``."""
    low, high = around or (0, draft.content.end)
    cut = [(max(first, low), min(last, first + MOST_WORDS, high)) for first, last in draft.content.spans]
    return [(first, last) for first, last in cut if first < last]


def _of_figures(reading: Reading, one: list[Range], other: list[Range]) -> Iterator[Change]:
    """Pair the figures of both sides by value, then by what is counted."""
    theirs = _figures(reading, other)
    alone: list[Annotation] = []
    for mine in _figures(reading, one):
        same = next((each for each in theirs if _value(each) == _value(mine)), None)
        if same is None:
            alone.append(mine)
            continue
        theirs.remove(same)
        if same.value.hedge != mine.value.hedge:
            yield Change("hedge", _span(reading, mine), _span(reading, same))
    for mine in alone:
        kin = next((each for each in theirs if _counted(each) & _counted(mine)), None)
        if kin is not None:
            theirs.remove(kin)
        yield Change("figure", _span(reading, mine), _span(reading, kin) if kin else None)
    yield from (Change("figure", None, _span(reading, left)) for left in theirs)


def keeps_figures(reading: Reading, one: Draft, other: Draft, *, resized: bool = False) -> bool:
    """Is each figure of one content in the other, or one of the same things about as large?

    With ``resized`` it may be of any size.
    """
    theirs = _figures(reading, _ranges(other))
    mine = _figures(reading, _ranges(one))
    return all(any(_like(each, its, resized=resized) for its in theirs) for each in mine)


def _like(one: Annotation, other: Annotation, *, resized: bool) -> bool:
    """Are two quantities the same, or of the same things and about as many?"""
    (a, *_), (b, *_) = _value(one), _value(other)
    if a == b:
        return True
    near = a is not None and b is not None and abs(a - b) <= _NEAR * max(abs(a), abs(b))
    return (near or resized) and bool(_counted(one) & _counted(other))


def _figures(reading: Reading, ranges: list[Range]) -> list[Annotation]:
    """Return the quantities in token ranges."""
    found = reading.known.of(Kind.QUANTITY)
    return [each for first, last in ranges for each in _between(found, first, last)]


def _between(found: Sequence[Annotation], first: int, last: int) -> Sequence[Annotation]:
    """Return the annotations that begin in a token range, of a list in the order of the text."""
    low = bisect_left(found, first, key=lambda each: each.first)
    return found[low : bisect_left(found, last, key=lambda each: each.first)]


def _value(found: Annotation) -> tuple[Amount | None, Amount | None, str | None]:
    """Return the number itself, whichever bound it is, and its unit."""
    value = found.value
    bound = value.low if value.low is not None else value.high
    return bound, value.high if value.hedge == "between" else bound, value.unit


def _counted(found: Annotation) -> set[str]:
    """Return the stem of what is counted, and the unit."""
    value = found.value
    nouns = {find_stem(fold(word)) for word in (value.counted or "").split()[:1]}
    return nouns | ({value.unit} if value.unit else set())


def _span(reading: Reading, found: Annotation) -> Span:
    """Return the whole expression."""
    return reading.text.source_span(found.start, found.end)


@cache
def load_modality() -> dict[str, str]:
    """Return the kind of each word of ``modality.toml``, by all its forms; LexiconError if malformed."""
    return {
        form: entry.kind
        for entry in load_entries("modality.toml", Particle)
        for word in entry.forms
        for form, _ in noun_forms(fold(word))
    }


Modals = dict[str, Span]


def _of_modality(mine: Modals, theirs: Modals) -> Iterator[Change]:
    """Yield negations and words of possibility or necessity that only one side has."""
    for kind in ("negation", "possibility", "necessity"):
        here, there = mine.get(kind), theirs.get(kind)
        if (here is None) != (there is None):
            yield Change("negation" if kind == "negation" else "modality", here, there)


def _modals(reading: Reading, draft: Draft, ranges: list[Range], shared: set[str]) -> Modals:
    """Return the first word of each kind before a word of both sides; a cue that denies is a negation."""
    found = Modals()
    for first, last in ranges:
        for at in range(first, last):
            kind = _kind(reading, at)
            after = takewhile(str.isalnum, reading.words[at + 1 : min(at + 1 + _GOVERNED, last)])
            if kind is not None and any(find_stem(word) in shared for word in after):
                found.setdefault(kind, reading.text.span(at, at + 1))
    if draft.polarity == "denied" and draft.cue is not None:
        found.setdefault("negation", reading.text.span(*draft.cue))
    return found


def _kind(reading: Reading, at: int) -> str | None:
    """Return what a token says of the words after it: قد only before a present verb, لا not in لا يزال."""
    kind, following = load_modality().get(reading.words[at]), reading.words[at + 1 : at + 2]
    if kind == "perhaps":
        return "possibility" if following and following[0][:1] in _PRESENT else None
    still = kind == "negation" and following and load_modality().get(following[0]) == "still"
    return None if still or kind == "still" else kind


def _of_stance(one: Statement, other: Statement) -> Iterator[Change]:
    """A reporting word that says more than said, where the other's does not say the same (حذّر for قال)."""
    if one.stance != other.stance and not {one.stance, other.stance} <= _PLAIN:
        yield Change("stance", one.cue, other.cue)


def _telling(reading: Reading, ranges: list[Range]) -> list[tuple[int, str]]:
    """Return the telling words of token ranges, each with its stem; numbers are compared by their values."""
    counted = {at for found in _figures(reading, ranges) for at in range(*found.value.number)}
    tokens = (at for first, last in ranges for at in tell_words(reading, first, last) if at not in counted)
    return [(at, find_stem(reading.words[at])) for at in tokens]


def _runs(reading: Reading, words: list[tuple[int, str]], known: set[str]) -> Iterator[Span]:
    """Yield the runs of words whose stems the other side has not."""
    for missing, run in groupby(words, key=lambda word: word[1] not in known):
        if missing:
            tokens = [at for at, _ in run]
            yield reading.text.span(tokens[0], tokens[-1] + 1)
