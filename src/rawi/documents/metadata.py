"""What a page's head says of the article: title, outlet, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.markup import Pieces, Tag
from rawi.documents.newsrooms import find_newsroom
from rawi.documents.published import parse_published
from rawi.errors import ParseError
from rawi.model.document import Metadata, Warning

_SPACES = re.compile(r"\s+")
_BETWEEN = re.compile(r"\s+[-–—|•»:]+\s+|\s*[|•»]\s*|\s+[-–—]+|[-–—]+\s+")
_NAME = r'[\[{][^{}]{0,400}"name"\s*:\s*("(?:[^"\\]|\\.){1,120}")'
_JSON = {
    "ld:headline": re.compile(r'"headline"\s*:\s*("(?:[^"\\]|\\.){1,400}")'),
    "ld:published": re.compile(r'"datePublished"\s*:\s*("[^"\\]{4,40}")'),
    "ld:modified": re.compile(r'"dateModified"\s*:\s*("[^"\\]{4,40}")'),
    "ld:publisher": re.compile(rf'"publisher"\s*:\s*{_NAME}'),
    "ld:author": re.compile(rf'"author"\s*:\s*{_NAME}'),
}
_TITLES = ("og:title", "ld:headline", "twitter:title", "headline", "title")
_OUTLETS = ("og:site_name", "ld:publisher", "application-name")
_LESS_SURE_OUTLETS = ("copyright", "publisher", "twitter:site")
_AUTHORS = ("article:author", "author", "ld:author", "dc.creator", "sailthru.author", "parsely-author")
_DATES = (
    "article:published_time",
    "ld:published",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "publishdate",
    "publish_date",
    "publish-date",
    "published_time",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "datecreated",
    "parsely-pub-date",
    "sailthru.date",
    "article_date_original",
    "date",
    "time",
)
_MODIFIED = (
    "article:modified_time",
    "ld:modified",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "last-modified",
)
_IN_ADDRESS = re.compile(
    r"[/_-]((?:19|20)[0-9]{2})([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_LIMIT = 500
_MOST_WORDS = 5  # of an outlet's name in a window title


def read_metadata(page: str | Pieces) -> tuple[Metadata, tuple[Warning, ...]]:
    """Return what the page states of itself; a date that is none is dropped with a warning.

    A day that stands in its address (``/2031/05/01/``) counts where nothing else is stated.
    """
    found: dict[str, str] = {}
    headings: list[str] = []
    for name, value in _find_statements(Pieces(page) if isinstance(page, str) else page):
        if value := _SPACES.sub(" ", value).strip():
            found.setdefault(name, value[:_LIMIT])
            if name == "h1":
                headings.append(value[:_LIMIT])
    address = found.get("canonical") or found.get("og:url") or ""
    published, warnings = _stated_day(found, _DATES)
    modified, _ = _stated_day(found, _MODIFIED)
    outlet = _outlet(found, headings)
    return Metadata(
        title=_title(found, headings, outlet),
        outlet=outlet,
        published=published or _day_in(address),
        url=address if address.startswith(("http://", "https://")) else None,
        author=_author(found),
        modified=modified,
    ), warnings


def _title(found: dict[str, str], headings: list[str], outlet: str | None) -> str | None:
    """Return the heading that the page's other titles hold, else one of these without the outlet's name."""
    stated = [found[name] for name in _TITLES if name in found]
    folds = [fold(one) for one in stated]
    shown = [one for one in headings if len(one) > 3 and any(fold(one) in other for other in folds)]
    shown = [one for one in shown if not outlet or fold(one) != fold(outlet)]
    if shown:
        return max(shown, key=len)
    if stated:
        return _bare_title(stated[0], outlet)
    return headings[0] if headings else None


def _outlet(found: dict[str, str], headings: list[str]) -> str | None:
    """Return the outlet: as stated, else the part of the window title that is no part of the heading."""
    sure = next((found[name] for name in _OUTLETS if name in found), None)
    if sure or (sure := _in_title(found, headings)):
        return sure
    return next((found[name].lstrip("@") for name in _LESS_SURE_OUTLETS if name in found), None)


def _author(found: dict[str, str]) -> str | None:
    """Return who wrote it, if that is a name and not an address."""
    named = (found[name] for name in _AUTHORS if name in found)
    return next((one for one in named if "://" not in one and not one.startswith("@")), None)


def _day_in(address: str) -> str | None:
    """Return the day in an address, as EDTF; None if there is none."""
    match = _IN_ADDRESS.search(address)
    try:
        return parse_published("/".join(match.group(1, 3, 4))) if match else None
    except ParseError:
        return None


def _find_statements(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Yield (name, value) for every meta, canonical link, time, title, first heading and JSON-LD field."""
    inside: Tag | None = None
    page = pieces.page
    for piece in pieces:
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
        elif piece.name in ("meta", "link", "time", "abbr"):
            yield from _attribute_fields(piece)


def _attribute_fields(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield what a meta, link or time tag states."""
    said = tag.attributes()
    if tag.name in ("time", "abbr"):
        stated = said.get("datetime") or said.get("title", "")
        published = (
            "published" in said.get("class", "").split()
            or "datepublished" in said.get("itemprop", "").lower()
        )
        if tag.name == "time" or published:
            yield "datepublished" if published else "time", stated
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


def _stated_day(found: dict[str, str], names: tuple[str, ...]) -> tuple[str | None, tuple[Warning, ...]]:
    """Return the first stated date that is one, and a warning for each before it that is not."""
    warnings: list[Warning] = []
    for name in names:
        if name in found:
            try:
                return parse_published(found[name]), tuple(warnings)
            except ParseError as error:
                warnings.append(Warning("metadata.published", f"{name}: {error}"))
    return None, tuple(warnings)


def _in_title(found: dict[str, str], headings: list[str]) -> str | None:
    """Return the outlet that a window title begins or ends with: ``افتتاح الجسر - النهر نت``."""
    known = [fold(one) for one in (*headings, found.get("og:title", "")) if one]
    written = found.get("title", "")
    parts = [one for one in _BETWEEN.split(written) if one]
    if len(parts) < 2:
        return None
    for one, other in ((parts[-1], parts[0]), (parts[0], parts[-1])):
        if len(one.split()) > _MOST_WORDS:
            continue
        barred = "|" in written and len(other.split()) > _MOST_WORDS
        if barred or find_newsroom(one) or any(fold(other) in words for words in known):
            return one
    return None


def _bare_title(title: str, outlet: str | None) -> str:
    """Return the title without the outlet's name before or behind it."""
    if not outlet:
        return title
    name = _letters(outlet)
    gaps = list(_BETWEEN.finditer(title))
    if gaps and _same(_letters(title[gaps[-1].end() :]), name):
        return title[: gaps[-1].start()].rstrip()
    if gaps and _same(_letters(title[: gaps[0].start()]), name):
        return title[gaps[0].end() :].lstrip()
    return title


def _letters(words: str) -> str:
    """Return words folded, without what stands between them."""
    return "".join(c for c in fold(words) if c.isalnum())


def _same(one: str, other: str) -> bool:
    """Tell whether two names of an outlet are one: the longer holds the other."""
    return bool(one) and bool(other) and (one in other or other in one)
