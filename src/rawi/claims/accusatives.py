"""Signs that a noun after a subject is a verb's object: its case, its owner, its kind."""

from __future__ import annotations

from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles, speech_words
from rawi.claims.reading import Reading, is_content_noun

_FULL_NAME = 2  # words


def is_land(reading: Reading, at: int) -> bool:
    """Does a country or town stand right after somebody's surname (دعا سالم تركيا إلى)?"""
    place = reading.place_at.get(at)
    return place is not None and place.start == reading.text.starts[at] and not reading.inside_names[at]


def is_completed(reading: Reading, at: int) -> bool:
    """Is a token one that هذه completes: بعض هذه المصانع, أصحاب هذه المصانع?"""
    word = reading.words[at]
    return word in particles("number_of") or not (word.endswith("ون") or word.startswith("ال"))


def ends_name(reading: Reading, start: int, at: int) -> bool:
    """انتقد سلفان روك موقف الحزب, دعت الزعفران مجلس الأمن: does a noun follow a name, a body a country?"""
    place = reading.place_at.get(start)
    if place is not None and place.last == at:
        body = reading.organization_at.get(at)
        return body is not None and body.start == reading.text.starts[at]
    vocabulary, word = load_vocabulary(), reading.words[at]
    if at - start < _FULL_NAME or word.startswith("ال"):
        return False
    entry = vocabulary.entry(word)
    named = vocabulary.code(reading.words[start]) in first_names()
    return named and entry is not None and entry.kind == "noun" and not reading.inside_names[at]


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
    if len(word) < 5 or not word.endswith("ا"):
        return False
    thing = speech_words().entries.get(word[:-1])  # بيانا
    return is_content_noun(word[:-1]) or (thing is not None and thing.noun is not None)
