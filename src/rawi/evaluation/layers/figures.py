"""Figures: the number, its value and hedge, what is counted and whose claim it is."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.evaluation.article import GoldArticle, GoldFigure
from rawi.evaluation.entries import Found, Row, read_entries
from rawi.evaluation.layers.statements import Answers
from rawi.evaluation.names import name_of, name_words, same_name
from rawi.evaluation.pairing import Pairs, pair
from rawi.evaluation.sheet import Sheet
from rawi.evaluation.spans import overlap

LEAST_OVERLAP = 0.01
TOLERANCE = 1e-9


def score_figures(sheet: Sheet, gold: GoldArticle, record: Row, answers: Answers) -> None:
    """Count the figures of one article; ``answers`` leads from statements of the gold to the answer's."""
    golds = gold.figures
    found, bad = read_entries(gold.text, record.get("figures"), "number")
    sheet.malformed(bad, "figures", "values")
    pairs = pair(
        len(golds), len(found), lambda i, j: overlap(golds[i].number, found[j].spans[0]), LEAST_OVERLAP
    )
    sheet.compare("figures", golds, pairs, len(found))
    sheet.compare("values", golds, pairs, len(found), lambda i, j: _value_right(golds[i], found[j].row))
    for i, j in pairs:
        _note_value(sheet, gold.text, golds[i], found[j])
        if not golds[i].optional:
            _ask(sheet, golds[i], found[j].row, answers)
    _note_unpaired(sheet, gold, found, pairs)


def _same_number(want: float | None, got: object) -> bool:
    if want is None or got is None:
        return want is got
    try:
        return abs(float(want) - float(got)) <= TOLERANCE * max(1, abs(float(want)))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return False


def _value_right(gold: GoldFigure, row: Row) -> bool:
    bounds = _same_number(gold.low, row.get("low")) and _same_number(gold.high, row.get("high"))
    return gold.hedge == row.get("hedge") and bounds


def _noun(counted: object) -> str | None:
    noun = counted.get("text") if isinstance(counted, dict) else counted
    return noun if isinstance(noun, str) else None


def _ask(sheet: Sheet, gold: GoldFigure, row: Row, answers: Answers) -> None:
    """Ask what one matched figure says besides its value; an attribute is asked for where the gold has it."""
    if gold.counted:
        sheet.ask("counted", name_words(gold.counted)[:1] == name_words(_noun(row.get("counted")))[:1])
    sheet.ask("holders", _held_rightly(gold.according_to, row.get("according_to"), answers))
    if gold.unit or row.get("unit"):
        sheet.ask("unit", gold.unit == row.get("unit"))
    if gold.place:
        sheet.ask("place", same_name(name_of(row.get("place")), [gold.place]))
    if gold.as_of:
        sheet.ask("as of", gold.as_of == row.get("as_of"))


def _held_rightly(want: str | None, got: object, answers: Answers) -> bool:
    if not want:
        return got is None
    return want in answers and answers[want] == got


def _note_value(sheet: Sheet, text: str, gold: GoldFigure, found: Found) -> None:
    row = found.row
    if not _value_right(gold, row):
        want = f"{gold.low},{gold.high},{gold.hedge}"
        got = f"{row.get('low')},{row.get('high')},{row.get('hedge')}"
        sheet.miss("value", f"{gold.number.of(text)}: {want} != {got}")


def _note_unpaired(sheet: Sheet, gold: GoldArticle, found: Sequence[Found], pairs: Pairs) -> None:
    matched, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, one in enumerate(gold.figures):
        if i not in matched and not one.optional:
            sheet.miss("missed figure", one.text_span.of(gold.text))
    for j, entry in enumerate(found):
        if j not in used:
            sheet.miss("false figure", entry.spans[0].of(gold.text))
