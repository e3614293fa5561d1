"""Tell the article from the page around it, in a text copied or dumped from a web page.

The naive way is to keep long lines and drop short ones: it loses sub-headings, lists and verse. Here a line
is dropped only for a reason that can be named (its kind), because lost article text is lost evidence: in
doubt a line is body.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.documents.edges import cut_end, join_body
from rawi.documents.lines import HEAD, LONG, Line, bare_head, cut_lines
from rawi.documents.newsrooms import find_called, find_parts
from rawi.documents.phrases import Phrase, find_phrase, load_phrases
from rawi.documents.signatures import ROOM, is_described, is_person, is_signature
from rawi.documents.teasers import mark_headlines, mark_labelled, mark_teasers, opens_report
from rawi.model.span import Span

SENTENCE = 80  # from this length on, a line that ends as sentences do is article text too
_BYLINE = 80
_FEW = 3  # lines; with no more there is no room for other articles
_STAMP = 120
_END = (".", "؟", "?", "!", "”", '"', "»", "…")
_TATWEEL = "\u0640"
_WORD = re.compile(r"[^\W_\u0640]")  # a rule of underscores or of tatweel is no word
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)")
_SITE = re.compile(r"[A-Z][A-Z0-9-]+\.[A-Za-z]{2,4}")
_CLOCK = re.compile(r"\W*\d{1,2}:\d{2}(?:\s+\w){0,3}\W*")
_YEAR = re.compile(r"\b(?:19|20|13|14)[0-9]{2}\b")
_ARROWS = re.compile(r"\s*[|»›>]\s*")
_MOST_PART = 3  # words of a menu's entry
_PARAGRAPH = 60
_TOP = 5  # lines that a title, its kicker, a stamp and a byline may take
_ROOM = 3  # code points of a list's mark before its words
_MOST_AUTHORS = 2
_OPENING_ROOM = re.compile(r"[^()\n.:]{0,60}\(([^()\n]{2,25})\)\s*[-–—:]+\s*")
_OPENING_MARK = re.compile(r"[(:\-–—/]")
_DASHED = re.compile(r"[^\n:\-–—/()]{1,40}[:\-–—/]+\s*")


class Layout(NamedTuple):
    """A text's lines, the kind of each that is no article (None: article), and the article's spans.

    ``opening``: the dateline cut from the first paragraph (``دمشق (رويترز) - ``), or None. ``closing``: the
    signature cut from the last one (``(رويترز)``), or None.
    """

    lines: list[Line]
    kinds: list[str | None]
    body: tuple[Span, ...]
    opening: Span | None = None
    closing: Span | None = None


def find_body(text: str, title: str | None = None) -> tuple[Span, ...]:
    """Return the spans of ``text`` that are the article, title included once: code points, in order.

    Never raises, whatever the text. An empty or blank text has no body.

    >>> text = "زر الذهاب إلى الأعلى"
    >>> find_body("افتتح الجسر.\\n" + text)
    (Span(start=0, end=12),)
    """
    return read_layout(text, title).body


def read_layout(text: str, title: str | None = None) -> Layout:
    """Return what each line of ``text`` is; ``title`` is the metadata's, where there is one."""
    lines = cut_lines(text)
    if not lines:
        return Layout([], [], ())
    first, last = _frame(text, lines)
    kinds = [_kind(text, lines, i, first, last) for i in range(len(lines))]
    _mark_repeats(text, lines, kinds, first, last, title)
    if any(kinds):
        mark_labelled(text, lines, kinds)
        _mark_tail(text, lines, kinds)
    if len(lines) > _FEW:
        mark_headlines(text, lines, kinds)
        if len(lines) > 2 * _FEW:
            mark_teasers(text, lines, kinds)
    lead = first if kinds[first] is None else kinds.index(None, first) if None in kinds[first:] else None
    opening = None if lead is None else _opening(text, lines[lead])
    body, closing = cut_end(text, join_body(text, lines, kinds, opening))
    return Layout(lines, kinds, body, opening, closing)


def _frame(text: str, lines: list[Line]) -> tuple[int, int]:
    """Return the indices of the first and the last paragraph: long lines, else closed ones."""
    places = range(len(lines))
    for test in (_is_paragraph, _is_closed):
        first = next((i for i in places if test(text, lines[i])), None)
        if first is not None:
            return first, next(i for i in reversed(places) if test(text, lines[i]))
    return 0, len(lines) - 1


def _is_closed(text: str, line: Line) -> bool:
    """Tell whether a line ends as sentences do."""
    return text.endswith(_END, line.start, line.end)


