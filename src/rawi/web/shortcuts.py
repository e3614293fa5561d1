"""Single keys: which place does what, and what a reader chose otherwise, kept in a cookie."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from rawi.errors import RawiError

_COOKIE = "rawi-places"
_YEAR = 365 * 24 * 3600


class WrongKey(RawiError):
    """A key was chosen that there is not, or that is for something else already."""

    code = "web.key"

    def __init__(self, reason: str, message: str, letter: str, *actions: str) -> None:
        super().__init__(message)
        self.reason, self.letter, self.actions = reason, letter, actions


class Keys(NamedTuple):
    """The places of keys with the letters on them, what each action has unless chosen otherwise, and the
    pages that follow the key that goes elsewhere."""

    places: Mapping[str, tuple[str, str]]
    actions: Mapping[str, str]
    pages: Mapping[str, str]


class Shortcut(NamedTuple):
    """An action with the place of its key and both letters on it."""

    name: str
    code: str
    latin: str
    arabic: str


@cache
def load_keys() -> Keys:
    """Load the places, the actions and the pages."""
    told = tomllib.loads(files("rawi.web").joinpath("keys.toml").read_text("utf-8"))
    places = {code: (latin, arabic) for code, (latin, arabic) in told["places"].items()}
    return Keys(places, told["actions"], told["pages"])


def read_shortcuts(request: Request) -> dict[str, str]:
    """Return the place of each action: what the address chooses, else the cookie, else what everybody has.
    A choice that cannot be is passed over; ``choose_shortcuts`` tells of it."""
    try:
        chosen = choose_shortcuts(request)
    except WrongKey:
        chosen = None
    return chosen or _kept(request)


def _kept(request: Request) -> dict[str, str]:
    """Return what the cookie has, as far as every key of it is there, and for one action."""
    kept = dict(part.split(":", 1) for part in request.cookies.get(_COOKIE, "").split(".") if ":" in part)
    known = load_keys()
    told = {name: kept.get(name, code) for name, code in known.actions.items()}
    fits = set(told.values()) <= set(known.places) and len(set(told.values())) == len(told)
    return told if fits else dict(known.actions)


def choose_shortcuts(request: Request) -> dict[str, str] | None:
    """Return what the form of the settings chooses; null where an address chooses nothing.

    WrongKey for a key that there is not, and for one that is to do two things.
    """
    known, query = load_keys(), request.query_params
    if not any(f"place.{name}" in query for name in known.actions):
        return None
    told: dict[str, str] = {}
    for name, usual in known.actions.items():
        written = query.get(f"place.{name}", "").strip()
        code = find_place(written) if written else usual
        if code is None:
            raise WrongKey("none", f"{name}: {written!r} is no key that can be chosen", written[:20], name)
        taken = next((one for one, other in told.items() if other == code), None)
        if taken is not None:
            letter = known.places[code][0]
            raise WrongKey("taken", f"{name}: {letter!r} is for {taken!r} already", letter, name, taken)
        told[name] = code
    return told


def find_place(written: str) -> str | None:
    """Return the place of a key by the letter on it, in either script; null if it has none.

    >>> find_place("j"), find_place("ت"), find_place("KeyJ"), find_place("!")
    ('KeyJ', 'KeyJ', 'KeyJ', None)
    """
    places = load_keys().places
    if written in places:
        return written
    return next((code for code, letters in places.items() if written.upper() in letters), None)


def keep_shortcuts(request: Request, answer: Response) -> None:
    """Let the browser keep what the address of a page chooses, if that can be."""
    if answer.status_code == HTTPStatus.OK and (chosen := choose_shortcuts(request)):
        told = ".".join(f"{name}:{code}" for name, code in chosen.items())
        answer.set_cookie(_COOKIE, told, max_age=_YEAR, httponly=True, samesite="strict", path="/")


def list_shortcuts(chosen: Mapping[str, str]) -> list[Shortcut]:
    """Return all actions with the letters of their keys."""
    places = load_keys().places
    return [Shortcut(name, code, *places[code]) for name, code in chosen.items()]
