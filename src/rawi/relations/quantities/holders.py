"""Whose claim a figure is: who said it, whom they speak for, and who passed it on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.offices import read_offices
from rawi.model.claim import Statement
from rawi.model.definition import Directness, Group
from rawi.model.entity import Entity
from rawi.model.span import Span
from rawi.relations.quantities.groups import body_key, group_of, named_before, plain_name
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.owners import antecedent
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Named, Page, Site

_BACK, _SHORTEST, _NAME, _AFTER = 8, 3, 6, 5


class Holder(msgspec.Struct, frozen=True, gc=False):
    """Whose claim: ``statement`` the innermost one that holds it, ``body`` whom the speaker speaks for."""

    name: str | None = None
    role: str | None = None
    statement: Statement | None = None
    body: Group | None = None
    relayed_by: tuple[str, ...] = ()
    denied: bool = False
    directness: Directness = "narrator"
    said: str | None = None
    doubtful: bool = False


def find_holder(page: Page, site: Site) -> Holder:
    """Return whose claim a figure is; the article's own has no name.

    A count that the author names by its owner (حصيلة وزارة الداخلية متوقفة عند 19) is the owner's.
    """
    statement = page.statement_of(site)
    if statement is None:
        return (
            _named_count(page, site)
            or _estimated(page, site)
            or _given(page, site)
            or _credited(page, site)
            or Holder()
        )
    outer = tuple(_outer(page, statement))
    if (source := _credited(page, site)) is not None and source.name != statement.speaker.name:
        relay = (statement.speaker.name or statement.speaker.role,)
        return msgspec.structs.replace(source, relayed_by=tuple(filter(None, relay)))
    speaker = statement.speaker
    if (owner := _named_count(page, site)) is not None and owner.name != speaker.name:
        relay = (speaker.name or speaker.role,)
        return msgspec.structs.replace(owner, relayed_by=tuple(filter(None, relay)), said=None)
    said = next((one.date for one in (statement, *outer) if one.date), None)
    return Holder(
        name=speaker.name or speaker.role,
        role=speaker.told_role,
        statement=statement,
        body=body_of(page, statement),
        relayed_by=tuple(name for one in outer if (name := one.speaker.name or one.speaker.role)),
        denied=statement.polarity == "denied",
        directness="indirect" if statement.kind == "indirect" else "direct",
        said=said,
        doubtful=statement.confidence == "doubtful",
    )


def _outer(page: Page, statement: Statement) -> Iterator[Statement]:
    """Yield the statements around one, the innermost first; a circle ends them."""
    seen = {statement.id}
    at = statement.within
    while at and at not in seen and (outer := page.statements.get(at)):
        seen.add(at)
        yield outer
        at = outer.within


def _named_count(page: Page, site: Site) -> Holder | None:
    """حصيلة وزارة الداخلية: the body right after the noun of the count, if it is one that tells."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            return None
        named = page.name_at(at)
        if named and named.first == at and named.entity.type == "organisation":
            if not has_role(words[at - 1], "total") or words[at - 1].endswith(("عدد", "عديد", "حجم")):
                return None
            return Holder(
                plain_name(named.entity.name), body=group_of(page, named.entity), directness="indirect"
            )
    return None


def _estimated(page: Page, site: Site) -> Holder | None:
    """Return the body whose count the author gives in his own words, by a verb of counting before the number.

    قدرت وزارة النقل الخسائر بنحو 12 مليونا, المرصد، الذي قدر عددهم ب3500, أما المرصد فرفع العدد إلى ثمانية.
    """
    words, counted = page.words, False
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - 2 * _BACK) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            return None
        counted = counted or has_role(words[at], "total")
        if not (has_role(words[at], "counts") or (counted and has_role(words[at], "sets"))):
            continue
        after = page.name_at(at + 1)
        relative = at > 0 and words[at - 1] in words_of("before_verb")
        before = next(page.names_before(at, max(site.sentence[0], at - _NAME)), None)
        named = after or (before if before is not None and (relative or _leads(page, before, at)) else None)
        if named is None or named.entity.type == "place":
            return None
        body = group_of(page, named.entity, named.first) if named.entity.type == "organisation" else None
        return Holder(plain_name(named.entity.name), body=body, directness="indirect", doubtful=after is None)
    return None


def _given(page: Page, site: Site) -> Holder | None:
    """في حصيلة أولية أعلنتها وزارة الداخلية: the body that gave the count told in the sentence."""
    for at in range(site.last, site.sentence[1] - 1):
        if page.words[at] in STOPS:
            return None
        named = page.name_at(at + 1) if page.words[at] in words_of("gave_it") else None
        if named is not None and named.entity.type == "organisation":
            body = group_of(page, named.entity, named.first)
            return Holder(plain_name(named.entity.name), body=body, directness="indirect")
    return None


