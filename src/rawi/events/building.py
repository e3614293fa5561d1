"""The event that a draft makes: its type, its arguments by name, its tolls and how sure it is."""

from __future__ import annotations

from rawi.events.drafts import Draft
from rawi.events.kinds import type_of
from rawi.events.phrases import Phrase, name_of
from rawi.model.claim import Argument, Event, Toll
from rawi.model.value import Amount
from rawi.relations.quantities.page import Page

_STREET = frozenset(("protest", "gathering", "riot", "roadblock", "stoning"))
CIVILIANS, PROTESTERS = "مدنيون", "متظاهرون"


def build_event(number: int, draft: Draft) -> Event:
    """Return the event of a draft."""
    page, setting, main = draft.page, draft.setting, draft.main
    date = setting.date
    certainty = "reported"
    if draft.signs.denied:
        certainty = "denied"
    elif draft.signs.planned:
        certainty = "planned"
    elif draft.signs.alleged is not None:
        certainty = "alleged"
    return Event(
        id=f"v{number}",
        trigger=page.text.span(main.first, main.last),
        type=type_of(draft),
        actor=_actor(draft),
        target=_argument(page, draft.roles.target),
        place=setting.places[0] if setting.places else None,
        date=date.value if date is not None else None,
        killed=_number(draft, "killed"),
        injured=_number(draft, "injured"),
        abducted=_number(draft, "abducted"),
        arrested=_number(draft, "arrested"),
        tolls=tuple(draft.tolls),
        certainty=certainty,  # type: ignore[arg-type]
        according_to=draft.statement.id if draft.statement is not None else None,
        rule=f"event/{main.word.family}",
        mentions=tuple(page.text.span(one.first, one.last) for one in draft.mentions[1:]),
        places=setting.places,
        date_span=date.span if date is not None else None,
        claimed_by=_argument(page, draft.roles.claimed),
    )


def _argument(page: Page, phrase: Phrase | None, *, people: str = CIVILIANS) -> Argument | None:
    """Return a phrase as an argument: the name of whom it names, else what they are."""
    if phrase is None:
        return None
    span = page.text.span(phrase.first, phrase.last)
    if phrase.entity is not None:
        return Argument(phrase.entity.name, phrase.entity.id, span)
    if phrase.side == "civilian":
        return Argument(people, None, span)
    return Argument(name_of(page, phrase), None, span)


def _actor(draft: Draft) -> Argument | None:
    """Return who did it: civilians only where people come together."""
    phrase = draft.roles.actor
    if phrase is None or draft.main.word.family in _STREET:
        return _argument(draft.page, phrase, people=PROTESTERS)
    return None if phrase.side in ("civilian", "protester") else _argument(draft.page, phrase)


def _number(draft: Draft, kind: str) -> Amount | None:
    """Return the one number of a toll, null where there is none or claimants differ."""
    found = [one for one in draft.tolls if one.kind == kind and not one.part and not one.joint]
    numbers = {_value(one) for one in found}
    return numbers.pop() if len(numbers) == 1 else None


def _value(toll: Toll) -> Amount | None:
    if toll.hedge == "order":
        return None
    return toll.low if toll.low is not None else toll.high
