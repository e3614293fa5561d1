"""Body and boilerplate: characters of the article itself, and those around it."""

from __future__ import annotations

from rawi.evaluation.article import GoldArticle
from rawi.evaluation.entries import Row, read_body
from rawi.evaluation.sheet import Sheet
from rawi.evaluation.spans import covered
from rawi.model.span import Span


def score_body(sheet: Sheet, gold: GoldArticle, record: Row) -> None:
    """Count the characters (no white space) that answer and gold put inside the body, and outside it."""
    if not gold.body:
        return
    want = covered(gold.text, gold.body)
    got = covered(gold.text, read_body(gold.text, record["document"].get("body")))
    whole = covered(gold.text, [Span(0, len(gold.text))])
    sheet.count("body", len(want & got), len(got - want), len(want - got))
    sheet.count("boilerplate", len(whole - want - got), len(want - got), len(got - want))
