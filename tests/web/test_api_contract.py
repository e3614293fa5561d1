"""The API keeps its OpenAPI document, whatever schemathesis makes of it; the long run is ``contract.py``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.web.api import describe

contract = pytest.importorskip("tests.web.contract", reason="schemathesis is not installed: make env")
_EACH = 4  # calls of each operation with what it allows, as many with what it forbids


def test_answers_are_as_described(tmp_path: Path) -> None:
    """No failure of ours, no status, type or field that is not described, nothing forbidden is taken."""
    ledger = contract.make_ledger(tmp_path / "a.rawi")
    ids = contract.find_ids(ledger)
    with contract.serving(ledger) as (site, address):
        walk = contract.Walk(site, address, ids)
        walk.walk(_EACH)
    assert walk.calls > 200
    assert not walk.faults, "\n\n".join(f"{known}\n{told}" for known, told in walk.faults.items())


def test_the_document_is_valid() -> None:
    """By the rules of OpenAPI 3.1."""
    validator = pytest.importorskip("openapi_spec_validator", reason="it is not installed: make env")
    validator.validate(json.loads(describe()))
