"""Numbers and measures of a phrase outside any article: signs, ratios, sums of money, bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.dates import find_dates
from rawi.annotations.money import CURRENCY_ROLES
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.quantities import find_quantities
from rawi.annotations.signs import sign_numbers
from rawi.annotations.units import find_unit, is_money_abbreviation
from rawi.annotations.vocabulary import codes_of, load_vocabulary, role_of, tape_of
from rawi.model.annotation import Annotation
from rawi.model.value import Amount, Hedge
from rawi.text.text import Text

Kind = Literal["number", "quantity", "money"]
# What values.md writes plainly of UCUM; a compound code is made of these.
_PLAIN = {
    "[nmi_i]": "nmi",
    "[mi_i]": "mi",
    "[ft_i]": "ft",
    "[in_i]": "in",
    "[yd_i]": "yd",
    "[oz_av]": "oz",
    "[lb_av]": "lb",
    "[gal_us]": "gal",
    "[bbl_us]": "barrel",
    "[degF]": "degF",
    "[kn_i]": "knot",
    "har": "ha",
    "[ppth]": "‰",
    "[pptth]": "‱",
}
_PLAIN_PART = re.compile("|".join(re.escape(code) for code in _PLAIN))
_UPPER = (Hedge.LESS_THAN, Hedge.AT_MOST)
_LOWER = (Hedge.MORE_THAN, Hedge.AT_LEAST)


@cache
def _ratio() -> re.Pattern[str]:
    """Return the pattern of what stands between the two numbers of a ratio: على، من أصل، a slash."""
    return re.compile(load_vocabulary().compile("{over}|{of}(?:{each}|{origin})?|{in}|{slash}"))


def find_sums(text: Text, kind: Kind) -> Iterator[Annotation]:
    """Yield the numbers, measures or amounts of money of a phrase, as quantities; in the order of the text.

    >>> [note.value.low for note in find_sums(Text("سبعة دولار وخمسون سنت"), "money")]
    [7.5]
    """
    known = Annotations()
    numbers = list(sign_numbers(text, list(NUMBERS.annotate(text, known))))
    known.add(numbers)
    notes = list(find_quantities(text, known, phrase=True))
    if kind == "number":
        written = {number.first for number in numbers}
        notes = [note for note in notes if note.value.number[0] in written]
        notes = [_thousandth(note, text) or _cut(note, text) for note in notes]
        notes = _joined(_ratios([_signed(note, text) for note in notes], text), text)
        years = {
            at
            for date in find_dates(text, known)
            if date.rule in _PLACED
            for at in range(date.first, date.last)
        }
        yield from (
            n for n in notes if not _dated(n, text) and n.value.number[0] not in years and not _sole(n, text)
        )
        return
    notes = _ratios([_signed(_counted(note, text), text) for note in notes], text)
    notes = [note for note in _sum(notes, text) if note.value.unit not in (None, "1")]
    money = [_is_money(note, text) for note in notes]
    if kind == "money":
        yield from (_whole_money(note, text) for note, is_money in zip(notes, money, strict=True) if is_money)
    else:
        yield from (_plain(note, text) for note, is_money in zip(notes, money, strict=True) if not is_money)


def _plain(note: Annotation, text: Text) -> Annotation:
    """Write the unit of a measure as values.md does: mi/h, not [mi_i]/h."""
    unit = _PLAIN_PART.sub(lambda code: _PLAIN[code.group()], note.value.unit)
    return _replace(note, text, note.first, note.last, unit=unit)


def _whole_money(note: Annotation, text: Text) -> Annotation:
    """Turn coins that stand alone into the money that they are a part of, where it is known: هللة."""
    part, unit = _coin(note, text), note.value.unit
    if not part or len(unit) != 3 or not unit.isupper():
        return note
    low, high = (
        None if bound is None else round(bound * part, 6) for bound in (note.value.low, note.value.high)
    )
    return _replace(note, text, note.first, note.last, low=low, high=high)


def _replace(note: Annotation, text: Text, first: int, last: int, **changes: object) -> Annotation:
    """Return an annotation with another extent and changes to its value."""
    value = msgspec.structs.replace(note.value, **changes)
    start, end = text.starts[first], text.end(last - 1)
    return msgspec.structs.replace(note, first=first, last=last, start=start, end=end, value=value)


def _thousandth(note: Annotation, text: Text) -> Annotation | None:
    """Read ثلاثة بالألف as the number 0.003; None if the number is not counted by a thousand."""
    if note.value.unit != "[ppth]":
        return None
    low, high = (None if bound is None else bound / 1000 for bound in (note.value.low, note.value.high))
    return _replace(note, text, note.first, note.last, low=low, high=high)


def _cut(note: Annotation, text: Text) -> Annotation:
    """Cut a number to its own words, hedge and unit aside."""
    return _replace(note, text, note.first, max(note.value.number[1], note.first + 1))


def _counted(note: Annotation, text: Text) -> Annotation:
    """Keep as counted only the stuff after من, not the unit itself; read لتر ونصف."""
    words, at = text.words, note.value.number[0]
    noun = note.value.counted_at
    if (
        note.value.unit == "1"
        and at
        and tape_of(text)[at] in codes_of("{+fraction}")
        and tape_of(text)[at - 1] in codes_of("{?measure}")
    ):
        unit = str(load_vocabulary().entries[words[at - 1]].value)
        value = 1 + note.value.low
        return _replace(note, text, at - 1, note.last, low=value, high=value, unit=unit, counted=None)
    of = None
    if noun and noun[1] < len(words) - 1 and role_of(words[noun[1]]) == "of" and note.value.unit:
        of = text.words_of(noun[1] + 1, noun[1] + 2)
    return _replace(note, text, note.first, note.last, counted=of)


def _signed(note: Annotation, text: Text) -> Annotation:
    """Read درجتين تحت الصفر as negative."""
    tape = tape_of(text)
    below, zero = tape[note.last : note.last + 1], tape[note.last + 1 : note.last + 2]
    if below in codes_of("{below}") and zero in codes_of("{zero:al}"):
        return _negative(note, text, note.first, note.last + 2, unit=note.value.unit or "deg")
    return note


def _negative(note: Annotation, text: Text, first: int, last: int, **changes: object) -> Annotation:
    """Return a quantity below zero."""
    low, high = note.value.low, note.value.high
    swapped = {"low": -high if high is not None else None, "high": -low if low is not None else None}
    return _replace(note, text, first, last, **swapped, **changes)


def _ratios(notes: list[Annotation], text: Text) -> list[Annotation]:
    """Make one number of two with على، من or a slash between them: واحد على عشرين."""
    kept: list[Annotation] = []
    for note in notes:
        before = kept[-1] if kept else None
        if before is not None and (share := _share(before, note, text)) is not None:
            low, high = (
                share if bound is not None else None for bound in (before.value.low, before.value.high)
            )
            kept[-1] = _replace(
                before, text, before.first, note.last, low=low, high=high, unit=note.value.unit
            )
        else:
            kept.append(note)
    return kept


def _share(first: Annotation, second: Annotation, text: Text) -> Amount | None:
    """Return the first number divided by the second, if the words between say so; None if not."""
    between = tape_of(text)[first.value.number[1] : second.first]
    low, by = first.value.low if first.value.low is not None else first.value.high, second.value.low
    exact = second.value.hedge is Hedge.EXACT and low is not None and by
    if not exact or not _ratio().fullmatch(between) or second.value.high != by:
        return None
    part = between not in codes_of("{over}") and between not in codes_of("{slash}")
    return None if part and abs(low) >= by else low / by


def _joined(notes: list[Annotation], text: Text) -> list[Annotation]:
    """Make one range of two bounds joined by و: أكبر من 10 وأصغر من 20."""
    kept: list[Annotation] = []
    for note in notes:
        before = kept[-1] if kept else None
        if before is not None and (both := _both(before, note, text)):
            kept[-1] = both
        else:
            kept.append(note)
    return kept


def _both(first: Annotation, second: Annotation, text: Text) -> Annotation | None:
    """Return the range between a lower and an upper bound that follow each other; None if they are none."""
    hedges = (first.value.hedge, second.value.hedge)
    lower, upper = (first.value, second.value) if hedges[0] in _LOWER else (second.value, first.value)
    gap = tape_of(text)[first.last : second.first]
    if lower.hedge not in _LOWER or upper.hedge not in _UPPER or gap not in ("", *codes_of("{and}")):
        return None
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    opened = {"open_low": lower.hedge is Hedge.MORE_THAN, "open_high": upper.hedge is Hedge.LESS_THAN}
    return _replace(
        first, text, first.first, second.last, low=lower.low, high=upper.high, hedge=Hedge.BETWEEN, **opened
    )


_PLACED = frozenset(
    ("date/year", "date/day", "date/month", "date/numeric", "date/hijri-day", "date/hijri-month")
)


def _sole(note: Annotation, text: Text) -> bool:
    """Is it واحد with the article after a noun, which only stresses it: للسهم الواحد؟"""
    at = note.value.number[0]
    return at > 0 and tape_of(text)[at] in codes_of("{?one:al}") and note.value.number[1] == at + 1


def _dated(note: Annotation, text: Text) -> bool:
    """Is the number part of a date in digits, such as 1995-01؟ A range such as 15-18 is none."""
    words, at = text.words, note.value.number[0]
    pairs = ((at, at + 1, at + 2), (at - 2, at - 1, at))
    return any(
        first >= 0
        and last < len(words)
        and words[middle] == "-"
        and words[first].isdecimal()
        and words[last].isdecimal()
        and {len(words[first]), len(words[last])} in ({4, 1}, {4, 2})
        and text.glued(last)
        and text.glued(middle)
        for first, middle, last in pairs
    )


def _sum(notes: list[Annotation], text: Text) -> list[Annotation]:
    """Add the coins to the money before them: 20$ و43c."""
    kept: list[Annotation] = []
    for note in notes:
        before = kept[-1] if kept else None
        if before is None and (lone := _lone_money(note, text)):
            before = lone
            kept.append(lone)
        part = _coin(note, text, before.value.unit if before else None)
        if before is not None and part and _is_money(before, text) and _adjacent(before, note, text):
            total = round(before.value.low + note.value.low * part, 6)
            unit = _joint_unit(before, note, text)
            kept[-1] = _replace(before, text, before.first, note.last, low=total, high=total, unit=unit)
        else:
            kept.append(note)
    return kept


def _joint_unit(money: Annotation, coin: Annotation, text: Text) -> str | None:
    """Return the unit of money with its coins: a coin that only one of its countries has says whose it is."""
    unit: str | None = money.value.unit
    entries = load_vocabulary().entries
    name, part = (entries.get(_unit_word(note, text)) for note in (money, coin))
    if name is None or part is None or unit != name.value:
        return unit
    both = {code for code in name.by.values() if code in part.by.values()}
    return both.pop() if len(both) == 1 else unit


def _adjacent(first: Annotation, second: Annotation, text: Text) -> bool:
    """Do two exact amounts follow each other with no more than و between?"""
    exact = first.value.hedge is second.value.hedge is Hedge.EXACT
    return exact and tape_of(text)[first.last : second.first] in ("", *codes_of("{and}"))


def _unit_word(note: Annotation, text: Text) -> str:
    """Return the folded word that names the unit of a quantity."""
    at = note.value.counted_at[0] if note.value.counted_at else note.value.number[1]
    return text.words[at] if at < len(text.words) else ""


def _coin(note: Annotation, text: Text, money: str | None = None) -> float | None:
    """Return what part of the currency a coin is (of ``money``, where that is known); None if it is none."""
    entry = load_vocabulary().entries.get(_unit_word(note, text))
    return entry.parts.get(money or "", entry.part) if entry else None


def _lone_money(coin: Annotation, text: Text) -> Annotation | None:
    """Return the one piece of money before coins, without a number: دينار أردني وخمسون قرشا."""
    if not _coin(coin, text):
        return None
    tape = tape_of(text)
    for first in range(max(0, coin.first - 3), coin.first):
        unit = find_unit(tape, text, first, phrase=True)
        if unit and unit.kind == "money" and unit.first == first and unit.last == coin.first:
            return _replace(
                coin, text, first, unit.last, low=1, high=1, unit=unit.code, counted_at=(first, unit.last)
            )
    return None


def _is_money(note: Annotation, text: Text) -> bool:
    """Is the unit a currency, and no measure that shares its name (درهم سائل)?"""
    if is_money_abbreviation(text.words, note.value.number[1]):
        return True
    entry = load_vocabulary().entries.get(_unit_word(note, text))
    if entry is None or entry.role not in CURRENCY_ROLES:
        return False
    return note.value.unit in (entry.value, *entry.by.values())
