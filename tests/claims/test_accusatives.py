"""A noun after the subject that is a verb's object is no part of the one who speaks."""

import pytest

from rawi.claims.accusatives import is_object, is_owned
from tests.claims.said import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a country after a surname, a body after a country
        ("دعا سامي النجار تركيا إلى فتح الحدود.", "سامي النجار"),
        ("دعا سامي النجار لبنان إلى فتح الحدود.", "سامي النجار"),
        ("دعت تركيا مجلس الأمن إلى عقد جلسة.", "تركيا"),
        # a noun with its owner, people without a name, plurals that cannot agree
        ("وعدت البلدية مواطنيها بإصلاح الطريق.", "البلدية"),
        ("وعدت وزارة النقل موظفيها بزيادة الأجور.", "وزارة النقل"),
        ("دعت غرفة التجارة سكان الوادي إلى الصبر.", "غرفة التجارة"),
        ("طالبت البلدية التاجرين بإغلاق السوق.", "البلدية"),
        ("طالبت هند الخالدي التاجرين بإغلاق السوق.", "هند الخالدي"),
        ("ويتهم مزارعون الوزير بارتكاب أخطاء في العد.", "مزارعون"),
        # a definite plural of people or bodies
        ("دعا ماهر الأتراك إلى الصبر.", "ماهر"),
        ("تتهم الساكنة المجالس المنتخبة بتغييب المصلحة.", "الساكنة"),
        ("وعد الوسطاء السوريون بإصلاح الطريق.", "الوسطاء السوريون"),
        # a verbal noun in the accusative
        ("سجلت الشركة ارتفاعا، مؤكدة أن السوق بخير.", "الشركة"),
        ("أصدر المجلس قرارا، مؤكدا أن السوق بخير.", "المجلس"),
    ],
)
def test_the_object_is_left_out_of_the_subject(text: str, speaker: str) -> None:
    """Case, owner and kind tell the object from the rest of the subject."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("دعا مجلس الأمن إلى عقد جلسة.", "مجلس الأمن"),
        ("دعا سفير تركيا إلى فتح الحدود.", "سفير تركيا"),
        ("أكد بعض هؤلاء التجار أن الطريق طويل.", "بعض هؤلاء التجار"),
        ("قال المراقبون المحليون إن الطريق طويل.", "المراقبون المحليون"),
    ],
)
def test_what_belongs_to_the_subject_stays_in_it(text: str, speaker: str) -> None:
    """A country that somebody serves, what هؤلاء completes and a plural that agrees are the subject's."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("head", "word", "holds"),
    [
        ("الحركة", "التاجرين", True),
        ("معارضون", "الوزير", True),
        ("الحركة", "الوطنية", False),
        ("حركة", "التاجرين", False),
        ("معارضون", "سابقون", False),
    ],
)
def test_a_plural_that_cannot_agree_is_an_object(head: str, word: str, *, holds: bool) -> None:
    """A definite ـين after a definite noun, a definite noun after an indefinite ـون."""
    assert is_object(head, word) is holds


@pytest.mark.parametrize(
    ("word", "holds"),
    [("مواطنيها", True), ("جيرانهم", True), ("باسمها", False), ("بها", False), ("مواطن", False)],
)
def test_a_pronoun_at_its_end_makes_a_word_the_object(word: str, *, holds: bool) -> None:
    """مواطنيها has its owner before it; باسمها is part of a role."""
    assert is_owned(word) is holds


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أبلغ المدير أخاه أن البيت بعيد.", "المدير"),
        ("سجل النادي فوزا، مؤكدا أن الكأس قريبة.", "النادي"),
        ("دعت مملكة الزعفران مجلس الأمن إلى عقد جلسة.", "مملكة الزعفران"),
        ("دعا سلفان روك تركيا إلى فتح الحدود.", "سلفان روك"),
        ("طالب المحتجون إدارة السوق بفتح الأبواب.", "المحتجون"),
        ("اتهم رئيس النقابة الحكومة بإهمال القرية.", "رئيس النقابة"),
        ("أخبر المهندس هاني العمري زميلته أن البيت بعيد.", "هاني العمري"),
        ("طالب الخالدي مصر بفتح الحدود.", "الخالدي"),
    ],
)
def test_other_objects_are_left_out_too(text: str, speaker: str) -> None:
    """A brother, a short accusative, a body after a kingdom, a land after one name are objects as well."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال سامي النجار إن السد امتلأ. وانتقد النجار دعوة المجلس التجار إلى تركه.", "سامي النجار"),
        ("أكدت مصادر رسمية مقتل ثلاثة عمال في السد.", "مصادر رسمية"),
        ("قالت الصين إن السد امتلأ، وأكدت الصين وقوع أول إصابة فيه.", "الصين"),
        ("دعت الأحزاب الحكومة إلى فتح السد.", "الأحزاب"),
        ("اتهمت النقابة الشركة بالتقصير في العمل.", "النقابة"),
        ("اتهم المجلس المحلي القوات التركية بقصف البلدة.", "المجلس المحلي"),
        ("اتهمت موسكو مسلحي جبهة النهر بقصف البلدة.", "موسكو"),
        ("اتهم الجيش مسلحي حركة الفجر بقصف البلدة.", "الجيش"),
        ("اتهم رئيس مكتب حزب الوادي الحكومة بالتقصير.", "رئيس مكتب حزب الوادي"),
        ("طالبت النقابة الوطنية قوات النهر بالانسحاب من البلدة.", "النقابة الوطنية"),
        ("دعت الهيئة البلدية إلى فتح السد.", "الهيئة البلدية"),
        ("وذكرت وسائل إعلام محلية أن السد امتلأ.", "وسائل إعلام محلية"),
    ],
)
def test_what_follows_a_subject_is_no_part_of_it(text: str, speaker: str) -> None:
    """A verbal noun after a name or a described source is told; a body after a body is called upon."""
    assert told(text)[-1][0] == speaker


def test_the_accused_are_no_part_of_the_accuser() -> None:
    """So that whoever denies is not taken for whoever accuses."""
    found = told("اتهم المجلس المحلي القوات التركية بقصف البلدة، ونفت القوات ذلك.")
    assert [one[0] for one in found] == ["المجلس المحلي", "القوات"]
