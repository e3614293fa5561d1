"""A malformed lexicon says exactly what is wrong and where."""

from pathlib import Path

import msgspec
import pytest

from rawi.errors import LexiconError
from rawi.lexicons import loader


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small entry of our own."""

    form: str
    weight: int


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for lexicons/ar."""
    (tmp_path / "ar").mkdir()
    monkeypatch.setattr(loader, "files", lambda package: tmp_path)
    loader._document.cache_clear()
    return tmp_path / "ar"


def test_entries_come_in_the_order_of_the_file(lexicon: Path) -> None:
    """What stands first is loaded first, because precedence follows it."""
    (lexicon / "a.toml").write_text(
        '[[entry]]\nform = "قال"\nweight = 2\n[[entry]]\nform = "كتب"\nweight = 1\n', "utf-8"
    )
    assert [entry.form for entry in loader.load_entries("a.toml", Entry)] == ["قال", "كتب"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[entry]]\nform = "قال"\n', r"b\.toml: entry 1 \(قال\).*weight"),
        ('[[entry]]\nform = "قال"\nweight = "x"\n', r"b\.toml: entry 1 \(قال\)"),
        ('[[entry]]\nform = "قال"\nweight = 1\nwait = 1\n', r"unknown field"),
        ("[[entry]\n", r"b\.toml: "),
    ],
)
def test_a_bad_entry_is_named(lexicon: Path, text: str, message: str) -> None:
    """The error gives the file, the number of the entry and its form."""
    (lexicon / "b.toml").write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=message):
        loader.load_entries("b.toml", Entry)


def test_a_missing_file_is_an_error_of_ours(lexicon: Path) -> None:
    """Not a bare OSError."""
    with pytest.raises(LexiconError, match="cannot be read"):
        loader.load_entries("c.toml", Entry)


def test_an_uneven_row_of_a_table_is_named(lexicon: Path) -> None:
    """The line number is given."""
    (lexicon / "t.tsv").write_text("# note\nid\tname\n1\tسد\n2\n", "utf-8")
    with pytest.raises(LexiconError, match="line 4 has 1 cells"):
        list(loader.load_table("t.tsv"))
    with pytest.raises(LexiconError, match="line 4 has 1 cells"):
        loader.load_columns("t.tsv")


@pytest.mark.parametrize("rows", ["", "1\tسد\n", "1\tسد\n# note\n2\tنهر\n"])
def test_columns_are_the_rows_turned(lexicon: Path, rows: str) -> None:
    """Both ways to read a table give the same cells; a table without rows has empty columns."""
    (lexicon / "t.tsv").write_text("# note\nid\tname\n" + rows, "utf-8")
    table = list(loader.load_table("t.tsv"))
    assert loader.load_columns("t.tsv") == {
        name: tuple(row[name] for row in table) for name in ("id", "name")
    }


def test_every_shipped_cue_reports_in_its_own_example() -> None:
    """The example of a strong verb holds a form of that verb, so that a reviewer sees it at work."""
    from rawi.annotations.speech import speech_words
    from rawi.arabic.fold import fold
    from rawi.text.tokens import cut_tokens

    words = speech_words()
    for word in ("وأكدت", "مضيفا", "نفى", "يقولون", "داعية"):
        entry = words.entries[fold(word)]
        assert entry.cue is not None
        tokens = cut_tokens(fold(entry.cue.example))[0]
        assert any(words.entries.get(token) and words.entries[token].cue == entry.cue for token in tokens)


def test_each_class_of_particles_is_written_once() -> None:
    """Two entries of one name would be one class, whatever their comments say."""
    from rawi.annotations.speech import Particle

    kinds = [entry.kind for entry in loader.load_entries("particles.toml", Particle)]
    assert len(kinds) == len(set(kinds))
