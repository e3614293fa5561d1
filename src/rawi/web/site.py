"""What a running server is told: whose ledger, on which address, who may come in."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from rawi.errors import RawiError
from rawi.views.labels import Language

HOST = "127.0.0.1"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PORT = 8017
Scheme = Literal["http", "https"]
_PORTS: dict[str, int] = {"http": 80, "https": 443}


class AddressRefused(RawiError):
    """An address that the server should listen on, or be called by, is none."""

    code = "web.address"


class Site(msgspec.Struct, frozen=True):
    """One ledger served on one port.

    ``token`` lets a browser in once and gives it a cookie with ``secret``; ``key`` lets programs use the API,
    none where it is empty. All are made anew at each start. ``hosts`` are the values of the header ``Host``
    that are answered, ``secure`` those of them that a proxy answers over TLS. ``read_only`` refuses whatever
    changes the ledger. ``accounts`` is the file of accounts, which then take the place of token and key.
    ``address`` is where to open it; ``is_plain`` if others reach it without TLS.
    """

    ledger: str
    hosts: frozenset[str]
    token: str
    secret: str
    read_only: bool = False
    language: Language = "ar"
    secure: frozenset[str] = frozenset()
    accounts: str | None = None
    address: str = ""
    is_plain: bool = False
    key: str = ""

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers send it to every port of a host, so each port has its own."""
        ports = (one.rpartition(":")[2] for one in sorted(self.hosts))
        return f"rawi-{next((one for one in ports if one.isdigit()), PORT)}"

    def scheme(self, host: str) -> Scheme:
        """Return what browsers speak at one of our hosts."""
        return "https" if host in self.secure else "http"


def build_site(
    ledger: str,
    port: int = PORT,
    *,
    read_only: bool = False,
    language: Language = "ar",
    host: str = HOST,
    names: Iterable[str] = (),
    origins: Iterable[str] = (),
    accounts: str | None = None,
) -> Site:
    """Return a site, with a token and a secret nobody else knows.

    ``names`` are further names of this server, ``HOST`` or ``HOST:PORT``, ``origins`` the addresses at which
    browsers see it (``https://rawi.example.org``). AddressRefused for one that is none.
    """
    names, origins = tuple(names), tuple(origins)
    told = [_parse(f"http://{one}", port) for one in names] + [_parse(one, None) for one in origins]
    own = [] if is_everywhere(host) else [f"[{host}]" if ":" in host else host]
    hosts = {_written("http", one, port) for one in (*LOOPBACK, *own)} | {f"{one}:{port}" for one in LOOPBACK}
    return Site(
        ledger=ledger,
        hosts=frozenset(hosts | {one for _, one in told}),
        token=secrets.token_urlsafe(24),
        secret=secrets.token_urlsafe(32),
        read_only=read_only,
        language=language,
        secure=frozenset(one for scheme, one in told if scheme == "https"),
        accounts=accounts,
        address=_address_of(told, host, port),
        is_plain=(not is_loopback(host) and not any(scheme == "https" for scheme, _ in told))
        or any(scheme == "http" and not is_own(f"http://{one}") for scheme, one in told),
        key="" if accounts else secrets.token_urlsafe(32),
    )


def _address_of(told: list[tuple[Scheme, str]], host: str, port: int) -> str:
    """Return where a site is to be opened: as browsers are told to see it, over TLS if they may."""
    for scheme, one in sorted(told, reverse=True):
        return f"{scheme}://{one}/"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_loopback(host: str) -> bool:
    """Is an address to listen on one that only this machine reaches? AddressRefused if it is no address."""
    return _address(host).is_loopback


def is_everywhere(host: str) -> bool:
    """Does an address to listen on stand for all of this machine?"""
    return _address(host).is_unspecified


def is_own(origin: str) -> bool:
    """Is ``HOST[:PORT]`` or an origin one that only a browser on this machine can mean?"""
    _, host = _parse(origin if "://" in origin else f"http://{origin}", None)
    return host.rpartition(":")[0] in LOOPBACK or host in LOOPBACK


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        return ipaddress.ip_address(HOST if host == "localhost" else host)
    except ValueError as error:
        raise AddressRefused(f"{host}: an IP address of this machine, or 0.0.0.0 or :: for all") from error


def _parse(origin: str, port: int | None) -> tuple[Scheme, str]:
    """Return scheme and ``Host`` of an origin; ``port`` is that of one that names none."""
    try:
        parts = urlsplit(origin)
        name, told = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:  # UnicodeError is one
        raise AddressRefused(f"{origin}: {error}") from error
    rest = parts.path.rstrip("/") or parts.query or parts.fragment or "@" in parts.netloc
    legal = name and all(one.isalnum() or one in "-.:_" for one in name)
    if parts.scheme not in _PORTS or rest or not legal:
        raise AddressRefused(f"{origin}: http:// or https://, a host, a port if need be, and nothing else")
    scheme: Scheme = "https" if parts.scheme == "https" else "http"
    return scheme, _written(scheme, f"[{name}]" if ":" in name else name, told or port)


def _written(scheme: str, name: str, port: int | None) -> str:
    """Return a host as browsers write it: without the port that its scheme has."""
    return name if port in (None, _PORTS[scheme]) else f"{name}:{port}"
