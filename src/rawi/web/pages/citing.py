"""Citations: an entry ready for an article, a footnote or a reference manager."""

from __future__ import annotations

import msgspec

from rawi.views.citation import STYLES, Citation, build_citation, build_event_citation, render_citation
from rawi.web.answers import Answer, Asked


def cite(asked: Asked) -> Answer:
    """Answer the citation of an entry in every style."""
    entry = asked.ledger.entry(asked.request.path_params["id"])
    record = asked.ledger.document(entry.document)
    if entry.kind == "event":
        citation = build_event_citation(asked.ledger.event(entry.id), record)
    else:
        citation = _as_settled(build_citation(entry, record), asked, entry.id)
    language = asked.preferences.language
    styles = {style: render_citation(citation, style, language) for style in STYLES}
    data = {"entry": entry, "styles": styles}
    fields = {"citation": citation, "styles": styles}
    return Answer(
        "cite.html", "cite", data, fields=fields, columns=("style", "citation"), rows=tuple(styles.items())
    )


def _as_settled(citation: Citation, asked: Asked, id: str) -> Citation:
    """Return a citation with the date that a person put in the place of the one that was read."""
    standing = asked.ledger.reviews.standing([id]).get(id)
    for one in standing.corrections if standing else ():
        if one.field == "said":
            return msgspec.structs.replace(citation, said=one.value, said_doubt=None)
    return citation
