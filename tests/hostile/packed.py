"""Compressed files and archives that are cut, damaged, empty or bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from tests.hostile.case import FILLER, Canary, Case, case, lost, story
from tests.hostile.pages import plain

KIND = "gzip"
_RANDOM = random.Random(3)
NOISE = "".join(_RANDOM.choice("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ") for _ in range(60_000))


def _gz(data: str | bytes) -> bytes:
    return gzip.compress(data.encode() if isinstance(data, str) else data, mtime=0)


def _long(canary: Canary) -> bytes:
    return _gz(story(canary) + NOISE)


def _flipped(data: bytes, at: float) -> bytes:
    changed = bytearray(data)
    changed[int(len(data) * at)] ^= 0xFF
    return bytes(changed)


def _gzips() -> Iterator[Case]:
    """Gzip that is whole, in members, cut at every place, damaged, lying."""
    may = "text.undecodable text.controls"
    yield case(KIND, "whole.txt.gz", lambda k: _gz(story(k)))
    yield case(KIND, "level-0.txt.gz", lambda k: gzip.compress(story(k).encode(), 0))
    yield case(KIND, "members.txt.gz", lambda k: _gz(story(k)) + _gz(FILLER) * 99)
    yield case(
        KIND, "members-split.txt.gz", lambda k: _gz(story(k).encode()[:31]) + _gz(story(k).encode()[31:])
    )
    yield case(KIND, "members-empty.txt.gz", lambda k: _gz(b"") * 2000 + _gz(story(k)))
    yield case(KIND, "zeros-behind.txt.gz", lambda k: _gz(story(k)) + bytes(999))
    yield case(KIND, "noise-behind.txt.gz", lambda k: _gz(story(k)) + b"nonsense" * 9, "gzip.trailing")
    yield case(KIND, "not-packed.txt.gz", story)
    yield case(KIND, "packed-without-saying.txt", lambda k: _gz(story(k)))
    yield case(KIND, "page.html.gz", lambda k: _gz(plain(k)), may="html.fallback")
    yield case(KIND, "name-inside.txt.gz", lambda k: _named(story(k).encode()))
    for part in (0.3, 0.5, 0.9):
        yield case(
            KIND,
            f"cut-{part}.txt.gz",
            lambda k, p=part: _long(k)[: int(len(_long(k)) * p)],
            "gzip.truncated",
            may=may,
        )
        yield case(
            KIND,
            f"flipped-{part}.txt.gz",
            lambda k, p=part: _flipped(_long(k), p),
            "gzip.damaged",
            may=f"{may} gzip.truncated",
        )


def _damaged() -> Iterator[Case]:
    """Gzip that is cut or damaged."""
    yield case(KIND, "cut-sum.txt.gz", lambda k: _long(k)[:-4], "gzip.truncated")
    yield case(KIND, "cut-one.txt.gz", lambda k: _long(k)[:-1], "gzip.truncated")
    yield case(KIND, "wrong-sum.txt.gz", lambda k: _flipped(_long(k), 1 - 7 / len(_long(k))), "gzip.damaged")
    yield case(KIND, "wrong-length.txt.gz", lambda k: _long(k)[:-4] + b"\0\0\0\0", "gzip.damaged")
    rows = lambda k: (json.dumps({"text": story(k)}) + "\n" + json.dumps({"text": NOISE})).encode()  # noqa: E731
    yield case(KIND, "cut.jsonl.gz", lambda k: _gz(rows(k))[:-400], "gzip.truncated", may="jsonl.malformed")
    yield case(
        KIND,
        "flipped.jsonl.gz",
        lambda k: _flipped(_gz(rows(k)), 0.8),
        may="gzip.damaged gzip.truncated jsonl.malformed text.undecodable",
        stored=None,
    )
    yield case(
        KIND,
        "cut.csv.gz",
        lambda k: _gz('text,id\n"' + story(k).replace('"', "") + f'",1\n"{NOISE}",2\n')[:-400],
        "gzip.truncated",
        may="csv.malformed",
    )
    yield lost(KIND, "head-only.txt.gz", _gz(FILLER)[:10], "gzip.truncated")
    yield lost(KIND, "two-bytes.txt.gz", b"\x1f\x8b", may="gzip.truncated gzip.damaged")
    yield lost(KIND, "bad-method.txt.gz", b"\x1f\x8b\x09" + bytes(20), "gzip.damaged")
    yield lost(KIND, "empty-inside.txt.gz", _gz(b""), "source.empty")
    yield lost(KIND, "twice.txt.gz", _gz(_gz(FILLER)), may="document.binary gzip.nested")


def _named(data: bytes) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile("../../etc/cron.d/x", "wb", fileobj=out, mtime=0) as file:
        file.write(data)
    return out.getvalue()


def _bombs() -> Iterator[Case]:
    """Little that unfolds to very much."""
    kind = "bombs"
    zeros = _gz(bytes(40 << 20))
    codes = "gzip.bomb source.too-large"
    yield lost(kind, "zeros.txt.gz", zeros, may=codes)
    yield lost(kind, "zeros.html.gz", zeros, may=codes)
    yield lost(
        kind, "spaces.jsonl.gz", _gz(b" " * (80 << 20)), may=codes + " jsonl.too-long source.no-documents"
    )
    yield lost(
        kind, "lines.jsonl.gz", _gz(b"\n" * (80 << 20)), may=f"{codes} source.too-many source.no-documents"
    )
    yield lost(kind, "zeros.csv.gz", zeros, may=codes + " document.binary csv.no-text-column")
    yield lost(kind, "zeros.xml.gz", zeros, may=codes)
    yield lost(kind, "members.txt.gz", _gz(bytes(1 << 20)) * 60, may=codes)
    yield lost(kind, "letters.txt.gz", _gz("ا".encode() * (24 << 20)), may=codes)
    yield case(
        kind,
        "behind-a-row.jsonl.gz",
        lambda k: _gz((json.dumps({"text": story(k)}) + "\n").encode() + b" " * (80 << 20)),
        may=codes + " jsonl.too-long",
        stored=1,
    )
    yield case(kind, "under-the-limit.txt.gz", lambda k: _gz(story(k).encode() + b"\n" * (8 << 20)))
    yield lost(
        kind,
        "warc.warc.gz",
        _gz(b"WARC/1.0\r\n" + bytes(80 << 20)),
        may="warc.damaged warc.too-large gzip.bomb source.no-documents",
    )


def _zip(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tar(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in names.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


SLIPS = ("../../../../tmp/rawi-hostile.txt", "/tmp/rawi-hostile.txt", "..\\..\\x.txt", "a\nb\x1b.txt")
ZIP_MAY = (
    "document.binary zip.damaged zip.nested zip.bomb zip.name source.format source.empty report.shortened"
)


def _zips() -> Iterator[Case]:
    """ZIP files: names of members are only shown, nothing is written, nothing unfolds without end."""
    kind = "archives"
    for n, name in enumerate(SLIPS):
        yield case(
            kind, f"slip-{n}.zip", lambda k, s=name: _zip({s: story(k).encode()}), may=ZIP_MAY + " zip.unsafe"
        )
    bomb = bytes(64 << 20)
    yield case(
        kind,
        "bomb-behind.zip",
        lambda k: _zip({"a.txt": story(k).encode(), "b.txt": bomb}),
        may=f"{ZIP_MAY} source.too-large",
    )
    many = {f"{n}.txt": b"" for n in range(5000)}
    yield case(kind, "many.zip", lambda k: _zip({**many, "z.txt": story(k).encode()}), may=ZIP_MAY)
    nested = _zip({"b.zip": _zip({"c.txt": FILLER.encode()})})
    yield case(kind, "nested.zip", lambda k: _zip({"a.zip": nested, "b.txt": story(k).encode()}), may=ZIP_MAY)
    for name, data in {"bomb": _zip({"a.txt": bomb}), "cut": _zip({"a.txt": FILLER.encode()})[:-30]}.items():
        yield lost(kind, f"{name}.zip", data, may=f"{ZIP_MAY} source.too-large source.no-documents")


def _others() -> Iterator[Case]:
    """What is not unpacked, whatever it is called."""
    kind = "archives"
    may = (
        "document.binary source.format source.compression document.undecodable feed.malformed feed.no-entries"
    )
    may += " csv.no-text-column jsonl.malformed source.no-documents report.shortened"
    zipped = _zip({name: FILLER.encode() for name in SLIPS})
    files = {
        "slip.tar.gz": _tar({SLIPS[0]: FILLER.encode()}),
        "text.bz2": bz2.compress(FILLER.encode()),
        "text.xz": lzma.compress(FILLER.encode()),
        "text.z": zlib.compress(FILLER.encode() * 9),
        "word.docx": _zip({"word/document.xml": FILLER.encode()}),
    }
    for name, data in files.items():
        yield lost(kind, name, data, may=may)
        yield lost(kind, f"{name.replace('.', '-')}.txt", data, may=may)
    for name in ("slip.txt", "slip.html", "slip.csv", "slip.jsonl", "slip.xml"):
        yield lost(kind, name, zipped, may=may)


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_gzips(), *_damaged(), *_bombs(), *_zips(), *_others()]
