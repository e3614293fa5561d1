"""The event that a draft makes: its type, its arguments by name, its tolls and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

import msgspec

from rawi.events.drafts import Draft
from rawi.events.kinds import type_of
from rawi.events.lexemes import is_single, party_of, signs_of
from rawi.events.linking import relate_phrases
from rawi.events.nations import nation_of
from rawi.events.phrases import Phrase, name_of, read_phrase
from rawi.events.roles import STREET
from rawi.model.claim import Argument, Event, Toll
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge
from rawi.relations.quantities.page import Page

CIVILIANS, PROTESTERS = "مدنيون", "متظاهرون"
_SURE = 2.3  # points from which a happening is certain
_HISTORY = 45  # days after which a happening is no news any more
_DAY, _YEAR = 10, 4
_NAMED = 3  # words of the longest instrument


def build_event(number: int, draft: Draft) -> Event:
    """Return the event of a draft."""
    page, setting, main = draft.page, draft.setting, draft.main
    date, roles = setting.date, draft.roles
    certainty, why = _certainty(draft)
    instrument = _instrument(draft)
    tolls = tuple(_tolls(draft))
    actor, target = _actor(draft), _target(draft)
    return Event(
        id=f"v{number}",
        trigger=page.text.span(main.first, main.last),
        type=type_of(draft),
        actor=actor,
        target=target,
        place=setting.places[0] if setting.places else None,
        date=date.value if date is not None else None,
        killed=_number(draft, "killed"),
        injured=_number(draft, "injured"),
        abducted=_number(draft, "abducted"),
        arrested=_number(draft, "arrested"),
        tolls=tolls,
        instrument=page.text.words_of(*instrument) if instrument else None,
        background=is_history(draft),
        certainty=certainty,  # type: ignore[arg-type]
        according_to=draft.statement.id if draft.statement is not None else None,
        rule=f"event/{main.word.family}",
        mentions=tuple(page.text.span(one.first, one.last) for one in draft.mentions[1:]),
        with_actor=tuple(_arguments(page, roles.with_actor, actor)),
        with_target=tuple(_arguments(page, roles.with_target, target)),
        places=setting.places,
        date_span=date.span if date is not None else None,
        instrument_span=page.text.span(*instrument) if instrument else None,
        claimed_by=_argument(page, roles.claimed),
        certainty_span=why,
        confidence="certain" if draft.score >= _SURE and setting.own else "doubtful",
        reasons=tuple(_reasons(draft)),
    )


def _reasons(draft: Draft) -> Iterator[str]:
    """Yield what makes an event doubtful."""
    if draft.score < _SURE:
        yield "weak"
    if draft.setting.places and not draft.setting.own:
        yield "place_aside"
    if not draft.setting.places:
        yield "no_place"


def _certainty(draft: Draft) -> tuple[str, Span | None]:
    """Return how sure a happening is said to be, and the words that say so."""
    signs = draft.signs
    for name, told in (("denied", signs.denied), ("planned", signs.planned), ("alleged", signs.alleged)):
        if told:
            return name, signs.why
    return "reported", None


def is_history(draft: Draft) -> bool:
    """Is a happening told as one of long before the news: by its date, or by what the words say?"""
    published = draft.page.record.document.published
    told = draft.setting.date.value if draft.setting.date is not None else None
    if told is None or published is None or told[:1] == "X":
        return "past" in draft.signs.clause
    start = told.split("/")[0]
    if len(start) >= _DAY and len(published) >= _DAY:
        try:
            return (Day.fromisoformat(published[:_DAY]) - Day.fromisoformat(start[:_DAY])).days > _HISTORY
        except ValueError:
            return False
    size = min(len(start), len(published))
    return start[:size] < published[:size]


def _instrument(draft: Draft) -> tuple[int, int] | None:
    """Return the words for that with which it was done, in the clause of a mention; the longest name."""
    signs, words = signs_of("instrument"), draft.page.words
    seen = set[int]()
    for mention in draft.mentions:
        for at in range(*mention.clause):
            if at in seen:
                continue
            seen.add(at)
            for size in range(min(_NAMED, mention.clause[1] - at), 0, -1):
                phrase = words[at : at + size]
                whole = " ".join(phrase)
                if whole in signs or (phrase and phrase[0][:1] == "ب" and whole[1:] in signs):
                    return at, at + size
    return None


def _argument(page: Page, phrase: Phrase | None) -> Argument | None:
    """Return a phrase as an argument: the name of whom it names, else the words for them; people of whom
    nothing is told are civilians."""
    if phrase is None:
        return None
    span = page.text.span(phrase.first, phrase.last)
    head = page.words[phrase.core].removeprefix(phrase.joined)
    official = is_single(head) and not page.name_at(phrase.core)  # رئيس الحزب is not the party
    if phrase.entity is not None and (phrase.entity.type == "person" or not official):
        return Argument(phrase.entity.name, phrase.entity.id, span)
    if phrase.side == "civilian" and head in signs_of("anybody"):
        return Argument(CIVILIANS, None, span)
    return Argument(name_of(page, phrase), None, span)


def _arguments(page: Page, phrases: tuple[Phrase, ...], first: Argument | None) -> Iterator[Argument]:
    """Yield phrases as arguments, but those named as the ``first`` of their side is."""
    for phrase in phrases:
        found = _argument(page, phrase)
        if found is not None and (first is None or found.name != first.name):
            yield found


def _actor(draft: Draft) -> Argument | None:
    """Return who did it: civilians only where people come together, and those are protesters if they are not
    told to be others (طلاب، أهالي)."""
    page, phrase, family = draft.page, draft.roles.actor, draft.main.word.family
    if phrase is None:
        return Argument(PROTESTERS) if family == "protest" else nation_of(draft)
    if family not in STREET:
        return None if phrase.side in ("civilian", "protester") else _argument(page, phrase)
    found = _argument(page, phrase)
    head = page.words[phrase.core]
    told = phrase.entity is not None or party_of(head) is not None or head in signs_of("crowd")
    if found is None or (told and found.name != CIVILIANS):
        return found
    return Argument(PROTESTERS, None, found.span) if told or family in ("protest", "gathering") else None


def _target(draft: Draft) -> Argument | None:
    """Return to whom it was done; in the street only those who hold the people down."""
    phrase = draft.roles.target
    if draft.main.word.family in STREET and (phrase is None or phrase.side != "state"):
        return None
    return _argument(draft.page, phrase)


def _tolls(draft: Draft) -> Iterator[Toll]:
    """Yield the tolls, each once for each who tells it, with the side on which those counted stood."""
    seen = set()
    for one in draft.tolls:
        key = (one.kind, one.low, one.high, one.hedge, one.who, one.joint, one.part, one.according_to)
        if key not in seen:
            seen.add(key)
            yield msgspec.structs.replace(one, side=_side_of(draft, one))


def _side_of(draft: Draft, toll: Toll) -> str | None:
    """Return on which side those counted stood: named as the actor or the target is."""
    if toll.span is None:
        return "target"
    page = draft.page
    first = page.tokens(toll.span)[0]
    counted = read_phrase(page, first, page.text.sentence_of(first)[1])
    if counted is None:
        return None
    for side, phrase in (("target", draft.roles.target), ("actor", draft.roles.actor)):
        if phrase is None:
            continue
        if phrase.first <= first < phrase.last or relate_phrases(page, counted, phrase) in ("same", "shared"):
            return side
    return None


def _number(draft: Draft, kind: str) -> Amount | None:
    """Return the number that the report leads with: of the sentence of the trigger, else of the others, those
    that و joins added up; null where there are several. All counts are in ``tolls``."""
    found = [one for one in draft.tolls if one.kind == kind and not one.part and not one.joint]
    page, sentence = draft.page, draft.main.sentence
    within = [
        one for one in found if one.span and page.text.sentence_of(page.tokens(one.span)[0]) == sentence
    ]
    told = _added(page, within) or _added(page, found)  # عشرات in the first, 96 in another
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
    """Return the number of a toll: its lower bound, else its upper one; null for عشرات and for a range."""
    if toll.hedge in (Hedge.ORDER, Hedge.BETWEEN):
        return None
    return toll.low if toll.low is not None else toll.high
