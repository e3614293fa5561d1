"""Corrections that cannot be: refused with the form as it was typed, and why, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import OWN, Client
from tests.web.test_review_entry import first, whole


def send(client: TestClient, path: str, language: str, **form: str) -> tuple[int, str]:
    """Send a form as a reader of a language; return status and page."""
    told = client.post(f"{path}?lang={language}", data=form, headers=OWN)
    return told.status_code, told.text


@pytest.mark.parametrize(
    ("change", "ar", "en"),
    [
        ({"field.low": "20", "field.hedge": "between"}, "الأدنى (<bdi>20</bdi>) أكبر", "more than the most"),
        ({"field.low": "3", "field.high": "4"}, "قيمة واحدة", "has one value"),
        ({"field.as_of": "أمس"}, "ليس تاريخًا", "is no date"),
        ({"field.as_of": "2031-03-14/2031-03-10"}, "ينتهي قبل أن يبدأ", "ends before"),
        ({"field.high": "كثير"}, "ليس عددًا", "is no number"),
        ({"word.first": "50", "word.last": "44", "was.first": "1"}, "قبل الأولى", "before the first"),
        ({}, "كل حقل كما قُرئ", "as it was read"),
    ],
)  # fmt: skip
def test_the_form_comes_again_with_what_was_typed(
    come: Client, ledger: Path, change: dict[str, str], ar: str, en: str
) -> None:
    """The reason stands beside the field in either language; nothing is kept."""
    client = come()
    form = whole(client, first(client, "figure")) | {"why": "تحقق", "back": "/review?kind=figure"} | change
    for language, words in (("ar", ar), ("en", en)):
        status, page = send(client, "/review", language, **form)
        assert status == 422
        assert words in page
        assert 'class="whole' in page
        assert 'value="تحقق"' in page
        assert 'value="/review?kind=figure"' in page
        for name, value in change.items():
            if name.startswith("field.") and name != "field.hedge":
                assert f'name="{name}" value="{value}"' in page
    assert client.get("/history.json").json()["count"] == 0


def test_a_bad_day_of_publication_keeps_the_text(come: Client) -> None:
    """The first page again, open at the field, with the text that was pasted."""
    client = come()
    status, page = send(client, "/read", "ar", text="قال سليم إن 3 قتلوا.", published="البارحة", outlet="صدى")
    assert status == 422
    for words in ("قال سليم إن 3 قتلوا.", 'value="البارحة"', 'value="صدى"', "هذا ليس تاريخًا"):
        assert words in page


def test_nothing_to_read_is_told_on_the_form(come: Client) -> None:
    """In the reader's language."""
    client = come()
    assert "لا شيء للقراءة" in send(client, "/read", "ar", text="")[1]
    files = {"file": ("a.pdf", b"%PDF-1.7 \x00\x01", "application/pdf")}
    told = client.post("/read?lang=ar", files=files, headers=OWN)
    assert told.status_code == 422
    assert "لا نص في هذا الملف" in told.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/settings?place.accept=x", "لا يصح المفتاح نفسه"),
        ("/review/fg_fffffff?", "لا شيء في السجل بهذا المعرّف"),
    ],
)
def test_errors_speak_the_language_of_the_reader(come: Client, path: str, words: str) -> None:
    """Not that of the program."""
    assert words in come().get(f"{path}&lang=ar").text


def test_parting_without_a_tick_says_what_to_tick(come: Client) -> None:
    """Instead of an English word of the form."""
    assert "علّم خبرًا" in send(come(), "/review/split", "ar", id="x")[1]
