"""The words by which contents are compared: everyday words, negations, intentions, actions and their
opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from rawi.annotations.speech import CueNoun, CueVerb, Particle
from rawi.annotations.vocabulary import load_words
from rawi.arabic.clitics import noun_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.arabic.inflection import past_forms, present_forms
from rawi.arabic.stems import find_stem
from rawi.claims.changes import load_modality
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.proposition import Way

_WEAK = re.compile("[اويء]")
_FUTURE = re.compile("[وف]?(س[يتنا][ء-ي]{2,})")
_OWNERS = ("ه", "ها", "هم", "نا", "ي")
_PERSONS = "ان"
_FIRST_PERSON = "ا"
_OURS = "نا"
_OBJECTS = ("هما", "ها", "هم", "هن", "نا", "ني", "كم", "ه")
_HIM = "ه"
_PRESENT = "يتن"
_LONG_VOWELS = "اويى"
_LONG_VERB = 4  # letters of a verb of the present that keeps three when cut short
_LONG = 5  # a word with an owner joined to it has more letters


class Action(NamedTuple):
    """An action, whether the word takes or undoes it, and what kind of word it is: ``noun``, ``participle``,
    ``state`` or ``verb``; ``of`` what stands near it (people, or a kind of ``denial_scope.toml``), where the
    word may name another action too."""

    name: str
    way: Way
    kind: str
    of: str | None = None


class _Entry(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    action: str
    way: Literal["keep", "end"]
    nouns: tuple[str, ...]
    past: tuple[str, ...]
    present: tuple[str, ...]
    example: str
    participles: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    alone: bool = False
    of: str | None = None
    follows: bool = False
    sole: bool = False


class _Scope(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    kind: str
    example: str
    forms: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


@cache
def load_everyday() -> frozenset[str]:
    """Return the stems of words that news has everywhere; LexiconError if the table is malformed."""
    rows = load_table("everyday.tsv")
    return frozenset(find_stem(fold(row["word"])) for row in rows if row["kind"] == "word")


@cache
def load_particles() -> frozenset[str]:
    """Return the particles, folded, with and without a conjunction before them."""
    rows = load_table("everyday.tsv")
    return frozenset(
        form for row in rows if row["kind"] == "particle" for form, _ in verb_forms(fold(row["word"]))
    )


@cache
def _intentions() -> dict[str, str]:
    """Return the kind of each word of ``intentions.toml``, bare and after a conjunction."""
    return {
        form: entry.kind
        for entry in load_entries("intentions.toml", Particle)
        for word in entry.forms
        for form, _ in (noun_forms if entry.kind in ("frame", "empty") else verb_forms)(fold(word))
    }


def intention_of(word: str) -> str | None:
    """Return what a folded word says of the next: ``will``, ``will_be``, ``refuse``, ``empty``, ``frame`` …

    >>> intention_of("ننوي"), intention_of("الجسر")
    ('will', None)
    """
    return _intentions().get(word)


def words_of_intention(kind: str) -> list[str]:
    """Return the folded words of a kind of ``intentions.toml``, the longest first."""
    return sorted((word for word, found in _intentions().items() if found == kind), key=len, reverse=True)


@cache
def _scopes() -> dict[str, str]:
    """Return the kind of each word of ``denial_scope.toml`` in all its forms, the first of several."""
    found: dict[str, str] = {}
    for entry in load_entries("denial_scope.toml", _Scope):
        for form in _scope_forms(entry):
            found.setdefault(form, entry.kind)
    return found


def _scope_forms(entry: _Scope) -> Iterator[str]:
    """Yield the folded forms of the words of an entry, bare and after a conjunction."""
    short = (form for verb in entry.present for form in short_forms(fold(verb)))
    for word in (*entry.forms, *_inflect(entry.past, entry.present), *short):
        yield from (form for form, _ in verb_forms(fold(word)))


@cache
def forms_of_scope(kind: str) -> frozenset[str]:
    """Return the folded forms of the words of a kind of ``denial_scope.toml``, also of those that are of
    another kind too."""
    entries = load_entries("denial_scope.toml", _Scope)
    return frozenset(form for entry in entries if entry.kind == kind for form in _scope_forms(entry))


def scope_of(word: str) -> str | None:
    """Return what a folded word tells of a denial: ``light``, ``total``, ``any``, ``office`` …

    >>> scope_of("ايه"), scope_of("يتسلم"), scope_of("الجسر")
    ('any', 'light', None)
    """
    return _scopes().get(word)


@cache
def labels_of_scope(kind: str) -> frozenset[str]:
    """Return the labels of the words of a kind of ``denial_scope.toml``."""
    return frozenset(find_label(word) for word, found in _scopes().items() if found == kind)


def modality_of(word: str) -> str | None:
    """Return whether a folded word negates, or says that something may or must be.

    >>> modality_of("لن"), modality_of("ربما"), modality_of("الجسر")
    ('negation', 'possibility', None)
    """
    return load_modality().get(word)


@cache
def _actions() -> dict[str, tuple[Action, ...]]:
    """Return the actions of ``actions.toml`` by all forms of their words, without the letter of the
    future; several of a word such as أوقف, each once."""
    found: dict[str, dict[str, Action]] = {}
    for entry in load_entries("actions.toml", _Entry):
        for kind, words in (
            ("participle", entry.participles),
            ("state", entry.states),
            ("noun", entry.nouns),
        ):
            for form in _noun_forms(words):
                named = Action(entry.action, entry.way, kind, entry.of)
                found.setdefault(form, {}).setdefault(entry.action, named)
        for form in _verb_forms(entry):
            named = Action(entry.action, entry.way, "verb", entry.of)
            found.setdefault(form, {}).setdefault(entry.action, named)
    return {form: tuple(actions.values()) for form, actions in found.items()}


@cache
def _verbs() -> frozenset[str]:
    """Return the forms of the verbs of actions."""
    return frozenset(form for entry in load_entries("actions.toml", _Entry) for form in _verb_forms(entry))


def may_be_verb(word: str) -> bool:
    """May a folded word that names an action be a verb, whatever else it may be (قصف)?

    >>> may_be_verb("قصف"), may_be_verb("قصفه"), may_be_verb("القصف")
    (True, False, False)
    """
    return word in _verbs()


@cache
def load_alone() -> frozenset[str]:
    """Return the actions of one person or thing, which need no object to be told (استقالة)."""
    return frozenset(entry.action for entry in load_entries("actions.toml", _Entry) if entry.alone)


@cache
def load_objects() -> dict[str, frozenset[str]]:
    """Return the labels of the words that belong to an action which can stand alone: النار of أطلق النار."""
    found: dict[str, frozenset[str]] = {}
    for entry in load_entries("actions.toml", _Entry):
        if entry.alone and entry.of is not None:
            found[entry.action] = found.get(entry.action, frozenset()) | labels_of_scope(entry.of)
    return found


@cache
def load_sole() -> frozenset[str]:
    """Return how a thing may be, of which one word in common tells that it is the same (السد صمد، انهار)."""
    return frozenset(entry.action for entry in load_entries("actions.toml", _Entry) if entry.sole)


@cache
def load_following() -> frozenset[str]:
    """Return the actions of which what undoes them tells that they were (الإفراج، of who was held)."""
    return frozenset(entry.action for entry in load_entries("actions.toml", _Entry) if entry.follows)


@cache
def _denying() -> frozenset[str]:
    """Return the verbs and nouns of denying in all forms: نفى، نفت، ينفون، نفيه."""
    verbs = [cue for cue in load_entries("cues.toml", CueVerb) if cue.polarity == "denied"]
    past, present = tuple(cue.form for cue in verbs), tuple(cue.imperfect for cue in verbs)
    nouns = tuple(cue.form for cue in load_entries("cue_nouns.toml", CueNoun) if cue.polarity == "denied")
    forms = {joined for form in _inflect(past, present) for joined, _ in verb_forms(fold(form))}
    return frozenset((*forms, *_noun_forms(nouns)))


def is_denying(word: str) -> bool:
    """Does a folded word say that somebody denies?

    >>> is_denying("وينفون"), is_denying("نفيه"), is_denying("وفيات")
    (True, True, False)
    """
    return word in _denying()


def _noun_forms(nouns: tuple[str, ...]) -> Iterator[str]:
    """Yield nouns with all that is joined to them, before and after."""
    for noun in map(fold, nouns):
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for word in (noun, noun + "ا", *(stem + owner for owner in _OWNERS)):
            yield from (form for form, _ in noun_forms(word))


def _verb_forms(entry: _Entry) -> Iterator[str]:
    """Yield the forms of verbs, those of the first person too, with a conjunction or without."""
    for form in _inflect(entry.past, entry.present):
        yield from (joined for joined, _ in verb_forms(fold(form)))


def _inflect(past: tuple[str, ...], present: tuple[str, ...]) -> Iterator[str]:
    """Yield the forms of verbs in the third person, and those of the first in the present."""
    for verb in past:
        yield from (form for form, _ in past_forms(verb))
    for verb in present:
        yield from (form for form, _ in present_forms(verb))
        yield from (letter + verb[1:] for letter in _PERSONS)


def action_of(word: str) -> Action | None:
    """Return the action that a folded word names by itself, the likelier of two; the letter of the future is
    left off.

    >>> action_of("ستغادر"), action_of("البقاء")  # doctest: +NORMALIZE_WHITESPACE
    (Action(name='presence', way='end', kind='verb', of=None),
     Action(name='presence', way='keep', kind='noun', of=None))
    """
    return next((one for one in actions_of(word) if one.of is None), None)


def actions_of(word: str) -> tuple[Action, ...]:
    """Return all actions that a folded word may name, the letter of the future left off.

    >>> [(action.name, action.way) for action in actions_of("اوقفت")]
    [('course', 'end'), ('custody', 'keep')]
    """
    verb = future_verb(word)
    found = _actions().get(verb if verb is not None else word, ())
    return found or _actions().get(cut_object(word), ())


def negated_actions_of(word: str) -> tuple[Action, ...]:
    """Return all actions that a folded word right after a negation may name: also a verb cut short by it.

    >>> [(action.name, action.way) for action in negated_actions_of("ينهر")]
    [('outcome', 'end'), ('standing', 'end')]
    """
    found = actions_of(word)
    if found or intention_of(word) == "empty":
        return found
    return _short_actions().get(word) or _short_actions().get(cut_object(word, short=True), ())


@lru_cache(maxsize=1 << 14)
def cut_object(word: str, *, short: bool = False) -> str:
    """Return a folded verb of an action without whom it was done to; the word itself if it is none.

    >>> cut_object("ينذرهم"), cut_object("خطفوها"), cut_object("ضربه")
    ('ينذر', 'خطفوا', 'ضربه')
    """
    for owner in _OBJECTS:
        verb = word.removesuffix(owner)
        if verb == word or (owner == _HIM and (len(verb) < _LONG_VERB or verb[0] not in _PRESENT)):
            continue  # ضربه may be a blow
        for form in (verb, verb + "ا"):
            if form in _verbs() or (short and form in _short_actions()):
                return form
    return word


@cache
def _short_actions() -> dict[str, tuple[Action, ...]]:
    """Return the actions of verbs of the present as they are after لم: ينهر of ينهار, يلتق of يلتقي."""
    found: dict[str, dict[str, Action]] = {}
    for entry in load_entries("actions.toml", _Entry):
        for verb in _inflect((), entry.present):
            for form in short_forms(fold(verb)):
                named = Action(entry.action, entry.way, "verb", entry.of)
                found.setdefault(form, {}).setdefault(entry.action, named)
    return {form: tuple(actions.values()) for form, actions in found.items()}


def short_forms(verb: str) -> Iterator[str]:
    """Yield a folded verb of the present as it is after لم, if that is another form.

    >>> list(short_forms("ينهار")), list(short_forms("يلتقي")), list(short_forms("يقتل"))
    (['ينهر'], ['يلتق'], [])
    """
    if verb[-1:] in _LONG_VOWELS:
        yield verb[:-1]
    elif len(verb) > _LONG_VERB and verb[-2] in _LONG_VOWELS:
        yield verb[:-2] + verb[-1]


@lru_cache(maxsize=1 << 14)
def future_verb(word: str) -> str | None:
    """Return a folded verb without the letter of the future, null for any other word.

    >>> future_verb("وسيفتح"), future_verb("سياسه"), future_verb("فتح")
    ('يفتح', None, None)
    """
    found = _FUTURE.fullmatch(word)
    if found is None or found[1] in load_words("tenses.toml", "not_future"):
        return None
    verb = found[1][1:]
    return verb if verb[0] != _FIRST_PERSON or verb in _actions() else None  # ساءق is no verb, سابقي is


@lru_cache(maxsize=1 << 16)
def find_label(word: str) -> str:
    """Return what a folded word is compared by: the firm letters of its stem, if there are three.

    >>> find_label("انفجار") == find_label("وانفجرت"), find_label("هجوم") == find_label("يهاجم")
    (True, True)
    """
    stem = find_stem(word.removesuffix(_OURS) if len(word) > _LONG else word)
    firm = _WEAK.sub("", stem)
    return firm if len(firm) > 2 else stem
