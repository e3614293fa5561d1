"""The dead, injured, abducted, arrested and displaced of a happening: counts as figures tell them, and single
victims that a noun alone tells (مقتل شاب)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from rawi.events.lexemes import is_single, signs_of
from rawi.events.mentions import Mention
from rawi.events.roles import Roles
from rawi.model.claim import Figure, Toll
from rawi.model.definition import Definition
from rawi.model.value import Hedge
from rawi.relations.quantities.page import Page, Site

KINDS = ("killed", "injured", "abducted", "arrested", "displaced")
HARMS = frozenset(KINDS)
_WHO = {
    "civilians": "civilians",
    "fighters": "fighters",
    "troops": "fighters",
    "police": "fighters",
    "women": "women",
    "children": "children",
}
_AFTER = 2  # words in which others who died may follow
_DONE = {
    "killing": "killed",
    "dead": "killed",
    "wounding": "injured",
    "abduction": "abducted",
    "arrest": "arrested",
    "capture": "arrested",
    "stabbing": None,
}


class Count(msgspec.Struct, frozen=True, gc=False):
    """A count of harm by the token at which it stands."""

    at: int
    kinds: tuple[str, ...]
    definition: Definition
    figure: Figure


def find_counts(page: Page, definitions: Mapping[str, Definition]) -> Iterator[Count]:
    """Yield the counts of harm in a text, in its order."""
    for site in page.sites:
        one = definitions.get(site.figure.id)
        if one is None or one.what is None or one.denied or one.expected:
            continue
        kinds = tuple(kind for kind in one.what.split("+") if kind in KINDS) or _fallen(page, site)
        if kinds:
            yield Count(site.first, kinds, one, site.figure)


def _fallen(page: Page, site: Site) -> tuple[str, ...]:
    """Return what befell those that are told to have fallen: سقط 12 قتيلا، 12 مقاتلا سقطوا قتلى."""
    after = page.words[site.last : site.last + 3]
    if any(word.startswith("سقط") for word in after) and any(word.startswith("قتل") for word in after):
        return ("killed",)
    return ()


def tolls_of(page: Page, count: Count) -> Iterator[Toll]:
    """Yield the tolls of a count, one for each kind of harm."""
    one, figure = count.definition, count.figure
    who = _WHO.get(one.who or "")
    joint = one.joint or len(count.kinds) > 1
    for kind in count.kinds:
        yield Toll(
            kind,  # type: ignore[arg-type]
            figure.low,
            figure.high,
            figure.hedge,
            who,  # type: ignore[arg-type]
            joint,
            figure.id,
            figure.span,
            part=one.part_of is not None,
            according_to=figure.according_to,
        )


def single_of(page: Page, mention: Mention, roles: Roles) -> Toll | None:
    """Return the toll of one that a noun or a name alone tells: مقتل شاب، اغتيل القاضي."""
    kind = _DONE.get(mention.word.family)
    target = roles.target
    own = _of_pronoun(page, mention)
    if kind and own:
        span = page.text.span(mention.first, mention.last)
        return Toll(kind, own, own, Hedge.EXACT, span=span)  # type: ignore[arg-type]
    if kind is None or target is None or mention.word.form == "plural":
        return None
    if any(page.site_at(at) for at in range(target.first, target.last)):
        return None
    first = page.words[target.first].removeprefix(target.joined)
    one_of = first in ("احد", "احدي") and target.core > target.first
    person = target.entity is not None and target.entity.type == "person" and not roles.with_target
    head = page.words[target.core].removeprefix(target.joined)
    after = page.words[target.core + 1 : target.core + 2]
    two = head.removeprefix("ال") in signs_of("dual") or not signs_of("two").isdisjoint(after)
    number = 2 if two else 1
    if number == 1 and not (person or one_of or is_single(head)):
        return None
    span = page.text.span(target.first, target.last)
    return Toll(kind, number, number, Hedge.EXACT, span=span)  # type: ignore[arg-type]


def _of_pronoun(page: Page, mention: Mention) -> int | None:
    """Return how many met their death by a pronoun: لقي شرطيان مصرعهما, two; null for others, and where more
    follow (مصرعه مع آخرين)."""
    word = page.words[mention.last - 1]
    if mention.word.family != "killing" or "مصرع" not in word:
        return None
    after = page.words[mention.last : mention.last + _AFTER]
    if any(one == "مع" or one.startswith("وعدد") for one in after):
        return None
    return 2 if word.endswith("هما") else 1 if word.endswith("ه") else None