def _is_paragraph(text: str, line: Line) -> bool:
    """Tell whether a line is long, or of a sentence's length and closed as sentences are."""
    return line.length >= LONG or (line.length >= SENTENCE and text.endswith(_END, line.start, line.end))


def _kind(text: str, lines: list[Line], i: int, first: int, last: int) -> str | None:
    """Return why a line is no article, or None."""
    line = lines[i]
    start, end, head = line
    if end - start >= LONG:
        words = (text[start].isalpha() and text[start] != _TATWEEL) or _WORD.search(text, start, end)
        return None if words or head or bare_head(text[start : start + 8]) else "ornament"
    if not head and not _WORD.search(text, start, end):
        return "ornament"
    if (phrase := find_phrase(line)) and (
        _may_stand(phrase.kind, i, first, last) or (i == last and _is_appeal(text, line, phrase))
    ):
        return phrase.kind
    outside = i == 0 or not first <= i <= last
    if outside and end - start <= _STAMP:
        if kind := _loose(text, line, i, first):
            return kind
        open_ended = end - start <= ROOM and not text.endswith(_END, start, end)
        if open_ended and _is_credit(text, lines, i, first, last):
            return "byline"
    return "share" if _is_share_bar(text, line) else None


def _may_stand(kind: str, i: int, first: int, last: int) -> bool:
    """Tell whether boilerplate of this kind may stand at line ``i``: some only around the article."""
    if kind in ("appeal", "source", "contact", "disclaimer", "sign_off"):
        return i > last or (kind == "disclaimer" and i <= first)
    if kind in ("byline", "section", "picture"):
        return not first <= i <= last
    return True


def _is_appeal(text: str, line: Line, phrase: Phrase) -> bool:
    """Tell whether a line that begins as an appeal and ends as a sentence goes on as one."""
    words = fold(text[line.start : line.end]) if phrase.kind == "appeal" else ""
    return any(key in words for key in load_phrases().pleas if words)


def _is_credit(text: str, lines: list[Line], i: int, first: int, last: int) -> bool:
    """Tell whether a line names who wrote the article: near the top, or right below its last paragraph."""
    words = text[lines[i].start : lines[i].end]
    if i > last:
        return is_signature(words) or (i == last + 1 and _is_note(text, lines, i))
    if i >= min(first, _TOP) or not is_person(words) or not (i or _OPENING_MARK.search(words, _ROOM)):
        return False
    names = sum(is_person(text[line.start : line.end]) for line in lines[: min(first, 2 * _TOP)])
    return names <= _MOST_AUTHORS  # more are names of a list, or of poets under their verses


def _is_note(text: str, lines: list[Line], i: int) -> bool:
    """Tell whether the line below the last paragraph is its author's name, or a starred note on them.

    A name below a short line signs a letter or a poem, and is of it; two starred lines are a list.
    """
    words, *after = (text[line.start : line.end] for line in lines[i : i + 2])
    if lines[i - 1].length < _PARAGRAPH:
        return False
    return is_person(words) or (is_described(words) and not any(map(is_described, after)))


def _loose(text: str, line: Line, i: int, first: int) -> str | None:
    """Return the kind of a line outside the article that no phrase begins: stamp, byline, address, menu."""
    words = text[line.start : line.end]
    if _ADDRESS.fullmatch(words):
        return "contact"
    if line.length <= _BYLINE and (_SITE.fullmatch(words) or _is_byline(text, line)):
        return "byline"
    if (
        (line.length <= 60 or not words.endswith(_END))
        and _DIGIT.search(words)
        and _is_stamp(fold(words), after_title=0 < i < first)
    ):
        return "stamp"
    if _CLOCK.fullmatch(words):
        return "stamp"
    if i < first and (_is_trail(words) or (_may_be_menu(line) and _is_menu(fold(words)))):
        return "section"
    return None


def _is_byline(text: str, line: Line) -> bool:
    """Tell whether a short line names a newsroom as one of at most four parts and says nothing else."""
    if text.endswith(_END, line.start, line.end):
        return False
    parts = list(find_parts(text, line.start, line.end))
    return len(parts) <= 4 and any(p.proof for p in parts) and all(len(p.words.split()) <= 5 for p in parts)


def _is_stamp(folded: str, after_title: bool) -> bool:
    """Tell whether a short line with digits says when the page was made, or is nothing but a date."""
    if any(key in folded for key in load_phrases().inside):
        return True
    return after_title and bool(_YEAR.search(folded)) and len(re.findall(r"[^\W\d]+", folded)) <= 4


