"""One says that it is so, the other that it is not: a denial of what was asserted, a negation on one side."""

from __future__ import annotations

from rawi.model.proposition import Count, Kin, Proposition
from rawi.relations.statements.days import may_be_near
from rawi.relations.statements.lexemes import labels_of_scope
from rawi.relations.statements.numbers import LEAST, is_denied_number, refuses_number
from rawi.relations.statements.policies import SAYS
from rawi.relations.statements.shifts import find_negated
from rawi.relations.statements.whom import ANYBODY, may_be_of
from rawi.relations.statements.wording import Laid, are_opposed, clash, names_differ, value_of

_WEEK = 7  # days within which what is asserted is denied
_WEIGHED = 0.8  # of what is denied, by weight, the claim has
_COVERED = 0.7  # … and by number of words
_TELLING = 2
_LONGEST = 24  # tokens of what was said, of which it is denied as a whole
_HEAD = 4  # tokens of a content in which what it says or negates begins
_SPREAD = 4  # tokens of the claim for each word of the denial
_BY = 2  # tokens from what is done to what it is done to
_SHORT = 12  # tokens of a denial of one number
_SEVERAL = 2  # a number of which one is denied
_NEAR = 3  # days within which two reports speak of one state of things
#: Stances of those who say what is so; who demands, fears or welcomes something asserts another thing.
_ASSERTS = SAYS | {"believes", "estimates", "concludes", "accuses"}


