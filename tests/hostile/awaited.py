"""Cases that fail for now, and why: each must go from here as soon as it is as it must be."""

_WHY: dict[str, tuple[str, ...]] = {}
AWAITED = {name: why for why, names in _WHY.items() for name in names}
