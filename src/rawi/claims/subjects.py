"""Who stands as the subject of a reporting verb: the noun phrases between the verb and its content."""

from __future__ import annotations

import msgspec

from rawi.annotations.speech import particles, speech_words
from rawi.arabic.clitics import Clitic
from rawi.claims.carriers import match_carrier
from rawi.claims.linkwords import link_words, match_link
from rawi.claims.reading import Reading, codes, is_content_noun

_LONGEST = 18
_BRACKET = 8


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The parts of a subject by token range: the phrase after the verb, then appositions between commas.

    ``joined`` is set where a preposition is joined to the first word (وفقا لوزارة …).
    """

    parts: tuple[tuple[int, int], ...]
    joined: bool = False

    @property
    def first(self) -> int:
        """The first token."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.parts[-1][1]


def find_subject(reading: Reading, start: int, end: int, *, joined: bool = False) -> Subject | None:
    """Return the subject that begins at ``start`` and ends before ``end``; None if it is only understood."""
    parts: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _phrase_end(reading, at, min(end, at + _LONGEST), joined=joined and not parts)
        if stop > at:
            parts.append((at, stop))
        if stop >= end or reading.tape[stop] not in codes().comma:
            break
        at = stop + 1
        if not _apposition(reading, at, end):
            break
    return Subject(tuple(parts), joined) if parts else None


def _phrase_end(reading: Reading, start: int, end: int, *, joined: bool) -> int:
    """Return where the noun phrase that begins at ``start`` ends; names known to the annotators are taken
    whole."""
    at = _names_end(reading, start, end)
    if at > start and not _goes_on(reading, start, at):
        return at
    while at < end:
        quotation = reading.opening_at.get(at)
        if quotation is not None and quotation.close < end:
            at = quotation.close + 1
            continue
        if reading.tape[at] in codes().paren:
            at = _bracket_end(reading, at, end)
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
    return at not in reading.role_at and at not in reading.person_at


def _names_end(reading: Reading, start: int, end: int) -> int:
    """Return where the run of names and roles that begins at ``start`` ends: a role and its person, joined
    bodies."""
    at = start
    while at < end:
        known = reading.role_at.get(at) or reading.person_at.get(at) or reading.organization_at.get(at)
        if known is None or (at > start and (_addressed(reading, at) or _is_other(reading, at))):
            break
        at = _without_medium(reading, known.first, known.last)
        if at < known.last:
            return at
        at = lineage_end(reading, at, end)
        if at < end and reading.tape[at] in codes().paren:
            at = _bracket_end(reading, at, end)
    whole = reading.role_at.get(start)
    if whole is None or at != whole.last or whole.value.kind == "anonymous":
        return min(at, end)
    seat = seat_end(reading, at, end)
    name = _unknown_name_end(reading, seat, end)
    pause = seat >= end or reading.tape[seat] in codes().comma
    return name if name > seat else seat if pause else at


def _is_other_name(reading: Reading, at: int) -> bool:
    """A known name or role after a plural that it does not share."""
    return (at in reading.role_at or at in reading.person_at) and _is_other(reading, at)


def _is_other(reading: Reading, at: int) -> bool:
    """طالب المحتجون الوزير: a name or role that does not share the plural before it is the object."""
    return reading.words[at - 1].endswith("ون") and not reading.words[at].endswith(("ون", "ين"))


def lineage_end(reading: Reading, last: int, end: int) -> int:
    """Take بن and what follows it into a name (سامي بن علي العمري)."""
    words, begun = reading.words, last
    while last + 1 < end and words[last] in particles("lineage"):
        last += 2
    if begun < last < end and words[last].startswith("ال") and reading.tape[last] == ".":
        last += 1
    return last


def seat_end(reading: Reading, at: int, end: int) -> int:
    """Step over where somebody serves (العقيد بالجيش الوطني سالم هلال)."""
    stop = at
    while stop < end and stop - at < 3 and reading.words[stop].startswith("بال" if stop == at else "ال"):
        stop += 1
    return stop


def _unknown_name_end(reading: Reading, at: int, end: int) -> int:
    """After a role, words of no class up to the next pause are the name of somebody the lexicons do not
    know."""
    stop = at
    while stop < end and stop - at < 5 and reading.tape[stop] == "." and not _addressed(reading, stop):
        stop += 1
    pauses = codes().after_name
    return stop if stop >= end or reading.tape[stop] in pauses or _addressed(reading, stop) else at


def _without_medium(reading: Reading, first: int, last: int) -> int:
    """Cut a role or body before a medium addressed in it (المدرب لوكالة …)."""
    return next((i for i in range(first + 1, last) if _to_medium(reading, i)), last)


