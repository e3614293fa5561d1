"""Of whom a statement speaks: of its speaker where the subject is left out (قال إنه وافق), of whom it names,
and in which places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rawi.arabic.fold import fold
from rawi.ledger.assertions import is_auxiliary, is_negated, is_pronoun
from rawi.ledger.reading import Reading
from rawi.ledger.terms import split_words, stem
from rawi.lexicons.loader import load_table
from rawi.model.claim import Figure, Statement
from rawi.model.entity import Entity
from rawi.model.span import Span
from rawi.relations.statements.lexemes import future_verb, intention_of, may_be_verb

_HIS, _HERS, _FEMALE = "ه", "ها", ("ت", "ة")
_FUTURE, _OWN = "س", ("ا", "ن")
_SHORT, _LONG = 4, 4  # letters of a verb of the first person, and more with that of the future
_BEFORE = 20  # characters before what is said in which a pronoun of the speaker stands (إنها)


def speaks_of_speaker(reading: Reading, statement: Statement) -> bool:
    """Is the speaker the subject of what is said, and nobody else named in it: إنها سترفع، أن يكون قد وافق?

    A pronoun of another gender than the verb of saying is of somebody else, and إنه before what is
    no act (إنه تم، إنه في) of nobody."""
    text, spans = reading.document.text, statement.content
    words = [word for span in spans for word in span.of(text).split()]
    before = split_words(text[max(0, spans[0].start - _BEFORE) : spans[0].start])[-1:] if spans else []
    own = statement.kind == "direct" and speaks_of_himself(list(map(fold, words)))
    cue = statement.cue.of(text) if statement.cue else ""
    if not words or not (own or _opens([*before, *words], cue)):
        return False
    others = (one for one in _named(reading, spans) if one.type != "place")
    return all(one.id == statement.speaker.entity for one in others)


def as_told_of(words: Sequence[str]) -> list[str]:
    """Return folded words with verbs of the first person as they are told of somebody else, where the word
    before or the letter of the future shows that they are verbs.

    >>> as_told_of("لن استقيل ولن نرفع السعر".split()), as_told_of(["ساستقيل", "لا", "اساس"])[:1]
    (['لن', 'يستقيل', 'ولن', 'يرفع', 'السعر'], ['يستقيل'])
    """
    told: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        bare = word[1:] if word[:1] == _FUTURE and len(word) > _LONG else word
        led = bare != word or is_negated([before]) or is_auxiliary(before)
        own = led and bare[:1] in _OWN and len(bare) >= _SHORT and not bare.startswith("ال")
        told.append(f"ي{bare[1:]}" if own else word)
    return told


def speaks_of_himself(words: Sequence[str]) -> bool:
    """Do folded words open with a verb of the first person: لن أستقيل، سأترشح?"""
    told = as_told_of(words)
    at = next((at for at, (one, other) in enumerate(zip(words, told, strict=True)) if one != other), None)
    return at is not None and all(is_auxiliary(word) or is_negated([word]) for word in words[:at])


def _opens(words: Sequence[str], cue: str) -> bool:
    """Do words, of which the first stands before what is said, open a clause whose subject is the speaker?"""
    folded = [fold(word) for word in words]
    pronoun = next((at for at in (0, 1) if at < len(folded) and is_pronoun(folded[at])), None)
    if pronoun is not None:
        return _is_of(folded[pronoun], cue) and _is_act(folded[pronoun + 1 :])
    return len(folded) > 1 and is_auxiliary(folded[1]) and _is_act(folded[1:])


def _is_of(pronoun: str, cue: str) -> bool:
    """Has a pronoun the gender of a verb of saying: قالت إنها، قال إنه?"""
    female = any(word.endswith(_FEMALE) for word in cue.split()[:1])
    return pronoun.endswith(_HERS if female else _HIS)


def _is_act(words: Sequence[str]) -> bool:
    """Do folded words begin with a verb of an act, behind what may stand before it: لن ترفع، قد وافق?"""
    at = next((at for at, word in enumerate(words) if not (is_auxiliary(word) or is_negated([word]))), None)
    return at is not None and (may_be_verb(words[at]) or may_be_verb(future_verb(words[at]) or ""))


@cache
def _heads() -> frozenset[str]:
    """Return the folded nouns and prepositions that stand before the name of a place: رأس، قبالة، حي."""
    rows = (row for row in load_table("place_heads.tsv") if row["kind"] != "several")
    return frozenset(fold(row["word"]) for row in rows)


def find_placed(words: Sequence[str]) -> dict[str, str]:
    """Return the words that are names of places by the noun before them, each with that noun, both as stems.

    >>> find_placed("غرق زورق قباله راس المرجان".split())
    {'مرج': 'راس'}
    """
    found: dict[str, str] = {}
    for before, word in pairwise(words):
        head = before if before in _heads() else before[1:] if before[:1] in "بو" else ""
        if head in _heads() and word not in _heads() and _is_name(word):
            found.setdefault(stem(word), stem(head))
    return found


def _is_name(word: str) -> bool:
    """May a folded word be a name, and no particle, number or word of every day?"""
    return word.startswith("ال") and not word.isdigit() and intention_of(word) is None


def find_places(reading: Reading, item: Statement | Figure, near: Sequence[Span]) -> tuple[str, ...]:
    """Return the places of an entry: that of a figure, else those that the words near it name."""
    if isinstance(item, Figure) and item.place:
        return (item.place,)
    return tuple(one.name for one in _named(reading, near) if one.type == "place")


def _named(reading: Reading, spans: Sequence[Span]) -> Iterator[Entity]:
    """Yield who and what is named, or meant by another word, at source spans."""
    for one in reading.items:
        if isinstance(one, Entity):
            places = (*one.mentions, *one.references)
            if any(span.start <= at.start and at.end <= span.end for span in spans for at in places):
                yield one
