"""``rawi events``, and what the other commands say of an event."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from rawi.ledger import open_ledger
from tests.ledger.happenings import VILLAGE, put, strike

Rawi = Callable[..., Result]


@pytest.fixture
def struck(rawi: Rawi, articles: Path) -> Rawi:
    """Run ``rawi`` where a ledger of three reports of two strikes is."""
    with open_ledger("ledger.rawi") as ledger:
        put(
            ledger,
            strike(1, outlet="مرايا", actor="لواء الغسق", wounded=True),
            strike(2, 12, outlet="الريم", speaker="وزارة الصحة", published="2031-03-13"),
            strike(3, 2, town=VILLAGE, day="2031-03-13", outlet="السهل", certainty="alleged"),
            strike(4, 40, outlet="السهل", day="2019-05-05", background=True),
        )
    return rawi


def listed(done: Result) -> list[dict[str, object]]:
    """Return the items of an answer in JSON."""
    assert done.exit_code == 0, done.stderr
    items: list[dict[str, object]] = json.loads(done.stdout)["items"]
    return items


def test_each_happening_is_one_card(struck: Rawi) -> None:
    """Two cards: the first with both reports, their counts apart, the joint one told as joint."""
    done = struck("events")
    assert done.exit_code == 0
    assert "2 found" in done.stderr
    first, second = done.stdout.strip().split("\n\n")
    assert "2 reports  2 independent origins" in first
    assert "killed + wounded\n      [1]  7  (one count for both)" in first
    assert "[2]  12" in first
    assert "according to وزارة الصحة" in first
    assert "alleged" in second


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (("--on", "2031-03-13"), 1),
        (("--on", "2031-03"), 2),
        (("--since", "2031-03-13"), 1),
        (("--until", "2031-03-12"), 1),
        (("--type", "air/drone strike"), 2),
        (("--type", "Explosions/Remote violence"), 2),
        (("--type", "Explosions/Remote violence/Air/drone strike"), 2),
        (("--type", "riots"), 0),
        (("--place", "النجود"), 2),
        (("--place", VILLAGE), 1),
        (("--place", "سوريا"), 2),
        (("--place", "سورية"), 2),
        (("--place", "syria"), 2),
        (("--place", "Iraq"), 0),
        (("--type", "غارة جوية أو بطائرة مسيّرة"), 2),
        (("--type", "اعتقالات"), 0),
        (("--actor", "الغسق"), 1),
        (("--certainty", "alleged"), 1),
        (("--min-killed", "10"), 1),
        (("--min-killed", "7", "--actor", "الغسق"), 0),
        (("--certain",), 2),
        (("--doubtful",), 0),
        (("--background",), 3),
        (("--background", "--min-killed", "40"), 1),
    ],
)
def test_events_are_asked_for(struck: Rawi, asked: tuple[str, ...], number: int) -> None:
    """By day, type, place, actor, certainty, dead; the past only when asked."""
    assert len(listed(struck("events", *asked, "--json"))) == number


@pytest.mark.parametrize("command", [("events",), ("export", "events")])
def test_an_unknown_type_is_told_the_choices(struck: Rawi, command: tuple[str, ...]) -> None:
    """Wrong usage, with every type there is, in both languages."""
    done = struck(*command, "--type", "war")
    assert done.exit_code == 2
    assert "usage.type" in done.stderr
    assert "Riots/Mob violence  عنف جماعي" in done.stderr


def test_a_wrong_cursor_is_told_what_it_takes(struck: Rawi) -> None:
    """The advice is not about dates."""
    done = struck("events", "--cursor", "next")
    assert done.exit_code == 2
    assert "takes a number" in done.stderr
    assert "YYYY" not in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [("--on", "soon"), ("--since", "2031-13"), ("--on", "2031", "--since", "2030"), ("--certainty", "x")],
)
def test_wrong_questions_are_wrong_usage(struck: Rawi, wrong: tuple[str, ...]) -> None:
    """Dates that are none, two ways to ask for a day, a certainty that is none: exit code 2."""
    assert struck("events", *wrong).exit_code == 2


def test_nothing_found_is_no_failure_unless_asked(struck: Rawi) -> None:
    """Exit code 0, and 3 with --fail-empty."""
    assert struck("events", "--type", "riots").exit_code == 0
    assert struck("events", "--type", "riots", "--fail-empty").exit_code == 3


def test_cards_in_arabic(struck: Rawi) -> None:
    """Types, days and labels are Arabic, the source's words unchanged."""
    shown = struck("events", "--lang", "ar").stdout
    assert "غارة جوية أو بطائرة مسيرة" in shown
    assert "12 آذار/مارس 2031 (اليوم)" in shown
    assert "according to" not in shown


