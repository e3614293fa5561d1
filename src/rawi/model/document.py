"""The document: the text as it came, what is known of its origin, and what is article and what is not."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.chain import Link
from rawi.model.span import Span


class Warning(msgspec.Struct, frozen=True, gc=False):
    """Something a reader should know; ``code`` is stable (``date.weekday-mismatch``), ``span`` null if of
    the whole."""

    code: str
    message: str
    span: Span | None = None


class Metadata(msgspec.Struct, frozen=True, gc=False):
    """What is known of a document besides its text; all may be null. ``published`` and ``modified`` are
    EDTF: a day, month or year."""

    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    modified: str | None = None


class Parts(msgspec.Struct, frozen=True, gc=False):
    """What the markup of a page shows of its text: spans of the ``article``, line by line, its title first,
    and the lines around it, ``margins``, that may say when and by whom it was published; ``stamps`` are those
    of them that are marked up as dates."""

    article: tuple[Span, ...]
    margins: tuple[Span, ...] = ()
    stamps: tuple[Span, ...] = ()


class Document(msgspec.Struct, frozen=True, gc=False):
    """``id`` is ``sha256:`` of the UTF-8 text; ``body`` the spans that are the article itself."""

    id: str
    text: str
    body: tuple[Span, ...]
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str = "ar"
    published: str | None = None
    published_from: Literal["metadata", "text"] | None = None
    title_from: Literal["metadata", "text"] | None = None
    outlet_from: Literal["metadata", "text"] | None = None
    url: str | None = None
    author: str | None = None
    modified: str | None = None
    chain: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()
