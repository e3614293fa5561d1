"""Whose words a statement is, and whether two reports may have them from one mouth."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.claims.namesakes import are_namesakes
from rawi.entities.bodies import read_body
from rawi.entities.names import parse_name
from rawi.entities.offices import Office, agree, head_nouns, read_offices, without_article
from rawi.entities.sounds import key_of_sound
from rawi.entities.spelling import compare_names
from rawi.model.claim import Speaker
from rawi.model.entity import Entity
from rawi.model.proposition import Kin, Voice
from rawi.relations.statements.lexemes import find_label, intention_of

_SURE = 0.6  # likelihood of two spellings from which they are one
_MAYBE = 0.3  # likewise, where the office is the same: a family name alone
_SMALL = frozenset(map(fold, ("في", "باسم", "من", "عام", "رسمي", "سابق", "على", "بن", "عملية")))


def read_voice(text: str, speaker: Speaker, entity: Entity | None) -> Voice:
    """Return whose words a statement is, its speaker being known as ``entity`` or by no more than its
    words."""
    if entity is None:
        roles = _roles(text, speaker, ())
        return Voice(speaker.name, None, fold(speaker.name or ""), None, roles)
    key = parse_name(entity.name).key if entity.type == "person" else read_body(entity.name).key
    spans = [span.of(text) for span in entity.roles[:3]]
    return Voice(entity.name, entity.type, key, entity.link, _roles(text, speaker, spans))


def _roles(text: str, speaker: Speaker, more: Iterable[str]) -> tuple[str, ...]:
    """Return the roles of a speaker, each once."""
    said = [speaker.role] if speaker.role else []
    return tuple(dict.fromkeys([*said, *more]))


def sound_of(voice: Voice) -> str:
    """Return the sound of the last word of a name: under it the spellings of a foreign name are found.

    >>> sound_of(Voice("واين ماروتو", "person")) == sound_of(Voice("مارتو", "person"))
    True
    """
    words = (voice.name or "").split()
    return key_of_sound(words[-1]) if words else ""


@lru_cache(maxsize=1 << 14)
def is_scripture(voice: Voice) -> bool:
    """Is a speaker named in quotations of scripture, which all who quote it share?

    >>> is_scripture(Voice("الله تعالى")), is_scripture(Voice("عبد الله الدوري", "person"))
    (True, False)
    """
    words = fold(voice.name or "").split()
    return bool(words) and intention_of(words[0]) == "scripture"


@lru_cache(maxsize=1 << 16)
def compare_voices(a: Voice, b: Voice) -> Kin:
    """Return whether two voices may be one; the order does not matter.

    >>> compare_voices(Voice("واين ماروتو", "person"), Voice("واين مارتو", "person"))
    'one'
    >>> compare_voices(Voice("سليم الدوري", "person"), Voice("كريم الدوري", "person"))
    'two'
    """
    if a.name is None or b.name is None:
        return "open"
    if a.link and b.link:
        return "one" if a.link == b.link else "two"
    if a.type == b.type == "person":
        return _compare_people(a, b)
    if a.type == b.type == "organisation":
        return _compare_bodies(a, b)
    return _compare_offices(a, b)


def _compare_people(a: Voice, b: Voice) -> Kin:
    """Two people: by their names; a family name alone needs the same office or nothing against it."""
    likely = compare_names(a.name or "", b.name or "")
    if likely >= _SURE:
        return "one"
    if likely < _MAYBE:
        return "two"
    return "one" if _share_office(a, b) or a.key.split()[-1:] == b.key.split()[-1:] else "open"


@lru_cache(maxsize=1 << 16)
def are_two_people(a: Voice, b: Voice) -> bool:
    """Are two voices people of one family with two given names, and no row of a table says that they are one?

    >>> are_two_people(Voice("سليم الدوري", "person"), Voice("كريم الدوري", "person"))
    True
    """
    if a.type != "person" or b.type != "person" or (a.link and a.link == b.link):
        return False
    return are_namesakes(a.name or "", b.name or "")


def _compare_bodies(a: Voice, b: Voice) -> Kin:
    """Two bodies: one name, or all words of one in the other, and no two countries."""
    one, other = read_body(a.name or ""), read_body(b.name or "")
    if one.countries and other.countries and not one.countries & other.countries:
        return "two"
    if one.key == other.key:
        return "one"
    mine, theirs = set(one.key.split()), set(other.key.split())
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return "office"
    return "two" if not mine & theirs - head_nouns() else "open"


def _compare_offices(a: Voice, b: Voice) -> Kin:
    """A person or body and one of another type or of none: by offices, then by the words of a body."""
    if _share_office(a, b) or _own_words(a) & _own_words(b) or _speaks_for(a, b) or _speaks_for(b, a):
        return "office"
    if a.type == b.type or (a.type and b.type and _own_words(a) and _own_words(b)):
        return "two"
    return "open"


def _speaks_for(one: Voice, body: Voice) -> bool:
    """Is the body that one has an office of, as far as its words tell, the other (الأمين العام للنقابة،
    النقابة الحرة)?"""
    if body.type != "organisation" or not _offices(one):
        return False
    heads = {office.head for office in _offices(one)}
    served = {find_stem(word) for word in _words_of(one.roles) if word not in heads and word not in _SMALL}
    named = {find_stem(word) for word in _words_of((body.name or "",))}
    return bool(served) and served <= named


def _words_of(said: Iterable[str]) -> set[str]:
    """Return the folded words of roles or a name, articles and joined letters off."""
    return {without_article(word) for part in said for word in fold(part).split() if len(word) > 2}


def share_title(a: Voice, b: Voice) -> bool:
    """Is one of two speakers called by nothing but an office that the other has: الوزير، وزير النقل سليم
    الدوري?

    Within one story they are taken for one.
    """
    bare, full = (a, b) if a.type is None else (b, a)
    if bare.type is not None or full.type not in ("person", None):
        return False
    mine, theirs = _offices(bare), _offices(full)
    alone = bool(mine) and not any(office.body or office.countries for office in mine)
    return alone and bool({office.head for office in mine} & {office.head for office in theirs})


def share_surname(a: Voice, b: Voice) -> bool:
    """Is one of two speakers called by the last word of the other's name alone: سليم الدوري، الدوري?

    Within one story they are taken for one.
    """
    short, full = sorted((fold(one.name or "").split() for one in (a, b)), key=len)
    bodies = "organisation" in (a.type, b.type)
    return not bodies and len(short) == 1 < len(full) and short[0].startswith("ال") and short == full[-1:]


def _share_office(a: Voice, b: Voice) -> bool:
    """Is one office said of both?"""
    return any(agree(one, other) for one in _offices(a) for other in _offices(b))


@lru_cache(maxsize=1 << 14)
def _offices(voice: Voice) -> tuple[Office, ...]:
    """Return the offices that are said of a speaker; the words for somebody without a name say one too."""
    said = voice.roles if voice.type == "person" else (*voice.roles, voice.name or "")
    return tuple([office for role in said for office in read_offices(role) if office.strength != "title"])


@lru_cache(maxsize=1 << 14)
def _own_words(voice: Voice) -> frozenset[str]:
    """Return the words that tell of which body somebody is or speaks."""
    said = " ".join(voice.roles) if voice.type == "person" else f"{voice.name or ''} {' '.join(voice.roles)}"
    words = {without_article(word) for word in fold(said).split()}
    heads = {office.head for office in _offices(voice)}
    return frozenset(find_stem(word) for word in words - heads - head_nouns() - _SMALL if len(word) > 2)


@lru_cache(maxsize=1 << 14)
def words_of_office(voice: Voice) -> frozenset[str]:
    """Return the labels of the words that tell of what somebody has an office (المصرف, of محافظ المصرف)."""
    heads = {office.head for office in _offices(voice)}
    words = {without_article(word) for role in voice.roles for word in fold(role).split()}
    return frozenset(find_label(word) for word in words - heads - _SMALL if len(word) > 2)
