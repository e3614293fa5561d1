"""The measurement of resolution measures, and resolution grows as a line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.resolution import Measured, growth, main, measure
from tests.entities.named import body, circle, person

_ROLES = ("وزير النقل الأردني", "مدير بلدية الرمانة", "العقيد")


def named(articles: int) -> list[list[object]]:
    """Return what invented articles name: many of a few names, with roles and others beside them."""
    found: list[list[object]] = []
    for number in range(articles):
        document, role = f"{number:06}", _ROLES[number % len(_ROLES)]
        name = f"سالم الكيال{'وترسبلم'[number % 7]}"
        others = circle(document, f"هالة الصبان{number % 50}", f"ماهر كوراني{number % 40}")
        found.append([person(document, name, role), body(document, "وزارة النقل الأردنية"), *others])
    return found


def test_resolution_grows_as_a_line() -> None:
    """Eight times the articles take at most sixteen times as long: names that many bear are no square."""
    few, many = named(400), named(3200)
    measure(few)  # type: ignore[arg-type]
    tries = [(measure(few), measure(many)) for _ in range(3)]  # type: ignore[arg-type]
    assert min(long.seconds / short.seconds for short, long in tries) < 16


def test_growth_is_told_against_a_line() -> None:
    """Twice as long for twice as many is 1."""
    assert growth(Measured(10, 0, 1.0, 0, 0), Measured(20, 0, 2.0, 0, 0)) == 1
    assert growth(Measured(10, 0, 1.0, 0, 0), Measured(20, 0, 3.0, 0, 0)) == 1.5


def test_a_file_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Extraction is kept and taken from there; the table has a line for what there is."""
    articles, records = tmp_path / "a.jsonl.gz", tmp_path / "r.jsonl"
    text = "قال وزير النقل الأردني سالم الكيال إن الجسر سيفتح غدا."
    with gzip.open(articles, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": text, "published": "2031-03-02", "outlet": "مرايا"}) + "\n")
    for _ in range(2):
        assert main([str(articles), "--records", str(records)]) == 0
        assert capsys.readouterr().out.splitlines()[1].split()[0] == "1"
    assert records.exists()
