"""What fuzzing found once stays found, and the code of the targets is run by every change."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest

from fuzz.properties import Broken, run, same
from fuzz.replay import OPEN, REGRESSIONS, bent_seeds, find_regressions, run_open
from fuzz.targets import TARGETS, load_target, load_words

pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software:DeprecationWarning")
_BENT = int(os.environ.get("RAWI_BENT", "250"))


def _cases() -> list[object]:
    """Return each case as a parameter; one that is not mended yet must fail until it is."""
    found = []
    for target, path in find_regressions():
        name = f"{target}/{path.name}"
        marks = [pytest.mark.xfail(raises=Broken, reason=OPEN[name])] if name in OPEN else []
        found.append(pytest.param(target, path, id=name, marks=marks))
    return found


@pytest.mark.parametrize(("target", "path"), _cases())
def test_what_was_found_once(target: str, path: Path) -> None:
    """An input that broke a promise once breaks none any more."""
    run(load_target(target).check, path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_bent_seeds(target: str) -> None:
    """Seeds, and what chance makes of them, break no promise; the same ones every time."""
    for data in bent_seeds(target, _BENT):
        run_open(target, data)


@pytest.mark.parametrize("target", TARGETS)
def test_words_are_there(target: str) -> None:
    """Each target has words to put in, as bytes and each once."""
    words = load_words(target)
    assert len(words) == len(set(words)) > 20


def test_a_crash_is_not_swallowed() -> None:
    """What a target raises comes out."""

    def crash(data: bytes) -> None:
        raise ValueError(data)

    with pytest.raises(ValueError, match="x"):
        run(crash, b"x")


def test_another_answer_is_seen() -> None:
    """A reader that says something else the second time breaks a promise."""
    turns = iter((1, 2))
    with pytest.raises(Broken, match="same output"):
        same(lambda: next(turns))


def test_slow_work_is_seen() -> None:
    """So does one that takes longer than it may."""

    def idle(data: bytes) -> None:
        end = process_time() + 0.05
        while process_time() < end:
            pass

    with pytest.raises(Broken, match="at most"):
        run(idle, b"", slack=0.01)


def test_there_is_no_stray_regression() -> None:
    """Every folder of found cases belongs to a target, and every open case is there."""
    assert {path.name for path in REGRESSIONS.iterdir()} <= set(TARGETS)
    assert all((REGRESSIONS / name).is_file() for name in OPEN)
