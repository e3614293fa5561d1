"""Read files of weights; a card ``NAME.md`` beside each tells where they come from."""

from __future__ import annotations

from importlib.resources import files

from rawi.errors import WeightsError


def read_weights(name: str) -> bytes:
    """Return the bytes of a file in ``weights``; WeightsError if it cannot be read."""
    try:
        return files("rawi.weights").joinpath(name).read_bytes()
    except OSError as error:
        raise WeightsError(f"{name}: cannot be read: {error}") from error
