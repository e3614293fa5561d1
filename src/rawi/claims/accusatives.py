"""Signs that a noun after a subject is a verb's object: its case, its owner, its kind."""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles, speech_words
from rawi.arabic.clitics import Clitic
from rawi.arabic.inflection import Agreement
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes, is_content_noun, is_listed

_FULL_NAME = 2  # words
_SHORTEST = 3  # letters of a word that is a body's whole name
_GOES_ON = ("ي", "ات", "ا", "و", "ين")  # ends of words that another completes, or that are no names
_NAMES = frozenset(("given", "likely", "name"))
_DEEDS = frozenset(("group", "union", "alliance"))  # whose nouns are also verbal nouns (تنظيم، اتحاد)
_GROUPS = frozenset(("group", "party", "organisation", "alliance", "company"))
_PEOPLE = frozenset(("office", "occupation", "either", "official", "crowd", "resident", "honorific"))
#: Kinds of nouns of bodies, by which they are called alone.
BODIES = frozenset(("office", "ministry", "municipality", "government", "council", "party", "authority"))
BODIES |= frozenset(("company", "union", "army", "parliament", "court", "police", "committee", "club"))
BODIES |= frozenset(("organisation", "group", "alliance"))
_OFFICES = frozenset(("office", "official", "occupation", "either", "spokesman"))
_THE = int(Clitic.ARTICLE)
_THINGS = frozenset(("site", "feature"))
_ADJECTIVE = re.compile(r"(?:\w\w?ي\w|ا\w\w[^ه]|\wا\w\w|ا[وخ]\wي?|م\w+)ه?")


def is_land(reading: Reading, at: int) -> bool:
    """Does a country or town stand right after somebody's surname (دعا سالم تركيا إلى)?"""
    place = reading.place_at.get(at)
    return place is not None and place.start == reading.text.starts[at] and not reading.inside_names[at]


def is_body(reading: Reading, at: int) -> bool:
    """دعت مملكة الزعفران مجلس الأمن: does a body without an article begin after a definite noun?"""
    body = reading.organization_at.get(at)
    if body is None or body.start != reading.text.starts[at]:
        return False
    return reading.words[at - 1].startswith("ال") and not reading.words[at].startswith("ال")


def is_office(reading: Reading, at: int) -> bool:
    """Is a word the noun of an office or calling?"""
    entry = load_vocabulary().entry(reading.words[at])
    return entry is not None and entry.kind in _OFFICES


def heads_body(reading: Reading, at: int) -> bool:
    """مكتب النجار: does the noun of a body stand at a token, without an article, before its owner?"""
    return load_vocabulary().code(reading.words[at]) in _bodies() and at not in reading.role_at


@cache
def _bodies() -> frozenset[str]:
    """Return the codes of nouns of bodies without an article: مكتب, حكومة, حملة."""
    return load_vocabulary().codes("{?head|weak:noal}")


def is_called_upon(reading: Reading, start: int, at: int) -> bool:
    """طالب العمال المدير, دعا رئيس الحزب الحكومة إلى: is a role or body after the subject who is called upon?

    After a definite plural of people it is with any verb, after others with a verb of calling.
    """
    word = reading.words[at]
    if at == start + 1 and _is_construct(reading, at) and calls(reading, start):  # المحتجون إدارة السوق
        return _is_crowd(reading.words[start], calling=False)
    one = load_vocabulary().entry(word)
    calling = calls(reading, start)
    if one is not None and one.kind == "force":  # اتهم المجلس المحلي | القوات التركية
        return calling and at > start + 1 and at in reading.name_ends and at in reading.organization_at
    if one is None or one.plural or one.kind not in BODIES or not _is_bare(reading, at):
        return False
    noun = word.startswith("ال") and not word.endswith("يه")  # not مكتب الشؤون الخارجية
    if calling and noun and _is_named_body(reading, start, at):
        return True
    if calling and at in reading.name_ends and at > start + 1:
        return word.startswith("ال") or at in reading.organization_at
    if calling and at == start + 1 and word.startswith("ال") and one.kind != "municipality":
        head = load_vocabulary().entry(reading.words[start])
        if head is not None and head.kind in BODIES and reading.words[start].startswith("ال"):
            return True  # دعت الأحزاب الحكومة إلى, not الهيئة البلدية
    return _is_crowd(reading.words[start], calling=calling) and (at == start + 1 or word.startswith("ال"))


