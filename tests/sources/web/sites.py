"""Servers on this machine that answer as they are told, also as no honest server would."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from rawi.sources.web.client import Client, Times
from rawi.sources.web.policy import Policy

LOOPBACK = "127.0.0.1"
HOST = "news.example"
Reply = bytes | Callable[[socket.socket], None]


class Site:
    """A server of canned replies by path; ``requests`` are what was asked, whole."""

    def __init__(self, replies: dict[str, Reply], trust: ssl.SSLContext | None = None) -> None:
        self.replies, self.requests, self._trust = replies, list[str](), trust
        self._listening = socket.create_server((LOOPBACK, 0))
        self.port = int(self._listening.getsockname()[1])
        Thread(target=self._listen, daemon=True).start()

    def url(self, path: str = "/", host: str = HOST, scheme: str = "http") -> str:
        """Return the address of a path here."""
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        """Stop listening."""
        with suppress(OSError):  # of a system that does not shut down what only listens
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _listen(self) -> None:
        """Answer one connection after another, each in a thread of its own."""
        while True:
            try:
                stream, _ = self._listening.accept()
            except OSError:
                return
            Thread(target=self._answer, args=(stream,), daemon=True).start()

    def _answer(self, stream: socket.socket) -> None:
        """Read a request and send what belongs to its path."""
        try:
            with self._trust.wrap_socket(stream, server_side=True) if self._trust else stream as talk:
                asked = read_head(talk).decode("latin-1")
                self.requests.append(asked)
                reply = self.replies.get(
                    (asked.split() or ["", ""])[1], page("لا شيء هنا", status="404 Not Found")
                )
                if isinstance(reply, bytes):
                    talk.sendall(reply)
                else:
                    reply(talk)
        except OSError:
            return  # the client went away, which many tests want it to


def read_head(stream: socket.socket) -> bytes:
    """Return a request up to its empty line."""
    head = b""
    while not head.endswith(b"\r\n\r\n") and (byte := stream.recv(1)):
        head += byte
    return head


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return an answer with a length, right or not."""
    told = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join([*told, "", ""]).encode() + body


def page(words: str, *headers: str, status: str = "200 OK") -> bytes:
    """Return the answer of a page with some words in it."""
    html = (
        f"<html><head><title>{words[:20]}</title></head><body><article><p>{words}</p></article></body></html>"
    )
    return answer(html.encode(), "Content-Type: text/html; charset=utf-8", *headers, status=status)


def redirect(location: str) -> bytes:
    """Return a redirect."""
    return answer(b"", f"Location: {location}", status="302 Found")


@contextmanager
def serving(replies: dict[str, Reply], trust: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve while the block lasts."""
    site = Site(replies, trust)
    try:
        yield site
    finally:
        site.close()


def client_of(
    *sites: Site, waits: list[float] | None = None, trust: ssl.SSLContext | None = None, **policy: object
) -> Client:
    """Return a client to which every name is this machine; it may reach the ports of ``sites`` alone.

    It does not wait: what it would have waited goes to ``waits``.
    """
    kept = waits if waits is not None else []
    inner = frozenset((LOOPBACK, site.port) for site in sites)
    times = Times(sleep=kept.append)
    made = Policy(inner=inner, **policy)  # type: ignore[arg-type]
    return Client(made, resolve=lambda host, port: [LOOPBACK], trust=trust, times=times)


def certificate(folder: Path, host: str = HOST) -> tuple[Path, Path] | None:
    """Make a certificate that signs itself, and its key; null where there is no openssl."""
    import shutil
    import subprocess

    if not shutil.which("openssl"):
        return None
    made = folder / "cert.pem", folder / "key.pem"
    how = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}"]
    where = ["-addext", f"subjectAltName=DNS:{host}", "-out", str(made[0]), "-keyout", str(made[1])]
    subprocess.run(["openssl", "req", *how, *where], check=True, capture_output=True)
    return made
