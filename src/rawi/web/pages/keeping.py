"""What was decided and by whom; what is set; where documents come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import PurePath
from typing import Any, Literal

import msgspec
from starlette.responses import RedirectResponse, Response

from rawi.ledger.corrections import Change
from rawi.ledger.results import Decided
from rawi.ledger.reviewing import UNSTATED
from rawi.model.review import Correction, Review
from rawi.views.exports.cells import Value
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.changing import settle
from rawi.web.pages.opened import Shelf, find_steps
from rawi.web.pages.reading import read_field
from rawi.web.pages.records import entry_history
from rawi.web.pages.reviewing import own_address
from rawi.web.preferences import CHOICES
from rawi.web.shortcuts import choose_shortcuts, read_shortcuts

_SHOWN = 100


class Deed(msgspec.Struct, frozen=True):
    """One thing that a person did: a ``review`` of an entry, or a ``decision`` about who is who, stories or
    comparisons. ``undone`` is the number of the one that took it back, ``target`` what it took back itself;
    ``words`` are those of the entry."""

    of: Literal["review", "decision"]
    number: int
    at: str
    who: str
    kind: str
    why: str
    target: int | None
    undone: int | None
    entry: str | None = None
    document: str | None = None
    words: str | None = None
    corrections: tuple[Correction, ...] = ()


def history(asked: Asked) -> Answer:
    """Answer the last reviews and decisions, the newest first, each with what it changed; with ``orphans``
    only reviews whose entry no reading finds any more."""
    if id := asked.given("entry"):
        return entry_history(asked, id)
    words = cache(lambda document: asked.ledger.document(document).text)
    lost = asked.ledger.reviews.every_orphan()
    if asked.flag("orphans"):
        items = [_of_review(one, None, words) for one in reversed(lost)]
    else:
        deeds = [_of_review(*one, words) for one in asked.ledger.reviews.recent(_SHOWN)]
        deeds += [_of_decision(one) for one in list(asked.ledger.decisions())[-_SHOWN:]]
        items = sorted(deeds, key=lambda one: (one.at, one.number), reverse=True)[:_SHOWN]
    columns = ("of", "number", "at", "who", "kind", "why", "target", "undone", "entry", "document", "words")
    rows: list[tuple[Value, ...]] = [
        (one.of, one.number, one.at, one.who, one.kind, one.why, one.target, one.undone, one.entry,
         one.document, one.words)
        for one in items
    ]  # fmt: skip
    data = {"items": items, "unstated": UNSTATED, "lost": len(lost), "orphans": {one.number for one in lost}}
    data |= {"changes": dict(_changes(asked, items))}
    return Answer("history.html", "history", data, items, {"orphans": len(lost)}, None, columns, rows)


def _changes(asked: Asked, items: Sequence[Deed]) -> Iterator[tuple[int, tuple[Change, ...]]]:
    """Yield for reviews that corrected, or took a correction back, what they changed; of an entry that no
    reading has any more what was put there."""
    shelf = Shelf(asked.ledger)
    for entry in dict.fromkeys(one.entry for one in items if one.entry and one.corrections):
        one = shelf.find(entry) if entry else None
        if one is not None:
            history = asked.ledger.reviews.history_of(one.id)
            yield from ((step.review.number, step.changes) for step in find_steps(one.view, history))
        else:
            lost = (each for each in items if each.entry == entry)
            for each in lost:
                yield each.number, tuple(Change(told.field, None, told.value) for told in each.corrections)


def _of_review(one: Review, undone: int | None, text: Callable[[str], str]) -> Deed:
    """Return a review as it is told; ``text`` gives that of a document."""
    words = one.span.of(text(one.document)) if one.span else None
    return Deed(
        "review", one.number, one.at, one.who, one.kind, one.why, one.target, undone, one.entry or None,
        one.document or None, words, one.corrections,
    )  # fmt: skip


def _of_decision(one: Decided) -> Deed:
    return Deed("decision", one.number, one.at, one.who, one.kind, one.why, one.target, one.undone)


def undo_decision(asked: Asked) -> Response:
    """Take a decision about who is who, stories or comparisons back, and lead to where that was asked."""
    form = asked.request.state.form
    number = read_field(form, "number") or ""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise WrongQuestion("number", "which decision?")
    before = asked.ledger.portraits.freshness()
    asked.ledger.undo(int(number), read_field(form, "why"))
    settle(asked, before)
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)


def settings(asked: Asked) -> Answer:
    """Answer what is set, by the names of ``CHOICES``; whether the ledger may be changed, where it lies.

    WrongKey for two actions on one key, or a key that there is not."""
    told = asked.preferences
    # where the ledger lies on the server is nothing for whoever only reads
    where = asked.site.ledger if asked.may("administer") else PurePath(asked.site.ledger).name
    fields: dict[str, Any] = {
        "language": told.language,
        "theme": told.theme,
        "keys": told.keys,
        "digits": told.digits,
        "months": told.months,
        "tour": told.tour,
        "read_only": asked.site.read_only,
        "ledger": where,
    }
    fields |= {"shortcuts": choose_shortcuts(asked.request) or read_shortcuts(asked.request)}
    plain = {name: value for name, value in fields.items() if isinstance(value, str | bool)}
    rows: list[tuple[Value, ...]] = list(plain.items())
    chosen = plain | {"lang": told.language}
    data = {"where": where, "closed": asked.site.read_only, "chosen": chosen, "choices": CHOICES}
    return Answer("settings.html", "settings", data, fields=fields, columns=("name", "value"), rows=rows)


def sources(asked: Asked) -> Answer:
    """Answer where documents come from: outlets, feeds with their last pulls, inputs that gave none."""
    inputs = asked.ledger.inputs
    outlets, feeds, codes = inputs.outlets(), asked.ledger.feeds.all(), inputs.codes()
    fields = {"outlets": outlets, "feeds": feeds, "codes": codes, "rejected": inputs.rejected(_SHOWN)}
    rows: list[tuple[Value, ...]] = [
        ("outlet", one.name, one.documents, one.first, one.last, None) for one in outlets
    ]
    rows += [
        ("feed", one.url, None, one.added, one.pull.at if one.pull else None,
         one.pull.status if one.pull else None)
        for one in feeds
    ]  # fmt: skip
    rows += [("rejected", None, count, None, None, code) for code, count in codes.items()]
    columns = ("of", "name", "documents", "first", "last", "status")
    return Answer("sources.html", "sources", dict(fields), fields=fields, columns=columns, rows=rows)
