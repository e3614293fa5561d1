"""What a relative pronoun stands for: المتحدث الذي قال، وكالة الأنباء الرسمية التي أعلنت."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.claims.agreement import gender_at, is_several
from rawi.claims.endings import qualifies
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation

_NAME = 20  # tokens; no name or role is longer
_ADJECTIVES = 5  # definite words before the pronoun
_PRONOUNS = {"الذي": Agreement.MASCULINE, "التي": Agreement.FEMININE, "الذين": Agreement.PLURAL}


def find_antecedent(reading: Reading, at: int, agreement: Agreement | None = None) -> Subject | None:
    """In المتحدث الذي قال إن the subject is the phrase before the relative pronoun, if the verb agrees with
    it: not in الأصول التي يرون أنها تضر. ``agreement`` is that of a verb which is none of reporting."""
    c, tape = codes(), reading.tape
    index = at - 1
    while index > 0 and tape[index] in c.auxiliary:
        index -= 1
    if index <= 0 or tape[index] not in c.relative:
        return None
    if reading.word(at + 1) in particles("resumes"):  # الذي أعلنت فيه البلدية
        return None
    pronoun = _PRONOUNS.get(reading.words[index].removeprefix("و"))
    if pronoun is not None and pronoun is not (agreement or reading.entry(at).agreement):
        return None
    end = index if tape[index - 1] not in c.comma else index - 1
    quotation = reading.closing_at.get(end - 1)
    if quotation is not None:  # شركة السفن «الفجر» التي قالت
        end = quotation.open
    return _named(reading, end, pronoun) or _phrase(reading, end, pronoun)


def find_accuser(reading: Reading, at: int) -> Subject | None:
    """بريطانيا التي اتهمت روسيا ب: right after a relative pronoun a verb of accusing that has no pronoun of
    its own has what follows for its object, or there would be one (التي اتهمتها روسيا)."""
    cue = reading.entry(at).cue
    if cue is None or cue.stance != "accuses" or reading.tape[at] in codes().verb_object:
        return None
    return find_antecedent(reading, at) if reading.tape[at - 1] in codes().relative else None


def _named(reading: Reading, end: int, pronoun: Agreement | None) -> Subject | None:
    """The name, role or body that ends at a token; حكومة سالم الذي means the second."""
    for names in (reading.people, reading.roles, reading.organizations):
        for span in names.beginning_in(end - _NAME, end):
            if span.last == end and not _is_other(reading, span, pronoun):
                return Subject(((span.first, span.last),))
    return None


def _is_other(reading: Reading, span: Annotation, pronoun: Agreement | None) -> bool:
    """Is the gender of a body or role another than the pronoun's?"""
    if pronoun not in (Agreement.MASCULINE, Agreement.FEMININE) or span.first in reading.person_at:
        return False
    gender = gender_at(reading, span.first)
    return gender is not None and gender is not pronoun


def _phrase(reading: Reading, end: int, pronoun: Agreement | None) -> Subject | None:
    """The noun that ends at a token, its adjectives, and the noun that it completes: مشروع القانون الجديد.

    Where only one of the two has the gender of the pronoun, it is meant.
    """
    words = reading.words
    if end <= 0 or not _is_word(reading, end - 1) or words[end - 1] in particles("occasion"):
        return None
    if end in reading.date_ends:  # في يناير الماضي، الذي
        return None
    first = end - 1
    while first > end - _ADJECTIVES and _is_adjective(reading, first):
        first -= 1
    if first > 0 and first in reading.name_ends and qualifies(words[first]):
        name = _named(reading, first, pronoun)
        return Subject(((name.first, end),)) if name is not None else None  # فريق الفجر الشرقي الذي
    head = first - 1
    if words[first].startswith("ال") and _is_head(reading, head) and _fits(reading, head, pronoun):
        first = head
    return Subject(((first, end),), words[first].startswith(("بال", "لل")))


def _is_adjective(reading: Reading, at: int) -> bool:
    """Does a definite adjective stand after its noun: الرسمية, not الأنباء in سمع الناس الأنباء?"""
    word, before = reading.words[at], reading.words[at - 1]
    definite = before.startswith(("ال", "وال", "بال", "لل"))
    return definite and _is_word(reading, at - 1) and word.startswith("ال") and qualifies(word)


def _is_head(reading: Reading, at: int) -> bool:
    """Is a word without an article before a definite one a noun, not a verb: قوانين in من قوانين السوق?"""
    word = reading.words[at]
    if word in particles("but") or word in particles("starter") or word.startswith("و"):
        return False
    if not _is_word(reading, at) or word.startswith(("ال", "وال", "بال", "لل")):
        return False
    if word.endswith(("ا", "و", "ي")) or reading.source_letter(at) == "ه":  # أحبوا, قرأها
        return False
    entry = load_vocabulary().entry(word)
    known = reading.tape[at] != "." or (entry is not None and entry.kind != "verb")
    return known or reading.tape[at - 1] in codes().preposition


def _is_word(reading: Reading, at: int) -> bool:
    """Can a token be a noun or an adjective?"""
    return at >= 0 and (reading.tape[at] == "." or reading.tape[at] in codes().noun)


def _fits(reading: Reading, at: int, pronoun: Agreement | None) -> bool:
    """Can the pronoun stand for a noun, by its ending: التي for الشركة and القوانين, الذي not for الشركة?"""
    if pronoun is Agreement.PLURAL:
        return reading.words[at] in particles("number_of") or is_several(reading, at)
    feminine = reading.source_letter(at) == "ة" or reading.words[at].endswith("ات")
    return not (pronoun is Agreement.MASCULINE and feminine)
