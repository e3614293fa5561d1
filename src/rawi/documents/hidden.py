"""What a browser would not show: hidden text is a way to plant words that no reader ever saw."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!}]|$)|"
    r"font-size\s*:\s*0(?:\.0+)?\s*(?:px|pt|em|rem|%)?\s*(?:[;!}]|$)|"
    r"(?:left|right|top|bottom|text-indent|margin-left|margin-top|margin-right)\s*:\s*-\s*[0-9]{3,}|"
    r"(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*[;}][^}]{0,300}overflow\s*:\s*hidden|"
    r"overflow\s*:\s*hidden[^}]{0,300}(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:[;}]|$)|"
    r"clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|"
    r"color\s*:\s*transparent|transform\s*:\s*scale\(\s*0\s*\)|content-visibility\s*:\s*hidden",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}@]{1,400})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"^\s*[a-z0-9]{0,20}([.#][\w-]{1,80})\s*$", re.IGNORECASE)
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}")
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)


def find_hiding_names(page: str, pieces: Iterable[Tag | Words]) -> frozenset[str]:
    """Return the classes (``.x``) and ids (``#x``) that the page's own style sheets hide."""
    names: set[str] = set()
    style = False
    for piece in pieces:
        if isinstance(piece, Tag):
            style = piece.name == "style" and not piece.closing
        elif style and piece.raw:
            for selectors, rules in _RULE.findall(_plain_style(page[piece.start : piece.end])):
                if _STYLE.search(rules):
                    names.update(m.group(1) for one in selectors.split(",") if (m := _SELECTOR.match(one)))
    return frozenset(names)


def _plain_style(sheet: str) -> str:
    """Return a style sheet without comments and without rules for print or certain screens."""
    return _MEDIA.sub("", _COMMENT.sub("", sheet[:200_000]))


def is_hidden(tag: Tag, names: frozenset[str]) -> bool:
    """Tell whether the element that ``tag`` opens is not shown: by its kind, attributes, style or class."""
    if tag.name in SILENT:
        return True
    if not tag.written.strip(" /\n\r\t"):
        return False
    found = tag.attributes()
    if "hidden" in found or found.get("aria-hidden", "").lower() == "true":
        return True
    if _STYLE.search(found.get("style", "")):
        return True
    mine = {f".{one}" for one in found.get("class", "").split()} | {f"#{found.get('id', '')}"}
    return bool(names & mine)
