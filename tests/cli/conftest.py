"""Articles of our own, a ledger of them, and ways to run the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rawi.cli.program import program

ARTICLE = (
    "قال المتحدث باسم بلدية الرمانة سليم الدوري إن «الجسر سيفتح خلال 10 أيام».\n"
    "وأضاف الدوري أن نحو 40 ألف مسافر عبروا النهر في عام 2019.\n"
    "ونفت مديرة النقل هناء الشمري إغلاق الطريق الشرقي.\n"
)
OTHER = "أعلنت هناء الشمري، الأربعاء، أن 12 حافلة تعطلت في الرمانة. ولم يصدر تعليق من البلدية.\n"

Rawi = Callable[..., Result]


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles; the current folder is the one above it."""
    for name in [name for name in os.environ if name.startswith("RAWI_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    return folder


@pytest.fixture
def rawi(articles: Path) -> Rawi:
    """Run ``rawi`` in this process; bytes or text go to stdin."""

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(program, list(arguments), input=stdin)

    return run


@pytest.fixture
def filled(rawi: Rawi) -> Rawi:
    """Run ``rawi`` where a ledger of the two articles is."""
    assert rawi("add", "articles", "--published", "2024-05-02", "--outlet", "مرايا الرمانة").exit_code == 0
    return rawi
