"""A connection that was checked, with what is read from it measured in time and bytes."""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Sequence

from rawi.sources.streams import refused
from rawi.sources.web.addresses import Address
from rawi.sources.web.deadlines import Deadline
from rawi.sources.web.peers import Peer
from rawi.sources.web.policy import Policy
from rawi.sources.web.proxies import enter, parse_proxy


class Wire:
    """What ``http.client`` takes for a socket: reads end at the deadline, and at ``allow`` bytes.

    ``ragged`` is true once TLS ended without saying so: somebody may have cut it.
    """

    def __init__(self, stream: socket.socket, deadline: Deadline, policy: Policy) -> None:
        self._stream, self._deadline, self._policy = stream, deadline, policy
        self._left = policy.heads
        self.ragged = False

    def allow(self, number: int) -> None:
        """Let so many more bytes in."""
        self._left += number

    def sendall(self, data: bytes) -> None:
        """Send bytes."""
        self._stream.settimeout(self._deadline.left(self._policy.idle))
        self._stream.sendall(data)

    def read(self, view: memoryview) -> int:
        """Fill ``view`` and return how many bytes came, 0 at the end.

        Raises TimeoutError, and SourceError ``fetch.too-large`` for more bytes than are let in.
        """
        if self._left <= 0:
            raise refused("fetch.too-large", "more bytes came than are taken")
        self._stream.settimeout(self._deadline.left(self._policy.idle))
        try:
            number = self._stream.recv_into(view[: self._left])
        except ssl.SSLError as error:
            # Python before 3.11.4 has no class of its own for it.
            if not isinstance(error, ssl.SSLEOFError) and error.reason != "UNEXPECTED_EOF_WHILE_READING":
                raise
            self.ragged, number = True, 0
        self._left -= number
        return number

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return a stream of what comes; ``mode`` is always ``rb``."""
        return io.BufferedReader(_Reading(self), 1 << 16)

    def close(self) -> None:
        """Do nothing: who opened the socket closes it when the answer is read."""


class _Reading(io.RawIOBase):
    """The bytes of a wire as a stream."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readable(self) -> bool:
        """Return true: it can only be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer``; see ``Wire.read``."""
        return self._wire.read(memoryview(buffer))  # type: ignore[arg-type]


def connect(
    address: Address, peers: Sequence[Peer], policy: Policy, trust: ssl.SSLContext, deadline: Deadline
) -> socket.socket:
    """Return a connection to one of ``peers``, or through the proxy; with TLS for https.

    The certificate must be of the host that was asked, whatever machine answers. Raises OSError, ssl.SSLError
    and SourceError ``fetch.proxy``.
    """
    proxy = parse_proxy(policy.proxy) if policy.proxy else None
    stream = _connect([(proxy.host, proxy.port)] if proxy else peers, policy, deadline)
    try:
        if proxy:
            enter(stream, proxy, address, deadline, policy.idle)
        if address.scheme == "https":
            stream.settimeout(deadline.left(policy.connect))
            # Python before 3.11.4 asks OpenSSL to hide an end without a word, which may be a cut.
            trust.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
            return trust.wrap_socket(stream, server_hostname=address.host, suppress_ragged_eofs=False)
    except BaseException:
        stream.close()
        raise
    return stream


def _connect(peers: Sequence[Peer], policy: Policy, deadline: Deadline) -> socket.socket:
    """Return a connection to the first of ``peers`` that answers."""
    failure: OSError = OSError("there is nobody to connect to")
    for peer in peers:
        try:
            return socket.create_connection(peer, timeout=deadline.left(policy.connect))
        except OSError as error:
            failure = error
    raise failure
