"""Events: what happened, to whom, where, when, and the toll; only in articles annotated for events."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.evaluation.article import GoldArticle, GoldEvent
from rawi.evaluation.entries import Found, Row, read_entries
from rawi.evaluation.names import name_of, same_name
from rawi.evaluation.pairing import pair
from rawi.evaluation.sheet import Sheet
from rawi.evaluation.spans import overlap

NAMED = ("actor", "target", "place")
TOLLS = ("killed", "injured", "abducted", "arrested")
LEAST_ALIKE = 1


def score_events(sheet: Sheet, gold: GoldArticle, record: Row) -> None:
    """Count the events of one article."""
    if not gold.has_events:
        return
    golds = gold.events
    found, bad = read_entries(gold.text, record.get("events"), "trigger")
    sheet.malformed(bad, "events", "event types")
    pairs = pair(len(golds), len(found), lambda i, j: _alike(golds[i], found[j]), LEAST_ALIKE)
    sheet.compare("events", golds, pairs, len(found))
    sheet.compare(
        "event types", golds, pairs, len(found), lambda i, j: golds[i].type == found[j].row.get("type")
    )
    for i, j in pairs:
        if not golds[i].optional:
            _ask(sheet, golds[i], found[j].row)


def _alike(gold: GoldEvent, found: Found) -> float:
    """Return 2 and more where triggers overlap, 1 and more for one type and two shared arguments."""
    share = overlap(gold.trigger, found.spans[0])
    if share > 0:
        return 2 + share
    alike = sum(same_name(name_of(found.row.get(k)), getattr(gold, k) or ()) for k in NAMED)
    alike += sum(getattr(gold, k) is not None and getattr(gold, k) == found.row.get(k) for k in TOLLS)
    return 1 + alike / 10 if gold.type == found.row.get("type") and alike >= 2 else 0


def _ask(sheet: Sheet, gold: GoldEvent, row: Row) -> None:
    sheet.ask("certainty", gold.certainty == row.get("certainty"))
    for slot in NAMED:
        _count_name(sheet, _accepted(gold, slot), name_of(row.get(slot)))
    for slot in ("date", *TOLLS):
        _count_value(sheet, getattr(gold, slot), row.get(slot))


def _accepted(gold: GoldEvent, slot: str) -> Sequence[str]:
    """The right names: of a place with three or more not the widest, which says too little."""
    names: Sequence[str] = getattr(gold, slot) or ()
    return names[:-1] if slot == "place" and len(names) >= 3 else names


def _count_name(sheet: Sheet, accepted: Sequence[str], name: str | None) -> None:
    if accepted or name:
        right = same_name(name, accepted)
        sheet.count("event args", right, bool(name) and not right, bool(accepted) and not right)


def _count_value(sheet: Sheet, want: object, got: object) -> None:
    if want is not None or got is not None:
        right = want == got
        sheet.count("event args", right, got is not None and not right, want is not None and not right)
