"""Subjects before their verb that no annotator names: foreign names, documents, half a headline."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.claims.accusatives import BODIES, first_names
from rawi.claims.agreement import gender_at
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject

_SHORT = 4


def last_joined(reading: Reading, subject: Subject, at: int) -> Subject | None:
    """In a headline that joins two reports, سالم يستبعد العودة والبلدية: …, the second speaks."""
    if reading.text.sentence_of(at)[0] > 1 and "" in reading.words[:at]:
        return None
    role = reading.role_at.get(subject.first)
    after = subject.first if role is None else role.last  # قال الوزير والمدير: …
    for index in range(subject.last - 1, after, -1):
        if reading.words[index].startswith("وال") and reading.tape[at] not in codes().verb_joined:
            return Subject(((index, subject.last),))
    return None


def heads_sentence(reading: Reading, subject: Subject, at: int) -> bool:
    """Does an unknown name, a document or a body head a sentence up to its verb (دراسة قديمة أكدت, الشرطة
    قالت)?"""
    if names_body(reading, subject.first) and subject.last == subject.first + 1 == at:
        return not _disagrees(reading, subject, at)
    thing = reading.tape[subject.first] in codes().noun and reading.words[subject.first][:1] not in (
        "و",
        "ف",
        "ب",
        "ل",
    )
    plain = thing or is_plain(reading, subject)
    return plain and 1 < subject.last - subject.first <= _SHORT and not _disagrees(reading, subject, at)


def names_body(reading: Reading, at: int) -> bool:
    """الشرطة, السلطات: is a token a definite noun for a body, so that it needs no more to be called?"""
    entry = load_vocabulary().entry(reading.words[at])
    return entry is not None and entry.kind in BODIES and reading.words[at].startswith("ال")


def is_plain(reading: Reading, subject: Subject) -> bool:
    """Are all words of no class, the first one known from names?"""
    tokens = range(subject.first, subject.last)
    if any(reading.tape[i] != "." or reading.words[i].startswith("ال") for i in tokens):
        return False
    vocabulary, first = load_vocabulary(), reading.words[subject.first]
    return subject.first not in reading.person_at and vocabulary.code(first) in first_names()


def _disagrees(reading: Reading, subject: Subject, at: int) -> bool:
    """Is the gender of a subject another than the one its verb shows?"""
    gender = gender_at(reading, subject.first)
    return gender is not None and gender is not reading.entry(at).agreement
