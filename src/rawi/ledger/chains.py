"""The chain of one entry: who spoke, who passed it on, by what, which newsroom carried it, and what proves
each step.

A link that the statement names is stated by its own words. A credit of the whole document says through whom
the document came, not that this statement came so: the step from the speaker to it is inferred. Where no
words tell how an outlet got what it reports, the step is unknown, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.documents.newsrooms import newsroom_key
from rawi.ledger.answers import (
    BranchView,
    ChainView,
    ChannelView,
    EdgeState,
    EdgeView,
    NodeKind,
    NodeView,
    Side,
)
from rawi.ledger.attribution import holder_statement, told_through, voice
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.eventviews import build_event
from rawi.ledger.identity import address
from rawi.ledger.lookup import build_entry
from rawi.ledger.reading import Reading, Readings, current_reading, find_entry_id
from rawi.ledger.results import Article
from rawi.ledger.store import Store
from rawi.model.chain import Link
from rawi.model.claim import Event, Figure, Statement
from rawi.model.relation import Duplicate
from rawi.model.span import Span

_NEWSROOMS: dict[str, NodeKind] = {"agency": "agency", "outlet": "outlet", "person": "person"}
_CARRIERS = ("agency", "outlet")
_LONGEST = 160  # code points of words that are shown as the proof of a step


def load_chain(
    store: Store, written: str, duplicates: Sequence[Duplicate] = (), origins: int = 1
) -> ChainView:
    """Load the chain of an entry by id or its first letters; NotInLedger, AmbiguousId if that is not one.

    ``duplicates`` are the groups of copies in which its document is; ``origins`` as in ``ChainView``.
    """
    readings = Readings(store)
    reading, position = next(readings.at(list(store.rows("entry_places", (find_entry_id(store, written),)))))
    others = [id for one in duplicates for id in one.documents if id != reading.document.id]
    articles = {id: current_reading(store, readings, id).article() for id in dict.fromkeys(others)}
    chain = build_chain(reading, position)
    return msgspec.structs.replace(
        join_copies(chain, reading.article(), duplicates, articles), origins=origins
    )


def build_chain(reading: Reading, position: int) -> ChainView:
    """Build the chain of an entry of one document, as that document tells it."""
    item = reading.item(position)
    statement = item if isinstance(item, Statement) else None
    if isinstance(item, Figure | Event):
        statement = holder_statement(item, reading.statements)
    way = _Way(reading)
    told = list(told_through(statement, reading.statements))
    for number, one in enumerate(told):
        way.pass_speaker(one, "person" if number else "speaker")
        for link in one.chain:
            if link.kind not in _CARRIERS:
                way.pass_link(link, credit=False)
    for link in (link for one in told for link in one.chain if link.kind in _CARRIERS):
        way.pass_link(link, credit=False)  # a newsroom carries all of what is told one within another
    for link in reading.document.chain:
        way.pass_link(link, credit=True)
    way.arrive()
    return ChainView(_entry(reading, position), tuple(way.nodes), tuple(way.edges))


def _entry(reading: Reading, position: int) -> Side:
    """Return an entry as it is listed."""
    item = reading.items[position]
    if isinstance(item, Statement):
        return build_said(reading, position)
    if isinstance(item, Event):
        return build_event(reading, position)
    return build_count(reading, position) if isinstance(item, Figure) else build_entry(reading, position)


class _Way:
    """The chain as far as it has been followed; ``proof`` are the words by which the last node is named."""

    def __init__(self, reading: Reading) -> None:
        self.nodes: list[NodeView] = []
        self.edges: list[EdgeView] = []
        self._reading = reading
        self._channels: list[tuple[ChannelView, Span | None]] = []
        self._proof: Span | None = None
        self._sure = True
        self._seen: set[str] = set()

    def pass_speaker(self, statement: Statement, kind: NodeKind) -> None:
        """Go on to who spoke; that an outer speaker passed on the one before is proved by the words that
        name the one before."""
        speaker = statement.speaker
        role = speaker.told_role if speaker.name else None
        self._go(NodeView(kind, voice(statement), role), self._proof, True, None)
        named = [span for span in (statement.cue, speaker.span) if span]
        whole = Span(min(named).start, max(span.end for span in named)) if named else None
        short = whole is not None and whole.end - whole.start <= _LONGEST
        self._proof = whole if short else statement.cue

    def pass_link(self, link: Link, *, credit: bool) -> None:
        """Go on to a newsroom, or keep a channel for the next step; what is named again stands once."""
        kind = _NEWSROOMS.get(link.kind)
        key = _key(link.kind, link.name)
        if key in self._seen:
            return
        self._seen.add(key)
        if kind is None:
            words = self._words(link.span)
            self._channels.append((ChannelView(link.kind, link.name, words), link.span))
            return
        heard = any(node.kind in ("speaker", "person") for node in self.nodes[-1:])
        sure = not link.inferred and not (credit and heard)
        self._go(NodeView(kind, link.name), link.span, sure, "credit" if credit and heard else None)
        self._proof, self._sure = link.span, not link.inferred

    def arrive(self) -> None:
        """Come to the outlet that published the document: the same newsroom as the last, or one more step."""
        document, article = self._reading.document, self._reading.article()
        last = self.nodes[-1] if self.nodes else None
        if last is not None and _same_newsroom(last, document.outlet):
            self.nodes[-1] = msgspec.structs.replace(last, article=article)
            return
        node = NodeView("outlet", document.outlet, article=article)
        if last is not None and last.kind in ("speaker", "person") and not self._channels:
            self.nodes.append(node)
            self.edges.append(self._edge("unknown", self._proof, None))
        else:
            self._go(node, self._proof, self._sure, None)

    def _go(self, node: NodeView, proof: Span | None, sure: bool, reason: str | None) -> None:
        """Add a node, and the step that leads to it from the last."""
        if self.nodes:
            told = proof or next((span for _, span in self._channels if span), None)
            state: EdgeState = "stated" if sure and told else "inferred"
            self.edges.append(self._edge(state, told, reason))
        self.nodes.append(node)

    def _edge(self, state: EdgeState, words: Span | None, reason: str | None) -> EdgeView:
        """Return a step by the channels kept for it."""
        channels = tuple(channel for channel, _ in self._channels)
        self._channels = []
        id = self._reading.document.id
        where = address(id, words.start, words.end) if words else None
        return EdgeView(state, channels, self._words(words), where, reason)

    def _words(self, span: Span | None) -> str | None:
        """Return the words of the document at a span."""
        return span.of(self._reading.document.text) if span else None


def _key(kind: str, name: str) -> str:
    """Return what tells a link from others: a newsroom may be called agency here and outlet there."""
    return f"{'newsroom' if kind in _CARRIERS else kind}:{newsroom_key(name)}"


def _same_newsroom(node: NodeView, outlet: str | None) -> bool:
    """Is a node the newsroom of this name?"""
    return bool(node.kind in _CARRIERS and node.name and outlet) and (
        newsroom_key(node.name or "") == newsroom_key(outlet or "")
    )


def join_copies(
    chain: ChainView, own: Article, duplicates: Sequence[Duplicate], articles: dict[str, Article]
) -> ChainView:
    """Return a chain with what is known of copies of its document ``own``: before it the document that it
    copies, behind it those that copy it; what is a copy is no version besides."""
    left = dict(articles)
    for one in sorted(duplicates, key=lambda one: one.kind):  # "copy" sorts before "revision"
        if one.kind == "passage" or own.id not in one.documents:
            continue
        if one.origin == own.id:
            branches = tuple(_branches(one, own, left))
            chain = msgspec.structs.replace(chain, branches=(*chain.branches, *branches))
        elif one.origin in left:
            chain = _insert_origin(chain, one, left[one.origin])
        left = {id: article for id, article in left.items() if id not in one.documents}
    return chain


def _branches(one: Duplicate, own: Article, articles: dict[str, Article]) -> Iterator[BranchView]:
    """Yield the documents that copy one."""
    for id in one.documents:
        if id != own.id and id in articles:
            yield BranchView(NodeView("republisher", articles[id].outlet, article=articles[id]), _copied(one))


def _insert_origin(chain: ChainView, one: Duplicate, origin: Article) -> ChainView:
    """Return a chain in which the outlet took its text from another document."""
    *before, last = chain.nodes
    source = NodeView("outlet", origin.outlet, article=origin)
    same = bool(before) and _same_newsroom(before[-1], origin.outlet)
    nodes = [*before[:-1], source] if same else [*before, source]
    edges = chain.edges[:-1] if same else chain.edges
    final = msgspec.structs.replace(last, kind="republisher")
    return msgspec.structs.replace(chain, nodes=(*nodes, final), edges=(*edges, _copied(one)))


def _copied(one: Duplicate) -> EdgeView:
    """Return the step from a document to one that copies it, or has another version of it; who credits it
    says so."""
    return EdgeView("inferred", words=one.credited, reason="copy" if one.kind == "copy" else "version")
