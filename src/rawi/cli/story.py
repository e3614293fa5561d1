"""``rawi story``: reports of one happening."""

from __future__ import annotations

import re

import click

from rawi.cli.faults import advising
from rawi.cli.session import Session, listing
from rawi.cli.streams import write

_ID = re.compile(r"[a-z]{2}_[0-9a-f]+|(?:sha256:)?[0-9a-f]{6,64}")  # of a story, of an entry, of a document


@click.command("story")
@click.argument("what", metavar="[ID|WORDS]", required=False)
@listing
def command(session: Session, what: str | None) -> int:
    """Print the story ID: its reports by day, what several say, what only one has, numbers, copies, origins.

    ID: of a story, or of a document in it. WORDS: list the stories with these words; without, all of them,
    the latest first.
    """
    from rawi.views.jsonl import encode_line, encode_object
    from rawi.views.stories import render_story, render_summary

    with advising("E307", "story"), session.open_ledger() as ledger:
        session.renew(ledger)
        if what is None or not _ID.fullmatch(what.strip()):
            return session.answer("stories", ledger.stories(what), render_summary)
        story = ledger.story(what.strip())
    if session.json:
        write(encode_object("story", story=story))
    elif session.jsonl:
        write(encode_line(story))
    else:
        write(f"{render_story(story, session.screen())}\n".encode("utf-8", "replace"))
    return 0
