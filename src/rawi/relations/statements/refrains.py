"""What one speaker says again in few words: a promise, a refusal or a denial, recalled or repeated by
another report.

Of short statements too few words are the same for a likeness of wording. What tells is the head of what is
said: the same action, taken or refused in both, of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rawi.model.proposition import Act, Kin, Proposition, Unit
from rawi.relations.days import days_between, read_days
from rawi.relations.statements.days import are_near
from rawi.relations.statements.lexemes import labels_of_scope, load_alone
from rawi.relations.statements.voices import share_surname

_NEAR = 3  # days within which two reports may have one utterance
_LONG = 60  # … and within which a recalled word, or one that a person repeats, is looked for
_OFTEN = 7  # … and one that a body repeats: bodies deny the like of other days too
_AFTER = 3  # telling words after a head that say of what it is
_EVERYDAY = 0.3  # the weight of words that news has everywhere


class Head(NamedTuple):
    """The head of a clause: ``what`` the action or the label of the word, ``done`` whether it is or will be
    so, ``refused`` where a negation or a denial says so, ``about`` the words after it in their order,
    ``before`` the names before it in its clause, ``telling`` where it is no word that news has everywhere."""

    what: str
    done: bool
    refused: bool
    about: tuple[str, ...]
    before: frozenset[str]
    telling: bool


def is_brief(one: Proposition) -> bool:
    """Does a single word with a negation or a denial say what somebody refuses: لن أستقيل، نفى أي تقصير؟"""
    heads = read_heads(one)
    return len(one.units) == 1 and any(head.telling and head.refused for head in heads)


def refuses_alone(one: Proposition) -> bool:
    """Does a statement refuse or deny what one does alone, so that nothing more need be said: لن أستقيل?"""
    return any(head.refused and head.what in load_alone() for head in read_heads(one))


def refuses(one: Proposition) -> bool:
    """Does a statement deny or negate something?"""
    return any(head.refused for head in read_heads(one))


def read_heads(one: Proposition) -> list[Head]:
    """Return the heads of what is refused or denied, and of what will be done."""
    acts = {deed.at: deed for deed in (*one.deeds, *one.acts)}
    units = [unit for unit in one.units if unit.at >= 0 and not unit.empty]
    refused = [at for at, unit in enumerate(units) if _is_refused(one, unit, acts, first=at == 0)]
    planned = [at for at, unit in enumerate(units) if _is_planned(one, unit, acts)]
    return [_head(one, units, at, acts.get(units[at].at)) for at in (*refused, *planned)]


def _is_refused(one: Proposition, unit: Unit, acts: dict[int, Act], *, first: bool) -> bool:
    """Is a word what is negated, an action that is not meant (لا ننوي المغادرة), or the first of what is
    denied?"""
    if one.tape[unit.at] == "s":
        return False
    if one.polarity == "denied":
        return first and not unit.negated
    act = acts.get(unit.at)
    return unit.negated or (act is not None and act in one.acts and not act.meant)


def _is_planned(one: Proposition, unit: Unit, acts: dict[int, Act]) -> bool:
    """Is a word an action of the lexicon that will be taken?"""
    act = acts.get(unit.at)
    planned = act is not None and act in one.acts and act.meant and act.way != "do"
    return planned and one.polarity != "denied" and not unit.negated


def _start(one: Proposition, at: int) -> int:
    """Return the token with which the clause around a token begins."""
    return one.tape.rfind(",", 0, at) + 1


def _head(one: Proposition, units: list[Unit], at: int, act: Act | None) -> Head:
    """Return the head of a clause, with what stands next to it."""
    unit = units[at]
    refused = one.polarity == "denied" or unit.negated or (act is not None and not act.meant)
    end = _end_of_object(one, unit.at)
    about = [other.label for other in units[at + 1 :] if other.at < end and _tells(one, other)][:_AFTER]
    start = _start(one, unit.at)
    before = [other.label for other in units[:at] if other.at >= start and _is_name(one, other)]
    name = act.action if act is not None and act.way != "do" else f"={unit.label}"
    done = (act is None or act.way != "end") != refused
    telling = unit.weight > _EVERYDAY or act is not None
    return Head(name, done, refused, tuple(about), frozenset(before), telling)


def _end_of_object(one: Proposition, at: int) -> int:
    """Return the token up to which words may say what an action is done to: a pause, or قبل and the like."""
    bounds = labels_of_scope("bound")
    tokens = range(at + 1, len(one.tape))
    return next((to for to in tokens if one.tape[to] == "," or one.stems[to] in bounds), len(one.tape))


def _tells(one: Proposition, unit: Unit) -> bool:
    """Does a word say of what an action is: no date, no country, no word that news has everywhere?"""
    return one.tape[unit.at] != "d" and unit.weight == 1


def _is_name(one: Proposition, unit: Unit) -> bool:
    """Is a word the name of a person, a body or a country?"""
    return one.tape[unit.at] == "s"


def says_again(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Does one speaker refuse, deny or promise again what he did in another report, or say the same few
    words?

    A refusal needs a word in common of what it is about, two where its head is a word that news has
    everywhere; one that a report recalls as said before needs only none that differs.
    """
    if not _may_be_one(a, b, kin):
        return False
    pairs = [
        (one, other)
        for one in read_heads(a)
        for other in read_heads(b)
        if (one.what, one.done, one.refused) == (other.what, other.done, other.refused)
        and not (_says_both(a, one.what) or _says_both(b, one.what))
    ]
    if pairs and is_recalled(a, b) and any(_recall_one(one, other, a, b) for one, other in pairs):
        return True
    if kin != "one" or not _in_time(a, b):
        return False
    return _are_same_words(a, b) or any(_refuse_one(one, other) for one, other in pairs)


