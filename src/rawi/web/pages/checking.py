"""A claim checked against the ledger: how it was read, what is nearest to it, what stands against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from rawi.ledger.answers import Checked, Closest
from rawi.ledger.clock import utc_now
from rawi.model.relation import Reason
from rawi.views.checks import list_parts
from rawi.views.dates import render_date
from rawi.views.exports.cells import Value
from rawi.views.labels import Language, label
from rawi.views.report.parts import name_kind
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.isolates import fill
from rawi.web.pages.sides import find_document, find_holder
from rawi.web.turns import LONGEST_CLAIM, TURNS

_COLUMNS = ("stand", "id", "kind", "document", "holder", "words", "score", "origin", "reasons")
_PLACES = frozenset(("place", "unlike.place"))
_DAYS = frozenset(("after", "date", "unlike.date"))


def check(asked: Asked) -> Answer:
    """Answer what the ledger has on a claim; nothing of it says whether the claim is true.

    WrongQuestion for a claim that is too long, Busy where long ones are read already."""
    claim, language = asked.given("claim"), asked.preferences.language
    if claim is None:
        blank: dict[str, Any] = {"claim": "", "checked": None, "title": ""}
        return Answer("check.html", "check", blank, fields={"checked": None}, columns=_COLUMNS)
    if len(claim) > LONGEST_CLAIM:
        raise WrongQuestion("claim", f"it has {len(claim)} letters; a claim has at most {LONGEST_CLAIM}")
    with TURNS.take(len(claim)):
        checked = asked.ledger.check(claim)
    data: dict[str, Any] = {
        "claim": claim,
        "checked": checked,
        "title": claim if len(claim) <= 60 else f"{claim[:60]}…",
        "parts": list_parts(checked.understood, language),
        "closest": [(one, name_kind(one.entry), [_reason(each, language) for each in one.reasons])
                    for one in checked.closest],
        "missing": [_missing(one, language) for one in checked.missing if not _is_of_now(one)],
        "unplaced": next((_missing(one, language) for one in checked.missing if one.code in _PLACES), None),
        "standing": asked.ledger.reviews.standing([one.entry.id for one in checked.closest]),
    }  # fmt: skip
    rows = list(_rows(checked))
    return Answer("check.html", "check", data, fields={"checked": checked}, columns=_COLUMNS, rows=rows)


def _reason(reason: Reason, language: Language) -> Markup:
    """Return why an entry is listed, with the words that it rests on; of another entry its id leads to it."""
    told = escape(label(reason.code, language))
    if reason.code.startswith("against."):
        return Markup('<a href="#{}">{}</a>').format(reason.b, told)
    words = render_date(reason.b, language) if reason.code == "near.date" else reason.b
    return told + fill(" ({})", words) if words else told


def _is_of_now(reason: Reason) -> bool:
    """Is it told that nothing comes after this year? That nobody can have."""
    return reason.code == "after" and reason.a >= str(utc_now().year)


def _missing(reason: Reason, language: Language) -> Markup:
    """Return what is not in the claim, or not in the ledger."""
    words = render_date(reason.a, language) if reason.code in _DAYS else reason.a
    return fill(label(f"missing.{reason.code}", language), words)


def _rows(checked: Checked) -> Iterator[tuple[Value, ...]]:
    """Yield the closest entries as rows."""
    for one in checked.closest:
        yield _row(one)


def _row(one: Closest) -> tuple[Value, ...]:
    entry = one.entry
    return (
        one.stand, entry.id, name_kind(entry), find_document(entry), find_holder(entry), entry.words,
        round(one.score, 2), one.origin.name, "; ".join(each.code for each in one.reasons),
    )  # fmt: skip
