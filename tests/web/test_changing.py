"""Merging and splitting on pages: shown with counts, decided, kept in the journal, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import OWN, Client
from tests.web.test_entity import EVIL, REPORTS

FLOOD = "قتل 7 أشخاص في فيضان غمر بلدة سراقب صباح الأربعاء، بحسب ما أعلن الدفاع المدني."
CLASH = "قتل 5 مدنيين في غارة جوية على بلدة سراقب يوم 12 آذار 2031."


@pytest.fixture
def told(ledger: Path) -> Path:
    """A ledger with two of one name, and an air strike of which three report."""
    with open_rawi(ledger) as opened:
        for day, outlet, text in REPORTS:
            opened.add(read(text, published=day, outlet=outlet, title=f"خبر {day}"))
        for number, outlet in enumerate(("صدى", "مرايا", "النخيل")):
            text = f"{CLASH} وقال شهود إن {number + 2} منازل دمرت في الغارة على سراقب."
            opened.add(read(text, published="2031-03-13", outlet=outlet, title="غارة على سراقب"))
        opened.update()
    return ledger


@pytest.fixture
def client(told: Path, come: Client) -> TestClient:
    """A client of it."""
    return come()


def pair(client: TestClient) -> dict[str, Any]:
    """Return the first pair that may be one."""
    found: dict[str, Any] = client.get("/who/suggestions.json").json()["items"][0]
    return found


def post(client: TestClient, **form: object) -> Any:
    """Send a decision."""
    return client.post("/change", data=form, headers=OWN)


def undo(client: TestClient, number: str) -> int:
    """Take a decision back; return the status."""
    form = {"number": number, "back": "/who"}
    return client.post("/decision/undo", data=form, headers=OWN).status_code


def documents(client: TestClient, id: str) -> set[str]:
    """Return the documents of an entity."""
    return set(client.get(f"/e/{id}.json").json()["entity"]["documents"])


def story(client: TestClient) -> dict[str, Any]:
    """Return the story of the air strike."""
    items = client.get("/stories.json").json()["items"]
    found: dict[str, Any] = max(items, key=lambda one: len(one["documents"]))
    return found


def incident(client: TestClient) -> dict[str, Any]:
    """Return the incident of most reports."""
    items = client.get("/events.json").json()["items"]
    found: dict[str, Any] = max(items, key=lambda one: len(one["events"]))
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_merge_is_shown_before_it_is_done(client: TestClient, lang: str) -> None:
    """Both sides with what there is of each, and what there would be; nothing is kept by looking."""
    one = pair(client)
    page = client.get(f"/e/{one['a']}/change?lang={lang}").text
    assert f"?with={one['b']}" in page
    page = client.get(f"/e/{one['a']}/change?with={one['b']}&lang={lang}").text
    assert 'name="deed" value="merge"' in page
    assert f'href="/e/{one["b"]}"' in page
    assert client.get("/history.json").json()["count"] == 0


def test_two_are_made_one_and_two_again(client: TestClient) -> None:
    """The old id leads to the one, says so, and is its own again once the decision is taken back."""
    one = pair(client)
    every = documents(client, one["a"]) | documents(client, one["b"])
    answer = post(client, kind="entity", deed="merge", id=one["a"], **{"with": one["b"]}, why=f"سببي {EVIL}")
    assert answer.status_code == 303
    address = answer.headers["location"]
    id, number = address.split("/")[-1].split("?done=")
    assert documents(client, id) == every
    page = client.get(f"{address}&tab=names").text
    assert "سببي" in page
    assert EVIL not in page
    assert f'name="number" value="{number}"' in page
    old = one["b"] if id == one["a"] else one["a"]
    led = client.get(f"/e/{old}")
    assert led.headers["location"] == f"/e/{id}?was={old}"
    assert old in client.get(led.headers["location"]).text
    assert 'role="note"' in client.get(led.headers["location"]).text
    assert 'role="note"' not in client.get(f"/e/{id}?was={old[:-1]}").text
    assert undo(client, number) == 303
    assert documents(client, one["a"]) | documents(client, one["b"]) == every
    assert client.get(f"/e/{old}").status_code == 200


def test_who_is_found_by_name_can_be_merged_too(client: TestClient) -> None:
    """Only with one of its kind, and not with itself."""
    one = pair(client)
    found = client.get(f"/e/{one['a']}/change.json", params={"words": one["b_name"]}).json()["candidates"]
    assert one["b"] in [each["id"] for each in found]
    place = client.get("/who.json?who=سراقب").json()["items"][0]["id"]
    assert client.get(f"/e/{one['a']}/change?with={place}").status_code == 422
    assert client.get(f"/e/{one['a']}/change?with={one['a']}").status_code == 422


def test_mentions_are_split_off_and_come_back(client: TestClient) -> None:
    """Those that were marked go, the rest stays; the page before told how many."""
    items = client.get("/who.json?who=سالم الكيال").json()["items"]
    one = max(items, key=lambda each: len(each["documents"]))
    id, members = one["id"], one["members"]
    gone = members[-1]
    page = client.get(f"/e/{id}/change?member={gone['entry']}").text
    assert 'name="deed" value="split"' in page
    answer = post(client, kind="entity", deed="split", id=id, member=gone["entry"], why="أبوه")
    assert answer.status_code == 303
    left = {one["document"] for one in members if one["entry"] != gone["entry"]}
    stays = client.get(f"/e/{members[0]['entry']}").headers["location"].removeprefix("/e/")
    assert documents(client, stays) == left
    assert undo(client, answer.headers["location"].split("done=")[1]) == 303
    assert documents(client, id) == left | {gone["document"]}


@pytest.mark.parametrize(
    "form",
    [
        {"deed": "split"},
        {"deed": "split", "member": "en_00000000000000"},
        {"deed": "split", "named": "سالم الكيال"},
        {"deed": "merge"},
        {"deed": "merge", "with": "pe_00000000000000"},
        {"deed": "scatter"},
        {"deed": "lies"},
        {"kind": "lies"},
    ],
)
def test_what_cannot_be_decided_is_explained(client: TestClient, form: dict[str, str]) -> None:
    """No member, a stranger, all of them, nobody to merge with: nothing is kept."""
    items = client.get("/who.json?who=سالم الكيال").json()["items"]
    id = max(items, key=lambda each: len(each["documents"]))["id"]
    assert post(client, **{"kind": "entity", "id": id, **form}).status_code in (404, 422)
    assert client.get("/history.json").json()["count"] == 0


def test_pairs_are_gone_through_one_by_one(client: TestClient) -> None:
    """What is not the same is suggested no more, until that is taken back."""
    total = sum(client.get("/who/suggestions.json").json()["left"].values())
    one = pair(client)
    page = client.get("/who/suggestions").text
    assert one["a"] in page
    assert one["b"] in page
    sent = {
        "kind": "entity",
        "deed": "apart",
        "id": one["a"],
        "with": one["b"],
        "back": "/who/suggestions?at=0",
    }
    answer = post(client, **sent)
    assert answer.headers["location"].startswith("/who/suggestions?at=0&done=")
    left = client.get("/who/suggestions.json").json()
    assert sum(left["left"].values()) == total - 1
    assert (one["a"], one["b"]) not in [(each["a"], each["b"]) for each in left["items"]]
    assert undo(client, answer.headers["location"].split("done=")[1]) == 303
    assert pair(client) == one
    assert client.get("/who/suggestions?type=lies").status_code == 422
    assert client.get("/who/suggestions?at=-1").status_code == 422
    assert client.get("/who/suggestions?at=99999999").status_code == 200


def test_a_report_is_removed_from_a_story_and_put_back(client: TestClient) -> None:
    """From a link beside it; and a story can be made one with another report's."""
    one = story(client)
    gone = one["documents"][-1]
    page = client.get(f"/story/{one['id']}").text
    assert f"/story/{one['id']}/change?member=" in page
    page = client.get(f"/story/{one['id']}/change", params={"member": gone}).text
    assert 'name="deed" value="split"' in page
    answer = post(client, kind="story", deed="split", id=one["id"], member=gone)
    assert answer.status_code == 303
    assert gone not in story(client)["documents"]
    page = client.get(answer.headers["location"]).text
    assert 'class="done"' in page
    assert undo(client, answer.headers["location"].split("done=")[1]) == 303
    assert story(client)["documents"] == one["documents"]


