"""The size and name check catches what it is for, and nothing else."""

from pathlib import Path

import pytest

from checks import sizes_and_names


def project(root: Path, path: str, code: str) -> list[str]:
    """The violations of a project that holds one file."""
    target = root / path
    target.parent.mkdir(parents=True)
    target.write_text(code, "utf-8")
    return sizes_and_names.violations(sizes_and_names.read_sources(root))


def function_of(lines: int) -> str:
    """The code of a function that is `lines` long."""
    return "def find():\n" + "    pass\n" * (lines - 1)


def test_short_code_with_plain_names_is_accepted(tmp_path: Path) -> None:
    """Code within the limits that imports modules, not the root, has no violation."""
    code = "from rawi.model.span import Span\nfrom . import digits\nimport rawi.model.span\n" + function_of(
        50
    )
    assert project(tmp_path, "src/rawi/arabic/fold.py", code) == []


@pytest.mark.parametrize("head", ["", "async "])
def test_long_function_is_caught(tmp_path: Path, head: str) -> None:
    """A function of 51 lines is named with its file, line and length, in tests too."""
    found = project(tmp_path, "tests/test_x.py", head + function_of(51))
    assert found == ["tests/test_x.py:1: find has 51 lines, more than 50"]


def test_long_method_is_caught(tmp_path: Path) -> None:
    """A method counts like any function."""
    body = "    def find(self):\n" + "        pass\n" * 50
    assert "find has 51 lines" in project(tmp_path, "src/rawi/x.py", "class A:\n" + body)[0]


@pytest.mark.parametrize(("lines", "count"), [(400, 0), (401, 1)])
def test_long_file_is_caught(tmp_path: Path, lines: int, count: int) -> None:
    """A file may have 400 lines and not one more."""
    assert len(project(tmp_path, "checks/x.py", "x = 1\n" * lines)) == count


@pytest.mark.parametrize("name", ["utils.py", "common/__init__.py", "core/text.py", "base.py"])
def test_empty_name_is_caught(tmp_path: Path, name: str) -> None:
    """A module or folder whose name says nothing is refused."""
    assert "says nothing" in project(tmp_path, f"src/rawi/{name}", "")[0]


@pytest.mark.parametrize("name", ["date_rules.py", "Dates.py", "dates2.py"])
def test_module_that_is_not_one_noun_is_caught(tmp_path: Path, name: str) -> None:
    """Modules of the package have one lower-case word for a name."""
    assert "not one lower-case noun" in project(tmp_path, f"src/rawi/{name}", "")[0]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("cli.py", "import rawi"),
        ("cli.py", "import json, rawi as r"),
        ("cli.py", "from rawi import extract"),
        ("cli.py", "from . import pipeline"),
        ("text/tokens.py", "from .. import model"),
        ("text/tokens.py", "def read():\n    import rawi"),
    ],
)
def test_import_of_the_root_is_caught(tmp_path: Path, path: str, code: str) -> None:
    """However it is written, an import of the package root from within is refused."""
    assert "imports the package root" in project(tmp_path, f"src/rawi/{path}", code)[0]


def test_tests_may_import_the_root(tmp_path: Path) -> None:
    """Only code of the package itself is held to leave the root alone."""
    assert project(tmp_path, "tests/test_api.py", "import rawi\n") == []


def test_main_fails_on_a_violation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the violation and answers 1; on clean code it answers 0."""
    project(tmp_path, "src/rawi/utils.py", function_of(3))
    assert sizes_and_names.main(tmp_path) == 1
    assert "'utils' says nothing" in capsys.readouterr().out
    (tmp_path / "src/rawi/utils.py").rename(tmp_path / "src/rawi/fold.py")
    assert sizes_and_names.main(tmp_path) == 0
    assert "1 functions, median 3 lines" in capsys.readouterr().out
