"""Entries of relations as they are listed: figures and statements by id, series and comparisons with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from rawi.ledger.answers import ComparisonView, OriginView, PointView, SentenceView, SeriesView, Side
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.contexts import find_story
from rawi.ledger.decisions import History
from rawi.ledger.eventviews import build_event
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.identity import address, short_id
from rawi.ledger.lookup import build_entry
from rawi.ledger.reading import Readings, current_reading
from rawi.ledger.results import Article, Count, Entry, Said
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store, first
from rawi.model.claim import Event, Figure, Statement
from rawi.model.relation import Comparison, Passage, Report, Series, Story

_SOURCE = "sha256:"  # how the id of a document begins


class Entries:
    """Loads entries and documents of one ledger, the last ones kept at hand."""

    def __init__(self, store: Store) -> None:
        self._store, self._readings = store, Readings(store)
        self._standings = Standings(store)
        self._history: History | None = None

    def load(self, id: str) -> Side:
        """Return an entry by its full id as ``said`` and ``figures`` list it; LedgerDamaged if it is gone."""
        places = list(self._store.rows("entry_places", (id,)))
        if not places:
            raise LedgerDamaged(f"{id} is in a relation and not in the ledger; run rawi verify")
        reading, position = next(self._readings.at(places))
        item = reading.items[position]
        if isinstance(item, Statement):
            return self._standings.mark(build_said(reading, position))
        if isinstance(item, Event):
            return self._standings.mark(build_event(reading, position))
        if isinstance(item, Figure):
            return self._standings.mark(build_count(reading, position))
        return build_entry(reading, position)

    def load_counts(self, ids: Iterable[str]) -> list[Count]:
        """Return the figures among some entries."""
        return [one for one in map(self.load, ids) if isinstance(one, Count)]

    def load_said(self, ids: Iterable[str]) -> list[Said]:
        """Return the statements among some entries."""
        return [one for one in map(self.load, ids) if isinstance(one, Said)]

    def figures_of(self, document: str) -> list[str]:
        """Return the ids of the figures of a document, by its full id."""
        reading = current_reading(self._store, self._readings, document)
        return [row.id for row in reading.rows if row.kind == "figure"]

    def statements_of(self, document: str) -> list[str]:
        """Return the ids of the statements of a document, by its full id."""
        reading = current_reading(self._store, self._readings, document)
        return [row.id for row in reading.rows if row.kind == "statement"]

    def report(self, document: str) -> Report:
        """Return a document as relations take it in, by its full id."""
        reading = current_reading(self._store, self._readings, document)
        return Report(reading.record(), reading.ids)

    def sentence(self, passage: Passage) -> SentenceView:
        """Return the words of a passage with their address."""
        reading = current_reading(self._store, self._readings, passage.document)
        words = passage.span.of(reading.document.text)
        place = address(passage.document, passage.span.start, passage.span.end)
        return SentenceView(passage.document, place, words)

    def article(self, document: str) -> Article:
        """Return what is known of a document, by its full id."""
        return current_reading(self._store, self._readings, document).article()

    def build_comparison(self, one: Comparison) -> ComparisonView:
        """Build the view of a comparison, with the decision that gave it its verdict."""
        decision = None
        if one.decided is not None:
            self._history = self._history or History(self._store)
            decision = next((made for made in self._history.of() if made.number == one.decided), None)
        held = next((check for check in one.checks if check.name == "holder"), None)
        a, b = self.load(one.a), self.load(one.b)
        if held is not None:
            a, b = _held_by(a, held.a), _held_by(b, held.b)
        told = {side for reason in one.reasons for side in (reason.a, reason.b)}
        told |= {side for check in one.checks for side in (check.a, check.b)}
        names = {side: self._origin(side) for side in sorted(told) if side.startswith(_SOURCE)}
        return ComparisonView(one, a, b, decision, self._is_doubtful(_document(a), _document(b)), names)

    def _is_doubtful(self, a: str, b: str) -> bool:
        """Are two documents of one story that may be of several happenings?"""
        story = find_story(self._store, a)
        one = story is not None and a != b and find_story(self._store, b) == story
        return one and find_story(self._store, a, sure=True) is None

    def build_series(self, one: Series, story: Story | None = None, *, rejected: bool = False) -> SeriesView:
        """Build the view of a series: what it counts and where, in the words of its sources; with the figures
        that people rejected only if ``rejected``."""
        every = len(one.points)
        one = one if rejected else self._standings.thin(one)
        counts = {entry.id: entry for entry in self.load_counts(point.figure for point in one.points)}
        kept = [point for point in one.points if point.figure in counts]
        points = tuple(PointView(point, counts[point.figure]) for point in kept)
        places = [point.entry.figure.place for point in points if point.entry.figure.place]
        nouns = [point.entry.figure.counted.text.split()[0] for point in points if point.entry.figure.counted]
        return SeriesView(
            id=one.id,
            what=_commonest(nouns) or one.what,
            points=points,
            whom=self._name(one.whom),
            unit=one.unit,
            place=(_commonest(places) or self._name(one.place)) if one.place else None,
            story=one.story,
            story_title=story.title if story else None,
            origins=tuple(OriginView(name, self._origin(name)) for name in one.origins),
            counted=one.what,
            doubtful=story is not None and story.confidence == "doubtful",
            rejected=every - len(one.points),
        )

    def _name(self, key: str | None) -> str | None:
        """Return the name of whom or where a series is, whose key may be a row of a table."""
        if key is None:
            return None
        found = first(self._store, "entity_of_link", (key,))
        return str(found[0]) if found else key

    def _origin(self, name: str) -> str:
        """Return an origin as people are told: a document stands for a newsroom that is not known."""
        if not name.startswith(_SOURCE):
            return name
        article = self.article(name)
        return article.outlet or article.title or short_id(name)


def _document(side: Side) -> str:
    """Return the document of an entry."""
    return side.document if isinstance(side, Entry) else side.article.id


def _held_by(side: Side, holder: str) -> Side:
    """Return a figure under the holder that its comparison rests on: the one whom the words around the number
    name, where its statement has another speaker (قالت المديرية 24، بينما تتمسك النقابة ب91)."""
    if not isinstance(side, Count) or not holder or holder == side.holder:
        return side
    relayed = tuple(dict.fromkeys((*side.relayed_by, *filter(None, [side.holder]))))
    return msgspec.structs.replace(side, holder=holder, relayed_by=tuple(x for x in relayed if x != holder))


def _commonest(words: Iterable[str]) -> str | None:
    """Return the commonest of some words, of equally common ones the first in order; null for none."""
    counted = sorted(Counter(words).items(), key=lambda one: (-one[1], one[0]))
    return counted[0][0] if counted else None
