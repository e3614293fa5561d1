"""An item as it came to a document's text, with its body, its chain and all that is known of it."""

from __future__ import annotations

import re

import msgspec

from rawi.documents.byline import find_chain
from rawi.documents.damage import find_damage, is_visible, refused, repair_surrogates
from rawi.documents.decoding import Decoded, decode
from rawi.documents.html import read_html
from rawi.documents.layouts import find_layout
from rawi.documents.published import parse_published
from rawi.errors import ParseError
from rawi.model.document import Metadata, Warning
from rawi.model.source import DocumentText, Item

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def build_document(item: Item) -> DocumentText:
    """Return the text of ``item``; plain text is the decoded bytes unchanged, a page what it holds.

    What the carrier states (title, outlet, date) goes before what the page states. Raises DocumentError with
    a ``code`` that says why: ``document.binary``, ``document.empty``.
    """
    decoded = _decode(item)
    text, repaired = repair_surrogates(decoded.text)
    stated, warnings = _stated(item.metadata)
    parts = None
    if item.media == "html":
        page = read_html(text, stated.title)
        text, parts = page.text, page.parts
        repaired = tuple(
            msgspec.structs.replace(one, span=None) for one in repaired
        )  # its place is the page's
        stated, warnings = _merged(stated, page.metadata), (*warnings, *page.warnings)
    if not is_visible(text):
        raise refused("document.empty", "there is no text in it")
    layout = find_layout(text, stated.title, parts)
    return DocumentText(
        text=text,
        metadata=stated,
        body=layout.body,
        chain=find_chain(text, layout),
        warnings=(*item.warnings, *decoded.warnings, *repaired, *warnings, *find_damage(text)),
        encoding=decoded.encoding or None,
        parts=parts,
    )


def _decode(item: Item) -> Decoded:
    """Decode the item's bytes; a ``str`` passes as it is."""
    if isinstance(item.data, str):
        return Decoded(item.data, "", ())
    if not item.data:
        raise refused("document.empty", "there are no bytes in it")
    declared = item.charset
    if not declared and item.media == "html" and (match := _CHARSET.search(item.data[:4096])):
        declared = match.group(1).decode("ascii")
    return decode(item.data, declared)


def _stated(metadata: Metadata) -> tuple[Metadata, tuple[Warning, ...]]:
    """Return metadata with its date as EDTF, without lone surrogates; no date gives a warning."""
    published, warnings = metadata.published, tuple[Warning, ...]()
    try:
        published = parse_published(published) if published else None
    except ParseError as error:
        published, warnings = None, (Warning("metadata.published", str(error)),)
    source, title, outlet, url = (
        repair_surrogates(one)[0] if one else None
        for one in (metadata.source, metadata.title, metadata.outlet, metadata.url)
    )
    return Metadata(source, title, outlet, published, url), warnings


def _merged(first: Metadata, second: Metadata) -> Metadata:
    """Return ``first`` with the gaps filled from ``second``."""
    return Metadata(
        source=first.source,
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        published=first.published or second.published,
        url=first.url or second.url,
        author=first.author or second.author,
        modified=first.modified or second.modified,
    )
