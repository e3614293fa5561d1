"""The figures of ``rawi eval``: what they say, and that they are those of the reference script."""

from __future__ import annotations

import io
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.evaluation.article import GoldArticle
from rawi.evaluation.gold import read_gold
from rawi.evaluation.scores import Report, score
from rawi.evaluation.sheet import F1, Accuracy, Coverage
from tests.evaluation.answers import answer_of, spoilt
from tests.evaluation.conftest import SHARED

Reference = dict[str, ModuleType]
LEAVES = st.none() | st.booleans() | st.integers(-5, 400) | st.floats() | st.text(max_size=5)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["content", "number", "span", "trigger", "speaker", "chain", "name", "low", "value"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def plain(value: object) -> Any:
    """The form in which both programs print."""
    return msgspec.json.decode(msgspec.json.encode(value))


def changed(record: dict[str, Any], layer: str, n: int, **fields: object) -> dict[str, Any]:
    """The record with some fields of one entry replaced."""
    rows = [{**row, **fields} if i == n else row for i, row in enumerate(record[layer])]
    return {**record, layer: rows}


@pytest.fixture
def gold(gold_folder: Path) -> GoldArticle:
    """The tiny gold's one article."""
    return read_gold(gold_folder)[0]


def f1(report: Report, name: str) -> float:
    """The F1 of one layer."""
    figure = report.figures[name]
    assert isinstance(figure, F1)
    return figure.f1


def accuracy(report: Report, name: str) -> float | None:
    """The share of right answers to one question."""
    figure = report.figures[name]
    assert isinstance(figure, Accuracy)
    return figure.accuracy


def test_a_faultless_answer_scores_one_everywhere(gold: GoldArticle) -> None:
    """An answer that says what the gold says has no figure below one and nothing to complain of."""
    report = score([gold], [answer_of(gold)])
    for name, figure in report.figures.items():
        if isinstance(figure, F1):
            assert (name, figure.f1) == (name, 1.0)
        elif isinstance(figure, Accuracy) and figure.n:
            assert (name, figure.accuracy) == (name, 1.0)
    assert report.misses == ()


def test_no_answer_finds_nothing(gold: GoldArticle) -> None:
    """An article without a record is counted as missing, and every required entry as missed."""
    report = score([gold], [])
    assert report.figures["articles"] == Coverage(n=1, missing=1)
    assert report.figures["statements"] == F1(0.0, 0.0, 0.0, 3)
    assert [miss.what for miss in report.misses].count("missed statement") == 3


def test_a_record_of_another_text_is_no_answer(gold: GoldArticle) -> None:
    """Records are found by their exact text, so that one space more is another article."""
    record = answer_of(gold)
    record["document"]["text"] += " "
    assert score([gold], [record]).figures["articles"] == Coverage(n=1, missing=1)


def test_an_optional_entry_costs_neither_way(gold: GoldArticle) -> None:
    """Leaving out what a fair reader could leave out changes no figure of the layer."""
    full = answer_of(gold)
    without = {**full, "statements": full["statements"][:3], "dates": full["dates"][:2]}
    one, other = score([gold], [full]).figures, score([gold], [without]).figures
    assert [one[k] for k in ("statements", "dates")] == [other[k] for k in ("statements", "dates")]


def test_a_wrong_speaker_costs_attribution_alone(gold: GoldArticle) -> None:
    """A statement under another's name is found but not attributed, and the difference is named."""
    record = changed(answer_of(gold), "statements", 0, speaker={"name": "سامر حداد"})
    report = score([gold], [record])
    assert f1(report, "statements") == 1.0
    assert f1(report, "attributed") == pytest.approx(2 / 3)
    assert [(m.doc, m.what) for m in report.misses] == [("port", "speaker")]


def test_a_wrong_hedge_costs_the_value(gold: GoldArticle) -> None:
    """A figure with its bound lost is found, but its value is wrong."""
    report = score([gold], [changed(answer_of(gold), "figures", 0, hedge="exact", high=300)])
    assert (f1(report, "figures"), f1(report, "values")) == (1.0, 0.5)


def test_a_holder_is_right_only_through_its_statement(gold: GoldArticle) -> None:
    """``according_to`` is compared through the matched statements: another statement's id is wrong."""
    record = changed(answer_of(gold), "figures", 0, according_to="s1")
    assert accuracy(score([gold], [record]), "holders") == 0.5


def test_an_attached_letter_at_the_start_is_no_error_of_the_edge(gold: GoldArticle) -> None:
    """A complementiser more at the start of a content leaves it exact; a word less at its end does not."""
    record = answer_of(gold)
    (start, end) = record["statements"][0]["content"][0]
    assert f1(score([gold], [changed(record, "statements", 0, content=[[start - 3, end]])]), "exact") == 1.0
    short = changed(record, "statements", 0, content=[[start, end - 5]])
    assert f1(score([gold], [short]), "exact") == pytest.approx(2 / 3)


def test_malformed_entries_are_false_ones(gold: GoldArticle) -> None:
    """An entry that stands nowhere in the text lowers precision and stops nothing."""
    record = answer_of(gold)
    record["dates"] += [None, {}, {"span": [5, 5]}, {"span": [0, 10**6]}, {"span": "0-4"}]
    figure = score([gold], [record]).figures["dates"]
    assert isinstance(figure, F1)
    assert (figure.p, figure.r) == (2 / 7, 1.0)


@given(st.fixed_dictionaries(dict.fromkeys(("statements", "figures", "dates", "events"), JSON)), JSON)
def test_any_answer_at_all_is_scored(layers: dict[str, Any], body: object) -> None:
    """Whatever stands in a record, scoring it raises nothing and gives figures between zero and one."""
    text = "قال سليم إن الباب مفتوح"
    gold = GoldArticle(doc="door", text=text, has_events=True)
    report = score([gold], [{"document": {"text": text, "body": body}, **layers}])
    assert all(0 <= figure.f1 <= 1 for figure in report.figures.values() if isinstance(figure, F1))


def reference_figures(reference: Reference, golds: list[GoldArticle], records: list[Any]) -> Any:
    """What the reference script makes of the same gold and the same records."""
    return reference["score"].score(plain(golds), records)


@pytest.mark.parametrize("seed", range(8))
def test_figures_are_those_of_the_reference_on_our_own_gold(
    reference: Reference, gold: GoldArticle, seed: int
) -> None:
    """However an answer to the tiny gold is spoilt, every figure is the reference script's."""
    records = [spoilt(answer_of(gold), random.Random(seed))]
    assert plain(score([gold], records).figures) == reference_figures(reference, [gold], records)


@pytest.mark.parametrize("folder", ["gold", "gold/dev"])
def test_figures_are_those_of_the_reference_on_real_articles(reference: Reference, folder: str) -> None:
    """On every annotated article that is present, however the answers are spoilt, all figures are equal."""
    if not (SHARED / folder).is_dir():
        pytest.skip(f"{folder} is not beside this repository")
    golds = read_gold(SHARED / folder)
    perfect = [answer_of(gold) for gold in golds]
    for seed in range(6):
        dice = random.Random(seed)
        records = [spoilt(record, dice) for record in perfect if dice.random() > 0.05]
        assert plain(score(golds, records).figures) == reference_figures(reference, golds, records)


def test_differences_are_named_as_the_reference_names_them(reference: Reference, gold: GoldArticle) -> None:
    """The list of single differences is the reference script's, in its order."""
    records = [spoilt(answer_of(gold), random.Random(3))]
    ours = "".join(f"{m.doc}\t{m.what}\t{m.words}\n" for m in score([gold], records).misses)
    theirs = io.StringIO()
    reference["score"].score(plain([gold]), records, 10**6, theirs)
    assert ours == theirs.getvalue() != ""
