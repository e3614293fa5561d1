"""Arabic that was misread before it came is read as what it was, and stands on its words as they came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.mojibake import mend_mojibake
from rawi.pipeline import extract

TEXT = "قال الشاهد زياد المرّي إن 12 بيتا في حي الزهور أغلقت صباح الثلاثاء.\n"
PAGES = ("cp1256", "latin-1")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_misread_text_is_mended(page: str, times: int) -> None:
    """Read wrongly once or several times over, it comes back, and each letter knows where it came from."""
    misread = TEXT
    for _ in range(times):
        misread = misread.encode().decode(page)
    mended = mend_mojibake(misread)
    assert mended is not None
    assert mended.text == TEXT
    for at, letter in enumerate(TEXT):
        words = misread[mended.origins[at] : mended.origins[at + 1]]
        for _ in range(times):
            words = words.encode(page).decode()
        assert words == letter


@pytest.mark.parametrize("page", PAGES)
def test_entries_stand_on_the_words_as_they_came(page: str) -> None:
    """The stored text is untouched; speaker and value are read, and every span covers what was misread."""
    misread = TEXT.encode().decode(page)
    record = extract(misread)
    statement = record.statements[0]
    assert record.text == misread
    assert statement.speaker.name == "زياد المرّي"
    assert statement.speaker.span is not None
    assert record.words(statement.speaker.span).encode(page).decode() == "الشاهد زياد المرّي"
    assert [one.low for one in record.figures] == [12]
    assert all(
        one.counted is None or one.counted.span.of(misread) == one.counted.text for one in record.figures
    )


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF), max_size=200))
def test_any_text_is_mended_or_left(text: str) -> None:
    """Nothing is raised; what is mended is shorter, and its map rises from the beginning to the end."""
    mended = mend_mojibake(text)
    if mended is not None:
        assert len(mended.origins) == len(mended.text) + 1
        assert mended.origins[0] == 0
        assert mended.origins[-1] == len(text)
        assert mended.origins == sorted(set(mended.origins))


@pytest.mark.parametrize("text", ["قال: «طظ» أو «Ø§Ù„».", "l'été à l'île, ÀÉÈÊ", "حفظ؟ ط، ظ؛ ع؟ غ،", TEXT])
def test_usual_words_are_left_alone(text: str) -> None:
    """A word or two about such things, French, and Arabic with its marks are what they are."""
    assert mend_mojibake(text) is None
