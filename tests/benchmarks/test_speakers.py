"""The measure of speakers' entities and of the places of events."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.speakers import ask_places, ask_speakers, lies_in
from rawi.evaluation.article import GoldArticle
from rawi.evaluation.gold import read_gold
from rawi.pipeline import extract

SHARED = Path(__file__).parents[3] / "shared"


def answers(ask: Any, golds: list[GoldArticle]) -> list[bool]:
    """Return of each thing that is asked whether it is right."""
    records = ((one, msgspec.to_builtins(extract(one.text, published=one.published))) for one in golds)
    return [answer.right for gold, record in records for answer in ask(gold, record)]


def place(name: str, id_: str, type_: str, *around: str) -> dict[str, Any]:
    """Return a place as a record has it."""
    admin = [{"id": one, "name": one, "type": "region"} for one in around]
    return {"name": name, "location": {"id": id_, "type": type_, "country": "SY", "admin": admin}}


def test_a_place_in_another_governorate_is_wrong() -> None:
    """A place must lie in the governorate that the gold names with it, if the record knows that one."""
    town = place("تل الغضا", "wof:1", "locality", "wof:2")
    right, wrong = place("وادي سرحون", "wof:2", "region"), place("وادي سرحون", "wof:3", "region")
    assert lies_in(town, [right], ["وادي سرحون"])
    assert not lies_in(town, [wrong], ["وادي سرحون"])
    assert lies_in(town, [wrong], ["السرو"])


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated articles lie in ../shared")
@pytest.mark.parametrize("folder", ["gold", "gold/dev"])
def test_speakers_are_the_right_entities(folder: str) -> None:
    """At least nine of ten speakers of what was found are the right entity of their article."""
    right = answers(ask_speakers, list(read_gold(SHARED / folder)))
    assert sum(right) >= 0.9 * len(right)


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated articles lie in ../shared")
@pytest.mark.parametrize("folder", ["gold", "gold/dev"])
def test_places_of_events_are_found_and_placed(folder: str) -> None:
    """At least nine of ten events of the gold have their place among the entities, where it lies."""
    right = answers(ask_places, list(read_gold(SHARED / folder)))
    assert sum(right) >= 0.9 * len(right)
