"""What a verb of denying denies where no أن says it: نفت الوزارة ما تردد عن …، نفى الاتهامات الموجهة إليه."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.annotations.speech import particles
from rawi.arabic.clitics import verb_forms
from rawi.arabic.fold import fold
from rawi.claims.reading import Opening, Reading, codes
from rawi.lexicons.loader import load_entries

_FAR = 45  # tokens between a verb and what it denies
_NAME_WORDS = 5  # a quotation of so few tokens inside a noun phrase is a name
_OWNERS = ("", "ه", "ها", "هم", "هما", "هن")


class _Words(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    kind: str
    forms: tuple[str, ...]
    example: str


@cache
def _forms(kind: str) -> tuple[str, ...]:
    """The folded forms of a kind of ``denials.toml``, in its order."""
    entries = load_entries("denials.toml", _Words)
    return tuple(fold(form) for entry in entries if entry.kind == kind for form in entry.forms)


@cache
def denial_words(kind: str) -> frozenset[str]:
    """Return the folded words of a kind of ``denials.toml``, with and without a conjunction before them.

    >>> "وصحه" in denial_words("claimed"), "صحه" in denial_words("claimed")
    (True, True)
    """
    return frozenset(form for word in _forms(kind) for form, _ in verb_forms(word))


@cache
def denial_phrases(kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a kind of ``denials.toml``, each as folded words, the longest first."""
    return tuple(sorted((tuple(form.split()) for form in _forms(kind)), key=len, reverse=True))


@cache
def _owned(kind: str) -> frozenset[str]:
    """The words of a kind as they stand, with ال, and with an owner's pronoun (علمه، علاقتها)."""
    found = {"ال" + word for word in _forms(kind)}
    for word in _forms(kind):
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        found |= {word, *(stem + owner for owner in _OWNERS[1:])}
    return frozenset(found)


def is_claimed(word: str) -> bool:
    """Does a folded word name what is said of somebody, or laid at his door?

    >>> is_claimed("الانباء"), is_claimed("علاقتها"), is_claimed("الجسر")
    (True, True, False)
    """
    return word in _owned("claimed")


def find_object(reading: Reading, cue: int, limit: int) -> Opening | None:
    """Return where what a verb or noun of denying denies begins: the first phrase after it that can be that.

    None where أن, a quotation or nothing follows. In نفت الوزارة في بيان ما تردد عن الإغلاق it is ما.
    """
    c, tape, at = codes(), reading.tape, cue + 1
    limit, relative, begun, bare = min(limit, cue + _FAR), False, 0, 0
    while at < limit:
        code = tape[at]
        if code in c.no_object:
            return Opening("noun", bare, bare) if bare and code in c.end else None
        past = _past_marks(reading, at, limit)
        if past is None:
            return None
        if past > at:
            at = past
            continue
        relative = code in c.relative or (relative and code not in c.comma)
        if not relative:
            if heads_denied(reading, cue, at):
                return Opening("noun", at, begun or at)
            if code in c.verb and not _is_noun(reading, at):
                return None
            begun = begun or (at if reading.words[at] in denial_words("emphasis") else 0)
            bare = bare or (at if at == cue + 1 and is_claimed(reading.words[at]) else 0)
        at += 1
    return Opening("noun", bare, bare) if bare else None


def _past_marks(reading: Reading, at: int, limit: int) -> int | None:
    """Step over a short quotation, which is a name, and over brackets; None at a quotation that speaks."""
    quotation = reading.opening_at.get(at)
    if quotation is not None:
        return quotation.close + 1 if quotation.close - quotation.open - 1 <= _NAME_WORDS else None
    if reading.tape[at] in codes().paren:
        return next((i for i in range(at, min(at + 8, limit)) if reading.tape[i] in codes().close), at) + 1
    return at


def _is_noun(reading: Reading, at: int) -> bool:
    """A form that could be a verb is none inside a name or after a preposition, nor one that only
    strengthens."""
    word = reading.words[at]
    led = reading.tape[at - 1] in codes().preposition or bool(reading.in_bodies[at])
    return led or word in denial_words("emphasis") or bool(reading.inside_names[at])


def heads_denied(reading: Reading, cue: int, at: int) -> bool:
    """Can the token head what the verb at ``cue`` denies, where it stands?"""
    word, before = reading.words[at], reading.tape[at - 1]
    if before in codes().preposition or reading.in_bodies[at]:
        return False
    if word in denial_words("object"):
        return reading.tape[at] not in codes().verb
    if word in denial_words("this"):
        return (_points(reading, at) or _points_at_claim(reading, at)) and _is_complete(reading, cue, at)
    if is_claimed(word):
        if at == cue + 1:
            return word.removeprefix("ال") not in denial_words("told")
        return at == cue + 2 or _is_complete(reading, cue, at)
    return reading.heads_content(at) and _is_complete(reading, cue, at)


def _points(reading: Reading, at: int) -> bool:
    """Does ذلك or الأمر stand alone, for what was said before (نفت ذلك)?"""
    if reading.words[at] not in denial_words("that") or at + 1 >= len(reading.words):
        return reading.words[at] in denial_words("that")
    code = reading.tape[at + 1]
    return code in codes().phrase_break or code in codes().preposition or code in codes().closes


def _points_at_claim(reading: Reading, at: int) -> bool:
    """Does this or each of something said stand here (هذه المزاعم، كل التهم)?"""
    return at + 1 < len(reading.words) and is_claimed(reading.words[at + 1])


def _is_complete(reading: Reading, cue: int, at: int) -> bool:
    """Can an object follow here: after the verb, a name, a date, a word with the article or one that only
    strengthens?"""
    before, code = reading.words[at - 1], reading.tape[at - 1]
    if at == cue + 1 or at in reading.name_ends or at in reading.date_ends or code in codes().complete:
        return True
    if before.startswith(("ال", "لل", "وال")) or before in denial_words("emphasis"):
        return True
    return before in particles("same") or (len(before) > 3 and before.endswith("ا") and code == ".")


def names_claim(reading: Reading, at: int) -> bool:
    """Does a phrase begin with a noun of what is said, ما or this of it: كذبت الوزارة هذه الأنباء?"""
    word = reading.words[at]
    return word in denial_words("object") or is_claimed(word) or _points_at_claim(reading, at)


def leaves_open(reading: Reading, at: int) -> bool:
    """Does the word before a verb of denying show that nobody denies: لا أحد ينكر، لم يؤكد أو ينفي؟"""
    return bool(at) and reading.words[at - 1] in denial_words("undenied")
