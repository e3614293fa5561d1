"""What programs write: decisions and articles are kept, seen states count, what is wrong is a problem."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.ledger.faults import Overtaken
from rawi.ledger.ledger import open_ledger
from rawi.opening import read
from rawi.web.api import ROOT, WRITES
from rawi.web.permissions import CHANGING
from tests.web.conftest import OWN, REPORT, Client

KEY = {"authorization": "Bearer key"}
OTHER = "أعلن الناطق سليم الدوري أن 7 عمال أصيبوا في حريق في معمل الحديد في مدينة تلعفر."
BODIES: dict[str, dict[str, Any]] = {
    "/extract": {"text": OTHER},
    "/check": {"claim": "قتل 12 شخصا في سراقب"},
    "/documents": {"text": OTHER},
    "/reviews": {"entry": "fg_00", "kind": "accept"},
    "/entities/{id}/merge": {"with": "pe_00"},
    "/entities/{id}/split": {"members": []},
    "/undo": {"of": "review"},
    "/jobs": {"kind": "update"},
}


@pytest.fixture
def program(come: Client) -> TestClient:
    """A program with the key and no cookie."""
    client = come(inside=False, key="key")
    client.headers.update(KEY)
    return client


def post(client: TestClient, path: str, body: object, **headers: str) -> Any:
    """Send a body."""
    return client.post(
        f"{ROOT}{path}", json=body, headers={name.replace("_", "-"): one for name, one in headers.items()}
    )


def problem(answer: Any) -> tuple[int, str]:
    """Return status and code of a problem, which it must be."""
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == answer.status_code
    return answer.status_code, told["code"]


def figure(client: TestClient) -> str:
    """Return the id of the first figure."""
    return str(client.get(f"{ROOT}/figures").json()["items"][0]["id"])


def tag(client: TestClient, entry: str) -> str:
    """Return the ETag of an entry."""
    return str(client.get(f"{ROOT}/entries/{entry}").headers["etag"])


def test_a_record_is_that_of_the_command(program: TestClient) -> None:
    """Byte for byte as ``rawi extract`` prints it, and nothing is stored."""
    about = {"title": "حريق", "outlet": "أفق", "published": "2031-03-14"}
    found = post(program, "/extract", {"text": OTHER, **about})
    assert found.content == read(OTHER, **about).to_json()
    assert len(program.get(f"{ROOT}/documents").json()["items"]) == 1


def test_an_article_is_stored_once(program: TestClient) -> None:
    """201 with its address, then 200; its text comes back as it was."""
    first = post(program, "/documents", {"text": OTHER, "outlet": "أفق", "published": "2031-03-14"})
    again = post(program, "/documents", {"text": OTHER, "outlet": "أفق", "published": "2031-03-14"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["status"] == "stored"
    assert first.json()["id"] == again.json()["id"]
    text = program.get(f"{first.headers['location']}/text")
    assert text.text == OTHER
    assert text.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "text", ["قال سالم.\r\nثم مضى.", "\ufeff قال 😀 سليم الدوري\u200f إن الجسر أغلق.\n\n"]
)
def test_text_is_given_as_it_is_stored(program: TestClient, text: str) -> None:
    """Ends of lines, marks of direction and letters beyond the first plane too."""
    id = post(program, "/documents", {"text": text}).json()["id"]
    assert program.get(f"{ROOT}/documents/{id}/text").content == text.encode()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": " \n"}, "document.empty"), ({"text": "\x00" * 9}, "document.empty"),
        ({"text": OTHER, "published": "soon"}, "E204"), ({"text": OTHER, "published": "1066"}, "E204"),
        ({"text": ""}, "web.body"), ({"text": None}, "web.body"), ({"text": OTHER, "title": 5}, "web.body"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/documents", "/extract"])
def test_what_is_no_article_is_told(program: TestClient, path: str, body: dict[str, Any], code: str) -> None:
    """With the code of the command, and nothing is stored."""
    assert problem(post(program, path, body)) == (422, code)
    assert len(program.get(f"{ROOT}/documents").json()["items"]) == 1


def test_half_a_letter_is_no_letter(program: TestClient) -> None:
    """A lone surrogate, escaped as JSON allows, is refused before it reaches the ledger."""
    body = b'{"text": "\\ud83d' + ' قال سليم الدوري إن الجسر أغلق."}'.encode()
    found = program.post(f"{ROOT}/documents", content=body, headers={"content-type": "application/json"})
    assert problem(found) == (422, "web.body")


def test_a_claim_is_checked(program: TestClient) -> None:
    """As ``rawi check`` does."""
    told = post(program, "/check", {"claim": "قتل 12 شخصا في سراقب"}).json()["checked"]
    assert told["understood"]["low"] == 12
    assert told["closest"][0]["stand"] == "agrees"


def test_a_review_says_what_was_seen(program: TestClient) -> None:
    """Without the state it is refused, with an old one too, and nothing is decided."""
    id = figure(program)
    seen = tag(program, id)
    body = {"entry": id, "kind": "accept", "why": "في النص"}
    assert problem(post(program, "/reviews", body)) == (428, "web.unseen")
    done = post(program, "/reviews", body, if_match=seen)
    assert done.status_code == 200
    assert done.headers["etag"] == done.json()["etag"] == tag(program, id)
    assert problem(post(program, "/reviews", body | {"kind": "reject"}, if_match=seen)) == (
        412,
        "web.overtaken",
    )
    assert problem(post(program, "/reviews", body, if_match=f"W/{tag(program, id)}")) == (
        412,
        "web.overtaken",
    )
    told = program.get(f"{ROOT}/entries/{id}").json()
    assert (told["review"]["standing"], told["review"]["review"]) == ("accepted", done.json()["number"])
    assert told["review"]["who"] == "api"  # and not a person at a page
    assert post(program, "/reviews", body, if_match=f'"other", {tag(program, id)}').status_code == 200


def test_of_two_who_saw_the_same_one_decides(ledger: Path) -> None:
    """Though both looked before either wrote: it is asked again where it is written."""
    with open_ledger(ledger) as one, open_ledger(ledger) as other:
        id = next(one.figures()).id
        one.reviews.decide(id, "accept", seen=0)
        with pytest.raises(Overtaken):
            other.reviews.decide(id, "reject", seen=0)
        assert other.reviews.standing([id])[id].standing == "accepted"


def test_states_of_an_article_have_the_tags_of_its_entries(program: TestClient) -> None:
    """Whoever lists them can decide at once; each place gives its words."""
    document = program.get(f"{ROOT}/documents").json()["items"][0]["article"]["id"]
    text = program.get(f"{ROOT}/documents/{document}/text").text
    items = program.get(f"{ROOT}/reviews", params={"document": document}).json()["items"]
    assert {one["kind"] for one in items} >= {"statement", "figure"}
    for one in items:
        assert one["etag"] == tag(program, one["entry"])
        assert all(each["exact"] == text[each["start"] : each["end"]] for each in one["places"])
        assert {each["unit"] for each in one["places"]} == {"codepoint"}


def test_a_correction_names_fields_and_places(program: TestClient) -> None:
    """A span is a range; it must lie in the text."""
    id = figure(program)
    changes = [{"field": "counted", "value": "مدنيا"}, {"field": "place", "value": None}]
    span = {"field": "span", "value": {"start": 3, "end": 9, "unit": "codepoint"}}
    body = {"entry": id, "kind": "correct", "corrections": [*changes, span]}
    assert post(program, "/reviews", body, if_match=tag(program, id)).status_code == 200
    told = program.get(f"{ROOT}/entries/{id}").json()["review"]["corrections"]
    assert {one["field"]: one["value"] for one in told} == {"counted": "مدنيا", "place": None, "span": "3,9"}
    for wrong in (
        {"field": "span", "value": "3,9"},
        {"field": "low", "value": span["value"]},
        {"field": "span", "value": {"start": 9, "end": 90_000, "unit": "codepoint"}},
        {"field": "speaker", "value": "سالم"},
    ):
        body = {"entry": id, "kind": "correct", "corrections": [wrong]}
        assert problem(post(program, "/reviews", body, if_match=tag(program, id)))[0] == 422


def test_entities_are_merged_split_and_taken_back(program: TestClient) -> None:
    """Each decision has a number by which it is undone."""
    people = [
        program.get(f"{ROOT}/entities", params={"who": one}).json()["items"][0]["id"]
        for one in ("الحلبي", "الكناني")
    ]
    merged = post(program, f"/entities/{people[0]}/merge", {"with": people[1], "why": "تجربة"})
    assert merged.status_code == 200
    assert problem(post(program, f"/entities/{people[0]}/merge", {"with": people[1]}))[0] == 422
    undone = post(program, "/undo", {"of": "decision", "number": merged.json()["number"]})
    assert undone.json()["number"] == merged.json()["number"] + 1
    assert (
        problem(post(program, f"/entities/{people[0]}/split", {}))[0] == 422
    )  # it stands in one article only
    assert problem(post(program, "/entities/سامي/merge", {"with": people[1]})) == (404, "E307")


def test_a_review_is_taken_back(program: TestClient) -> None:
    """The last one, or the one that is named; once."""
    id = figure(program)
    number = post(program, "/reviews", {"entry": id, "kind": "reject"}, if_match="*").json()["number"]
    assert post(program, "/undo", {"of": "review", "number": number}).status_code == 200
    assert program.get(f"{ROOT}/entries/{id}").json()["review"]["standing"] == "new"
    assert problem(post(program, "/undo", {"of": "review", "number": number})) == (422, "usage.value")
    assert problem(post(program, "/undo", {"of": "review"})) == (422, "usage.value")


def test_an_update_is_work_that_is_watched(program: TestClient) -> None:
    """It has an address, and ends."""
    begun = post(program, "/jobs", {"kind": "update"})
    assert (begun.status_code, begun.headers["location"]) == (202, f"{ROOT}/jobs/update")
    for _ in range(200):
        if (told := program.get(f"{ROOT}/jobs/update").json())["state"] != "running":
            break
    assert told["state"] == "done"
    assert problem(program.get(f"{ROOT}/jobs/other")) == (404, "E307")


@pytest.mark.parametrize("path", sorted(WRITES))
def test_bodies_are_what_is_described(program: TestClient, path: str) -> None:
    """Another type of content, no JSON, a field too many, none at all, lone surrogates: each has its code."""
    address = f"{ROOT}{path.format(id='pe_00')}"
    assert problem(program.post(address, data={"text": "x"})) == (415, "web.media")
    assert problem(program.post(address, content=b"{}")) == (415, "web.media")
    json = {"content-type": "application/json"}
    for body in (b"", b"{", b"[]", b"null", b'{"text": "\xff"}', b"[" * 100_000):
        assert problem(program.post(address, content=body, headers=json)) == (422, "web.body")
    assert problem(post(program, path.format(id="pe_00"), BODIES[path] | {"more": 1})) == (422, "web.body")
    assert problem(program.post(f"{address}?x=1", json=BODIES[path])) == (422, "web.question")


@pytest.mark.parametrize("path", sorted(WRITES))
def test_a_read_only_ledger_is_not_written(come: Client, path: str) -> None:
    """What stores nothing is answered all the same."""
    client = come(inside=False, key="key", read_only=True)
    client.headers.update(KEY)
    found = post(client, path.format(id="pe_00"), BODIES[path])
    if WRITES[path].action in CHANGING:
        assert problem(found) == (403, "web.read_only")
    else:
        assert found.status_code == 200


@pytest.mark.parametrize("path", sorted(WRITES))
def test_no_other_page_writes(come: Client, path: str) -> None:
    """With the cookie a browser must say that one of our pages asks; with the key nothing of a browser may be
    there, and nobody is told by the server that another page may send it."""
    client = come(key="key")
    address = path.format(id="pe_00")
    foreign = ({}, {"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"})
    for headers in foreign:
        found = client.post(f"{ROOT}{address}", json=BODIES[path], headers=headers)
        assert problem(found) == (403, "web.foreign")
        if headers:
            found = client.post(f"{ROOT}{address}", json=BODIES[path], headers=headers | KEY)
            assert problem(found) == (403, "web.foreign")
    asked = {"origin": "http://evil.example", "access-control-request-method": "POST"}
    asked["access-control-request-headers"] = "authorization,content-type"
    preflight = client.options(f"{ROOT}{address}", headers=asked)
    assert preflight.status_code == 403
    assert not any(name.startswith("access-control") for name in preflight.headers)
    assert client.post(f"{ROOT}{address}", json=BODIES[path], headers=OWN).status_code not in (401, 403)


def test_the_key_opens_the_api_alone(come: Client) -> None:
    """No page, no form; a wrong, empty or missing key opens nothing, nor does one where there is none."""
    client = come(inside=False, key="key")
    assert client.get("/said", headers=KEY).status_code == 401
    assert client.post("/read", data={"text": REPORT}, headers=KEY).status_code == 403
    for told in ("", "Bearer", "Bearer ", "Bearer kez", "Basic key", "Bearer مفتاح"):
        found = client.get(f"{ROOT}/figures", headers={"authorization": told.encode()})
        assert problem(found) == (401, "web.key")
        assert found.headers["www-authenticate"] == "Bearer"
    assert client.get(f"{ROOT}/figures", headers={"authorization": "bearer key"}).status_code == 200
    assert come(inside=False).get(f"{ROOT}/figures", headers={"authorization": "Bearer "}).status_code == 401


def test_refusals_are_problems(program: TestClient, come: Client) -> None:
    """Whoever refuses: the guard, the routes or the handler."""
    assert problem(program.get(f"{ROOT}/nothing")) == (404, "http.404")
    assert problem(program.get(f"{ROOT}/documents/ffffff")) == (404, "E307")
    for path, allowed in (
        ("/figures", {"GET", "HEAD"}),
        ("/undo", {"POST"}),
        ("/reviews", {"GET", "HEAD", "POST"}),
    ):
        wrong = program.delete(f"{ROOT}{path}")
        assert problem(wrong) == (405, "http.405")
        assert {one.strip() for one in wrong.headers["allow"].split(",")} == allowed
    assert problem(program.get(f"{ROOT}/figures", headers={"host": "evil.example"})) == (421, "web.host")
    long = {"content-length": str(2**40), "content-type": "application/json"}
    assert problem(program.post(f"{ROOT}/extract", content=b"", headers=long)) == (413, "web.size")
    assert problem(come(inside=False).get(f"{ROOT}/figures")) == (401, "web.key")


def test_a_body_without_a_length_is_cut_off_too(program: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused once it is too long, and no failure of ours."""
    monkeypatch.setattr("rawi.web.guards.LONGEST_BODY", 1000)
    pieces = (b" " * 600 for _ in range(3))
    found = program.post(f"{ROOT}/extract", content=pieces, headers={"content-type": "application/json"})
    assert problem(found) == (413, "web.size")
