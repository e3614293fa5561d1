"""What a browser would not show: hidden text is a way to plant words that no reader ever saw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rawi.documents.elements import Element
from rawi.documents.markup import Tag, Words
from rawi.documents.selectors import Selector, parse_selector
from rawi.documents.styles import WHITE, find_colour, find_ground, is_hiding, plain_style, read_colour

#: Elements that show no text of their own.
SILENT = frozenset(
    {
        "script", "style", "template", "noscript", "head", "title", "svg", "math", "canvas",
        "object", "audio", "video", "iframe", "noembed", "noframes", "select", "datalist", "option",
        "textarea", "button", "dialog", "map", "embed", "applet", "meter", "progress", "rp"
    }
)  # fmt: skip
VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr"
    }
)  # fmt: skip
BLOCK = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"
    }
)  # fmt: skip
_RULE = re.compile(r"([^{}@;]{1,400})\{([^{}]{0,20000})\}")
_SHOWS = re.compile(r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|opacity\s*:\s*1", re.IGNORECASE)
_MOVES = re.compile(r"(?:animation|transition)(?:-name)?\s*:", re.IGNORECASE)
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}")
_SCREEN = re.compile(
    r"@(?:media\s+(?:only\s+)?(?:screen|all)|supports\b(?!\s*not\b)[^{}]{0,200}|layer\b[^{}]{0,100})\s*"
    r"\{((?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500})\s*\}",
    re.IGNORECASE,
)
_VARIABLE = re.compile(r"(--[\w-]{1,60})\s*:\s*([^;{}]{1,60})")
_USED = re.compile(r"var\(\s*(--[\w-]{1,60})[^()]{0,60}\)")
_SHEET = 2_000_000  # code points of a style sheet that are looked at
_MOST = 40  # selectors that hide, with the same last part


class Hiding:
    """What a page's own style sheets hide, and whether the ground behind its letters is known to be white:
    no sheet is linked and none of its own paints a ground."""

    def __init__(self, page: str, pieces: Iterable[Tag | Words]) -> None:
        self._selectors: dict[str, list[Selector]] = defaultdict(list)
        self.white = True
        style, unused = False, ""  # what stands in a template or noscript is no part of the page
        for piece in pieces:
            if isinstance(piece, Tag):
                if piece.name in ("template", "noscript") and unused in ("", piece.name):
                    unused = "" if piece.closing else piece.name
                style = (
                    piece.name == "style"
                    and not piece.closing
                    and "print" not in piece.written
                    and not unused
                )
                self.white &= not (piece.name == "link" and "stylesheet" in piece.written.lower())
            elif style and piece.raw:
                self._take(page[piece.start : min(piece.end, piece.start + _SHEET)])

    def _take(self, sheet: str) -> None:
        """Take in one style sheet."""
        plain = plain_style(sheet)
        variables = dict(_VARIABLE.findall(plain))
        plain = _MEDIA.sub("", _SCREEN.sub(r"\1", _USED.sub(lambda m: variables.get(m.group(1), ""), plain)))
        for selectors, rules in _RULE.findall(plain):
            self.white &= "background" not in rules
            if is_hiding(rules) and not _MOVES.search(rules):
                for one in _split(selectors):
                    self._add(parse_selector(one))
            elif _SHOWS.search(rules):
                for one in _split(selectors):
                    self._drop(parse_selector(one))

    def _add(self, selector: Selector | None) -> None:
        """Keep a selector, if there are not too many of its kind."""
        if selector:
            known = self._selectors[selector.last.key]
            if len(known) < _MOST and selector not in known:
                known.append(selector)

    def _drop(self, selector: Selector | None) -> None:
        """Let go of a selector that a later rule shows again."""
        if selector and selector in (known := self._selectors.get(selector.last.key, [])):
            known.remove(selector)

    def __bool__(self) -> bool:
        return any(self._selectors.values())

    def hides(self, element: Element) -> bool:
        """Tell whether the sheets hide an element."""
        if element.name in ("html", "body"):
            return False
        keys = [element.name, "", *(f".{one}" for one in element.classes)]
        if element.id:
            keys.append(f"#{element.id}")
        return any(one.fits(element) for key in keys for one in self._selectors.get(key, ()))


def _split(selectors: str) -> Iterator[str]:
    """Yield the selectors of a list, those within brackets together."""
    held = ""
    for piece in selectors.split(","):
        held = f"{held},{piece}" if held else piece
        if held.count("(") <= held.count(")"):
            yield held
            held = ""


def is_hidden(element: Element) -> bool:
    """Tell whether an element is not shown: by its kind, its attributes or its own style."""
    said = element.attributes
    if element.name in SILENT:
        return not (element.name == "dialog" and "open" in said)
    if not said or element.name in ("html", "body"):
        return False  # a body hidden until a script has run: a reader sees the page
    if "hidden" in said or "popover" in said or said.get("aria-hidden", "").lower() == "true":
        return True
    return bool(said.get("style")) and is_hiding(plain_style(said["style"]))


def find_painted(element: Element) -> str | None:
    """Return the ground that an element states for itself, in its style or the old way."""
    said = element.attributes
    if "bgcolor" in said:
        return read_colour(said["bgcolor"])
    if "background" not in said.get("style", ""):
        return None
    return find_ground(plain_style(said["style"])) or "something"


def is_drowned(element: Element, white: bool) -> bool:
    """Tell whether an element's letters have the colour of the ground behind them.

    ``white``: what no element states is white for sure.
    """
    said = element.attributes
    colour = find_colour(plain_style(said.get("style", ""))) if "color" in said.get("style", "") else None
    if element.name == "font" and "color" in said:
        colour = read_colour(said["color"])
    if colour is None:
        return False
    ground = next((one.ground for one in element.above() if one.ground), WHITE if white else None)
    return colour == ground
