"""Numbers, quantities and money in any text: finite, ordered, in their places."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fuzz.properties import as_text, require, require_spans, same
from fuzz.seeds import sentences
from rawi.annotations.dates import DATES
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.quantities import QUANTITIES
from rawi.model.annotation import Kind
from rawi.model.value import Amount
from rawi.parsing import parse
from rawi.pipeline import annotate
from rawi.text.text import Text
from tests.values import hostile
from tests.values.forms import find_faults


def seeds() -> Iterator[bytes]:
    """Yield phrases that hold numbers."""
    made = [make(2) for make in (hostile.DIGITS | hostile.WORDS).values()]
    for line in [*hostile.NUMBERS.split("\n"), *made, *list(sentences())[3::7]]:
        if line:
            yield line.encode("utf-8", "surrogatepass")[:300]


def check(data: bytes) -> None:
    """Read a text's numbers, each way."""
    text = as_text(data)
    for task in ("number", "ordinal", "quantity", "money"):
        values = same(lambda task=task: parse(text, task))  # type: ignore[misc]
        for value in values:
            faults = list(find_faults(value, text))
            require(not faults, f"{task}: {faults}")
        starts = [value["start"] for value in values]
        require(starts == sorted(starts), f"{task}: in the order of the text")
    _check_annotated(Text(text.encode("utf-8", "replace").decode()))


def _check_annotated(text: Text) -> None:
    """Check what the stages of ``extract`` find."""
    known = annotate(text, (NUMBERS, DATES, QUANTITIES))
    for kind in (Kind.NUMBER, Kind.QUANTITY):
        for note in known.of(kind):
            require_spans([text.source_span(note.start, note.end)], text.source)
            _require_finite(note.value.low, note.value.high)


def _require_finite(low: Amount | None, high: Amount | None) -> None:
    """Check the ends of a number."""
    require(all(math.isfinite(end) for end in (low, high) if end is not None), f"{low} to {high} are finite")
    require(low is None or high is None or low <= high, f"{low} is not above {high}")
