"""The lexicon check keeps Arabic where a reviewer can read it."""

from pathlib import Path

import pytest

from checks import lexicon_lines


def faults(folder: Path, name: str, content: str) -> list[str]:
    """What the check finds in one lexicon file, without the file's name."""
    path = folder / name
    path.write_text(content, "utf-8")
    found = [*lexicon_lines.violations(path)]
    if path.suffix == ".tsv":
        found += lexicon_lines.find_uneven(path)
    return [fault.removeprefix(str(path)) for fault in found]


@pytest.mark.parametrize(
    "line",
    [
        'form = "نفى"',
        'frames = ["noun", "that"]',
        r'example = "سأل الطفل: \"أين الباب؟\""',
        "# قال",
    ],
)
def test_one_arabic_string_a_line_is_accepted(tmp_path: Path, line: str) -> None:
    """A line of TOML with one Arabic string passes, quoted speech inside it included."""
    assert faults(tmp_path, "cues.toml", line) == []


@pytest.mark.parametrize(
    "line", ['forms = ["نفى", "أنكر"]', 'form = "نفى" # أنكر', "forms = ['نفى', 'أنكر']"]
)
def test_two_arabic_strings_are_caught(tmp_path: Path, line: str) -> None:
    """Two Arabic strings on a line of TOML, or one and an Arabic comment, are refused."""
    assert faults(tmp_path, "cues.toml", f"# cues\n{line}\n") == [":2: 2 Arabic strings on one line"]


def test_arabic_before_the_last_cell_is_caught(tmp_path: Path) -> None:
    """In a table the one Arabic cell stands last."""
    assert faults(tmp_path, "places.tsv", "id\tname\n7\tنهر الزيتون\n") == []
    assert faults(tmp_path, "places.tsv", "قرية\t7\n") == [":1: Arabic stands before the last cell"]


@pytest.mark.parametrize("word", ["قالَ", "قـال", "قال\u200f"])
def test_marks_and_invisible_characters_are_caught(tmp_path: Path, word: str) -> None:
    """Vowel marks, tatweel and direction marks are refused in both kinds of file."""
    assert len(faults(tmp_path, "cues.toml", f'form = "{word}"\n')) == 1
    assert len(faults(tmp_path, "cues.tsv", f"1\t{word}\n")) == 1


@pytest.mark.parametrize("line", ['note = "يؤمّن (secures)"', "# وجه بـ"])
def test_notes_may_use_marks(tmp_path: Path, line: str) -> None:
    """A remark may need a vowel mark or tatweel to be understood."""
    assert faults(tmp_path, "cues.toml", line) == []


def test_uneven_rows_are_caught(tmp_path: Path) -> None:
    """A row with a cell too few is named; comments are no rows."""
    assert "1 cells where the first row has 2" in faults(tmp_path, "places.tsv", "# x\nid\tname\n7\n")[0]


def test_main_reads_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command answers 1 where any file below the folder is at fault, else 0."""
    assert faults(tmp_path, "cues.toml", 'form = "نفى"\n') == []
    assert lexicon_lines.main(tmp_path) == 0
    (tmp_path / "places.tsv").write_text("قرية\t7\n", "utf-8")
    assert lexicon_lines.main(tmp_path) == 1
    assert "2 files read" in capsys.readouterr().out
