"""Whether two mentions are of one happening: signs for and against, whose points stand in
``event_evidence.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from rawi.events.drafts import VICTIMS, VIOLENT, Draft
from rawi.events.lexemes import signs_of
from rawi.events.phrases import Phrase
from rawi.events.places import relate_places
from rawi.relations.quantities.page import Page

_OTHER = frozenset(
    ("اخري", "اخر", "ثان", "ثانيه", "ثالث", "مماثل", "مماثله", "منفصل", "منفصله", "جديد", "جديده")
)
_KINDS = ("killed", "injured", "abducted", "arrested")
_GROUPS: dict[str, str] = dict.fromkeys(VIOLENT | VICTIMS, "violence") | {
    "takeover": "territory",
    "seizure": "territory",
    "advance": "territory",
    "arrest": "custody",
    "search": "custody",
    "capture": "custody",
    "abduction": "abduction",
    "hostages": "abduction",
    "protest": "street",
    "dispersal": "street",
    "riot": "street",
    "gathering": "street",
    "roadblock": "street",
    "stoning": "street",
    "seizing": "abduction",
}


#: Sorts of violence that are not one happening: from the air, by guns, by a bomb, man to man.
_SORTS: dict[str, int] = {
    family: number
    for number, families in enumerate(
        (
            ("airstrike", "strike"),
            ("shelling", "missile"),
            ("blast", "bombing", "mine"),
            ("clash", "ambush", "infiltration", "raid", "shooting", "stabbing"),
            ("accident",),
            ("disaster",),
        ),
        1,
    )
    for family in families
}


def group_of(family: str) -> str:
    """Return the group of kinds in which a family lies: those whose words may tell one happening."""
    return _GROUPS.get(family, family)


def link_features(page: Page, a: Draft, b: Draft, gap: int, scenes: Mapping[str, int]) -> Iterator[str]:
    """Yield what two drafts have in common and what not; ``a`` is the earlier one, ``gap`` sentences before;
    ``scenes`` in how many places each group of kinds is told to be (``count_scenes``)."""
    first, second, word = a.main, b.main, b.main.word
    one, other = first.word.family, word.family
    told = "verb" if word.is_verb else "the" if word.definite else "owned" if word.owned else "a"
    if told == "the" and page.words[second.first - 1] in signs_of("this"):
        told = "this"
    yield "bias"
    yield from _of_kinds(one, other, min(scenes.get(group_of(one), 0), 3), min(gap, 5), told)
    if gap == 0:
        clause = "same" if first.clause == second.clause else "other"
        yield f"clause {clause} {'same' if one == other else 'kin'}"
    yield from _settings(page, a, b, told)
    if a.tolls or b.tolls:
        yield from _tolls(a, b)
    yield from _parties(a, b)
    if a.signs.planned != b.signs.planned:
        yield "planned differs"
    if is_another(page, b):
        yield "another"
    if gap == 0 and not signs_of("caused").isdisjoint(page.words[first.last : second.first][-3:]):
        yield "caused"
    of_victims = a.families <= VICTIMS, b.families <= VICTIMS
    if any(of_victims):
        yield f"victims {int(of_victims[0])}{int(of_victims[1])} gap {min(gap, 2)}"
    if first.sentence[0] == page.text.sentences[0][0] and gap == 1:
        yield "after the headline"
    if (first.word.form == "plural") != (word.form == "plural"):
        yield "number differs"
    if page.words[first.first] == page.words[second.first]:
        yield "word same"


@cache
def _of_kinds(one: str, other: str, scenes: int, gap: int, told: str) -> tuple[str, ...]:
    """Return what two families have in common, ``gap`` sentences apart, the second told in some way."""
    group, second, same = group_of(one), group_of(other), one == other
    mishap = {group, second} == {"mishap", "violence"} and bool({one, other} & VICTIMS)
    kin = group == second or mishap
    found = [f"groups {min(group, second)}+{max(group, second)}"]
    if group == second:
        found += [f"scenes {scenes}", f"pair {min(one, other)}+{max(one, other)}"]
    found.append(f"family {'same' if same else 'kin' if kin else 'other'}")
    if _SORTS.get(one, 0) and _SORTS.get(other, 0) and _SORTS[one] != _SORTS[other]:
        found.append("sort differs")
    found.append(f"gap {min(gap, 5)}")
    found += [f"told {told} {'same' if same else 'kin'}", f"told {told} gap {min(gap, 3)}"]
    return tuple(found)


def is_another(page: Page, one: Draft) -> bool:
    """Is a happening told as one beside others: غارة أخرى، هجوم ثان؟"""
    return not _OTHER.isdisjoint(page.words[one.main.last : one.main.last + 2])


_SIGNS = "-+"


def _settings(page: Page, a: Draft, b: Draft, told: str) -> Iterator[str]:
    """Yield how the places and the days of two drafts are to each other."""
    one, other = a.setting, b.setting
    if one.own and other.own:
        related = relate_places(page, one.places, other.places)
        yield f"place {related}"
        yield f"place {related} {told}"
    else:
        yield f"place {_SIGNS[one.own]}{_SIGNS[other.own]}"
        if one.places and other.places:
            yield f"place around {relate_places(page, one.places, other.places)}"
    if one.date and other.date:
        yield f"date {'same' if one.date.value == other.date.value else 'differs'}"
    else:
        yield f"date {_SIGNS[one.date is not None]}{_SIGNS[other.date is not None]}"


def _tolls(a: Draft, b: Draft) -> Iterator[str]:
    """Yield how the counts of two drafts are to each other; those of two claimants may differ
    where the second speaks of a happening as known."""
    for kind in _KINDS:
        ones = {(one.low, one.according_to) for one in a.tolls if one.kind == kind and not one.part}
        others = {(one.low, one.according_to) for one in b.tolls if one.kind == kind and not one.part}
        if ones and others:
            same = bool({low for low, _ in ones} & {low for low, _ in others})
            known = b.main.word.definite or b.main.word.owned
            rival = known and {who for _, who in ones}.isdisjoint(who for _, who in others)
            yield f"toll {kind} {'same' if same else 'rival' if rival else 'differs'}"
        elif ones or others:
            yield f"toll {kind} {'-+'[bool(ones)]}{'-+'[bool(others)]}"


def _parties(a: Draft, b: Draft) -> Iterator[str]:
    """Yield how those who did it and those to whom it was done are to each other."""
    for name, one, other in (
        ("actor", a.roles.actor, b.roles.actor),
        ("target", a.roles.target, b.roles.target),
    ):
        if one is None or other is None:
            yield f"{name} {_SIGNS[one is not None]}{_SIGNS[other is not None]}"
            continue
        told = relate_phrases(a.page, one, other)
        yield f"{name} {told}"
        apart = told not in ("same", "shared") and a.main.word.is_verb and b.main.word.is_verb
        if name == "target" and apart and group_of(a.main.word.family) == "custody":
            yield "others arrested"


def relate_phrases(page: Page, a: Phrase, b: Phrase) -> str:
    """Return how two phrases are to each other: ``same`` name, ``side``, ``differs``."""
    if a.entity is not None and b.entity is not None:
        return "same" if a.entity.id == b.entity.id else "differs"
    if not set(page.words[a.first : a.last]).isdisjoint(page.words[b.first : b.last]):
        return "shared"
    return "side" if a.side == b.side and a.side is not None else "unlike"
