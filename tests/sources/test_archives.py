"""Web archives: every page comes out once, and what is damaged costs itself alone and says so."""

from __future__ import annotations

import gzip
import io
import re
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.source import Capture, Flagged, Item, Limits, Rejected
from rawi.sources.archives import read_archive
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.members import Members
from tests.sources.captured import answer, chunked, digest, page, pages, record

Outcomes = list[Item | Rejected | Flagged]


def _read(data: bytes, limits: Limits | None = None) -> Outcomes:
    raw = Cursor(Plain(io.BytesIO(data)))
    limits = limits or Limits()
    packed = data.startswith(b"\x1f\x8b")
    return list(read_archive("a.warc", Cursor(Members(raw.some, limits)) if packed else raw, limits))


def _numbers(found: Outcomes) -> list[int]:
    """Return the numbers of the pages that came out whole."""
    texts = (
        one.data.decode("utf-8", "replace")
        for one in found
        if isinstance(one, Item) and isinstance(one.data, bytes)
    )
    return [int(number) for text in texts for number in re.findall(r"رقم (\d+)\.", text)]


def _codes(found: Outcomes) -> list[str]:
    """Return all codes that were told, in order."""
    codes: list[str] = []
    for one in found:
        if isinstance(one, Item):
            codes += [warning.code for warning in one.warnings]
        else:
            codes.append(one.code if isinstance(one, Rejected) else one.warning.code)
    return codes


def test_a_page_knows_when_and_whence_it_was_fetched() -> None:
    """The date, the address and the headers of the answer come with the page."""
    (item,) = _read(record(answer(page(), "Server: nahr")))
    assert isinstance(item, Item)
    assert item.capture == Capture(
        "2031-05-01T08:00:00Z",
        "https://rummana.example/1",
        (("Content-Type", "text/html; charset=utf-8"), ("Server", "nahr")),
    )
    assert (item.data, item.charset, item.metadata.url) == (page(), "utf-8", "https://rummana.example/1")


@pytest.mark.parametrize("packed", [False, True])
def test_other_records_are_no_documents(packed: bool) -> None:
    """Requests and the like are passed over; what was fetched and is no page is counted, and revisits are."""
    others = [
        record(b"software: x\r\n", kind="warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"x: y\r\n", kind="metadata"),
        record(b"HTTP/1.1 200 OK\r\n\r\n", kind="revisit"),
        record(answer(b"", "Location: /2", status="301 Moved")),
        record(answer(page(8), status="404 Not Found")),
        record(answer(b"\x89PNG", kind="image/png")),
        record(b"rummana.example", kind="response", url="dns:rummana.example"),
        record(answer(page(2), kind="")),
    ]
    data = b"".join(gzip.compress(one) if packed else one for one in [*others, *pages(1)])
    found = _read(data)
    assert _numbers(found) == [2, 1]
    assert _codes(found) == ["warc.revisits", "warc.skipped"]
    told = found[-1]
    assert isinstance(told, Flagged)
    assert all(f"{kind} × 1" in told.warning.message for kind in ("status 301", "status 404", "image/png"))


def test_bodies_are_opened() -> None:
    """Chunks and packing come off, one in the other too; what only its header calls packed is taken so."""
    packed = gzip.compress(page(3), mtime=0)
    bare = zlib.compressobj(wbits=-15)
    bodies = [
        answer(chunked(page(1)), "Transfer-Encoding: chunked"),
        answer(page(2), "Transfer-Encoding: chunked"),
        answer(packed, "Content-Encoding: gzip"),
        answer(chunked(gzip.compress(page(4))), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
        answer(zlib.compress(page(5)), "Content-Encoding: deflate"),
        answer(bare.compress(page(6)) + bare.flush(), "Content-Encoding: deflate"),
        answer(page(7), "Content-Encoding: gzip"),
        answer(page(8), "Content-Encoding: br"),
        answer(gzip.compress(gzip.compress(page(9))), "Content-Encoding: gzip, gzip"),
    ]
    found = _read(b"".join(record(one, f"WARC-Block-Digest: {digest(one)}") for one in bodies))
    assert _numbers(found) == list(range(1, 10))
    assert _codes(found) == []


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (answer(b"\x1b\x03\x00\xf8\x2f" * 9, "Content-Encoding: br"), "warc.encoding"),
        (answer(b"\x28\xb5\x2f\xfd" * 9, "Content-Encoding: zstd"), "warc.encoding"),
        (answer(b"\x1f\x8bnonsense", "Content-Encoding: gzip"), "warc.encoding"),
        (answer(b"nonsense", "Content-Encoding: deflate"), "warc.encoding"),
        (answer(gzip.compress(bytes(3 << 20)), "Content-Encoding: gzip"), "warc.too-large"),
        (answer(zlib.compress(bytes(3 << 20)), "Content-Encoding: deflate"), "warc.too-large"),
        (
            answer(gzip.compress(gzip.compress(bytes(3 << 20))), "Content-Encoding: gzip, gzip"),
            "warc.too-large",
        ),
        (answer(b"a" * (2 << 20)), "warc.too-large"),
        (answer(b""), "source.empty"),
        (b"no answer", "warc.damaged"),
        (b"HTTP/1.1 200 OK\r\nX: y", "warc.damaged"),
    ],
)
def test_a_body_that_cannot_be_had_is_refused(block: bytes, code: str) -> None:
    """What is packed in another way, or unfolds beyond the limit, is refused; the next page is read."""
    found = _read(record(block) + pages(1)[0], Limits(item=1 << 20))
    assert (_numbers(found), _codes(found)) == ([1], [code])


