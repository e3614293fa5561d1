"""Who signs a text: initials, a newsroom, an author's name or description, on a line or glued to the end.

The naive way is to drop whatever short thing stands last: it drops the last item of a list and the last line
of a poem. Here it is dropped only if it is known for what it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.documents.newsrooms import find_parts
from rawi.lexicons.loader import load_table

ROOM = 80  # code points; no signature is longer
_LONGEST_NAME = 50
_MARKS = " -–—•()[]{}\"'“”«»"
_INITIAL = "(?:هـ|[\u0621-\u064a]{1,2})"
_DOTTED = rf"{_INITIAL}(?:\s?\.\s?{_INITIAL}){{1,2}}\.?"
_SPACED = r"[\u0621-\u064a](?: [\u0621-\u064a]){1,2}"
_INITIALS = re.compile(rf"(?:{_DOTTED}|{_SPACED})(?:\s*[/،-]\s*(?:{_DOTTED}|{_SPACED})){{0,3}}")
_STAR = re.compile(r"[*\x1a]+ ?")
_GLUED = re.compile(
    rf"(?<=[.!؟?…”»\"])[^\S\n]*(\([^()\n]{{2,40}}\)|[“\"«][^“”\"«»\n]{{2,25}}[”\"»]|[^.!؟?…”»\"()\n:]{{2,70}}"
    rf"|(?<=\s)(?:{_DOTTED}[\s/،-]*)+)\Z"
)
_DASH = re.compile(r"\s*[-–—]+\s*|\s+ـ+\s+")
_NAME_WORD = re.compile("[\u0621-\u064a]{2,12}")
_TITLE = re.compile(r"(?:[دأم] ?\. ?)")


class _Names(NamedTuple):
    """The folded words that first names and joined names are made of."""

    first: frozenset[str]
    every: frozenset[str]
    joints: frozenset[str]


@cache
def _names() -> _Names:
    """Return the words of ``given_names.tsv`` by what they are good for."""
    rows = [(row["kind"], fold(row["name"])) for row in load_table("given_names.tsv")]
    every = frozenset(name for kind, name in rows if kind in ("given", "likely", "homograph"))
    return _Names(
        first=frozenset(name for kind, name in rows if kind == "given"),
        every=every,
        joints=frozenset(name for kind, name in rows if kind in ("joint", "lineage", "kunya", "servant")),
    )


def is_signature(words: str) -> bool:
    """Tell whether a line is initials, or newsrooms and nothing else.

    >>> [is_signature(words) for words in ("س.د / ل.م", "(رويترز)", "ل م", "النهر")]
    [True, True, True, False]
    """
    bare = words.strip(_MARKS)
    if _INITIALS.fullmatch(bare):
        return True
    parts = list(find_parts(bare, 0, len(bare)))
    return 0 < len(parts) <= 3 and any(part.proof for part in parts) and all(part.newsroom for part in parts)


def is_described(words: str) -> bool:
    """Tell whether a line is a starred note on the author, or a caption that lost its bullet.

    >>> [is_described(words) for words in ("* كاتب من وادي الزهر", "* افتتح الجسر.", "كاتب")]
    [True, False, False]
    """
    return bool(_STAR.match(words)) and len(words) <= ROOM and words[-1] not in '.؟?!:…"”»'


def is_person(words: str) -> bool:
    """Tell whether a line is a person's name of two to five words, maybe with the place they write from.

    >>> [is_person(words) for words in ("سليم الدوري", "سليم الدوري – وادي الزهر", "سليم يكتب", "النهر")]
    [True, True, False, False]
    """
    if len(words) > _LONGEST_NAME:
        return False
    name, *places = _DASH.split(words.strip(_MARKS))
    if len(places) > 1 or (places and not 0 < len(places[0].split()) <= 2):
        return False
    parts = [fold(part) for part in _TITLE.sub("", name).split()]
    return 2 <= len(parts) <= 5 and all(map(_NAME_WORD.fullmatch, parts)) and _is_name(parts, bool(places))


def _is_name(parts: list[str], placed: bool) -> bool:
    """Tell whether folded words begin with a first name and go on as names do."""
    names = _names()
    first = names.every if placed else names.first
    if parts[0] not in first and not parts[0].startswith("عبدال") and parts[0] != "عبد":
        return False
    known = [one in names.every or one in names.joints or one.startswith(("ال", "عبدال")) for one in parts]
    free = [not one and before not in names.joints for one, before in zip(known[1:], parts, strict=False)]
    if len(parts) == 2:
        return known[1] or parts[1][0] not in "يتن"
    return not any(free)


def find_signature(text: str, start: int, end: int) -> int:
    """Return where the signature glued to the end of ``text[start:end]`` begins, ``end`` if there is none.

    >>> find_signature("افتتح الجسر. (رويترز)", 0, 21)
    13
    """
    low = max(start, end - ROOM)
    glued = _GLUED.search(text, low, end)
    if not glued or glued.start(1) <= start:
        return end
    words = glued.group(1).rstrip()
    signed = is_signature(words) or is_described(words) or (words[0] not in '(“"«' and is_person(words))
    return glued.start(1) if signed else end
