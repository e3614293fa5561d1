"""What a change gains and loses, said in words."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from rawi.evaluation.changes import compare_records, render_change

TEXT = "قالت ليان القاضي إن 300 عامل وصلوا أمس إلى ميناء الروضة"


def span(words: str) -> list[int]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return [start, start + len(words)]


RECORD: dict[str, Any] = {
    "document": {
        "id": "sha256:0",
        "text": TEXT,
        "title": "الميناء",
        "published": "2025-05-05",
        "body": [[0, 55]],
    },
    "statements": [
        {
            "id": "s1",
            "kind": "indirect",
            "content": [span("300 عامل وصلوا أمس إلى ميناء الروضة")],
            "cue": span("قالت"),
            "speaker": {"span": span("ليان القاضي"), "name": "ليان القاضي", "role": None, "entity": "e1"},
            "chain": [],
        }
    ],
    "figures": [
        {
            "id": "f1",
            "span": span("300 عامل"),
            "number": span("300"),
            "low": 300,
            "high": 300,
            "counted": {"text": "عامل", "span": span("عامل")},
            "according_to": "s1",
        }
    ],
    "dates": [{"span": span("أمس"), "value": "2025-05-04", "mod": None}],
    "events": [],
    "entities": [{"id": "e1", "type": "person", "name": "ليان القاضي", "mentions": [span("ليان القاضي")]}],
}


@pytest.fixture
def after() -> dict[str, Any]:
    """A record to spoil."""
    return copy.deepcopy(RECORD)


def lines(after: dict[str, Any]) -> list[str]:
    """The changes from the record to another, as they are printed."""
    return [render_change(change) for change in compare_records(RECORD, after)]


def test_the_same_record_has_no_changes(after: dict[str, Any]) -> None:
    """Nothing is listed where nothing changed."""
    assert lines(after) == []


def test_new_ids_are_no_change(after: dict[str, Any]) -> None:
    """Ids are counted anew in every run; only what they stand for is compared."""
    after["statements"][0]["id"] = after["figures"][0]["according_to"] = "s7"
    after["entities"][0]["id"] = after["statements"][0]["speaker"]["entity"] = "e9"
    assert lines(after) == []


def test_a_lost_and_a_gained_entry_are_named_by_their_words(after: dict[str, Any]) -> None:
    """What only one run found is listed with its words and what was said of it."""
    after["dates"] = [{"span": span("وصلوا"), "value": None}]
    assert lines(after) == ["  - date       «أمس»  value: 2025-05-04", "  + date       «وصلوا»"]


def test_a_changed_field_shows_before_and_after(after: dict[str, Any]) -> None:
    """An entry on the same words whose fields differ is changed, not lost and gained."""
    after["dates"][0]["value"] = "2025-05-03"
    after["statements"][0]["speaker"]["name"] = "ليان"
    assert lines(after) == [
        "  ~ statement  «300 عامل وصلوا أمس إلى ميناء الروضة»  speaker: ليان القاضي -> ليان",
        "  ~ figure     «300»  according_to: ليان القاضي -> ليان",
        "  ~ date       «أمس»  value: 2025-05-04 -> 2025-05-03",
    ]


def test_a_moved_edge_shows_the_words_before_and_after(after: dict[str, Any]) -> None:
    """Content that grew or shrank by less than half is the same entry with other words."""
    after["statements"][0]["content"] = [span("300 عامل وصلوا أمس")]
    change = lines(after)[0]
    assert change.startswith("  ~ statement")
    assert change.endswith("words: 300 عامل وصلوا أمس إلى ميناء الروضة -> 300 عامل وصلوا أمس")


def test_the_article_itself_may_change(after: dict[str, Any]) -> None:
    """Another date of publication or another body is listed too."""
    after["document"]["published"] = None
    assert lines(after) == ["  ~ article    «الميناء»  published: 2025-05-05 -> -"]
