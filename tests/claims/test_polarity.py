"""What is denied is told from what is asserted, and ends where the author goes on."""

import pytest

from rawi.pipeline import extract


def said(source: str) -> list[tuple[str, str]]:
    """Return polarity and words of each statement of a sentence of our own."""
    record = extract(source)
    return [(one.polarity, " ".join(map(record.words, one.content))) for one in record.statements]


def test_a_denial_by_words_leaves_the_rest_asserted() -> None:
    """لا صحة denies what it is said of; what وإن adds is asserted."""
    assert said("قال سليم الدوري إنه لا صحة لأنباء البيع، وإن السوق مفتوح.") == [
        ("denied", "لأنباء البيع"),
        ("asserted", "السوق مفتوح"),
    ]


def test_quoted_words_assert_themselves() -> None:
    """In marks the speaker says what he says, be it that something is untrue."""
    assert said("قال سليم الدوري: «لا صحة لأنباء البيع وكل ما قيل».") == [
        ("asserted", "لا صحة لأنباء البيع وكل ما قيل")
    ]


@pytest.mark.parametrize("link", ["لكن", "غير أن", "بينما", "في حين"])
def test_that_is_what_was_reported_before(link: str) -> None:
    """نفت ذلك denies what stood before it, and the first report ends there."""
    assert said(f"ذكر سليم الدوري أن السد تصدع، {link} البلدية نفت ذلك.") == [
        ("asserted", "السد تصدع"),
        ("denied", "السد تصدع"),
    ]


def test_what_points_at_nothing_denies_nothing() -> None:
    """Without a report before it, ذلك says nothing of what is denied."""
    assert said("ونفت البلدية ذلك.") == []


@pytest.mark.parametrize("after", ["إلا أن السوق أغلقت", "ثم غادر القاعة", "وهو تصريح غريب"])
def test_a_denied_phrase_ends_where_the_author_goes_on(after: str) -> None:
    """No noun phrase runs on over a pause with إلا أن, ثم or وهو."""
    assert said(f"نفى سليم الدوري وجود خلاف، {after}.")[0] == ("denied", "وجود خلاف")


def test_what_somebody_denies_having_said_is_no_statement() -> None:
    """نفى أن يكون قال إن: the clause after قال is not his."""
    assert [polarity for polarity, _ in said("نفى سليم الدوري أن يكون قال إن السد تصدع.")] == ["denied"]


@pytest.mark.parametrize("source", ["لا أحد ينكر أن السد تصدع.", "ولم يؤكد سليم الدوري أو ينفي وجود خلاف."])
def test_who_leaves_it_open_denies_nothing(source: str) -> None:
    """لا أحد ينكر and لم يؤكد أو ينفي are no denials."""
    assert not any(polarity == "denied" for polarity, _ in said(source))
