"""What somebody says will be done or not: ستغادر القوة، لن نغادر، لا ننوي البقاء، القوة باقية."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rawi.model.claim import Stance
from rawi.model.proposition import Act
from rawi.relations.statements.lexemes import (
    Action,
    action_of,
    actions_of,
    find_label,
    future_verb,
    intention_of,
    may_be_verb,
    negated_actions_of,
    scope_of,
)
from rawi.relations.statements.utterances import Utterance
from rawi.relations.statements.whom import find_whom

_ARTICLE = "ال"
_HEAD = 4  # tokens of a content in which what it says or negates begins
_OBJECT = 5  # tokens from a negation to what it undoes
_SUPPOSED = 3  # tokens before an action in which it is only supposed
_LIGHT = ("light", "result")
_RESULT = 3  # tokens from أدى or أسفر to what came about
_BESIDE = 2  # tokens beside an action in which it is said that none is meant
_NEAR = 4  # tokens between نية or قرار and what is meant
#: Stances with which a noun at the head of a content is what the speaker says will be: أعلن رحيل القوات.
TELLS = frozenset(("announces", "confirms", "promises", "reveals", "denies", "rejects"))


def read_acts(said: Utterance, stance: Stance | None) -> Iterator[Act]:
    """Yield what the words say will be done or not, each action once a place.

    A verb of the future or after سوف or لن, a word after one of meaning to (لا ننوي المغادرة), a participle
    that tells what somebody is (باقية), or the noun at the head of what is announced or denied (لا تعليق
    للإضراب).

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> (act,) = read_acts(read_utterance("لن نغادر القاعدة", [Span(0, 16)]), None)
    >>> act.action, act.way, act.meant, act.at
    ('presence', 'end', False, 1)
    """
    seen: set[int] = set()
    end = _end_of_own(said)
    for act in _all(said, stance):
        if act.at not in seen and act.at < end:
            seen.add(act.at)
            yield act


def _end_of_own(said: Utterance) -> int:
    """Return the token at which somebody else's words or thoughts begin: أبلغونا بأن …"""
    for at in range(1, len(said.words)):
        if intention_of(said.words[at]) == "clause" and said.words[at][:1] != "و":
            before = intention_of(said.words[at - 1])
            if before not in ("will", "refuse", "except", "no_clause"):
                return at
    return len(said.words)


def read_deeds(said: Utterance) -> Iterator[Act]:
    """Yield every action that the words name, whether it will be, was, or is only spoken of.

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> [deed.way for deed in read_deeds(read_utterance("بعد إغلاق الجسر", [Span(0, 15)]))]
    ['end']
    """
    for at, word in enumerate(said.words):
        actions = negated_actions_of(word) if said.tape[at - 1 : at] == "x" else actions_of(word)
        if actions and not _is_supposed(said, at) and not _is_another(said, at):
            whom = find_whom(said.words, said.tape, at)
            for action in _fitting(said, at, actions, whom):
                yield _deed(said, at, action, whom)


def _fitting(said: Utterance, at: int, actions: Sequence[Action], whom: Sequence[str]) -> Sequence[Action]:
    """Return those of the actions that a word may name which fit what stands near it: of أوقف custody only
    of people, and of people nothing else."""
    near = {scope_of(word) for word in said.words[max(0, at - _SUPPOSED) : at + 1 + _OBJECT]}
    named = near | {"people"} if whom else near - {"people"}
    fit = [one for one in actions if one.of is not None and one.of in named]
    return fit or [one for one in actions if one.of is None]


def _deed(said: Utterance, at: int, action: Action, whom: tuple[str, ...]) -> Act:
    """Return an action as it is named at a token."""
    noun = action.kind == "noun" and not _is_verb_here(said, at)
    undone = noun and (_is_undone(said, at) or (bool(whom) and _is_none_among(said, at)))
    meant = said.tape[at - 1 : at] != "x" and not undone
    return Act(action.name, action.way, meant, at, noun, _is_total(said, at), _is_so_far(said, at), whom)


