"""Where and when a happening was."""

from __future__ import annotations

import pytest

from tests.events.told import events, only, read


def places(text: str) -> list[tuple[str, str | None]]:
    """Return the places of the one event of a text, each with how narrow it is."""
    return [(one.name, one.precision) for one in only(text).places]


def test_the_narrowest_place_is_first() -> None:
    """A quarter before its town, a town before its country."""
    one = only("هاجم مسلحون حاجزا للجيش بمدينة حمص في سوريا أمس.")
    assert [place.name for place in one.places] == ["حمص", "سوريا"]
    assert one.place == one.places[0]
    assert one.places[1].precision == "country"


def test_around_a_place_is_less_than_the_place() -> None:
    """قرب and ريف make a place one that is near."""
    assert places("هاجم مسلحون حاجزا قرب مدينة كركوك أمس.") == [("كركوك", "near")]
    assert ("إدلب", "near") in places("هاجم مسلحون حاجزا للجيش في ريف إدلب أمس.")


def test_a_settlement_that_nobody_knows_is_known_by_its_noun() -> None:
    """في قرية الزهور is a place, by the word before it, without a precision."""
    one = only("اندلعت اشتباكات بين الجيش ومسلحين في قرية الزهيرات أمس.")
    assert one.place is not None
    assert "الزهيرات" in one.place.name
    assert read("اشتباكات في قرية الزهيرات.").events[0].place is not None


def test_places_may_stand_before_the_happening() -> None:
    """في بلدة عرسال هاجم مسلحون: the town told first, with what is around it."""
    assert places("في بلدة عرسال هاجم مسلحون حاجزا للجيش أمس.") == [("عرسال", "exact")]
    found = places("في بلدة عرسال بمحافظة البقاع هاجم مسلحون حاجزا للجيش أمس.")
    assert [one for one, _ in found] == ["عرسال", "البقاع"]


def test_what_only_stands_near_a_name_is_no_place() -> None:
    """Hospitals and whom somebody is loyal to are not where it was."""
    one = only("هاجم مسلحون موالون لإيران حاجزا للجيش في مدينة سرت أمس.")
    assert [place.name for place in one.places] == ["سرت"]


def test_in_the_city_is_the_place_told_before() -> None:
    """داخل المدينة means the town of the sentence before."""
    assert only("وصل الوفد إلى مدينة تعز. وقصف الجيش سوقا داخل المدينة أمس.").place.name == "تعز"  # type: ignore[union-attr]


def test_what_is_taken_is_where_it_was() -> None:
    """A place that is the object of taking, entering or shelling needs no preposition."""
    for text in ("سيطر مسلحون على السخنة أمس.", "اقتحم الجيش جنين أمس.", "قصف الجيش سرت أمس."):
        assert only(text).place is not None, text


def test_a_place_of_another_clause_is_doubtful() -> None:
    """Where the place stands beside the clause, the event says so."""
    one = only("هاجم مسلحون حاجزا للجيش أمس.")
    assert (one.place, one.confidence) == (None, "doubtful")
    assert any(reason.endswith("no_place") for reason in one.reasons)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("اليوم", "2020-11-18"),
        ("أمس", "2020-11-17"),
        ("أول أمس", "2020-11-16"),
        ("يوم الاثنين", "2020-11-16"),
        ("يوم 3 نوفمبر 2020", "2020-11-03"),
        ("في 3 نوفمبر", "2020-11-03"),
    ],
)
def test_the_date_is_that_of_the_clause(words: str, date: str) -> None:
    """Days count from the day of publication; the words of the date are kept."""
    text = f"قصف الجيش سوقا في مدينة سرت {words}."
    one = only(text)
    assert one.date == date
    assert one.date_span is not None
    assert one.date_span.of(text) in words


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش سوقا في مدينة سرت، بحسب ما أعلن المتحدث سليم الحداد اليوم.",
        "قال المتحدث سليم الحداد أمس إن الجيش قصف مواقع المسلحين في مدينة سرت.",
        "قصف الجيش سوقا في مدينة سرت المحاصرة منذ عام 2014.",
        "قصف الجيش سوقا في مدينة سرت.",
    ],
)
def test_another_date_is_none_of_the_happening(text: str) -> None:
    """The day of the saying and a day since when something lasts are no days of the happening."""
    assert [(one.date, one.date_span) for one in events(text)] in ([], [(None, None)])


def test_a_date_of_another_sentence_is_not_taken() -> None:
    """Each event has the date of its own sentence."""
    text = "هاجم مسلحون حاجزا في مدينة كركوك أمس. وهاجم مسلحون حاجزا في مدينة تلعفر اليوم."
    assert [one.date for one in events(text)] == ["2020-11-17", "2020-11-18"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل سبعة أشخاص في انفجار بمدينة حمص أمس.", "حمص"),
        ("قتل مدني في قصف للمسلحين على مدينة حمص أمس.", "حمص"),
        ("هاجم مسلحون حاجزا للجيش عند معبر نصيب أمس.", "نصيب"),
        ("هاجم مسلحون حاجزا للجيش على مشارف حمص أمس.", "حمص"),
        ("هاجم مسلحون حاجزا للجيش في منطقة «الزهيرات» أمس.", "الزهيرات"),
        ("هاجم مسلحون حاجزا للجيش في بلدتي الزهيرات والكروم أمس.", "الزهيرات"),
        ("قتل 32 شخصا بانفجار في بلدة الزهيرات الأسبوع الماضي.", "الزهيرات"),
    ],
)
def test_what_leads_to_a_place(text: str, name: str) -> None:
    """Prepositions joined to a noun, على after what is thrown, quotes, two places, no words of a date."""
    one = only(text)
    assert one.place is not None
    assert one.place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "قصفت مقاتلات مواقع للمسلحين في الأراضي السورية أمس.",
        "قصفت مقاتلات مواقع للمسلحين جنوب البلاد أمس، وفق ما ذكرت وسائل إعلام في سوريا.",
    ],
)
def test_a_land_is_its_country(text: str) -> None:
    """An adjective names the country; البلاد is that in which the places of the article lie."""
    assert places(text) == [("سوريا", "country")]


