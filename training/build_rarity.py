"""Build ``src/rawi/weights/rarity.json``: how often stems occur in news, so that rare ones count for more.

usage: python -m training.build_rarity DATA      DATA holds ner/permissive/wojood-sample

Counted are the project's own training sentences (CC BY 4.0), each word as one, and the Wojood sample (MIT),
each as half a word: much of it is no news. No article of anybody's goes in.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rawi.arabic.stems import find_stem
from training.sentences import Sample, own_articles, read_marked, read_wojood

OUT = Path("src/rawi/weights/rarity.json")
OWN, OTHER = 1.0, 0.5
#: Stems seen less often are as rare as those never seen.
LEAST = 1.0


def count_stems(samples: Iterable[Sample], worth: float, counts: dict[str, float]) -> float:
    """Add the stems of all words to ``counts``, and return what the words are worth in all."""
    total = 0.0
    for sample in samples:
        for word in sample.text.words:
            if any(map(str.isalpha, word)):
                counts[find_stem(word)] += worth
                total += worth
    return total


def main(data: Path) -> int:
    """Write the counts and say how many stems there are."""
    counts = defaultdict[str, float](float)
    total = count_stems(map(read_marked, own_articles()), OWN, counts)
    total += count_stems(read_wojood(data / "ner/permissive/wojood-sample/train.txt"), OTHER, counts)
    kept = {stem: count for stem, count in sorted(counts.items()) if count >= LEAST}
    content = json.dumps({"total": total, "counts": kept}, ensure_ascii=False, indent=0)
    OUT.write_text(content + "\n", "utf-8")
    print(f"{OUT}: {len(kept)} stems of {total:.0f} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
