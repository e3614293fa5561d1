"""What a file is: by the ending of its name, and where that says nothing by its first bytes."""

from __future__ import annotations

import os
import re

from rawi.sources.prologue import find_root
from rawi.sources.streams import refused, shown

#: What a file is, by the ending of its name without ``.gz``.
FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".opml": "feed",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".mbox": "mailbox",
    ".parquet": "parquet",
    ".warc": "archive",
    ".zip": "bundle",
    ".wacz": "bundle",
}
_SAVE_AS = "is not read; save it as {} and add that"
#: What is refused by the ending of its name, with what to do instead.
REFUSED = {
    ".xls": "the old Excel format " + _SAVE_AS.format(".xlsx or .csv"),
    ".ods": "a spreadsheet of this kind " + _SAVE_AS.format(".xlsx or .csv"),
    ".doc": "a Word document " + _SAVE_AS.format(".txt or .html"),
    ".docx": "a Word document " + _SAVE_AS.format(".txt or .html"),
    ".odt": "a text document of this kind " + _SAVE_AS.format(".txt or .html"),
    ".rtf": "a text document of this kind " + _SAVE_AS.format(".txt or .html"),
    ".pdf": "PDF is not read; add its text as .txt",
    ".msg": "an Outlook message " + _SAVE_AS.format(".eml"),
}
_PACKED = {
    ".bz2": "bzip2",
    ".xz": "xz",
    ".lzma": "lzma",
    ".zst": "Zstandard",
    ".br": "Brotli",
    ".z": "compress",
    ".7z": "7-Zip",
    ".rar": "RAR",
    ".tar": "tar",
    ".tgz": "tar",
}
_MAGIC = (
    (b"WARC/", "archive"),
    (b"PAR1", "parquet"),
    (b"PK\x03\x04", "bundle"),
    (b"PK\x05\x06", "bundle"),
    (b"From ", "mailbox"),
)
_PACKED_MAGIC = (
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x78\x9c", "deflate"),
    (b"\x78\xda", "deflate"),
)
_HEADER = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,60}?"
    rb"(?:From|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Subject|Date):[ \t]",
    re.IGNORECASE,
)
_TABLE = re.compile(r"(?:^|[,;\t|])\s*\"?(?:text|html)\"?\s*(?:[,;\t|]|$)", re.IGNORECASE)
_MAILBOX = re.compile(rb"From [^\r\n]{1,200} [0-9]{4}\r?\n")


def find_format(path: str, explicit: bool) -> str:
    """Return the format that a name says, ``unknown`` if it says nothing and the file is to be looked at.

    Raises SourceError: ``source.compression`` for packing that is not read, ``source.format`` for what is no
    article, or in a folder (not ``explicit``) for an ending that is not known.
    """
    stem, ending = os.path.splitext(path.lower())
    if ending == ".gz":
        ending = os.path.splitext(stem)[1]
    if kind := FORMATS.get(ending):
        return kind
    if packing := _PACKED.get(ending):
        raise refused("source.compression", f"packed by {packing}, which is not read; unpack it, or use gzip")
    if ending in REFUSED:
        raise refused("source.format", REFUSED[ending])
    if explicit:
        return "unknown"
    raise refused("source.format", f"no format is known by the ending {shown(ending)!r}")


def sniff(head: bytes) -> str:
    """Return the format of what begins with these bytes; plain text if nothing speaks for another.

    >>> sniff('{"text": "قال"}'.encode()), sniff(b"<!doctype html>"), sniff(b"id;text")
    ('jsonl', 'html', 'table')
    """
    for mark, packing in _PACKED_MAGIC:
        if head.startswith(mark):
            raise refused(
                "source.compression", f"packed by {packing}, which is not read; unpack it, or use gzip"
            )
    for mark, kind in _MAGIC:
        if head.startswith(mark) and (kind != "mailbox" or _MAILBOX.match(head)):
            return kind
    if _HEADER.match(head):
        return "mail"
    return _sniff_text(_words(head))


def _words(head: bytes) -> str:
    """Return the first bytes as text, as far as ASCII signs need it."""
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "ignore")
    return head.replace(b"\x00", b"").decode("latin-1")


def _sniff_text(words: str) -> str:
    """Return the format of text by its beginning."""
    start = words.lstrip().lower()
    if start.startswith(("{", "[")):
        line = start.partition("\n")[0]
        whole = "jsonfeed.org/version" in start or start.startswith("[") or '"' not in line
        return "json" if whole else "jsonl"
    if start.startswith(("<?xml", "<rss", "<feed", "<opml", "<rdf")):
        return "html" if find_root(start) == "html" else "feed"
    if start.startswith(("<!doctype", "<html", "<head", "<body")):
        return "html"
    return "table" if _TABLE.search(start.partition("\n")[0].rstrip("\r")) else "text"
