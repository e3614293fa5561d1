"""Asks for pages: only public machines, at a person's pace, within limits, and says what came."""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version

import msgspec

from rawi.errors import SourceError
from rawi.model.source import Capture
from rawi.sources.streams import refused
from rawi.sources.web.addresses import Address, follow, parse_url
from rawi.sources.web.answers import Answer, Validators, keep_headers
from rawi.sources.web.bodies import inflate, may_be_read
from rawi.sources.web.deadlines import Deadline
from rawi.sources.web.peers import Resolve, find_peers, resolve_name
from rawi.sources.web.policy import MEBI, Policy
from rawi.sources.web.proxies import parse_proxy
from rawi.sources.web.wires import Wire, connect

#: What is known of the page at an address; null if nothing.
Known = Callable[[str], Validators | None]

_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (429, 503)
_PIECE = 1 << 16
_KEPT = MEBI // 4  # of an answer that is refused
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/plain;q=0.8"
)


class Times(msgspec.Struct, frozen=True):
    """Where time comes from, for tests that do not wait."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Client:
    """Asks one thing at a time; ``fetch`` is all it does.

    ``resolve`` looks names up, ``trust`` decides which certificates are believed; null for the system's.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        resolve: Resolve = resolve_name,
        trust: ssl.SSLContext | None = None,
        times: Times | None = None,
    ) -> None:
        self._policy, self._resolve = policy or Policy(), resolve
        self._trust, self._times = trust or ssl.create_default_context(), times or Times()
        self._asked: dict[str, float] = {}

    def fetch(self, url: str, known: Known | None = None) -> Answer:
        """Return what comes from an address, through at most ``policy.redirects`` redirects.

        ``known`` is asked at each address for what makes the request conditional: the status is then 304 if
        nothing changed. An answer of any status is an answer; one that was not taken says why in ``failure``.
        Raises SourceError where there is none: ``fetch.url``, ``fetch.scheme``, ``fetch.address``,
        ``fetch.not-allowed``, ``fetch.redirects``, ``fetch.downgrade``, ``fetch.tls``, ``fetch.timeout``,
        ``fetch.unreachable``, ``fetch.protocol``, ``fetch.proxy``, ``fetch.too-large``.
        """
        address = parse_url(url)
        deadline = Deadline(self._policy.total, self._times.clock)
        for _ in range(self._policy.redirects + 1):
            answer = self._ask_again(address, known(address.url) if known else None, deadline)
            location = _location(answer)
            if location is None:
                return answer
            address = follow(address, location)
        raise refused("fetch.redirects", f"more than {self._policy.redirects} redirects")

    def _ask_again(self, address: Address, known: Validators | None, deadline: Deadline) -> Answer:
        """Ask; once more after a wait, if the server says for how long and that is not too much."""
        answer = self._ask(address, known, deadline)
        wait = self._wait_of(answer)
        if wait is None or wait > self._policy.patience:
            return answer
        self._sleep(wait, deadline)
        return self._ask(address, known, deadline)

    def _wait_of(self, answer: Answer) -> float | None:
        """Return for how many seconds a server asks to be left alone; null if it does not."""
        told = answer.header("Retry-After").strip()
        if answer.status not in _LATER or not told:
            return None
        if told.isascii() and told.isdigit():
            return float(told[:9])
        try:
            return max(0.0, (parsedate_to_datetime(told) - self._times.now()).total_seconds())
        except (TypeError, ValueError, OverflowError):
            return None

    def _sleep(self, seconds: float, deadline: Deadline) -> None:
        """Wait on purpose; the time for the answer does not run meanwhile."""
        if seconds > 0:
            self._times.sleep(seconds)
            deadline.extend(seconds)

    def _pace(self, host: str, deadline: Deadline) -> None:
        """Wait until the host may be asked again."""
        if host in self._asked:
            self._sleep(self._asked[host] + self._policy.interval - self._times.clock(), deadline)

    def _ask(self, address: Address, known: Validators | None, deadline: Deadline) -> Answer:
        """Ask once, of an address that is checked first; every error gets its code."""
        self._pace(address.host, deadline)
        try:
            peers = find_peers(address, self._policy, self._resolve, deadline.left(self._policy.connect))
            with closing(connect(address, peers, self._policy, self._trust, deadline)) as stream:
                return self._talk(address, known, Wire(stream, deadline, self._policy))
        except SourceError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _told(error) from error
        finally:
            self._asked[address.host] = self._times.clock()

    def _talk(self, address: Address, known: Validators | None, wire: Wire) -> Answer:
        """Send the request and read the answer to it."""
        talk = http.client.HTTPConnection(address.host)
        talk.sock = wire  # it asks no more of a socket
        talk.putrequest("GET", self._target(address), skip_host=True, skip_accept_encoding=True)
        for name, value in _headers(address, known):
            talk.putheader(name, value)
        talk.endheaders()
        response = talk.getresponse()
        wire.allow(2 * self._policy.size + MEBI)
        return self._receive(address, response, wire, conditional=known is not None)

    def _target(self, address: Address) -> str:
        """Return what the request names: the path, or for an HTTP proxy the whole address."""
        proxy = parse_proxy(self._policy.proxy) if self._policy.proxy else None
        whole = proxy is not None and proxy.kind == "http" and address.scheme == "http"
        return address.url if whole else address.target

    def _receive(
        self, address: Address, response: http.client.HTTPResponse, wire: Wire, *, conditional: bool
    ) -> Answer:
        """Return the answer with its body, or with what keeps the body from being taken."""
        at = self._times.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        headers = keep_headers(response.status, response.headers)
        answer = Answer(Capture(at, address.url, headers), response.status)
        if _location(answer) is not None or (answer.status == 304 and conditional):
            return answer
        try:
            if answer.status == 200 and not may_be_read(answer.header("Content-Type")):
                raise refused("fetch.type", "it is neither a page nor a text nor a feed")
            body, cut = self._read_body(response, wire, answer)
        except (SourceError, OSError, http.client.HTTPException, ValueError) as error:
            told = error if isinstance(error, SourceError) else _told(error)
            failure = (told.code, str(told)) if answer.status == 200 else _refusal(answer.status)
            return msgspec.structs.replace(answer, failure=failure)
        if answer.status == 200:
            return msgspec.structs.replace(answer, body=body, cut=cut)
        kept = body if len(body) <= _KEPT else b""
        return msgspec.structs.replace(answer, body=kept, failure=_refusal(answer.status))

    def _read_body(
        self, response: http.client.HTTPResponse, wire: Wire, answer: Answer
    ) -> tuple[bytes, str | None]:
        """Return the inflated content, and why it may not be whole."""
        if not response.chunked and answer.header("Transfer-Encoding"):
            raise refused("fetch.encoding", "sent in a way that was not asked for")
        body, cut = bytearray(), None
        announced = None if response.chunked else response.length
        try:
            while announced is None or len(body) < announced:
                wanted = _PIECE if announced is None else min(_PIECE, announced - len(body))
                piece = response.read1(wanted)  # what came before a break is not lost with it
                if not piece:
                    break
                body += piece
                if len(body) > self._policy.size:
                    raise refused("fetch.too-large", f"more than {self._policy.size} bytes")
        except (http.client.IncompleteRead, ConnectionError):
            cut = "the connection broke in the midst of it"
        if announced is not None and len(body) < announced:
            cut = f"{announced - len(body)} of the bytes that were announced did not come"
        elif announced is None and not response.chunked and wire.ragged:
            cut = "the connection ended without a word"
        encoding = answer.header("Content-Encoding").strip().lower()
        content, short = inflate(bytes(body), encoding, self._policy)
        return content, cut or ("the compressed content ends too early" if short else None)


