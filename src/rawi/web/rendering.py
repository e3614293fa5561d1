"""Templates to pages. Everything is escaped where it stands; values in sentences are isolated (R10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rawi.views.amounts import render_amount
from rawi.views.dates import render_date
from rawi.views.incidents import name_type
from rawi.views.labels import label
from rawi.views.markup import isolated, shown
from rawi.views.placenames import name_place
from rawi.views.plurals import count
from rawi.views.units import name_unit
from rawi.web.isolates import fill
from rawi.web.phrases import phrase
from rawi.web.preferences import Preferences
from rawi.web.speech import say

_PRECISIONS = (
    ("year", re.compile(r"[0-9]{4}")),
    ("month", re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")),
    ("day", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
)


@cache
def build_environment() -> Environment:
    """Return the environment of all templates; a name that is missing is an error, never a blank."""
    return Environment(
        loader=PackageLoader("rawi.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(template: str, preferences: Preferences, data: Mapping[str, Any]) -> str:
    """Return a page in the language that is preferred."""
    return build_environment().get_template(template).render({**speak(preferences), **data})


def speak(preferences: Preferences) -> dict[str, Callable[..., Any]]:
    """Return what templates say things with."""
    language = preferences.language
    return {
        "t": lambda name: phrase(name, language),
        "n": lambda name, number: say_count(name, number, preferences),
        "num": lambda number: say(f"{number:,}", preferences),
        "year": lambda year: say(str(year), preferences),
        "place": name_place,
        "unit": lambda code: name_unit(code, language),
        "day": lambda edtf: render_day(edtf, preferences),
        "held": lambda edtf: _held(edtf, preferences),
        "days": lambda first, last: _days(first, last, preferences),
        "amount": lambda figure: say(render_amount(figure, language), preferences),
        "type_of": lambda one: name_type(one, language),
        "bdi": lambda value: Markup(isolated(str(value))),
        "words": lambda value: Markup(shown(value)),
        "fill": fill,
        "asset": asset,
    }


def say_count(name: str, number: int, preferences: Preferences) -> str:
    """Return how many of something there are, in the digits that are preferred."""
    return say(count(name, number, preferences.language), preferences)


def render_day(edtf: str | None, preferences: Preferences) -> Markup:
    """Return a day in words, with the EDTF beside it for machines and on hover; nothing for none."""
    if not edtf:
        return Markup("")
    return Markup('<time datetime="{0}" title="{0}"><bdi>{1}</bdi></time>').format(
        edtf, say(render_date(edtf, preferences.language), preferences)
    )


def _held(edtf: str, preferences: Preferences) -> Markup:
    """Return when a figure held: Arabic has another word for a year than for a month or a day."""
    precision = next((name for name, shape in _PRECISIONS if shape.fullmatch(edtf)), "other")
    return escape(phrase(f"held.{precision}", preferences.language)).format(render_day(edtf, preferences))


def _days(first: str | None, last: str | None, preferences: Preferences) -> Markup:
    """Return a stretch of days in words: a sign between them would turn round in Arabic."""
    if not first or not last or first == last:
        return render_day(first or last, preferences)
    ends = (render_day(first, preferences), render_day(last, preferences))
    return escape(label("from_to", preferences.language)).format(*ends)


@cache
def asset(name: str) -> str:
    """Return the address of a file of the pages, with its hash, so that a browser may keep it for ever."""
    data = files("rawi.web").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={sha256(data).hexdigest()[:12]}"
