"""The records of a web archive (WARC), one after the other; behind damage, the next that can be found.

Lengths are not believed: where a record does not end as it should, the beginning of another is looked for in
it, so that one lie does not swallow the pages behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rawi.errors import SourceError
from rawi.model.source import Limits
from rawi.sources.cursor import Cursor
from rawi.sources.payloads import Headers, parse_headers

_VERSION = re.compile(rb"WARC/[01]\.[0-9]{1,3}[ \t]*\r?\n")
_START = b"WARC/"
_BEGINS = re.compile(rb"WARC/[01]\.[0-9]")
_WITHIN = re.compile(rb"\n(?=WARC/[01]\.[0-9]{1,3}[ \t]*\r?\n[A-Za-z-]{3,40}:)")
_LONGEST_LINE = 1 << 16
_LONGEST_HEAD = 1 << 20
_HEAD = 8 << 20  # of an answer, that may stand before a document of the largest size
_DAMAGED = 10_000  # after so many damaged places the archive is given up


#: What is wrong with a record that stands within the length that another one claims: a page may have made it.
INNER = ("warc.inner", "it stands within another record; its address is not believed")


class Record(NamedTuple):
    """A record: its headers, its block, how many bytes of the block are missing or were ``left`` unread.

    ``fault``: code and message of what is wrong with it besides.
    """

    number: int
    headers: Headers
    block: bytes
    missing: int = 0
    left: int = 0
    fault: tuple[str, str] | None = None

    def header(self, name: str) -> str:
        """Return the value of a header by its lower-case name, empty if it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Damage(NamedTuple):
    """A place where no record could be read; ``place`` is the record's number or what it stands after."""

    place: str
    code: str
    message: str
    lost: bool  # a record may have been lost, not only the end of one that was read


def read_records(cursor: Cursor, limits: Limits) -> Iterator[Record | Damage]:
    """Yield the records of an archive and the damaged places between them.

    Codes: ``warc.damaged``, ``gzip.damaged``, ``gzip.truncated``, ``gzip.trailing``, ``gzip.bomb``.
    """
    number = damaged = 0
    while damaged < _DAMAGED:
        try:
            found = _read_next(cursor, number + 1, limits)
        except SourceError as error:
            lost = cursor.fresh and error.code != "gzip.trailing"
            found = Damage(f"after record {number}", error.code, str(error), lost)
            if error.code == "gzip.bomb" or not cursor.resume():
                yield found
                return
        if found is None:
            return
        number += isinstance(found, Record) or found.lost
        damaged += isinstance(found, Damage)
        yield found
    yield Damage("the rest", "warc.damaged", f"more than {_DAMAGED} damaged places; it is not read", True)


def _read_next(cursor: Cursor, number: int, limits: Limits) -> Record | Damage | None:
    """Return the next record, or the damage in its place; null at the end."""
    while (line := cursor.line(_LONGEST_LINE)) in (b"\r\n", b"\n"):
        pass
    if not line:
        return None
    doubtful = cursor.doubtful
    if not _VERSION.fullmatch(line):
        cursor.push(line)
        passed = _find_next(cursor)
        return Damage(f"record {number}", "warc.damaged", f"{passed} bytes that are no record", True)
    head = _read_head(cursor)
    if head is None:
        return Damage(f"record {number}", "warc.damaged", "its headers do not end", True)
    headers = parse_headers(head)
    length = next((value for key, value in headers if key.lower() == "content-length"), "")
    if not (length.isascii() and length.isdigit()):
        _find_next(cursor)
        return Damage(f"record {number}", "warc.damaged", f"no length: {length[:40]!r}", True)
    record = _read_block(cursor, number, headers, int(length[:20]), limits)
    return record._replace(fault=INNER) if doubtful else record


def _read_head(cursor: Cursor) -> bytes | None:
    """Return the lines up to an empty one; null if there is none, or too much before it."""
    lines: list[bytes] = []
    size = 0
    while size < _LONGEST_HEAD:
        line = cursor.line(_LONGEST_LINE)
        if line in (b"\r\n", b"\n"):
            return b"".join(lines)
        if not line or _VERSION.fullmatch(line):
            cursor.push(line)
            return None
        lines.append(line)
        size += len(line)
    return None


def _read_block(cursor: Cursor, number: int, headers: Headers, length: int, limits: Limits) -> Record:
    """Return a record with its block, cut where another record begins if its length is a lie."""
    begun = cursor.place
    block = cursor.take(min(length, limits.item + _HEAD), until=_START)
    left = 0
    if len(block) < length and len(block) == limits.item + _HEAD:
        left = cursor.skip(length - len(block), until=_START)
    missing = length - len(block) - left
    ended, fault = _look_behind(cursor)
    record = Record(number, headers, block, missing, left, fault)
    # A body cut short at the end of all is just that, and a member of gzip holds what it holds: a page may
    # show the bytes of a record of its own making.
    if missing or ended or not cursor.plain or not (within := _WITHIN.search(block)):
        return record
    cursor.doubt(begun + length)
    if not left:
        cursor.push(block[within.end() :])
    elif not cursor.rewind(begun + within.end()):
        return record
    fault = ("warc.damaged", f"its length, {length}, is wrong: another record begins within it")
    return Record(number, headers, block[: within.end()].rstrip(b"\r\n"), fault=fault)


def _look_behind(cursor: Cursor) -> tuple[bool, tuple[str, str] | None]:
    """Tell whether two line ends or the end of all come next, and which damage before the next member."""
    behind = cursor.peek(5)
    ended = not behind or behind.startswith((b"\r\n\r\n", b"\n\n")) or behind in (b"\r\n", b"\r\n\r", b"\n")
    error = cursor.failed if len(behind) < 5 and not cursor.fresh else None
    return ended, (error.code, str(error)) if error and error.code != "gzip.trailing" else None


def _find_next(cursor: Cursor) -> int:
    """Pass on to what looks like the beginning of a record, at least a byte; return how many were passed."""
    begun = cursor.place
    before = cursor.some(1)[:0]
    while chunk := cursor.some():
        window = before + chunk
        if found := _BEGINS.search(window):
            cursor.push(window[found.start() :])
            break
        before = window[-8:]
    return cursor.place - begun
