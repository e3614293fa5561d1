"""Who speaks where a dignity, a blessing or another verb stands in for the name."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize("dignity", ["سموه", "معاليه", "فضيلته"])
def test_a_dignity_is_whoever_spoke_last(dignity: str) -> None:
    """وقال سموه: a title with a pronoun is nobody's name."""
    said = told(f"قال الأمير ماجد بن سعود إن الجسر آمن. وقال {dignity} للضيوف إن الطريق سالك.")
    assert [name for name, _ in said] == ["ماجد بن سعود", "ماجد بن سعود"]


def test_a_dignity_of_nobody_stays_open() -> None:
    """Where no person has been named, سموه is not a name either."""
    assert told("وقال سموه إن الجسر آمن.") == [(None, "الجسر آمن")]


@pytest.mark.parametrize("blessed", ["الإمام الشاطر", "الشيخ سامي النجار"])
def test_a_blessing_is_no_name(blessed: str) -> None:
    """رحمه الله after a name is a wish."""
    assert "الله" not in str(told(f"كما يقول {blessed} رحمه الله إن العلم نور.")[0][0])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقبل يومين تحدث مصور هذه الصورة عن عمله، قائلا إن القرية هادئة.", "مصور هذه الصورة"),
        ("وفي دمشق خرجت الفتاة المحجبة عن صمتها، قائلة إن القرية هادئة.", "الفتاة المحجبة"),
        ("أكدت مصادر طبية في عدن أن القرية هادئة.", "مصادر طبية في عدن"),
        ("دعت الصين، الجمعة، البلدية إلى «الابتعاد عن الجسر القديم».", "الصين"),
        ("وقال شاب اسمه سامي النجار إن القرية هادئة.", "سامي النجار"),
    ],
)
def test_who_acts_speaks(text: str, speaker: str) -> None:
    """The subject of the sentence's verb, also behind a time or place, or with a name that اسمه gives."""
    assert [name for name, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "بعد جدل طويل، حول صورة نشرت لها، خرجت الفتاة المحجبة عن صمتها، قائلة إن القرية هادئة.",
            "الفتاة المحجبة",
        ),
        ("ورد عليه عدد كبير من متابعيه، معتبرين أن القرية هادئة.", "عدد كبير من متابعيه"),
        ("قال جان-لوك ميلانشون إن القرية هادئة.", "جان-لوك ميلانشون"),
        ("واعتبر المتخصص في شؤون المياه سامي النجار أن القرية هادئة.", "سامي النجار"),
    ],
)
def test_the_verb_behind_a_lead_or_an_object(text: str, speaker: str) -> None:
    """A verb behind the commas of a lead, one with its object before the subject, one in the present."""
    assert [name for name, _ in told(text)] == [speaker]
