"""Where the name of a body ends, and what only looks like one (``حركة المرور``, ``بقيادة المدرب``)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rawi.annotations.lexis import Head, load_vocabulary
from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries, load_table

#: Bodies of the state: what they do for whom is no part of their name (الحكومة لتعزيز الأمن).
_OF_STATE = frozenset(("government", "ministry", "police", "parliament"))
_STATE = "الدوله"  # وزارة الدولة لشؤون الخارج
_ARTICLE, _BEH, _LAM = int(Clitic.ARTICLE), int(Clitic.BEH), int(Clitic.LAM)
_QUOTED = frozenset(("quoted", "the-quoted"))
_FEMININE = ("ه", "ات")
_IN_ORDER_TO = ("لي", "ولي")


class _Lists(NamedTuple):
    """Folded words of ``body_lookalikes.tsv`` by kind."""

    things: frozenset[str]
    purposes: frozenset[str]
    feminine: frozenset[str]
    words: frozenset[str]


class _Codes(NamedTuple):
    """Codes of the tape of names."""

    place: frozenset[str]
    body: frozenset[str]
    lam: frozenset[str]
    adjective: frozenset[str]
    noun: frozenset[str]


@cache
def _load_lists() -> _Lists:
    """Read the lists when they are first needed."""
    lists: dict[str, set[str]] = {"thing": set(), "purpose": set(), "feminine": set(), "word": set()}
    for row in load_table("body_lookalikes.tsv"):
        lists[row["kind"]].add(fold(row["word"]))
    return _Lists(*map(frozenset, lists.values()))


@cache
def _load_codes() -> _Codes:
    """Compile the classes when they are first needed."""
    codes = load_vocabulary().codes
    return _Codes(
        place=codes("{?place}"),
        body=codes("{org:bare}"),
        lam=codes("{?lam}"),
        adjective=codes("{nationality|qualifier|either|official:det}"),
        noun=codes("{?noun|ordinary|heh|nisbat|verbal|head|weak|heads}"),
    )


@cache
def _load_heads() -> dict[str, Head]:
    """Return the nouns of bodies by their folded form."""
    return {fold(head.form): head for head in load_entries("organization_heads.toml", Head)}


def find_end(words: list[str], tape: str, first: int, last: int, rule: str) -> int:
    """Return where the name of a body ends that ``rule`` read as tokens ``first`` to ``last``.

    ``first`` if the words mean no body. ``words`` are folded, ``tape`` is that of names.
    """
    vocabulary = load_vocabulary()
    word = vocabulary.entry(words[first])
    head = _load_heads().get(word.form) if word else None
    if word is None or head is None:
        return last
    clitics = vocabulary.clitics_of(tape[first])
    if _is_thing(words, first, word.form, clitics) or _is_unnamed(tape, first, rule, head, clitics):
        return first
    if rule in _QUOTED:
        return last
    if rule == "definite" and word.form.endswith(_FEMININE):
        last = _before_masculine(words, tape, first, last)
    return _before_purpose(words, tape, first, last, head)


def is_known(words: list[str], tape: str, first: int, kind: str) -> bool:
    """Does a name that a table has mean its body, and not an everyday word or an adjective?

    ``kind`` is the type of the body. In السياسة الخارجية السعودية no ministry is named.
    """
    if words[first] in _load_lists().words:
        return False
    if kind != "ministry" or first == 0 or not words[first].startswith("ال"):
        return True
    return not (tape[first - 1] in _load_codes().noun and words[first - 1].endswith(_FEMININE))


def _is_thing(words: list[str], first: int, form: str, clitics: int) -> bool:
    """Is it a thing by the word that follows: شبكة الإنترنت, منظمة «إرهابية»؟"""
    at = first + 1 if words[first + 1].isalnum() else first + 2
    article = "ال" if clitics & _ARTICLE else ""
    return f"{article}{form} {words[at]}" in _load_lists().things


def _is_unnamed(tape: str, first: int, rule: str, head: Head, clitics: int) -> bool:
    """Is a noun followed by what makes no name of it: برنامج الإصلاح, جبهة الحديدة, برئاسة سليم؟"""
    if rule in _QUOTED or rule == "definite":
        return False
    if head.leads and clitics & _BEH:
        return True
    if head.names == "quoted":
        return not (head.type == "group" and tape[first + 1] in _load_codes().body)
    return head.names == "nouns" and (rule == "proper" or tape[first + 1] in _load_codes().place)


def _before_masculine(words: list[str], tape: str, first: int, last: int) -> int:
    """Return the end before an adjective that belongs to the minister: وزير الخارجية الياباني."""
    codes, feminine = _load_codes().adjective, _load_lists().feminine
    for at in range(first + 1, last):
        if tape[at] not in codes:
            break
        if not words[at].endswith(_FEMININE) and words[at].removeprefix("ال") not in feminine:
            return at
    return last


def _before_purpose(words: list[str], tape: str, first: int, last: int, head: Head) -> int:
    """Return the end before what something is done for: البنك الأهلي للحصول, الحكومة لتعزيز الأمن."""
    purposes, lam = _load_lists().purposes, _load_codes().lam
    clitics_of = load_vocabulary().clitics_of
    of_state = head.type in _OF_STATE and words[first + 1] != _STATE
    for at in range(first + 1, last):
        word, code = words[at], tape[at]
        if word in purposes or (code in lam and word.startswith(_IN_ORDER_TO)):
            return at
        if of_state and (code in lam or clitics_of(code) & _LAM):
            return at
    return last
