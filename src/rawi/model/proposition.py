"""What a statement says, in the form in which it is compared with those of other reports."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.claim import Confidence, Polarity, Stance, StatementKind
from rawi.model.entity import EntityType
from rawi.model.relation import Likeness, Pair
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge

Way = Literal["keep", "end", "do"]
#: ``one``: by name or row; ``office``: the same office or body, a name on one side at most; ``open``: nothing
#: speaks for or against it; ``two``: they are two.
Kin = Literal["one", "office", "open", "two"]
Opposition = Literal["denied", "negated", "reversed", "policy", "repeated", "agreed"]


class Voice(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Whose words a statement is, as its report tells: ``name`` the fullest of the article, ``key`` the
    folded form under which names are compared, ``link`` a row of a table, ``roles`` as they stand."""

    name: str | None
    type: EntityType | None = None
    key: str = ""
    link: str | None = None
    roles: tuple[str, ...] = ()


class Unit(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A word of a content that says something, or a name: ``label`` is the same for the forms of one word.

    ``at`` is its token, -1 of a word of the question that is answered; ``weight`` less than 1 for a word that
    news has everywhere; ``negated`` where the words before say that it is not so; ``empty`` where it says
    only that something is.
    """

    label: str
    at: int
    weight: float = 1.0
    negated: bool = False
    empty: bool = False


class Count(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A number of a content: its tokens, its value, the label of what is counted, the day for which it
    holds."""

    first: int
    last: int
    low: Amount | None
    high: Amount | None
    hedge: Hedge
    counted: str = ""
    unit: str | None = None
    as_of: str | None = None


class Moment(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A date of a content: its tokens, EDTF value, and the words as they are counted from the day of speaking
    (قبل خمس سنوات gives ``-P5Y``) where no day is known; ``counted`` true of words that count from it,
    ``until`` after حتى."""

    first: int
    last: int
    value: str | None
    relative: str | None = None
    counted: bool = False
    until: bool = False


class Act(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What somebody will or will not do: ``action`` as in ``actions.toml``, or the label of a verb; ``way``
    keep, end (what undoes it) or do; ``meant`` false after a negation (لن نغادر، لا ننوي المغادرة); ``noun``
    true of a noun, which may only be spoken of; ``total`` where none at all is meant (هدم أي سوق);
    ``so_far`` where it holds up to the time of speaking (لا وفيات حتى الآن); ``whom`` are the people of whom
    it is said, by class (``troops``) or label (``=علم``), ``*`` for people whoever they are; ``~`` stands
    before the label of another thing of which none is meant (أي قرية)."""

    action: str
    way: Way
    meant: bool
    at: int
    noun: bool = False
    total: bool = False
    so_far: bool = False
    whom: tuple[str, ...] = ()


class Site(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A building or vehicle of a content: its token, the id of its word in ``sites.tsv``, the label of its
    name; ``near`` where only what is around it is meant (محيط المستشفى)."""

    at: int
    kind: str
    name: str = ""
    near: bool = False


class Proposition(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One statement, read for comparison: ``id`` is its entry, ``stems`` are those of its tokens, which stand
    at ``starts`` to ``ends`` in the article; ``tape`` has a letter for each token.

    ``tape``: ``w`` tells, ``e`` stands everywhere, ``s`` is of a name, ``n`` of a number, ``d`` of a date,
    ``x`` negates, ``m`` and ``c`` say that something may or must be, ``,`` ends a clause, ``q`` is another
    mark, ``.`` nothing of these. ``acts`` are what will be done or not,
    ``deeds`` all actions named. ``places`` are the places named, each with
    all that it lies in. ``contrast`` is the number of a pair of statements of the document that لكن or the
    like sets against each other, ``cue`` the word of reporting, ``turn`` the words of the contrast.
    ``bodies`` are the nouns that the content names, or the words before it accuse, each with the noun that it
    belongs to: who may have done it; ``accused`` those whom the words before the content accuse.
    ``earlier`` where the report says that it was said before (كان قد تعهد). ``refused`` are numbers of which
    it says that they are not so, ``numbered`` is the label of what عدد at its head counts, empty of العدد
    alone. ``of_claims`` where it asserts something of what others claim (الأنباء عن …), ``of_denial`` where
    it says that somebody denies. ``sites`` are the buildings and vehicles that it names, ``grounds`` the
    places after بلدة and the like, each with the role of that word in ``sites.tsv``.
    """

    id: str
    document: str
    kind: StatementKind
    polarity: Polarity
    voice: Voice
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tape: str
    units: tuple[Unit, ...]
    published: str | None = None
    said: str | None = None
    stance: Stance | None = None
    confidence: Confidence = "certain"
    cue: Span | None = None
    counts: tuple[Count, ...] = ()
    moments: tuple[Moment, ...] = ()
    acts: tuple[Act, ...] = ()
    deeds: tuple[Act, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    contrast: tuple[int, ...] = ()
    turn: str = ""
    repeats: bool = False
    bodies: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    earlier: bool = False
    refused: tuple[int, ...] = ()
    numbered: str | None = None
    of_claims: bool = False
    of_denial: bool = False
    via: str | None = None
    outlet: str | None = None
    sites: tuple[Site, ...] = ()
    grounds: tuple[tuple[str, str], ...] = ()

    @property
    def quoted(self) -> bool:
        """Are the words the speaker's own?"""
        return self.kind != "indirect"

    @property
    def day(self) -> str | None:
        """The day it was said, else that of publication; null where neither is known."""
        return self.said or self.published

    def span(self, first: int, last: int) -> Span:
        """Return where tokens stand in the article."""
        return Span(self.starts[first], self.ends[last - 1])


class Tie(Pair, frozen=True, gc=False, omit_defaults=True):
    """Two statements that have to do with each other: ``likeness`` how one says what the other says, null
    where it does not; ``kin`` whether one speaker may speak; ``opposed`` in which way one says the
    opposite."""

    kin: Kin = "open"
    likeness: Likeness | None = None
    opposed: Opposition | None = None
