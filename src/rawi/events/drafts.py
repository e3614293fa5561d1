"""What each mention of a text tells, before mentions of one happening are brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rawi.events.arguments import Roles, find_roles
from rawi.events.certainty import Signs, read_signs
from rawi.events.mentions import Mention, find_mentions
from rawi.events.phrases import Phrase
from rawi.events.settings import Setting, find_setting
from rawi.events.tolls import Count, find_counts, single_of, tolls_of
from rawi.model.claim import Statement, Toll
from rawi.model.definition import Definition
from rawi.relations.quantities.page import Page

#: Families that tell what befell people, mostly in a happening that another word names.
VICTIMS = frozenset(("killing", "dead", "wounding"))
#: Families of violence in which people are harmed.
VIOLENT = frozenset(
    (
        "airstrike", "strike", "shelling", "missile", "blast", "bombing", "attack", "stabbing", "clash", "ambush",
        "shooting", "suicide", "operation", "raid", "search", "dispersal", "riot", "accident", "disaster",
    )
)  # fmt: skip


@dataclass
class Draft:
    """A happening in the making: its mentions, the fullest first told apart, and what they tell."""

    page: Page
    mentions: list[Mention]
    roles: Roles
    setting: Setting
    statement: Statement | None
    signs: Signs
    tolls: list[Toll] = field(default_factory=list)
    score: float = 0.0

    @property
    def main(self) -> Mention:
        """The mention that the event stands on."""
        return self.mentions[0]

    @property
    def families(self) -> frozenset[str]:
        """The kinds of happening that the mentions tell."""
        return frozenset(one.word.family for one in self.mentions)

    def total(self, kind: str) -> Toll | None:
        """Return the toll of a kind that is no part of another, the first told."""
        return next((one for one in self.tolls if one.kind == kind and not one.part), None)


def read_drafts(page: Page, definitions: Callable[[], Mapping[str, Definition]]) -> list[Draft]:
    """Return a draft for each mention of a page that is none of another's, tolls given out."""
    mentions = list(find_mentions(page))
    if not mentions:
        return []
    drafts = [_read(page, one) for one in mentions]
    drafts = _without_guests(drafts)
    joined = _join_victims(drafts)
    _give_tolls(page, joined, list(find_counts(page, definitions())))
    return joined


def _read(page: Page, mention: Mention) -> Draft:
    """Return what one mention tells."""
    statement = _statement_at(page, mention.first)
    roles = find_roles(page, mention)
    draft = Draft(
        page,
        [mention],
        roles,
        find_setting(page, mention, statement),
        statement,
        read_signs(page, mention, statement),
    )
    single = single_of(page, mention, roles)
    if single is not None:
        draft.tolls.append(single)
    return draft


def _statement_at(page: Page, token: int) -> Statement | None:
    """Return the innermost statement whose content holds a token."""
    best: tuple[int, Statement] | None = None
    for one in page.record.statements:
        for span in one.content:
            first, last = page.tokens(span)
            if first <= token < last and (best is None or last - first < best[0]):
                best = (last - first, one)
    return best[1] if best else None


def _without_guests(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without verbs that only tell of a noun (استهدفت غارة مزرعة): it gets what they name."""
    by_token = {one.main.first: one for one in drafts}
    kept = []
    for one in drafts:
        host = by_token.get(one.roles.host) if one.roles.host is not None else None
        if host is None or host is one:
            kept.append(one)
        else:
            host.roles = fuller(host.roles, one.roles)
    return kept


def fuller(a: Roles, b: Roles) -> Roles:
    """Return roles with what only the second knows."""
    return Roles(
        a.actor or b.actor,
        a.target or b.target,
        a.with_actor or b.with_actor,
        a.with_target or b.with_target,
        a.claimed or b.claimed,
        a.thing or b.thing,
    )


def _join_victims(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of victims joined to the happening of their sentence that a word names."""
    kept: list[Draft] = []
    for one in drafts:
        cause = _cause(one, drafts) if one.main.word.family in VICTIMS else None
        if cause is None:
            kept.append(one)
            continue
        _take_victims(cause, one)
    return kept


def _cause(one: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the happening in which those of a draft came to harm: of its clause, else of its sentence."""
    mention = one.main
    near = [
        other
        for other in drafts
        if other is not one
        and other.main.word.family in VIOLENT
        and other.main.sentence == mention.sentence
        and (other.main.clause == mention.clause or not _is_apart(other.main, mention))
    ]
    if not near:
        return None
    return min(near, key=lambda other: abs(other.main.first - mention.first))


def _is_apart(a: Mention, b: Mention) -> bool:
    """Do two mentions of a sentence stand in clauses of their own?"""
    return a.clause != b.clause and not (a.clause[0] <= b.first < a.clause[1])


def _take_victims(cause: Draft, victims: Draft) -> None:
    """Add to a happening who was harmed in it."""
    cause.mentions += victims.mentions
    cause.tolls += victims.tolls
    target = cause.roles.target or victims.roles.target
    cause.roles = fuller(Roles(cause.roles.actor, target), fuller(cause.roles, victims.roles))
    if not cause.setting.places:
        cause.setting = Setting(victims.setting.places, victims.setting.own, cause.setting.date)
    if cause.setting.date is None:
        cause.setting = Setting(cause.setting.places, cause.setting.own, victims.setting.date)


def _give_tolls(page: Page, drafts: Sequence[Draft], counts: Iterable[Count]) -> None:
    """Give each count to the happening of its sentence that is nearest."""
    for count in counts:
        sentence = page.text.sentence_of(count.at)
        found = [(_gap(one, count.at), one) for one in drafts if _may_have(one, count)]
        found = [pair for pair in found if pair[1].main.sentence == sentence or _shares(pair[1], sentence)]
        if not found:
            continue
        best = min(found, key=lambda pair: pair[0])[1]
        fresh = list(tolls_of(page, count))
        best.tolls = [one for one in best.tolls if one.figure or one.kind not in count.kinds] + fresh


def _gap(draft: Draft, at: int) -> int:
    """Return how far the nearest mention of a draft is from a token."""
    return min(abs(one.first - at) for one in draft.mentions)


def _shares(draft: Draft, sentence: tuple[int, int]) -> bool:
    return any(one.sentence == sentence for one in draft.mentions)


_SUFFERED = {
    "abducted": frozenset(("abduction", "hostages", "attack", "raid")),
    "arrested": frozenset(
        ("arrest", "search", "capture", "raid", "operation", "dispersal", "protest", "clash")
    ),
}


def _may_have(draft: Draft, count: Count) -> bool:
    """Can those counted have come to harm in a happening of this kind?"""
    families = draft.families
    for kind in count.kinds:
        known = _SUFFERED.get(kind)
        if known is None:
            if families & (VIOLENT | VICTIMS | {"takeover", "protest", "ambush", "siege"}):
                return True
        elif families & known:
            return True
    return False


def words_of_phrase(page: Page, phrase: Phrase) -> str:
    """Return the source's words of a phrase."""
    return page.text.words_of(phrase.first, phrase.last)
