"""The state that an adjective says did it: غارة أميركية، القصف الإسرائيلي."""

from __future__ import annotations

from functools import cache

from rawi.entities.countries import read_countries
from rawi.events.drafts import Draft
from rawi.events.lexemes import signs_of
from rawi.events.mentions import Mention
from rawi.lexicons.loader import load_table
from rawi.model.claim import Argument
from rawi.relations.quantities.page import Page

#: Kinds of happening that are a deed of forces, so that the adjective of a country names who did it.
_OF_FORCES = frozenset(("airstrike", "strike", "shelling", "attack", "raid"))
_ADJECTIVES = 3
_STATELESS = frozenset(("PS",))  # people of whom no army speaks


def nation_of(draft: Draft) -> Argument | None:
    """Return the state whose adjective stands by a noun of a deed of forces, null for none."""
    for mention in draft.mentions:
        at = _adjective(draft.page, mention)
        countries = read_countries(draft.page.words[at])[1] - _STATELESS if at is not None else ()
        if at is not None and len(countries) == 1:
            return _state(draft.page, at, *countries)
    return None


def _adjective(page: Page, mention: Mention) -> int | None:
    """Return the token of the adjective of a country after a noun, of its number and gender."""
    word, words = mention.word, page.words
    if word.is_verb or word.family not in _OF_FORCES or word.owned:
        return None
    feminine = word.feminine or word.form == "plural" or word.several
    for at in range(mention.last, min(mention.clause[1], mention.last + _ADJECTIVES)):
        agrees = words[at].startswith("ال") == word.definite and words[at].endswith("ه") == feminine
        if agrees and words[at].removesuffix("ه").endswith("ي") and read_countries(words[at])[1]:
            return at
        if words[at] not in signs_of("adjective"):
            return None
    return None


def _state(page: Page, at: int, country: str) -> Argument:
    """Return a country as who did it: by its name in the article, else by its own."""
    span, link = page.text.span(at, at + 1), f"iso:{country}"
    known = next((one for one in page.record.entities if one.link == link and one.type == "place"), None)
    return Argument(known.name, known.id, span) if known is not None else Argument(_name(link), None, span)


@cache
def _names() -> dict[str, str]:
    """Return the names of countries by their links."""
    return {row["id"]: row["name"] for row in load_table("areas.tsv") if row["id"].startswith("iso:")}


def _name(link: str) -> str:
    return _names().get(link, link)
