"""``rawi update``: what holds across documents, made anew."""

from __future__ import annotations

import click

from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding
from rawi.cli.streams import write


@click.command("update")
@adding
def command(session: Session) -> int:
    """Derive anew what holds across documents; does nothing if nothing came since.

    Other commands that need it do it by themselves. Decisions of people are kept, whatever is read anew.
    """
    from rawi.views.jsonl import encode_object

    shown = session.progress
    with session.open_ledger() as ledger, Progress("update", [], shown) as progress:
        done = ledger.update(progress.tell)
        overruled = [one for one in ledger.decisions() if one.overruled_by and one.undone is None]
    if session.json:
        write(encode_object("update", **_fields(done), overruled=overruled))
        return 0
    state = "made anew" if done.changed else "nothing came since"
    write(f"{', '.join(_list_counts(_fields(done)))}: {state}\n".encode())
    for one in overruled:
        by = ", ".join(map(str, one.overruled_by))
        session.say(f"decision {one.number} is overruled by {by} / القرار {one.number} يبطله {by}")
    return 0


def _list_counts(fields: dict[str, object]) -> list[str]:
    """Return how many of each kind there are, for the kinds that have a name."""
    from rawi.views.plurals import count, load_plurals

    told = [(name, number) for name, number in fields.items() if name in load_plurals()]
    return [count(name, number, "en") for name, number in told if isinstance(number, int)]


def _fields(done: object) -> dict[str, object]:
    """Return the counts of an update, the list of overruled decisions apart."""
    import msgspec

    fields: dict[str, object] = msgspec.to_builtins(done)
    return {name: value for name, value in fields.items() if name != "overruled"}
