"""Two states of a program run over the same articles."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from rawi.errors import EvaluationError
from rawi.evaluation.diff import Article, extract_with, main, read_articles
from rawi.evaluation.revision import export_source, find_landed, read_landed
from tests.evaluation.conftest import GOLD, write_gold

PACKAGE = """
def extract(text, *, published=None, outlet=None, title=None, url=None):
    start = text.find("{word}")
    dates = [{{"span": [start, start + len("{word}")], "value": published}}] if start >= 0 else []
    return {{"document": {{"text": text, "body": []}}, "statements": [], "dates": dates}}
"""


def git(root: Path, *arguments: str) -> None:
    """Run git as somebody."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def write_package(root: Path, word: str) -> None:
    """Write a program that takes every such word for a date."""
    (root / "src" / "rawi").mkdir(parents=True, exist_ok=True)
    (root / "src" / "rawi" / "__init__.py").write_text(PACKAGE.format(word=word), "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of two commits with an uncommitted change: three programs that read differently."""
    root = tmp_path / "repository"
    (root / "gold").mkdir(parents=True)
    write_gold(root / "gold", GOLD)
    git(root, "init", "-q")
    for word in ("بيان", "أمس"):
        write_package(root, word)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", word)
    write_package(root, "الروضة")
    return root


def test_the_working_tree_is_compared_with_the_last_landed_state(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not committed yet counts as the new state, the commit before as the old one."""
    assert main(["--root", str(root)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[:3] == [
        "gold/port",
        "  - date       «بيان»  value: 2025-05-05",
        "  + date       «الروضة»  value: 2025-05-05",
    ]
    assert "date       1 gained, 1 lost, 0 changed" in printed
    assert printed[-1].startswith("1 articles, compared with ")


def test_any_revision_and_more_articles_can_be_named(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--base`` names the old state, ``--articles`` a file of more texts, ``--limit`` how many of them."""
    path = tmp_path / "more.jsonl.gz"
    path.write_bytes(
        gzip.compress('{"id": "a1", "text": "غادر أمس"}\n{"id": "a2", "text": "أمس"}\n'.encode())
    )
    asked = ["--root", str(root), "--base", "HEAD", "--articles", str(path), "--limit", "1"]
    assert main(asked) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[printed.index("a1") + 1] == "  - date       «أمس»"
    assert "a2" not in printed


def test_the_state_that_landed_is_where_the_branch_left_it(root: Path) -> None:
    """With an ``origin/main`` the last landed commit is the merge base with it, else the one before."""
    assert find_landed(root) == _commit(root, "HEAD~1")
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert find_landed(root) == _commit(root, "HEAD")


def _commit(root: Path, name: str) -> str:
    command = ["git", "-C", str(root), "rev-parse", name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_where_nothing_landed_there_is_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside git, or at the first commit, the command says so and exits 2."""
    assert find_landed(tmp_path) is None
    assert main(["--root", str(tmp_path)]) == 2
    assert "no earlier commit" in capsys.readouterr().err


def test_an_unknown_revision_is_refused(root: Path, tmp_path: Path) -> None:
    """A revision that git does not know is an error with its name."""
    assert read_landed(root, "nowhere", "src/rawi/__init__.py") is None
    with pytest.raises(EvaluationError, match="nowhere: no such revision"):
        export_source(root, "nowhere", tmp_path)


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    """When a state cannot be run, the last of what it printed is in the message."""
    write_package(tmp_path, "أمس")
    (tmp_path / "src" / "rawi" / "__init__.py").write_text("def extract(text): return 1 / 0", "utf-8")
    with pytest.raises(EvaluationError, match="ZeroDivisionError"):
        extract_with(tmp_path / "src", [Article("a1", "غادر أمس")])


def test_articles_come_one_a_line(tmp_path: Path) -> None:
    """A plain file of JSON lines is read as far as asked; fields that are not needed are left."""
    path = tmp_path / "more.jsonl"
    path.write_text('{"id": "a", "text": "أمس", "crawled": 1}\n{"id": "b", "text": ""}\n', "utf-8")
    assert [one.id for one in read_articles(path)] == ["a", "b"]
    assert list(read_articles(path, 1)) == [Article("a", "أمس")]
