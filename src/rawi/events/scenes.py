"""Where a happening was whose own sentence does not say: where the scene is that the text has set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.events.drafts import Draft
from rawi.events.places import relate_places
from rawi.events.settings import places_first
from rawi.model.claim import EventPlace
from rawi.relations.quantities.page import Page


def carry_places(page: Page, drafts: Sequence[Draft]) -> None:
    """Give a place to drafts without one: that of a happening told before in the same sentence, else that of
    the first sentence of the article, unless what was told right before was somewhere else."""
    numbers = {first: number for number, (first, _) in enumerate(page.text.sentences)}
    for at, one in enumerate(drafts):
        if one.setting.places:
            continue
        number = numbers[one.main.sentence[0]]
        here = next(_told(drafts[:at], numbers, number), ())
        before = next(_told(drafts[:at], numbers, number - 1), ())
        lead = places_first(page, one.main) if number and not here else ()
        if lead and before and relate_places(page, lead, before) == "differs":
            lead = ()
        one.setting = msgspec.structs.replace(one.setting, places=here or lead)


def _told(drafts: Sequence[Draft], numbers: dict[int, int], since: int) -> Iterator[tuple[EventPlace, ...]]:
    """Yield where happenings were that say so themselves, from a sentence on, the last first."""
    for one in reversed(drafts):
        if numbers[one.main.sentence[0]] < since:
            return
        if one.setting.own:
            yield one.setting.places
