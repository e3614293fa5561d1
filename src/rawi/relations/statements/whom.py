"""Of which people something is said, and whether a denial is of them: 25 people were killed, no soldier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.relations.quantities.lexemes import read_nouns
from rawi.relations.statements.lexemes import find_label, scope_of

#: People whoever they are.
ANYBODY = "*"
#: Before the label of what is no word for people.
THING = "~"
_AFTER = 6  # tokens after an action in which those stand of whom it is said
_BEFORE = 3  # likewise before a verb: ثلاثة جنود قتلوا
#: Classes of people of whom a denial is one of others too.
_WITHIN = {"civilians": frozenset(("children", "women", "students", "journalists", "medics"))}


def find_whom(words: Sequence[str], tape: str, at: int) -> tuple[str, ...]:
    """Return of whom an action is said, by class, label, or as anybody; nothing where no people are named.

    Right after أي it may be anything but the dead themselves (أي قتيل): that is what none is meant of.

    >>> find_whom(["مقتل", "اي", "جندي", "في", "السوق"], "e.w.w", 0), find_whom(["قصف", "السوق"], "ww", 0)
    (('troops',), ())
    """
    end = next((i for i in range(at + 1, len(words)) if tape[i] == ","), len(words))
    after = range(at + 1, min(end, at + 1 + _AFTER))
    for index in after:
        if scope_of(words[index]) == "any" and index + 1 < end:
            here = index + 2 if words[index + 1] == "من" and index + 2 < end else index + 1
            if not any(noun.sort in ("state", "case") for noun in read_nouns(words[here])):
                return (_class_of(words[here]) or f"{THING}{find_label(words[here])}",)
    found = [words[index] for index in after if _class_of(words[index]) is not None]
    if not found:
        before = range(max(0, at - _BEFORE), at)
        found = [words[i] for i in before if "," not in tape[i:at] and _class_of(words[i]) is not None]
    counted = [word for word in found if not word.startswith("ال")]
    return tuple(dict.fromkeys(_classes(counted or found)))


def _classes(words: Sequence[str]) -> Iterator[str]:
    """Yield the classes of words for people."""
    yield from (found for word in words if (found := _class_of(word)) is not None)


def _class_of(word: str) -> str | None:
    """Return of which people a folded word is: a class, a label where the class is loose, or anybody."""
    if scope_of(word) == "anybody":
        return ANYBODY
    noun = next((one for one in read_nouns(word) if one.sort == "person"), None)
    if noun is None or noun.name == "others":
        return None
    return f"={find_label(word)}" if noun.name == "people" else noun.name


def may_be_of(denied: Sequence[str], told: Sequence[str]) -> bool:
    """Is what is denied of some people told of them, as far as the words say of whom?

    >>> may_be_of(("troops",), ("*",)), may_be_of(("*",), ("troops",))
    (False, True)
    >>> may_be_of(("civilians",), ("children",))
    True
    """
    if not told or ANYBODY in denied:
        return True
    people = [one for one in denied if one[:1] != THING]
    return not people or any(
        one == other or other in _WITHIN.get(one, ()) for one in people for other in told
    )