def test_two_stories_are_made_one(client: TestClient, told: Path) -> None:
    """Both old ids have no page of their own any more; the one has the reports of both."""
    stories = client.get("/stories.json").json()["items"]
    if len(stories) < 2:
        with open_rawi(told) as opened:
            for outlet in ("صدى", "مرايا"):
                opened.add(read(FLOOD, published="2033-01-05", outlet=outlet, title="فيضان في سراقب"))
                opened.add(read(f"{FLOOD} وأضاف أن الطرق قطعت.", published="2033-01-06", outlet=outlet))
            opened.update()
        stories = client.get("/stories.json").json()["items"]
    one, other = stories[:2]
    form = {"with": other["id"], "member": list(one["documents"])}  # which a merge does not look at
    assert post(client, kind="story", deed="merge", id=one["id"], **form).status_code == 303
    assert set(story(client)["documents"]) == {*one["documents"], *other["documents"]}


def test_an_incident_is_split_scattered_and_whole_again(client: TestClient) -> None:
    """One report off, then all apart; each is taken back."""
    one = incident(client)
    ids = [each["id"] for each in one["events"]]
    assert len(ids) >= 3
    assert f"/event/{one['id']}/change" in client.get("/events").text
    page = client.get(f"/event/{one['id']}/change").text
    assert "each=1" in page
    answer = post(client, kind="event", deed="split", id=one["id"], member=ids[-1])
    assert len(incident(client)["events"]) == len(ids) - 1
    assert client.get(answer.headers["location"]).status_code == 200
    assert undo(client, answer.headers["location"].split("done=")[1]) == 303
    assert 'name="deed" value="scatter"' in client.get(f"/event/{one['id']}/change?each=1").text
    answer = post(client, kind="event", deed="scatter", id=one["id"])
    apart = [each for each in client.get("/events.json").json()["items"] if each["events"][0]["id"] in ids]
    assert [len(each["events"]) for each in apart] == [1] * len(ids)
    merged = post(client, kind="event", deed="merge", id=apart[0]["id"], **{"with": apart[1]["id"]})
    assert merged.status_code == 303
    assert len(incident(client)["events"]) == 2
    for each in (merged, answer):
        assert undo(client, each.headers["location"].split("done=")[1]) == 303
    assert [each["id"] for each in incident(client)["events"]] == ids


