"""``rawi figures``: how many, through time, as cards or as a chart."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from rawi.cli.faults import Fault
from rawi.cli.session import Session, asked, listing
from rawi.cli.targets import refuse_target, write_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rawi.ledger.answers import SeriesView
    from rawi.views.screen import Screen

_DRAWN = 8  # series in one drawing, unless --limit says otherwise
_TOLD = 3  # series told of under a list of figures


@click.command("figures")
@click.argument("what", required=False)
@click.option("--place", metavar="NAME", help="Named with the figure or in its sentence.")
@click.option("--by", metavar="WHO", help="Whose claim it is.")
@click.option("--since", metavar="DATE", help="Holding, said or published from this year, month or day on.")
@click.option("--differ", is_flag=True, help="Only pairs that differ, with the reasons.")
@click.option("--chart", is_flag=True, help="Each series as a picture, in words and as a list.")
@click.option("-o", "--output", metavar="FILE.svg", help="With --chart: write an SVG, whole or not at all.")
@click.option("--rejected", is_flag=True, help="Also what people rejected, marked as such.")
@listing
def command(
    session: Session,
    what: str | None,
    differ: bool,
    chart: bool,
    output: str | None,
    rejected: bool,
    **known: str | None,
) -> int:
    """List figures through time; WHAT: words of what is counted and of its sentence."""
    from rawi.views.cards import render_count, render_difference

    if output is not None and not chart:
        raise Fault("usage.value", "--output", "only a chart is written to a file", "--chart -o FILE.svg")
    refuse_target("--output", output, session.path)
    question = what, known["place"], known["by"], known["since"]
    with session.open_ledger() as ledger, asked("--since"):
        if differ:
            return session.answer("differences", ledger.conflicts(what), render_difference)
        if chart:
            session.renew(ledger)
        if output is not None:
            return _draw(session, ledger.series(*question), output)
        if chart:
            return session.answer("series", ledger.series(*question), _render_series)
        code = session.answer("figures", ledger.figures(*question, rejected=rejected), render_count)
        if any(question) and not (session.json or session.jsonl or session.quiet):
            _tell_series(session, ledger.series(*question))
        return code


def _render_series(series: SeriesView, screen: Screen) -> str:
    """Return a series as chart, words and list."""
    from rawi.views.chart import render_chart
    from rawi.views.wording import render_list, render_summary, render_title, render_words

    parts = (
        f"{screen.strong(screen.apart(render_title(series, screen.language)))}  {screen.faint(series.id)}",
        render_chart(series, screen),
        render_words(series, screen),
        render_list(series, screen),
        render_summary(series, screen),
    )
    return "\n".join(parts)


def _draw(session: Session, found: Iterator[SeriesView], output: str) -> int:
    """Write series into an SVG; tell how many there are."""
    from rawi.cli.streams import write
    from rawi.views.drawing import render_drawing
    from rawi.views.jsonl import encode_envelope, encode_line

    limit = _DRAWN if session.limit is None else session.limit or None
    drawn = list(islice(found, limit))
    if drawn:
        pieces = render_drawing(drawn, session.language or "en")
        write_target(output, (piece.encode("utf-8", "replace") for piece in pieces))
    if session.json:
        write(encode_envelope("series", drawn, file=output if drawn else None))
    elif session.jsonl:
        write(b"".join(map(encode_line, drawn)))
    else:
        more = sum(1 for _ in found)
        rest = f", {more} more: --limit {len(drawn) + more}" if more else ""
        session.say(f"{output}: {len(drawn)} series{rest}" if drawn else "nothing found / لا نتائج")
    return session.empty(len(drawn))


def _tell_series(session: Session, found: Iterator[SeriesView]) -> None:
    """Say which series the figures are in, and on how many independent origins they stand."""
    from rawi.views.wording import render_summary, render_title

    screen = session.screen()
    first = list(islice(found, _TOLD))
    for one in first:
        session.say(f"{screen.apart(render_title(one, screen.language))}: {render_summary(one, screen)}")
    if first:
        session.say(screen.label("chart_hint"))
