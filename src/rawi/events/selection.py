"""Which mentions are happenings that the article tells, and which are only spoken of: signs for and against,
whose points stand in ``event_evidence.tsv``."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.drafts import VICTIMS, Draft
from rawi.events.kinds import type_of
from rawi.events.lexemes import read_event_words, signs_of, sport_words
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page, once_a_page
from rawi.rules.wordsets import find_words

_TOLLS = ("killed", "injured", "abducted", "arrested")
_YEAR = 4


def keep_features(page: Page, draft: Draft, number: int, sentences: int, earlier: bool) -> Iterator[str]:
    """Yield what speaks for and against a draft: ``number`` of its sentence of ``sentences``; ``earlier``: a
    draft of its kind stands before it."""
    main = draft.main
    word = main.word
    yield "bias"
    yield f"family {word.family}"
    form = "verb" if word.form == "verb" else word.form
    yield f"form {form}"
    yield f"family {word.family} {form}"
    how = "done" if draft.signs.done else "the" if word.definite else "owned" if word.owned else "a"
    if not word.is_verb:
        yield f"told {how}"
        yield f"told {how} {form}"
    if word.lead == "ل" and not draft.signs.done:
        yield "for"
    words = page.words
    if word.lead == "ك" or (main.first and words[main.first - 1].startswith("كعمل")):
        yield "such as"
    yield f"sentence {number if number < 3 else 3 if number < 6 else 6}"
    yield f"part {int(3 * number / max(1, sentences))}"
    yield f"first {not earlier}"
    yield f"first {not earlier} {word.family}"
    yield from _told(draft)
    yield from _around(page, draft)
    for role in draft.signs.near:
        yield f"near {role}"
    for role in draft.signs.clause & {
        "sport",
        "figurative",
        "past",
        "plan",
        "suppose",
        "results",
        "pluperfect",
    }:
        yield f"clause {role}"
    if is_sport(page):
        yield "sport"
    if is_dated(page):
        yield "dated article"
    if draft.signs.planned:
        yield "planned"
    if draft.signs.denied:
        yield "denied"
    yield f"type {type_of(draft).rsplit('/', 1)[-1]}"


_SPORTING, _DAY = 3, 10


@once_a_page
def is_sport(page: Page) -> bool:
    """Does an article speak of sport: three words of it or more?"""
    return len({page.words[at] for at in find_words(page.text, sport_words)}) >= _SPORTING


@once_a_page
def is_dated(page: Page) -> bool:
    """Do the first sentences of an article name one day, as news does?"""
    sentences = page.text.sentences
    lead = sentences[min(1, len(sentences) - 1)][1] if sentences else 0
    days = {
        one.value for first, _, one in page.dates if first < lead and one.value and len(one.value) == _DAY
    }
    return len(days) == 1


def _told(draft: Draft) -> Iterator[str]:
    """Yield what a draft knows."""
    setting, roles, word = draft.setting, draft.roles, draft.main.word
    has = [
        setting.own,
        setting.date is not None,
        bool(draft.tolls or draft.summed),
        roles.actor is not None,
        roles.target is not None,
    ]
    yield f"knows {sum(has)}"
    yield f"place {'own' if setting.own else 'near' if setting.places else 'none'}"
    if setting.own:
        yield f"precision {setting.places[0].precision}"
    yield f"place {setting.own} {word.family}"
    if setting.date is not None and setting.date.value is not None:
        published = draft.page.record.document.published
        yield f"date {_age(setting.date.value, published)}"
    else:
        yield "date none"
    for kind in _TOLLS:
        if draft.total(kind) is not None or kind in draft.summed:
            yield f"toll {kind}"
    yield f"toll {bool(draft.tolls)} {word.family}"
    for name, phrase in (("actor", roles.actor), ("target", roles.target)):
        yield f"{name} {'none' if phrase is None else 'named' if phrase.named else phrase.side}"
    yield f"both {roles.actor is not None}{roles.target is not None} {'verb' if word.is_verb else 'noun'}"
    yield f"mentions {min(len(draft.mentions), 4)}"
    if draft.families <= VICTIMS:
        yield "victims only"
    statement = draft.statement
    yield f"statement {statement.kind if statement else 'none'}"
    if statement is not None:
        yield f"stance {statement.stance}"
    if draft.roles.claimed is not None:
        yield "claimed"


def _age(value: str, published: str | None) -> str:
    """Return how old a date is: of the news, of some time ago, of another year, of unknown year, to come."""
    if value.startswith("X"):
        return "unknown"
    if "/" in value:
        return "span"
    if published is None:
        return "alone"
    if value > published:
        return "future"
    if value[:_YEAR] != published[:_YEAR]:
        return "year"
    if len(value) < 10 or len(published) < 10:
        return "month"
    from datetime import date

    try:
        days = (date.fromisoformat(published) - date.fromisoformat(value)).days
    except ValueError:
        return "month"
    return "news" if days <= 3 else "week" if days <= 10 else "old"


def _around(page: Page, draft: Draft) -> Iterator[str]:
    """Yield what stands right before and after the mention."""
    words, main = page.words, draft.main
    before = words[main.first - 1] if main.first else ""
    after = words[main.last] if main.last < len(words) else ""
    yield f"before {_kind(page, main.first - 1, before)}"
    yield f"after {_kind(page, main.last, after)}"
    if main.first > 1 and words[main.first - 1] not in STOPS:
        yield f"before2 {_kind(page, main.first - 2, words[main.first - 2])}"
    relative = not signs_of("relative").isdisjoint(words[max(main.clause[0], main.first - 4) : main.first])
    if relative:
        yield f"relative {'verb' if main.word.is_verb else 'noun'}"
    if not signs_of("that").isdisjoint(words[max(main.clause[0], main.first - 5) : main.first]):
        yield "after that"


def _kind(page: Page, at: int, word: str) -> str:
    """Return the class of a token for what stands beside it."""
    if at < 0 or word in STOPS:
        return "stop"
    if word in COMMAS:
        return "comma"
    if word in QUOTES:
        return "quote"
    if page.name_at(at) is not None:
        return "name"
    if page.site_at(at) is not None:
        return "figure"
    for role in (
        "does",
        "suffers",
        "breaks_out",
        "results",
        "speaks_of",
        "prevent",
        "plan",
        "call",
        "attempt",
    ):
        if word in signs_of(role):
            return role
    if word in signs_of("prepositions") or word in signs_of("that"):
        return "function word"
    if read_event_words((word,), 0):
        return "event"
    return "the" if word.startswith("ال") else "word"
