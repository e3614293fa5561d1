"""What stands between a verb and its subject and is part of neither: hearers, media, times, manners."""

from __future__ import annotations

import re

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles, speech_words
from rawi.arabic.clitics import Clitic
from rawi.claims.accusatives import is_his, is_owned
from rawi.claims.carriers import match_carrier
from rawi.claims.linkwords import match_link
from rawi.claims.reading import Reading, codes

# An active participle in the accusative, ضاحكا before رئيس المجلس; names of that shape (كارلا) are women's.
_ACTIVE = re.compile(r"\wا\w\wا")
#: Prepositions that typography set apart from their word.
LONE = frozenset(("ل", "ب"))
_EACH = ["كل", "من"]
_TO = int(Clitic.LAM)


def past_asides(reading: Reading, at: int, end: int) -> int:
    """Step over what stands between a verb and its subject: وقتها، مازحا، الأسبوع الماضي، حديثه."""
    words, asides = reading.words, particles("aside")
    while at < end:
        if is_date(reading, at):
            at = reading.date_at[at].last
        elif words[at : at + 2] == _EACH and known_at(reading, at + 2):
            at += 2  # قال كل من سامي النجار ونادر الصالحي
        elif words[at] in asides or (words[at].endswith("ا") and _is_manner(reading, at)):
            at += 1
        else:
            break
    return at


def begins_formula(reading: Reading, at: int) -> bool:
    """رحمه الله, بناء على: do two words begin that are no part of a name?"""
    word, following = reading.words[at], reading.words[at + 1 : at + 2]
    return (following == ["الله"] and word in particles("blessing")) or (
        following == ["علي"] and word == "بناء"
    )


def is_date(reading: Reading, at: int) -> bool:
    """Does a date begin at a token? A month alone may be a name (مايو، نيسان)."""
    date = reading.date_at.get(at)
    return date is not None and date.last - date.first > 1


def _is_manner(reading: Reading, at: int) -> bool:
    """مازحا, معقبا: is a word in ا an adverb of manner, told by tanwin or by the م of a participle; never a
    name."""
    word = reading.words[at]
    if len(word) < 4 or at in reading.person_at or at in reading.place_at:
        return False
    if "\u064b" in reading.text.words_of(at, at + 1):
        return True
    if word[:1] == "م" and reading.tape[at] == ".":
        return word[-2:] not in ("نا", "ها")
    after_man = at + 1 in reading.role_at and not reading.words[at - 1].endswith("ت")
    return after_man and _ACTIVE.fullmatch(word) is not None


def past_addressee(reading: Reading, at: int, end: int) -> int:
    """Return the token after له, فيه, لوكالة الفجر or في هذا الصدد between a verb and its subject."""
    while at + 1 < end:
        step = _past_adjunct(reading, at, end)
        if step == at:
            break
        at = step
    return at


def _past_adjunct(reading: Reading, at: int, end: int) -> int:
    """Step over one such adjunct; ``at`` itself where none stands."""
    word, code, c = reading.words[at], reading.tape[at], codes()
    if word in particles("to_him") or word in particles("in_its_name"):  # وقال باسمهم المحامي سامي النجار
        return at + 1
    if word in particles("resumes"):
        following = reading.word(at + 1)
        counted = following in particles("number_of")
        return at + 1 if counted or known_at(reading, at + 1) or following.startswith("ال") else at
    if word[:1] == "ل" and (end_of_hearer := _hearer_end(reading, at)) is not None:
        return end_of_hearer
    if code in c.preposition:
        return _past_phrase(reading, at, end)
    if code in c.adverb or code in c.comma:
        return _past_time(reading, at, end)
    return _past_hearer(reading, at, end)


def _hearer_end(reading: Reading, at: int) -> int | None:
    """للوزير سليم الدوري, لزملائه, لسامي النجار: where whom ل leads in ends; of a title it is the ل alone."""
    word = reading.words[at]
    if word.startswith("لل") and known_at(reading, at + 1):
        return at + 1
    if len(word) > 4 and is_hearer_of_his(reading, at):  # وقال لزملائه
        return at + 1
    hearer = reading.person_at.get(at)
    return hearer.last if hearer is not None and is_spoken_to(reading, at) else None


