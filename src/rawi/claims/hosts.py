"""Whose turn it is to speak: turns in the order of the text, guests in relative clauses and their hosts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.arabic.inflection import Agreement
from rawi.claims.known import Known
from rawi.claims.reading import Reading, codes

_ANTECEDENT = 8  # tokens from a name with its title to the pronoun that describes it


class Turn(msgspec.Struct, frozen=True, gc=False):
    """Somebody named at the author's level: from which token, and whether they spoke or only acted, that in a
    relative clause or not; ``tagged`` where a phrase names them in somebody's report (بحسب رويترز). ``end``
    is the token after what they said."""

    known: Known
    at: int
    spoke: bool
    relative: bool = False
    tagged: bool = False
    end: int = -1


def is_press(turn: Turn, agreement: Agreement | None) -> bool:
    """…، بحسب رويترز. وقال: an agency named in a phrase is feminine, or nobody at all."""
    known = turn.known
    press = turn.tagged and known.kind == "body" and not known.agreement
    return press and agreement is Agreement.MASCULINE


def host(reading: Reading, turns: Sequence[Turn], guest: Turn, agreement: Agreement | None) -> Turn:
    """Return who acts in the main clause, where a preposition leads in the one whom a relative clause
    describes: حضر سامي الحفل مع المدير الذي تأخر، مشيرا."""
    if not _is_led(reading, guest.at):
        return guest
    first = reading.text.sentence_of(guest.at)[0]
    near = (turn for turn in reversed(turns) if first <= turn.at < guest.at)
    acting = (turn for turn in near if not turn.relative and turn.known.agrees(agreement))
    return next((turn for turn in acting if turn.known.name != guest.known.name), guest)


def _is_led(reading: Reading, at: int) -> bool:
    """Does a preposition stand before the name or the role that a relative pronoun describes?"""
    for index in range(at - 1, max(0, at - _ANTECEDENT), -1):
        if reading.tape[index - 1] in codes().preposition:
            return index in reading.person_at or index in reading.role_at
    return False
