"""Where ``-o`` and ``--report`` write, and where they refuse to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from rawi.cli.faults import find_fault
from rawi.cli.targets import write_target

Rawi = Callable[..., Result]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_the_ledger_is_never_overwritten(filled: Rawi, ending: str) -> None:
    """An export or report over the ledger or a file beside it exits with 2 and changes nothing."""
    before = Path("ledger.rawi").read_bytes()
    target = f"./ledger.rawi{ending}"
    for arguments in (("export", "figures", "-o", target), ("add", "articles", "--report", target)):
        result = filled(*arguments)
        assert (result.exit_code, "error[usage.target]" in result.stderr) == (2, True)
    assert Path("ledger.rawi").read_bytes() == before
    assert filled("verify").exit_code == 0


def test_another_name_of_the_ledger(filled: Rawi) -> None:
    """A link to the ledger, soft or hard, is the ledger."""
    Path("soft").symlink_to("ledger.rawi")
    os.link("ledger.rawi", "hard")
    assert [filled("export", "figures", "-o", name).exit_code for name in ("soft", "hard")] == [2, 2]


@pytest.mark.parametrize("command", ["add", "extract"])
def test_a_report_is_never_written_over_an_input(rawi: Rawi, command: str) -> None:
    """A report over an input, named or in a folder, exits with 2 before anything is done."""
    before = Path("articles/a.txt").read_bytes()
    for path in ("articles/a.txt", "articles"):
        result = rawi(command, path, "--report", "articles/../articles/a.txt")
        assert (result.exit_code, "error[usage.target]" in result.stderr) == (2, True)
    assert Path("articles/a.txt").read_bytes() == before
    assert not Path("ledger.rawi").exists()


def test_a_report_can_be_written_again(rawi: Rawi) -> None:
    """A report beside the articles takes the place of the one before."""
    for _ in range(2):
        rawi("add", "articles", "--report", "articles/r.json")
    assert b'"totals"' in Path("articles/r.json").read_bytes()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is written, with its permissions, and nothing is left beside it."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to("real")
    write_target(str(link), [b"new"])
    assert (link.is_symlink(), real.read_bytes(), real.stat().st_mode & 0o777) == (True, b"new", 0o640)
    assert sorted(os.listdir(tmp_path)) == ["link", "real"]


def test_a_device_stays_a_device(filled: Rawi) -> None:
    """A device is written to, not replaced."""
    assert filled("export", "figures", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_nothing_is_left_of_a_failure(tmp_path: Path) -> None:
    """If the pieces fail halfway, the file before is untouched and no other is left."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyError

    target = tmp_path / "rows"
    target.write_bytes(b"old")
    with pytest.raises(KeyError):
        write_target(str(target), pieces())
    assert (target.read_bytes(), os.listdir(tmp_path)) == (b"old", ["rows"])


def test_reading_that_fails_is_no_output_error() -> None:
    """An input that cannot be read is not told as output that cannot be written."""
    assert find_fault(PermissionError(13, "denied", "a.txt")).code == "E103"
    assert find_fault(OSError(28, "no space")).code == "output"
