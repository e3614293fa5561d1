"""Web archives (WARC): every page that was captured whole is an item; a short or altered one says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from rawi.model.document import Metadata, Warning
from rawi.model.source import Flagged, Item, Limits, Media, Rejected
from rawi.sources.streams import refused

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_TYPES = ("response", "resource", "conversion")
_STARTS = (b"WARC/1.", b"WARC/0.", b"\x1f\x8b\x08")
_CHUNK = 1 << 20
_DAMAGED = 200  # after so many damaged records the archive is given up


def read_archive(path: str, stream: BinaryIO, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every page or text that was fetched with success; other records are no documents.

    After a damaged record the next one that can be found is read on. Codes rejected: ``warc.damaged``,
    ``warc.too-large``, ``source.too-many``; warned on the item: ``warc.truncated``, ``warc.digest-mismatch``.
    """
    start: int | None = 0
    number = damaged = 0
    while start is not None and damaged < _DAMAGED:
        stream.seek(start)
        records = _records(stream)
        try:
            for record in records:
                number += 1
                start = _offset(records)
                if number > limits.records:
                    yield Rejected(path, f"record {number}", "source.too-many", "the rest is not read")
                    return
                yield from _read_record(path, f"record {number}", record, limits)
            return
        except Exception as error:  # noqa: BLE001 - a hostile archive makes the library raise anything
            number, damaged = number + 1, damaged + 1
            yield Rejected(path, f"record {number}", "warc.damaged", f"{type(error).__name__}: {error}"[:200])
            start = _next_start(stream, max(start, _offset(records)) + 1)


def _records(stream: BinaryIO) -> Any:
    """Return warcio's iterator over the records from where the stream stands."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(stream, check_digests=True)
    records.INC_RECORD = ""  # else it writes words of the archive to stderr
    return records


def _offset(records: Any) -> int:
    """Return where the record at hand, or the one that failed, begins."""
    return int(records.offset)


def _next_start(stream: BinaryIO, at: int) -> int | None:
    """Return the place of the next record's beginning at or after ``at``, or None."""
    stream.seek(at)
    before = b""
    while chunk := stream.read(_CHUNK):
        window = before + chunk
        places = [place for mark in _STARTS if (place := window.find(mark)) >= 0]
        if places:
            return at - len(before) + min(places)
        at += len(chunk)
        before = window[-8:]
    return None


def _read_record(path: str, part: str, record: Any, limits: Limits) -> Iterator[Item | Rejected]:
    """Yield the page of a record, if it holds one."""
    if record.format != "warc":
        raise refused("warc.damaged", "no WARC record")
    headers = record.http_headers
    if record.rec_type not in _TYPES or (
        headers is not None and headers.get_statuscode() not in ("200", "203")
    ):
        return
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    media = _MEDIA.get(kind.split(";")[0].strip().lower())
    if not media:
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(limits.item + 1)
    if len(data) > limits.item:
        yield Rejected(path, part, "warc.too-large", f"more than {limits.item} bytes inflated")
        return
    warnings = tuple(_find_faults(record))
    if not data:
        yield Rejected(path, part, "source.empty", "the record has no content")
        return
    metadata = Metadata(source=url or f"{path}#{part.replace(' ', '-')}", url=url)
    yield Item(path, part, data, media, metadata, charset=_charset(kind), warnings=warnings)


def _find_faults(record: Any) -> Iterator[Warning]:
    """Yield what is wrong with a record that has been read."""
    while record.raw_stream.read(_CHUNK):
        pass
    missing = getattr(record.raw_stream, "limit", 0)
    if missing > 0:
        yield Warning("warc.truncated", f"{missing} bytes of the record are missing")
    elif record.rec_headers.get_header("WARC-Truncated"):
        yield Warning("warc.truncated", "the archive says that it cut this record short")
    if getattr(record.digest_checker, "passed", None) is False:
        yield Warning("warc.digest-mismatch", "the content is not what its digest says")


def _charset(kind: str) -> str | None:
    """Return the charset that a content type states."""
    _, found, charset = kind.lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None if found else None
