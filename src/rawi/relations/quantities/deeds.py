"""What befell those that a figure counts, told by the verb or noun that governs it, or by words after it.

Rules, in this order: the deed right before the number (مقتل واعتقال 50), the noun itself (17 قتيلا), a verb
after it (60 مدنيا قتلوا في), a verb before it with its subject between (قتلت طائرة مسيرة 12), the number
that it is joined to (مقتل أربعة من الشرطة وثلاثة جنود).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from rawi.relations.quantities.headings import counted_before, head_of_count
from rawi.relations.quantities.lexemes import (
    Deed,
    Noun,
    has_role,
    read_deeds,
    read_nouns,
    read_roles,
    state_of,
    words_of,
)
from rawi.relations.quantities.moods import is_supposed
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page, Site

_BACK, _AHEAD, _JOINT_GAP, _STATE = 12, 14, 6, 6
_ASIDE = 10  # tokens of what is told of the counted between commas
_TAKER = 4  # حصد الزلزال القوي أرواح
_SUBJECT = 2  # words of no known kind between a verb and what it governs


class Fate(msgspec.Struct, frozen=True, gc=False):
    """The deeds that one count covers; ``by`` tells which words said so, ``refused`` that they did not
    happen."""

    deeds: tuple[str, ...] = ()
    by: str = ""
    refused: bool = False

    @property
    def joint(self) -> bool:
        """Does one count cover several?"""
        return len(self.deeds) > 1


NONE = Fate()


def find_fate(page: Page, site: Site, noun: Noun | None, takes: str, before: Fate) -> Fate:
    """Return what befell the counted; ``takes`` as in ``Deed``, ``before`` what was found of the figure
    before, in the same sentence."""
    if is_supposed(page, site):
        return Fate((), "", refused=True)
    near = _near(page, site, noun, takes)
    if near.deeds == ("rescued",) and noun is not None and noun.name == "killed":
        return Fate(("killed",), "noun")  # انتشال سبع جثث
    if near.by and (near.deeds or near.refused):
        return near
    if noun is None or noun.sort in ("person", "state"):
        told = counted_before(page, site)
        if told is not None and (noun is None or noun.sort == "person" or len(told) == 1):
            return Fate(told, "count")
    if noun and noun.name in _HELD:
        taken = _after(page, site, takes)
        taken = taken if taken.deeds else _far(page, site, noun, takes)
        if taken.deeds:
            return taken
    if noun and noun.sort in ("state", "case"):
        return (_deaths(page, site) if noun.sort == "case" else None) or _of_noun(page, site, noun)
    for found in (
        _among_kinds(page, site),
        _remaining(page, site),
        _described(page, site, noun),
        _after(page, site, takes),
        _far(page, site, noun, takes),
    ):
        if found.deeds or found.refused:
            return found
    return before if before.deeds and is_joined(page, site) else NONE


def _near(page: Page, site: Site, noun: Noun | None, takes: str) -> Fate:
    """The deed right before a number, nothing but fillers between; or the noun of a count (عدد القتلى)."""
    words, at = page.words, site.first - 1
    while at >= max(site.sentence[0], site.first - _BACK):
        word = words[at]
        if (word in STOPS and word != ":") or page.site_at(at):
            return NONE
        if deed := _fitting(page, site, at, noun, takes):
            return _with_joint(page, at, deed, "near", takes)
        if noun is not None and (split := _split_before(words, at, takes)) is not None:
            return _with_joint(page, at - 1, split, "near", takes)
        if (told := head_of_count(page, at)) is not None:
            return Fate(told, "count")
        if not (_is_filling(word) or word in QUOTES | {":"}):
            return NONE
        at -= 1
    return NONE


def _is_filling(word: str) -> bool:
    """Can a word stand between a deed and its number: fillers, and who they were (القتلى المدنيين)?"""
    if read_roles(word) & {"filler", "reach", "rise", "fall", "total"}:
        return True
    return word.startswith("ال") and any(noun.sort == "person" for noun in read_nouns(word))


#: Those in whose hands or need others are: what is done with them is told by the verb (أفرج عن 12 سجينا).
_HELD = frozenset(("arrested", "abducted", "displaced", "refugees", "missing"))


def _fitting(page: Page, site: Site, at: int, noun: Noun | None, takes: str) -> Deed | None:
    """Return the deed that a word says of what is counted; a name says none."""
    if page.name_at(at) is not None:
        return None
    deeds = (one for one in read_deeds(page.words[at]) if one.form != "mark")
    if page.text.words_of(at, at + 1).endswith("ة"):
        deeds = (one for one in deeds if one.owner != "ه")  # أسرة من خمسة أفراد: a family, not his capture
    return next((one for one in deeds if _fits(page, site, at, one, noun, takes)), None)


def _fits(page: Page, site: Site, at: int, deed: Deed, noun: Noun | None, takes: str) -> bool:
    """Can a deed at a token be of this figure: of its kind, with the words that its form asks for?"""
    words = page.words
    if deed.takes != takes:
        return False
    if deed.form == "split":
        return _has_mark(page, site, at, deed.name, counted=noun is not None)
    if deed.form == "loss":
        return noun is not None and (noun.owner is not None or noun.name in _RANKS)
    if deed.form == "lost":
        between = all(_is_filling(word) for word in words[at + 1 : site.first])
        return noun is not None and noun.sort == "person" and (between or noun.name == "suspects")
    if deed.form == "acts":
        return deed.several  # عدد من يحتاجون 300, not تحتاج إلى 300
    if deed.form == "on":
        return "علي" in words[at + 1 : site.first]
    if deed.form == "lives":
        return words[at].startswith("ب") or not words_of("taken").isdisjoint(words[max(0, at - _TAKER) : at])
    if deed.form == "prey":
        return not words_of("went").isdisjoint(words[max(0, at - 2) : at])
    return True


#: A group's own people, whom it loses.
_RANKS = frozenset(("troops", "fighters", "members", "elements"))


def _has_mark(page: Page, site: Site, verb: int, name: str, *, counted: bool) -> bool:
    """Do the words after a figure, or those right after the verb if the noun is known that is ``counted``,
    say what befell them: حتفهم، الحياة، اللقاح?"""
    if _marks(page.words[verb + 1], name):
        return counted
    for word in page.words[site.last : min(site.sentence[1], site.last + _AHEAD)]:
        if word in STOPS:
            return False
        if _marks(word, name):
            return True
    return False


def _marks(word: str, name: str) -> bool:
    """Is a word a mark of a deed?"""
    return any(deed.form == "mark" and deed.name == name for deed in read_deeds(word))


def _with_joint(page: Page, at: int, deed: Deed, by: str, takes: str) -> Fate:
    """Return a deed with those joined right before it (قتل واعتقال), and whether it was denied (لم يقتل)."""
    found, words = [deed.name], page.words
    while at and (deed.joined or words[at - 1] == "او"):
        at -= 2 if words[at - 1] == "او" else 1
        forms = ("verb", "present", "masdar")
        others = [one for one in read_deeds(words[at]) if one.takes == takes and not one.several]
        others = [one for one in others if one.form in forms]
        if not others or page.site_at(at - 1) or page.site_at(at):
            break
        deed = others[0]
        found.insert(0, deed.name)
    refused = any(has_role(word, "not") for word in words[max(0, at - 2) : at])
    return Fate(() if refused else tuple(dict.fromkeys(found)), by, refused)


def _of_noun(page: Page, site: Site, noun: Noun) -> Fate:
    """The state that the noun itself says, with a second one joined to it: قتيلا وجريحا."""
    found = [noun.name]
    at = site.noun[1] if site.noun else site.last
    after = state_of(page.words[at]) if at < site.sentence[1] else None
    if after and after.joined:
        found.append(after.name)
    return Fate(tuple(dict.fromkeys(found)), "noun")


def _deaths(page: Page, site: Site) -> Fate | None:
    """عدد الوفيات جراء المرض وصل إلى 66 حالة: the cases are of what is counted, if the clause says it."""
    for at in range(site.first - 1, max(site.sentence[0], site.first - _BACK) - 1, -1):
        if page.words[at] in STOPS or page.site_at(at):
            return None
        if (told := head_of_count(page, at)) is not None:
            return Fate(told, "count")
    after = page.words[site.noun[1]] if site.noun and site.noun[1] < site.sentence[1] else ""
    state = state_of(after)
    return Fate((state.name,), "noun") if state and state.name == "killed" else None


def _among_kinds(page: Page, site: Site) -> Fate:
    """58 شخصا بين قتيل وجريح: one count of both."""
    words, end = page.words, site.sentence[1]
    for at in range(site.last, min(site.last + 3, end - 2)):
        if words[at] == "بين":
            kinds = [state_of(words[at + 1]), state_of(words[at + 2])]
            names = tuple(dict.fromkeys(kind.name for kind in kinds if kind))
            return Fate(names, "noun") if len(names) > 1 else NONE
    return NONE


def _remaining(page: Page, site: Site) -> Fate:
    """سبعة أشخاص ما زالوا محاصرين, لا يزال سبعة في عداد المفقودين: the state in which they still are."""
    words = page.words
    for at in range(site.last, min(site.last + _STATE, site.sentence[1])):
        word = words[at]
        state = state_of(word)
        if state is not None and not state.joined:
            fits = not word.startswith("ال") or words[at - 1] in words_of("leads_mark")
            return Fate((state.name,), "after") if fits else NONE
        if not (
            has_role(word, "hold", "filler") or word in words_of("leads_mark") or word in words_of("just")
        ):
            return NONE
    return NONE


def _described(page: Page, site: Site, noun: Noun | None) -> Fate:
    """The state that an adjective right after people says: الأعضاء المعتقلين, عشرة جنود أسرى."""
    at = site.noun[0] + 1 if site.noun else site.last
    if (
        noun is None
        or noun.sort != "person"
        or at >= site.sentence[1]
        or page.site_at(at) not in (None, site)
    ):
        return NONE
    state = state_of(page.words[at])
    definite = [page.words[i].startswith("ال") for i in (at - 1, at)]
    return Fate((state.name,), "noun") if state and not state.joined and definite[0] == definite[1] else NONE


def _after(page: Page, site: Site, takes: str) -> Fate:
    """A verb after the counted, of whom it tells: 12 مدنيا من البلدة قتلوا في القصف."""
    words, end = page.words, min(site.sentence[1], site.last + _AHEAD)
    first = _past_aside(page, site)
    for at in range(first, end if first == site.last else min(first + 2, end)):
        word = words[at]
        if word in STOPS or word in COMMAS or (page.site_at(at) and at >= site.last):
            return NONE
        for deed in read_deeds(word):
            if deed.takes != takes or deed.joined:
                continue
            if deed.form == "mark" and _is_marked(words, at):
                return Fate((deed.name,), "after")
            told = deed.several or (at == site.last and word.endswith("ت"))  # 900 أسرة عادت
            if told and deed.form in ("verb", "present", "acts") and _has_no_object(page, at + 1, end):
                return _with_joint(page, at, deed, "after", takes)
        if word[:1] == "و" and read_deeds(word):
            return NONE
    return NONE


def _past_aside(page: Page, site: Site) -> int:
    """Return where the clause goes on after what stands between commas and tells of the counted: خمسة أشخاص،
    بينهم طفلان، قتلوا."""
    words, first = page.words, site.last
    end = min(site.sentence[1] - 1, first + _ASIDE)
    if first + 1 >= end or words[first] not in COMMAS or not has_role(words[first + 1], "among", "all_of"):
        return first
    for at in range(first + 1, end):
        if words[at] in STOPS:
            return first
        if words[at] in COMMAS:
            return at + 1
    return first


def _is_marked(words: list[str], at: int) -> bool:
    """Does a mark stand as one: after its preposition (بجروح، تحت الأنقاض), or after لقوا?"""
    led = words[at][:1] in ("ب", "ل") and any(deed.form == "mark" for deed in read_deeds(words[at][1:]))
    return led or words[at - 1] in words_of("leads_mark") or _follows_split(words, at)


def _split_before(words: list[str], at: int, takes: str) -> Deed | None:
    """Return the verb right before a mark that says nothing without it: فارق الحياة 12 طفلا."""
    splits = (deed for deed in read_deeds(words[at - 1]) if deed.form == "split" and deed.takes == takes)
    return next((deed for deed in splits if _marks(words[at], deed.name)), None)


def _follows_split(words: list[str], at: int) -> bool:
    """Does a verb stand before a mark that says nothing without it: لقوا مصرعهم؟"""
    return any(deed.form == "split" for deed in read_deeds(words[at - 1]))


def _has_no_object(page: Page, at: int, end: int) -> bool:
    """Is nobody named to whom those before the verb did it: قتلوا في, not قتلوا خمسة أشخاص?"""
    if at >= end:
        return True
    word = page.words[at]
    if page.site_at(at):
        return False
    return (
        word in STOPS | COMMAS | QUOTES | words_of("preposition")
        or word[:1] in ("و", "ب", "ل")
        or len(word) < 3
        or _is_time(word)
    )


def _is_time(word: str) -> bool:
    """Is a word one of a day: أمس، اليوم، الأحد?"""
    return word in words_of("day")


def _far(page: Page, site: Site, noun: Noun | None, takes: str) -> Fate:
    """A verb before the number with its subject or an adjunct between: قتل في الهجوم 12, قتلت القوات 12."""
    words, unknown = page.words, 0
    if words[site.first - 1 : site.first] and words[site.first - 1] in words_of("shut"):
        return NONE
    for at in range(site.first - 1, max(site.sentence[0], site.first - _BACK) - 1, -1):
        word = words[at]
        if word in STOPS or word in COMMAS or page.site_at(at):
            return NONE
        deed = _fitting(page, site, at, noun, takes)
        if deed and deed.form in ("verb", "present", "split", "loss", "on", "prey", "acts"):
            return _with_joint(page, at, deed, "far", takes)
        if _tells_else(word) and not page.name_at(at) and words[at - 1] not in words_of("preposition"):
            return NONE
        if not _may_stand_between(page, at):
            unknown += 1
            if unknown > _SUBJECT:
                return NONE
    return NONE


def _tells_else(word: str) -> bool:
    """Does a word say another deed, and is no mere mark of the verb before it (لقي حتفه 12)?"""
    return any(deed.form not in ("mark", "lives") for deed in read_deeds(word))


def _may_stand_between(page: Page, at: int) -> bool:
    """Can a word stand between a verb and its object without being a verb itself?"""
    word, before = page.words[at], page.words[at - 1]
    if (
        word in words_of("preposition")
        or before in words_of("preposition")
        or word in QUOTES
        or _is_time(word)
    ):
        return True
    if any(deed.form == "mark" for deed in read_deeds(word)):
        return True
    joined = word.startswith(("ال", "لل", "بال", "وال"))
    return joined or page.name_at(at) is not None or has_role(word, "filler", "total")


def is_joined(page: Page, site: Site) -> bool:
    """Is a figure joined by و to the one before it, with nothing but its noun phrase between?"""
    words = page.words
    first = words[site.first]
    if not (first.startswith("و") and first != "واحد") and words[site.first - 1] != "و":
        return False
    gap = range(max(site.sentence[0], site.first - _JOINT_GAP), site.first)
    previous = next((one for at in reversed(gap) if (one := page.site_at(at))), None)
    if previous is None:
        return False
    return not _has_verb(words[previous.last : site.first])


def _has_verb(words: Iterable[str]) -> bool:
    """Does a deed or a stop stand among words?"""
    return any(word in STOPS or read_deeds(word) for word in words)
