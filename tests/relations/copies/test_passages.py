"""What a document brings: its own words, with their places, and what must be the same in a copy."""

from __future__ import annotations

from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.passages import DATE, FORMULA, NAME, NEGATION, NUMBER, read_passages
from tests.relations.copies.articles import ALL, BRIDGE, join, meet, read

SENTENCE = "وقال سليم الدوري يوم الأحد إن 40 متطوعا لم يصلوا إلى وادي الزعفران حتى الآن بسبب الثلوج."


def marked(text: str, mark: str) -> list[str]:
    """Return the words of a text that have a mark."""
    item = read(text)
    return [word for word, its in zip(item.words.split(), item.marks, strict=True) if its == mark]


def test_words_are_marked_by_what_they_are_part_of() -> None:
    """Names, numbers, dates and negations are told from other words."""
    assert {"سليم", "الدوري", "وادي", "الزعفران"} <= set(marked(SENTENCE, NAME))
    assert marked(SENTENCE, NUMBER) == ["40"]
    assert marked(SENTENCE, NEGATION) == ["لم"]
    assert "الاحد" in marked(SENTENCE, DATE)


def test_every_word_has_its_place_in_the_text() -> None:
    """The place of each word holds it, marks and all."""
    text = join(BRIDGE).replace("قال", "قَالَ")
    body = Body(read(text))
    for at, word in enumerate(body.words):
        span = body.span(at, at + 1)
        assert span is not None
        assert Body(read(text)).words[at] == word
        assert len(span.of(text)) >= len(word)
    assert body.span(3, 3) is None


def test_a_dual_counts_two() -> None:
    """قتيلان has no number beside it and is one: 2."""
    numbers = read("أسفر الحادث الذي وقع قرب الجسر القديم عن سقوط قتيلين من عمال المصنع.").numbers
    assert [(one.low, one.high) for one in numbers] == [(2, 2)]


def test_short_texts_bring_nothing() -> None:
    """A headline by itself is not compared."""
    assert not list(read_passages(Report(extract("فتح الجسر أمام المارة"))))
    assert not list(read_passages(Report(extract(""))))


def test_a_headline_in_the_text_is_no_part_of_the_body() -> None:
    """A text that begins with its headline has the same words as one without it."""
    title = "جسر وادي الزعفران يعود إلى الخدمة"
    with_it = read(f"{title}\n{join(BRIDGE)}", title=title)
    assert with_it.words == read(join(BRIDGE), title=title).words


def test_credits_are_newsrooms_but_the_own_one() -> None:
    """The source that a text names is credited; the outlet itself and agencies at large are not."""
    text = join(BRIDGE) + "\nالمصدر: رويترز"
    assert [one.name for one in read(text, outlet="صحيفة السفح").credits] == ["رويترز"]
    assert not read(text, outlet="رويترز").credits
    unnamed = read(join(BRIDGE) + "\nالمصدر: وكالات")
    assert (unnamed.credits, unnamed.unnamed) == ((), True)


def test_an_agency_is_one_by_any_of_its_names() -> None:
    """وكالة السفح للأنباء is السفح to those who credit it."""
    own = read(join(BRIDGE), outlet="وكالة السفح للأنباء")
    credited = read(join(BRIDGE) + "\nالمصدر: وكالة السفح")
    assert [one.key for one in credited.credits] == [own.outlet]


def test_a_date_that_the_text_contradicts_is_set_aside() -> None:
    """A text that says that today is Tuesday was not published on a Monday."""
    text = join(BRIDGE).replace("صباح الأربعاء", "صباح اليوم الثلاثاء")
    item = read(text, published="2024-05-06")
    assert (item.published, item.misdated) == (None, "2024-05-06")
    within = join(BRIDGE).replace("صباح الأربعاء", "صباح الثلاثاء 1 أيار 2024")
    assert read(within, published="2024-05-06").misdated is None


def test_formulas_tell_nothing() -> None:
    """Lines of the house and quotations of scripture bring no two documents together."""
    house = "ولم يتسن التأكد بشكل مستقل من صحة هذه المعلومات التي يتداولها السكان على صفحاتهم منذ أيام."
    verse = (
        "وختم الخطيب بقوله تعالى «وقولوا للناس حسنا وأقيموا الصلاة وآتوا الزكاة ثم توليتم إلا قليلا منكم»."
    )
    for formula in (house, verse):
        one, other = read(join((*ALL[0][:4], formula))), read(join((*ALL[2][:4], formula)))
        assert FORMULA in one.marks
        assert not meet(one, other)


def test_keys_are_few() -> None:
    """A text has fewer keys than words: what is kept of a document does not outgrow it."""
    for article in ALL:
        item = read(join(article))
        assert len(item.keys) <= len(item.words.split())
        assert all(0 <= key < 1 << 63 for key in item.keys)
