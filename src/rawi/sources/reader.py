"""All inputs in order, whatever they are: one bad file never stops the run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO

import msgspec

from rawi.errors import RawiError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Columns, Finished, Flagged, Item, Limits, Media, Outcome, Rejected
from rawi.sources.archives import read_archive
from rawi.sources.bundles import is_workbook, read_bundle, spool
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.feeds import read_feed
from rawi.sources.folders import find_files
from rawi.sources.formats import find_format, sniff
from rawi.sources.jsonlines import read_json, read_json_lines
from rawi.sources.mail import read_mail_file, read_mailbox
from rawi.sources.members import Members
from rawi.sources.parquet import read_parquet
from rawi.sources.streams import GZIP, open_regular, read_all, refused, shown
from rawi.sources.tables import read_table
from rawi.sources.workbooks import read_workbook_file

_LOOKED_AT = 1 << 12  # bytes by which a format is known


class Reading(msgspec.Struct, frozen=True):
    """How all inputs are read: within which limits, and under which names their columns stand."""

    limits: Limits = Limits()
    columns: Columns | None = None


def read_inputs(
    paths: Iterable[str], limits: Limits | None = None, columns: Columns | None = None
) -> Iterator[Outcome]:
    """Yield everything that ``paths`` hold, in order: files, folders (recursively) or ``-`` for stdin.

    For each file come its Item, Rejected and Flagged records, then one Finished. Never raises for what is
    wrong with an input; holds one document, line or row in memory. ``Rejected.part`` null: the whole file.
    ``columns`` are the names of columns in tables and of keys in JSON.
    """
    how = Reading(limits or Limits(), columns)
    for path in paths:
        for found in [path] if path == "-" else find_files(path, how.limits):
            if isinstance(found, Rejected):
                yield found
                yield Finished(found.path)
            else:
                yield from _read_file(found, found == path, how)


def _read_file(path: str, explicit: bool, how: Reading) -> Iterator[Outcome]:
    """Yield what one file holds, then Finished; every error becomes a refusal."""
    name = shown(path)
    try:
        kind = "unknown" if path == "-" else find_format(path, explicit)
        if path == "-":
            yield from read_stream(name, sys.stdin.buffer, kind, how)
        else:
            with open_regular(path) as raw:
                yield from read_stream(name, raw, kind, how)
    except RawiError as error:
        yield Rejected(name, None, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - one input that a library fails on must not stop the others
        yield Rejected(name, None, "source.unreadable", f"{type(error).__name__}: {error}"[:200])
    yield Finished(name)


def read_stream(name: str, raw: BinaryIO, kind: str, how: Reading) -> Iterator[Outcome]:
    """Yield what an open stream of a format holds, inflated first if it is gzip."""
    cursor = Cursor(Plain(raw))
    if cursor.peek(2) == GZIP:
        cursor = Cursor(Members(cursor.some, how.limits))
        if cursor.peek(3)[:2] == GZIP:
            raise refused("gzip.nested", "compressed more than once; unpack it first")
    head = cursor.peek(_LOOKED_AT)
    if not head and cursor.failed and kind != "archive":  # behind damage an archive may go on
        raise cursor.failed
    if not head and not cursor.failed:
        raise refused("source.empty", "the file is empty")
    kind = sniff(head) if kind == "unknown" else kind
    if kind == "bundle":
        yield from _read_bundle(name, raw, cursor, how)
    elif kind == "parquet":
        with _seekable(raw, cursor, how.limits) as file:
            yield from read_parquet(name, file, how.limits, how.columns)
    else:
        yield from _read_format(name, cursor, kind, how)


def _read_bundle(name: str, raw: BinaryIO, cursor: Cursor, how: Reading) -> Iterator[Outcome]:
    """Yield what a ZIP file holds; of a stream a file is made first, for its directory stands at the end."""
    with _seekable(raw, cursor, how.limits) as file:
        if is_workbook(file, how.limits):
            file.seek(0)
            yield from read_workbook_file(name, Cursor(Plain(file)), how.limits, how.columns)
        else:
            yield from read_bundle(name, file, how.limits, partial(_read_member, how))


def _read_member(how: Reading, name: str, raw: BinaryIO, kind: str) -> Iterator[Item | Rejected | Flagged]:
    """Yield what a member of a bundle holds."""
    return (one for one in read_stream(name, raw, kind, how) if isinstance(one, Item | Rejected | Flagged))


@contextmanager
def _seekable(raw: BinaryIO, cursor: Cursor, limits: Limits) -> Iterator[BinaryIO]:
    """Give a file of what the cursor has: the stream itself if it can go back, else a copy."""
    if cursor.plain and raw.seekable():
        raw.seek(0)
        yield raw
        return
    with spool(cursor, limits) as file:
        yield file


def _read_format(name: str, cursor: Cursor, kind: str, how: Reading) -> Iterator[Outcome]:
    """Yield what a format holds."""
    if kind == "jsonl":
        yield from read_json_lines(name, cursor, how.limits, how.columns)
    elif kind == "json":
        yield from read_json(name, cursor, how.limits, how.columns)
    elif kind == "table":
        yield from read_table(name, cursor, how.limits, how.columns)
    elif kind == "mail":
        yield from read_mail_file(name, cursor, how.limits)
    elif kind == "mailbox":
        yield from read_mailbox(name, cursor, how.limits)
    elif kind == "workbook":
        yield from read_workbook_file(name, cursor, how.limits, how.columns)
    elif kind == "archive":
        yield from read_archive(name, cursor, how.limits)
    else:
        yield from _read_whole(name, cursor, kind, how.limits)


def _read_whole(name: str, cursor: Cursor, kind: str, limits: Limits) -> Iterator[Outcome]:
    """Yield the one document of a text or page, or the entries of a feed."""
    data, cut = read_all(cursor, limits)
    warnings = (Warning(cut.code, f"{cut}; what came before is kept"),) if cut else ()
    if kind == "feed":
        yield from (Flagged(name, None, one) for one in warnings)
        yield from read_feed(name, data, limits)
        return
    media: Media = "html" if kind == "html" else "text"
    yield Item(name, None, data, media, Metadata(source=name), warnings=warnings)
