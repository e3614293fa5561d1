"""To whom something is said and of whom: who stands after the subject and does not speak.

قالت الوزارة للوزير سليم الدوري إن, أبلغت النائبة الوزير سليم الدوري أن, اتهمت نادية الشمري سليم الدوري ب.
"""

from __future__ import annotations

from bisect import bisect_left

from rawi.annotations.speech import particles
from rawi.claims.accusatives import is_office
from rawi.claims.adjuncts import is_spoken_to
from rawi.claims.endings import qualifies
from rawi.claims.known import folded_name
from rawi.claims.reading import Opening, Reading, codes
from rawi.claims.subjects import Subject


def before_recipient(
    reading: Reading, verb: int, subject: Subject | None, opening: Opening
) -> Subject | None:
    """Cut a subject of the verb at ``verb`` before whom it is told to or of."""
    if subject is None or subject.joined:
        return subject
    first, last = subject.parts[0]
    if reading.tape[first] in codes().quote:
        return subject  # أبلغ «الضفة» مدير السوق
    whole = subject.last >= opening.subject_end
    if whole and _describes_whom(reading, verb):
        named = _run_end(reading, first)  # ووصف الوزير بأنه, but ووصف الوزير الخبر بأنه
        return Subject(((first, named),)) if first < named < last else None
    whom = whole and takes_whom(reading, verb, opening)
    for at in range(first + 1, last):
        if _is_told(reading, first, at) or (whom and _is_whom(reading, first, at)):
            return Subject(((first, at),))
    return subject


def _describes_whom(reading: Reading, verb: int) -> bool:
    """وصف: is a verb of describing without a pronoun, so that it needs an object?"""
    cue = reading.entry(verb).cue
    return cue is not None and cue.describes and reading.tape[verb] not in codes().verb_object


def takes_whom(reading: Reading, verb: int, opening: Opening) -> bool:
    """Does a verb need somebody whom it tells, calls or accuses, and has no pronoun for them?"""
    cue = reading.entry(verb).cue
    if cue is None or reading.tape[verb] in codes().verb_object:
        return False
    form = folded_name(cue.form)
    if form in particles("tells_whom"):
        return True
    calls = form in particles("calls_whom") or form in particles("needs_whom")
    return calls and opening.frame in ("prep", "quote")


def _is_told(reading: Reading, first: int, at: int) -> bool:
    """قالت الوزارة للوزير: a title after ل hears it; not after مساعد or المستشار الإعلامي, whose it is."""
    if not (reading.words[at].startswith("لل") or is_spoken_to(reading, at)) or not _is_title(reading, at):
        return False
    role = reading.role_at.get(first)
    if at > first + 1:
        full = role is not None and role.last == at and role.value.body is not None
        return full or not qualifies(reading.words[at - 1])
    if reading.words[first].removeprefix("ال") in particles("serves"):
        return False
    known = first in reading.organization_at or first in reading.place_at
    return known or reading.words[first].startswith("ال")


def _is_whom(reading: Reading, first: int, at: int) -> bool:
    """أبلغت النائبة الوزير, اتهمت نادية الشمري سليم الدوري: does somebody else begin at a token?"""
    person, role = reading.person_at.get(at), reading.role_at.get(at)
    begun = person or role
    if begun is None or begun.start != reading.text.starts[at]:
        return False
    if reading.tape[at - 1] in codes().preposition:
        return False
    before = [one for one in reading.roles.beginning_in(first, at) if one.last == at]
    if person is not None:
        definite = reading.words[first].startswith("ال")
        begun_by_name = first in reading.person_at or first in reading.organization_at
        described = at in reading.name_ends and not definite and not begun_by_name  # مدافع إسبانيا
        titled = before or described or is_office(reading, first)
        return not titled and (at - first > 1 or definite)
    if not (reading.is_definite(at - 1) or at - first > 1):
        return False
    titles = ("title", "spokesman", "kin")
    return role is not None and role.value.kind not in (*titles, "anonymous")


def names_another(reading: Reading, verb: int, colon: int) -> bool:
    """كتب سامي النجار رسالة، ورد نادر الصالحي: «…»: is somebody else named right before the colon?"""
    people = reading.people.beginning_in(verb + 1, colon)
    if len(people) < 2 or people[-1].last != colon:
        return False
    first = people[-1].first
    if people[-1].start != reading.text.starts[first]:
        return False
    before, ahead = reading.word(first - 1), reading.word(first - 2)
    return not before.startswith("ال") and (before[:1] in ("و", "ف") or ahead in particles("then"))


def _is_title(reading: Reading, at: int) -> bool:
    """Is a word what one person is called by: a role, or an occupation before a name?"""
    role = reading.role_at.get(at)
    if role is not None:
        return bool(role.value.kind != "anonymous")
    return at + 1 in reading.person_at and is_office(reading, at)


def _run_end(reading: Reading, at: int) -> int:
    """Return where the roles and names that begin at a token end, a noun before a name too."""
    if at in reading.surnames:
        return at + 1
    if at not in reading.role_at and at + 1 in reading.person_at:
        at += 1
    names = (reading.role_at, reading.person_at, reading.organization_at)
    while (one := next((known[at] for known in names if at in known), None)) is not None:
        at = one.last
    return at


def part_of(subject: Subject, at: int) -> tuple[int, int] | None:
    """Return the part of a subject that holds a token; a subject may have thousands."""
    first, last = subject.parts[max(0, bisect_left(subject.parts, (at + 1,)) - 1)]
    return (first, last) if first <= at < last else None
