"""One entry to review: its form, what its decisions changed, several at once, rejected ones in lists."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import OWN, Client

SECOND = "قال مدير الصحة وائل الدروبي إن 14 شخصا قتلوا أمس في الغارة الجوية على بلدة سراقب."


@pytest.fixture
def two(ledger: Path) -> Path:
    """The ledger with a second report of the raid, up to date."""
    with open_rawi(ledger) as opened:
        opened.add(read(SECOND, published="2031-03-13", outlet="ضفاف", title="غارة سراقب"))
        opened.update()
    return ledger


def first(client: TestClient, kind: str) -> str:
    """Return the first entry of a kind that waits."""
    return str(client.get(f"/review.json?kind={kind}").json()["items"][0]["id"])


def post(client: TestClient, path: str, **form: object) -> int:
    """Send a form; return the status."""
    return client.post(path, data=form, headers=OWN).status_code


def whole(client: TestClient, id: str) -> dict[str, str]:
    """Return the form of an entry as it is shown: every field as it stands."""
    fields = client.get(f"/review/{id}.json").json()["fields"]
    values = {f"field.{name}": told["now"] or "" for name, told in fields.items()}
    return {"id": id, "kind": "correct", "whole": "1", **values}


@pytest.mark.parametrize("kind", ["statement", "figure", "event"])
def test_every_entry_has_a_page_with_its_form(come: Client, two: Path, kind: str) -> None:
    """Prefilled with what was read; the reader leads to it and carries no form itself."""
    client = come()
    id = first(client, kind)
    page = client.get(f"/review/{id}").text
    fields = client.get(f"/review/{id}.json").json()["fields"]
    assert fields
    for name in fields:
        assert f'name="field.{name}"' in page
    assert 'name="word.first"' in page
    document = client.get("/said.json").json()["items"][0]["article"]["id"]
    assert "field." not in client.get(f"/d/{document}").text


def test_a_whole_form_corrects_only_what_is_changed(come: Client, two: Path) -> None:
    """An emptied field is not told by the text; what is left is no correction."""
    client = come()
    id = first(client, "figure")
    assert post(client, "/review", **whole(client, id)) == 422
    form = whole(client, id) | {"field.low": "13", "field.high": "13", "field.counted": ""}
    assert post(client, "/review", **form) == 303
    told = client.get(f"/review/{id}.json").json()
    assert {one["field"]: one["value"] for one in told["review"]["corrections"]} == {
        "low": "13", "high": "13", "counted": None
    }  # fmt: skip
    assert (told["fields"]["low"]["read"], told["fields"]["low"]["now"]) == ("12", "13")


def test_the_place_is_chosen_by_words_or_numbers(come: Client, two: Path) -> None:
    """Words that were not moved are no correction."""
    client = come()
    id = first(client, "figure")
    form = whole(client, id)
    same = {"was.first": "40", "was.last": "50", "word.first": "40", "word.last": "50"}
    assert post(client, "/review", **(form | same)) == 422
    assert post(client, "/review", **(form | same | {"word.last": "55"})) == 303
    stood = client.get(f"/review/{id}.json").json()["review"]
    assert stood["corrections"] == [{"field": "span", "value": "40,55"}]
    assert post(client, "/review", **(form | {"field.span": "1,9"})) == 303
    assert post(client, "/review", **(form | same | {"word.last": "39"})) == 422


@pytest.mark.parametrize(
    "change",
    [{"field.low": "many"}, {"field.hedge": "perhaps"}, {"field.as_of": "soon"}, {"id": "fg_fffffff"}],
)
def test_a_wrong_value_is_refused_in_words(come: Client, two: Path, change: dict[str, str]) -> None:
    """Nothing is kept."""
    client = come()
    form = whole(client, first(client, "figure")) | change
    assert post(client, "/review", **form) in (404, 422)
    assert client.get("/history.json").json()["count"] == 0


def test_the_history_of_an_entry_tells_what_was_and_what_is(come: Client, two: Path) -> None:
    """Of each decision, also of one that was taken back."""
    client = come()
    id = first(client, "figure")
    assert (
        post(client, "/review", id=id, kind="correct", why="في النص 13", **{"field.counted": "قتيلا"}) == 303
    )
    assert post(client, "/review", id=id, kind="correct", **{"field.counted": "مدنيا"}) == 303
    assert post(client, "/review", kind="undo") == 303
    for path in (f"/history/{id}", f"/history?entry={id}"):
        page = client.get(path).text
        assert "<del>" in page
        assert "في النص 13" in page
    rows = list(csv.DictReader(io.StringIO(client.get(f"/history/{id}.csv").content.decode("utf-8-sig"))))
    told = [(row["kind"], row["before"], row["after"], row["undone"]) for row in rows]
    assert told == [
        ("correct", "شخصا", "قتيلا", ""),
        ("correct", "قتيلا", "مدنيا", "3"),
        ("undo", "مدنيا", "قتيلا", ""),
    ]


def test_several_are_confirmed_first(come: Client, two: Path) -> None:
    """The page lists exactly them, and decides nothing itself."""
    client = come()
    ids = [one["id"] for one in client.get("/review.json").json()["items"]][:2]
    asked = [("id", id) for id in ids] + [("decision", "accept"), ("back", "/review?kind=event")]
    page = client.get("/review/confirm", params=asked).text
    assert [id for id in ids if page.count(f'name="id" value="{id}"') == 1] == ids
    assert 'value="/review?kind=event"' in page
    assert client.get("/history.json").json()["count"] == 0
    for wrong in (
        [("decision", "accept")],
        [*asked, ("id", "fg_fffffff")],
        [("id", ids[0]), ("decision", "x")],
    ):
        assert client.get("/review/confirm", params=wrong).status_code in (404, 422)


@pytest.mark.parametrize(
    ("path", "kind"), [("/said", "statement"), ("/figures", "figure"), ("/ledger", "figure")]
)
def test_lists_leave_out_what_was_rejected_and_say_so(come: Client, two: Path, path: str, kind: str) -> None:
    """The switch brings it back, marked; CSV has how it stands."""
    client = come()
    id = first(client, kind)
    assert post(client, "/review", id=id, kind="reject") == 303
    told = client.get(f"{path}.json").json()
    assert id not in [one["id"] for one in told["items"]]
    assert told["rejected"] == 1
    assert "rejected-note" in client.get(path).text
    shown = f"{path}?standing=rejected" if path == "/ledger" else f"{path}?rejected=1"
    assert 'class="stands rejected"' in client.get(shown).text
    rows = list(
        csv.DictReader(io.StringIO(client.get(shown.replace("?", ".csv?")).content.decode("utf-8-sig")))
    )
    column = "review" if path == "/ledger" else "review_status"
    assert [row[column] for row in rows if row["id"] == id] == ["rejected"]
    assert all(row["reviewed_by"] for row in rows if row["id"] == id)


def test_an_event_stands_beside_all_reports_of_it(come: Client, two: Path) -> None:
    """Each with its own sentence; a rejected version is marked; a report is parted and joined again."""
    client = come()
    views = client.get("/events.json").json()["items"]
    one, other = (each["id"] for view in views for each in view["events"] if each["event"]["killed"])
    (view,) = (each for each in views if len(each["events"]) == 2)
    page = client.get(f"/review?kind=event&open={one}").text
    assert page.count('<div class="telling') == 2
    places = [page.index(f'name="field.{name}"') for name in ("date", "actor", "place", "killed")]
    assert places == sorted(places)
    assert 'class="ground source"' in page
    assert post(client, "/review/split", id=view["id"], member=other, back="/review") == 303
    assert all(len(each["events"]) == 1 for each in client.get("/events.json").json()["items"])
    assert post(client, "/review/merge", a=one, b=other, back="/review") == 303
    assert any(len(each["events"]) == 2 for each in client.get("/events.json").json()["items"])
    assert post(client, "/review/split", id=view["id"]) == 422
    assert post(client, "/review/merge", a=other) == 422


@pytest.mark.parametrize("query", ["outlet=ضفاف", "since=2031-03-13", "sure=certain", "rule=nothing/such"])
def test_the_queue_is_narrowed_by_its_address(come: Client, two: Path, query: str) -> None:
    """Page and data alike; the progress counts what is asked for."""
    client = come()
    told = client.get(f"/review.json?{query}").json()
    assert told["progress"]["left"] == len(told["items"])
    assert client.get(f"/review?{query}").status_code == 200
    if "such" in query:
        assert told["items"] == []


@pytest.mark.parametrize("query", ["sure=maybe", "since=soon", "story=sy_nothing"])
def test_wrong_filters_have_an_answer(come: Client, query: str) -> None:
    """Never an error of ours."""
    assert come().get(f"/review?{query}").status_code in (404, 422)


def test_what_was_done_today_is_counted(come: Client, two: Path) -> None:
    """Less what was taken back."""
    client = come()
    for kind in ("statement", "figure"):
        assert post(client, "/review", id=first(client, kind), kind="accept") == 303
    assert client.get("/review.json").json()["progress"]["done"] == 2
    assert post(client, "/review", kind="undo") == 303
    assert client.get("/review.json").json()["progress"]["done"] == 1


def test_keys_are_moved_and_two_never_have_the_same(come: Client) -> None:
    """By either letter of the key; what is refused is told and not kept."""
    client = come()
    kept = client.get("/settings.json?place.accept=ض").json()["shortcuts"]
    assert kept["accept"] == "KeyQ"
    assert client.get("/settings?place.accept=q").status_code == 200
    assert "accept:KeyQ" in client.get("/review").text
    for wrong in ("place.accept=x", "place.accept=!", "place.accept=qq"):
        found = client.get(f"/settings?{wrong}&lang=en")
        assert found.status_code == 422
        assert "accept" in found.text or "reject" in found.text
    assert "accept:KeyQ" in client.get("/review").text
    assert client.get("/settings?place.accept=").status_code == 200
    assert "accept:KeyA" in client.get("/review").text
    client.cookies.set("rawi-places", "accept:KeyX.reject:Key9")
    assert "accept:KeyA" in client.get("/review").text
