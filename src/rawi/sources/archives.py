"""Web archives (WARC): every page that was captured whole is an item; a short or altered one says so."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from rawi.errors import SourceError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Capture, Flagged, Item, Limits, Media, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.payloads import Answer, Headers, is_markup, open_body, parse_answer
from rawi.sources.records import INNER, Damage, Record, read_records

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_TYPES = ("response", "resource", "conversion")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
_MOST_HEADERS = 1 << 16  # characters of headers that are kept with a capture
_KEPT = 1 << 16  # bytes of a refused record that are kept


def read_archive(path: str, cursor: Cursor, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every page or text that was fetched with success; other records are no documents.

    After a damaged record the next one that can be found is read on. Codes rejected: ``warc.damaged``,
    ``warc.too-large``, ``warc.encoding``, ``source.empty``, ``source.too-many``, those of gzip; warned on the
    item: ``warc.truncated``, ``warc.chunks``, ``warc.digest-mismatch``; flagged: ``warc.skipped``, once, for
    what was fetched and is no page, and ``warc.revisits`` for pages that are said to be as they were.
    """
    skipped: Counter[str] = Counter()
    for found in read_records(cursor, limits):
        if isinstance(found, Damage):
            yield _report_damage(path, found)
        elif found.number > limits.records:
            yield Rejected(path, f"record {found.number}", "source.too-many", "the rest is not read")
            break
        elif outcome := _read_record(path, found, limits, skipped):
            yield outcome
    yield from _report_skipped(path, skipped)


def _report_damage(path: str, found: Damage) -> Rejected | Flagged:
    """Return what is said of a damaged place: a refusal where a page may have been lost."""
    if found.lost:
        return Rejected(path, found.place, found.code, found.message[:200])
    return Flagged(path, found.place, Warning(found.code, found.message[:200]))


def _report_skipped(path: str, skipped: Counter[str]) -> Iterator[Flagged]:
    """Yield what the archive holds besides pages, by number."""
    if revisits := skipped.pop("revisit", 0):
        told = f"{revisits} pages are said to be as they were when captured before, and are not held again"
        yield Flagged(path, None, Warning("warc.revisits", told))
    if skipped:
        told = ", ".join(f"{kind} × {number}" for kind, number in skipped.most_common(20))
        yield Flagged(path, None, Warning("warc.skipped", f"no pages: {told}"))


def _read_record(path: str, record: Record, limits: Limits, skipped: Counter[str]) -> Item | Rejected | None:
    """Return the page of a record; null for what is none, which is counted if it was fetched."""
    part = f"record {record.number}"
    kind = record.header("warc-type").lower()
    url = _address(record)
    if kind == "revisit":
        skipped[kind] += 1
    if kind not in _TYPES:
        return None
    answer = parse_answer(record.block) if kind != "conversion" else None
    if answer is None and kind == "response" and url and not _is_web(url):
        return None  # an answer of the name service, and the like
    if answer is None and kind == "response":
        return _refuse(path, part, record, "warc.damaged", "no answer of a web server in it")
    media = _find_media(record, answer, skipped)
    if media is None:
        return None
    answer = answer or Answer(200, (("Content-Type", record.header("content-type")),), record.block)
    try:
        return _build_item(path, part, record, answer, media, limits)
    except SourceError as error:
        return Rejected(path, part, error.code, str(error), record.block[:_KEPT])


def _refuse(path: str, part: str, record: Record, code: str, message: str) -> Rejected:
    """Return the refusal of a record; if it was cut short, that is why."""
    if record.missing:
        code, message = "warc.truncated", f"{record.missing} bytes of the record are missing: {message}"
    return Rejected(path, part, code, message, record.block[:_KEPT])


def _find_media(record: Record, answer: Answer | None, skipped: Counter[str]) -> Media | None:
    """Return how the record is to be read; null, and counted, if it is no page that was got."""
    if answer and answer.status not in (200, 203):
        skipped[f"status {answer.status}"] += 1
        return None
    stated = answer.header("content-type") if answer else record.header("content-type")
    kind = stated.split(";")[0].strip().lower()
    if kind in _MEDIA:
        return _MEDIA[kind]
    if not kind and is_markup(answer.body if answer else record.block):
        return "html"
    skipped[kind[:60] or "no type"] += 1
    return None


