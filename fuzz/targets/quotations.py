"""Any text: its layers lead back to it, its marks are paired in order, its record stands on its words."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.properties import as_text, require, require_record, same
from fuzz.seeds import sentences
from rawi.pipeline import extract
from rawi.text.text import Text


def seeds() -> Iterator[bytes]:
    """Yield lines of our own articles, single and two together, with marks of other kinds."""
    lines = [line for line in sentences() if any(mark in line for mark in '«"“')]
    for number, line in enumerate(lines[::2]):
        marked = line.replace("«", '"').replace("»", '"') if number % 3 == 1 else line
        yield (f"{lines[number]}\n{marked}" if number % 3 == 2 else marked).encode()[:500]


def check(data: bytes) -> None:
    """Cut a text, pair its marks, and extract it."""
    text = as_text(data)
    _check_layers(Text(text.encode("utf-8", "replace").decode()))
    require_record(same(lambda: extract(text, published="2024-05-02")), text)


def _check_layers(text: Text) -> None:
    """Check that tokens lead back to the source in order, and that pairs of marks do not cross."""
    at = 0
    for index in range(len(text.words)):
        if text.words[index]:
            span = text.span(index, index + 1)
            require(
                at <= span.start < span.end <= len(text.source), f"token {index} stands after the one before"
            )
            at = span.start
    ends: list[int] = []
    for pair in text.quotations:
        while ends and ends[-1] <= pair.open:
            ends.pop()
        require(0 <= pair.open < pair.close <= len(text.words), f"{pair} has both ends in the text")
        require(not ends or pair.close <= ends[-1], f"{pair} crosses another")
        ends.append(pair.close)
