"""Names of accounts, which reviews and the journal carry: nobody may look like somebody else."""

from __future__ import annotations

import unicodedata

from rawi.arabic.fold import fold
from rawi.web.accounts.faults import NameRefused

LONGEST = 64
#: Who acts where no person does.
_PROGRAM = frozenset(("rawi", "web", "api"))


def check_name(written: str) -> str:
    """Return a name as it is kept: NFC, blanks single; NameRefused for what is no name.

    Controls, marks of direction and other invisible characters are refused: they make two names look alike.

    >>> check_name("  هند   الخالدي ")
    'هند الخالدي'
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    if any(unicodedata.category(one)[0] == "C" or one in "\u2028\u2029" for one in written):
        raise NameRefused("a name has no controls and no invisible characters")
    if not 0 < len(name) <= LONGEST:
        raise NameRefused(f"a name has 1 to {LONGEST} characters")
    folded = fold_name(name)
    if not any(one.isalnum() for one in folded):
        raise NameRefused("a name has a letter or a digit")
    if len(scripts := {script for one in folded if (script := _script(one))}) > 1:
        raise NameRefused(f"a name is in one script, not in {' and '.join(sorted(scripts))}")
    if folded in _PROGRAM:
        raise NameRefused(f"{name} is the program itself")
    return name


def _script(letter: str) -> str:
    """Return the script of a letter among those whose letters look alike; blank for any other."""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return script if script in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN") else ""


def fold_name(name: str) -> str:
    """Return what two names that are taken for one have in common.

    >>> fold_name("أحمد") == fold_name("احمَد"), fold_name("Hind") == fold_name("ＨＩＮＤ")
    (True, True)
    """
    return " ".join(fold(unicodedata.normalize("NFKC", name).casefold()).split())