def _is_named_body(reading: Reading, start: int, at: int) -> bool:
    """اتهم تنظيم الراية | الشرطة, اتهمت جماعة سهم | الجيش: is what stands before a body the name of one?"""
    if at == start + 2 and heads_body(reading, start) and reading.words[start + 1].startswith("ال"):
        return True
    return ends_unknown_body(reading, start, at)


def ends_unknown_body(reading: Reading, start: int, at: int) -> bool:
    """جماعة سهم, حركة نور: does a group's noun with one word that may be its name end before a token? Not
    جماعة ضباط, جماعة موظفي, which go on."""
    if at != start + 2 or not heads_body(reading, start):
        return False
    entry, name = load_vocabulary().entry(reading.words[start]), reading.words[start + 1]
    if entry is None or entry.kind not in _GROUPS or reading.tape[start + 1] != "." or len(name) < _SHORTEST:
        return False
    known = load_vocabulary().entry(name)
    plain = known is None or known.kind in _NAMES
    return plain and not (is_content_noun(name) or name.startswith("ال") or name.endswith(_GOES_ON))


def begins_group(reading: Reading, at: int) -> bool:
    """نفى تنظيم الراية خسارة القرية: is a verbal noun right after a verb the noun of a body, since another
    follows it and its name? Not أعلنت تنظيم الدورة, where the verb is a woman's."""
    if not at or reading.tape[at - 1] not in codes().verb or at + 2 >= len(reading.words):
        return False
    entry = load_vocabulary().entry(reading.words[at])
    if entry is None or entry.kind not in _DEEDS or reading.entry(at - 1).agreement is Agreement.FEMININE:
        return False
    told = is_content_noun(reading.words[at + 2]) and reading.tape[at + 2] not in codes().preposition
    return told and reading.words[at + 1].startswith("ال")


def _is_construct(reading: Reading, at: int) -> bool:
    """Does a noun without an article that a definite one completes stand at a token (إدارة السوق)?"""
    word = reading.words[at]
    if (
        word.startswith("ال")
        or word[:1] in ("و", "ف", "ب", "ل")
        or word[-1] == "ا"
        or reading.tape[at] != "."
    ):
        return False
    completed = at + 1 < len(reading.words) and reading.word(at + 1).startswith("ال")
    return completed and word != "غير" and word not in particles("same")


def _is_bare(reading: Reading, at: int) -> bool:
    """Is nothing joined before a token but its article?"""
    vocabulary = load_vocabulary()
    return vocabulary.clitics_of(vocabulary.code(reading.words[at])) in (0, _THE)


def _is_crowd(head: str, *, calling: bool) -> bool:
    """Is a word a definite plural of people? Unknown women in ات are only with a verb of calling."""
    if not head.startswith("ال"):
        return False
    entry = load_vocabulary().entry(head)
    if head.removeprefix("ال") in particles("several") or (head.endswith("ون") and len(head) > 5):
        return True
    if entry is not None:
        return entry.plural and entry.kind in _PEOPLE
    return calling and head.endswith("ات") and len(head) > 5


def calls(reading: Reading, start: int) -> bool:
    """Does a verb of calling upon somebody stand right before the subject?"""
    entry = reading.entry(start - 1) if start and reading.tape[start - 1] in codes().verb else None
    if entry is None or entry.cue is None:
        return False
    return folded_name(entry.cue.form) in particles("calls_whom")


@cache
def is_thing(word: str) -> bool:
    """Is a word a definite noun for a thing or deed (الرحيل، الحقل), so that no person is called by it?

    Words of the shapes of adjectives (الأخير، الأخضر، التاسع) are only where the lexicons tell.
    """
    entry, bare = load_vocabulary().entry(word), word.removeprefix("ال")
    if entry is None or bare == word:
        return False
    if entry.kind in _THINGS or is_listed(bare):
        return True
    return entry.kind == "noun" and not _ADJECTIVE.fullmatch(bare)


def follows_name(reading: Reading, start: int, at: int) -> bool:
    """دعا سامي الأتراك إلى, تتهم الساكنة المجالس ب: does a definite plural of people or bodies, which can be
    no part of a name, come right after a first name or after the subject of a verb of calling?"""
    word, vocabulary = reading.words[at], load_vocabulary()
    if vocabulary.code(word) not in _many() or not word.startswith("ال") or word.endswith("ون"):
        return False
    head = reading.words[start]
    named = vocabulary.code(head) in first_names() and at not in reading.role_at
    return named or (head.startswith("ال") and calls(reading, start))


