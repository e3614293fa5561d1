"""JSON: one object a line, where a line that is none spoils only itself, or one document of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import NoReturn

import msgspec

from rawi.documents.decoding import decode
from rawi.errors import DocumentError, SourceError
from rawi.model.document import Warning
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.feeds import is_json_feed, read_feed
from rawi.sources.lines import Lines
from rawi.sources.rows import COLUMNS, pick_fields, read_row, same_name, stand_on
from rawi.sources.streams import read_all

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_OPENS = (b"{", b"[", b"[{")  # a first line that begins a document of many lines
_SAMPLE = 1 << 16
_SPACE = " \t\r\n\ufeff\x1e"
_OBJECT = re.compile(r"\n([ \t]{0,80})\{")


def read_json_lines(
    path: str, cursor: Cursor, limits: Limits, columns: Columns | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every line with an article and a refusal for every other; blank lines are none.

    A file whose first line only opens a bracket is read as one document. Codes: ``jsonl.malformed``,
    ``jsonl.not-an-object``, ``jsonl.duplicate-key``, ``jsonl.too-long``, ``jsonl.no-text``,
    ``jsonl.wrong-type``, ``source.empty``, ``source.too-many``, and those of gzip.
    """
    if _first_words(cursor) in _OPENS and _may_be_held(cursor, limits):
        yield from read_json(path, cursor, limits, columns)
        return
    lines = Lines(cursor, limits.line, _find_codec(cursor.peek(_SAMPLE)))
    yield from _read_lines(path, lines, cursor, limits, columns)


def may_be_cut(cursor: Cursor) -> bool:
    """May a file be cut at any line end, and its pieces read by ``read_lines_from``?"""
    sample = cursor.peek(_SAMPLE)
    return b"\n" in sample and _first_words(cursor) not in _OPENS and _find_codec(sample) == "utf-8"


