"""Where sentences end: at line breaks and at marks that close one, not at dots inside names or after
initials."""

from __future__ import annotations

from itertools import compress

_STOPS = frozenset((".", "!", "?", "؟", "…"))
_ENDERS = _STOPS | {""}
_BEGINNINGS = frozenset(
    ("من", "في", "وفي", "كما", "وقد", "لكن", "اما", "ثم", "هذا", "وهو", "وهي", "ومن", "قال")
)
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
        return not dot or (_long_word(before) and (_long_word(after) or after in _BEGINNINGS))
    numbered = i > 1 and words[i - 2][:1].isdigit()
    return not (dot and len(before) == 1 and before.isalpha()) or numbered


def _long_word(word: str) -> bool:
    """More than three Arabic letters: between two such a missing space is likelier than a dot inside a
    name."""
    return len(word) > 3 and word.isalpha() and not word.isascii()
