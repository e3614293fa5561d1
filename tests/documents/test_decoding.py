"""Bytes become text in the right encoding, unchanged, or the reader is told."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.damage import find_damage, repair_surrogates
from rawi.documents.decoding import decode
from rawi.errors import DocumentError
from tests.documents.test_boilerplate import LEAD, NEXT

PLAIN = (LEAD + "\n" + NEXT).replace("ّ", "")


@pytest.mark.parametrize(
    "codec", ["cp1256", "iso8859_6", "cp720", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"]
)
@pytest.mark.parametrize("length", [40, 120, len(PLAIN)])
def test_encodings_without_a_mark(codec: str, length: int) -> None:
    """A sentence of Arabic is enough to know its encoding."""
    text = PLAIN[:length].replace("،", "")
    assert decode(text.encode(codec)).text == text


@pytest.mark.xfail(
    reason="its letters stand where ISO 8859-6 has them; needs a detector of its own", strict=True
)
def test_presentation_forms_of_cp864() -> None:
    """Bytes of the DOS code page with letter forms are not taken for another code page."""
    forms = {
        unicodedata.normalize("NFKC", c): c for c in bytes(range(0xFE, 0xC0, -1)).decode("cp864", "ignore")
    }
    shaped = "".join(forms.get(letter, " ") for letter in PLAIN)
    assert decode(shaped.encode("cp864")).text == shaped


def _decoded(data: bytes) -> str:
    """Return the text of some bytes, or the code with which they are refused."""
    try:
        return decode(data).text
    except DocumentError as error:
        return error.code


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\x06\ufeff")))
def test_utf8_is_unchanged(text: str) -> None:
    """A text in UTF-8 comes out as it went in, unless it is binary or most of its letters were lost."""
    refusal = "document.undecodable" if text.count("\ufffd") * 2 > len(text) else "document.binary"
    assert _decoded(text.encode("utf-8")) in (text, refusal)


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    """Any bytes give text without lone surrogates, or a DocumentError and nothing else."""
    _decoded(data).encode("utf-8")


@given(st.text(st.characters()))
def test_surrogates_are_replaced_one_for_one(text: str) -> None:
    """A lone surrogate becomes U+FFFD in its place, with one warning; other texts come back untouched."""
    repaired, warnings = repair_surrogates(text)
    assert len(repaired) == len(text)
    assert all(a == b or "\ud800" <= a <= "\udfff" for a, b in zip(text, repaired, strict=True))
    assert [one.code for one in warnings] == ["text.surrogate"] * (repaired != text)
    assert repair_surrogates(repaired) == (repaired, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (PLAIN, []),
        (PLAIN + "\u202e12\u202c", ["text.bidi-controls"]),
        (PLAIN + "\u200f\u200e", []),
        (PLAIN + "\x00", ["text.controls"]),
        (PLAIN.encode("utf-8").decode("cp1256", "replace"), ["text.mojibake"]),
        ("طظ" * 3, []),
    ],
)
def test_damage(text: str, codes: list[str]) -> None:
    """Controls and misread text are reported; marks of direction and rare letters are not."""
    assert [one.code for one in find_damage(text)] == codes


def test_many_lying_marks() -> None:
    """Byte order marks one behind another are looked at once; the rest is text or no text."""
    with pytest.raises(DocumentError):
        decode(b"\xff\xfe" * 50_000 + b"\x01\x02")
    assert decode(b"\xef\xbb\xbf" * 3 + "قال سليم".encode()).text.endswith("قال سليم")