def _location(answer: Answer) -> str | None:
    """Return where an answer redirects to; null if it does not."""
    return (answer.header("Location") or None) if answer.status in _REDIRECTS else None


def _refusal(status: int) -> tuple[str, str]:
    """Return code and message for an answer that is not the page that was asked for."""
    busy = status in _LATER or status >= 500
    return "fetch.busy" if busy else "fetch.status", f"the server answered {status}"


def _headers(address: Address, known: Validators | None) -> list[tuple[str, str]]:
    """Return what is told to a server: no cookie, no referrer, nothing of the user."""
    asked = [
        ("Host", address.authority),
        ("User-Agent", f"rawi/{_version()}"),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    if known and known.etag:
        asked.append(("If-None-Match", known.etag))
    if known and known.modified:
        asked.append(("If-Modified-Since", known.modified))
    return asked


def _version() -> str:
    """Return the installed version, 0 if the package was not installed."""
    try:
        return version("rawi")
    except PackageNotFoundError:
        return "0"


def _told(error: OSError | http.client.HTTPException | ValueError) -> SourceError:
    """Return an error of the connection with its code; nothing that the other side wrote is repeated."""
    match error:
        case ssl.SSLCertVerificationError():
            return refused("fetch.tls", f"the certificate is not believed: {error.verify_message}")
        case ssl.SSLError():
            return refused("fetch.tls", f"no safe connection: {error.reason}")
        case TimeoutError():
            return refused("fetch.timeout", "no whole answer in time")
        case OSError():
            return refused("fetch.unreachable", f"no connection: {error.strerror or type(error).__name__}")
    return refused("fetch.protocol", f"what answers does not speak HTTP ({type(error).__name__})")
