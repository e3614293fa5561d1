"""The READMEs show what the program prints, and name what is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.cli.program import program

ROOT = Path(__file__).parents[1]


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


@pytest.mark.parametrize(
    "path", ["README.md", "README.ar.md", "docs/guide/python.md", "docs/reference/cli.md"]
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
