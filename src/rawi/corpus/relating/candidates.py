"""Which items are compared at all: those that share so many keys, and lie no farther apart than they may.

Items are dealt into buckets by key, or by key and window of days, and those of one bucket meet. An item that
may be of any day meets all that share a key with it.
"""

from __future__ import annotations

from typing import Any

from rawi.corpus.relating.kinds import Kind
from rawi.corpus.relating.spreading import Spread

_SIDE = ("number", "first", "last")


def find_candidates(spread: Spread, items: Any, kind: Kind) -> Any:
    """Return the pairs of numbers ``a`` < ``b`` of items to be compared, each once, of a frame of items
    (``number``, ``first``, ``last``, ``windows``, ``keys``)."""
    col = spread.daft.col
    rows = items.explode("keys").where(~col("keys").is_null()).with_column_renamed("keys", "key")
    if kind.within is None:
        met = _meet(col, rows.select("key", "number"), ("key",))
    else:
        timed = rows.explode("windows").where(~col("windows").is_null())
        timed = timed.select("key", col("windows").alias("window"), *_SIDE)
        met = _meet_within(col, timed, kind.within).concat(_meet_any(spread, rows))
    counted = met.groupby("a", "b").agg(col("a").count().alias("shared"))
    return counted.where(col("shared") >= kind.layer.least).select("a", "b")


def _meet(col: Any, rows: Any, bucket: tuple[str, ...]) -> Any:
    """Return ``a`` and ``b`` for each bucket that two are in, with what is known of them (``a first``)."""
    others = [name for name in rows.column_names if name not in bucket and name != "number"]
    one, two = (
        rows.select(
            *bucket, col("number").alias(side), *(col(name).alias(f"{side} {name}") for name in others)
        )
        for side in "ab"
    )
    return one.join(two, on=list(bucket)).where(col("a") < col("b"))


def _meet_within(col: Any, rows: Any, within: int) -> Any:
    """Return the pairs of dated items that lie near enough, once for each key: they may have several windows
    in common, and count in that of the first day that both reach to."""
    met = _meet(col, rows, ("key", "window"))
    near = (col("a first") - col("b last") <= within) & (col("b first") - col("a last") <= within)
    later = (col("a first") >= col("b first")) & (col("a first") // within == col("window"))
    later |= (col("a first") < col("b first")) & (col("b first") // within == col("window"))
    return met.where(near & later).select("a", "b")


def _meet_any(spread: Spread, rows: Any) -> Any:
    """Return the pairs of items without windows with all others, once for each key."""
    col, when = spread.daft.col, spread.daft.functions.when
    rows = rows.select("key", "number", (col("windows").length() == 0).alias("loose"))
    loose = rows.where(col("loose")).select("key", col("number").alias("one"))
    every = rows.select("key", col("number").alias("other"), col("loose").alias("both"))
    met = loose.join(every, on="key").where(~col("both") | (col("one") < col("other")))
    first = when(col("one") < col("other"), col("one")).otherwise(col("other"))
    last = when(col("one") < col("other"), col("other")).otherwise(col("one"))
    return met.where(col("one") != col("other")).select(first.alias("a"), last.alias("b"))
