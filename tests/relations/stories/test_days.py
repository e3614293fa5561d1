"""Days of publication, and days that a report names."""

from __future__ import annotations

from datetime import date

import pytest

from rawi.relations.days import read_days
from rawi.relations.stories.days import (
    find_address_day,
    find_latest_year,
    find_named_days,
    find_weekdays,
)
from tests.relations.stories.told import report


@pytest.mark.parametrize(
    "address",
    ["https://a.example/2024/03/05/x", "https://a.example/20240305-x.htm", "https://a.example/n/2024-03-05"],
)
def test_an_address_may_tell_the_day(address: str) -> None:
    """Archives put the day into the address, with or without separators."""
    assert find_address_day(address) == read_days("2024-03-05")


@pytest.mark.parametrize(
    "address",
    [
        None,
        "https://a.example/120240305",
        "https://a.example/2024/03/05/2024-04-05",
        "https://a.example/1985",
    ],
)
def test_other_numbers_in_an_address_tell_no_day(address: str | None) -> None:
    """A longer number, two days, and a lone year are no day of publication."""
    assert find_address_day(address) is None


def test_only_the_beginning_names_the_days_of_what_is_reported() -> None:
    """A day far down in an article is of something else."""
    filler = "وتضم البلدة سوقًا ومدرسة وبستانًا قديمًا. " * 30
    one = report(
        f"احترق المخزن يوم الأحد 3 مارس 2024. {filler} وكان مثله احترق يوم 9 مايو 2019.",
        published="2024-03-05",
    )
    assert find_named_days(one.record) == (date(2024, 3, 3).toordinal(),)
    assert find_weekdays(one.record) == (6,)


def test_the_latest_year_named_is_of_the_time_in_which_there_are_news() -> None:
    """Neither the founding of a port nor a plan for a far year tells when a report is from."""
    assert (
        find_latest_year(
            report("بني الميناء عام 1931، ووسع عام 2014 ثم عام 2011، وتمتد الخطة إلى عام 2050.").record
        )
        == 2014
    )
    assert find_latest_year(report("بني الميناء عام 1931.").record) is None
