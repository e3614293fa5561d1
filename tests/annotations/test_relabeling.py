"""Other weights find the names instead: those that lie in share-alike/, under their own licence."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.relabeling import open_weights
from rawi.cli.program import program
from rawi.errors import WeightsError
from rawi.model.annotation import Kind
from rawi.pipeline import annotate, extract
from rawi.text.text import Text

WEIGHTS = str(Path(__file__).parents[2] / "share-alike/names-anercorp.crf")
LETTERS = st.text(alphabet='ابتجحدرسصعفقكلمنهوي ء.،\n"«»()12ab', max_size=200)


def test_names_are_those_of_the_weights() -> None:
    """With other weights people and places are found as their corpus marks them, each once, in order."""
    record = extract("ورفض فيلاسكينو القول متى يزور دمشق وبيروت.", weights=WEIGHTS)
    assert [(one.type, one.name) for one in record.entities] == [
        ("person", "فيلاسكينو"),
        ("place", "دمشق"),
        ("place", "بيروت"),
    ]
    assert [one.link for one in record.entities[1:]].count(None) == 0


def test_what_is_no_name_stays_as_the_rules_read_it() -> None:
    """Numbers, dates and roles are the same with and without other weights."""
    text = Text("قال مدير المشفى إن 12 جريحا وصلوا أمس.")
    for kind in (Kind.NUMBER, Kind.DATE, Kind.ROLE):
        assert annotate(text, weights=WEIGHTS).of(kind) == annotate(text).of(kind)


@given(LETTERS)
def test_no_text_is_too_odd(source: str) -> None:
    """On any text every mention lies in it."""
    record = extract(source, weights=WEIGHTS)
    spans = [span for one in record.entities for span in one.mentions]
    assert all(0 <= span.start < span.end <= len(record.text) for span in spans)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A path without weights raises WeightsError; the command says so and exits with 2."""
    with pytest.raises(WeightsError):
        open_weights(str(tmp_path / "none.crf"))
    article = tmp_path / "a.txt"
    article.write_text("زار سامر دمشق.", "utf-8")
    done = CliRunner().invoke(program, ["extract", "--weights", str(tmp_path / "none.crf"), str(article)])
    assert done.exit_code == 2
    assert "E205" in done.stderr
