"""Citations: an entry ready for an article, a footnote or a reference manager."""

from __future__ import annotations

from rawi.views.citation import STYLES, build_citation, render_citation
from rawi.views.report.parts import name_kind
from rawi.web.answers import Answer, Asked


def cite(asked: Asked) -> Answer:
    """Answer the citation of an entry in every style."""
    entry = asked.ledger.entry(asked.request.path_params["id"])
    record = asked.ledger.document(entry.document)
    view = asked.ledger.view(entry.id)
    citation = build_citation(view, record)
    language = asked.preferences.language
    styles = {style: render_citation(citation, style, language) for style in STYLES}
    shown = {"view": view, "kind": name_kind(view), "doubtful": citation.doubtful}
    data = {"entry": entry, "styles": styles, **shown}
    fields = {"citation": citation, "styles": styles}
    return Answer(
        "cite.html", "cite", data, fields=fields, columns=("style", "citation"), rows=tuple(styles.items())
    )
