"""What a client may do: where it may go, how much it takes, how long it waits."""

from __future__ import annotations

import msgspec

from rawi.model.source import Limits

MEBI = 1 << 20


class Policy(msgspec.Struct, frozen=True):
    """The limits of a client; sizes in bytes, times in seconds.

    - ``hosts``: hosts it may ask, each with all below it; empty for any.
    - ``proxy``: ``http://HOST:PORT`` or ``socks5h://HOST:PORT``.
    - ``size``: of a body, as sent and as inflated; ``ratio``: inflated over sent, looked at once
      ``ratio_from`` bytes are out; ``heads``: of all that comes before a body.
    - ``connect``: for one connection; ``idle``: without a byte; ``total``: for an answer with its redirects.
    - ``interval``: between two requests to one host; ``patience``: the longest ``Retry-After`` waited for.
    - ``inner``: pairs of address and port that may be reached although they are not public; for servers of
      one's own, given by the code that uses the library. No command and no setting fills it.
    """

    hosts: tuple[str, ...] = ()
    proxy: str | None = None
    size: int = Limits().item
    ratio: int = Limits().ratio
    ratio_from: int = MEBI
    heads: int = MEBI // 4
    connect: float = 10.0
    idle: float = 20.0
    total: float = 60.0
    redirects: int = 3
    interval: float = 1.0
    patience: float = 30.0
    inner: frozenset[tuple[str, int]] = frozenset()
