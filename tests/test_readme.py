"""The READMEs show what the program prints, and name what is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from rawi.claims.frames import FRAMES
from rawi.cli.program import program
from rawi.model.claim import Stance
from rawi.pipeline import extract

ROOT = Path(__file__).parents[1]
STATEMENTS = (ROOT / "docs/guide/statements.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.ar.md", "ar")])
def test_the_example_is_what_comes_out(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cards in the README are the cards that rawi prints for the article in it."""
    monkeypatch.chdir(tmp_path)
    article, cards = re.findall(r"(?m)^```\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.DOTALL)[:2]
    Path("article.txt").write_text(article, "utf-8")
    arguments = [
        "extract",
        "article.txt",
        "--published",
        "2024-05-02",
        "--format",
        "cards",
        "--lang",
        language,
    ]
    printed = CliRunner().invoke(program, arguments).stdout
    assert printed.partition("\n\n")[2] == cards


def test_the_card_of_the_events_guide_is_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card in the guide is the last that rawi prints for the article above it."""
    monkeypatch.chdir(tmp_path)
    guide = (ROOT / "docs/guide/events.md").read_text("utf-8")
    article, card = re.findall(r"(?m)^```\n(.*?)^```$", guide, re.DOTALL)[:2]
    Path("article.txt").write_text(article, "utf-8")
    arguments = ["extract", "article.txt", "--published", "2031-03-12", "--format", "cards"]
    printed = CliRunner().invoke(program, arguments).stdout
    assert printed.rpartition("\n\n")[2] == card


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "README.ar.md",
        "docs/guide/corpora.md",
        "docs/guide/python.md",
        "docs/guide/statements.md",
        "docs/reference/cli.md",
    ],
)
def test_links_lead_somewhere(path: str) -> None:
    """Every relative link leads to a file of the repository."""
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / path).read_text("utf-8"))
    missing = [link for link in links if not (ROOT / path).parent.joinpath(link).exists()]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_commands_in_the_readme_exist(name: str) -> None:
    """Every command that the README shows is one."""
    shown = re.findall(r"(?m)^    rawi ([a-z]+)", (ROOT / name).read_text("utf-8"))
    assert shown
    assert set(shown) <= set(program.list_commands(None))  # type: ignore[arg-type]


def test_the_python_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code in the Python guide runs from top to bottom as it stands."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for path in ("article.txt", "articles/other.txt"):
        Path(path).write_text(f"قال سليم الدوري إن 1200 أسرة عبرت النهر في {path}.", "utf-8")
    guide = (ROOT / "docs/guide/python.md").read_text("utf-8")
    code = re.findall(r"(?m)^```python\n(.*?)^```$", guide, re.DOTALL)
    assert len(code) == 2
    exec("\n".join(code), {"__name__": "guide"})  # the guide is ours
    assert Path("article.html").stat().st_size > 1000


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_values_in_the_readme_are_what_comes_out(name: str) -> None:
    """Each phrase that the README parses gives the number or date beside it."""
    shown = re.findall(r"(?m)^    rawi (parse .*?) +# (.*)$", (ROOT / name).read_text("utf-8"))
    assert shown
    for command, value in shown:
        printed = CliRunner().invoke(program, shlex.split(command)).stdout
        assert f'"{re.search("[0-9-]{4,}", value)[0]}"' in printed, command  # type: ignore[index]


def test_the_commands_of_the_statements_guide_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command prints what stands under it, up to a line ``…``; the Python too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAWI_LEDGER", "ledger.rawi")
    Path("article.txt").write_text(_blocks("")[0], "utf-8")
    for command, output in re.findall(r"(?ms)^\$ rawi (.*?)\n(.*?)(?=^\$|\Z)", "".join(_blocks("console"))):
        printed = CliRunner().invoke(program, shlex.split(command)).stdout
        shown, cut, _ = output.partition("…\n")
        assert printed.startswith(shown) if cut else printed.rstrip() == shown.rstrip(), command
    [code] = _blocks("python")
    lines: list[str] = []
    exec(code, {"__name__": "guide", "print": lambda *words: lines.append(" ".join(map(str, words)))})
    assert lines == re.findall(r"(?m)^# (.*)$", code)


def test_each_rule_of_the_statements_guide_reads_its_example() -> None:
    """What stands between ``⟦`` and ``⟧`` is the content that the rule reads; every rule is named."""
    rows = re.findall(r"(?m)^\| `(statement/[a-z-]+)`.* \| (.*⟦.*) \|$", STATEMENTS)
    assert rows
    for rule, example in rows:
        before, content, after = re.split("[⟦⟧]", example)
        record = extract(before + content + after)
        spans = [
            (one.rule, span.of(record.document.text)) for one in record.statements for span in one.content
        ]
        assert (rule, content) in spans, spans
    named = {frame.name.removeprefix("statement/").partition("-") for frame in FRAMES}
    assert all(family in STATEMENTS and form in STATEMENTS for family, _, form in named)


def test_each_speaker_of_the_statements_guide_is_read_so() -> None:
    """The name, and whoever spoke with them, and the reason for it."""
    rows = re.findall(r"(?m)^\| ([^|`]+\.) \| ([^|]+) \| `(speaker\.[a-z]+)` \|$", STATEMENTS)
    assert rows
    for words, names, reason in rows:
        name, _, also = names.partition("; `also` has ")
        one = extract(words).statements[0]
        assert (one.speaker.name or "none") == name
        assert [other.name for other in one.speaker.also] == ([also] if also else [])
        assert reason in one.reasons


def test_the_statements_guide_has_every_stance() -> None:
    """The table of stances is the closed class."""
    table = STATEMENTS.split("## Stances")[1].split("## ")[0]
    assert sorted(re.findall(r"\| `([a-z_]+)`", table)) == sorted(get_args(Stance))


def _blocks(language: str) -> list[str]:
    """Return the fenced blocks of the guide that are in a language."""
    return [
        block for name, block in re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", STATEMENTS) if name == language
    ]
