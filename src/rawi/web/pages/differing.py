"""What one report has otherwise than another with the same words: the words added and those left out."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

import msgspec

from rawi.ledger.answers import ReportView
from rawi.ledger.ledger import Ledger

MOST = 12  # places that are shown; the texts themselves have all
_LONGEST = 4000  # words of a text that are compared
_AROUND = 3

Deed = Literal["same", "added", "removed"]


class Piece(msgspec.Struct, frozen=True):
    """Some words, and whether both texts have them."""

    deed: Deed
    words: str


class Kinship(msgspec.Struct, frozen=True):
    """A report and the one it goes back to: ``places`` are those at which they differ, each as pieces with a
    few words around; ``more`` counts those that are not shown, ``cut`` that the texts are longer than is
    compared."""

    report: ReportView
    other: str
    places: tuple[tuple[Piece, ...], ...]
    more: int = 0
    cut: bool = False


def find_kin(ledger: Ledger, reports: tuple[ReportView, ...]) -> list[Kinship]:
    """Return the copies and versions among the reports of a story with what each changed."""
    found = []
    for one in reports:
        other = one.copy_of or one.version_of
        if other is not None:
            found.append(_compare(ledger, one, other))
    return found


def _compare(ledger: Ledger, one: ReportView, other: str) -> Kinship:
    here, there = (ledger.document(id).text.split() for id in (one.article.id, other))
    places = find_differences(there[:_LONGEST], here[:_LONGEST])
    cut = max(len(here), len(there)) > _LONGEST
    return Kinship(one, other, tuple(places[:MOST]), max(0, len(places) - MOST), cut)


def find_differences(before: list[str], after: list[str]) -> list[tuple[Piece, ...]]:
    """Return where two lists of words differ, each place with a few words on both sides.

    >>> find_differences("قال إن ثلاثة قتلوا".split(), "قال إن أربعة قتلوا".split())[0][1:3]
    (Piece(deed='removed', words='ثلاثة'), Piece(deed='added', words='أربعة'))
    """
    places = []
    for deed, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if deed == "equal":
            continue
        pieces = (
            Piece("same", " ".join(after[max(0, c - _AROUND) : c])),
            Piece("removed", " ".join(before[a:b])),
            Piece("added", " ".join(after[c:d])),
            Piece("same", " ".join(after[d : d + _AROUND])),
        )
        places.append(tuple(one for one in pieces if one.words))
    return places
