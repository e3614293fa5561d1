"""Through a proxy and over TLS: the name goes to the proxy, the certificate must be the host's."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread

import pytest

from rawi.errors import SourceError
from rawi.sources.web.client import Client, Times
from rawi.sources.web.policy import Policy
from rawi.sources.web.proxies import parse_proxy
from tests.sources.web.sites import (
    HOST,
    LOOPBACK,
    Site,
    answer,
    certificate,
    client_of,
    page,
    read_head,
    serving,
)

WORDS = "قالت هناء الشمري إن الطريق مغلق."


@contextmanager
def proxying(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """Serve a proxy that treats each connection with ``talk``; yields its port."""
    listening = socket.create_server((LOOPBACK, 0))

    def listen() -> None:
        while True:
            try:
                stream, _ = listening.accept()
            except OSError:
                return
            Thread(target=talk, args=(stream,), daemon=True).start()

    Thread(target=listen, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


def join(stream: socket.socket, site: Site) -> None:
    """Carry bytes both ways between a client and a site until one of them ends."""
    other = socket.create_connection((LOOPBACK, site.port))

    def carry(one: socket.socket, another: socket.socket) -> None:
        try:
            while data := one.recv(65536):
                another.sendall(data)
            another.shutdown(socket.SHUT_WR)
        except OSError:
            return

    Thread(target=carry, args=(stream, other), daemon=True).start()
    carry(other, stream)


def socks(site: Site, asked: list[bytes], code: int = 0) -> Callable[[socket.socket], None]:
    """Return a SOCKS5 proxy that leads everybody to ``site`` and notes what it was asked for."""

    def talk(stream: socket.socket) -> None:
        assert stream.recv(3) == b"\x05\x01\x00"
        stream.sendall(b"\x05\x00")
        asked.append(stream.recv(512))
        stream.sendall(bytes((5, code, 0, 3, 4)) + b"here" + b"\0\0")
        if code == 0:
            join(stream, site)
        stream.close()

    return talk


def tunnel(site: Site, asked: list[bytes], status: bytes = b"200 OK") -> Callable[[socket.socket], None]:
    """Return an HTTP proxy that opens a tunnel to ``site``, or answers a request in its place."""

    def talk(stream: socket.socket) -> None:
        head = read_head(stream)
        asked.append(head)
        if head.startswith(b"CONNECT"):
            stream.sendall(b"HTTP/1.1 " + status + b"\r\nVia: x\r\n\r\n")
            if status.startswith(b"200 "):
                join(stream, site)
        else:
            stream.sendall(page(WORDS))
        stream.close()

    return talk


def never(host: str, port: int) -> Sequence[str]:
    """Fail: behind a proxy no name is looked up here."""
    raise AssertionError(host)


def through(kind: str, port: int, trust: ssl.SSLContext | None = None) -> Client:
    """Return a client behind a proxy, which must not look names up."""
    policy = Policy(proxy=f"{kind}://{LOOPBACK}:{port}", total=5.0, interval=0.0)
    return Client(policy, resolve=never, trust=trust, times=Times())


@pytest.fixture(scope="module")
def trusts(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server with a certificate of its own needs, and what a client needs to believe it."""
    made = certificate(tmp_path_factory.mktemp("tls"))
    if made is None:
        pytest.skip("no openssl here to make a certificate")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(*made)
    return server, ssl.create_default_context(cafile=str(made[0]))


def test_socks_gets_the_name() -> None:
    """A SOCKS5 proxy is told the name itself; nothing is looked up here."""
    asked: list[bytes] = []
    with serving({"/": page(WORDS)}) as site, proxying(socks(site, asked)) as port:
        assert WORDS in through("socks5h", port).fetch("http://news.example/").body.decode()
    assert asked == [b"\x05\x01\x00\x03\x0cnews.example\x00\x50"]
    assert "Host: news.example\r\n" in site.requests[0]


def test_onion_goes_through_socks() -> None:
    """An address of Tor is reached by the proxy."""
    asked: list[bytes] = []
    with serving({"/": page(WORDS)}) as site, proxying(socks(site, asked)) as port:
        assert through("socks5h", port).fetch("http://abc.onion/").status == 200
    assert b"abc.onion" in asked[0]


def test_a_proxy_does_not_lead_inside() -> None:
    """A page behind a proxy cannot redirect to an inner machine that it writes as one."""
    asked: list[bytes] = []
    inside = answer(b"", "Location: http://192.168.1.1/", status="301 x")
    with (
        serving({"/": inside}) as site,
        proxying(socks(site, asked)) as port,
        pytest.raises(SourceError) as error,
    ):
        through("socks5h", port).fetch("http://news.example/")
    assert error.value.code == "fetch.address"
    assert len(asked) == 1


def test_http_proxy_gets_the_whole_address() -> None:
    """For http a proxy is asked for the page itself."""
    asked: list[bytes] = []
    with serving({}) as site, proxying(tunnel(site, asked)) as port:
        assert WORDS in through("http", port).fetch("http://news.example:8080/a?b").body.decode()
    assert asked[0].startswith(b"GET http://news.example:8080/a?b HTTP/1.1\r\nHost: news.example:8080\r\n")


