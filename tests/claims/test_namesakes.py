"""A family name alone, where two people of the family are named: no words of one in the other's mouth."""

import pytest

from rawi.claims.namesakes import are_namesakes, words_of
from rawi.model.record import Record
from rawi.pipeline import extract

_TWO = "افتتح مدير النادي سليم الدوري المعرض. وحضر الحفل عضو النادي كريم الدوري."


def speakers(record: Record) -> list[tuple[str | None, str | None]]:
    """Return name and entity's name of the speakers of a record."""
    names = {one.id: one.name for one in record.entities}
    return [(one.speaker.name, names.get(one.speaker.entity or "")) for one in record.statements]


def last(text: str) -> tuple[str | None, str | None]:
    """Return name and entity's name of whoever speaks last in a text."""
    return speakers(extract(text))[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{_TWO} وقال سليم الدوري إن المعرض مفتوح للجميع. وأضاف الدوري أن الدخول مجاني.", "سليم الدوري"),
        (f"{_TWO} وقال كريم الدوري إن المعرض مفتوح للجميع. وأضاف الدوري أن الدخول مجاني.", "كريم الدوري"),
        (
            "قال المدرب سليم الدوري إن الفريق يبحث عن حارس مثل كريم الدوري. وأكد الدوري أن الموسم طويل.",
            "سليم الدوري",
        ),
        (
            "أعلن رئيس الحزب سليم الدوري، نجل الوزير الراحل كريم الدوري، معارضته للسد. "
            "وقال الدوري: «لن نسكت عن هذا القرار الجائر».",
            "سليم الدوري",
        ),
    ],
)
def test_who_has_just_spoken_or_acted_goes_on(text: str, speaker: str) -> None:
    """The one of the family who spoke or acted just before is meant, whoever else was named since."""
    assert last(text) == (speaker, speaker)


def test_who_spoke_and_was_named_last_is_meant_from_afar() -> None:
    """Where both signs lead to one of the family, sentences in between change nothing."""
    text = (
        f"{_TWO} وقال سليم الدوري إن المعرض مفتوح. وهطل المطر ليلا. وأغلق الطريق صباحا. "
        "وأكد الدوري أن الدخول مجاني."
    )
    assert last(text) == ("سليم الدوري", "سليم الدوري")


@pytest.mark.parametrize(
    "text",
    [
        f"{_TWO} وأكد الدوري أن الدخول مجاني.",
        "قال المدير سليم الدوري إن السد آمن. ووصل الوزير كريم الدوري إلى القرية مساء. وهطل المطر ليلا. "
        "وأغلق الطريق صباحا. وأكد الدوري أن الدخول مجاني.",
    ],
)
def test_what_is_in_doubt_is_nobodys(text: str) -> None:
    """Where nothing settles which of two is meant, the statement has the bare name, no entity, and is
    doubtful."""
    record = extract(text)
    told = record.statements[-1]
    assert (told.speaker.name, told.speaker.entity) == ("الدوري", None)
    assert told.confidence == "doubtful"
    assert "speaker.namesake" in told.reasons
    bare = told.speaker.span
    assert all(bare not in one.mentions for one in record.entities if one.type == "person")


def test_doubt_is_carried_on() -> None:
    """Who goes on after a name in doubt is in doubt too."""
    told = extract(f"{_TWO} وأكد الدوري أن الدخول مجاني. وأضاف أن المعرض كبير.").statements[-1]
    assert (told.speaker.name, told.speaker.entity, told.confidence) == ("الدوري", None, "doubtful")


def test_the_gender_of_the_verb_tells() -> None:
    """وأضافت الدوري is the woman of the family, by the role said of her."""
    text = (
        "قالت السيدة سعاد الدوري إن الكتاب جاهز. وشكرت الوزير الدكتور كريم الدوري. وهطل المطر. "
        "وأضافت الدوري أن البيع بدأ."
    )
    assert last(text) == ("سعاد الدوري", "سعاد الدوري")


def test_the_role_beside_the_name_tells() -> None:
    """الوزير الدوري is the minister, not whoever of the family was named last."""
    text = "وصل الوزير سليم الدوري إلى القرية. واستقبله المدرب كريم الدوري. وأكد الوزير الدوري أن السد آمن."
    assert last(text) == ("سليم الدوري", "سليم الدوري")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("غنى الفنان نادر الكيال نجل المطرب سليم الكيال. وقال سليم الكيال: «عدت إلى بيتي».", "سليم الكيال"),
        ("غنى الفنان نادر الكيال نجل المطرب سليم الكيال. وقال نادر الكيال: «عدت إلى بيتي».", "نادر الكيال"),
    ],
)
def test_a_full_name_is_its_own(text: str, speaker: str) -> None:
    """A name in full is never that of a relative whose description holds it."""
    assert last(text) == (speaker, speaker)


def test_words_that_govern_a_family_name_speak_themselves() -> None:
    """The family of somebody, or an official of his campaign, is not he."""
    text = "مات المدير سليم الدوري في بيته. وسافرت السيدة هند الدوري. وقالت أسرة الدوري: «نشعر بالأسى»."
    assert last(text) == ("أسرة الدوري", None)


def test_a_definite_noun_before_a_family_name_is_its_own() -> None:
    """الباحث الدوري is the researcher of that name: a noun with the article governs nothing."""
    text = "قال الباحث سليم الدوري إن النقش قديم. وصوره المدرب كريم الدوري. وأكد الباحث الدوري أن النقش نادر."
    assert last(text) == ("سليم الدوري", "سليم الدوري")
    text = "قال الباحث سليم الدوري إن النقش قديم. وهطل المطر. وأكد الباحث الدوري أن النقش نادر."
    assert last(text) == ("سليم الدوري", "سليم الدوري")


def test_the_mentions_follow_the_speaker() -> None:
    """The bare name by which somebody speaks is a mention of that entity, and of no namesake."""
    record = extract(
        "قال المدير سليم الدوري إن المعرض مفتوح. وسيحضره الوزير كريم الدوري. وأكد الدوري أن الدخول مجاني."
    )
    told = record.statements[-1].speaker
    owners = [one.id for one in record.entities if told.span in one.mentions]
    assert owners == [told.entity]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("سليم الدوري", "كريم الدوري", True),
        ("عبد الله الدوري", "عبد الرحمن الدوري", True),
        ("عبد الله الدوري", "عبدالله الدوري", False),
        ("سليم الدوري", "سليم خالد الدوري", False),
        ("الشيخ سليم الدوري", "سليم الدوري", False),
        ("بافيل كاراتين", "بافل كاراتين", False),
        ("سليم الدوري", "سالم الدوري", True),
        ("سليم الدوري", "كريم النجار", False),
        ("الدوري", "كريم الدوري", False),
        ("الوزير الدوري", "كريم الدوري", False),
        ("", "كريم الدوري", False),
    ],
)
def test_who_are_namesakes(one: str, other: str, two: bool) -> None:
    """Two given names before one family name are two people, unless one is another spelling or a part."""
    assert are_namesakes(one, other) is two
    assert are_namesakes(other, one) is two


def test_a_servant_stands_with_its_word() -> None:
    """عبد is half a name, written apart or not."""
    assert words_of("عبد الله الدوري") == words_of("عبدالله الدوري")