def test_where_somebody_speaks_or_comes_from_is_elsewhere() -> None:
    """تصريحات في حمص and المولود في تلعفر are not where it was."""
    text = "هاجم مسلحون حاجزا للجيش في سرت، وفق تصريحات في حمص للمتحدث سليم الحداد."
    assert [place.name for place in only(text).places] == ["سرت"]
    text = "اعتقلت الشرطة في سرت أمس القيادي سليم الحداد المولود في تلعفر."
    assert [place.name for place in only(text).places] == ["سرت"]


def test_who_keeps_order_tells_the_place_in_doubt() -> None:
    """شرطة محافظة نينوى arrests there, but nobody says so."""
    one = only("اعتقلت شرطة محافظة نينوى أمس خمسة مسلحين.")
    assert one.place is not None
    assert (one.place.name, one.confidence) == ("نينوى", "doubtful")


def test_a_scene_goes_on_until_something_else_was_elsewhere() -> None:
    """The place of the first sentence is carried on, but not over a happening in another place."""
    first, second = "هاجم مسلحون حاجزا للجيش في مدينة تلعفر أمس.", "واعتقلت الشرطة عشرة مسلحين."
    assert [one.place and one.place.name for one in events(f"{first} {second}")][-1] == "تلعفر"
    between = "وقصف الجيش سوقا في مدينة سرت أمس."
    assert events(f"{first} {between} {second}")[-1].place is None


def test_a_date_between_commas_is_that_of_the_sentence() -> None:
    """، الثلاثاء. is the day of it all, but after a verb of saying that of the saying."""
    text = "قتل سبعة جنود في مواجهات مع مسلحين هاجموا مواقعهم في سرت، حيث يتقدم الجيش، الثلاثاء."
    assert events(text)[0].date == "2020-11-17"
    text = "أعلن الوزير سليم الحداد، الثلاثاء، فقدان عشرة جنود بعد هجوم للمسلحين في سرت."
    assert [one.date for one in events(text)] in ([], [None])


def test_a_street_that_bears_the_name_of_a_town_is_no_town() -> None:
    """شارع حلب lies in another town, which the sentence names."""
    event = only("انفجرت عبوة ناسفة بشارع حلب في مدينة كركوك وقتل جنديان.")
    assert event.place is not None
    assert (event.place.name, event.place.precision) == ("شارع حلب", None)
    assert "حلب" not in {one.name for one in event.places}


def test_two_villages_told_before_are_no_town() -> None:
    """القريتين after قريتي names the two, not the town of that name."""
    told = events("انسحب المقاتلون من قريتي السرو والتل. وقصفت قوات النظام القريتين بالمدفعية.")
    assert all(place.name != "القريتين" for one in told for place in one.places)


def test_by_mistake_is_no_place() -> None:
    """طريق after عن is no road."""
    told = events("قصفت الطائرات حاجزا للجيش عن طريق الخطأ قرب مدينة كركوك.")
    assert {place.name for one in told for place in one.places} == {"كركوك"}


@pytest.mark.parametrize(
    ("words", "country"), [("تونس العاصمة", "TN"), ("العاصمة الجزائر", "DZ"), ("الكويت العاصمة", "KW")]
)
def test_a_capital_of_the_name_of_its_country_is_a_town(words: str, country: str) -> None:
    """What is said to be the capital lies there, and not in the middle of the country."""
    record = read(f"وقع هجوم مسلح في {words} أمس وأصيب شرطيان.")
    place = record.events[0].place
    assert place is not None
    location = next(one.location for one in record.entities if one.id == place.entity)
    assert location is not None
    assert (place.precision, location.country, location.type) == ("exact", country, "locality")


def test_a_name_of_a_country_and_a_town_is_doubtful_alone() -> None:
    """عمان is Oman or Amman, as what else is told of it says."""
    assert "place_unsure" in only("قتل ثلاثة جنود في هجوم في عمان أمس.").reasons
    for words in ("جنود أردنيين في هجوم في عمان", "جنود في هجوم في سلطنة عمان"):
        assert only(f"قتل ثلاثة {words} أمس.").confidence == "certain"


def test_the_middle_of_a_town_is_in_it() -> None:
    """What was in the middle of a town was in the town, what was north of it near it."""
    for words, precision in (("وسط", "exact"), ("شمال", "near")):
        place = only(f"انفجرت عبوة ناسفة {words} بغداد أمس وقتلت ثلاثة.").place
        assert place is not None
        assert place.precision == precision


def test_where_a_court_sits_nothing_was_done() -> None:
    """The place of a court that judges is none of the deed; a place beside a court is."""
    assert only("أدانت المحكمة الجنائية في باريس أمس رجلا قتل شرطيا.").place is None
    place = only("انفجرت عبوة ناسفة قرب محكمة في مدينة الرباط أمس.").place
    assert place is not None
    assert place.name == "الرباط"