def is_denied(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> bool:
    """Does one statement deny what the other asserts: nearly all that it denies stands there, so negated?

    ``نفت البلدية هدم السوق القديم`` denies ``قال التجار إن البلدية هدمت السوق القديم``.
    """
    if a.polarity == b.polarity or not _may_oppose(a, b, kin) or not may_be_near(a, b, _WEEK):
        return False
    denial, claim = (a, b) if a.polarity == "denied" else (b, a)
    if overlap(a, b) and (len(denial.stems) > _LONGEST or _is_of_other(claim, denial)):
        return False  # نفى ذلك after so much: it is not known what of it he denied
    part = laid.part if denial is a else laid.other_part
    if part < _WEIGHED or find_negated(a, b) or _tells_of_denial(claim, denial) or _is_supposed(claim, laid):
        return False
    units = [unit.label in laid.labels for unit in denial.units]
    telling = sum(unit.weight >= 1 and unit.label in laid.labels for unit in denial.units)
    enough = telling >= _TELLING and units[-1] and sum(units) >= _COVERED * len(units)
    return enough and _is_close(claim, laid) and _is_of_them(claim, denial)


def _is_of_them(claim: Proposition, denial: Proposition) -> bool:
    """Is nothing denied only of people of whom the claim does not say it: no soldier, of 14 passers-by?"""
    told = {deed.action: deed.whom for deed in claim.deeds}
    return all(may_be_of(deed.whom, told.get(deed.action, (ANYBODY,))) for deed in denial.deeds)


def _is_supposed(claim: Proposition, laid: Laid) -> bool:
    """Is what is denied only supposed in the claim: لو انهار السد؟"""
    places = [unit.at for unit in claim.units if unit.label in laid.labels and unit.at >= 0]
    return any("m" in claim.tape[:at].rpartition(",")[2] for at in places)


def _is_of_other(claim: Proposition, denial: Proposition) -> bool:
    """Do the words of a denial belong to whom it speaks of: استبعد المدرب لاعبا قال إنه مستعد?"""
    if claim.cue is None or denial.cue is None or claim.starts[0] != denial.starts[0]:
        return False
    return denial.cue.start < claim.cue.start < claim.starts[0]


def denies_any(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Does one deny any of what the other speaks of: نفت بيع أي تذكرة زائدة, of بيع تذاكر تفوق المقاعد?

    What is done and to what stand together in the claim, in this order.
    """
    if a.polarity == b.polarity or not _may_oppose(a, b, kin) or overlap(a, b):
        return False
    denial, claim = (a, b) if a.polarity == "denied" else (b, a)
    head = _head_of_any(denial)
    if head is None or _tells_of_denial(claim, denial):
        return False
    done, what = head
    places = [unit for unit in claim.units if unit.label == done and unit.at <= _HEAD]
    if "x" in claim.tape[:_HEAD]:
        return False
    return any(unit.label == what and 0 < unit.at - one.at <= _BY for one in places for unit in claim.units)


def _head_of_any(denial: Proposition) -> tuple[str, str] | None:
    """Return the labels of what is done and to what, if a denial begins so: بيع أي تذكرة."""
    sign = next((at for at, stem in enumerate(denial.stems[:_HEAD]) if stem in labels_of_scope("any")), None)
    if sign is None:
        return None
    before = [unit for unit in denial.units if unit.at == sign - 1 and not unit.empty]
    after = [unit for unit in denial.units if unit.at == sign + 1]
    if not before or not after:
        return None
    return before[0].label, after[0].label


def denies_number(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Does one deny a number of things that the other gives: نفى وجود 300 عامل بلا أجر، لا صحة لرقم 300?"""
    if a.polarity == b.polarity and not (a.refused or b.refused):
        return False
    if kin in ("one", "office") or not may_be_near(a, b, _WEEK):
        return False
    if refuses_number(a, b) or refuses_number(b, a):
        return True
    if a.polarity == b.polarity:
        return False
    denial, claim = (a, b) if a.polarity == "denied" else (b, a)
    if len(denial.stems) > _SHORT or len(denial.counts) != 1 or _tells_of_denial(claim, denial):
        return False
    if a.document == b.document and "doubtful" in (a.confidence, b.confidence):
        return False
    mine = denial.counts[0]
    value = value_of(mine)[0]
    if value is None or not (value >= LEAST or (value >= _SEVERAL and _share_more(denial, claim, mine))):
        return False
    return any(is_denied_number(denial, mine, one) for one in claim.counts)


def _share_more(denial: Proposition, claim: Proposition, mine: Count) -> bool:
    """Do both have a telling word beside what is counted, without which a small number is shared by
    chance?"""
    told = {unit.label for unit in claim.units if unit.weight >= 1} - {mine.counted}
    return any(unit.weight >= 1 and unit.label in told for unit in denial.units)


def _is_close(claim: Proposition, laid: Laid) -> bool:
    """Do the words of a claim that are denied stand together?"""
    places = [unit.at for unit in claim.units if unit.label in laid.labels and unit.at >= 0]
    return bool(places) and max(places) - min(places) <= _SPREAD * len(laid.labels)


def is_negated(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> bool:
    """Do two statements say the same but for one negation: ``لم يقتل أي مدني``, ``قتل مدنيون``?"""
    if a.polarity != b.polarity or not _may_oppose(a, b, kin) or not may_be_near(a, b, _NEAR):
        return False
    if laid.most < 0.75 or laid.least < 0.5 or laid.weight < 3 or laid.follow < 0.4:
        return False
    labels = find_negated(a, b)
    return len(labels) == 1 and not overlap(a, b) and _leads(a, labels[0]) and _leads(b, labels[0])


def _leads(one: Proposition, label: str) -> bool:
    """Does a word stand at the head of a content, or what negates it?"""
    at = next(unit.at for unit in one.units if unit.label == label and unit.at >= 0)
    sign = one.tape.rfind("x", 0, at)
    return (sign if sign >= 0 else at) <= _HEAD


def is_reversed(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> bool:
    """Do two statements say the same but for an action that one undoes: ``ارتفع سعر الخبز``, ``انخفض سعر
    الخبز``?"""
    if a.polarity != b.polarity or not may_dispute(a, b, kin) or not may_be_near(a, b, _NEAR):
        return False
    if not are_opposed(a, b) or clash(a, b) or find_negated(a, b) or names_differ(a, b, laid):
        return False
    return (
        laid.least >= 0.5
        and laid.most >= 0.65
        and laid.weight >= 2.5
        and laid.follow >= 0.4
        and not overlap(a, b)
    )


def _tells_of_denial(claim: Proposition, denial: Proposition) -> bool:
    """Does what is claimed say that somebody denies: it reports the denial, or stands for it?"""
    if claim.of_denial:
        return True
    return denial.document == claim.document and _holds(claim, denial)


def _holds(claim: Proposition, denial: Proposition) -> bool:
    """Does the verb of denying stand within what is claimed?"""
    cue = denial.cue
    return cue is not None and claim.starts[0] <= cue.start and cue.end <= claim.ends[-1]


def overlap(a: Proposition, b: Proposition) -> bool:
    """Do two statements of a report share words of it?"""
    return a.document == b.document and a.starts[0] < b.ends[-1] and b.starts[0] < a.ends[-1]


def are_separate(a: Proposition, b: Proposition, laid: Laid) -> bool:
    """Do numbers, names or the place in the report tell that two statements do not speak of one thing?"""
    if clash(a, b) or names_differ(a, b, laid) or overlap(a, b):
        return True
    denial, claim = (a, b) if a.polarity == "denied" else (b, a)
    return denial.polarity == "denied" and _tells_of_denial(claim, denial)


def _may_oppose(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Do both say what is so, with no other number of the same things, and no action that undoes another?"""
    return may_dispute(a, b, kin) and not clash(a, b) and not are_opposed(a, b)


def may_dispute(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Do both say what is so, and not one speaker in one report?"""
    if a.stance not in _ASSERTS or b.stance not in _ASSERTS or a.of_claims or b.of_claims:
        return False
    return kin in ("two", "open") or a.document != b.document
