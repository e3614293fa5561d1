"""What a reader prefers: the language of the pages, digits, months and colours; from the address, else a
cookie, else the browser."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from rawi.views.labels import Language

Theme = Literal["auto", "light", "dark"]
Keys = Literal["on", "off"]
_YEAR = 365 * 24 * 3600


class Preferences(msgspec.Struct, frozen=True):
    """What one reader prefers."""

    language: Language = "ar"
    theme: Theme = "auto"
    keys: Keys = "on"

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of the page; that of each string is its own."""
        return "rtl" if self.language == "ar" else "ltr"


def read_preferences(request: Request, language: Language) -> Preferences:
    """Return what a request prefers; ``language`` is that of the server where the browser names neither."""
    return Preferences(_language(request, language), _theme(request), _keys(request))


def _language(request: Request, language: Language) -> Language:
    told = [request.query_params.get("lang"), request.cookies.get("rawi-lang")]
    told += [one.strip().lower()[:2] for one in request.headers.get("accept-language", "").split(",")]
    known = (one for each in told for one in get_args(Language) if one == each)
    return next(known, language)


def _theme(request: Request) -> Theme:
    told = request.query_params.get("theme") or request.cookies.get("rawi-theme")
    return next((one for one in get_args(Theme) if one == told), "auto")


def _keys(request: Request) -> Keys:
    """Return whether single keys do something (WCAG 2.1.4)."""
    told = request.query_params.get("keys") or request.cookies.get("rawi-keys")
    return "off" if told == "off" else "on"


def keep_preferences(request: Request, answer: Response) -> None:
    """Let the browser keep what the address of a page asks for."""
    known = {"lang": get_args(Language), "theme": get_args(Theme), "keys": get_args(Keys)}
    for name, values in known.items():
        told = request.query_params.get(name)
        if told is not None and told in values:
            answer.set_cookie(f"rawi-{name}", told, max_age=_YEAR, httponly=True, samesite="strict", path="/")
