"""Does what looks like the name of a person by its place look like one by its letters too?

A rule sees a first name and a word after it, or two words before a role; a tagger sees what stands around.
All three are misled by the phrases of everyday life: لحسن الحظ, تجمعا ضخما, واقعا in بواقع هدف. What is
turned away here is no person in more than nine of ten cases that were read in real articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rawi.annotations.features import UNKNOWN, class_of
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.annotations.speech import particles
from rawi.text.text import Text

_UNLIKE, _STRANGE = -2, -3
_NOUNS = UNKNOWN - {"nisba", "nisbat"}  # an adjective of a tribe is like no name by its letters, and is one
_VOWELS = re.compile("[\u064e-\u0650]")
_TANWEEN = re.compile("[\u064b-\u064d]")
_VOCALISED = 2  # short vowels in one word; a name has a shadda at most, a verse of a holy book has them all
_SEATED = re.compile("[بلك][أإآ]")  # letters of a name hardly ever, but of a preposition before a noun
_SHORTEST = 4


def is_phrase(words: Sequence[str], tape: str, first: int, last: int) -> bool:
    """Is what begins with a first name an everyday phrase: لحسن الحظ، صالح المستهلك، ربيع الأول?

    So it is if all words but the last are such names (``particles.toml``, ``everyday_name``), and the last is
    an adjective such as الأول, or neither is known nor like the name of a family by its letters. After a verb
    of reporting it is somebody.
    """
    if first and class_of(tape[first - 1]) == "verb":
        return False
    kind = class_of(tape[last - 1])
    if last - first < 2 or (kind not in _NOUNS and kind != "qualifier"):
        return False
    everyday = particles("everyday_name").issuperset(words[first : last - 1])
    return everyday and (kind == "qualifier" or score_likeness(words[last - 1]) <= _UNLIKE)


def is_description(words: Sequence[str], tape: str, first: int, last: int) -> bool:
    """Are two words before a role no name by their letters: يستهدف تجمعا ضخما للمعارضة?"""
    scores = [score_likeness(words[at]) for at in range(first, last) if class_of(tape[at]) in UNKNOWN]
    known = len(scores) < last - first
    return bool(scores) and (min(scores) <= _UNLIKE or (not known and max(scores) < 0))


def is_vocalised(source: str) -> bool:
    """Has a word of the source the vowels of a verse, or the ending of an indefinite noun (دورًا), which
    writers of news spare names?

    >>> is_vocalised("وَإِيَّايَ"), is_vocalised("دوراً"), is_vocalised("قيس سعيّد")
    (True, True, False)
    """
    if _TANWEEN.search(source):
        return True
    return any(len(_VOWELS.findall(word)) >= _VOCALISED for word in source.split())


def end_of_name(text: Text, tape: str, first: int, last: int) -> int:
    """Return where a name of several words ends before a noun with a preposition joined to it (فيلاسكينو
    بواقع هدف، بإنزال) or, after a foreign name, before an attribute (دروفسكي المبدعة)."""
    foreign = class_of(tape[first]) == "name"
    while last - first > 1 and class_of(tape[last - 1]) in UNKNOWN:
        word, source = text.words[last - 1], text.words_of(last - 1, last)
        unlike = score_likeness(word)
        joined = word[:1] in ("ب", "ل") and len(word) >= _SHORTEST and unlike <= _STRANGE
        attribute = foreign and source.startswith("ال") and unlike <= _STRANGE
        if not (joined or attribute or _SEATED.match(source)):
            break
        last -= 1
    return last


def is_at_site(tape: str, first: int) -> bool:
    """Does a noun of a place lead to a name, with a quotation mark between or not: ملعب "دروفسكي بارك"?"""
    before = first - 1
    if before > 0 and class_of(tape[before]) in ("quote", "opening"):
        before -= 1
    return before >= 0 and tape[before] in _sites()


@cache
def _sites() -> frozenset[str]:
    """Return the codes of nouns of sites and towns without article."""
    return load_vocabulary().codes("{?site|settlement|feature:noal}")
