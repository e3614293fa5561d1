"""What comes in is read, or refused with a code; nothing is lost, made up or read twice without a word."""

from __future__ import annotations

import json
import time
from pathlib import Path

import msgspec
import pytest

from rawi.ingest.run import Run
from rawi.views.jsonl import encode_line
from tests.hostile.case import Case
from tests.hostile.corpus import all_cases
from tests.hostile.judging import judge, read_lines

SECONDS = 10.0
LONG = frozenset({"huge", "bombs", "floods"})  # a few of them here, all by ``python -m benchmarks.hostile``
SOME = frozenset({"line-middle.txt", "node-inside.html", "too-large.txt", "zeros.txt.gz", "word-300000.txt"})


def _short() -> list[Case]:
    """Return the cases that take no more than a moment."""
    return [case for case in all_cases() if case.kind not in LONG or case.name in SOME]


@pytest.mark.parametrize("case", _short(), ids=lambda case: f"{case.kind}/{case.name}")
def test_hostile_input(case: Case, tmp_path: Path) -> None:
    """Of a hostile input comes what must come, in time, on exact spans, and the sums add up."""
    path = tmp_path / case.name
    case.make(path)
    begun = time.process_time()
    run = Run([str(path)])
    output = b"".join(map(encode_line, run.extract()))
    assert time.process_time() - begun < SECONDS
    report = json.loads(msgspec.json.encode(run.report()))
    assert list(judge(case, read_lines(output), report)) == []


def test_the_corpus_is_whole() -> None:
    """There are hundreds of cases, and no two of a name."""
    names = [f"{case.kind}/{case.name}" for case in all_cases()]
    assert len(names) == len(set(names)) > 1000
