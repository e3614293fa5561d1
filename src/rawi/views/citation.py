"""An entry as a citation: a block of labelled lines, Markdown, RIS or CSL-JSON.

Only words that the source itself quotes as a whole are called a quotation. The block and Markdown are read as
they stand, so days are in words and whatever runs the other way is isolated; RIS and CSL-JSON are for
programs and keep the dates that their formats ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from rawi.views.cited import (
    Citation,
    Line,
    build_citation,
    build_passage,
    tell_article,
    tell_claim,
    tell_kind,
)
from rawi.views.labels import Language, label
from rawi.views.screen import FSI, PDI, Screen, visible
from rawi.views.whence import is_web

__all__ = ["STYLES", "Citation", "Style", "build_citation", "build_passage", "join_lists", "render_citation"]

Style = Literal["block", "md", "ris", "csl"]
STYLES: tuple[Style, ...] = ("block", "md", "ris", "csl")

LRI = "\u2066"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
_STRONG = re.compile(f"([{_ARABIC}])|[A-Za-z\u00c0-\u024f]")
_LEADING = re.compile(r"^(?:([#+=-])|(\d+)(?=[.)]))")
_UNSAFE = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E"})
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def render_citation(citation: Citation, style: Style = "block", language: Language = "en") -> str:
    """Return the citation in a style; RIS and CSL-JSON are the same in every language."""
    if style == "ris":
        return _ris(citation)
    if style == "csl":
        return msgspec.json.format(msgspec.json.encode([_csl(citation)]), indent=2).decode()
    return _markdown(citation, language) if style == "md" else _block(citation, language)


def join_lists(rendered: Sequence[str]) -> str:
    """Return several CSL-JSON lists as one."""
    items = [item for one in rendered for item in msgspec.json.decode(one)]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode()


def _words(citation: Citation) -> str:
    """Return the words on one line, between marks only if they are a quotation; of a figure its sentence, for
    a number alone says nothing."""
    shown = visible(citation.sentence or citation.words)
    return f"«{shown}»" if citation.quoted else shown


def _lines(citation: Citation, language: Language) -> Iterator[Line]:
    """Yield all that is said beside the words."""
    screen = Screen(terminal=True, language=language)
    yield from tell_claim(citation, screen)
    yield from tell_article(citation, screen)


def _apart(value: str, language: Language) -> str:
    """Return a value isolated where it runs against the line that it ends.

    >>> _apart("a.txt", "ar").encode("unicode_escape"), _apart("مرايا", "ar") == "مرايا"
    (b'\\\\u2066a.txt\\\\u2069', True)
    """
    first = _STRONG.search(value)
    if first is None:
        return f"{LRI}{value}{PDI}" if language == "ar" and not value.isdigit() else value
    if bool(first[1]) == (language == "ar"):
        return value
    return f"{FSI}{value}{PDI}" if first[1] else f"{LRI}{value}{PDI}"


def _block(citation: Citation, language: Language) -> str:
    """Return labelled lines, one value each, so that no line mixes directions."""
    lines = [_labelled(one.name, _apart(one.value, language)) for one in _lines(citation, language)]
    return "\n".join([f"{tell_kind(citation, language)}:", _words(citation), *lines])


def _labelled(name: str, value: str) -> str:
    """Return a value after its label, if it has one."""
    return f"{name}: {value}" if name else value


def _markdown(citation: Citation, language: Language) -> str:
    """Return a Markdown quotation, and a list of what is known of it. No line has but a sign: that would
    stand at the left of a text that runs from the right."""
    lines = [f"- {_labelled(one.name, _marked_up(one, language))}" for one in _lines(citation, language)]
    return "\n".join([f"> {_escaped(_words(citation))}", "", f"- {tell_kind(citation, language)}", *lines])


def _marked_up(one: Line, language: Language) -> str:
    """Return a value in Markdown; an address stays as it is, for it is copied."""
    if not one.code or "`" in one.value:
        return _apart(_escaped(one.value), language)
    web = is_web(one.value)
    return _apart(f"<{one.value.translate(_UNSAFE)}>" if web else f"`{one.value}`", language)


def _escaped(text: str) -> str:
    """Return text in which nothing is Markdown or HTML.

    >>> _escaped("# <b> a#1"), _escaped("1. *x*")
    ('\\\\# \\\\<b\\\\> a#1', '1\\\\. \\\\*x\\\\*')
    """
    marked = "".join(f"\\{letter}" if letter in "\\`*_[]<>|~&" else letter for letter in text)
    return _LEADING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", marked)


def _ris(citation: Citation) -> str:
    """Return an RIS record of type NEWS; values are on one line, whatever stands in them."""
    published = citation.published or ""
    day = published.replace("-", "/") if _DAY.fullmatch(published) else published[:4]
    known = (
        ("TI", citation.title),
        ("T2", citation.outlet),
        ("PY", day[:4]),
        ("DA", f"{day}{'/' * (3 - day.count('/'))}" if day else None),
        ("UR", citation.source if is_web(citation.source) else None),
        ("LA", "ar"),
        ("AB", _words(citation)),
        ("N1", tell_kind(citation, "en")),
        *(("N1", note) for note in _notes(citation)),
        ("N1", citation.address),
    )
    lines = [f"{tag}  - {visible(value)}" for tag, value in known if value]
    return "\n".join(["TY  - NEWS", *lines, "ER  - "])


def _notes(citation: Citation) -> list[str]:
    """Return what is said of a claim, for formats that have no fields for it."""
    return [_labelled(one.name, visible(one.value)) for one in tell_claim(citation, Screen(language="en"))]


def _csl(citation: Citation) -> dict[str, Any]:
    """Return a CSL-JSON item (docs.citationstyles.org) of a newspaper article."""
    at = f"{label('words_at', 'en')} {citation.address}"
    item: dict[str, Any] = {
        "id": citation.address,
        "type": "article-newspaper",
        "language": "ar",
        "title": citation.title,
        "container-title": citation.outlet,
        "URL": citation.source if is_web(citation.source) else None,
        "abstract": _words(citation),
        "note": "; ".join([tell_kind(citation, "en"), *_notes(citation), at]),
    }
    if citation.published and citation.published[:4].isdigit():
        parts = [int(part) for part in citation.published.split("-") if part.isdigit()]
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value}
