"""Arabic that was read in the wrong encoding before it came here, and what it was.

``ظ‚ط§ظ„`` is ``قال`` in UTF-8 that somebody took for Windows-1256. The stored text is never changed; what
is found here is a derived layer with an exact map back, so that an entry read from it stands on the words as
they came. A word is taken for misread only if all of it turns into Arabic, a text only if several are.

A general repairer (ftfy) straightens the quotation marks that stand for bytes here, which spoils the words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import NamedTuple

_TIMES = 3  # a text may have been misread so often over
_FEWEST = 3  # misread words in a text; one or two may be talk of such things
_WORD = re.compile(r"[^ \t\r\n]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")


def _page(*codecs: str) -> dict[str, int]:
    """Return the byte of every character under code pages; a byte that they leave free is its own."""
    table = {chr(byte): byte for byte in range(256)}
    for codec in codecs:
        for byte in range(128, 256):
            one = bytes([byte]).decode(codec, "replace")
            if one != "\ufffd":
                table[one] = byte
    return table


_PAGES = {"Windows-1256": _page("cp1256"), "Windows-1252 or Latin-1": _page("cp1252")}
_NARROW = _PAGES["Windows-1252 or Latin-1"]
_LEADS = frozenset((0xC2, 0xC3, *range(0xD8, 0xDC)))


def _gate() -> re.Pattern[str]:
    """Return what usual texts lack: two misread letters of UTF-8 in a row, four of Windows-1256.

    The first bytes of such letters are everyday Arabic letters, the second are rare: so it begins with a
    second one and looks back. That is fifteen times faster than to try the pair at every letter.
    """
    seconds, pairs = "", []
    for table in _PAGES.values():
        leads = "".join(re.escape(one) for one, byte in table.items() if byte in _LEADS)
        rest = "".join(re.escape(one) for one, byte in table.items() if 0x80 <= byte < 0xC0)
        seconds += rest
        pairs.append(f"(?<=[{leads}][{rest}])[{leads}][{rest}]")
    accented = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
    narrow = f"(?<=(?<![A-Za-z])[{accented}])[{accented}]{{3}}"
    return re.compile(f"[{seconds}{accented}](?:{'|'.join((*pairs, narrow))})")


_SUSPECT = _gate()


class Mended(NamedTuple):
    """What a text was before it was misread.

    ``origins`` holds, for each code point of ``text`` and for its end, the place in the text as it came;
    ``pages`` how many words were taken for what; ``first`` is the range of the first of them as it came.
    """

    text: str
    origins: list[int]
    pages: Counter[str]
    first: tuple[int, int]


def mend_mojibake(text: str) -> Mended | None:
    """Return what ``text`` was before it was misread, or None if it was not; never raises.

    >>> mended = mend_mojibake("قال سليم إن الجسر".encode().decode("cp1256"))
    >>> mended.text, mended.origins[:3]
    ('قال سليم إن الجسر', [0, 2, 4])
    """
    if not _SUSPECT.search(text):
        return None
    pieces, widths, pages = list[str](), list[int](), Counter[str]()
    last, first = 0, None
    for match in _WORD.finditer(text):
        read = _mend_word(match.group())
        if read is None:
            continue
        before = match.start() - last
        pieces += (text[last : match.start()], read.text)
        widths += [1] * before + read.widths
        pages[read.page] += 1
        last, first = match.end(), first or match.span()
    if first is None or pages.total() < _FEWEST:
        return None
    pieces.append(text[last:])
    widths += [1] * (len(text) - last)
    return Mended("".join(pieces), list(accumulate(widths, initial=0)), pages, first)


class _Word(NamedTuple):
    """A word as it was, how many code points as it came each of its letters covers, what it was taken for."""

    text: str
    widths: list[int]
    page: str


def _mend_word(word: str) -> _Word | None:
    """Return what a word was, if it was misread: as often over as it takes to become Arabic."""
    if word.isascii():
        return None
    for page, table in _PAGES.items():
        read, widths = word, [1] * len(word)
        for _ in range(_TIMES):  # what was misread over and over becomes Arabic letters before it is right
            data = [table.get(one, -1) for one in read]
            if -1 in data or (more := _as_utf8(bytes(data), widths)) is None:
                break
            read, widths = more
        if len(read) < len(word) and _is_arabic(read):
            return _Word(read, widths, page)
    return _as_narrow(word)


def _as_utf8(data: bytes, widths: list[int]) -> tuple[str, list[int]] | None:
    """Return bytes as UTF-8 with what each letter covers; None if they are none, or only ASCII."""
    try:
        read = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if len(read) == len(data):
        return None
    sizes, at = list[int](), 0
    for one in read:
        size = len(one.encode("utf-8"))
        sizes.append(sum(widths[at : at + size]))
        at += size
    return read, sizes


def _as_narrow(word: str) -> _Word | None:
    """Return a word of Windows-1256 that was taken for Latin: all its letters are accented ones."""
    if sum("\u00c0" <= one <= "\u00ff" for one in word) < 2 or re.search("[A-Za-z]", word):
        return None
    data = [_NARROW.get(one, -1) for one in word]
    if -1 in data:
        return None
    read = bytes(data).decode("cp1256")
    return _Word(read, [1] * len(word), "Latin, which was Windows-1256,") if _is_arabic(read) else None


def _is_arabic(word: str) -> bool:
    """Has a word letters, and are all of them Arabic?"""
    letters = _LETTER.findall(word)
    return bool(letters) and all(_ARABIC.match(one) for one in letters)
