"""Bytes to text: which encoding, and what could not be read.

The naive way is ``data.decode("utf-8", "ignore")`` or a general detector: the first loses words without a
trace, the second is unsure of Arabic in one byte a letter. Here UTF-16 and UTF-32 are known by their shape,
UTF-8 is believed if it fits, and else the Arabic code page whose letters come out as often as in Arabic. What
cannot be read stands in the text as U+FFFD and is counted.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from rawi.documents.damage import refused
from rawi.model.document import Warning
from rawi.model.span import Span

_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"RIFF",
    b"ID3",
    b"OggS",
    b"SQLite format 3",
    b"\x00\x00\x01\x00",
    b"\x28\xb5\x2f\xfd",
)
#: Code pages of Arabic in one byte a letter, the commonest first, which wins a draw.
CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic", "cp720")
_SHAPES = "cp864"  # of DOS: shapes of letters, at places where ISO 8859-6 has the letters
# Rough frequency of letters in Arabic news, in parts of a thousand; only the order of magnitude matters, to
# tell one code page from another. ``_`` is the space, which MacArabic has again among the high bytes.
_FREQUENCY = (
    "ا140 ل120 ي80 م60 و60 ن58 ر46 ت45 ب35 ة35 ع34 د33 أ27 س27 ف27 ه26 ق22 ك20 ح20 ج14 إ13 ش11 ط11 ص11 "
    "_90 .9 -3 :4 خ9 ى9 ض8 ز7 ئ6 ث6 غ5 ء5 ذ5 ظ3 ؤ2 آ3 ،8 ؛1 ؟1 ـ1 “3 ”3 «2 »2"
)
_WEIGHTS = {one[0].replace("_", " "): float(one[1:]) / 1000 for one in _FREQUENCY.split()}
_STRANGE = 0.00002  # what a symbol or a letter of another script counts
_HIGH = re.compile(rb"[\x80-\xff]")
_ARABIC = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """The text, the codec that read it, and what a reader should know of the reading."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of ``data``; ``declared`` is what the carrier says the charset is, believed last.

    Nothing is normalised; only a leading byte order mark goes (warning ``text.bom``). Raises DocumentError
    with the code ``document.binary`` or ``document.undecodable`` if the bytes are no text.

    >>> decode("قال سليم".encode("cp1256"))[:2]
    ('قال سليم', 'cp1256')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read_marked(data[len(mark) :], name, len(mark), declared)
    return _read_unmarked(data, declared)


def _read_unmarked(data: bytes, declared: str | None) -> Decoded:
    """Decode by the look of the bytes alone."""
    if data.startswith(_SIGNATURES):
        raise refused("document.binary", "a binary format, not text")
    if codec := _wide(data[:_SAMPLE]):
        return _read(data, codec)
    if _is_binary(data[:_SAMPLE]):
        raise refused("document.binary", "more control bytes than a text has")
    return _read_narrow(data, declared)


def _read_marked(data: bytes, codec: str, mark: int, declared: str | None) -> Decoded:
    """Decode what stands behind a byte order mark, unless the mark lies: then as if it were not there."""
    if _is_unlike(data[:_SAMPLE], codec):
        found = _read_unmarked(data, declared)
        lie = Warning("text.bom", f"the leading byte order mark says {codec}, which the bytes are not")
        return found._replace(warnings=(lie, *found.warnings))
    return _read(data, codec, mark)


