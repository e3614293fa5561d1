"""Clubs and media with everyday names are told by what stands beside them."""

import time

import pytest

from rawi.model.annotation import Kind
from tests.annotations.named import annotate, names


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("قال لاعب النصر إن المباراة صعبة", ["النصر"]),
        ("تعادل مهاجم برشلونة في هدافي الموسم", ["برشلونة"]),
        ("شكر جماهير الأهلي والهلال على الحضور", ["الأهلي", "الهلال"]),
        ("قالت مراسلة الجزيرة إن القصف توقف", ["الجزيرة"]),
        ("فاز الزمالك أمام الاتحاد بهدف", ["الزمالك", "الاتحاد"]),
        ("احتفل مدرب برشلونة. وخسر برشلونة مرة. ثم عاد الوفد إلى برشلونة", ["برشلونة", "برشلونة"]),
    ],
)
def test_a_club_is_read_where_it_is_asked_for(source: str, found: list[str]) -> None:
    """Beside a word for sport or media the name is a body, and then elsewhere unless a place is meant."""
    assert names(source, Kind.ORGANIZATION) == found


@pytest.mark.parametrize(
    "source",
    [
        "تحقق النصر بعد عام",
        "رأى الهلال فوق الجبل",
        "وصل الوفد إلى برشلونة",
        "أمام الشباب طريق طويل",
        "ساءت صورة الجزيرة من الجو",
        "حضر لاعب الاتحاد السكندري متأخرا",
    ],
)
def test_everyday_words_stay_what_they_are(source: str) -> None:
    """Without such a word, or with an adjective that makes it another body, the name is no club."""
    assert not {"النصر", "الهلال", "برشلونة", "الشباب", "الجزيرة", "الاتحاد"} & set(
        names(source, Kind.ORGANIZATION)
    )


def test_a_name_of_many_clubs_leads_to_none() -> None:
    """What clubs of several countries are called has no row; a name of one club has its row."""
    _, known = annotate("فاز لاعب الأهلي على لاعب ليفربول")
    assert [one.value.id for one in known.of(Kind.ORGANIZATION)] == [None, "liverpool"]


def test_time_grows_with_length() -> None:
    """Twenty times the text takes well under a hundred times as long."""
    took = []
    for times in (50, 1000):
        started = time.perf_counter()
        annotate("لاعب النصر والهلال أمام برشلونة وليفربول ضد ميلان " * times)
        took.append(time.perf_counter() - started)
    assert took[1] < 100 * took[0]
