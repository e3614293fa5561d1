"""Speakers to entities: every speaker whom an article names is one of its people, bodies or places.

The readers of reported speech know names that no annotator has seen (a name after a title, before a
comma). Here they meet the entities of the article: the same name is the same entity, a name that is new
makes a new one. Words that only describe (مسؤول أمني) stay without one, unless just one person of the
article is called by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.arabic.remembering import remember
from rawi.claims.namesakes import are_namesakes, shared_families
from rawi.model.claim import EntityRef, Speaker, Statement
from rawi.model.entity import Entity, EntityType
from rawi.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "ال"
_LEADS = ("", "و", "ف", "ل", "ب")
_LONGEST = 6  # words in a person's name
_POINTING = frozenset(map(fold, ("هذا", "هذه", "ذلك", "تلك")))

Words = tuple[str, ...]


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of classes of the tape of names."""
    return load_vocabulary().codes("{?" + classes + "}")


_BODIES = "head|weak|heads|unit|org|outlet|platform"
_PEOPLE = "given|likely|name|servant|kunya"
_ROLES = "office|official|spokesman|occupation|either|rank|honorific|kin|anonymous|many"


def _read_words(name: str) -> Words:
    """Return the folded words of a name, articles off.

    >>> words_of("المرصد «البحري»")
    ('مرصد', 'بحري')
    """
    return tuple([word.removeprefix(_ARTICLE) for word in _WORD.findall(fold(name))])


words_of = remember(_read_words, 1 << 14)
"""``_read_words``, remembered."""


class Directory:
    """The entities of one article, found by their names; it grows with speakers that no annotator has
    seen."""

    def __init__(self, text: str, entities: Sequence[Entity], called: Mapping[str, str]) -> None:
        self._text, self._called_as = text, called
        self._all = {one.id: one for one in entities}
        self._by_words: dict[Words, str | None] = {}
        self._by_role: dict[str, str | None] = {}
        self._before = len(self._all)
        self._families = shared_families(entities)
        for one in entities:
            self._index(one)

    def entities(self) -> tuple[Entity, ...]:
        """Return all entities, the new ones last."""
        return tuple(self._all.values())

    def families(self) -> dict[str, list[Entity]]:
        """Return the families of which several of all entities are."""
        return self._families if len(self._all) == self._before else shared_families(self.entities())

    def find(self, speaker: Speaker) -> str | None:
        """Return the id of the entity that a speaker is, made if need be; None for a mere description."""
        if not speaker.name or not (words := words_of(speaker.name)):
            return None
        if fold(speaker.name) in self._families:
            return None
        known = self._by_words.get(words) or self._standing_at(speaker, words)
        if known is not None:
            return known
        type_ = _type_of(speaker, words, self._called_as.get(speaker.name))
        return self._called(words) if type_ is None else self._make(speaker, words, type_)

    def find_name(self, name: str | None) -> str | None:
        """Return the id of the one entity with these words for a name."""
        return self._by_words.get(words_of(name)) if name else None

    def may_be(self, speaker: Speaker) -> bool:
        """Can the entity that a speaker points to be theirs: is it no namesake (سليم الدوري, كريم الدوري)?"""
        one = self._all.get(speaker.entity or "")
        return one is None or one.type != "person" or not are_namesakes(one.name, speaker.name or "")

    def _index(self, one: Entity) -> None:
        """Let an entity be found by its names and, if a person, by the first words of its roles; what several
        bear finds none."""
        forms = {one.name, *(span.of(self._text) for span in one.mentions)}
        for words in {words_of(form) for form in forms} - {()}:
            self._by_words[words] = one.id if self._by_words.get(words, one.id) == one.id else None
        for head in {words_of(span.of(self._text))[:1] for span in one.roles} - {()}:
            self._by_role[head[0]] = one.id if self._by_role.get(head[0], one.id) == one.id else None

    def _standing_at(self, speaker: Speaker, words: Words) -> str | None:
        """Return the person or body whose name stands in the speaker's words and begins or ends the name."""
        place = speaker.span
        if place is None:
            return None
        for one in self._all.values():
            if one.type == "place" or not any(
                place.start <= span.start and span.end <= place.end for span in one.mentions
            ):
                continue
            named = words_of(one.name)
            if one.type == "person" and (named == words[: len(named)] or named == words[-len(named) :]):
                return one.id
            if one.type == "organisation" and named == words[: len(named)]:
                return one.id
        return None

    def _called(self, words: Words) -> str | None:
        """Return the one person of the article who has the role by which a definite noun calls somebody."""
        if len(words) > 1 and words[0] in _POINTING:
            words = words[1:]
        return self._by_role.get(words[0]) if len(words) == 1 else None

    def _make(self, speaker: Speaker, words: Words, type_: EntityType) -> str | None:
        """Add an entity for a speaker's name; None if the name as it is stands nowhere in the text."""
        mentions = find_all(self._text, speaker.name or "")
        if not mentions:
            return None
        one = Entity(f"e{len(self._all) + 1}", type_, speaker.name or "", mentions)
        self._all[one.id] = one
        self._index(one)
        return one.id


