"""Who and what an article names: one entity for a full name and for all that stands for it.

Within one article a surname (سيدوف), a short form (الشبكة), a short name in brackets (حماس) and a definite
role
(المتحدث) mean the person or body last introduced in full. The name of an entity is the fullest that the
article
gives, without titles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.holders import Holder, Holders, Trail, agree, is_one_person, key_of, overlap
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.mentions import words_of_name
from rawi.annotations.nametapes import read_names
from rawi.annotations.surnames import add_surnames, find_short
from rawi.model.annotation import Annotation, Kind
from rawi.model.entity import Entity, EntityType
from rawi.model.mention import OrganizationMention, PersonMention, PlaceMention, Range, RoleMention
from rawi.model.span import Span
from rawi.text.text import Text

_TYPES: dict[Kind, EntityType] = {
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "organisation",
    Kind.PLACE: "place",
}
_LONGEST_ALIAS = 4
_RANGE = itemgetter(0, 1)


class Named(msgspec.Struct, frozen=True, gc=False):
    """The best name for some words: ``entity`` its id or null, ``name`` the fullest, ``role`` as first
    said."""

    entity: str | None
    name: str
    role: str | None = None


@cache
def _load_short_forms() -> re.Pattern[str]:
    """Compile the class of definite nouns that can stand for a body named before."""
    return re.compile(load_vocabulary().compile("{?head|weak:al}"))


@cache
def _load_bearers() -> frozenset[str]:
    """Return the codes of words with which names of people begin."""
    return load_vocabulary().codes("{given|likely|name|servant|kunya}")


class DocumentNames:
    """What a text names, once it has been annotated with roles, bodies, places and people.

    ``known`` holds these annotations. Offsets that come in are token indices of ``text``.

    >>> from rawi.annotations.people import PEOPLE
    >>> from rawi.annotations.roles import ROLES
    >>> text = Text("قال مدير المرصد سليم الدوري إن المطر قريب. وأضاف الدوري أن الرياح شديدة.")
    >>> known = Annotations()
    >>> known.add(ROLES.annotate(text, known))
    >>> known.add(PEOPLE.annotate(text, known))
    >>> DocumentNames(text, known).full_name_at(10, 11)
    Named(entity='e1', name='سليم الدوري', role='مدير المرصد')
    """

    def __init__(self, text: Text, known: Annotations) -> None:
        self._text = text
        self._roles = known.of(Kind.ROLE)
        self._role_firsts = [one.first for one in self._roles]
        self._holders = Holders()
        self._bodies, self._kinds, self._people, self._sources = Trail(), Trail(), Trail(), Trail()
        self._short: dict[str, list[Holder]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._met: dict[tuple[Kind, str, str], Holder] = {}
        self._role_of: dict[int, Holder] = {}
        self._inner: dict[int, int] = {}
        self._mentions: list[tuple[int, int, Holder]] = []
        self._covered = bytearray(len(text.words) + 1)
        self._people_at = {one.first for one in known.of(Kind.PERSON)}
        self._read(known)
        self._begins = [mention[0] for mention in self._mentions]

    def full_name_at(self, first: int, last: int) -> Named | None:
        """Return the fullest name for tokens ``first`` up to and without ``last``, or None if they name
        nobody.

        A person in the range comes first, then a role (its holder, else the description itself), then a body,
        then a place.
        """
        inside = list(self._mentions_in(first, last))
        for begin, _, holder in inside:
            if holder.type == "person" and begin >= first and not self._serves(first, begin):
                return _named(holder)
        body = next(((begin, holder) for begin, _, holder in inside if holder.type == "organisation"), None)
        if (found := self._role_in(first, last, body[0] if body else last)) is not None:
            return found
        if body is not None:
            return _named(body[1])
        return _named(inside[0][2]) if inside else None

    def _serves(self, first: int, person: int) -> bool:
        """Is the person at a token only named in the role of another that begins before: مستشار الرئيس X?"""
        at = bisect_left(self._role_firsts, first)
        role = self._roles[at] if at < len(self._roles) and self._roles[at].first < person else None
        return role is not None and role.last == person and self._inner.get(person, role.first) > role.first

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities in the order in which the text first names them, with all their mentions."""
        return tuple(
            [
                Entity(
                    one.id,
                    one.type,
                    one.name,
                    self._in_source(one.spans),
                    one.link,
                    self._in_source(one.references),
                    self._in_source(one.roles),
                )
                for one in self._holders.all
            ]
        )

    def _in_source(self, ranges: list[Range]) -> tuple[Span, ...]:
        """Return ranges of the folded layer as spans of the source, in order, each once."""
        if not ranges:
            return ()
        source = self._text.folded.to_source
        return tuple([Span(*source(*at)) for at in sorted(set(ranges))])

    def _read(self, known: Annotations) -> None:
        """Join mentions, short forms and roles to entities in one walk over the text; then surnames."""
        # What to do, by token, then step; the third number keeps the order in which the annotations came.
        steps: list[tuple[int, int, int, Annotation | None]] = []
        covered = self._covered
        for kind in _TYPES:
            for one in known.of(kind):
                first, last = one.first, one.last
                covered[first:last] = b"\1" * (last - first)
                steps.append((first, 0, len(steps), one))
        steps += [(one.first, 1, number, one) for number, one in enumerate(self._roles)]
        marks = _load_short_forms().finditer(read_names(self._text).tape)
        steps += [(at, 2, 0, None) for mark in marks if not covered[at := mark.start()]]
        steps.sort()
        for at, step, _, found in steps:
            if found is None:
                self._take_short(at)
            elif step:
                self._take_role(found)
            else:
                self._take(found)
        self._find_surnames()
        self._mentions.sort(key=_RANGE)
        self._look_ahead()

    def _mark(self, holder: Holder, first: int, last: int, spans: list[Range], span: Range) -> None:
        """Note that tokens and an offset range of the folded layer mean an entity; ``spans`` is its list for
        it."""
        spans.append(span)
        self._mentions.append((first, last, holder))
        if holder.type == "organisation":
            self._kinds.add(holder.kind, first, holder)
            if holder.head is not None:
                self._bodies.add(holder.head, first, holder)
        for head in holder.role_heads:
            self._people.add(head, first, holder)

    def _mark_short(
        self, holder: Holder, first: int, last: int, start: int, spans: list[Range] | None = None
    ) -> None:
        """Note that tokens that no annotator took mean an entity; ``start`` is where the name begins."""
        self._covered[first:last] = b"\1" * (last - first)
        spans = holder.spans if spans is None else spans
        self._mark(holder, first, last, spans, (start, self._text.end(last - 1)))

    def _take(self, one: Annotation) -> None:
        """Join a mention to the entity that it names, or begin a new one."""
        value = one.value
        holder = self._person(one, value) if isinstance(value, PersonMention) else self._bearer(one, value)
        if holder is None:
            return
        self._mark(holder, one.first, one.last, holder.spans, (one.start, one.end))
        if isinstance(value, OrganizationMention):
            self._take_bracketed(holder, one.last)

    def _person(self, one: Annotation, value: PersonMention) -> Holder | None:
        """Return the person of a mention, with the role said of them there; None if it has no words."""
        if not (words := self._words_of(one)):
            return None
        holder = self._join("person", value.name, words, one.first, role=value.role)
        if value.role is not None:
            self._give_role(holder, value.role)
            self._inner[one.first] = value.role[0]
        return holder

    def _bearer(self, one: Annotation, value: PlaceMention | OrganizationMention) -> Holder | None:
        """Return the place or body of a mention; None if it has no words. One of a table that was met by
        this name before is at hand."""
        if value.id and (known := self._met.get((one.kind, value.name, value.id))) is not None:
            return known
        if not (words := self._words_of(one)):
            return None
        kind, head = ("", None) if isinstance(value, PlaceMention) else (value.kind, value.head)
        holder = self._join(_TYPES[one.kind], value.name, words, one.first, value.id, kind, head)
        if value.id and holder.link == value.id:
            self._met[one.kind, value.name, value.id] = holder
        return holder

    def _words_of(self, one: Annotation) -> frozenset[str]:
        """Return the words of a mention for comparison; those of its name as it stood first."""
        words = self._keys.get(one.value.name)
        if words is None:
            words = self._keys[one.value.name] = self._key(one)
        return words

    def _key(self, one: Annotation) -> frozenset[str]:
        """Return the words of a mention for comparison, without letters joined before it."""
        words = self._text.words[one.first : one.last]
        joined = one.start - self._text.starts[one.first]
        words[0] = words[0][2:] if words[0].startswith("لل") and not joined else words[0][joined:]
        return key_of(words)

    def _join(
        self,
        type_: EntityType,
        name: str,
        words: frozenset[str],
        first: int,
        link: str | None = None,
        kind: str = "",
        head: str | None = None,
        role: Range | None = None,
    ) -> Holder:
        """Return the entity that a name means, with the fuller of its names; a new one if there was none."""
        said = self._role_head(role) if type_ == "person" else None
        holder = self._holders.find(
            type_, words, link, head, lambda one: type_ != "person" or is_one_person(one, name, said)
        )
        if holder is None:
            holder = Holder(type_, name, words, first, link, kind, head)
            self._holders.add(holder)
        elif len(words) > len(holder.words):
            holder.name, holder.words = name, words
            self._holders.index(holder, words)
        return holder

    def _role_head(self, role: Range | None) -> str | None:
        """Return the head of a role, folded; None if there is none, or no more than a form of address
        (السيد)."""
        word = load_vocabulary().entry(self._text.words[role[0]]) if role else None
        return word.form if word is not None and word.kind != "honorific" else None

    def _give_role(self, holder: Holder, role: Range) -> None:
        """Remember the role said of a person: its words the first time, its heads and place always."""
        holder.roles.append(self._range(*role))
        if holder.role is None:
            holder.role = words_of_name(self._text, *role)[1]
            holder.role_words = key_of(self._text.words[role[0] : role[1]])
        if (word := load_vocabulary().entry(self._text.words[role[0]])) is not None:
            holder.role_heads.add(word.form)
        at = bisect_left(self._role_firsts, role[0])
        for one in self._roles[at : at + 4]:
            if one.last <= role[1] and isinstance(one.value, RoleMention):
                self._role_of[one.first] = holder
                holder.role_heads.add(one.value.head)

    def _take_bracketed(self, holder: Holder, last: int) -> None:
        """Take a short name in brackets after a full one (حركة المقاومة الإسلامية (حماس)) as a name too."""
        words = self._text.words
        if last >= len(words) or words[last] != "(":
            return
        for end in range(last + 2, min(last + 2 + _LONGEST_ALIAS, len(words))):
            if words[end] == ")":
                if not any(self._covered[last + 1 : end]):
                    self._mark_short(holder, last + 1, end, self._text.starts[last + 1])
                if end == last + 2:
                    self._short.setdefault(words[last + 1], []).append(holder)
                return

    def _take_short(self, at: int) -> None:
        """Join a definite noun to the body of that kind named before: الشبكة، الوزارة."""
        word = load_vocabulary().entries[self._text.words[at]]
        holder = self._last_body(word.form, word.kind, at)
        if holder is not None:
            start = words_of_name(self._text, at, at + 1)[0]
            self._mark_short(holder, at, at + 1, start, holder.references)

    def _take_role(self, one: Annotation) -> None:
        """Settle who holds a role that stands without a name; remember sources without a name."""
        value = one.value
        if not isinstance(value, RoleMention) or one.first in self._role_of:
            return
        if value.kind == "anonymous":
            name = words_of_name(self._text, one.first, one.last)[1]
            self._sources.add(value.head, one.first, Holder("person", name, frozenset(), one.first))
            return
        holder = self._holder_of(value.head, self._text.words[one.first : one.last], one.first)
        if holder is not None and not self._has_bearer(one):
            self._mean(one, holder)

    def _has_bearer(self, role: Annotation) -> bool:
        """Does a name stand right after a role, so that it is somebody else's: مشروع الملك سالم، الدكتور
        مبارك?"""
        tape = read_names(self._text).tape
        return role.last in self._people_at or tape[role.last : role.last + 1] in _load_bearers()

    def _mean(self, role: Annotation, holder: Holder) -> None:
        """Note that a role without a name means a person."""
        self._role_of[role.first] = holder
        holder.references.append(self._range(role.first, role.last))

    def _range(self, first: int, last: int) -> Range:
        """Return where tokens stand in the folded layer, without the letters joined before them."""
        return words_of_name(self._text, first, last)[0], self._text.end(last - 1)

    def _last_body(self, form: str, kind: str, before: int) -> Holder | None:
        """Return the body last meant before a token that has that head, else one of that kind."""
        same = self._bodies.before(form, before) or self._kinds.before(kind, before)
        return same[0] if same else None

    def _holder_of(self, head: str, said: list[str], before: int) -> Holder | None:
        """Return the person last meant before a token of whom a role with these words was said."""
        people = self._people.before(head, before)
        if not people:
            return None
        words = key_of(said)
        fitting = next((one for one in people if len(words) < 2 or agree(words, one.role_words)), None)
        if fitting is not None or any(one is not people[0] for one in people):
            return fitting
        return people[0] if overlap(words, people[0].role_words) else None

    def _find_surnames(self) -> None:
        """Mark tokens that are the last name of a person, or stood in brackets after a body."""
        add_surnames(self._short, self._holders.all)
        tape = read_names(self._text).tape
        for at, holder, joined in find_short(self._short, self._text.words, tape, self._covered):
            self._mark_short(holder, at, at + 1, self._text.starts[at] + joined)

    def _look_ahead(self) -> None:
        """Give roles of several words that nobody held yet to whom the article names with them later."""
        for one in self._roles:
            value = one.value
            if one.first in self._role_of or not isinstance(value, RoleMention) or value.kind == "anonymous":
                continue
            people = self._people.all(value.head) if one.last - one.first > 1 else ()
            if not people:
                continue
            words = key_of(self._text.words[one.first : one.last])
            later = next((who for who in people if agree(words, who.role_words)), None)
            if len(words) > 1 and later is not None and not self._has_bearer(one):
                self._mean(one, later)

    def _mentions_in(self, first: int, last: int) -> Iterator[tuple[int, int, Holder]]:
        """Yield the mentions that overlap a range of tokens, in order."""
        at = max(bisect_left(self._begins, first) - 2, 0)
        for begin, end, holder in self._mentions[at:]:
            if begin >= last:
                return
            if end > first:
                yield begin, end, holder

    def _role_in(self, first: int, last: int, body: int) -> Named | None:
        """Return the holder of a role that begins in a range before its first body, or the role's own
        words."""
        at = bisect_left(self._role_firsts, first)
        if at == len(self._roles) or self._roles[at].first >= last or self._roles[at].first > body:
            return None
        one = self._roles[at]
        holder = self._role_of.get(one.first)
        return _named(holder) if holder is not None else self._description(one)

    def _description(self, one: Annotation) -> Named:
        """Return the words of a role for which nobody is named; المصادر after مصادر طبية means these."""
        said = words_of_name(self._text, one.first, one.last)[1]
        if isinstance(one.value, RoleMention) and one.last - one.first == 1:
            earlier = self._sources.before(one.value.head, one.first)
            said = next((source.name for source in earlier if " " in source.name), said)
        return Named(None, said)


def _named(holder: Holder) -> Named:
    """Return an entity as the answer to a question."""
    return Named(holder.id, holder.name, holder.role)
