"""How often statements are right, by their reasons: ``python -m rawi.evaluation.reasons GOLD...``

A statement is right if its content meets one of the gold by half and its speaker is the gold's. By these
figures the weights of ``claims/reasons.toml`` are set (decision 0045).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from rawi.claims.certainty import find_confidence, load_reasons
from rawi.errors import RawiError
from rawi.evaluation.article import GoldArticle
from rawi.evaluation.entries import read_entries
from rawi.evaluation.gold import read_gold
from rawi.evaluation.layers.statements import is_named, pair_statements
from rawi.pipeline import extract


class Judged(msgspec.Struct, frozen=True):
    """One statement of an answer: why it is held for sure or not, and whether it is right."""

    reasons: tuple[str, ...]
    matched: bool
    right: bool

    @property
    def confidence(self) -> str:
        """What the reasons come to with the weights as they are now."""
        return find_confidence(self.reasons)


def judge_article(gold: GoldArticle, record: dict[str, Any]) -> Iterator[Judged]:
    """Yield each statement of a record with what the gold says of it; optional ones of the gold count too."""
    found, _ = read_entries(gold.text, record["statements"], "content")
    pairs = {j: gold.statements[i] for i, j in pair_statements(gold, found)}
    for number, one in enumerate(found):
        match = pairs.get(number)
        right = match is not None and is_named(match, one)
        yield Judged(tuple(one.row["reasons"]), match is not None, right)


def judge(golds: Iterable[GoldArticle]) -> list[Judged]:
    """Extract the articles of a gold and judge every statement."""
    records = ((gold, extract(gold.text, published=gold.published)) for gold in golds)
    return [one for gold, record in records for one in judge_article(gold, msgspec.to_builtins(record))]


def render_table(judged: Sequence[Judged]) -> str:
    """Return the shares as a table: certain and doubtful statements, then those with each reason."""
    known = load_reasons()
    groups = {name: [one for one in judged if one.confidence == name] for name in ("certain", "doubtful")}
    groups |= {code: [one for one in judged if code in one.reasons] for code in known}
    lines = [
        "| | weight | statements | found in the gold | right | of those certain, right |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_line(name, group) for name, group in groups.items())])


def _line(name: str, group: Sequence[Judged]) -> str:
    """Return one line of the table."""
    weight = str(known.weight) if (known := load_reasons().get(name)) else ""
    certain = [one for one in group if one.confidence == "certain"]
    matched, right = sum(one.matched for one in group), sum(one.right for one in group)
    return f"| `{name}` | {weight} | {len(group)} | {matched} | {right} | {_share(certain)} |"


def _share(group: Sequence[Judged]) -> str:
    """Return how many of a group are right."""
    return f"{sum(one.right for one in group)} of {len(group)}"


def main(arguments: Sequence[str]) -> int:
    """Print the table of all golds together; a gold that cannot be read ends it with 2 and why."""
    parser = argparse.ArgumentParser(prog="python -m rawi.evaluation.reasons", description=__doc__)
    parser.add_argument("gold", nargs="+", help="annotated articles: a folder, or JSON lines")
    paths = parser.parse_args(arguments).gold
    try:
        golds = [gold for path in paths for gold in read_gold(path)]
    except RawiError as error:
        print(f"error[{error.code}] {error}", file=sys.stderr)
        return 2
    sys.stdout.write(render_table(judge(golds)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
