"""Rawi (راوي) reads Arabic news into a sourced ledger: who said what, how many, when, each tied to the
exact words.

>>> import rawi
>>> rawi.__version__
'0.1.0'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rawi.model.conventions import Conventions as Conventions
    from rawi.parsing import parse as parse
    from rawi.pipeline import extract as extract

__version__ = "0.1.0"

# Imported on first use, so that `rawi --help` need not load lexicons.
_PUBLIC = {
    "extract": "rawi.pipeline",
    "parse": "rawi.parsing",
    "Conventions": "rawi.model.conventions",
    "open": "rawi.opening",
    "read": "rawi.opening",
    "errors": "rawi",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}")
    if name == "errors":
        return import_module("rawi.errors")
    return getattr(import_module(_PUBLIC[name]), name)
