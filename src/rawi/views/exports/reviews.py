"""What exports say of reviews: how people left an entry, who and when, and what they put beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.ledger.dockets import Account, Docket
from rawi.views.exports.cells import BLANK, OR, Cell, Row, Value
from rawi.views.exports.incidents import find_review

_AND, _NOBODY = "; ", "unreviewed"
#: The columns that tell it; the first stands in every sheet at its own place.
COLUMNS = ("review_status", "reviewed_by", "reviewed_at", "corrected")


def find_reviews(docket: Docket) -> Row:
    """Return the cells of how people left an incident: each report's state where they differ; where nobody
    reviewed one, whether a person merged or split it."""
    told, every = find_review(docket), (*docket.accounts, *docket.rejected)
    reviewed = [one for one in every if one.review is not None]
    if not reviewed:
        return {"review_status": told} | dict.fromkeys(COLUMNS[1:], BLANK)
    states = dict.fromkeys(one.review.standing if one.review else _NOBODY for one in every)
    rule = _AND.join([*_tell(reviewed), *([told.rule] if told.value == "decided" else [])])
    corrected = {one.id: corrections for one in reviewed if (corrections := _corrections(one))}
    return {
        "review_status": Cell(OR.join(states), (), rule),
        "reviewed_by": Cell(_AND.join(_people(reviewed)), (), rule),
        "reviewed_at": Cell(max(_moments(reviewed), default=None), (), rule),
        "corrected": Cell(_encode(corrected), (), rule) if corrected else BLANK,
    }


def review_entry(account: Account, docket: Docket | None) -> dict[str, Value]:
    """Return the values of one entry; what is corrected as JSON, field by field."""
    if account.review is None:
        return {"review_status": find_review(docket).value}
    one, corrections = account.review, _corrections(account)
    told: dict[str, Value] = {"review_status": one.standing, "reviewed_by": one.who, "reviewed_at": one.at}
    return told | {"corrected": _encode(corrections) if corrections else None}


def _tell(reviewed: Iterable[Account]) -> Iterator[str]:
    """Yield by which review each report's version stands so."""
    for one in reviewed:
        if one.review is not None:
            yield f"review {one.review.review}: {one.review.standing} {one.id} by {one.review.who}"


def _people(reviewed: Iterable[Account]) -> Iterator[str]:
    """Yield who reviewed, each once."""
    yield from dict.fromkeys(one.review.who for one in reviewed if one.review and one.review.who)


def _moments(reviewed: Iterable[Account]) -> Iterator[str]:
    """Yield when it was reviewed."""
    yield from (one.review.at for one in reviewed if one.review and one.review.at)


def _corrections(account: Account) -> dict[str, str | None]:
    """Return what a person put in the place of what was read."""
    made = account.review.corrections if account.review else ()
    return {one.field: one.value for one in made}


def _encode(corrections: object) -> str:
    """Return corrections as JSON."""
    return msgspec.json.encode(corrections).decode()
