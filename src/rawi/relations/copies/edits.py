"""What a changed word amounts to: another spelling, another word, or another meaning."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from rawi.annotations.speech import speech_words
from rawi.annotations.vocabulary import load_vocabulary
from rawi.arabic.clitics import noun_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.entities.spelling import compare_tokens
from rawi.lexicons.loader import load_entries

LEXICON = "edits.toml"
_REVERSING = frozenset(("denies", "rejects"))  # stances of verbs that turn around what follows
_PLAIN = frozenset(("says", "adds", "explains", "continues", "writes"))  # no more than said
_SPELLED_ALIKE = 0.5  # likelihood from which two spellings are one name
_MANY = frozenset(("ان", "ين", "ون", "ات"))
_OWNER = re.compile(r"(?<=....)(?:ه|ها|هم|هما|هن|نا)\Z")
_BROKEN = re.compile("[وفبلك]?(?:ال)?..و.")  # فحوص, رسوم: plurals that take ات besides
_WEAK = re.compile("[اوي]")
_LONG = 6  # letters of a stem from which a weak letter more is another spelling: ميليشيات


class EditWords(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A class of ``edits.toml``; the file's header says what each means."""

    kind: Literal["negation", "denial", "opposite", "era", "honour", "newsroom"]
    forms: tuple[str, ...]
    example: str
    against: tuple[str, ...] = ()


class _Modality(msgspec.Struct, frozen=True, gc=False):
    """A class of ``modality.toml``."""

    kind: str
    forms: tuple[str, ...]


class _Title(msgspec.Struct, frozen=True, gc=False):
    """A word of ``roles.toml`` or ``organization_heads.toml``."""

    form: str
    plural: str | None = None


@cache
def _reversals() -> frozenset[str]:
    """Return the folded words that turn a sentence around: negations, nouns of denying, verbs of denying."""
    lexicons = (load_entries(LEXICON, EditWords), load_entries("modality.toml", _Modality))
    particles = {
        form
        for entries in lexicons
        for entry in entries
        if entry.kind in ("negation", "denial")
        for word in entry.forms
        for form, _ in (verb_forms if entry.kind == "negation" else noun_forms)(fold(word))
    }
    verbs = {
        form
        for form, word in speech_words().entries.items()
        if word.cue is not None and (word.cue.polarity is not None or word.cue.stance in _REVERSING)
    }
    return frozenset(particles | verbs)


@cache
def _denials() -> frozenset[str]:
    """Return the folded words that call what others say untrue."""
    nouns = {
        form
        for entry in load_entries(LEXICON, EditWords)
        if entry.kind == "denial"
        for word in entry.forms
        for form, _ in noun_forms(fold(word))
    }
    verbs = (form for form, word in speech_words().entries.items() if word.cue and word.cue.polarity)
    return frozenset(nouns.union(verbs))


def is_denial(word: str) -> bool:
    """Does a folded word call something untrue that was said: نفى, شائعة, not لم?

    >>> is_denial("ونفت"), is_denial("لم")
    (True, False)
    """
    return word in _denials()


def is_reversal(word: str) -> bool:
    """Does a folded word say that something is not so: a negation, a verb or noun of denying?

    >>> is_reversal("ولم"), is_reversal("نفت"), is_reversal("جسر")
    (True, True, False)
    """
    return word in _reversals()


@cache
def _forms(kind: str) -> frozenset[str]:
    """Return the folded words of a class of the lexicon."""
    entries = load_entries(LEXICON, EditWords)
    return frozenset(
        form
        for entry in entries
        if entry.kind == kind
        for word in entry.forms
        for form, _ in verb_forms(fold(word))
    )


@cache
def _titles() -> frozenset[str]:
    """Return the stems of words of offices and bodies, which stand beside names."""
    entries = (*load_entries("roles.toml", _Title), *load_entries("organization_heads.toml", _Title))
    return frozenset(find_stem(fold(form)) for one in entries for form in (one.form, one.plural) if form)


