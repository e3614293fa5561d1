"""Which items are compared at all: those that share so many keys, and lie no farther apart than they may.

Items are dealt into buckets by key, or by key and window of days, and those of one bucket meet. An item that
may be of any day meets all that share a key with it. How many meet grows with the square of a bucket, so it
is counted first, and they meet in as many turns as it takes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from rawi.corpus.relating.kinds import Kind
from rawi.corpus.relating.spreading import Spread

#: So many meetings are held at once for each that works: about half a GiB.
OF_TURN = 4_000_000
_SIDE = ("number", "first", "last")


class Meetings(NamedTuple):
    """The keys of all items, one a row: those in windows of days (``key``, ``window`` and whose it is), null
    where days do not count; and all (``key``, ``number``, ``loose`` if they are in no window)."""

    timed: Any
    every: Any


def deal(spread: Spread, items: Any, kind: Kind) -> Meetings:
    """Deal a frame of items (``number``, ``first``, ``last``, ``windows``, ``keys``) into buckets."""
    col = spread.daft.col
    rows = items.explode("keys").where(~col("keys").is_null()).with_column_renamed("keys", "key")
    if kind.within is None:
        return Meetings(None, rows.select("key", "number"))
    timed = rows.explode("windows").where(~col("windows").is_null())
    timed = timed.select("key", col("windows").alias("window"), *_SIDE)
    return Meetings(timed, rows.select("key", "number", (col("windows").length() == 0).alias("loose")))


def count_meetings(spread: Spread, dealt: Meetings) -> int:
    """Return how many meetings there are in all buckets; two that share several keys meet several times."""
    col, types = spread.daft.col, spread.daft.DataType
    met = col("number").count().cast(types.int64())
    if dealt.timed is None:
        sizes = dealt.every.groupby("key").agg(met.alias("n")).select((col("n") * col("n")).alias("n"))
        return _sum(sizes)
    timed = dealt.timed.groupby("key", "window").agg(met.alias("n")).select((col("n") * col("n")).alias("n"))
    loose = dealt.every.groupby("key").agg(met.alias("n"), col("loose").cast(types.int64()).sum().alias("m"))
    return _sum(timed) + _sum(loose.select((col("n") * col("m")).alias("n")))


def _sum(sizes: Any) -> int:
    """Return the sum of a column ``n``, 0 if it is empty."""
    return int(sizes.sum("n").to_pydict()["n"][0] or 0)


def find_candidates(spread: Spread, dealt: Meetings, kind: Kind, turn: int, turns: int) -> Any:
    """Return the pairs of numbers ``a`` < ``b`` of items to be compared, each once, that come in a turn."""
    col = spread.daft.col
    mine = col("number") % turns == turn
    if dealt.timed is None or kind.within is None:
        met = _meet(col, dealt.every, ("key",), mine)
    else:
        met = _meet_within(col, dealt.timed, kind.within, mine).concat(_meet_any(spread, dealt.every, mine))
    counted = met.groupby("a", "b").agg(col("a").count().alias("shared"))
    return counted.where(col("shared") >= kind.layer.least).select("a", "b")


def _meet(col: Any, rows: Any, bucket: tuple[str, ...], mine: Any) -> Any:
    """Return ``a`` and ``b`` for each bucket that two are in, with what is known of them (``a first``)."""
    others = [name for name in rows.column_names if name not in bucket and name != "number"]
    one, two = (
        side.select(*bucket, col("number").alias(end), *(col(name).alias(f"{end} {name}") for name in others))
        for end, side in (("a", rows.where(mine)), ("b", rows))
    )
    return one.join(two, on=list(bucket)).where(col("a") < col("b"))


def _meet_within(col: Any, rows: Any, within: int, mine: Any) -> Any:
    """Return the pairs of dated items that lie near enough, once for each key: they may have several windows
    in common, and count in that of the first day that both reach to."""
    met = _meet(col, rows, ("key", "window"), mine)
    near = (col("a first") - col("b last") <= within) & (col("b first") - col("a last") <= within)
    later = (col("a first") >= col("b first")) & (col("a first") // within == col("window"))
    later |= (col("a first") < col("b first")) & (col("b first") // within == col("window"))
    return met.where(near & later).select("a", "b")


def _meet_any(spread: Spread, rows: Any, mine: Any) -> Any:
    """Return the pairs of items without windows with all others, once for each key."""
    col, when = spread.daft.col, spread.daft.functions.when
    loose = rows.where(col("loose") & mine).select("key", col("number").alias("one"))
    every = rows.select("key", col("number").alias("other"), col("loose").alias("both"))
    met = loose.join(every, on="key").where(~col("both") | (col("one") < col("other")))
    first = when(col("one") < col("other"), col("one")).otherwise(col("other"))
    last = when(col("one") < col("other"), col("other")).otherwise(col("one"))
    return met.where(col("one") != col("other")).select(first.alias("a"), last.alias("b"))
