"""Who is in: random ids in memory alone, so that a restart ends all sessions and no file holds any."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from hashlib import sha256

import msgspec

#: Seconds after which a session ends: since the last request, and since the login.
IDLE, LONGEST = 2 * 3600, 12 * 3600
#: Sessions of one account at once; the oldest ends where one more begins.
MOST = 10


class Session(msgspec.Struct):
    """One session: whose, with which stamp of the account, since when, and when it was last used."""

    name: str
    stamp: str
    begun: float
    used: float


class Sessions:
    """The open sessions, by the hash of their ids: how long a look-up takes tells nothing of an id."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._open: dict[bytes, Session] = {}

    def begin(self, name: str, stamp: str) -> str:
        """Begin a session of an account and return its id, which nobody could have chosen."""
        id, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._open = {key: one for key, one in self._open.items() if self._holds(one, now)}
            own = sorted((one.begun, key) for key, one in self._open.items() if one.name == name)
            for _, key in own[: max(0, len(own) - MOST + 1)]:
                del self._open[key]
            self._open[_key(id)] = Session(name, stamp, now, now)
        return id

    def find(self, id: str) -> Session | None:
        """Return the session of an id and note that it was used; null if there is none or it ended."""
        now = self._clock()
        with self._lock:
            found = self._open.get(_key(id))
            if found is None or not self._holds(found, now):
                self._open.pop(_key(id), None)
                return None
            found.used = now
            return found

    def end(self, id: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(_key(id), None)

    @staticmethod
    def _holds(one: Session, now: float) -> bool:
        return now - one.used < IDLE and now - one.begun < LONGEST


def _key(id: str) -> bytes:
    return sha256(id.encode("utf-8", "surrogatepass")).digest()