def find_all(text: str, name: str) -> tuple[Span, ...]:
    """Return where a name stands in a text as it is, letters joined before it left out."""
    if name[:1] in _LEADS:  # so that it may be joined to itself
        found = re.finditer(rf"(?<!\w)[وف]?[لب]?({re.escape(name)})(?!\w)", text)
        return tuple(Span(*match.span(1)) for match in found)
    return tuple(_find_plain(text, name))


def _find_plain(text: str, name: str) -> Iterator[Span]:
    """Yield where a name stands that begins with none of the letters that may be joined before it; no pattern
    is compiled for it."""
    at = text.find(name)
    while at >= 0:
        first, last = at, at + len(name)
        first -= text[first - 1 : first] in ("ل", "ب")
        first -= text[first - 1 : first] in ("و", "ف")
        if _is_letter(text[last : last + 1]) or (first and _is_letter(text[first - 1])):
            at = text.find(name, at + 1)
            continue
        yield Span(at, last)
        at = text.find(name, last)


def _is_letter(char: str) -> bool:
    """Is a character one of a word, as ``\\w`` says?"""
    return char.isalnum() or char == "_"


def _type_of(speaker: Speaker, words: Words, called: str | None) -> EntityType | None:
    """Tell from the words of a speaker's name whether it names a person or a body; None for a description.

    ``called`` is what the readers of speech took the speaker for: ``person``, ``body`` or ``other``.
    """
    first = load_vocabulary().code(words[0])
    if called == "body" or first in _codes(_BODIES):
        return "organisation"
    if len(words) > _LONGEST:
        return None
    if called == "person":
        return "person"
    if first in _codes(_ROLES):
        return None
    told = bool(speaker.told_role) and words[0] not in _POINTING
    return "person" if first in _codes(_PEOPLE) or (told and first not in _ordinary()) else None


@cache
def _ordinary() -> frozenset[str]:
    """Return the codes of words that begin nobody's name."""
    return _codes(
        "particle|pronoun|preposition|adverb|inside|source|verb|ordinary|nationality|nationals|place"
    )


def link_speakers(
    text: str, statements: Iterable[Statement], entities: Sequence[Entity], called: Mapping[str, str]
) -> tuple[list[Statement], tuple[Entity, ...]]:
    """Return statements whose speakers point to entities, and the entities with those that were added.

    ``text`` is the source, ``called`` what the readers of speech took a name for (``Reading.called``). A
    speaker's name is never changed, only what it points to.
    """
    directory = Directory(text, entities, called)
    linked = [_linked(one, directory) for one in statements]
    everybody = directory.entities()
    linked = announced(text, linked, everybody)
    return linked, _give_names(text, linked, everybody, directory.families())


