"""The forms that a verb takes in news reports, from its principal parts.

News narrates in the third person: past and present, singular, dual and plural, both genders, and the
accusative active
participle (مضيفا). Weak endings follow Wright, "A Grammar of the Arabic Language", I, §§ 164–177; forms
are built in
full spelling and folded by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

_OBJECTS = ("ه", "ها", "هم")


class Agreement(StrEnum):
    """Gender and number that a verb or participle shows of its subject."""

    MASCULINE = "m"
    FEMININE = "f"
    PLURAL = "p"


def past_forms(past: str) -> Iterator[tuple[str, Agreement]]:
    """Yield third-person forms of a past verb given as masculine singular: نفى، نفت، نفوا، نفيا، نفتا.

    >>> [form for form, _ in past_forms("نفى")]
    ['نفى', 'نفت', 'نفوا', 'نفيا', 'نفتا', 'نفين']
    """
    stem = past[:-1] if past[-1] in "ىا" else past
    weak = stem != past
    dual = "ي" if past[-1] == "ى" else "و"
    yield past, Agreement.MASCULINE
    yield stem + "ت", Agreement.FEMININE
    yield stem + "وا", Agreement.PLURAL
    yield (stem + dual if weak else stem) + "ا", Agreement.PLURAL
    yield stem + "تا", Agreement.PLURAL
    yield (stem + dual if weak else stem) + "ن", Agreement.PLURAL
    if past[-1] == "أ":
        yield past[:-1] + "ؤوا", Agreement.PLURAL


def present_forms(present: str) -> Iterator[tuple[str, Agreement]]:
    """Yield third-person forms of a present verb given as masculine singular: يدعو، تدعو، يدعون، يدعوان.

    >>> [form for form, _ in present_forms("ينفي")]
    ['ينفي', 'تنفي', 'ينفون', 'ينفيان', 'تنفيان', 'ينفين']
    """
    rest = present[1:]
    stem = rest[:-1] if rest[-1] in "يوى" else rest
    dual = stem + "ي" if rest[-1] in "يى" else rest
    yield present, Agreement.MASCULINE
    yield "ت" + rest, Agreement.FEMININE
    yield "ي" + stem + "ون", Agreement.PLURAL
    yield "ي" + dual + "ان", Agreement.PLURAL
    yield "ت" + dual + "ان", Agreement.PLURAL
    yield "ي" + (stem + "ي" if rest[-1] in "يى" else rest) + "ن", Agreement.PLURAL


def object_forms(form: str) -> Iterator[str]:
    """Yield a verb with an object pronoun: أكده، أكدته، نفاه، ذكروه.

    >>> next(object_forms("نفى"))
    'نفاه'
    """
    joined = form[:-1] + "ا" if form[-1] == "ى" else form[:-1] if form.endswith("وا") else form
    for pronoun in _OBJECTS:
        yield joined + pronoun


def participle_forms(participle: str, *, defective: bool = False) -> Iterator[tuple[str, Agreement]]:
    """Yield the accusative forms of an active participle, as after a main verb: مضيفا، مضيفة، مضيفين، مضيفات.

    A ``defective`` participle (داعي) may also be given without its last letter, as in the nominative (داع).

    >>> [form for form, _ in participle_forms("داع", defective=True)]
    ['داعيا', 'داعية', 'داعين', 'داعيات', 'داعيتين']
    """
    whole = participle + "ي" if defective and not participle.endswith("ي") else participle
    yield whole + "ا", Agreement.MASCULINE
    yield whole + "ة", Agreement.FEMININE
    yield (whole[:-1] if defective else whole) + "ين", Agreement.PLURAL
    yield whole + "ات", Agreement.PLURAL
    yield whole + "تين", Agreement.PLURAL
