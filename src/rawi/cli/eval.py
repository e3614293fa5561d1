"""``rawi eval``: the extractor's scores on annotated articles."""

from __future__ import annotations

import click

from rawi.cli.session import Session, plain
from rawi.cli.streams import write


@click.command("eval")
@click.argument("gold", type=click.UNPROCESSED)
@click.option("--misses", is_flag=True, help="List every single difference too.")
@plain
def command(session: Session, gold: str, misses: bool) -> int:
    """Extract the articles of GOLD and print the scores.

    GOLD is a folder of NAME.txt with NAME.gold.json, or compiled JSON lines.
    """
    from rawi.evaluation.report import evaluate, render_misses, render_report
    from rawi.pipeline import extract
    from rawi.views.jsonl import encode_object

    report = evaluate(gold, extract)
    if session.json:
        found = {"misses": report.misses} if misses else {}
        write(encode_object("eval", gold=gold, figures=report.figures, **found))
        return 0
    shown = [render_report(report), *([render_misses(report.misses)] if misses else [])]
    write("\n".join([*shown, ""]).encode("utf-8", "replace"))
    return 0
