"""The map draws what its list tells, the less exact the larger, and nothing without coordinates."""

from __future__ import annotations

import re
from pathlib import Path

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import Client


def test_each_circle_leads_to_its_incident(come: Client, ledger: Path) -> None:
    """A town is a small circle, a country a large one; a village that nobody knows is listed alone."""
    with open_rawi(ledger) as opened:
        for text in (
            "قتل خمسة جنود في هجوم على مدينة كركوك أمس.",
            "قتل سبعة جنود في هجوم في ليبيا أمس.",
            "قتل تسعة جنود في هجوم على قرية زهر الوادي أمس.",
        ):
            opened.add(read(text, published="2031-03-13"))
        opened.update()
    client = come()
    places = client.get("/map.json").json()["items"]
    drawn = [one for one in places if one["x"] is not None]
    assert len(places) >= 4
    assert 0 < len(drawn) < len(places)
    assert {one["radius"] for one in drawn} >= {6, 40}
    page = client.get("/map").text
    circles = re.findall(r'<a href="#(in_[0-9a-f]+)"', page)
    assert sorted(circles) == sorted(one["id"] for one in drawn)
    assert all(f'id="{one["id"]}"' in page for one in places)


def test_the_map_is_asked_as_the_list_is(come: Client) -> None:
    """By type, place and days; a type that is none is a wrong question."""
    client = come()
    assert client.get("/map.json?type=riots").json()["total"] == 0
    assert client.get("/map?type=picnic").status_code == 422
    assert client.get("/map.json?since=2032").json()["total"] == 0
