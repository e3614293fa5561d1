"""Subjects that stand before their verb: لكن الوزارة أكدت، أن الدراسة أوضحت."""

from __future__ import annotations

from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import adjacent_verbs, nouns_too, particles
from rawi.claims.agreement import may_precede
from rawi.claims.antecedents import heads_sentence
from rawi.claims.reading import Opening, Reading, codes
from rawi.claims.subjects import Subject, find_subject

_LONGEST = 16  # tokens of a subject and its adjuncts before the verb


def find_topic(reading: Reading, at: int, sentence: tuple[int, int]) -> Subject | None:
    """A subject before its verb: after كان or أن, or at the head of the sentence (الوزارة أكدت أن)."""
    c, tape = codes(), reading.tape
    index = at - 1
    while index > sentence[0] and tape[index] in c.auxiliary:
        index -= 1
    if tape[at] in c.verb_joined or index < sentence[0]:
        return None
    start = _clause_start(reading, index, sentence[0])
    heads = reading.words[start] in particles("in_this")  # أن الجانب الآخر قال, not وأضاف في هذا الجانب
    subject = find_subject(reading, start, index + 1, at_once=heads) if start <= index else None
    if subject is None:
        return None
    after_verb = start > sentence[0] and tape[start - 1] in c.auxiliary
    was = after_verb and reading.words[start - 1] in particles("was")
    if subject.last != index + 1:  # كان المجلس الأعلى للسدود قد أعلن
        return subject if after_verb and _is_passed(reading, subject, index + 1, at, was=was) else None
    if after_verb and index + 1 < at:
        return subject  # كان المجلس قد أعلن: nothing but a subject stands there
    if start == sentence[0] and heads_sentence(reading, subject, at):
        return subject
    led = start > sentence[0] and (was or reading.words[start - 1] in _leads())
    if _is_known(reading, subject, led=led) or (led and _is_led(reading, subject, at, was=was)):
        return subject
    return None


def is_heading(reading: Reading, at: int, opening: Opening) -> bool:
    """مساعدة القرى قالت هند الخالدي، رئيسة اللجنة، إنها: does a verb that takes no hearer have its subject
    after it, so that what stands before it is a heading?"""
    after = find_subject(reading, at + 1, opening.subject_end) if opening.start > at + 1 else None
    if after is None or after.first != at + 1:
        return False
    return at + 1 in reading.person_at or any(first in reading.role_at for first, _ in after.parts)


def _is_passed(reading: Reading, subject: Subject, end: int, at: int, *, was: bool) -> bool:
    """كانت وحدة الإسعاف في الوادي قد اتهمت: do adjuncts alone stand between a subject and قد?"""
    if set(reading.words[end:at]) != {"قد"} or not _begins_noun(reading, subject.first, led=was):
        return False
    return not reading.people.beginning_in(subject.last, end)


def _is_known(reading: Reading, subject: Subject, *, led: bool) -> bool:
    """Does a name or a role begin a phrase, or stand in one that a noun begins: not in غادر الحارس?"""
    names = (reading.people, reading.roles, reading.organizations)
    found = [one.first for name in names for one in name.beginning_in(subject.first, subject.last)]
    if not found:
        place = subject.first in reading.place_at and _is_phrase(reading, subject)
        return place or subject.last in reading.name_ends
    named = min(found) == subject.first or _begins_noun(reading, subject.first, led=led)
    return named and not _holds_clause(reading, subject)


def _is_led(reading: Reading, subject: Subject, at: int, *, was: bool) -> bool:
    """لكن منتقديه يشيرون، أن عائلة القتيل قالت: must a phrase after such a word be the subject?

    A verb that need not report does so if a document or somebody in office is its subject (لكن البيان ذكر).
    """
    first = subject.first
    if reading.words[first] in _pointing() or not _is_phrase(reading, subject):
        return False
    if not _speaks(reading, first, at) or not may_precede(reading, first, reading.entry(at).agreement):
        return False
    return _begins_noun(reading, first, led=was or reading.words[first - 1] in particles("inna"))


