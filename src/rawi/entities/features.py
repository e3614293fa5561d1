"""What is looked at in the edits between two spellings; each feature has a weight that was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from rawi.entities.edits import END, START, Edit, Prices

#: What there is of something, how much or how often, and by what length of the shorter spelling, or 0.
Trait = tuple[str, int, int]
SCALES = ("share", "cost", "dearest", "unlike")
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


@lru_cache(maxsize=1 << 14)
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


def _reached(one: str, other: str, edits: Sequence[Edit], prices: Prices) -> Iterator[Trait]:
    """Yield how far two spellings get on each scale: cost of all edits, of the dearest, letters unlike."""
    paid = [prices[edit.one, edit.other] for edit in edits]
    total = sum(paid)
    yield "share", min(int(4 * total / min(len(one), len(other))), 12), 0
    yield "cost", min(int(2 * total), 30), 0
    yield "dearest", min(int(2 * max(paid)), 16), 0
    yield "unlike", 25 - int(fuzz.ratio(one, other) / 4), 0


def pair_traits(one: str, other: str, edits: Sequence[Edit], prices: Prices) -> Iterator[Trait]:
    """Yield what is to be weighed of two unlike spellings as a whole; neither may be empty."""
    kinds = "".join(sorted({kind_of(edit) for edit in edits}))
    length = min(len(one), len(other), 8)
    yield kinds, min(len(edits), 4), length
    natives = (not NATIVE.isdisjoint(one)) + (not NATIVE.isdisjoint(other))
    if natives:
        yield f"native {kinds}", natives, 0
    yield from _reached(one, other, edits, prices)
    if "c" not in kinds and length < 6:
        yield "|".join(sorted((shape(one), shape(other)))), 1, 0


def trait_features(trait: Trait) -> Iterator[str]:
    """Yield the names of the features of a trait; of a scale, all steps that it reaches."""
    name, amount, length = trait
    if name in SCALES:
        yield from (f"{name} {step}" for step in range(amount))
    elif length:
        yield from ("always", f"edits {amount}", f"length {length}", f"{name} {length}")
        yield f"{min(amount, 3)} of {length}"
    else:
        yield from [name] * amount
