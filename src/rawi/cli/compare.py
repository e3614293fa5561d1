"""``rawi compare``: claims that a reader would lay side by side, with a verdict that can be overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from rawi.cli.faults import Fault, advising
from rawi.cli.session import Session, decision, judging
from rawi.cli.streams import write
from rawi.model.relation import Verdict

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger

_VERDICTS = click.Choice(get_args(Verdict))


@click.command("compare")
@click.argument("what", metavar="[WHAT | ID]", required=False)
@click.argument("other", metavar="[ID]", required=False)
@click.option("--only", type=_VERDICTS, help="Only pairs with this verdict.")
@click.option("--verdict", type=_VERDICTS, help="With two IDs: decide this verdict in place of the computed.")
@judging
def command(
    session: Session,
    what: str | None,
    other: str | None,
    only: Verdict | None,
    verdict: Verdict | None,
    why: str | None,
    by: str | None,
) -> int:
    """List pairs of claims with a checklist, a verdict and its reasons; WHAT: words of either claim.

    With two IDs of entries: these two. No verdict says which of the two is right. rawi undo takes a decision
    back.
    """
    from rawi.views.comparisons import render_comparison

    if verdict is not None and (what is None or other is None):
        raise Fault("usage.value", "--verdict", "two ids say on which entries it is", "rawi compare ID ID")
    with advising("E307", "compare"), session.open_ledger(actor=by) as ledger:
        session.renew(ledger)
        if what is None or other is None:
            return session.answer("comparisons", ledger.comparisons(what, only), render_comparison)
        if verdict is not None:
            if what != other:
                ledger.compare(what, other)  # nothing is decided of what cannot be shown
            with decision("--verdict"):
                session.decided(ledger, ledger.decide_verdict(what, other, verdict, why))
            session.renew(ledger)
            return 0 if session.json or session.jsonl else _print(session, ledger, what, other)
        return _print(session, ledger, what, other)


def _print(session: Session, ledger: Ledger, a: str, b: str) -> int:
    """Print the comparison of two entries."""
    from rawi.views.comparisons import render_comparison
    from rawi.views.jsonl import encode_line, encode_object

    view = ledger.compare(a, b)
    if session.json:
        write(encode_object("compare", comparison=view))
    elif session.jsonl:
        write(encode_line(view))
    else:
        write(f"{render_comparison(view, session.screen())}\n".encode("utf-8", "replace"))
    return 0
