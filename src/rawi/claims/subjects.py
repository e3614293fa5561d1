"""Who stands as the subject of a reporting verb: the noun phrases between the verb and its content."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec.structs import force_setattr

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.claims.accusatives import (
    calls,
    ends_name,
    follows_name,
    is_body,
    is_called_upon,
    is_completed,
    is_his,
    is_land,
    is_measured,
    is_object,
    is_owned,
    is_past_name,
    is_people,
    is_thing,
)
from rawi.claims.adjuncts import (
    LONE,
    begins_formula,
    is_addressed,
    is_date,
    is_led_by_to,
    is_spoken_to,
    known_at,
    passes_on,
    past_addressee,
    past_asides,
    to_medium,
)
from rawi.claims.bearers import find_bearer
from rawi.claims.endings import (
    bracket_end,
    lineage_end,
    past_title,
    qualifies,
    seat_end,
    surname_end,
    unknown_name_end,
    without_medium,
)
from rawi.claims.linkwords import link_words
from rawi.claims.reading import Reading, codes, is_content_noun

_LONGEST = 18
_YEAR = 4  # digits
_NAMES = frozenset(("given", "likely", "name"))  # kinds of words of names
_SEAT = 8  # tokens between a role and its bearer's name


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The parts of a subject by token range: the phrase after the verb, then appositions between commas.

    ``joined`` is set where a preposition is joined to the first word (وفقا لوزارة …). ``first`` is its first
    token and ``last`` the one after the last: asked for far more often than a subject is made.
    """

    parts: tuple[tuple[int, int], ...]
    joined: bool = False
    first: int = -1
    last: int = -1

    def __post_init__(self) -> None:
        """Note where the parts begin and end."""
        force_setattr(self, "first", self.parts[0][0])
        force_setattr(self, "last", self.parts[-1][1])


def find_subject(
    reading: Reading, start: int, end: int, *, joined: bool = False, at_once: bool = False
) -> Subject | None:
    """Return the subject that begins at ``start``, or after adjuncts there unless ``at_once``, and ends by
    ``end``; None if it is only understood."""
    parts: list[tuple[int, int]] = []
    at = start if joined or at_once else past_asides(reading, past_addressee(reading, start, end), end)
    while at < end:
        stop = _phrase_end(reading, at, min(end, at + _LONGEST), joined=joined and not parts)
        if stop > at:
            parts.append((at, stop))
        if len(parts) == 1 and (named := _seated_name(reading, parts[0], stop, end)) is not None:
            at = named
            continue
        if stop >= end or reading.tape[stop] not in codes().comma:
            break
        at = stop + 1
        if not _apposition(reading, at, end, headed=_begins_with_role(reading, parts)):
            break
    if parts and (bearer := find_bearer(reading, parts, end)) is not None:
        parts.append(bearer)
    return Subject(tuple(parts), joined) if parts else None


def _near_name(reading: Reading, at: int, end: int) -> int | None:
    """السفير في الزعفران سامي النجار: a name after nothing but a place or definite nouns, not after a title
    (الدفاع عن الناشط سامي النجار)."""
    title = reading.role_at.get(at)
    if title is not None and title.last in reading.person_at:
        return None
    for index in range(at, min(end, at + _SEAT)):
        if index in reading.person_at:
            return index if index > at else None
        place = reading.place_at.get(index) or reading.organization_at.get(index)
        if place is not None and index == at:
            after = past_title(reading, place.last, end)
            title = reading.role_at.get(after)
            after = title.last if title is not None else after
            return after if after in reading.person_at else None
        if not reading.words[index].startswith("ال"):
            return None
    return None