@cache
def _pointing() -> frozenset[str]:
    """هذا, هناك: words that begin a sentence and name nobody."""
    return particles("starter") | particles("pointing") | particles("that_which")


def _begins_noun(reading: Reading, first: int, *, led: bool) -> bool:
    """Is the word a noun, by what it shows or by what leads to it: رغم أن, not بعد أن nor a first إن (if)?"""
    if _is_noun(reading, first):
        return True
    word, before = reading.words[first], reading.words[first - 1]
    if not led or word.startswith(("ي", "ت")) or reading.tape[first - 2] in codes().preposition:
        return False
    if word in nouns_too():  # لأن طلب السكان
        return True
    conditional = before == "ان" and first - 1 == reading.text.sentence_of(first)[0]
    return not conditional and load_vocabulary().entry(word) is None


def _speaks(reading: Reading, first: int, at: int) -> bool:
    """Does a verb after a subject that no annotator knows report, outside all quotations?"""
    cue = reading.entry(at).cue
    if cue is None or reading.outer_quotation(at) is not None or cue.form in adjacent_verbs():
        return False
    if cue.hearer and reading.word(at + 1).startswith("ب"):  # أن رجلا اتهم بالسرقة
        return False
    known = first in reading.role_at or reading.tape[first] in codes().noun
    return cue.strength == "strong" or known


@cache
def _leads() -> frozenset[str]:
    """The words after which a subject and then its verb stand: لكن، أن."""
    return particles("but") | particles("inna")


def _is_phrase(reading: Reading, subject: Subject) -> bool:
    """Can the words be one noun phrase? After a definite noun only definite words can follow (الوزير رفض)."""
    words, inside = reading.words, reading.inside_names
    return not _holds_clause(reading, subject) and all(
        inside[at] or words[at].startswith(("ال", "ل")) or not words[at - 1].startswith("ال")
        for at in range(subject.first + 1, subject.last)
    )


@cache
def _before_clauses() -> frozenset[str]:
    """The words that bring a clause."""
    return particles("brings_clause") | particles("that_which")


def _holds_clause(reading: Reading, subject: Subject) -> bool:
    """الحارس يحمل الباب, مواقع البيع بعدما: does a clause begin among the words?"""
    words, clauses = reading.words, _before_clauses()
    for at in range(subject.first + 1, subject.last):
        if reading.tape[at] in codes().paren:
            return False
        clause = words[at] in clauses or (words[at].startswith(("ي", "ت")) and _is_present(reading, at))
        if clause and not reading.inside_names[at]:
            return True
    return False


def _is_noun(reading: Reading, first: int) -> bool:
    """Is the word a noun for certain: by its article, its ending, the lexicons?"""
    word = reading.words[first]
    if word.startswith(("ال", "وال", "فال")) or word[:1].isdigit():
        return True
    if reading.tape[first] != ".":
        return reading.tape[first] not in codes().any_verb
    entry = load_vocabulary().entry(word)
    if entry is not None:
        return entry.kind != "verb"
    if reading.source_letter(first) == "ة" or word.endswith("ات"):
        return True
    return word.endswith(("ا", "ين")) and len(word) > 3 and not _is_present(reading, first)


def _is_present(reading: Reading, at: int) -> bool:
    """Does an unknown word look like a verb of the present?"""
    return load_vocabulary().code(reading.words[at]) in _presents()


@cache
def _presents() -> frozenset[str]:
    """The codes of unknown words that look like verbs of the present."""
    return load_vocabulary().codes("{?imperfect:bare}")


def _clause_start(reading: Reading, index: int, first: int) -> int:
    """Go back to where the clause that holds ``index`` begins: after a comma, an auxiliary or a
    conjunction word."""
    c, tape = codes(), reading.tape
    at = index
    while at > first and index - at < _LONGEST:
        code = tape[at - 1]
        if reading.words[at - 1] in _leads():
            break
        if code in c.clause_start:
            break
        at -= 1
    return at
