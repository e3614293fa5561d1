"""``rawi who``, ``merge``, ``split``, ``undo`` and ``update`` as people and programs use them."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Rawi = Callable[..., Result]

FIRST = "قال وزير النقل الأردني سالم الكيال إن الجسر سيفتح غدا.\n"
SECOND = "أعلن وزير النقل الأردني سالم الكيال، الأربعاء، أن 12 حافلة تعطلت.\n"
THIRD = "وأعلن المهندس سالم الكيال أن السوق أغلقت. ولم يصدر تعليق.\n"


@pytest.fixture
def known(rawi: Rawi, articles: Path, monkeypatch: pytest.MonkeyPatch) -> Rawi:
    """Run ``rawi`` where three articles name somebody, twice with his office."""
    monkeypatch.setenv("LOGNAME", "hala")
    for number, text in enumerate((FIRST, SECOND, THIRD), 1):
        (articles / f"w{number}.txt").write_text(text, "utf-8")
        done = rawi(
            "add", f"articles/w{number}.txt", "--published", f"2031-03-0{number}", "--outlet", "مرايا"
        )
        assert done.exit_code == 0
    return rawi


def cards(rawi: Rawi, *arguments: str) -> list[dict[str, object]]:
    """Return what ``rawi who --json`` answers."""
    result = rawi("who", *arguments, "--json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["count"] == len(answer["items"])
    items: list[dict[str, object]] = answer["items"]
    return items


def test_a_card_is_printed(known: Rawi) -> None:
    """The card has name, type, forms with counts, roles with days, outlets and the reasons."""
    shown = known("who", "الكيال").stdout
    for words in ("person", "سالم الكيال ×2", "2031-03-01 – 2031-03-02  ×2  وزير النقل الأردني", "مرايا: "):
        assert words in shown
    assert "same name and role (وزير النقل الأردني)" in shown
    assert "may be one" in shown
    arabic = known("who", "الكيال", "--lang", "ar").stdout
    assert "الاسم والصفة نفسهما" in arabic
    assert "may be" not in arabic


def test_suggestions_are_listed(known: Rawi) -> None:
    """Bare ``rawi who`` lists what may be one, with the command that decides it."""
    shown = known("who").stdout
    assert "same name" in shown
    a, b = shown.partition("rawi merge ")[2].split()[:2]
    assert known("merge", a, b).exit_code == 0
    assert [card["name"] for card in cards(known, "الكيال")] == ["سالم الكيال"]


def test_two_that_may_be_one_are_told_apart(known: Rawi) -> None:
    """Under each of two equal names stand its documents, days, roles and outlets, in both languages."""
    shown = known("who").stdout
    assert "documents: 2; 2031-03-01 – 2031-03-02; وزير النقل الأردني; مرايا" in shown
    assert "documents: 1; 2031-03-03; المهندس; مرايا" in shown
    assert "الأخبار: 2؛" in known("who", "--lang", "ar").stdout
    items = cards(known)
    abouts = [item[key] for item in items for key in ("a_about", "b_about")]
    assert sorted(about["documents"] for about in abouts) == [1, 2]  # type: ignore[index]


@pytest.mark.parametrize("written", ["سالم الكيالل", "سالم الكايال"])
def test_a_misspelt_name_is_answered_with_those_like_it(known: Rawi, written: str) -> None:
    """Nothing is found, and people are told who may be meant, with an id that leads there."""
    result = known("who", written)
    assert "nothing found" in result.stderr
    assert "سالم الكيال" in result.stderr
    (id, *_) = re.findall(r"pe_[0-9a-f]{14}", result.stderr)
    assert "سالم الكيال" in known("who", id).stdout
    assert cards(known, written) == []


def test_namesakes_take_one_line_of_those_like_it(known: Rawi) -> None:
    """Two people of one name are one answer to a misspelt one, the most mentioned; it says who he is."""
    told = known("who", "الكيالل").stderr
    assert told.count("سالم الكيال") == 1
    assert "وزير النقل الأردني" in told


def test_a_name_in_latin_letters_is_told_how_names_are_kept(known: Rawi) -> None:
    """Nobody in the ledger is written in Latin letters; people are told so."""
    assert "in Arabic letters" in known("who", "Kayyal").stderr
    assert "بحروف عربية" in known("who", "Kayyal", "--lang", "ar").stderr


def test_beyond_the_last_page_no_name_is_offered(known: Rawi) -> None:
    """Who is found, but on an earlier page, is not offered as somebody with a name like it."""
    told = known("who", "الكيال", "--cursor", "5").stderr
    assert "nothing found" in told
    assert "names like it" not in told


def test_a_name_of_too_many_words_is_wrong_usage(known: Rawi) -> None:
    """No name has a hundred words; the answer is a coded error."""
    result = known("who", "كلمة " * 100)
    assert result.exit_code == 2
    assert "error[usage.value]" in result.stderr


def test_a_name_like_nobody_s_is_answered_with_nothing(known: Rawi) -> None:
    """No name is offered that has nothing in common with the one asked for."""
    assert "names like it" not in known("who", "قيس المرزوقي").stderr


def test_a_decision_is_told_and_taken_back(known: Rawi) -> None:
    """The decision says who and why; undone, the export is the same bytes as before."""
    before = known("export", "entities").stdout
    one, other = (str(card["id"]) for card in cards(known, "الكيال"))
    made = json.loads(known("merge", one, other, "--why", "الخبر نفسه", "--by", "سلمى", "--json").stdout)
    assert made["schema"] == "rawi.decision/1"
    assert (made["decision"]["who"], made["decision"]["why"]) == ("سلمى", "الخبر نفسه")
    assert "سلمى" in known("who", "الكيال").stdout
    assert known("export", "entities").stdout != before
    assert json.loads(known("undo", "--json").stdout)["decision"]["who"] == "hala"
    assert known("export", "entities").stdout == before
    assert known("verify").exit_code == 0


def test_a_split_is_made_by_name_of_an_entry(known: Rawi) -> None:
    """One member is taken out of an entity."""
    card = cards(known, "الكيال")[0]
    members = card["members"]
    assert isinstance(members, list)
    assert known("split", str(card["id"]), members[0]["entry"]).exit_code == 0
    assert len(cards(known, "الكيال")) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("who", "pe_00000000000000"), "E307"),
        (("merge", "سالم الكيال", "سالم الكيال"), "E308"),
        (("split", "pe_00000000000000"), "E307"),
        (("undo",), "usage.decision"),
        (("undo", "7"), "usage.decision"),
        (("undo", "x"), "usage"),
    ],
)
def test_what_cannot_be_is_told(known: Rawi, arguments: tuple[str, ...], code: str) -> None:
    """Wrong ids and decisions end with exit code 2 and one message."""
    result = known(*arguments)
    assert result.exit_code == 2
    assert f"error[{code}]" in result.stderr


def test_update_and_status(known: Rawi) -> None:
    """An update tells how many there are; a second does nothing; status tells what came since."""
    first = json.loads(known("update", "--json").stdout)
    assert (first["schema"], first["changed"], first["overruled"]) == ("rawi.update/1", True, [])
    assert "nothing came since" in known("update").stdout
    assert "across documents" in known("status").stdout
    known("add", "articles/a.txt", "--published", "2024-05-02")
    assert "more came since" in known("status").stdout


def test_an_overruled_decision_is_told(known: Rawi) -> None:
    """An update says which decisions a later one overrules."""
    card, other = cards(known, "الكيال")
    assert known("merge", str(card["id"]), str(other["id"])).exit_code == 0
    entry = other["members"][0]["entry"]  # type: ignore[index]
    assert known("split", str(card["id"]), entry).exit_code == 0
    assert "decision 1 is overruled by 2" in known("update").stderr


def test_the_export_has_the_shape_of_the_contract(known: Rawi) -> None:
    """Each row names the entity, its variants, documents, link, members with their words, outlets."""
    rows = [json.loads(line) for line in known("export", "entities").stdout.splitlines()]
    for row in rows:
        assert {"id", "type", "name", "variants", "documents", "link", "members", "roles", "outlets"} <= set(
            row
        )
        for member in row["members"]:
            assert (
                known("show", f"{member['document']}#char={member['start']},{member['end']}").exit_code == 0
            )
    assert len({row["id"] for row in rows}) == len(rows)


def test_the_guide_prints_what_it_shows(rawi: Rawi) -> None:
    """Each command of the guide prints what stands under it; of an ``…`` anything."""
    guide = (Path(__file__).parents[2] / "docs/guide/entities.md").read_text("utf-8")
    lines = re.findall(r"(?ms)^```\n(.*?)^```$", guide)[0].splitlines()
    for number, line in enumerate(lines, 1):
        Path(f"{number}.txt").write_text(f"{line}\n", "utf-8")
    (console,) = re.findall(r"(?ms)^```console\n(.*?)^```$", guide)
    shown = re.findall(r"(?ms)^\$ rawi (.*?)\n(.*?)(?=^\$|\Z)", console)
    assert len(shown) == 5
    for command, output in shown:
        printed = rawi(*shlex.split(command)).stdout
        assert output.strip() == "…" or printed.rstrip() == output.rstrip(), command
