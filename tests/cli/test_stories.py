"""``rawi merge`` and ``rawi split`` of stories: what must be given, and what is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Rawi = Callable[..., Result]

TEXTS = (
    ("احترقت 340 شجرة لوز في بساتين كفر البيلسان فجر الاثنين، وأخمدت الفرق النار.", "مرايا"),
    ("افتتح سامي دوفري معرض الخزف السنوي في قاعة سهيل بحضور طلاب المدارس.", "صدى الريم"),
)


@pytest.fixture
def two(rawi: Rawi, articles: Path) -> tuple[str, str]:
    """Two reports of a ledger, by the beginnings of their ids."""
    ids: list[str] = []
    for number, (text, outlet) in enumerate(TEXTS, 1):
        (articles / f"s{number}.txt").write_text(text, "utf-8")
        done = rawi(
            "add", f"articles/s{number}.txt", "--published", "2031-03-01", "--outlet", outlet, "--json"
        )
        assert done.exit_code == 0
    rows = [json.loads(line) for line in rawi("export", "documents").stdout.splitlines()]
    outlets = {row["outlet"]: row["id"] for row in rows}
    ids = [outlets[outlet].removeprefix("sha256:")[:12] for _, outlet in TEXTS]
    return ids[0], ids[1]


def test_a_merge_tells_which_reports_are_one_now(rawi: Rawi, two: tuple[str, str]) -> None:
    """Both reports stand under one story; a split that names one of them tells that both are in none."""
    shown = rawi("merge", *two).stdout
    head = next(line for line in shown.splitlines() if line.startswith("one story"))
    assert all(id in shown.partition(head)[2] for id in two)
    answer = json.loads(rawi("split", head.split()[-1], two[1], "--json").stdout)
    assert [part["story"] for part in answer["stories"]] == [None]
    assert len(answer["stories"][0]["reports"]) == 2


def test_a_split_of_a_story_names_its_reports(rawi: Rawi, two: tuple[str, str]) -> None:
    """Without a report it is wrong usage that says what to give, and the story stays."""
    rawi("merge", *two)
    story = json.loads(rawi("story", "--json").stdout)["items"][0]["id"]
    refused = rawi("split", story)
    assert refused.exit_code == 2
    assert "usage.decision" in refused.stderr
    assert f"rawi split {story} REPORT" in refused.stderr
    assert len(json.loads(rawi("story", story, "--json").stdout)["story"]["reports"]) == 2
    shown = rawi("split", story, two[1]).stdout
    assert "in no story" in shown
