"""A text with its layers: the source, its folded form, tokens, sentences, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from rawi.arabic.fold import Folded, fold_with_map
from rawi.model.span import Span
from rawi.text.quotations import Quotation, pair_quotations
from rawi.text.sentences import cut_sentences
from rawi.text.tokens import cut_tokens


class Taping(Protocol):
    """What can lay a tape over a text (``rules.tape``): exactly one code point a word."""

    def code(self, word: str) -> str:
        """Return the code point of a folded word."""

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words."""


class Text:
    """The source and its cuts. Annotators count in tokens and in offsets of the folded layer; ``span``
    leads back.

    ``words[i]`` is the folded token ``i``, ``starts[i]`` its offset in ``folded.text``; a line break is
    the word ``""``.
    ``sentences`` are half-open token ranges; ``quotations`` are pairs of marks by token index.

    >>> text = Text("قال سامي: «نعم».")
    >>> [text.source[slice(*text.folded.to_source(text.starts[i], text.end(i)))] for i in (0, 1)]
    ['قال', 'سامي']
    """

    __slots__ = (
        "_opens",
        "_quotations",
        "_sentence_starts",
        "_sentences",
        "_tapes",
        "folded",
        "kept",
        "source",
        "starts",
        "words",
    )

    def __init__(self, source: str, body: Sequence[Span] | None = None) -> None:
        """Cut ``source`` up; tokens outside ``body`` (source spans, all of it if None) read as line
        breaks."""
        self.source = source
        self.folded: Folded = fold_with_map(source)
        self.words, self.starts = cut_tokens(self.folded.text)
        self._cut_short(body)
        self._tapes: dict[int, str] = {}
        self.kept: dict[str, Any] = {}  # what readers have worked out of it, each under a name of its own
        # Cut when first asked for: the readers of values hardly need them.
        self._sentences: list[tuple[int, int]] | None = None
        self._sentence_starts: list[int] = []
        self._quotations: list[Quotation] | None = None
        self._opens: list[int] = []

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences, as half-open token ranges."""
        if self._sentences is None:
            self._sentences = cut_sentences(self.words, self.starts)
            self._sentence_starts = [first for first, _ in self._sentences]
        return self._sentences

    @property
    def quotations(self) -> list[Quotation]:
        """The pairs of quotation marks, by token index."""
        if self._quotations is None:
            self._quotations = pair_quotations(self.words, self.starts)
            self._opens = [quotation.open for quotation in self._quotations]
        return self._quotations

    def _cut_short(self, body: Sequence[Span] | None) -> None:
        """Blank the tokens outside the article, so that no annotator sees them; a menu is nobody's words."""
        if body is None or (len(body) == 1 and body[0] == Span(0, len(self.source))):
            return
        words, at = self.words, 0
        for span in body:
            start, end = self.folded.from_source(span.start, span.end)
            first, last = (
                bisect_left(self.starts, start, 0, len(words)),
                bisect_left(self.starts, end, 0, len(words)),
            )
            words[at:first] = [""] * (first - at)
            at = max(at, last)
        words[at:] = [""] * (len(words) - at)

    def end(self, index: int) -> int:
        """Return the folded offset at which token ``index`` ends, spaces after it left out."""
        return self.starts[index] + len(self.words[index])

    def tape(self, vocabulary: Taping) -> str:
        """Return the tape that a vocabulary lays of this text; laid once."""
        tape = self._tapes.get(id(vocabulary))
        if tape is None:
            tape = self._tapes[id(vocabulary)] = vocabulary.tape(self.words)
        return tape

    def keep_tapes(self, vocabularies: Sequence[Taping], tapes: Sequence[str]) -> None:
        """Keep tapes that were laid together (``rules.tapes``); each is that of its vocabulary over
        ``words``."""
        self._tapes.update(zip(map(id, vocabularies), tapes, strict=True))

    def span(self, first: int, last: int) -> Span:
        """Return the source span of tokens ``first`` up to and without ``last``; at least one token."""
        starts, last = self.starts, last - 1
        return Span(*self.folded.to_source(starts[first], starts[last] + len(self.words[last])))

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span of a range of the folded layer."""
        return Span(*self.folded.to_source(start, end))

    def words_of(self, first: int, last: int) -> str:
        """Return the source's own words of tokens ``first`` up to and without ``last``."""
        starts, last, folded = self.starts, last - 1, self.folded
        start, end = starts[first], starts[last] + len(self.words[last])
        if not folded.is_even:
            start, end = folded.to_source(start, end)
        return self.source[start:end]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds the folded offset (or whose trailing spaces do)."""
        return bisect_right(self.starts, offset, 0, len(self.words)) - 1

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds token ``index`` (of the next one, for a line
        break)."""
        sentences = self._sentences
        if not sentences and not (sentences := self.sentences):
            return 0, len(self.words)
        at = bisect_right(self._sentence_starts, index)
        return sentences[at - 1 if at else 0]

    def glued(self, index: int) -> bool:
        """Does token ``index`` follow the one before it without a space?"""
        return index > 0 and self.starts[index] == self.end(index - 1)

    def quotations_in(self, first: int, last: int) -> list[Quotation]:
        """Return the quotations that open in a token range."""
        quotations = self.quotations
        low = bisect_left(self._opens, first)
        return quotations[low : bisect_left(self._opens, last, low)]
