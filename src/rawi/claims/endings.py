"""Where names end: what belongs to a role or name and what stands after it."""

from __future__ import annotations

from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.clitics import Clitic
from rawi.claims.accusatives import calls, first_names, is_his, is_owned
from rawi.claims.adjuncts import is_addressed, known_at, to_medium
from rawi.claims.complements import is_joined
from rawi.claims.reading import Reading, codes, is_content_noun

_BRACKET = 8
_ADJECTIVES = 4  # between a role and its bearer's name
_NO_NAMES = frozenset(("noun", "crowd", "resident", "source"))
_SURNAMES = frozenset(("noun", "direction"))
_OWNED = frozenset(("kin", "office", "occupation", "noun", "honorific"))


def past_title(reading: Reading, at: int, end: int) -> int:
    """Step over adjectives or د. between a role and its bearer (الناقد المصري البارز سالم)."""
    if at + 1 >= end or at in reading.role_at or at in reading.person_at:
        return at
    if len(reading.words[at]) == 1 and reading.word(at + 1) == ".":
        return at + 2 if known_at(reading, at + 2) else at
    stop = at
    while stop + 1 < end and stop - at < _ADJECTIVES and qualifies(reading.words[stop]):
        stop += 1
        if stop in reading.role_at or stop in reading.person_at:
            return stop
    return at


def lineage_end(reading: Reading, last: int, end: int) -> int:
    """Take بن and what follows it into a name (سامي بن علي العمري)."""
    words, begun = reading.words, last
    while last + 1 < end and words[last] in particles("lineage"):
        last += 2
    while last + 1 < end and words[last] in particles("foreign_lineage") and _is_strange(reading, last + 1):
        last += 2  # جان إيف لو دريان
    if begun < last < end and reading.tape[last] == "." and not is_addressed(reading, last):
        closed = last + 1 >= end or reading.tape[last + 1] in codes().after_name
        last += words[last].startswith("ال") or closed
    return last


def _is_strange(reading: Reading, at: int) -> bool:
    """Is a token a word that no lexicon knows?"""
    return reading.tape[at] == "." and load_vocabulary().entry(reading.words[at]) is None


def seat_end(reading: Reading, at: int, end: int) -> int:
    """Step over where somebody serves (العقيد بالجيش الوطني سالم هلال)."""
    stop = at
    if at < end and reading.words[at][:1] == "ب" and (place := _place_end(reading, at)) is not None:
        return min(place, end)
    while stop < end and stop - at < 3 and _is_seat(reading.words[stop], "بال" if stop == at else "ال"):
        stop += 1
    return stop


def _is_seat(word: str, letters: str) -> bool:
    """Is a word one of a seat, or a number that belongs to it (المهرجان الـ 17)?"""
    return word.startswith(letters) or word == "ال" or word.isdigit()


def _place_end(reading: Reading, at: int) -> int | None:
    """Where a place or body after a joined ب ends (بتبوك، ببلدية الزعفران); None if none begins."""
    for names in (reading.organization_at, reading.place_at):
        one = names.get(at)
        if one is not None and one.start > reading.text.starts[at]:
            return one.last
    vocabulary = load_vocabulary()
    entry = vocabulary.entry(reading.words[at])
    if entry is None or not vocabulary.clitics_of(vocabulary.code(reading.words[at])) & Clitic.BEH:
        return None
    following = reading.place_at.get(at + 1)
    end = following.last if following is not None else at + 2
    return end + (reading.words[end].startswith("ال") if end < len(reading.words) else 0)


def unknown_name_end(reading: Reading, at: int, end: int) -> int:
    """After a role, words of no class up to the next pause are the name of somebody the lexicons do not
    know."""
    if reading.word(at) in particles("number_of"):
        return at  # حث المدير كلا الجانبين
    stop = at
    while stop < end and stop - at < 5 and reading.tape[stop] == "." and not is_addressed(reading, stop):
        if reading.words[stop] in particles("blessing") or reading.words[stop] in particles("lead"):
            return stop
        if reading.words[stop] in particles("pointing") or is_owned(reading.words[stop]):
            return at
        if _is_relative(reading, stop):
            return stop
        stop += 1
    pauses = codes().after_name
    return stop if stop >= end or reading.tape[stop] in pauses or is_addressed(reading, stop) else at


def _is_relative(reading: Reading, at: int) -> bool:
    """أبلغ المدير أخاه: does a noun end with the pronoun of the subject? زنغنه and باناجه are names."""
    word = reading.words[at]
    if not is_his(reading, at, shortest=4) or load_vocabulary().code(word) in first_names():
        return False
    if (word.endswith("ته") and len(word) > 4) or word[:-1] in particles("kin"):
        return True
    entry = load_vocabulary().entry(word[:-1])
    return is_content_noun(word) or (entry is not None and entry.kind in _OWNED)


