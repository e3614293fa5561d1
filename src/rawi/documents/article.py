"""Which blocks of a page are its article: the densest part, told by where its paragraphs lie together.

The way of Readability (Arc90, 2009; mozilla/readability, ``grabArticle``): paragraphs vote for what they lie
in, half for what that lies in. What is new here: nothing is cut off, blocks are only told apart; the names of
a page's parts count less than where its text lies; and a page of teasers has no article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from rawi.arabic.fold import fold
from rawi.documents.blocks import Block, PageText
from rawi.documents.elements import Element
from rawi.documents.furniture import find_kinds
from rawi.documents.hidden import BLOCK
from rawi.model.document import Parts, Warning
from rawi.model.span import Span

PARAGRAPH = 40  # code points: less does not vote
_STANDFIRST = 60
_LINKS = 0.5  # of a block: from here on it is a link to something else
_VOTES = (1.0, 0.5, 0.25)
_LEAVES = frozenset({"p", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "br"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FEW_LINKS = 5
_MANY_LINKS = 20
_HARDLY = 200  # code points: less, without a title above it, on a page of many links is no article
_LINKS_ONLY = Warning("html.no-article", "links to other pages, and no article")
_TEASERS = 600  # code points in a row: less, between links, is no article
_TITLE = 400
_MUCH = 0.75  # of the page's paragraphs: an article with so much is not doubted
_AGREED = 0.5  # of all paragraphs that either of two opinions takes: from here on they are one
_FEW = 0.25  # of the page's paragraphs: an article with less is not believed
_TWIN = 0.3  # of the weight of the best element: what looks the same and holds as much is another of its kind
_AFTER = 3  # lines after the article that may say whence it comes


#: Who is asked where a page leaves open what its article is: returns numbers of blocks, or None.
Opinion = Callable[[], list[int] | None]


def find_parts(
    page: PageText, title: str | None, ask: Opinion = lambda: None
) -> tuple[Parts, Warning | None]:
    """Return which blocks of ``page`` are its article, and what was doubtful.

    ``title`` is the one that is stated, if any; ``ask`` gives a second opinion.
    """
    choice = _Choice(page)
    chosen = choice.article()
    if chosen and not choice.sure:
        chosen = choice.settle(chosen, ask())
    if not chosen:
        return Parts(()), choice.doubt
    heading = _find_title(page, choice, chosen, title)
    if heading is None and choice.is_menu(chosen):
        return Parts(()), _LINKS_ONLY
    first, last = chosen[0], chosen[-1]
    begin = heading if heading is not None and heading < first else first
    inside = set(chosen) | {i for i in range(begin + 1, first) if choice.is_standfirst(i)}
    inside |= {heading} if heading is not None else set()
    margins = [
        i for i in range(begin, len(page.blocks)) if i not in inside and choice.is_margin(i, begin, last)
    ]
    stamps = [i for i in margins if choice.kinds[page.blocks[i].element.number] == "stamp"]
    parts = Parts(_spans(page, sorted(inside)), _spans(page, margins), _spans(page, stamps))
    return parts, choice.doubt


def _spans(page: PageText, numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans of blocks."""
    return tuple(page.blocks[i].span for i in numbers)


