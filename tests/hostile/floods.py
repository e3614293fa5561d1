"""Identifiers that collide or lead out of the store, and floods of articles that nearly agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from tests.hostile.case import FILLER, Canary, Case, case, choose, story

NAMES = (
    "../../../../tmp/rawi-hostile",
    "/etc/passwd",
    "..\\..\\x",
    "C:\\x",
    "a/b/c",
    ".",
    "..",
    "",
    " ",
    "CON",
    "a\x00b",
    "\u202egnp.exe",
    "x" * 5000,
    "%2e%2e%2f",
    "file:///etc/passwd",
    "~/.ssh/id_rsa",
    "$HOME",
    "-rf",
    "--ledger=/tmp/x",
    "ا" * 300,
)


def _row(text: str, **more: object) -> str:
    return json.dumps({"text": text, **more}, ensure_ascii=False) + "\n"


def _identifiers() -> Iterator[Case]:
    """Ids and addresses as paths, and the same for different texts."""
    kind = "identifiers"
    for n, name in enumerate(NAMES):
        for field in ("id", "url"):
            row = lambda k, f=field, s=name: _row(story(k), **{f: s})  # noqa: E731
            yield case(kind, f"{field}-{n}.jsonl", row, may="" if name.strip() else "metadata.wrong-type")
    yield case(
        kind,
        "colliding.jsonl",
        lambda k: (
            _row(FILLER, id="a", url="http://a.b")
            + _row(story(k), id="a", url="http://a.b")
            + _row(FILLER * 2, id="A")
        ),
        stored=3,
    )
    yield case(
        kind,
        "numbers.jsonl",
        lambda k: _row(story(k), id=1) + _row(FILLER, id="1") + _row(FILLER * 2, id=True),
        stored=3,
        may="metadata.wrong-type",
    )
    yield case(kind, "alike.jsonl", lambda k: _row(story(k), id="é") + _row(FILLER, id="e\u0301"), stored=2)
    yield case(kind, "same-text.jsonl", lambda k: "".join(_row(story(k), id=n) for n in range(5)), stored=5)


def _flood(name: str, count: int, make: Callable[[Canary, int], str], kept: int, stored: int) -> Case:
    """Return a case of many rows, of which ``kept`` texts are different."""
    made = case(
        "near-duplicates",
        name,
        lambda k: "".join(_row(make(k, n), id=n) for n in range(count)),
        stored=stored,
    )
    return msgspec.structs.replace(made, kept=kept)


def _duplicates() -> Iterator[Case]:
    """Articles that are the same, that differ in one figure, name, negation, space or mark."""
    yield _flood("same.jsonl", 99, lambda k, n: story(k), 1, 99)
    yield _flood("one-figure.jsonl", 99, lambda k, n: f"{story(k)}قتل {n + 11} شخصا.\n", 99, 99)
    yield _flood("one-digit-script.jsonl", 2, lambda k, n: f"{story(k)}قتل {('12', '١٢')[n]} شخصا.\n", 2, 2)
    yield _flood("one-name.jsonl", 9, lambda k, n: f"{story(k)}وحضر {'أبجدهوزحط'[n]}سعد.\n", 9, 9)
    yield _flood("one-negation.jsonl", 2, lambda k, n: f"{story(k)}{('', 'لا ')[n]}يوجد جرحى.\n", 2, 2)
    yield _flood("one-space.jsonl", 20, lambda k, n: story(k) + " " * n + "نعم", 20, 20)
    yield _flood("one-mark.jsonl", 2, lambda k, n: story(k) + ("مدرسة", "مدرّسة")[n], 2, 2)
    yield _flood("one-day.jsonl", 28, lambda k, n: f"{story(k)}وقع ذلك في {n + 1} مايو 2020.\n", 28, 28)
    yield _flood("grown.jsonl", 40, lambda k, n: story(k, n), 40, 40)
    yield _flood("shuffled.jsonl", 20, lambda k, n: FILLER * n + story(k) + FILLER * (20 - n), 20, 20)

    def folder(path: Path) -> None:
        path.mkdir()
        canary = choose("folder-of-copies")
        for n in range(30):
            (path / f"{n}.txt").write_text(f"{story(canary)}قتل {n // 3} أشخاص.\n", "utf-8")

    yield Case("near-duplicates", "folder-of-copies", folder, choose("folder-of-copies"), stored=30, kept=10)


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_identifiers(), *_duplicates()]
