"""Whose claim it is: the speaker of the innermost statement, and those who passed it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rawi.ledger.results import ViewLink
from rawi.model.chain import Link
from rawi.model.claim import Event, Figure, Statement
from rawi.model.document import Document

Statements = Mapping[str, Statement]


def voice(statement: Statement) -> str | None:
    """Return who spoke: the name, else the role."""
    return statement.speaker.name or statement.speaker.role


def holder_statement(item: Figure | Event, statements: Statements) -> Statement | None:
    """Return the statement that holds a figure or event, null if the article itself does."""
    return statements.get(item.according_to) if item.according_to else None


def relayers(statement: Statement | None, statements: Statements) -> tuple[str, ...]:
    """Return who passed a statement on, from the one nearest to the speaker outwards."""
    names: list[str] = []
    seen = {statement.id} if statement else set()
    while statement and statement.within and statement.within not in seen:
        seen.add(statement.within)
        statement = statements.get(statement.within)
        if statement and (name := voice(statement)):
            names.append(name)
    return tuple(names)


def joined_chain(statement: Statement | None, document: Document) -> tuple[ViewLink, ...]:
    """Join the statement's own links and the document's, each marked with where it is stated.

    A link of the document that the statement names too stands once, as the statement's.
    """
    near = statement.chain if statement else ()
    known = {(link.kind, link.name) for link in near}
    far = [link for link in document.chain if (link.kind, link.name) not in known]
    return (*(_link(one, "statement") for one in near), *(_link(one, "document") for one in far))


def _link(link: Link, stated: Literal["statement", "document"]) -> ViewLink:
    """Mark a link with where it is stated."""
    return ViewLink(link.kind, link.name, link.span, link.inferred, stated)
