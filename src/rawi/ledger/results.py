"""What goes into a ledger beside the record, and what comes out of it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from rawi.model.chain import LinkKind
from rawi.model.claim import Change, DateMention, Figure, Statement
from rawi.model.claim import Event as EventClaim
from rawi.model.entity import Entity, EntityType, Location
from rawi.model.record import Record
from rawi.model.resolution import DecisionKind, Naming, RolePeriod
from rawi.model.resolution import Evidence as Ground
from rawi.model.review import Reviewed
from rawi.model.source import Capture
from rawi.model.span import Span

Item = Statement | Figure | DateMention | EventClaim | Entity
EntryKind = Literal["statement", "figure", "date", "event", "entity"]


class Origin(msgspec.Struct, frozen=True):
    """Where bytes came from and how their text was read.

    ``part`` is the place inside the bytes (``record 7``), null if the text is of all of them; ``reader`` is
    the reader's name and version, ``options`` what it was told, both as text; ``capture`` when and from where
    the bytes were fetched, if they were.
    """

    path: str | None = None
    part: str | None = None
    url: str | None = None
    media: str | None = None
    reader: str = "plain/1"
    options: str = ""
    capture: Capture | None = None


class Submission(msgspec.Struct, frozen=True):
    """One document on its way in: what was read from it, its original bytes, whence, and by which extractor.

    ``extractor`` is ``name/version`` or ``name/version+lexicons``, the last a hash of the word lists.
    """

    record: Record
    evidence: bytes
    origin: Origin
    extractor: str


class Outcome(msgspec.Struct, frozen=True):
    """What became of one submission: in = stored + duplicate + rejected.

    ``code``: null for a new document; ``reading.new`` (another extractor or other metadata), ``sighting.new``
    (met in another place), ``same`` (nothing was added), or why it was rejected. ``refused`` counts entries
    left out.
    """

    status: Literal["stored", "duplicate", "rejected"]
    code: str | None
    document_id: str | None
    refused: int = 0


class Event(msgspec.Struct, frozen=True):
    """One line of the journal. ``at`` is UTC; ``number`` only grows; ``subject`` is what it is of."""

    number: int
    at: str
    who: str
    what: str
    why: str
    subject: str
    detail: dict[str, Any]
    previous: str
    hash: str


class ViewLink(msgspec.Struct, frozen=True):
    """One hop between a speaker's mouth and the reader; ``stated`` tells at which of the two."""

    kind: LinkKind
    name: str
    span: Span | None
    inferred: bool
    stated: Literal["statement", "document"]


class Publication(msgspec.Struct, frozen=True):
    """Where and when the same text was met too: an outlet and a day (EDTF), either null if not known."""

    outlet: str | None
    published: str | None