def _credited(page: Page, site: Site) -> Holder | None:
    """مقابل تسعة قتلى بحسب الدفاع المدني: the source named right after a number and its noun."""
    words = page.words
    for at in range(site.last, min(site.last + _AFTER, site.sentence[1] - 1)):
        if words[at] in STOPS or page.site_at(at):
            return None
        if words[at] in words_of("source"):
            named = page.name_at(at + 1)
            if named is None or named.entity.type != "organisation":
                return None
            body = group_of(page, named.entity, named.first)
            return Holder(plain_name(named.entity.name), body=body, directness="indirect")
        if not (words[at] in COMMAS or words[at] in ("علي", "الاقل", "فقط")):
            return None
    return None


def _leads(page: Page, named: Named, verb: int) -> bool:
    """Is a name the subject before its verb: at most a relative pronoun or a comma between?"""
    return all(word in words_of("relative") | COMMAS | QUOTES for word in page.words[named.last : verb])


def body_of(page: Page, statement: Statement) -> Group | None:
    """Return the body that the speaker of a statement is or speaks for; null for nobody's office.

    Any role of the speaker in the article counts, the first one first: in one sentence he is العقيد, in
    another المتحدث باسم التحالف.
    """
    entity = _entity_of(page, statement)
    if entity is not None and entity.type != "person":
        return group_of(page, entity)
    span = statement.speaker.span
    token = page.tokens(span)[0] if span else len(page.words)
    for role in _roles(page, statement, entity):
        if (body := _body_in(page, role, token)) is not None:
            return body
    if span is None or words_of("in_its_name").isdisjoint(page.words[slice(*_around(page, span))]):
        return None
    return antecedent(page, page.tokens(span)[0])


def _entity_of(page: Page, statement: Statement) -> Entity | None:
    """Return the entity of a speaker: that which bears the name, where two are mixed up."""
    entity, name = page.entities.get(statement.speaker.entity or ""), statement.speaker.name
    if entity is not None and name is not None and entity.type != "person" and name != entity.name:
        return next((one for one in page.record.entities if one.name == name), entity)
    return entity


def _around(page: Page, span: Span) -> tuple[int, int]:
    """Return the tokens of a speaker with a few before: المتحدث باسمها العقيد."""
    first, last = page.tokens(span)
    return max(0, first - _BACK), last


def _roles(page: Page, statement: Statement, entity: Entity | None) -> Iterator[str]:
    """Yield the roles of a speaker: here, then in the order of the article."""
    if entity is not None:
        for one in page.record.statements:
            if one.speaker.entity == entity.id:
                yield from filter(None, (one.speaker.role, _as_role(one.speaker.name)))
        yield from (page.record.words(span) for span in entity.roles)
    yield from filter(None, (statement.speaker.role, _as_role(statement.speaker.name)))


def _as_role(name: str | None) -> str | None:
    """Return a name that is itself a role, or a document of somebody: المتحدث باسم الوزارة, بيان الوزارة."""
    if not name:
        return None
    document = fold(name).split()[0] in words_of("paper")
    return name if document or any(one.strength == "office" for one in read_offices(name)) else None


def _body_in(page: Page, role: str, token: int) -> Group | None:
    """Return the body that a role names: one that the article knows, else the words of the office."""
    words = f" {fold(plain_name(role))} "
    best: tuple[int, Entity, str] | None = None
    for entity in page.record.entities:
        if entity.type == "person" or (entity.type == "place" and not (entity.link or "").startswith("iso:")):
            continue
        for form in _forms(page, entity):
            if f" {form} " in words and (best is None or len(form) > best[0]):
                best = len(form), entity, form
    if best is not None:
        lone = " " not in best[2] and named_before(page, best[2], token)
        return lone or group_of(page, best[1])
    return _body_of_office(role)


def _body_of_office(role: str) -> Group | None:
    """Return the body that only the words of a role tell: وزير الداخلية, الناطق باسم قوة الإسناد."""
    words = plain_name(role).split()
    at = next((i for i, word in enumerate(words) if fold(word) == "باسم"), 0)
    office = next((one for one in read_offices(role) if one.strength == "office"), None)
    if office is None or (office.head == "spokesman" and not at):
        return None
    if not at and "في" in words:
        at = words.index("في")
    rest = [word for word in words[at + 1 :] if fold(word).startswith("ال") or at]
    name = " ".join(rest)
    key = body_key(name) if rest else "~"
    return Group(key, name if at else role) if len(key) > _SHORTEST else None


def _forms(page: Page, entity: Entity) -> Iterator[str]:
    """Yield the folded ways in which an article writes an entity."""
    yield fold(plain_name(entity.name))
    yield from (fold(plain_name(page.record.words(span))) for span in (*entity.mentions, *entity.references))
