"""What one article names, as resolution takes it in: its entities, and speakers that are no entity of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.entities.countries import country_of
from rawi.entities.names import parse_name
from rawi.model.claim import Statement
from rawi.model.document import Document
from rawi.model.entity import Entity
from rawi.model.resolution import Form, Occurrence

_LAM = "لل"
_ARTICLE = "ال"
#: Classes of words that no name of a person begins with, and that none has in it.
_NOT_FIRST = (
    "{?spokesman|office|official|kin|head|weak|heads|many|anonymous|source|behalf|nationality|adverb}"
)
_NOT_INSIDE = (
    "{?behalf|inside|preposition|particle|pronoun|qualifier|number|source|anonymous|many|settlement}"
)
_LONGEST = 4  # words of a speaker's name that no annotator took for a name


def find_occurrences(
    document: Document, entities: Iterable[Entity], statements: Sequence[Statement], ids: Mapping[str, str]
) -> Iterator[Occurrence]:
    """Yield the entities of an article, and the people who speak in it by a name and role without being one.

    ``ids`` gives the ledger's id for each label of the record; what has none is left out.
    """
    roles = _spoken_roles(statements)
    for entity in entities:
        if entity.id in ids:
            yield _of_entity(document, entity, roles.get(entity.id, ()), ids[entity.id])
    yield from _speakers(document, statements, ids)


def _spoken_roles(statements: Iterable[Statement]) -> dict[str, list[str]]:
    """Return the roles that statements give to their speakers, by the label of the entity."""
    found: dict[str, list[str]] = {}
    for one in statements:
        if one.speaker.entity and one.speaker.role:
            found.setdefault(one.speaker.entity, []).append(one.speaker.role)
    return found


def _of_entity(document: Document, entity: Entity, spoken: Sequence[str], id: str) -> Occurrence:
    """Build the occurrence of an entity of the record."""
    forms = Counter(plain_form(span.of(document.text)) for span in entity.mentions)
    said = [span.of(document.text) for span in entity.roles] if entity.type == "person" else []
    roles = tuple(dict.fromkeys(map(plain_form, (*said, *spoken)))) if entity.type == "person" else ()
    country = entity.location.country if entity.location else country_of(entity.link)
    return Occurrence(
        document=document.id,
        id=id,
        type=entity.type,
        name=entity.name,
        forms=order_forms(forms),
        link=entity.link,
        roles=roles,
        outlet=document.outlet,
        published=document.published,
        country=country,
        certain=entity.location.certain if entity.location else True,
    )


def plain_form(words: str) -> str:
    """Return words on one line, an article that ل swallowed put back.

    >>> plain_form("لللجنة"), plain_form("للوزير سالم")
    ('اللجنة', 'الوزير سالم')
    """
    line = " ".join(words.split())
    return _ARTICLE + line.removeprefix(_LAM) if line.startswith(_LAM) and len(line) > 4 else line


def order_forms(forms: Mapping[str, int]) -> tuple[Form, ...]:
    """Return forms with their counts, the commonest first."""
    return tuple(sorted(forms.items(), key=lambda form: (-form[1], form[0])))


def _speakers(
    document: Document, statements: Iterable[Statement], ids: Mapping[str, str]
) -> Iterator[Occurrence]:
    """Yield those who speak by a full name and a role without being an entity, once for each name."""
    for said in _said_by_name(statements, ids).values():
        roles = dict.fromkeys(plain_form(one.speaker.told_role or "") for one in said)
        forms = Counter(one.speaker.name or "" for one in said)
        yield Occurrence(
            document=document.id,
            id=ids[said[0].id],
            type="person",
            name=said[0].speaker.name or "",
            forms=order_forms(forms),
            roles=tuple(role for role in roles if role),
            outlet=document.outlet,
            published=document.published,
        )


def _said_by_name(statements: Iterable[Statement], ids: Mapping[str, str]) -> dict[str, list[Statement]]:
    """Return the statements of those who are no entity, by the key of the name; who has no role is none."""
    found: dict[str, list[Statement]] = {}
    for one in statements:
        name = one.speaker.name
        if name and one.id in ids and not one.speaker.entity and is_name(name):
            found.setdefault(parse_name(name).key, []).append(one)
    return {key: said for key, said in found.items() if any(one.speaker.told_role for one in said)}


def find_voices(statements: Sequence[Statement], ids: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return for each statement, by its label, the ids of the occurrences that speak in it."""
    voices: dict[str, tuple[str, ...]] = {}
    for one in statements:
        labels = (one.speaker.entity, *(ref.entity for ref in one.speaker.also))
        if speakers := tuple(ids[label] for label in labels if label and label in ids):
            voices[one.id] = speakers
    for said in _said_by_name(statements, ids).values():
        for one in said:
            voices[one.id] = (ids[said[0].id], *voices.get(one.id, ()))
    return voices


def is_name(name: str) -> bool:
    """Do words that no annotator took for a name look like a person's: two to four, no noun of office?

    >>> is_name("العقيد تيري مالون"), is_name("مصادر طبية"), is_name("مدير المستشفى")
    (True, False, False)
    """
    words = [word for part in parse_name(name).parts for word in part.word.split()]
    vocabulary = load_vocabulary()
    if not 2 <= len(words) <= _LONGEST or fold(words[0]).startswith(_ARTICLE):
        return False
    if vocabulary.code(words[0]) in vocabulary.codes(_NOT_FIRST):
        return False
    return not any(vocabulary.code(word) in vocabulary.codes(_NOT_INSIDE) for word in words)
