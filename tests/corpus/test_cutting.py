"""Inputs cut into partitions: whatever the cut, all that is read is what one reading of the whole gives."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.corpus.cutting import cut_inputs
from rawi.corpus.places import find_inputs
from rawi.corpus.reading import LIMITS, read_piece
from rawi.model.corpus import CorpusInput, CorpusOptions, Partition
from rawi.model.source import Columns, Finished, Flagged, Item, Outcome, Rejected
from rawi.sources.reader import read_inputs
from tests.corpus.articles import article, row, write_lines


def _inputs(*paths: Path) -> list[CorpusInput]:
    return [one for one in find_inputs(list(map(str, paths)), LIMITS) if isinstance(one, CorpusInput)]


def _cut_up(inputs: list[CorpusInput], target: int, columns: Columns | None = None) -> list[Outcome]:
    """Return what all partitions read, in the order of their pieces."""
    options = CorpusOptions(columns=columns)
    found: list[Outcome] = []
    for partition in cut_inputs(inputs, target):
        for piece in partition.pieces:
            found += read_piece(piece, inputs[piece.input], options, lambda _: None)
    return found


def _whole(*paths: Path) -> list[Outcome]:
    """Return what one reading gives."""
    return [one for one in read_inputs(list(map(str, paths)), LIMITS) if not isinstance(one, Finished)]


lines = st.one_of(
    st.integers(0, 9).map(lambda number: json.dumps(row(number), ensure_ascii=False)),
    st.integers(0, 9).map(lambda number: json.dumps({"text": article(number)})),
    st.sampled_from(["", " ", "\t\r", "{", '{"text": 1}', '{"text": ""}', "[]", "قال", '{"text":\r"نعم"}']),
)


@settings(deadline=None)
@given(st.lists(lines, max_size=30), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.integers(1, 3000))
def test_lines_are_cut_and_nothing_is_lost(given_: list[str], end: str, ends: bool, target: int) -> None:
    """Cut into pieces of any size, a file of JSON lines gives what it gives as a whole: the same items with
    the same numbers of lines, the same refusals."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes((end.join(given_) + (end if ends else "")).encode())
        whole = _whole(path)
        assert _cut_up(_inputs(path), target) == whole


def test_lines_are_really_cut(tmp_path: Path) -> None:
    """A file of many lines becomes several partitions of about the size asked for."""
    path = write_lines(tmp_path / "a.jsonl", map(row, range(200)))
    partitions = list(cut_inputs(_inputs(path), 10_000))
    sizes = [sum(piece.last - piece.first for piece in one.pieces) for one in partitions]
    assert len(partitions) > 5
    assert sum(sizes) == path.stat().st_size
    assert max(sizes) < 12_000


@pytest.mark.parametrize("target", [100, 3000, 10**9])
def test_what_cannot_be_cut_is_shared(tmp_path: Path, target: int) -> None:
    """Of a compressed file each partition takes its turns; together they have everything once."""
    path = tmp_path / "a.jsonl.gz"
    text = "".join(f"{json.dumps(row(number)) if number % 7 else '{'}\n" for number in range(120))
    path.write_bytes(gzip.compress(text.encode()))
    found = _cut_up(_inputs(path), target)
    assert len(found) == 120
    assert sorted(found, key=_place) == _whole(path)


def _place(outcome: Outcome) -> tuple[str, int]:
    assert isinstance(outcome, Item | Rejected)
    return outcome.path, int((outcome.part or "line 0").split()[-1])


@pytest.mark.parametrize("target", [300, 5000, 10**9])
def test_a_damaged_file_is_told_once(tmp_path: Path, target: int) -> None:
    """What is wrong with a file as a whole is told by one of the partitions that read it."""
    path = tmp_path / "a.jsonl.gz"
    text = "".join(f"{json.dumps(row(number))}\n" for number in range(300))
    path.write_bytes(gzip.compress(text.encode())[:-900])
    found = _cut_up(_inputs(path), target)
    whole = _whole(path)
    assert sorted(map(repr, found)) == sorted(map(repr, whole))
    assert any(isinstance(one, Rejected | Flagged) for one in whole)


