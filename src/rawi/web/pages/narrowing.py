"""What of a series is shown, as the address says it: by which date, whose figures, with repeats or not."""

from __future__ import annotations

from typing import Literal

import msgspec
from starlette.datastructures import QueryParams

from rawi.ledger.answers import PointView, SeriesView
from rawi.views.plot import By
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion

Axis = Literal["ltr", "rtl"]
#: Stands in an address for figures that are the article's own.
NARRATOR = "-"


class Narrowed(msgspec.Struct, frozen=True):
    """How a series is shown: ``by`` one of its dates, ``holder`` alone (``-``: the articles' own; null:
    everybody), with ``repeats`` or without, the time of the chart running ``axis``."""

    by: By = "as_of"
    holder: str | None = None
    repeats: bool = True
    axis: Axis = "ltr"

    def address(self, path: str, **changed: str | None) -> str:
        """Return the address of the same series with something shown otherwise."""
        told = {
            "by": self.by if self.by != "as_of" else None,
            "holder": self.holder,
            "repeats": None if self.repeats else "off",
            "axis": self.axis if self.axis != "ltr" else None,
            **changed,
        }
        query = QueryParams({name: value for name, value in told.items() if value})
        return f"{path}?{query}" if query else path


def read_narrowed(asked: Asked) -> Narrowed:
    """Return what an address asks for; ``WrongQuestion`` where it is none of the choices."""
    by, axis, repeats = asked.given("by"), asked.given("axis"), asked.given("repeats")
    for name, told, known in (
        ("by", by, ("as_of", "said")),
        ("axis", axis, ("ltr", "rtl")),
        ("repeats", repeats, ("on", "off")),
    ):
        if told is not None and told not in known:
            raise WrongQuestion(name, f"{told!r} is none of {', '.join(known)}")
    return Narrowed(
        "said" if by == "said" else "as_of",
        asked.given("holder"),
        repeats != "off",
        "rtl" if axis == "rtl" else "ltr",
    )


def narrow(view: SeriesView, how: Narrowed) -> SeriesView:
    """Return a series with the figures that are to be shown, its origins among them.

    Raises ``WrongQuestion`` where the series has no figure of that holder.
    """
    points = view.points if how.repeats else tuple(_firsts(view))
    if how.holder is not None:
        points = tuple(one for one in points if name_holder(one) == how.holder)
        if not points:
            raise WrongQuestion("holder", f"{how.holder!r} holds none of these figures")
    kept = {one.point.origin for one in points}
    origins = tuple(one for one in view.origins if one.id in kept)
    return msgspec.structs.replace(view, points=points, origins=origins)


def name_holder(one: PointView) -> str:
    """Return whose figure it is as an address has it."""
    return one.point.holder or NARRATOR


def count_repeats(view: SeriesView) -> int:
    """Return how many figures say again what another of their origin says."""
    return len(view.points) - len(_firsts(view))


def _firsts(view: SeriesView) -> list[PointView]:
    """Return the figures without those that another of one origin and holder has too, for the same time."""
    found: dict[tuple[object, ...], PointView] = {}
    for one in view.points:
        told = one.point
        key = (told.origin, told.holder, told.low, told.high, told.hedge, told.as_of, told.denied)
        found.setdefault(key, one)
    return list(found.values())
