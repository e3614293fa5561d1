"""Addresses of pages: read strictly, so that what is checked is what is asked."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Literal
from urllib.parse import quote, urljoin

import msgspec

from rawi.sources.streams import refused

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_LONGEST = 8192
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*)(?:#.*)?", re.DOTALL)
_PLACE = re.compile(r"(?:\[([^\[\]]*)\]|([^:\[\]]*))(?::([0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PORTS = {"http": 80, "https": 443}
#: Characters that old and new rules for names in other letters take apart: they may lead to two hosts.
_AMBIGUOUS = frozenset("ßς\u200c\u200d")
_KEPT = "/?:@!$&'()*+,;=-._~%"


class Address(msgspec.Struct, frozen=True):
    """The address of a page: ``host`` in ASCII, lower case; ``target`` path and query.

    ``port`` is always set, ``ip`` if the host is a number. Fragments are not kept: they are not sent.
    """

    scheme: Literal["http", "https"]
    host: str
    port: int
    target: str
    ip: IP | None = None

    @property
    def authority(self) -> str:
        """Host and port as the header ``Host`` names them.

        >>> parse_url("https://[2a00::1]:8443/").authority
        '[2a00::1]:8443'
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_url(written: str) -> Address:
    """Return an address; letters beyond ASCII are encoded, nothing else is mended.

    Raises SourceError: ``fetch.scheme`` neither http nor https, ``fetch.url`` malformed (a space, a control
    character, a backslash, credentials, a port or name that is none), ``fetch.address`` a number that is not
    written as four decimal parts or in brackets.

    >>> parse_url("https://الرمانة.example/أخبار?رقم=1#نص").url
    'https://xn--mgbag4a2ghi.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?%D8%B1%D9%82%D9%85=1'
    """
    if len(written) > _LONGEST or any(map(_is_unwritable, written)):
        raise refused("fetch.url", "too long, or with a space, backslash or control character in it")
    match = _URL.fullmatch(written)
    scheme = match[1].lower() if match else ""
    if not match or scheme not in _PORTS:
        raise refused("fetch.scheme", "an address begins with http:// or https://")
    if not match[2]:
        raise refused("fetch.url", "there is no host in it")
    host, port, ip = _parse_authority(match[2])
    made: Literal["http", "https"] = "https" if scheme == "https" else "http"
    return Address(made, host, port or _PORTS[made], _encode_target(match[3]), ip)


def _is_unwritable(letter: str) -> bool:
    """Tell whether a character has no place in an address."""
    return letter == "\\" or unicodedata.category(letter) in ("Cc", "Cs", "Zs", "Zl", "Zp")


def _encode_target(rest: str) -> str:
    """Return path and query as they are sent."""
    path, mark, query = rest.partition("?")
    return quote((path or "/") + mark + query, safe=_KEPT)


def _parse_authority(written: str) -> tuple[str, int | None, IP | None]:
    """Return host, port and the IP address that the host is, if it is one."""
    if "@" in written:
        raise refused("fetch.url", "an address holds no name and password")
    match = _PLACE.fullmatch(written)
    if not match:
        raise refused("fetch.url", "host and port are not HOST or HOST:PORT")
    port = int(match[3]) if match[3] else None
    if port is not None and not 0 < port < 1 << 16:
        raise refused("fetch.url", "there is no such port")
    host, ip = _parse_six(match[1]) if match[1] is not None else parse_host(match[2])
    return host, port, ip


def _parse_six(written: str) -> tuple[str, IP]:
    """Return an IPv6 address, without a zone."""
    try:
        if "%" in written:
            raise ValueError(written)
        ip = ipaddress.IPv6Address(written)
    except ValueError as error:
        raise refused("fetch.address", "what stands in brackets is no IPv6 address without a zone") from error
    return ip.compressed, ip


def parse_host(written: str) -> tuple[str, IP | None]:
    """Return a host in ASCII, and the IPv4 address that it is, if it is one; raises as ``parse_url``.

    >>> parse_host("الرمانة.example")
    ('xn--mgbag4a2ghi.example', None)
    """
    host = _to_ascii(written).lower().removesuffix(".")
    labels = host.split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        try:
            four = ipaddress.IPv4Address(host)
        except ValueError as error:
            raise refused("fetch.address", "a number as host is written 1.2.3.4") from error
        return host, four
    if len(host) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise refused("fetch.url", "the host is no name")
    return host, None


def _to_ascii(host: str) -> str:
    """Return a name in ASCII; one that two rules read as two names is refused."""
    if host.isascii():
        return host
    if _AMBIGUOUS.intersection(host):
        raise refused("fetch.url", "the host can mean two names; write it in ASCII (xn--…)")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise refused("fetch.url", "the host cannot be written in ASCII; write it as xn--…") from error


def follow(address: Address, location: str) -> Address:
    """Return where a redirect leads; ``location`` is its header.

    Raises as ``parse_url``, and ``fetch.downgrade`` where it leads from https to http.
    """
    try:
        if len(location) > _LONGEST or any(map(_is_unwritable, location)):
            raise ValueError(location)
        joined = urljoin(address.url, location)
    except ValueError as error:
        raise refused("fetch.url", "it redirects to what is no address") from error
    onward = parse_url(joined)
    if address.scheme == "https" and onward.scheme == "http":
        raise refused("fetch.downgrade", "it redirects from https to http")
    return onward


def parse_allowed(written: str) -> str:
    """Return a host that a user allows, as addresses hold it; raises as ``parse_url``."""
    if ":" in written:
        return _parse_six(written.removeprefix("[").removesuffix("]"))[0]
    return parse_host(written.removeprefix("."))[0]