def _is_supposed(said: Utterance, at: int) -> bool:
    """Does a word such as إذا stand right before an action, or before what negates it?"""
    return any(scope_of(word) == "if" for word in said.words[max(0, at - _SUPPOSED) : at])


def _is_another(said: Utterance, at: int) -> bool:
    """Is it any other that is spoken of, so that there was one: لم يتلق أي عرض آخر، لم تسجل وفيات جديدة?"""
    near = {scope_of(word) for word in said.words[max(0, at - _BESIDE) : at + _BESIDE + 1]}
    negated = "x" in said.tape[max(0, at - _SUPPOSED) : at] and not may_be_verb(said.words[at])
    return "other" in near and ("any" in near or negated)


def _is_verb_here(said: Utterance, at: int) -> bool:
    """Is an action told by a verb: قدم استقالته, or by a word that may be one, after its subject (الجيش قصف
    السوق)?"""
    before = said.words[at - 1] if at else ""
    if scope_of(before) == "first" and at > 1:
        before = said.words[at - 2]  # سجلت أول وفاة
    if scope_of(before) == "light" and "x" not in said.tape[:at]:
        return True
    if said.tape[max(0, at - 1) : at] == "n" or _is_result(said, at):
        return True
    return may_be_verb(said.words[at]) and before.startswith(_ARTICLE) and said.tape[at - 1] in "wes"


def _is_result(said: Utterance, at: int) -> bool:
    """Does a verb that is not negated say that what follows came about: أدى إلى مقتل ثلاثة عمال?"""
    near = range(max(0, at - _RESULT), at)
    found = [one for one in near if scope_of(said.words[one]) == "result" and "," not in said.tape[one:at]]
    return bool(found) and "x" not in said.tape[max(0, found[0] - _OBJECT) : at]


def _is_undone(said: Utterance, at: int) -> bool:
    """Is a noun what a negated verb says no more than that it is done, or came about: لم يقدم الوزير
    استقالته، لم تسفر الغارة عن قتلى?"""
    low = max(0, at - _OBJECT)
    sign = said.tape.rfind("x", low, at)
    if not 0 <= sign <= _HEAD or "," in said.tape[sign:at]:
        return False
    if scope_of(said.words[sign + 1]) not in _LIGHT and not _is_existence(said.words[sign + 1 : at]):
        return False
    return not any(intention_of(word) == "except" for word in said.words[sign:])


def _is_none_among(said: Utterance, at: int) -> bool:
    """Is it said that none of some people is among those to whom it was done: لا مدنيين بين القتلى?"""
    if at == 0 or scope_of(said.words[at - 1]) != "among" or "," in said.tape[:at]:
        return False
    sign = said.tape.find("x", 0, at)
    return 0 <= sign <= _BESIDE and not any(intention_of(word) == "except" for word in said.words)


def _is_existence(words: Sequence[str]) -> bool:
    """Do words after a negation, up to what there is not, say only that it is: لم يكن هناك قتلى?"""
    return any(scope_of(word) == "exists" for word in words[:2])


def _is_total(said: Utterance, at: int) -> bool:
    """Does a word near an action say that a denial of it means all of its kind: هدم أي سوق، قذيفة واحدة?"""
    near = range(max(0, at - _BESIDE), min(len(said.words), at + _BESIDE + 1))
    return any(scope_of(said.words[one]) in ("total", "any") for one in near if "," not in said.tape[one:at])


def _is_so_far(said: Utterance, at: int) -> bool:
    """Do the words after an action say that it holds up to the time of speaking: لا وفيات حتى الآن?"""
    after = said.words[at + 1 : at + 1 + _OBJECT]
    return any(
        intention_of(one) == "until" and scope_of(two) == "so_far" for one, two in itertools.pairwise(after)
    )


