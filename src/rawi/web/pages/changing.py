"""Merging and splitting on pages: who is who, which reports are one story, which events are one happening.

What will change is shown with its counts before it is done; the decision is an event of the journal, which
can be taken back.
"""

from __future__ import annotations

from typing import Literal, cast

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.ledger.portraits import Freshness
from rawi.web.answers import Answer, Asked
from rawi.web.faults import StaleLedger, WrongQuestion
from rawi.web.pages.entity import find_done
from rawi.web.pages.listing import cut_page
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address
from rawi.web.pages.things import Kind, Thing, find_candidates, load_thing, unite

Deed = Literal["merge", "split", "scatter", "apart"]
_DEEDS: tuple[Deed, ...] = ("merge", "split", "scatter", "apart")
#: So many documents are related anew while somebody waits for the page; more are left to the button.
_QUICK = 60


def change_entity(asked: Asked) -> Answer | Response:
    """Answer how an entity can be merged or split, or what a merge or split would change."""
    return _change(asked, "entity")


def change_story(asked: Asked) -> Answer | Response:
    """Answer the same of a story."""
    return _change(asked, "story")


def change_event(asked: Asked) -> Answer | Response:
    """Answer the same of an incident."""
    return _change(asked, "event")


def _change(asked: Asked, kind: Kind) -> Answer | Response:
    """Answer the forms, or with ``with``, ``member`` or ``each`` what that would change."""
    here = load_thing(asked, kind, asked.request.path_params["id"])
    query = asked.request.query_params
    members, named = query.getlist("member"), query.getlist("named")
    chosen = here.chosen(members, named)
    other = asked.given("with")
    data: dict[str, object] = {
        "kind": kind,
        "here": here,
        "deed": None,
        "chosen": (),
        "named": (),
        "freshness": asked.ledger.portraits.freshness(),
        "progress": asked.updates.progress,
        "done": find_done(asked),
        "cancel": own_address(asked.given("back") or asked.request.url.path),
        "words_of": asked.given("words") or "",
        "candidates": [],
    }
    if other:
        there = load_thing(asked, kind, other)
        if there.id == here.id:
            raise WrongQuestion("with", f"{other!r} and {here.id!r} are one already")
        if there.type != here.type:
            raise WrongQuestion("with", f"{here.id!r} is of type {here.type}, {there.id!r} of {there.type}")
        data |= {
            "deed": "merge",
            "sides": (here, there),
            "after": unite(here, there),
            "chosen": (),
            "named": (),
        }
    elif asked.flag("each"):
        data |= {"deed": "scatter", "sides": (), "after": None}
    elif chosen:
        gone, left = here.part(chosen)
        data |= {"deed": "split", "sides": (left, gone), "after": None, "chosen": members, "named": named}
    else:
        shown, after = cut_page(asked, here.members)
        data |= {"candidates": find_candidates(asked, here), "members": shown, "next": after}
    fields = {"thing": here, "candidates": data["candidates"]}
    columns = ("member", "name", "document", "detail")
    rows = [(one.value, one.name, one.document, one.detail) for one in here.members]
    return Answer("change.html", "change", data, fields=fields, columns=columns, rows=rows)


def change(asked: Asked) -> Response:
    """Take a decision that a page has shown, bring up to date what that is quick for, and lead back."""
    form: FormData = asked.request.state.form
    told = read_field(form, "kind")
    if told not in ("entity", "story", "event"):
        raise WrongQuestion("kind", f"{told!r} is none of entity, story, event")
    kind = cast("Kind", told)
    deed = next((one for one in _DEEDS if one == read_field(form, "deed")), None)
    if deed is None:
        raise WrongQuestion("deed", f"that is none of {', '.join(_DEEDS)}")
    before = asked.ledger.portraits.freshness()
    if not before.entities or (kind != "entity" and not before.relations):
        raise StaleLedger("articles came since who is who, stories and incidents were derived")
    id, why = read_field(form, "id") or "", read_field(form, "why")
    here = load_thing(asked, kind, id)
    number = _decide(asked, deed, here, form, why)
    settle(asked, before)
    return RedirectResponse(_back(asked, deed, here, form, number), status_code=303)


def _decide(asked: Asked, deed: Deed, here: Thing, form: FormData, why: str | None) -> int:
    """Write the decision; return its number."""
    if deed in ("merge", "apart"):
        there = load_thing(asked, here.kind, read_field(form, "with") or "")
        if deed == "merge":
            return asked.ledger.merge(here.id, there.id, why)
        if here.kind != "entity":
            raise WrongQuestion("deed", "only people, bodies and places are kept apart")
        return asked.ledger.keep_apart(here.id, there.id, why)
    if deed == "scatter":
        if here.kind != "event":
            raise WrongQuestion("deed", "only the events of an incident are all put apart")
        return asked.ledger.scatter(here.id, why)
    members = _members(here, form)
    if not members:
        raise WrongQuestion("member", "name at least one that does not belong to it")
    here.part(members)  # nothing is decided of what cannot be shown
    return asked.ledger.split(here.id, *members, why=why)


def _members(here: Thing, form: FormData) -> tuple[str, ...]:
    """Return the members that a form names."""
    return here.chosen(map(str, form.getlist("member")), [str(one) for one in form.getlist("named")])


def _back(asked: Asked, deed: Deed, here: Thing, form: FormData, number: int) -> str:
    """Return where the result of a decision is seen."""
    told = read_field(form, "back")
    if told and told.startswith(("/who/suggestions", "/review?")):
        mark = "&" if "?" in told else "?"
        return f"{told}{mark}done={number}"
    if here.kind == "entity":
        return f"/e/{asked.ledger.portraits.load(here.id).id}?done={number}"
    if here.kind == "story":
        gone = _members(here, form) if deed == "split" else ()
        document = next(one.document for one in here.members if one.value not in gone)
        story = asked.ledger.story_with(document)
        return f"/story/{story.id}?done={number}" if story else f"/d/{document}"
    return f"/event/{here.members[0].value}/change?done={number}"


def settle(asked: Asked, before: Freshness) -> None:
    """Bring up to date what a decision touched, where all was before and it is little; else the pages say
    that an update is due."""
    after = asked.ledger.portraits.freshness()
    if not before.stale and after.awaiting <= _QUICK:
        asked.ledger.update()
