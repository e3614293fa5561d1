"""The table of PLOVER's categories has every event type, and only categories that PLOVER has."""

from __future__ import annotations

from rawi.lexicons.plover import load_plover
from rawi.relations.incidents.types import load_types

#: The categories of the manual (0.7b1), and POLECAT's REQUEST for its DEMAND.
_TYPES = """
AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT DEMAND REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION
MOBILIZE COERCE ASSAULT
""".split()  # noqa: SIM905
_MODES = {
    "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms explosives "
    "suicide-attack heavy-weapons",
    "PROTEST": "demo riot strike-gen strike-lim strike-hun boycott obstruct",
    "COERCE": "confiscate restrict ban censor curfew martial-law arrest deport withhold",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "MOBILIZE": "troops weapons police",
}
_CONTEXTS = {None, "military", "cbrn", "diplomatic", "legal", "enviro_disaster"}


def test_every_type_has_a_row() -> None:
    """The table has the event types of the annotation guide, no more and no fewer."""
    assert set(load_plover()) == set(load_types())


def test_only_categories_of_plover() -> None:
    """Types, modes and contexts are PLOVER's; a mode belongs to its type."""
    for name, plover in load_plover().items():
        assert plover.type is None or plover.type in _TYPES, name
        assert plover.mode is None or plover.mode in _MODES[plover.type or ""].split(), name
        assert plover.context in _CONTEXTS, name
