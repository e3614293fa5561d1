"""The demonstration finds its articles wherever it was installed, and shows only what its ledger says."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi import demonstration
from rawi.demonstration import demonstrate, find_gold, list_next, render_demonstration
from rawi.errors import SourceError
from rawi.opening import open as open_ledger
from rawi.views.screen import Screen


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> demonstration.Demonstration:
    """The demonstration, once."""
    return demonstrate(tmp_path_factory.mktemp("demo"))


def test_it_shows_what_the_ledger_says(shown: demonstration.Demonstration) -> None:
    """Every statement and figure shown is in the ledger under its id, with these words."""
    with open_ledger(Path(shown.folder) / "ledger.rawi") as ledger:
        shown_words = {one.id: one.words for one in shown.statements}
        shown_words |= {one.id: one.words for one in shown.figures}
        assert all(ledger.entry(id).words == words for id, words in shown_words.items())
        assert shown.passage
        assert ledger.words(shown.passage.address) == shown.passage.words


def test_three_ways_of_speaking(shown: demonstration.Demonstration) -> None:
    """A quotation, a denial and something passed on by others are among the statements."""
    assert any(one.statement.kind == "direct" for one in shown.statements)
    assert any(one.statement.polarity == "denied" for one in shown.statements)
    assert any(one.chain for one in shown.statements)


def test_what_is_found_across_reports_is_the_ledgers(shown: demonstration.Demonstration) -> None:
    """The story, the comparison, the checked claim and the chain shown are what the ledger answers."""
    assert shown.story
    assert shown.comparison
    assert shown.chain
    with open_ledger(Path(shown.folder) / "ledger.rawi") as ledger:
        assert ledger.story(shown.story.id) == shown.story
        assert ledger.compare(shown.comparison.a.id, shown.comparison.b.id) == shown.comparison
        assert ledger.chain(shown.chain.entry.id) == shown.chain
        assert ledger.check(shown.checked.understood.claim) == shown.checked


def test_what_is_found_across_reports_is_worth_showing(shown: demonstration.Demonstration) -> None:
    """The story has a copy, the claims are of two who can be named, the chain has several links, and what is
    checked is both said and denied."""
    assert shown.story
    assert shown.comparison
    assert shown.chain
    assert any(one.copy_of for one in shown.story.reports)
    assert shown.comparison.a.holder != shown.comparison.b.holder  # type: ignore[union-attr]
    assert len(shown.chain.nodes) > 3
    assert {"agrees", "denies"} <= {one.stand for one in shown.checked.closest}


def test_a_second_run_adds_nothing(shown: demonstration.Demonstration) -> None:
    """The demonstration can be run again in its folder."""
    assert demonstrate(Path(shown.folder)).counts == shown.counts


def test_a_ledger_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    """Invented reports are not added to a ledger that holds others, and nothing is written beside it."""
    with rawi.open(tmp_path / demonstration.LEDGER) as ledger:
        ledger.add(rawi.read("قال سامي النجار إن الطريق مغلق."))
        before = ledger.counts()
    with pytest.raises(SourceError) as foreign:
        demonstrate(tmp_path)
    assert foreign.value.code == "demo.foreign"
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == [demonstration.LEDGER]
    with rawi.open(tmp_path / demonstration.LEDGER) as ledger:
        assert ledger.counts() == before


def test_in_both_languages(shown: demonstration.Demonstration) -> None:
    """It speaks English and Arabic, and proposes the same commands in both."""
    english = "\n".join(render_demonstration(shown, Screen()))
    arabic = "\n".join(render_demonstration(shown, Screen(language="ar"), ["PATH=x:$PATH"]))
    assert "Who said what" in english
    assert "من قال ماذا" in arabic
    assert "PATH=x:$PATH" in arabic
    assert all(line in english and line in arabic for line in list_next(shown))


def test_articles_that_are_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation without the articles says so, with a code."""
    assert find_gold().joinpath("articles.toml").is_file()
    monkeypatch.setattr(demonstration, "files", lambda _: tmp_path / "src" / "rawi")
    with pytest.raises(SourceError) as missing:
        find_gold()
    assert missing.value.code == "demo.missing"
