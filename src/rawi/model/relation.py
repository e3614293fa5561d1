"""What holds across documents: copies, stories, statements that return, figures through time, comparisons.

Documents and entries are named by the ids of the ledger. Dates are EDTF. All of it is derived: it can be made
anew from readings and decisions at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from rawi.model.claim import Confidence
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge

DuplicateKind = Literal["copy", "revision", "passage"]
Verdict = Literal["contradicts", "compatible", "changed_over_time", "not_comparable", "same_origin"]
ComparisonKind = Literal["figures", "polarity", "policy", "date", "place"]
#: What a comparison looks at, in the order in which it is shown.
CheckName = Literal[
    "quantity", "unit", "place", "as_of", "holder", "definition", "directness", "bounds", "polarity", "origin"
]
Likeness = Literal["verbatim", "edited", "paraphrase", "figure"]
Outcome = Literal["same", "differs", "unknown"]


class Report(msgspec.Struct, frozen=True):
    """One document as relations take it in: what was read from it, and the ledger's ids by the record's
    labels (``s1``, ``f1``, ``e1`` …); a label without an id is of an entry that was refused."""

    record: Record
    ids: Mapping[str, str] = {}

    @property
    def id(self) -> str:
        """The document's id."""
        return self.record.document.id


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Two documents that have to do with each other: ``a`` sorts before ``b``; ``score`` from 0 to 1.

    A function of the two documents alone. ``kind`` is the layer's own word for it.
    """

    a: str
    b: str
    score: float
    kind: str = ""


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why something is said of two entries or documents: a stable ``code`` and what each has to it."""

    code: str
    a: str = ""
    b: str = ""


class Shared(msgspec.Struct, frozen=True, gc=False):
    """Words that two documents share: where they stand in each, and what the one has otherwise.

    ``kind``: a whole ``sentence``, a ``quotation``, or a ``paragraph``; ``exact`` false where single words
    differ.
    """

    here: Span
    there: Span
    kind: Literal["sentence", "quotation", "paragraph"] = "sentence"
    exact: bool = True


#: In the order of their weight: what makes another claim of the same words comes first.
DifferenceKind = Literal[
    "number", "negation", "opposite", "date", "name", "title", "moved", "replaced", "added", "dropped"
]


class Difference(msgspec.Struct, frozen=True, gc=False):
    """Where two documents that share their words part: ``here`` are the words of the one, ``there`` of the
    other, null where it has none.

    ``number`` is also another hedge or unit of a number; ``name`` a name in the place of another; ``title``
    is such a difference between headlines, which have no place in the text.
    """

    kind: DifferenceKind
    here: Span | None = None
    there: Span | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """Words in a document."""

    document: str
    span: Span


class Duplicate(msgspec.Struct, frozen=True, gc=False):
    """Documents that share their words.

    ``copy``: the same text but for small edits, no number and no negation apart; ``revision``: the same text
    with another number, a negation, or parts added or taken away; ``passage``: sentences or quotations.
    ``origin`` is the document that the others go back to, null where nothing tells; ``credited`` is the
    newsroom that the documents name as their source. ``similarity`` (0 to 1) is that of the least similar
    pair that holds the group together. ``reasons`` say why the origin is one. ``places`` are, of kind
    ``passage``, where the words stand, by document and place; one document has them twice where it repeats
    itself. Documents come in the order of their publication, undated ones last.
    """

    id: str
    kind: DuplicateKind
    documents: tuple[str, ...]
    origin: str | None
    similarity: float
    credited: str | None = None
    reasons: tuple[Reason, ...] = ()
    places: tuple[Place, ...] = ()


class Story(msgspec.Struct, frozen=True, gc=False):
    """Reports of one happening: ``documents`` in the order of their publication, undated ones last; ``first``
    and ``last`` (in JSON ``from`` and ``to``) are days of publication; ``title`` is that of the report most
    like the others. ``doubtful``: the reports are likely of one happening, but some of them may not be."""

    id: str
    documents: tuple[str, ...]
    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")
    title: str | None = None
    confidence: Confidence = "certain"


