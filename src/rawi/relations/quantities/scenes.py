"""Where the counted are, or what befell them happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.countries import country_of
from rawi.model.definition import Place
from rawi.model.entity import Entity
from rawi.relations.quantities.groups import plain_name
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, STOPS, Named, Page, Site, once_a_page

_AHEAD, _BACK, _GAP = 14, 16, 4


def find_place(page: Page, site: Site) -> Place | None:
    """Return where the counted are: in the figure's own clause, else in its sentence, else where the article
    begins."""
    place = _find(page, site)
    others = {_key(entity) for entity in page.record.entities if entity.type == "place"}
    sole = place is not None and others <= {place.key}
    return msgspec.structs.replace(place, sole=True) if place is not None and sole else place


def _find(page: Page, site: Site) -> Place | None:
    """Return the place of a figure, not yet asked whether there are others."""
    own = _after(page, site) or _before(page, site)
    if own:
        return _join(own, own=True)
    if (called := _called(page, site)) is not None:
        return called
    first, last = page.told_in(site)
    named = _first_led(page, first, last) or _led_in_lead(page)
    return _join([named], own=False) if named is not None else None


def _first_led(page: Page, first: int, last: int) -> Named | None:
    """Return the first place of a range to which a preposition leads."""
    return next((one for one in page.names_in(first, last) if _is_place(one) and _is_led(page, one)), None)


@once_a_page
def _led_in_lead(page: Page) -> Named | None:
    """Return the place of the headline and the first lines; looked for once, they may be a long list."""
    return _first_led(page, 0, page.lead_end)


def _called(page: Page, site: Site) -> Place | None:
    """Return the place of the sentence that only its noun tells to be one: قبالة جزيرة النورس; null for none.

    Its key has the noun before a colon, so that an island is another than another island alone.
    """
    for at in range(*page.told_in(site)):
        noun = page.words[at].removeprefix("ب")
        if noun in words_of("settlement") and at + 1 < site.sentence[1]:
            name = page.words[at + 1]
            if name.startswith("ال") and page.name_at(at + 1) is None and page.site_at(at + 1) is None:
                said = page.text.words_of(at, at + 2).removeprefix("ب")
                return Place(f"~{noun}:{name}", said)
    return None


def same_noun(a: Place, b: Place) -> bool:
    """Can two places be told apart: rows, names, or two that one noun calls places (two islands)?"""
    return _noun_of(a) == _noun_of(b)


def _noun_of(place: Place) -> str | None:
    """Return the noun by which alone something is a place, null for a name."""
    return place.key[1:].split(":")[0] if place.key.startswith("~") and ":" in place.key else None


def _is_place(named: Named) -> bool:
    return named.entity.type == "place"


def _is_led(page: Page, named: Named) -> bool:
    """Does a preposition of place lead to a name, maybe with a noun or quarter between (في ريف حمص)?"""
    words, at = page.words, named.first
    first = words[at]
    if first.startswith("ب") and not fold(named.entity.name).startswith("ب"):
        return True
    for back in range(at - 1, max(-1, at - _GAP), -1):
        if words[back] in words_of("located") or (
            words[back] in words_of("place_noun") and words[back].startswith("ب")
        ):
            return True
        if words[back] not in words_of("place_noun"):
            return False
    return False


def _after(page: Page, site: Site) -> list[Named]:
    """The first place after the number in its clause, with those joined to it (في العراق وسوريا)."""
    end = min(page.told_in(site)[1], site.last + _AHEAD)
    for at in range(site.last, end):
        word = page.words[at]
        if word in STOPS or word in COMMAS or page.site_at(at):
            return []
        named = page.name_at(at)
        if named and named.first == at and _is_place(named) and _is_led(page, named):
            return _with_joined(page, named, end)
    return []


def _with_joined(page: Page, named: Named, end: int) -> list[Named]:
    """Return a place with the places that و joins to it."""
    found = [named]
    while found[-1].last < end:
        after = page.name_at(found[-1].last)
        if after is None or not _is_place(after) or not page.words[after.first].startswith("و"):
            break
        found.append(after)
    return found


def _before(page: Page, site: Site) -> list[Named]:
    """The nearest place before the number in its clause."""
    first = page.told_in(site)[0]
    for at in range(site.first - 1, max(first, site.first - _BACK) - 1, -1):
        word = page.words[at]
        if word in STOPS or page.site_at(at):
            return []
        named = page.name_at(at)
        if named and named.last == at + 1 and _is_place(named) and _is_led(page, named):
            return [_narrower(page, named)]
    return []


def _narrower(page: Page, named: Named) -> Named:
    """Return the place right before a country, if one is named there: في محافظة حمص وسط سوريا."""
    if not (named.entity.link or "").startswith("iso:"):
        return named
    before = next(page.names_before(named.first, max(0, named.first - _GAP)), None)
    return before if before is not None and _is_place(before) and _is_led(page, before) else named


def _join(names: Sequence[Named], *, own: bool) -> Place:
    """Return one place of one or several names."""
    entities = list({named.entity.id: named.entity for named in names}.values())
    keys = sorted(_key(entity) for entity in entities)
    within = sorted(set(_areas(entities)) - set(keys)) if len(entities) == 1 else []
    name = " و".join(plain_name(entity.name) for entity in entities)
    return Place("+".join(keys), name, tuple(within), own)


def _key(entity: Entity) -> str:
    """Return the row of a place, else its folded name."""
    return entity.link or f"~{fold(plain_name(entity.name))}"


def _areas(entities: Iterable[Entity]) -> Iterable[str]:
    """Yield the areas around places, their countries too."""
    for entity in entities:
        if entity.location:
            yield from (area.id for area in entity.location.admin)
            if entity.location.country:
                yield f"iso:{entity.location.country}"
        elif country := country_of(entity.link):
            yield f"iso:{country}"
