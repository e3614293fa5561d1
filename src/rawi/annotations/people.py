"""People: names after a title or role, names that begin with a first name, names beside a role (``X، مدير
Y``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from rawi.annotations.annotator import Annotations
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.nametapes import read_names
from rawi.annotations.phrases import (
    KNOWN_NAME_AFTER_TITLE,
    NAME,
    NAME_AFTER_TITLE,
    NAME_BEFORE_ROLE,
    NAME_BETWEEN_COMMAS,
)
from rawi.annotations.plausibility import is_description, is_phrase
from rawi.annotations.speech import particles
from rawi.arabic.clitics import Clitic
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import PersonMention, Range, RoleMention
from rawi.text.text import Text

_TITLE = "(?:{?unit|either|rank|honorific:al}{rank_suffix:al}?{qualifier:al}?)"

# العقيد تركي المالكي: after a title with the article a bare adjective is a name.
_NAMED_LIKE_A_PEOPLE = "{nationality:bare}{nisba|nationality|noun:det}"

# After a role: what it is for or where, with no verb, particle or mark but quotation marks in it.
_PURPOSE = (
    "(?:{lam}|{?inside}|{noun|nisba|nisbat|head|weak|ordinary|place|org:b})"
    "(?:(?!{comma|stop|colon|break|dash}|{?verb|particle}).){1,7}"
)
_FOR_WHAT = 9  # tokens

_CALLINGS = frozenset(("occupation", "kin"))


class _Patterns(NamedTuple):
    """Compiled patterns over the tape of names."""

    after_office: re.Pattern[str]
    after_calling: re.Pattern[str]
    alone: re.Pattern[str]
    titled: re.Pattern[str]
    beside: re.Pattern[str]
    title: re.Pattern[str]
    comma: re.Pattern[str]
    facility: re.Pattern[str]
    starts: re.Pattern[str]
    before_role: re.Pattern[str]
    purpose: re.Pattern[str]


@cache
def _load_patterns() -> _Patterns:
    """Compile the patterns when they are first needed."""
    compiled = load_vocabulary().compile
    return _Patterns(
        after_office=re.compile(compiled(NAME_AFTER_TITLE)),
        after_calling=re.compile(compiled(KNOWN_NAME_AFTER_TITLE)),
        alone=re.compile(compiled(f"{NAME}")),
        titled=re.compile(compiled(f"{_TITLE}(?P<name>{KNOWN_NAME_AFTER_TITLE}|{_NAMED_LIKE_A_PEOPLE})")),
        beside=re.compile(compiled(NAME_BETWEEN_COMMAS)),
        title=re.compile(compiled("{office|official|spokesman|honorific:det}")),
        comma=re.compile(compiled("{comma|dash|opening}")),
        starts=re.compile(compiled("{?given|likely|name|servant|kunya:noal}")),
        before_role=re.compile(compiled(NAME_BEFORE_ROLE)),
        purpose=re.compile(compiled(_PURPOSE)),
        facility=re.compile(compiled("{?site|settlement|feature|head|weak|heads:noal}")),
    )


@cache
def _load_joined() -> frozenset[str]:
    """Return the codes of heads of roles after a conjunction."""
    return load_vocabulary().codes("{+office|official|spokesman|occupation|honorific|rank|kin}")


class _Found(NamedTuple):
    """A name found: its tokens, its role, the rule."""

    first: int
    last: int
    role: Range | None
    rule: str


class PersonAnnotator:
    """Annotates people; a stage as ``annotator.Annotator`` describes it."""

    needs: AbstractSet[Kind] = frozenset({Kind.ROLE, Kind.ORGANIZATION, Kind.PLACE})
    makes: AbstractSet[Kind] = frozenset({Kind.PERSON})

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the people of a text, in order, none overlapping each other or a body. Never raises."""
        tape = read_names(text).tape
        roles = join_roles(known.of(Kind.ROLE), text.words)
        beginning = {role[0]: role for role in roles.values()}
        own = {one.last: (one.first, one.value.kind) for one in known.of(Kind.ROLE)}
        taken = bytearray(len(tape) + 1)
        for kind in (Kind.ORGANIZATION, Kind.PLACE):
            for one in known.of(kind):
                taken[one.first : one.last] = b"\1" * (one.last - one.first)
        facilities = {end for end, role in roles.items() if is_facility(tape, role)}
        for first, last in find_facilities(tape, facilities):
            taken[first:last] = b"\1" * (last - first)
        of_people = {end: role for end, role in roles.items() if end not in facilities}
        found = [*find_titled(tape, of_people, own), *find_alone(tape)]
        speak = {one.first for one in known.of(Kind.ROLE) if one.value.kind == "spokesman"}
        for whole in settle(found, taken):
            inside = [at for at in range(whole.first + 1, whole.last) if at in speak]
            person = whole._replace(last=inside[0]) if inside else whole  # نادر الصالحي المتحدث باسم الوزارة
            person = person._replace(last=_house_end(text.words, person.first, person.last))
            role = person.role or role_beside(tape, person.first, person.last, roles, beginning)
            clitics = _clitics(tape[person.first]) if person.role is None else 0
            start, name = words_of_name(text, person.first, person.last, clitics)
            if is_blessing(name) or _is_unlikely(text.words, tape, person):
                continue
            value = PersonMention(name, role)
            yield annotation_of(Kind.PERSON, text, start, person.first, person.last, person.rule, value)


def is_blessing(name: str) -> bool:
    """Is what looks like a name a wish: رحمه الله? رحمة الله is somebody."""
    return name.endswith(" الله") and name.split()[0] in particles("blessing")