def _build_item(
    path: str, part: str, record: Record, answer: Answer, media: Media, limits: Limits
) -> Item | Rejected:
    """Return the item of a page that was fetched; SourceError for a body that cannot be opened."""
    if record.left:
        return Rejected(path, part, "warc.too-large", f"more than {limits.item} bytes")
    data, warnings = open_body(answer, limits.item)
    if not data:
        return _refuse(path, part, record, "source.empty", "the record has no content")
    address = _address(record)
    url = address if _is_web(address) and record.fault != INNER else None
    kind = answer.header("content-type")
    return Item(
        path=path,
        part=part,
        data=data,
        media=media,
        metadata=Metadata(source=url or f"{path}#{part.replace(' ', '-')}", url=url),
        charset=_charset(kind),
        warnings=(*warnings, *_find_faults(record, answer)),
        capture=None if record.fault == INNER else _capture(record, answer, address or None),
    )


def _address(record: Record) -> str:
    """Return the address of a record; some writers put it in angle brackets."""
    url = record.header("warc-target-uri")
    return url[1:-1] if url.startswith("<") and url.endswith(">") else url


def _is_web(url: str) -> bool:
    """Tell whether an address is one of the web."""
    return url.lower().startswith(("http://", "https://"))


def _capture(record: Record, answer: Answer, url: str | None) -> Capture:
    """Return when and from where the record was fetched."""
    at = record.header("warc-date")
    sent = answer.headers if record.header("warc-type").lower() == "response" else ()
    return Capture(at if _DATE.fullmatch(at) else None, url, _bounded(sent))


def _bounded(headers: Headers) -> Headers:
    """Return headers as far as they are few enough to keep."""
    kept, size = 0, 0
    for name, value in headers:
        size += len(name) + len(value)
        if size > _MOST_HEADERS:
            break
        kept += 1
    return headers[:kept]


def _find_faults(record: Record, answer: Answer) -> Iterator[Warning]:
    """Yield what is wrong with a record that has been read."""
    if record.missing:
        yield Warning("warc.truncated", f"{record.missing} bytes of the record are missing")
    elif why := record.header("warc-truncated"):
        yield Warning("warc.truncated", f"the archive says that it cut this record short: {why[:40]}")
    elif record.header("warc-segment-number"):
        yield Warning("warc.truncated", "the record is one of several segments; they are not joined")
    if record.fault:
        yield Warning(*record.fault)
    elif not record.missing and not _proven(record, answer):
        yield Warning("warc.digest-mismatch", "the content is not what its digest says")


def _proven(record: Record, answer: Answer) -> bool:
    """Tell whether the digests of a record agree; one that cannot be read says nothing against it."""
    payload = record.header("warc-payload-digest") if not record.header("warc-segment-number") else ""
    return _agrees(record.header("warc-block-digest"), record.block) and _agrees(payload, answer.body)


def _agrees(stated: str, data: bytes) -> bool:
    """Tell whether a digest (``sha1:`` and base 32, or hex) is that of the data, or unknown."""
    name, _, value = stated.partition(":")
    name = name.strip().lower().replace("-", "")
    if not value or name not in hashlib.algorithms_guaranteed or name.startswith("shake"):
        return True
    digest = hashlib.new(name, data, usedforsecurity=False).digest()
    if base64.b32encode(digest).decode() == value.strip():
        return True
    said = [one for one in _readings(value.strip()) if len(one) == len(digest)]
    return not said or digest in said


def _readings(value: str) -> Iterator[bytes]:
    """Yield what a digest may mean: writers use base 32, base 16 and base 64."""
    for read in (base64.b32decode, bytes.fromhex, base64.b64decode, base64.urlsafe_b64decode):
        try:
            yield read(value.upper() if read is base64.b32decode else value)
        except (ValueError, binascii.Error):
            continue


def _charset(kind: str) -> str | None:
    """Return the charset that a content type states."""
    _, found, charset = kind.lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None if found else None
