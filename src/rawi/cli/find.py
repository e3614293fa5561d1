"""``rawi find``: documents by their words."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asked, listing
from rawi.cli.streams import write


@click.command("find")
@click.argument("query")
@click.option("--exact", is_flag=True, help="The words as typed, whole and in a row; no folding.")
@listing
def command(session: Session, query: str, exact: bool) -> int:
    """Search the texts: documents that hold all words of QUERY, best first.

    Vowel marks, hamza, ta marbuta, digits and joined و ف ب ل ك ال do not matter, unless with --exact.
    """
    from rawi.views.cards import render_hit
    from rawi.views.jsonl import encode_envelope, encode_line

    with session.open_ledger() as ledger, asked("--cursor"):
        page = ledger.find(query, exact=exact, limit=session.limit or 20, cursor=session.cursor)
    if session.json:
        write(encode_envelope("find", page.hits, next=page.cursor))
    else:
        for number, hit in enumerate(page.hits):
            card = f"{chr(10) if number else ''}{render_hit(hit, session.screen())}\n"
            write(encode_line(hit) if session.jsonl else card.encode("utf-8", "replace"))
        if not page.hits:
            session.say("nothing found / لا نتائج")
        if page.cursor:
            session.say(f"\nmore: --cursor {page.cursor}")
    return session.empty(len(page.hits))
