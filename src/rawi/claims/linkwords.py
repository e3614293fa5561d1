"""The vocabulary of chains of transmission: nouns of channels and media in all their forms, and the words
around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.annotations.speech import CueNoun, particles
from rawi.arabic.clitics import noun_forms, plain_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.arabic.inflection import object_forms, past_forms, present_forms
from rawi.lexicons.loader import load_entries
from rawi.model.chain import LinkKind

# What the lexicons call the channel of a noun, and the kind of link it makes (record.md).
CHANNELS: dict[str, LinkKind] = {
    "statement": "channel",
    "letter": "channel",
    "speech": "channel",
    "tweet": "channel",
    "post": "channel",
    "article": "channel",
    "interview": "channel",
    "press_conference": "channel",
    "phone": "channel",
    "contact": "channel",
    "recording": "channel",
    "report": "report",
    "study": "report",
    "poll": "report",
}
MEDIA: dict[str, LinkKind] = {
    "agency": "agency",
    "newspaper": "outlet",
    "magazine": "outlet",
    "channel": "outlet",
    "radio": "outlet",
    "network": "outlet",
    "press": "outlet",
    "programme": "channel",
    "website": "platform",
    "account": "account",
}
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_VERB_KINDS = frozenset(("publish", "receive", "get_copy", "inform", "withhold"))
_ADJECTIVES = frozenset(("medium", "aired", "official", "online"))


class LinkNoun(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A ``[[noun]]`` of ``link_words.toml``."""

    form: str
    channel: str
    example: str
    plurals: tuple[str, ...] = ()


class LinkWords(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An ``[[entry]]`` of ``link_words.toml``: one class of words."""

    kind: str
    forms: tuple[str, ...]
    example: str


class LinkForm(msgspec.Struct, frozen=True, gc=False):
    """One form of a noun that can be a link: ``rest`` are the folded words after the first (مؤتمر صحفي),
    ``owned`` says that a pronoun is joined (موقعها), ``plural`` and ``cased`` how it is inflected
    (بيانات، بيانا), ``act`` that it is only the act of speaking (تصريح)."""

    noun: str
    channel: str
    rest: tuple[str, ...]
    clitics: int
    owned: bool
    plural: bool = False
    cased: bool = False
    act: bool = False


@cache
def link_forms() -> dict[str, tuple[LinkForm, ...]]:
    """Return the forms of all nouns of links by their first folded word, those of several words first."""
    found: dict[str, dict[tuple[str, ...], LinkForm]] = {}
    for noun, channel, forms in _nouns():
        for form in forms if channel in CHANNELS or channel in MEDIA else ():
            for word, link in _forms_of(noun, form, channel):
                found.setdefault(word, {}).setdefault(link.rest, link)
    return {
        word: tuple(sorted(links.values(), key=lambda link: -len(link.rest))) for word, links in found.items()
    }


def _nouns() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the nouns of links, what channel each is, and its singular and plurals."""
    for noun in load_entries("link_words.toml", LinkNoun, "noun"):
        yield noun.form, noun.channel, (noun.form, *noun.plurals)
    for cue in load_entries("cue_nouns.toml", CueNoun):
        yield cue.form, cue.channel or "", (cue.form, *cue.plurals)


def _forms_of(noun: str, form: str, channel: str) -> Iterator[tuple[str, LinkForm]]:
    """Yield a noun's forms: with clitics, with an owner's pronoun, and in the accusative (بيانا)."""
    first, *rest = fold(form).split()
    act = not rest and fold(noun) in particles("no_link")
    for owned, stems in ((False, _cases(first)), (True, _owned(first))):
        for stem in stems:
            for surface, clitics in (plain_forms if owned else noun_forms)(stem):
                yield (
                    surface,
                    LinkForm(
                        noun,
                        channel,
                        tuple(rest),
                        int(clitics),
                        owned,
                        form != noun,
                        not owned and stem != first,
                        act,
                    ),
                )


def _cases(word: str) -> tuple[str, ...]:
    """A noun, and its accusative where that is written with alef."""
    return (word,) if word.endswith(("ه", "ا", "ات", "اء")) else (word, word + "ا")


def _owned(word: str) -> tuple[str, ...]:
    """A noun with each pronoun of an owner."""
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    return tuple(stem + pronoun for pronoun in _PRONOUNS)


@cache
def link_words(kind: str) -> frozenset[str]:
    """Return the folded forms of a class of ``link_words.toml``: verbs inflected and with objects, adjectives
    in both genders, all with a conjunction before them or not.

    >>> "نشرتها" in link_words("publish"), "الإلكترونيه" in link_words("online")
    (True, False)
    """
    entries = [entry for entry in load_entries("link_words.toml", LinkWords) if entry.kind == kind]
    words = [form for entry in entries for form in entry.forms]
    if kind in _VERB_KINDS:
        return frozenset(
            surface for word in words for form in _conjugated(word) for surface, _ in verb_forms(form)
        )
    if kind == "reporter":
        return frozenset(surface for word in words for surface, _ in noun_forms(fold(word)))
    if kind in _ADJECTIVES:
        return frozenset(form for word in words for form in _agreeing(fold(word)))
    return frozenset(surface for word in words for surface, _ in verb_forms(fold(word)))


def _conjugated(verb: str) -> Iterator[str]:
    """Yield a verb's persons, folded, bare and with an object pronoun (نشرته)."""
    forms = present_forms(verb) if verb.startswith("ي") else past_forms(verb)
    for form, _ in forms:
        yield fold(form)
        yield from map(fold, object_forms(form))


def _agreeing(word: str) -> tuple[str, ...]:
    """An adjective in both genders and the plural of things, with the article and without."""
    feminine = (word + "ه", word + "ات") if not word.endswith("ه") else ()
    return tuple(article + form for form in (word, *feminine) for article in ("", "ال"))


@cache
def link_heads() -> frozenset[str]:
    """Return the folded words at which a link can begin, names aside."""
    return frozenset(link_forms()) | link_words("reporter") | link_words("receive") | link_words("get_copy")


def match_link(words: list[str], at: int) -> tuple[LinkForm, int] | None:
    """Return the noun of a link at token ``at`` and the token after it; None if none stands
    there.

    >>> form, end = match_link(["في", "المؤتمر", "الصحفي"], 1) or (None, 0)
    >>> form and form.noun, end
    ('مؤتمر صحفي', 3)
    """
    for form in link_forms().get(words[at], ()) if at < len(words) else ():
        end = at + 1 + len(form.rest)
        following = words[at + 1 : end]
        if len(following) == len(form.rest) and all(
            word in (rest, "ال" + rest) for word, rest in zip(following, form.rest, strict=True)
        ):
            return form, end
    return None
