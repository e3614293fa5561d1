"""What a word shows of itself where a verb governs it: the object that it needs, a noun after ب or ل."""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.speech import CueVerb, particles
from rawi.arabic.fold import fold
from rawi.arabic.remembering import remember
from rawi.claims.reading import Reading, codes, is_content_noun
from rawi.lexicons.loader import load_entries
from rawi.text.quotations import Quotation

# A noun of the fifth form after لل (للتأكد); without the article it is also a verb (تأكد). Wright I, § 202.
_REFLEXIVE = re.compile(r"للت(?!جار$)\w{3}")
_WITH_REFLEXIVE = re.compile(r"بت(?!ونس$|ركيا$|سعه$)\w{3}")

#: What a verbal noun with a clause of its own tells (إعلان الوزارة أن).
TELLING = frozenset(("announces", "confirms", "admits", "claims", "warns", "stresses", "threatens"))
_RUMOURED = 4  # tokens from a rumour over whose it is to what it says
_DATED = 8  # tokens of a date between whoever speaks and what they say
_OWNED = 8  # tokens from a verbal noun over its owner to its clause


def is_needed(verb: CueVerb, word: str) -> bool:
    """Is a folded word one of the objects that make a verb report (حمّل … المسؤولية), with or without ال
    or a pronoun?"""
    bare, needed = word.removeprefix("ال"), _needed(verb.needs_object)
    if bare in needed or bare[:-1] in needed or bare[:-2] in needed:
        return True
    if not bare.endswith(("ه", "ها", "هم")):
        return False
    owned = bare.removesuffix("ه").removesuffix("ها").removesuffix("هم")  # ثقته, خشيتها
    return owned.endswith("ت") and owned[:-1] + "ه" in needed


@cache
def _needed(words: tuple[str, ...]) -> frozenset[str]:
    """The folded objects that a verb needs."""
    return frozenset(fold(word).removeprefix("ال") for word in words)


@cache
def folded(words: tuple[str, ...]) -> frozenset[str]:
    """Fold a verb's prepositions, for comparison with tokens."""
    return frozenset(map(fold, words))


def object_first(reading: Reading, at: int) -> bool:
    """وجدد التأكيد على أن: does what the verb at ``at`` needs stand where its subject would?"""
    cue = reading.entry(at).cue
    if cue is None or not cue.needs_object:
        return False
    return any(is_needed(cue, word) for word in reading.words[at + 1 : at + 2])


@cache
def _all_prepositions() -> frozenset[str]:
    """The folded prepositions of all verbs."""
    verbs = load_entries("cues.toml", CueVerb)
    return frozenset().union(*(folded(verb.prepositions) for verb in verbs))


def _opens_any(word: str) -> bool:
    """May a word of no class open content after some verb: a verbal noun, with or without the article, what a
    joined ب or ل governs, a preposition? Most words may not, and are not looked at."""
    if word[:1] in ("ب", "ل") or word in _all_prepositions():
        return True
    if word[-1] == "ا" and is_content_noun(word[:-1]):
        return True
    return is_content_noun(word) or is_content_noun(word.removeprefix("ال"))


may_open = remember(_opens_any, 1 << 13)
"""``_opens_any``, remembered."""


def governs(reading: Reading, at: int) -> bool:
    """Is the token a preposition that can govern what follows? Not one with its pronoun (فيه، خلاله)."""
    return reading.tape[at] in codes().preposition and not reading.words[at].endswith(("ه", "ها", "هم", "نا"))


def is_purpose(word: str) -> bool:
    """A verbal noun after a joined ل: للسماح، لوقف."""
    if word.startswith("لل"):
        return (
            bool(_REFLEXIVE.fullmatch(word)) or is_content_noun(word[2:]) or is_content_noun("ال" + word[2:])
        )
    return len(word) > 3 and word[:1] == "ل" and is_content_noun(word[1:])