def _seated_name(reading: Reading, part: tuple[int, int], stop: int, end: int) -> int | None:
    """نائب رئيس البلدية عن الحي القديم، سامي النجار: where a name begins after where its bearer serves."""
    role = reading.role_at.get(part[0])
    if role is None or role.value.kind == "anonymous" or stop >= end:
        return None
    if all(one.last < part[1] for one in reading.roles.beginning_in(*part)):
        return None
    if reading.tape[stop] not in codes().preposition and not is_led_by_to(reading, stop):
        return None
    if is_spoken_to(reading, stop) and stop not in reading.organization_at:
        return None  # قال القاضي لسامي النجار
    if (near := _near_name(reading, stop + 1, end)) is not None:
        return near
    for at in range(stop + 1, min(end, stop + _SEAT)):
        if reading.tape[at] in codes().comma:
            return at + 1 if at + 1 in reading.person_at or at + 1 in reading.role_at else None
        if is_led_by_to(reading, stop) and (at in reading.person_at or at in reading.role_at):
            return at
        if reading.tape[at] in codes().boundary or reading.tape[at] in codes().complementizer:
            return None
    return None


def _phrase_end(reading: Reading, start: int, end: int, *, joined: bool) -> int:
    """Return where the noun phrase that begins at ``start`` ends; names known to the annotators are taken
    whole."""
    at = _names_end(reading, start, end)
    if at > start and not _goes_on(reading, start, at):
        return at
    while at < end:
        quotation = reading.opening_at.get(at)
        if quotation is not None and quotation.close < end:
            if at > start and reading.word(at + 1).startswith("لل"):  # وأضاف الأهالي «للمدينة»
                return at
            at = quotation.close + 1
            continue
        if reading.tape[at] in codes().paren:
            at = bracket_end(reading, at, end)
            continue
        if not reading.inside_names[at] and _breaks(reading, start, at, joined=joined):
            return at
        at = max(at + 1, _names_end(reading, at, end))
    return min(at, end)


def _goes_on(reading: Reading, start: int, at: int) -> bool:
    """An unnamed source alone may be described further: مصدر ثان معارض."""
    role = reading.role_at.get(start)
    if role is None or role.last != at or role.value.kind != "anonymous":
        return False
    return not known_at(reading, at)


def _names_end(reading: Reading, start: int, end: int) -> int:
    """Return where the run of names and roles that begins at ``start`` ends: a role and its person, joined
    bodies."""
    if start not in reading.named_at:
        return start
    at = start
    roles, bodies, words = reading.role_at, reading.organization_at, reading.words
    while at < end:
        known = reading.named_at.get(at)
        if known is None or (at > start and (is_addressed(reading, at) or _is_other(reading, at))):
            break
        if at > start and ((at in roles and is_people(reading, at)) or is_called_upon(reading, start, at)):
            break
        if at in bodies and _is_nameless(reading, start) and known.start == reading.text.starts[at]:
            break  # أبلغ مصدر أمني وكالة الفجر
        at = without_medium(reading, known.first, known.last)
        if at > start + 1 and known.first == start and is_object(words[start], words[start + 1]):
            return start + 1
        if at < known.last:
            return at
        at = past_title(reading, lineage_end(reading, at, end), end)
        if at < end and reading.tape[at] in codes().paren:
            at = bracket_end(reading, at, end)
    whole = roles.get(start)
    if whole is None or whole.value.kind == "anonymous":
        return min(at, end)
    if at != whole.last:
        return surname_end(reading, at, end)
    seat = seat_end(reading, at, end)
    name = unknown_name_end(reading, seat, end)
    pause = seat >= end or reading.tape[seat] in codes().comma
    return name if name > seat else seat if pause else at


def _is_nameless(reading: Reading, at: int) -> bool:
    """Does a source without a name begin at a token?"""
    role = reading.role_at.get(at)
    return role is not None and role.value.kind == "anonymous"


def _is_other_name(reading: Reading, at: int) -> bool:
    """A known name or role after a plural that it does not share."""
    return (at in reading.role_at or at in reading.person_at) and _is_other(reading, at)


def _is_other(reading: Reading, at: int) -> bool:
    """طالب المحتجون الوزير: a name or role that does not share the plural before it is the object."""
    return reading.words[at - 1].endswith("ون") and not reading.words[at].endswith(("ون", "ين"))


