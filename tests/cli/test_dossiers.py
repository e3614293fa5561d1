"""``rawi dossier`` and ``rawi export html``: what is collected and written, and that it proves itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Rawi = Callable[..., Result]
GUIDE = (Path(__file__).parents[2] / "docs/guide/dossier.md").read_text("utf-8")
TEXT = "قال المتحدث رائد الكناني إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب.\nوأصيب 30 آخرون."


@pytest.fixture
def figures(rawi: Rawi, articles: Path) -> list[str]:
    """The figures of a ledger with one article more."""
    (articles / "d.txt").write_text(TEXT, "utf-8")
    assert rawi("add", "articles/d.txt", "--published", "2031-03-01").exit_code == 0
    return [one["id"] for one in json.loads(rawi("figures", "--json").stdout)["items"]]


def items(rawi: Rawi, *name: str) -> list[str]:
    """Return what is in a dossier."""
    return [one["id"] for one in json.loads(rawi("dossier", "show", *name, "--json").stdout)["items"]]


def test_what_is_added_is_shown_moved_and_taken_back(rawi: Rawi, figures: list[str]) -> None:
    """By name at first, then in the last changed; the journal tells of it, and verify finds it sound."""
    one, other = figures[:2]
    done = rawi("dossier", "add", one, other, "--to", "غارة سراقب", "--note", "مهم", "--by", "هند")
    assert done.exit_code == 0
    assert "مهم" in done.stdout
    assert items(rawi) == items(rawi, "غارة سراقب") == [one, other]
    assert rawi("dossier", "move", other, "1").exit_code == 0
    assert rawi("dossier", "note", one, "غير مهم").exit_code == 0
    assert rawi("dossier", "remove", one).exit_code == 0
    assert items(rawi) == [other]
    for _ in range(3):
        assert rawi("dossier", "undo").exit_code == 0
    assert items(rawi) == [one, other]
    assert rawi("dossier", "rename", "غارة سراقب", "غارة أخرى").exit_code == 0
    id = json.loads(rawi("dossier", "list", "--json").stdout)["items"][0]["id"]
    assert rawi("dossier", "delete", "غارة أخرى").exit_code == 0
    assert json.loads(rawi("dossier", "list", "--json").stdout)["items"] == []
    assert rawi("dossier", "undo", "--in", id).exit_code == 0
    assert items(rawi) == [one, other]
    assert rawi("verify").exit_code == 0


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("add", "fg_ffff", "--to", "جديد"), "E307"),
        (("show",), "usage.dossier"),
        (("show", "لا شيء"), "E307"),
        (("undo",), "usage.dossier"),
        (("rename", "لا شيء", "شيء"), "E307"),
    ],
)
def test_what_cannot_be_is_said(rawi: Rawi, figures: list[str], args: tuple[str, ...], code: str) -> None:
    """With the code; no dossier is made."""
    done = rawi("dossier", *args)
    assert done.exit_code == 2
    assert f"error[{code}" in done.stderr
    assert json.loads(rawi("dossier", "list", "--json").stdout)["items"] == []


@pytest.mark.parametrize("name", ["d.html", "d.json"])
def test_the_script_of_the_guide_checks_a_file(
    rawi: Rawi, figures: list[str], articles: Path, name: str
) -> None:
    """File and manifest: sound as they are written, not so when a letter of either is another."""
    rawi("dossier", "add", *figures, "--to", "غارة سراقب")
    done = rawi("export", "html", "--dossier", "غارة سراقب", "-o", "d.html", "--manifest", "d.json", "--json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["quotes"] >= len(figures)
    script = re.findall(r"```python\n(import hashlib.*?)```", GUIDE, re.S)[0]
    assert len([line for line in script.splitlines() if line.strip()]) <= 15
    file = articles.parent / name
    for broken in (False, True):
        if broken:
            told = file.read_text("utf-8")
            at = told.rindex("12 شخصا")
            file.write_text(f"{told[:at]}13{told[at + 2 :]}", "utf-8")
        ran = subprocess.run([sys.executable, "-c", script, str(file)], capture_output=True, check=False)
        assert ran.returncode == int(broken), ran.stderr.decode()


def test_one_file_of_ids(rawi: Rawi, figures: list[str], articles: Path) -> None:
    """An article and an entry, in either language; never over the ledger, nor without anything."""
    document = json.loads(rawi("figures", "--json").stdout)["items"][0]["article"]["id"]
    for language, word in (("ar", "سلسلة النقل"), ("en", "Chain")):
        done = rawi("export", "html", document, figures[0], "-o", "e.html", "--lang", language)
        assert done.exit_code == 0, done.stderr
        told = (articles.parent / "e.html").read_text("utf-8")
        assert word in told
        assert "d.txt" not in told  # no path of this machine
    assert "usage.value" in rawi("export", "html", "-o", "e.html").stderr
    assert "E307" in rawi("export", "html", "fg_ffff", "-o", "f.html").stderr
    assert "usage.target" in rawi("export", "html", document, "-o", "ledger.rawi").stderr
    assert "usage.target" in rawi("export", "html", document, "-o", "g.html", "--manifest", "g.html").stderr
    assert rawi("export", "html", "--help").exit_code == 0
