"""Two claims side by side, who overrules the verdict, and claims that are checked."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import OWN, Client
from tests.web.test_numbers import REPORTS

EVIL = "<script>alert(1)</script>"
CLAIM = "قتل 12 شخصا في انفجار سوق سراقب"


@pytest.fixture
def told(ledger: Path) -> Path:
    """A ledger with reports that do not say the same."""
    with open_rawi(ledger) as opened:
        for day, text in REPORTS:
            opened.add(read(text, published=day, outlet=f"مرايا {EVIL}", title=f"انفجار سوق سراقب {day}"))
        opened.update()
    return ledger


@pytest.fixture
def client(told: Path, come: Client) -> TestClient:
    """A client of it."""
    return come()


def one(client: TestClient) -> dict[str, Any]:
    """Return the first comparison of the list."""
    found: dict[str, Any] = client.get("/compare.json").json()["items"][0]["comparison"]
    return found


def address(comparison: dict[str, Any]) -> str:
    """Return where a comparison stands."""
    return f"/compare/{comparison['a']}/{comparison['b']}"


def decide(client: TestClient, comparison: dict[str, Any], **form: str) -> int:
    """Send a decision on a comparison; return the status."""
    sent = {"a": comparison["a"], "b": comparison["b"], "back": address(comparison), **form}
    return client.post("/verdict", data=sent, headers=OWN).status_code


def other(comparison: dict[str, Any]) -> str:
    """Return a verdict that is not the one that was computed."""
    return "compatible" if comparison["verdict"] != "compatible" else "contradicts"


def test_a_list_of_pairs_is_filtered(client: TestClient) -> None:
    """By verdict and by words; a word that is no verdict is a wrong question."""
    every = client.get("/compare.json").json()["items"]
    assert client.get("/compare").text.count('<article class="card') == len(every) > 0
    verdict = every[0]["comparison"]["verdict"]
    same = client.get(f"/compare.json?verdict={verdict}").json()["items"]
    assert same == [each for each in every if each["comparison"]["verdict"] == verdict]
    assert 'class="empty"' in client.get("/compare?about=طائرة").text
    assert client.get("/compare?verdict=lies").status_code == 422


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_both_claims_stand_over_the_checklist(client: TestClient, lang: str) -> None:
    """With their words; a line for each check, a row of data for each check and reason."""
    found = one(client)
    page = client.get(f"{address(found)}?lang={lang}").text
    view = client.get(f"{address(found)}.json").json()["comparison"]
    assert view["comparison"]["id"] == found["id"]
    assert page.count('<th scope="row">') == len(found["checks"])
    assert view["a"]["words"] in page
    assert view["b"]["words"] in page
    assert EVIL not in page
    text = client.get(f"{address(found)}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(found["checks"]) + len(found["reasons"])


def test_a_comparison_is_found_by_its_id_too(client: TestClient) -> None:
    """The same in each order; what cannot be compared is not found."""
    found = one(client)
    told = client.get(f"/compare/{found['id']}.json").json()
    assert told == client.get(f"{address(found)}.json").json()
    assert told == client.get(f"/compare/{found['b']}/{found['a']}.json").json()
    for wrong in ("/compare/cm_ffffffffffffff", "/compare/x/y", f"/compare/{found['a']}/fg_ffffffff"):
        assert client.get(wrong).status_code == 404


def test_a_person_overrules_the_verdict_and_takes_it_back(client: TestClient) -> None:
    """Both stand on the page, and look unlike each other."""
    found = one(client)
    place = address(found)
    assert "decided" not in client.get(f"{place}?lang=en").text.split("<form")[2]
    assert decide(client, found, verdict=other(found), why=f"سببي {EVIL}") == 303
    told = client.get(f"{place}.json").json()["comparison"]
    assert told["comparison"]["verdict"] == other(found)
    assert told["comparison"]["machine"] == found["verdict"]
    page = client.get(place).text
    assert 'decided">' in page
    assert "سببي" in page
    assert EVIL not in page
    number = str(told["decision"]["number"])
    assert decide(client, found, kind="undo", number=f"{number}0") == 422
    assert decide(client, found, kind="undo", number=number) == 303
    assert client.get(f"{place}.json").json()["comparison"]["comparison"]["verdict"] == found["verdict"]
    assert decide(client, found, kind="undo", number=number) == 422


@pytest.mark.parametrize("form", [{}, {"verdict": "lies"}, {"verdict": "compatible", "b": "fg_ffffffff"}])
def test_what_cannot_be_decided_is_explained(client: TestClient, form: dict[str, str]) -> None:
    """And nothing is kept."""
    found = one(client)
    assert decide(client, found, **form) in (404, 422)
    assert client.get(f"{address(found)}.json").json()["comparison"]["decision"] is None


def test_a_read_only_ledger_is_not_overruled(told: Path, come: Client) -> None:
    """Nor does its page offer to."""
    client = come(read_only=True)
    found = one(client)
    assert decide(client, found, verdict=other(found)) == 403
    assert 'action="/verdict"' not in client.get(address(found)).text


def test_another_page_decides_nothing(client: TestClient) -> None:
    """A form of another site is refused."""
    found = one(client)
    sent = {"a": found["a"], "b": found["b"], "verdict": other(found)}
    assert client.post("/verdict", data=sent).status_code == 403


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_claim_is_checked(client: TestClient, lang: str) -> None:
    """How it was read, what is nearest, what stands against it; as many cards as the data has."""
    page = client.get("/check", params={"claim": CLAIM, "lang": lang}).text
    told = client.get("/check.json", params={"claim": CLAIM}).json()["checked"]
    assert told["understood"]["low"] == 12
    assert {each["stand"] for each in told["closest"]} >= {"agrees"}
    assert page.count('<article class="card') == len(told["closest"])
    assert EVIL not in page
    text = client.get("/check.csv", params={"claim": CLAIM}).content.decode("utf-8-sig")
    assert [row["stand"] for row in csv.DictReader(io.StringIO(text))] == [
        each["stand"] for each in told["closest"]
    ]


@pytest.mark.parametrize("claim", ["", EVIL, "حطت مركبة على المريخ", "؟", "\u202eقال 7"])
def test_a_claim_of_which_nothing_is_known_has_a_page(client: TestClient, claim: str) -> None:
    """It says so, and shows markup as words."""
    answer = client.get("/check", params={"claim": claim})
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text
    assert EVIL not in answer.text


def test_a_verdict_on_a_doubtful_reading_is_doubtful() -> None:
    """Whichever side it is, and whatever kind of claim."""
    from dataclasses import dataclass  # only this test builds sides by hand

    from rawi.ledger.answers import ComparisonView

    @dataclass
    class Claim:
        confidence: str

    @dataclass
    class Side:
        statement: Claim | None = None
        figure: Claim | None = None

    sure, unsure = Side(statement=Claim("certain")), Side(figure=Claim("doubtful"))
    for a, b, expected in ((sure, sure, False), (sure, unsure, True), (unsure, sure, True)):
        view = ComparisonView(None, a, b)  # type: ignore[arg-type]
        assert view.rests_on_doubt is expected
