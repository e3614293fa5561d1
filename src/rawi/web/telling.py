"""What went wrong, in the language of the reader: by what the error knows of itself, never by its words."""

from __future__ import annotations

from markupsafe import Markup

from rawi.errors import DocumentError
from rawi.ledger.faults import NotInLedger, WrongCorrection
from rawi.views.labels import Language
from rawi.web.isolates import fill
from rawi.web.phrases import phrase
from rawi.web.shortcuts import WrongKey

#: Phrases for what an error has of its own: its class, then the field that was asked wrongly or its code.
_FIELDS = {
    "member": "coder.tick",
    "text": "home.nothing",
    "published": "home.wrong_day",
    "deed": "wrong.deed",
}
_CODES = {"document.binary": "wrong.binary"}


def tell_error(error: Exception, language: Language) -> Markup | None:
    """Return an error in words of its reader; null for one of which only its own message is known."""
    if isinstance(error, WrongCorrection):
        return tell_correction(error, language, named=True)
    if isinstance(error, WrongKey):
        names = [phrase(f"key.{one}", language) for one in error.actions]
        return fill(phrase(f"settings.wrong.{error.reason}", language), *names, error.letter)
    if isinstance(error, NotInLedger):
        return Markup.escape(phrase("wrong.no_id", language))
    code = str(getattr(error, "code", ""))
    if isinstance(error, DocumentError):
        return Markup.escape(phrase(_CODES[code], language)) if code in _CODES else None
    name = _FIELDS.get(str(getattr(error, "where", "")))
    return Markup.escape(phrase(name, language)) if name else None


def tell_correction(error: WrongCorrection, language: Language, *, named: bool = False) -> Markup:
    """Return why a correction cannot be, with the name of the field where it does not stand beside it."""
    told = fill(phrase(f"amend.{error.reason}", language), *error.values)
    if not named or error.field is None:
        return told
    return Markup("{}: {}").format(phrase(f"field.{error.field}", language), told)
