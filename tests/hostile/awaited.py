"""Cases that fail for now, and why: each must go from here as soon as it is as it must be."""

AWAITED: dict[str, str] = {}
