"""The commands that fill a ledger and ask it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest
from click.testing import Result

Rawi = Callable[..., Result]


def _json(result: Result) -> dict[str, Any]:
    """Return the one object that was printed."""
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_a_second_run_adds_nothing(filled: Rawi) -> None:
    """Adding the same articles again stores nothing, and says that they are known."""
    before = Path("ledger.rawi").read_bytes()
    answer = _json(
        filled("add", "articles", "--published", "2024-05-02", "--outlet", "مرايا الرمانة", "--json")
    )
    assert answer["schema"] == "rawi.add/1"
    assert (answer["totals"]["stored"], answer["totals"]["duplicates"]) == (0, 2)
    assert Path("ledger.rawi").read_bytes() == before


def test_bad_inputs_do_not_stop_the_others(rawi: Rawi) -> None:
    """What cannot be read is refused with a code and kept; the rest is stored, and the exit code is 1."""
    Path("articles/c.txt").write_bytes(bytes(range(256)) * 20)
    result = rawi("add", "articles", "nofile", "--report", "r.json")
    assert result.exit_code == 1
    assert "2 stored, 0 known already, 2 refused" in result.stdout
    assert json.loads(Path("r.json").read_bytes())["totals"]["documents_in"] == 4
    assert rawi("verify").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (("find", "الجسر"), "rawi.find/1"),
        (("said", "الدوري"), "rawi.said/1"),
        (("figures", "مسافر"), "rawi.figures/1"),
        (("figures", "--differ"), "rawi.differences/1"),
        (("export", "statements"), "rawi.export.statements/1"),
    ],
)
def test_lists_as_json(filled: Rawi, arguments: tuple[str, ...], schema: str) -> None:
    """Each list comes as one object with its schema, a count that is right, and errors."""
    answer = _json(filled(*arguments, "--json"))
    assert answer["schema"] == schema
    assert answer["count"] == len(answer["items"])
    assert answer["errors"] == []


@pytest.mark.parametrize("command", ["status", "verify", "doctor"])
def test_answers_as_json(filled: Rawi, command: str) -> None:
    """Each single answer comes as one object with its schema."""
    assert _json(filled(command, "--json"))["schema"] == f"rawi.{command}/1"


def test_said(filled: Rawi) -> None:
    """A speaker is found under another spelling; each statement comes with its words and their address."""
    items = _json(filled("said", "سليم الدورى", "--json"))["items"]
    text = Path("articles/a.txt").read_text("utf-8")
    assert items
    for one in items:
        start, end = map(int, one["address"].partition("#char=")[2].split(","))
        assert text[start:end] == one["words"]
        assert one["article"]["outlet"] == "مرايا الرمانة"


def test_spelling_does_not_matter_to_find(filled: Rawi) -> None:
    """Vowel marks, digits and joined words do not matter, unless the words are wanted as typed."""
    assert _json(filled("find", "والجِسر", "--json"))["count"] == 1
    assert _json(filled("find", "٤٠", "--json"))["count"] == 1
    assert _json(filled("find", "والجِسر", "--exact", "--json"))["count"] == 0


def test_pages(filled: Rawi) -> None:
    """--limit cuts, and the cursor that it prints goes on where it stopped."""
    whole = _json(filled("said", "--json"))["items"]
    first = _json(filled("said", "--json", "--limit", "1"))
    rest = _json(filled("said", "--json", "--cursor", first["next"]))
    assert len(whole) > 1
    assert [*first["items"], *rest["items"]] == whole
    assert rest["next"] is None
    assert filled("said", "--jsonl").stdout.count("\n") == len(whole)


def test_nothing_found(filled: Rawi) -> None:
    """Nothing found is no failure, unless it was asked to be one."""
    assert filled("said", "بلقيس").exit_code == 0
    assert filled("said", "بلقيس", "--fail-empty").exit_code == 3
    assert filled("find", "بلقيس", "--fail-empty").exit_code == 3


def test_show_cite_explain(filled: Rawi) -> None:
    """An entry can be shown where it stands, cited, and explained, by its id or the first letters of it."""
    one = _json(filled("said", "الدوري", "--json", "--limit", "1"))["items"][0]
    shown = _json(filled("show", one["id"], "--json"))
    assert (shown["schema"], shown["words"]) == ("rawi.show/1", one["words"])
    assert f"⟦{one['words']}⟧" in filled("show", one["address"]).stdout
    cited = _json(filled("cite", one["id"], "--json"))
    assert cited["citation"]["words"] == one["words"]
    assert set(cited["styles"]) == {"block", "md", "ris", "csl"}
    told = _json(filled("explain", one["id"][:8], "--json"))["explanation"]
    assert told["entry"]["id"] == one["id"]
    assert told["rule"]
    assert told["evidence"][0]["origin"]["path"] == "articles/a.txt"


def test_certain_and_doubtful_are_parted(filled: Rawi) -> None:
    """All is shown and what is doubtful marked; either kind can be asked for alone, and both make up all."""
    Path("c.txt").write_text("دعا المجذاف إلى إصلاح الجسر. وقال سليم الدوري إن العمل انتهى.\n", "utf-8")
    assert filled("add", "c.txt").exit_code == 0
    ids = [
        {one["id"] for one in _json(filled("said", *option, "--json"))["items"]}
        for option in ((), ("--certain",), ("--doubtful",))
    ]
    assert ids[1]
    assert ids[2]
    assert (ids[1] & ids[2], ids[1] | ids[2]) == (set(), ids[0])
    doubtful = filled("said", "--doubtful").stdout
    assert doubtful.count("doubtful") == len(ids[2])
    assert "doubtful" not in filled("said", "--certain").stdout


def test_a_headline_is_no_second_utterance(filled: Rawi) -> None:
    """It stands with the statement it repeats, unless echoes are asked for or the words find it alone."""
    text = (
        "الوزير فادي الحسن: الجسر الحديدي سيفتح قريبا أمام السيارات\n"
        "وقال الوزير فادي الحسن «الجسر الحديدي سيفتح قريبا أمام كل المسافرين».\n"
    )
    Path("c.txt").write_text(text, "utf-8")
    assert filled("add", "c.txt").exit_code == 0
    (one,) = _json(filled("said", "الحسن", "--json"))["items"]
    assert one["statement"]["kind"] == "direct"
    assert [echo["words"] for echo in one["echoes"]] == ["الجسر الحديدي سيفتح قريبا أمام السيارات"]
    assert "also told as" in filled("said", "الحسن").stdout
    both = _json(filled("said", "الحسن", "--echoes", "--json"))["items"]
    assert {other["repeats"] for other in both} == {None, one["id"]}
    (alone,) = _json(filled("said", "الحسن", "--about", "السيارات", "--json"))["items"]
    assert (alone["repeats"], alone["id"]) == (one["id"], one["echoes"][0]["id"])
    rows = [json.loads(line) for line in filled("export", "statements").stdout.splitlines()]
    exported = {row["id"]: row["repeats"] for row in rows}
    assert exported[alone["id"]] == one["id"]
    told = _json(filled("explain", alone["id"], "--json"))
    assert told["explanation"]["repeats"]["id"] == one["id"]
    assert told["reasons"]
    assert told["proof"]["reads"]["en"]


def test_show_in_each_format(filled: Rawi) -> None:
    """A document is shown as text, cards or a page."""
    document = _json(filled("export", "documents", "--json"))["items"][0]["id"]
    assert "الرمانة" in filled("show", document).stdout
    assert "statements" in filled("show", document, "--format", "cards").stdout
    assert filled("show", document, "--format", "html").stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "ffffffff"), "E307"),
        (("explain", "st_zzz"), "E307"),
        (("explain", "\udcff\udcfe"), "E307"),
        (("explain", "s1" * 60_000), "E307"),
        (("show", "a b#c"), "usage.value"),
        (("said", "--since", "soon"), "usage.value"),
        (("figures", "--since", "2020-99"), "usage.value"),
        (("find", "الجسر", "--cursor", "?"), "usage.value"),
        (("said", "--cursor", "x"), "usage.value"),
    ],
)
def test_wrong_questions(filled: Rawi, arguments: tuple[str, ...], code: str) -> None:
    """A question that cannot be asked exits with 2 and says what is wrong with it."""
    result = filled(*arguments)
    assert result.exit_code == 2
    assert f"error[{code}]" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("story", "sy_00000000000000"), "rawi story lists"),
        (("merge", "en_00000000000000", "en_11111111111111"), "rawi who NAME"),
        (("compare", "fg_00000000000000", "fg_11111111111111"), "rawi compare WORDS"),
    ],
)
def test_an_unknown_id_is_answered_with_where_such_ids_are(
    filled: Rawi, arguments: tuple[str, ...], advice: str
) -> None:
    """The commands that are named print ids of that kind."""
    result = filled(*arguments)
    assert result.exit_code == 2
    assert "error[E307]" in result.stderr
    assert advice in result.stderr


def test_export(filled: Rawi) -> None:
    """Every row has an id, its document, its span and its words; -o writes the same to a file."""
    printed = filled("export", "figures").stdout
    rows = [json.loads(line) for line in printed.splitlines()]
    texts = {one["id"]: one["text"] for one in _json(filled("export", "documents", "--json"))["items"]}
    assert rows
    assert all(texts[one["document"]][one["start"] : one["end"]] == one["text"] for one in rows)
    assert filled("export", "figures", "-o", "figures.jsonl").exit_code == 0
    assert Path("figures.jsonl").read_text("utf-8") == printed
    assert filled("export", "figures", "-o", "no/such/folder").exit_code == 1


def test_verify_finds_a_change(filled: Rawi) -> None:
    """A ledger that was changed behind its back is named, with exit code 4."""
    assert filled("verify").exit_code == 0
    connection = sqlite3.connect("ledger.rawi")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE entry SET json = replace(json, 'asserted', 'denied')")
    connection.commit()
    connection.close()
    result = filled("verify", "--json")
    assert result.exit_code == 4
    assert _json(result)["sound"] is False


def test_a_file_that_is_no_ledger(rawi: Rawi) -> None:
    """Another file is not taken for a ledger, and not touched."""
    Path("other.rawi").write_text("قائمة مشتريات طويلة " * 100, "utf-8")
    result = rawi("said", "--ledger", "other.rawi")
    assert (result.exit_code, "error[E301]" in result.stderr) == (2, True)
    assert Path("other.rawi").read_text("utf-8").startswith("قائمة")


def test_locked_ledger(filled: Rawi, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that another process writes to gives exit code 5."""
    monkeypatch.setattr("rawi.ledger.ledger.open_ledger.__kwdefaults__", {**_defaults(), "wait": 0.05})
    other = apsw.Connection("ledger.rawi")
    other.execute("BEGIN IMMEDIATE")
    result = filled("add", "articles/a.txt", "--outlet", "الرواق")
    other.close()
    assert (result.exit_code, "error[E304]" in result.stderr) == (5, True)


