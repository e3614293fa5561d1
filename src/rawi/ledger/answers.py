"""What a ledger answers about several documents: series, comparisons, stories, chains, checked claims.

Each holds the entries it speaks of as ``said`` and ``figures`` list them, so that every word of an answer can
be looked up.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.ledger.results import Article, Changed, Count, Decided, Entry, Said, ViewLink
from rawi.model.chain import LinkKind
from rawi.model.claim import Confidence, Event, Polarity, Toll
from rawi.model.relation import Comparison, Duplicate, Point, Reason
from rawi.model.review import Reviewed
from rawi.model.value import Amount, Hedge

EdgeState = Literal["stated", "inferred", "unknown"]
NodeKind = Literal["speaker", "person", "agency", "outlet", "republisher"]
#: What a check says in one word: an entry says the same; some do and some do not; only other values; only
#: denials; of a claim that denies only assertions; only what is near; nothing.
Summary = Literal["agrees", "mixed", "differs", "denied", "asserted", "near", "nothing"]
#: How an entry stands to a claim: ``denies`` what it asserts, ``asserts`` what it denies; ``near`` where
#: nothing of this can be said.
Stand = Literal["agrees", "differs", "denies", "asserts", "near"]
#: Parts of a claim that Rawi looks for.
Part = Literal["speaker", "quantity", "what", "whom", "place", "date", "polarity"]


class SentenceView(msgspec.Struct, frozen=True):
    """A sentence of one document, at its address."""

    document: str
    address: str
    words: str


class TollView(msgspec.Struct, frozen=True, gc=False):
    """One count of harm as one report has it: its words, whose claim it is (null: the article's own), who
    passed it on, and whether its holder denies it."""

    toll: Toll
    words: str | None = None
    holder: str | None = None
    relayed_by: tuple[str, ...] = ()
    denied: bool = False


class EventView(msgspec.Struct, frozen=True):
    """One event as one report tells it. ``words`` are those of its trigger, ``sentence`` the words around it
    with their address; ``holder`` is who says so (null: the article itself), ``denied`` if he denies it;
    ``copy_of`` is the document of which its own is a copy or version; ``certainty_words`` make the event
    alleged, denied or planned; ``denied_by`` deny of what another tells that it was, or to have done it;
    ``review`` is how people left it, null if nobody reviewed it."""

    id: str
    address: str
    event: Event
    words: str
    sentence: SentenceView
    article: Article
    tolls: tuple[TollView, ...] = ()
    holder: str | None = None
    relayed_by: tuple[str, ...] = ()
    denied: bool = False
    chain: tuple[ViewLink, ...] = ()
    copy_of: str | None = None
    certainty_words: str | None = None
    denied_by: tuple[str, ...] = ()
    review: Reviewed | None = None


Side = Count | Said | EventView | Entry


class OriginView(msgspec.Struct, frozen=True, gc=False):
    """An independent origin under which entries are counted, by ``id``, and who that is; of a story also the
    ``documents`` that go back to it."""

    id: str
    name: str
    documents: tuple[str, ...] = ()


class PointView(msgspec.Struct, frozen=True):
    """One figure of a series: what the series says of it, and the entry."""

    point: Point
    entry: Count


class SeriesView(msgspec.Struct, frozen=True):
    """Figures of one quantity through time, in the order of ``rawi.model.relation.Series``; ``story_title``
    where the count is of one happening, ``doubtful`` where that story may be of several.

    ``what`` is the noun that most sources count, ``counted`` the class (``killed``, ``killed+injured``).
    ``rejected`` counts the figures that are left out because people rejected them.
    """

    id: str
    what: str
    points: tuple[PointView, ...]
    whom: str | None = None
    unit: str | None = None
    place: str | None = None
    story: str | None = None
    story_title: str | None = None
    origins: tuple[OriginView, ...] = ()
    counted: str = ""
    doubtful: bool = False
    rejected: int = 0


class ComparisonView(msgspec.Struct, frozen=True):
    """Two claims side by side, with the entries and, where a person decided the verdict, the decision.

    ``doubtful`` where both are of one story that may be of several happenings. ``names`` tells the documents
    that stand for their newsrooms as people are told of them.
    """

    comparison: Comparison
    a: Side
    b: Side
    decision: Decided | None = None
    doubtful: bool = False
    names: dict[str, str] = {}

    @property
    def rests_on_doubt(self) -> bool:
        """Is one of the two claims itself a doubtful reading?"""
        told = (
            getattr(side, name, None)
            for side in (self.a, self.b)
            for name in ("statement", "figure", "event")
        )
        return any(one is not None and one.confidence == "doubtful" for one in told)


class ReportView(msgspec.Struct, frozen=True):
    """One report of a story: ``copy_of`` is the document of which it is a copy, if so, ``version_of`` that
    whose text it has with another number, a negation, or parts added or cut, and ``changes`` what it has
    otherwise (``here``) than that (``there``); ``origin`` the id of the independent origin it is counted
    under."""

    article: Article
    copy_of: str | None = None
    origin: str | None = None
    version_of: str | None = None
    changes: tuple[Changed, ...] = ()


class IncidentView(msgspec.Struct, frozen=True):
    """One happening as all its reports tell it, side by side; nothing of it is merged.

    ``types``, ``days`` (EDTF, the narrowest first), ``places`` (each the narrowest first), ``actors`` and
    ``targets`` are what the reports give, each once, in the order of the reports. ``id`` is null for an event
    that is background, which is in no incident. ``origins`` are the independent ones.
    """

    id: str | None
    types: tuple[str, ...]
    events: tuple[EventView, ...]
    days: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    origins: tuple[OriginView, ...] = ()
    confidence: Confidence = "certain"
    reasons: tuple[Reason, ...] = ()


class RecurrenceView(msgspec.Struct, frozen=True):
    """One proposition of one speaker in several reports, the first appearance first; ``origins`` counts of
    how many they are: what came through one newsroom is of one.

    ``variants`` are the ids of the statements that say it alike, group by group: one with another number, or
    denied, is in a group of its own.
    """

    id: str
    speaker: str
    statements: tuple[Said, ...]
    origins: int
    variants: tuple[tuple[str, ...], ...] = ()


class QuantityView(msgspec.Struct, frozen=True):
    """One row of the matrix of a story: a quantity with the figures that its reports give. A report without
    one may count it otherwise; those that count nothing of its class are ``silent``."""

    what: str
    figures: tuple[Count, ...]
    series: str | None = None
    unit: str | None = None
    place: str | None = None
    whom: str | None = None
    counted: str = ""
    silent: tuple[str, ...] = ()


class CopyView(msgspec.Struct, frozen=True):
    """Documents that share their words."""

    duplicate: Duplicate
    articles: tuple[Article, ...]


class StoryView(msgspec.Struct, frozen=True):
    """Reports of one happening: ``common`` is what somebody says in several, ``alone`` what is quoted in only
    one, ``matrix`` the quantities.

    ``told`` are sentences that at least half of the reports have, in the words of each; copies and versions
    of one report count once. ``own`` are sentences of which no other report has the telling words.
    """

    id: str
    title: str | None
    first: str | None
    last: str | None
    reports: tuple[ReportView, ...]
    origins: tuple[OriginView, ...] = ()
    common: tuple[RecurrenceView, ...] = ()
    alone: tuple[Said | Count, ...] = ()
    matrix: tuple[QuantityView, ...] = ()
    copies: tuple[CopyView, ...] = ()
    told: tuple[tuple[SentenceView, ...], ...] = ()
    own: tuple[SentenceView, ...] = ()
    confidence: Confidence = "certain"


class StorySummary(msgspec.Struct, frozen=True):
    """A story as one of a list: how many reports, and of how many independent origins."""

    id: str
    title: str | None
    first: str | None
    last: str | None
    documents: tuple[str, ...]
    origins: int
    confidence: Confidence = "certain"


class NodeView(msgspec.Struct, frozen=True):
    """Somebody through whom words came: ``name`` null where the text does not say who; ``article`` where the
    words stand."""

    kind: NodeKind
    name: str | None
    role: str | None = None
    article: Article | None = None


class ChannelView(msgspec.Struct, frozen=True):
    """By what the words went: a tweet, a telephone call, a statement; the words that say so, if any do."""

    kind: LinkKind
    name: str
    words: str | None = None


class EdgeView(msgspec.Struct, frozen=True):
    """How words came from one node to the next.

    ``stated``: ``words`` at ``address`` prove it; ``inferred``: ``reason`` says from what; ``unknown``:
    nothing tells how.
    """

    state: EdgeState
    channels: tuple[ChannelView, ...] = ()
    words: str | None = None
    address: str | None = None
    reason: str | None = None


class BranchView(msgspec.Struct, frozen=True):
    """Who took over the document of a chain, and how that is known."""

    node: NodeView
    edge: EdgeView


class ChainView(msgspec.Struct, frozen=True):
    """The way of an entry from the speaker's mouth to the reader; ``edges[i]`` leads from ``nodes[i]`` to
    the next. ``branches`` are documents that copy the last; ``origins`` counts the independent origins of
    what the entry says: one speaker through one newsroom is one."""

    entry: Side
    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    branches: tuple[BranchView, ...] = ()
    origins: int = 1


class Understood(msgspec.Struct, frozen=True):
    """How a claim was read; each part may be missing (null).

    ``low`` and ``high`` with ``hedge`` are the number, ``number`` its words; ``what`` is counted, of
    ``whom``; ``words`` are stems of the claim's other words. ``counted`` is the class of what befell those
    who are counted (``killed``). ``notes`` are codes of what was understood without being said
    (``only.at_most``: فقط), and of what the claim is besides (``question``, ``number.negative``).
    """

    claim: str
    speaker: str | None = None
    number: str | None = None
    low: Amount | None = None
    high: Amount | None = None
    hedge: Hedge | None = None
    unit: str | None = None
    what: str | None = None
    whom: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    polarity: Polarity = "asserted"
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    counted: str | None = None


class Closest(msgspec.Struct, frozen=True):
    """An entry near a claim: how it stands to it, and the reasons for its place in the list.

    ``score`` orders entries and is no probability; ``origin`` is the independent origin. An entry that is
    against one that agrees stands right after that one. A figure is ``denied`` here also where the words
    around it deny it (لم يقتل 12 شخصا), and below zero where a minus sign stands before it.
    """

    entry: Count | Said | Entry
    stand: Stand
    score: float
    reasons: tuple[Reason, ...]
    origin: OriginView


class Checked(msgspec.Struct, frozen=True):
    """What a ledger has on a claim: ``closest`` entries, the best first; ``values``: the same quantity with
    other values, by time, denied ones too; ``origins`` of those that say the same; ``missing``: codes with a
    value, of what was not in the claim or is not in the ledger.

    ``summary`` tells what the entries say, not what is true.
    """

    understood: Understood
    summary: Summary
    closest: tuple[Closest, ...] = ()
    values: tuple[Count, ...] = ()
    origins: tuple[OriginView, ...] = ()
    missing: tuple[Reason, ...] = ()
