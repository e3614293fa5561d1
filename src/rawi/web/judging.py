"""How people left an entry, wherever a page shows it: who decided what, and each value before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from markupsafe import Markup

from rawi.ledger.answers import EventView
from rawi.ledger.corrections import Change, correct_figure, find_changes
from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Count, Said
from rawi.ledger.standings import Standings
from rawi.model.claim import Figure
from rawi.model.review import Reviewed
from rawi.views.labels import Language
from rawi.views.markup import isolated
from rawi.web.phrases import phrase

#: Under this name decides who uses a browser where there are no accounts.
BROWSER = "web"
_AMOUNT = frozenset(("low", "high", "hedge", "unit"))


class Judged(NamedTuple):
    """What a person decided about an entry: ``review``, the fields that it set otherwise, and the figure as
    corrected (null where its value is as read); bounds, hedge and unit of that one are not in ``changes``."""

    review: Reviewed
    changes: tuple[Change, ...]
    figure: Figure | None = None


Judge = Callable[..., Judged | None]


def build_judge(ledger: Ledger | None) -> Judge:
    """Return what tells how an entry stands: of a view, with the review where the page has it already."""
    known: list[Standings] = []

    def find(view: Any) -> Reviewed | None:
        if ledger is None:
            return None
        if not known:
            known.append(ledger.reviews.standings())
        return known[0].of(view.id)

    def judge(view: Any, review: Reviewed | None = None) -> Judged | None:
        if not isinstance(view, Said | Count | EventView):
            return None
        stood = review or view.review or find(view)
        if stood is None:
            return None
        return _judge(view, stood, ledger)

    return judge


def _judge(view: Said | Count | EventView, stood: Reviewed, ledger: Ledger | None) -> Judged:
    """Return a decision with what it changed; a place is told by its words."""
    changes = find_changes(view, stood.corrections)
    figure = correct_figure(view.figure, stood.corrections) if isinstance(view, Count) else None
    if figure is not None:
        changes = tuple(one for one in changes if one.name not in _AMOUNT)
    if ledger is not None and any(one.name == "span" for one in changes):
        text = ledger.document(view.article.id).text
        changes = tuple(_quote(one, text) if one.name == "span" else one for one in changes)
    return Judged(stood, changes, figure)


def _quote(one: Change, text: str) -> Change:
    """Return a change of place with the words that stand there."""
    return Change(one.name, *(_words(place, text) for place in (one.before, one.after)))


def _words(place: str | None, text: str) -> str | None:
    """Return the words at a place that was checked when it was corrected."""
    if place is None:
        return None
    start, _, end = place.partition(",")
    return text[int(start) : int(end)]


def name_actor(who: str, language: Language) -> Markup:
    """Return who decided: the reader, where nobody has an account.

    >>> name_actor("web", "ar"), name_actor("هند", "ar")
    (Markup('أنت (المتصفح)'), Markup('<bdi>هند</bdi>'))
    """
    return Markup.escape(phrase("actor.browser", language)) if who == BROWSER else Markup(isolated(who))
