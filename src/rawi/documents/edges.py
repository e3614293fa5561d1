"""The article's spans, trimmed within their lines: of share bars, tags, links and signatures.

The naive way is to read a page by lines. Texts that were copied out of pages are often one line from the
first button to the last tag.
"""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.fold import fold, fold_with_map
from rawi.documents.lines import Line
from rawi.documents.phrases import load_phrases
from rawi.documents.signatures import find_signature
from rawi.model.span import Span

_CUT = 400  # code points at the end of a text that a phrase of kind "cut" is looked for in
_TAIL = 200
_MOST_TRIMS = 4
_ADDRESS = re.compile(r"(?<=[.!؟?…”»\"\n])\s*(?:[^\W\d_]{3,9}\s*:\s*)?[!-~]*@[\w-]+(?:\.[A-Za-z]{2,4})+\s*\Z")


def join_body(text: str, lines: list[Line], kinds: list[str | None], opening: Span | None) -> list[Span]:
    """Join neighbouring lines of the article into spans, without the opening byline."""
    if opening is None and not any(kinds):
        return _without_share_bar(text, lines, [Span(lines[0].start, lines[-1].end)])
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
    return _without_share_bar(text, lines, [Span(*piece) for piece in pieces])


def cut_end(text: str, spans: list[Span]) -> tuple[tuple[Span, ...], Span | None]:
    """Return the spans without what is glued to the last one, and the signature that was cut off, if any.

    >>> cut_end("افتتح الجسر. سمات الجسر النهر", [Span(0, 29)])
    ((Span(start=0, end=12),), None)
    """
    if not spans or text[spans[-1].end - 1] == ".":  # as nine in ten do
        return tuple(spans), None
    start, end = spans[-1].start, spans[-1].end
    closing = None
    for _ in range(_MOST_TRIMS):
        left = _find_cut(text, start, end)
        if left == end and (left := find_signature(text, start, end)) < end and closing is None:
            closing = Span(left, end)
        if left == end:
            break
        end = start + len(text[start:left].rstrip())
        if end == start or text[end - 1] == ".":
            break
    return (*spans[:-1], *([Span(start, end)] if end > start else ())), closing


def _find_cut(text: str, start: int, end: int) -> int:
    """Return where tags, links, credits or addresses begin that end ``text[start:end]``; ``end`` if none."""
    low = max(start, end - _CUT)
    words = text[low:end]
    folded = fold(words)
    places = [at for key in load_phrases().cut if (at := folded.find(key)) >= 0]
    if glued := _glued().search(folded, max(0, len(folded) - _TAIL)):
        places.append(glued.start(1))
    if places:
        return low + fold_with_map(words).to_source(min(places), min(places) + 1)[0]
    address = _ADDRESS.search(text, max(start, end - _TAIL), end)
    return address.start() if address else end


@cache
def _glued() -> re.Pattern[str]:
    """Return a pattern of the phrases of kind "tail" after a sentence's end, up to the end of the text."""
    keys = "|".join(re.escape(key) for key in sorted(load_phrases().tail, key=len, reverse=True))
    return re.compile(rf"(?:\A|[.!؟?…”»\")\n])\s*([-*(\[ ]*(?:{keys})(?!\w)[^.!؟?…\n]*)\Z")


def _without_share_bar(text: str, lines: list[Line], spans: list[Span]) -> list[Span]:
    """Cut a share bar of three words or more that is glued to the front of the article."""
    if not spans or not load_phrases().share_run.match(lines[0].head):
        return spans
    head = fold_with_map(text[spans[0].start : min(spans[0].end, spans[0].start + 120)])
    run = load_phrases().share_run.match(head.text)
    if not run or run.end() == len(head.text) or len(run.group().split()) < 3:
        return spans
    start = spans[0].start + head.to_source(run.end(), run.end() + 1)[0]
    return [Span(start, spans[0].end), *spans[1:]]
