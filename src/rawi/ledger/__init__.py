"""The sourced ledger: evidence stored once, entries tied to words, every change in a journal.

``open_ledger`` opens one; ``Ledger`` answers questions; what it takes and gives is in
``rawi.ledger.results``.
"""

from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Origin, Outcome, Submission

__all__ = ["Ledger", "Origin", "Outcome", "Submission", "open_ledger"]
