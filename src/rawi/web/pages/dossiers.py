"""Dossiers: the list, one of them with its items, what is done to them, and what is taken away as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.ledger.answers import EventView
from rawi.ledger.clock import stamp, utc_now
from rawi.ledger.corrections import find_span
from rawi.ledger.dossiers import UNSTATED
from rawi.ledger.results import Count, Said
from rawi.model.dossier import Dossier
from rawi.views.amounts import render_amount
from rawi.views.chains import render_way
from rawi.views.exports.cells import Value
from rawi.views.report.entries import find_item
from rawi.views.report.page import render_report
from rawi.views.report.parts import Part, Report, find_sides, load_part, load_report, name_kind
from rawi.views.report.ris import render_ris
from rawi.views.screen import Screen
from rawi.views.wording import render_title
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.isolates import confine
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address
from rawi.web.pages.sides import find_holder
from rawi.web.phrases import phrase

#: The cookie that names the dossier to which things are added.
CHOSEN = "rawi-dossier"
_YEAR = 365 * 24 * 3600
_DEEDS = 30
_COLUMNS = (
    "number", "kind", "id", "now", "entry", "who", "value", "said", "as_of", "happened", "published",
    "outlet", "title", "document", "start", "end", "words", "denied", "confidence", "review", "note",
)  # fmt: skip


def dossiers(asked: Asked) -> Answer:
    """Answer the dossiers, the last changed first."""
    items = asked.ledger.dossiers.list()
    chosen = _chosen(asked)
    rows = [(one.id, one.name, one.items, one.made, one.at, one.who) for one in items]
    data = {"items": items, "chosen": chosen.id if chosen else None}
    columns = ("id", "name", "items", "made", "changed", "who")
    return Answer("dossiers.html", "dossiers", data, items, columns=columns, rows=rows)


def dossier(asked: Asked) -> Answer:
    """Answer one dossier: each item with its words, days, way, standing and note."""
    one = asked.ledger.dossiers.find(asked.request.path_params["id"])
    items = asked.ledger.dossiers.items(one.id)
    parts = [load_part(asked.ledger, number, item) for number, item in enumerate(items, 1)]
    every = asked.ledger.dossiers.history(one.id)
    chosen = _chosen(asked)
    screen = Screen(terminal=True, language=asked.preferences.language)
    data = {
        "one": one,
        "parts": parts,
        "ways": {part.item.id: confine(render_way(part.chain, screen)) for part in parts if part.chain},
        "titles": {
            part.item.id: render_title(part.view, screen.language)  # type: ignore[arg-type]
            for part in parts
            if part.kind == "series"
        },
        "kind_of": name_kind,
        "retrieved": _retrieved(asked, parts),
        "deeds": every[: -_DEEDS - 1 : -1],
        "last": next(each for each in every if each.number == one.last),
        "unstated": UNSTATED,
        "chosen": chosen is not None and chosen.id == one.id,
    }
    fields = {"dossier": one, "items": items, "deeds": every}
    rows = [row for part in parts for row in _rows(part)]
    return Answer("dossier.html", "dossier", data, fields=fields, columns=_COLUMNS, rows=rows)


def _retrieved(asked: Asked, parts: Sequence[Part]) -> dict[str, str]:
    """Return on which day documents of some parts were first fetched; those that never were are left out."""
    documents = dict.fromkeys(held.document for part in parts for held in part.item.held)
    found: dict[str, str] = {}
    for id in documents:
        days = [at.at[:10] for one in asked.ledger.inputs.evidence(id) for at in one.captures if at.at]
        found |= {id: min(days)} if days else {}
    return found


def _rows(part: Part) -> Iterator[tuple[Value, ...]]:
    """Yield the entries of an item as lines of a table; of what is no entry what is held of it."""
    item = part.item
    head: tuple[Value, ...] = (part.number, part.kind, item.id, item.now)
    sides = [one for one in find_sides(part) if isinstance(one, Said | Count | EventView)]
    for side in sides:
        article, span = side.article, find_span(find_item(side))
        stands = part.standing[side.id].standing if side.id in part.standing else "new"
        yield (
            *head, side.id, find_holder(side), *_value(side), article.published, article.outlet,
            article.title, article.id, span.start, span.end, side.words, *_bearing(side), stands, item.note,
        )  # fmt: skip
    for held in item.held if not sides else ():
        empty = (None,) * 8
        place = (held.start, held.end) if held.entry else (None, None)
        yield *head, held.entry, *empty, held.document, *place, held.words, None, None, None, item.note


def _value(side: Said | Count | EventView) -> tuple[Value, Value, Value, Value]:
    """Return value, when said, as of when, when it happened."""
    if isinstance(side, Said):
        return None, side.said, None, None
    if isinstance(side, Count):
        return render_amount(side.figure), side.said, side.as_of, None
    return side.event.type, None, None, side.event.date


def _bearing(side: Said | Count | EventView) -> tuple[Value, Value]:
    """Return whether an entry is denied, and how sure it is."""
    if isinstance(side, Said):
        return side.statement.polarity == "denied", side.statement.confidence
    if isinstance(side, Count):
        return side.denied, side.figure.confidence
    return side.denied or side.event.certainty == "denied", side.event.confidence


def add_to_dossier(asked: Asked) -> Response:
    """Add what a form names to the chosen dossier, else the last changed, else a new one; lead back."""
    form: FormData = asked.request.state.form
    ids = [one for one in form.getlist("id") if isinstance(one, str) and one.strip()]
    if not ids:
        raise WrongQuestion("id", "there is nothing to add")
    asked.ledger.dossiers.look(*ids)
    name = read_field(form, "to")
    if name is not None:
        known = next((one for one in asked.ledger.dossiers.list() if name in (one.id, one.name)), None)
        id = known.id if known else asked.ledger.dossiers.create(name)
    else:
        chosen = _chosen(asked)
        first = phrase("dossier.first", asked.preferences.language)
        id = chosen.id if chosen else asked.ledger.dossiers.create(first)
    asked.ledger.dossiers.add(id, *ids, note=read_field(form, "note"))
    back = own_address(read_field(form, "back"))
    return RedirectResponse(_with(back, added=id), status_code=303)


def _with(back: str, **told: str) -> str:
    """Return an address with some values in it."""
    parts = urlsplit(back)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in told]
    query = urlencode([*kept, *told.items()])
    return urlunsplit(("", "", quote(parts.path, safe="/%:"), query, parts.fragment))


def _chosen(asked: Asked) -> Dossier | None:
    """Return the dossier to which things are added: the one that was chosen, else the last changed."""
    known = asked.ledger.dossiers.list()
    told = asked.request.cookies.get(CHOSEN)
    return next((one for one in known if one.id == told), known[0] if known else None)


def make_dossier(asked: Asked) -> Response:
    """Make a dossier by its name, and lead to it; from now on things are added to it."""
    id = asked.ledger.dossiers.create(read_field(asked.request.state.form, "name") or "")
    return _choose(RedirectResponse(f"/dossier/{id}", status_code=303), id)


def _choose(answer: Response, id: str) -> Response:
    """Let the browser keep to which dossier things are added."""
    answer.set_cookie(CHOSEN, id, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def change_dossier(asked: Asked) -> Response:
    """Do to a dossier what a form asks for, and lead back to it."""
    form: FormData = asked.request.state.form
    kind, item = read_field(form, "kind"), read_field(form, "item") or ""
    kept = asked.ledger.dossiers
    id = asked.request.path_params["id"]
    if kind == "undo":
        kept.undo(id, _number(form))
        there = any(one.id == id for one in kept.list())
        return RedirectResponse(f"/dossier/{id}" if there else "/dossiers", status_code=303)
    id = kept.find(id).id
    if kind == "choose":
        return _choose(RedirectResponse(f"/dossier/{id}", status_code=303), id)
    if kind == "delete":
        kept.delete(id)
        return RedirectResponse(f"/dossiers?deleted={id}", status_code=303)
    if kind == "rename":
        kept.rename(id, read_field(form, "name") or "")
    elif kind == "remove":
        kept.remove(id, item)
    elif kind == "note":
        kept.note(id, item, read_field(form, "note"))
    elif kind in ("up", "down"):
        _move(asked, id, item, -1 if kind == "up" else 1)
    else:
        raise WrongQuestion("kind", f"{kind!r} is nothing that is done to a dossier")
    anchor = f"#{quote(item, safe='')}" if kind in ("note", "up", "down") else ""
    return RedirectResponse(f"/dossier/{id}{anchor}", status_code=303)


def _number(form: FormData) -> int | None:
    """Return the number of a deed that a form names; null for none."""
    told = read_field(form, "number")
    if told is None:
        return None
    if not (told.isascii() and told.isdigit() and len(told) < 19):
        raise WrongQuestion("number", "which deed?")
    return int(told)


def _move(asked: Asked, id: str, item: str, step: int) -> None:
    """Move an item one place up or down; one at the end stays."""
    every = [one.id for one in asked.ledger.dossiers.items(id)]
    if item not in every:
        raise WrongQuestion("item", "it is not in this dossier")
    place = every.index(item) + 1 + step
    if 0 < place <= len(every):
        asked.ledger.dossiers.move(id, item, place)


def one_file(asked: Asked) -> Response:
    """Answer what is named (``id``, several times, or ``dossier``) as one HTML file, or as RIS."""
    report, name = _report(asked)
    if asked.given("as") == "ris":
        return _download(render_ris(report).encode(), f"{name}.ris", "application/x-research-info-systems")
    page = "".join(render_report(report, asked.preferences.language))
    return _download(page.encode(), f"{name}.html", "text/html; charset=utf-8")


def _report(asked: Asked) -> tuple[Report, str]:
    """Load what an address names, and a file's name made of ids alone."""
    at = stamp(utc_now())
    if (told := asked.given("dossier")) is not None:
        one = asked.ledger.dossiers.find(told)
        items = asked.ledger.dossiers.items(one.id)
        return load_report(asked.ledger, one.name, items, at), f"rawi-{one.id}"
    ids = [one for one in asked.request.query_params.getlist("id") if one.strip()]
    if not ids:
        raise WrongQuestion("id", "what shall be in the file?")
    items = asked.ledger.dossiers.look(*ids)
    return load_report(asked.ledger, None, items, at), f"rawi-{items[0].id.removeprefix('sha256:')[:15]}"


def _download(data: bytes, name: str, media: str) -> Response:
    """Return a file that browsers keep and do not show."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media, headers=headers)