def _breaks(reading: Reading, start: int, at: int, *, joined: bool) -> bool:
    """Does the phrase end before the token: at a particle, an adjunct, an addressee, an object?"""
    code, word, c = reading.tape[at], reading.words[at], codes()
    if code in c.preposition:
        return not _let_through(reading, start, at)
    if code in c.phrase_break or word in _enders() or is_date(reading, at):
        return True
    if at > start and begins_formula(reading, at):
        return True
    if code in c.participle and word.endswith("ا"):  # أضاف المدير قائلا
        return True
    if at == start:
        return _says_again(reading, at) or (not joined and _begins_none(reading, at))
    if at > start and (is_measured(reading, at) or ends_name(reading, start, at)):
        return True
    if (word.endswith("وا") and len(word) > 4) or (_is_definite(reading, at) and is_present(word)):
        return True  # القادة والمديرون توقفوا، المالك يعرف
    thing = reading.tape[start] in c.noun
    if code in c.verb and (thing or _is_definite(reading, at) or at - 1 in reading.closing_at):
        return True  # «رويترز» قالت
    if thing and at == start + 1 and reading.words[start].startswith("ال") and not qualifies(word):
        return True
    if at == start + 1 and (_is_done_to(reading, start, at) or follows_name(reading, start, at)):
        return True
    whole = start in reading.place_at or reading.words[start].startswith("ال")
    if whole and at == start + 1 and at + 1 in reading.organization_at and calls(reading, start):
        return not word.startswith("ال")  # اتهمت موسكو | مسلحي جبهة النهر
    if at > start and (is_body(reading, at) or is_called_upon(reading, start, at)):
        return True
    placed = at > start + 1 and reading.tape[at - 2] in c.preposition and reading.is_definite(at - 1)
    if placed and is_content_noun(word):
        return True  # مصادر في عدن ارتفاع الحصيلة, not سكان في مناطق سيطرة الجبهة
    if word in particles("points_back") or (
        word in particles("pointing") and not is_completed(reading, at - 1)
    ):
        return True
    if at == start + 1 and (is_object(reading.words[start], word) or _is_other_name(reading, at)):
        return True
    if at in reading.name_ends and is_past_name(reading, start, at):
        return True  # دعا سالم المجتمع الدولي
    if _is_definite(reading, at) and (is_people(reading, at) or is_owned(word) or is_his(reading, at)):
        return True
    return is_addressed(reading, at)


def _begins_none(reading: Reading, at: int) -> bool:
    """Can a word begin no subject: a year, one with ب or لل, وهي, what belongs to somebody?"""
    word = reading.words[at]
    if word in particles("some_of_them"):
        return False
    return (
        word in LONE
        or word in particles("begins_nobody")
        or (word.isdigit() and len(word) == _YEAR)
        or word.startswith(("لل", "بال"))
        or (word[:1] in ("ب", "ل") and (word == "بما" or is_owned(word) or is_his(reading, at, shortest=5)))
        or to_medium(reading, at)
    )


def _is_done_to(reading: Reading, start: int, at: int) -> bool:
    """نفى سالم التهم, غادر البستاني الحقل, طالب الخالدي مصر: is the second word of a phrase the object?"""
    head, word = reading.words[start], reading.words[at]
    if word.startswith("ال") and start in reading.surnames:
        return True
    place = reading.place_at.get(start)
    if place is not None and place.last == at and calls(reading, start):  # اتهمت روسيا المنظمة
        return is_land(reading, at) or (word.startswith("ال") and not qualifies(word))
    if not head.startswith("ال") or start in reading.organization_at:
        return False
    if word.startswith("ال"):
        return is_thing(word) and not qualifies(word) and at + 1 not in reading.role_at
    return is_land(reading, at) and calls(reading, start)


def _says_again(reading: Reading, at: int) -> bool:
    """وأضاف يقول: does a second verb stand where the subject would? تدعى is also «who is called»."""
    if reading.tape[at] not in codes().verb or at in reading.surnames:
        return False
    word = reading.entry(at)
    return word.present and word.cue is not None and word.cue.strength == "strong"


