"""Documents that a corpus has more than once: the first item of each counts, the others are passed."""

from __future__ import annotations

from typing import Any

from rawi.corpus.relating.spreading import Spread


def find_repeats(spread: Spread, documents: Any) -> list[int]:
    """Return the items of a frame of documents (``item``, ``id``) that are not the first with their id."""
    col = spread.daft.col
    met = documents.groupby("id").agg(col("item").min().alias("first"), col("item").count().alias("met"))
    several = met.where(col("met") > 1).select("id", "first")
    repeated = documents.join(several, on="id").where(col("item") != col("first"))
    return sorted(row["item"] for row in repeated.select("item").iter_rows())
