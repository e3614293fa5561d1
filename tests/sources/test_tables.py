"""Tables: whatever a spreadsheet program writes is read, and a bad row costs itself alone."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.errors import DocumentError, SourceError
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.tables import read_table

WORDS = "قال سليم الدوري إن الجسر فتح."
Outcomes = list[Item | Rejected | Flagged]


def _read(data: bytes | str, columns: Columns | None = None, limits: Limits | None = None) -> Outcomes:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_table("a.csv", Cursor(Plain(io.BytesIO(raw))), limits or Limits(), columns))


def _texts(found: Outcomes) -> list[str]:
    return [str(one.data) for one in found if isinstance(one, Item)]


def _refusals(found: Outcomes) -> list[tuple[str | None, str]]:
    return [(one.part, one.code) for one in found if isinstance(one, Rejected)]


NARROW = ["utf-8", "utf-8-sig", "cp1256"]
WAYS = [(codec, end) for codec in [*NARROW, "utf-16", "utf-16-le", "utf-32"] for end in ("\n", "\r\n")]


@pytest.mark.parametrize(("codec", "end"), [*WAYS, *((codec, "\r") for codec in NARROW)])
def test_any_encoding_and_line_end(codec: str, end: str) -> None:
    """Cells come out right in every encoding of Arabic and with every line end, and so do they again."""
    rows = ["text;title", *(f'"{WORDS}{end}{WORDS} {n}";الجسر' for n in range(3)), ""]
    found = _read(end.join(rows).encode(codec))
    assert _texts(found) == [f"{WORDS}{end}{WORDS} {n}" for n in range(3)]
    for one in (each for each in found if isinstance(each, Item)):
        assert one.metadata.title == "الجسر"
        assert derive_text(evidence_of(one), build_origin(one)) == build_document(one).text


def test_titles_may_stand_above_the_names() -> None:
    """Remarks and titles above the row of names are passed over; rows keep their numbers and come back."""
    for names, rest in (("id,text", []), ("الرقم,النص", ["csv.column-guessed"])):
        found = _read(f'# قائمة\n\n"تقرير\nشهري"\n{names}\n1,{WORDS}\n2,{WORDS} 2\n')
        assert _texts(found) == [WORDS, f"{WORDS} 2"]
        assert [one.warning.code for one in found if isinstance(one, Flagged)] == rest
        for one in (each for each in found if isinstance(each, Item)):
            assert derive_text(evidence_of(one), build_origin(one)) == one.data
    with pytest.raises(SourceError, match="أ, ب"):
        _read("أ,ب\n" + "1,2\n" * 20)


def test_the_separator_may_be_said() -> None:
    """A first line that names the separator, as one program writes it, is no row of names."""
    found = _read(f"sep=|\r\ntext|title\r\n{WORDS}|a,b,c,d\r\n")
    assert _texts(found) == [WORDS]
    assert _refusals(found) == []
    (item,) = found
    assert isinstance(item, Item)
    assert derive_text(evidence_of(item), build_origin(item)) == WORDS


def test_an_open_quote_costs_one_line() -> None:
    """A quotation mark that never closes, over ten megabytes, spoils its line; the rows behind are read."""
    rows = [f"{n},{WORDS}" for n in range(150_000)]
    rows[5] = f'5,"{WORDS}'
    begun = time.monotonic()
    found = _read("\n".join(["id,text", *rows]))
    assert time.monotonic() - begun < 20
    assert _refusals(found) == [("row 7", "csv.malformed")]
    assert len(_texts(found)) == 149_999


def test_many_open_quotes_take_no_longer() -> None:
    """Quotes that open anew in row after row do not make reading slow."""
    times = []
    for number in (2_000, 16_000):
        begun = time.monotonic()
        _read("id,text\n" + 'a,"b" c\nx,"\n' * number, None, Limits(line=1 << 20))
        times.append(time.monotonic() - begun)
    assert times[1] < 20 * times[0] + 1


def test_a_stray_quote_between_good_rows() -> None:
    """Rows of several lines before and behind a bad one come out whole."""
    good = f'"{WORDS}\n\n{WORDS}",x'
    found = _read(f'text,title\n{good}\n{WORDS},"broken" here\n{good}\n')
    assert _texts(found) == [f"{WORDS}\n\n{WORDS}"] * 2
    assert _refusals(found) == [("row 3", "csv.malformed")]


def test_limits_of_lines_rows_and_columns() -> None:
    """A line, a number of rows and a number of columns beyond the limits are refused with their codes."""
    long = _read(f"text\n{'x' * 500}\n{WORDS}\n", None, Limits(line=200))
    assert (_texts(long), [code for _, code in _refusals(long)]) == ([WORDS], ["csv.too-long"])
    many = _read("text\n" + f"{WORDS}\n" * 9, None, Limits(records=5))
    assert _refusals(many) == [("row 6", "source.too-many")]
    with pytest.raises(SourceError) as caught:
        _read("text," + ",".join(map(str, range(1_000_000))) + f"\n{WORDS}\n")
    assert caught.value.code == "csv.too-many-columns"


def test_a_table_without_text_says_what_it_has() -> None:
    """Where no column is the text, or one that was named is not there, the message lists those that are."""
    for columns, code in ((None, "csv.no-text-column"), (Columns(text="نص"), "csv.no-column")):
        with pytest.raises(SourceError, match="الكاتب, الفقرة") as caught:
            _read(f"الكاتب,الفقرة\nسليم,{WORDS}\n", columns)
        assert caught.value.code == code


def test_the_text_is_guessed_only_where_it_is_sure() -> None:
    """One column by a name for text is taken, with a warning; two are not; nothing else is guessed."""
    found = _read(f"العنوان,النصّ\nالجسر,{WORDS}\n")
    assert _texts(found) == [WORDS]
    assert [one.warning.code for one in found if isinstance(one, Flagged)] == ["csv.column-guessed"]
    assert [one.metadata.title for one in found if isinstance(one, Item)] == [None]
    with pytest.raises(SourceError):
        _read(f"body,content\n{WORDS},{WORDS}\n")
    assert _texts(_read(f"text,body\n{WORDS},x\n")) == [WORDS]


def test_html_may_be_mapped_beside_text() -> None:
    """Where only html is named, the column called text is left alone."""
    (item,) = _read(f"text,page\nملخص,<p>{WORDS}</p>\n", Columns(html="PAGE "))
    assert isinstance(item, Item)
    assert (item.media, item.data) == ("html", f"<p>{WORDS}</p>")


def test_bytes_in_another_encoding_are_told() -> None:
    """A row in another encoding than the rest is read by its look, with a warning."""
    rows = f"text\n{WORDS}\n".encode() + WORDS.encode("cp1256") + b"\n" + f"{WORDS}\x00\n".encode()
    found = _read(rows)
    assert _texts(found) == [WORDS, WORDS, f"{WORDS}\x00"]
    assert [[one.code for one in item.warnings] for item in found if isinstance(item, Item)] == [
        [],
        ["text.mixed-encodings"],
        [],
    ]


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n",;نص'), max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_what_is_written_is_read(rows: list[tuple[str, str]]) -> None:
    """Any cells that the standard library writes as a table come back, each standing on its own row."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("text", "title"), *rows])
    found = _read(out.getvalue())
    assert _texts(found) == [text for text, _ in rows if text.strip()]
    for one in (each for each in found if isinstance(each, Item)):
        try:
            text = build_document(one).text
        except DocumentError:
            text = ""
        assert derive_text(evidence_of(one), build_origin(one)) == text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes behind a row of names give rows or refusals."""
    code = ""
    try:
        _read(b"text,title\n" + data, None, Limits(line=64))
    except SourceError as error:
        code = error.code
    assert code.partition(".")[0] in ("", "document", "csv")
