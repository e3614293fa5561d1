"""``python -m benchmarks.speakers GOLD...``: are the entities of speakers, and of the places of events,
the right ones?

GOLD is a folder of annotated articles, or JSON lines. Speakers: of the statements that were found (half
of the content or more), the share whose speaker is the entity that the gold names. A speaker whom the
article only describes (مصدر أمني) is right without an entity if the description is the gold's. Event
places: the share of the gold's events whose narrowest place is a place of the record, one that contains
nothing else that the gold places it in: its location must lie in the wider places named with it, as far
as these are known.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from rawi.evaluation.article import GoldArticle, GoldStatement
from rawi.evaluation.entries import read_entries
from rawi.evaluation.gold import read_gold
from rawi.evaluation.layers.statements import pair_statements
from rawi.evaluation.names import fold_name, same_name
from rawi.pipeline import extract

Row = dict[str, Any]


class Answer(NamedTuple):
    """What was asked for, what was answered, and whether that is right."""

    wanted: tuple[str, ...]
    given: str | None
    right: bool


def ask_speakers(gold: GoldArticle, record: Row) -> Iterator[Answer]:
    """Yield an answer for each statement of the gold that was found; optional ones are not asked."""
    entities = {one["id"]: one for one in record["entities"]}
    found, _ = read_entries(gold.text, record["statements"], "content")
    for number, match in pair_statements(gold, found):
        wanted, speaker = gold.statements[number], found[match].row["speaker"]
        if wanted.optional:
            continue
        entity = entities.get(speaker["entity"])
        name = entity["name"] if entity else speaker["name"]
        right = same_name(name, wanted.speaker) and (entity is not None or is_described(wanted, record))
        yield Answer(wanted.speaker, name, right)


def is_described(wanted: GoldStatement, record: Row) -> bool:
    """Is a speaker without an entity rightly so: is the gold's best name a description, and nobody's of
    the record?

    A full name is told from a description by the gold's own second form, the end of the first (سامر
    الحلاق، الحلاق).
    """
    best, *others = map(fold_name, wanted.speaker)
    if any(fold_name(one["name"]) == best for one in record["entities"]):
        return False
    return best.startswith("ال") or not any(best.endswith(f" {name}") for name in others)


def ask_places(gold: GoldArticle, record: Row) -> Iterator[Answer]:
    """Yield an answer for each event of the gold that has a place; optional ones are not asked.

    As where events are scored, any of the gold's names is right but the widest of three or more; the
    narrowest of them that is a place of the record is looked at.
    """
    places = [one for one in record["entities"] if one["type"] == "place"]
    for event in gold.events:
        if event.optional or not event.place:
            continue
        accepted = event.place[:-1] if len(event.place) > 2 else event.place
        found = next((one for name in accepted for one in places if same_name(one["name"], [name])), None)
        right = found is not None and lies_in(found, [one for one in places if one is not found], event.place)
        yield Answer(event.place, found and found["name"], right)


def lies_in(place: Row, others: Sequence[Row], wider: Sequence[str]) -> bool:
    """Does a place lie where the gold puts it: in the country, and in one of the governorates, that it
    names?"""
    here = place.get("location")
    if here is None:
        return True
    around = {area["id"] for area in here["admin"]} | {f"iso:{here['country']}", here["id"]}
    known = [one["location"] for one in others if one.get("location") and same_name(one["name"], wider)]
    for type_ in ("country", "region"):
        rows = {one["id"] for one in known if one["type"] == type_}
        if rows and rows.isdisjoint(around):
            return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Print the two shares, and with ``--errors`` what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speakers", description=__doc__)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    given = parser.parse_args(arguments)
    for path in given.gold:
        golds = read_gold(path)
        records = [msgspec.to_builtins(extract(one.text, published=one.published)) for one in golds]
        for name, ask in (("speakers", ask_speakers), ("event places", ask_places)):
            answers = [one for gold, record in zip(golds, records, strict=True) for one in ask(gold, record)]
            right = sum(one.right for one in answers)
            print(f"{path}: {name} {right}/{len(answers)} = {right / max(len(answers), 1):.3f}")
            if given.errors:
                print(*(f"  {one.wanted[:4]} != {one.given}" for one in answers if not one.right), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
