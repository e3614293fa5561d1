"""Drafts to statements: who speaks, which report stands within which, and the spans of it all."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.claims.actors import find_actor_drafts
from rawi.claims.attributed import find_tag_drafts
from rawi.claims.chains import Chains
from rawi.claims.contents import cut_before
from rawi.claims.denials import find_denial_drafts
from rawi.claims.drafts import Draft
from rawi.claims.headlines import find_headline_drafts, find_headlines
from rawi.claims.homographs import settle_homographs
from rawi.claims.intervals import Intervals
from rawi.claims.nouns import find_echo_drafts, find_noun_drafts
from rawi.claims.occasions import Occasions
from rawi.claims.polarity import settle_polarity
from rawi.claims.quoting import settle_quotations
from rawi.claims.reading import Reading
from rawi.claims.rivals import find_count_drafts, find_told_drafts
from rawi.claims.speakers import Speakers
from rawi.claims.tags import Tag, find_tags
from rawi.claims.verbs import find_verb_drafts
from rawi.model.chain import Link
from rawi.model.claim import Speaker, Statement
from rawi.model.span import Span


def extract_statements(reading: Reading, published: str | None) -> list[tuple[Statement, Draft]]:
    """Return the statements of a text in the order of their cues, each with the draft that counts it in
    tokens.

    ``published`` is the EDTF day from which أمس and its like count. Every span is the source's own words.
    """
    settle_homographs(reading)
    settle_quotations(reading)
    tags = sorted(find_tags(reading), key=lambda tag: tag.first)
    ends = [tag.first for tag in tags if reading.outer_quotation(tag.first) is None]
    cued = [*find_verb_drafts(reading), *find_noun_drafts(reading), *find_denial_drafts(reading)]
    cued += find_told_drafts(reading)
    cued += find_count_drafts(reading, cued)
    drafts = [cut for draft in cued if (cut := _cut(draft, reading, ends))]
    drafts += find_echo_drafts(reading, drafts)
    drafts += find_tag_drafts(reading, tags, drafts)
    headlines = find_headlines(reading)
    drafts += find_actor_drafts(reading, drafts, len(reading.words) if headlines else _last_told(drafts))
    drafts += find_headline_drafts(reading, headlines, drafts)
    drafts = _settle(reading, sorted(settle_polarity(reading, drafts), key=_position))
    while drafts and drafts[-1].silent:  # nobody speaks after them
        drafts.pop()
    return _build(reading, drafts, tags, published)


def _last_told(drafts: Sequence[Draft]) -> int:
    """Return a token after which no report stands; -1 if there is none."""
    ends = [max(draft.content.end, draft.cue[0] if draft.cue else 0) for draft in drafts if not draft.silent]
    return max(ends, default=-1)


def _build(
    reading: Reading, drafts: list[Draft], tags: list[Tag], published: str | None
) -> list[tuple[Statement, Draft]]:
    """Name the speakers in the order of the text; drafts that report nothing only lend their subjects."""
    speakers, occasions = Speakers(reading), Occasions(reading, drafts, published)
    said = [draft for draft in drafts if not draft.silent]
    chains = Chains(reading, said, tags)
    contents = Intervals((one.content.start, one.content.end, number) for number, one in enumerate(said))
    outers = dict(zip(map(id, said), _nesting(said, contents), strict=True))
    told: list[tuple[Statement, Draft]] = []
    for draft in drafts:
        if draft.silent:
            heard = len(speakers.known)
            nested = bool(contents.holding(_position(draft)[0]))
            speakers.hear(draft, nested=nested)
            for known in speakers.known[heard:]:
                occasions.hear((known.entity, known.name, *known.also), draft)
            continue
        outer = outers[id(draft)]
        speaker = speakers.name(draft, said[outer] if outer is not None else None)
        chain = chains.find(draft, said[outer] if outer is not None else None, speaker)
        statement = _statement(
            reading,
            len(told) + 1,
            draft,
            speaker,
            chain=chain,
            date=occasions.date(speaker, draft, chain, outer is not None),
            within=f"s{outer + 1}" if outer is not None else None,
        )
        told.append((statement, draft))
    return [(occasions.redate(statement, draft), draft) for statement, draft in told]


def _cut(draft: Draft, reading: Reading, ends: list[int]) -> Draft | None:
    """End a content where an attributing phrase begins."""
    content = cut_before(draft.content, reading, ends)
    if content is None:
        return None
    draft.content = content
    return draft


def _position(draft: Draft) -> tuple[int, int]:
    """Order by cue, else by content."""
    at = draft.cue[0] if draft.cue else draft.content.start
    return at, draft.content.start


def _settle(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Of drafts with the same content keep the first; drop one whose content is empty of words."""
    seen: set[tuple[int, int, str]] = set()
    kept: list[Draft] = []
    for draft in drafts:
        if draft.silent:
            kept.append(draft)
            continue
        key = (draft.content.start, draft.content.end, draft.polarity)
        if key not in seen and _has_words(reading, draft):
            seen.add(key)
            kept.append(draft)
    return kept


def _has_words(reading: Reading, draft: Draft) -> bool:
    """Does a content hold a letter or digit, not only marks?"""
    words = reading.words
    return any(words[at][:1].isalnum() for first, last in draft.content.spans for at in range(first, last))


def _nesting(drafts: list[Draft], contents: Intervals[int]) -> list[int | None]:
    """For each draft, the number of the innermost other draft whose content holds its cue and content."""
    outer: list[int | None] = []
    for draft in drafts:
        start, end = draft.content.start, draft.content.end
        at = min(draft.cue[0], start) if draft.cue else start
        holders = [
            (size, number)
            for number in contents.holding(at)
            if (last := drafts[number].content.end) >= end
            and (size := last - drafts[number].content.start) > end - start
        ]
        outer.append(min(holders)[1] if holders else None)
    return outer


def _with_hash(reading: Reading, span: Span) -> Span:
    """Take in the mark of the hashtag that a content begins with; it is no token."""
    return Span(span.start - 1, span.end) if reading.text.source[span.start - 1 : span.start] == "#" else span


def _statement(
    reading: Reading,
    number: int,
    draft: Draft,
    speaker: Speaker,
    *,
    chain: tuple[Link, ...],
    date: str | None,
    within: str | None,
) -> Statement:
    """Take the spans of a draft from the source."""
    text = reading.text
    return Statement(
        id=f"s{number}",
        kind=draft.content.kind,
        polarity=draft.polarity,
        content=tuple([_with_hash(reading, text.span(first, last)) for first, last in draft.content.spans]),
        cue=text.span(*draft.cue) if draft.cue else None,
        speaker=speaker,
        chain=chain,
        date=date,
        within=within,
        stance=draft.stance,
        rule=draft.rule,
    )
