"""Inputs with an address: read through Daft, from a server of this machine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from rawi.corpus.run import extract_corpus
from tests.corpus.articles import files_of, row, write_lines

TARGET = 4_000
NAMES = ("a.jsonl", "b.jsonl")


class _Store(ThreadingHTTPServer):
    """Files by name, as a web server gives them and as S3 lists them (bucket ``crawl``)."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.folder = folder
        self.asked: list[str] = []


class _Answer(BaseHTTPRequestHandler):
    server: _Store

    def do_HEAD(self) -> None:
        """Tell the size of a file."""
        self._give(b"", head=True)

    def do_GET(self) -> None:
        """Give a file, a range of it, or the list of all."""
        self.server.asked.append(f"{self.path} {self.headers.get('Range', '')}")
        if "list-type=2" in self.path:
            self._send(200, self._listed(), {"Content-Type": "application/xml"})
        else:
            self._give(self.headers.get("Range", "").encode())

    def _listed(self) -> bytes:
        files = sorted(self.server.folder.iterdir())
        rows = "".join(
            f"<Contents><Key>{escape(one.name)}</Key><Size>{one.stat().st_size}</Size>"
            f'<LastModified>2031-05-04T08:00:00.000Z</LastModified><ETag>"e"</ETag>'
            "<StorageClass>STANDARD</StorageClass></Contents>"
            for one in files
        )
        return (
            '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
            f"<Name>crawl</Name><KeyCount>{len(files)}</KeyCount><MaxKeys>1000</MaxKeys>"
            f"<IsTruncated>false</IsTruncated>{rows}</ListBucketResult>"
        ).encode()

    def _give(self, asked: bytes, head: bool = False) -> None:
        path = self.server.folder / self.path.partition("?")[0].rpartition("/")[2]
        if not path.is_file():
            self._send(404, b"", {})
            return
        data = path.read_bytes()
        if (found := re.fullmatch(rb"bytes=(\d+)-(\d*)", asked)) is not None:
            first, last = int(found[1]), min(int(found[2] or len(data)), len(data) - 1)
            told = {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
            self._send(206, data[first : last + 1], told)
        else:
            self._send(200, data, {"Accept-Ranges": "bytes", "ETag": '"e"'}, head=head)

    def _send(self, status: int, data: bytes, headers: dict[str, str], *, head: bool = False) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if not head:
            self.wfile.write(data)

    def log_message(self, format: str, *told: object) -> None:
        """Tell nobody."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[_Store]:
    """A store with two files of articles."""
    folder = tmp_path / "files"
    folder.mkdir()
    for at, name in enumerate(NAMES):
        write_lines(folder / name, map(row, range(at * 30, at * 30 + 20)))
    server = _Store(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _tables(out: Path) -> dict[str, bytes]:
    """Return the files of the tables of claims, which do not tell where a document came from."""
    return {
        name: data for name, data in files_of(out).items() if name.startswith(("claims", "dates", "entities"))
    }


def _local(store: _Store, out: Path) -> dict[str, bytes]:
    paths = [str(store.folder / name) for name in NAMES]
    assert extract_corpus(paths, out, target=TARGET).manifest is not None
    return _tables(out)


def test_web_addresses(store: _Store, tmp_path: Path) -> None:
    """Files of a web server, cut into pieces, give what they give from this machine."""
    urls = [f"http://127.0.0.1:{store.server_port}/{name}" for name in NAMES]
    result = extract_corpus(urls, tmp_path / "out", target=TARGET)
    assert result.manifest is not None
    assert result.manifest.totals.documents == 40
    assert _tables(tmp_path / "out") == _local(store, tmp_path / "local")


def test_object_store(store: _Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern of an object store names its files, and they give what they give from this machine."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{store.server_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    result = extract_corpus(["s3://crawl/*.jsonl"], tmp_path / "out", target=TARGET)
    assert result.manifest is not None
    assert [one.path for one in result.manifest.inputs] == [f"s3://crawl/{name}" for name in NAMES]
    assert result.manifest.totals.documents == 40
    assert _tables(tmp_path / "out") == _local(store, tmp_path / "local")


def test_an_address_that_does_not_answer(store: _Store, tmp_path: Path) -> None:
    """What is not there is refused, with the reason, and the rest is done."""
    good = f"http://127.0.0.1:{store.server_port}/a.jsonl"
    gone = f"http://127.0.0.1:{store.server_port}/gone.jsonl"
    result = extract_corpus([gone, good], tmp_path / "out", target=TARGET)
    assert result.manifest is not None
    totals = result.manifest.totals
    assert (totals.documents_in, totals.documents, totals.rejected) == (21, 20, 1)
