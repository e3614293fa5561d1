"""Who passed a claim on stands wherever it is shown whose claim it is."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import Client

REPORTS = (
    "قال المتحدث رائد الكناني إن وزير الصحة سامي الحلبي أعلن أن 12 شخصا قتلوا في انفجار سوق عين الصفا.",
    "قال وزير الصحة سامي الحلبي إن 15 شخصا قتلوا في انفجار سوق عين الصفا. وهرعت فرق الإسعاف إلى السوق.",
)
NAME = "<bdi>رائد الكناني</bdi>"


@pytest.fixture
def client(ledger: Path, come: Client) -> TestClient:
    """A client of a ledger with a number that one man says another announced."""
    with open_rawi(ledger) as opened:
        for number, text in enumerate(REPORTS):
            opened.add(
                read(text, published="2031-04-13", outlet=f"مرايا {number}", title="انفجار سوق عين الصفا")
            )
        opened.update()
    client = come()
    client.cookies.set("rawi-lang", "en")
    return client


def _figure(client: TestClient) -> dict[str, object]:
    """Return the figure that was passed on."""
    items = client.get("/figures.json").json()["items"]
    return next(one for one in items if one["relayed_by"])


def test_a_figure_never_reads_as_if_its_holder_had_told_it(client: TestClient) -> None:
    """In lists, beside the article, in the review, among the numbers of its holder and of its story."""
    one = _figure(client)
    assert (one["holder"], one["relayed_by"]) == ("سامي الحلبي", ["رائد الكناني"])
    story = client.get("/stories.json").json()["items"][0]["id"]
    who = client.get("/who.json?who=سامي الحلبي").json()["items"]
    holder = max(who, key=lambda each: len(each["documents"]))["id"]
    paths = [f"/d/{one['article']['id']}", f"/review?open={one['id']}", f"/story/{story}"]  # type: ignore[index]
    for path in ("/figures", "/ledger?kind=figure", *paths):
        assert re.search(f"relayed by {NAME}", client.get(path).text), path
    tab = client.get(f"/e/{holder}?tab=figures").text
    assert re.search(rf"relayed by\s+{NAME}", tab)


def test_the_sheet_of_figures_says_who_passed_them_on(client: TestClient) -> None:
    """In a column of its own."""
    rows = list(csv.DictReader(io.StringIO(client.get("/figures.csv").content.decode("utf-8-sig"))))
    assert "رائد الكناني" in {row["relayed_by"] for row in rows}
