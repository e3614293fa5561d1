"""Expressions of time in a phrase: small pieces found first, then joined, rule by rule, into larger ones."""
