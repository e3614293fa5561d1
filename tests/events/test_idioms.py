"""Words of violence that tell of none: of sport, of talk, of animals, of stories, of things."""

from __future__ import annotations

import pytest

from tests.events.told import events

SPORT = (
    "فاز فريق الضفاف أمس في الرياض بعد هجوم كاسح قاده المهاجم سامي عواد.",
    "قصف المنتخب مرمى ضيفه بخمسة أهداف أمس في الرباط.",
    "وشن الفريق الأزرق هجوما ضاغطا أمس في الدوحة وسجل هدفين.",
    "حسم فريق الضفاف المعركة أمس في القاهرة بهدفين.",
    "المواجهة بين الفريقين أمس في الدار البيضاء انتهت بالتعادل.",
    "دك اللاعبون شباك ضيوفهم أمس في الدار البيضاء.",
    "سيطرت اللاعبة رنا عواد على المباراة أمس في سوسة.",
    "تصدى الحارس لكرة قوية أمس في مدينة تونس.",
    "أوقف الاتحاد اللاعب سامي عواد مباراتين أمس في الدوحة بعد الشوط الثاني.",
    "أطلق المهاجم صاروخا سكن الشباك أمس في بغداد.",
)
TALK = (
    "هاجمت النائبة رنا عواد وزير العدل أمس في بغداد.",
    "وهاجم المرشح سامر عواد منافسه أمس في صنعاء.",
    "هجوم النائب على الوزير يثير الجدل أمس في الكويت.",
    "شن النائب سامي عواد هجوما على وزير المالية رامي حداد خلال جلسة أمس في بيروت.",
    "اندلعت معركة انتخابية بين الحزبين أمس في بيروت.",
    "تعرض الوزير لقصف إعلامي أمس في بغداد.",
    "هجوم على الملاريا أمس في مدينة الخرطوم.",
)
BEASTS = (
    "هاجم كلب ضال طفلا أمس في مدينة طنطا وأصابه بجروح.",
    "هجوم لأسماك القرش على سائح أمس في مدينة الغردقة.",
    "قتل دب رجلا أمس في مدينة بولو.",
    "هاجمت ذئاب قطيعا أمس في مدينة طنطا وقتلت عشرين رأسا.",
)
STORIES = (
    "يروي الفيلم قصة هجوم شنه مسلحون على قرية.",
    "تدور أحداث المسلسل حول اغتيال ضابط في مدينة حلب أمس.",
)
THINGS = (
    "خطفت رنا عواد الأنظار أمس في قازان.",
    "خطف سامي عواد نقطة ثمينة أمس في طوكيو.",
    "احتل سامي عواد المرتبة الثالثة أمس في باريس.",
    "فجرت الصحيفة مفاجأة أمس في لندن.",
    "اغتال الخلاف حلم الشعب أمس في بيروت.",
    "استعاد سامي عواد اللقب أمس في باريس.",
)


@pytest.mark.parametrize("text", SPORT + TALK + BEASTS + STORIES + THINGS)
def test_a_figure_of_speech_tells_of_no_happening(text: str) -> None:
    """A match, a speech, an animal, a film and a thing that nobody can take make no event of violence."""
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون حافلة فريق الضفاف أمس في مدينة كركوك.",
        "انفجرت عبوة ناسفة قرب ملعب في مدينة كركوك أمس أثناء مباراة وقتلت ثلاثة.",
        "قتل لاعب كرة القدم سامي عواد برصاص مسلحين أمس في مدينة بغداد.",
        "خطف مسلحون مدرب المنتخب أمس في مدينة لاغوس.",
        "اغتيل الصحفي سامي عواد أمس في مدينة بغداد.",
        "هاجم مسلح النائب سامي عواد بسكين أمس في لندن.",
        "سيطر مسلحون على نقطة حدودية أمس في مدينة القائم.",
        "هاجم مستوطنون بلدة حوارة أمس وأحرقوا سيارات.",
        "استعاد الجيش السيطرة على المركز الحدودي أمس في مدينة القائم.",
        "يروي شاهد قصة هجوم شنه مسلحون على قرية في مدينة كركوك أمس.",
    ],
)
def test_arms_and_people_harmed_are_in_earnest(text: str) -> None:
    """A player who is shot, a bus of a team that is attacked and a border post that is taken are events."""
    assert events(text)


def test_supporters_who_clash_are_no_figure_of_sport() -> None:
    """A brawl of supporters is told with words of sport, and took place."""
    found = events("اندلعت اشتباكات بين مشجعي الفريقين أمس في القاهرة بعد المباراة.")
    assert [one.type for one in found] == ["Riots/Mob violence"]


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت المذيعة رنا عواد لهجوم خلال مقابلة أمس في القاهرة.",
        "قصف المدير خصومه بتصريحات نارية أمس في بغداد.",
        "هاجم سامي عواد رئيس الحكومة في تغريدة أمس في بيروت.",
    ],
)
def test_what_may_be_an_attack_of_words_is_doubtful(text: str) -> None:
    """An attack in an interview or with statements is no certain accusation of violence."""
    found = events(text)
    assert all(one.confidence == "doubtful" for one in found)
    assert all("kind_unsure" in one.reasons for one in found)


def test_words_of_sport_reach_no_further_than_their_sentence_in_a_long_report() -> None:
    """A page that tells of a match in one place tells of an attack in another."""
    filler = "وقال السكان إن الحياة تعود إلى طبيعتها بعد أيام طويلة من الحر. " * 6
    text = f"جرت مباراة ودية أمس. {filler}هاجم مستوطنون بلدة حوارة أمس."
    assert [one.type for one in events(text)] == ["Violence against civilians/Attack"]
