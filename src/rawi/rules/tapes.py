"""Lay several tapes of a text at once: one dictionary look-up a word serves all vocabularies.

Most words of a text are few and come again; for each the code points of all vocabularies are remembered
side by side,
and the tapes are every second, third … letter of what is laid. The memory is bounded, so that a corpus
cannot fill it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.text.text import Taping

_REMEMBERED = 1 << 15


class _Codes(dict[str, str]):
    """Folded word to its code points in all vocabularies."""

    def __init__(self, vocabularies: Sequence[Taping]) -> None:
        super().__init__()
        self._vocabularies = vocabularies

    def __missing__(self, word: str) -> str:
        codes = "".join(vocabulary.tape((word,)) for vocabulary in self._vocabularies)
        if len(self) < _REMEMBERED:
            self[word] = codes
        return codes


class JointTapes:
    """The tapes of several vocabularies, laid together."""

    def __init__(self, vocabularies: Sequence[Taping]) -> None:
        self._codes = _Codes(vocabularies)
        self._width = len(vocabularies)

    def lay(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return one tape for each vocabulary, in their order; each equals ``vocabulary.tape(words)``."""
        laid = "".join(map(self._codes.__getitem__, words))
        return tuple(laid[first :: self._width] for first in range(self._width))
