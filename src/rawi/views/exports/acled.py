"""Rows with ACLED-like columns, one an incident. They are made by Rawi: not ACLED's product or codes."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.ledger.dockets import Docket
from rawi.views.exports.cells import BLANK, Cell, Row, prove
from rawi.views.exports.incidents import (
    find_address,
    find_certainty,
    find_civilians,
    find_confidence,
    find_ids,
    find_plover,
    find_quote,
    find_sources,
    find_types,
)
from rawi.views.exports.moments import acled_moment, find_moment
from rawi.views.exports.parties import find_party
from rawi.views.exports.places import acled_place, find_whereabouts
from rawi.views.exports.reviews import find_reviews
from rawi.views.exports.tolls import count, find_tallies, tell_tallies

LABEL = "ACLED-like columns, made by Rawi; not ACLED's product or codes."
#: The columns of an event sheet in their order, then those that Rawi adds.
COLUMNS = (
    "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "actor2",
    "assoc_actor_2", "civilian_targeting", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities",
    "injured_min", "injured_max", "abducted", "origin_count", "rawi_id", "quote_ar", "evidence_url",
    "review_status", "killed_min", "killed_max", "tallies", "certainty", "claimed_by", "instrument",
    "country_code", "plover_type", "plover_mode", "report_count", "confidence", "rawi_events",
    "reviewed_by", "reviewed_at", "corrected",
)  # fmt: skip


def build_row(docket: Docket) -> Row:
    """Return the cells of an incident by column."""
    accounts = docket.accounts
    cells = acled_moment(find_moment(accounts)) | find_types(accounts)
    cells |= {
        "actor1": find_party(accounts, "actor"),
        "assoc_actor_1": find_party(accounts, "with_actor"),
        "actor2": find_party(accounts, "target"),
        "assoc_actor_2": find_party(accounts, "with_target"),
        "civilian_targeting": find_civilians(accounts),
    }
    cells |= acled_place(find_whereabouts(accounts))
    cells |= {"source": find_sources(accounts), "source_scale": BLANK}
    cells |= _count_tolls(docket) | find_extras(docket)
    return cells | {"notes": write_notes(cells, LABEL)}


def _count_tolls(docket: Docket) -> Row:
    """Return the cells of who was harmed."""
    tallies = find_tallies(docket.accounts)
    killed, injured = count(tallies, "killed", "all-agree"), count(tallies, "injured", "all-agree")
    return {
        "fatalities": killed.agreed,
        "killed_min": killed.low,
        "killed_max": killed.high,
        "injured_min": injured.low,
        "injured_max": injured.high,
        "abducted": count(tallies, "abducted", "all-agree").agreed,
        "tallies": tell_tallies(tallies),
    }


def find_extras(docket: Docket) -> Row:
    """Return the cells that Rawi adds to every kind of event sheet."""
    accounts = docket.accounts
    instruments = [one for one in accounts if one.event.instrument]
    used = tuple(prove(one, one.event.instrument_span) for one in instruments)
    words = dict.fromkeys(one.event.instrument for one in instruments if one.event.instrument)
    extras = {
        "quote_ar": find_quote(accounts),
        "evidence_url": find_address(accounts),
        "certainty": find_certainty(accounts),
        "claimed_by": find_party(accounts, "claimed_by"),
        "instrument": Cell(" | ".join(words) or None, used, "" if used else "silent"),
        "origin_count": Cell(docket.origins, (), "independent-origins"),
        "report_count": Cell(len(accounts), (), "reports"),
        "confidence": find_confidence(docket),
    }
    return extras | find_reviews(docket) | find_ids(docket) | find_plover(accounts)


_SAID = (
    ("Place", "location"),
    ("By", "actor1"),
    ("With", "assoc_actor_1"),
    ("Against", "actor2"),
    ("Tallies", "tallies"),
    ("Certainty", "certainty"),
    ("Claimed by", "claimed_by"),
)


def write_notes(cells: Row, made: str, said: Sequence[tuple[str, str]] = _SAID) -> Cell:
    """Return a note in plain English from the other cells, with the sentence in Arabic."""
    date = cells["event_date"].value or "date not known"
    parts = [f"{date}: {cells['event_type'].value}, {cells['sub_event_type'].value}."]
    parts += [f"{name}: {value}." for name, column in said if (value := cells[column].value) is not None]
    quote = cells["quote_ar"]
    parts += [f"«{quote.value}»", f"[{made}]"]
    return Cell(" ".join(parts), quote.proofs, "template-of-other-cells")
