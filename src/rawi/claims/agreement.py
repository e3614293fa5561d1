"""Gender and number: which subject a verb can have, and which verb a subject."""

from __future__ import annotations

from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.claims.accusatives import is_his
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation, Kind

# What anonymous_sources.toml and roles.toml call nouns whose plural is of people, so takes plural verbs.
_THINGS = frozenset(("source", "media"))
_SINGLE = frozenset(("office", "official", "spokesman", "occupation", "either", "honorific", "kin"))


def agreement_of(reading: Reading, subject: Subject, shown: Agreement | None) -> frozenset[Agreement]:
    """Return the agreements that later verbs of a subject may show; none where nothing tells.

    ``shown`` is what a verb beside it shows. A verb before a plural is singular, those after it are not: قال
    السكان … وأضافوا.
    """
    first = subject.first
    own = frozenset(() if shown is None else (shown,))
    if reading.words[first].removeprefix("ال") in particles("number_of"):
        return own | {Agreement.PLURAL}
    if is_several(reading, first):
        return frozenset((Agreement.PLURAL,))
    if _is_joint(reading, subject):
        return own | {Agreement.PLURAL}
    gender = gender_at(reading, first) if shown is None else None
    return own if gender is None else frozenset((gender,))


def is_conjoined(reading: Reading, one: Annotation) -> bool:
    """Does a joined و stand before a name: وسامر, not وليد?"""
    return one.start > reading.text.starts[one.first] and reading.words[one.first][:1] == "و"


def is_several(reading: Reading, first: int) -> bool:
    """Is the noun at a token a plural of people: السكان, مسؤولون, منسوبو المصنع?"""
    word = reading.words[first]
    if first in reading.person_at or first in reading.place_at or first in reading.organization_at:
        return False
    if word.removeprefix("ال") in particles("several") or _is_sound_plural(reading, first):
        return True
    entry = load_vocabulary().entry(word)
    if entry is not None and entry.plural:
        return (entry.kind not in _THINGS and first in reading.role_at) or word.endswith("ين")
    return word.endswith("و") and len(word) > 4 and reading.word(first + 1).startswith("ال")


def _is_sound_plural(reading: Reading, at: int) -> bool:
    """Does a word end in the ون of a plural: المحتجون, مزارعون, not ماكرون?"""
    word = reading.words[at]
    if not word.endswith("ون") or len(word) < 5:
        return False
    if word.startswith("ال"):
        return True
    entry = load_vocabulary().entry(word)
    unknown = load_vocabulary().code(word) in _unknown_nouns() and at + 1 not in reading.name_ends
    if entry is not None:
        return entry.plural or entry.kind == "nationality"
    return unknown and (word[:1] == "م" or reading.word(at + 1).endswith("ون"))


@cache
def _unknown_nouns() -> frozenset[str]:
    """The codes of words that no lexicon has and that look like nouns."""
    return load_vocabulary().codes("{?noun:bare}")


def _is_joint(reading: Reading, subject: Subject) -> bool:
    """Does و join a second person or body: لينا حداد وسامر النجار?"""
    first, last = subject.first + 1, subject.last
    if first >= last:
        return False
    named = reading.people.beginning_in(first, last) + reading.organizations.beginning_in(first, last)
    return any(one.last <= last and is_conjoined(reading, one) for one in named)


def is_called(reading: Reading, cue: int, subject: Subject) -> bool:
    """دعا السكان إلى, طالبت مجلس المدينة ب: is the noun after such a verb the one called upon?

    A plural in ـين, a noun that does not agree with the verb before it, or a word for people at large is.
    """
    word = reading.entry(cue)
    if word.cue is None or not _calls_whom(word.cue.form):
        return False
    first = subject.first
    head = reading.words[first]
    if head.removeprefix("ال") in particles("called") or head in particles("called"):
        return True
    if head.endswith("ين") and len(head) > 4 and not _names_one(reading, first):
        return True
    related = reading.tape[cue - 1] in codes().relative  # الشركة التي تطالب نقاباتها ب
    owned = not related and _is_theirs(reading, first, word.agreement)
    if owned or _is_accusative(reading, first):
        return True
    return _disagrees(reading, first, word.agreement)