@pytest.mark.parametrize("length", ["9" + "0" * 100, "99999", "-5", "", "٣", "1e3", "999999999999"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_lie_about_the_length_costs_no_other_page(length: str, packed: bool) -> None:
    """A length that is too large, negative or none spoils its record at most; all pages behind are read."""
    parts = [record(answer(page(1)), length=length), *pages(3)[1:]]
    found = _read(b"".join(gzip.compress(one) if packed else one for one in parts))
    assert _numbers(found)[-2:] == [2, 3]
    assert set(_codes(found)) <= {"warc.damaged", "warc.truncated"}
    assert _codes(found)


def test_a_length_that_is_too_small_is_told() -> None:
    """What stands behind a record that ends too early is counted as lost."""
    found = _read(record(answer(page(1)), length="150") + pages(2)[1])
    assert _numbers(found)[-1:] == [2]
    assert _codes(found) == ["warc.damaged"]


def test_a_page_about_archives_is_not_cut() -> None:
    """A page in which the beginning of a record stands is whole if its length is right."""
    text = page(1).replace(b"<p>", b"<pre>\n\nWARC/1.1\r\nWARC-Type: response\r\n\r\n</pre><p>")
    found = _read(record(answer(text)) + pages(2)[1])
    assert (_numbers(found), _codes(found)) == ([1, 2], [])
    assert isinstance(found[0], Item)
    assert found[0].data == text


@pytest.mark.parametrize("packed", [False, True])
def test_every_cut_is_told(packed: bool) -> None:
    """Wherever an archive is cut short, what is left is read, and a warning or refusal tells of the cut."""
    parts = pages(3, packed)
    whole, ends = b"".join(parts), {len(parts[0]), len(parts[0] + parts[1]), len(b"".join(parts))}
    for size in range(len(parts[0]) + 1, len(whole)):
        found = _read(whole[:size])
        behind = min(abs(size - end) for end in ends if end >= size or not packed)
        told = _codes(found)
        assert told or size in ends or (not packed and behind <= 4), size
        assert _numbers(found)[:1] == [1]
        assert set(told) <= {
            "warc.truncated",
            "warc.damaged",
            "gzip.truncated",
            "gzip.damaged",
            "gzip.trailing",
        }


def test_flipped_bytes_spoil_one_member() -> None:
    """A damaged gzip member is told of; the pages before and behind it are read."""
    parts = pages(5, packed=True)
    for at in range(0, len(parts[2]), 7):
        bad = bytearray(parts[2])
        bad[at] ^= 0xFF
        found = _read(b"".join([*parts[:2], bytes(bad), *parts[3:]]))
        numbers = _numbers(found)
        assert {1, 2, 4, 5} <= set(numbers), at
        assert _codes(found) or numbers == [1, 2, 3, 4, 5]


def test_altered_pages_are_told() -> None:
    """A page that is not what its digest says comes with a warning, whichever way the digest is written."""
    block = answer(page(1))
    changed = block.replace(b"1.</p>", b"7.</p>")
    assert _codes(_read(record(changed, f"WARC-Block-Digest: {digest(block)}"))) == ["warc.digest-mismatch"]
    assert _codes(_read(record(changed, f"WARC-Payload-Digest: {digest(page(1))}"))) == [
        "warc.digest-mismatch"
    ]
    for said in (digest(block), f"sha-256:{__import__('hashlib').sha256(block).hexdigest()}", "md9:x", "x"):
        assert _codes(_read(record(block, f"WARC-Block-Digest: {said}"))) == []


def test_damaged_chunks_are_told() -> None:
    """Chunks that do not end, or whose sizes are wrong, leave the words and a warning."""
    whole = chunked(page(1))
    for body in (whole[:-5], whole.replace(b"\r\n32\r\n", b"\r\nzz\r\n", 1)):
        found = _read(record(answer(body, "Transfer-Encoding: chunked")))
        assert _codes(found) == ["warc.chunks"]
        assert "سليم الدوري" in found[0].data.decode("utf-8", "replace")  # type: ignore[union-attr]


def test_garbage_behind_the_last_member_is_told() -> None:
    """Bytes behind the end of a compressed archive are told of, zeros are not."""
    data = b"".join(pages(2, packed=True))
    assert _codes(_read(data + bytes(512))) == []
    assert _codes(_read(data + b"garbage" * 9)) == ["gzip.trailing"]


def test_an_archive_in_one_member_is_read() -> None:
    """An archive that was compressed as a whole is read as well."""
    assert _numbers(_read(gzip.compress(b"".join(pages(3))))) == [1, 2, 3]


def test_bombs_and_floods_end() -> None:
    """A record of zeros ends at the limit; many records end at theirs."""
    bomb = gzip.compress(record(bytes(40 << 20), kind="resource"))
    assert _codes(_read(bomb + pages(1, packed=True)[0], Limits(inflated=30 << 20)))[0] == "gzip.bomb"
    found = _read(b"".join(pages(9)), Limits(records=4))
    assert (_numbers(found), _codes(found)) == ([1, 2, 3, 4], ["source.too-many"])


def test_same_pages_as_another_reader() -> None:
    """An archive that another program wrote gives the pages that the other program reads."""
    from warcio.archiveiterator import ArchiveIterator

    data = b"".join(pages(20, packed=True))
    others = [one.content_stream().read() for one in ArchiveIterator(io.BytesIO(data))]
    assert [one.data for one in _read(data) if isinstance(one, Item)] == others


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    """Whatever is cut out, put in or changed, reading ends, and what comes out is an item or a coded word."""
    packed = data.draw(st.booleans())
    whole = bytearray(b"".join(pages(3, packed)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        whole[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=60))
    assert all(isinstance(one, Item | Rejected | Flagged) for one in _read(bytes(whole)))
