"""``rawi dossier``: lists of what is collected for a piece of work, with notes, in an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from rawi.cli.faults import Fault, advising
from rawi.cli.session import Session, asking, deciding, decision
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.model.dossier import Dossier, DossierItem

_TO = click.option("--to", "name", metavar="NAME", help="The dossier; the last changed if not given.")
_IN = click.option("--in", "name", metavar="NAME", help="The dossier; the last changed if not given.")


@click.group("dossier")
def command() -> None:
    """Collect entries, articles, comparisons and series under a name, each with a note, in your order.

    NAME is a name or an id. Every change is an event of the journal and can be taken back. Each command takes
    --json and --ledger FILE; rawi dossier COMMAND --help lists its options.
    """


@command.command("add")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_TO
@click.option("--note", metavar="WORDS", help="Kept beside each of them.")
@deciding
def add(
    session: Session,
    ids: tuple[str, ...],
    name: str | None,
    note: str | None,
    why: str | None,
    by: str | None,
) -> int:
    """Add by ID: a statement, figure, event, document, series, story or comparison (also A/B of two entries).

    A dossier NAME that is not there is made.
    """
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision("ID"):
        ledger.dossiers.look(*ids)  # no dossier is made for what cannot be collected
        one = _choose(ledger, name, make=True)
        added = ledger.dossiers.add(one, *ids, note=note, why=why)
        there = "; the note is below that of what was in it" if note and len(added) < len(set(ids)) else ""
        return _tell(session, ledger, one, f"{len(added)} added{there}")


@command.command("list")
@asking
def listed(session: Session) -> int:
    """List the dossiers, the last changed first."""
    from rawi.views.jsonl import encode_envelope

    with session.open_ledger() as ledger:
        found = ledger.dossiers.list()
    if session.json:
        write(encode_envelope("dossiers", found))
        return 0
    for one in found:
        write(f"{_line(one)}\n".encode("utf-8", "replace"))
    session.say(f"{len(found)} dossiers" if found else "no dossiers yet: rawi dossier add ID / لا ملفات بعد")
    return 0


@command.command("show")
@click.argument("name", required=False, metavar="[NAME]")
@asking
def show(session: Session, name: str | None) -> int:
    """Print what is in a dossier: number, id, words, note; what is not found any more says so."""
    with session.open_ledger() as ledger, advising("E307", "dossier"):
        return _tell(session, ledger, _choose(ledger, name))


@command.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_IN
@deciding
def remove(session: Session, ids: tuple[str, ...], name: str | None, why: str | None, by: str | None) -> int:
    """Take items out by their ID in the dossier; the ledger keeps the entries."""
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision("ID"):
        one = _choose(ledger, name)
        for id in ids:
            ledger.dossiers.remove(one, id, why)
        return _tell(session, ledger, one, f"{len(ids)} removed")


@command.command("note")
@click.argument("id", metavar="ID")
@click.argument("words", required=False, metavar="[WORDS]")
@_IN
@deciding
def note(
    session: Session, id: str, words: str | None, name: str | None, why: str | None, by: str | None
) -> int:
    """Put a note beside an item, in the place of the one before; without WORDS take it away."""
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision("ID"):
        one = _choose(ledger, name)
        ledger.dossiers.note(one, id, words, why)
        return _tell(session, ledger, one)


@command.command("move")
@click.argument("id", metavar="ID")
@click.argument("place", metavar="N", type=click.IntRange(1))
@_IN
@deciding
def move(session: Session, id: str, place: int, name: str | None, why: str | None, by: str | None) -> int:
    """Move an item to place N of the order, 1 for the first."""
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision("N"):
        one = _choose(ledger, name)
        ledger.dossiers.move(one, id, place, why)
        return _tell(session, ledger, one)


@command.command("rename")
@click.argument("name", metavar="NAME")
@click.argument("other", metavar="NEW")
@deciding
def rename(session: Session, name: str, other: str, why: str | None, by: str | None) -> int:
    """Give the dossier NAME the name NEW."""
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision(other):
        one = ledger.dossiers.find(name).id
        ledger.dossiers.rename(one, other, why)
        return _tell(session, ledger, one)


@command.command("delete")
@click.argument("name", metavar="NAME")
@deciding
def delete(session: Session, name: str, why: str | None, by: str | None) -> int:
    """Take the dossier NAME off the list; rawi dossier undo brings it back."""
    from rawi.views.jsonl import encode_object

    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"):
        one = ledger.dossiers.find(name)
        number = ledger.dossiers.delete(one.id, why)
    if session.json:
        write(encode_object("dossier.deleted", dossier=one, number=number))
    session.say(f"deleted; rawi dossier undo --in {one.id} takes it back")
    return 0


@command.command("undo")
@click.argument("number", required=False, type=click.IntRange(1), metavar="[N]")
@_IN
@deciding
def undo(session: Session, number: int | None, name: str | None, why: str | None, by: str | None) -> int:
    """Take the last change of a dossier back, or change N; a deleted one is named by its id."""
    with session.open_ledger(actor=by) as ledger, advising("E307", "dossier"), decision("N"):
        one = name or _choose(ledger, None)
        ledger.dossiers.undo(one, number, why)
        known = [each.id for each in ledger.dossiers.list() if one in (each.id, each.name)]
        return _tell(session, ledger, known[0]) if known else 0


def _choose(ledger: Ledger, name: str | None, *, make: bool = False) -> str:
    """Return the id of the dossier that is named, else of the last changed; ``make`` one that is new."""
    known = ledger.dossiers.list()
    if name is None:
        if known:
            return known[0].id
        raise Fault("usage.dossier", "--to NAME" if make else "NAME")
    wanted = " ".join(name.split())
    if make and not wanted.startswith("ds_") and all(one.name != wanted for one in known):
        return ledger.dossiers.create(wanted)
    return ledger.dossiers.find(wanted).id


def _tell(session: Session, ledger: Ledger, id: str, done: str = "") -> int:
    """Print what was done, and what is in a dossier."""
    from rawi.views.jsonl import encode_object

    one, items = ledger.dossiers.find(id), ledger.dossiers.items(id)
    if session.json:
        write(encode_object("dossier", dossier=one, items=items))
        return 0
    lines: Sequence[str] = [_line(one), *_item_lines(session, items)]
    write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    if done:
        session.say(done)
    return 0


def _line(one: Dossier) -> str:
    """Return a dossier on one line."""
    from rawi.views.screen import visible

    return f"{one.id}  {one.items}  {one.at[:16]}  {visible(one.name)}"


def _item_lines(session: Session, items: Sequence[DossierItem]) -> list[str]:
    """Return the items, each by number, id and kind, its words and its note under it."""
    from rawi.views.screen import visible

    screen, lines = session.screen(), []
    for number, one in enumerate(items, 1):
        state = "" if one.now == one.id else f"  → {one.now}" if one.now else "  ! not found any more"
        lines.append(f"{number:>3}  {one.id}  {one.kind}{state}")
        lines.append(screen.block(one.title or " | ".join(each.words for each in one.held[:2])))
        lines += [f"       # {visible(one.note)}"] if one.note else []
    return lines
