"""Whom a bare family name means (قال الدوري) where the article names two people of that family.

Whoever was meant last is a guess, and a wrong one puts somebody's words into another's mouth. So it must be
settled: by a role, by the gender of the verb, by who has been speaking. What stays in doubt is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.arabic.remembering import remember
from rawi.claims.hosts import Turn
from rawi.claims.known import Known, folded_name
from rawi.claims.reading import Reading
from rawi.claims.subjects import Subject
from rawi.model.entity import Entity
from rawi.model.span import Span

_LOOK_BACK = 40  # full names of a family, and turns, back from a bare one
_GOD = "الله"  # of عبد الله, نصر الله
_BESIDE = 3  # code points between a name and its role: a space, a comma
_JOINED = ("", "و", "ل", "ب", "ف", "ك")
_LONG_VOWELS = str.maketrans("", "", "اويى")


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of classes of the tape of names."""
    return load_vocabulary().codes("{?" + classes + "}")


def _read_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without articles; عبد is one with the word after it.

    >>> words_of("عبد الرحمن الدوري")
    ('عبدرحمن', 'دوري')
    """
    words: list[str] = []
    waiting = ""
    for word in folded_name(name).replace("عبدال", "عبد ").split():
        if not waiting and load_vocabulary().code(word) in _codes("servant"):
            waiting = word
        else:
            words.append(waiting + word.removeprefix("ال"))
            waiting = ""
    return (*words, waiting) if waiting else tuple(words)


words_of = remember(_read_words, 1 << 12)
"""``_read_words``, remembered: the people of a text are compared again and again."""


def are_namesakes(one: str, other: str) -> bool:
    """Are two names those of two people of one family: the last word the same, the given names not?

    Neither given name may stand in the other name, nor be another spelling of it; titles (الباحث الدوري) are
    no names.

    >>> are_namesakes("سليم الدوري", "كريم الدوري"), are_namesakes("سليم الدوري", "سليم خالد الدوري")
    (True, False)
    """
    some, others = words_of(_untitled(one)), words_of(_untitled(other))
    if min(len(some), len(others)) < 2 or some[-1] != others[-1]:
        return False
    return some[0] not in others and others[0] not in some and not _are_spellings(some[0], others[0])


def _untitled(name: str) -> str:
    """Return a folded name without the words with an article that a lexicon knows as titles before it."""
    words = folded_name(name).split()
    entry = load_vocabulary().entry
    first = next((at for at, word in enumerate(words) if not (word.startswith("ال") and entry(word))), -1)
    return " ".join(words[first:])


def _are_spellings(one: str, other: str) -> bool:
    """Are two given names one: a letter joined before it, or other long vowels, no lexicon having both?"""
    if any(one == letter + other or other == letter + one for letter in _JOINED):
        return True
    told = {load_vocabulary().code(word) in _codes("given|likely") for word in (one, other)}
    return told != {True} and one.translate(_LONG_VOWELS) == other.translate(_LONG_VOWELS)


class _Bearer(msgspec.Struct, frozen=True, gc=False):
    """Somebody of a family, and what the words beside the full name tell: roles and gender."""

    id: str
    name: str
    roles: tuple[str, ...]
    gender: Agreement | None

    @property
    def heads(self) -> set[str]:
        """The first words of the roles, folded, without articles; forms of address (السيد) left out."""
        return _offices(role.split()[0] for role in self.roles)


class Namesakes:
    """The families of which a text names two people or more."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._bearers: dict[str, _Bearer] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}
        for family, people in shared_families(reading.entities).items():
            self._named[family] = sorted(self._read(people))

    def _read(self, people: Iterable[Entity]) -> Iterator[tuple[int, str]]:
        """Yield where people are named in full, and note what is said of them there."""
        source = self._reading.text.source
        for one in people:
            full = [span for span in one.mentions if " " in span.of(source).strip()]
            beside = [role for role in one.roles if any(_is_beside(role, span) for span in full)]
            roles = tuple([role.of(source) for role in beside])
            self._bearers[one.id] = _Bearer(one.id, one.name, roles, _gender_of(roles))
            yield from ((span.start, one.id) for span in full)

    def settle(
        self, new: Known, subject: Subject, agreement: Agreement | None, turns: Sequence[Turn]
    ) -> Known | None:
        """Return whom a subject names, the bare name without an entity if that is in doubt; None where the
        subject is no bare family name of several people.

        ``agreement`` is what the verb shows, ``turns`` are those before. Who of the family has just spoken or
        acted is meant; else who was named last, if he spoke last of them too.
        """
        at = self._bare(new, subject) if self._named else None
        if at is None:
            return None
        if self._is_governed(subject, at):
            return self._described(new, subject)
        return self._as(self._choose(at, subject, agreement, turns), new, at)

    def may_mean(self, at: int, known: Known, agreement: Agreement | None, turns: Sequence[Turn]) -> bool:
        """May a bare family name at a token mean somebody who bears it: is no namesake rather meant?"""
        if not self._named or self._family(at) is None:
            return True
        found = self._choose(at, Subject(((at, at + 1),)), agreement, turns)
        return found is not None and not are_namesakes(found.name, known.name)

    def _choose(
        self, at: int, subject: Subject, agreement: Agreement | None, turns: Sequence[Turn]
    ) -> _Bearer | None:
        """Return whom of a family its name at a token means; None if that is in doubt."""
        spoken = [turn for turn in turns[-_LOOK_BACK:] if turn.known.entity in self._bearers]
        people = _fitting(self._before(at), agreement, spoken)
        people = self._of_role(people, subject) or _plausible(people, spoken)
        if _are_several([one.name for one in people]):
            return self._speaking(people, spoken, at)
        return people[-1] if people else None

    def _is_governed(self, subject: Subject, at: int) -> bool:
        """أسرة الدوري, مسؤول في حملة الدوري: does a word before a name in its phrase say that another
        speaks? Roles and what has the article (الباحث الدوري) do not."""
        reading = self._reading
        before = reading.words[at - 1]
        if at == subject.first or not before.isalnum() or before.startswith("ال"):
            return False
        near = reading.roles.beginning_in(subject.first, at)
        return not any(role.last == at for role in near)

    def _described(self, new: Known, subject: Subject) -> Known:
        """Return whoever is called by words that hold a name, by these words alone."""
        name = self._reading.text.words_of(*subject.parts[0])
        return msgspec.structs.replace(new, name=name, role=None, kind="other", entity=None)

    def _family(self, at: int) -> tuple[int, str] | None:
        """Return how many letters are joined before the family name at a token, and that name."""
        word = self._reading.words[at]
        if word.startswith("لل") and "ا" + word[1:] in self._named:
            return 0, "ا" + word[1:]
        cuts = ((len(one), word[len(one) :]) for one in _JOINED if word.startswith(one))
        return next(((joined, name) for joined, name in cuts if name in self._named), None)

    def _bare(self, new: Known, subject: Subject) -> int | None:
        """Return the token of a family name that stands in a subject without a given name."""
        name = words_of(new.name)
        if new.kind != "person" or not name or (new.entity is None and len(name) > 1):
            return None
        tokens = range(subject.first, subject.last)
        at = next(
            (at for at in tokens if (found := self._family(at)) and self._ends(found[1], new.name)), None
        )
        said = words_of(" ".join(self._reading.words[subject.first : subject.last]))
        alone = len(name) == 1 or not any(letter + name[0] in said for letter in _JOINED)
        return at if alone else None

    def _ends(self, family: str, name: str) -> bool:
        """Is a family name the last word of a name?"""
        return folded_name(name).split()[-1:] == [family]

    def _before(self, at: int) -> list[_Bearer]:
        """Return who of the family at a token is named in full before it, whoever was last at the end; where
        nobody is, who is named after it, the first at the end."""
        _, family = self._family(at) or (0, "")
        named = self._named[family]
        end = bisect_left(named, (self._reading.text.span(at, at + 1).start, ""))
        near = named[max(end - _LOOK_BACK, 0) : end][::-1] or named[:_LOOK_BACK]
        return [self._bearers[id_] for id_ in dict.fromkeys(id_ for _, id_ in near)][::-1]

    def _of_role(self, people: Sequence[_Bearer], subject: Subject) -> list[_Bearer]:
        """الوزير الدوري: return the one of several who has the role that stands with the name."""
        roles = self._reading.roles.beginning_in(subject.first, subject.last)
        told = _offices(self._reading.words[role.first] for role in roles)
        found = [one for one in people if one.heads & told]
        return found if len(found) == 1 else []

    def _speaking(self, people: Sequence[_Bearer], spoken: Sequence[Turn], at: int) -> _Bearer | None:
        """Return who of several spoke or acted just before a token, else who spoke and was named last."""
        of_them = {one.id: one for one in people}
        turns = [turn for turn in reversed(spoken) if turn.known.entity in of_them]
        near = next((turn for turn in turns if self._is_near(turn, at)), None)
        last = near or next((turn for turn in turns if turn.spoke), None)
        if last is None:
            return None
        found = of_them[last.known.entity or ""]
        return found if near or not are_namesakes(found.name, people[-1].name) else None

    def _is_near(self, turn: Turn, at: int) -> bool:
        """Does no whole sentence stand between what somebody said or did and a token?"""
        sentences, end = self._reading.text.sentences, max(turn.end, turn.at + 1)
        following = bisect_left(sentences, (end, end))
        return following == len(sentences) or sentences[following][1] > at

    def _as(self, found: _Bearer | None, new: Known, at: int) -> Known:
        """Return a speaker as one of the family, or as no more than the name that stands at a token."""
        if found is not None and found.id == new.entity:
            return new
        if found is not None:
            role = found.roles[0] if found.roles else None
            return msgspec.structs.replace(new, name=found.name, role=role, entity=found.id)
        joined, _ = self._family(at) or (0, "")
        name = self._reading.text.words_of(at, at + 1)[joined:]
        name = "ال" + name[2:] if name.startswith("لل") else name
        return msgspec.structs.replace(new, name=name, role=None, entity=None)


