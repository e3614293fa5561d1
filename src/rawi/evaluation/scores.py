"""The figures of an evaluation: answers compared with the gold, layer by layer.

Figures printed per layer, over required items (optional ones cost neither way):

    statements   content overlaps (IoU >= 0.5 of non-space characters), one to one
    attributed   the same, and the resolved speaker name is right
    exact        the same, and both content edges are right
    chain        links of the chain of transmission, over matched statements
    figures      number spans overlap; values: the same, and low, high and hedge are right
    dates        spans overlap; resolved: the same, and the EDTF value is right
    events       triggers overlap, or the same type and two shared arguments; conflict articles only
    event types  the same, and the ACLED sub-event type is right
    event args   actor, target, place, date, tolls: slots of matched events
    body         characters of the article itself; boilerplate: characters outside it
    kind, polarity, said on, within, counted, holders, unit, place, as of, certainty
                 accuracy over matched items where there is something to ask
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from rawi.evaluation.article import GoldArticle
from rawi.evaluation.entries import Row
from rawi.evaluation.layers.body import score_body
from rawi.evaluation.layers.dates import score_dates
from rawi.evaluation.layers.events import score_events
from rawi.evaluation.layers.figures import score_figures
from rawi.evaluation.layers.statements import score_statements
from rawi.evaluation.sheet import Coverage, Figure, Miss, Sheet


class Report(msgspec.Struct, frozen=True):
    """Figures by name, in a fixed order, and every single difference that a person may want to read."""

    figures: dict[str, Figure]
    misses: tuple[Miss, ...] = ()


def score(golds: Sequence[GoldArticle], records: Iterable[Mapping[str, Any]]) -> Report:
    """Compare records, as plain dicts, with the gold; a record is found by its exact text.

    Anything may stand in a record: what is malformed counts as false, an article without a record as empty.
    """
    by_text = {record["document"]["text"]: record for record in records if _has_text(record)}
    sheet = Sheet()
    for gold in golds:
        sheet.doc = gold.doc
        score_article(sheet, gold, by_text.get(gold.text, {"document": {"text": gold.text}}))
    missing = sum(gold.text not in by_text for gold in golds)
    return Report({**sheet.figures(), "articles": Coverage(len(golds), missing)}, tuple(sheet.misses))


def _has_text(record: Mapping[str, Any]) -> bool:
    document = record.get("document")
    return isinstance(document, dict) and isinstance(document.get("text"), str)


def score_article(sheet: Sheet, gold: GoldArticle, record: Row) -> None:
    """Count every layer of one article on ``sheet``."""
    score_body(sheet, gold, record)
    answers = score_statements(sheet, gold, record)
    score_figures(sheet, gold, record, answers)
    score_dates(sheet, gold, record)
    score_events(sheet, gold, record)
