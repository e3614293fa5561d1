"""Whose money: what stands beside it, what the text names, and null with a warning where nothing tells."""

import pytest

from rawi import extract
from rawi.claims.money import home_of
from rawi.model.document import Metadata
from rawi.parsing import parse

UNKNOWN = "figure.currency-unknown"


def units(source: str, **known: str) -> list[str | None]:
    """Return the units of the figures of an article."""
    return [figure.unit for figure in extract(source, **known).figures]


@pytest.mark.parametrize(
    ("source", "unit"),
    [
        ("كلف الجسر 5 ملايين ريال يمني.", "YER"),
        ("كلف الجسر ديناران أردنيان.", "JOD"),
        ("كلف الجسر 5 ملايين دولار هونغ كونغ.", "HKD"),
        ("كلف الجسر 5 ملايين فرنك غرب أفريقي.", "XOF"),
        ("كلف الجسر 5 ملايين دولار.", "USD"),
        ("كلف الجسر دولارين.", "USD"),
        ("كلف الجسر 5 ملايين ين.", "JPY"),
        ("كلف الجسر 5 ملايين راند.", "ZAR"),
        ("كلف الجسر 5 ملايين أفغاني أفغانستاني.", "AFN"),
        ("وصل 5 ملايين أفغاني إلى المدينة.", None),
        ("يبلغ سعره 50 سنتا.", None),
        ("يبلغ سعره 50 هللة.", None),
        ("يبلغ سعره 42 ألف تومان.", None),
    ],
)
def test_words_beside_the_money_decide(source: str, unit: str | None) -> None:
    """The adjective or country after it; a dollar alone is American; a coin is no money of its own."""
    assert units(source) == [unit]
    assert not extract(source).document.warnings


@pytest.mark.parametrize(
    ("source", "unit"),
    [
        ("افتتحت بلدية حلب الجسر. وكلف البناء 5 ملايين ليرة.", "SYP"),
        ("افتتحت بلدية إزمير الجسر. وكلف البناء 5 ملايين ليرة.", "TRY"),
        ("قال الوزير اللبناني إن البناء كلف 5 ملايين ليرة.", "LBP"),
        ("بيروت: كلف البناء 5 ملايين ليرة.", "LBP"),
        ("عدن: كلف البناء 5 ملايين ريال.", "YER"),
        ("افتتح الجسر في عمان وكلف البناء 5 ملايين ريال.", "OMR"),
        ("افتتح الجسر في عمان وكلف البناء 5 ملايين دينار.", "JOD"),
        ("تراجعت الليرة التركية. وكلف البناء 5 ملايين ليرة.", "TRY"),
        ("ثمن الخبز ديناران و250 مليما.", "TND"),
        ("كلف البناء 230 مليون ليرة (86 مليون دولار).", "TRY"),
        ("زارها وفد مغربي. وكلف البناء 37 مليون درهم (10 ملايين دولار).", "AED"),
        ("قدم اللاعب البرازيلي إلى نادي الطائف مقابل 5 ملايين ريال.", "SAR"),
    ],
)
def test_what_the_text_names_decides_where_nothing_stands_beside(source: str, unit: str) -> None:
    """Cities, nationalities, the dateline, the same money with its country, coins, the worth in dollars."""
    assert units(source)[0] == unit


@pytest.mark.parametrize(
    "source",
    [
        "كلف البناء 5 ملايين ليرة.",
        "كلف البناء 5 ملايين جنيه.",
        "كلف البناء 5 دنانير.",
        "اجتمع الوفد السوري والوفد التركي. وكلف البناء 5 ملايين ليرة.",
        "قال التاجر الكمبودي إن البناء كلف 5 ملايين ريال.",
    ],
)
def test_where_nothing_settles_it_nobody_guesses(source: str) -> None:
    """The unit is null, and the warning stands on the figure and names what it could be."""
    record = extract(source)
    (figure,) = record.figures
    (warning,) = record.document.warnings
    assert (figure.unit, warning.code, warning.span) == (None, UNKNOWN, figure.span)
    assert "one of" in warning.message


def test_a_paragraph_decides_where_the_text_names_many() -> None:
    """In a survey of markets each paragraph tells of its own money."""
    source = (
        "ارتفعت سوق الدوحة وسوق مسقط وسوق صنعاء.\n"
        "في الدوحة بلغت التداولات 5 ملايين ريال.\nفي مسقط بلغت التداولات 3 ملايين ريال."
    )
    assert units(source) == ["QAR", "OMR"]


@pytest.mark.parametrize(
    ("known", "unit"),
    [
        ({"outlet": "عكاظ"}, "SAR"),
        ({"outlet": "Okaz"}, "SAR"),
        ({"url": "https://www.adengad.net/post/1"}, "YER"),
        ({"url": "https://news.example.om/1"}, "OMR"),
        ({"outlet": "الجزيرة نت"}, None),
        ({"url": "https://www.bbc.co.uk/arabic/1"}, None),
        ({}, None),
    ],
)
def test_a_local_outlet_writes_of_its_own_money(known: dict[str, str], unit: str | None) -> None:
    """Its name or address tells; an outlet that writes about every country tells nothing."""
    assert units("كلف البناء 5 ملايين ريال.", **known) == [unit]


def test_an_outlet_gives_way_to_a_text_that_is_full_of_another_country() -> None:
    """A local outlet weighs as much as five names."""
    source = "في صنعاء وعدن وتعز وإب والحديدة وحضرموت ومأرب والمكلا باع اليمنيون الخبز بألف ريال في صنعاء."
    assert units(source, outlet="عكاظ") == ["YER"]


@pytest.mark.parametrize("address", ["http://[", "news/1.txt", "https://", ""])
def test_no_address_raises(address: str) -> None:
    """An address that is none tells nothing."""
    assert home_of(Metadata(source=address)) is None


@pytest.mark.parametrize(
    ("phrase", "n", "unit"),
    [
        ("خمسون ريالا", "50", "SAR"),
        ("خمسون ريالا قطريا", "50", "QAR"),
        ("خمسون دولارا", "50", "dollar"),
        ("خمسون سنتا", "50", "cent"),
        ("خمسون هللة", "0.5", "SAR"),
        ("سبعة دنانير ومئتان وخمسون مليما", "7.25", "TND"),
        ("سبعة دنانير ومئتان وخمسون فلسا", "7.25", "KWD"),
        ("دولار", "1", "dollar"),
    ],
)
def test_a_phrase_outside_an_article_keeps_the_plain_name(phrase: str, n: str, unit: str) -> None:
    """There the name stands for what others take it for; coins of one country are parts of its money."""
    assert [(value["n"], value["unit"]) for value in parse(phrase, "money")] == [(n, unit)]
