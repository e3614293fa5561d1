"""Fold spelling away for matching, with an exact map back to the source.

The naive way is ``unicodedata.normalize("NFKC", s)`` on the text itself: it turns one letter into eighteen
(U+FDFA), so
every offset after it is wrong. Here the folded string is a derived layer, and each of its code points
knows which code
point of the source it came from.

>>> fold("أُكِّدَ في سوريةَ ٤٠ ألفًا")
'اكد في سوريه 40 الفا'

What is folded (after Darwish & Magdy 2014, "Arabic Information Retrieval", section 3.2, and interfaces.md
3.5.11):
hamza seats أإآٱ→ا, ؤئ→ء, ى→ي, ة→ه, Persian ک→ك and ی→ي, Arabic-Indic and Persian digits, ٪ ٫ ٬ → % . ,;
the marks of a hashtag, # and _, become spaces; dropped are
marks (Unicode Mn of the Arabic blocks and general combining marks), tatweel and invisible format characters.
Compatibility forms (U+FB50–FDFF, U+FE70–FEFF) are taken apart. Letters of Latin script become lower case.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rawi.arabic.remembering import remember

_RARE = {
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ٵ": "ا",
    "ک": "ك",
    "ڪ": "ك",
    "ی": "ي",
    "ې": "ي",
    "ۍ": "ي",
    "ے": "ي",
    "ھ": "ه",
    "ہ": "ه",
    "ۀ": "ه",
    "ۃ": "ه",
    "ە": "ه",
    "ۂ": "ه",
    "ٶ": "ء",
    "ٸ": "ء",
    "ٴ": "ء",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "\u1680": " ",
    "\u202f": " ",
    "\u205f": " ",
    "\u3000": " ",
    "\t": " ",
    "\v": " ",
    "\f": "\n",
    "\r": "\n",
    "\x1c": "\n",
    "\x1d": "\n",
    "\x1e": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_SPACES = {chr(c): " " for c in range(0x2000, 0x200B)}
_LATIN = {chr(c): chr(c).lower() for c in range(0x41, 0x250) if len(chr(c).lower()) == 1 != chr(c).islower()}
_ONE_FOR_ONE = {k: v for k, v in (_RARE | _DIGITS | _SPACES | _LATIN).items() if k != v}

#: Code points that fold to nothing: Arabic marks, combining marks, tatweel, zero-width and bidi controls,
# tags.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f"
    "\ufe20-\ufe2f\u0640\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f"
)
_DROPPED = re.compile(f"[{MARKS}]")
_TRAILING = re.compile(f"[{MARKS}]+")
# What fold leaves alone or has already changed; all that is rare is found in one scan.
_COMMON = (
    "\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a \n.,:;!?()\\[\\]\"'/%"
    "0-9a-z\u060c\u061b\u061f\u2013\u2014"
)
_RARE_RUN = re.compile(f"[^{_COMMON}\u201c\u201d\u00ab\u00bb\u2026_#@&+=*|-]+")
_RARE_OR_SEAT = re.compile(f"[\u0648\u064a]\u0654|{_RARE_RUN.pattern}")
_TABLE = str.maketrans(_ONE_FOR_ONE)
_ALL_DROPPED = re.compile(f"[{MARKS}]+\\Z")
# Presentation forms that are taken apart; ﴿, ﴾ and ﷽ stand among them and stay as they are.
_FORMS = [chr(code) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))]
_EXPANDS = re.compile(f"[{''.join(form for form in _FORMS if unicodedata.normalize('NFKC', form) != form)}]")
_NUMBERS = list(range(1 << 14))


def _fold_run(run: str) -> str:
    """Fold a run of rare code points, or a waw or yeh followed by a hamza above.

    Compatibility forms are taken apart and what comes out is folded again, so that folding twice is
    folding once.
    """
    if run[1:] == "\u0654" and run[0] in "\u0648\u064a":
        return "ء"
    if _EXPANDS.search(run):
        run = _frequent(_EXPANDS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), run))
    return _DROPPED.sub("", run).translate(_TABLE)


def _frequent(text: str) -> str:
    """Apply the frequent changes, all of which keep the length.

    A chain of ``str.replace`` is several times faster than ``str.translate`` on Arabic text.
    """
    alef = text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    ends = alef.replace("ى", "ي").replace("ة", "ه")
    seats = ends.replace("ؤ", "ء").replace("ئ", "ء")
    return seats.replace("\u00a0", " ").replace("#", " ").replace("_", " ")  # #سليم_الدوري is a name


def _count(start: int, end: int) -> Sequence[int]:
    """Return the numbers from ``start`` up to ``end``; those of a text of usual length are made but once."""
    return _NUMBERS[start:end] if end <= len(_NUMBERS) else range(start, end)


class Folded:
    """A folded string and the way back: ``to_source`` and ``from_source`` map half-open ranges of code
    points."""

    __slots__ = ("_folded_at", "_origin", "_source_at", "is_even", "source", "text")

    def __init__(
        self, source: str, text: str, source_at: list[int] | None, folded_at: list[int] | None
    ) -> None:
        # Parallel lists of run starts: within a run, source and folded advance together; both None means
        # identity.
        self.source = source
        self.text = text
        self.is_even = source_at is None  # every code point is where it is in the source
        self._source_at = source_at
        self._folded_at = folded_at
        self._origin: list[int] | None = None

    def _table(self) -> list[int]:
        """Return where each folded code point comes from, with the length of the source as one more."""
        if self._origin is None:
            self._origin = self._origins()
        return self._origin

    def _origins(self) -> list[int]:
        """Lay the runs out code point by code point; built once, on the first question about a text with
        marks."""
        if self._source_at is None or self._folded_at is None:
            return list(range(len(self.text) + 1))
        origins: list[int] = []
        for at, first, last in zip(
            self._source_at, self._folded_at, [*self._folded_at[1:], len(self.text)], strict=True
        ):
            expands = last - first > 1 and _EXPANDS.match(self.source, at)
            origins += [at] * (last - first) if expands else _count(at, at + last - first)
        origins.append(len(self.source))
        return origins

    def source_index(self, index: int) -> int:
        """Return where in the source the folded code point ``index`` (or the end) comes from."""
        if self._source_at is None:
            return index
        return (self._origin or self._table())[min(index, len(self.text))]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a folded range to the source range that covers it, with the marks that follow its last letter.

        >>> fold_with_map("كَتَبَ").to_source(0, 3)
        (0, 6)
        """
        if self._source_at is None:
            return start, end
        table = self._origin or self._table()
        if start >= end:
            return table[start], table[start]
        last = table[end - 1] + 1
        if table[end] > last and (marks := _TRAILING.match(self.source, last)):
            last = marks.end()
        return table[start], last

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a source range to the smallest folded range that holds all that is left of it (may be
        empty)."""
        return self._folded_index(start), self._folded_index(end)

    def _folded_index(self, index: int) -> int:
        """Return the first folded code point that comes from ``index`` or later."""
        if self._source_at is None or self._folded_at is None:
            return index
        run = bisect_right(self._source_at, index) - 1
        if run < 0:
            return 0
        limit = self._folded_at[run + 1] if run + 1 < len(self._folded_at) else len(self.text)
        step = index - self._source_at[run]
        expands = step and _EXPANDS.match(self.source[self._source_at[run]])
        return limit if expands else min(self._folded_at[run] + step, limit)


def fold_with_map(source: str) -> Folded:
    """Fold ``source`` and keep the exact map back.

    >>> folded = fold_with_map("ثلاثةُ آلافٍ")
    >>> start = folded.text.index("الاف")
    >>> "ثلاثةُ آلافٍ"[slice(*folded.to_source(start, start + 4))]
    'آلافٍ'
    """
    even = _frequent(source)
    pieces: list[str] = []
    source_at: list[int] = []
    last = 0
    for match in (_RARE_OR_SEAT if "\u0654" in source else _RARE_RUN).finditer(even):
        for start, run in _runs(match):
            if (new := _fold_run(run)) == run:
                continue
            if start > last:
                pieces.append(even[last:start])
                source_at.append(last)
            if new:
                pieces.append(new)
                source_at.append(start)
            last = start + len(run)
    if not last:
        return Folded(source, even, None, None)
    if last < len(source):
        pieces.append(even[last:])
        source_at.append(last)
    return Folded(source, "".join(pieces), source_at, list(accumulate(map(len, pieces), initial=0))[:-1])


def _runs(match: re.Match[str]) -> list[tuple[int, str]]:
    """Cut a match where one code point gives several or where only a part vanishes, so that the map stays
    exact."""
    run, start = match.group(), match.start()
    if len(run) == 1 or run[1:] == "\u0654" or _ALL_DROPPED.match(run):
        return [(start, run)]
    return [(start + i, char) for i, char in enumerate(run)]


def fold(source: str) -> str:
    """Fold ``source`` for matching and searching.

    >>> fold("المسؤول والمسئول") == "المسءول والمسءول"
    True
    """
    return _fold_short(source) if len(source) <= _SHORT else _fold(source)


def _fold(source: str) -> str:
    """Do as ``fold`` says."""
    even = _frequent(source)
    return fold_with_map(source).text if _RARE_RUN.search(even) else even


# Half of what is folded while a text is read are names that were folded before.
_SHORT = 40
_fold_short = remember(_fold, 1 << 12)
