"""A backup is the ledger of one moment, and what was changed in it is found before it is used."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from errno import EIO, EPERM
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from rawi.errors import SourceError
from rawi.ledger import open_ledger
from rawi.ledger.backup import Backup, restore_backup, write_backup
from rawi.ledger.exports import KINDS
from rawi.ledger.faults import LedgerNewer, NotALedger
from tests.ledger.test_verification import filled

_ROOT = Path(__file__).parents[2]
_FLIPS = int(os.environ.get("RAWI_FLIPS", "100"))
_SNAPSHOTS = 6
_PAGE = 4096


def rows_of(path: Path) -> list[object]:
    """Return all that a ledger exports, its events, and its hash."""
    with open_ledger(path, create=False) as ledger:
        rows = [dict(row) for kind in KINDS for row in ledger.export(kind)]
        return [*rows, *ledger.events(), ledger.ledger_hash(), ledger.head(), ledger.counts()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that has a row in every table, and a backup of it."""
    folder = tmp_path_factory.mktemp("made")
    filled(folder / "news.rawi")
    back_up(folder / "news.rawi", folder / "backup")
    return folder


def back_up(path: Path, target: Path) -> Backup:
    """Back a ledger up."""
    with open_ledger(path, create=False) as ledger:
        return write_backup(ledger, target)


def test_what_is_restored_is_what_was_backed_up(tmp_path: Path) -> None:
    """All rows, events and hashes are the same before and after; the report tells of them."""
    path, copy = tmp_path / "news.rawi", tmp_path / "elsewhere" / "again.rawi"
    filled(path)
    copy.parent.mkdir()
    before = rows_of(path)
    made = back_up(path, tmp_path / "backup")
    assert made.sha256 == sha256((tmp_path / "backup").read_bytes()).hexdigest()
    restored = restore_backup(tmp_path / "backup", copy)
    assert (restored.mismatches, restored.sealed, restored.sha256) == ((), True, made.sha256)
    assert (restored.head, restored.counts) == (made.head, made.counts)
    assert rows_of(copy) == before == rows_of(path)
    assert sorted(one.name for one in copy.parent.iterdir()) == ["again.rawi"]
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        "backup",
        "backup.sha256",
        "news.rawi",
    ]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_backup_is_for_its_owner_alone(made: Path, tmp_path: Path) -> None:
    """Nobody else may read a backup, nor what is made of it."""
    restore_backup(made / "backup", tmp_path / "again.rawi")
    for path in (made / "backup", tmp_path / "again.rawi"):
        assert path.stat().st_mode & 0o077 == 0


def test_the_seal_is_read_by_others(made: Path) -> None:
    """The file beside a backup is what ``sha256sum -c`` reads."""
    digest, name = (made / "backup.sha256").read_text("ascii").split()
    assert (digest, name) == (sha256((made / "backup").read_bytes()).hexdigest(), "backup")


def test_backups_while_another_process_writes(tmp_path: Path) -> None:
    """Each backup made meanwhile is sound, and holds what was there at one moment and nothing by half."""
    path = tmp_path / "news.rawi"
    command = [sys.executable, "-m", "tests.ledger.adding_child", str(path), "400", "3"]
    environment = os.environ | {"PYTHONPATH": f"{_ROOT / 'src'}{os.pathsep}{_ROOT}"}
    with subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        made = [back_up(path, tmp_path / f"backup{number}") for number in range(_SNAPSHOTS)]
        writing = child.poll() is None
        child.stdout.read()
    assert writing, "the writer was done before the backups were"
    heads = [event.hash for event in rows_of_events(path)]
    for number, one in enumerate(made):
        restored = restore_backup(tmp_path / f"backup{number}", tmp_path / f"{number}.rawi")
        assert (restored.mismatches, restored.head) == ((), one.head)
        counts = one.counts
        assert counts.documents == counts.readings == counts.sightings == counts.statements
        assert heads[counts.journal - 1] == one.head
    assert [one.counts.documents for one in made] == sorted(one.counts.documents for one in made)


def rows_of_events(path: Path) -> list[object]:
    """Return the journal of a ledger."""
    with open_ledger(path, create=False) as ledger:
        return list(ledger.events())