def _says_both(one: Proposition, what: str) -> bool:
    """Does a statement say that somebody did what one does alone, and that he did not: استقال، بعد أن قال لن
    أستقيل?"""
    done = {(deed.way == "end") == deed.meant for deed in one.deeds if deed.action == what}
    return what in load_alone() and len(done) > 1


def _recall_one(one: Head, other: Head, a: Proposition, b: Proposition) -> bool:
    """Are two heads, one of them recalled, of one thing: with a word in common, or none on one side?

    Of what is not refused the day must then be told too: somebody leaves more than once.
    """
    if one.before and other.before and not one.before & other.before:
        return False
    if _share(one, other):
        return True
    bare = not (one.about and other.about) and (one.telling or not one.what.startswith("="))
    return bare and (one.refused or a.said is not None or b.said is not None)


def _refuse_one(one: Head, other: Head) -> bool:
    """Do two heads refuse one thing, of the same people, or what one does alone (لن أستقيل)?"""
    shared = _share(one, other)
    if one.refused and one.what in load_alone() and not (one.about and other.about):
        return one.before == other.before
    return one.refused and one.before == other.before and shared >= (1 if one.telling else 2)


def _share(one: Head, other: Head) -> int:
    """Return how many words two heads have in common of what they are about; none where the first words of
    both are others: محطات الكهرباء، شبكات الكهرباء."""
    shared = set(one.about) & set(other.about)
    first = {*one.about[:1], *other.about[:1]}
    return len(shared) if shared & first else 0


def _are_same_words(a: Proposition, b: Proposition) -> bool:
    """Have two contents that are published within days the same words, in the same sense, and no other?"""
    if a.polarity != b.polarity or not are_near(a, b, _NEAR):
        return False
    mine, theirs = ({(unit.label, unit.negated) for unit in one.units} for one in (a, b))
    return mine == theirs and any(unit.weight == 1 for unit in a.units)


def _may_be_one(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Are both the words of one speaker with a name, be it the family name alone?"""
    if kin == "one":
        return a.voice.type is not None and b.voice.type is not None
    return share_surname(a.voice, b.voice)


def _in_time(a: Proposition, b: Proposition) -> bool:
    """Were both said within days in which what one speaker says again is the same?"""
    apart = days_between(a.published or a.said, b.published or b.said)
    if apart is None:
        return a.voice.type == "person"
    return apart <= (_LONG if a.voice.type == "person" else _OFTEN)


def is_recalled(a: Proposition, b: Proposition) -> bool:
    """Does one report tell what its speaker said before, on a day on which the other may have it from him?"""
    return _recalls(a, b) or _recalls(b, a)


def _recalls(later: Proposition, first: Proposition) -> bool:
    """Is a statement recalled, and as said about the day of the other?"""
    if not tells_of_before(later):
        return False
    if later.said is not None:
        apart = days_between(later.said, first.day)
        return apart is not None and apart <= _NEAR
    apart = days_between(later.published, first.published)
    return apart is not None and apart <= _LONG and (later.published or "") >= (first.day or "")


def tells_of_before(one: Proposition) -> bool:
    """Does a report say that something was said before: كان قد تعهد, on a day long past, or in another month
    or year?"""
    if one.said is None or one.published is None:
        return one.earlier
    apart, said = days_between(one.said, one.published), read_days(one.said)
    least = 0 if said is not None and said.first != said.last else _NEAR
    return one.earlier or (apart is not None and apart > least)


def name_heads(one: Proposition) -> Iterator[tuple[str, str]]:
    """Yield the heads of a statement as they are looked up: the action, and whether it is refused."""
    if one.voice.name is not None:
        yield from ((head.what, str(head.done)) for head in read_heads(one) if head.telling)