def shared_families(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return by its folded form each family name that several people of an article bear, with all of them.

    Names that end in two words that belong together (آل سالم، بن سالم، نور الدين) are left out.
    """
    bearing: dict[str, list[tuple[str, Entity]]] = {}
    people = [one for one in entities if one.type == "person"]
    for one in people if len(people) > 1 else ():
        words = folded_name(one.name).split()
        if len(words) > 1:
            bearing.setdefault(words[-1], []).append((words[-2], one))
    found = {
        family: [one for before, one in bearers if not _is_compound(before, family)]
        for family, bearers in bearing.items()
        if len(bearers) > 1
    }
    return {family: some for family, some in found.items() if _are_several([one.name for one in some])}


def _is_compound(before: str, last: str) -> bool:
    """Do the last two words of a name belong together?"""
    code = load_vocabulary().code
    second = code(last) in _codes("faith") or last == _GOD
    return (
        second
        or before in particles("lineage")
        or before in particles("house")
        or code(before) in _codes("kunya|servant")
    )


def _are_several(names: Sequence[str]) -> bool:
    """Are some names those of several people?"""
    return any(are_namesakes(one, names[0]) for one in names[1:])


def _is_beside(role: Span, name: Span) -> bool:
    """Does a role stand right before or after a name?"""
    return 0 <= name.start - role.end <= _BESIDE or 0 <= role.start - name.end <= _BESIDE


def _offices(words: Iterable[str]) -> set[str]:
    """Return heads of roles, folded, without articles; forms of address left out."""
    folded = [folded_name(word) for word in words]
    kinds = [(word, load_vocabulary().entry(word)) for word in folded]
    return {word.removeprefix("ال") for word, entry in kinds if entry is None or entry.kind != "honorific"}


def _gender_of(roles: Iterable[str]) -> Agreement | None:
    """Return the gender that roles show, if they agree: الدكتورة, الوزير, not سماحة."""
    firsts = [role.split()[0] for role in roles]
    telling = [
        word for word in firsts if folded_name(word).removeprefix("ال") not in particles("people_in_teh")
    ]
    shown = {Agreement.FEMININE if word.endswith("ة") else Agreement.MASCULINE for word in telling}
    return shown.pop() if len(shown) == 1 else None


def _fitting(
    people: Sequence[_Bearer], agreement: Agreement | None, spoken: Sequence[Turn]
) -> Sequence[_Bearer]:
    """Return those with whom a verb agrees, by the roles said of them, else by the last verb of their own;
    all if it agrees with none, for then it was misread."""
    shown = {turn.known.entity: turn.known.agreement for turn in spoken if len(turn.known.agreement) == 1}
    genders = {one.id: frozenset((one.gender,)) if one.gender else shown.get(one.id) for one in people}
    opposite = {Agreement.MASCULINE: Agreement.FEMININE, Agreement.FEMININE: Agreement.MASCULINE}
    other = opposite.get(agreement) if agreement else None
    return [one for one in people if other not in (genders[one.id] or ())] or people


def _plausible(people: Sequence[_Bearer], spoken: Sequence[Turn]) -> list[_Bearer]:
    """Return those who are surely people, by a role, a first name or what they said or did, else by any
    word of names; all if none is (أنصار الدوري may be taken for a name)."""
    acting = {turn.known.entity for turn in spoken}
    sure = [one for one in people if one.roles or one.id in acting or _begins(one.name, "given|likely")]
    return sure or [one for one in people if _begins(one.name, "name")] or list(people)


def _begins(name: str, classes: str) -> bool:
    """Does a name begin with a word of some classes, or with عبد?"""
    return load_vocabulary().code(folded_name(name).split()[0]) in _codes(f"{classes}|servant")
