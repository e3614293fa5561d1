"""What is wrong with a text, reported and, but for lone surrogates, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.documents.mojibake import mend_mojibake
from rawi.errors import DocumentError
from rawi.model.document import Warning
from rawi.model.span import Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile("[\U000e0000-\U000e007f]")
_ANY = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_VISIBLE = re.compile(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\x00-\x1f\x7f-\x9f]"
)


def refused(code: str, message: str) -> DocumentError:
    """Return a DocumentError with a code of its own, such as ``document.binary``."""
    error = DocumentError(message)
    error.code = code
    return error


def repair_surrogates(text: str) -> tuple[str, tuple[Warning, ...]]:
    """Return ``text`` with U+FFFD for each lone surrogate, one for one so that offsets stay, and the warning.

    Lone surrogates are no text: they cannot be written as UTF-8 nor hashed. A text without them comes back
    itself.

    >>> repair_surrogates("قال\\ud800")[0] == "قال\\ufffd"
    True
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        count = len(_SURROGATE.findall(text))
        at = Span(error.start, error.start + 1)
        return _SURROGATE.sub("\ufffd", text), (
            Warning("text.surrogate", f"{count} lone surrogates were replaced by U+FFFD", at),
        )
    return text, ()


def is_visible(text: str) -> bool:
    """Tell whether anything in ``text`` shows on a screen."""
    return bool(_VISIBLE.search(text))


def find_damage(text: str) -> Iterator[Warning]:
    """Yield a warning for each kind of thing that may mislead a reader; the text is left as it is.

    ``text.bidi-controls``: overrides, embeddings and isolates, which can swap speakers or digits on screen;
    ``text.controls``: NUL and other control characters; ``text.invisible``: characters of the tags block;
    ``text.mojibake``: Arabic that was read in the wrong encoding (``mojibake.mend_mojibake``).
    """
    if _ANY.search(text):
        yield from _count("text.bidi-controls", "bidirectional controls", _BIDI, text)
        yield from _count("text.controls", "control characters", _CONTROL, text)
        yield from _count("text.invisible", "invisible tag characters", _INVISIBLE, text)
    if mended := mend_mojibake(text):
        how = ", ".join(f"{count} as {page}" for page, count in mended.pages.most_common())
        why = f"words were misread before they came: {how}; they are kept as they are"
        yield Warning("text.mojibake", why, Span(*mended.first))


def _count(code: str, what: str, pattern: re.Pattern[str], text: str) -> Iterator[Warning]:
    """Yield one warning with the number of hits and the place of the first."""
    if first := pattern.search(text):
        yield Warning(code, f"{len(pattern.findall(text))} {what}", Span(*first.span()))
