"""Whose claim a figure is: who said it, whom they speak for, and who passed it on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.offices import head_nouns, read_offices
from rawi.model.claim import Statement
from rawi.model.definition import Directness, Group
from rawi.model.entity import Entity
from rawi.model.span import Span
from rawi.relations.quantities.claimants import (
    Claimant,
    claimant_at,
    find_credited,
    find_owner_of_count,
    find_teller_after,
    find_trailing,
    is_presupposed,
)
from rawi.relations.quantities.groups import body_key, common_body, group_of, named_before, plain_name
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.owners import antecedent
from rawi.relations.quantities.page import COMMAS, LONGEST, QUOTES, STOPS, Named, Page, Site

_BACK, _SHORTEST, _NAME = 8, 3, 6


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


def holder_of(page: Page, site: Site) -> Holder:
    """Return ``find_holder`` of a figure, looked for when it is first asked for."""
    found: Holder | None = page.holders.get(site.figure.id)
    if found is None:
        found = page.holders[site.figure.id] = find_holder(page, site)
    return found


def find_holder(page: Page, site: Site) -> Holder:
    """Return whose claim a figure is; the article's own has no name.

    A count that the author names by its owner (حصيلة وزارة الداخلية متوقفة عند 19) is the owner's.
    """
    statement = page.statement_of(site)
    if statement is None or is_presupposed(page, site, statement):
        return _of_author(page, site)
    outer = tuple(_outer(page, site, statement))
    speaker = statement.speaker
    if (source := find_credited(page, site)) is not None and not _is_speaker(page, statement, source):
        return _held_by(source, relay=_relay(page, site, statement))
    if (teller := find_teller_after(page, site)) is not None and teller.name != speaker.name:
        return _held_by(teller)
    if (owner := find_owner_of_count(page, site)) is not None and owner.name != speaker.name:
        return _held_by(owner, relay=_relay(page, site, statement))
    said = next((one.date for one in (statement, *outer) if one.date), None)
    return Holder(
        name=speaker.name or speaker.role,
        role=speaker.told_role,
        statement=statement,
        body=_body_once(page, statement),
        relayed_by=tuple(name for one in outer if (name := one.speaker.name or one.speaker.role)),
        denied=statement.polarity == "denied",
        directness="indirect" if statement.kind == "indirect" else "direct",
        said=said,
        doubtful=statement.confidence == "doubtful",
    )


def _of_author(page: Page, site: Site) -> Holder:
    """Return whose claim a figure of the author's own words is."""
    if (owner := find_owner_of_count(page, site)) is not None:
        return _held_by(owner)
    if (counted := _estimated(page, site)) is not None:
        return counted
    source = find_credited(page, site) or find_teller_after(page, site) or find_trailing(page, site)
    return _given(page, site) or (_held_by(source) if source else Holder())


def _held_by(source: Claimant, relay: tuple[str, ...] = ()) -> Holder:
    """Return the holder that a claimant is."""
    return Holder(source.name, body=source.body, relayed_by=relay, directness="indirect")


def _is_speaker(page: Page, statement: Statement, source: Claimant) -> bool:
    """Is the source of a number the speaker of the statement that holds it?"""
    if source.name == statement.speaker.name:
        return True
    span = statement.speaker.span
    first, last = page.tokens(span) if span else (-1, -1)
    return first <= source.token < last and len(fold(source.name).split()) >= last - first


def _relay(page: Page, site: Site, statement: Statement) -> tuple[str, ...]:
    """Return who passes a source's number on: the speaker, but not one who is only named after another
    number (عشرة آلاف وفق المنظمين وثلاثة آلاف وفق الشرطة)."""
    if _speaks_of_another(page, site, statement):
        return ()
    return tuple(filter(None, (statement.speaker.name or statement.speaker.role,)))


def _speaks_of_another(page: Page, site: Site, statement: Statement) -> bool:
    """Is a speaker named only after this figure, as the source of another one or of this alone?"""
    span = statement.speaker.span
    if span is None or not statement.rule.endswith("tag-after"):
        return False
    return page.tokens(span)[0] >= site.last


def _outer(page: Page, site: Site, statement: Statement) -> Iterator[Statement]:
    """Yield the statements around one, the innermost first; a circle ends them. One that credits another
    number after this one passes nothing on."""
    seen = {statement.id}
    at = statement.within
    inner = page.tokens(statement.speaker.span)[1] if statement.speaker.span else site.last
    while at and at not in seen and (outer := page.statements.get(at)):
        seen.add(at)
        span = outer.speaker.span
        between = range(max(inner, site.last), page.tokens(span)[0] if span else 0)
        if not (outer.rule.endswith("tag-after") and any(page.site_at(token) for token in between)):
            yield outer
        at = outer.within


