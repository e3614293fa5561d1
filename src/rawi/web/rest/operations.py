"""What is known of an address of the API: what answers it, and what its description says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from rawi.web.answers import Asked, Handler
from rawi.web.permissions import Action
from rawi.web.rest.writes import Reply


class Operation(NamedTuple):
    """One address that is read: what answers it, its parameters, and the type of its items (types, where they
    are of several), or of its one ``field``.

    ``item`` alone, with ``whole``, is the answer as it stands; ``media`` is what else than JSON is answered.
    ``required`` parameters must be given; ``more`` are further fields of the answer, with their schemas;
    ``fresh``: refused (409) where something came since the last update.
    """

    handler: Handler
    tells: str
    parameters: tuple[str, ...]
    item: Any
    field: str | None = None
    whole: bool = False
    media: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    more: Mapping[str, Any] = MappingProxyType({})
    fresh: bool = False


class Write(NamedTuple):
    """One address that takes a body: the types of what comes in and what is answered, under which statuses.

    ``action`` is what one must be allowed; ``seen``: ``If-Match`` says what was seen.
    """

    handler: Callable[[Asked, Any], Reply]
    tells: str
    action: Action
    body: Any
    answer: Any
    statuses: tuple[int, ...] = (200,)
    seen: bool = False
    field: str | None = None
