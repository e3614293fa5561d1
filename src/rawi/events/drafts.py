"""What each mention of a text tells, before mentions of one happening are brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from rawi.events.arguments import Roles, find_roles
from rawi.events.certainty import Signs, read_signs
from rawi.events.lexemes import party_of, signs_of
from rawi.events.mentions import Mention, find_mentions
from rawi.events.phrases import Phrase, class_of_name, led_by, read_phrase
from rawi.events.places import relate_places
from rawi.events.settings import Setting, find_setting, place_of
from rawi.events.tolls import Count, find_counts, single_of, tolls_of
from rawi.model.claim import Statement, Toll
from rawi.model.definition import Definition
from rawi.relations.quantities.page import COMMAS, Page

#: Families that tell what befell people, mostly in a happening that another word names.
VICTIMS = frozenset(("killing", "dead", "wounding"))
#: With what it was done: told of any mention, it is true of the happening.
MEANS = frozenset(("suicide", "device", "grenade", "chemical"))
_RESULTS = VICTIMS | {"destruction"}
#: Families of violence in which people are harmed.
VIOLENT = frozenset(
    (
        "airstrike", "strike", "shelling", "missile", "blast", "bombing", "mine", "attack", "stabbing",
        "stoning", "clash", "ambush", "shooting", "infiltration", "suicide", "operation", "raid", "search",
        "dispersal", "riot", "accident", "disaster",
    )
)  # fmt: skip


_OWNER = 18
_FOILED, _HELD = 8, 5


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
    means: frozenset[str] = frozenset()
    score: float = 0.0

    @property
    def main(self) -> Mention:
        """The mention that the event stands on."""
        return self.mentions[0]

    @property
    def families(self) -> frozenset[str]:
        """The kinds of happening that the mentions tell."""
        return frozenset(one.word.family for one in self.mentions)

    def lead_with_fullest(self) -> None:
        """Let the mention lead that names the happening best: of those in the sentence of the first, the
        first that is no mere verb of hitting, no victims and nothing that came of it."""
        first = self.mentions[0]
        near = [one for one in self.mentions if one.sentence == first.sentence]
        best = min(near, key=lambda one: (_rank(self.page, one), one.first))
        self.mentions = [best, *(one for one in self.mentions if one is not best)]

    def total(self, kind: str) -> Toll | None:
        """Return the toll of a kind that is no part of another, the first told."""
        return next((one for one in self.tolls if one.kind == kind and not one.part), None)


def _rank(page: Page, mention: Mention) -> int:
    """Return how little a mention names the happening itself: 0 for words of one kind."""
    family = mention.word.family
    if family in ("dead", "wounding"):
        return 3
    if family in ("destruction", "killing"):
        return 2
    generic = family == "attack" and mention.word.is_verb and page.words[mention.first] in signs_of("hits")
    return 1 if generic or family in ("operation", "advance", "deployment") else 0


def read_drafts(
    page: Page, definitions: Callable[[AbstractSet[tuple[int, int]]], Mapping[str, Definition]]
) -> list[Draft]:
    """Return a draft for each mention of a page that is none of another's, tolls given out.

    ``definitions`` gives those of the figures of harm in some sentences, by id.
    """
    mentions = list(find_mentions(page))
    if not mentions:
        return []
    drafts = [_read(page, one) for one in mentions]
    _inherit(page, drafts)
    drafts = _without_guests(page, drafts)
    joined = _join_victims(drafts)
    sentences = {mention.sentence for one in joined for mention in one.mentions}
    _give_tolls(page, joined, list(find_counts(page, definitions(sentences))))
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
    draft.means = draft.signs.clause & MEANS
    if is_place(roles.target) and mention.word.family in _STRIKING:
        draft.setting = _struck(page, draft)
    single = single_of(page, mention, roles)
    if single is not None:
        draft.tolls.append(single)
    return draft


#: Kinds of happening whose target, where it is a place, is where they were.
_STRIKING = frozenset(("airstrike", "strike", "shelling", "missile", "attack", "bombing", "raid", "siege"))


def _struck(page: Page, draft: Draft) -> Setting:
    """Return where something was done to a place: there, before all that stands around it."""
    setting, target = draft.setting, draft.roles.target
    place = place_of(page, target.core, target.last) if target is not None else None
    if place is None:
        return setting
    known = [one for one in setting.places if one.name != place.name]
    related = [one for one in known if relate_places(page, (place,), (one,)) != "differs"]
    inside = [one for one in related if relate_places(page, (place,), (one,)) == "around"]
    rest = [one for one in related if one not in inside]
    return Setting((*inside, place, *rest), True, setting.date)


def _statement_at(page: Page, token: int) -> Statement | None:
    """Return the innermost statement whose content holds a token."""
    best: tuple[int, Statement] | None = None
    for one in page.record.statements:
        for span in one.content:
            first, last = page.tokens(span)
            if first <= token < last and (best is None or last - first < best[0]):
                best = (last - first, one)
    return best[1] if best else None


def _inherit(page: Page, drafts: list[Draft]) -> None:
    """Give the actor of a verb to those that و joins to it without one (هاجم مسلحون حاجزا وقتلوا ثلاثة), and
    to nouns with its pronoun (تقدمت المقاومة وسيطرتها)."""
    for before, one in pairwise(drafts):
        word, roles = one.main.word, one.roles
        if before.main.sentence != one.main.sentence or roles.actor is not None:
            continue
        takes = word.is_verb and word.joined and word.of == "agent" and before.main.word.is_verb
        if takes and before.roles.actor is not None:
            one.roles = fuller(roles, Roles(actor=before.roles.actor))
    for one in drafts:
        word = one.main.word
        if one.roles.actor is None and word.is_verb and word.of == "agent" and (word.joined or word.several):
            one.roles = fuller(one.roles, Roles(actor=_subject_of(page, one.main)))
        if one.roles.actor is None and one.statement is not None and word.family in _ANNOUNCED:
            one.roles = fuller(one.roles, Roles(actor=_speaker(page, one)))
        if (
            word.owned
            and not word.is_verb
            and one.roles.actor is None
            and word.of in ("agent", "either", "parties")
        ):
            one.roles = fuller(one.roles, Roles(actor=_owner(page, one.main)))


#: What those who announce it did themselves: أعلن الجيش إحباط هجوم، أسر قيادي.
_ANNOUNCED = frozenset(("foiling", "capture", "arrest", "takeover", "destruction"))


def _subject_of(page: Page, mention: Mention) -> Phrase | None:
    """Return the first armed party of a sentence that no preposition leads to, before a verb that goes on."""
    first = mention.sentence[0]
    for at in range(first, mention.first):
        named = page.name_at(at)
        if named is not None and named.first != at:
            continue
        side = class_of_name(named.entity.name) if named is not None else party_of(page.words[at])
        if side in ("state", "nonstate") and not (
            at > first and page.words[at - 1] in signs_of("prepositions")
        ):
            return None if led_by(page, at) is not None else read_phrase(page, at, mention.first)
    return None


def _speaker(page: Page, one: Draft) -> Phrase | None:
    """Return who announces a deed, where what they say begins with it."""
    statement, mention = one.statement, one.main
    if statement is None or mention.word.is_verb or statement.speaker.span is None:
        return None
    start = min(page.tokens(span)[0] for span in statement.content)
    first, last = page.tokens(statement.speaker.span)
    if mention.first - start > 1:
        return None
    phrase = read_phrase(page, first, last)
    return phrase if phrase is not None and phrase.side in ("state", "nonstate") else None


def _owner(page: Page, mention: Mention) -> Phrase | None:
    """Return the nearest armed party before a noun with a pronoun, in its sentence."""
    for at in range(mention.first - 1, max(mention.sentence[0], mention.first - _OWNER) - 1, -1):
        named = page.name_at(at)
        side = class_of_name(named.entity.name) if named is not None else party_of(page.words[at])
        if side in ("state", "nonstate"):
            first = named.first if named is not None else at
            return read_phrase(page, first, mention.first)
    return None


def _without_guests(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without verbs that only tell of a noun (استهدفت غارة مزرعة، هجوم استهدف حاجزا): it
    gets what they name."""
    by_token = {one.main.first: one for one in drafts}
    kept: list[Draft] = []
    for one in drafts:
        host = by_token.get(one.roles.host) if one.roles.host is not None else _noun_before(page, drafts, one)
        if host is None or host is one:
            kept.append(one)
        else:
            host.roles = fuller(host.roles, Roles(target=one.roles.target))
    return _without_foiled(kept)


