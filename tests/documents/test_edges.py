"""What is glued to the end of a text goes; what only looks like it stays."""

from __future__ import annotations

import pytest

from rawi.documents.boilerplate import find_body, read_layout
from rawi.documents.byline import find_chain
from tests.documents.test_boilerplate import LEAD, NEXT


def _body(text: str) -> str:
    """Return the words of the body, its spans joined by a line break."""
    return "\n".join(span.of(text) for span in find_body(text))


@pytest.mark.parametrize(
    "glued",
    [
        " سمات النهر الجسر وادي الزهر",
        "\n الوسوم النهر الجسر",
        " (صورة أرشيفية)",
        " (رويترز)",
        ' "رويترز"',
        " س د ل",
        " سليم الدوري",
        "سليم الدوري",
        " * كاتبة من وادي الزهر",
        " مقالات أخرى للكاتبةذكريات النهرالجسر والناس",
        "nada@example.org",
        "\n\nnada@example.orgللتواصل مع الكاتب أرسل رسالة قصيرة إلى 00000",
        "\nتويتر: nada@example.orgللتواصل مع الكاتب أرسل رسالة قصيرة إلى 00000",
        " المصدر: النهر نت",
        " المزيد من التفاصيل في التسجيل المرفق",
        " (رويترز) سمات النهر الجسر",
    ],
)
def test_glued_tails_are_cut(glued: str) -> None:
    """Tags, credits, signatures, links and addresses after the last sentence are not of the body."""
    assert _body(f"{LEAD} {NEXT}{glued}") == f"{LEAD} {NEXT}"


@pytest.mark.parametrize(
    "end",
    [
        " ومن سمات النهر أنه هادئ",
        " سمات النهر في رأي سليم كثيرة.",
        " وهذه صورة أرشيفية من بناء الجسر",
        " ونقلته (رويترز)",
        " يريد أهل المدينة جسرا آخر",
        " والتسجيل على nada@example.org",
        " سليم يكتب عن الجسر",
        " * افتتح الجسر أمام الناس!",
        " قال: افتح. أنا هنا",
    ],
)
def test_other_ends_stay(end: str) -> None:
    """Words of a sentence, closed or not, stay, whatever they speak of."""
    assert _body(f"{LEAD} {NEXT}{end}") == f"{LEAD} {NEXT}{end}"


def test_a_cut_signature_still_tells_the_chain() -> None:
    """The newsrooms that are cut from the end are the document's."""
    text = f"{LEAD} {NEXT} (رويترز - واس)"
    assert [link.name for link in find_chain(text, read_layout(text))] == ["رويترز", "واس"]
    assert read_layout(text).closing
