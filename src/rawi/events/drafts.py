"""A happening in the making: its mentions and what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.events.certainty import Signs
from rawi.events.mentions import Mention, is_hit
from rawi.events.phrases import Phrase
from rawi.events.retelling import Retold
from rawi.events.roles import Roles
from rawi.events.settings import Setting
from rawi.model.claim import Statement, Toll
from rawi.relations.quantities.page import Page

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
    retold: Retold | None = None
    summed: frozenset[str] = frozenset()  # harms that are counted of many happenings, over a long time
    passed: frozenset[str] = frozenset()  # statements that hold its words and do not tell it

    @property
    def is_campaign(self) -> bool:
        """Are only many happenings told, by what they came to in a long time: غارات منذ مطلع العام?"""
        return bool(self.summed) and not self.tolls and self.setting.date is None

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
    generic = family == "attack" and is_hit(page, mention)
    return 1 if generic or family in ("operation", "advance", "deployment") else 0


def is_place(phrase: Phrase | None) -> bool:
    """Does a phrase name a place?"""
    return phrase is not None and phrase.entity is not None and phrase.entity.type == "place"


def _may_be_one(one: Phrase | None, other: Phrase | None) -> bool:
    """Can two phrases of one side be of the same, so that who is beside the one is beside the other?"""
    return one is None or other is None or one is other or one.entity == other.entity


def fuller(a: Roles, b: Roles) -> Roles:
    """Return roles with what only the second knows; nobody is on both sides."""
    actor, target = a.actor or b.actor, a.target or b.target
    if (
        actor is not None
        and target is not None
        and actor.entity is not None
        and actor.entity == target.entity
    ):
        target = b.target if b.target is not target else None
    return Roles(
        actor,
        target,
        a.with_actor or (b.with_actor if _may_be_one(a.actor, b.actor) else ()),
        a.with_target or (b.with_target if _may_be_one(a.target, b.target) else ()),
        a.claimed or b.claimed,
        a.thing or b.thing,
        a.host if a.host is not None else b.host,
    )
