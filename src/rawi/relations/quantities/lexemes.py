"""Words that say what is counted, what befell it and how the count is told, with what is joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from rawi.annotations.speech import CueVerb
from rawi.arabic.fold import fold
from rawi.arabic.inflection import past_forms, present_forms
from rawi.arabic.remembering import remember
from rawi.lexicons.loader import load_entries, load_table

Sort = Literal["person", "state", "case", "unit", "thing", "span"]
Form = Literal["verb", "present", "masdar", "mark", "split", "loss", "on", "lost", "lives", "prey", "acts"]
_PREFIXES = ("ال", "لل", "ب", "ل", "ك")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا")
_ENDINGS = ("ا", "ان", "ين", "ون", "ات", "ي", "و", "تان", "تين", "يا")
_OF_TWO_OR_MORE = frozenset(("ان", "ين", "تان", "تين", "ات"))
_SHORTEST = 2
_REMEMBERED = 1 << 15


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A counted noun: its class and sort, the pronoun of its owner (عناصره), what was joined before it."""

    name: str
    sort: Sort
    owner: str | None = None
    joined: bool = False


class Deed(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word as what was done: ``several`` where the verb stands in the plural, ``owner`` the
    pronoun after a noun."""

    name: str
    takes: Literal["people", "things", "area"]
    form: Form
    joined: bool = False
    several: bool = False
    owner: str | None = None


class Bare(NamedTuple):
    """A word without what is joined to it: ``owner`` the pronoun after it, ``joined`` after و or ف."""

    form: str
    owner: str | None
    joined: bool


def _read_nouns(word: str) -> tuple[Noun, ...]:
    """Return what a folded word may be as a counted noun, the first reading the likeliest.

    >>> read_nouns("مقاتليها")[0].name, read_nouns("قتلاها")[0].name, read_nouns("مساء")
    ('fighters', 'killed', ())
    """
    nouns = _nouns()
    for bare in _bare_forms(word):
        if rows := nouns.get(bare.form):
            return tuple(Noun(name, sort, bare.owner, bare.joined) for name, sort in rows)
    return ()


read_nouns = remember(_read_nouns, _REMEMBERED)
"""``_read_nouns``, remembered."""


def state_of(word: str) -> Noun | None:
    """Return the reading of a folded word as people in a state (قتيلا), null for none."""
    return next((noun for noun in read_nouns(word) if noun.sort == "state"), None)


def _read_deeds(word: str) -> tuple[Deed, ...]:
    """Return what a folded word may say was done.

    >>> [(deed.name, deed.form, deed.joined) for deed in read_deeds("واعتقال")]
    [('arrested', 'masdar', True)]
    >>> read_deeds("قتلوا")[0].several
    True
    """
    found = list(_verbs().get(word, ()))
    nouns = _deed_nouns()
    for bare in _bare_forms(word):
        if rows := nouns.get(bare.form):
            owner = bare.owner
            found += [Deed(name, takes, form, bare.joined, owner=owner) for name, takes, form in rows]
            break
    return tuple(found)


read_deeds = remember(_read_deeds, _REMEMBERED)
"""``_read_deeds``, remembered."""


def _read_roles(word: str) -> frozenset[str]:
    """Return what a folded word tells of a figure beside it.

    >>> sorted(read_roles("والحصيله"))
    ['account', 'total']
    """
    roles = _roles()
    if word in roles:
        return roles[word]
    return next((roles[bare.form] for bare in _bare_forms(word) if bare.form in roles), frozenset())


read_roles = remember(_read_roles, _REMEMBERED)
"""``_read_roles``, remembered."""


def _measure_class(word: str) -> str | None:
    """Return the class of a folded noun of measuring or verb of lasting, null for one that no table has.

    >>> measure_class("والغرامه"), measure_class("بثمن")
    ('fine', 'price')
    """
    classes = _measures()
    return next((classes[bare.form] for bare in _bare_forms(word) if bare.form in classes), None)


measure_class = remember(_measure_class, _REMEMBERED)
"""``_measure_class``, remembered."""


@cache
def _measures() -> dict[str, str]:
    """Return the classes of what is measured, by word."""
    return {fold(row["word"]): row["class"] for row in load_table("measures.tsv")}


def has_role(word: str, *names: str) -> bool:
    """Does a folded word tell one of these of a figure?"""
    return not read_roles(word).isdisjoint(names)


def is_telling_verb(word: str) -> bool:
    """Is a folded word a verb by which somebody gives a number: تحدثت، فقدرتها، تتمسك؟

    >>> is_telling_verb("وتقول"), is_telling_verb("نفت"), is_telling_verb("بين")
    (True, False, False)
    """
    if word in words_of("preposition") or has_role(word, "reach", "sets"):
        return False
    return word in _telling_verbs() or has_role(word, "counts", "tells")


@cache
def _telling_verbs() -> frozenset[str]:
    """Return the folded forms of the verbs that surely are of speech and assert, alone and after و and ف."""
    found: set[str] = set()
    for verb in load_entries("cues.toml", CueVerb):
        if verb.polarity is None and verb.strength == "strong" and "clause" in verb.frames:
            found.update(fold(form) for form, _ in past_forms(verb.form))
            found.update(fold(form) for form, _ in present_forms(verb.imperfect))
    return frozenset(joined + form for form in found for joined in ("", "و", "ف"))


@cache
def loose_classes() -> frozenset[str]:
    """Return the classes of people and things at large, two numbers of which are hardly ever of the same."""
    return frozenset(row["class"] for row in load_table("counted.tsv") if row["followed"] == "no")


@cache
def words_of(role: str) -> frozenset[str]:
    """Return the function words of a role, folded, in the forms in which they count.

    >>> "منذ" in words_of("from_on")
    True
    """
    return frozenset(fold(row["word"]) for row in load_table("figure_words.tsv") if row["role"] == role)


def _read_bare(word: str) -> list[Bare]:
    """Return a word as it is, then without more and more of what may be joined to it."""
    found = [
        Bare(form, owner, False) for start in _without_prefix(word) for form, owner in _without_ending(start)
    ]
    if word[:1] in ("و", "ف"):
        for start in _without_prefix(word[1:]):
            found += [Bare(form, owner, True) for form, owner in _without_ending(start)]
    return found


#: Remembered for a short time: nouns, deeds and roles are read of one word after another.
_bare_forms = remember(_read_bare, 1 << 8)


def _without_prefix(word: str) -> list[str]:
    """Return a word, and without preposition and article."""
    found = [word]
    if word.startswith(_PREFIXES):
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST:
                rest = word.removeprefix(prefix)
                found.append(rest)
                if len(prefix) == 1 and rest.startswith("ال") and len(rest) > _SHORTEST + 2:
                    found.append(rest.removeprefix("ال"))
    return found


def _without_ending(word: str) -> list[tuple[str, str | None]]:
    """Return a word, without its ending of case, number, or construct, and without its owner's pronoun."""
    found: list[tuple[str, str | None]] = [(word, None)]
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
                rest = word.removesuffix(ending)
                forms = (rest, rest + "ه") if ending in ("ان", "ين") else (rest + "ه", rest)
                found += [(form, None) for form in (forms if ending in _OF_TWO_OR_MORE else (rest,))]
    if word.endswith(_PRONOUNS):
        for pronoun in _PRONOUNS:
            if word.endswith(pronoun) and len(word) > len(pronoun) + _SHORTEST:
                found += [(form, pronoun) for form in _owned(word.removesuffix(pronoun))]
    return found


def _owned(rest: str) -> Iterator[str]:
    """Yield what stands before a pronoun without the endings that join it: مقاتلي، قاعدت، أعضاء، قتلا."""
    yield rest
    if rest.endswith("ا"):
        yield rest[:-1] + "ي"  # قتلى with ها
    if rest[-1:] in ("ي", "و"):
        yield rest[:-1]
    if rest.endswith("ت"):
        yield rest[:-1] + "ه"
        if rest.endswith("ات"):
            yield rest[:-2]
            yield rest[:-2] + "ه"


@cache
def _nouns() -> dict[str, tuple[tuple[str, Sort], ...]]:
    """Return class and sort of each counted noun."""
    found: dict[str, tuple[tuple[str, Sort], ...]] = {}
    for row in load_table("counted.tsv"):
        form = fold(row["word"])
        found[form] = (*found.get(form, ()), (row["class"], _SORTS[row["sort"]]))
    return found


_SORTS: dict[str, Sort] = {
    "person": "person",
    "state": "state",
    "case": "case",
    "unit": "unit",
    "thing": "thing",
    "span": "span",
}


@cache
def _deed_rows() -> tuple[tuple[Deed, str], ...]:
    """Return the rows of the table of deeds with their words."""
    return tuple(
        (
            msgspec.convert({"name": row["deed"], "takes": row["takes"], "form": row["form"]}, Deed),
            row["word"],
        )
        for row in load_table("deeds.tsv")
    )


@cache
def _verbs() -> dict[str, tuple[Deed, ...]]:
    """Return the deeds by all forms of their verbs."""
    found: dict[str, tuple[Deed, ...]] = {}
    for deed, word in _deed_rows():
        if deed.form in ("verb", "split", "loss", "on", "lost", "present", "acts"):
            for form, several in _verb_forms(word):
                for joined in ("", "و", "ف"):
                    one = Deed(deed.name, deed.takes, deed.form, bool(joined), several)
                    found[joined + form] = (*found.get(joined + form, ()), one)
    return found


def _verb_forms(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the folded forms of a verb, with whether it stands in the plural."""
    present = word.startswith("ي")
    for form, _ in present_forms(word) if present else past_forms(word):
        folded = fold(form)
        several = folded.endswith(("ون", "ان") if present else ("وا", "ا"))
        yield folded, several
        if present:
            yield "س" + folded, several


@cache
def _deed_nouns() -> dict[str, tuple[tuple[str, Literal["people", "things", "area"], Form], ...]]:
    """Return the deeds by their nouns."""
    found: dict[str, tuple[tuple[str, Literal["people", "things", "area"], Form], ...]] = {}
    for deed, word in _deed_rows():
        if deed.form in ("masdar", "mark", "lives", "prey"):
            form = fold(word)
            found[form] = (*found.get(form, ()), (deed.name, deed.takes, deed.form))
    return found


@cache
def _roles() -> dict[str, frozenset[str]]:
    """Return the roles of the words beside figures."""
    found: dict[str, frozenset[str]] = {}
    for row in load_table("counting.tsv"):
        form = fold(row["word"])
        found[form] = found.get(form, frozenset()) | {row["role"]}
    return found
