"""People across documents: what is strong enough to join two by itself, and what speaks against it.

One full name is not enough unless it is long: the same role, or the same circle of others named beside it,
must come to it. Near spellings need the role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from rawi.arabic.fold import fold
from rawi.entities.candidates import NEAR, Pair, find_pairs, words_of
from rawi.entities.clusters import Clusters, Traits, contradiction
from rawi.entities.contexts import Circle, key_of, shared
from rawi.entities.names import PersonName, extends, is_plain, is_telling, parse_name
from rawi.entities.offices import Office, agree, read_offices
from rawi.entities.spelling import is_spelt_alike
from rawi.model.resolution import Occurrence

_ALIKE = 80.0  # of 100: letters that names of more and fewer parts have in common
_MOST_TITLED = 8  # of each spelling, whose circles are compared
_CIRCLE = 2  # others named in both articles

Reason = tuple[str, ...]


class Said(NamedTuple):
    """A role as read, and the words of it in the article."""

    office: Office
    words: str


@lru_cache(maxsize=1 << 14)
def read_roles(roles: tuple[str, ...]) -> tuple[Mapping[str, Said], Mapping[str, str]]:
    """Return the roles of somebody by their keys, and the words of each by the head: an office or a title.

    >>> [list(found) for found in read_roles(("وزير النقل المهندس",))]
    [['وزير نقل'], ['وزير', 'مهندس']]
    """
    offices: dict[str, Said] = {}
    heads: dict[str, str] = {}
    for words in roles:
        for office in read_offices(words):
            heads.setdefault(office.head, words)
            for key in office.keys:
                offices.setdefault(key, Said(office, words))
    return offices, heads


class People:
    """The occurrences of people by number, with what their names and roles say.

    ``by_name``: numbers by the key of the name; ``offices``: by number, key of a role to the role;
    ``heads``: by number, head of a role or title to the words of it.
    """

    def __init__(self, occurrences: Mapping[int, Occurrence], contexts: Mapping[str, Circle]) -> None:
        self._occurrences = occurrences
        self._contexts = contexts
        self.names: dict[str, PersonName] = {}
        self.by_name: dict[str, list[int]] = defaultdict(list)
        self.offices: dict[int, Mapping[str, Said]] = {}
        self.heads: dict[int, Mapping[str, str]] = {}
        for number, one in occurrences.items():
            if one.type == "person":
                self._read(number, one)

    def _read(self, number: int, one: Occurrence) -> None:
        """Read the name and the roles of an occurrence."""
        name = parse_name(one.name)
        self.names[name.key] = name
        self.by_name[name.key].append(number)
        self.offices[number], self.heads[number] = read_roles(one.roles)

    def circle(self, number: int) -> Circle:
        """Return who else the article of an occurrence names."""
        return self._contexts.get(self._occurrences[number].document, {})

    def marks(self, key: str) -> frozenset[str]:
        """Return all roles, titles and others named beside the bearers of a name."""
        numbers = self.by_name[key]
        return frozenset().union(
            *(one for n in numbers for one in (self.offices[n], self.heads[n], self.circle(n)))
        )

    def words_of(self, number: int) -> tuple[str, ...]:
        """Return the words of the name of an occurrence; one at least."""
        return words_of(parse_name(self._occurrences[number].name).key)

    def shared(self, a: int, b: int) -> tuple[str, ...]:
        """Return who else is named in the articles of both."""
        return shared(
            self.circle(a), self.circle(b), *map(key_of, (self._occurrences[a], self._occurrences[b]))
        )


def build_traits(one: Occurrence, key: str) -> Traits:
    """Return what is known of one occurrence; ``key`` is that of its name."""
    countries: dict[str, set[str]] = {}
    voices: dict[int, set[frozenset[str]]] = {}
    month = _month(one.published)
    for office in (office for words in one.roles for office in read_offices(words)):
        if office.countries:
            countries.setdefault(office.head, set()).update(office.countries)
        if _speaks(office) and month is not None:
            voices.setdefault(month, set()).add(office.body)
    year = _year(one.published)
    return Traits(
        countries, voices, (year, year) if year is not None else None, {key}, {one.document: {key}}, {}
    )


def _speaks(office: Office) -> bool:
    """Is it the role of a spokesman of a body that is named?"""
    return office.head == "spokesman" and bool(office.body)


def _year(published: str | None) -> int | None:
    """Return the year of an EDTF date, null where it is not known."""
    digits = (published or "")[:4]
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdigit() else None


def _month(published: str | None) -> int | None:
    """Return the month of an EDTF date as a number, counted from year 0, null where it is not known."""
    year, digits = _year(published), (published or "")[5:7]
    known = year is not None and len(digits) == 2 and digits.isascii() and digits.isdigit()
    return year * 12 + int(digits) if known and year is not None else None


def join_people(people: People, clusters: Clusters, alike: Iterable[Pair] | None = None) -> list[Pair]:
    """Join what strong evidence says is one person; return the pairs of names that are near each other.

    ``alike``: the pairs of which some are near, if they are known; else they are found among all names.
    """
    for key in sorted(people.names):
        if len(people.names[key].parts) > 1 and len(people.by_name[key]) > 1:
            _join_namesakes(people, clusters, key)
    near = sorted(_find_near(people, find_pairs(people.names) if alike is None else alike))
    for pair in near:
        _join_near(people, clusters, pair)
    return near


def _find_near(people: People, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs of near names whose bearers have a role, a title or somebody beside them in common."""
    marks = {key: people.marks(key) for key in people.names}
    nobody: frozenset[str] = frozenset()
    for one, other in pairs:
        common = not marks.get(one, nobody).isdisjoint(marks.get(other, nobody))
        if common and _is_near(people.names[one], people.names[other]):
            yield one, other