def _is_unlike(sample: bytes, codec: str) -> bool:
    """Tell whether bytes are hardly what their byte order mark says: nothing but letters of the Far East and
    such, or one byte a letter where UTF-8 has two."""
    if codec == "utf-8":
        return _suspect_utf8(sample)
    text = sample[: len(sample) // 4 * 4].decode(codec, "replace")
    usual = sum(one < "\u0900" or "\u2000" <= one < "\u2100" or "\ufb50" <= one < "\ufefd" for one in text)
    return usual * 2 < len(text)


def _suspect_utf8(sample: bytes) -> bool:
    """Tell whether more of the high bytes are no UTF-8 than are."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd") - sample.count("\ufffd".encode())
    return bad > 8 and (sum(not one.isascii() for one in text) - bad) * 2 < bad


def _is_binary(sample: bytes) -> bool:
    """Tell whether bytes have more controls than a text has, and more than letters of Arabic in UTF-8."""
    controls = len(_CONTROLS.findall(sample))
    return controls * 25 > len(sample) and controls > len(_ARABIC.findall(sample))


def _wide(sample: bytes) -> str | None:
    """Return the codec of UTF-16 or UTF-32 without a mark, known by every second or fourth byte."""
    if len(sample) < 8 or (b"\x00" not in sample and b"\x06" not in sample):
        return None
    for codec, step, high in (
        ("utf-32-le", 4, 2),
        ("utf-32-be", 4, 1),
        ("utf-16-le", 2, 1),
        ("utf-16-be", 2, 0),
    ):
        places = sample[high::step] + (sample[3::4] if codec == "utf-32-le" else b"")
        places += sample[0::4] if codec == "utf-32-be" else b""
        page = b"\x00" if step == 4 else b"\x00\x06\x20"
        if sum(places.count(byte) for byte in page) >= 0.9 * len(places) and sample.count(0) < 0.8 * len(
            sample
        ):
            others = sample[1 - high :: step] if step == 2 else b""
            if step == 4 or others.count(0) + others.count(6) < 0.3 * len(others):
                return codec
    return None


def _read(data: bytes, codec: str, mark: int = 0) -> Decoded:
    """Decode with a known codec, put U+FFFD for what it cannot read, and say so."""
    warnings = (
        [Warning("text.bom", f"a leading byte order mark of {mark} bytes was taken off")] if mark else []
    )
    try:
        return Decoded(data.decode(codec), codec, tuple(warnings))
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        return Decoded(text, codec, (*warnings, _undecodable(text, error.start + mark)))


def _undecodable(text: str, first: int) -> Warning:
    """Say how much could not be read and where it begins."""
    return Warning(
        "text.undecodable",
        f"{text.count(chr(0xFFFD))} sequences could not be read, the first at byte {first}",
    )


def _read_narrow(data: bytes, declared: str | None) -> Decoded:
    """Decode bytes without a mark: UTF-8 if it fits, an Arabic code page, or UTF-8 with damage."""
    try:
        return _with_losses(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        first = error.start
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not one.isascii() for one in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    if good * 2 >= bad or bad == 0:
        return _read_mixed(data, text, first)
    codec = _code_page(data[:_SAMPLE], declared)
    if not codec and bad * 4 > len(text):
        raise refused("document.undecodable", "the bytes are text in no encoding that is known")
    return _read(data, codec) if codec else Decoded(text, "utf-8", (_undecodable(text, first),))


def _with_losses(text: str) -> Decoded:
    """Return a text that is sound UTF-8; letters that were lost before it came are told."""
    lost = text.count("\ufffd") if "\ufffd" in text else 0
    if lost * 2 > len(text):
        raise refused("document.undecodable", "most of its letters were lost before it came here")
    if not lost:
        return Decoded(text, "utf-8", ())
    why = f"{lost} letters were lost before the text came here: it has U+FFFD for them"
    at = text.index("\ufffd")
    return Decoded(text, "utf-8", (Warning("text.replaced", why, Span(at, at + 1)),))


def _code_page(sample: bytes, declared: str | None) -> str | None:
    """Return the code page under which the high bytes read most like Arabic, or the declared one, or None."""
    counts = Counter(_HIGH.findall(sample))
    best = max(CODE_PAGES, key=lambda codec: (_likeness(counts, codec), -CODE_PAGES.index(codec)))
    if _likeness(counts, _SHAPES) > max(_STRANGE * 250, 1.5 * _likeness(counts, best)):
        return _SHAPES
    if _likeness(counts, best) > _STRANGE * 50:
        return best
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(("iso8859", "cp", "koi8", "mac")) else None


def _likeness(counts: Counter[bytes], codec: str) -> float:
    """Return the mean weight (geometric) of the letters that the bytes are under ``codec``; 0 to 0.14."""
    total = sum(counts.values())
    if not total:
        return 0.0
    logs = sum(
        count * math.log2(_WEIGHTS.get(_letter(byte, codec), _STRANGE)) for byte, count in counts.items()
    )
    return math.exp2(logs / total)


@cache
def _letter(byte: bytes, codec: str) -> str:
    """Return the letter that a byte is; page 864 has shapes of letters, of two joined the first counts."""
    letter = byte.decode(codec, "replace")
    return unicodedata.normalize("NFKC", letter)[0] if letter >= "\ufe70" else letter


def _read_mixed(data: bytes, text: str, first: int) -> Decoded:
    """Decode line by line where some lines are UTF-8 and others Arabic in one byte a letter."""
    lines = data.split(b"\n")
    read = [_read_line(line) for line in lines]
    if not any(codec for _, codec in read):
        return Decoded(text, "utf-8", (_undecodable(text, first),))
    whole = "\n".join(words for words, _ in read)
    count = sum(bool(codec) for _, codec in read)
    warnings = [Warning("text.mixed-encodings", f"{count} lines were in another encoding than UTF-8")]
    if "\ufffd" in whole:
        warnings.append(_undecodable(whole, first))
    return Decoded(whole, "utf-8", tuple(warnings))


def _read_line(line: bytes) -> tuple[str, str | None]:
    """Return a line and the code page it needed, or None for UTF-8 (perhaps damaged)."""
    words = line.decode("utf-8", "replace")
    bad = words.count("\ufffd")
    if bad < 8 or sum(not one.isascii() for one in words) - bad > bad // 4:
        return words, None
    codec = _code_page(line[:_SAMPLE], None)
    return (line.decode(codec, "replace"), codec) if codec else (words, None)