def _names_one(reading: Reading, first: int) -> bool:
    """Is a noun in ـين no plural: a name (الصين, ياسين) or one person's role (الأمين العام)?"""
    entry = load_vocabulary().entry(reading.words[first])
    single = entry is not None and not entry.plural and entry.kind in _SINGLE
    return single or first in reading.person_at or first in reading.place_at


def _is_accusative(reading: Reading, first: int) -> bool:
    """وطالبت القادة السياسيين ب: does an adjective in ـيين right after a definite plural tell its case?"""
    entry, described = load_vocabulary().entry(reading.words[first]), reading.word(first + 1)
    plural = entry is not None and entry.plural and entry.kind not in _THINGS
    return plural and described.startswith("ال") and described.endswith("يين")


def _is_theirs(reading: Reading, first: int, agreement: Agreement) -> bool:
    """وحثت شركاتها على: does a noun belong to whom the verb agrees with, so that it is no subject?

    رئيسها may be one, and so may أبناؤها by its hamza.
    """
    head = reading.words[first]
    ending = "ها" if agreement is Agreement.FEMININE else "ه" if agreement is Agreement.MASCULINE else "هم"
    if not head.endswith(ending) or len(head) < 5 or reading.source_contains(first, "ؤ"):
        return False
    if ending == "ه" and not is_his(reading, first):
        return False
    owned = head.removesuffix(ending)
    entry = load_vocabulary().entry(owned)
    single = entry is not None and not entry.plural and entry.kind in _SINGLE
    return not single and owned not in particles("one_of_them")


@cache
def _calls_whom(cue: str) -> bool:
    """Is a cue of the lexicon a verb of calling upon somebody?"""
    return folded_name(cue) in particles("calls_whom")


def _disagrees(reading: Reading, first: int, agreement: Agreement) -> bool:
    """Can the noun that a verb is next to not be its subject: a feminine after دعا, a masculine after دعت?"""
    if agreement is Agreement.PLURAL:
        return True
    gender = gender_at(reading, first)
    if reading.words[first].startswith("ال") and reading.words[first].endswith("ات"):
        gender = Agreement.FEMININE  # وحث المنشآت على
    return gender is not None and gender is not agreement


def may_precede(reading: Reading, first: int, shown: Agreement) -> bool:
    """Can a verb that shows this stand after a subject: السلطات تقول, not يقول; الخبراء يرون?

    Only what a noun shows by its ending or the lexicons know is judged: after كتب and الحرب a verb may be
    feminine.
    """
    word = reading.words[first]
    if word.removeprefix("ال") in particles("number_of") or first in reading.person_at:
        return True
    if is_several(reading, first):
        return shown is Agreement.PLURAL
    gender = gender_at(reading, first)
    if shown is Agreement.FEMININE:
        return gender is not Agreement.MASCULINE
    return gender is not Agreement.FEMININE and not word.endswith("ات")


def gender_at(reading: Reading, first: int) -> Agreement | None:
    """Return the gender of the body, role or country that begins at a token; None of all others."""
    if reading.words[first].removeprefix("ال") in particles("people_in_teh"):
        return None
    known = reading.role_at.get(first) or reading.organization_at.get(first)
    if known is not None:
        ending = reading.source_letter(first)
        return (
            Agreement.FEMININE if ending in "ةت" else Agreement.MASCULINE if known.kind is Kind.ROLE else None
        )
    if first in reading.place_at:
        if reading.place_at[first].last < len(reading.words) and first + 1 < reading.place_at[first].last:
            return None  # صلاح الدين is a province and a man
        return None if reading.words[first] in particles("masculine_lands") else Agreement.FEMININE
    return Agreement.FEMININE if reading.source_letter(first) == "ة" else None