def is_hearer_of_his(reading: Reading, at: int) -> bool:
    """لوفدها, لزملائه, not لجنة: does a noun after ل end with somebody's pronoun?"""
    word = reading.words[at]
    return (
        (is_owned(word) or is_his(reading, at))
        and not known_at(reading, at)
        and load_vocabulary().entry(word) is None
    )


def _past_time(reading: Reading, at: int, end: int) -> int:
    """Step over a time between commas or none, where a known name follows: قالت، عصر أول من أمس، وزارة …"""
    passed = codes().adverb_or_comma
    stop = at
    while stop < end and (reading.tape[stop] in passed or reading.words[stop] in particles("of_time")):
        stop += 1
    return stop if known_at(reading, stop) else at


def _past_phrase(reading: Reading, at: int, end: int) -> int:
    """Step over في هذا الصدد, من جهة أخرى, where a known name follows."""
    for index in range(at + 2, min(at + 4, end)):
        if reading.words[index - 1] in particles("in_this") and known_at(reading, index):
            return index
    return at


def known_at(reading: Reading, at: int) -> bool:
    """Does a name or a role begin at a token?"""
    return at in reading.named_at


def _past_hearer(reading: Reading, at: int, end: int) -> int:
    """Step over a medium or hearer with ل (لوكالة الفجر، للصحفيين)."""
    name, word = at, reading.words[at]
    if word == "ل":
        name = at + 1
    elif word in particles("in_this"):
        return at + 1
    elif not word.startswith("ل") or not to_medium(reading, at):
        return at
    elif (body := reading.organization_at.get(at)) is not None and body.start > reading.text.starts[at]:
        return body.last  # لصحيفة الضفة
    elif match_carrier(reading.words, at) is None:
        name = at + 1
    quotation = reading.opening_at.get(name)
    if quotation is not None and quotation.close < end:
        return quotation.close + 1
    carrier = match_carrier(reading.words, name)
    return carrier[1] if carrier is not None else at


def is_addressed(reading: Reading, at: int) -> bool:
    """A word after a joined ل or ب (لوكالة، بالعاصمة، بحلب) is the hearer or the place, not the subject."""
    word = reading.words[at]
    if word[:1] not in LONE:
        return False
    if word in LONE or (word.startswith("بال") and len(word) > 4):
        return True
    if word[0] == "ب":
        place = reading.place_at.get(at)
        return place is not None and place.start > reading.text.starts[at]
    if is_spoken_to(reading, at):
        return True
    if len(word) > 5 or (len(word) > 4 and word[1] == "ل") or word[1:] in particles("number_of"):
        return True
    return to_medium(reading, at)


def is_led_by_to(reading: Reading, at: int) -> bool:
    """Is a token addressed, or any known noun after a joined ل (لشركة)?"""
    vocabulary, word = load_vocabulary(), reading.words[at]
    known = word.startswith("ل") and bool(vocabulary.clitics_of(vocabulary.code(word)) & _TO)
    return known or is_addressed(reading, at)


def is_spoken_to(reading: Reading, at: int) -> bool:
    """لسامي النجار، لأحمد، لمدير المصرف: does a joined ل lead in a name or a role?"""
    names = (reading.person_at, reading.role_at, reading.organization_at)
    start = reading.text.starts[at]
    if at in reading.named_at and any(one.start > start for known in names if (one := known.get(at))):
        return True
    vocabulary, word = load_vocabulary(), reading.words[at]
    entry = vocabulary.entry(word)
    named = entry is not None and entry.kind in ("given", "likely", "name")
    return named and bool(vocabulary.clitics_of(vocabulary.code(word)) & _TO)


def to_medium(reading: Reading, at: int) -> bool:
    """لرويترز، لوكالة، لموقع: a medium with ل joined to it."""
    word = reading.words[at]
    if not word.startswith("ل"):
        return False
    carrier = match_carrier(reading.words, at)
    if carrier is not None and carrier[0]:
        return True
    return reading.tape[at] in codes().noun and bool(int(speech_words().clitics[word]) & _TO)


def passes_on(reading: Reading, at: int) -> bool:
    """Does a medium or a document stand at a token?"""
    at += reading.tape[at] in codes().quote
    return match_link(reading.words, at) is not None or match_carrier(reading.words, at) is not None
