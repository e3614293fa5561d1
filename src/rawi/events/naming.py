"""The one form in which a party is shown that names nobody: that of a subject (مسلحين: مسلحون, متظاهرا: متظاهر)."""

from __future__ import annotations

from rawi.arabic.fold import fold
from rawi.events.lexemes import _parties, is_single, party_of, signs_of
from rawi.events.phrases import Phrase, name_of
from rawi.relations.quantities.page import Page

_TWO = 2


def is_bare_number(page: Page, phrase: Phrase) -> bool:
    """Is a phrase a number alone, that tells nobody (قتل 5)?"""
    site = page.site_at(phrase.core)
    if site is None or phrase.entity is not None or phrase.party is not None:
        return False
    return site.first == phrase.core and phrase.last <= site.last and not site.noun


def as_subject(page: Page, phrase: Phrase) -> str:
    """Return the words by which a phrase says who they are, people in the form of a subject; those of a thing
    and of whom a name is part of it as they stand."""
    words = name_of(page, phrase).split(" ")
    if phrase.entity is not None or phrase.party in ("military", "civil", "aircraft"):
        return " ".join(words)
    ends = _is_two(page, phrase)
    found = [_of_subject(words[0], two=ends)]
    if found[0] != words[0]:
        for word in words[1:]:
            if not _agrees(words[0], word):
                break
            found.append(_turned(word, two=ends))
    return " ".join(found + words[len(found) :])


def _is_two(page: Page, phrase: Phrase) -> bool:
    """Does a phrase tell two people by a number, or by a dual that no other number stands before?"""
    site = page.site_at(phrase.first)
    if site is not None:
        return site.figure.low == _TWO == site.figure.high
    after = page.words[phrase.core + 1 : phrase.last + 1]
    head = page.words[phrase.core].removeprefix(phrase.joined).removeprefix("ال")
    return not signs_of("two").isdisjoint(after[:1]) or (head in signs_of("dual") and phrase.core == phrase.first)


def _of_subject(word: str, *, two: bool) -> str:
    """Return a noun for people in the form of a subject; any other word as it is."""
    known, bare = fold(word), fold(word).removeprefix("ال")
    if bare in _parties() or is_single(bare) and not bare.endswith("ا"):
        return word
    if known.endswith(("ين", "ا")) and (party_of(known) is not None or is_single(known)):
        return _turned(word, two=two)
    if bare.endswith("ي") and bare[:-1] + "و" in _parties():
        return word[:-1] + "و"
    return word


def _agrees(head: str, word: str) -> bool:
    """Has an adjective the ending of the noun before it: مسلحين مجهولين، قياديا بارزا?"""
    one, other = head.rstrip("ً"), word.rstrip("ً")
    return one[-1:] == other[-1:] and (one.endswith("ا") or one[-2:] == other[-2:])


def _turned(word: str, *, two: bool) -> str:
    """Return a word of an object or after a preposition in the form of a subject."""
    if word.endswith("ين"):
        return word[:-2] + ("ان" if two else "ون")
    return word.rstrip("ً").removesuffix("ا") if word.rstrip("ً").endswith("ا") else word