def _give_names(
    text: str,
    statements: Iterable[Statement],
    entities: tuple[Entity, ...],
    families: Mapping[str, Sequence[Entity]],
) -> tuple[Entity, ...]:
    """Return entities where a bare family name, by which somebody speaks, is a mention of the speaker alone,
    and of none of those of that family as long as the speaker is in doubt; ``families`` as
    ``shared_families`` gives them."""
    if not families:
        return entities
    bearers = {one.id: family for family, people in families.items() for one in people}
    bare = sorted(
        (span, one.id)
        for one in entities
        if one.id in bearers
        for span in one.mentions
        if fold(span.of(text)) == bearers[one.id]
    )
    taken: dict[Span, str | None] = {}
    for speaker in (one.speaker for one in statements if bare and one.speaker.span is not None):
        for span, holder in _within(bare, speaker.span):
            if bearers.get(speaker.entity or "", fold(speaker.name or "")) == bearers[holder]:
                taken[span] = speaker.entity
    return tuple([_with_names(one, taken) for one in entities]) if taken else entities


def _within(bare: Sequence[tuple[Span, str]], place: Span | None) -> Iterable[tuple[Span, str]]:
    """Return the mentions that stand within a place; they come in order."""
    if place is None:
        return ()
    first = bisect_left(bare, (Span(place.start, place.start), ""))
    return takewhile(lambda found: found[0].end <= place.end, bare[first:])


def _with_names(one: Entity, taken: Mapping[Span, str | None]) -> Entity:
    """Return an entity with the mentions that are its own; one that would have none keeps them."""
    kept = {span for span in one.mentions if taken.get(span, one.id) == one.id}
    kept |= {span for span, owner in taken.items() if owner == one.id}
    return msgspec.structs.replace(one, mentions=tuple(sorted(kept))) if kept else one


def announced(text: str, statements: list[Statement], entities: Sequence[Entity]) -> list[Statement]:
    """Return statements in which an official whom the article announces (مسؤول في الهيئة، المتحدث باسم
    الهيئة) before it names anybody is the one person whom it then names as a speaker.

    That person must be the only one who is named and speaks, and nothing said of him may speak against
    it: what he is must share a word besides its first with the announcement, or be no more than a rank, for
    officers speak for their forces.
    """
    by_id = {one.id: one for one in entities}
    spoken = {one.speaker.entity for one in statements if one.speaker.entity is not None}
    people = [by_id[id_] for id_ in spoken if by_id[id_].type == "person"]
    if len(people) != 1:
        return statements
    named = people[0]
    start = min(span.start for span in named.mentions)
    return [
        _pointing(one, named.id) if _announces(text, one.speaker, named, start) else one for one in statements
    ]


def _announces(text: str, speaker: Speaker, named: Entity, start: int) -> bool:
    """Is a speaker without a name, before the first mention of the named one at ``start``, an official
    like him?"""
    if speaker.entity is not None or not speaker.name or speaker.span is None or speaker.span.start > start:
        return False
    words = words_of(speaker.name)
    if len(words) < 2 or load_vocabulary().code(words[0]) not in _codes("spokesman|office|official"):
        return False
    told = {word for span in named.roles for word in words_of(span.of(text))}
    peoples = {word for word in told if load_vocabulary().code(word) in _codes("nationality")}
    if told & set(words[1:]) - _SMALL - peoples:
        return True
    speaks = load_vocabulary().code(words[0]) in _codes("spokesman")
    return speaks and bool(told) and _is_ranked(told)


def _is_ranked(words: Iterable[str]) -> bool:
    """Are words of a role ranks alone?"""
    return all(load_vocabulary().code(word) in _codes("rank") for word in words)


_SMALL = frozenset(map(fold, ("في", "باسم", "من", "عام", "رسمي", "سابق")))


def _pointing(statement: Statement, entity: str) -> Statement:
    """Return a statement whose speaker points to an entity."""
    return msgspec.structs.replace(
        statement, speaker=msgspec.structs.replace(statement.speaker, entity=entity)
    )


def _linked(statement: Statement, directory: Directory) -> Statement:
    """Return a statement with the entities of its speakers."""
    speaker = statement.speaker
    known = speaker if directory.may_be(speaker) else msgspec.structs.replace(speaker, entity=None)
    entity = known.entity or directory.find(known)
    also = tuple([EntityRef(one.name, one.entity or directory.find_name(one.name)) for one in speaker.also])
    if entity == speaker.entity and also == speaker.also:
        return statement
    changed = msgspec.structs.replace(speaker, entity=entity, also=also)
    return msgspec.structs.replace(statement, speaker=changed)
