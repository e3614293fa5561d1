"""The event that a draft makes: its type, its arguments by name, its tolls and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.events.doubts import is_of_doubtful_kind, is_of_doubtful_place
from rawi.events.drafts import Draft
from rawi.events.kinds import ACCIDENT, ARRESTS, DISASTER, type_of
from rawi.events.lexemes import is_single, party_of, signs_of
from rawi.events.linking import relate_phrases
from rawi.events.nations import nation_of
from rawi.events.persons import is_own
from rawi.events.phrases import Phrase, name_of, read_phrase
from rawi.events.retelling import is_long_ago
from rawi.events.roles import STREET
from rawi.model.claim import Argument, Event, Toll
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge
from rawi.relations.quantities.page import Page

CIVILIANS, PROTESTERS = "مدنيون", "متظاهرون"
_SURE = 2.3  # points from which a happening is certain
_NAMED = 3  # words of the longest instrument


def build_event(number: int, draft: Draft) -> Event:
    """Return the event of a draft."""
    page, setting, main = draft.page, draft.setting, draft.main
    date, roles = setting.date, draft.roles
    certainty, why = _certainty(draft)
    instrument = _instrument(draft)
    tolls = tuple(_tolls(draft))
    actor, target = _actor(draft), _target(draft)
    kind = type_of(draft)
    reasons = tuple(_reasons(draft, kind))
    return Event(
        id=f"v{number}",
        trigger=page.text.span(main.first, main.last),
        type=kind,
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
        with_target=tuple(_arguments(page, roles.with_target, target, violent=_is_violent(draft))),
        places=setting.places,
        date_span=date.span if date is not None else None,
        instrument_span=page.text.span(*instrument) if instrument else None,
        claimed_by=_argument(page, roles.claimed),
        certainty_span=why,
        confidence="doubtful" if reasons else "certain",
        reasons=reasons,
    )


def _is_sure(draft: Draft) -> bool:
    """Do the signs tell of one happening, and of no campaign?"""
    return draft.score >= _SURE and not draft.is_campaign


def _reasons(draft: Draft, kind: str) -> Iterator[str]:
    """Yield what makes an event of a kind doubtful; none for a certain one."""
    if not _is_sure(draft):
        yield "weak"
    if draft.setting.places and not draft.setting.own:
        yield "place_aside"
    if not draft.setting.places:
        yield "no_place"
    if is_of_doubtful_place(draft):
        yield "place_unsure"
    if is_of_doubtful_kind(draft, kind):
        yield "kind_unsure"


def _certainty(draft: Draft) -> tuple[str, Span | None]:
    """Return how sure a happening is said to be, and the words that say so."""
    signs, page, retold = draft.signs, draft.page, draft.retold
    if retold is not None and retold.open and not (signs.denied or signs.planned):
        return "alleged", page.text.span(retold.at, retold.at + 1)
    for name, told in (("denied", signs.denied), ("planned", signs.planned), ("alleged", signs.alleged)):
        if told:
            return name, signs.why
    return "reported", None


def is_history(draft: Draft) -> bool:
    """Is a happening told as one of long before the news: by its date, or by what the words say?"""
    if draft.retold is not None and draft.retold.is_old:
        return True
    published = draft.page.record.document.published
    told = draft.setting.date.value if draft.setting.date is not None else None
    if told is None or published is None or told[:1] == "X":
        return "past" in draft.signs.clause
    return is_long_ago(draft.setting.date, published)


def _instrument(draft: Draft) -> tuple[int, int] | None:
    """Return the words for that with which it was done, in the clause of a mention; the longest name."""
    signs, words, firsts = signs_of("instrument"), draft.page.words, _instrument_firsts()
    seen = set[int]()
    for mention in draft.mentions:
        for at in range(*mention.clause):
            if words[at] not in firsts or at in seen:
                continue
            seen.add(at)
            for size in range(min(_NAMED, mention.clause[1] - at), 0, -1):
                phrase = words[at : at + size]
                whole = " ".join(phrase)
                if whole in signs or (phrase and phrase[0][:1] == "ب" and whole[1:] in signs):
                    return at, at + size
    return None


@cache
def _instrument_firsts() -> frozenset[str]:
    """Return the first words of names of instruments, with ب joined and without."""
    firsts = {name.split(" ")[0] for name in signs_of("instrument")}
    return frozenset(firsts | {"ب" + word for word in firsts})


def _argument(page: Page, phrase: Phrase | None, *, violent: bool = True) -> Argument | None:
    """Return a phrase as an argument: the name of whom it names, else the words for them;
    people of whom nothing is told are civilians in what is ``violent``. Null for a bare number."""
    if phrase is None or _is_bare_number(page, phrase):
        return None
    span = page.text.span(phrase.first, phrase.last)
    head = page.words[phrase.core].removeprefix(phrase.joined)
    official = is_single(head) and not page.name_at(phrase.core)  # رئيس الحزب is not the party
    people = phrase.side == "civilian" and not page.name_at(phrase.core)  # عمال شركة النهر are not it
    if phrase.entity is not None and (phrase.entity.type == "person" or not (official or people)):
        return Argument(phrase.entity.name, phrase.entity.id, span)
    if phrase.side == "civilian" and head in signs_of("anybody"):
        others = head in signs_of("others") and not _are_civilians(page, phrase)
        if head in _said_so() or (violent and not others):
            return Argument(CIVILIANS, None, span)
        told = page.text.words_of(phrase.core, phrase.core + 1).strip()
        return Argument(told.removeprefix(phrase.joined), None, span)
    return Argument(name_of(page, phrase), None, span)


def _is_bare_number(page: Page, phrase: Phrase) -> bool:
    """Is a phrase a number alone, that tells nobody (قتل 5)?"""
    site = page.site_at(phrase.core)
    if site is None or phrase.entity is not None or phrase.party is not None:
        return False
    return site.first == phrase.core and phrase.last <= site.last and not site.noun


@cache
def _said_so() -> frozenset[str]:
    """Return the words that say themselves that people are civilians."""
    return frozenset(word for word in signs_of("anybody") if "مدني" in word)


def _are_civilians(page: Page, phrase: Phrase) -> bool:
    """Are others (سبعة آخرين) no others of some armed people of their sentence?"""
    first, _ = page.text.sentence_of(phrase.first)
    return not any(word.lstrip("وفبل") in signs_of("security") for word in page.words[first : phrase.first])


def _arguments(
    page: Page, phrases: tuple[Phrase, ...], first: Argument | None, *, violent: bool = True
) -> Iterator[Argument]:
    """Yield phrases as arguments, but those named as the ``first`` of their side is."""
    for phrase in phrases:
        found = _argument(page, phrase, violent=violent)
        if found is not None and (first is None or found.name != first.name):
            yield found


def _actor(draft: Draft) -> Argument | None:
    """Return who did it: civilians only where people come together, and those are protesters if they are not
    told to be others (طلاب، أهالي)."""
    page, phrase, family = draft.page, draft.roles.actor, draft.main.word.family
    if phrase is None:
        return Argument(PROTESTERS) if family == "protest" else nation_of(draft)
    if family not in STREET:
        unarmed = phrase.side in ("civilian", "protester") and not _is_to_own(draft)
        return None if unarmed else _argument(page, phrase)
    found = _argument(page, phrase)
    head = page.words[phrase.core]
    told = phrase.entity is not None or party_of(head) is not None or head in signs_of("crowd")
    if found is None or (told and found.name != CIVILIANS):
        return found
    return Argument(PROTESTERS, None, found.span) if told or family in ("protest", "gathering") else None


def _is_to_own(draft: Draft) -> bool:
    """Is a deed told of one person to somebody of his own, so that both are told: طعن شاب والده?"""
    actor, target = draft.roles.actor, draft.roles.target
    if actor is None or target is None or not draft.main.last <= actor.first < target.first:
        return False
    return is_own(draft.page, target.core) is not None


def _target(draft: Draft) -> Argument | None:
    """Return to whom it was done; in the street only those who hold the people down."""
    phrase = draft.roles.target
    if draft.main.word.family in STREET and (phrase is None or phrase.side != "state"):
        return None
    return _argument(draft.page, phrase, violent=_is_violent(draft))


def _is_violent(draft: Draft) -> bool:
    """Is a happening no accident, no disaster and no arrest, so that nobody's side matters?"""
    return type_of(draft) not in (ACCIDENT, DISASTER, ARRESTS)


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
