"""The review queue: what nobody reviewed, one entry open with its evidence; alone or all that is visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, get_args
from urllib.parse import urlencode

import msgspec
from starlette.responses import RedirectResponse, Response

from rawi.ledger.clock import utc_now
from rawi.ledger.ledger import Ledger
from rawi.model.review import Review, Reviewable, ReviewKind
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.coding import find_reports
from rawi.web.pages.entity import find_done
from rawi.web.pages.opened import Queued, Shelf, open_entry
from rawi.web.pages.overtaken import answer_overtaken, read_pairs
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address

#: Entries on a page, which is what can be decided at once: all of them are seen.
SHOWN = 20
_BULK: tuple[ReviewKind, ...] = ("accept", "reject")
_COLUMNS = (
    "id", "kind", "confidence", "document", "title", "published", "start", "end", "words", "rule", "impact",
)  # fmt: skip
#: What an address may narrow the queue by, in the order of the form.
FILTERS = ("kind", "sure", "since", "outlet", "doc", "story", "rule")
_SURE = {"doubtful": True, "certain": False}
_DAYS = {"today": 0, "yesterday": 1}


class Progress(msgspec.Struct, frozen=True):
    """How far people came: ``left`` of what is asked for, of which some are ``doubtful``; ``done`` today
    (UTC)."""

    left: int
    doubtful: int
    done: int


def queue(asked: Asked) -> Answer:
    """Answer what waits for people, the doubtful first, with one entry open."""
    wanted = _wanted(asked)
    reviews = asked.ledger.reviews
    found = reviews.waiting(after=asked.given("next"), limit=SHOWN + 1, **wanted)
    after = found[SHOWN - 1].cursor if len(found) > SHOWN else None
    shelf = Shelf(asked.ledger)
    items = [shelf.load(one) for one in found[:SHOWN]]
    rows = [
        (one.id, one.kind, "doubtful" if one.doubtful else "certain", one.document, one.title, one.published,
         one.span.start, one.span.end, one.words, one.rule, one.impact)
        for one in items
    ]  # fmt: skip
    every, left = reviews.left(), reviews.left(**wanted)
    progress = Progress(left.all, left.doubtful, reviews.done(_day("today")))
    kept = {name: value for name in FILTERS if (value := asked.given(name))}
    data = {"items": items, "left": left, "all": every.all, "progress": progress, "next": after}
    data |= {"kinds": get_args(Reviewable), "sures": tuple(_SURE), "kept": kept, "filters": FILTERS}
    data |= {"title": shelf.title(wanted.get("document")), "last": _last(asked.ledger)}
    last = _last(asked.ledger)
    data |= {"here_list": _address(asked, open=None), "reopen": lambda id: _address(asked, open=id)}
    data |= {"undone": _address(asked, open=last.entry if last else None)}
    data |= {"done": find_done(asked)}
    data |= _open(asked, shelf, items, after)
    fields = {"left": every, "progress": progress}
    return Answer("queue.html", "review", data, items, fields, after, _COLUMNS, rows)


def _open(asked: Asked, shelf: Shelf, items: Sequence[Queued], after: str | None) -> dict[str, Any]:
    """Return what the template shows of the entry that is open: the one asked for, else the first."""
    told = asked.given("open")
    ids = [one.id for one in items]
    one = next((one for one in items if one.id == told), None)
    if one is None and told is not None:
        one = shelf.find(told)
    if one is None and items:
        one = items[0]
    if one is None:
        return {"one": None}
    at = ids.index(one.id) if one.id in ids else -1
    following = ids[at + 1] if at + 1 < len(ids) else None
    alike = [each.id for each in items if each.rule == one.rule and each.kind == one.kind]
    opened = open_entry(asked.ledger, shelf, one, asked.preferences.language)
    return opened | {
        "reports": find_reports(asked.ledger, one) if one.kind == "event" else None,
        "alike": alike if one.id in alike and len(alike) > 1 else [],
        "rules": Counter(each.rule for each in items),
        "here": _address(asked, open=one.id),
        "onward": _address(asked, open=following) if following else _address(asked, open=None, next=after),
        "backward": _address(asked, open=ids[at - 1]) if at > 0 else None,
        "more": following is not None or after is not None,
    }


def _wanted(asked: Asked) -> dict[str, Any]:
    """Return what an address asks the queue for."""
    sure, story, since = asked.given("sure"), asked.given("story"), asked.given("since")
    if sure is not None and sure not in _SURE:
        raise WrongQuestion("sure", f"{sure!r} is neither doubtful nor certain")
    documents = None
    if story is not None:
        documents = tuple(one.article.id for one in asked.ledger.story(story).reports)
    return {
        "kind": _kind(asked.given("kind")),
        "document": asked.given("doc"),
        "outlet": asked.given("outlet"),
        "rule": asked.given("rule"),
        "since": _day(since) if since else None,
        "doubtful": _SURE[sure] if sure else None,
        "documents": documents,
    }


def _day(told: str) -> str:
    """Return a day that may be told as today or yesterday (UTC)."""
    return (utc_now() - timedelta(days=_DAYS[told])).date().isoformat() if told in _DAYS else told


def _address(asked: Asked, **changed: str | None) -> str:
    """Return the address of this page with some values set or, by null, left out."""
    kept = {name: asked.given(name) for name in (*FILTERS, "next")} | changed
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"/review?{query}" if query else "/review"


def _kind(told: str | None) -> Reviewable | None:
    """Return the kind of entries that is asked for, null for all."""
    known: Reviewable | None = next((one for one in get_args(Reviewable) if one == told), None)
    if told is not None and known is None:
        raise WrongQuestion("kind", f"{told!r} is none of {', '.join(get_args(Reviewable))}")
    return known


def _last(ledger: Ledger) -> Review | None:
    """Return the last review that counts."""
    return next(ledger.reviews.last(1), None)


def confirm(asked: Asked) -> Answer:
    """Answer what is about to be decided at once: each entry of it with its words, to be confirmed."""
    kind = _bulk(asked.given("decision"))
    ids = list(dict.fromkeys(asked.request.query_params.getlist("id")))
    _check_number(ids)
    shelf = Shelf(asked.ledger)
    found = [shelf.find(id) for id in ids]
    items = [one for one in found if one is not None]
    if len(items) < len(ids):
        raise WrongQuestion("id", "an entry of them is of an older reading, or cannot be reviewed")
    back = own_address(asked.given("back") or "/review")
    standing = asked.ledger.reviews.standing(one.id for one in items)
    data = {"items": items, "decision": kind, "back": back, "standing": standing}
    columns = ("id", "kind", "document", "start", "end", "words", "decision")
    rows = [(one.id, one.kind, one.document, one.span.start, one.span.end, one.words, kind) for one in items]
    return Answer("confirm.html", "review", data, items, {"decision": kind}, None, columns, rows)


def review_all(asked: Asked) -> Answer | Response:
    """Decide alike about the entries of a page that a form names, each by a review of its own; those about
    which somebody else decided since they were ``seen`` are left, and answered."""
    form = asked.request.state.form
    ids = [str(one) for one in form.getlist("id")]
    kind = _bulk(read_field(form, "kind"))
    _check_number(ids)
    back, why = own_address(read_field(form, "back")), read_field(form, "why")
    seen = read_pairs(form, ids)
    if seen is None:
        asked.ledger.reviews.decide_all(ids, kind, why)
    elif left := asked.ledger.reviews.decide_seen(seen, kind, why):
        return answer_overtaken(asked, left, kind, back, len(seen) - len(left))
    return RedirectResponse(back, status_code=303)


def _bulk(told: str | None) -> ReviewKind:
    """Return what may be decided of several at once."""
    kind = next((one for one in _BULK if one == told), None)
    if kind is None:
        raise WrongQuestion("kind", "what is visible is accepted or rejected")
    return kind


def _check_number(ids: Sequence[str]) -> None:
    """Refuse more entries than a page shows, and none."""
    if not 0 < len(ids) <= SHOWN:
        raise WrongQuestion("id", f"1 to {SHOWN} entries are decided at once, as many as a page shows")