def _all(said: Utterance, stance: Stance | None) -> Iterator[Act]:
    """Yield the acts, the surer first where several rules see one."""
    for at, word in enumerate(said.words):
        kind = intention_of(word)
        if kind in ("will", "refuse"):
            yield from _meant(said, at, refused=kind == "refuse")
        elif kind in ("will_be", "never"):
            yield from _act(said, at + 1, meant=kind != "never")
        elif future_verb(word) is not None:
            yield from _act(said, at, meant=True)
    yield from _announced(said, stance)
    if stance == "promises":
        yield from _promised(said)


def _promised(said: Utterance) -> Iterator[Act]:
    """Yield the action of the verb at the head of what is promised: تعهد بألا يغادر القاعدة."""
    head = 1 if said.tape[:1] == "x" else 0
    at = _past_empty(said, head)
    action = action_of(said.words[at]) if at < len(said.words) else None
    if action is not None and (action.kind == "verb" or at > head):
        yield Act(action.name, action.way, head == 0, at)


def _act(said: Utterance, at: int, *, meant: bool) -> Iterator[Act]:
    """Yield an act: the action of the lexicon, or the verb itself if it tells something and is no name."""
    first, at = at, _past_empty(said, at)
    if at >= len(said.words) or said.tape[at] not in "we":
        return
    word = said.words[at]
    action = _action_at(said, at)
    if action is not None and at > first and action.kind == "noun" and word.startswith(_ARTICLE):
        return  # لن نعيد الضحايا: the noun is to whom it is done
    if action is not None:
        yield Act(action.name, action.way, meant, at)
    elif said.tape[at] == "w":
        yield Act("=" + find_label(future_verb(word) or word), "do", meant, at)


def _action_at(said: Utterance, at: int) -> Action | None:
    """Return the action that a token names, the one that fits what stands near it first."""
    actions = actions_of(said.words[at])
    whom = find_whom(said.words, said.tape, at) if actions else ()
    return next(iter(_fitting(said, at, actions, whom)), None)


def _past_empty(said: Utterance, at: int) -> int:
    """Step over verbs that say only that something is or is done again: سيعيد فتح الجسر، سيتم إغلاق الجسر."""
    while at < len(said.words) and intention_of(future_verb(said.words[at]) or said.words[at]) == "empty":
        at += 1
    return at


def _meant(said: Utterance, at: int, *, refused: bool) -> Iterator[Act]:
    """Yield the action that somebody means to take, or not to: the first within four tokens of its clause."""
    negated = at > 0 and said.tape[at - 1] == "x"
    for index in range(at + 1, min(at + 1 + _NEAR, len(said.words))):
        if said.tape[index] in ",mc" or intention_of(said.words[index]) == "about":
            return
        action = _action_at(said, index)
        if action is not None and not _is_supposed(said, index):
            yield Act(action.name, action.way, (not refused) != negated, index)
            return


def _announced(said: Utterance, stance: Stance | None) -> Iterator[Act]:
    """Yield the participle that is said of the subject, and the noun at the head of what is announced, also
    after one of giving: أعلن تقديم استقالته."""
    head = next((at for at, code in enumerate(said.tape) if code in "wes"), None)
    for at, word in enumerate(said.words):
        action = action_of(word)
        if action is None or action.kind == "verb" or word.startswith(_ARTICLE):
            continue
        negated = said.tape[at - 1 : at] == "x"
        heads = at == head or (at - 1 == head and scope_of(said.words[head]) == "giving")
        if (heads and (negated or stance in TELLS)) or action.kind == "participle":
            yield Act(action.name, action.way, not negated, at)


def is_done(act: Act, *, denied: bool) -> bool:
    """Does an act say that the action is taken, what undoes it being none; a denial turns it round?

    >>> is_done(Act("presence", "end", False, 1), denied=False)
    True
    """
    return ((act.way != "end") == act.meant) != denied