@pytest.mark.parametrize("kind", ["http", "socks5h"])
def test_tls_through_a_proxy(kind: str, trusts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """For https a proxy carries what it cannot read; the certificate is the host's own."""
    asked: list[bytes] = []
    with serving({"/": page(WORDS)}, trusts[0]) as site:
        talk = tunnel(site, asked) if kind == "http" else socks(site, asked)
        with proxying(talk) as port:
            assert through(kind, port, trusts[1]).fetch("https://news.example/").status == 200
    if kind == "http":
        assert asked[0] == b"CONNECT news.example:443 HTTP/1.1\r\nHost: news.example:443\r\n\r\n"


@pytest.mark.parametrize("status", [b"407 Pay", b"502 x", b"200OK", b"99999999 x"])
def test_a_proxy_that_refuses(status: bytes) -> None:
    """What a proxy refuses is told as that."""
    with serving({}) as site, proxying(tunnel(site, [], status)) as port, pytest.raises(SourceError) as error:
        through("http", port).fetch("https://news.example/")
    assert error.value.code == "fetch.proxy"


def test_socks_that_refuses() -> None:
    """So is what a SOCKS5 proxy does not reach."""
    with serving({}) as site, proxying(socks(site, [], 5)) as port, pytest.raises(SourceError) as error:
        through("socks5h", port).fetch("http://news.example/")
    assert (error.value.code, "5" in str(error.value)) == ("fetch.proxy", True)


@pytest.mark.parametrize("kind", ["http", "socks5h"])
@pytest.mark.parametrize("said", [b"", b"\x05", b"\x04\x00", b"x" * 20000])
def test_a_proxy_that_is_none(kind: str, said: bytes) -> None:
    """Whatever else listens there ends in a code."""

    def talk(stream: socket.socket) -> None:
        stream.sendall(said)
        stream.shutdown(socket.SHUT_WR)
        stream.recv(65536)

    with proxying(talk) as port, pytest.raises(SourceError) as error:
        through(kind, port).fetch("https://news.example/")
    assert error.value.code == "fetch.proxy"


@pytest.mark.parametrize(
    "written",
    [
        "socks5://127.0.0.1:9050",
        "https://p.example:3128",
        "http://p.example",
        "http://a:b@p.example:1",
        "tor",
        "",
    ],
)
def test_other_proxies_are_wrong_usage(written: str) -> None:
    """A proxy that looks names up here, has a password or no port is not taken."""
    with pytest.raises(ValueError, match="is not http://HOST:PORT or socks5h://HOST:PORT"):
        parse_proxy(written)


def test_tls_names_the_host_and_connects_to_what_was_checked(
    trusts: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    """Over TLS the checked machine is asked under the host's name, which its certificate must bear."""
    names: list[str | None] = []
    trusts[0].sni_callback = lambda stream, name, context: names.append(name)
    with serving({"/": page(WORDS)}, trusts[0]) as site:
        got = client_of(site, trust=trusts[1]).fetch(site.url(scheme="https"))
        assert (got.status, got.cut, names) == (200, None, [HOST])
        with pytest.raises(SourceError) as error:
            client_of(site, trust=trusts[1]).fetch(site.url(host="other.example", scheme="https"))
    assert error.value.code == "fetch.tls"


def test_an_unknown_certificate_is_refused(trusts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """A certificate that nobody vouches for is not believed, and there is no way round it."""
    with serving({"/": page(WORDS)}, trusts[0]) as site, pytest.raises(SourceError) as error:
        client_of(site).fetch(site.url(scheme="https"))
    assert error.value.code == "fetch.tls"
    assert site.requests == []


def test_no_tls_at_all() -> None:
    """A server that speaks plainly where TLS is due is refused."""
    with serving({"/": page(WORDS)}) as site, pytest.raises(SourceError) as error:
        client_of(site, total=1.0, idle=0.5, connect=0.5).fetch(site.url(scheme="https"))
    assert error.value.code in ("fetch.tls", "fetch.timeout")


def test_https_does_not_lead_to_http(trusts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """A redirect out of TLS is refused."""
    out = answer(b"", f"Location: http://{HOST}/", status="301 x")
    with serving({"/": out}, trusts[0]) as site, pytest.raises(SourceError) as error:
        client_of(site, trust=trusts[1]).fetch(site.url(scheme="https"))
    assert error.value.code == "fetch.downgrade"


def test_a_tls_end_without_a_word_is_marked(trusts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """Somebody may have cut an answer without a length that ends without TLS saying so."""

    def cut(stream: socket.socket) -> None:
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + WORDS.encode())
        socket.socket(fileno=stream.detach()).close()

    with serving({"/": cut}, trusts[0]) as site:
        got = client_of(site, trust=trusts[1]).fetch(site.url(scheme="https"))
    assert got.body.decode() == WORDS
    assert got.cut == "the connection ended without a word"
