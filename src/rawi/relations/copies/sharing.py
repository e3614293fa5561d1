"""The passages that two texts share: sentences, quotations, and paragraphs of several sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rawi.model.relation import Shared
from rawi.relations.copies.alignment import Gap, Run, find_runs, part
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.divergence import GRAVE, judge
from rawi.relations.copies.passages import UNTELLING

_SENTENCE = 12  # words of a sentence that tells by itself where it is from
_QUOTED = 6  # likewise of a quotation
_TELLING = 8  # of them outside names, titles, numbers and dates
_TELLING_QUOTED = 5
_RUN_PART = 0.5  # of a passage that one run must hold
_EDITED = 0.15  # of the words may be others
_SLACK = 3  # words by which the other wording may be longer
_SHORT = 2  # letters of words that tell nothing


class _Found(NamedTuple):
    """A passage by words of both texts."""

    a: int
    a_end: int
    b: int
    b_end: int
    exact: bool
    quoted: bool
    sentences: int = 1


def find_shared(a: Body, b: Body) -> Iterator[Shared]:
    """Yield the passages that two texts share, in the order of the first.

    Those in which a number, a name or a negation is another are none. What stands inside another is left
    out, neighbours are one paragraph. Sentences of fewer than twelve words, and phrases of names and titles,
    tell nothing and are left out too.
    """
    runs = find_runs(a.words, b.words)
    if not runs:
        return
    found = [
        *_find(a, b, runs),
        *(_turned(one) for one in _find(b, a, [Run(r.b, r.a, r.size) for r in runs])),
    ]
    for one in _joined(_outermost(found)):
        here, there = a.span(one.a, one.a_end), b.span(one.b, one.b_end)
        if here is not None and there is not None:
            yield Shared(here, there, _kind(one), one.exact)


def _kind(one: _Found) -> Literal["sentence", "quotation", "paragraph"]:
    """Say what a passage is."""
    if one.quoted:
        return "quotation"
    return "paragraph" if one.sentences > 1 else "sentence"


def _turned(one: _Found) -> _Found:
    """Return a passage seen from the other text."""
    return one._replace(a=one.b, a_end=one.b_end, b=one.a, b_end=one.a_end)


def _find(a: Body, b: Body, runs: Sequence[Run]) -> Iterator[_Found]:
    """Yield the sentences and quotations of one text that the other has too."""
    for passages, quoted in ((a.item.sentences, False), (a.item.quotations, True)):
        for one in passages:
            if not _tells(a, one.first, one.last, quoted):
                continue
            if found := _locate(a, b, (one.first, one.last), runs, quoted):
                yield found


def _tells(body: Body, first: int, last: int, quoted: bool) -> bool:
    """Is a passage long enough, outside names and titles too, to tell where it is from?"""
    least, least_telling = (_QUOTED, _TELLING_QUOTED) if quoted else (_SENTENCE, _TELLING)
    telling = sum(
        mark not in UNTELLING and len(word) > _SHORT
        for mark, word in zip(body.marks[first:last], body.words[first:last], strict=True)
    )
    return last - first >= least and telling >= least_telling


def _locate(a: Body, b: Body, passage: tuple[int, int], runs: Iterable[Run], quoted: bool) -> _Found | None:
    """Find a passage in the other text, word by word or with few words changed."""
    first, last = passage
    run = max(runs, key=lambda one: _overlap(one, first, last))
    overlap = _overlap(run, first, last)
    if overlap < _RUN_PART * (last - first):
        return None
    shift = run.b - run.a
    if overlap == last - first:
        tells = _tells(b, first + shift, last + shift, quoted)
        return _Found(first, last, first + shift, last + shift, True, quoted) if tells else None
    b_first, b_last = max(0, first + shift - _SLACK), min(b.size, last + shift + _SLACK)
    return _edited(a, b, Gap(first, last, b_first, b_last), quoted)


def _overlap(run: Run, first: int, last: int) -> int:
    """Return how many words of a range are in a run."""
    return min(run.a + run.size, last) - max(run.a, first)


def _edited(a: Body, b: Body, window: Gap, quoted: bool) -> _Found | None:
    """Return a passage that the other text has with few words changed, none of which matters."""
    parts = [_trim(one, window) for one in part(a.words, b.words, window)]
    judged = [judge(a, b, one) for one in parts if any(one.sizes)]
    if any(one.difference is not None and one.difference.kind in GRAVE for one in judged):
        return None
    if sum(one.words for one in judged) > _EDITED * (window.a_end - window.a):
        return None
    starts = [one.b for one in parts if one.a == window.a]
    ends = [one.b_end for one in parts if one.a_end == window.a_end]
    first, last = starts[0] if starts else window.b, ends[-1] if ends else window.b_end
    if not _tells(b, first, last, quoted):
        return None
    return _Found(window.a, window.a_end, first, last, False, quoted)


def _trim(gap: Gap, window: Gap) -> Gap:
    """Leave out what the other text has before and after a passage, where the window is wider than that."""
    size = gap.a_end - gap.a
    b, b_end = gap.b, gap.b_end
    if gap.b == window.b:
        b = max(b, b_end - size)
    if gap.b_end == window.b_end:
        b_end = min(b_end, b + size)
    return Gap(gap.a, gap.a_end, b, b_end)


def _outermost(found: Iterable[_Found]) -> list[_Found]:
    """Return passages by place, without those that lie in another or reach into one."""
    kept: list[_Found] = []
    for one in sorted(set(found), key=_longest):
        if all(one.a_end <= other.a or other.a_end <= one.a for other in kept):
            kept.append(one)
    return sorted(kept)


def _longest(one: _Found) -> tuple[int, int, int, bool, bool]:
    """Order passages: the longest first, a sentence before a quotation, word by word before edited."""
    return one.a - one.a_end, one.a, one.b, one.quoted, not one.exact


def _joined(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield passages, those that follow each other at once in both texts as one."""
    last: _Found | None = None
    for one in found:
        if last is not None and (last.a_end, last.b_end) == (one.a, one.b):
            exact = last.exact and one.exact
            last = _Found(last.a, one.a_end, last.b, one.b_end, exact, False, last.sentences + 1)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