def _is_near(a: PersonName, b: PersonName) -> bool:
    """Is one name the other with more parts, or in another spelling?

    Where the parts are not as many, one was written apart (لو دريان): the letters must be nearly the same.
    """
    if extends(a, b) or extends(b, a):
        return True
    if len(a.parts) != len(b.parts) and ratio("".join(a.words), "".join(b.words)) < _ALIKE:
        return False
    return is_spelt_alike(a.key, b.key, NEAR)


def _join_namesakes(people: People, clusters: Clusters, key: str) -> None:
    """Join the bearers of one full name: all if the name tells, else those of one role or one circle."""
    numbers = people.by_name[key]
    if is_telling(people.names[key]):
        _join_all(clusters, numbers, "name.long", lambda a, b: (people.names[key].key,))
        return
    by_role: dict[str, list[int]] = defaultdict(list)
    by_circle: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for role in people.offices[number]:
            by_role[role].append(number)
        for mark in _marks_of_circle(people, number, key):
            by_circle[mark].append(number)
    for role in sorted(by_role):
        _join_all(clusters, by_role[role], "name.role", _same_role(people, role))
    for mark in sorted(by_circle):
        _join_all(clusters, by_circle[mark], "name.circle", people.shared)


def _marks_of_circle(people: People, number: int, key: str) -> Iterator[str]:
    """Yield what two articles must share: a title and a person who is named, or two others, one of them a
    person.

    Bodies alone tell nothing: half of all articles name the same ones.
    """
    circle = sorted(other for other in people.circle(number) if other != f"person {key}")
    known = [other for other in circle if other.startswith("person ")]
    for head in people.heads[number]:
        yield from (f"{head} {other}" for other in known)
    for pair in combinations(circle, _CIRCLE):
        if pair[0] in known or pair[1] in known:
            yield "|".join(pair)


