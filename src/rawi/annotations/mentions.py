"""What all annotators of names share: a name without the letters joined before it, and the annotation of it."""

from __future__ import annotations

import re

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.clitics import Clitic
from rawi.model.annotation import Annotation, Kind
from rawi.text.text import Text

_QUOTES = re.compile('["“”„‟″«»‹›]')
_ARTICLE = "ال"


def words_of_name(text: Text, first: int, last: int, clitics: Clitic | None = None) -> tuple[int, str]:
    """Return where a name begins in the folded layer, and its words: clitics and quotation marks taken off.

    ``للوزارة`` keeps its offset, since its article is inside ل, and gives ``الوزارة``.
    """
    if clitics is None:
        clitics = load_vocabulary().clitics.get(text.words[first], Clitic.NONE)
    joined = bool(clitics & Clitic.CONJUNCTION) + bool(clitics & (Clitic.BEH | Clitic.LAM | Clitic.KAF))
    source = " ".join(_QUOTES.sub(" ", text.words_of(first, last)).split())
    if clitics & Clitic.LAM and clitics & Clitic.ARTICLE:
        return text.starts[first], _ARTICLE + source[joined + 1 :]
    return text.starts[first] + joined, source[joined:]


def annotation_of(
    kind: Kind, text: Text, start: int, first: int, last: int, rule: str, value: object
) -> Annotation:
    """Return the annotation of tokens ``first`` to ``last`` that begins at the folded offset ``start``."""
    return Annotation(kind, start, text.end(last - 1), first, last, rule, value)
