"""What a verb of denying denies where no أن says it: نفت الوزارة ما تردد عن …، نفى الاتهامات الموجهة إليه."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.annotations.speech import particles
from rawi.arabic.clitics import verb_forms
from rawi.arabic.fold import fold
from rawi.claims.accusatives import begins_group, ends_unknown_body
from rawi.claims.reading import Opening, Reading, codes, is_content_noun
from rawi.lexicons.loader import load_entries

_FAR = 45  # tokens between a verb and what it denies
_NAME_WORDS = 5  # a quotation of so few tokens inside a noun phrase is a name
_WITH_PRONOUN = ("يه", "يها", "له", "لها", "به", "بها", "هم")
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
def denial_phrases(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases of a kind of ``denials.toml`` by their first folded word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(form.split()) for form in _forms(kind)), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


@cache
def _owned(kind: str) -> frozenset[str]:
    """The words of a kind bare, with ال, in the accusative (خبرا), with an owner's pronoun (علمه)."""
    found = {"ال" + word for word in _forms(kind)}
    found |= {word + "ا" for word in _forms(kind) if not word.endswith(("ه", "ات", "ا", "ي"))}
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


def is_claim(reading: Reading, at: int) -> bool:
    """Does such a noun stand at the token? الحديث عن does; in المعنى الحديث the word is another."""
    word = reading.words[at]
    if word in _owned("claimed_about"):
        return at + 1 < len(reading.words) and reading.word(at + 1) in particles("from")
    return is_claimed(word)


def find_object(reading: Reading, cue: int, limit: int) -> Opening | None:
    """Return where what a verb or noun of denying denies begins: the first phrase after it that can be that.

    None where أن, a quotation or nothing follows. In نفت الوزارة في بيان ما تردد عن الإغلاق it is ما.
    """
    limit = min(limit, cue + _FAR)
    found, stop = _first_object(reading, cue, limit)
    if found is not None:
        begun = next(
            (i for i in range(cue + 1, found) if reading.words[i] in denial_words("emphasis")), found
        )
        return Opening("noun", found, begun)
    alone = cue + 1 < limit and is_claim(reading, cue + 1)  # نفى تقارير: nothing else can be it
    ends = stop >= limit or reading.tape[stop] in codes().ends_object
    return Opening("noun", cue + 1, cue + 1) if alone and ends else None


def _first_object(reading: Reading, cue: int, limit: int) -> tuple[int | None, int]:
    """The first token that can head what is denied, None if there is none; and where the search ended."""
    c, tape, at, relative = codes(), reading.tape, cue + 1, False
    while at < limit and tape[at] not in c.no_object:
        past = _past_marks(reading, at, limit)
        if past is None:
            return None, at
        if past == at + 3 and is_claimed(reading.word(at + 1)):
            return at, at  # نفى «الشائعات» حول
        if past > at:
            at = past
            continue
        relative = tape[at] in c.relative or (relative and tape[at] not in c.comma)
        if not relative and heads_denied(reading, cue, at):
            return at, at
        if not relative and tape[at] in c.verb and not _is_noun(reading, at):
            return None, at
        at += 1
    return None, at


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
    word = reading.words[at]
    if reading.in_bodies[at] or _is_led(reading, at):
        return False
    if word in _forms("object"):
        return reading.tape[at] not in codes().verb
    if word in denial_words("this"):
        return _points(reading, at) or _points_at(reading, cue, at)
    if is_claim(reading, at):
        return _is_object(reading, cue, at)
    if not _is_complete(reading, cue, at):
        return False
    if begins_group(reading, at):
        return False
    return reading.heads_content(at) or _is_definite_deed(reading, at)


def _is_object(reading: Reading, cue: int, at: int) -> bool:
    """Is a noun of what is said the object? Right after the verb, one that can deny itself is the subject;
    with the article it may be what a body is for (وزارة الصحة، وكالة الأنباء)."""
    word = reading.words[at]
    definite, bare = word.startswith("ال"), word.removeprefix("ال")
    if at == cue + 1:
        return bare not in denial_words("told") and not (definite and bare in denial_words("owned"))
    if definite and bare in denial_words("owned"):
        return _is_complete(reading, cue, at)
    return not definite or reading.tape[at - 1] not in codes().any_noun


