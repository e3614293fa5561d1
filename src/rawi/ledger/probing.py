"""Which entries are worth comparing with a claim: a few questions to the index, the most telling first.

What is asked and how much is taken does not grow with the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rawi.arabic.fold import fold
from rawi.ledger.answers import Understood
from rawi.ledger.claims import Question, find_said_ids
from rawi.ledger.items import Items
from rawi.ledger.lookup import build_entry
from rawi.ledger.nearness import ABOUT, Asked, Seen, known_ends, see_entry, stem_all
from rawi.ledger.reading import Readings
from rawi.ledger.results import Entry, EntryKind
from rawi.ledger.search import find_documents
from rawi.ledger.store import Store
from rawi.ledger.subjects import as_told_of, find_placed
from rawi.ledger.terms import any_form, in_column, split_words, stem
from rawi.ledger.timeline import find_days
from rawi.ledger.wording import keys_of
from rawi.model.claim import Figure, Statement
from rawi.model.definition import Definition
from rawi.relations.quantities.figures import FIGURES
from rawi.relations.statements.lexemes import may_be_verb

_MOST = 60  # entries that one question gives, the latest first
_ENOUGH = 160  # entries that are looked at
_PROBES = 5  # words of a claim that the index is asked for, the longest first
_FORMS = 8  # forms of a name
_OWN = ("ا", "ن", "سا", "سن")  # letters before a verb of the first person: أستقيل، نستقيل، سأستقيل


def find_asked(store: Store, read: Understood) -> Asked:
    """Return a claim with the forms in which the ledger writes whom it is of, as of the last update."""
    forms = [form for name in read.whom for form in (name, *_other_names(store, name))]
    stems = (frozenset(stem_all([form])) for form in forms)
    words = split_words(read.claim)
    written = {stem(word): told for word, told in zip(words, as_told_of(words), strict=True)}
    topics = tuple(keys_of(written.get(word, word)) for word in read.words)
    whom = tuple(dict.fromkeys(one for one in stems if one))
    return Asked(read, whom, tuple(forms), topics, tuple(find_placed(words).items()))


def _other_names(store: Store, name: str) -> list[str]:
    """Return other forms of a name."""
    folded = " ".join(fold(name).split())
    return [str(row[0]) for row in store.rows("other_names", {"folded": folded, "most": _FORMS})]


def find_seen(store: Store, asked: Asked) -> Iterator[Seen]:
    """Yield the entries that the index finds for a claim, with what they share with it."""
    kind: EntryKind = "statement" if asked.read.number is None else "figure"
    places = dict.fromkeys(_valued(store, asked))
    for match in _questions(asked):
        parameters = {"match": match, "kind": kind, "most": _MOST}
        places.update(dict.fromkeys((row[0], row[1]) for row in store.rows("claims_near", parameters)))
        if len(places) >= _ENOUGH:
            break
    found = list(Readings(store).at(sorted(places)))
    defined = _define(store, (reading.rows[position].id for reading, position in found))
    for reading, position in found:
        yield see_entry(asked, reading, position, defined=defined.get(reading.rows[position].id))


def _define(store: Store, ids: Iterable[str]) -> dict[str, Definition]:
    """Return what exactly figures count, by id, as of the last update."""
    items = Items(store, FIGURES)
    found = (items.item(number).value for number in items.numbers(ids))
    return {one.id: one for one in found}


def find_entry(store: Store, asked: Asked, id: str) -> Seen | Entry:
    """Return an entry by its full id, and what it shares with a claim if that can be said."""
    reading, position = next(Readings(store).at(list(store.rows("entry_places", (id,)))[:1]))
    if isinstance(reading.items[position], Statement | Figure):
        return see_entry(asked, reading, position, defined=_define(store, [id]).get(id))
    return build_entry(reading, position)


def find_related(store: Store, asked: Asked, origins: Mapping[str, str]) -> Iterator[Seen]:
    """Yield figures that are known to be of the quantity of the claim, whatever their sentences say, by their
    ids and origins."""
    readings = Readings(store)
    for id, origin in origins.items():
        for reading, position in readings.at(list(store.rows("entry_places", (id,)))[:1]):
            if isinstance(reading.items[position], Figure):
                yield see_entry(asked, reading, position, origin)


def _valued(store: Store, asked: Asked) -> Iterator[tuple[int, int]]:
    """Yield figures of the same value in documents that name whom the claim is of: their sentence may call
    him otherwise (التنظيم)."""
    values = known_ends(asked.read.low, asked.read.high)
    names = " OR ".join(f"({form})" for name in asked.names if (form := any_form(name)))
    if values and names:
        sizes = [abs(value) for value in values]
        least, top = min(sizes) * (1 - ABOUT), max(sizes) * (1 + ABOUT)
        parameters = {"match": names, "least": least, "top": top, "most": _MOST}
        yield from ((row[0], row[1]) for row in store.rows("figures_valued", parameters))


def _questions(asked: Asked) -> Iterator[str]:
    """Yield full-text questions, the most telling first."""
    read = asked.read
    nouns = " OR ".join(f'"{stem(word)}"' for word in split_words(read.what or read.unit or ""))
    what = in_column("what", nouns) if nouns else None
    names = [read.speaker] if read.speaker else [] if read.number is not None else asked.names
    voices = " OR ".join(f"({form})" for name in names if (form := any_form(name)))
    who = in_column("who", voices) if voices else None
    whom = " OR ".join(f"({' AND '.join(_quoted(form))})" for form in asked.whom)
    named = in_column("near", whom) if whom else None
    told = stem_all([read.what or "", read.place or "", *read.whom])
    words = dict.fromkeys((*told, *read.words))
    probed = sorted(words, key=lambda one: (-len(one), one))[:_PROBES]
    probes = [_any_tense(word, spoken=read.number is None) for word in probed]
    pairs = " OR ".join(f"({a} AND {b})" for a, b in combinations(probes, 2))
    near = in_column("near", pairs) if pairs else None
    one = in_column("near", " OR ".join(probes)) if probes else None
    place = f"({' AND '.join(_quoted(stem_all([read.place])))})" if read.place else ""
    placed = in_column("near", place) if place else None
    by_noun = ((what, placed), (what, who, named), (what, named), (what, near), (what, who), (what, one))
    for parts in (*by_noun, (who, near), (near,), (who, one)):
        if all(parts):
            yield " AND ".join(f"({part})" for part in parts)
    if what and not one:
        yield what
    if one and read.counted and not pairs:
        yield one


def _any_tense(word: str, *, spoken: bool = False) -> str:
    """Return the question for a stem, with the letter of the future or without (سترفع، ترفع); what somebody
    says also as he says it himself (لن يستقيل، لن أستقيل)."""
    bare = {word, *(key for key in keys_of(word) if "/" not in key)}
    present = {f"س{one}" for one in bare if one[0] in "يت" and may_be_verb(one)}
    own = {f"{first}{one[1:]}" for one in bare if one[0] in "يت" for first in _OWN} if spoken else set[str]()
    return f"({' OR '.join(_quoted(bare | present | own))})"


def _quoted(words: Iterable[str]) -> list[str]:
    """Return words in quotation marks, in which nothing is an operator."""
    return [f'"{word}"' for word in sorted(words)]


def is_of_ledger(store: Store, part: str, value: str) -> bool:
    """Has a ledger anything at all of a speaker, a place or a date, near a claim or not?"""
    if part == "place":
        return next(find_documents(store, value), None) is not None
    days = find_days(value) if part == "date" else None
    if part == "date" and days is None:
        return False
    question = Question(since=value, until=value) if days else Question(who=value)
    return next(find_said_ids(store, question), None) is not None
