"""``rawi backup`` and ``rawi restore``: what they print, and how they refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Rawi = Callable[..., Result]


def test_there_and_back(filled: Rawi) -> None:
    """A ledger restored elsewhere answers the same; the hash and the head of the journal are told."""
    told = filled("backup", "copy")
    assert told.exit_code == 0
    head = json.loads(filled("verify", "--json").stdout)["head"]
    digest = Path("copy.sha256").read_text("ascii").split()[0]
    assert f"sha256 {digest}\n" in told.stdout
    assert f"journal head {head}\n" in told.stdout
    restored = filled("restore", "copy", "--ledger", "other.rawi")
    assert (restored.exit_code, restored.stderr) == (0, "")
    assert "sound, 2 documents, 2 readings, " in restored.stdout
    assert f"; journal head {head}\n" in restored.stdout
    for kind in ("documents", "statements", "figures"):
        assert filled("export", kind).stdout == filled("export", kind, "--ledger", "other.rawi").stdout


def test_json(filled: Rawi) -> None:
    """--json gives one object with a schema."""
    made = json.loads(filled("backup", "copy", "--json").stdout)
    assert (made["schema"], made["backup"]["counts"]["documents"]) == ("rawi.backup/1", 2)
    told = json.loads(filled("restore", "copy", "--ledger", "other.rawi", "--json").stdout)
    assert (told["schema"], told["sound"]) == ("rawi.restore/1", True)
    assert told["restored"]["sha256"] == made["backup"]["sha256"]


def test_a_changed_backup(filled: Rawi) -> None:
    """What is not what was written is named, with exit code 4, and no ledger is made."""
    filled("backup", "copy")
    with open("copy", "ab") as file:
        file.write(b"\0")
    told = filled("restore", "copy", "--ledger", "other.rawi")
    assert told.exit_code == 4
    assert told.stdout.startswith("mismatch[backup.changed] copy: its sha256 is ")
    told = filled("restore", "copy", "--ledger", "other.rawi", "--json")
    assert (told.exit_code, json.loads(told.stdout)["sound"]) == (4, False)
    assert not Path("other.rawi").exists()


def test_a_changed_ledger_is_found_in_its_backup(filled: Rawi) -> None:
    """A ledger that is unsound gives a backup that is not made a ledger."""
    data = Path("ledger.rawi").read_bytes()
    Path("ledger.rawi").write_bytes(data.replace("المتحدث".encode(), "المتحدف".encode()))
    assert filled("verify").exit_code == 4
    assert filled("backup", "copy").exit_code == 0
    assert filled("restore", "copy", "--ledger", "other.rawi").exit_code == 4
    assert not Path("other.rawi").exists()


def test_without_the_hash(filled: Rawi) -> None:
    """A backup without the file beside it is verified, and people are told what that does not see."""
    filled("backup", "copy")
    Path("copy.sha256").unlink()
    told = filled("restore", "copy", "--ledger", "other.rawi")
    assert (told.exit_code, "copy.sha256" in told.stderr) == (0, True)


def test_nothing_is_overwritten(filled: Rawi) -> None:
    """A file at the place of a backup, or a ledger at that of another, is wrong usage and stays as it is."""
    before = Path("ledger.rawi").read_bytes()
    filled("backup", "copy")
    for arguments in (("backup", "copy"), ("backup", "ledger.rawi"), ("restore", "copy")):
        told = filled(*arguments)
        assert (told.exit_code, "error[usage.target]" in told.stderr) == (2, True)
    assert Path("ledger.rawi").read_bytes() == before


def test_what_cannot_be_read_or_written(filled: Rawi) -> None:
    """No backup at the path, no ledger, a folder that is not there: each is said, with the path."""
    filled("backup", "copy")
    cases = {
        ("restore", "nothing", "--ledger", "other.rawi"): ("usage.backup", 2),
        ("restore", "articles/a.txt", "--ledger", "other.rawi"): ("E301", 2),
        ("restore", "copy", "--ledger", "none/other.rawi"): ("output", 1),
        ("backup", "none/copy"): ("output", 1),
        ("backup", "other", "--ledger", "none.rawi"): ("E302", 2),
    }
    for arguments, (code, exit_code) in cases.items():
        told = filled(*arguments)
        assert (f"error[{code}]" in told.stderr, told.exit_code, told.stdout) == (True, exit_code, "")
    assert ".part" not in told.stderr
    assert sorted(one.name for one in Path().iterdir()) == ["articles", "copy", "copy.sha256", "ledger.rawi"]
