"""The rules of quantities and dates prove themselves: every example is run."""

from typing import Any

import pytest

from rawi.annotations.dates import load_phrases
from rawi.annotations.days import DAY_RULES
from rawi.annotations.divisions import DIVISION_RULES
from rawi.annotations.expressions import PHRASE_RULES
from rawi.annotations.hedges import load_hedges
from rawi.annotations.numbers import find_numbers, settled_tape
from rawi.annotations.periods import PERIOD_RULES
from rawi.annotations.vocabulary import load_vocabulary, tape_of
from rawi.rules.matcher import Matcher
from rawi.rules.rule import Example, Rule
from rawi.text.text import Text

DATES: tuple[Rule[Any], ...] = DAY_RULES + PERIOD_RULES + DIVISION_RULES + PHRASE_RULES
RULES: tuple[Rule[Any], ...] = (*DATES, *load_hedges().rules)
CASES = [(rule, example) for rule in RULES for example in rule.examples]


def found_by(rule: Rule[Any], source: str) -> list[str]:
    """Return the words that one rule, alone, finds in a sentence."""
    text = Text(source)
    tape = settled_tape(text, list(find_numbers(text)))
    pattern = Matcher(load_vocabulary(), [rule])
    return [
        text.words_of(match.start(), match.end())
        for _, match in pattern.find(tape)
        if rule.build(match, text.words) is not None
    ]


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.name}-{example.text}" for rule, example in CASES]
)
def test_every_rule_does_what_its_examples_say(rule: Rule[Any], example: Example) -> None:
    """A rule finds the words of its hit, and nothing in its near miss."""
    found = found_by(rule, example.text)
    if example.finds is None:
        assert found == []
    else:
        assert any(words in example.finds or example.finds in words for words in found), found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_hit_and_a_near_miss(rule: Rule[Any]) -> None:
    """No rule without an example that it reads and one that it leaves alone."""
    assert any(example.finds for example in rule.examples)
    assert any(example.finds is None for example in rule.examples)


def test_names_of_rules_are_unique() -> None:
    """A name stands for one rule, for it goes into the ledger."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_heads_hide_no_match(rule: Rule[Any]) -> None:
    """Where a pattern matches anywhere in the examples of all rules, the heads of the rule let it."""
    bare = Matcher(load_vocabulary(), [Rule(rule.name, rule.pattern, rule.build, rule.examples)])
    headed = Matcher(load_vocabulary(), [rule])
    for _, example in CASES:
        text = Text(example.text)
        tape = settled_tape(text, list(find_numbers(text)))
        assert [match.span() for _, match in headed.find(tape)] == [
            match.span() for _, match in bare.find(tape)
        ]


def test_a_tape_has_one_code_a_token() -> None:
    """The tape and the tokens have the same length, so that offsets of matches are token indices."""
    text = Text("وصل نحو 40 ألف زائر،\nيوم السبت 6 آذار/مارس 2021")
    assert len(tape_of(text)) == len(text.words)
    assert {rule.name for rule in DATES} - {rule.name for rule in load_phrases().rules} == {
        "date/ago",
        "date/since",
    }
