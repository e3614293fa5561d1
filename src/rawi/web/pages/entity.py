"""Who is who: one person, body or place with all that the ledger has of it, as of the last update."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from starlette.responses import RedirectResponse, Response

from rawi.ledger.portraits import Numbered, Portrait, Row, Taking, Told
from rawi.ledger.results import Decided, Profile
from rawi.views.exports.cells import Value
from rawi.views.report.parts import name_kind
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.listing import cut_page

#: The parts of the page, in the order in which they are shown.
TABS = ("said", "figures", "events", "denials", "carriers", "ties", "names")
_ID = re.compile(r"(?:pe|or|pl)_[0-9a-f]{14}")
_LATIN = re.compile(r"[A-Za-z]")
_WHERE = 3  # articles that are named with a role


class Tab(NamedTuple):
    """What a tab shows: ``items`` on this page, the cursor of the ``next`` one, and the same as rows."""

    items: list[Any]
    next: str | None
    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    more: Mapping[str, Any] = MappingProxyType({})


def entity(asked: Asked) -> Answer | Response:
    """Answer one person, body or place; an id that leads into another one is led there."""
    written = asked.request.path_params["id"]
    portrait = asked.ledger.portraits.load(written)
    if portrait.id != written:
        return _lead(asked, written, portrait.id)
    name = asked.given("tab") or TABS[0]
    if name not in TABS:
        raise WrongQuestion("tab", f"{name!r} is none of {', '.join(TABS)}")
    profile = portrait.profile()
    groups, denials = portrait.statements(), portrait.statements(denied=True)
    counts = {
        "said": len(groups),
        "figures": len(portrait.figures()),
        "events": len(portrait.events()),
        "denials": len(denials) + len(portrait.comparisons()),
    }
    tab = _TABS[name](asked, portrait, profile)
    years = portrait.years()
    data = {
        "one": profile,
        "latin": [one.name for one in profile.variants if _LATIN.search(one.name)],
        "roles": _roles(asked, portrait, profile),
        "years": years,
        "top": max((one.statements + one.figures for one in years), default=0),
        "tab": name,
        "tabs": [(each, counts.get(each)) for each in TABS],
        "counts": counts,
        "items": tab.items,
        "next": tab.next,
        "was": _was(asked, profile),
        "freshness": asked.ledger.portraits.freshness(),
        "progress": asked.updates.progress,
        "done": find_done(asked),
        **tab.more,
    }
    fields = {"entity": profile, "years": years, "tab": name, "counts": counts}
    return Answer("entity.html", "entity", data, tab.items, fields, tab.next, tab.columns, tab.rows)


def _lead(asked: Asked, written: str, id: str) -> Response:
    """Lead an old id, or that of an entry, to the entity that it belongs to now."""
    path = asked.request.url.path
    shape = next((one for one in (".json", ".csv") if path.endswith(one)), "")
    query = dict(asked.request.query_params)
    if _ID.fullmatch(written):
        query["was"] = written
    target = asked.request.url.replace(path=f"/e/{id}{shape}", query="").include_query_params(**query)
    return RedirectResponse(str(target.replace(scheme="", netloc="")), status_code=302)


def _was(asked: Asked, profile: Profile) -> str | None:
    """Return the old id by which somebody came, if it is really of a member."""
    told = asked.given("was")
    return told if any(one.handle == told for one in profile.members) else None


def find_done(asked: Asked) -> Decided | None:
    """Return the decision that an address names as just made, null if there is none such."""
    told = asked.given("done")
    return next((one for one in asked.ledger.decisions() if str(one.number) == told), None) if told else None


def _roles(asked: Asked, portrait: Portrait, profile: Profile) -> list[tuple[Any, list[Any], int]]:
    """Return the roles with some articles in which each is said, and how many more."""
    told = {one.role: one.documents for one in portrait.roles_told()}
    found = []
    for period in profile.roles:
        documents = told.get(period.role, ())
        found.append((period, asked.ledger.articles(documents[:_WHERE]), max(len(documents) - _WHERE, 0)))
    return found


def _said(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    groups, after = cut_page(asked, portrait.statements())
    items = [portrait.tell(one) for one in groups]
    return Tab(items, after, _SAID, [row for one in items for row in _said_rows(one)])


_SAID = (
    "id", "address", "kind", "polarity", "confidence", "day", "words", "recurrence", "reports",
    "document", "title", "outlet", "published",
)  # fmt: skip


def _said_rows(one: Told) -> list[tuple[Value, ...]]:
    """Return a row for each report of a statement; only the first has its words."""
    said = one.said
    first = (said.address, said.statement.kind, said.statement.polarity, said.statement.confidence)
    return [
        (spot.entry, *(first if spot.entry == said.id else (None, None, None, None)), spot.day,
         said.words if spot.entry == said.id else None, one.recurrence, len(one.spots),
         spot.document, spot.title, spot.outlet, spot.published)
        for spot in one.spots
    ]  # fmt: skip


def _figures(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    found, after = cut_page(asked, portrait.figures())
    items = [portrait.count(one) for one in found]
    return Tab(items, after, _FIGURES, [_figure_row(one) for one in items])


_FIGURES = (
    "id", "address", "what", "low", "high", "unit", "as_of", "said", "published", "denied", "confidence",
    "series", "words", "document", "outlet",
)  # fmt: skip


def _figure_row(one: Numbered) -> tuple[Value, ...]:
    count, told = one.count, one.count.figure
    what = told.counted.text if told.counted else None
    bounds = (each if isinstance(each, int | float) or each is None else str(each)
              for each in (told.low, told.high))  # fmt: skip
    return (
        count.id, count.address, what, *bounds, told.unit, count.as_of, count.said, count.published,
        count.denied, told.confidence, one.series, count.words, count.article.id, count.article.outlet,
    )  # fmt: skip


def _events(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    found, after = cut_page(asked, portrait.events())
    items = [portrait.take_part(id, parts) for id, parts in found]
    columns = ("incident", "part", "id", "address", "type", "date", "certainty", "confidence", "words",
               "document", "outlet")  # fmt: skip
    return Tab(items, after, columns, [row for one in items for row in _event_rows(one)])


def _event_rows(one: Taking) -> list[tuple[Value, ...]]:
    return [
        (one.incident.id, " ".join(one.parts), each.id, each.address, each.event.type, each.event.date,
         each.event.certainty, each.event.confidence, each.words, each.article.id, each.article.outlet)
        for each in one.incident.events
    ]  # fmt: skip


def _denials(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    """What it denied first, then what of it others contradict or it said otherwise later."""
    own, pairs = portrait.statements(denied=True), portrait.comparisons()
    every: list[list[Row] | str] = [*own, *pairs]
    raw, after = cut_page(asked, every)
    items: list[Any] = [portrait.compare(one) if isinstance(one, str) else portrait.tell(one) for one in raw]
    views = [(name_kind(one.a), name_kind(one.b), one) for one in items if not isinstance(one, Told)]
    mine = {one.id for one in portrait.rows}
    standing = asked.ledger.reviews.standing(mine)
    corrected = [id for id, each in standing.items() if each.standing in ("corrected", "rejected")]
    rows: list[tuple[Value, ...]] = []
    for one in items:
        if isinstance(one, Told):
            rows.append(("denied", one.said.id, None, one.said.words, one.said.article.id))
        else:
            pair = one.comparison
            rows.append((pair.verdict, pair.a, pair.b, None, None))
    more = {"pairs": views, "corrected": [(id, standing[id]) for id in corrected[:_MOST]]}
    return Tab(items, after, ("of", "id", "other", "words", "document"), rows, more)


_MOST = 30


def _carriers(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    outlets, relayers = portrait.outlets(), portrait.relayers()
    items, after = cut_page(asked, relayers)
    rows: list[tuple[Value, ...]] = [("outlet", one.name, None, one.statements) for one in outlets]
    rows += [(one.kind, one.name, one.id, one.statements) for one in items]
    return Tab(items, after, ("of", "name", "id", "statements"), rows, {"outlets": outlets})


def _ties(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    items, after = cut_page(asked, portrait.ties())
    rows: list[tuple[Value, ...]] = [(one.id, one.type, one.name, one.documents) for one in items]
    return Tab(items, after, ("id", "type", "name", "documents"), rows)


def _names(asked: Asked, portrait: Portrait, profile: Profile) -> Tab:
    items, after = cut_page(asked, profile.members)
    articles = asked.ledger.articles([one.document for one in items])
    rows: list[tuple[Value, ...]] = [
        (one.entry, one.document, one.name, one.handle, one.rule, "، ".join(one.evidence)) for one in items
    ]
    called: dict[str | None, list[Any]] = {}
    for one in profile.outlets:
        called.setdefault(one.outlet, []).append(one)
    more = {"members": list(zip(items, articles, strict=True)), "called": called}
    columns = ("entry", "document", "name", "handle", "rule", "evidence")
    return Tab(items, after, columns, rows, more)


_TABS: dict[str, Callable[[Asked, Portrait, Profile], Tab]] = {
    "said": _said,
    "figures": _figures,
    "events": _events,
    "denials": _denials,
    "carriers": _carriers,
    "ties": _ties,
    "names": _names,
}