@lru_cache(maxsize=1 << 14)
def is_title(word: str) -> bool:
    """Is a folded word one of those that say what somebody is: وزير, مجلس?"""
    return find_stem(word) in _titles()


@cache
def newsroom_tails() -> tuple[str, ...]:
    """Return the folded words after the names of newsrooms, each with the space before it."""
    entries = load_entries(LEXICON, EditWords)
    return tuple(f" {fold(form)}" for entry in entries if entry.kind == "newsroom" for form in entry.forms)


def is_era(word: str) -> bool:
    """Is a folded word a mark beside a year, which says nothing more: 1436 هـ?"""
    return word in _forms("era")


def is_honour(word: str) -> bool:
    """Is a folded word one of the titles that editors add and strike out: معالي, الأستاذ?"""
    return word in _forms("honour")


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of stems that are opposites, both ways round."""
    pairs = {
        (find_stem(fold(one)), find_stem(fold(other)))
        for entry in load_entries(LEXICON, EditWords)
        for one in entry.forms
        for other in entry.against
    }
    return frozenset(pairs | {(other, one) for one, other in pairs})


def are_opposites(one: str, other: str) -> bool:
    """Do two folded words say the opposite of each other, or name different harm: ارتفع and انخفض?

    >>> are_opposites("وارتفعت", "انخفضت"), are_opposites("ارتفعت", "صعد")
    (True, False)
    """
    return (find_stem(one), find_stem(other)) in _opposites()


def _is_plain_cue(word: str) -> bool:
    """Is a word a form of a verb that says no more than said?"""
    entry = speech_words().entries.get(word)
    return entry is not None and entry.cue is not None and entry.cue.stance in _PLAIN


def _many(word: str) -> str:
    """Return the ending by which a noun is a dual or a plural, those of one number alike; empty if none."""
    bare = _OWNER.sub("", word)
    if _BROKEN.fullmatch(bare):
        return "ات"
    ending = bare[-2:] if len(bare) > 4 and word[0] not in "يت" else ""
    return ("ات" if ending == "ات" else "ون") if ending in _MANY else ""


@lru_cache(maxsize=1 << 14)
def counts_differ(one: str, other: str) -> bool:
    """Do two forms of one noun differ in how many are meant: مدني and مدنيين?

    >>> counts_differ("مدني", "مدنيين"), counts_differ("المسافرين", "المسافرون")
    (True, False)
    """
    if find_stem(one) != find_stem(other) or _many(one) == _many(other):
        return False
    short, long = sorted((one, other), key=len)
    return not (
        long[-1] == "ن" and short.removeprefix("ال") == long.removeprefix("ال")[:-1]
    )  # لاعبي، اللاعبين


@lru_cache(maxsize=1 << 14)
def is_same_word(one: str, other: str) -> bool:
    """Are two folded words one, but for what is joined to it, its endings, its spelling, or two verbs of
    saying?

    >>> is_same_word("والجسور", "الجسور"), is_same_word("قال", "واوضح"), is_same_word("فتح", "اغلق")
    (True, True, False)
    """
    a, b = find_stem(one), find_stem(other)
    if a == b:
        return not counts_differ(one, other)
    if min(len(a), len(b)) >= _LONG and (sorted(a) == sorted(b) or _WEAK.sub("", a) == _WEAK.sub("", b)):
        return True
    entries = load_vocabulary().entries
    known = entries.get(one)
    return (known is not None and known is entries.get(other)) or (
        _is_plain_cue(one) and _is_plain_cue(other)
    )


def is_same_name(one: str, other: str) -> bool:
    """Are two folded words of names two spellings of one: مارتو and ماروتو, not سالم and سليم?

    >>> is_same_name("مارتو", "ماروتو"), is_same_name("سالم", "سليم")
    (True, False)
    """
    return one == other or compare_tokens(*sorted((one, other))) >= _SPELLED_ALIKE
