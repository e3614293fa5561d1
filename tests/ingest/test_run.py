"""One pass over inputs: the account, resuming, stopping, and processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.ingest.extraction import Refusal, read_item
from rawi.ingest.run import Interrupted, Run, Stated
from rawi.ledger import Ledger, open_ledger
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Item, Outcome
from rawi.pipeline import extract_document
from rawi.sources.reader import read_inputs

TEXT = "قال سليم الدوري إن {} قاربا عبرت نهر الرمانة."
# `rawi add` that stands still after 3,000 of 6,000 documents: no machine is through before the signal comes.
STANDS_STILL = """
import signal, time
from itertools import count
from rawi.cli import main
from rawi.ingest import extraction
read, turns = extraction.extract_document, count()

def stand_still(*given):
    if next(turns) == 3000:
        time.sleep(60)
    return read(*given)

extraction.extract_document = stand_still
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started the tests may ignore it
main()
"""


@pytest.fixture
def rows(tmp_path: Path) -> str:
    """A file of 60 articles."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f'{{"text": "{TEXT.format(n)}"}}\n' for n in range(60)), "utf-8")
    return str(path)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "own.rawi") as opened:
        yield opened


def test_stated_fills_only_gaps(tmp_path: Path) -> None:
    """What a row states of itself goes before what the user says of all inputs."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "بيت", "published": "2020-01-02"}\n{"text": "نهر"}\n', "utf-8")
    records = list(Run([str(path)], Stated("2024", "الرواق")).extract())
    assert [one.document.published for one in records] == ["2020-01-02", "2024"]
    assert {one.document.outlet for one in records} == {"الرواق"}


def test_the_watcher_is_told_of_each_step(rows: str, tmp_path: Path) -> None:
    """Each document, refusal and end of an input is one step."""
    steps: list[str] = []
    list(Run([rows, str(tmp_path / "nofile")], watch=steps.append).extract())
    assert (steps.count("stored"), steps.count("rejected"), steps.count("finished")) == (60, 1, 2)


def test_adding_twice(rows: str, ledger: Ledger) -> None:
    """A second run finds everything known, without extracting it again."""
    assert Run([rows]).add(ledger).totals.stored == 60
    head = ledger.head()
    again = Run([rows]).add(ledger).totals
    assert (again.stored, again.duplicates, ledger.head()) == (0, 60, head)


def test_other_metadata_is_read_again(rows: str, ledger: Ledger) -> None:
    """A run that knows the day of publication is not taken for the one that did not."""
    Run([rows]).add(ledger)
    Run([rows], Stated(published="2024-05-02")).add(ledger)
    assert {row["published"] for row in ledger.export("documents")} == {"2024-05-02"}


def test_processes_make_the_same_ledger(rows: str, ledger: Ledger, tmp_path: Path) -> None:
    """The ledger holds the same whatever the number of processes."""
    Run([rows]).add(ledger)
    with open_ledger(tmp_path / "other.rawi") as other:
        Run([rows], jobs=2).add(other)
        assert other.ledger_hash() == ledger.ledger_hash()


def test_stopping_keeps_what_was_read(rows: str, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two documents: those before it are stored and counted, and the next run goes on."""
    reading = read_inputs

    def stop_after_ten(paths: list[str], **more: object) -> Iterator[Outcome]:
        for number, outcome in enumerate(reading(paths)):
            if number == 10:
                raise KeyboardInterrupt
            yield outcome

    monkeypatch.setattr("rawi.ingest.run.read_inputs", stop_after_ten)
    with pytest.raises(Interrupted) as stopped:
        Run([rows]).add(ledger)
    assert stopped.value.report.totals.stored == ledger.counts().documents == 10
    with pytest.raises(Interrupted):
        list(Run([rows]).extract())
    monkeypatch.undo()
    assert Run([rows]).add(ledger).totals.stored == 50


def test_a_failing_extractor_stops_nothing(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document on which the program itself fails is refused with a code; the others are read."""

    def fail_on_seven(text: str, *rest: object) -> Record:
        if " 7 " in text:
            raise ZeroDivisionError("broken on purpose")
        return extract_document(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("rawi.ingest.extraction.extract_document", fail_on_seven)
    run = Run([rows])
    assert len(list(run.extract())) == 59
    report = run.report()
    assert report.totals.documents_in == 60
    assert report.inputs[0].bad == 1
    assert [one.code for one in report.inputs[0].warnings] == ["extract.failed"]


def test_any_item_gives_a_record_or_a_reason() -> None:
    """An item without text is refused with the reader's code."""
    refused = read_item(Item("x", None, b"", "text", Metadata()))
    assert isinstance(refused, Refusal)
    assert refused.code == "document.empty"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_in_a_real_process(tmp_path: Path) -> None:
    """SIGINT during rawi add: exit code 130, how to go on, a sound ledger, the rest by the same command."""
    path, ledger = tmp_path / "many.jsonl", tmp_path / "own.rawi"
    path.write_text("".join(f'{{"text": "{TEXT.format(n)}"}}\n' for n in range(6000)), "utf-8")
    command = [sys.executable, "-c", STANDS_STILL, "add", str(path), "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        _wait_for_documents(ledger)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"run the same command again" in told
    with open_ledger(ledger) as opened:
        kept = opened.counts().documents
        assert 0 < kept < 6000
        assert opened.verify() == []
        assert Run([str(path)]).add(opened).totals.stored == 6000 - kept


def _wait_for_documents(path: Path) -> None:
    """Wait until something is in the ledger."""
    for _ in range(600):
        if path.exists() and path.stat().st_size:
            with open_ledger(path) as opened:
                if opened.counts().documents:
                    return
        time.sleep(0.05)
    raise AssertionError("nothing was stored within 30 s")
