"""The program as a whole: help, version, unknown commands, exit codes, streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from click.testing import Result

from rawi.cli.faults import load_catalogue
from rawi.cli.program import COMMANDS, GROUPS, program

Rawi = Callable[..., Result]
ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference/cli.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented(command: str) -> None:
    """Every command has a section of its own in the CLI reference."""
    assert f"## `rawi {command}`" in REFERENCE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    """Every option of a command stands in its section of the reference, or among those that all share."""
    loaded = program.get_command(None, command)  # type: ignore[arg-type]
    assert loaded is not None
    section = REFERENCE.partition(f"## `rawi {command}`")[2].partition("\n## ")[0]
    common = REFERENCE.partition("## Options of every command")[2].partition("\n## ")[0]
    names = {name for one in loaded.params for name in one.opts if name.startswith("--")}
    assert {name for name in names if name not in section and name not in common} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command(rawi: Rawi, command: str) -> None:
    """Each command explains itself and takes --json."""
    result = rawi(command, "--help")
    assert result.exit_code == 0
    assert "--json" in result.stdout


def test_help_is_one_screen(rawi: Rawi) -> None:
    """The help names every command and fits a screen of 30 lines and 80 columns."""
    lines = rawi("--help").stdout.splitlines()
    assert len(lines) <= 30
    assert max(map(len, lines)) <= 80
    listed = lines[lines.index(next(iter(GROUPS))) :]
    cells = [part for line in listed if line.startswith("  ") for part in (line[2:39], line[40:])]
    assert [cell.split()[0] for cell in cells if cell.strip()] == list(COMMANDS)


def test_each_command_is_in_one_group() -> None:
    """The groups of the help name every module of commands once; each is told in its column."""
    named = [name for group in GROUPS.values() for name in group]
    assert len(named) == len(set(named)) == len(COMMANDS)
    assert all(len(name) < 9 and len(told) < 29 for name, told in COMMANDS.items())


def test_version(rawi: Rawi) -> None:
    """--version names the program and its version."""
    assert rawi("--version").stdout.startswith("rawi 0.")


def test_unknown_command_names_the_nearest(rawi: Rawi) -> None:
    """A misspelt verb is wrong usage, and the nearest one is proposed, in both languages."""
    result = rawi("figure")
    assert result.exit_code == 2
    assert "هل تقصد / did you mean: rawi figures" in result.stderr
    assert "error[usage.command]" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("extract",), ("said", "--limit", "x"), ("export", "nothing"), ("show",), ("said", "--nonsense")],
)
def test_wrong_usage(rawi: Rawi, arguments: tuple[str, ...]) -> None:
    """Wrong usage exits with 2, one coded message on stderr and nothing on stdout."""
    result = rawi(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error[usage")
    assert "Traceback" not in result.stderr


def test_no_ledger(rawi: Rawi) -> None:
    """Asking where there is no ledger says so, says what to do, and makes no file."""
    result = rawi("said")
    assert result.exit_code == 2
    assert "error[E302]" in result.stderr
    assert "rawi add" in result.stderr
    assert not Path("ledger.rawi").exists()


def test_traceback_only_when_asked(rawi: Rawi, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in rawi itself is one coded message; -v adds where it happened."""

    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("rawi.parsing.parse", fail)
    quiet, loud = rawi("parse", "خمسة"), rawi("parse", "خمسة", "-v")
    assert quiet.exit_code == loud.exit_code == 1
    assert "error[internal]" in quiet.stderr
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in loud.stderr


def test_catalogue_is_whole() -> None:
    """Each fault says what happened and what to do, in English and in Arabic script."""
    for code, entry in load_catalogue().items():
        assert set(entry) == {"what", "what_ar", "todo", "todo_ar"}, code
        assert all("\u0600" <= max(entry[name]) <= "\u06ff" for name in ("what_ar", "todo_ar")), code
        assert all(entry[name].isascii() for name in ("what", "todo")), code


def _run(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run rawi in a process of its own, in a locale that knows no Arabic."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "rawi", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=60, **more)  # type: ignore[call-overload, no-any-return]


def test_utf8_in_any_locale(articles: Path) -> None:
    """Results and messages are UTF-8 whatever the locale says."""
    cards = _run("extract", "articles", "--format", "cards", cwd=articles.parent)
    assert cards.returncode == 0
    assert "سليم الدوري" in cards.stdout.decode("utf-8")
    assert "لا يوجد ملف" in _run("extract", "nofile", cwd=articles.parent).stderr.decode("utf-8")


def test_reader_that_goes_away(articles: Path) -> None:
    """A pipe that is closed early ends the run in silence."""
    lines = (articles / "a.txt").read_text("utf-8").replace("\n", " ")
    (articles / "many.jsonl").write_text(f'{{"text": "{lines.replace(chr(34), "")}"}}\n' * 400, "utf-8")
    command = [sys.executable, "-m", "rawi", "extract", str(articles / "many.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def test_help_loads_little(articles: Path) -> None:
    """Help comes without loading the extractor, the ledger, or rich."""
    code = (
        "import sys, rawi.cli; sys.argv = ['rawi', '--help']\ntry: rawi.cli.main()\nexcept SystemExit: pass\n"
    )
    code += "print(sorted({'apsw', 'lxml', 'rich', 're2', 'rawi.pipeline'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.endswith("[]\n")


def test_help_in_time(articles: Path) -> None:
    """Help takes less than 150 ms more than Python itself takes to start (median of several runs)."""

    def seconds(*arguments: str) -> float:
        began = perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        return perf_counter() - began

    own = median(seconds("-m", "rawi", "--help") for _ in range(7))
    assert own - median(seconds("-c", "pass") for _ in range(7)) < 0.150
