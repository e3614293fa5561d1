"""Tell the article from the page around it, in a text copied or dumped from a web page.

The naive way is to keep long lines and drop short ones: it loses sub-headings, lists and verse. Here a line
is dropped only for a reason that can be named (its kind), because lost article text is lost evidence: in
doubt a line is body.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.arabic.fold import fold, fold_with_map
from rawi.documents.lines import HEAD, LONG, Line, bare_head, cut_lines
from rawi.documents.newsrooms import find_called, find_parts
from rawi.documents.phrases import find_phrase, load_phrases
from rawi.model.span import Span

SENTENCE = 80  # from this length on, a line that ends as sentences do is article text too
_BYLINE = 80
_STAMP = 120
_END = (".", "؟", "?", "!", "”", '"', "»", "…")
_WORD = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)")
_SITE = re.compile(r"[A-Z][A-Z0-9-]+\.[A-Za-z]{2,4}")
_YEAR = re.compile(r"\b(?:19|20|13|14)[0-9]{2}\b")
_OPENING_ROOM = re.compile(r"[^()\n.:]{0,60}\(([^()\n]{2,25})\)\s*[-–—:]+\s*")
_OPENING_MARK = re.compile(r"[(:\-–—/]")
_DASHED = re.compile(r"[^\n:\-–—/()]{1,40}[:\-–—/]+\s*")


class Layout(NamedTuple):
    """A text's lines, the kind of each that is no article (None: article), and the article's spans.

    ``opening``: the dateline cut from the first paragraph (``دمشق (رويترز) - ``), or None.
    """

    lines: list[Line]
    kinds: list[str | None]
    body: tuple[Span, ...]
    opening: Span | None = None


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
    kinds = [_kind(text, line, i, first, last) for i, line in enumerate(lines)]
    _mark_repeats(text, lines, kinds, first, last, title)
    if any(kinds):
        _mark_related(text, lines, kinds)
        _mark_tail(text, lines, kinds)
    opening = _opening(text, lines[first]) if kinds[first] is None else None
    return Layout(lines, kinds, _body(text, lines, kinds, opening), opening)


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


def _kind(text: str, line: Line, i: int, first: int, last: int) -> str | None:
    """Return why a line is no article, or None."""
    start, end, head = line
    if end - start >= LONG:
        return (
            None
            if _WORD.search(text, start, end) or head or bare_head(text[start : start + 8])
            else "ornament"
        )
    if not head and not _WORD.search(text, start, end):
        return "ornament"
    if (phrase := find_phrase(line)) and _may_stand(phrase.kind, i, first, last):
        return phrase.kind
    outside = i == 0 or not first <= i <= last
    if outside and end - start <= _STAMP and (kind := _loose(text, line, i, first)):
        return kind
    return "share" if _is_share_bar(text, line) else None


def _may_stand(kind: str, i: int, first: int, last: int) -> bool:
    """Tell whether boilerplate of this kind may stand at line ``i``: some only around the article."""
    if kind in ("appeal", "source", "contact", "disclaimer", "sign_off"):
        return i > last or (kind == "disclaimer" and i <= first)
    if kind in ("byline", "section"):
        return not first <= i <= last
    return True


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
    return "section" if i < first and _may_be_menu(line) and _is_menu(fold(words)) else None


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


def _mark_related(text: str, lines: list[Line], kinds: list[str | None]) -> None:
    """Mark the headlines under a bare label such as ``اقرأ أيضا:`` until a line that reads as a sentence."""
    left = 0
    for i, line in enumerate(lines):
        if kinds[i] == "related":
            left = 6 if line.length < 30 else 0
        elif kinds[i] is None and left:
            left = 0 if text.endswith(_END, line.start, line.end) or line.length >= LONG else left - 1
            kinds[i] = "related" if left else None


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
    proved = room and any(p.proof for p in find_parts(text, room.start(1), room.end(1)))
    if room and (proved or find_called(text, room.group(1))):
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


def _body(text: str, lines: list[Line], kinds: list[str | None], opening: Span | None) -> tuple[Span, ...]:
    """Join neighbouring lines of the article into spans, without the opening byline."""
    pieces: list[list[int]] = []
    joined = False
    for (start, end, _), kind in zip(lines, kinds, strict=True):
        if kind is None:
            begin = opening.end if opening and opening.start == start else start
            if joined and begin == start:
                pieces[-1][1] = end
            elif joined := begin < end:
                pieces.append([begin, end])
        elif kind != "ornament":
            joined = False
    spans = [Span(*piece) for piece in pieces]
    if spans and load_phrases().share_run.match(lines[0].head):
        spans = _without_share_bar(text, spans)
    return tuple(_without_cut(text, spans))


def _without_cut(text: str, spans: list[Span]) -> list[Span]:
    """Shorten the last span where a phrase of kind ``cut`` stands in the text's last 250 code points."""
    if not spans:
        return spans
    low = max(spans[-1].start, spans[-1].end - 250)
    folded = fold_with_map(text[low : spans[-1].end])
    places = [at for key in load_phrases().cut if (at := folded.text.find(key)) >= 0]
    if not places:
        return spans
    end = low + folded.to_source(min(places), min(places) + 1)[0]
    end -= len(text[spans[-1].start : end]) - len(text[spans[-1].start : end].rstrip())
    return [*spans[:-1], Span(spans[-1].start, end)] if end > spans[-1].start else spans[:-1]


def _without_share_bar(text: str, spans: list[Span]) -> list[Span]:
    """Cut a share bar of three words or more that is glued to the front of the article."""
    head = fold_with_map(text[spans[0].start : min(spans[0].end, spans[0].start + 120)])
    run = load_phrases().share_run.match(head.text)
    if not run or run.end() == len(head.text) or len(run.group().split()) < 3:
        return spans
    start = spans[0].start + head.to_source(run.end(), run.end() + 1)[0]
    return [Span(start, spans[0].end), *spans[1:]]