def is_joined(word: str) -> bool:
    """A word after a joined ب that can head content: with the article, or a verbal noun."""
    if word in particles("adverbial"):
        return False
    if _WITH_REFLEXIVE.fullmatch(word):
        return True
    return word.startswith("بال") or (len(word) > 3 and word[:1] == "ب" and is_content_noun(word[1:]))


def withholds_name(reading: Reading, at: int) -> bool:
    """طلب عدم ذكر اسمه، فضل عدم الكشف عن هويته: a condition of the speaker, not a report."""
    words, withheld = reading.words[at + 1 : at + 5], particles("name_withheld")
    if withheld.isdisjoint(words):
        return False
    return not (
        len(words) > 2 and words[0] not in particles("from") and words[1] in withheld
    )  # شاب اسمه سامي


def belongs_to_noun(reading: Reading, cue: int, at: int) -> bool:
    """قال المدير بعد إعلان الوزارة أن الجسر مغلق, رد على اتهامات بأنه مغلق: is the clause what a verbal noun
    in an adjunct of time or cause reports, or what accusations and rumours say?"""
    for index in range(at - 1, max(cue + 1, at - _RUMOURED), -1):
        rumoured = reading.words[index].removeprefix("ال") in particles("rumour")
        if rumoured and reading.tape[index - 1] in codes().preposition:
            return not reading.source_contains(at, "إ")
    for index in range(at - 1, max(cue + 1, at - _OWNED), -1):
        if reading.tape[index] in codes().any_noun and reading.words[index - 1] in particles("after_which"):
            noun = reading.entry(index).noun
            return noun is not None and noun.stance in TELLING and "clause" in noun.frames
    return False


def is_decided(reading: Reading, cue: int, at: int) -> bool:
    """بعد قرار الوزارة رفع السعر: is a noun what another noun, which a preposition governs, decides?"""
    of = at - 2
    if of <= cue + 1 or reading.words[of] not in particles("takes_deed"):
        return False
    led = reading.tape[of - 1] in codes().preposition or reading.words[of - 1] in particles("after_which")
    return led and reading.words[at - 1].startswith("ال")


def is_another_s(reading: Reading, cue: int, at: int) -> bool:
    """يريد أن, يمكن دائما أن: does another word bring the clause, alone or with an adverb after it?"""
    before = at - 1
    if before - 1 > cue and (reading.tape[before] in codes().adverb or _is_manner(reading, before)):
        before -= 1
    held = reading.tape[before] in codes().preposition  # منذ أمس إن
    bar = particles("bar")
    return reading.words[at - 1] in bar or (reading.words[before] in bar and not held)


def _is_manner(reading: Reading, at: int) -> bool:
    """دائما، فعلا: an adverb of no class."""
    return reading.tape[at] == "." and reading.words[at].endswith("ا") and len(reading.words[at]) > 3


def names_speaker(reading: Reading, cue: int, quotation: Quotation, prepositions: frozenset[str]) -> bool:
    """أعلنت «اللجنة الوطنية للدفاع عن الحريات»، الثلاثاء، عن: is what stands in marks right after a verb who
    speaks, since what the verb needs comes after it?"""
    if quotation.open != cue + 1:
        return False
    c, last = codes(), quotation.close + 1
    for at in range(last, min(last + _DATED, len(reading.words))):
        if reading.tape[at] in c.complementizer or reading.words[at] in prepositions:
            return reading.words[at][:1] not in ("و", "ف")
        dated = reading.tape[at] in c.comma or reading.tape[at] in c.adverb
        if not dated and reading.words[at] not in particles("of_time"):
            return False
    return False


def is_that_not(reading: Reading, at: int) -> bool:
    """Is a token ألا, that is أن لا? What it opens is denied in it: تعهد ألا يغلق المصنع. Not إلا, nor the
    ألا of calls (ألا إنهم) and of namely (ألا وهو)."""
    if reading.words[at] not in particles("that_not") or not reading.source_contains(at, "أ"):
        return False
    after = reading.word(at + 1)
    return not (after.startswith("وه") or reading.tape[at + 1 : at + 2] in codes().complementizer)
