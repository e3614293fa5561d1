"""How a person left an entry, as a short mark of its card."""

from __future__ import annotations

from rawi.model.review import Reviewed
from rawi.views.screen import Screen


def render_review(review: Reviewed | None, screen: Screen) -> str:
    """Return how a person left an entry, nothing where nobody reviewed it: what was put in the place of what
    was read stands beside it."""
    if review is None:
        return ""
    told = screen.label(f"standing.{review.standing}")
    fields = [f"{one.field} = {screen.apart(one.value or '–')}" for one in review.corrections]
    return screen.strong(f"[{told}{': ' if fields else ''}{screen.label('pause').join(fields)}]")
