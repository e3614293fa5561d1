"""Cards of incidents: every report's version side by side, nothing merged, everything with its words."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from rawi.ledger.answers import EventView, IncidentView, OriginView, SentenceView, TollView
from rawi.model.claim import Argument, Event, EventPlace, Toll
from rawi.model.relation import Reason
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.relations.incidents import meetings
from rawi.relations.incidents.types import load_types
from rawi.views.incidents import _AGAINST, render_incident, render_type
from rawi.views.labels import Language, load_labels
from rawi.views.screen import Screen
from tests.views.invented import article

STRIKE = "Explosions/Remote violence/Air/drone strike"
SCREEN, ARABIC = Screen(), Screen(language="ar")


def toll(low: int | None, high: int | None, hedge: Hedge = Hedge.EXACT, **fields: Any) -> TollView:
    """A count of dead, its holder being the article itself."""
    holder = fields.pop("holder", None)
    counted = {"kind": "killed", "span": Span(3, 6), "figure": "f1"} | fields
    return TollView(Toll(low=low, high=high, hedge=hedge, **counted), "سبعة قتلى", holder)  # type: ignore[arg-type]


def event(number: int, *tolls: TollView, **fields: Any) -> EventView:
    """One event of the report of this number."""
    outlet = fields.pop("outlet", "مرايا")
    about = {name: fields.pop(name) for name in ("holder", "copy_of", "denied") if name in fields}
    known: dict[str, Any] = {"place": EventPlace("البيلسان", "e1", None, "exact"), "date": "2031-03-12"}
    made = Event("v1", Span(0, 4), STRIKE, **(known | fields))
    words = SentenceView(f"{number}", f"{number}#char=0,40", f"وقعت غارة رقم {number}")
    report = article(number, outlet, "2031-03-12")
    return EventView(f"ev_{number}", f"{number}#char=0,4", made, "غارة", words, report, tolls, **about)


def incident(*events: EventView, **fields: Any) -> IncidentView:
    """An incident of some events."""
    told = [one.event for one in events]
    days = tuple(dict.fromkeys(one.date for one in told if one.date))
    types = tuple(dict.fromkeys(one.type for one in told))
    origins = tuple(OriginView(one.article.id, "م") for one in events)
    return IncidentView(
        **({"id": "in_1", "types": types, "events": events, "days": days, "origins": origins} | fields)
    )


def test_counts_of_several_claimants_stand_side_by_side() -> None:
    """Seven, at least nine of the ministry, between ten and twelve: three lines, each with report and
    claimant, and no sum of them."""
    shown = render_incident(
        incident(
            event(1, toll(7, 7), toll(9, None, Hedge.AT_LEAST, holder="وزارة الصحة", according_to="s1")),
            event(2, toll(10, 12, Hedge.BETWEEN), outlet="الريم"),
        ),
        SCREEN,
    )
    lines = [line.strip() for line in shown.splitlines() if line.startswith("      [")]
    assert [line.split("  ")[:2] for line in lines] == [["[1]", "7"], ["[1]", "≥ 9"], ["[2]", "10 to 12"]]
    assert "according to وزارة الصحة" in lines[1]
    assert "according to the article itself" in lines[0]


def test_a_joint_count_is_told_once_as_joint() -> None:
    """Twelve dead and wounded are one count of both, not twelve of each."""
    both = [toll(12, 12, joint=True), toll(12, 12, joint=True, kind="injured")]
    shown = render_incident(incident(event(1, *both)), SCREEN)
    assert "killed + wounded\n      [1]  12  (one count for both)" in shown
    assert shown.count("[1]  12") == 1


def test_parts_people_and_sides_of_a_count_are_told() -> None:
    """Two children among the dead, on the side that was attacked."""
    shown = render_incident(incident(event(1, toll(2, 2, part=True, who="children", side="target"))), SCREEN)
    assert "2  of them  children  of the side attacked" in shown


def test_what_reports_say_otherwise_names_them() -> None:
    """Where two reports name two parties, each stands with the number of its report; what they say alike
    stands once."""
    actors = [Argument("لواء الغسق"), Argument("كتيبة الفجر")]
    pair = [event(number, actor=one) for number, one in enumerate(actors, 1)]
    shown = render_incident(incident(*pair), SCREEN)
    assert "    by [1] لواء الغسق; [2] كتيبة الفجر" in shown
    assert "    where البيلسان (the place itself)\n" in shown


@pytest.mark.parametrize("certainty", ["alleged", "denied", "planned"])
def test_what_is_not_reported_as_a_fact_says_so(certainty: str) -> None:
    """Alleged, denied and planned stand with the version that says so, and with who holds it."""
    shown = render_incident(incident(event(1, certainty=certainty, holder="سامي دوفري")), SCREEN)
    version = next(line for line in shown.splitlines() if line.startswith("  [1]"))
    assert certainty in version
    assert "according to سامي دوفري" in shown


def test_who_claims_it_stands_with_who_did_it() -> None:
    """Responsibility that was taken is told as such."""
    shown = render_incident(incident(event(1, claimed_by=Argument("لواء الغسق"))), SCREEN)
    assert "by claimed by لواء الغسق" in shown


def test_a_doubtful_incident_is_marked_with_its_reasons() -> None:
    """What speaks for one happening and what against it; a certain one needs none."""
    reasons = (
        Reason("incident.harm_differs", "killed 7", "killed 9"),
        Reason("incident.place", "البيلسان", "البيلسان"),
        Reason("incident.type_kin", STRIKE, "Battles/Armed clash"),
        Reason("incident.story", "sy_1"),
    )
    doubtful = incident(event(1), event(2), confidence="doubtful", reasons=reasons)
    shown = render_incident(doubtful, SCREEN)
    assert "  doubtful  2 reports" in shown.splitlines()[0]
    assert "    + the same place: البيلسان\n" in shown
    assert "    - other counts: killed 7 | killed 9" in shown
    assert "sy_1" not in shown
    assert "قتلى 7" in render_incident(doubtful, ARABIC)
    assert "+ " not in render_incident(msgspec.structs.replace(doubtful, confidence="certain"), SCREEN)


def test_a_copy_names_the_report_of_which_it_is_one() -> None:
    """By its number, if that is one of the incident."""
    first = event(1)
    shown = render_incident(incident(first, event(2, copy_of=first.article.id)), SCREEN)
    assert "version of [1]" in next(line for line in shown.splitlines() if line.startswith("  [2]"))


def test_an_event_without_a_day_says_so_and_when_it_was_published() -> None:
    """No day is made up."""
    shown = render_incident(incident(event(1, date=None)), SCREEN)
    assert "(published 2031-03-12)" in shown.splitlines()[0]


def test_several_days_stand_together_the_narrowest_with_its_precision() -> None:
    """A day of one report within the month of another."""
    view = incident(event(1), event(2, date="2031-03"))
    head = render_incident(view, SCREEN).splitlines()[0]
    assert "12 March 2031; March 2031 (the day)" in head
    assert "12 آذار/مارس 2031" in render_incident(view, ARABIC)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_word_of_a_card_has_a_label(language: Language) -> None:
    """Types, certainties, precisions, sides, reasons: none is shown by its code."""
    catalogue = load_labels()
    codes = {*_AGAINST, *meetings.AGAINST, *meetings.TELLING}
    codes |= {f"certainty.{one}" for one in ("reported", "alleged", "denied", "planned")}
    codes |= {f"where.{one}" for one in ("exact", "near", "district", "governorate", "country", "unknown")}
    codes |= {f"when.{one}" for one in ("day", "week", "month", "longer", "open")}
    codes |= {f"people.{one}" for one in ("civilians", "fighters", "women", "children")}
    assert sorted(code for code in codes if not catalogue.get(code, {}).get(language)) == []
    names = [render_type(one, language) for one in load_types()]
    assert len(set(names)) == len(names) == 27


def test_nothing_of_a_source_steers_the_terminal() -> None:
    """Names and words of a hostile source are shown, not obeyed."""
    evil = "لواء\u202e\x1b[2J"
    view = incident(event(1, toll(7, 7, holder=evil, according_to="s1"), actor=Argument(evil), holder=evil))
    shown = render_incident(view, Screen(terminal=True))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
