"""Whether words that no lexicon knows can be somebody's name, where a role stands beside them."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.clitics import Clitic
from rawi.claims.adjuncts import is_addressed
from rawi.claims.reading import Reading, codes

# Plain integers: the operators of IntFlag are ten times slower.
_AND, _WITH = int(Clitic.CONJUNCTION), int(Clitic.BEH)
_CALLINGS = frozenset(("office", "official", "spokesman", "occupation", "kin"))
_SMALL_WORDS = frozenset(("particle", "pronoun", "adverb", "preposition", "verb", "month"))
_SURNAMES = frozenset(("nationality", "place", "either", "qualifier"))


def _may_name(word: str, *, alone: bool) -> bool:
    """Can a word be part of a name: no office or calling, and ``alone`` no noun of the lexicons?"""
    entry = load_vocabulary().entry(word)
    if entry is None or entry.kind in _SURNAMES:
        return True
    return not (
        alone or entry.kind in _CALLINGS or (word.startswith("ال") and entry.kind in ("noun", "crowd"))
    )


def is_name(reading: Reading, first: int, last: int) -> bool:
    """Can unknown words be a name: up to five of no class, no word that points, no article on a lone
    one?"""
    words = reading.words[first:last]
    if not words or len(words) > 5 or any(code != "." for code in reading.tape[first:last]):
        return False
    if len(words) == 1 and words[0].startswith("ال"):
        return False
    place = reading.place_at.get(first)
    land = place is not None and place.value.precision == "country" and first not in reading.person_at
    if place is not None and land and (last <= place.last or place.last in reading.place_at):
        return False  # اتهم الرئيس إيران, not إسرائيل كاتس
    if any(is_addressed(reading, at) for at in range(first + 1, last)):
        return False
    if (
        words[0] in particles("no_name")
        or words[0] in particles("lead")
        or not all(_may_name(word, alone=len(words) == 1) for word in words)
    ):
        return False
    joined = words[0].startswith(("بال", "لل", "وال")) or (
        words[0][:1] in ("و", "ب") and (_joined_place(reading, first) or _joins_noun(reading, first))
    )
    return sum(map(len, words)) > 2 and not joined and not any(word in particles("same") for word in words)


def is_surname(reading: Reading, at: int) -> bool:
    """الدكتور الأحمد: can a definite word that no lexicon knows be a surname right after a title?"""
    word = reading.words[at]
    strange = word.startswith("ال") and load_vocabulary().entry(word) is None and reading.tape[at] == "."
    strange = strange and not word.endswith(("ين", "ون", "ات", "ه"))
    return strange and reading.tape[at + 1 : at + 2] in codes().after_name


def is_defined(reading: Reading, first: int, last: int) -> bool:
    """وصف رئيس المجلس العمل الجماعي: have all words the article, the first not as names have it?"""
    entry = load_vocabulary().entry(reading.words[first])
    known = entry is not None and entry.kind in ("given", "likely", "name")
    return not known and all(word.startswith("ال") for word in reading.words[first:last])


def _joins_noun(reading: Reading, first: int) -> bool:
    """رئيس هيئة الطرق وسكك الحديد: does و join a noun to the one before it, of a body or a role?

    Words of no lexicon are, where the article stands right before them and right after.
    """
    words, vocabulary = reading.words, load_vocabulary()
    entry = vocabulary.entry
    if words[first][:1] != "و" or len(words[first]) < 4:
        return False
    if (known := entry(words[first])) is not None:
        joined = vocabulary.clitics_of(vocabulary.code(words[first])) & _AND
        return bool(joined) and known.kind not in _SMALL_WORDS  # أين in واين
    completed = words[first - 1].startswith("ال") and reading.word(first + 1).startswith("ال")
    return completed or entry(words[first][1:]) is not None


def _joined_place(reading: Reading, at: int) -> bool:
    """Is a word a place or body after a joined letter (بتبوك، بشرطة المدينة)?"""
    vocabulary = load_vocabulary()
    if vocabulary.clitics_of(vocabulary.code(reading.words[at])) & _WITH:
        return True
    one = reading.place_at.get(at) or reading.organization_at.get(at)
    return one is not None and (one.start > reading.text.starts[at] or reading.words[at][:1] == "و")
