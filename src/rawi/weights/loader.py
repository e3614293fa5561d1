"""Read files of weights; a card ``NAME.md`` beside each tells where they come from."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec

from rawi.errors import WeightsError

T = TypeVar("T")


def read_weights(name: str) -> bytes:
    """Return the bytes of a file in ``weights``; WeightsError if it cannot be read."""
    try:
        return files("rawi.weights").joinpath(name).read_bytes()
    except OSError as error:
        raise WeightsError(f"{name}: cannot be read: {error}") from error


def load_weights(name: str, kind: type[T]) -> T:
    """Return a file of JSON in ``weights`` as a ``kind`` struct; WeightsError, which names the file, if it
    cannot be read or has not the fields of the struct."""
    try:
        return msgspec.json.decode(read_weights(name), type=kind)
    except msgspec.DecodeError as error:
        raise WeightsError(f"{name}: {error}") from error
