"""Hostile files: made here, class by class, and what must come of each."""
