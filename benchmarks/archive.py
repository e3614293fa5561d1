"""``python -m benchmarks.archive --gigabytes 2``: a large web archive is read in little memory, and flat.

An archive of pages of our own is written to the disk, with the markup and scripts that pages have around an
article; then a process of its own reads it as ``rawi add`` does and builds each document. Extracting is not
measured. The memory of each tenth of the records is its mean; the last must not be above 1.1 times the first.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean
from typing import BinaryIO

from benchmarks import memory
from benchmarks.texts import load_gold
from rawi.documents.build import build_document
from rawi.errors import RawiError
from rawi.model.source import Item
from rawi.sources.reader import read_inputs

MIB, GIB = 1 << 20, 1 << 30
MOST_GROWTH = 1.1
TENTHS = 10
WARM = 20  # pages read before the memory is noted: lexicons and the parser are loaded by then
# Bytes of a page's scripts and styles, and how often: most pages are small, few are very large.
SCRIPTS = ((2_000, 40), (30_000, 40), (150_000, 15), (1_500_000, 1))


@dataclass
class Outcome:
    """What was written and read: bytes of the file and of its pages, records, documents, memory."""

    file: int = 0
    pages: int = 0
    records: int = 0
    documents: int = 0
    characters: int = 0
    refused: int = 0
    seconds: float = 0.0
    peak: int = 0
    held: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """The memory of the last tenth over that of the first."""
        return self.held[-1] / self.held[0] if self.held and self.held[0] else 0.0


def make_page(number: int, lines: Sequence[str], noise: bytes, chance: random.Random) -> bytes:
    """Return a page with an article of a few to a hundred paragraphs, no two alike."""
    paragraphs = chance.choices(lines, k=chance.choice((5, 10, 20, 100)))
    size = chance.choices([one for one, _ in SCRIPTS], [often for _, often in SCRIPTS])[0]
    at = chance.randrange(len(noise) - size)
    menu = "".join(f"<li><a href='/{n}'>قسم {n}</a></li>" for n in range(30))
    head = f"<!doctype html><html lang=ar><head><meta charset=utf-8><title>خبر {number}</title><script>"
    body = "".join(f"<p>{one} {number}</p>\n" for one in paragraphs)
    article = (
        f"</script></head><body><nav><ul>{menu}</ul></nav><article><h1>خبر {number}</h1>{body}</article>"
    )
    return head.encode() + noise[at : at + size] + article.encode() + b"</body></html>"


def make_pages(size: int, chance: random.Random) -> Iterator[bytes]:
    """Yield pages until there are so many bytes."""
    lines = [line for text in load_gold() for line in text.splitlines() if len(line) > 60]
    noise = "".join(f"var v{chance.randrange(1 << 30)}={chance.random()};" for _ in range(120_000)).encode()
    made = number = 0
    while made < size:
        number += 1
        page = make_page(number, lines, noise, chance)
        made += len(page)
        yield page


def write_archive(file: BinaryIO, size: int, packed: bool, chance: random.Random) -> tuple[int, int]:
    """Write an archive of pages of so many bytes; return the bytes of the pages, and how many there are."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    writer, written, number = WARCWriter(file, gzip=packed), 0, 0
    for number, page in enumerate(make_pages(size, chance), 1):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        address = f"http://example.org/{number}"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=head)
        )
        written += len(page)
    return written, number


def read_archive(path: Path, records: int) -> Outcome:
    """Read an archive of so many records and build its documents, noting the memory after each."""
    outcome = Outcome(file=path.stat().st_size, records=records)
    held: list[list[int]] = [[] for _ in range(TENTHS)]
    begun, number = time.monotonic(), 0
    for one in read_inputs([str(path)]):
        if not isinstance(one, Item):
            outcome.refused += hasattr(one, "code")
            continue
        number += 1
        try:
            outcome.characters += len(build_document(one).text)
            outcome.documents += 1
        except RawiError:
            outcome.refused += 1
        if number > min(WARM, records // TENTHS):
            held[min((number - 1) * TENTHS // records, TENTHS - 1)].append(memory.held())
    outcome.seconds, outcome.peak = time.monotonic() - begun, memory.peak()
    outcome.held = [mean(tenth) for tenth in held if tenth]
    return outcome


def measure(gigabytes: float, packed: bool, folder: Path, seed: int) -> Outcome:
    """Write an archive, read it in a process of its own, and delete it."""
    path = folder / ("pages.warc.gz" if packed else "pages.warc")
    with path.open("wb") as file:
        pages, records = write_archive(file, round(gigabytes * GIB), packed, random.Random(seed))
    command = [sys.executable, "-m", "benchmarks.archive", "--read", str(path), "--records", str(records)]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    finally:
        path.unlink()
    outcome = Outcome(**json.loads(done.stdout))
    outcome.pages = pages
    return outcome


def render(one: Outcome, packed: bool) -> str:
    """Return what was measured."""
    kind = f"gzip, {one.file / GIB:.2f} GiB" if packed else "not packed"
    held = " ".join(f"{size / MIB:.1f}" for size in one.held)
    rate = f"{one.records / one.seconds:.0f} pages/s, {one.pages / MIB / one.seconds:.1f} MiB/s"
    read = f"{one.documents} documents of {one.characters} characters, {one.refused} refused"
    return (
        f"{one.pages / GIB:.2f} GiB of pages in {one.records} records ({kind}): {read}\n"
        f"{one.seconds:.0f} s, {rate}; reading and building, not extracting\n"
        f"memory of each tenth: {held} MiB; last over first {one.growth:.3f}, limit {MOST_GROWTH}; "
        f"peak {one.peak / MIB:.0f} MiB"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if documents are missing or the memory is not flat."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("--gigabytes", type=float, default=2.0, metavar="N", help="of pages")
    parser.add_argument("--gzip", action="store_true", help="each record packed, as crawlers do")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--folder", type=Path, help="work here (default: the system's folder for such files)")
    parser.add_argument("--read", type=Path, metavar="FILE", help="only read an archive and print JSON")
    parser.add_argument("--records", type=int, default=1, metavar="N", help="how many FILE has")
    asked = parser.parse_args(arguments)
    if asked.read:
        print(json.dumps(asdict(read_archive(asked.read, asked.records))))
        return 0
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        outcome = measure(asked.gigabytes, asked.gzip, Path(folder), asked.seed)
    print(render(outcome, asked.gzip))
    return int(outcome.documents != outcome.records or outcome.growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