@cache
def _many() -> frozenset[str]:
    """Return the codes of definite plurals of people and bodies."""
    return load_vocabulary().codes("{?nationals|many|heads:al}")


def is_completed(reading: Reading, at: int) -> bool:
    """Is a token one that هذه completes: بعض هذه المصانع, أصحاب هذه المصانع?"""
    word = reading.words[at]
    return word in particles("number_of") or not (word.endswith("ون") or word.startswith("ال"))


def is_past_name(reading: Reading, start: int, at: int) -> bool:
    """Is what stands after a name no part of it: who is called upon, a land, a deed that is told?"""
    return reading.words[at] in particles("called") or is_land(reading, at) or _is_deed(reading, start, at)


def _is_deed(reading: Reading, start: int, at: int) -> bool:
    """انتقد سالم دعوة المجلس, أكدت مصادر رسمية مقتل: is a verbal noun after a name or a role what is told,
    not a part of it (وسائل إعلام, داخلية مقاطعة الوادي)?"""
    word, entry = reading.words[at], load_vocabulary().entry(reading.words[at])
    if not is_content_noun(word) or (entry is not None and entry.kind != "noun"):
        return False
    described = at - start > 1 and reading.words[at - 1].endswith(("ي", "يه", "ون"))
    return described or reading.is_definite(at - 1) or at - 1 in reading.surnames


def ends_name(reading: Reading, start: int, at: int) -> bool:
    """انتقد سلفان روك موقف الحزب, دعت الزعفران مجلس الأمن: does a noun follow a name, a body a country?"""
    place = reading.place_at.get(start)
    if place is not None and place.last == at:
        body = reading.organization_at.get(at)
        return body is not None and body.start == reading.text.starts[at]
    vocabulary, word = load_vocabulary(), reading.words[at]
    if at - start < _FULL_NAME or word.startswith("ال") or reading.inside_names[at]:
        return False
    head, entry = reading.words[start], vocabulary.entry(word)
    if entry is not None and entry.kind == "noun" and vocabulary.code(head) in first_names():
        return True
    if at - start > _FULL_NAME or head.startswith("ال") or not is_land(reading, at):
        return False
    return calls(reading, start) and not any(map(vocabulary.entry, reading.words[start:at]))


@cache
def first_names() -> frozenset[str]:
    """Return the codes of words known from names, nothing joined to them."""
    return load_vocabulary().codes("{?given|likely|name:bare}")


def is_owned(word: str) -> bool:
    """وعدت المملكة مواطنيها: does a word end with somebody's pronoun, so that it is the object?"""
    return len(word) > 4 and word.endswith(("ها", "هم", "هما")) and word not in particles("in_its_name")


def is_his(reading: Reading, at: int, shortest: int = 5) -> bool:
    """أبدى العليان سعادته: does the source write the pronoun, not ة, at the end of a word without article?"""
    word = reading.words[at]
    return len(word) >= shortest and reading.source_letter(at) == "ه" and not word.startswith("ال")


def is_people(reading: Reading, at: int) -> bool:
    """Does a new phrase for people without a name begin (دعت غرفة العمليات سكان المدينة)?"""
    role = reading.role_at.get(at)
    return (
        role is not None and role.value.kind == "anonymous" and not reading.words[at].startswith(("و", "ال"))
    )


def is_object(head: str, word: str) -> bool:
    """طالبت الحركة الفلسطينيين بـ: a plural in ـين after a definite subject cannot agree with it, so is
    its object; nor can a definite noun after a plural without an article (يتهم معارضون الوزير)."""
    if head.endswith("ون") and len(head) > 4 and not head.startswith("ال") and word.startswith("ال"):
        return True
    return head.startswith("ال") and word.startswith("ال") and word.endswith("ين") and len(word) > 5


def is_measured(reading: Reading, at: int) -> bool:
    """سجلت الشركة ارتفاعا: a verbal noun in the accusative is the object."""
    word = reading.words[at]
    if len(word) < 4 or not word.endswith("ا"):
        return False
    if len(word) == 4:  # فوزا
        return is_listed(word[:-1])
    thing = speech_words().entries.get(word[:-1])  # بيانا
    return is_content_noun(word[:-1]) or (thing is not None and thing.noun is not None)
