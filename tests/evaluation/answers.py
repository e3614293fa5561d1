"""Answers made from the gold itself: a perfect one, and ones spoilt at random in every way that is scored."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

import msgspec

from rawi.evaluation.article import GoldArticle

Row = dict[str, Any]
LAYERS = {"statements": "content", "figures": "number", "dates": "span", "events": "trigger"}


def _statement(row: Row) -> Row:
    speaker = {"name": row["speaker"][0], "span": row["speaker_text"], "role": row["role"]}
    kept = {key: row[key] for key in ("id", "kind", "polarity", "content", "cue", "date", "within")}
    return {**kept, "speaker": speaker, "chain": [{**link, "span": [0, 1]} for link in row["chain"]]}


def _figure(row: Row) -> Row:
    noun = row["counted"] and {"text": row["counted"], "span": row["text_span"]}
    return {**row, "span": row["text_span"], "counted": noun}


def _event(row: Row) -> Row:
    named = {key: {"name": row[key][0]} if row[key] else None for key in ("actor", "target", "place")}
    return {**row, **named}


def answer_of(gold: GoldArticle) -> Row:
    """Return the record that a faultless program would give."""
    plain = msgspec.json.decode(msgspec.json.encode(gold))
    return {
        "document": {"text": plain["text"], "body": plain["body"]},
        "statements": [_statement(row) for row in plain["statements"]],
        "figures": [_figure(row) for row in plain["figures"]],
        "dates": plain["dates"],
        "events": [_event(row) for row in plain["events"]],
    }


def _shift(dice: random.Random, span: list[int]) -> list[int]:
    return [max(0, span[0] + dice.randint(-3, 3)), span[1] + dice.randint(-6, 6)]


def _shift_place(dice: random.Random, layer: str, row: Row) -> None:
    key = LAYERS[layer]
    if layer == "statements":
        row[key] = [_shift(dice, span) for span in row[key]]
    else:
        row[key] = _shift(dice, row[key])


# Wrong values of the kinds that the reference script can compare: it does not survive all others.
WRONG: dict[str, list[Any]] = {
    "low": [None, 7, 7.5, "12"],
    "high": [None, 7, 7.5, "12"],
    "chain": [None, [], [{"kind": "agency", "name": "الأفق"}], [{}, None, "x"]],
    "counted": [None, "x", {"text": None}, {}],
}
ANYTHING: list[Any] = [None, 0, 3, 2.5, True, "1999", "P3D", "denied", "2021-05~", "x"]
NAMES: list[Any] = [None, {}, [], {"name": "وزير"}, [{"name": 5}], ["جماعة الموج"]]


def _spoil_field(dice: random.Random, layer: str, row: Row) -> None:
    key = dice.choice(sorted(row))
    named = key in ("speaker", "actor", "target", "place")
    row[key] = dice.choice(WRONG.get(key, NAMES if named else ANYTHING))


def _rename(dice: random.Random, layer: str, row: Row) -> None:
    key = dice.choice(["speaker", "actor", "target", "place"])
    if isinstance(row.get(key), dict) and isinstance(row[key].get("name"), str):
        words = row[key]["name"].split()
        row[key]["name"] = " ".join(words[: dice.randint(0, len(words))] or ["الوزير"])


def _reidentify(dice: random.Random, layer: str, row: Row) -> None:
    row["id"] = dice.choice(["s1", "s2", None])


def _leave(dice: random.Random, layer: str, row: Row) -> None:
    """Most entries stay as they are."""


SPOILT: list[Callable[[random.Random, str, Row], None]] = [
    _leave, _leave, _shift_place, _shift_place, _spoil_field, _rename, _reidentify,
]  # fmt: skip


def spoilt(record: Row, dice: random.Random) -> Row:
    """Return a copy with entries dropped, doubled, moved, renamed and with wrong or malformed fields."""
    record = copy.deepcopy(record)
    for layer in LAYERS:
        rows = [copy.deepcopy(row) for row in record[layer] for _ in range(dice.choice([0, 1, 1, 1, 2]))]
        for row in rows:
            dice.choice(SPOILT)(dice, layer, row)
        dice.shuffle(rows)
        record[layer] = [*rows, *dice.choice([[], [], [None, "x", {}]])]
    body = [_shift(dice, span) for span in record["document"]["body"]]
    record["document"]["body"] = dice.choice([body, body[:1], None])
    return record