def _is_definite_deed(reading: Reading, at: int) -> bool:
    """وتنفي الدولة السعي لامتلاك السلاح: a verbal noun with the article, and what it governs after it."""
    word, following = reading.words[at], at + 1
    if (
        not word.startswith("ال")
        or following >= len(reading.words)
        or not (is_content_noun(word[2:]) or word[2:] in denial_words("call"))
    ):
        return False
    governs = reading.tape[following] in codes().preposition or reading.words[following][:1] in ("ل", "ب")
    return governs and reading.words[at - 1] not in denial_words("emphasis")


def _is_led(reading: Reading, at: int) -> bool:
    """Does a preposition govern the token? One with a pronoun does not (نفى فيه هذه التهم)."""
    before = reading.words[at - 1]
    return reading.tape[at - 1] in codes().preposition and not before.endswith(_WITH_PRONOUN)


def _points(reading: Reading, at: int) -> bool:
    """Does ذلك or الأمر stand alone, for what was said before (نفت ذلك)?"""
    if reading.words[at] not in denial_words("that") or at + 1 >= len(reading.words):
        return reading.words[at] in denial_words("that")
    code = reading.tape[at + 1]
    if code in codes().relative:  # الأمر الذي أعلنته الوزارة
        return False
    return code in codes().after_that or reading.word(at + 1)[:1] == "و"


def _points_at(reading: Reading, cue: int, at: int) -> bool:
    """هذه المزاعم, كل التهم; after a subject هذا العدد too, but not هذا العام."""
    if _points_at_claim(reading, at):
        return at > cue + 1 or reading.word(at + 1).removeprefix("ال") not in denial_words("told")
    if reading.words[at] in denial_words("that") or at == cue + 1 or reading.dates.beginning_in(at, at + 2):
        return False
    following = reading.word(at + 1) if at + 1 < len(reading.words) else ""
    return following.startswith("ال") and _is_complete(reading, cue, at)


def _points_at_claim(reading: Reading, at: int) -> bool:
    """Does this or each of something said stand here (هذه المزاعم، كل التهم)?"""
    if reading.words[at] not in denial_words("this"):
        return False
    following = at + 1
    while following < len(reading.words) and reading.words[following] in denial_words("this"):
        following += 1
    return following < len(reading.words) and is_claim(reading, following)


def _is_complete(reading: Reading, cue: int, at: int) -> bool:
    """Can an object follow here: after the verb, a name, a date, a word with the article or one that only
    strengthens?"""
    before, code = reading.words[at - 1], reading.tape[at - 1]
    if at == cue + 1 or at in reading.name_ends or at in reading.date_ends or code in codes().complete:
        return True
    if ends_unknown_body(reading, cue + 1, at):
        return True
    if before.startswith(("ال", "لل", "وال")) or before in denial_words("emphasis"):
        return True
    return before in particles("same") or (len(before) > 3 and before.endswith("ا") and code == ".")


def names_claim(reading: Reading, at: int) -> bool:
    """Does a phrase begin with a noun of what is said, ما or this of it: كذبت الوزارة هذه الأنباء?"""
    word = reading.words[at]
    return word in denial_words("object") or is_claim(reading, at) or _points_at_claim(reading, at)


def leaves_open(reading: Reading, at: int) -> bool:
    """Does the word before a verb of denying show that nobody denies: لا أحد ينكر، لم يؤكد أو ينفي؟

    Or does the noun stand there that has the letters of the verb: لتأكيد نفي الخبر؟
    """
    if not at:
        return False
    if reading.words[at] in _forms("noun") and reading.source_letter(at) == "ي":
        return reading.tape[at - 1] not in codes().before_denial
    return reading.words[at - 1] in denial_words("undenied")


def points_back(reading: Reading, at: int) -> bool:
    """Does a content begin with ذلك or الأمر alone, for what was said before?"""
    return _points(reading, at)


def past_emphasis(reading: Reading, at: int) -> int:
    """Step over words that stand between a verb of denying and who denies (نفته لاحقا الوزارة)."""
    while at < len(reading.words) and (
        reading.words[at] in denial_words("emphasis") or reading.tape[at] in codes().adverb
    ):
        at += 1
    return at


def is_matter(reading: Reading, at: int) -> bool:
    """Can the token stand between وهي and a verb of denying: وهي تهمة ينفيها، وهو أمر تنفيه?"""
    return is_claimed(reading.words[at]) or reading.words[at] in denial_words("matter")
