"""Build ``src/rawi/lexicons/ar/name_words.tsv``: words seen in people's names that are no everyday words.

usage: python -m training.build_names GAZETTEERS      GAZETTEERS holds person-names/person_name_tokens_ar.tsv

Source: steveash/NETransliteration-COLING2018, data/wd_arabic_*, CC0 1.0, mined from Wikidata person labels.
Everyday words, roles, nouns of bodies and places, as the lexicons list them, are left out; so are rare words.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table

OUT = Path("src/rawi/lexicons/ar/name_words.tsv")
HEADER = """\
# Words of people's names, mostly foreign ones in Arabic letters, made by training/build_names.py from
# the tokens of steveash/NETransliteration-COLING2018 (CC0 1.0), which were mined from Wikidata. kind: name
kind\tname
"""
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
LEAST = 3


def count_tokens(path: Path) -> Counter[str]:
    """Count the folded tokens of the table."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines()[1:]:
        token, count, _latin = line.split("\t")
        counts[fold(token)] += int(count)
    return counts


def main(folder: Path) -> int:
    """Write the table and say how many rows it has."""
    counts = count_tokens(folder / "person-names/person_name_tokens_ar.tsv")
    vocabulary = load_vocabulary()
    given = {fold(row["name"]) for row in load_table("given_names.tsv")}
    places = {fold(row["name"]) for row in load_table("places.tsv")}
    usable = sorted(
        token
        for token, count in counts.items()
        if count >= LEAST
        and ARABIC.fullmatch(token)
        and not token.startswith("ال")
        and token not in given | places
        and not vocabulary.has_meaning(token)
    )
    OUT.write_text(HEADER + "".join(f"name\t{token}\n" for token in usable), "utf-8")
    print(f"{OUT}: {len(usable)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