def surname_end(reading: Reading, at: int, end: int) -> int:
    """Take in what no lexicon knows of a name: after a role and its body (القيادي بحزب الوحدة الكسندر
    دوفري) two words or more, after a lone first name one (العميد يحيى رسول، المدير أنطونيو لوبيس دول
    العالم)."""
    stop = unknown_name_end(reading, at, end)
    words = reading.words[at:stop]
    if (
        len(words) == 2
        and at - 1 in reading.person_at
        and load_vocabulary().code(words[1]) in _family_names()
    ):
        return stop  # الرائد سامي جزاء العمري
    if len(words) > 1 and at - 1 in reading.person_at and _is_strange(reading, at):
        following = load_vocabulary().entry(words[1])
        if following is not None and following.kind in _NO_NAMES:
            return at + 1
    if words and at - 1 in reading.person_at and _completes_name(reading, at, stop):
        return stop
    if any(is_content_noun(word) for word in words) or any(word.startswith("ال") for word in words[1:]):
        return min(at, end)
    lone = at - 1 in reading.person_at and len(words) == 1 and not words[0].endswith(("ه", "ا"))
    known = any(map(load_vocabulary().entry, words))
    return stop if lone or (len(words) > 1 and not known and reading.in_bodies[at - 1]) else min(at, end)


def _completes_name(reading: Reading, at: int, stop: int) -> bool:
    """المحامي رامي عودة إن, الوزير مولود جاويش أوغلو، …: are words from a first name to what closes it the
    rest of the name: one right before أن, others if no lexicon knows them?"""
    if stop - at == 1 and reading.tape[stop : stop + 1] in codes().complementizer:
        return True
    closed = reading.tape[stop : stop + 1] in codes().quote or _is_closed(reading, stop)
    return closed and all(_may_be_surname(reading, i) for i in range(at, stop))


def _may_be_surname(reading: Reading, at: int) -> bool:
    """Is a word one that no lexicon knows, and neither an adverb (حدا) nor a noun after ب (باعتزاز)?"""
    word = reading.words[at]
    return _is_strange(reading, at) and not word.endswith("ا") and not is_joined(word) and word.isalpha()


def is_closing_surname(reading: Reading, first: int, at: int) -> bool:
    """رئيس الحكومة الحبيب الصيد إن: can a definite word between the name in a subject and أن, a mark or a
    preposition be its last part? Not whom a verb of calling calls upon."""
    word, entry = reading.words[at], load_vocabulary().entry(reading.words[at])
    if not word.startswith("ال") or word == "الله" or word.endswith(("ين", "ون")) or qualifies(word):
        return False
    led = reading.tape[at + 1 : at + 2] in codes().preposition and not calls(reading, first)
    led = led and not word.startswith("الم")  # دي ماريا المنضم إلى
    if entry is not None and entry.kind == "place":  # قائد الفرقة عدنان الملاح إن, not a country
        return _is_closed(reading, at + 1) and not calls(reading, first) and not _is_country(entry.id)
    return (led or _is_closed(reading, at + 1)) and (entry is None or entry.kind in _SURNAMES)


def _is_country(place: str | None) -> bool:
    """Is the id of a place that of a country?"""
    return place is None or place.startswith("iso:")


def _is_closed(reading: Reading, at: int) -> bool:
    """Does أن, a comma or colon stand at a token, or whoever is spoken to, so that the word before is no
    object?"""
    c = codes()
    if at >= len(reading.words):
        return False
    return reading.tape[at] in c.complementizer | c.comma_or_colon or is_addressed(reading, at)


@cache
def _family_names() -> frozenset[str]:
    """The codes of definite adjectives of relation, as family names are."""
    return load_vocabulary().codes("{?nisba:al}")


def without_medium(reading: Reading, first: int, last: int) -> int:
    """Cut a role or body before a medium addressed in it (المدرب لوكالة …)."""
    for at in range(first + 1, last):
        if to_medium(reading, at):
            return at
    return last


def bracket_end(reading: Reading, at: int, end: int) -> int:
    """Step over brackets; a bracket that does not close near by is stepped over alone."""
    close = next((i for i in range(at, min(at + _BRACKET, end)) if reading.tape[i] in codes().close), at)
    return close + 1


def qualifies(word: str) -> bool:
    """Is a word a definite adjective, by list or by the ending of an adjective of relation?"""
    return load_vocabulary().code(word) in _adjectives() or word in particles("same")


@cache
def _adjectives() -> frozenset[str]:
    """The codes of definite adjectives on the tape of names."""
    return load_vocabulary().codes("{?nationality|qualifier|either|nisba|nisbat:al}")
