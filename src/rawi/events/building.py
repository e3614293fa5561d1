"""The event that a draft makes: its type, its arguments by name, its tolls and how sure it is."""

from __future__ import annotations

from rawi.events.drafts import Draft
from rawi.events.kinds import type_of
from rawi.events.lexemes import signs_of
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
        target=_target(draft),
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


def _argument(page: Page, phrase: Phrase | None) -> Argument | None:
    """Return a phrase as an argument: the name of whom it names, else the words for them; people of whom
    nothing is told are civilians."""
    if phrase is None:
        return None
    span = page.text.span(phrase.first, phrase.last)
    if phrase.entity is not None:
        return Argument(phrase.entity.name, phrase.entity.id, span)
    head = page.words[phrase.core].removeprefix(phrase.joined)
    if phrase.side == "civilian" and head in signs_of("anybody"):
        return Argument(CIVILIANS, None, span)
    return Argument(name_of(page, phrase), None, span)


def _actor(draft: Draft) -> Argument | None:
    """Return who did it: civilians only where people come together."""
    phrase = draft.roles.actor
    if phrase is None or draft.main.word.family not in _STREET:
        return None if phrase and phrase.side in ("civilian", "protester") else _argument(draft.page, phrase)
    found = _argument(draft.page, phrase)
    unnamed = found is not None and phrase.entity is None and phrase.side == "civilian"
    return Argument(PROTESTERS, None, found.span) if found is not None and unnamed else found


def _target(draft: Draft) -> Argument | None:
    """Return to whom it was done; in the street only those who hold the people down."""
    phrase = draft.roles.target
    if draft.main.word.family in _STREET and (phrase is None or phrase.side != "state"):
        return None
    return _argument(draft.page, phrase)


def _number(draft: Draft, kind: str) -> Amount | None:
    """Return the number that the report leads with: of the sentence of the trigger, else of the others, those
    that و joins added up; null where there are several. All counts are in ``tolls``."""
    found = [one for one in draft.tolls if one.kind == kind and not one.part and not one.joint]
    page = draft.page
    within = [
        one
        for one in found
        if one.span and page.text.sentence_of(page.tokens(one.span)[0]) == draft.main.sentence
    ]
    told = _added(page, within or found)
    return told.pop() if len(told) == 1 else None


def _added(page: Page, tolls: list[Toll]) -> set[Amount]:
    """Return the numbers of tolls, those right after one another added up: 15 طفلا وامرأتان."""
    numbers: list[Amount] = []
    end = -1
    for one in tolls:
        value = _value(one)
        if value is None or one.span is None:
            continue
        first, last = page.tokens(one.span)
        if numbers and 0 <= first - end <= 1 and page.words[first][:1] == "و":
            numbers[-1] += value
        else:
            numbers.append(value)
        end = last
    return set(numbers)


def _value(toll: Toll) -> Amount | None:
    """Return the number of a toll: its lower bound, else its upper one; null for عشرات."""
    if toll.hedge == "order":
        return None
    return toll.low if toll.low is not None else toll.high
