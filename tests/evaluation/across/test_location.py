"""Which entries stand for the words that an annotator wrote."""

from __future__ import annotations

from rawi.evaluation.across.annotation import Claim, Cluster, Mention
from rawi.evaluation.across.location import Locator
from tests.evaluation.across.conftest import linked


def locator(cluster: Cluster) -> Locator:
    """One for the reports of the tests and the entries made for them."""
    return Locator(cluster.reports, linked().entries)


def test_a_figure_is_found_by_its_number(cluster: Cluster) -> None:
    """The words around the number do not matter; words without a figure find none."""
    find = locator(cluster).find
    assert find(Claim("two", "12 شخصا"), "figures") == [{"f2"}]
    assert find(Claim("two", "ممرض"), "figures") == [frozenset()]


def test_what_is_denied_is_found_by_the_statement_and_the_figures_in_it(cluster: Cluster) -> None:
    """A claim that is asserted or denied may be held by a statement or by a figure in the same words."""
    assert locator(cluster).find(Claim("one", "تسعة أشخاص"), "polarity") == [{"s1", "f1"}]


def test_a_date_is_found_by_what_stands_in_its_paragraph(cluster: Cluster) -> None:
    """Entries of the other paragraph are left out."""
    assert locator(cluster).find(Claim("two", "ذكر المرصد"), "date") == [{"s2", "f2"}]


def test_every_mention_of_a_claim_is_found(cluster: Cluster) -> None:
    """The places of a claim keep their order, the annotated one first."""
    claim = Claim("one", "تسعة أشخاص", (Mention("three", "تسعة أشخاص"),))
    assert locator(cluster).find(claim, "figures") == [{"f1"}, {"f3"}]


def test_the_statement_most_like_the_words_stands_for_them(cluster: Cluster) -> None:
    """Of statements that overlap the most alike is meant; none where none has a word of it."""
    find = locator(cluster).statement
    assert find(Mention("one", "نقص الإسعاف")) == "s1n"
    assert find(Mention("match", "فريق المرج")) is None
