"""CSV that no spreadsheet runs, and that gives back what was put in."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from rawi.views.exports.delimited import BOM, guard, read_csv, unguard, write_csv, write_rows
from rawi.views.exports.tables import Table

_TEXTS = st.text(alphabet=st.sampled_from("=+-@\t\r'\",\n aبا1;|"), max_size=8) | st.text(max_size=12)


@given(_TEXTS)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    """No text cell begins with = + - @, a tab or a carriage return, and what was written comes back."""
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguard(guard(text)) == text


@given(st.lists(st.lists(_TEXTS.filter(lambda one: "\x00" not in one), min_size=2, max_size=2), max_size=4))
def test_rows_come_back(rows: list[list[str]]) -> None:
    """Rows that are written and read are the same, whatever quotes, commas and ends of lines are in them."""
    kept = [[one.encode("utf-8", "replace").decode() for one in row] for row in rows]
    assert list(read_csv(write_rows(kept))) == kept


def test_numbers_are_not_guarded() -> None:
    """A negative number stays one."""
    assert write_rows([[-3.5, -2, None, True]]) == b"-3.5,-2,,true\r\n"


def test_files_have_a_mark_and_streams_have_not() -> None:
    """The mark by which Excel knows UTF-8 stands before a file only; both are read alike."""
    table = Table("events", ("a", "b"), [["=1", 2]])
    marked, bare = (write_csv(table, ["a", "b"], bom=one) for one in (True, False))
    assert marked == BOM + bare
    assert list(read_csv(marked)) == list(read_csv(bare)) == [["a", "b"], ["=1", "2"]]
    assert next(iter(list(csv.reader(io.StringIO(bare.decode())))[1])) == "'=1"
