"""How a claim that somebody typed is read: who says how many of what, of whom, where and when.

The extractor reads it as it reads an article; what people leave out when they type is then read from a few
words more (فقط: at most; وفق: who says so). A part that the claim does not have stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.ledger.answers import Understood
from rawi.ledger.attribution import voice
from rawi.ledger.terms import WORD, split_words, stem
from rawi.ledger.wording import indicative
from rawi.lexicons.loader import load_entries
from rawi.model.claim import Figure, Statement
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge
from rawi.relations.quantities.counts import TOLLS
from rawi.relations.quantities.lexemes import read_deeds, read_nouns
from rawi.relations.quantities.series import read_definitions

_SHORTEST = 3  # letters of a stem that says something of a topic
_HEADED = re.compile(r"\s*((?:[^\W\d_]+\s+){0,4}[^\W\d_]+)\s*:\s*\S")  # who speaks, at the head of a claim
_NEAR = 3  # words before a number among which the noun of a total stands
_FAR = 6  # words before a number among which what negates it stands
_PAUSE = re.compile(r"[،,؛;:.!؟?\n«»()\"]")
_AND = ("و", "ف")
_THE = "ال"
_MINUS = ("-", "\u2212")


class ClaimWords(msgspec.Struct, frozen=True, gc=False):
    """A class of ``claim_words.toml``."""

    kind: str
    forms: tuple[str, ...]


@cache
def _forms(kind: str) -> frozenset[str]:
    """Return the folded forms of a class."""
    entries = load_entries("claim_words.toml", ClaimWords)
    return frozenset(fold(form) for entry in entries if entry.kind == kind for form in entry.forms)


def understand(record: Record) -> Understood:
    """Return how the claim that is the text of ``record`` was read."""
    figure = next(iter(record.figures), None)
    statement = _statement(record, figure)
    speaker, way = _speaker(record, statement)
    amounts, only = _bounds(record, figure)
    what, guessed = _what(record, figure)
    denied = _denies(record, statement, figure)
    negative = figure is not None and is_negative(record.text, figure.number)
    whom, places = _names(record, speaker)
    date, relative = _date(record, figure)
    notes = (
        ("only.at_most", only),
        ("noun.guessed", guessed),
        ("speaker.phrase", way == "phrase"),
        ("speaker.colon", way == "colon"),
        ("date.relative", relative),
        ("more_figures", len(record.figures) > 1),
        ("number.negative", negative),
        ("question", _is_question(record.text)),
    )
    low, high, hedge = _below_nothing(*amounts) if negative else amounts
    return Understood(
        claim=record.text.strip(),
        speaker=speaker,
        number=record.words(figure.span) if figure else None,
        low=low,
        high=high,
        hedge=hedge,
        unit=figure.unit if figure else None,
        what=what,
        whom=whom,
        place=(figure.place if figure else None) or next(iter(places), None),
        date=date,
        polarity="denied" if denied else "asserted",
        words=_topic(
            record, figure, statement, (speaker or "", *whom, *places, (what or "") if guessed else "")
        ),
        notes=tuple(code for code, holds in notes if holds),
        counted=_counted(record, figure, what if guessed else None, denied=denied),
    )


def _below_nothing(
    low: Amount | None, high: Amount | None, hedge: Hedge | None
) -> tuple[Amount | None, Amount | None, Hedge | None]:
    """Return a number with a minus sign before it."""
    return None if high is None else -high, None if low is None else -low, hedge


def is_negative(text: str, number: Span) -> bool:
    """Does a minus sign stand right before a number, and no other number or word before that (10-12)?

    >>> is_negative("بلغت -12 درجة", Span(6, 8)), is_negative("بين 10-12 درجة", Span(7, 9))
    (True, False)
    """
    before = text[: number.start]
    return before.endswith(_MINUS) and not before[-2:-1].strip('(«"\u200f\u200e ')


def _is_question(text: str) -> bool:
    """Does a claim ask?"""
    return text.rstrip(' .!»"\u200f\u200e').endswith(("؟", "?")) or (
        next(iter(split_words(text)), "") in _forms("question")
    )


def _counted(record: Record, figure: Figure | None, what: str | None, *, denied: bool) -> str | None:
    """Return the class of what befell those who are counted, or did not; null for anything else. ``what`` is
    the noun that was guessed to be counted (عدد قتلى الحريق 14)."""
    if figure is None:
        return None
    defined = read_definitions(Report(record, {figure.id: figure.id}))
    known = next((one.what for one in defined if one.what in TOLLS), None)
    if known is None and what:
        nouns = (noun for word in split_words(what)[:1] for noun in read_nouns(word))
        known = next((one.name for one in nouns if one.sort == "state" and one.name in TOLLS), None)
    return known or (find_refused_deed(record.text, figure.number) if denied else None)


def find_refused_deed(text: str, number: Span) -> str | None:
    """Return the class of a deed that is denied of a number, of which no figure is told (نفى مقتل 12).

    >>> find_refused_deed("لم يقتل في البلدة 12 شخصا", Span(18, 20))
    'killed'
    """
    before = split_words(_PAUSE.split(text[: number.start])[-1])[-_FAR:]
    deeds = [deed.name for word in before for deed in read_deeds(indicative(word)) if deed.name in TOLLS]
    return deeds[-1] if deeds else None


def is_of_anybody(read: Understood) -> bool:
    """Does a claim count people of no kind: القتلى 12، قتل 12 شخصا?"""
    nouns = [noun for word in split_words(read.what or "")[:1] for noun in read_nouns(word)]
    return not read.what or any(one.name == "people" or one.sort == "state" for one in nouns)


def _statement(record: Record, figure: Figure | None) -> Statement | None:
    """Return the statement that holds the figure, else the first."""
    held = [one for one in record.statements if figure and one.id == figure.according_to]
    return next(iter((*held, *record.statements)), None)


def _speaker(record: Record, statement: Statement | None) -> tuple[str | None, str]:
    """Return who says it, and whether only a ``phrase`` (وفق البلدية) or a ``colon`` (المرعي: …) tells."""
    if statement is not None and (known := voice(statement)):
        return known, ""
    for entity in record.entities:
        before = _words_before(record.text, entity.mentions[0].start)
        if entity.type != "place" and before[-1:] and before[-1] in _forms("according"):
            return entity.name, "phrase"
    headed = _HEADED.match(record.text)
    return (headed[1].strip(), "colon") if headed else (None, "")


def _bounds(
    record: Record, figure: Figure | None
) -> tuple[tuple[Amount | None, Amount | None, Hedge | None], bool]:
    """Return the number with its bound, and whether only a word such as فقط makes it one."""
    if figure is None:
        return (None, None, None), False
    before = _words_before(record.text, figure.span.start)
    behind = f" {' '.join(split_words(record.text[figure.span.end :]))} "
    only = before[-1:] and before[-1] in _forms("only_before")
    only = bool(only) or any(f" {form} " in behind for form in _forms("only_after"))
    if only and figure.hedge == Hedge.EXACT:
        return (None, figure.high, Hedge.AT_MOST), True
    return (figure.low, figure.high, figure.hedge), False


def _what(record: Record, figure: Figure | None) -> tuple[str | None, bool]:
    """Return what is counted, and whether it was found by words around rather than beside the number."""
    if figure is None:
        return None, False
    if figure.counted is not None:
        return figure.counted.text, False
    words = [match.group() for match in re.finditer(r"[^\W_]+", record.text[: figure.span.start])]
    for kind in ("total", "remainder"):
        for at, word in enumerate(words[:-1]):
            if fold(word) in _forms(kind) and fold(words[at + 1]) not in _forms("plain"):
                return words[at + 1], True
    if words and fold(words[-1]).startswith(_THE) and read_nouns(fold(words[-1])):
        return words[-1], True
    return None, False


def _names(record: Record, speaker: str | None) -> tuple[tuple[str, ...], list[str]]:
    """Return the people and bodies that are named, but for who speaks, and the places."""
    told = set(split_words(speaker or ""))
    others = [one for one in record.entities if not set(split_words(one.name)) <= told]
    whom = tuple(one.name for one in sorted(others, key=_first) if one.type != "place")
    return whom, [one.name for one in sorted(others, key=_first) if one.type == "place"]


def _first(entity: Entity) -> Span:
    """Return where an entity is named first."""
    return entity.mentions[0]


def _date(record: Record, figure: Figure | None) -> tuple[str | None, bool]:
    """Return when it held, and whether the claim counts from a day that is not known (أمس)."""
    if figure is not None and figure.as_of:
        return figure.as_of, False
    known = next((one.value for one in record.dates if one.value), None)
    return known, known is None and any(one.relative for one in record.dates)


def _denies(record: Record, statement: Statement | None, figure: Figure | None) -> bool:
    """Does the claim say that something is not so? Who denies that it is not says that it is."""
    if figure is not None:
        negated = is_refused(record.text, figure.span, figure.number)
    else:
        spans = statement.content if statement is not None else (Span(0, len(record.text)),)
        negated = is_negated([word for span in spans for word in split_words(span.of(record.text))])
    return negated != (statement is not None and statement.polarity == "denied")


def is_refused(text: str, figure: Span, number: Span) -> bool:
    """Do the words around a number say that it is not so: لم يقتل 12، 12 شخصا لم يقتلوا?

    >>> words = "أصيب أحدهم ولم يقتل 12 شخصا بل 20"
    >>> is_refused(words, Span(20, 27), Span(20, 22)), is_refused(words, Span(31, 33), Span(31, 33))
    (True, False)
    """
    before = split_words(_PAUSE.split(text[: number.start])[-1])[-_FAR:]
    inside = split_words(text[figure.start : number.start])
    if any(map(_negates, inside)) or (before and before[-1] in _forms("around")):
        return False  # لم ينشر أكثر من 30 is a bound already; لم يخسر في 3 مباريات
    turns = [at for at, word in enumerate(before) if at and _turns(word)]
    before = before[turns[-1] :] if turns else before
    at = next((at for at in reversed(range(len(before))) if _negates(before[at])), None)
    if at is not None and len(before) - at <= (_FAR if _is_deed(before[at + 1 : at + 2]) else _NEAR):
        return is_negated(before[at:])
    after = split_words(_PAUSE.split(text[figure.end :])[0])[:2]
    return is_negated(after[:1]) and _is_deed(after[1:])


def _turns(word: str) -> bool:
    """Does a word begin another clause, or go on with another thing: بل، إن، وقتل؟ ولم goes on denying."""
    return word in _forms("turn") or (word.startswith(_AND) and len(word) > _SHORTEST and not _negates(word))


def _is_deed(words: Sequence[str]) -> bool:
    """Does the first of some words say what befell people?"""
    return any(read_deeds(indicative(word)) for word in words[:1])


def is_auxiliary(word: str) -> bool:
    """May a folded word stand before the verb of a clause: يكون، قد?"""
    return word in _forms("auxiliary")


def is_pronoun(word: str) -> bool:
    """Is a folded word a pronoun behind أن, of who speaks: إنه، بأنها?"""
    return word in _forms("pronoun")


def is_negated(words: Sequence[str]) -> bool:
    """Do folded words say that something is not so? لا يزال does not, nor لم يبق سوى, nor لا يقل عن.

    >>> [is_negated(words.split()) for words in ("لا قواعد هنا", "ولا يزال هنا", "لم يبق سوي ثلاثه")]
    [True, False, False]
    """
    if any(word in _forms("only_before") for word in words):
        return False
    followed = zip(words, [*words[1:], ""], strict=False)
    return any(_negates(word) and after not in _forms("still") for word, after in followed)


def _negates(word: str) -> bool:
    """Is a folded word one that negates, alone or after و and ف?"""
    return word in _forms("negation") or (word[:1] in _AND and word[1:] in _forms("negation"))


def _topic(
    record: Record, figure: Figure | None, statement: Statement | None, names: Sequence[str]
) -> tuple[str, ...]:
    """Return the stems of the words that tell what a claim is about, without number, names and dates."""
    spans = statement.content if statement is not None else (Span(0, len(record.text)),)
    cuts = [one.span for one in record.dates] + ([figure.span] if figure else [])
    words = [word for span in spans for word in _outside(record.text, span, cuts)]
    told = {stem(word) for name in names for word in split_words(name)}
    kinds = ("plain", "only_after", "only_before", "total", "according", "negation", "question")
    empty = frozenset[str]().union(*map(_forms, kinds))
    found = (stem(word) for word in words if word not in empty)
    return tuple(dict.fromkeys(one for one in found if len(one) >= _SHORTEST and one not in told))


def _outside(text: str, span: Span, cuts: Sequence[Span]) -> Iterator[str]:
    """Yield the folded words of a span that begin outside of others, but for numbers."""
    for match in re.finditer(r"[^\W_]+", text[span.start : span.end]):
        at = span.start + match.start()
        if not any(cut.start <= at < cut.end for cut in cuts):
            yield from (word for word in split_words(match.group()) if not word[0].isdigit())


def _words_before(text: str, at: int) -> list[str]:
    """Return the folded words of the text before a place, the nearest last."""
    return WORD.findall(fold(text[:at]))[-_NEAR:]


def list_missing(read: Understood) -> Iterator[str]:
    """Yield the parts that an editor would ask for and the claim does not have."""
    for name, known in (("speaker", read.speaker), ("date", read.date), ("place", read.place)):
        if not known:
            yield name
