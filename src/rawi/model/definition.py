"""What exactly a figure counts: the class of the counted, whose they are, where, when, and who says so."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.value import Amount, Hedge

#: What a number is of a quantity: what there is, what befell somebody in one happening, by how much it
#: changed, how much in each time, or a sum since some time.
Scope = Literal["stock", "toll", "change", "rate", "since"]
Directness = Literal["direct", "indirect", "narrator"]
#: Why two figures of a series differ, as a reader would say it.
Answer = Literal["time", "claimants", "wording", "unknown"]


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where the counted are: ``key`` rows of the gazetteer joined with +, else the folded name after ~.

    ``within`` are the rows of the areas around it, its country too; ``own`` is false where only the rest of
    the sentence or the first lines of the article tell it; ``sole``: the article names no other place.
    """

    key: str
    name: str
    within: tuple[str, ...] = ()
    own: bool = True
    sole: bool = False


class Group(msgspec.Struct, frozen=True, gc=False):
    """A body or a people: ``key`` its row in a table, else the telling words of its name after ~."""

    key: str
    name: str


class Definition(msgspec.Struct, frozen=True, gc=False):
    """One figure as it is compared with others; what the words leave open is null.

    ``id`` and ``document`` are the ledger's; ``words`` those of the source, ``at`` where its number begins.
    ``what`` is the class of the counted (``fighters``, ``homes``, ``area``), what befell them (``killed``;
    ``killed+arrested`` where one count covers both: ``joint``), what a share or sum is of (``%:بطاله``), or
    the stem of the noun. ``who`` is which people they are, ``whom`` whose, ``kind`` which of them (أجانب,
    الأساسي), ``deed`` what was done to what is no people. ``part_of`` is the entry of the whole of which this
    is a part. ``relative`` is how far before the utterance it held (``-P5Y``), where no date is known.
    ``voice`` is the entry of the statement that holds it, ``body`` whom its speaker speaks for. ``agency`` is
    the newsroom that the article credits.

    ``rising``: told as changed up to this value; ``passing``: another count is expected, or this one was
    replaced; ``expected``: nobody has counted it yet; ``aside``: the sentence tells of another happening than
    the article. ``lead``: stands in the headline or the first lines; ``alone``: no other number of its class
    is in the article; ``contrast``: set against what was said before (لكن، في حين); ``harm``: the sentence
    speaks of harm to people. ``flag`` is a reason code of something missing (``unit.missing``).
    ``telling`` are stems of the words that tell what the sentence is about.
    """

    id: str
    document: str
    low: Amount | None
    high: Amount | None
    hedge: Hedge
    at: int = 0
    words: str = ""
    unit: str | None = None
    what: str | None = None
    who: str | None = None
    whom: Group | None = None
    kind: str | None = None
    deed: str | None = None
    joint: bool = False
    scope: Scope | None = None
    part_of: str | None = None
    place: Place | None = None
    as_of: str | None = None
    relative: str | None = None
    said: str | None = None
    published: str | None = None
    holder: str | None = None
    role: str | None = None
    voice: str | None = None
    body: Group | None = None
    relayed_by: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None
    denied: bool = False
    directness: Directness = "narrator"
    doubtful: bool = False
    rising: bool = False
    passing: bool = False
    expected: bool = False
    aside: bool = False
    lead: bool = False
    alone: bool = False
    contrast: bool = False
    harm: bool = False
    flag: str | None = None
    telling: tuple[str, ...] = ()


class Step(msgspec.Struct, frozen=True, gc=False):
    """From one figure of a series to the next in time: ``a`` and ``b`` are entries.

    ``answer``: they differ because the time is another, at one time because the claimants are others, by one
    claimant and at one time because the wording is another; ``unknown`` where the times are not known.
    ``values``: do they differ at all?
    """

    a: str
    b: str
    answer: Answer
    values: bool