class Passage(msgspec.Struct, frozen=True, gc=False, order=True):
    """Words of one document."""

    document: str
    span: Span


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """What the reports of a story have in common, and what only one has, sentence by sentence.

    ``common``: what at least half of the reports tell, as each of them words it, in the order of the reports;
    ``own``: sentences of which no other report has the telling words.
    """

    common: tuple[tuple[Passage, ...], ...] = ()
    own: tuple[Passage, ...] = ()


class Point(msgspec.Struct, frozen=True, gc=False):
    """One figure in a series; its three dates stay apart.

    ``figure`` and ``document`` are ids; ``holder`` is whose claim it is (null: the article's own),
    ``holder_id`` the entity across documents, ``relayed_by`` who passed it on, the innermost first;
    ``origin`` the independent origin that it is counted under. ``part_of`` is the figure of which this is a
    part (25 ألفًا، من بينهم 22 ألفًا); ``joint`` where one count covers several kinds (قتل واعتقال نحو 50).
    """

    figure: str
    low: Amount | None
    high: Amount | None
    hedge: Hedge
    as_of: str | None
    said: str | None
    published: str | None
    holder: str | None
    holder_id: str | None
    relayed_by: tuple[str, ...]
    document: str
    origin: str
    part_of: str | None = None
    joint: bool = False
    denied: bool = False
    confidence: Confidence = "certain"


class Series(msgspec.Struct, frozen=True, gc=False):
    """Figures of one quantity through time: ``what`` is counted, of ``whom``, in which ``unit``, ``place``,
    and ``story`` (null where the count is of no single happening); ``origins`` are the independent ones.
    """

    id: str
    what: str
    unit: str | None
    place: str | None
    points: tuple[Point, ...]
    whom: str | None = None
    story: str | None = None
    origins: tuple[str, ...] = ()


class Shift(msgspec.Struct, frozen=True, gc=False):
    """What a statement has otherwise than the first appearance of the same proposition.

    ``here`` are its own words, ``there`` those of the first; null where there are none. ``figure``: another
    or no number; ``hedge``: another hedge of the same number; ``date``: the same words of time for another
    day (قبل خمس سنوات، said a year later); ``negation`` and ``modality`` on one side only; ``stance``:
    another kind of reporting word; ``added``, ``dropped``: words.
    """

    kind: Literal["figure", "date", "hedge", "negation", "modality", "stance", "added", "dropped"]
    here: Span | None = None
    there: Span | None = None


class Rewording(msgspec.Struct, frozen=True, gc=False):
    """How a statement says what was said before: ``likeness`` to the first appearance, and what it changed.

    ``verbatim`` the same words, ``edited`` nearly so, ``paraphrase`` others of the same sense, ``figure`` the
    same number of the same things with other words around it.
    """

    statement: str
    likeness: Likeness
    changes: tuple[Shift, ...] = ()


class Recurrence(msgspec.Struct, frozen=True, gc=False):
    """One proposition of one speaker in several reports: ``statements`` are entries in order of time, the
    first appearance first; ``origins`` counts of how many the reports are: copies of one report, and what
    came through one newsroom, are of one; ``rewordings`` has one for each statement but the first."""

    id: str
    speaker: str
    statements: tuple[str, ...]
    origins: int
    rewordings: tuple[Rewording, ...] = ()


class Check(msgspec.Struct, frozen=True, gc=False):
    """One line of the checklist of a comparison: what ``a`` and ``b`` have, as the words or values tell."""

    name: CheckName
    outcome: Outcome
    a: str = ""
    b: str = ""


class Comparison(msgspec.Struct, frozen=True, gc=False):
    """Two claims that a reader would lay side by side, with a verdict and what it rests on.

    ``a`` and ``b`` are entries, ``a`` the earlier; ``aspect`` says in which way they are not comparable
    (``unit``, ``place``, ``time``, ``definition``). ``decided`` is the number of the decision by which a
    person put this verdict in the place of ``machine``, the one that was computed.
    """

    id: str
    kind: ComparisonKind
    a: str
    b: str
    verdict: Verdict
    checks: tuple[Check, ...]
    reasons: tuple[Reason, ...]
    aspect: Literal["unit", "place", "time", "definition"] | None = None
    machine: Verdict | None = None
    decided: int | None = None
