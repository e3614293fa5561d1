"""Bodies: known ones, and those that a noun such as ministry or company introduces (``وزارة النقل``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from rawi.annotations.annotator import Annotations
from rawi.annotations.bounds import find_end, is_known
from rawi.annotations.gazetteer import Known, load_known
from rawi.annotations.lexis import head_word, load_vocabulary
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.nametapes import NameTape, read_names
from rawi.annotations.phrases import (
    AGREEING,
    CHAIN,
    FOR_CHAIN,
    JOINED,
    KNOWN,
    KNOWN_AGREEING,
    NAME_AFTER_TITLE,
    QUOTED,
)
from rawi.annotations.speech import speech_words
from rawi.lexicons.atlas import is_town
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import OrganizationMention
from rawi.rules.anchored import AnchoredMatcher
from rawi.rules.rule import Example, Rule
from rawi.text.text import Text

_OFFICES = frozenset(("office", "occupation", "honorific", "rank", "spokesman"))
_MEDIA = frozenset(("newspaper", "channel", "agency", "radio", "magazine", "website"))
_FOREIGN = "{noun|alef|name|latin|given|likely:bare}"
_ENDS = (
    "(?=$|{comma|colon|stop|break|closing|opening|quote|dash}|{?particle|verb|inside|preposition|source}"
    "|{nationality:det})"
)


def build_body(match: re.Match[str], words: list[str]) -> OrganizationMention | None:
    """Build a body from its head noun; the name is filled in by the annotator. None for several bodies."""
    word = head_word(words, match.start("head"))
    if word is None or word.plural:
        return None
    return OrganizationMention("", word.kind, word.form)


def build_known(match: re.Match[str], words: list[str]) -> OrganizationMention | None:
    """Build a known body of one word; those of several words get their row from the tape. None for a town of
    that name after a noun of places (ميناء الفاو، مدينة الميادين)."""
    first = match.start("head")
    word = head_word(words, first)
    before = head_word(words, first - 1) if first else None
    if before is not None and before.kind in ("settlement", "region", "site") and is_town(words[first]):
        return None
    known = load_row(word.form) if word else None
    return (
        OrganizationMention("", known.type, None, known.id)
        if known
        else OrganizationMention("", "organisation")
    )


def load_row(name: str) -> Known | None:
    """Return the row of a folded name, if it names a body."""
    known = load_known().get(name)
    return known if known and known.kind != "place" else None


RULES: tuple[Rule[OrganizationMention], ...] = (
    Rule(
        name="organization/known",
        pattern="(?P<head>{?org|outlet|platform}){more}*",
        build=build_known,
        examples=(
            Example("وطالبت الأمم المتحدة بفتح المعبر", finds="الأمم المتحدة"),
            Example("اتحدت الأمم القديمة", finds=None),
        ),
    ),
    Rule(
        name="organization/quoted",
        pattern=(f"(?P<head>{{?head|weak|unit:noal}}){QUOTED}{AGREEING}{{0,2}}"),
        build=build_body,
        examples=(
            Example("نشرت شبكة «الزعفران 24» الخبر", finds="شبكة «الزعفران 24»"),
            Example("قالت الشبكة: «عاد التيار كله إلى الحي مساء»", finds=None),
        ),
    ),
    Rule(
        name="organization/the-quoted",
        pattern=(
            f"(?P<head>{{?head|weak:al}}){KNOWN_AGREEING}{{1,2}}{{quote}}(?={{name|place|org|outlet|latin:noprep}}"
            f"|{{noun|nisba|head|weak|ordinary:det}})(?:(?!{{quote|break|stop|comma}}|{{?verb}}).){{1,4}}{{quote}}"
        ),
        build=build_body,
        examples=(
            Example(
                "وقالت المنظمة العربية «المبادرة البحرية» ذلك", finds="المنظمة العربية «المبادرة البحرية»"
            ),
            Example("قالت الحكومة «بتأجيل القرار» مساء", finds=None),
        ),
    ),
    Rule(
        name="organization/of-something",
        pattern=f"(?P<head>{{?head:noal}}){CHAIN}{JOINED}?{FOR_CHAIN}{{0,2}}",
        build=build_body,
        examples=(
            Example("أعلنت وزارة الزراعة والري الموعد", finds="وزارة الزراعة والري"),
            Example("أسس الصياد شركة جديدة", finds=None),
        ),
    ),
    Rule(
        name="organization/definite",
        pattern=f"(?P<head>{{?head:al}}){AGREEING}{{1,3}}(?:{FOR_CHAIN}{{1,2}}{JOINED}?)?",
        build=build_body,
        examples=(
            Example("حذرت الهيئة العامة للأرصاد الجوية من الضباب", finds="الهيئة العامة للأرصاد الجوية"),
            Example("حذرت الهيئة من الضباب", finds=None),
        ),
    ),
    Rule(
        name="organization/for-something",
        pattern=f"(?P<head>{{?head|weak:al}}){AGREEING}{{1,2}}{FOR_CHAIN}{{1,2}}{JOINED}?",
        build=build_body,
        examples=(
            Example(
                "قال المركز العربي للدراسات البحرية إن الصيد تراجع", finds="المركز العربي للدراسات البحرية"
            ),
            Example("وصل المركز الأول", finds=None),
        ),
    ),
    Rule(
        name="organization/proper",
        pattern=f"(?P<head>{{?head:noal}}){_FOREIGN}{{1,3}}{_ENDS}",
        build=build_body,
        examples=(
            Example("وقعت شركة نوفاتيل، وهي جديدة، العقد", finds="شركة نوفاتيل"),
            Example("أسس الصياد شركة صغيرة", finds=None),
        ),
    ),
    Rule(
        name="organization/after-a-person",
        pattern=f"(?P<head>{{?head|weak:noal}}){{office|honorific:det}}(?:{NAME_AFTER_TITLE})(?:{FOR_CHAIN}{JOINED}?)?",
        build=build_body,
        examples=(
            Example("نقل إلى مستشفى الأمير سالم للأطفال", finds="مستشفى الأمير سالم للأطفال"),
            Example("زار الأمير سالم القرية", finds=None),
        ),
    ),
    Rule(
        name="organization/weak-noun",
        pattern=f"(?P<head>{{?weak:noal}})(?:{{noun|nisba|heads:det}}{AGREEING}{{1,2}}{JOINED}?|{KNOWN})(?:{FOR_CHAIN})?",
        build=build_body,
        examples=(
            Example("قال مكتب الإسعاف الأهلي إن القافلة وصلت", finds="مكتب الإسعاف الأهلي"),
            Example("قال مكتب قريب إن القافلة وصلت", finds=None),
        ),
    ),
)


@cache
def _load_matcher() -> AnchoredMatcher[OrganizationMention]:
    """Compile the rules when they are first needed."""
    return AnchoredMatcher(load_vocabulary(), RULES)


@cache
def _load_known_name() -> re.Pattern[str]:
    """Compile the pattern of known bodies."""
    return re.compile(load_vocabulary().compile("{?org|outlet|platform}{more}*"))


class OrganizationAnnotator:
    """Annotates bodies; a stage as ``annotator.Annotator`` describes it."""

    needs: AbstractSet[Kind] = frozenset()
    makes: AbstractSet[Kind] = frozenset({Kind.ORGANIZATION})

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the bodies of a text, in order, none overlapping. Never raises."""
        names = read_names(text)
        for rule, match in _load_matcher().find(names.tape):
            value = rule.build(match, text.words)
            if value is None:
                continue
            first, last = match.span()
            if rule is RULES[0]:
                yield from _known_at(text, names, first, last)
                continue
            end = find_end(text.words, names.tape, first, last, rule.name.partition("/")[2])
            end = _before_hearer(text.words, first, end)
            if end - first < 2:
                end = first
            else:
                yield _named_by(text, rule, value, first, end)
            if end < last:  # الحكومة لتمكين حزب الله: a known name beyond the end is another body
                within = _load_known_name().finditer(names.tape, max(end, first + 1), last)
                for one in within:
                    yield from _known_at(text, names, *one.span())


