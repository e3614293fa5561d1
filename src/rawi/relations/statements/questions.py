"""What an answer answers, where it says only ذلك: سئل عن هدم السوق فأجاب أن البلدية لا تنوي ذلك."""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.fold import fold_with_map
from rawi.model.claim import Statement
from rawi.model.proposition import Act
from rawi.model.span import Span
from rawi.relations.statements.lexemes import action_of, intention_of, words_of_intention
from rawi.relations.statements.utterances import Utterance

_SENTENCE_ENDS = re.compile(r"[.!?؟\n]")
_LONGEST = 300  # code points of a sentence before its verb of answering
_AFTER = 6  # tokens after لا ننوي in which ذلك stands


@cache
def _asked() -> re.Pattern[str]:
    """A question and what it is about, up to a pause: سؤاله عن إمكانية هدم السوق،"""
    question = "|".join(words_of_intention("question"))
    about = "|".join(words_of_intention("about"))
    return re.compile(rf"\b(?:{question})\b[^.!?؟\n]*?\b(?:{about}) +([^.!?؟\n،,]+)")


def find_question(text: str, statement: Statement) -> Span | None:
    """Return the words that say what was asked, in the sentence before the verb of answering."""
    if statement.cue is None:
        return None
    start = max(0, statement.cue.start - _LONGEST)
    folded = fold_with_map(text[start : statement.cue.start])
    found = list(_asked().finditer(folded.text))
    if not found or _SENTENCE_ENDS.search(folded.text, found[-1].end()):
        return None
    first, last = folded.to_source(*found[-1].span(1))
    return Span(start + first, start + last)


def read_answer(answer: Utterance, asked: Utterance) -> Act | None:
    """Return what an answer says will be done of what was asked: لا تنوي ذلك، after a question about
    staying."""
    action = next((found for word in asked.words if (found := action_of(word)) is not None), None)
    if action is None:
        return None
    for at, word in enumerate(answer.words):
        kind = intention_of(word)
        rest = answer.words[at + 1 : at + 1 + _AFTER]
        if kind in ("will", "refuse") and any(intention_of(other) == "that" for other in rest):
            negated = at > 0 and answer.tape[at - 1] == "x"
            return Act(action.name, action.way, (kind == "will") != negated, -1)
    return None
