"""Dates of entries on pages: one that rests on words with a warning never stands there as if it were sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup

from rawi.ledger.answers import EventView
from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Count, Said
from rawi.model.review import Field, Reviewed
from rawi.views.labels import Language
from rawi.views.unsettled import find_unsettled, name_doubt
from rawi.web.phrases import load_phrases, phrase
from rawi.web.preferences import Preferences
from rawi.web.rendering import render_day

View = Said | Count | EventView


def build_dater(ledger: Ledger | None, preferences: Preferences) -> Callable[..., Markup]:
    """Return what shows a date of an entry on one page: the field ``said``, ``as_of`` or ``date``.

    What a person put in its place is shown instead, and what was read is struck through. ``review`` is how
    the entry stands, if its view does not say.
    """

    @cache
    def known(document: str) -> Mapping[tuple[str, Field], tuple[str, str]]:
        if ledger is None:
            return {}
        record = ledger.document(document)
        found = find_unsettled(record)
        return {key: (one.code, one.span.of(record.text) if one.span else "") for key, one in found.items()}

    def dated(view: View, field: Field, review: Reviewed | None = None) -> Markup:
        read, label = _read(view, field)
        standing = review or view.review
        for one in standing.corrections if standing else ():
            if one.field == field and one.value != read:
                return _corrected(read, one.value, preferences)
        shown = render_day(read, preferences)
        doubt = known(view.article.id).get((label, field)) if read else None
        return shown if doubt is None else _doubted(shown, *doubt, preferences.language)

    return dated


def _read(view: View, field: Field) -> tuple[str | None, str]:
    """Return the date that the machine read, and the label of the entry in its record."""
    if isinstance(view, Said):
        return view.said, view.statement.id
    if isinstance(view, Count):
        return (view.as_of if field == "as_of" else view.said), view.figure.id
    return view.event.date, view.event.id


def _corrected(read: str | None, value: str | None, preferences: Preferences) -> Markup:
    """Return a date that a person put in the place of another."""
    before = Markup("<del>{}</del> ").format(render_day(read, preferences)) if read else Markup("")
    after = render_day(value, preferences) or phrase("review.untold", preferences.language)
    return before + Markup("<ins>{}</ins>").format(after)


def _doubted(shown: Markup, code: str, words: str, language: Language) -> Markup:
    """Return a date with a question mark, what is wrong with it in words, the source's own words on hover."""
    mark = "؟" if language == "ar" else "?"
    return Markup('<span class="unsettled" title="{}">{}{} <span class="doubt">({})</span></span>').format(
        f"{_full(code, language)} «{words}»", shown, mark, name_doubt(code, language)
    )


def _full(code: str, language: Language) -> str:
    known = load_phrases()
    return known.get(f"warning.{code}", known["warning.other"])[language]
