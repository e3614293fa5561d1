"""Who is said to have done it: the bodies that a content names, and whether a speaker speaks for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rawi.arabic.fold import fold
from rawi.entities.offices import without_article
from rawi.model.claim import Statement
from rawi.model.proposition import Proposition, Voice
from rawi.relations.statements.lexemes import find_label, load_particles, scope_of
from rawi.text.tokens import cut_tokens

_MOST = 16  # tokens of a content in which somebody is looked for
_SHORTEST = 3
_PAUSES = "،,؛"


def name_bodies(words: Sequence[str]) -> tuple[str, ...]:
    """Return the nouns with an article among folded words, and those that such a noun follows, with it.

    >>> name_bodies(["جيش", "الضفه", "قصف", "السوق"])
    ('جيش ضفه', 'قصف سوق')
    """
    return tuple(dict.fromkeys(_pairs([word for word in words if word.isalpha()][:_MOST])))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    """Yield a noun and the one it belongs to; one with an article alone if it belongs to none."""
    follows = False
    for word, after in zip(words, [*words[1:], ""], strict=False):
        bare = without_article(word)
        if bare == word and without_article(after) != after and _may_name(word):
            yield f"{find_label(word)} {find_label(without_article(after))}"
            follows = True
        else:
            if bare != word and not follows and _may_name(bare):
                yield find_label(bare)
            follows = False


def _may_name(word: str) -> bool:
    """May a folded word be of a name?"""
    return len(word) >= _SHORTEST and word not in load_particles() and scope_of(word) != "behalf"


def find_accused(text: str, statement: Statement) -> tuple[str, ...]:
    """Return whom the words between the verb of accusing and the content accuse; nothing of other verbs."""
    if statement.stance != "accuses" or statement.cue is None:
        return ()
    first, last = statement.cue.end, statement.content[0].start
    speaker = statement.speaker.span
    if speaker is not None and first <= speaker.start < speaker.end <= last:
        first = speaker.end
    if first >= last:
        return ()
    between = text[first:last]
    pause = max(between.rfind(mark) for mark in _PAUSES)
    return name_bodies(cut_tokens(fold(between[pause + 1 :]))[0])


@lru_cache(maxsize=1 << 14)
def _spoken_for(voice: Voice) -> frozenset[str]:
    """Return the bodies that a speaker is or speaks for."""
    said = (voice.name or "", *voice.roles)
    return frozenset(body for part in said for body in name_bodies(cut_tokens(fold(part))[0]))


def is_accused(denial: Proposition, claim: Proposition) -> bool:
    """Does a claim name, or accuse, the speaker of a denial, or the body that he is or speaks for (الشرطة،
    شرطة الإقليم)?"""
    named = claim.accused or claim.bodies
    name = {find_label(word) for word in fold(denial.voice.name or "").split()}
    if name and not claim.accused and name <= {unit.label for unit in claim.units}:
        return True
    return any(_is_one(mine, theirs) for mine in _spoken_for(denial.voice) for theirs in named)


def _is_one(mine: str, theirs: str) -> bool:
    """Do two nouns, each with the one it belongs to or without, name one body?"""
    return mine == theirs or mine.startswith(f"{theirs} ") or theirs.startswith(f"{mine} ")
