"""What all annotators of names share: a name without the letters joined before it, and the annotation of
it."""

from __future__ import annotations

import re

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.clitics import Clitic
from rawi.model.annotation import Annotation, Kind
from rawi.text.text import Text

_QUOTES = re.compile('["“”„‟″«»‹›#_]')
_ODD = re.compile('["“”„‟″«»‹›#_\\n]|\\s\\s')
_ARTICLE = "ال"
# Plain integers: the operators of IntFlag are ten times slower, and this runs for every mention.
_CONJUNCTION, _SWALLOWED = int(Clitic.CONJUNCTION), int(Clitic.LAM | Clitic.ARTICLE)
_PREPOSITION = int(Clitic.BEH | Clitic.LAM | Clitic.KAF)
_JOINED = _CONJUNCTION | _PREPOSITION


def words_of_name(text: Text, first: int, last: int, clitics: int | None = None) -> tuple[int, str]:
    """Return where a name begins in the folded layer, and its words: clitics and quotation marks taken off.

    ``للوزارة`` keeps its offset, since its article is inside ل, and gives ``الوزارة``.
    """
    if clitics is None:
        clitics = int(load_vocabulary().clitics.get(text.words[first], 0))
    source = text.words_of(first, last)
    if last - first > 1 and _ODD.search(source):
        source = " ".join(_QUOTES.sub(" ", source).split())
    start = text.starts[first]
    if not clitics & _JOINED:
        return start, source
    joined = (clitics & _CONJUNCTION) + (clitics & _PREPOSITION > 0)
    if clitics & _SWALLOWED == _SWALLOWED:
        return start, _ARTICLE + source[joined + 1 :]
    return start + joined, source[joined:]


def annotation_of(
    kind: Kind, text: Text, start: int, first: int, last: int, rule: str, value: object
) -> Annotation:
    """Return the annotation of tokens ``first`` to ``last`` that begins at the folded offset ``start``."""
    return Annotation(kind, start, text.end(last - 1), first, last, rule, value)
