"""Scoring what a ledger links: right, false, missed, and what costs neither way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.evaluation.across.__main__ import main
from rawi.evaluation.across.annotation import Cluster
from rawi.evaluation.across.links import Row
from rawi.evaluation.across.report import AcrossReport, render_across, score_links
from rawi.evaluation.across.verdicts import Precision
from rawi.evaluation.sheet import F1, Accuracy
from tests.evaluation.across.conftest import GOLD, TEXTS, compared, linked, write_cluster


def f1(report: AcrossReport, name: str) -> tuple[float, float]:
    """Precision and recall of a figure."""
    figure = report.figures[name]
    assert isinstance(figure, F1)
    return figure.p, figure.r


def documents(*names: str) -> list[str]:
    """The ids of reports."""
    return [f"sha256:{name}" for name in names]


def duplicate(kind: str, *names: str, origin: str | None = "sha256:one") -> Row:
    """The row of a group that shares words."""
    return {"id": "du", "kind": kind, "documents": documents(*names), "origin": origin, "similarity": 1.0}


def test_a_perfect_answer_scores_one_everywhere(cluster: Cluster) -> None:
    """Stories, copies, origins, verdicts and recurring statements as annotated leave nothing to miss."""
    report = score_links(
        cluster,
        linked(
            stories=[{"id": "st", "documents": documents("one", "two", "three")}],
            duplicates=[duplicate("copy", "one", "three")],
            comparisons=[
                compared("f1", "f2", "contradicts"),
                compared("s1n", "s2n", "contradicts", "polarity"),
            ],
            recurrences=[{"id": "re", "statements": ["s1", "s2"]}],
        ),
    )
    assert [f1(report, name) for name in ("stories", "copies", "recurrences")] == [(1, 1)] * 3
    assert report.figures["verdicts"] == Accuracy(1.0, 2)
    assert report.figures["origins"] == Accuracy(1.0, 1)
    assert report.figures["contradicts"] == Precision(1.0, 2)
    assert report.confusions == {"contradicts": {"contradicts": 2}}
    assert report.misses == ()


def test_an_empty_answer_misses_everything(cluster: Cluster) -> None:
    """Nothing linked: every figure is nought, and there is no precision of what was not said."""
    report = score_links(cluster, linked())
    assert [f1(report, name) for name in ("stories", "copies")] == [(0, 0)] * 2
    assert report.figures["found"] == Accuracy(0.0, 2)
    assert report.figures["readable"] == Accuracy(1.0, 2)
    assert report.figures["contradicts"] == Precision(None, 0)
    assert "recurrences" not in report.figures
    assert len(report.misses) == 3 + 1 + 2


def test_a_story_that_swallows_another_report_costs_precision(cluster: Cluster) -> None:
    """The match in the story of the blast makes three false pairs."""
    report = score_links(
        cluster, linked(stories=[{"id": "st", "documents": documents("one", "two", "three", "match")}])
    )
    assert f1(report, "stories") == (0.5, 1.0)


@pytest.mark.parametrize(
    ("kind", "copies", "revisions"), [("revision", (1, 1), (0, 0)), ("passage", (0, 0), (0, 0))]
)
def test_a_kind_that_a_fair_reader_could_give_is_right(
    cluster: Cluster, kind: str, copies: tuple[float, float], revisions: tuple[float, float]
) -> None:
    """The annotated copy may be called a revision, and is then no false revision; not a passage."""
    report = score_links(cluster, linked(duplicates=[duplicate(kind, "one", "three")]))
    assert f1(report, "copies") == copies
    assert f1(report, "revisions") == revisions


def test_the_strongest_kind_of_two_reports_counts(cluster: Cluster) -> None:
    """A pair that is in a group of copies and in one of passages is a copy, and no false passage."""
    rows = [duplicate("passage", "one", "two", "three"), duplicate("copy", "one", "three")]
    report = score_links(cluster, linked(duplicates=rows))
    assert f1(report, "copies") == (1, 1)
    assert [miss.doc for miss in report.misses if miss.what == "passages: false"] == ["one two", "three two"]


def test_a_wrong_origin_is_told(cluster: Cluster) -> None:
    """The copy named as the origin is no right answer."""
    report = score_links(
        cluster, linked(duplicates=[duplicate("copy", "one", "three", origin="sha256:three")])
    )
    assert report.figures["origins"] == Accuracy(0.0, 1)


def test_the_same_claim_in_a_copy_counts_as_the_claim(cluster: Cluster) -> None:
    """A contradiction said of the copy's figure is the one that was annotated, in either order."""
    report = score_links(cluster, linked(comparisons=[compared("f2", "f3", "contradicts")]))
    assert report.figures["contradicts"] == Precision(1.0, 1)
    assert report.figures["verdicts"] == Accuracy(0.5, 2)


def test_a_contradiction_that_is_not_in_the_gold_is_false_and_told_in_words(cluster: Cluster) -> None:
    """Two figures of different things said to contradict: precision falls, and the words can be read."""
    rows = [compared("f1", "f2", "contradicts"), compared("f2", "f4", "contradicts")]
    report = score_links(cluster, linked(comparisons=rows))
    assert report.figures["contradicts"] == Precision(0.5, 2)
    assert [miss.words for miss in report.misses if "false" in miss.what] == ["12 | 12 ألف | "]


def test_another_verdict_is_found_but_wrong(cluster: Cluster) -> None:
    """A contradiction called compatible is found, not right, and stands so in the table of confusions."""
    report = score_links(cluster, linked(comparisons=[compared("f1", "f2", "compatible")]))
    assert report.figures["found"] == Accuracy(0.5, 2)
    assert report.figures["verdicts"] == Accuracy(0.0, 2)
    assert report.confusions == {"contradicts": {"compatible": 1, "none": 1}}
    assert "compatible" in render_across(report)


def test_an_optional_comparison_costs_neither_way(cluster: Cluster) -> None:
    """What is optional is counted nowhere, whether it is found or not."""
    with_it = score_links(
        cluster, linked(comparisons=[compared("f2", "f4", "not_comparable", aspect="definition")])
    )
    assert with_it.figures == score_links(cluster, linked()).figures


def test_statements_of_a_report_and_its_copy_are_no_false_recurrence(cluster: Cluster) -> None:
    """That a copy says the same costs nothing; that a stranger does is false."""
    rows: list[Row] = [{"id": "re", "statements": ["s1", "s3"]}, {"id": "rf", "statements": ["s1n", "s2n"]}]
    report = score_links(cluster, linked(recurrences=rows))
    assert [miss.doc for miss in report.misses if miss.what == "recurrences: false"] == ["s1n s2n"]


def test_the_command_prints_figures_of_a_real_ledger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reports are stored, linked and scored; with --json the figures can be read by a program."""
    folder = write_cluster(tmp_path, GOLD, TEXTS)
    assert main([str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["readable"]["n"] == 2
    assert told["figures"]["stories"]["n"] == 3
    assert told["misses"] == []
    assert main([str(folder), "--verbose"]) == 0
    assert "stories" in capsys.readouterr().out


def test_a_folder_that_is_no_gold_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error has its code and goes where errors go."""
    assert main([str(tmp_path)]) == 2
    assert "error[E403]" in capsys.readouterr().err
