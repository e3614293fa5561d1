"""ZIP files and WACZ: each member is read by its ending, at no risk to what lies outside."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Finished, Flagged, Item, Limits, Outcome, Rejected
from rawi.sources.reader import read_inputs
from tests.sources.captured import page, pages

WORDS = "قال سليم الدوري إن الجسر فتح."


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def _read(folder: Path, data: bytes, name: str = "a.zip", limits: Limits | None = None) -> list[Outcome]:
    path = folder / name
    path.write_bytes(data)
    return [one for one in read_inputs([str(path)], limits) if not isinstance(one, Finished)]


def _refusals(found: list[Outcome]) -> list[tuple[str | None, str]]:
    return [(one.part, one.code) for one in found if isinstance(one, Rejected)]


MEMBERS = {
    "أ/1.txt": WORDS.encode(),
    "b.jsonl": json.dumps({"text": WORDS, "title": "الجسر"}).encode() + b"\n{bad\n",
    "c.csv": f"text,title\n{WORDS},الجسر\n".encode(),
    "d.html.gz": gzip.compress(page(1)),
    "e.xml": f"<rss><channel><item><description>{WORDS}</description></item></channel></rss>".encode(),
    "f.warc.gz": b"".join(pages(2, packed=True)),
    "g.eml": f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{WORDS}\n".encode(),
    "__MACOSX/._1.txt": b"\x00\x05\x16\x07",
    ".DS_Store": b"\x00",
}


def test_members_are_read_by_their_endings(tmp_path: Path) -> None:
    """Every kind of file is read inside a ZIP file, with its place; a bad line costs itself."""
    found = _read(tmp_path, _zip(MEMBERS))
    items = [one for one in found if isinstance(one, Item)]
    assert [one.part for one in items] == [
        "أ/1.txt",
        "b.jsonl > line 1",
        "c.csv > row 2",
        "d.html.gz",
        "e.xml > entry 1",
        "f.warc.gz > record 1",
        "f.warc.gz > record 2",
        "g.eml > letter",
    ]
    assert _refusals(found) == [("b.jsonl > line 2", "jsonl.malformed")]
    for one in items:
        assert one.path == str(tmp_path / "a.zip")
        assert derive_text(evidence_of(one), build_origin(one)) == build_document(one).text


def test_what_is_refused_costs_itself(tmp_path: Path) -> None:
    """Nested bundles, packing that is not read, unknown endings and locked members are refused one by one."""
    data = _zip({"a.zip": _zip({}), "b.exe": b"MZ", "c.txt": WORDS.encode(), "d.7z": b"x"}, 0)
    locked = bytearray(_zip({"a.txt": WORDS.encode()}))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[locked.find(mark) + offset] |= 1
    found = _read(tmp_path, data)
    codes = ["zip.nested", "source.format", "source.compression"]
    assert _refusals(found) == list(zip(["a.zip", "b.exe", "d.7z"], codes, strict=True))
    assert len([one for one in found if isinstance(one, Item)]) == 1
    assert _refusals(_read(tmp_path, bytes(locked))) == [("a.txt", "zip.encrypted")]
    odd = _zip({"a.txt": WORDS.encode()}, zipfile.ZIP_LZMA)
    assert _refusals(_read(tmp_path, odd)) == [("a.txt", "zip.method")]


def test_names_are_shown_and_never_used(tmp_path: Path) -> None:
    """A name that leads out of the folder, or is no file's, is only a name; nothing is written anywhere."""
    names = ("../../x.txt", "/etc/x.txt", "C:\\x.txt", "a\nb\u202e.txt", "x" * 5000 + ".txt", "\x1b[2J.txt")
    (tmp_path / "in").mkdir()
    before = sorted(os.listdir(tmp_path))
    found = _read(tmp_path / "in", _zip(dict.fromkeys(names, WORDS.encode())))
    assert len([one for one in found if isinstance(one, Item)]) == len(names)
    assert sorted(os.listdir(tmp_path)) == before
    assert os.listdir(tmp_path / "in") == ["a.zip"]


def test_bombs_are_refused(tmp_path: Path) -> None:
    """A member that unfolds beyond the limits ends the reading of the bundle, by ratio or by size."""
    bomb = _zip({"a.txt": WORDS.encode(), "b.jsonl": b" " * (40 << 20)})
    spaces = _zip({"b.jsonl": b" " * (2 << 20)})
    for data, limits in ((bomb, Limits()), (spaces, Limits(inflated=1 << 20))):
        assert "zip.bomb" in [code for _, code in _refusals(_read(tmp_path, data, limits=limits))]
    many = _zip({f"{n}.txt": b"x" for n in range(9)})
    assert _refusals(_read(tmp_path, many, limits=Limits(records=5))) == [(None, "source.too-many")]


def _wacz(archive: bytes, stated: str | None = None) -> bytes:
    said = stated or hashlib.sha256(archive).hexdigest()
    listed = {"resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{said}"}]}
    return _zip(
        {
            "archive/data.warc.gz": archive,
            "indexes/index.cdx": b"x",
            "pages/pages.jsonl": json.dumps({"url": "https://rummana.example/1", "text": WORDS}).encode(),
            "datapackage.json": json.dumps(listed).encode(),
        },
        zipfile.ZIP_STORED,
    )


def test_a_wacz_is_its_archives(tmp_path: Path) -> None:
    """Only the pages of the archives are documents; a digest that does not fit is told."""
    archive = b"".join(pages(3, packed=True))
    found = _read(tmp_path, _wacz(archive), "a.wacz")
    assert [one.part for one in found if isinstance(one, Item)] == [
        f"archive/data.warc.gz > record {n}" for n in (1, 2, 3)
    ]
    assert not [one for one in found if not isinstance(one, Item)]
    changed = _read(tmp_path, _wacz(archive, "0" * 64), "a.wacz")
    assert [one.warning.code for one in changed if isinstance(one, Flagged)] == ["wacz.digest-mismatch"]


def test_every_cut_is_told(tmp_path: Path) -> None:
    """A bundle that was cut short anywhere is refused or gives refusals, never less than all in silence."""
    data = _zip(MEMBERS)
    for size in range(1, len(data), 97):
        assert _refusals(_read(tmp_path, data[:size]))


def test_stdin_may_be_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ZIP file that comes through a pipe is read like one that lies in a folder."""
    out, into = os.pipe()
    os.write(into, _zip({"a.txt": WORDS.encode()}))
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(pipe))
        item = next(iter(read_inputs(["-"])))
    assert isinstance(item, Item)
    assert (item.path, item.part, item.data) == ("-", "a.txt", WORDS.encode())


WHOLE = _zip({"a.txt": WORDS.encode(), "b.jsonl": b'{"text": "x"}'})


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever is changed in a bundle, reading ends, and tells of what it could not read."""
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        whole[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    found = _read(tmp_path_factory.mktemp("any"), bytes(whole))
    assert found
    assert not [one for one in found if isinstance(one, Rejected) and one.code == "source.unreadable"]