def _defaults() -> dict[str, Any]:
    """Return the keyword defaults of ``open_ledger``."""
    from rawi.ledger.ledger import open_ledger

    return dict(open_ledger.__kwdefaults__ or {})


def test_status(rawi: Rawi) -> None:
    """Bare rawi says where the ledger is, or that there is none, and what to do next."""
    assert "rawi demo" in rawi().stdout
    rawi("add", "articles")
    assert "2 documents" in rawi().stdout
    assert _json(rawi("--json"))["counts"]["documents"] == 2


def test_statements_without_a_date_are_counted(rawi: Rawi) -> None:
    """What --since leaves out for want of a date is counted on stderr, for people only."""
    rawi("add", "articles")
    assert "want of a date" in rawi("said", "الدوري", "--since", "1990").stderr
    assert "want of a date" not in rawi("said", "الدوري").stderr
    assert "want of a date" not in rawi("said", "الدوري", "--since", "1990", "--json").stderr


def test_a_damaged_schema_is_told_plainly(filled: Rawi) -> None:
    """A table that is gone from the schema is damage (E306), not an error of the program."""
    connection = sqlite3.connect("ledger.rawi")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'journal'")
    connection.commit()
    connection.close()
    result = filled("verify")
    assert (result.exit_code, "error[E306]" in result.stderr) == (1, True)


def test_what_was_mapped_can_be_verified(rawi: Rawi) -> None:
    """Rows of tables, spreadsheets and JSON read under other names give the same texts when verified."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["المقالة"], ["قال سليم إن 4 آلاف وصلوا"]):
        book.active.append(row)
    book.save("c.xlsx")
    Path("a.csv").write_text("المقالة\nقال سليم إن 5 آلاف وصلوا\n", "utf-8")
    Path("b.jsonl").write_text('{"المقالة": "قال سليم إن 6 آلاف وصلوا"}\n', "utf-8")
    names = ("a.csv", "b.jsonl", "c.xlsx")
    assert "3 stored" in rawi("add", *names, "--map", "text=المقالة").stdout
    assert rawi("verify").exit_code == 0
    assert "0 stored, 3 known already" in rawi("add", *names, "--map", "text=المقالة").stdout