def _same_role(people: People, key: str) -> Callable[[int, int], Reason | None]:
    """Return the reason why two are one by a role: its words in both articles, null if they do not agree."""

    def reason(a: int, b: int) -> Reason | None:
        one, other = people.offices[a][key], people.offices[b][key]
        if not agree(one.office, other.office) or _is_womans(one.words) != _is_womans(other.words):
            return None
        return tuple(dict.fromkeys((one.words, other.words)))

    return reason


def _is_womans(role: str) -> bool:
    """Is a role a woman's, by the ending of its first word: وزيرة?"""
    return fold(role).split(maxsplit=1)[0].endswith("ه") if role.strip() else False


def _join_all(
    clusters: Clusters, numbers: Sequence[int], rule: str, reason: Callable[[int, int], Reason | None]
) -> None:
    """Join those that one piece of evidence is common to, as far as nothing speaks against it."""
    clusters.join_all(numbers, lambda a, b: join_two(clusters, a, b, rule, reason))


def join_two(
    clusters: Clusters, a: int, b: int, rule: str, reason: Callable[[int, int], Reason | None]
) -> bool:
    """Join two if there is a reason and nothing speaks against it; tell whether they are one now."""
    one, other = clusters.find(a), clusters.find(b)
    if one == other:
        return True
    traits, others = clusters.traits[one], clusters.traits[other]
    if clusters.parted(one, other) or contradiction(traits, others):
        return False
    given = traits.names & others.names and (clusters.decided(one) or clusters.decided(other))
    if not given and not _one_name(traits, others):
        return False
    words = reason(a, b)
    return words is not None and clusters.join(a, b, rule, words)


def _one_name(a: Traits, b: Traits) -> bool:
    """Can all names of two clusters be one person's: near to the longest of them?"""
    names = [parse_name(key) for key in sorted(a.names | b.names)]
    if len(names) == 1:
        return True
    longest = max(names, key=lambda name: (len(name.parts), name.key))
    return all(name.key == longest.key or _is_near(longest, name) for name in names)


def _join_near(people: People, clusters: Clusters, pair: Pair) -> None:
    """Join bearers of two near names whose role is the same, or whose title and circle are."""
    one, other = (people.by_name[key] for key in pair)
    plain = any(is_plain(people.names[key]) for key in pair)
    for role in sorted(_keys(people.offices, one) & _keys(people.offices, other)):
        having = [number for number in (*one, *other) if role in people.offices[number]]
        reason = _same_role(people, role)
        _join_all(clusters, having, "near.role", _in_one_circle(people, reason) if plain else reason)
    for head in sorted(_keys(people.heads, one) & _keys(people.heads, other)):
        _join_titled(people, clusters, head, one, other)


def _in_one_circle(
    people: People, reason: Callable[[int, int], Reason | None]
) -> Callable[[int, int], Reason | None]:
    """Return a reason that counts only where the articles name others in common."""
    return lambda a, b: reason(a, b) if people.shared(a, b) else None


def _join_titled(
    people: People, clusters: Clusters, head: str, one: Iterable[int], other: Iterable[int]
) -> None:
    """Join bearers of two near names with one title, if their articles name the same others."""
    left, right = (
        [number for number in numbers if head in people.heads[number]][:_MOST_TITLED]
        for numbers in (one, other)
    )
    reason = _same_title(people, head)
    for a, b in product(left, right):
        join_two(clusters, a, b, "near.circle", reason)


def _same_title(people: People, head: str) -> Callable[[int, int], Reason | None]:
    """Return the reason why two are one by a title: its words, and the others whom both articles name."""

    def reason(a: int, b: int) -> Reason | None:
        circle = people.shared(a, b)
        words = dict.fromkeys((people.heads[a][head], people.heads[b][head]))
        return (*words, *circle) if len(circle) >= _CIRCLE else None

    return reason


def _keys(said: Mapping[int, Mapping[str, object]], numbers: Iterable[int]) -> set[str]:
    """Return the keys of all roles of some occurrences."""
    return {key for number in numbers for key in said[number]}
