"""Names of agencies and outlets (``newsrooms.tsv``) and how to find them in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.chain import Link, LinkKind
from rawi.model.span import Span

LEXICON = "newsrooms.tsv"
_KINDS: dict[str, LinkKind] = {"agency": "agency", "outlet": "outlet"}
#: What stands between the parts of a byline; a tatweel among spaces serves as a dash.
_SEPARATOR = re.compile(r"\s*[-–—/|:()\u200b]+\s*|\s+ـ+\s+|^[\s*]+|\s+$")
_SITE = re.compile(r"[A-Za-z][A-Za-z0-9-]+\.[A-Za-z]{2,4}")
_WORD = re.compile(r"\S+")
_MOST_WORDS = 3
_MARKS = '[«"“]'


class NewsroomNouns(msgspec.Struct, frozen=True, gc=False):
    """A class of ``link_words.toml``: nouns that stand before the names of newsrooms."""

    kind: str
    forms: tuple[str, ...]


@cache
def _nouns(kind: str) -> str:
    """Return a pattern of the nouns of a class, unfolded."""
    entries = load_entries("link_words.toml", NewsroomNouns)
    return "|".join(form for entry in entries if entry.kind == kind for form in entry.forms)


@cache
def _noun() -> re.Pattern[str]:
    """Return a pattern of a noun, folded, before the name of a newsroom."""
    return re.compile(f"(?:{fold(_nouns('agency_noun'))}|{fold(_nouns('outlet_noun'))}) ")


@cache
def _called() -> tuple[tuple[LinkKind, str], ...]:
    """Return how a text says that a name ({}) is a newsroom's: by its noun, or as whom people speak to."""
    heard = f'(?<!\\w)لـ? ?{_MARKS}{{}}[»"”]'
    return (
        ("agency", f"(?:{_nouns('agency_noun')}) {_MARKS}?{{}}(?!\\w)"),
        ("outlet", f"(?:{heard}|(?:{_nouns('outlet_noun')}) {_MARKS}?{{}}(?!\\w))"),
    )


class Newsroom(NamedTuple):
    """An agency or outlet; ``generic`` if its name is also a plain word, or means "agencies" at large."""

    kind: LinkKind
    generic: bool


class Part(NamedTuple):
    """One part of a byline: where it stands and the newsroom it names, if any."""

    span: Span
    words: str
    newsroom: Newsroom | None

    @property
    def proof(self) -> bool:
        """Whether the part alone shows that the line is a byline."""
        return self.newsroom is not None and (self.newsroom.kind == "agency" or not self.newsroom.generic)

    def link(self) -> Link | None:
        """Return the link of a chain that the part stands for."""
        return Link(self.newsroom.kind, self.words, self.span) if self.newsroom else None


@cache
def load_newsrooms() -> dict[str, Newsroom]:
    """Return newsrooms by folded name; LexiconError if the table is malformed."""
    return {
        fold(row["name"]): Newsroom(_KINDS[row["kind"]], row["generic"] == "yes")
        for row in load_table(LEXICON)
    }


def find_newsroom(words: str) -> Newsroom | None:
    """Return the newsroom called ``words``, or None.

    >>> find_newsroom("رويترز")
    Newsroom(kind='agency', generic=False)
    """
    if found := load_newsrooms().get(fold(words)):
        return found
    return Newsroom("outlet", False) if _SITE.fullmatch(words) else None


@cache
def _identities() -> dict[str, str]:
    """Return what newsrooms are by any of their folded names: the id of outlets.tsv, else the Latin name."""
    known = {fold(row["name"]): row["id"] for row in load_table("outlets.tsv")}
    rows = [(fold(row["name"]), row["latin"]) for row in load_table(LEXICON) if row["latin"]]
    by_latin = {latin: known[name] for name, latin in rows if name in known}
    return {name: by_latin.get(latin, latin) for name, latin in rows} | known


def newsroom_key(name: str) -> str:
    """Return what tells a newsroom from others, whichever of its names is used, with its noun or not.

    >>> newsroom_key("وكالة رويترز") == newsroom_key("رويترز")
    True
    """
    folded = fold(name)
    noun = _noun().match(folded)
    bare = folded[noun.end() :] if noun else folded
    identities = _identities()
    return identities.get(folded) or identities.get(bare) or bare


def find_called(text: str, words: str) -> Newsroom | None:
    """Return what ``text`` itself calls a name that no table has: an agency (وكالة السفح), or an outlet that
    people speak to (لـ«السفح»); None if it calls it neither.

    >>> find_called("قال الحارس لوكالة السفح إن الجسر فتح.", "السفح")
    Newsroom(kind='agency', generic=False)
    """
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    for kind, pattern in _called():
        if re.search(pattern.replace("{}", re.escape(words)), text):
            return Newsroom(kind, False)
    return None


def find_parts(text: str, start: int, end: int) -> Iterator[Part]:
    """Yield the parts of ``text[start:end]`` between dashes, slashes, bars, colons and brackets.

    >>> [(p.words, p.proof) for p in find_parts("ندى الشامي - رويترز", 0, 19)]
    [('ندى الشامي', False), ('رويترز', True)]
    """
    at = start
    for gap in (*_SEPARATOR.finditer(text, start, end), None):
        to = gap.start() if gap else end
        if words := text[at:to].strip():
            first = at + text[at:to].index(words[0])
            yield Part(Span(first, first + len(words)), words, find_newsroom(words))
        at = gap.end() if gap else end


def find_named(text: str, start: int, end: int) -> Iterator[Link]:
    """Yield links for the newsrooms named in ``text[start:end]`` by one to three words; no generic ones."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    taken = start
    for i, (first, _) in enumerate(words):
        for _, last in reversed(words[i : i + 3]):
            found = find_newsroom(text[first:last]) if first >= taken else None
            if found and not found.generic:
                yield Link(found.kind, text[first:last], Span(first, last))
                taken = last
