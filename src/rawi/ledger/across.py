"""Questions across documents, as of the last update: series, comparisons, stories, chains, claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from rawi.ledger.answers import (
    ChainView,
    Checked,
    ComparisonView,
    CopyView,
    EventView,
    IncidentView,
    SeriesView,
    Side,
    StorySummary,
    StoryView,
)
from rawi.ledger.assertions import understand
from rawi.ledger.chains import load_chain
from rawi.ledger.checking import check_claim
from rawi.ledger.claims import Question, find_figure_ids, find_said_ids
from rawi.ledger.dockets import Account, Docket, find_accounts, find_dockets
from rawi.ledger.entries import Entries
from rawi.ledger.faults import NotInLedger
from rawi.ledger.happened import EventQuestion, Incidents
from rawi.ledger.laziness import Lazily
from rawi.ledger.reading import find_document_id, find_entry_id
from rawi.ledger.relations import Relations
from rawi.ledger.results import Article
from rawi.ledger.search import find_documents
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store
from rawi.ledger.storytelling import build_story, summarize_story
from rawi.ledger.timeline import find_days
from rawi.model.incident import Incident
from rawi.model.relation import Comparison, Duplicate, Recurrence, Series, Story, Verdict
from rawi.relations.members import Result

Kept = TypeVar("Kept", bound=Result)
_STORY, _SERIES = "sy_", "sr_"
#: The order in which comparisons are listed: first what a reader must know.
_VERDICTS: tuple[Verdict, ...] = (
    "contradicts",
    "changed_over_time",
    "compatible",
    "not_comparable",
    "same_origin",
)


class Across:
    """What a ledger knows across its documents; a part of ``rawi.ledger.ledger.Ledger``.

    Answers are as of the last update, which ``rawi update`` makes. What people rejected is left out of lists,
    series and checks at once.
    """

    _store: Store
    _relations: Relations

    def series(
        self,
        what: str | None = None,
        place: str | None = None,
        by: str | None = None,
        since: str | None = None,
    ) -> Lazily[Series, SeriesView]:
        """Yield figures of one quantity through time, the series with most figures first.

        ``what``, ``place``, ``by`` and ``since`` are as in ``figures``: a series is found if one of its
        figures is. Those are hidden of which fewer than two figures are left that nobody rejected.
        """
        if any((what, place, by, since)):
            found = self._with(find_figure_ids(self._store, what, place, by, since), Series)
        else:
            found = list(self._relations.every(Series))
        entries, standings = Entries(self._store), Standings(self._store)
        kept = [one for one in found if standings.has_course(one)]
        kept.sort(key=lambda one: (-len(one.points), one.id))
        hidden = len(found) - len(kept)
        return Lazily(kept, lambda one: entries.build_series(one, self._story_of(one)), hidden)

    def series_with(self, id: str, *, rejected: bool = False) -> SeriesView:
        """Return a series by id or first letters, or that of a figure, with the figures that people rejected
        only if ``rejected``; E307 if there is none, also where they rejected all of it."""
        written = id.strip().lower()
        found: Result | None
        if written.startswith(_SERIES):
            found = self._relations.find(written)
        else:
            found = next(iter(self._relations.of(find_entry_id(self._store, written), Series)), None)
        if not isinstance(found, Series):
            raise NotInLedger(f"{id!r} is in no series")
        view = Entries(self._store).build_series(found, self._story_of(found), rejected=rejected)
        if not view.points:
            raise NotInLedger(f"{id!r} is a series of which people rejected every figure")
        return view

    def comparisons(
        self, what: str | None = None, verdict: Verdict | None = None
    ) -> Lazily[Comparison, ComparisonView]:
        """Yield pairs of claims that a reader would lay side by side, what contradicts first; hidden are
        pairs of which people rejected one.

        ``what`` keeps to pairs of which one claim has these words, ``verdict`` to one verdict.
        """
        if what:
            ids = (*find_figure_ids(self._store, what), *find_said_ids(self._store, Question(about=what)))
            found = self._with(ids, Comparison)
        else:
            found = list(self._relations.every(Comparison))
        entries = Entries(self._store)
        asked = [one for one in found if verdict in (None, one.verdict)]
        rejected = Standings(self._store).rejected
        kept = [one for one in asked if one.a not in rejected and one.b not in rejected]
        kept.sort(key=lambda one: (_VERDICTS.index(one.verdict), one.id))
        return Lazily(kept, entries.build_comparison, len(asked) - len(kept))

    def comparison(self, id: str) -> ComparisonView:
        """Return a comparison by its own id or the first letters of it; E307 if there is none."""
        found = self._relations.find(id)
        if not isinstance(found, Comparison):
            raise NotInLedger(f"{id!r} is no comparison")
        return Entries(self._store).build_comparison(found)

    def compare(self, a: str, b: str) -> ComparisonView:
        """Return the comparison of two entries by id or first letters.

        Two figures that no update laid side by side are compared on the spot. E307 if an id is of no entry,
        and for two entries of which nothing can be compared; E308 if an id begins several.
        """
        one, other = find_entry_id(self._store, a), find_entry_id(self._store, b)
        for found in self._relations.of(one, Comparison):
            if {found.a, found.b} == {one, other}:
                return Entries(self._store).build_comparison(found)
        if (made := self._relations.compare_figures(one, other)) is not None:
            return Entries(self._store).build_comparison(made)
        raise NotInLedger(f"{one} and {other} have nothing that can be compared")

    def stories(self, query: str | None = None) -> Iterator[StorySummary]:
        """Yield stories, the latest first; ``query``: all its words stand in one report."""
        if query:
            found = self._with(find_documents(self._store, query), Story)
        else:
            found = list(self._relations.every(Story))
        found.sort(key=lambda one: one.id)
        found.sort(key=_last_day, reverse=True)
        return Lazily(found, lambda one: summarize_story(self._store, self._relations, one))

    def story(self, id: str) -> StoryView:
        """Return a story by id or first letters, or that of a document; E307 if there is none."""
        written = id.strip().lower()
        found: Result | None
        if written.startswith(_STORY):
            found = self._relations.find(written)
        else:
            document = find_document_id(self._store, written)
            found = next(iter(self._relations.of(document, Story)), None)
        if not isinstance(found, Story):
            raise NotInLedger(f"{id!r} is in no story")
        return build_story(self._store, self._relations, found)

    def story_with(self, document: str) -> StorySummary | None:
        """Return the story in which a document is, by its full id, as one of a list; null for none."""
        found = next(iter(self._relations.of(document, Story)), None)
        return summarize_story(self._store, self._relations, found) if found else None

    def copies(self, document: str) -> list[CopyView]:
        """Return the groups of copies and versions in which a document is, by its full id."""
        entries = Entries(self._store)
        found = (one for one in self._relations.of(document, Duplicate) if one.kind != "passage")
        return [CopyView(one, tuple(entries.article(id) for id in one.documents)) for one in found]

    def articles(self, documents: Iterable[str]) -> list[Article]:
        """Return what is known of documents, by their full ids."""
        entries = Entries(self._store)
        return [entries.article(one) for one in documents]

    def incidents(
        self,
        since: str | None = None,
        until: str | None = None,
        *,
        types: Collection[str] = (),
        place: str | None = None,
        actor: str | None = None,
        certainty: str | None = None,
        background: bool = False,
        min_killed: int | None = None,
        confidence: str | None = None,
        rejected: bool = False,
    ) -> Lazily[Incident, IncidentView]:
        """Yield happenings of conflict in order of time, each with all its reports side by side.

        One is found if one of its events is. ``since`` and ``until``: EDTF (``ValueError`` if not), compared
        with the day of the event, else of publication; ``types``: whole types (``Event.type``); ``place``: by
        its name, or that of an area around it; ``actor``: words of a name, in any spelling; ``min_killed``: a
        count of so many dead or more; ``confidence``: ``certain`` or ``doubtful``. ``background`` adds events
        of the past, each alone; ``rejected`` also what people rejected, which is hidden else.
        """
        question = EventQuestion(
            since, until, frozenset(types), place, actor, certainty, background, min_killed, confidence,
            rejected,
        )  # fmt: skip
        views = Incidents(self._store, self._relations)
        found = views.find(question)
        return Lazily(found, partial(views.build, rejected=rejected), views.hidden)

    def dockets(self, question: EventQuestion | None = None) -> list[Docket]:
        """Return the incidents as event sheets have them, each as its reports tell it, in order of time; all,
        or those of which an event is asked for (``ValueError`` for a day that is none).

        What people rejected is among all of them, and else only where the question asks for it.
        """
        return find_dockets(self._store, self._relations, question or EventQuestion(rejected=True))

    def accounts(self) -> Iterator[Account]:
        """Yield all events as their reports tell them, history too, by document and place."""
        return find_accounts(self._store)

    def incident(self, id: str) -> IncidentView:
        """Return an incident by id or first letters, or that of an event; E307 if there is none."""
        return Incidents(self._store, self._relations).load(id)

    def event(self, id: str) -> EventView:
        """Return an event as its report tells it, by id or first letters; E307 if there is none."""
        found = Entries(self._store).load(find_entry_id(self._store, id))
        if not isinstance(found, EventView):
            raise NotInLedger(f"{id!r} is no event")
        return found

    def view(self, id: str) -> Side:
        """Return an entry as lists show it, by id or first letters: whose claim it is, through whom, how
        people left it; E307 if there is none, E308 if several."""
        return Entries(self._store).load(find_entry_id(self._store, id))

    def chain(self, id: str) -> ChainView:
        """Return the way of an entry from the speaker to the reader, each step with the words that prove it.

        ``id`` is of an entry, or its first letters; E307 if there is none, E308 if several.
        """
        entry = find_entry_id(self._store, id)
        chain = load_chain(self._store, entry)
        last = chain.nodes[-1].article if chain.nodes else None
        copies = self._relations.of(last.id, Duplicate) if last else []
        origins = [_count_origins(one, entry) for one in self._relations.of(entry, Series)]
        origins += [one.origins for one in self._relations.of(entry, Recurrence)]
        return load_chain(self._store, entry, copies, max([1, *origins]))

    def check(self, claim: str) -> Checked:
        """Return how a claim was read, and what the ledger has on it: the closest entries, other values of
        the same quantity, independent origins, what is missing. An entry that a comparison sets against one
        that agrees is listed with it. Nothing says whether it is true."""
        from rawi.pipeline import extract  # the readers of articles, which other questions do without

        compared = partial(self._relations.of, type=Comparison)
        return check_claim(self._store, understand(extract(claim)), self._related, compared)

    def _related(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the figures that are in a series with others, each with its independent origin."""
        found = self._with(ids, Series)
        return {point.figure: point.origin for series in found for point in series.points}

    def _with(self, ids: Iterable[str], type: type[Kept]) -> list[Kept]:
        """Return the results of a type that any of some documents or entries is in, each once."""
        return list({one.id: one for id in ids for one in self._relations.of(id, type)}.values())

    def _story_of(self, series: Series) -> Story | None:
        """Return the story of a series, null where it is of none."""
        stories = self._relations.of(series.points[0].document, Story) if series.story else []
        return next((one for one in stories if one.id == series.story), None)


def _count_origins(series: Series, figure: str) -> int:
    """Return how many independent origins give the number that a figure of a series gives."""
    values = {one.figure: (one.low, one.high, one.denied) for one in series.points}
    return len({one.origin for one in series.points if values[one.figure] == values.get(figure)})


def _last_day(story: Story) -> str:
    """Return the last day of a story; nothing where it has none."""
    days = find_days(story.last)
    return days[1] if days else ""
