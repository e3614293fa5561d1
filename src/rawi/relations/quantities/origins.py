"""Where a figure goes back to: the body for which its holder speaks, else its holder, else the newsroom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.documents.newsrooms import newsroom_key
from rawi.entities.offices import read_offices
from rawi.model.definition import Definition, Group
from rawi.model.relation import Outcome
from rawi.relations.layer import Context
from rawi.relations.quantities.groups import same_group
from rawi.relations.quantities.lexemes import words_of

_NAMELESS = frozenset(("anonymous", "source", "qualifier"))


class Origin(msgspec.Struct, frozen=True, gc=False):
    """What a figure goes back to: ``key`` tells it from others, ``name`` is shown.

    ``kind``: a ``body``, a named ``holder``, or a ``newsroom``; a ``document`` where no newsroom is known.
    ``person`` is who speaks for a body.
    """

    kind: str
    key: str
    name: str
    group: Group | None = None
    person: str | None = None


def origin_of(one: Definition, context: Context, bodies: Mapping[str, Group] | None = None) -> Origin:
    """Return what a figure goes back to; ``bodies`` are those of speakers by their entities, where another
    article tells the office."""
    voice = voice_of(one, context)
    body = one.body or (bodies or {}).get(voice or "")
    if body is not None:
        return Origin("body", body.key, body.name, body, one.holder)
    if one.holder is not None and not is_nameless(one):
        name = context.names.get(voice or "", one.holder)
        return Origin("holder", voice or f"~{fold(one.holder)}", name)
    if one.agency:
        return Origin("newsroom", newsroom_key(one.agency), one.agency)
    document = context.originals.get(one.document, one.document)
    if document == one.document and one.outlet:
        return Origin("newsroom", newsroom_key(one.outlet), one.outlet)
    return Origin("document", document, document)


def voice_of(one: Definition, context: Context) -> str | None:
    """Return the entity across documents that holds a figure; null where none or several do."""
    voices = context.voices.get(one.voice or "") or context.voices.get(one.id, ())
    return voices[0] if len(voices) == 1 else None


def is_nameless(one: Definition) -> bool:
    """Is the holder somebody whom the article does not name: مصدر أمني, شاهد عيان?"""
    if one.holder is None or one.body is not None:
        return one.holder is None
    first = fold(one.holder).split()[0]
    entry = load_vocabulary().entry(first)
    vague = entry is not None and entry.kind in _NAMELESS and not first.startswith("ال")
    return first in words_of("witness") | words_of("held_in") or vague


def find_bodies(items: Iterable[Definition], context: Context) -> dict[str, Group]:
    """Return for each speaker across documents the body that any article says they speak for."""
    found: dict[str, Group] = {}
    for one in sorted(items, key=lambda one: one.id):
        if one.body is not None and (voice := voice_of(one, context)):
            found.setdefault(voice, one.body)
    return found


def same_origin(a: Origin, b: Origin) -> bool:
    """Do two figures go back to one: a body under two names is one?"""
    if a.group is not None and b.group is not None:
        return same_group(a.group, b.group) and not _are_offices(a, b)
    return a.key == b.key and (a.kind == b.kind or "document" not in (a.kind, b.kind))


def compare_holders(a: Definition, b: Definition, context: Context) -> Outcome:
    """Return whether two figures are one holder's; unknown where an article itself or somebody without a
    name tells one."""
    one, other = origin_of(a, context), origin_of(b, context)
    if a.document == b.document and a.holder and b.holder and fold(a.holder) != fold(b.holder):
        return "same" if same_origin(one, other) and one.kind in ("body", "holder") else "differs"
    known = [origin.kind in ("body", "holder") for origin in (one, other)]
    if not all(known):
        return "unknown"
    voice = voice_of(a, context)
    named = _plain(a.holder) == _plain(b.holder) or (voice is not None and voice == voice_of(b, context))
    if named:
        return "same"
    if _are_offices(one, other):
        return "unknown"
    return "same" if same_origin(one, other) else "differs"


def _are_offices(one: Origin, other: Origin) -> bool:
    """Do two people hold an office whose body is only a common noun, as every province has: مدير الصحة?"""
    if one.group is None or other.group is None or _plain(one.person) == _plain(other.person):
        return False
    return _is_common(one.group) and _is_common(other.group) and _speak(one) and _speak(other)


def _speak(origin: Origin) -> bool:
    """Does somebody with a name speak, and not the body itself?"""
    return bool(origin.person) and origin.group is not None and _plain(origin.person) != _plain(origin.name)


def _is_common(group: Group) -> bool:
    """Is a body known by an office and one word, and by no country?"""
    plain = group.key.startswith("~") and "@" not in group.key and " " not in group.key
    return plain and any(one.strength == "office" for one in read_offices(group.name))


def _plain(name: str | None) -> str:
    """Return a name as it is compared: folded, without spaces (عبد الله, عبدالله)."""
    return fold(name or "").replace(" ", "")


def compare_origins(a: Definition, b: Definition, context: Context) -> Outcome:
    """Return whether two figures go back to one origin; what two newsrooms tell may come from one source."""
    one, other = origin_of(a, context), origin_of(b, context)
    if same_origin(one, other):
        return "same"
    if {one.kind, other.kind} <= {"body", "holder"}:
        # Who copies a paper copies the rivals that it quotes too.
        return "unknown" if _are_offices(one, other) else "differs"
    unheld = one.kind in ("newsroom", "document") and other.kind in ("newsroom", "document")
    originals = {context.originals.get(x.document, x.document) for x in (a, b)}
    copied = len(originals) == 1 and a.document != b.document
    if copied or _credits(a, b) or _credits(b, a):
        return "same" if unheld or (a.low, a.high) == (b.low, b.high) else "unknown"
    return "unknown" if unheld else "differs"


def _credits(a: Definition, b: Definition) -> bool:
    """Does an article credit the outlet of another, both telling in their own voice?"""
    if a.agency is None or b.outlet is None or not (is_nameless(a) or is_nameless(b)):
        return False
    return newsroom_key(a.agency) == newsroom_key(b.outlet)


def gather_origins(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return the different ones among origins, by their names; of several names of one the longest."""
    found: list[Origin] = []
    for origin in sorted(origins, key=lambda one: (-len(one.name), one.name, one.key)):
        if not any(same_origin(origin, other) for other in found):
            found.append(origin)
    return tuple(sorted(found, key=lambda one: (one.name, one.key)))