def _bracket_end(reading: Reading, at: int, end: int) -> int:
    """Step over brackets; a bracket that does not close near by is stepped over alone."""
    close = next((i for i in range(at, min(at + _BRACKET, end)) if reading.tape[i] in codes().close), at)
    return close + 1


def _breaks(reading: Reading, start: int, at: int, *, joined: bool) -> bool:
    """Does the phrase end before the token: at a particle, an adjunct, an addressee, an object?"""
    code, word = reading.tape[at], reading.words[at]
    if code in codes().preposition:
        return not _let_through(reading, start, at)
    if code in codes().phrase_break or word in particles("belonging") or word in particles("adverbial"):
        return True
    if code in codes().participle and word.endswith("ا"):  # أضاف المدير قائلا
        return True
    if at == start:
        return not joined and (word in _LONE or _to_medium(reading, at))
    if at == start + 1 and (_is_object(reading.words[start], word) or _is_other_name(reading, at)):
        return True
    return _addressed(reading, at)


def _is_object(head: str, word: str) -> bool:
    """طالبت الحركة الفلسطينيين بـ: a plural in ـين after a definite subject cannot agree with it, so is
    its object."""
    return head.startswith("ال") and word.startswith("ال") and word.endswith("ين") and len(word) > 5


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


_LONE = frozenset(("ل", "ب"))


def _addressed(reading: Reading, at: int) -> bool:
    """A word after a joined ل or ب (لوكالة، بالعاصمة، بحلب) is the hearer or the place, not the subject."""
    word = reading.words[at]
    place = reading.place_at.get(at)
    if word.startswith("ب") and place is not None and place.start > reading.text.starts[at]:
        return True
    if word in _LONE or _to_medium(reading, at):
        return True
    if word.startswith(("لل", "بال")) and len(word) > 4:
        return True
    return word.startswith("ل") and len(word) > 5


def _to_medium(reading: Reading, at: int) -> bool:
    """لرويترز، لوكالة، لموقع: a medium with ل joined to it."""
    word = reading.words[at]
    if not word.startswith("ل"):
        return False
    carrier = match_carrier(reading.words, at)
    if carrier is not None and carrier[0]:
        return True
    return reading.tape[at] in codes().noun and bool(speech_words().clitics[word] & Clitic.LAM)


def past_relay(reading: Reading, subject: Subject | None, end: int) -> Subject | None:
    """صحيفة السفح نقلا عن مصدر: where a medium or document only quotes, the subject is whom it quotes."""
    if subject is None or not _passes_on(reading, subject.first):
        return subject
    at = subject.last
    while at < end and (reading.tape[at] in codes().comma or reading.tape[at] in codes().dash):
        at += 1
    if (
        at + 1 >= end
        or reading.words[at] not in link_words("quoting")
        or reading.words[at + 1] not in particles("from")
    ):
        return subject
    stop = next((i for i in range(at + 2, end) if reading.tape[i] in codes().noun_owned), end)
    return find_subject(reading, at + 2, stop) or subject


def _passes_on(reading: Reading, at: int) -> bool:
    """Does a medium or a document stand at a token?"""
    at += reading.tape[at] in codes().quote
    return match_link(reading.words, at) is not None or match_carrier(reading.words, at) is not None


def past_addressee(reading: Reading, at: int, end: int) -> int:
    """Return the token after له, لـ«الغد» or لوكالة الفجر that stands between a verb and its subject."""
    if at + 1 >= end:
        return at
    if reading.words[at] in particles("to_him"):
        return at + 1
    name = at
    if reading.words[at] == "ل":
        name = at + 1
    elif not _to_medium(reading, at):
        return at
    elif match_carrier(reading.words, at) is None:
        name = at + 1
    quotation = reading.opening_at.get(name)
    if quotation is not None and quotation.close < end:
        return quotation.close + 1
    carrier = match_carrier(reading.words, name)
    return carrier[1] if carrier is not None else at


def _apposition(reading: Reading, at: int, end: int) -> bool:
    """Does a name or a role begin right after a comma?"""
    if at >= end:
        return False
    if at in reading.person_at or at in reading.role_at or at in reading.organization_at:
        return True
    if reading.words[at] in particles("points_back"):  # وهو جار فهد العمري
        return False
    if not 2 <= end - at <= 6 or reading.words[at].startswith("ال") or _addressed(reading, at):
        return False
    plain = all(code == "." for code in reading.tape[at:end])
    return plain and not is_content_noun(reading.words[at].removeprefix("ب"))