class _Choice:
    """The weights of one page's elements, and what was chosen by them."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.doubt: Warning | None = None
        self.sure = False
        self.weights = _sum_up(page, [_weight(one) for one in page.blocks])
        self.kinds = find_kinds(page.elements, self.weights)

    def kind(self, block: Block) -> str | None:
        """Return what a block is besides article, by its markup."""
        if kind := self.kinds[block.element.number]:
            return kind
        return "related" if block.linked >= _LINKS * block.length else None

    def is_standfirst(self, i: int) -> bool:
        """Tell whether a block between title and article reads as text."""
        block = self.page.blocks[i]
        return block.length >= _STANDFIRST and self.kind(block) is None

    def is_margin(self, i: int, first: int, last: int) -> bool:
        """Tell whether a block stands around the article, or is a part of the page that states a date."""
        block = self.page.blocks[i]
        if block.length > _TITLE or not first <= i <= last + _AFTER:
            return False
        return self.kinds[block.element.number] in (None, "stamp", "byline") and not block.linked

    def article(self) -> list[int]:
        """Return the numbers of the blocks that are the article, in order."""
        votes = self._votes()
        if not votes:
            return self._all_words()
        best = max(votes, key=lambda number: (votes[number], -number))
        inside = self._within(best)
        if self._is_card(best) or self._is_list(inside):
            self.doubt = Warning("html.no-article", "teasers of other pages, and no article")
            return []
        chosen = [i for i in inside if self.kind(self.page.blocks[i]) is None]
        weight = sum(_weight(self.page.blocks[i]) for i in chosen)
        self.sure = weight >= _MUCH * self.weights[0]
        if weight < _FEW * self.weights[0]:
            self.doubt = Warning("html.fallback", "the article was not found; all paragraphs are kept")
            chosen = self._all_words()
        return self._without_headings(chosen)

    def is_menu(self, chosen: list[int]) -> bool:
        """Tell whether hardly anything was chosen on a page of many links."""
        blocks = self.page.blocks
        links = sum(block.linked >= _LINKS * block.length for block in blocks)
        return links >= _MANY_LINKS and sum(blocks[i].length for i in chosen) < _HARDLY

    def settle(self, chosen: list[int], other: list[int] | None) -> list[int]:
        """Return the blocks to be believed, ours or, where the two hardly meet, the other opinion."""
        if not other:
            return chosen
        mine, theirs = set(chosen), set(other)
        shared, whole = (
            sum(_weight(self.page.blocks[i]) for i in one) for one in (mine & theirs, mine | theirs)
        )
        if shared >= _AGREED * whole:
            return chosen
        self.doubt = Warning("html.disputed", "which part of the page is the article is not certain")
        return other

    def _votes(self) -> dict[int, float]:
        """Return how many code points of paragraphs vote for each element."""
        votes: dict[int, float] = {}
        for block in self.page.blocks:
            if block.length >= PARAGRAPH and self.kind(block) is None:
                weight = block.length - block.linked
                for share, one in zip(_VOTES, _holders(block.element), strict=False):
                    votes[one.number] = votes.get(one.number, 0.0) + share * weight
        return votes

    def _within(self, best: int) -> list[int]:
        """Return the blocks of an element and of those beside it that look the same."""
        chosen = self.page.elements[best]
        peers = {best} | {
            one.number
            for one in self.page.elements
            if one.parent is chosen.parent
            and (one.name, one.classes) == (chosen.name, chosen.classes)
            and self.weights[one.number] >= 0.2 * self.weights[best]
        }
        under = [False] * len(self.page.elements)
        for one in self.page.elements:
            under[one.number] = one.number in peers or (one.parent is not None and under[one.parent.number])
        return [i for i, block in enumerate(self.page.blocks) if under[block.element.number]]

    def _all_words(self) -> list[int]:
        """Return all blocks that are neither menu nor links: a page too short for paragraphs."""
        chosen = [i for i, block in enumerate(self.page.blocks) if self.kind(block) is None]
        links = sum(block.linked >= _LINKS * block.length for block in self.page.blocks)
        if links > _FEW_LINKS and links > len(chosen):
            self.doubt = _LINKS_ONLY
            return []
        return chosen or list(range(len(self.page.blocks)))

    def _without_headings(self, chosen: list[int]) -> list[int]:
        """Return the blocks without headings that nothing of the article follows."""
        kept: list[int] = []
        follows = False
        for i in reversed(chosen):
            heading = _is_heading(self.page.blocks[i])
            if not heading or (follows and i + 1 in kept[-1:]) or i == chosen[0]:
                kept.append(i)
                follows = True
        return kept[::-1]

    def _is_card(self, best: int) -> bool:
        """Tell whether the best element is one of many that look the same, in different places."""
        one, weight = self.page.elements[best], self.weights[best]
        twins = [
            other
            for other in self.page.elements
            if (other.name, other.classes) == (one.name, one.classes)
            and other.parent is not one.parent
            and self.weights[other.number] >= _TWIN * weight
            and self.kinds[other.number] is None
        ]
        return bool(one.classes) and len(twins) >= _FEW_LINKS and weight < _TEASERS

    def _is_list(self, inside: list[int]) -> bool:
        """Tell whether the paragraphs are teasers: links stand between all of them."""
        longest = run = links = paragraphs = 0
        for i in inside:
            block = self.page.blocks[i]
            if self.kinds[block.element.number]:
                continue
            if block.linked >= _LINKS * block.length and block.length >= 15:
                links, run = links + 1, 0
            elif block.length >= PARAGRAPH:
                paragraphs, run = paragraphs + 1, run + block.length
                longest = max(longest, run)
        return links >= max(_FEW_LINKS, 0.7 * paragraphs) and longest < _TEASERS


def _weight(block: Block) -> int:
    """Return how much a block counts as a paragraph."""
    plain = block.length - block.linked
    return plain if block.length >= PARAGRAPH and plain > _LINKS * block.length else 0


def _sum_up(page: PageText, weights: Sequence[int]) -> list[int]:
    """Return the sum of the weights of the blocks in each element, by number."""
    sums = [0] * len(page.elements)
    for block, weight in zip(page.blocks, weights, strict=True):
        sums[block.element.number] += weight
    for one in reversed(page.elements):
        if one.parent:
            sums[one.parent.number] += sums[one.number]
    return sums


def _holders(element: Element) -> Iterator[Element]:
    """Yield what a paragraph lies in, innermost first: blocks, itself only if it may hold several."""
    blocks = (one for one in element.above() if one.name in BLOCK or one.parent is None)
    first = next(blocks)
    if first.name not in _LEAVES:
        yield first
    yield from islice(blocks, 3)


def _is_heading(block: Block) -> bool:
    """Tell whether a block is a heading by its markup."""
    nearest = next((one for one in block.element.above() if one.name in BLOCK), None)
    return nearest is not None and nearest.name in _HEADINGS


def _find_title(page: PageText, choice: _Choice, chosen: list[int], title: str | None) -> int | None:
    """Return the block that shows the title: the stated one, else the last ``h1`` above the article."""
    first = chosen[0] if chosen else len(page.blocks)
    above = [i for i in range(min(first + 2, len(page.blocks))) if page.blocks[i].length <= _TITLE]
    wanted = fold(title).strip() if title else ""
    if wanted:
        for i in reversed(above):
            if fold(page.text[page.blocks[i].span.start : page.blocks[i].span.end]).strip() == wanted:
                return i
    ranked = [i for i in above if i < first and _is_within(page.blocks[i], "h1")]
    return next((i for i in reversed(ranked) if choice.kind(page.blocks[i]) is None), None)


def _is_within(block: Block, name: str) -> bool:
    """Tell whether a block stands in an element of that name, or little deeper."""
    return any(one.name == name for one in islice(block.element.above(), 5))
