"""Words of a source on a screen: nothing in them may steer the terminal or turn the reading direction."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

import msgspec

from rawi.views.labels import Language, label

FSI, PDI = "\u2068", "\u2069"
_SPACES = re.compile(r"\s+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_GAP = "  "
_INDENT = "    "
_DEEPER = "  "


class Screen(msgspec.Struct, frozen=True):
    """Where cards are shown: ``terminal`` is false for a pipe or file, which get the words as they are.

    ``width``: columns to wrap at, 0 for none; ``colour``: may letters be coloured; ``language``: of labels.
    """

    terminal: bool = False
    colour: bool = False
    width: int = 0
    language: Language = "en"

    def label(self, name: str) -> str:
        """Return a label in the language of the screen."""
        return label(name, self.language)

    def strong(self, words: str) -> str:
        """Return words in bold where the screen has colours."""
        return f"\x1b[1m{words}\x1b[0m" if self.colour else words

    def faint(self, words: str) -> str:
        """Return words dimmed where the screen has colours."""
        return f"\x1b[2m{words}\x1b[0m" if self.colour else words

    def apart(self, words: str) -> str:
        """Return a foreign run that stands inside a line, isolated on a terminal from what is beside it."""
        shown = visible(words)
        return f"{FSI}{shown}{PDI}" if self.terminal else shown

    def row(self, parts: Iterable[str]) -> str:
        """Return the parts that there are on one line, each apart from the next."""
        return _GAP.join(part for part in parts if part)

    def block(self, words: str, deeper: bool = False) -> str:
        """Return words on lines of their own, indented, ``deeper`` under such a line; wrapped only on a
        terminal."""
        shown, indent = visible(words), _INDENT + _DEEPER * deeper
        lines = _wrap(shown, self.width - len(indent)) if self.width else [shown]
        return "\n".join(indent + line for line in lines)


def visible(words: str) -> str:
    """Return words on one line, with characters that steer a terminal or turn the direction made visible.

    >>> visible("قال\\n\\x1b[2J 40\\u202e ألف")
    'قال ␛[2J 40[U+202E] ألف'
    """
    return neutral(_SPACES.sub(" ", words).strip())


def neutral(text: str) -> str:
    """Return text with its line breaks, and with control characters as signs that do nothing."""
    return _DIRECTION.sub(_named, _CONTROLS.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n")))


def _picture(control: re.Match[str]) -> str:
    """Return the picture of a control character (Unicode block 2400), or a number for one that has none."""
    code = ord(control.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def _named(mark: re.Match[str]) -> str:
    """Return the number of a character that turns the direction."""
    return f"[U+{ord(mark.group()):04X}]"


def _wrap(words: str, width: int) -> list[str]:
    """Return words on lines of at most ``width``; a longer word stays whole, for it is to be copied."""
    return textwrap.wrap(words, max(width, 1), break_long_words=False, break_on_hyphens=False)
