"""``python -m benchmarks.stages ARTICLES``: what each stage of ``rawi.extract`` costs, in scans of one regex.

Each stage is timed where ``rawi.pipeline`` calls it; what is left is cutting the text up, hashing it and
building the record. ``--rules`` leaves out the tagger: names are found by rules alone.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from benchmarks.clock import seconds_of
from benchmarks.texts import WORDS_PER_ARTICLE, articles_in, load_texts
from benchmarks.work import scan
from rawi import pipeline

WARM, COUNT, SCANS = 300, 500, 3
#: The functions of ``rawi.pipeline`` by the stage that they are.
STAGES = {
    "layout, headline": ("find_layout", "find_headline", "find_outlet", "find_chain", "mend_mojibake"),
    "cutting, tapes": ("_cut",),
    "reading of claims": ("Reading",),
    "statements": ("extract_statements", "assess_statements", "link_echoes"),
    "speakers": ("link_speakers",),
    "dates, figures": ("resolve_dates", "extract_figures"),
    "places located": ("locate_places",),
    "events": ("extract_events",),
    "labels": ("clean_labels",),
}


class Timed:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def of(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, and is timed."""

        @wraps(function, updated=())
        def timed(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.seconds[stage] += time.process_time() - begun

        return timed


class _Stage:
    """A stage of annotation that is timed."""

    def __init__(self, stage: Any, timed: Timed) -> None:
        name = type(stage).__name__.removesuffix("Annotator").lower()
        self.needs, self.makes = stage.needs, stage.makes
        self._annotate = timed.of(f"annotate: {name}", lambda *given: list(stage.annotate(*given)))

    def annotate(self, text: Any, known: Any) -> Any:
        """Return what the stage finds."""
        return self._annotate(text, known)


@contextmanager
def watching(timed: Timed, *, rules: bool) -> Iterator[None]:
    """Time the stages of ``rawi.pipeline`` while within; by ``rules`` without the tagger."""
    kept = {name: getattr(pipeline, name) for names in STAGES.values() for name in names}
    kept["annotate"] = pipeline.annotate
    stages = pipeline.rule_stages() if rules else pipeline.annotators()
    timed_stages = [_Stage(stage, timed) for stage in stages]

    def annotate(text: Any, given: Any = None, weights: str | None = None) -> Any:
        return kept["annotate"](text, given or timed_stages, weights)

    try:
        for stage, names in STAGES.items():
            for name in names:
                setattr(pipeline, name, timed.of(stage, kept[name]))
        pipeline.annotate = annotate
        yield
    finally:
        for name, function in kept.items():
            setattr(pipeline, name, function)


def measure(texts: Sequence[str], *, rules: bool) -> tuple[dict[str, float], float, float]:
    """Return seconds by stage, of all, and of the scans, over texts that were not met before."""
    warm, rest = texts[:WARM], texts[WARM:]
    timed = Timed()
    with watching(timed, rules=rules):
        for text in warm:
            pipeline.extract(text)
        timed.seconds.clear()
        begun = time.process_time()
        for text in rest:
            pipeline.extract(text)
        whole = time.process_time() - begun
    scans = min(seconds_of(scan, rest, time.process_time) for _ in range(SCANS))
    return dict(timed.seconds), whole, scans


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON lines, .gz or not")
    parser.add_argument("--count", type=int, default=COUNT, metavar="N")
    parser.add_argument("--rules", action="store_true", help="without the tagger")
    asked = parser.parse_args(arguments)
    texts = load_texts(asked.articles, WARM + asked.count)
    seconds, whole, scans = measure(texts, rules=asked.rules)
    size = articles_in(texts[WARM:])
    left = whole - sum(seconds.values())
    rows = [*sorted(seconds.items(), key=lambda one: -one[1]), ("the rest", left), ("all", whole)]
    for name, took in rows:
        told = f"{1000 * took / size:8.3f} ms {took / scans:8.1f} scans {100 * took / whole:6.1f} %"
        print(f"{name:<26}{told}")
    print(f"{size / whole:.0f} articles of {WORDS_PER_ARTICLE} words a second, {len(texts) - WARM} texts")


if __name__ == "__main__":
    main()
