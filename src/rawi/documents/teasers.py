"""Headlines and first paragraphs of other articles among the lines of this one.

The naive way is to wait for a label (``اقرأ أيضا:``). Dumped pages often lost it, and then a box of headlines
stands bare between two paragraphs, and the latest news below the last one. Both are told by their form alone:
headlines are short and not closed, in a text whose paragraphs are closed; first paragraphs lean on nothing
that stands before them, neither by a conjunction nor by words in common.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.lines import LONG, Line
from rawi.lexicons.loader import load_entries

BOX = 6  # no box of headlines holds more
_SHORTEST = 20
_HEADLINE = 110
_PARAGRAPH = 60
_AND = ("وا", "وق", "وي", "وت", "وك", "وأ", "وب", "وف", "ول", "وم")
_VERB = 20  # code points in which the first word ends
_TEASERS = range(4, BOX + 1)  # three paragraphs alike may be chance
_TEASER = range(80, 350)
_IN_COMMON = 0.25  # of a teaser's words; a paragraph has more in common with the article it belongs to
_OPEN = frozenset(".:،؛,-")
_CLOSED = (".", "؟", "!", '"', "”", "»")
_SENTENCE = '"“«و'  # so begin quotations and sentences that go on; headlines that end with marks do not
_TRAILING_OFF = ("..", "…")
_ASKING = ("؟", "?", "!")
_BULLET = re.compile(r"[-–—*•●■<>#@×(\x1a]|\d+\s*[-.)/]|\w\s*[-.)]")
_VOWELLED = re.compile("(?:[\u064b-\u0652][^\u064b-\u0652]*){4}")  # verse
_STEM = re.compile(r"[^\W\d_]{4,}")
_PREFIX = re.compile("[وفبك]?ال|لل|و")
_LEANING = re.compile(
    "و|ف(?:قد|يما|إن|ان|ال|هو|هي|لم)|ك(?:ما|ان|ذلك|ون)|ل(?:كن|ذ|ا |م |ن |يس|قد|ي)|بينما|بعد ذلك|حيث|هذا|هذه"
    "|ذلك|أما|ثم |من (?:جهت|جانب|ناحي)|في (?:حين|المقابل|السياق|هذا)|على صعيد|(?:إلى|الى) ذلك|يذكر|يشار|تجدر"
    "|بدور|رغم|مع "
)


class ReportingVerb(msgspec.Struct, frozen=True, gc=False):
    """What of a verb in ``cues.toml`` may open a sentence."""

    form: str
    imperfect: str


@cache
def _reporting() -> frozenset[str]:
    """Return the verbs that news reports with, as they stand before a singular subject, as written and
    folded: a look-up needs no folding."""
    verbs = load_entries("cues.toml", ReportingVerb)
    forms = ((verb.form, f"{verb.form}ت", verb.imperfect, f"ت{verb.imperfect[1:]}") for verb in verbs)
    return frozenset(word for some in forms for one in some for word in (one, fold(one)))


def opens_report(words: str) -> bool:
    """Tell whether the first word is a verb that news reports with: ``أعلن``, ``تقول``; not ``وأعلن``."""
    first = words[:_VERB].split(maxsplit=1)
    return bool(first) and first[0] in _reporting()


def mark_labelled(text: str, lines: list[Line], kinds: list[str | None]) -> None:
    """Mark the headlines under a bare label such as ``اقرأ أيضا:`` until a line that reads as a sentence."""
    left = 0
    for i, line in enumerate(lines):
        if kinds[i] == "related":
            left = BOX if line.length < 30 else 0
        elif kinds[i] is None and left:
            left = 0 if _ends_box(text, line) else left - 1
            kinds[i] = "related" if left else None


def _ends_box(text: str, line: Line) -> bool:
    """Tell whether the article goes on with this line; a headline may ask, or end with a quotation."""
    if line.length >= LONG or text.endswith((".", "…"), line.start, line.end):
        return True
    sentence = (
        line.length > _HEADLINE or text[line.start] in _SENTENCE or opens_report(text[line.start : line.end])
    )
    return sentence and text.endswith(_CLOSED, line.start, line.end)


def mark_headlines(text: str, lines: list[Line], kinds: list[str | None]) -> None:
    """Mark two to six lines between paragraphs that are headlines of other articles, without any label."""
    at = 0
    for i, (start, end, _) in enumerate(lines):
        if end - start <= _HEADLINE and text[end - 1] not in _OPEN and kinds[i] is None:
            continue
        if 2 <= i - at <= BOX and at and _is_box(text, lines[at - 1 : i + 1], kinds[at - 1 : i + 1]):
            kinds[at:i] = ["related"] * (i - at)
        at = i + 1


def _is_box(text: str, lines: list[Line], kinds: list[str | None]) -> bool:
    """Tell whether headlines stand between the first and the last of these lines, which are paragraphs."""
    if kinds[0] or kinds[-1]:
        return False
    before, *box, after = (text[line.start : line.end] for line in lines)
    return (
        len(before) >= _PARAGRAPH <= len(after)
        and before.endswith(_CLOSED)
        and not before.endswith(_TRAILING_OFF)
        and after.endswith(_CLOSED)
        and len(set(box)) == len(box)
        and any(len(words.split()) > 5 for words in box)
        and not all(words.endswith(_ASKING) for words in box)
        and all(_is_headline(words) for words in box)
        and not _heads(box[-1], after)
    )


def _heads(words: str, after: str) -> bool:
    """Tell whether the paragraph after a line opens with what the line says: then it is its heading."""
    stems = _stems(words)
    return not _leans(after) and 2 * len(stems & _stems(after)) >= len(stems) > 0


def _is_headline(words: str) -> bool:
    """Tell whether a line that is not closed may be a headline: no list, no verse, no ``وقال``."""
    if len(words) < _SHORTEST or words.count(" ") < 2 or words.endswith(('."', ".”", ".»", "…")):
        return False
    if _BULLET.match(words) or _VOWELLED.search(words):
        return False
    return not (words.startswith("و") and opens_report(words[1:]))


def mark_teasers(text: str, lines: list[Line], kinds: list[str | None]) -> None:
    """Mark the last four to six paragraphs where each opens a story of its own."""
    end = len(lines)
    while end and kinds[end - 1]:
        end -= 1
    if not end or text.startswith(
        _AND, lines[end - 1].start
    ):  # most articles end with a paragraph that leans
        return
    start = end
    while start and _may_be_teaser(text, lines[start - 1], kinds[start - 1]):
        start -= 1
    if end - start in _TEASERS and start > 2 and _stand_apart(text, lines, kinds, start, end):
        kinds[start:end] = ["related"] * (end - start)


def _may_be_teaser(text: str, line: Line, kind: str | None) -> bool:
    """Tell whether a line may open a story: a paragraph that does not lean on another."""
    start, end, _ = line
    return (
        kind is None
        and end - start in _TEASER
        and text.endswith(_CLOSED, start, end)
        and not _BULLET.match(text, start)
        and not _leans(text[start : start + 30])
    )


def _leans(words: str) -> bool:
    """Tell whether a paragraph goes on from another; ``وافق`` and ``كشف`` open one, ``وقال`` does not."""
    return bool(_LEANING.match(words)) and not opens_report(words)


def _stand_apart(text: str, lines: list[Line], kinds: list[str | None], start: int, end: int) -> bool:
    """Tell whether ``lines[start:end]`` have little to do with the article before them, which hangs together.

    Two of them at least open with a verb of reporting, as news does.
    """
    before = [
        text[line.start : line.end] for line, kind in zip(lines[:start], kinds, strict=False) if not kind
    ]
    teasers = [text[line.start : line.end] for line in lines[start:end]]
    leaning = sum(_leans(words) for words in before[1:])
    if len(before) < 3 or 3 * leaning < 2 * (len(before) - 1):
        return False
    if sum(map(opens_report, teasers)) < 2:
        return False
    known = _stems(" ".join(before))
    shares = [len(stems & known) / max(len(stems), 1) for stems in map(_stems, teasers)]
    return sum(shares) <= _IN_COMMON * len(shares)


def _stems(words: str) -> set[str]:
    """Return what is left of the longer words without article and endings: enough to see the same word."""
    return {_PREFIX.sub("", word, count=1)[:5] for word in _STEM.findall(fold(words))}
