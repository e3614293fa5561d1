"""Gold: what a careful reader takes from an article, with offsets, as the annotation guide says.

A file of JSON lines holds one ``GoldArticle`` a line; ``rawi.evaluation.annotated`` makes them from a folder
of ``NAME.txt`` and ``NAME.gold.json``. Spans are half-open ranges of code points of ``text``.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from rawi.errors import GoldError, GoldMissing
from rawi.evaluation.annotated import read_annotated
from rawi.evaluation.article import GoldArticle

__all__ = ["GoldArticle", "read_gold"]


def _read_line(where: str, line: bytes) -> GoldArticle:
    try:
        return msgspec.json.decode(line, type=GoldArticle)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise GoldError(f"{where}: {error}") from error


def read_compiled(path: Path) -> list[GoldArticle]:
    """Return the articles of a file of JSON lines; GoldError names the first line that is none."""
    lines = path.read_bytes().splitlines()
    return [_read_line(f"{path.name}:{n}", line) for n, line in enumerate(lines, 1) if line.strip()]


def read_gold(path: str | Path) -> list[GoldArticle]:
    """Return the articles at ``path``: a folder of ``NAME.txt`` + ``NAME.gold.json``, or JSON lines.

    Articles come in the order of their names, or of the lines. Raises GoldMissing where there is
    nothing to read, GoldError where an annotation names words that its article does not contain exactly once;
    the message lists every such place.
    """
    path = Path(path)
    if not path.exists():
        raise GoldMissing(f"{path}: no such file or folder")
    articles = read_annotated(path) if path.is_dir() else read_compiled(path)
    if not articles:
        raise GoldMissing(
            f"{path}: no annotated articles in it (NAME.txt with NAME.gold.json, or JSON lines)"
        )
    return articles
