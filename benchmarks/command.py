"""The command: what to measure, and the table it prints.

Rates are in articles of 450 words a second on one core. Every rate stands beside one scan with a pattern of
the standard library over the same texts in the same process: machines differ, the ratio hardly does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.jobs import Order, Outcome, run_apart
from benchmarks.work import WORKS

TEXTS = 1200
SAMPLE = 100
MOST_SCANS = 170  # extract may cost this many scans, tagger and all
LEAST_MULTIPLE = (
    50  # dateparser's search for dates costs at least so many times what finding dates costs here
)
GUESSES = 20  # texts of which dateparser finds out the language by itself
MOST_EXPONENT = 1.15  # linear, and what a machine that does other things too adds
MOST_GROWTH = 0.10  # of the memory held half-way; a ledger's pages fill 32 MiB in about 4,000 articles
MIB = 1024 * 1024


#: dateparser, told the language or not.
SEARCHES = ("dateparser", "guessing")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--articles", type=Path, metavar="FILE", help="JSON lines, .gz or not (default: gold/)"
    )
    parser.add_argument("--count", type=int, default=TEXTS, metavar="N", help="at most N texts")
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N", help="texts that dateparser reads")
    parser.add_argument("--only", choices=tuple(WORKS), help="measure one thing")
    parser.add_argument("--json", action="store_true", help="print what was measured as JSON")
    parser.add_argument("--check", action="store_true", help="exit 1 where a limit is passed")
    return parser.parse_args(arguments)


def _orders(asked: argparse.Namespace) -> Iterator[Order]:
    articles = str(asked.articles.resolve()) if asked.articles else None
    for work in WORKS:
        if asked.only not in (None, work):
            continue
        if work in SEARCHES:
            count = asked.sample if work == "dateparser" else min(GUESSES, asked.sample)
            yield Order(work, count, articles, growth=False, beside=("dates", "values"))
        else:
            yield Order(work, asked.count, articles)


def render_rate(one: Outcome) -> str:
    """Return one line: what it is, its rate, its cost in scans, its memory."""
    if one.absent:
        return f"{one.work:<11}skipped: {one.absent}"
    rate = f"{one.rate:9.1f} articles/s {one.ratio:9.1f} scans  peak {one.peak / MIB:6.1f} MiB"
    loaded = f"({one.before / MIB:.1f} before, first text {one.first:.2f} s)"
    sample = f"; a sample of {one.texts} texts, scaled" if one.work in SEARCHES else ""
    return f"{one.work:<11}{rate} {loaded}{sample}"


def render_scan(one: Outcome) -> str:
    """Return the line of the unit itself, as it ran beside ``one``."""
    rate = one.articles / one.scan
    return f"{'scan':<11}{rate:9.1f} articles/s {1:9.1f} scans  the unit: one regex of the standard library"


def render_growth(one: Outcome) -> Iterator[str]:
    """Yield how cost and memory grow: exponents (1 is linear) and the memory held after each tenth."""
    by_length = " ".join(f"{1000 * s:.1f}" for s in one.by_length)
    yield f"{one.work}: length x1 x2 x4 x8: {by_length} ms, exponent {one.length_exponent:.2f}"
    yield f"{one.work}: number of articles: exponent {one.number_exponent:.2f}"
    held = " ".join(f"{size / MIB:.1f}" for size in one.held)
    yield f"{one.work}: memory after each tenth of {one.texts} texts: {held} MiB"


def find_excesses(one: Outcome) -> Iterator[str]:
    """Yield each limit that was passed."""
    if one.work == "extract" and one.ratio > MOST_SCANS:
        yield f"extract costs {one.ratio:.1f} scans, limit {MOST_SCANS}"
    if 0 < one.multiples.get("dates", 0) < LEAST_MULTIPLE:
        yield f"{one.work} costs {one.multiples['dates']:.1f} times what dates cost, floor {LEAST_MULTIPLE}"
    if not one.by_length:
        return
    for what, exponent in (("length", one.length_exponent), ("number", one.number_exponent)):
        if exponent > MOST_EXPONENT:
            yield f"{one.work} grows with the {what} to the power {exponent:.2f}, limit {MOST_EXPONENT}"
    if one.growth > MOST_GROWTH * (one.held[-1] - one.growth):
        yield f"{one.work} gained {one.growth / MIB:.1f} MiB in the second half, limit {MOST_GROWTH:.0%}"


def render(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the table: rates, then growth, then limits."""
    present = [one for one in outcomes if not one.absent]
    if present:
        yield f"{present[0].texts} texts, {present[0].articles:.0f} articles of 450 words; one core"
        yield render_scan(present[0])
    yield from map(render_rate, outcomes)
    grown = [one for one in present if one.by_length]
    for one in grown:
        yield from render_growth(one)
    if extract := next((one for one in grown if one.work == "extract"), None):
        yield f"extract / scan: {extract.ratio:.1f}, limit {MOST_SCANS}"
    for one in present:
        for name, multiple in one.multiples.items():
            floor = f", floor {LEAST_MULTIPLE}" if name == "dates" else ""
            yield f"{one.work} / {name}: {multiple:.1f}{floor}"
    yield from (f"over the limit: {line}" for one in present for line in find_excesses(one))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print; 1 with ``--check`` where a limit is passed, else 0."""
    asked = _arguments(arguments)
    outcomes = [run_apart(order) for order in _orders(asked)]
    if asked.json:
        print(json.dumps([asdict(one) for one in outcomes]))
    else:
        print("\n".join(render(outcomes)))
    present = [one for one in outcomes if not one.absent]
    return int(asked.check and any(True for one in present for _ in find_excesses(one)))
