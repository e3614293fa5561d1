"""``rawi extract``: records, reports, formats, and whatever bytes may come."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

Rawi = Callable[..., Result]
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_record_for_each_article(rawi: Rawi) -> None:
    """One line of JSON for each article, in the order of the names, with the text unchanged."""
    result = rawi("extract", "articles", "--published", "2024-05", "--outlet", "مرايا الرمانة")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [Path(one["document"]["source"]).name for one in records] == ["a.txt", "b.txt"]
    assert {(one["document"]["published"], one["document"]["outlet"]) for one in records} == {
        ("2024-05", "مرايا الرمانة")
    }
    assert records[0]["document"]["text"] == Path("articles/a.txt").read_text("utf-8")
    assert records[0]["statements"][0]["speaker"]["name"] == "سليم الدوري"


def test_stdin(articles: Path) -> None:
    """A dash reads stdin, whatever is piped in."""
    for piped in ("قال سليم الدوري إن الجسر سيفتح غدا.", '{"text": "قال سليم الدوري إن الجسر سيفتح غدا."}'):
        command = [sys.executable, "-m", "rawi", "extract", "-"]
        done = subprocess.run(command, input=piped.encode(), capture_output=True, check=True, timeout=60)
        assert json.loads(done.stdout)["statements"][0]["speaker"]["name"] == "سليم الدوري"


def test_report_adds_up(rawi: Rawi) -> None:
    """The report names every input, and in = stored + duplicate + rejected."""
    Path("articles/empty.txt").touch()
    Path("articles/rows.jsonl").write_text('{"text": "قال سليم إن 5 آلاف وصلوا"}\n{bad\n', "utf-8")
    result = rawi("extract", "articles", "nofile", "--report", "report.json")
    report = json.loads(Path("report.json").read_text("utf-8"))
    outcomes = {Path(one["path"]).name: (one["outcome"], one["code"]) for one in report["inputs"]}
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert outcomes["nofile"] == ("rejected", "source.missing")
    assert outcomes["empty.txt"] == ("rejected", "source.empty")
    assert outcomes["rows.jsonl"][0] == "accepted"
    totals = report["totals"]
    assert totals["documents_in"] == totals["stored"] + totals["duplicates"] + totals["rejected"] == 6
    assert all(f"error[{code}]" in result.stderr for code in ("source.missing", "source.empty"))


def test_json_is_one_object(rawi: Rawi) -> None:
    """--json gives one object with a schema, the records, and what failed."""
    answer = json.loads(rawi("extract", "articles", "nofile", "--json").stdout)
    assert (answer["schema"], answer["count"], len(answer["items"])) == ("rawi.extract/1", 2, 2)
    assert [one["code"] for one in answer["errors"]] == ["source.missing"]


def test_jobs_change_nothing(rawi: Rawi) -> None:
    """The output is the same bytes whatever the number of processes."""
    rows = "".join(f'{{"text": "قال سليم الدوري إن {n} قاربا عبرت النهر."}}\n' for n in range(40))
    Path("rows.jsonl").write_text(rows, "utf-8")
    assert rawi("extract", "rows.jsonl", "--jobs", "2").stdout == rawi("extract", "rows.jsonl").stdout


def test_cards(rawi: Rawi) -> None:
    """Cards show the speaker on a line of its own and quote only what the source quotes."""
    shown = rawi("extract", "articles/a.txt", "--format", "cards").stdout
    assert "    سليم الدوري، المتحدث باسم بلدية الرمانة\n" in shown
    assert "«الجسر سيفتح خلال 10 أيام»" in shown


def test_html_is_right_to_left(rawi: Rawi) -> None:
    """The page is one file in Arabic, right to left, unless English is asked for."""
    page = rawi("extract", "articles", "--format", "html").stdout
    assert page.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')
    assert page.count("<article") == 2
    assert 'dir="ltr"' in rawi("extract", "articles", "--format", "html", "--lang", "en").stdout[:60]


def test_bad_date(rawi: Rawi) -> None:
    """--published that is no date is wrong usage."""
    assert rawi("extract", "articles", "--published", "yesterday").exit_code == 2


@QUICK
@given(data=st.binary(max_size=300))
@example(data=b"\x85\xe4")
@pytest.mark.parametrize("ending", ["txt", "html", "jsonl", "csv", "xml", "warc", "txt.gz"])
def test_any_bytes(rawi: Rawi, ending: str, data: bytes) -> None:
    """Any bytes under any name give records or a coded refusal, and the account adds up."""
    path = Path(f"any.{ending}")
    path.write_bytes(data)
    result = rawi("extract", str(path), "--report", "r.json")
    totals = json.loads(Path("r.json").read_bytes())["totals"]
    assert result.exit_code in (0, 1)
    assert totals["documents_in"] == totals["stored"] + totals["rejected"] >= 1
    # A line ends with "\n" alone; U+0085 and the like, which splitlines also cuts at, may stand in a text.
    assert result.stdout.count("\n") == totals["stored"]
    assert (result.exit_code == 1) == (totals["rejected"] > 0) == ("error[" in result.stderr)
    assert "Traceback" not in result.stderr
    assert "error[internal]" not in result.stderr


def test_ten_megabytes_in_a_line(rawi: Rawi) -> None:
    """A line of 10 MB is read like any other, and the lines after it too."""
    long = '{"text": "' + "بيت " * 1_400_000 + '"}\n'
    Path("long.jsonl").write_text(long + '{"text": "قال سليم الدوري إن الجسر سيفتح."}\n', "utf-8")
    result = rawi("extract", "long.jsonl")
    first, second = result.stdout.splitlines()
    assert len(json.loads(first)["document"]["text"]) == 5_600_000
    assert json.loads(second)["statements"]


def test_terminal_is_not_steered(rawi: Rawi) -> None:
    """Escape sequences and direction overrides of a source come out as visible signs."""
    Path("evil.txt").write_text("قال سليم الدوري إن \x1b[2J الجسر \u202eسيفتح\u202c غدا.", "utf-8")
    shown = rawi("extract", "evil.txt", "--format", "cards").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[U+202E]" in shown


def test_columns_under_other_names(rawi: Rawi) -> None:
    """--map names the columns of tables and the keys of JSON, whatever the spelling of their Arabic."""
    Path("a.csv").write_text("المقالة;العنوان;الناشر\nقال سليم إن 5 آلاف وصلوا;الجسر;النهر\n", "utf-8")
    Path("b.jsonl").write_text('{"المقالة": "قال سليم إن 6 آلاف وصلوا", "العنوان": "الميناء"}\n', "utf-8")
    result = rawi("extract", "a.csv", "b.jsonl", "--map", "text=المقاله، title=العُنوان")
    documents = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(one["title"], one["outlet"]) for one in documents] == [("الجسر", None), ("الميناء", None)]
    missing = rawi("extract", "a.csv", "--map", "text=المقالة,outlet=الصحيفة")
    assert missing.exit_code == 1
    assert "error[csv.no-column]" in missing.stderr
    assert "العنوان" in missing.stderr


@pytest.mark.parametrize("value", ["txt=النص", "text", "text=", "text=a,text=b", ""])
def test_a_wrong_map_is_wrong_usage(rawi: Rawi, value: str) -> None:
    """--map that names no field, or no column, is refused before anything is read, naming those there are."""
    result = rawi("extract", "articles", "--map", value)
    assert result.exit_code == 2
    assert "error[usage.value]" in result.stderr
    assert "published" in result.stderr


def test_fail_fast_stops_and_keeps(rawi: Rawi) -> None:
    """--fail-fast ends at the first refusal and says so; what was read before it is printed or stored."""
    Path("bad.jsonl").write_text("{bad\n", "utf-8")
    first = rawi("extract", "articles/a.txt", "bad.jsonl", "articles/b.txt", "--fail-fast")
    assert (first.exit_code, len(first.stdout.splitlines())) == (1, 1)
    assert "stopped at the first refusal" in first.stderr
    added = rawi("add", "articles/a.txt", "bad.jsonl", "articles/b.txt", "--fail-fast")
    assert added.exit_code == 1
    assert "1 stored" in added.stdout
    again = rawi("add", "articles/a.txt", "articles/b.txt", "--fail-fast")
    assert again.exit_code == 0
    assert "1 stored, 1 known already" in again.stdout
    kept = rawi("extract", "articles/a.txt", "bad.jsonl", "articles/b.txt", "--keep-going")
    assert (kept.exit_code, len(kept.stdout.splitlines())) == (1, 2)