def _table(path: Path, number: int, group: int) -> Path:
    """Write a Parquet file with a row without text and one of another type of text."""
    texts = [None if at == 4 else article(at) for at in range(number)]
    table = pa.table({"id": list(range(number)), "النص": texts, "day": ["2031-05-04"] * number})
    parquet.write_table(table, path, row_group_size=group)
    return path


@pytest.mark.parametrize("target", [1, 4000, 10**9])
@pytest.mark.parametrize("group", [7, 100])
def test_rows_are_cut(tmp_path: Path, target: int, group: int) -> None:
    """Parquet is cut by rows; together the pieces have every row once, with its number."""
    path = _table(tmp_path / "a.parquet", 60, group)
    found = _cut_up(_inputs(path), target, Columns(text="النص", published="day"))
    parts = [one.part for one in found if isinstance(one, Item | Rejected)]
    assert parts == [f"row {number}" for number in range(1, 61)]
    refused = [one for one in found if isinstance(one, Rejected)]
    assert [(one.part, one.code) for one in refused] == [("row 5", "parquet.no-text")]
    texts = [one.data for one in found if isinstance(one, Item)]
    assert texts == [article(at) for at in range(60) if at != 4]


def test_small_files_share_a_partition(tmp_path: Path) -> None:
    """Many small files are few partitions, in the order of their names."""
    for number in range(50):
        (tmp_path / f"{number:02d}.txt").write_text(article(number), "utf-8")
    inputs = _inputs(tmp_path)
    partitions: list[Partition] = list(cut_inputs(inputs, 10_000))
    assert 1 < len(partitions) < 10
    order = [piece.input for one in partitions for piece in one.pieces]
    assert order == list(range(50))
    assert _cut_up(inputs, 10_000) == _whole(tmp_path)


def test_patterns_name_files(tmp_path: Path) -> None:
    """A pattern names the files that it fits, by name; what fits none is refused; nothing comes twice."""
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(article(1), "utf-8")
    asked = [str(tmp_path / "*.txt"), str(tmp_path / "**/d.txt"), str(tmp_path), str(tmp_path / "*.x")]
    found = list(find_inputs(asked, LIMITS))
    names = [Path(one.path).name for one in found]
    assert names == ["a.txt", "b.txt", "d.txt", "*.x"]
    assert isinstance(found[-1], Rejected)


def test_what_is_stated_fills_gaps(tmp_path: Path) -> None:
    """The day and outlet that are told of all inputs are those of rows that state none."""
    path = write_lines(tmp_path / "a.jsonl", [{"text": article(1)}, row(2)])
    (one,) = _inputs(path)
    (partition,) = cut_inputs([one])
    options = CorpusOptions(published="2030", outlet="الراصد")
    found = [
        item
        for item in read_piece(partition.pieces[0], one, options, lambda _: None)
        if isinstance(item, Item)
    ]
    assert [(item.metadata.published, item.metadata.outlet) for item in found] == [
        ("2030", "الراصد"),
        ("2031-05-04", "الساحل"),
    ]


_UNFOLD = """
import sys
import pyarrow as pa
from rawi.model.source import Item
from rawi.sources.reader import read_inputs
found = list(read_inputs([sys.argv[1]]))
read = sum(isinstance(one, Item) for one in found)
print(read, pa.default_memory_pool().max_memory() >> 20, *(getattr(one, "code", "") for one in found))
"""


@pytest.mark.parametrize(
    ("size", "rows", "code"), [(400_000, 100, ""), (8_000_000, 40, "parquet.bomb")], ids=["coded", "bomb"]
)
def test_a_small_file_does_not_unfold_into_memory(tmp_path: Path, size: int, rows: int, code: str) -> None:
    """A table that says one long text in many rows is read with little of it held at once, unless it unfolds
    to so much that it is refused."""
    path = tmp_path / "a.parquet"
    table = pa.table({"text": ["قال " * (size // 4)] * rows})
    parquet.write_table(table, path, compression="zstd", use_dictionary=not code)
    assert path.stat().st_size < 100_000
    command = [sys.executable, "-c", _UNFOLD, str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(told[1]) < 100
    assert (int(told[0]), told[2:]) == ((0, [code]) if code else (rows, []))
