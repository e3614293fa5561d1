"""The way through a proxy: HTTP CONNECT, and SOCKS5 where the proxy looks names up (RFC 1928)."""

from __future__ import annotations

import re
import socket
from typing import Literal

import msgspec

from rawi.sources.streams import refused
from rawi.sources.web.addresses import Address
from rawi.sources.web.deadlines import Deadline

_PROXY = re.compile(r"(http|socks5h)://(?:\[([0-9A-Fa-f:]+)\]|([A-Za-z0-9._-]+)):([0-9]{1,5})/?")
_MOST = 8192
_LENGTHS = {1: 4, 4: 16}


class Proxy(msgspec.Struct, frozen=True):
    """A proxy that the user named; it may stand anywhere, on this machine too."""

    kind: Literal["http", "socks5h"]
    host: str
    port: int


def parse_proxy(written: str) -> Proxy:
    """Return a proxy from ``http://HOST:PORT`` or ``socks5h://HOST:PORT``; ValueError for anything else.

    >>> parse_proxy("socks5h://127.0.0.1:9050").port
    9050
    """
    match = _PROXY.fullmatch(written)
    if not match or not 0 < int(match[4]) < 1 << 16:
        raise ValueError(f"{written!r} is not http://HOST:PORT or socks5h://HOST:PORT, without a password")
    return Proxy("http" if match[1] == "http" else "socks5h", match[2] or match[3], int(match[4]))


def enter(stream: socket.socket, proxy: Proxy, address: Address, deadline: Deadline, idle: float) -> None:
    """Ask a proxy for a way to ``address``; SourceError ``fetch.proxy`` if it grants none.

    An HTTP proxy is asked for https only; for http the request itself names the whole address.
    """
    talk = _Talk(stream, deadline, idle)
    if proxy.kind == "socks5h":
        _enter_socks(talk, address)
    elif address.scheme == "https":
        _enter_tunnel(talk, address)


class _Talk:
    """Bytes to and from a proxy, within the time."""

    def __init__(self, stream: socket.socket, deadline: Deadline, idle: float) -> None:
        self._stream, self._deadline, self._idle = stream, deadline, idle

    def say(self, data: bytes) -> None:
        """Send bytes."""
        self._stream.settimeout(self._deadline.left(self._idle))
        self._stream.sendall(data)

    def hear(self, number: int) -> bytes:
        """Return exactly so many bytes, none beyond them."""
        data = b""
        while len(data) < number:
            self._stream.settimeout(self._deadline.left(self._idle))
            piece = self._stream.recv(number - len(data))
            if not piece:
                raise refused("fetch.proxy", "the proxy closed the connection")
            data += piece
        return data


def _enter_tunnel(talk: _Talk, address: Address) -> None:
    """Ask an HTTP proxy for a tunnel."""
    host = f"[{address.host}]" if ":" in address.host else address.host
    place = f"{host}:{address.port}"
    talk.say(f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n\r\n".encode("ascii"))
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        if len(head) > _MOST:
            raise refused("fetch.proxy", "the answer of the proxy has no end")
        head += talk.hear(1)  # one by one: what follows belongs to the tunnel
    if not re.match(rb"HTTP/1\.[01] 2[0-9][0-9][ \r]", head):
        raise refused("fetch.proxy", "the proxy refuses the connection")


def _enter_socks(talk: _Talk, address: Address) -> None:
    """Ask a SOCKS5 proxy, without a password, for a connection; a name goes to it as a name."""
    talk.say(b"\x05\x01\x00")
    if talk.hear(2) != b"\x05\x00":
        raise refused("fetch.proxy", "it is no SOCKS5 proxy, or wants a password")
    if address.ip is None:
        name = address.host.encode("ascii")
        place = bytes((3, len(name))) + name
    else:
        place = (b"\x01" if address.ip.version == 4 else b"\x04") + address.ip.packed
    talk.say(b"\x05\x01\x00" + place + address.port.to_bytes(2, "big"))
    version, code, _, kind = talk.hear(4)
    if version != 5 or code:
        raise refused("fetch.proxy", f"the proxy reaches nobody there (SOCKS5 code {code})")
    length = _LENGTHS.get(kind)
    talk.hear((length if length is not None else talk.hear(1)[0]) + 2)