def _is_unlikely(words: list[str], tape: str, found: _Found) -> bool:
    """Is a name without a title none by its letters?"""
    if found.rule == "person/name" and found.role is None:
        return is_phrase(words, tape, found.first, found.last)
    return found.rule == "person/before-role" and is_description(words, tape, found.first, found.last)


def _house_end(words: list[str], first: int, last: int) -> int:
    """دعا سليم آل الشيخ المسلمين: a name ends with the word after آل, a definite one after that being no
    part of it."""
    final = words[last - 1]
    beyond = last - first > 3 and words[last - 3] in particles("house")
    beyond = beyond and final.startswith("ال") and not final.endswith("ي")  # آل جرمان الشهراني
    return last - beyond


def _clitics(code: str) -> int:
    """Return the clitics of a token by its code point on the tape."""
    return load_vocabulary().clitics_of(code)


def join_roles(roles: list[Annotation], words: list[str]) -> dict[int, Range]:
    """Return role ranges by the token after them; roles that touch are one: ``رئيس الوزراء الدكتور``.

    Not those of a woman and a man (أبلغت النائبة الوزير); the ending of titles such as سماحة tells nothing.
    """
    by_end: dict[int, Range] = {}
    last = ""
    for one in roles:
        value = one.value
        if not isinstance(value, RoleMention) or value.kind == "anonymous":
            continue
        first, head = one.first, words[one.first]
        joins = value.kind == "title" or not last or last.endswith("ه") == head.endswith("ه")
        if one.first in by_end and joins and not head.startswith("لل"):  # قال المتحدث للوزير
            first = by_end.pop(one.first)[0]
        last = "" if value.kind == "title" else head
        by_end[one.last] = (first, one.last)
    return by_end


def find_titled(tape: str, roles: dict[int, Range], own: dict[int, tuple[int, str]]) -> Iterator[_Found]:
    """Yield names that follow a role at once."""
    patterns = _load_patterns()
    for end, role in roles.items():
        title = _inner_title(tape, role, own[end][0])
        pattern = patterns.after_calling if own[end][1] in _CALLINGS else patterns.after_office
        if match := pattern.match(tape, end):
            yield _Found(*match.span(), title, "person/after-role")
        elif match := patterns.beside.match(tape, end):
            yield _Found(*match.span("name"), title, "person/beside-role")
    for match in patterns.titled.finditer(tape):
        first, last = match.span("name")
        if match.start() and patterns.facility.match(tape, match.start() - 1):
            continue
        yield _Found(first, last, (match.start(), first), "person/after-title")


def find_facilities(tape: str, ends: Iterable[int]) -> Iterator[Range]:
    """Yield names inside the names of places and buildings, after titles that end there: مطار الملك سالم
    الدولي."""
    for end in ends:
        if match := _load_patterns().after_calling.match(tape, end):
            yield match.span()


def is_facility(tape: str, role: Range) -> bool:
    """Does a title belong to the name of a place or building: مطار الملك، جامعة الأمير?"""
    patterns, (first, last) = _load_patterns(), role
    if first and patterns.facility.match(tape, first - 1):
        return True
    return last - first > 1 and bool(
        patterns.title.match(tape, last - 1) and patterns.facility.match(tape, last - 2)
    )


def _inner_title(tape: str, role: Range, own: int) -> Range:
    """Return the title next to the name: in مستشار الرئيس الفلاني the name is that of the president.

    ``own`` is where the last of the joined roles begins: رئيس الهيئة الدكتور is all said of one person.
    """
    inner = _load_patterns().title.search(tape, own + 1, role[1])
    return (inner.start(), role[1]) if inner else role


def find_alone(tape: str) -> Iterator[_Found]:
    """Yield names without a title, which must begin with a first name or two words known from names."""
    patterns = _load_patterns()
    end = 0
    for start in patterns.starts.finditer(tape):
        if start.start() >= end and (match := patterns.alone.match(tape, start.start())):
            end = match.end()
            yield _Found(*match.span(), None, "person/name")
    for match in patterns.before_role.finditer(tape):
        yield _Found(*match.span("name"), None, "person/before-role")


def settle(found: list[_Found], taken: bytearray) -> Iterator[_Found]:
    """Yield names in order that overlap nothing taken; of names that overlap the first, titled before
    untitled."""
    for one in sorted(found, key=lambda one: (one.first, one.role is None, -one.last)):
        if not any(taken[one.first : one.last]):
            taken[one.first : one.last] = b"\1" * (one.last - one.first)
            yield one


def role_beside(
    tape: str, first: int, last: int, roles: dict[int, Range], beginning: dict[int, Range]
) -> Range | None:
    """Return the role in apposition to a name at tokens ``first`` to ``last``: ``X، مدير Y`` or ``مدير Y،
    X``.

    Roles come by their end, and by their beginning.
    """
    comma = _load_patterns().comma
    if first and comma.match(tape, first - 1) and (role := _role_before(tape, first - 1, roles)):
        joined = role[1] < first - 1 and _clitics(tape[first]) & Clitic.CONJUNCTION
        return None if joined else role
    if comma.match(tape, last):
        role = beginning.get(last + 1)
        return role if role and tape[role[0]] not in _load_joined() else None
    return None


def _role_before(tape: str, comma: int, roles: dict[int, Range]) -> Range | None:
    """Return the role before a comma, also where it goes on with what it is for: المتحدث باسم الهيئة
    لحماية البيئة، X."""
    if comma in roles:
        return roles[comma]
    for end in range(comma - 2, max(comma - _FOR_WHAT, 0), -1):
        if end in roles:
            return roles[end] if _load_patterns().purpose.fullmatch(tape, end, comma) else None
    return None


PEOPLE = PersonAnnotator()