@cache
def _enders() -> frozenset[str]:
    """The words that no noun phrase holds: التابع، بالتالي، وقتها."""
    return particles("belonging") | particles("adverbial") | particles("aside")


@cache
def _presents() -> frozenset[str]:
    """The codes of unknown words that look like verbs of the present."""
    return load_vocabulary().codes("{?imperfect:bare}")


def is_present(word: str) -> bool:
    """Does a folded word that no lexicon has look like a verb of the present: يملكون?"""
    return load_vocabulary().code(word) in _presents()


def _is_definite(reading: Reading, at: int) -> bool:
    """Is the phrase before a token complete, so that what looks like a verb is one: الدراسة نشرت؟"""
    return reading.words[at - 1].startswith(("ال", "لل")) or at in reading.name_ends


def _let_through(reading: Reading, start: int, at: int) -> bool:
    """A preposition inside the phrase: after a head that takes one (مسؤول في، عدد من), or عليّ as a name."""
    word = reading.words[at]
    if len(word) == 3 and word.endswith("ي") and reading.source_letter(at) == "ي":
        return at > start
    return word in particles("inside") and at - start in (1, 2) and _takes_place(reading, start)


def _takes_place(reading: Reading, start: int) -> bool:
    """A head that في or من completes: مسؤول في البلدية، عدد من السكان; not a name (ماروتو في تصريح)."""
    role = reading.role_at.get(start)
    return reading.words[start] in particles("partitive") or (
        role is not None and role.value.kind == "anonymous"
    )


def past_relay(reading: Reading, subject: Subject | None, end: int) -> Subject | None:
    """صحيفة السفح نقلا عن مصدر: where a medium or document only quotes, the subject is whom it quotes."""
    if subject is None or not passes_on(reading, subject.first):
        return subject
    at = subject.last
    while at < end and (reading.tape[at] in codes().comma or reading.tape[at] in codes().dash):
        at += 1
    if (
        at + 1 >= end
        or reading.words[at] not in link_words("quoting")
        or reading.word(at + 1) not in particles("from")
    ):
        return subject
    stop = next((i for i in range(at + 2, end) if reading.tape[i] in codes().noun_owned), end)
    return find_subject(reading, at + 2, stop) or subject


def _begins_with_role(reading: Reading, parts: list[tuple[int, int]]) -> bool:
    """Does what was read of a subject begin with the role of somebody?"""
    return bool(parts) and parts[0][0] in reading.role_at and not _is_nameless(reading, parts[0][0])


def _is_bearer(words: list[str]) -> bool:
    """May words that begin with an article be a name: المهدي فرح, not المقال نفسه?"""
    vocabulary = load_vocabulary()
    ends = words[-1].startswith("ال") or words[-1] in particles("same")
    return not ends and all(
        (entry := vocabulary.entry(word)) is None or entry.kind in _NAMES for word in words
    )


def _apposition(reading: Reading, at: int, end: int, *, headed: bool) -> bool:
    """Does a name or a role begin right after a comma? Unknown words may be a name, best after a role."""
    if at >= end:
        return False
    if known_at(reading, at):
        return True
    if reading.words[at] in particles("points_back"):  # وهو جار فهد العمري
        return False
    if is_addressed(reading, at):
        return False
    if headed and at + 1 < end and reading.word(at + 1) in particles("lineage"):  # سامي بن علي النجار
        return True
    stop = next((i for i in range(at, min(end, at + 7)) if reading.tape[i] != "."), min(end, at + 7))
    pause = stop < end and (reading.tape[stop] in codes().comma or reading.tape[stop] in codes().preposition)
    if load_vocabulary().code(reading.words[at]) in _presents():
        return False
    if reading.words[at].startswith("ال"):  # رئيس النقابة، المهدي فرح، …
        return headed and pause and stop - at in (2, 3) and _is_bearer(reading.words[at:stop])
    closed = stop == end or (headed and pause)
    return closed and 2 <= stop - at <= 6 and not is_content_noun(reading.words[at].removeprefix("ب"))
