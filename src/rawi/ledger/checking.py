"""What a ledger has on a claim: the closest entries with reasons, other values, origins, what is missing.

Nothing here says what is true: an entry that says the same is an entry that says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from rawi.arabic.fold import fold
from rawi.ledger.answers import Checked, Closest, Stand, Summary, Understood
from rawi.ledger.assertions import is_auxiliary, is_negated, list_missing
from rawi.ledger.nearness import (
    IN_DOCUMENT,
    Seen,
    date_of,
    days_of,
    is_comparable,
    is_same_value,
    may_both_hold,
)
from rawi.ledger.opposing import Compared, lay_against
from rawi.ledger.origins import find_origins, name_entry
from rawi.ledger.probing import find_asked, find_related, find_seen, is_of_ledger
from rawi.ledger.results import Count, Entry, Said
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store
from rawi.ledger.subjects import as_told_of
from rawi.ledger.terms import split_words, stem
from rawi.ledger.timeline import find_days
from rawi.model.claim import Figure
from rawi.model.relation import Reason
from rawi.relations.statements.lexemes import action_of, load_alone

_LEAST = 0.35  # score under which an entry is not listed
_SAME, _COMMON = 0.8, 0.5  # share of the words of a claim in an entry that says the same, that is near
_FEWEST = 3  # words and names of a claim that a statement can say
_LISTED, _VALUES = 20, 40
_OPEN = "9999"
_DENIED = Reason("near.denied")
#: What is said of a claim that no entry agrees with, by how entries stand to it, the first that one has.
_AGAINST: dict[Stand, Summary] = {"differs": "differs", "denies": "denied", "asserts": "asserted"}
_SAME_VALUE, _MEETING, _APART = "near.value", "near.value.meet", "near.value.apart"
_ELSEWHERE = "near.elsewhere"  # it names places, and not that of the claim
_UNPLACED = "near.unplaced"  # it names none

#: For ids of figures those of the figures of the same quantity, each with the name of its origin.
Related = Callable[[Sequence[str]], Mapping[str, str]]


def check_claim(
    store: Store, read: Understood, related: Related | None = None, compared: Compared | None = None
) -> Checked:
    """Return what the ledger has on a claim that was read.

    ``related`` gives for ids of figures the figures of the same quantity and their origins, if that is known;
    ``compared`` for that of any entry the comparisons that it is in. What people rejected is no answer.
    """
    asked = find_asked(store, read)
    seen = {one.entry.id: one for one in find_seen(store, asked)}
    names: Mapping[str, str] = {}
    if related is not None and read.number is not None:
        names = related(sorted(id for id, one in seen.items() if is_comparable(read, one)))
        seen.update((one.entry.id, one) for one in find_related(store, asked, names))
    rejected = Standings(store).rejected
    seen = {id: one for id, one in seen.items() if id not in rejected}
    listed = sorted((one for one in seen.values() if _is_listed(read, one)), key=_order)
    closest = _as_one(read, [_closest(read, one) for one in listed])
    closest.sort(key=lambda one: (_far(read, one), -one.score, one.stand != "agrees"))
    if compared is not None:
        closest = lay_against(store, asked, closest, seen, compared)
        closest = [one for one in closest if one.entry.id not in rejected]
    closest = _with_origins(store, closest, names)
    return Checked(
        understood=read,
        summary=_summarize(closest),
        closest=tuple(closest[:_LISTED]),
        values=tuple(_other_values(closest)[:_VALUES]),
        origins=tuple({one.origin.id: one.origin for one in closest if one.stand == "agrees"}.values()),
        missing=tuple(_missing(store, read, closest)),
    )


def _is_listed(read: Understood, one: Seen) -> bool:
    """Is an entry near enough to be shown? Without a number it must have words of the claim."""
    return one.score >= _LEAST and (read.number is not None or one.shares.get("words", 0.0) >= _COMMON)


def _order(one: Seen) -> tuple[float, str, str]:
    """Order entries by likeness; the later one first where that is equal."""
    days = days_of(one.entry) or ("", "")
    return -one.score, "".join(chr(0x10FFFF - ord(letter)) for letter in days[1]), one.entry.id


def _with_origins(store: Store, closest: Sequence[Closest], names: Mapping[str, str]) -> list[Closest]:
    """Return entries with the origins under which they count, of those that are shown or say the same;
    ``names`` are those under which series count figures."""
    asked = [one.entry for at, one in enumerate(closest) if at < _LISTED or one.stand == "agrees"]
    found = find_origins(store, asked, names)
    return [msgspec.structs.replace(one, origin=found.get(one.entry.id, one.origin)) for one in closest]


def _closest(read: Understood, one: Seen) -> Closest:
    """Return an entry with its stand and the reasons for its place."""
    stand, decisive = _stand(read, one)
    shared = [name for name, share in one.shares.items() if share and name != "value"]
    reasons = [Reason(f"near.{_code(name, one)}", "", _told(name, one)) for name in shared]
    reasons += _tell_place(read, one)
    return Closest(one.entry, stand, one.score, (*reasons, *decisive), name_entry(one.entry))


def _tell_place(read: Understood, one: Seen) -> list[Reason]:
    """Return that an entry is not of the place of a claim, or does not say so."""
    if read.place is None or one.shares.get("place"):
        return []
    return [Reason(_ELSEWHERE if one.elsewhere else _UNPLACED)]


def _far(read: Understood, one: Closest) -> int:
    """Return how far from the place of a claim an entry is, where nothing but its place tells a claim from
    others of its kind (12 قتيلا في سراقب): of it, of none that is named, of another."""
    if read.whom or read.speaker:
        return 0
    return next((far for far, code in ((2, _ELSEWHERE), (1, _UNPLACED)) if _has_reason(one, code)), 0)


def _code(name: str, one: Seen) -> str:
    """Return the code of a part that is shared; people whom only the document names are told apart."""
    return "document" if name == "whom" and one.shares[name] == IN_DOCUMENT else name


def _told(name: str, one: Seen) -> str:
    """Return the words of an entry that a reason rests on."""
    entry = one.entry
    if name == "date":
        return date_of(entry) or ""
    if name == "what" and isinstance(entry, Count) and entry.figure.counted:
        return entry.figure.counted.text
    if name == "speaker":
        return (entry.holder or "") if isinstance(entry, Count) else entry.statement.speaker.name or ""
    return f"{one.shares[name]:.0%}" if name == "words" else ""


def _stand(read: Understood, one: Seen) -> tuple[Stand, list[Reason]]:
    """Return how an entry stands to a claim, with the reason that decides it."""
    entry, refused = one.entry, read.polarity == "denied"
    if isinstance(entry, Said):
        denied = (entry.statement.polarity == "denied") != one.negated
        return _take_sides(refused, denied) if _says_same(read, one) else ("near", [])
    code = _compare_values(read, entry.figure)
    reasons, denied = [Reason(code, "", entry.words)], entry.denied
    its_own = code == _SAME_VALUE and (_is_by_speaker(one) or _is_all_but_words(read, one))
    if not (is_comparable(read, one) or its_own):
        return "near", [*(reasons if code == _SAME_VALUE else []), *([_DENIED] if denied else [])]
    if code == _SAME_VALUE:
        stand, told = _take_sides(refused, denied)
        return stand, [*reasons, *told]
    if denied:
        return "near", [*reasons, _DENIED]
    return ("near" if code == _MEETING or refused else "differs"), reasons


def _take_sides(refused: bool, denied: bool) -> tuple[Stand, list[Reason]]:
    """Return how an entry that denies or not what a claim says stands to one that refuses it or not."""
    told = [_DENIED] if denied else []
    if refused == denied:
        return "agrees", told
    return ("denies" if denied else "asserts"), told


def _is_by_speaker(one: Seen) -> bool:
    """Is a figure, of what the claim counts, by whom the claim is, where the claim names nothing else?"""
    shares = one.shares
    told = shares.get("what", 0.0) == shares.get("speaker", 0.0) == 1.0 and not one.elsewhere
    return told and all(shares.get(name, 1.0) == 1.0 for name in ("whom", "place", "words"))


def _is_all_but_words(read: Understood, one: Seen) -> bool:
    """Is a figure by whom the claim is, of what and whom it counts, where the claim names no place? Then the
    places that the sentence names beside it do not make it another."""
    told = (one.shares.get(name, 0.0) for name in ("what", "speaker", "whom"))
    return read.place is None and all(share == 1.0 for share in told)


def _says_same(read: Understood, one: Seen) -> bool:
    """Does a passage of a statement hold nearly all words of a claim, and all of its names? A claim of a
    word or two is in too much to be said by it, unless it is all that its speaker says (لن أستقيل)."""
    named = all(one.shares.get(name, 1.0) == 1.0 for name in ("whom", "place"))
    told = len(read.words) + len(read.whom) + (read.place is not None)
    enough = told >= _FEWEST or _is_all(read, one)
    return named and not one.elsewhere and enough and one.shares.get("words", 0.0) >= _SAME


def _is_all(read: Understood, one: Seen) -> bool:
    """Is what a claim says of its speaker, or of whom it names, all that a statement of his says, but for a
    negation; or the act of one alone with which it opens?"""
    if 1.0 not in (one.shares.get("speaker"), one.shares.get("whom")):
        return False
    words = as_told_of(split_words(one.entry.words))
    act = next((word for word in words if not is_negated([word]) and not is_auxiliary(word)), "")
    action = action_of(act)
    opens = stem(act) in read.words and action is not None and action.name in load_alone()
    return opens or len(words) <= len(read.words) + 1


def _compare_values(read: Understood, figure: Figure) -> str:
    """Return the code of how the value of a figure stands to that of a claim."""
    if is_same_value(read, figure):
        return _SAME_VALUE
    return _MEETING if may_both_hold(read, figure) else _APART


def _other_values(closest: Iterable[Closest]) -> list[Count]:
    """Return the same quantity with other values, by time, each value of each holder once."""
    found: dict[tuple[object, ...], Count] = {}
    for one in closest:
        entry = one.entry
        if isinstance(entry, Count) and one.stand != "agrees" and _has_reason(one, "near.what"):
            told = _has_reason(one, _MEETING) or (entry.denied and _has_reason(one, _APART))
            if one.stand == "near" and not told:
                continue
            figure = entry.figure
            found.setdefault((figure.low, figure.high, figure.hedge, fold(entry.holder or "")), entry)
    return sorted(found.values(), key=lambda one: (days_of(one) or ("~", "~"), one.id))


def _has_reason(one: Closest, code: str) -> bool:
    """Is a reason among those of an entry?"""
    return any(reason.code == code for reason in one.reasons)


def _summarize(closest: Sequence[Closest]) -> Summary:
    """Say in a word what the entries say. Where one that may be of something else has the very value of the
    claim, there are not only other values."""
    stands = [one.stand for one in closest]
    if "agrees" not in stands and any(_is_like(one) for one in closest):
        stands = [one for one in stands if one != "differs"]
    against = [one for one in _AGAINST if one in stands]
    if "agrees" in stands:
        return "mixed" if against else "agrees"
    return _AGAINST[against[0]] if against else "near" if stands else "nothing"


def _is_like(one: Closest) -> bool:
    """Has an entry that is only near the value of the claim, of the same thing counted?"""
    return one.stand == "near" and _has_reason(one, _SAME_VALUE) and _has_reason(one, "near.what")


def _as_one(read: Understood, closest: Sequence[Closest]) -> list[Closest]:
    """Return entries of which those that are one in all that counts stand alike: the same value of the same
    thing and people by the same holder is another value wherever he told it, for one report may name places
    that another leaves out. Of a claim that names its place a place is what tells them apart."""
    if read.place is not None:
        return list(closest)
    known = {key: one for one in closest if one.stand == "differs" and (key := _claim_of(one))}
    found = []
    for one in closest:
        like = known.get(_claim_of(one) or ()) if one.stand == "near" else None
        decisive = [each for each in like.reasons if each.code == _APART] if like else []
        found.append(
            msgspec.structs.replace(one, stand="differs", reasons=(*one.reasons, *decisive)) if like else one
        )
    return found


def _claim_of(one: Closest) -> tuple[object, ...] | None:
    """Return what a figure claims and who does, where it is of what and whom the claim is; else null."""
    entry = one.entry
    if not isinstance(entry, Count) or not entry.holder or entry.denied or not _has_reason(one, "near.whom"):
        return None
    figure = entry.figure
    if figure.counted is None or not _has_reason(one, "near.what"):
        return None
    return figure.low, figure.high, figure.hedge, fold(figure.counted.text), fold(entry.holder)


def _missing(store: Store, read: Understood, closest: Sequence[Closest]) -> Iterator[Reason]:
    """Yield what the ledger has nothing of, or nothing near, then what the claim does not say."""
    for name, value in (("speaker", read.speaker), ("place", read.place), ("date", read.date)):
        if value and not any(_has_reason(one, f"near.{name}") for one in closest):
            yield Reason(f"unlike.{name}" if is_of_ledger(store, name, value) else name, value)
    telling = [one for one in closest if one.stand != "near"] or [one for one in closest if _is_like(one)]
    days = [year for one in telling for year in _years(one.entry)]
    if days:
        yield Reason("after", max(days))
    if read.number is None:
        yield Reason("quantity")
    yield from (Reason(f"unsaid.{name}") for name in list_missing(read))


def _years(entry: Count | Said | Entry) -> Iterator[str]:
    """Yield the years in which an entry held, was said, was published."""
    if isinstance(entry, Entry):
        return
    held = entry.as_of if isinstance(entry, Count) else None
    for date in (held, entry.said, entry.article.published):
        if (days := find_days(date)) and days[1] < _OPEN:
            yield days[1][:4]
