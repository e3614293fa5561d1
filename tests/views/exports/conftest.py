"""A ledger in a folder of its own."""

from tests.ledger.conftest import ledger, path

__all__ = ["ledger", "path"]
