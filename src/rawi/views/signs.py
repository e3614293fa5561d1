"""The marks of a chart as SVG: what is open is drawn open, what is relayed is hollow, what is denied is
crossed out, what a person corrected has a ring."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.views.plot import Shape
from rawi.views.svg import element

_RADIUS = 6.0
_BAR = 5.0  # half the width of an open bar


class Sign(msgspec.Struct, frozen=True, gc=False):
    """A mark where it is to be drawn: ``x`` and ``y`` of its middle, ``top`` and ``bottom`` of its value,
    ``ceiling`` and ``floor`` of the chart, ``left`` and ``right`` of its time, ``told`` when it was said."""

    shape: Shape
    x: float
    y: float
    top: float
    bottom: float
    ceiling: float
    floor: float
    left: float | None = None
    right: float | None = None
    told: float | None = None
    hollow: bool = False
    denied: bool = False
    corrected: bool = False


def draw_sign(sign: Sign) -> str:
    """Return the elements of a mark, what lies under it first."""
    return "".join([*_times(sign), *_values(sign), _middle(sign), *_crossed(sign), *_ringed(sign)])


def _times(sign: Sign) -> Iterator[str]:
    """Yield how long its time is, and the way to the time when it was said."""
    if sign.told is not None:
        yield element("line", x1=sign.x, y1=sign.y, x2=sign.told, y2=sign.y, class_="told")
        yield element("line", x1=sign.told, y1=sign.y - 5, x2=sign.told, y2=sign.y + 5, class_="denied")
    if sign.left is not None and sign.right is not None and sign.right - sign.left > 2 * _RADIUS:
        yield element("line", x1=sign.left, y1=sign.y, x2=sign.right, y2=sign.y, class_="span")


def _values(sign: Sign) -> Iterator[str]:
    """Yield where its value may lie."""
    x, y = sign.x, sign.y
    if sign.shape in ("below", "above"):
        end = sign.floor if sign.shape == "below" else sign.ceiling
        path = f"M{x - _BAR:g} {y:g}V{end:g}M{x + _BAR:g} {y:g}V{end:g}"
        yield element("path", d=path, class_="open")
    elif sign.shape == "about":
        height = max(sign.bottom - sign.top, 2 * _RADIUS)
        yield element("rect", x=x - 14, y=y - height / 2, width=28.0, height=height, rx=4.0, class_="band")
    elif sign.shape == "range":
        yield element("line", x1=x, y1=sign.top, x2=x, y2=sign.bottom, class_="range")
        for end in (sign.top, sign.bottom):
            yield element("line", x1=x - _RADIUS, y1=end, x2=x + _RADIUS, y2=end, class_="range")


def _middle(sign: Sign) -> str:
    """Return the sign itself."""
    x, y, r = sign.x, sign.y, _RADIUS
    kind = "hollow" if sign.hollow else "full"
    if sign.shape in ("below", "above"):
        tip = r if sign.shape == "below" else -r
        points = f"{x - r:g},{y - tip:g} {x + r:g},{y - tip:g} {x:g},{y + tip:g}"
        return element("polygon", points=points, class_=kind)
    return element("circle", cx=x, cy=y, r=r - 2 if sign.shape == "range" else r, class_=kind)


def _crossed(sign: Sign) -> Iterator[str]:
    """Yield a line through what is denied."""
    if sign.denied:
        reach = _RADIUS + 4
        x, y = sign.x, sign.y
        yield element("line", x1=x - reach, y1=y + reach, x2=x + reach, y2=y - reach, class_="denied")


def _ringed(sign: Sign) -> Iterator[str]:
    """Yield a ring around what a person corrected."""
    if sign.corrected:
        yield element("circle", cx=sign.x, cy=sign.y, r=_RADIUS + 4, class_="ring")
