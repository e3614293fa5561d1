"""The client against servers that misbehave: it takes no more than it may, and says what came."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from rawi.errors import SourceError
from rawi.sources.web.answers import Validators
from tests.sources.web.sites import HOST, LOOPBACK, Reply, Site, answer, client_of, page, redirect, serving

WORDS = "قال سليم الدوري إن الجسر سيفتح غدا."
HTML = "Content-Type: text/html; charset=utf-8"


def code_of(reply: Reply, **policy: object) -> str:
    """Return the code with which a reply is refused, raised or told in the answer."""
    with serving({"/": reply}) as site:
        try:
            got = client_of(site, **policy).fetch(site.url())  # type: ignore[arg-type]
        except SourceError as error:
            return error.code
        assert got.failure is not None
        return got.failure[0]


def test_a_page_comes_with_its_capture() -> None:
    """Bytes, status, headers, moment and address of the answer are kept; what names the person is not."""
    with serving(
        {"/خبر": b"", "/%D8%AE%D8%A8%D8%B1": page(WORDS, 'ETag: "v1"', "Set-Cookie: who=me")}
    ) as site:
        got = client_of(site).fetch(site.url("/خبر"))
    assert WORDS in got.body.decode()
    assert got.capture.url == site.url("/%D8%AE%D8%A8%D8%B1")
    assert got.capture.headers[0] == (":status", "200")
    assert ("ETag", '"v1"') in got.capture.headers
    assert not [name for name, _ in got.capture.headers if name.lower() == "set-cookie"]
    assert got.capture.at is not None
    moment = datetime.strptime(got.capture.at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60


def test_a_request_tells_nothing_of_the_user() -> None:
    """A request names the host and the program; no cookie, referrer or language, also after a redirect."""
    with serving({"/": redirect("/b"), "/b": page(WORDS, "Set-Cookie: a=b")}) as site:
        client = client_of(site)
        client.fetch(site.url())
        client.fetch(site.url("/b"))
    for asked in site.requests:
        names = {line.partition(":")[0].lower() for line in asked.splitlines()[1:] if line}
        assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert f"Host: {HOST}:{site.port}" in asked
        assert "User-Agent: rawi/" in asked
    assert [one.split()[1] for one in site.requests] == ["/", "/b", "/b"]


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{other}/", "http://169.254.169.254/latest/meta-data/", "http://[::1]:{other}/",
        "http://2130706433:{other}/", "http://0x7f.1:{other}/", "http://localhost:{other}/",
        "//news.example:{other}/", "http://[::ffff:127.0.0.1]:{other}/", "//0:{other}/",
    ],
)  # fmt: skip
def test_redirects_inside_are_refused(location: str) -> None:
    """A page cannot send the client to a machine inside: no connection is made there."""
    with serving({"/": page("سر")}) as secret, serving({"/": b""}) as site:
        site.replies["/"] = redirect(location.format(other=secret.port))
        with pytest.raises(SourceError) as error:
            client_of(site).fetch(site.url())
    assert error.value.code == "fetch.address"
    assert secret.requests == []


def test_redirects_are_followed_three_times() -> None:
    """Three redirects lead to the page, whose own address is kept; a fourth is too many, as is a circle."""
    chain: dict[str, Reply] = {f"/{n}": redirect(f"/{n + 1}") for n in range(4)}
    with serving({**chain, "/4": page(WORDS), "/x": redirect("x")}) as site:
        client = client_of(site)
        assert client.fetch(site.url("/1")).capture.url == site.url("/4")
        for path in ("/0", "/x"):
            with pytest.raises(SourceError) as error:
                client.fetch(site.url(path))
            assert error.value.code == "fetch.redirects"


def test_redirects_stay_on_allowed_hosts() -> None:
    """With ``hosts`` no redirect leads elsewhere."""
    with serving({"/": redirect("//other.example/")}) as site, pytest.raises(SourceError) as error:
        client_of(site, hosts=(HOST,)).fetch(site.url())
    assert error.value.code == "fetch.not-allowed"


def test_a_name_that_rebinds_is_refused_at_the_redirect() -> None:
    """A name that is inside when it is asked again, for a redirect, is refused then."""
    from rawi.sources.web.client import Client, Times
    from rawi.sources.web.policy import Policy

    with serving({"/": redirect("/b"), "/b": page("سر")}) as site:
        answers = iter([[LOOPBACK], ["10.0.0.1"]])
        client = Client(
            Policy(inner=frozenset({(LOOPBACK, site.port)})),
            resolve=lambda host, port: next(answers),
            times=Times(sleep=lambda seconds: None),
        )
        with pytest.raises(SourceError) as error:
            client.fetch(site.url())
    assert error.value.code == "fetch.address"
    assert len(site.requests) == 1


def forever(*pieces: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Return a reply that sends its first piece, then the others again and again."""

    def send(stream: socket.socket) -> None:
        stream.sendall(pieces[0])
        until = time.monotonic() + 20
        while time.monotonic() < until:
            for piece in pieces[1:]:
                stream.sendall(piece)
            time.sleep(pause)

    return send


