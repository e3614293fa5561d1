"""Whose claim it is: the speaker of the innermost statement, and those who passed it on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from rawi.documents.newsrooms import newsroom_key
from rawi.ledger.results import ViewLink
from rawi.model.chain import Link
from rawi.model.claim import Event, Figure, Statement
from rawi.model.document import Document
from rawi.model.span import Span

Statements = Mapping[str, Statement]


def voice(statement: Statement) -> str | None:
    """Return who spoke: the name, else the role."""
    return statement.speaker.name or statement.speaker.role


def holder_statement(item: Figure | Event, statements: Statements) -> Statement | None:
    """Return the statement that holds a figure or event, null if the article itself does."""
    return statements.get(item.according_to) if item.according_to else None


def deniers(event: Event, statements: Statements) -> Iterator[str]:
    """Yield who denies an event that others tell, each once: those in whose denial its trigger or another
    mention stands; nobody where the event itself is denied."""
    seen = set()
    for one in statements.values() if event.certainty != "denied" else ():
        name = voice(one)
        if name is None or name in seen or one.polarity != "denied" or one.id == event.according_to:
            continue
        if any(_holds(one, span) for span in (event.trigger, *event.mentions)):
            seen.add(name)
            yield name


def _holds(statement: Statement, span: Span) -> bool:
    """Does the content of a statement hold some words?"""
    return any(part.start <= span.start and span.end <= part.end for part in statement.content)


def relayers(statement: Statement | None, statements: Statements) -> tuple[str, ...]:
    """Return who passed a statement on, from the one nearest to the speaker outwards."""
    return tuple(name for outer in _outer(statement, statements) if (name := voice(outer)))


def joined_chain(
    statement: Statement | None, document: Document, statements: Statements
) -> tuple[ViewLink, ...]:
    """Join the links of a statement, of those it is told within, and of the document: from the speaker's
    mouth outward, each marked with where it is stated.

    A link that is named again further out stands once, where it stands first; an agency is known by all its
    names (رويترز، وكالة رويترز).
    """
    near = [link for one in told_through(statement, statements) for link in one.chain]
    seen: dict[tuple[str, str], ViewLink] = {}
    views = [*(_link(one, "statement") for one in near), *(_link(one, "document") for one in document.chain)]
    for view in views:
        seen.setdefault((_side(view), newsroom_key(view.name)), view)
    return tuple(seen.values())


def told_through(statement: Statement | None, statements: Statements) -> Iterator[Statement]:
    """Yield a statement and those around it, the innermost first; nothing for none."""
    if statement is not None:
        yield statement
        yield from _outer(statement, statements)


def _outer(statement: Statement | None, statements: Statements) -> Iterator[Statement]:
    """Yield the statements around one, the innermost first; a circle ends them."""
    seen = {statement.id} if statement else set()
    while statement and statement.within and statement.within not in seen:
        seen.add(statement.within)
        statement = statements.get(statement.within)
        if statement:
            yield statement


def _side(link: ViewLink) -> str:
    """The same newsroom may be called agency here and outlet there; other links are told apart by kind."""
    return "newsroom" if link.kind in ("agency", "outlet") else link.kind


def _link(link: Link, stated: Literal["statement", "document"]) -> ViewLink:
    """Mark a link with where it is stated."""
    return ViewLink(link.kind, link.name, link.span, link.inferred, stated)
