"""What a running server is told: whose ledger, on which address, who may come in."""

from __future__ import annotations

import secrets

import msgspec

from rawi.views.labels import Language

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PORT = 8017


class Site(msgspec.Struct, frozen=True):
    """One ledger served on one port of this machine.

    ``token`` lets a browser in once and gives it a cookie with ``secret``; ``key`` lets programs use the API,
    none where it is empty. All are made anew at each start.
    ``hosts`` are the values of the header ``Host`` that are answered. ``read_only`` refuses whatever changes
    the ledger.
    """

    ledger: str
    hosts: frozenset[str]
    token: str
    secret: str
    read_only: bool = False
    language: Language = "ar"
    key: str = ""


def build_site(ledger: str, port: int = PORT, *, read_only: bool = False, language: Language = "ar") -> Site:
    """Return a site on a port of this machine, with a token and a secret nobody else knows."""
    return Site(
        ledger=ledger,
        hosts=frozenset(f"{name}:{port}" for name in LOOPBACK),
        token=secrets.token_urlsafe(24),
        secret=secrets.token_urlsafe(32),
        read_only=read_only,
        language=language,
        key=secrets.token_urlsafe(32),
    )
