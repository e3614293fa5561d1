"""The gate lets through every rule that can match, and overlaps are settled in one place."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.clitics import noun_forms, verb_forms
from rawi.rules.matcher import Matcher, read_longest, settle_overlaps
from rawi.rules.rule import Rule
from rawi.rules.tape import Vocabulary
from rawi.text.tokens import cut_tokens

WORDS = ("نحو", "ونحو", "كتاب", "الكتاب", "وللكتاب", "قرا", "وقرا", "3", "1,5", "شيء", "،", ".", "")


def vocabulary() -> Vocabulary[str]:
    """A small vocabulary of our own."""
    words: Vocabulary[str] = Vocabulary()
    words.add("hedge", ["نحو"], "hedge", verb_forms)
    words.add("noun", ["كتاب"], "book", noun_forms)
    words.add("verb", ["قرأ"], "read", verb_forms)
    words.add_mark("comma", "،,")
    words.add_mark("stop", ".")
    words.add_mark("line", [""])
    return words


VOCABULARY = vocabulary()
RULES = [
    Rule("test/hedged", "{?hedge} {number|decimal} {noun:noal}?", lambda match, words: match.group()),
    Rule("test/verb-noun", "{verb} .{0,3} {?noun:al}", lambda match, words: match.group()),
    Rule("test/joined", "{+verb}", lambda match, words: match.group()),
    Rule("test/not-before-comma", "{?noun} (?!{comma})", lambda match, words: match.group()),
    Rule("test/after-verb", "(?<={?verb}) {?noun}", lambda match, words: match.group()),
    Rule("test/end", "{number} {stop|line}", lambda match, words: match.group()),
]
MATCHER: Matcher[str] = Matcher(VOCABULARY, RULES)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_the_gate_never_under_fires(words: list[str]) -> None:
    """Every rule whose pattern matches somewhere, by stdlib re alone, is let through."""
    tape = VOCABULARY.tape(words)
    matching = {
        index for index, rule in enumerate(RULES) if re.search(VOCABULARY.compile(rule.pattern), tape)
    }
    assert matching <= set(MATCHER.fired(tape))


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_matches_are_those_of_each_rule_alone(words: list[str]) -> None:
    """Running the rules together finds exactly what running them one by one finds."""
    tape = VOCABULARY.tape(words)
    together = [(rule.name, match.span()) for rule, match in MATCHER.find(tape)]
    alone = [
        (rule.name, match.span())
        for rule in RULES
        for match in re.finditer(VOCABULARY.compile(rule.pattern), tape)
    ]
    assert together == alone


@given(st.text(max_size=60))
def test_a_tape_has_one_code_point_a_token(source: str) -> None:
    """Match offsets are token indices whatever the text."""
    words, _ = cut_tokens(source)
    assert len(VOCABULARY.tape(words)) == len(words)


@given(
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(1, 6), st.integers()).map(
            lambda t: (t[0], t[0] + t[1], t[2])
        ),
        max_size=12,
    )
)
def test_settled_ranges_do_not_overlap_and_keep_the_longest(spans: list[tuple[int, int, int]]) -> None:
    """What is kept never overlaps, and the longest of all is always kept."""
    kept = settle_overlaps(spans)
    for (_, end, _), (start, _, _) in pairwise(kept):
        assert end <= start
    if spans:
        longest = max(end - start for start, end, _ in spans)
        assert longest in {end - start for start, end, _ in kept}


@given(
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(1, 6), st.integers(-3, 9)).map(
            lambda t: (t[0], t[0] + t[1], t[2])
        ),
        max_size=12,
    )
)
def test_reading_while_settling_is_reading_first(spans: list[tuple[int, int, int]]) -> None:
    """What cannot be read takes no place, just as if it had been left out before."""
    readable = [span for span in spans if span[2] > 0]
    assert read_longest(spans, lambda value: value if value > 0 else None) == settle_overlaps(readable)
