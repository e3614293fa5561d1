"""Texts that are empty, invisible, binary, read wrongly before they came, or full of controls."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Iterator

import msgspec

from tests.hostile.case import FILLER, Canary, Case, Filling, bare, case, lost, story

NOISE = random.Random(7).randbytes(6000)


def _zip() -> bytes:
    """Return a zip archive with a text in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", FILLER)
    return out.getvalue()


def _empty() -> Iterator[Case]:
    """Nothing to see."""
    kind = "empty"
    marks = {
        "utf-8": b"\xef\xbb\xbf",
        "utf-16": b"\xff\xfe",
        "utf-16-be": b"\xfe\xff",
        "utf-32": b"\xff\xfe\0\0",
    }
    for name, mark in marks.items():
        yield lost(kind, f"mark-only-{name}.txt", mark, "document.empty")
    invisible = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u034f\u061c\u180e\u2063\u3164\u115f"
    yield lost(kind, "empty.txt", b"", "source.empty")
    for name in ("html", "jsonl", "csv", "xml", "warc", "txt.gz", "tsv", "md"):
        yield lost(kind, f"empty.{name}", b"", "source.empty")
    for name, text in {
        "spaces": " \n\t\n ",
        "lines": "\n" * 50_000,
        "no-break": "\u00a0\u2003\u3000" * 99,
        "invisible": invisible * 9,
        "tags": "".join(chr(0xE0020 + n) for n in range(90)),
        "marks-of-direction": "\u202e\u2066\u202c" * 99,
        "selectors": "\ufe0f\ufe0e" * 99,
        "controls": "\x01\x02" * 3 + " " * 400,
        "nul": "\x00",
    }.items():
        yield lost(kind, f"{name}.txt", text, "document.empty", may="document.binary")
    yield lost(kind, "nothing.html", "<html><body></body></html>", "document.empty")
    yield lost(kind, "invisible.html", f"<html><body><p>{invisible}</p></body></html>", "document.empty")
    yield lost(kind, "only-tags.html", "<div><p><br></p></div>", "document.empty")
    yield lost(kind, "header.csv", "text,title\n", "source.no-documents")
    yield lost(kind, "blank-lines.jsonl", "\n\n \n", "source.no-documents")


def _binary() -> Iterator[Case]:
    """Formats that are no text, under the names of texts."""
    kind = "binary"
    files = {
        "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        "jpeg": b"\xff\xd8\xff\xe0" + NOISE,
        "gif": b"GIF89a" + NOISE,
        "pdf": b"%PDF-1.7\n" + FILLER.encode(),
        "zip": _zip(),
        "elf": b"\x7fELF" + NOISE,
        "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE,
        "sqlite": b"SQLite format 3\0" + bytes(4000),
        "exe": b"MZ\x90\x00\x03\x00\x00\x00" + bytes(58) + NOISE,
        "mp4": b"\x00\x00\x00\x20ftypisom" + NOISE,
        "mp3": b"ID3\x04" + NOISE,
        "bzip": b"BZh91AY&SY" + NOISE,
        "xz": b"\xfd7zXZ\x00" + NOISE,
        "wasm": b"\x00asm\x01\x00\x00\x00" + NOISE,
        "class": b"\xca\xfe\xba\xbe\x00\x00\x00\x34" + NOISE,
        "tar": b"a.txt".ljust(100, b"\0") + b"0000644\0" + bytes(400) + FILLER.encode(),
        "tiff": b"II*\x00" + NOISE,
        "doubles": struct.pack("<500d", *(n / 7 for n in range(500))),
        "noise": NOISE,
        "high-noise": bytes(128 + byte % 128 for byte in NOISE),
        "zeros": bytes(5000),
        "pickle": b"\x80\x04\x95" + NOISE,
    }
    for name, data in files.items():
        yield lost(kind, f"{name}.txt", data, "document.binary", may="document.undecodable document.empty")
    for name in ("html", "jsonl", "csv", "xml", "md"):
        may = "document.undecodable csv.no-text-column jsonl.malformed feed.malformed source.no-documents"
        yield lost(kind, f"noise.{name}", NOISE, may=f"document.binary {may} feed.no-entries document.empty")
    yield lost(kind, "noise.warc", NOISE, "warc.damaged")
    yield lost(kind, "pdf.html", b"%PDF-1.7\n" + FILLER.encode(), "document.binary")


def wrongly(text: str, page: str) -> str:
    """Return what UTF-8 looks like when it is taken for another code page, as browsers do."""
    table = {}
    for byte in range(256):
        one = bytes([byte])
        table[byte] = one.decode(page, "replace").replace("\ufffd", chr(byte))
    return "".join(table[byte] for byte in text.encode("utf-8"))