def test_nothing_is_decided_of_what_is_out_of_date(told: Path, client: TestClient) -> None:
    """The page offers the update in the place of the decision; a form that is sent all the same is told."""
    one = pair(client)
    with open_rawi(told) as opened:
        opened.add(read("قال وزير النقل سالم الكيال إن الميناء مغلق.", published="2032-07-01"))
    page = client.get(f"/e/{one['a']}/change?with={one['b']}").text
    assert 'action="/change"' not in page
    assert 'action="/update"' in page
    assert 'action="/change"' not in client.get("/who/suggestions").text
    answer = post(client, kind="entity", deed="merge", id=one["a"], **{"with": one["b"]})
    assert answer.status_code == 409
    assert "/updating" in answer.text


def test_a_read_only_ledger_is_not_changed(told: Path, come: Client) -> None:
    """Nor do its pages offer to."""
    client = come(read_only=True)
    one = pair(client)
    assert post(client, kind="entity", deed="merge", id=one["a"], **{"with": one["b"]}).status_code == 403
    for path in ("/who/suggestions", f"/e/{one['a']}/change?with={one['b']}", f"/e/{one['a']}"):
        assert 'action="/change"' not in client.get(path).text


def test_another_page_decides_nothing(client: TestClient) -> None:
    """A form of another site is refused."""
    one = pair(client)
    form = {"kind": "entity", "deed": "merge", "id": one["a"], "with": one["b"]}
    assert client.post("/change", data=form).status_code == 403
