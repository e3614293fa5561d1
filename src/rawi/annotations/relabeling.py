"""Names as other weights see them: all people, bodies and places of a text tagged anew, the rules' names
revised.

For weights that were trained on a corpus of names (``training.build_tagger --share-alike``) and so know its
conventions; what ships adds to the rules instead (``tagger``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rawi.annotations.annotator import Annotations
from rawi.annotations.features import find_features
from rawi.annotations.gazetteer import load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.organizations import load_row
from rawi.annotations.people import join_roles
from rawi.annotations.places import place_of
from rawi.annotations.tagger import NameTagger, look_around, person_at, spans_of
from rawi.errors import WeightsError
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import OrganizationMention, Range
from rawi.text.text import Text

_LARGEST = 64 << 20  # bytes of a file of weights
_KINDS = {"P": Kind.PERSON, "O": Kind.ORGANIZATION, "L": Kind.PLACE}


@lru_cache(maxsize=4)
def open_weights(path: str) -> NameTagger:
    """Return the tagger whose weights lie in a file, opened once; WeightsError if it cannot be read."""
    try:
        file = Path(path)
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise WeightsError(f"{path}: no file, or larger than {_LARGEST >> 20} MiB")
        return NameTagger(file.read_bytes())
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read: {error}") from error


def relabel(text: Text, known: Annotations, tagger: NameTagger) -> Annotations:
    """Return annotations with the names that ``tagger`` finds; of those that the rules found, what it
    confirms."""
    revised = Annotations()
    for kind in Kind:
        if kind not in _KINDS.values():
            revised.add(known.of(kind))
    rules = {(one.kind, one.first, one.last): one for kind in _KINDS.values() for one in known.of(kind)}
    roles = join_roles(known.of(Kind.ROLE), text.words)
    for first, last, type_ in _tag_all(text, known, tagger):
        kind = _KINDS[type_]
        revised.add([rules.get((kind, first, last)) or _name_at(kind, text, first, last, roles.get(first))])
    return revised


def _tag_all(text: Text, known: Annotations, tagger: NameTagger) -> Iterator[tuple[int, int, str]]:
    """Yield the names of all sentences, as token ranges of the text."""
    seen = look_around(text, known, known.of(Kind.PERSON))
    for low, high in text.sentences:
        if low < high:
            labels = tagger.tag(find_features(seen, low, high, low, high))
            yield from ((low + first, low + last, type_) for first, last, type_ in spans_of(labels))


def _name_at(kind: Kind, text: Text, first: int, last: int, role: Range | None) -> Annotation:
    """Return the annotation of a name that no rule has found so."""
    tape = text.tape(load_vocabulary())
    if kind is Kind.PERSON:
        return person_at(text, tape, first, last, role)
    folded = " ".join(word for word in text.words[first:last] if word.isalnum())
    clitics = load_vocabulary().clitics_of(tape[first])
    if kind is Kind.PLACE:
        known = load_known().get(folded)
        row = known if known and known.kind == "place" else None
        return place_of(text, first, last, "place/tagged", row, clitics)
    start, name = words_of_name(text, first, last, clitics)
    body = load_row(folded)
    mention = OrganizationMention(
        name, body.type if body else "organisation", None, body.id if body else None
    )
    return annotation_of(kind, text, start, first, last, "organization/tagged", mention)
