"""The margin of a text: beside each paragraph, which entries it holds, for eyes and for screen readers.

Highlights tell a screen reader nothing; a paragraph names its margin by ``aria-details`` instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import msgspec
from markupsafe import Markup

from rawi.model.document import Warning
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.html import render_text
from rawi.views.segments import Layer
from rawi.web.preferences import Preferences
from rawi.web.rendering import say_count

_ENTRIES = re.compile(r'data-entries="([^"]*)"')
_KINDS = {"s": ("statements", "●"), "f": ("figures", "▲"), "e": ("events", "◆")}


class Sign(msgspec.Struct, frozen=True):
    """One mark of a margin: where it leads, what is drawn, what is read aloud."""

    kind: str
    href: str
    drawn: str
    told: str


def render_reading(record: Record, name: str, preferences: Preferences, found: Span | None = None) -> Markup:
    """Return the text of an article with its layers and a margin beside each paragraph.

    ``found`` are words that somebody was led to: they are marked, and have the id ``found``.
    """
    extra = [Layer(found, "found", "found")] if found else []
    text = render_text(record, name, extra).replace(' data-entries="found"', "")
    text = text.replace('<div class="text"', '<div id="text" class="text"', 1)
    opening, *paragraphs = text.removesuffix("</div>").split("<p>")
    warned = _warned(record.document.warnings, _ends(record.text))
    rows = [
        _row(number, one, warned.get(number, ()), preferences) for number, one in enumerate(paragraphs, 1)
    ]
    return Markup(opening + "".join(rows) + "</div>")


def _ends(text: str) -> list[int]:
    """Return where each paragraph ends: behind its line feed, as the text is cut."""
    return list(accumulate(len(one) + 1 for one in text.split("\n")))


def _warned(warnings: Iterable[Warning], ends: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """Return the numbers of the warnings of each paragraph."""
    kept: dict[int, list[int]] = {}
    for number, one in enumerate(warnings, 1):
        if one.span is not None:
            at = next((at for at, end in enumerate(ends, 1) if one.span.start < end), None)
            if at is not None:
                kept.setdefault(at, []).append(number)
    return kept


def _row(number: int, html: str, warned: Sequence[int], preferences: Preferences) -> str:
    """Return one paragraph with its margin; without entries there is none."""
    signs = [*_signs(html, preferences), *_cautions(warned, preferences)]
    if not signs:
        return f'<div class="row"><p>{html}</div>'
    links = "".join(
        f'<a class="mark {one.kind}" href="{one.href}" title="{one.told}" aria-label="{one.told}">'
        f'<span aria-hidden="true">{one.drawn}</span></a>'
        for one in signs
    )
    return (
        f'<div class="row"><p aria-details="margin-{number}">{html}'
        f'<div class="margin" id="margin-{number}" lang="{preferences.language}" '
        f'dir="{preferences.direction}">{links}</div></div>'
    )


def _signs(html: str, preferences: Preferences) -> Iterable[Sign]:
    """Yield a mark for each kind of entry in a paragraph; it leads to the first one in the list."""
    told = [each for one in _ENTRIES.findall(html) for each in one.split()]
    for letter, (name, drawn) in _KINDS.items():
        of = list(dict.fromkeys(one for one in told if one.rpartition("-")[2].startswith(letter)))
        if of:
            yield Sign(name, f"#card-{of[0]}", drawn, say_count(name, len(of), preferences))


def _cautions(warned: Sequence[int], preferences: Preferences) -> Iterable[Sign]:
    """Yield the mark of warnings about a paragraph."""
    if warned:
        told = say_count("warnings", len(warned), preferences)
        yield Sign("caution", f"#warning-{warned[0]}", "!", told)
