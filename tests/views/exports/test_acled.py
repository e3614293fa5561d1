"""Rows of incidents: the columns in their order, each cell with its words, blank where nothing is told."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from rawi.ledger import Ledger
from rawi.model.claim import Argument, EventPlace
from rawi.model.record import Record
from rawi.views.exports import acled, ucdp
from rawi.views.exports.cells import Row
from rawi.views.exports.incidents import is_apart, part_type
from rawi.views.exports.tables import FORMS, build_lines
from tests.views.exports.samples import AROUND, ATTACK, HERE, TEXT, gather, other, report, span_of, toll

_ASKED = """
event_date time_precision event_type sub_event_type actor1 assoc_actor_1 actor2 assoc_actor_2
civilian_targeting country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale
notes fatalities injured_min injured_max abducted origin_count rawi_id quote_ar evidence_url review_status
"""
_BLANK = """
event_date time_precision actor1 actor2 country admin1 location latitude geo_precision fatalities killed_min
killed_max injured_min tallies claimed_by
"""


def _row(ledger: Ledger, *records: Record) -> Row:
    """Return the cells of an incident with these reports."""
    return acled.build_row(gather(ledger, *records))


def test_columns_are_those_of_the_format() -> None:
    """The columns of an event sheet come first and in their order; what Rawi adds comes after them."""
    asked = _ASKED.split()
    assert list(acled.COLUMNS[: len(asked)]) == asked


def test_a_report_fills_its_row(ledger: Ledger) -> None:
    """What a report tells stands in its cells, normalised."""
    row = _row(ledger, report())
    told = {name: cell.value for name, cell in row.items() if cell.value is not None}
    notes, quote = str(told.pop("notes")), told.pop("quote_ar")
    told = {name: told[name] for name in told if not name.startswith(("rawi", "plover", "report", "origin"))}
    assert told == {
        "event_date": datetime.date(2031, 3, 5), "time_precision": 1, "event_type": "Battles",
        "sub_event_type": "Armed clash", "actor1": "مسلحون", "actor2": "الشرطة", "country": "العراق",
        "country_code": "IQ", "admin1": "الرمانة", "location": "تل النخيل", "latitude": 35.5,
        "longitude": 44.25, "geo_precision": 1, "source": "صدى الريم", "fatalities": 3, "killed_min": 3,
        "killed_max": 3, "injured_min": 5, "injured_max": 5, "evidence_url": "https://example.org/0",
        "review_status": "unreviewed", "certainty": "reported", "confidence": "certain",
        "tallies": "killed 3: سليم الدوري (صدى الريم, 2031-03-06) | "
        "injured 5: سليم الدوري (صدى الريم, 2031-03-06)",
    }  # fmt: skip
    assert str(quote) in notes
    assert notes.endswith("[ACLED-like columns, made by Rawi; not ACLED's product or codes.]")


def test_silence_is_blank(ledger: Ledger) -> None:
    """What the text does not say is blank: no actor, no place, no date, no dead."""
    empty = {"actor": None, "target": None, "place": None, "places": (), "date": None, "date_span": None}
    row = _row(ledger, report(tolls=(), **empty))
    for name in _BLANK.split():
        assert (row[name].value, row[name].rule) == (None, "silent"), name


def test_an_unsettled_place_has_no_coordinates(ledger: Ledger) -> None:
    """Where several places bear the name, the name stands and the gazetteer says nothing, with the reason."""
    record = report()
    unsure = replace(record.entities[0], location=replace(HERE, certain=False, others=("wof:8",)))
    alone = (replace(record.events[0], places=()),)
    row = _row(ledger, replace(record, events=alone, entities=(unsure, *record.entities[1:])))
    assert row["location"].value == "تل النخيل"
    for name in ("country", "admin1", "latitude", "longitude", "geo_precision"):
        assert (row[name].value, row[name].rule) == (None, "place-uncertain")


def test_a_place_without_a_row_has_no_coordinates(ledger: Ledger) -> None:
    """A place that no gazetteer knows has its name alone."""
    record = report()
    bare = replace(record.entities[0], location=None, link=None)
    row = _row(ledger, replace(record, entities=(bare, *record.entities[1:])))
    assert (row["latitude"].value, row["latitude"].rule) == (None, "place-not-in-gazetteer")
    assert row["geo_precision"].value is None


def test_areas_are_those_of_a_wider_place_that_is_named(ledger: Ledger) -> None:
    """A village that no gazetteer knows lies in the governorate that the report names, by those words."""
    record = report()
    bare = replace(record.entities[0], location=None, link=None)
    named = replace(record.entities[1], location=replace(AROUND, id="wof:1108804831"))
    row = _row(ledger, replace(record, entities=(bare, named, *record.entities[2:])))
    assert [row[name].value for name in ("country", "admin1", "admin2")] == ["العراق", "كركوك", None]
    assert row["admin1"].proofs[0].words == "محافظة الرمانة"
    assert row["admin1"].rule == "gazetteer wof:1108804831, around the place"


def test_place_precision_is_the_wider_of_words_and_place(ledger: Ledger) -> None:
    """Near a town is 2, in a governorate 3, near a governorate 3 too."""
    text, region = TEXT, "محافظة الرمانة"
    near = EventPlace("تل النخيل", "e1", span_of(text, "تل النخيل"), "near")
    wide = EventPlace(region, "e2", span_of(text, region), "governorate")
    codes = []
    for number, place in enumerate((near, wide, replace(wide, precision="near"))):
        docket = gather(ledger, report(other(f"الخبر رقم {number}"), place=place, places=()))
        codes.append(
            (acled.build_row(docket)["geo_precision"].value, ucdp.build_row(docket)["where_prec"].value)
        )
    assert codes == [(2, 2), (3, 4), (3, 4)]


def test_a_wider_place_of_another_report_agrees(ledger: Ledger) -> None:
    """A town here and its governorate there are one place: the town."""
    text = other("وأكد شهود ذلك.")
    wide = EventPlace("محافظة الرمانة", "e2", span_of(text, "محافظة الرمانة"), "governorate")
    row = _row(ledger, report(), report(text, 1, place=wide, places=()))
    assert (row["location"].value, row["geo_precision"].value) == ("تل النخيل", 1)
    assert len(row["location"].proofs) == 2


def test_reports_that_differ_stand_side_by_side(ledger: Ledger) -> None:
    """Two types, two actors and two places are both in their cells; nothing is said of where they lie."""
    text = other("وقال شهود إن عشيرة البدر هاجمت وادي السدر.")
    elsewhere = EventPlace("وادي السدر", None, span_of(text, "وادي السدر"))
    clan = Argument("عشيرة البدر", None, span_of(text, "عشيرة البدر"))
    row = _row(ledger, report(), report(text, 1, type=ATTACK, actor=clan, place=elsewhere, places=()))
    assert row["event_type"].value == "Battles | Violence against civilians"
    assert row["actor1"].value == "مسلحون | عشيرة البدر"
    assert row["location"].value == "تل النخيل | وادي السدر"
    assert (row["latitude"].value, row["latitude"].rule) == (None, "reports-differ")
    assert row["civilian_targeting"].value is None


@pytest.mark.parametrize("words", ["المسلحين", "مسلحين", "مسلحون", "المسلحون"])
def test_one_party_in_another_case_is_one_version(ledger: Ledger, words: str) -> None:
    """Gunmen in another case are the same gunmen, and the words of both reports stand behind the cell."""
    text = other(f"وقال شهود إن {words} فروا.")
    gunmen = Argument(words, None, span_of(text, f"{words} فروا"))
    cell = _row(ledger, report(), report(text, 1, actor=gunmen))["actor1"]
    assert (cell.value, cell.rule, len(cell.proofs)) == ("مسلحون", "", 2)


@pytest.mark.parametrize("words", ["شرطة البلدة", "سامرة", "مسلحو الغسق"])
def test_other_names_are_versions(ledger: Ledger, words: str) -> None:
    """What has words of its own is another version; an ending of a name is no case."""
    text = other(f"وقال شهود إن {words} و{'سامر'} فروا.")
    one = Argument(words, None, span_of(text, words))
    first = Argument("سامر", None)
    assert _row(ledger, report(actor=first), report(text, 1, actor=one))["actor1"].value == f"سامر | {words}"


def test_civilian_targeting_is_by_type_alone(ledger: Ledger) -> None:
    """It is filled where the type itself says that civilians are the target."""
    assert _row(ledger, report(type=ATTACK))["civilian_targeting"].value == "Civilian targeting"


def test_types_are_parted_by_a_table() -> None:
    """Types and their parts hold slashes of their own."""
    assert part_type("Explosions/Remote violence/Shelling/artillery/missile attack") == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert part_type("Other/Accident") == ("Other", "Accident")
    assert part_type("Something/Else") == ("Something/Else", "")


def test_what_all_deny_or_plan_is_apart(ledger: Ledger) -> None:
    """What every report denies or plans is no row of what happened; what one reports is, with both words."""
    planned, told = report(certainty="planned"), report(other("وأكد شهود ذلك."), 1)
    docket = gather(ledger, planned, told)
    assert not is_apart(docket)
    assert acled.build_row(docket)["certainty"].value == "reported | planned"
    assert is_apart(docket._replace(accounts=docket.accounts[:1]))


def test_doubt_is_marked(ledger: Ledger) -> None:
    """A doubtful reading makes a doubtful row, with its reasons in the evidence."""
    cell = _row(ledger, report(confidence="doubtful", reasons=("event.far-place",)))["confidence"]
    assert (cell.value, cell.rule) == ("doubtful", "confidence event.far-place")


def test_every_filled_cell_can_be_traced(ledger: Ledger) -> None:
    """Every filled cell of both kinds of sheet has an evidence line, and every line its words in the text."""
    docket = gather(ledger, report(), report(other("وأكد شهود ذلك."), 1, certainty="alleged"))
    for form in FORMS.values():
        (line,) = build_lines([docket], form)
        values = dict(zip(form.columns, line.values, strict=True))
        assert set(values) == set(form.columns)
        proved = {each[2] for each in line.evidence}
        assert {name for name, value in values.items() if value is not None} - {"row_hash"} <= proved
        for _, _, column, value, rule, _, document, start, end, words in line.evidence:
            assert value == values[str(column)]
            assert rule or words, column
            if start is not None:
                assert ledger.document(str(document)).text[start:end] == words  # type: ignore[misc]


def test_sides_of_the_dead(ledger: Ledger) -> None:
    """In the UCDP-like sheet the dead stand by side only where the words say so."""
    text = TEXT
    tolls = (
        toll(text, "ثلاثة", 3, side="target"),
        toll(text, "خمسة", 5, side="actor"),
    )
    row = ucdp.build_row(gather(ledger, report(tolls=tolls)))
    names = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high")
    assert [row[name].value for name in names] == [5, 3, None, None, 8, 8, 8]
    assert row["source_original"].value == "سليم الدوري"
    assert (row["date_start"].value, row["date_end"].value) == (datetime.date(2031, 3, 5),) * 2
