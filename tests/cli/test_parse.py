"""``rawi parse``, ``rawi eval`` and ``rawi demo``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from rawi.evaluation.report import evaluate, render_report
from rawi.pipeline import extract

Rawi = Callable[..., Result]
GOLD = Path(__file__).parents[2] / "gold"


def test_a_phrase(rawi: Rawi) -> None:
    """A phrase on the command line gives its values, a line each, or one object."""
    assert json.loads(rawi("parse", "نحو 40 ألف مسافر").stdout)["n"] == "40000"
    answer = json.loads(rawi("parse", "6 كانون الأول 2017", "--task", "date", "--json").stdout)
    assert (answer["schema"], answer["items"][0]["edtf"]) == ("rawi.parse/1", "2017-12-06")


def test_lines_in_order(rawi: Rawi) -> None:
    """Each line of stdin gets one answer, in order; one that is no question gets an error and exit code 1."""
    asked = (
        '{"suite": "own", "id": "1", "task": "number", "text": "خمسة"}\n{oops\n'
        '{"suite": "own", "id": "3", "task": "date", "text": "أمس", "reference": "2020-03-02"}\n'
    )
    result = rawi("parse", stdin=asked)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["id"] for one in answers] == ["1", "", "3"]
    assert answers[0]["values"][0]["n"] == "5"
    assert answers[2]["values"][0]["edtf"] == "2020-03-01"
    assert answers[1]["error"].startswith("line 2")
    assert (result.exit_code, "error[parse.line]" in result.stderr) == (1, True)


def test_eval(rawi: Rawi) -> None:
    """The scores are those of the library, as a table and as JSON."""
    report = evaluate(GOLD, extract)
    assert rawi("eval", str(GOLD)).stdout == render_report(report) + "\n"
    answer = json.loads(rawi("eval", str(GOLD), "--json").stdout)
    assert answer["figures"].keys() == report.figures.keys()


def test_demo(rawi: Rawi) -> None:
    """The demonstration answers from its ledger and says what to try next."""
    answer = json.loads(rawi("demo", "here", "--json").stdout)
    shown = answer["demonstration"]
    assert shown["counts"]["documents"] == 19
    assert shown["statements"]
    assert shown["figures"]
    assert shown["sound"]
    text = rawi("demo", "here").stdout
    assert shown["statements"][0]["words"] in text
    for line in answer["next"]:
        assert f"    {line}\n" in text


def test_demo_over_a_foreign_file_advises_another_folder(rawi: Rawi, tmp_path: Path) -> None:
    """``rawi demo`` has no --ledger, so it does not advise it."""
    (tmp_path / "ledger.rawi").write_text("no ledger, but somebody's notes " * 40)
    result = rawi("demo", str(tmp_path))
    assert result.exit_code == 2
    assert "error[E301]" in result.stderr
    assert "--ledger" not in result.stderr
    assert "rawi demo DIR" in result.stderr


def test_proposed_commands_work(rawi: Rawi, monkeypatch: object) -> None:
    """What the demonstration proposes finds something when it is typed as it stands."""
    import os
    import shlex

    proposed = json.loads(rawi("demo", "here", "--json").stdout)["next"]
    os.chdir("here")  # the fixture goes back
    for line in proposed:
        program, *arguments = shlex.split(line.partition(" >")[0])
        result = rawi(*arguments, *(["--fail-empty"] if arguments[0] in ("said", "figures", "find") else []))
        assert (program, result.exit_code) == ("rawi", 0), line
        assert result.stdout


def test_a_reference_that_is_no_date(rawi: Rawi) -> None:
    """A reference that is no year, month, day or moment is wrong usage; those are taken."""
    for wrong in ("xx", "2020-13", "2020-02-30", "20200101", "2020-01-01T99"):
        result = rawi("parse", "أمس", "--task", "date", "--reference", wrong)
        assert (result.exit_code, "error[usage.value]" in result.stderr) == (2, True), wrong
    for right in ("2020", "2020-03", "2020-03-02", "2020-03-02T04:30:00", "2020-03-02T04:30:00Z"):
        assert rawi("parse", "أمس", "--task", "date", "--reference", right).exit_code == 0


def test_eval_of_nothing(rawi: Rawi) -> None:
    """No such folder, or none with annotated articles, is wrong usage and said as such."""
    Path("empty").mkdir()
    for folder, why in (("nowhere", "no such file or folder"), ("empty", "no annotated articles")):
        result = rawi("eval", folder)
        assert (result.exit_code, "error[E403]" in result.stderr) == (2, True)
        assert why in result.stderr
