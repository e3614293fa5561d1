"""Messages (.eml) and saved pages (.mht): the letter that a reader sees, and what is attached to it.

Of a message in several forms the page is taken, as mail readers do, unless it holds less than half the
letters of the plain text: then the page is a picture or a frame, and the words are in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime

import msgspec

from rawi.errors import SourceError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Capture, Flagged, Item, Limits, Media, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.envelopes import Part, parse_mail
from rawi.sources.places import place_within
from rawi.sources.rows import may_share, stand_on
from rawi.sources.streams import read_all, refused

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_TAGS = re.compile(rb"<[^<>]{0,10000}>")
_HIGH = re.compile(rb"[A-Za-z\x80-\xff]")
_FROM = re.compile(rb"From [^\r\n]{0,200}\r?\n")


def read_mail(path: str, data: bytes, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for the letter and for every attached text, page or message; flag all else attached.

    The whole message is the evidence of each, unless it is large and has many parts. Codes raised:
    ``mail.malformed``, ``mail.too-deep``, ``mail.too-many-parts``, ``mail.too-many-lines``; rejected:
    ``mail.no-text``; flagged: ``mail.attachment``; warned on the item: ``mail.damaged``.
    """
    parts = [Part(**one) for one in parse_mail(data)]
    shared = data if may_share(len(data), len(parts)) else None
    for number in dict.fromkeys(one.message for one in parts):
        members = [one for one in parts if one.message == number]
        yield from _read_message(path, shared, members, number, limits)


def _read_message(
    path: str, data: bytes | None, parts: list[Part], number: int, limits: Limits
) -> Iterator[Item | Rejected | Flagged]:
    """Yield what one message holds; ``number`` 0 is the outermost, others are attached to it."""
    prefix = f"message {number} " if number else ""
    letter = _choose_letter(parts)
    if not any(one.kind in _MEDIA for one in parts):
        yield Rejected(path, f"{prefix}letter", "mail.no-text", "neither text nor page in it")
    for place, one in enumerate(parts, 1):
        name = f"{prefix}letter" if one is letter else f"{prefix}part {place}"
        if one is letter or (one.kind in _MEDIA and not _belongs(one, letter) and not one.within):
            read = _build_item(path, name, one, limits)
            kept = data is not None and isinstance(read, Item)
            yield stand_on(read, "mail", data or b"", charset=one.charset) if kept else read
        elif not _belongs(one, letter):
            told = f"{one.kind[:80]}, {len(one.data)} bytes, {one.name or 'without a name'}: not read"
            yield Flagged(path, name, Warning("mail.attachment", told))


def _choose_letter(parts: list[Part]) -> Part | None:
    """Return the part that is the letter itself; null if there is none."""
    shown = [one for one in parts if one.kind in _MEDIA and not one.attached]
    if not shown:
        return None
    first = shown[0]
    others = [one for one in shown if first.choice and one.choice == first.choice]
    page = next((one for one in others if _MEDIA[one.kind] == "html"), None)
    if page is None or page is first:
        return first
    return page if 2 * _letters(page.data) >= _letters(first.data) else first


def _letters(data: bytes) -> int:
    """Return about how many letters bytes hold outside of tags."""
    return len(_HIGH.findall(_TAGS.sub(b"", data)))


def _belongs(one: Part, letter: Part | None) -> bool:
    """Tell whether a part is another form of the letter, or a picture or style within its page."""
    same = letter is not None and one.choice and one.choice == letter.choice
    return bool(same) or (one.within and one.kind not in _MEDIA)


def _build_item(path: str, name: str, one: Part, limits: Limits) -> Item | Rejected:
    """Return the item of a part."""
    if not one.data.strip():
        return Rejected(path, name, "source.empty", "the part is empty")
    if len(one.data) > limits.item:
        return Rejected(path, name, "source.too-large", f"more than {limits.item} bytes")
    saved = one.saved_from is not None
    url = one.saved_from if (one.saved_from or "").lower().startswith(("http://", "https://")) else None
    return Item(
        path=path,
        part=name,
        data=one.data,
        media=_MEDIA[one.kind],
        metadata=Metadata(
            source=url or f"{path}#{name.replace(' ', '-')}",
            title=one.subject,
            outlet=None if saved else one.sender,
            published=None if saved else one.date,
            url=url,
        ),
        charset=one.charset,
        id=one.id,
        warnings=tuple(Warning("mail.damaged", fault) for fault in one.faults),
        capture=Capture(_utc(one.date), url) if saved else None,
    )


def _utc(date: str | None) -> str | None:
    """Return the date of a header as UTC, null if it is none."""
    try:
        found = parsedate_to_datetime(date or "")
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found.tzinfo else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def read_mailbox(path: str, cursor: Cursor, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield what every message of a mailbox (mbox) holds; a message that cannot be read costs itself.

    Codes: those of ``read_mail``, ``source.too-large`` for a message, ``source.too-many``, those of gzip.
    """
    number = 0
    for message in _find_messages(cursor, limits):
        number += 1
        part = f"message {number}"
        if number > limits.records:
            yield Rejected(path, part, "source.too-many", "the rest is not read")
            return
        try:
            if message is None:
                raise refused("source.too-large", f"more than {limits.item} bytes in one message")
            for one in read_mail(path, message, limits):
                yield place_within(_with_cut(one, cursor), path, part)
        except SourceError as error:
            yield Rejected(path, part, error.code, str(error), (message or b"")[: 1 << 16])
    if cut := cursor.failed:
        yield Rejected(path, f"after message {number}", cut.code, str(cut))


def _with_cut(one: Item | Rejected | Flagged, cursor: Cursor) -> Item | Rejected | Flagged:
    """Return an outcome of the last message with a warning, if an error has cut the mailbox short there."""
    if not isinstance(one, Item) or not (cut := cursor.failed):
        return one
    return msgspec.structs.replace(one, warnings=(*one.warnings, Warning(cut.code, "the message may be cut")))


def _find_messages(cursor: Cursor, limits: Limits) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox; null for one that is too large."""
    held: list[bytes] = []
    size, blank = 0, True
    while cursor.peek(1) and (line := cursor.line(1 << 20)):
        if blank and _FROM.fullmatch(line):
            if size:
                yield b"".join(held) if size <= limits.item else None
            held, size = [], 0
        else:
            size += len(line)
            if size <= limits.item:
                held.append(line)
        blank = not line.strip()
    if size:
        yield b"".join(held) if size <= limits.item else None


def read_mail_file(path: str, cursor: Cursor, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield what a file of one message holds; see ``read_mail``."""
    data, cut = read_all(cursor, limits)
    if cut:
        yield Flagged(path, None, Warning(cut.code, f"{cut}; what came before is kept"))
    yield from read_mail(path, data, limits)
