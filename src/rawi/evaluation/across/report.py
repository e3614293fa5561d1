"""``python -m rawi.evaluation.across``: reports of a folder linked, scored, and told in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from rawi.evaluation.across.annotation import Cluster, read_cluster
from rawi.evaluation.across.groups import Scored, score_duplicates, score_recurrences, score_stories
from rawi.evaluation.across.links import Compared, Links, link_reports
from rawi.evaluation.across.location import Locator
from rawi.evaluation.across.verdicts import (
    CONTRADICTS,
    NONE,
    Precision,
    contradictions,
    count_confusions,
    judge,
    list_misses,
    score_verdicts,
)
from rawi.evaluation.sheet import F1, Accuracy, Miss

AcrossFigure = F1 | Accuracy | Precision


class AcrossReport(msgspec.Struct, frozen=True):
    """Figures by name in a fixed order, how verdicts were mistaken for each other, and every difference."""

    figures: dict[str, AcrossFigure]
    confusions: dict[str, dict[str, int]] = {}
    misses: tuple[Miss, ...] = ()


def score_cluster(folder: Path) -> dict[str, AcrossFigure]:
    """Return the figures of an annotated folder, its reports put into a ledger; GoldError if it cannot be
    read."""
    cluster = read_cluster(folder)
    return score_links(cluster, link_reports(cluster.reports.values())).figures


def score_links(cluster: Cluster, links: Links) -> AcrossReport:
    """Compare what a ledger links with what a careful reader does."""
    locator, scored = Locator(cluster.reports, links.entries), Scored()
    score_stories(scored, cluster.gold, links)
    score_duplicates(scored, cluster.gold, links)
    score_recurrences(scored, cluster, links, locator)
    judged = judge(cluster.gold.comparisons, links.comparisons, locator)
    right, false = contradictions(judged, links.comparisons)
    said = len(right) + len(false)
    figures: dict[str, AcrossFigure] = {**scored.figures}
    figures |= {name: hits.figure() for name, hits in score_verdicts(judged).items()}
    figures[CONTRADICTS] = Precision(len(right) / said if said else None, said)
    misses = [*scored.misses, *list_misses(judged), *_false(false, links, cluster)]
    return AcrossReport(figures, count_confusions(judged), tuple(misses))


def _false(verdicts: Iterable[Compared], links: Links, cluster: Cluster) -> Iterator[Miss]:
    """Yield each contradiction that is none, in the words of its entries."""
    words = {
        entry.id: (name, " … ".join(span.of(cluster.reports[name].text) for span in entry.spans))
        for name, found in links.entries.items()
        for entry in found
    }
    for one in verdicts:
        (a, said), (b, told) = words.get(one.a, ("?", one.a)), words.get(one.b, ("?", one.b))
        yield Miss(
            f"{a} {b}", f"{one.kind}: false contradiction", f"{said} | {told} | {' '.join(one.reasons)}"
        )


def render_across(report: AcrossReport) -> str:
    """Return the report as a table, one figure a line, then the table of verdicts, for a terminal."""
    lines = [_render_figure(name, figure) for name, figure in report.figures.items()]
    return "\n".join([*lines, "", *_render_confusions(report.confusions)])


def _render_figure(name: str, figure: AcrossFigure) -> str:
    if isinstance(figure, F1):
        return f"{name:<22} P {figure.p:.3f}  R {figure.r:.3f}  F1 {figure.f1:.3f}  ({figure.n})"
    share = figure.precision if isinstance(figure, Precision) else figure.accuracy
    word = "precision" if isinstance(figure, Precision) else "accuracy"
    return f"{name:<22} {word} {'-' if share is None else f'{share:.3f}'}  ({figure.n})"


def _render_confusions(table: dict[str, dict[str, int]]) -> Iterator[str]:
    """Yield the lines of a table: a row a verdict of the gold, a column a verdict that was said."""
    columns = [*sorted({said for row in table.values() for said in row} - {NONE}), NONE]
    yield f"{'gold, said:':<22} " + " ".join(f"{name:>17}" for name in columns)
    for verdict, row in table.items():
        yield f"{verdict:<22} " + " ".join(f"{row.get(name, 0):>17}" for name in columns)
