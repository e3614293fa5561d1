"""Read trained parameters that ship with the package, on first use."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec

from rawi.errors import LexiconError

T = TypeVar("T")


def load_weights(name: str, kind: type[T]) -> T:
    """Return ``weights/name`` (JSON) as a ``kind`` struct.

    Raises LexiconError, which names the file, if it is missing or has not the fields of the struct.
    """
    try:
        return msgspec.json.decode(files("rawi.weights").joinpath(name).read_bytes(), type=kind)
    except OSError as error:
        raise LexiconError(f"{name}: cannot be read: {error}") from error
    except msgspec.DecodeError as error:
        raise LexiconError(f"{name}: {error}") from error
