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
Tour = Literal["on", "off"]
Digits = Literal["latn", "arab"]
#: By which names Arabic months go: both, of Syria and Iraq, of Egypt and the Gulf, of Tunisia and Algeria.
Months = Literal["both", "levant", "egypt", "maghreb", "morocco"]
#: What can be chosen, by the name that an address and a cookie have for it.
CHOICES: dict[str, tuple[str, ...]] = {
    "lang": get_args(Language),
    "digits": get_args(Digits),
    "months": get_args(Months),
    "theme": get_args(Theme),
    "keys": get_args(Keys),
    "tour": get_args(Tour),
}
_YEAR = 365 * 24 * 3600


class Preferences(msgspec.Struct, frozen=True):
    """What one reader prefers."""

    language: Language = "ar"
    theme: Theme = "auto"
    keys: Keys = "on"
    digits: Digits = "latn"
    months: Months = "both"
    tour: Tour = "off"

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of the page; that of each string is its own."""
        return "rtl" if self.language == "ar" else "ltr"


def read_preferences(request: Request, language: Language) -> Preferences:
    """Return what a request prefers; ``language`` is that of the server where the browser names neither."""
    digits: Digits = "arab" if _told(request, "digits") == "arab" else "latn"
    months: Months = next((one for one in get_args(Months) if one == _told(request, "months")), "both")
    tour: Tour = "on" if _told(request, "tour") == "on" else "off"
    return Preferences(_language(request, language), _theme(request), _keys(request), digits, months, tour)


def _told(request: Request, name: str) -> str | None:
    """Return what the address says of a preference, else what the browser kept."""
    return request.query_params.get(name) or request.cookies.get(f"rawi-{name}")


def _language(request: Request, language: Language) -> Language:
    told = [request.query_params.get("lang"), request.cookies.get("rawi-lang")]
    told += [one.strip().lower()[:2] for one in request.headers.get("accept-language", "").split(",")]
    known = (one for each in told for one in get_args(Language) if one == each)
    return next(known, language)


def _theme(request: Request) -> Theme:
    return next((one for one in get_args(Theme) if one == _told(request, "theme")), "auto")


def _keys(request: Request) -> Keys:
    """Return whether single keys do something (WCAG 2.1.4)."""
    return "off" if _told(request, "keys") == "off" else "on"


def keep_preferences(request: Request, answer: Response) -> None:
    """Let the browser keep what the address of a page asks for."""
    for name, values in CHOICES.items():
        told = request.query_params.get(name)
        if told is not None and told in values:
            answer.set_cookie(f"rawi-{name}", told, max_age=_YEAR, httponly=True, samesite="strict", path="/")
