"""Finding documents by their words, however they are spelled and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.search import build_snippets, find_exact
from rawi.ledger.terms import MOST_WORDS, any_form, stem, word_forms
from rawi.model.record import Record
from rawi.model.span import Span
from tests.ledger.conftest import Add
from tests.ledger.samples import document_of, news, submission

_TEXTS = (
    "أكّد المجلس أن ٤٠ ألف شجرة غُرست بالتحالف مع الأهالي في سورية",
    "وافق التحالف على 40 ألف شتلة",
    "وبالتحالف مع البلديات زرعت تحالفات الريف 1,250 شجرة",
    "أعلن تحالفٌ جديد في سوريا افتتاح السوق",
    "وزير الزراعة ووزير المياه في المدينة",
)


@pytest.fixture
def texts(ledger: Ledger, add: Add) -> Ledger:
    """A ledger of five short texts."""
    for number, text in enumerate(_TEXTS):
        add(Record(document_of(text, title=str(number))))
    return ledger


def found(ledger: Ledger, query: str, *, exact: bool = False) -> set[int]:
    """Return the numbers of the texts that a query finds."""
    return {int(hit.article.title or -1) for hit in ledger.find(query, exact=exact).hits}


@pytest.mark.parametrize("query", ["التحالف", "وبالتحالف", "تحالف", "للتحالف", "تحالفا"])
def test_joined_clitics_do_not_matter(texts: Ledger, query: str) -> None:
    """A word finds itself with and without conjunction, preposition and article."""
    assert found(texts, query) >= {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("40", {0, 1}),
        ("٤٠", {0, 1}),
        ("٤٠ ألف", {0, 1}),
        ("40 الف", {0, 1}),
        ("1,250", {2}),
        ("سوريا", {0, 3}),
        ("سورية", {0, 3}),
        ("اكد", {0}),
        ("أكَّدَ", {0}),
        ("تحالف سوريا افتتاح", {3}),
        ("وزير", {4}),
        ("الوزير", {4}),
        ("في", {0, 3, 4}),
        ("القمر", set()),
        ("", set()),
        ("،؟ «»", set()),
    ],
)
def test_spelling_does_not_matter(texts: Ledger, query: str, numbers: set[int]) -> None:
    """Hamza, marks, digits and loan endings fold; all words must be there."""
    assert found(texts, query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("التحالف", {1}),
        ("تحالف", set()),
        ("تحالفٌ", {3}),
        ("سورية", {0}),
        ("سوريا", {3}),
        ("٤٠ ألف", {0}),
        ("40 ألف", {1}),
        ("40 الف", set()),
        ("أكد", set()),
        ("أكّد", {0}),
        ("شجرة غُرست", {0}),
    ],
)
def test_exact_is_letter_for_letter(texts: Ledger, query: str, numbers: set[int]) -> None:
    """With exact on, only the words as typed are found."""
    assert found(texts, query, exact=True) == numbers


def test_snippets_point_into_the_source(texts: Ledger) -> None:
    """A snippet is a slice of the source, and its matches are the matching words there."""
    for query in ("تحالف", "٤٠", "شجرة"):
        for hit in texts.find(query).hits:
            text = texts.document(hit.article.id).text
            assert hit.snippets
            for snippet in hit.snippets:
                assert snippet.words == snippet.span.of(text)
                assert all(
                    snippet.span.start <= one.start < one.end <= snippet.span.end for one in snippet.matches
                )
    (hit,) = texts.find("افتتاح").hits
    assert [one.of(_TEXTS[3]) for one in hit.snippets[0].matches] == ["افتتاح"]


@given(st.text("اب ،\n", max_size=400), st.text("اب", min_size=1, max_size=2))
def test_snippets_do_not_overlap(text: str, word: str) -> None:
    """Snippets of one text are in order, apart, and hold their matches."""
    snippets = build_snippets(text, find_exact(text, word))
    for one, other in pairwise(snippets):
        assert one.span.end <= other.span.start
    for snippet in snippets:
        assert all(match.of(text) == word for match in snippet.matches)
        assert snippet.span.start <= snippet.matches[0].start
        assert snippet.matches[-1].end <= snippet.span.end


def test_pages_follow_each_other(ledger: Ledger) -> None:
    """Pages by cursor give every hit once and in one order, whether folded or exact."""
    list(ledger.add_many(submission(news(number)) for number in range(30)))
    for exact, query in ((False, "متطوع"), (True, "متطوعا وصلوا")):
        whole = [hit.article.id for hit in ledger.find(query, exact=exact, limit=100).hits]
        paged, cursor, more = [], None, True
        while more:
            page = ledger.find(query, exact=exact, limit=7, cursor=cursor)
            paged += [hit.article.id for hit in page.hits]
            cursor, more = page.cursor, page.cursor is not None
        assert paged == whole
        assert len(set(whole)) == 30


def test_a_strange_cursor_is_refused(texts: Ledger) -> None:
    """A cursor that no page gave is a ValueError."""
    with pytest.raises(ValueError, match="cursor"):
        texts.find("تحالف", cursor="'; --")


def test_a_query_is_not_an_article(texts: Ledger) -> None:
    """A query of too many words is refused in so many words."""
    with pytest.raises(ValueError, match="at most"):
        texts.find("كلمة " * (MOST_WORDS + 1))


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""" OR *',
        "folded : x",
        "NEAR(تحالف, 2)",
        "تحالف AND NOT",
        "^*",
        "a\0b",
        "{col} : (x",
        "' OR 1=1 --",
        "-",
        "تحالف*",
    ],
)
def test_operators_of_the_engine_are_words(texts: Ledger, query: str) -> None:
    """Nothing in a query is read as syntax, in search, names, topics or nouns."""
    texts.find(query)
    texts.find(query, exact=True)
    assert list(texts.said(query, about=query)) == []
    assert list(texts.figures(query, place=query, by=query)) == []


@settings(max_examples=100, deadline=None)
@given(query=st.text(max_size=30))
def test_any_query_is_answered(query: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No string breaks a search."""
    with open_ledger(tmp_path_factory.getbasetemp() / "any.rawi") as ledger:
        if not ledger.counts().documents:
            list(ledger.add_many([submission(Record(document_of(_TEXTS[0])))]))
        ledger.find(query)
        ledger.find(query, exact=True)
        list(ledger.said(query, about=query))


@given(st.text(alphabet="ابتحلفوكمنيه", min_size=2, max_size=8))
def test_a_word_is_among_its_own_forms(word: str) -> None:
    """Every word finds itself, and its stem is a part of it."""
    assert word in word_forms(word)
    assert stem(word) in word
    assert any_form(word)


def test_exact_matches_are_whole_words() -> None:
    """A word within a word is not found exactly."""
    assert find_exact("قال المقال قال", "قال") == [Span(0, 3), Span(11, 14)]
