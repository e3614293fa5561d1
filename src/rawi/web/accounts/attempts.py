"""How often somebody may try to come in: so many times in a while, by account and by address."""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_MOST = 20_000  # keys that are remembered


class Attempts:
    """Counts attempts by key, ``limit`` in ``window`` seconds. One counts before it is known to be right, so
    that many at once are no way around."""

    def __init__(self, limit: int, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._window, self._clock = limit, window, clock
        self._lock = threading.Lock()
        self._tried: OrderedDict[str, list[float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Count an attempt, and return 0; or the seconds until there may be one, counting nothing."""
        with self._lock:
            now = self._clock()
            tried = [one for one in self._tried.pop(key, []) if one > now - self._window]
            self._tried[key] = tried
            if len(tried) >= self._limit:
                return max(1, math.ceil(tried[0] + self._window - now))
            tried.append(now)
            while len(self._tried) > _MOST:
                self._tried.popitem(last=False)
            return 0

    def give_back(self, key: str) -> None:
        """Take back the last attempt of a key."""
        with self._lock:
            if tried := self._tried.get(key):
                tried.pop()

    def forget(self, key: str) -> None:
        """Forget the attempts of a key: the last one was right."""
        with self._lock:
            self._tried.pop(key, None)


def group_address(address: str) -> str:
    """Return what an address is counted as: of IPv6 the network, for one user has all of it.

    >>> group_address("203.0.113.7"), group_address("2001:db8::1:2"), group_address("::ffff:203.0.113.7")
    ('203.0.113.7', '2001:db8::/64', '203.0.113.7')
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found)
