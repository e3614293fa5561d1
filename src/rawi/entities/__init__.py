"""Mentions to entities: names, spellings, places, candidates and decisions."""
