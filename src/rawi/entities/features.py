"""What is looked at in the edits between two spellings; each feature has a weight that was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from rawi.entities.edits import END, START, Costs, Edit, price

LONG_VOWELS = frozenset("اوي")
WEAK = frozenset("اويءه")
#: Letters that foreign names are hardly ever written with: a name with one of them is mostly an Arab one.
NATIVE = frozenset("عحصضظقذ")


def _kind(letters: str, around: str) -> str:
    """Say what letters are: nothing, weak letters, a doubled consonant, a consonant."""
    if not letters:
        return "0"
    if WEAK.issuperset(letters):
        return "v"
    return "d" if letters in around else "c"


def _place(letter: str) -> str:
    """Say what a neighbour is: a border of the word, a weak letter, a consonant."""
    return letter if letter in (START, END) else "v" if letter in WEAK else "c"


def kind_of(edit: Edit) -> str:
    """Name the kind of an edit.

    >>> kind_of(Edit("", "و", "ر", "ت")), kind_of(Edit("ج", "غ", "^", "و"))
    ('0v', 'cc')
    """
    around = edit.before + edit.after
    return "".join(sorted(_kind(edit.one, around) + _kind(edit.other, around)))


def edit_features(edit: Edit) -> Iterator[str]:
    """Yield the names of the features of one edit: its letters, its kind, and both where they stand."""
    letters, kind = f"{edit.one}/{edit.other}", kind_of(edit)
    before, after = _place(edit.before), _place(edit.after)
    yield kind
    yield letters
    yield f"{before}{kind}{after}"
    yield f"{before} {letters}"
    yield f"{letters} {after}"
    yield f"{edit.before}:{letters}"
    yield f"{letters}:{edit.after}"


def shape(spelling: str) -> str:
    """Return where the long vowels of a spelling are.

    >>> shape("سامر"), shape("سمير")
    ('CVCC', 'CCVC')
    """
    return "".join("V" if letter in LONG_VOWELS else "C" for letter in spelling)


def _cost_features(one: str, other: str, edits: Sequence[Edit], costs: Costs) -> Iterator[str]:
    """Yield steps that the cost of all edits, that of the dearest and the letters in common reach."""
    prices = [price(costs, edit.one, edit.other) for edit in edits]
    total, shortest = sum(prices), min(len(one), len(other))
    yield f"share {min(int(4 * total / shortest), 12)}"
    yield from STEPS["cost"][: min(int(2 * total), 30)]
    yield from STEPS["dearest"][: min(int(2 * max(prices)), 16)]
    yield from STEPS["unlike"][: 25 - int(fuzz.ratio(one, other) / 4)]


#: Names of the steps of a scale, made once.
STEPS = {scale: tuple(f"{scale} {step}" for step in range(31)) for scale in ("cost", "dearest", "unlike")}


def pair_features(one: str, other: str, edits: Sequence[Edit], costs: Costs) -> Iterator[str]:
    """Yield the names of the features of two unlike spellings as a whole; neither may be empty."""
    kinds = "".join(sorted({kind_of(edit) for edit in edits}))
    length = min(len(one), len(other), 8)
    yield "always"
    yield f"edits {min(len(edits), 4)}"
    yield f"length {length}"
    yield f"{min(len(edits), 3)} of {length}"
    yield f"{kinds} {length}"
    for spelling in (one, other):
        if not NATIVE.isdisjoint(spelling):
            yield f"native {kinds}"
    yield from _cost_features(one, other, edits, costs)
    if "c" not in kinds and length < 6:
        yield "|".join(sorted((shape(one), shape(other))))
