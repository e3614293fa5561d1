"""Who is who across documents: what articles name, the decisions of people, and the entities they make."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.entity import EntityType

Form = tuple[str, int]


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """One person, body or place as one article names it.

    ``document`` and ``id`` are those of the ledger; ``name`` is the fullest the article gives, ``forms`` are
    the ways in which it writes it, with counts; ``roles`` words such as وزير النقل, as they stand; ``link``
    a row of a table; ``country`` (ISO 3166-1 alpha-2) of a body or place of a table; ``published`` EDTF;
    ``certain`` false where the article does not settle which place of that name is meant.
    """

    document: str
    id: str
    type: EntityType
    name: str
    forms: tuple[Form, ...] = ()
    link: str | None = None
    roles: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    country: str | None = None
    certain: bool = True


#: What a decision can be about: entities; reports (which are one story); claims, and the verdict on two;
#: events (which are one incident).
AnchorType = EntityType | Literal["report", "claim", "verdict", "event"]


class Anchor(msgspec.Struct, frozen=True, gc=False, order=True, omit_defaults=True):
    """What a decision holds on to: a name in a document, or all that has a link.

    ``name`` is folded. Neither depends on which extractor read the document, nor on what else is stored.
    ``nth`` parts two of one name in one document. A ``report`` has a document alone, a ``claim`` or
    ``event`` the id of its entry as a name, a ``verdict`` its word.
    """

    type: AnchorType
    document: str = ""
    name: str = ""
    link: str = ""
    nth: int = 0


DecisionKind = Literal["merge", "split", "verdict", "undo"]


class Decision(msgspec.Struct, frozen=True, gc=False):
    """What a person decided: ``merge``, all of the ``parts`` are one; ``split``, each part is another one
    than the rest; ``verdict``, what two claims are to each other; ``undo``, the decision ``target`` counts no
    more. ``at`` is UTC."""

    number: int
    kind: DecisionKind
    parts: tuple[tuple[Anchor, ...], ...] = ()
    target: int | None = None
    who: str = ""
    at: str = ""
    why: str = ""


class Conflict(msgspec.Struct, frozen=True, gc=False):
    """A decision that a later one overrules, in whole or in part: for ``names`` (as folded)."""

    decision: int
    overruled_by: int
    names: tuple[str, ...]


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A reason for one or for two: a stable ``code``, and the words or names it rests on."""

    code: str
    words: tuple[str, ...] = ()


class Member(msgspec.Struct, frozen=True, gc=False):
    """One occurrence in an entity: by which ``rule`` it was joined, on what ``evidence``, to which ``other``.

    The rule of the first of an entity is ``first``; ``handle`` is an id that finds the entity for as long as
    the article names it so.
    """

    occurrence: Occurrence
    handle: str
    rule: str
    evidence: tuple[str, ...] = ()
    other: str | None = None


class RolePeriod(msgspec.Struct, frozen=True, gc=False):
    """A role as articles say it, with the first and the last day of publication, null where none is known."""

    role: str
    first: str | None
    last: str | None
    count: int


class Naming(msgspec.Struct, frozen=True, gc=False):
    """Which form an outlet used, and how often; ``outlet`` null where it is not known."""

    outlet: str | None
    name: str
    count: int


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """One entity across documents. ``variants`` are all forms with counts, the commonest first."""

    id: str
    type: EntityType
    name: str
    link: str | None
    members: tuple[Member, ...]
    variants: tuple[Form, ...]
    roles: tuple[RolePeriod, ...]
    outlets: tuple[Naming, ...]


class Suggestion(msgspec.Struct, frozen=True, gc=False):
    """Two entities that may be one; ``score`` from 0 to 1 orders them, it is no probability."""

    a: str
    b: str
    score: float
    reasons: tuple[Evidence, ...]


class Resolution(msgspec.Struct, frozen=True, gc=False):
    """All entities of a ledger, what is left to decide, and the decisions that do not agree."""

    entities: tuple[Resolved, ...]
    suggestions: tuple[Suggestion, ...]
    conflicts: tuple[Conflict, ...]
