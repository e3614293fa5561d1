"""Accounts: who may come in and as what, in a file of their own beside the ledger."""
