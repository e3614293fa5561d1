"""A page in place of a terminal: what cards say comes out as HTML, the words of a source confined in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from rawi.views.labels import label
from rawi.views.screen import Screen

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Return text escaped; what turns the direction stays in it, confined and with a badge."""
    escaped = escape(text).replace("\r", "&#13;").replace("\x00", "\ufffd")
    return _TURNING.sub(_badge, escaped)


def isolated(value: str) -> str:
    """Return a value that stands in a sentence of the page, kept apart from its direction; a day is not
    broken at its hyphens."""
    kind = ' class="day"' if _DAY.fullmatch(value) else ""
    return f"<bdi{kind}>{shown(value)}</bdi>"


def _badge(mark: re.Match[str]) -> str:
    """Return a direction control inside an isolate of its own, where it turns nothing."""
    return f'<span class="turning" data-mark="U+{ord(mark.group()):04X}">{mark.group()}</span>'


class Markup(Screen, frozen=True):
    """A screen whose lines are HTML: all that is given to it is escaped, all of a source isolated too."""

    def label(self, name: str) -> str:
        """Return a label in the language of the page."""
        return escape(label(name, self.language), quote=False)

    def strong(self, words: str) -> str:
        """Return words in bold."""
        return f"<b>{isolated(words)}</b>"

    def faint(self, words: str) -> str:
        """Return words as any others: on a page style sheets dim."""
        return isolated(words)

    def apart(self, words: str) -> str:
        """Return a foreign run, isolated."""
        return isolated(words)

    def row(self, parts: Iterable[str]) -> str:
        """Return the parts that there are on one line, dots between them."""
        return " · ".join(part for part in parts if part)

    def block(self, words: str, deeper: bool = False) -> str:
        """Return Arabic words of a source, right to left whatever the page."""
        return f'<span class="words" lang="ar" dir="rtl">{shown(words)}</span>'