def _estimated(page: Page, site: Site) -> Holder | None:
    """Return the body whose count the author gives in his own words, by a verb of counting before the number.

    قدرت وزارة النقل الخسائر بنحو 12 مليونا, المرصد، الذي قدر عددهم ب3500, أما المرصد فرفع العدد إلى ثمانية.
    """
    words, counted = page.words, False
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - 2 * _BACK) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            return None
        counted = counted or has_role(words[at], "total")
        if page.name_at(at) is not None or not _is_counting(page, site, at, counted=counted):
            continue
        if (after := claimant_at(page, at + 1, led=True)) is not None:
            return _held_by(after)
        relative = at > 0 and words[at - 1] in words_of("before_verb")
        before = next(page.names_before(at, max(site.sentence[0], at - _NAME)), None)
        if before is None or not (relative or _leads(page, before, at)):
            return None
        by = claimant_at(page, before.first)
        return msgspec.structs.replace(_held_by(by), doubtful=True) if by else None
    return None


def _is_counting(page: Page, site: Site, at: int, *, counted: bool) -> bool:
    """Is a word a verb whose subject holds the number: قدرت، سجلت حصيلة، أقرت ب12؟"""
    if page.text.words_of(at, at + 1).endswith("ة"):
        return False  # عدم قدرة الحكومة: a noun that folding makes like the verb
    word, led = page.words[at], page.words[site.first].startswith("ب") or page.words[site.first - 1] == "ب"
    before = next((one for one in reversed(page.words[at : site.first]) if one not in QUOTES), "")
    about = before == "عن" and has_role(word, "tells")  # تحدثت النقابة عن 14
    counts = has_role(word, "counts") or (led and has_role(word, "admits")) or about
    return counts or (counted and has_role(word, "sets"))


def _given(page: Page, site: Site) -> Holder | None:
    """في حصيلة أولية أعلنتها وزارة الداخلية: the body that gave the count told in the sentence."""
    for at in range(site.last, min(site.sentence[1] - 1, site.last + LONGEST)):
        if page.words[at] in STOPS:
            return None
        source = claimant_at(page, at + 1) if page.words[at] in words_of("gave_it") else None
        if source is not None and source.body is not None:
            return _held_by(source)
    return None


def _leads(page: Page, named: Named, verb: int) -> bool:
    """Is a name the subject before its verb: at most a relative pronoun or a comma between?"""
    return all(word in words_of("relative") | COMMAS | QUOTES for word in page.words[named.last : verb])


def _body_once(page: Page, statement: Statement) -> Group | None:
    """Return ``body_of`` a statement, looked for at the first of its figures."""
    if statement.id not in page.bodies:
        page.bodies[statement.id] = body_of(page, statement)
    return page.bodies[statement.id]


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
    if span is not None and not words_of("in_its_name").isdisjoint(page.words[slice(*_around(page, span))]):
        return antecedent(page, page.tokens(span)[0])
    name = statement.speaker.name or statement.speaker.role or ""
    return common_body(name) or _body_of_paper(name)


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
        for one in page.spoken.get(entity.id, ()):
            yield from filter(None, (one.role, _as_role(one.name)))
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
        forms = page.forms.get(entity.id)
        if forms is None:
            forms = page.forms[entity.id] = tuple(dict.fromkeys(_forms(page, entity)))
        for form in forms:
            if f" {form} " in words and (best is None or len(form) > best[0]):
                best = len(form), entity, form
    if best is not None:
        lone = " " not in best[2] and named_before(page, best[2], token)
        return lone or group_of(page, best[1])
    told = role.split()
    common = (common_body(" ".join(told[at:])) for at in range(len(told)))
    return next(filter(None, common), None) or _body_of_office(role)


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


def _body_of_paper(name: str) -> Group | None:
    """Return whose numbers or whose office a name tells: بيانات جهاز الإحصاء, المتحدث بوزارة الداخلية."""
    words = plain_name(name).split()
    for at in range(1, min(len(words), _SHORTEST + 1)):
        bare = fold(words[at]).removeprefix("ب").removeprefix("ل")
        paper = fold(words[0]) in words_of("paper") or has_role(fold(words[0]), "account")
        led = fold(words[at]) != bare
        if bare in head_nouns() and (led or (paper and at == 1)):
            body = " ".join((words[at].removeprefix("ب").removeprefix("ل"), *words[at + 1 :]))
            return Group(body_key(body), body)
    return None


def _forms(page: Page, entity: Entity) -> Iterator[str]:
    """Yield the folded ways in which an article writes an entity."""
    yield fold(plain_name(entity.name))
    yield from (fold(plain_name(page.record.words(span))) for span in (*entity.mentions, *entity.references))
