"""Documents that a corpus has more than once: one item of each counts, the others are passed.

It is the one that a ledger with all of them shows (the view ``reading_rank``): dated by metadata before dated
by the text, dated before undated, the earliest, by outlet and title, and of equals the last.
"""

from __future__ import annotations

from typing import Any

from rawi.corpus.relating.spreading import Spread

#: What is asked of documents.
COLUMNS = {"item": int, **dict.fromkeys(("id", "published_from", "published", "outlet", "title"), str)}
_END = "\0"  # less than any letter, so that joined words sort as they would one by one


def find_repeats(spread: Spread, documents: Any) -> list[int]:
    """Return the items of a frame of documents (``COLUMNS``) that do not count, sorted."""
    col = spread.daft.col
    met = documents.groupby("id").agg(col("item").count().alias("met")).where(col("met") > 1).select("id")
    several = documents.join(met, on="id").select("id", "item", _rank(spread).alias("rank")).collect()
    best = several.groupby("id").agg(col("rank").min())
    shown = several.join(best, on=["id", "rank"]).groupby("id").agg(col("item").max().alias("shown"))
    passed = several.join(shown, on="id").where(col("item") != col("shown"))
    return sorted(row["item"] for row in passed.select("item").iter_rows())


def _rank(spread: Spread) -> Any:
    """Return what documents are ordered by, as one text."""
    col, types = spread.daft.col, spread.daft.DataType
    stated = (col("published_from") == "metadata").fill_null(False)
    rank = (~stated).cast(types.int64()).cast(types.string())
    rank += col("published").is_null().cast(types.int64()).cast(types.string())
    for name in ("published", "outlet", "title"):
        rank += col(name).fill_null("") + _END
    return rank
