"""A word of a closed class, as the lexicons give it."""

from __future__ import annotations

from typing import Literal

import msgspec


class Lexeme(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """``form`` in citation spelling, ``also`` its other forms; ``role`` is its class on a tape.

    ``value`` is what it stands for there: a number, a month, a unit code. ``by`` and ``part`` belong to
    currencies: which code a country makes of the name, and what part of the
    currency a coin is; ``parts`` where that differs by currency.
    """

    form: str
    role: str
    example: str
    value: int | float | str | None = None
    also: tuple[str, ...] = ()
    clitics: Literal["noun", "stem", "plain", "bare"] = "noun"
    by: dict[str, str] = {}
    part: float | None = None
    parts: dict[str, float] = {}
    note: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """All its forms, the citation form first."""
        return (self.form, *self.also)

    @property
    def number(self) -> int | float:
        """``value`` where it is a number; 0 where it is not."""
        return self.value if isinstance(self.value, int | float) else 0
