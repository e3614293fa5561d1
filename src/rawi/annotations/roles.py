"""Roles: ``المتحدث باسم وزارة النقل``, ``مدير المرصد``, ``مصدر أمني``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from rawi.annotations.annotator import Annotations
from rawi.annotations.lexis import Lexeme, head_word, load_vocabulary
from rawi.annotations.nametapes import read_names
from rawi.annotations.phrases import (
    AGREEING,
    BARE_ADJECTIVE,
    BRACKETED,
    CHAIN,
    FOR_CHAIN,
    INSIDE,
    JOINED,
    KNOWN_AGREEING,
    LINK,
)
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import RoleKind, RoleMention
from rawi.rules.anchored import AnchoredMatcher
from rawi.rules.rule import Example, Rule
from rawi.text.text import Text

_KINDS: dict[str, RoleKind] = {
    "spokesman": "spokesman",
    "rank": "title",
    "unit": "title",
    "honorific": "title",
    "occupation": "occupation",
    "either": "occupation",
    "kin": "kin",
}
_OFFICES = "office|official"
_BODY = f"(?P<body>{CHAIN}{JOINED}?{BRACKETED}?{INSIDE}?)"
_OF_BODY = f"(?P<body>{CHAIN}{JOINED}?{BRACKETED}?(?:{FOR_CHAIN}{{1,2}}|{INSIDE})?)"


@cache
def kin_words() -> frozenset[str]:
    """Return the folded nouns of family (زوجة، شقيق) that head a phrase with somebody else's name."""
    kin = [entry for entry in load_entries("roles.toml", Lexeme) if entry.kind == "kin"]
    forms = [form for entry in kin for form in (entry.form, *((entry.form + "ة",) if entry.feminine else ()))]
    return frozenset(map(fold, forms))


def build_role(match: re.Match[str], words: list[str]) -> RoleMention | None:
    """Build the value from a match; None if its group ``head``, one token, is not in the lexicon."""
    word = head_word(words, match.start("head"))
    if word is None:
        return None
    groups = match.groupdict()
    body = match.span("body") if groups.get("body") else None
    kind = "anonymous" if groups.get("unknown") is not None else _KINDS.get(word.kind, "office")
    return RoleMention(word.form, kind, definite=kind != "anonymous", body=body)


RULES: tuple[Rule[RoleMention], ...] = (
    Rule(
        name="role/in-the-name-of",
        pattern=f"(?P<head>{{?spokesman:noprep}}){AGREEING}{{0,2}}{BARE_ADJECTIVE}{{0,1}}{{behalf}}{_BODY}",
        build=build_role,
        examples=(
            Example("قالت المتحدثة باسم بلدية الزعفران إن الجسر جاهز", finds="المتحدثة باسم بلدية الزعفران"),
            Example("تحدثت المعلمة باسم التلاميذ", finds=None),
        ),
    ),
    Rule(
        name="role/office-of-body",
        pattern=f"(?P<head>{{?{_OFFICES}|kin:bare}}){BARE_ADJECTIVE}{{0,2}}{_OF_BODY}",
        build=build_role,
        examples=(
            Example("أكد وزير النقل البحري أن المعبر آمن", finds="وزير النقل البحري"),
            Example("قال مدير إن المعبر آمن", finds=None),
        ),
    ),
    Rule(
        name="role/the-office",
        pattern=(
            f"(?P<head>{{?spokesman|{_OFFICES}:al}}){KNOWN_AGREEING}{{0,3}}(?:(?P<body>{FOR_CHAIN}{{1,2}}|{INSIDE}))?"
        ),
        build=build_role,
        examples=(
            Example("أعلنت الأمينة العامة للرابطة موعد المؤتمر", finds="الأمينة العامة للرابطة"),
            Example("زار الطبيب القرية", finds=None),
        ),
    ),
    Rule(
        name="role/calling",
        pattern=f"(?P<head>{{?occupation|rank|honorific:al}}){{rank_suffix:al}}?{KNOWN_AGREEING}{{0,3}}(?P<body>{INSIDE})?",
        build=build_role,
        examples=(
            Example("حذر الخبير الاقتصادي كمال من الغلاء", finds="الخبير الاقتصادي"),
            Example("حذر خبير من الغلاء", finds=None),
        ),
    ),
    Rule(
        name="role/somebody",
        pattern=(
            f"(?P<unknown>)(?P<head>{{?spokesman|{_OFFICES}|occupation:bare}}){BARE_ADJECTIVE}{{1,4}}(?P<body>{INSIDE})?"
        ),
        build=build_role,
        examples=(
            Example("قال مسؤول أمني إن الحي هادئ", finds="مسؤول أمني"),
            Example("قال المسؤول إن الحي هادئ", finds=None),
        ),
    ),
    Rule(
        name="role/unnamed-source",
        pattern=(
            "(?P<unknown>)(?P<head>{?anonymous|many:bare})"
            f"(?:(?:{BARE_ADJECTIVE}|{{nationals:bare}}){{1,4}}|{LINK}{BARE_ADJECTIVE}{{0,2}}|{CHAIN})?"
            f"(?P<body>{INSIDE})?"
        ),
        build=build_role,
        examples=(
            Example("ذكرت مصادر طبية في مستشفى الرحمة أن الجرحى بخير", finds="مصادر طبية في مستشفى الرحمة"),
            Example("شرب الماء من المصب", finds=None),
        ),
    ),
    Rule(
        name="role/the-source",
        pattern=f"(?P<unknown>)(?P<head>{{?anonymous|many:det}})(?:{AGREEING}|{{nationals:det}}){{0,3}}(?P<body>{INSIDE})?",
        build=build_role,
        examples=(
            Example("وأضاف المصدر الأمني أن الطريق سالك", finds="المصدر الأمني"),
            Example("وصل الماء إلى المصب", finds=None),
        ),
    ),
)


@cache
def _load_matcher() -> AnchoredMatcher[RoleMention]:
    """Compile the rules when they are first needed."""
    return AnchoredMatcher(load_vocabulary(), RULES)


class RoleAnnotator:
    """Annotates roles; a stage as ``annotator.Annotator`` describes it."""

    needs: AbstractSet[Kind] = frozenset()
    makes: AbstractSet[Kind] = frozenset({Kind.ROLE})

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the roles of a text, in order, none overlapping. Never raises."""
        for rule, match in _load_matcher().find(read_names(text).tape):
            if (value := rule.build(match, text.words)) is not None:
                first, last = match.span()
                yield Annotation(
                    Kind.ROLE, text.starts[first], text.end(last - 1), first, last, rule.name, value
                )


ROLES = RoleAnnotator()
