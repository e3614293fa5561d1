"""Frozen records, one noun per file; no logic beyond invariants."""
