"""Whatever comes in, under whatever name: reading ends, every input is accounted for, and the sums add up."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.errors import RawiError
from rawi.model.source import Columns, Finished, Item, Limits, Outcome, Rejected
from rawi.sources.accounting import Account
from rawi.sources.formats import FORMATS, REFUSED
from rawi.sources.reader import read_inputs
from tests.sources.captured import page, pages

WORDS = "قال سليم الدوري إن الجسر فتح."
SMALL = Limits(item=4000, line=4000, inflated=20_000, ratio_from=10_000, records=50, depth=5, columns=30)
HEADS = st.sampled_from(
    [
        b"",
        b"text,title\n",
        b'{"text": "',
        b"[",
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nHTTP/1.1 200 OK\r\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
        b"From: a@b\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n",
        b"From a@b Thu May  1 08:00:00 2031\n",
        b"<rss><channel><item><description>",
        b"<opml><body><outline xmlUrl='",
        b"<!doctype html><html>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"sep=;\n",
        b"BZh9",
    ]
)
ENDINGS = st.sampled_from([*FORMATS, *REFUSED, ".gz", "", ".xyz", *(f"{one}.gz" for one in FORMATS)])


def _account(outcomes: list[Outcome]) -> Account:
    """Return the account of a run in which every item that has a text is stored."""
    account = Account()
    for one in outcomes:
        account.take(one)
        if isinstance(one, Item):
            try:
                account.stored(one, build_document(one).warnings)
            except RawiError as error:
                account.refused(one, error.code, str(error))
    return account


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=HEADS, data=st.binary(max_size=400), ending=ENDINGS, mapped=st.booleans())
@example(head=b"", data=b"x" * 5000, ending=".txt", mapped=False)
@example(head=b"", data=b"", ending="", mapped=False)
def test_any_bytes_under_any_name(
    tmp_path: Path, head: bytes, data: bytes, ending: str, mapped: bool
) -> None:
    """Any bytes in any format end with Finished, raise nothing, fail in no library, and the sums add up."""
    path = tmp_path / f"any{ending}"
    path.write_bytes(head + data)
    outcomes = list(read_inputs([str(path)], SMALL, Columns(text="title") if mapped else None))
    assert [one.path for one in outcomes if isinstance(one, Finished)] == [str(path)]
    assert isinstance(outcomes[-1], Finished)
    refusals = [one for one in outcomes if isinstance(one, Rejected)]
    assert not [one for one in refusals if one.code == "source.unreadable"]
    totals = _account(outcomes).report().totals
    assert totals.documents_in == totals.stored + totals.duplicates + totals.rejected
    assert totals.documents_in >= 1


def test_names_of_any_kind(tmp_path: Path) -> None:
    """Files whose names are no UTF-8, turn the direction or steer a terminal are read, each as one input."""
    names = [
        b"a\xff.txt",
        b"a\xfe.txt",
        "خبر\u202e.txt".encode(),
        b"\x1b[2Jb.txt",
        b"c\nd.txt",
        b"-.txt",
        b" .txt",
    ]
    for name in names:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(WORDS.encode())
    report = _account(list(read_inputs([str(tmp_path)]))).report()
    assert (report.totals.inputs, report.totals.stored) == (len(names), len(names))
    assert len({one.path for one in report.inputs}) == len(names)
    for one in report.inputs:
        one.path.encode("utf-8")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """Pipes, devices, links in a circle or to nothing, are refused, and the rest is read."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    (tmp_path / "c.txt").symlink_to("c.txt")
    (tmp_path / "d.txt").symlink_to("nowhere")
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "f.txt").write_bytes(WORDS.encode())
    codes = {
        Path(one.path).name: one.code for one in read_inputs([str(tmp_path)]) if isinstance(one, Rejected)
    }
    assert codes == {
        "a.txt": "source.special",
        "b.txt": "source.special",
        "c.txt": "source.loop",
        "d.txt": "source.missing",
        "up": "source.loop",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A file and a folder without permission are refused, and the others are read."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(WORDS.encode())
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "c").mkdir(mode=stat.S_IWUSR)
    codes = [one.code for one in read_inputs([str(tmp_path)]) if isinstance(one, Rejected)]
    assert codes == ["source.unreadable", "source.unreadable"]


def test_litter_is_passed_over(tmp_path: Path) -> None:
    """What operating systems leave in folders is no input; a hidden file of the user's is one."""
    for name in (
        ".DS_Store",
        "._a.txt",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX/a.txt",
        ".hidden.txt",
        "a.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(WORDS.encode())
    read = [Path(one.path).name for one in read_inputs([str(tmp_path)]) if isinstance(one, Finished)]
    assert read == [".hidden.txt", "a.txt"]
    assert any(isinstance(one, Item) for one in read_inputs([str(tmp_path / "._a.txt")]))


STREAMS = {
    "text": WORDS.encode(),
    "page": page(1),
    "lines": b'{"text": "' + WORDS.encode() + b'"}\n',
    "document": b'[\n {"text": "' + WORDS.encode() + b'"}\n]',
    "table": f"id;text\n1;{WORDS}\n".encode(),
    "wide table": f"id;text\n1;{WORDS}\n".encode("utf-16"),
    "feed": f"<rss><channel><item><title>{WORDS}</title></item></channel></rss>".encode(),
    "message": f"From: a@b\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{WORDS}".encode(),
    "mailbox": f"From a@b Thu May  1 08:00:00 2031\nSubject: x\n\n{WORDS}\n".encode(),
    "archive": pages(1)[0],
    "packed archive": pages(1, packed=True)[0],
}


@pytest.mark.parametrize("kind", STREAMS)
def test_stdin_is_known_by_its_bytes(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever format comes through a pipe is known by its beginning, and read."""
    out, into = os.pipe()
    os.write(into, STREAMS[kind])
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        monkeypatch.setattr("sys.stdin", _Piped(pipe))
        found = list(read_inputs(["-"]))
    (item,) = [one for one in found if isinstance(one, Item)]
    assert "سليم الدوري" in build_document(item).text
    assert len(found) == 2


class _Piped:
    """A standard input of bytes."""

    def __init__(self, buffer: object) -> None:
        self.buffer = buffer
