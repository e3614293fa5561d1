"""Lay several tapes of a text at once: one dictionary look-up a word serves all vocabularies.

Most words of a text are few and come again; for each the code points of all vocabularies are remembered
side by side, and the tapes are every second, third … letter of what is laid. Words that are not remembered
are coded together, one tape a vocabulary. The memory is bounded, so that a corpus cannot fill it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rawi.text.text import Taping

_REMEMBERED = 1 << 16


class JointTapes:
    """The tapes of several vocabularies, laid together."""

    def __init__(self, vocabularies: Sequence[Taping]) -> None:
        self._vocabularies = tuple(vocabularies)
        self._codes: dict[str, str] = {}  # folded word to its code points in all vocabularies
        self._same: dict[str, str] = {}

    def lay(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return one tape for each vocabulary, in their order; each equals ``vocabulary.tape(words)``."""
        if len(self._codes) > _REMEMBERED:
            self._codes.clear()
        codes = list(map(self._codes.get, words))
        if None in codes:
            new = [at for at, code in enumerate(codes) if code is None]
            self._remember(list({words[at] for at in new}))
            for at in new:
                codes[at] = self._codes[words[at]]
        laid = "".join(cast(list[str], codes))
        width = len(self._vocabularies)
        return tuple(laid[first::width] for first in range(width))

    def _remember(self, words: list[str]) -> None:
        """Remember the code points of words; of equal ones one string is kept."""
        tapes = [one.tape(words) for one in self._vocabularies]
        codes = list(map("".join, zip(*tapes, strict=True)))
        self._codes.update(zip(words, map(self._same.setdefault, codes, codes), strict=True))
