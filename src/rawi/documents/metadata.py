"""What a page's head says of the article: title, outlet, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.markup import Tag, find_pieces
from rawi.documents.published import parse_published
from rawi.errors import ParseError
from rawi.model.document import Metadata, Warning

_SPACES = re.compile(r"\s+")
_SUFFIX = re.compile(r"\s+[-–—|•»:]+\s+")
_JSON = {
    "ld:headline": re.compile(r'"headline"\s*:\s*("(?:[^"\\]|\\.){1,400}")'),
    "ld:published": re.compile(r'"datePublished"\s*:\s*("[^"\\]{4,40}")'),
    "ld:publisher": re.compile(r'"publisher"\s*:\s*\{[^{}]{0,400}"name"\s*:\s*("(?:[^"\\]|\\.){1,120}")'),
}
_TITLES = ("og:title", "h1", "ld:headline", "twitter:title", "title")
_OUTLETS = ("og:site_name", "ld:publisher", "application-name", "twitter:site", "copyright")
_DATES = (
    "article:published_time",
    "ld:published",
    "datepublished",
    "og:published_time",
    "publishdate",
    "publish_date",
    "pubdate",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "time",
)
_LIMIT = 500


def read_metadata(page: str) -> tuple[Metadata, tuple[Warning, ...]]:
    """Return what the page states of itself; a date that is none is dropped with a warning."""
    found: dict[str, str] = {}
    for name, value in _find_statements(page):
        if value := _SPACES.sub(" ", value).strip():
            found.setdefault(name, value[:_LIMIT])
    published, warnings = _published(found)
    outlet = next((found[name].lstrip("@") for name in _OUTLETS if name in found), None)
    title = next((found[name] for name in _TITLES if name in found), None)
    outlet = outlet or _suffix(found)
    url = found.get("canonical") or found.get("og:url")
    url = url if url and url.startswith(("http://", "https://")) else None
    return Metadata(title=_bare_title(title, outlet), outlet=outlet, published=published, url=url), warnings


def _find_statements(page: str) -> Iterator[tuple[str, str]]:
    """Yield (name, value) for every meta, canonical link, time, title, first heading and JSON-LD field."""
    inside: Tag | None = None
    for piece in find_pieces(page):
        if not isinstance(piece, Tag):
            if inside and inside.name == "script":
                yield from _json_fields(page[piece.start : piece.end])
            continue
        if inside and piece.closing and piece.name == inside.name:
            if inside.name in ("title", "h1"):
                yield inside.name, unescape(re.sub(r"<[^<>]*>", " ", page[inside.end : piece.start][:5000]))
            inside = None
        elif piece.name in ("title", "h1", "script") and not piece.closing:
            ld = piece.name != "script" or "ld+json" in piece.written
            inside = piece if ld else None
        elif piece.name in ("meta", "link", "time"):
            yield from _attribute_fields(piece)


def _attribute_fields(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield what a meta, link or time tag states."""
    said = tag.attributes()
    if tag.name == "time":
        yield "time", said.get("datetime", "")
    elif tag.name == "link":
        if said.get("rel", "").lower() == "canonical":
            yield "canonical", said.get("href", "")
    else:
        name = said.get("property") or said.get("name") or said.get("itemprop") or ""
        yield name.lower(), said.get("content", "")


def _json_fields(script: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a JSON-LD script that are wanted, found without building what it describes."""
    for name, pattern in _JSON.items():
        if match := pattern.search(script[:1_000_000]):
            try:
                yield name, unescape(msgspec.json.decode(match.group(1), type=str))
            except msgspec.DecodeError:
                continue


def _published(found: dict[str, str]) -> tuple[str | None, tuple[Warning, ...]]:
    """Return the first stated date that is one, and a warning for each before it that is not."""
    warnings: list[Warning] = []
    for name in _DATES:
        if name in found:
            try:
                return parse_published(found[name]), tuple(warnings)
            except ParseError as error:
                warnings.append(Warning("metadata.published", f"{name}: {error}"))
    return None, tuple(warnings)


def _suffix(found: dict[str, str]) -> str | None:
    """Return the outlet that the window title ends in: ``افتتاح الجسر - النهر نت``."""
    parts = _SUFFIX.split(found.get("title", ""))
    heading = found.get("h1") or found.get("og:title")
    if len(parts) > 1 and len(parts[-1].split()) <= 4 and heading and fold(parts[0]) in fold(heading):
        return parts[-1]
    return None


def _bare_title(title: str | None, outlet: str | None) -> str | None:
    """Return the title without the outlet's name behind it."""
    if not title:
        return None
    parts = _SUFFIX.split(title)
    last = fold(parts[-1])
    if len(parts) > 1 and outlet and (last in fold(outlet) or fold(outlet) in last):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|•»:")
    return title
