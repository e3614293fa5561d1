"""Sentences of the views as pages show them: what they isolate by characters is isolated by elements."""

from __future__ import annotations

from markupsafe import Markup, escape

from rawi.views.markup import isolated
from rawi.views.screen import FSI, PDI


def confine(words: str) -> Markup:
    """Return a sentence that was made for a terminal: escaped, ``bdi`` around what it keeps apart.

    What a source itself has of such characters was made visible when the sentence was made.

    >>> confine("قال \\u2068<b>\\u2069")
    Markup('قال <bdi>&lt;b&gt;</bdi>')
    """
    return Markup(str(escape(words)).replace(FSI, "<bdi>").replace(PDI, "</bdi>"))


def fill(pattern: str, *values: str) -> Markup:
    """Return a phrase with values in it, each isolated.

    >>> fill("no entry of {}", "<b>")
    Markup('no entry of <bdi>&lt;b&gt;</bdi>')
    """
    return escape(pattern).format(*(Markup(isolated(one)) for one in values))
