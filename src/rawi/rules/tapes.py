"""Lay several tapes of a text at once: one dictionary look-up a word serves all vocabularies.

Most words of a text are few and come again; for each the code points of all vocabularies are remembered
side by side,
and the tapes are every second, third … letter of what is laid. The memory is bounded, so that a corpus
cannot fill it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.text.text import Taping

_REMEMBERED = 1 << 16


class _Codes(dict[str, str]):
    """Folded word to its code points in all vocabularies."""

    def __init__(self, vocabularies: Sequence[Taping]) -> None:
        super().__init__()
        self._each = [vocabulary.code for vocabulary in vocabularies]
        self._same: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        codes = "".join([code(word) for code in self._each])
        if len(self) < _REMEMBERED:
            codes = self[word] = self._same.setdefault(codes, codes)
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