def bent(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with one bit turned."""
    changed = bytearray(data)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def test_every_turned_bit_is_found(made: Path, tmp_path: Path) -> None:
    """A bit turned anywhere in a backup, or in the hash beside it, is found, and nothing is written."""
    data, seal = (made / "backup").read_bytes(), (made / "backup.sha256").read_bytes()
    chance, target = random.Random(20310501), tmp_path / "again.rawi"
    found = 0
    for number in range(_FLIPS):
        (tmp_path / "backup").write_bytes(data if number % 10 == 0 else bent(data, chance))
        (tmp_path / "backup.sha256").write_bytes(bent(seal[:64], chance) if number % 10 == 0 else seal)
        found += bool(restore_backup(tmp_path / "backup", target).mismatches)
        assert not target.exists()
    assert found == _FLIPS
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backup", "backup.sha256"]


def test_every_cut_is_found(made: Path, tmp_path: Path) -> None:
    """So is a backup of which the end is missing, or that is followed by something."""
    data, chance = (made / "backup").read_bytes(), random.Random(20310502)
    (tmp_path / "backup.sha256").write_bytes((made / "backup.sha256").read_bytes())
    for end in [0, 1, len(data) - 1, *(chance.randrange(len(data)) for _ in range(20))]:
        (tmp_path / "backup").write_bytes(data[:end])
        assert restore_backup(tmp_path / "backup", tmp_path / "again.rawi").mismatches
    (tmp_path / "backup").write_bytes(data + b"\0")
    assert restore_backup(tmp_path / "backup", tmp_path / "again.rawi").mismatches
    assert not (tmp_path / "again.rawi").exists()


@pytest.mark.parametrize("where", ["anywhere", "schema"])
def test_what_is_not_found_without_the_seal_does_no_harm(made: Path, tmp_path: Path, where: str) -> None:
    """With no hash beside it a turned bit is found, or is one that means nothing: all rows are the same.
    Nothing else is raised than what says so, least of all where the tables themselves are described."""
    data, chance, before = (
        (made / "backup").read_bytes(),
        random.Random(20310503),
        rows_of(made / "news.rawi"),
    )
    pages = range(len(data) // _PAGE) if where == "anywhere" else schema_pages(data)
    found = 0
    for number in range(_FLIPS // 2):
        target = tmp_path / f"{number}.rawi"
        at = chance.choice(pages) * _PAGE
        (tmp_path / "backup").write_bytes(
            data[:at] + bent(data[at : at + _PAGE], chance) + data[at + _PAGE :]
        )
        try:
            restored = restore_backup(tmp_path / "backup", target)
        except (NotALedger, LedgerNewer):  # the bytes that say whose file it is
            found += 1
            continue
        assert not restored.sealed
        found += bool(restored.mismatches)
        assert restored.mismatches or rows_of(target) == before
        assert target.exists() == (not restored.mismatches)
    assert found > 0


def schema_pages(data: bytes) -> list[int]:
    """Return the pages on which tables and indexes are described."""
    return [number for number in range(len(data) // _PAGE) if b"CREATE " in data[number * _PAGE :][:_PAGE]]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal", ".sha256"])
def test_a_backup_is_never_written_over_anything(made: Path, tmp_path: Path, ending: str) -> None:
    """A file at its place, or at that of what belongs to it, is left alone; so is a link to nowhere."""
    taken = tmp_path / f"own{ending}"
    for make in (lambda: taken.write_bytes(b"x"), lambda: taken.symlink_to("nowhere")):
        make()
        with pytest.raises(FileExistsError):
            back_up(made / "news.rawi", tmp_path / "own")
        assert [one.name for one in tmp_path.iterdir()] == [taken.name]
        taken.unlink()


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_ledger_is_never_restored_over_anything(made: Path, tmp_path: Path, ending: str) -> None:
    """A ledger, or a part of one that would be taken for one of the new ledger's, is left alone."""
    taken = tmp_path / f"own.rawi{ending}"
    taken.write_bytes(b"x")
    with pytest.raises(FileExistsError):
        restore_backup(made / "backup", tmp_path / "own.rawi")
    assert [one.name for one in tmp_path.iterdir()] == [taken.name]
    assert taken.read_bytes() == b"x"


def test_what_is_no_backup(tmp_path: Path) -> None:
    """A file that is something else, or missing, or no file at all, is named and nothing is written."""
    (tmp_path / "text").write_text("ليس سجلا" * 400, "utf-8")
    with pytest.raises(NotALedger, match="text is not"):
        restore_backup(tmp_path / "text", tmp_path / "again.rawi")
    for path in (tmp_path / "missing", tmp_path, Path("/dev/null")):
        with pytest.raises(SourceError):
            restore_backup(path, tmp_path / "again.rawi")
    assert [one.name for one in tmp_path.iterdir()] == ["text"]


@pytest.mark.parametrize("step", ["fsync", "link"])
@pytest.mark.parametrize("turn", range(1, 5))
def test_a_backup_that_fails_leaves_nothing(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, turn: int
) -> None:
    """Where the disk fails at any step, no file is left, neither the backup nor half of it."""
    real, calls = getattr(os, step), count(1)

    def fail_once(*given: object) -> object:
        if next(calls) == turn:
            raise OSError(EIO, "Input/output error")
        return real(*given)

    def fail(*_: object) -> None:
        raise OSError(EIO, "Input/output error")

    monkeypatch.setattr(os, step, fail_once)
    monkeypatch.setattr(os, "rename", fail)
    if turn > {"fsync": 4, "link": 2}[step]:
        assert back_up(made / "news.rawi", tmp_path / "own")
        return
    with pytest.raises(OSError, match="Input/output"):
        back_up(made / "news.rawi", tmp_path / "own")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_where_files_cannot_be_linked(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk whose file system knows no links, as memory sticks have it, takes a backup too."""

    def refuse(*_: object) -> None:
        raise OSError(EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    back_up(made / "news.rawi", tmp_path / "own")
    assert restore_backup(tmp_path / "own", tmp_path / "again.rawi").mismatches == ()
