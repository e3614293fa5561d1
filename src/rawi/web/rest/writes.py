"""What programs write, and what they ask about words of their own: a JSON body in, a described answer out."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.documents.build import build_document
from rawi.documents.published import parse_published
from rawi.ingest.provenance import build_submission
from rawi.ledger.faults import Overtaken
from rawi.ledger.results import Outcome
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.review import Correction
from rawi.model.source import Item
from rawi.pipeline import extract_document
from rawi.web.answers import Asked
from rawi.web.faults import Denied, Refusal, WrongQuestion
from rawi.web.rest.bodies import (
    Amendment,
    Claimed,
    Decision,
    Judgement,
    Merging,
    Order,
    Paper,
    Range,
    Splitting,
    Stored,
    Undoing,
)
from rawi.web.rest.reads import UPDATE, check_entity, describe_work
from rawi.web.rest.states import load_told, refuse_unseen
from rawi.web.turns import LONGEST_TEXT, TURNS


class Reply(msgspec.Struct, frozen=True):
    """What is answered: ``value`` as JSON, under a status and with headers."""

    value: Any
    status: int = 200
    headers: dict[str, str] = {}


def extract(asked: Asked, paper: Paper) -> Reply:
    """Answer the record of an article, as ``rawi extract`` prints it; nothing is stored.

    Refusal: 413 for a longer text than is read of whoever may not store it."""
    if len(paper.text) > LONGEST_TEXT and not asked.may("add"):
        raise Refusal(413, "web.length", f"at most {LONGEST_TEXT} letters are read of whoever only reads")
    return Reply(_read(paper)[1])


def check(asked: Asked, claimed: Claimed) -> Reply:
    """Answer what the ledger has on a claim, as ``rawi check --json`` prints it."""
    with TURNS.take(len(claimed.claim)):
        return Reply({"schema": "rawi.check/1", "checked": asked.ledger.check(claimed.claim)})


def add_document(asked: Asked, paper: Paper) -> Reply:
    """Store an article: 201 where it is new to the ledger, 200 where it was there."""
    item, record = _read(paper)
    ready = build_submission(item, record)
    outcome = asked.ledger.add(
        ready.record, evidence=ready.evidence, origin=ready.origin, extractor=ready.extractor
    )
    return _stored(outcome)


def _stored(outcome: Outcome) -> Reply:
    if outcome.document_id is None or outcome.status == "rejected":
        raise Refusal(422, outcome.code or "rejected", "the ledger does not take this article")
    told = Stored(id=outcome.document_id, status=outcome.status, code=outcome.code, refused=outcome.refused)
    return Reply(
        told,
        201 if outcome.status == "stored" else 200,
        {"location": f"/api/v1/documents/{outcome.document_id}"},
    )


def _read(paper: Paper) -> tuple[Item, Record]:
    """Return an article as an item, and its record; DocumentError where there is no text in it."""
    known = Metadata(
        title=paper.title or None,
        outlet=paper.outlet or None,
        published=parse_published(paper.published) if paper.published else None,
        url=paper.url or None,
    )
    item = Item("", None, paper.text, "html" if paper.text.lstrip()[:1] == "<" else "text", known)
    with TURNS.take(len(paper.text)):
        found = build_document(item)
        return item, extract_document(found.text, found.metadata, found.warnings, parts=found.parts)


def review(asked: Asked, judged: Judgement) -> Reply:
    """Decide about an entry as it was seen: ``If-Match`` gives the ETag that it had then."""
    told = load_told(asked.ledger, judged.entry)
    seen = refuse_unseen(told, asked.request.headers.get("if-match"))
    corrections = [_correction(one) for one in judged.corrections]
    try:
        number = asked.ledger.reviews.decide(told.entry.id, judged.kind, corrections, judged.why, seen=seen)
    except Overtaken as error:
        raise Refusal(412, "web.overtaken", str(error)) from error
    tag = load_told(asked.ledger, told.entry.id).etag
    return Reply(Decision(of="review", number=number, etag=tag), 200, {"etag": tag} if tag else {})


def _correction(one: Amendment) -> Correction:
    """Return a change as the ledger keeps it; WrongQuestion for words as a span, and a range as anything
    else."""
    if (one.field == "span") != isinstance(one.value, Range):
        raise WrongQuestion("corrections", "span is corrected by a range, and nothing else is")
    value = f"{one.value.start},{one.value.end}" if isinstance(one.value, Range) else one.value
    return Correction(one.field, value)


def merge(asked: Asked, merging: Merging) -> Reply:
    """Decide that two entities are one."""
    id, other = check_entity(asked.request.path_params["id"]), check_entity(merging.other)
    return Reply(Decision(of="decision", number=asked.ledger.merge(id, other, merging.why)))


def split(asked: Asked, splitting: Splitting) -> Reply:
    """Decide that some members of an entity are somebody else."""
    id = check_entity(asked.request.path_params["id"])
    number = asked.ledger.split(id, *splitting.members, why=splitting.why)
    return Reply(Decision(of="decision", number=number))


def undo(asked: Asked, undoing: Undoing) -> Reply:
    """Take a review or a decision back."""
    if undoing.of == "review":
        number = asked.ledger.reviews.undo(undoing.number, undoing.why)
    else:
        if not asked.may("decide"):
            raise Denied("decide")
        number = asked.ledger.undo(undoing.number, undoing.why)
    return Reply(Decision(of=undoing.of, number=number))


def begin_job(asked: Asked, order: Order) -> Reply:
    """Start the update, if none runs."""
    asked.updates.start()
    return Reply(describe_work(asked), 202, {"location": f"/api/v1/jobs/{UPDATE}"})
