"""Records into Parquet and back: nothing is lost, nothing is another type."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.corpus.rows import read_submissions
from rawi.corpus.schemas import TABLES, schema_of
from rawi.corpus.writing import PartitionWriter
from rawi.ingest.provenance import build_submission
from rawi.ledger.results import Submission
from rawi.model.claim import Figure
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Capture, Item, Rejected
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.pipeline import extract
from tests.corpus.articles import article

GOLD = sorted(Path(__file__).parents[2].glob("gold/**/*.txt"))


def _round(given: list[Submission]) -> list[Submission]:
    """Write submissions to a partition and read them again."""
    with TemporaryDirectory() as folder:
        with PartitionWriter(Path(folder), "part-00000") as writer:
            for number, one in enumerate(given):
                writer.add(number, one)
            writer.finish()
        found = list(read_submissions(Path(folder), "part-00000", given[0].extractor))
    assert [number for number, _ in found] == list(range(len(given)))
    return [one for _, one in found]


def _submission(text: str, record: Record | None = None, **more: object) -> Submission:
    item = Item("أخبار.jsonl", "line 3", text, "text", Metadata(source="x"), **more)  # type: ignore[arg-type]
    return build_submission(item, record or extract(text, published="2031-05-04"))


def test_records_come_back() -> None:
    """Every record of the project's own articles comes back byte for byte, with what it stands on."""
    assert len(GOLD) > 100
    given = [_submission(path.read_text("utf-8")) for path in GOLD[::3]]
    back = _round(given)
    assert back == given
    assert list(map(msgspec.json.encode, back)) == list(map(msgspec.json.encode, given))


def test_evidence_comes_back() -> None:
    """Original bytes that are not those of the text come back, and so does the capture with its headers."""
    capture = Capture("2031-05-04T08:00:00Z", "https://sahel.example/1", (("Server", "a"), ("Server", "b")))
    given = [
        _submission(article(1), evidence=b"\xff\x00{}", reader="jsonl", capture=capture),
        _submission(article(2)),
        _submission("", evidence=b""),
    ]
    assert _round(given) == given


amounts = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False) | st.none()


@settings(deadline=None)
@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=5))
def test_amounts_come_back(values: list[tuple[int | float | None, int | float | None]]) -> None:
    """Amounts come back as the numbers that they were, whole ones as whole ones, however large."""
    text = "قتل 3 أشخاص"
    figures = tuple(
        Figure(f"f{at}", Span(4, 11), Span(4, 5), low, high, Hedge.EXACT)
        for at, (low, high) in enumerate(values)
    )
    record = msgspec.structs.replace(extract(text), figures=figures)
    ((back,), given_) = _round([_submission(text, record)]), record
    assert [(repr(one.low), repr(one.high)) for one in back.record.figures] == [
        (repr(one.low), repr(one.high)) for one in given_.figures
    ]


def test_words_are_those_of_the_article(tmp_path: Path) -> None:
    """Beside each claim stand the article's own words at its spans."""
    given = [_submission(article(number)) for number in range(3)]
    with PartitionWriter(tmp_path, "part-00000") as writer:
        for number, one in enumerate(given):
            writer.add(number, one)
        writer.finish()
    texts = [one.record.text for one in given]
    statements = parquet.read_table(tmp_path / "claims/claim=statement/part-00000.parquet", partitioning=None)
    rows = statements.to_pylist()
    assert rows
    for one in rows:
        assert one["words"] == [texts[one["item"]][start:end] for start, end in one["content"]]


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_record(table: str) -> None:
    """Each table has the fields of its record, all of them, by the names that the record is printed with."""
    struct = TABLES[table][0]
    names = [one.encode_name for one in msgspec.structs.fields(struct)]
    assert [name for name in schema_of(table).names if name in names] == names


def test_what_is_not_finished_is_not_there(tmp_path: Path) -> None:
    """A partition that fails on the way leaves no file."""

    def fail() -> None:
        with PartitionWriter(tmp_path, "part-00000") as writer:
            writer.add(0, _submission(article(0)))
            writer.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_refusals_of_any_words(tmp_path: Path) -> None:
    """A refusal is kept whatever stands in its path, message and bytes."""
    with PartitionWriter(tmp_path, "part-00000") as writer:
        writer.reject(7, Rejected("a\udcff", "line 1", "jsonl.malformed", "\ud800", b"\xff\x00"))
        files = writer.finish()
    assert [(one.path, one.rows) for one in files] == [("rejected/part-00000.parquet", 1)]
    (row,) = parquet.read_table(tmp_path / "rejected/part-00000.parquet").to_pylist()
    assert (row["item"], row["code"], row["data"]) == (7, "jsonl.malformed", b"\xff\x00")


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    """The files of a partition depend on what is in it alone."""
    given = [_submission(article(number)) for number in range(20)]
    hashes = []
    for name in ("a", "b"):
        with PartitionWriter(tmp_path / name, "part-00000") as writer:
            for number, one in enumerate(given):
                writer.add(number, one)
            hashes.append(writer.finish())
    assert hashes[0] == hashes[1]
