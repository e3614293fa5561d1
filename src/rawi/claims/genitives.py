"""Names that complete a noun and so are not of who speaks: خصوم سامي النجار, أسرة الطبيب سامي النجار."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.claims.accusatives import is_office
from rawi.claims.bearers import titles_before
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.claims.recipients import part_of
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation

_FAR = 40  # tokens from a preposition to the last name that it can lead to


def is_governed(reading: Reading, subject: Subject, person: Annotation) -> bool:
    """Does a person's name in a subject belong to another noun, so that not they speak?"""
    return stands_inside(reading, subject, person) or _completes(reading, subject, person)


def stands_inside(reading: Reading, subject: Subject, person: Annotation) -> bool:
    """Does a preposition lead from the head of a subject to a person, outside the role of the head?"""
    role = reading.role_at.get(subject.first)
    start = role.last if role is not None and role.last <= person.first else subject.first + 1
    part = part_of(subject, person.first)
    start = max(start, part[0] if part else start, person.first - _FAR)
    return not codes().preposition.isdisjoint(reading.tape[start : person.first])


def stands_apart(reading: Reading, subject: Subject, name: str) -> bool:
    """عضو في حزب الرئيس سالم: is the one of that name named beside the one who speaks?"""
    named = reading.people.beginning_in(subject.first, subject.last)
    same = [one for one in named if folded_name(name).split()[-1] == reading.words[one.last - 1]]
    return any(stands_inside(reading, subject, one) or belongs(reading, subject, one) for one in same)


def is_inner(role: Annotation | None, person: Annotation) -> bool:
    """المتحدث باسم الوزير سامي النجار: the name after a title in a role is not the spokesman's."""
    if role is None or role.value.kind != "spokesman" or person.first != role.last:
        return False
    title = person.value.role
    return title is not None and title[0] > role.first


def may_complete(reading: Reading, subject: Subject, person: Annotation) -> bool:
    """خصوم سامي النجار, أسرة الطبيب سامي النجار: may a name complete the noun that it stands after?"""
    if belongs(reading, subject, person):
        return True
    begins = any(person.first == first for first, _ in subject.parts)
    return not begins and not reading.is_definite(person.first - 1)


def belongs(reading: Reading, subject: Subject, person: Annotation) -> bool:
    """أسرة الطبيب سامي النجار: does a title with its name complete a noun of those around somebody?"""
    at = _titled(reading, subject, person)
    return at < person.first and at > subject.first and reading.words[at - 1] in particles("around_somebody")


def _completes(reading: Reading, subject: Subject, person: Annotation) -> bool:
    """خصوم سامي النجار, طبيب سامي النجار: does a name complete the noun that it stands after?"""
    if belongs(reading, subject, person):
        return True
    at = person.first - 1
    if not may_complete(reading, subject, person) or reading.words[at] in particles("name_withheld"):
        return False  # شاب اسمه سامي النجار
    known = load_vocabulary().entry(reading.words[at]) is not None
    return known or (at == subject.first and at not in reading.role_at)


def _titled(reading: Reading, subject: Subject, person: Annotation) -> int:
    """Return where the titles before a name begin (الطبيب سامي, الضحية سامي), in its part of a subject."""
    part = part_of(subject, person.first)
    at, begun = person.first, part[0] if part else subject.first
    while at > begun:
        before = titles_before(reading, at)
        word = reading.words[at - 1]
        before -= before == at and word in particles("person_noun") and word.startswith("ال")
        if before == at:
            break
        at = before
    return max(at, begun)


def is_shared_name(reading: Reading, subject: Subject) -> bool:
    """المتحدث باسم الوزير سليم الدوري: can the name be of him whose title is inside the role before it?"""
    role = reading.role_at.get(subject.first)
    if role is None or not _serves(reading, role):
        return False
    person = next(iter(reading.people.beginning_in(role.first + 1, subject.last)), None)
    if person is None or person.start != reading.text.starts[person.first]:
        return False
    between = range(role.first + 1, person.first)
    if any(reading.tape[at] in codes().comma for at in between):
        return False
    return any(is_office(reading, at) and not reading.is_definite(at - 1) for at in between)


def _serves(reading: Reading, role: Annotation) -> bool:
    """Does a role serve somebody: a spokesman's, a relative's, an adviser's?"""
    head = reading.words[role.first].removeprefix("ال")
    return role.value.kind in ("spokesman", "kin") or head in particles("serves")
