"""Web archives, made by hand, so that anything in them can be wrong."""

from __future__ import annotations

import base64
import gzip
import hashlib

WORDS = "قال المتحدث باسم بلدية الرمانة سليم الدوري إن الجسر سيفتح غدا. "


def page(number: int = 1) -> bytes:
    """Return a page whose words tell its number."""
    text = f"<p>{WORDS}الخبر رقم {number}.</p>"
    return f"<!doctype html><html><head><title>الجسر</title></head><body>{text}</body></html>".encode()


def answer(
    body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    """Return what a server answered."""
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join([*head, "", ""]).encode() + body


def record(
    block: bytes, *headers: str, kind: str = "response", length: str | None = None, url: str = ""
) -> bytes:
    """Return a record with the given headers besides those that it must have."""
    head = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url or 'https://rummana.example/1'}",
        "WARC-Date: 2031-05-01T08:00:00Z",
        *headers,
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + block + b"\r\n\r\n"


def digest(data: bytes) -> str:
    """Return a digest as writers of archives write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def pages(number: int, packed: bool = False) -> list[bytes]:
    """Return so many records of one page each, each a gzip member if packed."""
    plain = (record(answer(page(n)), url=f"https://rummana.example/{n}") for n in range(1, number + 1))
    return [gzip.compress(one, mtime=0) if packed else one for one in plain]


def chunked(body: bytes, size: int = 50) -> bytes:
    """Return a body in chunks."""
    cut = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in cut) + b"0\r\n\r\n"
