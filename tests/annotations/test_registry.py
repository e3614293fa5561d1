"""What stands for a person or body later in an article leads back to the fullest name."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.registry import DocumentNames, Named
from rawi.lexicons.loader import load_table
from rawi.pipeline import extract
from tests.annotations.named import ALPHABET, annotate

ARTICLE = (
    "قال مدير المرصد سليم الدوري لصحيفة المنار الجديد إن المطر قريب. وأضاف الدوري أن الرياح شديدة. "
    "وأكد المدير ذلك. وقالت الصحيفة إن حركة النهر الوطنية (حنو) رفضت التأجيل. ودعت حنو إلى الهدوء في بغداد."
)


def name_of(words: str, source: str = ARTICLE, nth: int = 0) -> Named | None:
    """The full name for the ``nth`` place where ``words`` stand as tokens of their own."""
    text, known = annotate(source)
    wanted = words.split()
    source_words = [text.words_of(i, i + 1) for i in range(len(text.words))]
    places = [i for i in range(len(source_words)) if source_words[i : i + len(wanted)] == wanted]
    return DocumentNames(text, known).full_name_at(places[nth], places[nth] + len(wanted))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("سليم الدوري", "سليم الدوري"),
        ("الدوري", "سليم الدوري"),
        ("المدير", "سليم الدوري"),
        ("مدير المرصد سليم الدوري", "سليم الدوري"),
        ("الصحيفة", "صحيفة المنار الجديد"),
        ("حنو", "حركة النهر الوطنية"),
        ("بغداد", "بغداد"),
    ],
)
def test_short_forms_lead_to_the_full_name(words: str, name: str) -> None:
    """A surname, a role, a short noun and a name in brackets mean who was named in full."""
    found = name_of(words)
    assert found is not None
    assert found.name == name
    assert found.entity is not None


def test_the_role_is_remembered() -> None:
    """The role said of a person stands with the name also where only the surname is said."""
    found = name_of("الدوري", nth=1)
    assert found is not None
    assert found.role == "مدير المرصد"


def test_words_that_name_nobody_give_nothing() -> None:
    """A range without name, role or short form has no name."""
    assert name_of("شديدة") is None


def test_a_role_that_nobody_holds_is_its_own_name() -> None:
    """Where the article never names the person, the description stands for the name."""
    found = name_of("الناطق باسم نقابة الصيادين", "قال الناطق باسم نقابة الصيادين إن القارب عاد")
    assert found == Named(None, "الناطق باسم نقابة الصيادين")


def test_a_role_named_later_leads_to_its_holder() -> None:
    """A role of several words is settled by a name that comes only later."""
    source = "نفى وزير النقل البحري الخبر. وكان وزير النقل البحري سامي حداد قد سافر."
    found = name_of("وزير النقل البحري", source)
    assert found is not None
    assert found.name == "سامي حداد"


def test_presidents_of_two_countries_are_two() -> None:
    """A role with another country does not mean the one introduced before."""
    source = "وصل الرئيس التونسي سامي حداد. وقال الرئيس الليبي إن الطريق مفتوح."
    assert name_of("الرئيس الليبي", source) == Named(None, "الرئيس الليبي")


def test_sources_named_again_are_the_same() -> None:
    """The sources are those introduced before with an adjective."""
    source = "قالت مصادر مطلعة إن العقد وقع. وأضافت المصادر أن المبلغ كبير."
    assert name_of("المصادر", source) == Named(None, "مصادر مطلعة")


def test_entities_are_in_order_with_their_mentions() -> None:
    """Each entity has its fullest name, its row in a table if any, and all places where it is meant."""
    text, known = annotate(ARTICLE)
    entities = DocumentNames(text, known).entities()
    assert [entity.id for entity in entities] == ["e1", "e2", "e3", "e4"]
    assert entities[0].name == "سليم الدوري"
    mentions = {entity.name: [span.of(text.source) for span in entity.mentions] for entity in entities}
    assert mentions["حركة النهر الوطنية"] == ["حركة النهر الوطنية", "حنو", "حنو"]
    assert entities[-1].link is not None


@given(st.text(alphabet=st.sampled_from(ALPHABET) | st.characters(), max_size=200))
def test_any_text_can_be_asked(source: str) -> None:
    """On any string entities have mentions inside it, and every range has an answer or none."""
    text, known = annotate(source)
    names = DocumentNames(text, known)
    for entity in names.entities():
        assert all(span.of(text.source) for span in entity.mentions)
    for at in range(len(text.words)):
        found = names.full_name_at(at, at + 1)
        assert found is None or found.name
    assert names.entities() == DocumentNames(*annotate(source)).entities()


@pytest.mark.parametrize(
    "words",
    [
        "وزارة الداخلية ",
        "محمد ",
        "قال الوزير سليم الدوري والدوري ",
        "(حنو) شركة ",
        "قال سليم الدوري، مدير الشركة، نعم ",
    ],
)
def test_long_texts_without_stops_are_read(words: str) -> None:
    """Four hundred thousand characters of one name are read in time that grows with their number."""
    text, known = annotate(words * (400_000 // len(words)))
    assert len(DocumentNames(text, known).entities()) <= 2


def test_many_people_of_one_family_are_told_apart() -> None:
    """A surname that thousands bear means the one named last before it, without looking at all of them."""
    given_names = [row["name"] for row in load_table("given_names.tsv") if row["kind"] == "given"][:60]
    pairs = [f"{one} {other}" for one, other in combinations(given_names, 2)]
    text, known = annotate("\n".join(f"قال الوزير {pair} الدوري نعم. وقال الدوري لا." for pair in pairs))
    people = [one for one in DocumentNames(text, known).entities() if one.type == "person"]
    assert len(people) > 1500
    assert sum(len(one.mentions) == 2 for one in people) > len(people) * 0.9


@pytest.mark.parametrize(
    ("source", "people"),
    [
        ("قال القاضي محمد حسن إن الجلسة انتهت. وقال الطبيب محمد حسن سالم إنه بريء.", 2),
        ("زار حمدان بن سليم بن راشد القرية. ثم زار سليم بن راشد المرفأ.", 2),
        ("قال القاضي محمد حسن سالم إن الجلسة انتهت. وقال القاضي محمد حسن إنه متعب.", 1),
        ("قال القاضي محمد حسن سالم إن الجلسة انتهت. وأضاف سالم أنه متعب.", 1),
    ],
)
def test_who_bears_part_of_a_name_may_be_another(source: str, people: int) -> None:
    """Another end of a name with another role, or another beginning, is somebody else; a short name is
    not."""
    found = [one for one in extract(source).entities if one.type == "person"]
    assert len(found) == people


def test_a_title_before_another_name_refers_to_nobody_else() -> None:
    """The title in مشروع الملك سالم is not the king whom the article named before."""
    record = extract("زار الملك فهد الزمخري القرية. وافتتح مشروع الملك سالم للإسكان.")
    king = next(one for one in record.entities if one.name == "فهد الزمخري")
    assert king.references == ()