def _named_by(
    text: Text, rule: Rule[OrganizationMention], value: OrganizationMention, first: int, last: int
) -> Annotation:
    """Return the annotation of a body that a noun introduces; what a table says of the whole name goes
    first."""
    row = load_row(_folded(text, first, last))
    kind, id_ = (row.type, row.id) if row else (value.kind, value.id)
    start, name = words_of_name(text, first, last)
    mention = OrganizationMention(name, kind, value.head, id_)
    return annotation_of(Kind.ORGANIZATION, text, start, first, last, rule.name, mention)


def _known_at(text: Text, names: NameTape, first: int, last: int) -> Iterator[Annotation]:
    """Yield the annotation of a known body, if its words are not everyday words there."""
    phrase = names.phrases.get(first)
    row = phrase.payload if phrase else load_row(load_vocabulary().entries[text.words[first]].form)
    kind, id_ = (row.type, row.id or None) if row else ("organisation", None)
    if is_known(text.words, names.tape, first, kind):
        start, name = words_of_name(text, first, last, phrase.clitics if phrase else None)
        mention = OrganizationMention(name, kind, None, id_)
        yield annotation_of(Kind.ORGANIZATION, text, start, first, last, RULES[0].name, mention)


def _before_hearer(words: list[str], first: int, last: int) -> int:
    """Return the end of a body's name before whom it speaks to: وزارة النقل لصحيفة الضفة, الشرطة للقاضي."""
    media = (at for at in range(first + 1, last) if words[at][:1] == "ل" and _is_medium(words[at][1:]))
    last = next(media, last)
    if last - first < 2:
        return last
    entry = load_vocabulary().entry(words[last - 1]) if words[last - 1].startswith("لل") else None
    told = entry is not None and entry.kind in _OFFICES and not entry.plural
    return last - told


def _is_medium(word: str) -> bool:
    """Is a word without its ل the noun of a medium that is spoken to: صحيفة، قناة؟"""
    found = speech_words().entries.get(word)
    return found is not None and found.noun is not None and found.noun.channel in _MEDIA


def _folded(text: Text, first: int, last: int) -> str:
    """Return the folded words of a range, quotation marks left out, as the tables spell them."""
    return " ".join(word for word in text.words[first:last] if word.isalnum())


ORGANIZATIONS = OrganizationAnnotator()
