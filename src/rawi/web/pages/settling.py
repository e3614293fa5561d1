"""Settling a date that rests on words with a warning: a person keeps one reading, or takes it back."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.ledger.reviewing import Reviews
from rawi.model.document import Warning
from rawi.model.review import Correction, Field
from rawi.views.labels import Language
from rawi.views.unsettled import DateReading, find_date_readings
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.reading import read_field
from rawi.web.pages.resting import Resting, find_resting
from rawi.web.pages.reviewing import own_address
from rawi.web.phrases import phrase


def settle_date(asked: Asked) -> Response:
    """Correct the date of all entries that rest on some words to one of their readings; without one take
    back what was kept. What the machine read stays in the record."""
    form: FormData = asked.request.state.form
    record = asked.ledger.document(read_field(form, "document") or "")
    place, day = read_field(form, "place"), read_field(form, "day")
    warning = next((one for one in record.document.warnings if one.span and place == _place(one)), None)
    if warning is None:
        raise WrongQuestion("place", "no words with a warning stand there")
    reviews = asked.ledger.reviews
    ids = reviews.labels(record.document.id)
    resting = list(find_resting(record, warning, ids, reviews.standing(ids.values())))
    if day is None:
        _take_back(reviews, resting)
    else:
        known = {one.day: one for one in find_date_readings(record, warning)}
        if day not in known:
            raise WrongQuestion("day", f"{day!r} is none of {', '.join(known)}")
        words = warning.span.of(record.text) if warning.span else ""
        why = _why(known[day], words, asked.preferences.language)
        reviews.correct_all(_corrections(resting, day), why)
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)


def _place(one: Warning) -> str | None:
    return f"{one.span.start},{one.span.end}" if one.span else None


def _corrections(resting: list[Resting], day: str) -> dict[str, list[Correction]]:
    """Return for entries what is corrected of them: their date, and whatever was corrected before."""
    found: dict[str, dict[Field, str | None]] = {}
    for one in (each for each in resting if each.kept != day):
        before = {told.field: told.value for told in (one.standing.corrections if one.standing else ())}
        found.setdefault(one.id, before)[one.field] = day
    return {id: [Correction(*each) for each in fields.items()] for id, fields in found.items()}


def _take_back(reviews: Reviews, resting: list[Resting]) -> None:
    """Take back the reviews by which the dates were kept, each once."""
    kept = {one.standing.review for one in resting if one.kept and one.standing}
    for number in sorted(each for each in kept if each is not None):
        reviews.undo(number)


def _why(reading: DateReading, words: str, language: Language) -> str:
    """Return the reason of a correction, in words."""
    told = [phrase(f"dating.kept.{reading.kept}", language)]
    if reading.agrees:
        told.append(phrase("dating.agrees", language).format(reading.agrees))
    comma = "، " if language == "ar" else ", "
    return phrase("dating.why", language).format(words, comma.join(told))