_HEAD = f"HTTP/1.1 200 OK\r\n{HTML}\r\n".encode()
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (forever(_HEAD + b"\r\n", b"x" * 65536), "fetch.too-large"),
        (forever(_CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n"), "fetch.too-large"),
        (forever(_CHUNKED, b"1;" + b"x" * 60000 + b"\r\nx\r\n"), "fetch.too-large"),
        (forever(_CHUNKED + b"0\r\n", b"X-More: " + b"y" * 60000 + b"\r\n"), "fetch.too-large"),
        (answer(b"x" * 300_000, HTML), "fetch.too-large"),
        (answer(b"x", HTML, length=10**100), "cut"),
        (forever(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), "fetch.protocol"),
        (forever(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 65536), "fetch.protocol"),
        (forever(b"HTTP/1.1 200 OK\r\n", b"X: " + b"y" * 60000 + b"\r\n"), "fetch.too-large"),
        (forever(b"", b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n"), "fetch.too-large"),
        (forever(b"", b"HTTP/1.1 "), "fetch.protocol"),
        (b"hello, this is no HTTP\r\n\r\n", "fetch.protocol"),
        (b"<html><p>HTTP/0.9</p></html>\n", "fetch.protocol"),
        (b"", "fetch.unreachable"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "fetch.protocol"),
        (b"HTTP/9.9 200 OK\r\n\r\n", "fetch.protocol"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "fetch.protocol"),
        (_HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\nxx", "fetch.encoding"),
        (answer(b"\x0b\x02", HTML, "Content-Encoding: br"), "fetch.encoding"),
        (answer(b"no gzip at all", HTML, "Content-Encoding: gzip"), "fetch.encoding"),
        (answer(gzip.compress(b"x"), HTML, "Content-Encoding: gzip, gzip"), "fetch.encoding"),
        (answer(b"%PDF", "Content-Type: application/pdf"), "fetch.type"),
        (answer(b"\x89PNG", "Content-Type: image/png"), "fetch.type"),
        (answer(b"{}", "Content-Type: application/json"), "fetch.type"),
    ],
)  # fmt: skip
def test_hostile_answers(reply: Reply, code: str) -> None:
    """Each ends in its code, soon and with little taken in."""
    began = time.monotonic()
    if code == "cut":
        with serving({"/": reply}) as site:
            assert client_of(site, size=200_000, total=8.0).fetch(site.url()).cut
    else:
        assert code_of(reply, size=200_000, total=8.0) == code
    assert time.monotonic() - began < 7


@pytest.mark.parametrize(
    "reply",
    [
        forever(b"", b"H", pause=0.05),
        forever(_HEAD + b"Content-Length: 100000\r\n\r\n", b"x", pause=0.05),
        forever(_CHUNKED, b"1\r\nx\r\n", pause=0.05),
        forever(b"HTTP/1.1 200 OK\r\n", b"X", pause=0.05),
        lambda stream: time.sleep(5),
    ],
)
def test_a_slow_drip_ends_in_time(reply: Reply) -> None:
    """A server that always sends just a little is left when the time for the whole is over."""
    began = time.monotonic()
    assert code_of(reply, total=1.0, idle=0.8) in ("fetch.timeout", "fetch.protocol")
    assert time.monotonic() - began < 3


def test_a_server_that_says_nothing_is_left() -> None:
    """Without a byte for ``idle`` seconds the answer is given up, however much time the whole may take."""
    began = time.monotonic()
    assert code_of(lambda stream: time.sleep(5), idle=0.3) == "fetch.timeout"
    assert time.monotonic() - began < 2


def test_compressed_answers_are_inflated() -> None:
    """gzip, in several members too, and deflate with and without its header give the page."""
    body = f"<html><body><p>{WORDS * 50}</p></body></html>".encode()
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body),
        "x-gzip": gzip.compress(body[:500]) + gzip.compress(body[500:]),
        "deflate": zlib.compress(body),
        "Deflate": raw.compress(body) + raw.flush(),
        "identity": body,
    }
    replies: dict[str, Reply] = {
        f"/{name}": answer(data, HTML, f"Content-Encoding: {name}") for name, data in packed.items()
    }
    with serving(replies) as site:
        for name in packed:
            got = client_of(site).fetch(site.url(f"/{name}"))
            assert (got.body, got.cut, got.failure) == (body, None, None), name


@pytest.mark.parametrize("size", [1 << 20, 64 << 20])
def test_a_bomb_is_refused(size: int) -> None:
    """Content that unfolds beyond the size, or beyond the ratio, is refused; little of it is unfolded."""
    bomb = gzip.compress(b"\0" * (40 << 20))
    began = time.monotonic()
    assert code_of(answer(bomb, HTML, "Content-Encoding: gzip"), size=size) == "fetch.too-large"
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "reply",
    [
        answer(WORDS.encode(), HTML, length=4000),
        answer(WORDS.encode(), HTML, length=10**18),
        _CHUNKED + b"5\r\nhello\r\n",
        _CHUNKED + b"50\r\nhello",
        _CHUNKED + b"5\r\nhello\r\nzz\r\n",
        answer(gzip.compress(WORDS.encode() * 99)[:-9], HTML, "Content-Encoding: gzip"),
    ],
)
def test_a_short_answer_is_marked(reply: Reply) -> None:
    """An answer of which something is missing is kept, says so, and is never asked for conditionally."""
    with serving({"/": reply}) as site:
        got = client_of(site).fetch(site.url())
    assert got.failure is None
    assert got.body
    assert got.cut
    assert got.validators() is None