class Article(msgspec.Struct, frozen=True):
    """The document an entry stands in. Dates are EDTF; ``source`` is one address or path of it.

    ``also`` are other outlets and days under which the very same text was added: what is shown is the
    earliest, which whoever dates a copy back can choose.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    source: str | None
    also: tuple[Publication, ...] = ()


class Echo(msgspec.Struct, frozen=True):
    """A statement of the same article that repeats a fuller one: a headline, a lede, a caption."""

    id: str
    address: str
    words: str
    changes: tuple[Change, ...]


class Said(msgspec.Struct, frozen=True):
    """One statement: who said what, when, and by which chain. ``words`` joins spans with `` … ``.

    ``repeats`` is the fuller statement that this one repeats, ``echoes`` are those that repeat this one;
    ``review`` is how people left it, null if nobody reviewed it.
    """

    id: str
    address: str
    statement: Statement
    words: str
    said: str | None
    relayed_by: tuple[str, ...]
    chain: tuple[ViewLink, ...]
    article: Article
    repeats: str | None = None
    echoes: tuple[Echo, ...] = ()
    review: Reviewed | None = None


class Count(msgspec.Struct, frozen=True):
    """One figure with its three dates apart: when it held, when it was said, when it was published.
    ``holder`` is whose claim it is, null if the article's own; ``relayed_by`` who passed it on, innermost
    first; ``review`` how people left it."""

    id: str
    address: str
    figure: Figure
    words: str
    as_of: str | None
    said: str | None
    published: str | None
    holder: str | None
    relayed_by: tuple[str, ...]
    denied: bool
    chain: tuple[ViewLink, ...]
    article: Article
    review: Reviewed | None = None


class Reason(msgspec.Struct, frozen=True):
    """Why two entries are set side by side: a stable ``code`` and what each of them has to it."""

    code: str
    a: str
    b: str


class Difference(msgspec.Struct, frozen=True):
    """Two entries that do not say the same; they may speak of different things or times."""

    kind: Literal["figures", "denial"]
    a: Count | Said
    b: Count | Said
    reasons: tuple[Reason, ...]
    verdict: Literal["differs"] = "differs"


class Snippet(msgspec.Struct, frozen=True):
    """Source words around a match: ``words`` is ``text[span]``; ``matches`` are source spans too."""

    span: Span
    words: str
    matches: tuple[Span, ...]


class Hit(msgspec.Struct, frozen=True):
    """One document that a search found."""

    article: Article
    snippets: tuple[Snippet, ...]


class Page(msgspec.Struct, frozen=True):
    """Some hits, best first, and the ``cursor`` that asks for the next ones; null at the end."""

    hits: tuple[Hit, ...]
    cursor: str | None


class Evidence(msgspec.Struct, frozen=True):
    """Original bytes by their sha256, how the text was read from them, where they were met, and each time
    that they were fetched."""

    hash: str
    size: int
    origin: Origin
    captures: tuple[Capture, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """One entry as stored. ``current`` is false if a newer reading of the document has taken its place."""

    id: str
    kind: EntryKind
    document: str
    address: str
    words: str
    item: Item
    extractor: str
    current: bool


PartName = Literal[
    "cue", "speaker", "content", "chain",
    "trigger", "mention", "actor", "target", "place", "date", "instrument", "toll", "claimed_by", "certainty",
]  # fmt: skip


class Part(msgspec.Struct, frozen=True, gc=False):
    """Words on which an entry stands: of a statement the cue, the speaker, the content or a link of the
    chain; of an event its trigger and other mentions, who, to whom, where, when, with what, each count, who
    claims it, what makes it alleged, denied or planned."""

    name: PartName
    words: str
    span: Span


class Changed(msgspec.Struct, frozen=True, gc=False):
    """One change of a statement that repeats a fuller one, in words; null where there are none."""

    kind: str
    here: str | None
    there: str | None


class Explanation(msgspec.Struct, frozen=True):
    """How an entry came about; ``lexicons`` null if the extractor named none, ``events`` its journal.

    For a statement or event also its ``parts`` in the order of the text; for a statement the entry whose
    speaker goes on in it, and the fuller one that it repeats.
    """

    entry: Entry
    rule: str
    extractor: str
    lexicons: str | None
    readings: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    parts: tuple[Part, ...] = ()
    speaker_from: Entry | None = None
    repeats: Entry | None = None
    changed: tuple[Changed, ...] = ()


class Updated(msgspec.Struct, frozen=True):
    """What an update left: entities, suggestions, decisions that others overrule, and how many relations of
    each kind; ``related`` documents were related anew; ``changed`` false if there was nothing to do."""

    entities: int
    suggestions: int
    overruled: int
    changed: bool
    related: int = 0
    duplicates: int = 0
    stories: int = 0
    recurrences: int = 0
    series: int = 0
    comparisons: int = 0
    incidents: int = 0


class Joined(msgspec.Struct, frozen=True):
    """One entry of an entity: ``rule`` by which it was joined, the words it rests on, and to which ``other``
    entry. ``handle`` finds the entity for as long as the document names it so."""

    entry: str
    document: str
    name: str
    handle: str
    rule: str
    evidence: tuple[str, ...] = ()
    other: str | None = None


class About(msgspec.Struct, frozen=True):
    """What tells an entity from its namesakes: in how many documents it is, its roles, who names it."""

    documents: int
    roles: tuple[RolePeriod, ...]
    outlets: tuple[str, ...]


class Proposal(msgspec.Struct, frozen=True):
    """Two entities that may be one, with their names and what is known of each; ``score`` orders proposals
    and is no probability."""

    a: str
    a_name: str
    b: str
    b_name: str
    score: float
    reasons: tuple[Ground, ...]
    a_about: About
    b_about: About


class Likeness(msgspec.Struct, frozen=True):
    """An entity with a name that is like one asked for: ``written`` is the form that is; ``score`` from 0
    to 1."""

    id: str
    name: str
    written: str
    score: float
    about: About


class Decided(msgspec.Struct, frozen=True):
    """A decision of a person: ``undone`` is the decision that undid it, ``overruled_by`` those that overrule
    it in part or whole."""

    number: int
    kind: DecisionKind
    at: str
    who: str
    why: str
    target: int | None = None
    undone: int | None = None
    overruled_by: tuple[int, ...] = ()


class Profile(msgspec.Struct, frozen=True):
    """One person, body or place across documents: its names, roles through time, who calls it what, and how
    it came about. ``variants`` are all forms with counts; ``outlet`` is null where it is not known."""

    id: str
    type: EntityType
    name: str
    link: str | None
    variants: tuple[Naming, ...]
    roles: tuple[RolePeriod, ...]
    outlets: tuple[Naming, ...]
    documents: tuple[str, ...]
    members: tuple[Joined, ...]
    location: Location | None = None
    suggestions: tuple[Proposal, ...] = ()
    decisions: tuple[Decided, ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """How much a ledger holds; entries are counted in current readings.

    What is derived (``resolved`` to ``comparisons``) is as of the last update; ``stale``: something came
    since.
    """

    documents: int = 0
    evidence: int = 0
    sightings: int = 0
    readings: int = 0
    statements: int = 0
    figures: int = 0
    dates: int = 0
    events: int = 0
    entities: int = 0
    refused: int = 0
    rejected: int = 0
    journal: int = 0
    resolved: int = 0
    suggestions: int = 0
    decisions: int = 0
    duplicates: int = 0
    stories: int = 0
    recurrences: int = 0
    series: int = 0
    comparisons: int = 0
    incidents: int = 0
    stale: bool = False


class Mismatch(msgspec.Struct, frozen=True):
    """One place where the ledger is not what was written; ``subject`` is a hash, id or number."""

    code: str
    subject: str
    message: str
