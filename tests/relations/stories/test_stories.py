"""Stories: reports of one happening, and none of another."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rawi.relations.layer import Context
from rawi.relations.stories.stories import STORIES
from rawi.relations.stories.topics import Topic
from tests.relations.stories.told import find_stories, pairs_within, read, report

GOLD = Path("gold/stories")
FLOOR = 0.92


@cache
def gold_topics() -> dict[str, Topic]:
    """Return the items of the invented reports by their names."""
    rows = tomllib.loads((GOLD / "articles.toml").read_text("utf-8"))["article"]
    return {
        row["id"]: read(
            report(
                (GOLD / f"{row['id']}.txt").read_text("utf-8"),
                row.get("title"),
                row.get("published"),
                outlet=row["outlet"],
            )
        )[0]
        for row in rows
    }


def gold_stories() -> list[list[str]]:
    """Return the stories of the annotation, by names."""
    return list(json.loads((GOLD / "across.json").read_text("utf-8"))["stories"].values())


def test_stories_of_the_invented_reports_are_found() -> None:
    """Pairs of reports of one happening: F1 of at least 0.92, with moving tolls, spellings and traps."""
    topics = gold_topics()
    names = {topic.id: name for name, topic in topics.items()}
    found = pairs_within(
        [names[id] for id in story.documents] for story in find_stories(list(topics.values()))
    )
    wanted = pairs_within(gold_stories())
    hits = len(found & wanted)
    assert 2 * hits / (len(found) + len(wanted)) >= FLOOR


def test_like_looking_stories_are_several() -> None:
    """Two bombings of one town in one month, two visits of one minister, two strikes, two finals, prices."""
    topics = gold_topics()
    stories = find_stories(list(topics.values()))
    for one, other in (
        ("khuzama-a1", "khuzama-b1"),
        ("baydaq-a1", "baydaq-b1"),
        ("muallimin-a2", "muallimin-b1"),
        ("final-2", "final-2023"),
        ("aswaq-1", "aswaq-2"),
        ("zaatar-2023", "zaatar-2024"),
        ("shih-a2", "shih-b1"),
    ):
        ends = {topics[one].id, topics[other].id}
        assert not any(ends <= set(story.documents) for story in stories), (one, other)


def test_a_follow_up_days_later_belongs_to_the_story() -> None:
    """The search for a ferry's passengers ends nine days after it sank."""
    topics = gold_topics()
    ends = {topics["nawras-1"].id, topics["nawras-5"].id}
    assert any(ends <= set(story.documents) for story in find_stories(list(topics.values())))


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(12)))
def test_stories_do_not_depend_on_the_order_of_reports(order: list[int]) -> None:
    """Whichever report comes first, the stories are the same."""
    topics = [gold_topics()[name] for name in sorted(gold_topics())[:12]]
    assert find_stories([topics[at] for at in order]) == find_stories(topics)


def test_people_may_part_even_copies_and_join_strangers() -> None:
    """A decision counts for more than any likeness."""
    topics = gold_topics()
    copies = [topics["masna-1"], topics["masna-2"]]
    one, other = (frozenset([topic.id]) for topic in copies)
    assert find_stories(copies)
    assert not find_stories(copies, Context(apart=((one, other),)))
    strangers = [topics["masna-1"], topics["zaatar-2023"]]
    bond = frozenset(topic.id for topic in strangers)
    (story,) = find_stories(strangers, Context(together=(bond,)))
    assert set(story.documents) == bond


def test_a_story_is_told_in_the_order_of_publication_with_undated_reports_last() -> None:
    """Its days are the first and the last known, its title one of its own."""
    topics = gold_topics()
    nawras = [topics[f"nawras-{at}"] for at in range(1, 6)]
    (story,) = find_stories(nawras)
    dates = [topic.published for id in story.documents for topic in nawras if topic.id == id]
    assert dates == sorted(dates, key=lambda date: (date is None, date or ""))
    assert (story.first, story.last) == (dates[0], max(filter(None, dates)))
    assert story.title in {topic.heading for topic in nawras}
    assert story.id.startswith("sy_")


def test_a_pair_says_what_the_second_report_is() -> None:
    """A copy, a report of the same days, or a follow-up."""
    topics = gold_topics()
    for a, b, kind in (
        ("masna-1", "masna-2", "copy"),
        ("istiqala-1", "istiqala-2", "report"),
        ("nawras-1", "nawras-5", "follow-up"),
    ):
        pair = STORIES.link(*sorted((topics[a], topics[b]), key=lambda one: one.id))
        assert pair is not None
        assert pair.kind == kind


def test_reports_more_than_sixty_days_apart_are_no_pair() -> None:
    """The same words are a pair until the sixtieth day, and none a day later; without a day they are one."""
    one, other = sorted((gold_topics()["nawras-1"], gold_topics()["nawras-2"]), key=lambda topic: topic.id)
    assert one.first is not None
    days = {gap: replace(one, id=other.id, first=one.first + gap, last=one.first + gap) for gap in (60, 61)}
    assert STORIES.link(one, days[60]) is not None
    assert STORIES.link(one, days[61]) is None
    assert STORIES.link(one, replace(days[61], first=None, last=None)) is not None


def test_keys_are_few_and_fit_into_the_ledger() -> None:
    """At most two times sixteen numbers of 63 bits."""
    for topic in gold_topics().values():
        found = list(STORIES.keys(topic))
        assert len(found) <= 32
        assert all(0 <= key < 1 << 63 for key in found)


def test_items_survive_being_stored() -> None:
    """What a ledger keeps is what was read."""
    for topic in gold_topics().values():
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(topic), type=STORIES.item) == topic


def test_reports_without_words_are_in_no_story() -> None:
    """Nothing can be said of them."""
    assert find_stories(read(report("… ؟"), report("؟ … 12"))) == []


def test_an_undated_report_is_never_surely_of_the_day_of_a_dated_one() -> None:
    """Unless it is a copy: what is told again every year is told in much the same words."""
    first = "اندلع حريق كبير في ميناء قصر المرمر، وأصيب 12 عاملًا، بحسب قائد الإطفاء سامر البلهوان."
    again = "قال سامر البلهوان إن حريقًا شب في ميناء قصر المرمر وجرح فيه 12 عاملًا نقلوا إلى المستشفى."
    dated = find_stories(read(report(first, published="2024-05-10"), report(again, published="2024-05-10")))
    mixed = find_stories(read(report(first, published="2024-05-10"), report(again)))
    assert [story.confidence for story in dated] == ["certain"]
    assert [story.confidence for story in mixed] == ["doubtful"]
    copied = find_stories(read(report(first, published="2024-05-10"), report(first + " ")))
    assert [story.confidence for story in copied] == ["certain"]
