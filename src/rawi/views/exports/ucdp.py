"""Rows with columns like those of UCDP GED, one an incident. They are made by Rawi: not UCDP's product."""

from __future__ import annotations

from rawi.ledger.dockets import Docket
from rawi.views.exports.acled import find_extras
from rawi.views.exports.cells import BLANK, Cell, Proof, Row, computed, prove
from rawi.views.exports.incidents import find_sources, find_types
from rawi.views.exports.moments import find_moment, ucdp_moment
from rawi.views.exports.parties import find_party
from rawi.views.exports.places import find_whereabouts, ucdp_place
from rawi.views.exports.tolls import Tally, count, count_parts, find_tallies, tell_tallies

LABEL = "UCDP-like columns, made by Rawi; not UCDP's product or codes."
#: The columns of the dataset that a report can fill, in their order, then those that Rawi adds.
COLUMNS = (
    "date_start", "date_end", "date_prec", "where_coordinates", "where_prec", "adm_1", "adm_2", "country",
    "latitude", "longitude", "event_clarity", "side_a", "side_b", "type_of_violence", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "low", "high", "number_of_sources", "source_article",
    "source_office", "source_date", "source_headline", "source_original",
    "event_type", "sub_event_type", "origin_count", "rawi_id", "quote_ar", "evidence_url", "review_status",
    "tallies", "certainty", "claimed_by", "instrument", "country_code", "plover_type", "plover_mode",
    "report_count", "confidence", "rawi_events", "reviewed_by", "reviewed_at", "corrected",
)  # fmt: skip


def build_row(docket: Docket) -> Row:
    """Return the cells of an incident by column."""
    accounts = docket.accounts
    moment, where = find_moment(accounts), find_whereabouts(accounts)
    cells = ucdp_moment(moment) | ucdp_place(where) | find_types(accounts)
    cells |= {
        "side_a": find_party(accounts, "actor"),
        "side_b": find_party(accounts, "target"),
        "type_of_violence": BLANK,
        "event_clarity": _tell_clarity(cells),
    }
    return cells | _count_deaths(docket) | _tell_sources(docket) | find_extras(docket)


def _tell_clarity(cells: Row) -> Cell:
    """Return 1 for one happening of a known time and place; else blank."""
    start, place = cells["date_start"], cells["where_prec"]
    if start.value is None or place.value is None:
        return Cell(None, (), "date-or-place-unknown")
    return computed(1, Cell(1, (*start.proofs, *place.proofs)), "one-happening-dated-and-placed")


def _count_deaths(docket: Docket) -> Row:
    """Return the cells of who was killed, by side and altogether; a number only where all claimants agree,
    of a group only where all of them count it."""
    tallies = find_tallies(docket.accounts)
    parted: dict[str, list[Tally]] = {name: [] for name in ("a", "b", "civilians", "unknown")}
    for one in tallies:
        parted[_part(one)].append(one)
    killed = count(tallies, "killed", "all-agree")
    parts = count_parts(parted, "killed", "all-agree")
    cells = {f"deaths_{name}": cell for name, cell in parts.items()}
    bounds = {"best": killed.agreed, "low": killed.low, "high": killed.high}
    return cells | bounds | {"tallies": tell_tallies(tallies)}


def _part(tally: Tally) -> str:
    """Return among whose deaths a toll counts: civilians by the words, else its side, else unknown."""
    if tally.toll.who == "civilians":
        return "civilians"
    return {"actor": "a", "target": "b"}.get(tally.toll.side or "", "unknown")


def _tell_sources(docket: Docket) -> Row:
    """Return the cells of the articles, and of who said it first."""
    accounts = docket.accounts
    first, sources = accounts[0], find_sources(accounts)
    about = first.document
    known = {"source_office": about.outlet, "source_date": about.published, "source_headline": about.title}
    cells = {name: _know(first.document.id, name, value) for name, value in known.items()}
    articles = dict.fromkeys(one.document.title or one.document.id for one in accounts)
    proofs = tuple(prove(one, one.event.trigger) for one in accounts)
    cells["source_article"] = Cell(" | ".join(articles), proofs, "documents")
    cells["number_of_sources"] = Cell(len({one.document.id for one in accounts}), sources.proofs, "documents")
    return cells | {"source_original": _tell_original(docket)}


def _know(document: str, name: str, value: str | None) -> Cell:
    """Return a cell of what is known of a document."""
    rule = f"document.{name.removeprefix('source_')}"
    return Cell(value, (Proof(document, None, "", rule=rule),)) if value else Cell(rule="silent")


def _tell_original(docket: Docket) -> Cell:
    """Return who said it first, in the earliest report: the innermost speaker, else the first link."""
    first = docket.accounts[0]
    holder = first.statement(first.event.according_to)
    name = first.holder(first.event.according_to)
    if holder is not None and name is not None:
        entry = first.entry_of(holder.id)
        return Cell(name, (prove(first, holder.speaker.span, "", entry),), "speaker")
    link = first.chain[0] if first.chain else None
    if link is None:
        return Cell(rule="silent")
    proof = prove(first, link.span) if link.span else Proof(first.document.id, None, "", rule="inferred")
    return Cell(link.name, (proof,), "first-link")
