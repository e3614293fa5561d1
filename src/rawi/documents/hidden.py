"""What a browser would not show: hidden text is a way to plant words that no reader ever saw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from rawi.documents.elements import Element
from rawi.documents.markup import Tag, Words

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
_ZERO = r"0*(?:\.0*)?\s*(?:px|pt|em|rem|ex|ch|vw|vh|%)?\s*(?:!|;|\}|$)"
_STYLE = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*{_ZERO}|"
    rf"font-size\s*:\s*{_ZERO}|font\s*:\s*0(?:px|pt|em|rem|/|\s)|content-visibility\s*:\s*hidden|"
    r"(?:left|right|top|bottom|text-indent|margin(?:-(?:left|top|right))?)\s*:\s*-\s*[0-9]{3,}|"
    r"clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|"
    r"(?:^|[;\s])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0*)?\s*\)|#[0-9a-f]{3}0\b|#[0-9a-f]{6}00\b)|"
    r"transform\s*:[^;]{0,60}(?:scale[xy3d]{0,2}\(\s*0(?:\.0*)?\s*[,)]|translate[xy3d]{0,2}\(\s*-\s*[0-9]{3,})",
    re.IGNORECASE,
)
_CLIPPED = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SMALL = re.compile(r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:!|;|\}|$)", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!}]{1,40})", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!}]{1,40})", re.IGNORECASE)
_RULE = re.compile(r"([^{}@;]{1,400})\{([^{}]{0,2000})\}")
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}")
_SCREEN = re.compile(
    r"@media\s+(?:only\s+)?(?:screen|all)\s*\{((?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500})\s*\}", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_COMPOUND = re.compile(
    r"(?:\*|[a-z][a-z0-9]{0,20})?(?:[.#][\w-]{1,80}|\[[\w-]{1,30}(?:[~|^$*]?=[^\]]{0,60})?\])*", re.IGNORECASE
)
_PART = re.compile(
    r"([.#])([\w-]{1,80})|\[([\w-]{1,30})(?:([~|^$*]?)=[\"']?([^\]\"']{0,60})[\"']?)?\]|^([a-z][a-z0-9]{0,20})",
    re.IGNORECASE,
)
_COMBINED = re.compile(r"\s*>\s*|\s+")
_SHEET = 400_000  # code points of a style sheet that are looked at
_MOST = 40  # selectors that hide, with the same last part
_FAR = 100  # how far up a selector is looked for


class Compound(NamedTuple):
    """One part of a selector: what an element must be called, have as classes, as id, and as attributes."""

    name: str
    classes: frozenset[str]
    id: str
    attributes: tuple[tuple[str, str, str], ...]

    def fits(self, element: Element, attributes: dict[str, str] | None) -> bool:
        """Tell whether an element is one of these; ``attributes`` null where they are not at hand."""
        if self.name not in ("", element.name) or not self.classes <= element.classes:
            return False
        if self.id and self.id != element.id:
            return False
        if not self.attributes:
            return True
        return attributes is not None and all(_has(attributes, *one) for one in self.attributes)


def _has(attributes: dict[str, str], name: str, how: str, value: str) -> bool:
    """Tell whether an attribute is there, and as the selector wants it."""
    found = attributes.get(name)
    if found is None:
        return False
    if how == "":
        return not value or found == value
    if how == "|":
        return found == value or found.startswith(f"{value}-")
    if how == "~":
        return value in found.split()
    return {"^": found.startswith, "$": found.endswith, "*": found.__contains__}[how](value)


#: The selectors that hide, by a class (``.x``), id (``#x``) or name (``p``) that their last part has.
Hiding = dict[str, list[tuple[Compound, ...]]]


def find_hiding(page: str, pieces: Iterable[Tag | Words]) -> Hiding:
    """Return what the page's own style sheets hide."""
    found: Hiding = defaultdict(list)
    style = False
    for piece in pieces:
        if isinstance(piece, Tag):
            style = piece.name == "style" and not piece.closing and "print" not in piece.written
        elif style and piece.raw:
            for selector in _hiding_selectors(page[piece.start : piece.end]):
                if parts := _parse_selector(selector):
                    known = found[_key(parts[-1])]
                    if len(known) < _MOST and parts not in known:
                        known.append(parts)
    return found


def _hiding_selectors(sheet: str) -> Iterator[str]:
    """Yield each selector of a sheet whose rules hide."""
    plain = _SCREEN.sub(r"\1", _COMMENT.sub("", sheet[:_SHEET]))
    for selectors, rules in _RULE.findall(_MEDIA.sub("", plain)):
        if _hides(rules):
            yield from selectors.split(",")


def _parse_selector(selector: str) -> tuple[Compound, ...]:
    """Return the parts of a selector, outermost first; nothing for one with states or siblings."""
    parts = []
    for one in _COMBINED.split(selector.strip()):
        if not one or not _COMPOUND.fullmatch(one):
            return ()
        found = list(_PART.finditer(one))
        parts.append(
            Compound(
                next((m.group(6).lower() for m in found if m.group(6)), ""),
                frozenset(m.group(2) for m in found if m.group(1) == "."),
                next((m.group(2) for m in found if m.group(1) == "#"), ""),
                tuple((m.group(3).lower(), m.group(4) or "", m.group(5) or "") for m in found if m.group(3)),
            )
        )
    return tuple(parts) if any(parts[-1]) and parts[-1].name not in ("body", "html") else ()


def _key(part: Compound) -> str:
    """Return the word by which a selector is found."""
    if part.classes:
        return f".{min(part.classes)}"
    return f"#{part.id}" if part.id else part.name


def _hides(style: str) -> bool:
    """Tell whether a style makes an element invisible."""
    if _STYLE.search(style) or (_CLIPPED.search(style) and _SMALL.search(style)):
        return True
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    return bool(colour and ground and colour.group(1).strip().lower() == ground.group(1).strip().lower())


def is_hidden(element: Element, attributes: dict[str, str]) -> bool:
    """Tell whether an element is not shown: by its kind, its attributes or its own style."""
    if element.name in SILENT:
        return not (element.name == "dialog" and "open" in attributes)
    if element.name in ("html", "body"):
        return False  # hidden until a script has run: a reader sees the page
    return bool(attributes) and _is_hidden_by_attribute(attributes)


def is_hidden_by_sheet(element: Element, attributes: dict[str, str], hiding: Hiding) -> bool:
    """Tell whether the page's style sheets hide an element."""
    if element.name in ("html", "body"):
        return False
    keys = [element.name, "", *(f".{one}" for one in element.classes)]
    if element.id:
        keys.append(f"#{element.id}")
    return any(_fits(parts, element, attributes) for key in keys for parts in hiding.get(key, ()))


def _is_hidden_by_attribute(attributes: dict[str, str]) -> bool:
    """Tell whether an element says itself that it is not shown."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    return bool(attributes.get("style")) and _hides(attributes["style"])


def _fits(parts: tuple[Compound, ...], element: Element, attributes: dict[str, str]) -> bool:
    """Tell whether a selector means an element: its last part fits it, the others what it lies in."""
    if not parts[-1].fits(element, attributes):
        return False
    left = list(parts[:-1])
    for one in islice(element.parent.above(), _FAR) if element.parent and left else ():
        if left and left[-1].fits(one, None):
            left.pop()
    return not left