@pytest.mark.parametrize("command", ["show", "explain", "cite", "chain"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_event_can_be_shown_explained_cited_and_followed(
    struck: Rawi, command: str, language: str
) -> None:
    """Each tells its place, its actor, its count, and the words they stand on."""
    id = listed(struck("events", "--json"))[0]["events"][0]["id"]  # type: ignore[index]
    done = struck(command, id, "--lang", language)
    assert done.exit_code == 0, done.stderr
    for words in ("تل النخيل", "لواء الغسق", "7 قتيلا وجريحا"):
        assert words in done.stdout
    answer = json.loads(struck(command, id, "--json").stdout)
    assert "تل النخيل" in json.dumps(answer, ensure_ascii=False)


def test_an_explanation_names_the_words_of_each_part(struck: Rawi) -> None:
    """Trigger, place, actor and count, each with its words."""
    id = listed(struck("events", "--json"))[0]["events"][0]["id"]  # type: ignore[index]
    answer = json.loads(struck("explain", id, "--json").stdout)
    parts = {one["name"]: one["words"] for one in answer["explanation"]["parts"]}
    assert parts == {"trigger": "غارة", "place": "تل النخيل", "actor": "لواء الغسق", "toll": "7 قتيلا وجريحا"}


@pytest.mark.parametrize("style", ["block", "md", "ris", "csl"])
def test_a_citation_of_an_event_has_the_words_around_it(struck: Rawi, style: str) -> None:
    """Its sentence, at its address, as no quotation; what is only alleged says so."""
    id = listed(struck("events", "--json"))[1]["events"][0]["id"]  # type: ignore[index]
    shown = struck("cite", id, "--style", style).stdout
    assert "وقعت غارة على عين الصفا" in shown
    assert "«وقعت" not in shown
    assert "alleged" in shown


def test_incidents_are_merged_split_and_undone(struck: Rawi) -> None:
    """A merge shows the incident as it is now; a split must name events; an undoing gives both back."""
    first, second = (str(one["id"]) for one in listed(struck("events", "--json")))
    shown = struck("merge", first, second, "--why", "الغارة نفسها")
    assert "3 reports" in shown.stdout
    (merged,) = listed(struck("events", "--json"))
    refused = struck("split", str(merged["id"]))
    assert (refused.exit_code, "EVENT" in refused.stderr) == (2, True)
    assert struck("undo").exit_code == 0
    assert len(listed(struck("events", "--json"))) == 2
    assert struck("verify").exit_code == 0


def test_update_status_and_export_know_incidents(struck: Rawi) -> None:
    """How many there are is told; the export has a row for each."""
    assert "2 incidents" in struck("update").stdout
    assert "2 incidents" in struck("status").stdout
    rows = [json.loads(line) for line in struck("export", "incidents").stdout.splitlines()]
    assert [len(row["events"]) for row in rows] in ([1, 2], [2, 1])


@pytest.mark.parametrize("command", ["show", "explain", "cite", "chain"])
@pytest.mark.parametrize("length", [14, 8])
def test_an_incident_can_be_shown_explained_cited_and_followed(
    struck: Rawi, command: str, length: int
) -> None:
    """By its id as the list prints it or its first letters, each command tells what both reports say."""
    id = str(listed(struck("events", "--json"))[0]["id"])[: 3 + length]
    done = struck(command, id)
    assert done.exit_code == 0, done.stderr
    assert "7 قتيلا وجريحا" in done.stdout
    assert "12 قتيلا" in done.stdout
    answer = struck(command, id, "--json").stdout
    assert "مرايا" in answer
    assert "الريم" in answer


def test_a_certain_incident_is_explained(struck: Rawi) -> None:
    """Why its reports are of one happening stands there, though nothing leaves doubt."""
    first, second = (str(one["id"]) for one in listed(struck("events", "--json")))
    assert struck("merge", first, second).exit_code == 0
    (merged,) = listed(struck("events", "--json"))
    assert merged["confidence"] == "certain"
    assert "+ decided by a person" in struck("explain", str(merged["id"])).stdout
    assert "+ decided by a person" not in struck("show", str(merged["id"])).stdout


def test_an_incident_is_no_page_and_an_unknown_one_is_told(struck: Rawi) -> None:
    """Wrong usage, each with its code."""
    id = str(listed(struck("events", "--json"))[0]["id"])
    assert "usage.value" in struck("show", id, "--format", "html").stderr
    for command in ("show", "explain", "cite", "chain"):
        done = struck(command, "in_00000000000000")
        assert (done.exit_code, "E307" in done.stderr) == (2, True)


def test_citations_of_an_incident_are_one_list(struck: Rawi) -> None:
    """CSL-JSON of two reports is one JSON list of two."""
    id = str(listed(struck("events", "--json"))[0]["id"])
    assert len(json.loads(struck("cite", id, "--style", "csl").stdout)) == 2


def test_a_merge_tells_what_differs_and_the_sheet_who_decided(struck: Rawi) -> None:
    """Two days and two towns that a person puts together are told; the row says that one decided."""
    first, second = (str(one["id"]) for one in listed(struck("events", "--json")))
    done = struck("merge", first, second, "--why", "الغارة نفسها", "--by", "سلمى")
    (told,) = (line for line in done.stderr.splitlines() if "differ" in line)
    assert all(words in told for words in ("12 March 2031", "13 March 2031", "تل النخيل", "عين الصفا"))
    sheet = json.loads(struck("export", "events", "--format", "acled-like", "--json").stdout)["items"]
    assert [row["review_status"] for row in sheet] == ["decided"]
    rules = [line["rule"] for line in sheet[0]["evidence"] if line["column"] == "review_status"]
    assert rules == ["decision 1: merge by سلمى (الغارة نفسها)"]
    assert struck("undo").exit_code == 0
    sheet = json.loads(struck("export", "events", "--format", "acled-like", "--json").stdout)["items"]
    assert {row["review_status"] for row in sheet} == {"unreviewed"}


def test_a_merge_of_what_agrees_says_nothing_more(struck: Rawi) -> None:
    """What was split and is put together again differs in nothing."""
    first = listed(struck("events", "--json"))[0]
    one, other = (str(event["id"]) for event in first["events"])  # type: ignore[union-attr, index]
    assert struck("split", str(first["id"]), other).exit_code == 0
    done = struck("merge", one, other)
    assert done.exit_code == 0
    assert "differ" not in done.stderr
