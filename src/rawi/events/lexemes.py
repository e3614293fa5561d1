"""Words of happenings, of those who take part in them, and of how they are told, with what is joined to
them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rawi.arabic.clitics import Clitic, noun_forms
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement, object_forms, past_forms, present_forms
from rawi.arabic.remembering import remember
from rawi.lexicons.loader import load_table

Form = Literal["verb", "present", "noun", "plural"]
Of = Literal["agent", "victim", "either", "both", "parties", "thing", "none"]
PartyClass = Literal[
    "state", "nonstate", "civilian", "protester", "unknown", "member", "military", "civil", "aircraft"
]
_REMEMBERED = 1 << 15
_OWNERS = ("ه", "ها", "هم", "هما", "نا")
_STARTS = ("", "ال", "لل", "بال", "كال", "ب", "ل", "ك")
#: What may stand before a party, with و or ف and without, by its first letter.
_BARE = ("",)
_LEADS = {
    letter: _BARE
    + tuple(
        lead for lead in (one + start for one in ("", "و", "ف") for start in _STARTS) if lead[:1] == letter
    )
    for letter in "الكبوف"
}
_ENDS = ("ون", "ين", "ان", "ات", "ه", "تين", "تان", "ا", "و", "ي", "يا", "يه", "يين", "يون")
#: What may be joined before a noun of places.
SPOT_LEADS = ("ب", "ل", "و")
_SHORTEST = 2
_STEM = 3  # letters that stay of any word


class EventWord(NamedTuple):
    """One reading of words as a mention of a happening.

    ``family`` is its kind, ``of`` who is named right after, ``via`` the prepositions before to whom it was
    done (``event_words.tsv``); ``size`` how many words it takes. ``joined``: after و or ف; ``lead``: the
    preposition before it (ب، ل، ك), null for none; ``future``: after س. ``several``: of or by more than one;
    ``owned``: with a pronoun after it (قصفها).
    """

    family: str
    form: Form
    of: Of
    via: tuple[str, ...]
    size: int = 1
    joined: bool = False
    definite: bool = False
    lead: str | None = None
    future: bool = False
    feminine: bool = False
    several: bool = False
    owned: bool = False

    @property
    def is_verb(self) -> bool:
        """Is it a verb, past or present?"""
        return self.form in ("verb", "present")


@cache
def event_words() -> dict[str, tuple[tuple[tuple[str, ...], EventWord], ...]]:
    """Return the readings by their first folded word: the words that must follow, and what it then is."""
    found: dict[str, dict[tuple[tuple[str, ...], str, str], EventWord]] = {}
    for row in load_table("event_words.tsv"):
        for word, after, reading in forms_of(row):
            found.setdefault(word, {}).setdefault((after, reading.form, reading.family), reading)
    return {
        word: tuple(
            (after, one) for (after, _, _), one in sorted(rows.items(), key=lambda row: -len(row[0][0]))
        )
        for word, rows in found.items()
    }


def forms_of(row: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...], EventWord]]:
    """Yield the folded forms of the word of a row, each with the words that must follow and its reading."""
    first, *rest = row["word"].split()
    via = tuple(word for name in row["via"].split() for word in sorted(signs_of(f"via_{name}")))
    after = tuple(map(fold, rest))
    form: Form = row["form"]  # type: ignore[assignment]
    of: Of = row["of"]  # type: ignore[assignment]
    base = EventWord(row["family"], form, of, via, 1 + len(after))
    for word, reading in _verb_forms(first, base) if base.is_verb else _noun_forms(first, base):
        yield word, after, reading


def _verb_forms(word: str, base: EventWord) -> Iterator[tuple[str, EventWord]]:
    """Yield the folded forms of a verb with what can be joined to it."""
    present = base.form == "present"
    for form, agreement in _moods(word) if present else past_forms(word):
        read = base._replace(feminine=agreement == "f", several=agreement == "p")
        owned = read._replace(owned=True)
        objects = () if base.via or base.size > 1 else object_forms(form)  # no سيطرها beside سيطر على
        for full, reading in ((form, read), *((one, owned) for one in objects)):
            bare = fold(full)
            for joined in ("", "و", "ف"):
                here = reading._replace(joined=bool(joined))
                yield joined + bare, here
                if present:
                    yield joined + "س" + bare, here._replace(future=True)
                    yield joined + "ل" + bare, here._replace(lead="ل")


def _moods(word: str) -> Iterator[tuple[str, Agreement]]:
    """Yield the forms of a present verb, those after أن and لم too: يقتلون، أن يقتلوا."""
    for form, agreement in present_forms(word):
        yield form, agreement
        if form.endswith(("ون", "ان")):
            yield form[:-1] + ("ا" if form.endswith("ون") else ""), agreement


def _noun_forms(word: str, base: EventWord) -> Iterator[tuple[str, EventWord]]:
    """Yield the folded forms of a noun: with article and prepositions, in the accusative, the dual, and with
    an owner."""
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    endings = [(word, False, False), (stem + "ين", True, False), (stem + "ان", True, False)]
    if not word.endswith(("ة", "اء")):
        endings.append((word + "ا", False, False))
    endings += [(stem + owner, False, True) for owner in _OWNERS]
    for full, dual, owned in endings:
        several = dual or base.form == "plural"
        read = base._replace(several=several, owned=owned, feminine=word.endswith(("ة", "ات")))
        for form, bits in noun_forms(fold(full)):
            lead = "ب" if bits & Clitic.BEH else "ل" if bits & Clitic.LAM else None
            lead = "ك" if bits & Clitic.KAF else lead
            joined, definite = bool(bits & Clitic.CONJUNCTION), bool(bits & Clitic.ARTICLE)
            if not (owned and definite):
                yield form, read._replace(joined=joined, definite=definite, lead=lead)


def read_event_words(words: Sequence[str], at: int) -> tuple[EventWord, ...]:
    """Return what the folded words from ``at`` on may tell of a happening, the longest readings first.

    >>> [(one.family, one.form, one.several) for one in read_event_words(["غارتان"], 0)]
    [('airstrike', 'noun', True)]
    """
    rows = event_words().get(words[at])
    if rows is None:
        return ()
    if len(rows) == 1 and not rows[0][0]:
        return (rows[0][1],)
    fitting = [one for after, one in rows if not after or do_follow(words, at + 1, after)]
    return tuple([one for one in fitting if one.size == fitting[0].size])


def do_follow(words: Sequence[str], at: int, after: tuple[str, ...]) -> bool:
    """Do these words follow, each with or without the article?"""
    found = words[at : at + len(after)]
    return len(found) == len(after) and all(
        word == one or word == "ال" + one for word, one in zip(found, after, strict=True)
    )


@cache
def _parties() -> dict[str, PartyClass]:
    """Return the classes of folded words for parties; the first row of a word decides."""
    found: dict[str, PartyClass] = {}
    for row in load_table("parties.tsv"):
        found.setdefault(fold(row["word"]), row["class"])  # type: ignore[arg-type]
    return found


def _read_party(word: str) -> PartyClass | None:
    """Return what a folded word says of somebody who takes part in a happening, or of what is struck.

    >>> party_of("والمتمردين"), party_of("بطائرات"), party_of("السماء")
    ('nonstate', 'aircraft', None)
    """
    parties, firsts = _parties(), _party_starts()
    for start in _LEADS.get(word[:1], _BARE):
        if word.startswith(start):
            bare = word[len(start) :]
            if bare[:_STEM] in firsts and len(bare) >= _SHORTEST and (found := _bare_party(bare, parties)):
                return found
    return None


party_of = remember(_read_party, _REMEMBERED)
"""``_read_party``, remembered."""


@lru_cache(maxsize=_REMEMBERED)
def is_adjective(word: str) -> bool:
    """Is a folded word no party but an adjective made of the word for one, in the feminine?

    >>> is_adjective("امنيه"), is_adjective("المسلحه"), is_adjective("بحريه")
    (True, False, False)
    """
    parties = _parties()
    bare = word.removeprefix("ال")
    return bare.endswith("يه") and bare not in parties and bare[:-2] in parties


@cache
def _party_starts() -> frozenset[str]:
    """Return the first letters of all words for parties; most words of a text have none of them."""
    return frozenset(word[:_STEM] for word in _parties())


def _bare_party(word: str, parties: dict[str, PartyClass]) -> PartyClass | None:
    """Return the class of a word without what is joined before it."""
    if found := parties.get(word) if len(word) > _SHORTEST else None:
        return found
    for end in _ENDS if word.endswith(_ENDS) else ():
        if word.endswith(end) and len(word) - len(end) > _SHORTEST:
            stem = word[: len(word) - len(end)]
            if found := parties.get(stem) or (parties.get(stem + "ه") if end in ("تين", "تان") else None):
                return found
    for owner in _OWNERS:
        if word.endswith(owner) and len(word) - len(owner) > _SHORTEST:
            stem = word.removesuffix(owner)
            if found := parties.get(stem):
                return found
    return None


@cache
def _signs() -> dict[str, frozenset[str]]:
    """Return the folded words of ``event_signs.tsv`` by their roles."""
    found: dict[str, set[str]] = {}
    for row in load_table("event_signs.tsv"):
        found.setdefault(row["role"], set()).add(fold(row["word"]))
    return {role: frozenset(words) for role, words in found.items()}


@cache
def signs_of(role: str) -> frozenset[str]:
    """Return the folded words of a role in ``event_signs.tsv``."""
    return _signs().get(role, frozenset())


@cache
def joined_signs(*roles: str) -> frozenset[str]:
    """Return the folded words of some roles as they may stand in a text: as they are, after و or ف, and as
    verbs with the س of what is to come.

    >>> "وسيشن" in joined_signs("does"), "قال" in joined_signs("does")
    (True, False)
    """
    words = {word for role in roles for word in signs_of(role)}
    words |= {"س" + word for word in words if word[:1] in ("ي", "ت")}
    return frozenset(joined + word for word in words for joined in ("", "و", "ف"))


def is_sign(word: str, *roles: str) -> bool:
    """Has a folded word one of some roles, as it is or after و or ف and the س of what is to come?

    >>> is_sign("وسيشن", "does"), is_sign("واصل", "does"), is_sign("قال", "does")
    (True, True, False)
    """
    return word in joined_signs(*roles)


def has_sign(words: Iterable[str], *roles: str) -> bool:
    """Has any of some folded words one of some roles, as ``is_sign`` says?"""
    return not joined_signs(*roles).isdisjoint(words)


@cache
def breaking_words() -> frozenset[str]:
    """Return the words at which no noun phrase goes on."""
    roles = (
        "alleged",
        "prepositions",
        "that",
        "relative",
        "does_it",
        "results",
        "breaks_out",
        "by",
        "claims_it",
    )
    return frozenset().union(*map(signs_of, roles))


@cache
def acting_words() -> frozenset[str]:
    """Return the verbs at which no noun phrase goes on, where they are no part of a name."""
    return signs_of("does") | signs_of("hits") | signs_of("suffers")


@cache
def opening_words() -> frozenset[str]:
    """Return the words with which another clause begins."""
    return signs_of("breaks") | signs_of("relative") | signs_of("that")


@cache
def land_words() -> frozenset[str]:
    """Return the nouns of places and lands as they may stand in a text, with what is joined before them."""
    nouns = signs_of("spot") | signs_of("land")
    return nouns | {joined + noun for noun in nouns for joined in SPOT_LEADS}


def sport_words() -> frozenset[str]:
    """Return the words of sport."""
    return signs_of("sport")


def cyber_words() -> frozenset[str]:
    """Return the words of attacks on computers."""
    return signs_of("cyber")


@lru_cache(maxsize=_REMEMBERED)
def is_single(word: str) -> bool:
    """Is a folded word a noun for one person, as ``single`` rows of ``event_signs.tsv`` list them?

    >>> is_single("شاب"), is_single("شبان")
    (True, False)
    """
    singles = signs_of("single")
    for start in ("", "ال", "ل", "ب", "لل"):
        if word.startswith(start):
            rest = word.removeprefix(start)
            if rest in singles or (rest.endswith("ا") and rest[:-1] in singles):
                return True
    return False