def test_a_length_that_is_none_does_not_cut() -> None:
    """A length that is no number, or below nothing, is not believed: the answer ends with the connection."""
    for told in (b"-5", b"abc", b"5x", "٥".encode()):
        reply = _HEAD + b"Content-Length: " + told + b"\r\n\r\n" + WORDS.encode()
        with serving({"/": reply}) as site:
            got = client_of(site).fetch(site.url())
        assert (got.body.decode(), got.failure) == (WORDS, None)


@pytest.mark.parametrize(
    "status", ["404 Not Found", "410 Gone", "403 Forbidden", "206 Partial", "204 No Content", "304 x"]
)
def test_other_answers_are_refused_with_what_came(status: str) -> None:
    """Only 200 gives a page; of the others a small body and the headers are kept."""
    with serving({"/": page(WORDS, status=status)}) as site:
        got = client_of(site).fetch(site.url())
    assert got.failure is not None
    assert got.failure[0] == "fetch.status"
    assert got.status == int(status[:3])
    assert (WORDS in got.body.decode()) is (status[:3] not in ("204", "304"))
    assert got.capture.headers[0] == (":status", status[:3])


def test_a_large_refusal_is_not_kept() -> None:
    """Of an error page larger than a quarter of a megabyte only the headers are kept."""
    with serving({"/": answer(b"x" * 300_000, HTML, status="500 Oh")}) as site:
        got = client_of(site).fetch(site.url())
    assert got.failure is not None
    assert (got.failure[0], got.body) == ("fetch.busy", b"")


def test_nothing_changed() -> None:
    """With what was said of the version that is there, the request is conditional, and 304 is its answer."""
    reply = b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n'
    with serving({"/": reply}) as site:
        got = client_of(site).fetch(
            site.url(), lambda url: Validators('"v1"', "Thu, 01 May 2031 08:00:00 GMT")
        )
    assert (got.status, got.failure) == (304, None)
    assert 'If-None-Match: "v1"' in site.requests[0]
    assert "If-Modified-Since: Thu, 01 May 2031 08:00:00 GMT" in site.requests[0]


def test_what_a_server_said_cannot_be_turned_against_it() -> None:
    """A validator with a line break or letters beyond ASCII is never sent back."""
    with serving({"/": page(WORDS, 'ETag: "ا"', "Last-Modified: x\x01y")}) as site:
        got = client_of(site).fetch(site.url())
    assert got.validators() is None


def test_hosts_are_asked_at_a_pace() -> None:
    """Two requests to one host are a second apart, redirects too; another host need not wait."""
    waits: list[float] = []
    with serving({"/": redirect("/b"), "/b": page(WORDS)}) as site:
        client = client_of(site, waits=waits)
        client.fetch(site.url())
        client.fetch(site.url("/b", host="other.example"))
    assert len(waits) == 1
    assert 0.5 < waits[0] <= 1.0


@pytest.mark.parametrize(
    ("later", "asked", "waited"),
    [("2", 2, True), ("31", 1, False), ("99999999999", 1, False), ("soon", 1, False)],
)
def test_retry_after_is_honoured_up_to_a_limit(later: str, asked: int, waited: bool) -> None:
    """A server that asks for patience is asked once more after it, if that is not too long."""
    waits: list[float] = []
    busy = page("مهلا", f"Retry-After: {later}", status="429 Slow down")
    with serving({"/": busy}) as site:
        got = client_of(site, waits=waits).fetch(site.url())
    assert got.failure == ("fetch.busy", "the server answered 429")
    assert len(site.requests) == asked
    assert (2.0 in waits) is waited


def test_nobody_there() -> None:
    """A port on which nobody listens is told plainly."""
    with serving({}) as site:
        pass
    with pytest.raises(SourceError) as error:
        client_of(site).fetch(site.url())
    assert error.value.code == "fetch.unreachable"


@pytest.mark.parametrize(
    "reply",
    [page("ok", status="404 كلام سري"), "كلام سري\r\n\r\n".encode(), b"HTTP/1.1 2x0 secret\r\nsecret\r\n"],
)
def test_messages_hold_no_words_of_the_server(reply: Reply) -> None:
    """What a server writes in its status line or garbage never gets into a message."""
    with serving({"/": reply}) as site:
        told = told_by(site)
    assert told
    assert "سري" not in told
    assert "secret" not in told


def told_by(site: Site) -> str:
    """Return what is told of an answer that is refused."""
    try:
        failure = client_of(site).fetch(site.url()).failure
    except SourceError as error:
        return str(error)
    return failure[1] if failure else ""