def _may_be_menu(line: Line) -> bool:
    """Tell whether a section's name stands at the head of a line, as far as its head shows."""
    phrases = load_phrases()
    whole = line.length <= HEAD or len(line.head) >= len(phrases.sections[0])
    return not whole or bool(phrases.section_run.match(line.head)) or line.head.startswith(phrases.sections)


def _is_trail(words: str) -> bool:
    """Tell whether a line is short names between bars or arrows, one of which is a section's."""
    parts = _ARROWS.split(words) if _ARROWS.search(words) else []
    run = load_phrases().section_run
    short = all(0 < len(part.split()) <= _MOST_PART for part in parts)
    return short and not words.endswith(_END) and any(run.fullmatch(fold(part)) for part in parts)


def _is_menu(folded: str) -> bool:
    """Tell whether a line above the article is made of section names, apart or glued together."""
    phrases = load_phrases()
    if phrases.section_run.fullmatch(folded):
        return True
    crumbs = phrases.section_run.match(folded)
    if crumbs and folded[crumbs.start() : crumbs.end()].rstrip()[-1:] in "|»>›/":
        return True
    return (
        " " not in folded
        and len(folded) > 11
        and folded.startswith(phrases.sections)
        and folded.endswith(phrases.sections)
    )


def _is_share_bar(text: str, line: Line) -> bool:
    """Tell whether a line is nothing but words of share bars and buttons."""
    run = load_phrases().share_run
    return bool(run.match(line.head) and run.fullmatch(fold(text[line.start : line.end])))


def _mark_repeats(
    text: str, lines: list[Line], kinds: list[str | None], first: int, last: int, title: str | None
) -> None:
    """Mark a headline that stands more than once: the last before the article stays; after it all go."""
    top = [i for i in range(first) if kinds[i] is None]
    rest = [i for i in range(last + 1, len(lines)) if kinds[i] is None]
    if not top or (len(top) == 1 and not rest and not title):
        return
    folds = {i: fold(text[lines[i].start : lines[i].end]) for i in top}
    tops = {words: i for i, words in folds.items()}
    for i in (*top, *rest):
        line = lines[i]
        if 20 <= line.length < 2 * LONG:
            place = tops.get(folds[i] if i < first else fold(text[line.start : line.end]), i)
            kinds[i] = "repeat" if place != i else None
    at = tops.get(fold(title.strip()), 0) if title else 0
    for i in range(at):
        if kinds[i] is None and lines[i].length < 40:
            kinds[i] = "section"


def _mark_tail(text: str, lines: list[Line], kinds: list[str | None]) -> None:
    """Mark all that follows a line that ends pages, unless a paragraph of the article follows it."""
    backwards = range(len(lines) - 1, -1, -1)
    last = next((i for i in backwards if kinds[i] is None and lines[i].length >= LONG), -1)
    for i in range(last + 1, len(lines)):
        phrase = find_phrase(lines[i]) if kinds[i] not in (None, "ornament") else None
        if phrase and phrase.tail:
            kinds[i:] = [kind or phrase.kind for kind in kinds[i:]]
            return


def _opening(text: str, line: Line) -> Span | None:
    """Return the byline that opens a paragraph: ``دمشق (رويترز) - `` or ``ندى الشامي - النهر - دمشق: ``."""
    if not _OPENING_MARK.search(text, line.start, min(line.end, line.start + 100)):
        return None
    room = _OPENING_ROOM.match(text, line.start, min(line.end, line.start + 100))
    if room and _is_dateline(text, room):
        return Span(line.start, room.end())
    end = at = line.start
    for _ in range(4):
        part = _DASHED.match(text, at, min(line.end, line.start + 90))
        if not part:
            break
        at = part.end()
        if any(p.proof for p in find_parts(text, line.start, at)) and (
            text[at - 1].isspace() or text[at - 1] in ":-–—"
        ):
            end = at
    return Span(line.start, end) if end > line.start else None


def _is_dateline(text: str, room: re.Match[str]) -> bool:
    """Tell whether ``دمشق (السفح) - `` names a newsroom or an author, or leads to a verb of reporting.

    With a colon, ``سليم الدوري (الحارس): `` is no dateline: it says who speaks.
    """
    if any(p.proof for p in find_parts(text, room.start(1), room.end(1))) or find_called(text, room.group(1)):
        return True
    before = text[room.start() : room.start(1) - 1].split()
    if not 1 <= len(before) <= _MOST_PART + 1 or _DIGIT.search(room.group()) or ":" in room.group():
        return False
    return is_person(" ".join(before)) or (opens_report(text[room.end() :]) and not opens_report(before[0]))
