"""Compressed files: what can be inflated is kept, and whatever is wrong with the rest is told."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.source import Finished, Flagged, Item, Limits, Outcome, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.members import Members
from rawi.sources.reader import read_inputs

WORDS = "قال سليم الدوري إن الجسر فتح. "
NOISE = "".join(random.Random(7).choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ", k=100_000))


def _read(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> list[Outcome]:
    (folder / name).write_bytes(data)
    return [one for one in read_inputs([str(folder / name)], limits) if not isinstance(one, Finished)]


def _codes(found: list[Outcome]) -> list[str]:
    codes = [one.code for one in found if isinstance(one, Rejected)]
    codes += [one.warning.code for one in found if isinstance(one, Flagged)]
    return codes + [warning.code for one in found if isinstance(one, Item) for warning in one.warnings]


def _text(found: list[Outcome]) -> str:
    return "".join(
        one.data if isinstance(one.data, str) else one.data.decode("utf-8", "replace")
        for one in found
        if isinstance(one, Item)
    )


def test_members_are_one_file(tmp_path: Path) -> None:
    """Several members one behind the other are one text; zeros behind the last are padding."""
    data = gzip.compress(WORDS.encode()) + gzip.compress(b"") + gzip.compress(NOISE.encode()) + bytes(1024)
    found = _read(tmp_path, "a.txt.gz", data)
    assert (_text(found), _codes(found)) == (WORDS + NOISE, [])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda data: data[:-200], "gzip.truncated"),
        (lambda data: data[:-3], "gzip.truncated"),
        (lambda data: data[:-5] + b"\xff" + data[-4:], "gzip.damaged"),
        (lambda data: data + b"garbage behind", "gzip.trailing"),
        (lambda data: data[:-2000] + b"\xff" * 2000, "gzip.damaged"),
    ],
)
def test_what_is_wrong_with_the_second_member(tmp_path: Path, spoil: object, code: str) -> None:
    """Whatever happens to the second member, the first and what comes before the damage are kept."""
    data = gzip.compress(WORDS.encode()) + gzip.compress(NOISE.encode())
    found = _read(tmp_path, "a.txt.gz", spoil(data))  # type: ignore[operator]
    assert _codes(found) == [code]
    assert _text(found).startswith(WORDS + NOISE[:1000])
    rows = "".join(json.dumps({"text": f"{WORDS}{n}"}) + "\n" for n in range(2000)).encode()
    found = _read(tmp_path, "a.jsonl.gz", spoil(gzip.compress(b"\n") + gzip.compress(rows)))  # type: ignore[operator]
    assert any(one.startswith("gzip.") for one in _codes(found))
    assert len([one for one in found if isinstance(one, Item)]) > 10


def test_compressed_twice_is_refused(tmp_path: Path) -> None:
    """A gzip file in a gzip file is not opened."""
    assert _codes(_read(tmp_path, "a.txt.gz", gzip.compress(gzip.compress(b"x")))) == ["gzip.nested"]


@pytest.mark.parametrize(
    "ending", ["txt", "jsonl", "csv", "warc", "zip", "eml", "xlsx", "html", "xml", "mbox"]
)
def test_bombs_are_refused_in_every_format(tmp_path: Path, ending: str) -> None:
    """Megabytes of nothing in a few kilobytes are refused under every name."""
    bomb = gzip.compress(b"text\n" + b" " * (6 << 20))
    found = _read(tmp_path, f"a.{ending}.gz", bomb, Limits(ratio_from=1 << 20))
    assert "gzip.bomb" in _codes(found)
    assert not _text(found)


PACKED = [("a.bz2", bz2.compress(b"x")), ("a.xz", lzma.compress(b"x")), ("b", bz2.compress(b"x"))]


@pytest.mark.parametrize(("name", "data"), PACKED)
def test_other_packing_says_so(tmp_path: Path, name: str, data: bytes) -> None:
    """Files packed otherwise are refused with the packing's name, by their ending or by their first bytes."""
    (refusal,) = _read(tmp_path, name, data)
    assert isinstance(refusal, Rejected)
    assert refusal.code == "source.compression"
    assert "bzip2" in refusal.message or "xz" in refusal.message


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50), st.integers(1, 50))
def test_inflated_as_it_was(members: list[bytes], packed: int, most: int) -> None:
    """However the bytes come in and are asked for, those that went in come out."""
    data = b"".join(map(gzip.compress, members))
    pieces = iter([data[at : at + packed] for at in range(0, len(data), packed)])
    source = Members(lambda _: next(pieces, b""), Limits())
    parts = []
    while part := source.read(most):
        assert len(part) <= most
        parts.append(part)
    assert b"".join(parts) == b"".join(members)


@given(st.binary(max_size=300), st.lists(st.integers(1, 40), max_size=20))
def test_a_cursor_gives_all_once(data: bytes, sizes: list[int]) -> None:
    """However a cursor is asked, by lines, by number, or back again, the bytes come out in their order."""
    pieces = iter([data[at : at + 7] for at in range(0, len(data), 7)])
    cursor = Cursor(_Pieces(pieces))
    out = b""
    for number, size in enumerate(sizes):
        kind = number % 4
        if kind == 0:
            out += cursor.take(size)
        elif kind == 1:
            out += cursor.line(size)
        elif kind == 2:
            assert data[len(out) :].startswith(cursor.peek(size))
        else:
            taken = cursor.take(size)
            cursor.push(taken[len(taken) // 2 :])
            out += taken[: len(taken) // 2]
        assert cursor.place == len(out)
    while part := cursor.some():
        out += part
    assert out == data


class _Pieces:
    """A source of pieces."""

    fresh = False

    def __init__(self, pieces: object) -> None:
        self._pieces = pieces

    def read(self, most: int) -> bytes:
        """Return the next piece."""
        return next(self._pieces, b"")  # type: ignore[call-overload, no-any-return]

    def resume(self) -> bool:
        """Never go on."""
        return False

    def rewind(self, place: int) -> bool:
        """Never go back."""
        return False
