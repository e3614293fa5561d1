"""Compare what came of a case with what must come of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rawi.arabic.fold import fold
from tests.hostile.case import Canary, Case

Tree = dict[str, Any]


def judge(case: Case, records: Iterable[Tree], report: Tree) -> Iterator[str]:
    """Yield each thing that is not as it must be; records and report are what ``rawi extract`` writes."""
    records = list(records)
    yield from _judge_account(case, report)
    yield from _judge_codes(case, report)
    for record in records:
        yield from _judge_record(case, record)
    if case.canary is not None:
        yield from _judge_canary(case, case.canary, records)


def _judge_account(case: Case, report: Tree) -> Iterator[str]:
    """Sums add up, and as many documents are stored as must be."""
    totals = report["totals"]
    if totals["documents_in"] != totals["stored"] + totals["duplicates"] + totals["rejected"]:
        yield f"the sums do not add up: {totals}"
    if not totals["documents_in"]:
        yield "nothing was counted"
    if case.stored is not None and totals["stored"] + totals["duplicates"] != case.stored:
        yield f"{totals['stored']} stored, must be {case.stored}"
    if any(one["outcome"] == "rejected" and not one["code"] for one in report["inputs"]):
        yield "refused without a code"


def find_codes(report: Tree) -> frozenset[str]:
    """Return all codes of refusals and warnings that a report names."""
    whole = {one["code"] for one in report["inputs"] if one["code"]}
    return frozenset(whole | {warning["code"] for one in report["inputs"] for warning in one["warnings"]})


def _judge_codes(case: Case, report: Tree) -> Iterator[str]:
    """All codes that must be reported are, and no others but those that may be."""
    codes = find_codes(report)
    if case.stored == 0:  # the refusal has one code, whichever
        missing = case.codes if not codes & (case.codes | case.may) else frozenset()
    else:
        missing = case.codes - codes
    if missing:
        yield f"not reported: {', '.join(sorted(missing))}"
    if more := codes - case.codes - case.may:
        yield f"reported too: {', '.join(sorted(more))}"
    if case.stored == 0 and not codes:
        yield "refused without a word"


def _judge_record(case: Case, record: Tree) -> Iterator[str]:
    """Spans slice, names are written in the text, nobody speaks who must not, nothing hidden is read."""
    text = record["document"]["text"]
    if case.kind != "huge" or len(text) < 1_000_000:
        yield from find_false_spans(record)
    folded = fold(text)
    for words in case.absent:
        if fold(words) in folded:
            yield f"hidden words were read: {words}"
    denied = {statement["id"] for statement in record["statements"] if statement["polarity"] == "denied"}
    for statement in record["statements"]:
        if statement["polarity"] == "asserted" and statement["within"] not in denied:
            yield from _judge_speaker(case, statement)


def _judge_speaker(case: Case, statement: Tree) -> Iterator[str]:
    """Nobody speaks who must not."""
    name = fold(statement["speaker"]["name"] or "")
    yield from (f"a false speaker: {name}" for one in case.never if fold(one) in name)


def find_false_spans(record: Tree) -> Iterator[str]:
    """Yield each span of a record that does not lie in its text or covers nothing."""
    size = len(record["document"]["text"])
    waiting: list[tuple[str, Any]] = [("", record)]
    while waiting:
        field, one = waiting.pop()
        if isinstance(one, dict):
            waiting += [(key, value) for key, value in one.items() if key != "text"]
        elif isinstance(one, list) and len(one) == 2 and all(type(part) is int for part in one):
            if not 0 <= one[0] < one[1] <= size:
                yield f"a false span: {field} {one} in a text of {size}"
        elif isinstance(one, list):
            waiting += [(field, part) for part in one]


def _judge_canary(case: Case, canary: Canary, records: list[Tree]) -> Iterator[str]:
    """The canary stands in a text, and among the statements with its speaker."""
    shape = case.shape or _plain
    texts = [record["document"]["text"] for record in records]
    if not any(shape(canary.words) in (text if case.shape else _plain(text)) for text in texts):
        yield "the canary is in no text"
    elif case.statement and not any(_is_said(case, canary, record) for record in records):
        yield "the canary is no statement"


def _is_said(case: Case, canary: Canary, record: Tree) -> bool:
    """Tell whether a record has the statement of the canary, and its own words for it."""
    for statement in record["statements"]:
        words = " ".join(record["document"]["text"][start:end] for start, end in statement["content"])
        named = _plain(canary.speaker) in _plain(statement["speaker"]["name"] or "")
        told = case.shape(canary.said) in words if case.shape else _plain(canary.said) in _plain(words)
        if named and told and statement["polarity"] == "asserted":
            return True
    return False


def _plain(text: str) -> str:
    """Return a text without what some encodings lack and what folding drops."""
    folded = fold("".join(one for one in text if one.isprintable() or one.isspace()))
    return " ".join(folded.translate(_MARKS).split())


_MARKS = {ord(one): '"' for one in "«»“”„"}


def read_lines(output: bytes) -> list[Tree]:
    """Return the records of an output; ValueError where it is not strictly JSON in UTF-8 without NaN or lone
    surrogates."""
    records = [
        json.loads(line, parse_constant=_refuse)
        for line in output.decode("utf-8").split("\n")
        if line.strip()
    ]
    json.dumps(records, ensure_ascii=False).encode("utf-8")
    return records


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON")
