"""From a record without events to its events: mentions, what each tells, and one event for each happening."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.accusations import name_accused
from rawi.events.building import build_event
from rawi.events.constructions import telling_words
from rawi.events.drafts import Draft
from rawi.events.lexemes import cyber_words, land_words, sport_words
from rawi.events.mentions import turning_words
from rawi.events.merging import merge_drafts
from rawi.events.opponents import name_opponents
from rawi.events.reading import read_drafts
from rawi.events.tolls import HARMS
from rawi.model.claim import Event
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.relations.quantities.harms import find_harms
from rawi.relations.quantities.page import Page
from rawi.text.text import Text

#: The sets of words that are looked for in every text (``rules.wordsets``).
WORD_SETS = (telling_words, turning_words, land_words, sport_words, cyber_words)


def extract_events(record: Record, text: Text | None = None) -> tuple[Event, ...]:
    """Return the events of a record, one for each happening, in the order of their triggers.

    ``text`` is the record's text, if it is cut up already. Never raises.

    >>> from rawi.pipeline import extract
    >>> record = extract("قتل ثلاثة جنود في هجوم على حاجز في مدينة كركوك.")
    >>> [(one.type, one.place.name, one.killed) for one in record.events]
    [('Battles/Armed clash', 'كركوك', 3)]
    """
    drafts = find_drafts(record, text)
    return tuple(build_event(number, one) for number, one in enumerate(drafts, 1))


def find_drafts(record: Record, text: Text | None = None) -> Sequence[Draft]:
    """Return the happenings of a record as they are before they are written down, those that are told."""
    ids = {one.id: one.id for one in record.figures} | {one.id: one.id for one in record.entities}
    page = Page(Report(record, ids), text)
    drafts = read_drafts(page, lambda within: {one.id: one for one in find_harms(page, HARMS, within)})
    kept = merge_drafts(page, drafts)
    name_opponents(page, kept)
    name_accused(page, kept)
    return kept
