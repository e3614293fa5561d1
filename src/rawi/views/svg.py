"""Elements of an SVG: text of any source escaped and kept in its own direction, numbers short."""

from __future__ import annotations

import re
from html import escape

from rawi.views.screen import visible

_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def shown(words: str) -> str:
    """Return words as they may stand in XML: on one line, escaped, what steers made visible.

    >>> shown("قال <b>\\x00")
    'قال &lt;b&gt;␀'
    """
    return _FORBIDDEN.sub("\ufffd", escape(visible(words)))


def runs_left(words: str) -> bool:
    """Tell whether words run from right to left: whether Arabic comes before Latin in them."""
    arabic, latin = _ARABIC.search(words), _LATIN.search(words)
    return arabic is not None and (latin is None or arabic.start() < latin.start())


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """Return an element; names of attributes have ``-`` for ``_``, null ones are left out.

    >>> element("line", x1=0, y1=2.50004, class_="axis")
    '<line x1="0" y1="2.5" class="axis"/>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _attribute(value: str | float) -> str:
    """Return the value of an attribute."""
    return escape(value) if isinstance(value, str) else f"{round(value, 2):g}"


def text(
    words: str,
    x: float,
    y: float,
    *,
    kind: str | None = None,
    anchor: str = "left",
    rtl: bool | None = None,
) -> str:
    """Return words at a place, kept apart from what is beside them.

    ``anchor`` is the side of the words that stands at ``x``: left, right or middle, whatever their
    direction, which is that of their letters unless ``rtl`` says it.
    """
    leftward = runs_left(words) if rtl is None else rtl
    ends = {"left": "end" if leftward else "start", "right": "start" if leftward else "end"}
    direction = "rtl" if leftward else "ltr"
    return element(
        "text",
        shown(words),
        x=x,
        y=y,
        class_=f"{kind} {direction}" if kind else direction,
        text_anchor=ends.get(anchor, "middle"),
        lang="ar" if leftward else None,
    )
