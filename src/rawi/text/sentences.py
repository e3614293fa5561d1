"""Where sentences end: at line breaks and at marks that close one, not at dots inside names or after
initials."""

from __future__ import annotations

from itertools import compress

_STOPS = frozenset((".", "!", "?", "؟", "…"))
_ENDERS = _STOPS | {""}
_BEGINNINGS = frozenset(
    ("من", "في", "وفي", "كما", "وقد", "لكن", "اما", "ثم", "هذا", "وهو", "وهي", "ومن", "قال")
)
_DOMAINS = frozenset(("كوم", "نت", "اورج"))  # after a dot: the end of an address
_SHORT = 3  # letters; shorter words between dots are mostly the letters of a name
_CLOSERS = frozenset("\"”“»«'’)]")


def cut_sentences(words: list[str], starts: list[int]) -> list[tuple[int, int]]:
    """Return half-open token ranges of the sentences, without line breaks; a semicolon does not end one.

    >>> words = ["قال", "نعم", ".", "ومضى", "."]
    >>> cut_sentences(words, [0, 4, 7, 9, 13, 14])
    [(0, 3), (3, 5)]
    """
    sentences: list[tuple[int, int]] = []
    first, count = 0, len(words)
    for i in compress(range(count), map(_ENDERS.__contains__, words)):
        if i < first:
            continue
        if not words[i]:
            if i > first:
                sentences.append((first, i))
            first = i + 1
        elif _ends_here(words, starts, i):
            end = i + 1
            while (
                end < count
                and (words[end] in _CLOSERS or words[end] in _STOPS)
                and starts[end] == starts[end - 1] + 1
            ):
                end += 1
            sentences.append((first, end))
            first = end
    if first < count:
        sentences.append((first, count))
    return sentences


def _ends_here(words: list[str], starts: list[int], i: int) -> bool:
    """A stop ends a sentence unless a word is glued after it (العربية.نت) or a lone letter stands before
    it (د. سامي), which no number leads to (2014م.)."""
    dot, before = words[i] == ".", words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if dot and (after == "." or (before == "." and starts[i] == starts[i - 1] + 1)):
        return not after  # two dots or three are a pause, not an end
    if after and starts[i + 1] == starts[i] + 1 and after not in _CLOSERS and after not in _STOPS:
        glued = starts[i] == starts[i - 1] + len(before)
        return not dot or _begins_anew(before, after, glued=glued)
    numbered = i > 1 and words[i - 2][:1].isdigit()
    return not (dot and len(before) == 1 and before.isalpha()) or numbered


def _begins_anew(before: str, after: str, *, glued: bool) -> bool:
    """Is a missing space likelier than a dot inside a name (أمس.وقال, not إس.بي or ممزورلد.كوم)?

    With a space before the dot only long words tell.
    """
    if not (_is_arabic(before) and _is_arabic(after)) or after in _DOMAINS:
        return False
    if len(before) > _SHORT:
        return len(after) > _SHORT or after in _BEGINNINGS or (glued and len(after) == _SHORT)
    return glued and len(before) == _SHORT and len(after) > _SHORT


def _is_arabic(word: str) -> bool:
    """Is a token a word in letters that are not Latin?"""
    return word.isalpha() and not word.isascii()
