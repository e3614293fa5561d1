"""Stories: reports of one happening within a window, across outlets and spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from rawi.model.claim import Confidence
from rawi.model.relation import Pair, Report, Story
from rawi.relations.layer import Context, Layer, key_of, make_id
from rawi.relations.stories.gathering import LEAST_TIE, STRICT, gather
from rawi.relations.stories.resemblance import compare_topics, days_between
from rawi.relations.stories.topics import Topic, read_topic

#: Reports less likely to be of one happening are no pair.
LEAST_LIKELY = 0.3
#: So many of the most telling words of title and lead, and of the whole, are keys; so many must be shared.
KEY_WORDS, LEAST_KEYS = 16, 3
#: A report later than this is a follow-up.
SAME_DAYS = 2
#: Reports more days apart are never of one story by themselves, and are not compared: see decision 57.
MOST_DAYS = 60


def read(report: Report) -> Iterator[Topic]:
    """Yield what a report is of."""
    yield read_topic(report)


def keys(topic: Topic) -> Iterator[int]:
    """Yield the keys of a report: its most telling words."""
    words = {*islice(topic.lead, KEY_WORDS), *islice(topic.terms, KEY_WORDS)}
    return (key_of(word) for word in words)


def link(a: Topic, b: Topic) -> Pair | None:
    """Return two reports as a pair if they may well be of one happening: a ``copy``, another ``report`` of
    it, or a ``follow-up`` days later; null of those that lie more than ``MOST_DAYS`` apart."""
    if (days_between(a, b) or 0) > MOST_DAYS:
        return None
    likeness = compare_topics(a, b)
    if likeness.score < LEAST_LIKELY:
        return None
    later = (likeness.gap or 0) > SAME_DAYS
    return Pair(a.id, b.id, likeness.score, "copy" if likeness.copy else "follow-up" if later else "report")


def group(items: Sequence[Topic], pairs: Sequence[Pair], context: Context) -> Iterator[Story]:
    """Yield the stories among reports that hang together; those of one report are none."""
    topics = {topic.id: topic for topic in items}
    begun = defaultdict[str, list[Pair]](list)
    for pair in pairs:
        begun[pair.a].append(pair)
    for members in gather(sorted(topics), pairs, context):
        if len(members) > 1:
            inside = set(members)
            own = [pair for member in members for pair in begun.get(member, ()) if pair.b in inside]
            sure = len(gather(members, _dated_alike(topics, own), context, STRICT)) == 1
            yield _tell([topics[member] for member in members], own, "certain" if sure else "doubtful")


def ties(pair: Pair) -> bool:
    """Can a pair bring two reports into one story that no other pair holds together?"""
    return pair.score >= LEAST_TIE


def _dated_alike(topics: Mapping[str, Topic], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs of two dated or two undated reports, and copies: an undated one may be of years ago."""
    for pair in pairs:
        if pair.a in topics and pair.b in topics:
            undated = [topics[one].first is None for one in (pair.a, pair.b)]
            if pair.kind == "copy" or undated[0] == undated[1]:
                yield pair


def _tell(topics: Sequence[Topic], pairs: Iterable[Pair], confidence: Confidence) -> Story:
    """Return the story of some reports."""
    ordered = sorted(topics, key=lambda topic: (topic.published is None, topic.published or "", topic.id))
    dates = [topic.published for topic in ordered if topic.published]
    ids = tuple(topic.id for topic in ordered)
    first, last = min(dates, default=None), max(dates, default=None)
    return Story(make_id("sy", ids[0]), ids, first, last, _title(ordered, pairs), confidence)


def _title(topics: Sequence[Topic], pairs: Iterable[Pair]) -> str | None:
    """Return the title of the report most like the others, of those that have one; the earliest of equals."""
    near = dict.fromkeys((topic.id for topic in topics), 0.0)
    for pair in pairs:
        if pair.a in near and pair.b in near:
            near[pair.a] += pair.score
            near[pair.b] += pair.score
    titled = [topic for topic in topics if topic.heading]
    best = max(titled, key=lambda topic: round(near[topic.id], 6), default=None)
    return best.heading if best else None


STORIES = Layer("stories", "3", Topic, Pair, read, keys, LEAST_KEYS, link, group, ties)
