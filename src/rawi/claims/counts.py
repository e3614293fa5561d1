"""Numbers that another gives where the sentence turns to them: فيما قدرهم المرصد ب23."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement, object_forms, past_forms, present_forms
from rawi.claims.accusatives import BODIES
from rawi.claims.adjuncts import passes_on, past_asides
from rawi.claims.reading import Reading, codes, is_content_noun
from rawi.claims.relatives import find_antecedent
from rawi.claims.subjects import Subject, find_subject
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.annotation import Annotation

_GAP = 5  # tokens from a claimant to the number
_PARTICLE = 2  # letters: من is also the genitive of a body's short name
_SUBJECT = 12  # tokens of a claimant with all that is told of them
_JOINED = ("", "و", "ف")
#: Nouns of people and bodies that give numbers; no club (سجل النادي هدفين) and no paper.
_CLAIMANTS = BODIES - {"club"} | frozenset(
    ("office", "occupation", "official", "spokesman", "witness", "source", "hospital", "resident", "agency")
)


class CountVerb(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A verb of ``count_verbs.toml``; the file's header says what each field means."""

    form: str
    imperfect: str
    example: str
    leads: tuple[str, ...] = ()
    bare: bool = False
    total: bool = False
    topic: bool = False
    note: str | None = None


class Inflected(msgspec.Struct, frozen=True, gc=False):
    """A form of such a verb; ``has_object`` where the pronoun of the counted is joined to it (قدرهم)."""

    verb: CountVerb
    agreement: Agreement
    has_object: bool


class Count(msgspec.Struct, frozen=True, gc=False):
    """A number of another's: its verb by token, who gives it, where the words with the number begin; ``end``
    where they end in a relative clause, which holds the number alone."""

    verb: int
    subject: Subject
    agreement: Agreement
    start: int
    end: int | None = None


@cache
def _verbs() -> dict[str, Inflected]:
    """Return the folded forms of the verbs, alone and after و and ف, with and without an object."""
    found: dict[str, Inflected] = {}
    for verb in load_entries("count_verbs.toml", CountVerb):
        for form, agreement in (*past_forms(verb.form), *present_forms(verb.imperfect)):
            for joined in _JOINED:
                found.setdefault(joined + fold(form), Inflected(verb, agreement, has_object=False))
                for owned in object_forms(form):
                    found.setdefault(joined + fold(owned), Inflected(verb, agreement, has_object=True))
    return found


@cache
def _totals() -> frozenset[str]:
    """Return the folded nouns that head a count, with the article and without: الحصيلة، عدد."""
    nouns = {fold(row["word"]) for row in load_table("counting.tsv") if row["role"] == "total"}
    return frozenset(article + noun for noun in nouns for article in ("", "ال"))


def contrast_start(reading: Reading, at: int) -> int | None:
    """Return where a turn to another begins whose word is at a token: at في of في حين; None for no such turn.

    إلا and غير are only with أن after them, حين and المقابل only with a preposition before them.
    """
    word = reading.words[at]
    if word not in particles("contrast"):
        return None
    if word in ("الا", "غير"):
        return at if reading.tape[at + 1 : at + 2] in codes().complementizer else None
    if word in ("حين", "المقابل"):
        return at - 1 if at and reading.tape[at - 1] in codes().preposition else None
    return at


def find_count(reading: Reading, at: int, limit: int) -> Count | None:
    """Return the number of another's after a turn to them, the word of which is at a token; None for none."""
    c, tape, first = codes(), reading.tape, at + 1
    while first < limit and (tape[first] in c.complementizer or tape[first] in c.auxiliary):
        first += 1
    if first < limit and tape[first] in c.comma:  # في المقابل، أحصت النقابة
        first += 1
    if first + 2 >= limit:
        return None
    if (found := _verbs().get(reading.words[first])) is not None:
        return _after_verb(reading, first, found, limit)
    return _before_verb(reading, first, limit)


def find_told_count(reading: Reading, verb: int, limit: int) -> Count | None:
    """Return the number that the subject of a verb at a token gives; None if it is no verb of counting or
    opens no clause.

    It opens one at the head of a sentence (وأحصت النقابة 23), after a comma with و, after بعدما, and, with
    the pronoun of the counted, after a relative pronoun (الخسائر التي قدرتها الغرفة ب30 مليونا). Without the
    pronoun it is told of the noun before (الغرفة التي تتحدث عن 23).
    """
    found = _verbs().get(reading.word(verb))
    if found is None:
        return None
    if reading.words[verb - 1] in particles("relative_who") and not found.has_object:
        return _of_antecedent(reading, verb, found, limit)
    return _after_verb(reading, verb, found, limit) if _opens(reading, verb, found) else None


