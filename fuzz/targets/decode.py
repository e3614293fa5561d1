"""Bytes to text: what cannot be read is counted in a warning, all else can be turned back into bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fuzz.properties import require, require_code, same
from fuzz.seeds import pieces
from rawi.documents.decoding import Decoded, decode
from rawi.errors import RawiError

CODECS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "iso8859_6",
    "cp1256",
    "mac_arabic",
    "cp720",
)
DECLARED = (
    None,
    "windows-1256",
    "utf-8",
    "iso-8859-6",
    "utf-16",
    "x-none",
    "hex",
    "cp037",
    "cp932",
    "a\x00b",
    "idna",
)
CODES = {"text.bom", "text.undecodable", "text.replaced", "text.mixed-encodings"}
MARKS = tuple(
    "\ufeff".encode(codec) for codec in ("utf-8", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
)
_COUNT = re.compile(r"(\d+) sequences could not be read, the first at byte (\d+)")


def seeds() -> Iterator[bytes]:
    """Yield pieces of articles in every encoding, the declared one first, with marks and without."""
    for number, text in enumerate(pieces()[: len(CODECS)]):
        codec = CODECS[number]
        data = text.encode(codec, "ignore")
        yield bytes([number % len(DECLARED)]) + data[:400]
        if codec.startswith("utf"):
            yield b"\x00" + "\ufeff".encode(codec) + data[:400]
    first, second = pieces()[0].encode()[:200], pieces()[1].encode("cp1256", "ignore")[:300]
    yield b"\x01" + first + b"\n" + second + b"\n" + first


def check(data: bytes) -> None:
    """Decode all but the first byte, which chooses the charset that is declared."""
    if not data:
        return
    declared, data = DECLARED[data[0] % len(DECLARED)], data[1:]
    try:
        found = same(lambda: decode(data, declared))
    except RawiError as error:
        require_code(error, "document")
        return
    codes = {warning.code: warning.message for warning in found.warnings}
    require(set(codes) <= CODES, f"unknown: {codes}")
    require("text.replaced" not in codes or "\ufffd" in found.text, "what is told to be lost is lost")
    if "text.undecodable" in codes:
        _require_counted(found.text, codes["text.undecodable"], len(data))
    elif "text.mixed-encodings" in codes:
        require("\ufffd" not in found.text or b"\xef\xbf\xbd" in data, "what could not be read is counted")
    else:
        _require_whole(found, data, "text.bom" in codes)


def _require_counted(text: str, message: str, size: int) -> None:
    """Check that a warning counts what could not be read, and names a place in the bytes."""
    match = _COUNT.fullmatch(message)
    require(match, f"it says how much: {message}")
    assert match is not None
    require(0 < int(match[1]) <= text.count("\ufffd"), f"{message}; there are {text.count(chr(0xFFFD))}")
    require(int(match[2]) < size, f"{message}; there are {size} bytes")


def _require_whole(found: Decoded, data: bytes, mark: bool) -> None:
    """Check that no byte was lost: the text in its encoding is the bytes again."""
    if mark:
        data = next(data.removeprefix(one) for one in MARKS if data.startswith(one))
    if found.encoding.startswith("utf"):
        require(found.text.encode(found.encoding) == data, "the text gives the bytes again")
    elif found.encoding not in ("cp932", "cp949", "cp950"):  # else a byte is a letter
        letters = "".join(bytes([byte]).decode(found.encoding) for byte in data)
        require(found.text == letters, "each byte is its letter")
