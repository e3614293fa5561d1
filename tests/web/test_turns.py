"""Long texts are read one at a time and are not too long; short ones and pages are answered meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from rawi.web import turns
from rawi.web.api import ROOT
from rawi.web.faults import Busy
from rawi.web.turns import LONGEST_CLAIM, LONGEST_TEXT, SHORT, Turns
from tests.web.conftest import OWN, Client

KEY = {"authorization": "Bearer key"}
LONG = "قتل ثلاثة. " * 500


def test_one_long_text_is_read_at_a_time_and_short_ones_do_not_wait() -> None:
    """While a long text is read another waits and is told to ask again; a short one is read."""
    here = Turns(waiting=1, seconds=0.05)
    reading, done = Event(), Event()

    def read() -> None:
        with here.take(SHORT + 1):
            reading.set()
            done.wait(10)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(read)
        assert reading.wait(10)
        with here.take(SHORT):
            pass
        with pytest.raises(Busy), here.take(SHORT + 1):
            raise AssertionError("two at once")
        done.set()
        first.result(10)
    with here.take(SHORT + 1):
        pass


def test_no_more_wait_than_there_are_places() -> None:
    """Where one reads and as many wait as may, the next is refused without waiting."""
    here = Turns(waiting=0, seconds=600)
    with here.take(SHORT + 1), pytest.raises(Busy), here.take(SHORT + 1):
        raise AssertionError("one too many")


def test_a_turn_is_given_back_when_reading_fails() -> None:
    """An error while a text is read leaves the turn to the next."""
    here = Turns(waiting=0)
    with pytest.raises(ZeroDivisionError), here.take(SHORT + 1):
        _ = 1 / 0
    with here.take(SHORT + 1):
        pass


def test_pages_are_answered_while_a_long_text_is_read(come: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check, extract and read say when to ask again; pages, and checks of a sentence, are answered."""
    here = Turns(waiting=0)
    for name in ("pages.checking", "pages.reading", "rest.writes"):
        monkeypatch.setattr(f"rawi.web.{name}.TURNS", here)
    client, program = come(key="key"), come(inside=False, key="key")
    with here.take(SHORT + 1):
        page = client.get("/check", params={"claim": LONG})
        assert (page.status_code, page.headers["retry-after"]) == (503, "10")
        assert "web.busy" in page.text
        for path, body in (("/check", {"claim": LONG}), ("/extract", {"text": LONG})):
            refused = program.post(f"{ROOT}{path}", json=body, headers=KEY)
            assert (refused.status_code, refused.json()["code"]) == (503, "web.busy")
            assert refused.headers["retry-after"] == "10"
        assert client.post("/read", data={"text": LONG}, headers=OWN).status_code == 503
        assert client.get("/ledger").status_code == 200
        assert client.get("/check", params={"claim": "قتل 12 شخصا في سراقب"}).status_code == 200
    assert client.get("/check", params={"claim": LONG}).status_code == 200


def test_a_claim_too_long_is_refused(come: Client) -> None:
    """A claim longer than any sentence is refused with a code and the number of letters, as page and data."""
    long = "ا" * (LONGEST_CLAIM + 1)
    for path in ("/check", "/check.json"):
        answer = come().get(path, params={"claim": long})
        assert answer.status_code == 422
        assert "web.question" in answer.text
        assert str(LONGEST_CLAIM) in answer.text


def test_whoever_only_reads_has_shorter_texts_read(come: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be stored is read up to a length; whoever may add articles has longer ones read."""
    assert turns.LONGEST_TEXT == LONGEST_TEXT == 200_000
    monkeypatch.setattr("rawi.web.rest.writes.LONGEST_TEXT", 50)
    for closed, status in ((True, 413), (False, 200)):
        program = come(inside=False, key="key", read_only=closed)
        answer = program.post(f"{ROOT}/extract", json={"text": LONG}, headers=KEY)
        assert answer.status_code == status
        assert closed is ("web.length" in answer.text)
