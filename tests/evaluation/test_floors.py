"""Floors: pinned scores that only rise, and fall only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import EvaluationError
from rawi.evaluation.floors import (
    Floors,
    Lowering,
    Regression,
    find_fallen,
    find_regressions,
    load_floors,
    lower_floor,
    parse_floors,
    raise_floors,
    render_floors,
    round_down,
)

NAMES = st.builds("{}/{}".format, st.sampled_from(["gold", "dev"]), st.text(min_size=1, max_size=8))
SCORES = st.floats(0, 1)
REASON = 'the gold of "port" was wrong'


def test_a_score_below_its_floor_or_missing_is_a_regression() -> None:
    """Both are named; a score at its floor is none."""
    floors = Floors({"gold/values": 0.9, "gold/dates": 0.8, "gold/exact": 0.7})
    found = find_regressions(floors, {"gold/values": 0.899, "gold/dates": 0.8}, {"gold"})
    assert found == [Regression("gold/values", 0.9, 0.899), Regression("gold/exact", 0.7, None)]


def test_a_collection_that_is_not_here_is_not_asked_for() -> None:
    """Floors of articles that this machine does not have are left alone."""
    assert find_regressions(Floors({"dev/values": 0.9}), {}, {"gold"}) == []


@given(SCORES)
def test_a_score_never_falls_below_its_own_floor(score: float) -> None:
    """A floor is its score with three decimals, never above it and less than a thousandth below."""
    assert 0 <= score - round_down(score) < 0.001


@given(st.dictionaries(NAMES, SCORES), st.dictionaries(NAMES, SCORES))
def test_raising_never_lowers(before: dict[str, float], scores: dict[str, float]) -> None:
    """Whatever the scores, no floor is lower after raising, and every score has one."""
    floors = raise_floors(Floors(before), scores)
    assert all(floors.floors[name] >= floor for name, floor in before.items())
    assert scores.keys() <= floors.floors.keys()


@given(st.dictionaries(NAMES, SCORES.map(round_down)), st.text())
def test_the_file_says_what_the_floors_are(floors: dict[str, float], why: str) -> None:
    """Floors written and read again are the same, whatever the names and reasons."""
    lowered = (Lowering("gold/x", 0.9, 0.8, why), Lowering("gold/y", 0.9, None, why))
    assert parse_floors(render_floors(Floors(floors, lowered)), "floors.toml") == Floors(floors, lowered)


def test_lowering_takes_one_floor_down_and_keeps_the_reason() -> None:
    """The floor becomes the present score, and the file says from where and why."""
    lowered = lower_floor(
        Floors({"gold/values": 0.9, "gold/dates": 0.8}), "gold/values", 0.8567, f" {REASON}\n"
    )
    assert lowered.floors == {"gold/values": 0.856, "gold/dates": 0.8}
    assert lowered.lowered == (Lowering("gold/values", 0.9, 0.856, REASON),)


def test_a_score_that_has_gone_can_be_given_up() -> None:
    """Lowering the floor of a score that no longer exists takes it out of the file, with the reason."""
    assert lower_floor(Floors({"gold/values": 0.9}), "gold/values", None, REASON) == Floors(
        {}, (Lowering("gold/values", 0.9, None, REASON),)
    )


@pytest.mark.parametrize(
    ("name", "score", "why", "message"),
    [
        ("gold/vlaues", 0.5, REASON, "no floor is called 'gold/vlaues'"),
        ("gold/values", 0.5, "  ", "say why"),
        ("gold/values", 0.95, REASON, "0.950 is not below its floor 0.900"),
    ],
)
def test_lowering_wants_a_floor_a_fall_and_a_reason(name: str, score: float, why: str, message: str) -> None:
    """A misspelt name, a score that did not fall and a missing reason are refused."""
    with pytest.raises(EvaluationError, match=message):
        lower_floor(Floors({"gold/values": 0.9}), name, score, why)


def test_a_floor_lowered_by_hand_is_found() -> None:
    """Against the landed file a lower or missing floor is named unless a new reason stands in the file."""
    old = Lowering("gold/dates", 0.9, 0.8, "earlier")
    landed = Floors({"gold/values": 0.9, "gold/dates": 0.8, "gold/exact": 0.5}, (old,))
    now = Floors({"gold/values": 0.8, "gold/dates": 0.7}, (old, Lowering("gold/values", 0.9, 0.8, REASON)))
    assert find_fallen(now, landed) == [
        Regression("gold/dates", 0.8, 0.7),
        Regression("gold/exact", 0.5, None),
    ]


@pytest.mark.parametrize("text", ["floors = 3", "[floors.gold]\nvalues = 'high'", "[floors", "\xff"])
def test_a_broken_file_is_refused(tmp_path: Path, text: str) -> None:
    """A file that is not what the gate writes is an error with its name, never no floors at all."""
    path = tmp_path / "floors.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(EvaluationError, match=r"floors\.toml: "):
        load_floors(path)


def test_no_file_means_no_floors_yet(tmp_path: Path) -> None:
    """A project that has pinned nothing has no floors."""
    assert load_floors(tmp_path / "floors.toml") == Floors()


def test_the_floors_of_this_project_can_be_read() -> None:
    """The file in the repository is one that the gate can read, and is written as the gate writes it."""
    path = Path(__file__).parents[2] / "quality" / "floors.toml"
    floors = load_floors(path)
    assert floors.floors
    assert path.read_text("utf-8") == render_floors(floors)
