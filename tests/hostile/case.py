"""A hostile file: how it is made, and what must come of it; the canaries that must come through."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec


class Canary(NamedTuple):
    """A sentence without its stop, who speaks in it, and words of what is said."""

    words: str
    speaker: str
    said: str


CANARIES = (
    Canary(
        "قال الشاهد زياد المرّي إن الجسر القديم أغلق صباح الثلاثاء",
        "زياد المرّي",
        "الجسر القديم أغلق صباح الثلاثاء",
    ),
    Canary(
        "وأكدت المهندسة سلمى القاضي أن مضخات الحي الشرقي عادت إلى العمل",
        "سلمى القاضي",
        "مضخات الحي الشرقي عادت إلى العمل",
    ),
    Canary(
        "أعلن رئيس البلدية نادر الخولي أن سوق الخضار سيفتح أبوابه يوم الخميس",
        "نادر الخولي",
        "سوق الخضار سيفتح أبوابه يوم الخميس",
    ),
    Canary(
        "وقال الطبيب كريم الدباغ: «نقلنا المرضى إلى المستشفى الجديد»",
        "كريم الدباغ",
        "نقلنا المرضى إلى المستشفى الجديد",
    ),
    Canary(
        "أوضح السائق رامي شاهين أن الطريق الساحلي مقطوع منذ الفجر",
        "رامي شاهين",
        "الطريق الساحلي مقطوع منذ الفجر",
    ),
    Canary(
        "صرّح المهندس سامر الحداد بأن السد القديم لن ينهار هذا الشتاء",
        "سامر الحداد",
        "السد القديم لن ينهار هذا الشتاء",
    ),
)
FILLER = "وتواصل البلدية أعمال الصيانة في الحي الشرقي من مدينة وادي الزهر منذ الأسبوع الماضي. "
Data = bytes | str
Filling = Data | Callable[[Canary], Data]


class Case(msgspec.Struct, frozen=True):
    """A hostile input; ``name`` is its file or folder, ``kind`` its class.

    ``canary`` must be in a text and, if ``statement``, among the statements with its speaker. ``codes`` of
    refusals and warnings must all be reported, those of ``may`` can be, no others. Nobody of ``never`` may
    speak, no words of ``absent`` stand in any text. ``stored`` documents must come of it, if not null; a
    ledger keeps ``kept`` of them, if not null. ``shape`` makes of words what the text has for them.
    """

    kind: str
    name: str
    make: Callable[[Path], None]
    canary: Canary | None = None
    statement: bool = True
    codes: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    stored: int | None = None
    kept: int | None = None
    shape: Callable[[str], str] | None = None


def choose(name: str) -> Canary:
    """Return the canary of a case, always the same for a name."""
    return CANARIES[zlib.crc32(name.encode()) % len(CANARIES)]


def bare(canary: Canary) -> Canary:
    """Return a canary without the signs that some Arabic code pages do not have."""
    table = str.maketrans("«»", '""', "ّ")
    return Canary(*(part.translate(table) for part in canary))


def story(canary: Canary, rest: int = 3) -> str:
    """Return a short article that begins with the canary."""
    return f"{canary.words}.\n{FILLER * rest}\n"


def case(
    kind: str,
    name: str,
    filling: Filling,
    *codes: str,
    may: str = "",
    never: tuple[str, ...] = (),
    absent: tuple[str, ...] = (),
    statement: bool = True,
    stored: int | None = 1,
) -> Case:
    """Return the case of a file that holds ``filling``, or what ``filling`` makes of the canary."""
    canary = choose(name) if callable(filling) and stored != 0 else None

    def make(path: Path) -> None:
        data = filling(choose(name)) if callable(filling) else filling
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))

    allowed = frozenset(may.split())
    return Case(kind, name, make, canary, statement, frozenset(codes), allowed, never, absent, stored)


def lost(kind: str, name: str, filling: Filling, *codes: str, may: str = "") -> Case:
    """Return the case of a file of which nothing can be had: it must be refused with one of these codes."""
    return case(kind, name, filling, *codes, may=may, stored=0)