def read_lines_from(
    path: str, cursor: Cursor, first: int, limits: Limits, columns: Columns | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield what ``read_json_lines`` yields of a piece of a file that ``may_be_cut``, which begins with line
    number ``first`` and ends with a line."""
    lines = Lines(cursor, limits.line, "utf-8", b"\n")
    yield from _read_lines(path, lines, cursor, limits, columns, first - 1)


def _read_lines(
    path: str, lines: Lines, cursor: Cursor, limits: Limits, columns: Columns | None, before: int = 0
) -> Iterator[Item | Rejected | Flagged]:
    """Yield what the lines hold; ``before`` is how many come before them in the file."""
    number, skipped = before, 0
    try:
        while line := lines.next():
            number += 1 + skipped
            skipped = 0 if line.strip() else lines.skip_blank()
            part = f"line {number}"
            if number > limits.records:
                told = f"more than {limits.records} lines; the rest is not read"
                yield Rejected(path, part, "source.too-many", told)
                return
            if len(line) > limits.line:
                yield Rejected(path, part, "jsonl.too-long", f"more than {limits.line} bytes")
            elif line := _stripped(line, lines.codec, number):
                yield _unless_cut(read_json_line(path, part, line, columns), cursor)
    except SourceError as error:
        yield Rejected(path, f"after line {number}", error.code, str(error))


def _may_be_held(cursor: Cursor, limits: Limits) -> bool:
    """Tell whether what is left is small enough for one document."""
    data = cursor.take(limits.item + 1)
    cursor.push(data)
    return len(data) <= limits.item


def _first_words(cursor: Cursor) -> bytes:
    """Return the first line that is not blank, as ASCII bytes without spaces."""
    head = cursor.peek(1 << 10).replace(b"\x00", b"")
    for mark in _BOMS:
        head = head.removeprefix(mark)
    return head.lstrip().partition(b"\n")[0].replace(b" ", b"").strip()


def _find_codec(sample: bytes) -> str:
    """Return the encoding of lines of JSON: UTF-16 or UTF-32 if the beginning looks like it, else UTF-8."""
    try:
        codec = decode(sample[: sample.rfind(b"\n") + 2] or sample).encoding
    except DocumentError:
        return "utf-8"  # a bad line at the beginning must not spoil the others
    return codec if codec.startswith(("utf-16", "utf-32")) else "utf-8"


def _stripped(line: bytes, codec: str, number: int) -> bytes:
    """Return a line without its end, and the first without its byte order mark; a blank one is empty."""
    if not codec.startswith(("utf-16", "utf-32")):
        return (line.removeprefix(_BOMS[0]) if number == 1 else line).strip()
    try:
        words = line.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return line
    return words.strip("\ufeff \t\r\n").encode(codec, "surrogatepass")


def _unless_cut(read: Item | Rejected, cursor: Cursor) -> Item | Rejected:
    """Return what was read, unless it is the last line before damage, and no JSON as it was cut there."""
    if isinstance(read, Rejected) and read.code == "jsonl.malformed" and (error := cursor.failed):
        cursor.forgive()
        return msgspec.structs.replace(read, code=error.code, message=f"{error}; the line is cut")
    return read


def read_json_line(path: str, part: str, line: bytes, columns: Columns | None = None) -> Item | Rejected:
    """Return what one line holds, with the line itself as evidence."""
    words, warnings = _decode(line)
    try:
        row = json.loads(words, object_pairs_hook=_pairs(columns), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return Rejected(path, part, "jsonl.malformed", str(error)[:200], line)
    return stand_on(_read_object(path, part, row, columns), "jsonl", line, columns, *warnings)


def _decode(data: bytes) -> tuple[str, tuple[Warning, ...]]:
    """Return the text of JSON: UTF-8, 16 or 32, known by the zeros about its first sign, which is ASCII;
    where it is none of these, by the look of its letters, with a warning."""
    codec = json.detect_encoding(data)
    try:
        return data.decode(codec, "strict" if codec.startswith("utf-8") else "surrogatepass"), ()
    except UnicodeDecodeError as error:
        first = error.start
    try:
        found = decode(data)
    except DocumentError:
        found = None
    if found and "\ufffd" not in found.text:
        return found.text, (Warning("text.mixed-encodings", f"it is no {codec}; read as {found.encoding}"),)
    return data.decode(codec, "replace"), (Warning("text.undecodable", f"byte {first} is no {codec}"),)


def _read_object(path: str, part: str, row: object, columns: Columns | None) -> Item | Rejected:
    """Return the item of a value, if it is an object with an article."""
    if not isinstance(row, _Pairs):
        return Rejected(path, part, "jsonl.not-an-object", "it is no JSON object")
    if row.doubled:
        return Rejected(
            path, part, "jsonl.duplicate-key", f"{row.doubled} stands twice with different values"
        )
    read = read_row(path, part, pick_fields(row, columns), "jsonl")
    if isinstance(read, Rejected) and read.code == "jsonl.no-text":
        keys = ", ".join(key[:40] for key in list(row)[:20])
        return msgspec.structs.replace(read, message=f"{read.message}; there are: {keys or 'no keys'}")
    return read


def read_json(
    path: str, cursor: Cursor, limits: Limits, columns: Columns | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every object of a JSON document: an array of objects, one object, or one behind
    another; or the entries of a JSON Feed.

    Codes: those of lines; an object that cannot be read costs what stands up to the next line that begins one
    no deeper. Raised: ``source.too-large``.
    """
    data, cut = read_all(cursor, limits)
    text, warnings = _decode(data)
    if is_json_feed(text):
        yield from read_feed(path, data, limits)
        return
    for number, (value, words) in enumerate(_find_values(text, columns), 1):
        part = f"object {number}"
        if number > limits.records:
            yield Rejected(path, part, "source.too-many", f"more than {limits.records} objects")
            return
        if isinstance(value, ValueError | RecursionError):
            code, told = (cut.code, str(cut)) if cut else ("jsonl.malformed", str(value)[:200])
            yield Rejected(path, part, code, told, words.encode("utf-8", "replace"))
            continue
        evidence = words.encode("utf-8", "surrogatepass")
        yield stand_on(_read_object(path, part, value, columns), "jsonl", evidence, columns, *warnings)
    if cut:
        yield Flagged(path, None, Warning(cut.code, str(cut)))


def _find_values(text: str, columns: Columns | None) -> Iterator[tuple[object, str]]:
    """Yield the values of a document with the words that each was read from; an error for what is none."""
    scan = json.JSONDecoder(object_pairs_hook=_pairs(columns), parse_constant=_no_number).raw_decode
    at = _next_place(text, 0, _SPACE)
    inside = text.startswith("[", at)
    at = _next_place(text, at + inside, _SPACE)
    while at < len(text) and not (inside and text[at] == "]"):
        try:
            value, end = scan(text, at)
        except (ValueError, RecursionError) as error:
            end = _next_object(text, at)
            yield error, text[at:end]
            if end == len(text):
                return
            at = end
            continue
        yield value, text[at:end]
        at = _next_place(text, end, _SPACE + ",")
    if inside and at >= len(text):
        yield ValueError("the array does not end"), ""


def _next_object(text: str, at: int) -> int:
    """Return where the next line begins with an object, no deeper than the line of ``at``; the end if none
    does."""
    line = text.rfind("\n", 0, at) + 1
    deep = _next_place(text, line, " \t") - line
    found = next((one for one in _OBJECT.finditer(text, at) if len(one.group(1)) <= deep), None)
    return found.end() - 1 if found else len(text)


def _next_place(text: str, at: int, passed: str) -> int:
    """Return the place of the next character that is not among those passed."""
    while at < len(text) and text[at] in passed:
        at += 1
    return at


class _Pairs(dict[str, object]):
    """An object that remembers the first column given twice with different values."""

    doubled: str | None = None


def _pairs(columns: Columns | None) -> Callable[[list[tuple[str, object]]], _Pairs]:
    """Return what makes an object of its pairs, for these columns."""
    named = () if columns is None else [getattr(columns, field) for field in COLUMNS]
    read = {*COLUMNS, *(same_name(name) for name in named if name)}

    def build(pairs: list[tuple[str, object]]) -> _Pairs:
        made = _Pairs(pairs)
        if len(made) < len(pairs):
            known = ((key, value) for key, value in pairs if key in read or same_name(key) in read)
            made.doubled = next((key for key, value in known if made[key] != value), None)
        return made

    return build


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(f"{name} is no JSON value")
