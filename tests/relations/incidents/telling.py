"""Events as they are compared, made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model.incident import Incident
from rawi.model.telling import Harm, Meeting, Party, Site, Telling
from rawi.relations.incidents.incidents import INCIDENTS, group_tellings
from rawi.relations.incidents.meetings import link_tellings
from rawi.relations.layer import Context

STRIKE = "Explosions/Remote violence/Air/drone strike"
ATTACK = "Violence against civilians/Attack"
CLASH = "Battles/Armed clash"
PROTEST = "Protests/Peaceful protest"
COUNTRY = "iso:SY"
TOWN = Site("wof:1", "البيلسان", ("wof:10", "~النجود", COUNTRY), (), "exact", "البيلسان")
VILLAGE = Site("wof:2", "الصدفه", ("wof:10", "~النجود", COUNTRY), (), "exact", "الصدفة")
REGION = Site("wof:10", "النجود", (COUNTRY,), (), "governorate", "محافظة النجود")
LAND = Site(COUNTRY, "سوريا", (), (), "country", "سوريا")
NAMELESS = Site("~العجلوق", "العجلوق", (), (), None, "العجلوق")
DAY, NEXT = "2031-03-12", "2031-03-13"


def telling(name: str, type: str = STRIKE, **fields: object) -> Telling:
    """Return an event: ``name`` is its report and the number of the event in it (``a1``)."""
    known: dict[str, object] = {"date": DAY, "published": DAY, "site": TOWN, "around": hash(name)}
    return Telling(f"ev_{name}", f"sha256:{name[0]}", ord(name[-1]), type, **(known | fields))  # type: ignore[arg-type]


def person(name: str) -> Party:
    """Return somebody by name."""
    return Party(name, name, "person")


def body(name: str, link: str | None = None) -> Party:
    """Return a body by name."""
    return Party(name, name, "organisation", link)


def killed(low: float | None, high: float | None = None) -> tuple[Harm, ...]:
    """Return a count of dead."""
    return (Harm("killed", low, low if high is None else high),)


def link_all(items: Sequence[Telling]) -> list[Meeting]:
    """Return the pairs of items that share a key, as the ledger links them."""
    keys = {one.id: set(INCIDENTS.keys(one)) for one in items}
    found = [
        link_tellings(a, b)
        for at, a in enumerate(items)
        for b in items[at + 1 :]
        if len(keys[a.id] & keys[b.id]) >= INCIDENTS.least
    ]
    return [one for one in found if one is not None]


def gather(*items: Telling, context: Context | None = None) -> list[Incident]:
    """Return the incidents of some events."""
    return list(group_tellings(items, link_all(items), context or Context()))


def names(found: Sequence[Incident]) -> list[list[str]]:
    """Return the events of incidents by name, sorted."""
    return sorted(sorted(one.removeprefix("ev_") for one in incident.events) for incident in found)


def one_story(*reports: str, sure: bool = True) -> Context:
    """Return a context in which reports are of one story."""
    story = {f"sha256:{report}": "sy_1" for report in reports}
    return Context(stories=story, sure=story if sure else {})
