"""Reading a folder of reports and its annotation: what is at fault is named, all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rawi.errors import GoldError, GoldMissing
from rawi.evaluation.across.annotation import Cluster, read_cluster
from tests.evaluation.across.conftest import GOLD, TEXTS, write_cluster

OWN = Path(__file__).parents[3] / "gold" / "stories"


def test_reports_come_with_what_is_known_of_them(cluster: Cluster) -> None:
    """Text, outlet and day come from the folder; verdicts that a fair reader could give too are kept."""
    assert cluster.reports["two"].text == TEXTS["two"]
    assert cluster.reports["two"].published == "2024-03-05"
    assert cluster.gold.duplicates[0].other == ("revision",)
    assert [one.document for one in cluster.gold.comparisons[0].a.mentions] == ["one", "three"]


def test_words_that_are_not_exactly_once_in_their_report_are_all_named(tmp_path: Path) -> None:
    """One error names words that are missing, words that stand twice, and reports that are not there."""
    gold: dict[str, Any] = {
        "stories": {"blast": ["one", "nine"]},
        "recurrences": [
            {
                "speaker": "وليد",
                "statements": [
                    {"document": "one", "text": "زلزال"},
                    {"document": "two", "text": "الإسعاف"},
                    {"document": "two", "text": "ا"},
                    {"document": "eight", "text": "ا"},
                ],
            }
        ],
    }
    with pytest.raises(GoldError) as error:
        read_cluster(write_cluster(tmp_path, gold, TEXTS))
    assert str(error.value).splitlines() == [
        "no report 'nine'",
        "one: 0 times: 'زلزال'",
        f"two: {TEXTS['two'].count('ا')} times: 'ا'",
        "no report 'eight': 'ا'",
    ]


def test_two_reports_of_one_text_are_refused(tmp_path: Path) -> None:
    """A ledger holds a text once, so the pair could not be told from one report."""
    with pytest.raises(GoldError, match="twin: the same text as one"):
        read_cluster(write_cluster(tmp_path, GOLD, {**TEXTS, "twin": TEXTS["one"]}))


def test_a_missing_or_malformed_file_is_named(tmp_path: Path) -> None:
    """A folder without the annotation, and one with another shape, end with errors of the gold."""
    write_cluster(tmp_path, GOLD, TEXTS)
    (tmp_path / "across.json").write_text('{"stories": []}', "utf-8")
    with pytest.raises(GoldError, match="stories"):
        read_cluster(tmp_path)
    (tmp_path / "across.json").unlink()
    with pytest.raises(GoldMissing, match=r"across\.json"):
        read_cluster(tmp_path)


def test_our_own_stories_can_be_read_and_are_rich_enough() -> None:
    """The project's clusters hold at least fourteen stories of three reports, and every verdict often."""
    own = read_cluster(OWN)
    verdicts = [one.verdict for one in own.gold.comparisons if not one.optional]
    assert sum(len(story) >= 3 for story in own.gold.stories.values()) >= 14
    assert {name: verdicts.count(name) >= 15 for name in set(verdicts)} == dict.fromkeys(set(verdicts), True)
    assert len(set(verdicts)) == 5
    assert verdicts.count("contradicts") >= 20


@pytest.mark.parametrize("name", ["affairs", "unread"])
def test_the_other_clusters_can_be_read(name: str) -> None:
    """Every word of an annotation stands once in its report, and contradictions are many."""
    read = read_cluster(OWN.parent / name)
    verdicts = [one.verdict for one in read.gold.comparisons if not one.optional]
    assert len(read.gold.stories) == 10
    assert len(set(verdicts)) == 5
    assert verdicts.count("contradicts") >= 20
