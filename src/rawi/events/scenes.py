"""Where a happening was whose own sentence does not say: where the scene is that the text has set."""

from __future__ import annotations

from collections.abc import Sequence

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
    told: tuple[int, tuple[EventPlace, ...]] = (-2, ())
    for one in drafts:
        number = numbers[one.main.sentence[0]]
        if not one.setting.places:
            here = told[1] if told[0] == number else ()
            before = told[1] if number - told[0] <= 1 else ()
            lead = places_first(page, one.main) if number and not here else ()
            if lead and before and relate_places(page, lead, before) == "differs":
                lead = ()
            one.setting = msgspec.structs.replace(one.setting, places=here or lead)
        if one.setting.own:
            told = number, one.setting.places
