"""Run the annotators of names over a text, for the tests of this folder."""

from rawi.annotations.annotator import Annotations
from rawi.annotations.organizations import ORGANIZATIONS
from rawi.annotations.people import PEOPLE
from rawi.annotations.places import PLACES
from rawi.annotations.roles import ROLES
from rawi.model.annotation import Annotation, Kind
from rawi.text.text import Text

ALPHABET = 'المتحدثباسموزيرنقهعديس 2\n"«».،(:)ًـ'


def annotate(source: str) -> tuple[Text, Annotations]:
    """The text and all names in it."""
    text, known = Text(source), Annotations()
    for stage in (ROLES, ORGANIZATIONS, PLACES, PEOPLE):
        known.add(stage.annotate(text, known))
    return text, known


def names(source: str, kind: Kind) -> list[str]:
    """The names of one kind that are found in ``source``."""
    return [one.value.name for one in annotate(source)[1].of(kind)]


def assert_ranges(text: Text, found: list[Annotation]) -> None:
    """Ranges lie in the text, in order, without overlap, and their offsets slice the source."""
    last = 0
    for one in found:
        assert last <= one.first < one.last <= len(text.words)
        assert text.starts[one.first] <= one.start < one.end <= len(text.folded.text)
        assert text.source_span(one.start, one.end).of(text.source)
        last = one.last
