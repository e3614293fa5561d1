"""How often statements are right, counted by their reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.claims.certainty import load_reasons
from rawi.evaluation.gold import read_gold
from rawi.evaluation.reasons import Judged, judge, main, render_table

TEXT = "قال الوزير سليم الدوري إن الجسر سيفتح للمسافرين غدا. وأضاف أن العمل في السوق الشرقي انتهى تماما.\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold of one article, in which somebody else is said to have added the second statement."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    statements = [
        {
            "id": "s1",
            "kind": "indirect",
            "content": ["الجسر سيفتح للمسافرين غدا"],
            "speaker": ["سليم الدوري"],
        },
        {
            "id": "s2",
            "kind": "indirect",
            "content": ["العمل في السوق الشرقي انتهى تماما"],
            "speaker": ["هناء الشمري"],
        },
    ]
    raw = {"published": None, "body": [{"text": TEXT.strip()}], "statements": statements}
    (tmp_path / "a.gold.json").write_text(json.dumps(raw), "utf-8")
    return tmp_path


def test_a_statement_is_right_with_its_content_and_its_speaker(gold: Path) -> None:
    """Of two contents that are found the one with another speaker is not right."""
    assert [(one.matched, one.right) for one in judge(read_gold(gold))] == [(True, True), (True, False)]


def test_every_reason_has_its_line(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table names certain, doubtful, and each reason there is, with what was counted."""
    assert main([str(gold)]) == 0
    table = capsys.readouterr().out
    assert "| `certain` |  | 2 | 2 | 1 | 1 of 2 |" in table
    assert "| `speaker.next` | 0 | 1 | 1 | 0 | 0 of 1 |" in table
    assert all(f"`{code}`" in table for code in load_reasons())


def test_the_table_goes_by_the_weights_as_they_are() -> None:
    """What was doubtful when it was read counts as the reasons weigh now."""
    table = render_table([Judged(("speaker.nobody",), True, False), Judged(("content.clause",), True, True)])
    assert "| `certain` |  | 1 | 1 | 1 | 1 of 1 |" in table
    assert "| `doubtful` |  | 1 | 1 | 0 | 0 of 0 |" in table


def test_a_gold_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 2 and names the path, without a traceback."""
    assert main(["nowhere.jsonl"]) == 2
    assert "nowhere.jsonl" in capsys.readouterr().err
