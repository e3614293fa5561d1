"""The gate: what fell is named and fails; floors rise when asked and never by themselves."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rawi.errors import GoldError
from rawi.evaluation import gate
from rawi.evaluation.floors import Floors, load_floors, render_floors
from rawi.evaluation.gate import FLOORS, Tools, find_lowered_by_hand, measure, run
from rawi.evaluation.gold import read_gold
from tests.evaluation.answers import answer_of
from tests.evaluation.conftest import GOLD, write_gold


class Reader:
    """Reads as well as it is told to: all layers but those it is made blind to."""

    def __init__(self, gold: Path, *blind: str) -> None:
        self.answers = {one.text: answer_of(one) for one in read_gold(gold)}
        self.blind = blind

    def __call__(self, text: str, *, published: str | None = None) -> dict[str, Any]:
        """Return the gold's own answer, the blind layers empty."""
        return {**self.answers[text], **{layer: [] for layer in self.blind}}


def parse(text: str, task: str, reference: str | None = None) -> Iterable[object]:
    """Read nothing but digits."""
    return [{"n": text}] if text.isdigit() else []


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a gold of one article, every figure of which is pinned however little was asked."""
    monkeypatch.setattr(gate, "LEAST_ASKED", 1)
    (tmp_path / "repository" / "gold").mkdir(parents=True)
    write_gold(tmp_path / "repository" / "gold", GOLD)
    return tmp_path / "repository"


def asked(root: Path, *arguments: str) -> Any:
    """Arguments as the command line gives them."""
    return gate._arguments(["--root", str(root), *arguments])


def tools(root: Path, *blind: str) -> Tools:
    """An extractor that is faultless but for the blind layers, and a parser of digits."""
    return Tools(Reader(root / "gold", *blind), parse, lambda folder: {})


def test_floors_rise_only_when_asked(root: Path) -> None:
    """A plain run writes nothing; ``--raise`` pins every score that something was asked of."""
    assert run(asked(root), tools(root)) == 0
    assert not (root / FLOORS).exists()
    assert run(asked(root, "--raise"), tools(root)) == 0
    floors = load_floors(root / FLOORS).floors
    assert floors["gold/attributed"] == floors["gold/resolved"] == 1.0
    assert "gold/articles" not in floors


def test_a_fall_is_named_and_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When a layer goes blind the run fails and names each of its scores, also those that went missing."""
    run(asked(root, "--raise"), tools(root))
    capsys.readouterr()
    assert run(asked(root), tools(root, "figures")) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "fell: gold/values  0.0000, floor 1.000" in lines
    assert "fell: gold/holders  gone missing, floor 1.000" in lines
    assert not any("gold/dates" in line for line in lines)


def test_raising_hides_no_fall(root: Path) -> None:
    """``--raise`` after a fall lowers nothing and still fails."""
    run(asked(root, "--raise"), tools(root))
    before = (root / FLOORS).read_text("utf-8")
    assert run(asked(root, "--raise"), tools(root, "dates")) == 1
    assert (root / FLOORS).read_text("utf-8") == before


def test_lowering_is_written_down_with_its_reason(root: Path) -> None:
    """``--lower NAME --why REASON`` lets one score fall, and only that one."""
    run(asked(root, "--raise"), tools(root))
    blind = tools(root, "dates")
    assert run(asked(root, "--lower", "gold/dates", "--why", "dates are read anew"), blind) == 1
    assert run(asked(root, "--lower", "gold/resolved", "--why", "the same"), blind) == 0
    floors = load_floors(root / FLOORS)
    assert floors.floors["gold/dates"] == 0.0
    assert [(one.name, one.why) for one in floors.lowered] == [
        ("gold/dates", "dates are read anew"),
        ("gold/resolved", "the same"),
    ]


def test_what_lies_beside_the_repository_is_scored_too(root: Path) -> None:
    """Shared gold and shared cases are collections of their own where they are present."""
    shared = root.parent / "shared"
    (shared / "suites").mkdir(parents=True)
    (shared / "gold").mkdir()
    write_gold(shared / "gold", GOLD)
    case = {"suite": "own", "id": "1", "task": "number", "text": "60", "expected": {"values": [{"n": "60"}]}}
    (shared / "suites" / "own.jsonl").write_bytes(msgspec.json.encode(case))
    measured = measure(root, tools(root))
    assert measured.collections == {"gold", "seeds", "suites"}
    assert measured.scores["suites/plain number"] == measured.scores["seeds/attributed"] == 1.0


def test_too_few_questions_pin_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share of a handful of questions moves with each of them, so it gets no floor; one it has is kept."""
    monkeypatch.setattr(gate, "LEAST_ASKED", 20)
    measured = measure(root, tools(root))
    assert measured.to_pin(Floors()).keys() == {"gold/body"}
    assert measured.to_pin(Floors({"gold/dates": 0.5})).keys() == {"gold/body", "gold/dates"}


def test_a_repository_without_its_gold_fails(root: Path, tmp_path: Path) -> None:
    """Our own articles are not optional: without them the gate cannot be passed."""
    reader = tools(root)
    with pytest.raises(GoldError):
        measure(tmp_path, reader)


def test_a_floor_lowered_by_hand_fails(root: Path) -> None:
    """A floor below the one that landed, without a reason in the file, is a regression."""
    path = root / FLOORS
    path.parent.mkdir()
    for values in (0.9, 0.95):
        path.write_text(render_floors(Floors({"gold/values": values})), "utf-8")
        _commit(root)
    assert find_lowered_by_hand(root, Floors({"gold/values": 0.9})) == []
    assert [one.name for one in find_lowered_by_hand(root, Floors({"gold/values": 0.8}))] == ["gold/values"]


def test_what_keeps_the_gate_from_running_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without gold the command says so with the error's code and exits 2: neither passed nor failed."""
    assert gate.main(["--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("error[E403] ")


def _commit(root: Path) -> None:
    git = ["git", "-C", str(root), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "floors"]):
        subprocess.run([*git, *command], check=True)
