"""Lexicons a person can review on any screen: one Arabic string a line, and in tables the last cell.

Two Arabic strings on one line are shown in each other's place by the bidirectional algorithm (UAX #9): a
reviewer cannot tell which is which. Words stand in citation form, so a vowel mark or a tatweel is a slip too.

usage: python -m checks.lexicon_lines [FOLDER]      exit 1 and one line for each violation
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LEXICONS = Path("src/rawi/lexicons")
LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
MARK = re.compile(r"[\u0640\u064b-\u065f\u0670]")
REMARK = re.compile(r"\s*(?:#|note\b)")
CONTROL = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
TOML_PART = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'|#.*""")


def find_mixed_toml(line: str) -> str | None:
    """Say what is wrong where a line of TOML holds two Arabic strings, a comment counted as one."""
    arabic = sum(bool(LETTER.search(part)) for part in TOML_PART.findall(line))
    return f"{arabic} Arabic strings on one line" if arabic > 1 else None


def find_mixed_tsv(line: str) -> str | None:
    """Say what is wrong where a row has Arabic in any cell but its last."""
    *before, _last = line.split("\t")
    return "Arabic stands before the last cell" if any(LETTER.search(cell) for cell in before) else None


def find_marks(line: str) -> str | None:
    """Say what is wrong where a word has vowel marks or tatweel, or a line invisible characters.

    Notes and comments may use marks: they tell يؤمن (believes) from its doubled twin (secures).
    """
    if MARK.search(line) and not REMARK.match(line):
        return "a vowel mark or tatweel: write the citation form"
    return "an invisible character" if CONTROL.search(line) else None


RULES = {".toml": (find_mixed_toml, find_marks), ".tsv": (find_mixed_tsv, find_marks)}


def violations(path: Path) -> Iterator[str]:
    """Everything that is wrong with one lexicon file; other kinds of file have nothing wrong."""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        for rule in RULES[path.suffix]:
            if fault := rule(line):
                yield f"{path}:{number}: {fault}"


def find_uneven(path: Path) -> Iterator[str]:
    """Name the rows of a table that have another number of cells than its first row."""
    rows = [row for row in path.read_text("utf-8").splitlines() if row and not row.startswith("#")]
    width = rows[0].count("\t") if rows else 0
    for row in rows:
        if row.count("\t") != width:
            yield f"{path}: {row.count(chr(9)) + 1} cells where the first row has {width + 1}: {row[:60]}"


def main(folder: Path) -> int:
    """Print what is wrong with the lexicons below `folder`; 1 if anything is."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in RULES)
    found = [line for path in paths for line in violations(path)]
    found += [line for path in paths if path.suffix == ".tsv" for line in find_uneven(path)]
    print("\n".join([*found, f"lexicons: {len(paths)} files read"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else LEXICONS))
