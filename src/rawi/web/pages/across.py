"""Across reports: stories, who is who, and by which way words came; and the update that derives them."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from rawi.web.answers import Answer, Asked
from rawi.web.pages.differing import find_kin
from rawi.web.pages.entity import find_done
from rawi.web.pages.listing import count_found, cut_page
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address
from rawi.web.pages.voices import find_voices


def stories(asked: Asked) -> Answer:
    """Answer the stories, the latest first."""
    found = asked.ledger.stories(asked.given("about"))
    items, after = cut_page(asked, found)
    columns = ("id", "title", "first", "last", "documents", "origins", "confidence")
    rows = [
        (one.id, one.title, one.first, one.last, len(one.documents), one.origins, one.confidence)
        for one in items
    ]
    data = {"items": items, "next": after, **count_found(found)}
    return Answer("stories.html", "stories", data, items, next=after, columns=columns, rows=rows)


def story(asked: Asked) -> Answer:
    """Answer one story: its reports, what they have in common, what only one has, their numbers."""
    one = asked.ledger.story(asked.request.path_params["id"])
    columns = ("what", "unit", "place", "document", "outlet", "published", "low", "high", "words", "holder")
    rows = [
        (row.what, row.unit, row.place, each.article.id, each.article.outlet, each.article.published,
         _plain(each.figure.low), _plain(each.figure.high), each.words, each.holder)
        for row in one.matrix for each in row.figures
    ]  # fmt: skip
    entries = [each for row in one.matrix for each in row.figures]
    told = [said for each in one.common for said in each.statements]
    data = {
        "one": one,
        "title": one.title or "",
        "kin": find_kin(asked.ledger, one.reports),
        "articles": {each.article.id: each.article for each in one.reports},
        "voices": find_voices(asked, [*entries, *told]),
        "freshness": asked.ledger.portraits.freshness(),
        "progress": asked.updates.progress,
        "done": find_done(asked),
    }
    return Answer("story.html", "story", data, fields={"story": one}, columns=columns, rows=rows)


def _plain(value: object) -> int | float | str | None:
    return value if isinstance(value, int | float) or value is None else str(value)


def entities(asked: Asked) -> Answer:
    """Answer who somebody is: the entities of a name with their forms and roles."""
    written = asked.given("who")
    portraits = asked.ledger.portraits
    items, after = cut_page(asked, portraits.who(written)) if written else ([], None)
    near = portraits.like(written) if written and not items else []
    fresh = portraits.freshness()
    columns = ("id", "type", "name", "link", "form", "outlet", "count")
    rows = [
        (one.id, one.type, one.name, one.link, each.name, each.outlet, each.count)
        for one in items
        for each in one.variants
    ]
    data = {"items": items, "near": near, "who": written or "", "freshness": fresh, "next": after}
    data |= {"progress": asked.updates.progress, "done": None}
    fields = {"stale": not fresh.entities}
    return Answer("entities.html", "who", data, items, fields, after, columns, rows)


def chain(asked: Asked) -> Answer:
    """Answer by which way the words of an entry came: each step with the words that prove it."""
    one = asked.ledger.chain(asked.request.path_params["id"])
    columns = ("step", "from", "to", "state", "channel", "words", "address")
    rows = [
        (number, one.nodes[number - 1].name, one.nodes[number].name, edge.state,
         "، ".join(each.name for each in edge.channels), edge.words, edge.address)
        for number, edge in enumerate(one.edges, 1)
    ]  # fmt: skip
    data = {"one": one, "steps": list(zip(one.nodes[1:], one.edges, strict=False))}
    return Answer("chain.html", "chain", data, fields={"chain": one}, columns=columns, rows=rows)


def update(asked: Asked) -> Response:
    """Start to derive anew what is derived, and lead back."""
    asked.updates.start()
    back = read_field(asked.request.state.form, "back")
    return RedirectResponse(own_address(back), status_code=303)


def updating(asked: Asked) -> Answer:
    """Answer how far the update is."""
    stale = asked.ledger.waiting() is not None
    fields = {"progress": asked.updates.progress, "stale": stale}
    return Answer("updating.html", "update", dict(fields), fields=fields)