def _opens(reading: Reading, verb: int, found: Inflected) -> bool:
    """Does a verb of counting open its clause?"""
    c, tape, before = codes(), reading.tape, verb - 1
    first = reading.text.sentence_of(verb)[0]
    while before >= first and tape[before] in c.auxiliary:
        before -= 1
    if before < first:
        return not found.verb.topic
    if tape[before] in c.comma:
        return reading.words[before + 1][:1] == "و"
    if reading.words[before] in particles("lead") or reading.words[before] in particles("after_that"):
        return True
    return tape[before] in c.relative and found.has_object and not reading.words[before].endswith("ما")


def find_count_turn(reading: Reading, start: int, at: int, limit: int) -> int | None:
    """Return where the clause from ``start`` ends if another gives a number from token ``at`` on: at a turn
    to them, or at a comma before وأحصت النقابة 23; None if it goes on."""
    begun = contrast_start(reading, at)
    if begun is not None:
        return begun if begun > start and find_count(reading, at, limit) is not None else None
    told = reading.tape[at] in codes().comma and find_told_count(reading, at + 1, limit) is not None
    return at if told else None


def counting_verbs() -> AbstractSet[str]:
    """Return the folded words that may be verbs of counting."""
    return _verbs().keys()


def _after_verb(reading: Reading, verb: int, found: Inflected, limit: int) -> Count | None:
    """فيما تحدثت النقابة عن 23: the verb, who gives the number, the number."""
    number = _number_after(reading, verb + 1, min(limit, verb + 1 + _SUBJECT + _GAP))
    if number is None:
        return None
    subject = find_subject(reading, verb + 1, _lead_at(reading, found.verb, verb + 2, number), at_once=True)
    if subject is None or not names_claimant(reading, subject.first) or subject.last > number.first:
        return None
    return _given(reading, verb, found, subject, subject.last, _changed_to(reading, found.verb, number))


def _of_antecedent(reading: Reading, verb: int, found: Inflected, limit: int) -> Count | None:
    """النقابة التي تتحدث عن 23: who gives the number, a relative pronoun, the verb, the number."""
    subject = find_antecedent(reading, verb, found.agreement)
    number = _number_after(reading, verb + 1, min(limit, verb + 1 + _GAP))
    if subject is None or number is None or not names_claimant(reading, subject.first):
        return None
    return _given(reading, verb, found, subject, verb + 1, number)


def _before_verb(reading: Reading, first: int, limit: int) -> Count | None:
    """أما النقابة فتحدثت عن 23: who gives the number, the verb, the number."""
    for verb in range(first + 1, min(limit, first + _SUBJECT)):
        if reading.tape[verb] in codes().closes and reading.words[verb] not in _verbs():
            return None
        if (found := _verbs().get(reading.words[verb])) is None or reading.in_names[verb]:
            continue
        subject = find_subject(reading, first, verb, at_once=True)
        if subject is None or subject.last < verb or not names_claimant(reading, subject.first):
            return None
        number = _number_after(reading, verb + 1, min(limit, verb + 1 + _GAP))
        return None if number is None else _given(reading, verb, found, subject, verb + 1, number)
    return None


def _given(
    reading: Reading, verb: int, found: Inflected, subject: Subject, start: int, number: Annotation
) -> Count | None:
    """Return the count if the words from ``start`` lead from the verb to the number as the verb needs."""
    start = _past_adjuncts(reading, start, number.first)
    c, between = codes(), range(start, number.first)
    if len(between) > _GAP or any(
        reading.tape[at] in c.narrated or reading.tape[at] in c.comma or reading.tape[at] in c.negation
        for at in between
    ):
        return None
    if not _leads(reading, found.verb, start, number) or _is_no_count(reading, number, found.verb, subject):
        return None
    total = found.has_object or any(reading.words[at] in _totals() for at in between)
    if found.verb.total and not total:
        return None
    if found.verb.topic and any(not _is_of_number(reading, at) for at in range(start + 1, number.first)):
        return None
    own = start < number.first and reading.words[start] in _folded(found.verb.leads)
    alone = reading.tape[verb - 1] in c.relative
    return Count(verb, subject, found.agreement, start + own, number.last if alone else None)


