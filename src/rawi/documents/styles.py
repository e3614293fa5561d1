"""What a style says of whether its element is seen."""

from __future__ import annotations

import re

_ZERO = r"0*(?:\.0*)?\s*(?:px|pt|em|rem|ex|ch|vw|vh|%)?\s*(?:!|;|\}|$)"
_FAR = r"(?:calc\(\s*)?-\s*(?:[0-9]{4,}|9[0-9]{2})(?:\.[0-9]*)?(?!\s*%)(?![0-9])"
_OUT = (
    r"(?:calc\(\s*)?(?:-\s*(?:[0-9]{3,}|[0-9]{2,}(?:\.[0-9]*)?(?:vw|vh|em|rem))(?![0-9])|"
    r"\+?[0-9]{4,}(?:px|em|rem))"
)
_HIDING = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|"
    rf"opacity\s*:\s*(?:{_ZERO}|0?\.0[0-9]*|[0-4]%)|filter\s*:[^;]{{0,60}}opacity\(\s*0(?:\.0[0-9]*|%)?\s*\)|"
    rf"font-size\s*:\s*(?:{_ZERO}|(?:0?\.[0-9]+|1)(?:px|pt)|0?\.0[0-9]*(?:em|rem))|font\s*:\s*0(?:px|pt|em|rem|/|\s)|"
    rf"(?:^|[;\s{{])(?:left|right|top|bottom|translate|inset(?:-[a-z]+){{0,2}})\s*:\s*{_OUT}|"
    rf"(?:^|[;\s{{])(?:text-indent|margin(?:-[a-z]+){{0,2}})\s*:\s*{_FAR}|"
    r"clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0|"
    r"polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*){1,8}\))|"
    r"(?:^|[;\s{])(?:-webkit-text-fill-)?color\s*:\s*(?:transparent|(?:rgb|hsl)a?\([^)]{0,40}[,/]\s*0(?:\.0*)?%?\s*\)|#[0-9a-f]{3}0\b|#[0-9a-f]{6}00\b)|"
    r"(?:^|[;\s{])scale\s*:\s*0(?:\.0*)?\s*(?:!|;|\}|$)|"
    r"transform\s*:[^;]{0,60}(?:scale[xy3d]{0,2}\(\s*0(?:\.0*)?\s*[,)]|translate[xy3d]{0,2}\(\s*-\s*[0-9]{3,})",
    re.IGNORECASE,
)
_CLIPPED = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SMALL = re.compile(r"(?:^|[;\s{])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:!|;|\}|$)", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s{])color\s*:\s*([^;!}]{1,40})", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!}]{1,60})", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^0-9a-fA-F\n]))")
_SHORT = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_CALLED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
WHITE = "#ffffff"


_PAGE_MARKS = re.compile(r"<!--|-->")


def plain_style(style: str) -> str:
    """Return a style or a sheet without comments, and escaped letters as they are.

    >>> plain_style("d\\\\69splay:/**/none")
    'display:none'
    """
    return _ESCAPE.sub(_unescaped, _COMMENT.sub("", _PAGE_MARKS.sub("", style)))


def _unescaped(match: re.Match[str]) -> str:
    """Return the letter that an escape stands for."""
    if match.group(2):
        return match.group(2)
    number = int(match.group(1), 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def is_hiding(style: str) -> bool:
    """Tell whether a plain style makes its element invisible.

    >>> is_hiding("opacity: 0.001"), is_hiding("opacity: 0.5")
    (True, False)
    """
    if _HIDING.search(style) or (_CLIPPED.search(style) and _SMALL.search(style)):
        return True
    colour, ground = find_colour(style), find_ground(style)
    return colour is not None and colour == ground


def find_colour(style: str) -> str | None:
    """Return the colour of the letters that a style states."""
    match = _COLOUR.search(style)
    return read_colour(match.group(1)) if match else None


def find_ground(style: str) -> str | None:
    """Return the background that a style states, whatever it is; None if it states none."""
    match = _GROUND.search(style)
    return read_colour(match.group(1)) if match else None


def read_colour(written: str) -> str:
    """Return a colour in one way of writing it.

    >>> read_colour(" White "), read_colour("#FFF")
    ('#ffffff', '#ffffff')
    """
    name = "".join(written.lower().split())
    if match := _SHORT.fullmatch(name):
        return "#" + "".join(digit * 2 for digit in match.groups())
    return _CALLED.get(name, name)