def _mojibake() -> Iterator[Case]:
    """UTF-8 that was read as something else on its way: said, kept as it came, and read behind it."""
    for page in ("cp1256", "latin-1", "cp1252"):

        def once(text: str, page: str = page) -> str:
            return wrongly(text, page)

        def twice(text: str, page: str = page) -> str:
            return wrongly(wrongly(text, page), page)

        yield _misread(f"{page}.txt", lambda k, w=once: w(story(k)), once)
        yield _misread(f"{page}-long.txt", lambda k, w=once: w(story(k, 300)), once)
        yield _misread(f"{page}-twice.txt", lambda k, w=twice: w(story(k)), twice)
        yield _misread(f"{page}-half.txt", lambda k, w=once: story(k, 9) + w(FILLER * 6) + "\n")
        yield _misread(f"{page}-other-half.txt", lambda k, w=once: FILLER * 6 + "\n" + w(story(k)), once)
        line = lambda k, w=once: (FILLER + "\n") * 30 + w(k.words + ".") + "\n" + FILLER  # noqa: E731
        yield _misread(f"{page}-one-line.txt", line, once)
        row = lambda k, w=once: json.dumps({"text": w(story(k))}, ensure_ascii=False)  # noqa: E731
        yield _misread(f"{page}.jsonl", row, once)
    yield _misread("cp1256-as-latin-1.txt", lambda k: _latin(story(bare(k))), _latin)
    yield _misread("cp1256-as-cp1252.txt", lambda k: wrongly_narrow(story(bare(k))), wrongly_narrow)
    talk = "يظهر النص هكذا «طظ» أو هكذا «Ø§Ù„» على الشاشة.\n"
    yield case("mojibake", "talk-of-it.txt", lambda k: story(k) + talk)
    yield case("mojibake", "french.txt", lambda k: story(k) + "l'été dernier, où l'île était à ÀÉÈÊ.\n")


def _misread(name: str, filling: Filling, shape: Callable[[str], str] | None = None) -> Case:
    """Return a case whose words were misread as ``shape`` does it; null if the canary was not."""
    may = "text.controls text.bidi-controls text.invisible"
    made = case("mojibake", name, filling, "text.mojibake", may=may)
    canary = bare(made.canary) if made.canary and name.startswith("cp1256-as") else made.canary
    return msgspec.structs.replace(made, shape=shape, canary=canary)


def _latin(text: str) -> str:
    """Return what Windows-1256 looks like when it is taken for Latin-1."""
    return text.replace("ّ", "").encode("cp1256").decode("latin-1")


def wrongly_narrow(text: str) -> str:
    """Return what Windows-1256 looks like when it is taken for Windows-1252."""
    return "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
        for byte in text.encode("cp1256")
    )


def _inside(canary: Canary, sign: str) -> str:
    """Return a story with a sign between two letters of the speaker's name."""
    name = canary.speaker
    return story(canary).replace(name, name[:2] + sign + name[2:])


def _controls() -> Iterator[Case]:
    """Control characters after the canary and in it."""
    kind = "controls"
    signs = {
        "nul": ("\x00", "text.controls"),
        "bell": ("\x07", "text.controls"),
        "escape": ("\x1b[31m\x1b]0;title\x07", "text.controls"),
        "delete": ("\x7f", "text.controls"),
        "c1": ("\x9b31m\x84", "text.controls"),
        "backspace": ("\x08" * 9, "text.controls"),
        "tags": ("".join(chr(0xE0000 + ord(c)) for c in "order"), "text.invisible"),
    }
    for name, (sign, code) in signs.items():
        yield case(kind, f"{name}.txt", lambda k, s=sign: story(k) + s + FILLER, code)
        yield case(kind, f"{name}-thousand.txt", lambda k, s=sign: story(k, 30) + s * 100 + FILLER, code)
    yield case(kind, "tags-in-a-name.txt", lambda k: _inside(k, "\U000e0041\U000e0042"), "text.invisible")
    for name, sign in {
        "u2028": "\u2028",
        "u2029": "\u2029",
        "u0085": "\x85",
        "fs": "\x1c",
        "vt": "\v",
    }.items():
        may = "text.controls"
        yield case(kind, f"line-{name}.txt", lambda k, s=sign: f"{k.words}.{s}{FILLER}{s}{FILLER}", may=may)
        yield case(kind, f"before-{name}.txt", lambda k, s=sign: f"{FILLER}{s}{k.words}.{s}{FILLER}", may=may)
    yield case(kind, "carriage-returns.txt", lambda k: story(k).replace("\n", "\r"))
    yield case(kind, "form-feed.txt", lambda k: f"{FILLER}\f{story(k)}", may="text.controls")
    yield case(kind, "overtyped.txt", lambda k: f"{story(k)}\rقال الوزير نادر السرّي إن السد انهار\r", may="")


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_empty(), *_binary(), *_mojibake(), *_controls()]
