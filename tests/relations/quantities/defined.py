"""Definitions of the figures of short articles, for the tests: ids are the article's name and the label."""

from __future__ import annotations

from rawi.model.definition import Definition
from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.quantities.definitions import define


def defined(
    text: str, name: str = "d", published: str | None = None, outlet: str | None = None
) -> list[Definition]:
    """Return the definitions of an article's figures, in the order of the text."""
    record = extract(text, published=published, outlet=outlet)
    return list(
        define(Report(record, {one.id: f"{name}:{one.id}" for one in (*record.figures, *record.statements)}))
    )


def only(text: str, words: str, published: str | None = None) -> Definition:
    """Return the definition of the one figure that is written with these words."""
    (found,) = [one for one in defined(text, published=published) if words in one.words]
    return found
