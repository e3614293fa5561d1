"""The guide knows every error and every question."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import LedgerError
from rawi.ledger import Ledger, faults

_GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "ledger.md").read_text("utf-8")
_CODES = sorted(one.code for one in vars(faults).values() if isinstance(one, type) and one is not LedgerError)


@pytest.mark.parametrize("code", _CODES)
def test_every_error_is_in_the_guide(code: str) -> None:
    """Each thing that can go wrong has a line in the guide, and a code of its own."""
    assert code in _GUIDE
    assert _CODES.count(code) == 1


@pytest.mark.parametrize(
    "name", [name for name in vars(Ledger) if not name.startswith("_") and name != "close"]
)
def test_every_method_is_in_the_guide(name: str) -> None:
    """Each public method of a ledger is named in the guide."""
    assert f"{name}(" in _GUIDE or f"`{name}`" in _GUIDE
