"""The queue: what nobody reviewed, the doubtful first; decided one by one or as far as it is seen."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.pages.queue import SHOWN
from tests.web.conftest import OWN, REPORT, Client

EVIL = "<script>alert(1)</script>"


def waiting(client: TestClient, query: str = "") -> list[dict[str, str]]:
    """Return what waits."""
    items: list[dict[str, str]] = client.get(f"/review.json{query}").json()["items"]
    return items


def post(client: TestClient, path: str, **form: object) -> int:
    """Send a form; return the status."""
    return client.post(path, data=form, headers=OWN).status_code


@pytest.fixture
def many(ledger: Path) -> Path:
    """The ledger with more entries than a page shows."""
    with open_rawi(ledger) as opened:
        for number in range(2, 14):
            text = f"قال سامي الحلبي إن {number} أشخاص أصيبوا في حريق بلدة سراقب."
            opened.add(read(text, published="2031-03-14", title=f"حريق {number}"))
    return ledger


def test_the_doubtful_come_first(come: Client, many: Path) -> None:
    """And what is told of each is the same on the page, in JSON and in CSV."""
    client = come()
    items = waiting(client)
    unsure = [one["doubtful"] for one in items]
    assert unsure == sorted(unsure, reverse=True)
    assert len(items) == SHOWN
    page = client.get("/review").text
    assert page.count('name="id" value=') == SHOWN + 3  # all, the open one three times more
    rows = list(csv.DictReader(io.StringIO(client.get("/review.csv").content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [one["id"] for one in items]
    assert [row["words"] for row in rows] == [one["words"] for one in items]


def test_pages_hold_each_entry_once(come: Client, many: Path) -> None:
    """All that is counted as left."""
    client = come()
    seen: list[str] = []
    query = ""
    for _ in range(9):
        told = client.get(f"/review.json{query}").json()
        seen += [one["id"] for one in told["items"]]
        if told.get("next") is None:
            break
        query = f"?next={told['next']}"
    left = told["left"]
    assert len(seen) == len(set(seen)) == left["statements"] + left["figures"] + left["events"]


@pytest.mark.parametrize("kind", ["statement", "figure", "event"])
def test_it_is_filtered_by_kind_and_document(come: Client, many: Path, kind: str) -> None:
    """Both at once."""
    client = come()
    document = waiting(client, f"?kind={kind}")[0]["document"]
    told = waiting(client, f"?kind={kind}&doc={document}")
    assert {(one["kind"], one["document"]) for one in told} == {(kind, document)}
    assert waiting(client, f"?doc={document}")


def test_what_is_decided_waits_no_more_until_it_is_taken_back(come: Client) -> None:
    """The next one is open then."""
    client = come()
    first, second = waiting(client)[:2]
    assert post(client, "/review", id=first["id"], kind="accept", back=f"/review?open={second['id']}") == 303
    assert first["id"] not in [one["id"] for one in waiting(client)]
    assert f'value="{second["id"]}"' in client.get(f"/review?open={second['id']}").text
    assert 'class="stands accepted"' in client.get(f"/review?open={first['id']}").text
    assert post(client, "/review", kind="undo") == 303
    assert waiting(client)[0]["id"] == first["id"]


def test_what_is_visible_is_decided_at_once(come: Client, many: Path) -> None:
    """Exactly that; each by a review of its own, which is taken back alone."""
    client = come()
    ids = [one["id"] for one in waiting(client)]
    rest = client.get("/review.json").json()["left"]
    assert post(client, "/review/all", id=ids, kind="reject", back="/review") == 303
    now = client.get("/review.json").json()
    count = sum(rest[kind] - now["left"][kind] for kind in ("statements", "figures", "events"))
    assert count == len(ids)
    assert not {one["id"] for one in now["items"]} & set(ids)
    deeds = client.get("/history.json").json()["items"]
    assert [one["entry"] for one in deeds] == ids[::-1]
    assert post(client, "/review", kind="undo", number=deeds[3]["number"]) == 303
    assert [one["id"] for one in waiting(client) if one["id"] in ids] == [deeds[3]["entry"]]


@pytest.mark.parametrize(
    "form", [{"kind": "accept"}, {"kind": "correct"}, {}, {"kind": "accept", "extra": 1}]
)
def test_what_cannot_be_decided_at_once_is_not_at_all(come: Client, many: Path, form: dict[str, str]) -> None:
    """None named, another kind of decision, one too many: nothing is kept."""
    client = come()
    ids = [one["id"] for one in waiting(client)]
    if "extra" in form:
        ids += [waiting(client, f"?next={client.get('/review.json').json()['next']}")[0]["id"]]
    elif form.get("kind") == "accept":
        ids = []
    assert post(client, "/review/all", id=ids, kind=form.get("kind", "")) == 422
    assert client.get("/history.json").json()["count"] == 0


def test_one_that_is_not_there_spoils_all(come: Client) -> None:
    """Half of it done would be worse."""
    client = come()
    ids = [one["id"] for one in waiting(client)]
    assert post(client, "/review/all", id=[*ids, "fg_ffffffff"], kind="accept") == 404
    assert [one["id"] for one in waiting(client)] == ids


@pytest.mark.parametrize("query", ["?kind=picnic", "?next=x", "?next=3.1", "?open=fg_ffffffff", "?doc=ffff"])
def test_wrong_questions_to_the_queue_have_an_answer(come: Client, query: str) -> None:
    """Never an error of ours."""
    assert come().get(f"/review{query}").status_code in (404, 422)


def test_evidence_stands_in_its_context(come: Client) -> None:
    """The words are marked in their sentence, with the sentences around."""
    client = come()
    id = waiting(client, "?kind=figure")[0]["id"]
    page = client.get(f"/review?open={id}").text
    assert '<mark class="figure">12 شخصا</mark>' in page
    assert "ونفى المتحدث رائد الكناني" in page


def test_a_read_only_queue_offers_nothing(come: Client) -> None:
    """But shows what waits."""
    client = come(read_only=True)
    page = client.get("/review").text
    assert 'method="post"' not in page
    assert waiting(client)
    assert post(client, "/review/all", id=waiting(client)[0]["id"], kind="accept") == 403


def test_an_empty_queue_says_so(come: Client) -> None:
    """Both when all is done and when a filter leaves nothing."""
    client = come()
    assert post(client, "/review/all", id=[one["id"] for one in waiting(client)], kind="accept") == 303
    assert 'class="empty"' in client.get("/review").text
    assert client.get("/review.json").json()["left"]["doubtful"] == 0


def test_markup_of_a_source_is_words_in_the_queue(come: Client) -> None:
    """In titles, words and reasons."""
    client = come()
    form = {"text": f"{REPORT}\nقال سامي الحلبي إن {EVIL} سقط.", "title": EVIL, "outlet": EVIL}
    assert client.post("/read", data=form, headers=OWN).status_code == 303
    for one in waiting(client):
        assert post(client, "/review", id=one["id"], kind="reject", why=EVIL) == 303
    for path in ("/history", "/sources", f"/review?open={one['id']}"):
        assert "<script>alert" not in client.get(path).text