def _changed_to(reading: Reading, verb: CountVerb, number: Annotation) -> Annotation:
    """خفضت النقابة الحصيلة من 14 إلى 12: of a number that is changed the one to which; else the number."""
    if not verb.total or reading.words[number.first - 1] not in particles("out_of"):
        return number
    after = reading.quantities.beginning_in(number.last, number.last + 2)
    led = after and reading.words[after[0].first - 1] in _folded(verb.leads)
    return after[0] if led else number


def _is_of_number(reading: Reading, at: int) -> bool:
    """Does a word before a number tell what befell the counted, or of their count: مقتل، عدد، أكثر من?"""
    word = reading.words[at]
    return is_content_noun(word) or word in _totals() or reading.tape[at] in codes().preposition


def _past_adjuncts(reading: Reading, start: int, end: int) -> int:
    """Step over في مايو الماضي, من جهتها between a claimant and what they tell."""
    at = past_asides(reading, start, end)
    while at + 1 < end and reading.tape[at] in codes().preposition:
        if at + 1 in reading.date_at:
            at = reading.date_at[at + 1].last
        elif reading.words[at + 1] in particles("for_his_part"):
            at += 2
        else:
            break
    return min(at, end)


def _leads(reading: Reading, verb: CountVerb, start: int, number: Annotation) -> bool:
    """Does the preposition of a verb lead to the number, or may the number be its object?"""
    leads = _folded(verb.leads)
    if any(reading.words[at] in leads for at in range(start, number.first)):
        return True
    if "ب" in leads and any(reading.words[at][:1] == "ب" for at in range(start, number.first + 1)):
        return True
    return verb.bare and not any(reading.tape[at] in codes().preposition for at in range(start, number.first))


def _lead_at(reading: Reading, verb: CountVerb, first: int, number: Annotation) -> int:
    """Return the token at which the preposition of a verb begins to lead to a number, else the number's."""
    leads = _folded(verb.leads)
    for at in range(first, number.first):
        joined = "ب" in leads and reading.words[at][:1] == "ب" and at not in reading.organization_at
        if verb.total and reading.words[at] in _totals() and not reading.inside_names[at]:
            return at  # خفض الدفاع المدني حصيلة القتلى
        if (reading.words[at] in leads or joined) and not reading.inside_names[at]:
            return at
        if (
            verb.bare
            and reading.heads_content(at)
            and reading.is_definite(at - 1)
            and not reading.in_names[at]
        ):
            return at  # وثق المرصد نزوح 23 عائلة
    return number.first


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    """Return words as a text is folded."""
    return frozenset(map(fold, words))


def _is_no_count(reading: Reading, number: Annotation, verb: CountVerb, subject: Subject) -> bool:
    """رصدت البلدية 3 ملايين دينار, ترصد الصحيفة ثلاثة أسباب: money that is set aside, a medium's own list."""
    if verb.form != "رصد":
        return False
    return (
        number.value.unit is not None or number.value.counted_at is None or passes_on(reading, subject.first)
    )


def _number_after(reading: Reading, first: int, last: int) -> Annotation | None:
    """Return the first number that begins in a token range, before any stop."""
    quantities = reading.quantities
    found = quantities.beginning_in(first, last)
    if not found:
        return None
    stops = codes().end
    return None if any(reading.tape[at] in stops for at in range(first, found[0].first)) else found[0]


def names_claimant(reading: Reading, at: int) -> bool:
    """Is a body, a person or people named at a token who may give numbers: المرصد, not متوسط الكلفة?"""
    if reading.tape[at] in codes().quote and at + 1 < len(reading.words):
        at += 1  # وأحصى «مرصد الوديان» 97 قتيلا
    if at in reading.person_at or at in reading.organization_at:
        return True
    entry = load_vocabulary().entry(reading.words[at])
    if entry is not None and entry.kind in _CLAIMANTS and len(reading.words[at]) > _PARTICLE:
        return True
    named = _common().get(reading.words[at], ())  # الدفاع المدني
    return any(tuple(reading.words[at : at + len(name)]) == name for name in named)


@cache
def _common() -> dict[str, list[tuple[str, ...]]]:
    """Return the folded names of bodies that are called by common nouns, by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in load_table("common_bodies.tsv"):
        name = tuple(fold(row["word"]).split())
        found.setdefault(name[0], []).append(name)
    return found
