"""Web archives that are cut short, altered, chunked, packed or lie about lengths."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.case import FILLER, Canary, Case, bare, case, lost
from tests.hostile.pages import page, plain

KIND = "warc"
MAY = "html.fallback warc.skipped"
warc = partial(case, KIND, may=MAY)
OTHER = page("<p>" + FILLER * 9 + "</p>").encode()


def record(
    body: bytes,
    heads: str = "Content-Type: text/html; charset=utf-8",
    length: int | str | None = None,
    uri: str = "http://example.org/1",
    more: str = "",
    status: str = "200 OK",
    kind: str = "response",
) -> bytes:
    """Return a record of WARC, written by hand so that everything in it can be wrong."""
    http = f"HTTP/1.1 {status}\r\n{heads}\r\n\r\n".encode() + body if kind == "response" else body
    size = len(http) if length is None else length
    typed = (
        "application/http; msgtype=response" if kind == "response" else heads.removeprefix("Content-Type: ")
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {typed}\r\n{more}"
        f"Content-Length: {size}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def chunked(data: bytes, size: int = 1000) -> bytes:
    """Return ``data`` in the chunks of HTTP."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def _one(canary: Canary) -> bytes:
    return plain(canary).encode()


def _lengths() -> Iterator[Case]:
    """Records that say they are longer or shorter than they are, or are cut."""
    damaged = "warc.damaged"
    for name, length in {
        "huge": "9" + "0" * 100,
        "negative": "-5",
        "words": "many",
        "empty": "",
        "float": "1e5",
        "hex": "0x10",
    }.items():
        make = lambda k, n=length: record(OTHER, length=n) + record(_one(k))  # noqa: E731
        yield case(
            KIND, f"length-{name}.warc", make, may=f"{MAY} {damaged} source.empty warc.truncated", stored=None
        )
        yield case(
            KIND,
            f"length-{name}.warc.gz",
            lambda k, n=length: gzip.compress(record(OTHER, length=n)) + gzip.compress(record(_one(k))),
            may=f"{MAY} {damaged} source.empty warc.truncated",
            stored=None,
        )
    yield case(
        KIND,
        "length-zero.warc",
        lambda k: record(OTHER, length=0) + record(_one(k)),
        damaged,
        may=f"{MAY} source.empty",
        stored=None,
    )
    yield case(
        KIND,
        "length-short.warc",
        lambda k: record(OTHER, length=len(OTHER) // 2) + record(_one(k)),
        damaged,
        may=f"{MAY} text.undecodable warc.truncated",
        stored=None,
    )


def _cuts() -> Iterator[Case]:
    """Records that are cut, or whose lengths cut others."""
    damaged = "warc.damaged"
    yield case(
        KIND, "length-long-last.warc", lambda k: record(_one(k), length=10**6), "warc.truncated", may=MAY
    )
    yield case(
        KIND,
        "cut.warc",
        lambda k: record(OTHER) + record(_one(k))[:-400],
        "warc.truncated",
        may=f"{MAY} text.undecodable",
        stored=2,
    )
    yield case(
        KIND,
        "cut-in-the-head.warc",
        lambda k: record(_one(k)) + record(OTHER)[:80],
        may=f"{MAY} {damaged} warc.truncated",
    )
    noise = plain
    yield case(
        KIND,
        "cut.warc.gz",
        lambda k: gzip.compress(record(noise(k).encode())) + gzip.compress(record(OTHER))[:-40],
        may=f"{MAY} warc.truncated warc.damaged text.undecodable gzip.truncated",
        stored=None,
    )
    yield case(
        KIND,
        "altered.warc.gz",
        lambda k: gzip.compress(record(OTHER))[:50] + b"\xff\xff" + gzip.compress(record(_one(k))),
        may=f"{MAY} warc.truncated warc.damaged gzip.damaged",
        stored=None,
    )


def _digests() -> Iterator[Case]:
    """Digests that are wrong or odd."""
    for name, digest in {"wrong": "sha1:" + "A" * 32, "wrong-md5": "md5:" + "0" * 32}.items():
        yield case(
            KIND,
            f"digest-{name}.warc",
            lambda k, d=digest: record(_one(k), more=f"WARC-Payload-Digest: {d}\r\n"),
            may=f"{MAY} warc.digest-mismatch",
        )
    yield case(
        KIND,
        "digest-block.warc",
        lambda k: record(_one(k), more=f"WARC-Block-Digest: sha1:{'A' * 32}\r\n"),
        "warc.digest-mismatch",
        may=MAY,
    )
    for name, digest in {
        "unknown": "foo:bar",
        "empty": "",
        "colon": ":",
        "long": "sha1:" + "A" * 9000,
    }.items():
        yield case(
            KIND,
            f"digest-{name}.warc",
            lambda k, d=digest: record(_one(k), more=f"WARC-Block-Digest: {d}\r\n"),
            may=f"{MAY} warc.digest-mismatch warc.damaged",
        )
    yield case(
        KIND,
        "truncated-said.warc",
        lambda k: record(_one(k), more="WARC-Truncated: length\r\n"),
        "warc.truncated",
        may=MAY,
    )


def _codings() -> Iterator[Case]:
    """Chunks and packings, right and wrong."""
    head = "Content-Type: text/html; charset=utf-8\r\n"
    pack, chunk = f"{head}Content-Encoding: gzip", f"{head}Transfer-Encoding: chunked"
    yield warc("chunked.warc", lambda k: record(chunked(_one(k)), chunk))
    yield warc("chunked-not.warc", lambda k: record(_one(k), chunk))
    yield case(
        KIND,
        "chunked-cut.warc",
        lambda k: record(chunked(_one(k) + f"<p>{FILLER}</p>".encode() * 90)[:-9000], chunk),
        may=f"{MAY} warc.truncated warc.chunks text.undecodable",
    )
    yield case(
        KIND,
        "chunked-huge.warc",
        lambda k: record(chunked(_one(k))[:-5] + b"ffffffffffffffff\r\n", chunk),
        may=f"{MAY} warc.truncated warc.chunks text.undecodable",
    )
    yield case(
        KIND,
        "chunked-negative.warc",
        lambda k: record(chunked(_one(k))[:-5] + b"-5\r\nxx", chunk),
        may=f"{MAY} warc.truncated warc.chunks text.undecodable",
    )
    yield warc("gzip.warc", lambda k: record(gzip.compress(_one(k)), pack))
    yield warc("gzip-not.warc", lambda k: record(_one(k), pack))
    yield warc("deflate.warc", lambda k: record(zlib.compress(_one(k)), f"{head}Content-Encoding: deflate"))
    yield warc(
        "gzip-chunked.warc",
        lambda k: record(chunked(gzip.compress(_one(k))), f"{pack}\r\nTransfer-Encoding: chunked"),
    )


def _packings() -> Iterator[Case]:
    """Packings and encodings, right and wrong."""
    head = "Content-Type: text/html; charset=utf-8\r\n"
    pack = f"{head}Content-Encoding: gzip"
    yield case(
        KIND,
        "gzip-cut.warc",
        lambda k: record(_one(k)) + record(gzip.compress(OTHER)[:-30], pack),
        may=f"{MAY} warc.truncated warc.damaged text.undecodable source.empty document.empty",
        stored=None,
    )
    bomb = gzip.compress(bytes(64 << 20))
    yield case(
        KIND, "gzip-bomb.warc", lambda k: record(bomb, pack) + record(_one(k)), "warc.too-large", may=MAY
    )
    twice = gzip.compress(gzip.compress(bytes(64 << 20)))
    yield case(
        KIND,
        "gzip-twice.warc",
        lambda k: record(twice, f"{pack}, gzip") + record(_one(k)),
        may=f"{MAY} document.binary warc.too-large warc.damaged",
        stored=None,
    )
    yield case(
        KIND, "coding-unknown.warc", lambda k: record(_one(k), f"{head}Content-Encoding: x-odd"), may=f"{MAY}"
    )
    for name, charset in {"lies": "iso-8859-1", "unknown": "no-such", "long": "x" * 5000}.items():
        yield warc(
            f"charset-{name}.warc",
            lambda k, c=charset: record(_one(k), f"Content-Type: text/html; charset={c}"),
        )
    yield warc(
        "cp1256.warc",
        lambda k: record(plain(bare(k)).encode("cp1256"), "Content-Type: text/html; charset=windows-1256"),
    )


def _records() -> Iterator[Case]:
    """Records that are none, many, or of other kinds."""
    yield warc("one.warc", lambda k: record(_one(k)))
    yield warc("one.warc.gz", lambda k: gzip.compress(record(_one(k))))
    yield warc("all-in-one.warc.gz", lambda k: gzip.compress(record(OTHER) + record(_one(k))), stored=None)
    yield warc("many.warc", lambda k: record(_one(k)) + record(b"<p>x</p>") * 300, stored=301)
    yield warc("not-found.warc", lambda k: record(OTHER, status="404 Not Found") + record(_one(k)))
    yield case(
        KIND,
        "status-odd.warc",
        lambda k: record(_one(k)) + record(OTHER, status="x"),
        stored=None,
        may=f"{MAY} warc.damaged",
    )
    yield warc("resource.warc", lambda k: record(_one(k), "Content-Type: text/html", kind="resource"))
    yield case(
        KIND,
        "noise-between.warc",
        lambda k: record(OTHER) + b"\x01nonsense\r\n\r\n" * 9 + record(_one(k)),
        "warc.damaged",
        may=MAY,
        stored=2,
    )
    yield case(KIND, "noise-first.warc", lambda k: b"nonsense\r\n" + record(_one(k)), "warc.damaged", may=MAY)
    yield warc("lines-between.warc", lambda k: record(OTHER) + b"\r\n" * 999 + record(_one(k)), stored=2)


def _odd_records() -> Iterator[Case]:
    """Records with odd addresses and heads, and archives without a page."""
    yield warc("uri-odd.warc", lambda k: record(_one(k), uri="../../etc/passwd\x00\x1b"))
    yield warc("uri-file.warc", lambda k: record(_one(k), uri="file:///etc/passwd"))
    yield warc("uri-long.warc", lambda k: record(_one(k), uri="http://a.b/" + "x" * 50_000))
    for name, more in {"heads-many": "X: y\r\n" * 50_000, "head-long": f"X: {'y' * 1_000_000}"}.items():
        head = f"Content-Type: text/html\r\n{more}"
        beside = lambda k, h=head: record(OTHER, h) + record(_one(k))  # noqa: E731
        yield case(KIND, f"{name}.warc", beside, may=f"{MAY} warc.damaged", stored=None)
    yield case(KIND, "bad-utf-8-head.warc", lambda k: record(_one(k)).replace(b"X: ", b"\xff: "), may=MAY)
    yield lost(KIND, "no-warc.warc", FILLER, "warc.damaged")
    yield lost(
        KIND,
        "only-info.warc",
        record(b"software: x", "Content-Type: application/warc-fields", kind="warcinfo"),
        "source.no-documents",
    )
    yield lost(KIND, "version-9.warc", b"WARC/9.9\r\n\r\n" * 99, "warc.damaged")
    yield lost(
        KIND,
        "starts.warc",
        b"WARC/1.0\r\n" * 3000,
        may="warc.damaged source.empty source.no-documents report.shortened",
    )
    yield lost(
        KIND,
        "images.warc",
        record(b"\x89PNG", "Content-Type: image/png"),
        may="source.no-documents warc.skipped",
    )


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_lengths(), *_cuts(), *_digests(), *_codings(), *_packings(), *_records(), *_odd_records()]