def _without_foiled(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without what was foiled (أحبطت القوات هجوما) and the noun of a verb (أحكم السيطرة):
    they are what the verb before them tells."""
    kept: list[Draft] = []
    for one in drafts:
        before = kept[-1] if kept else None
        if before is not None and before.main.clause == one.main.clause and not one.main.word.is_verb:
            near = one.main.first - before.main.last
            foiled = before.main.word.family == "foiling" and near <= _FOILED
            held = before.main.word.family == one.main.word.family == "takeover" and near <= _HELD
            held = held or (_is_after(one) and before.main.word.family == "takeover")
            if (foiled and one.main.word.family in VIOLENT | {"infiltration"}) or held:
                before.mentions.append(one.main)
                enemy = one.roles.actor if foiled else one.roles.target
                mine = Roles(before.roles.actor) if foiled else before.roles
                before.roles = fuller(mine, Roles(target=enemy))
                continue
        kept.append(one)
    return kept


def _is_after(one: Draft) -> bool:
    """Is a clash told as what led to what was taken: سيطرت على المدينة بعد معارك مع المسلحين?"""
    word = one.page.words[one.main.first - 1]
    return one.main.word.family == "clash" and word in ("بعد", "عقب", "اثر") and not one.main.word.definite


def _noun_before(page: Page, drafts: Sequence[Draft], one: Draft) -> Draft | None:
    """Return the noun of a happening of which a verb of hitting tells in a relative clause."""
    main = one.main
    if not main.word.is_verb or page.words[main.first] not in signs_of("hits"):
        return None
    for other in reversed(drafts):
        noun = other.main
        if noun.first >= main.first or noun.sentence != main.sentence or noun.word.is_verb:
            continue
        if noun.word.family not in VIOLENT or main.first - noun.last > _OWNER:
            return None
        between = page.words[noun.last : main.first]
        relative = any(word in signs_of("relative") for word in between[-2:])
        return other if relative or not any(word in COMMAS for word in between) else None
    return None


def is_place(phrase: Phrase | None) -> bool:
    """Does a phrase name a place?"""
    return phrase is not None and phrase.entity is not None and phrase.entity.type == "place"


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
        cause = _cause(one, drafts) if one.main.word.family in _RESULTS else None
        if cause is None:
            kept.append(one)
            continue
        _take_victims(cause, one)
    return kept


def _cause(one: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the happening in which those of a draft came to harm: of its clause, else of its sentence."""
    mention = one.main
    found = [
        other
        for other in drafts
        if other is not one and other.main.word.family in VIOLENT and other.main.sentence == mention.sentence
    ]
    near = [other for other in found if not _is_apart(other.main, mention)]
    near = near or [other for other in found if _goes_on(one, other, drafts)]
    return min(near, key=lambda other: abs(other.main.first - mention.first), default=None)


def _goes_on(one: Draft, cause: Draft, drafts: Sequence[Draft]) -> bool:
    """Are victims told in one clause and more of them with the cause in the next: قتل ثلاثة، وأصيب أربعة في
    هجوم?"""
    if one.main.first >= cause.main.clause[0]:
        return False
    between = [other for other in drafts if one.main.first < other.main.first < cause.main.first]
    return bool(between) and all(other.main.word.family in VICTIMS for other in between)


def _is_apart(a: Mention, b: Mention) -> bool:
    """Do two mentions of a sentence stand in clauses of their own?"""
    return a.clause != b.clause and not (a.clause[0] <= b.first < a.clause[1])


def _take_victims(cause: Draft, victims: Draft) -> None:
    """Add to a happening who was harmed in it."""
    cause.mentions += victims.mentions
    cause.tolls += victims.tolls
    if cause.main.word.family in ("clash", "ambush") and cause.roles.actor is None and victims.roles.target:
        cause.roles = Roles(
            cause.roles.target, victims.roles.target
        )  # قتل 15 من المسلحين في مواجهات مع الجيش
    target = cause.roles.target or victims.roles.target
    if is_place(target) and victims.roles.target is not None:
        target = victims.roles.target  # قصف على المدينة قتل فيه ثمانية: they, not the town
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
