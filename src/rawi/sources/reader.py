"""All inputs in order, whatever they are: one bad file never stops the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from rawi.errors import RawiError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Finished, Flagged, Item, Limits, Media, Outcome, Rejected
from rawi.sources.archives import read_archive
from rawi.sources.feeds import read_feed
from rawi.sources.folders import find_files
from rawi.sources.jsonlines import read_json_lines
from rawi.sources.streams import GZIP, open_inflated, open_regular, read_all, refused, shown
from rawi.sources.tables import read_table

#: What a file is, by the ending of its name without ``.gz``.
FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".opml": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".warc": "archive",
}


def read_inputs(paths: Iterable[str], limits: Limits | None = None) -> Iterator[Outcome]:
    """Yield everything that ``paths`` hold, in order: files, folders (recursively) or ``-`` for stdin.

    For each file come its Item, Rejected and Flagged records, then one Finished. Never raises for what is
    wrong with an input; holds one document, line or row in memory. ``Rejected.part`` null: the whole file.
    """
    limits = limits or Limits()
    for path in paths:
        for found in [path] if path == "-" else find_files(path, limits):
            if isinstance(found, Rejected):
                yield found
                yield Finished(found.path)
            else:
                yield from _read_file(found, explicit=found == path, limits=limits)


def _read_file(path: str, explicit: bool, limits: Limits) -> Iterator[Outcome]:
    """Yield what one file holds, then Finished; every error becomes a refusal."""
    name = shown(path)
    try:
        yield from _read_open(path, name, explicit, limits)
    except RawiError as error:
        yield Rejected(name, None, error.code, str(error))
    except (OSError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        yield Rejected(name, None, "source.unreadable", f"{type(error).__name__}: {error}"[:200])
    yield Finished(name)


def _read_open(path: str, name: str, explicit: bool, limits: Limits) -> Iterator[Outcome]:
    """Open a file or stdin, inflate it if it is gzip, and read it by its format."""
    kind = _format(path, explicit)
    if path == "-":
        yield from _read_stream(name, sys.stdin.buffer, kind, limits)
        return
    with open_regular(path) as raw:
        if kind == "archive":
            _refuse_empty(raw)
            yield from read_archive(name, raw, limits)
        elif raw.peek(2)[:2] == GZIP:  # type: ignore[attr-defined]
            yield from _read_stream(name, open_inflated(raw, limits), kind, limits)
        else:
            yield from _read_stream(name, raw, kind, limits)


def _refuse_empty(raw: BinaryIO) -> None:
    """Refuse a file of no bytes."""
    if not os.fstat(raw.fileno()).st_size:
        raise refused("source.empty", "the file is empty")


def _format(path: str, explicit: bool) -> str:
    """Return the format that the name says; one that was named by the user and says nothing is looked at."""
    stem, ending = os.path.splitext(path.lower())
    if ending == ".gz":
        ending = os.path.splitext(stem)[1]
    if kind := FORMATS.get(ending):
        return kind
    if explicit:
        return "unknown"
    raise refused("source.format", f"no format is known by the ending {shown(ending)!r}")


def _read_stream(name: str, stream: BinaryIO, kind: str, limits: Limits) -> Iterator[Outcome]:
    """Yield what an open stream of a format holds."""
    head = stream.peek(512)[:512]  # type: ignore[attr-defined]
    if not head:
        raise refused("source.empty", "the file is empty")
    kind = _sniff(head) if kind == "unknown" else kind
    if kind == "jsonl":
        yield from read_json_lines(name, stream, limits)
    elif kind == "table":
        yield from read_table(name, stream, limits)
    else:
        yield from _read_whole(name, stream, kind, limits)


def _sniff(head: bytes) -> str:
    """Return the format of a stream without a name: rows of JSON, a feed, a page or plain text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b'{"'):
        return "jsonl"
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        return "feed"
    return "html" if start.startswith((b"<!doctype", b"<html", b"<head", b"<body")) else "text"


def _read_whole(name: str, stream: BinaryIO, kind: str, limits: Limits) -> Iterator[Outcome]:
    """Yield the one document of a text or page, or the entries of a feed."""
    data, cut = read_all(stream, limits)
    warnings = (Warning(cut.code, f"{cut}; what came before is kept"),) if cut else ()
    if kind == "feed":
        yield from (Flagged(name, None, one) for one in warnings)
        yield from read_feed(name, data, limits)
        return
    media: Media = "html" if kind == "html" else "text"
    yield Item(name, None, data, media, Metadata(source=name), warnings=warnings)
