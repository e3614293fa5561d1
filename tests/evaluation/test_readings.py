"""Events are drawn for reading as they stand, and what the reader notes is counted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from rawi.evaluation.readings import Article, count, draw, main, read_articles

TEXT = "قتل ثلاثة جنود في هجوم على حاجز في مدينة كركوك الثلاثاء."
SHEET = "#1 certain | a\n#2 doubtful | b\n#3 certain | c\n"


def test_the_same_seed_draws_the_same_events() -> None:
    """A sheet holds the trigger in its text, its type and its place, and comes again with its seed."""
    articles = [Article(f"a{number}", TEXT) for number in range(4)]
    lines = list(draw(list(articles), 2, 7))
    assert lines == list(draw(list(articles), 2, 7))
    assert sum(line.startswith("\n#") for line in lines) == 2
    assert any("【هجوم】" in line for line in lines)
    assert any("PLACE كركوك" in line for line in lines)


def test_shares_are_counted_for_certain_and_doubtful_events() -> None:
    """An event counts as right where it is real, its type right and its place right or untold."""
    table = "1\ty\tright\tright\n2\tn\twrong\twrong\n3\ty\tnear\tnone\n"
    lines = [" ".join(line.split()) for line in count(SHEET, table)]
    assert lines == [
        "all 3 real 0.67 type 0.33 place 0.67 type and place 0.33",
        "certain 2 real 1.00 type 0.50 place 1.00 type and place 0.50",
        "doubtful 1 real 0.00 type 0.00 place 0.00 type and place 0.00",
    ]


def test_a_table_of_another_sheet_is_refused() -> None:
    """A table without a line for each event gives no shares."""
    with pytest.raises(ValueError, match="not one line for each"):
        list(count(SHEET, "1\ty\tright\tright\n"))


def test_the_command_draws_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``draw`` reads JSON lines and writes a sheet."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(msgspec.json.encode({"id": "a", "text": TEXT, "other": 1}) + b"\n")
    assert len(read_articles(path)) == 1
    assert main(["draw", str(path), "--number", "1"]) == 0
    assert "1 articles read" in capsys.readouterr().out
