"""Cards: what stands on them, and on which line."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from rawi.model.claim import Speaker, Stance
from rawi.pipeline import extract
from rawi.views.labels import label, load_labels
from rawi.views.passage import render_document, render_passage
from rawi.views.record import build_count, build_said, render_record
from rawi.views.screen import Screen
from tests.views.invented import strike

TEXT = (
    "نفى المتحدث باسم بلدية الرمانة سليم الدوري، الأربعاء، إغلاق الجسر.\n"
    "وقالت هناء الشمري عبر تويتر إن «40 حافلة تعطلت».\n"
)
RECORD = extract(TEXT, published="2024-05-02", outlet="مرايا الرمانة", title="الجسر مفتوح")


def test_a_record_is_seen_as_the_ledger_would_show_it() -> None:
    """Each statement and figure of a record has its address, words and chain."""
    for one in RECORD.statements:
        said = build_said(RECORD, one)
        assert said.words == " … ".join(RECORD.words(span) for span in one.content)
        assert said.address.startswith(RECORD.document.id[7:19] + "#char=")
    for figure in RECORD.figures:
        assert build_count(RECORD, figure).words == RECORD.words(figure.span)


def test_cards_say_what_matters() -> None:
    """Denial, quotation, chain and labelled dates stand on the cards."""
    shown = render_record(RECORD, Screen())
    assert "denied" in shown
    assert "«40 حافلة تعطلت»" in shown
    assert "via تويتر" in shown
    assert "published 2024-05-02" in shown
    assert "منفيّ" in render_record(RECORD, Screen(language="ar"))


def test_speakers_have_lines_of_their_own() -> None:
    """A line with a name of the source on it has no label, so that no column depends on its width."""
    lines = render_record(RECORD, Screen()).split("\n")
    assert "    هناء الشمري" in lines
    assert any(line.startswith("    سليم الدوري") for line in lines)


@given(st.text(max_size=200))
def test_any_text_has_cards(text: str) -> None:
    """Whatever the text, its cards, its page of text and a passage of it can be shown."""
    record = extract(text)
    assert render_record(record, Screen(terminal=True, colour=True, width=40))
    assert render_document(record, Screen())
    for one in record.figures:
        assert "⟦" in render_passage(record, one.span, Screen())


def test_an_event_has_a_card_after_statements_and_figures() -> None:
    """Type and day, how sure by which words, where, who to whom, each count with whose it is, words, span."""
    shown = render_record(strike(), Screen())
    assert "events: 1" in shown.split("\n")[0]
    assert shown.split("\n\n")[-1] == (
        "Explosions/Remote violence/Air/drone strike  11 March 2031 (the day)  alleged «يشتبه»  v1\n"
        "    where البيلسان (the place itself)\n"
        "    by لواء الغسق\n"
        "    against مدنيون\n"
        "    killed\n"
        "      7  civilians  of the side attacked  «7 مدنيين»  according to the article itself\n"
        "      2  of them  children  «طفلان»  according to the article itself\n"
        "    killed + wounded\n"
        "      12  (one count for both)  «12 قتيلا»  according to هناء الشمري\n"
        "    قتل 7 مدنيين بينهم طفلان في غارة يشتبه بأن لواء الغسق شنها على البيلسان\n"
        "    according to the article itself\n"
        "    000000000000#char=28,32  published 2031-03-12"
    )


def test_an_event_is_named_in_the_language_of_the_screen() -> None:
    """In Arabic the type has its Arabic name, the day its Arabic month."""
    head = render_record(strike(), Screen(language="ar")).split("\n\n")[-1].split("\n")[0]
    assert head == "غارة جوية أو بطائرة مسيرة  11 آذار/مارس 2031 (اليوم)  مزعوم «يشتبه»  v1"


def test_a_doubtful_event_tells_why_and_one_of_the_past_that_it_is() -> None:
    """The reasons stand in words under the head; what is background says so, once."""
    why = strike(confidence="doubtful", reasons=("weak", "place_aside", "no_place"), background=True)
    lines = render_record(why, Screen()).split("\n\n")[-1].split("\n")
    assert lines[0].endswith("alleged «يشتبه»  background: of the past  doubtful  v1")
    assert lines[1:4] == [
        f"    · {label(f'event.{code}', 'en')}" for code in ("weak", "place_aside", "no_place")
    ]


def test_an_event_that_somebody_tells_names_him() -> None:
    """Who says that it happened stands under its words, denied if he denies it."""
    shown = render_record(strike(according_to="s1"), Screen()).split("\n\n")[-1]
    assert "\n    according to هناء الشمري\n" in shown
    unsettled = strike(according_to="s1")
    someone = structs.replace(unsettled.statements[0], speaker=Speaker(None, None))
    shown = render_record(structs.replace(unsettled, statements=(someone,)), Screen()).split("\n\n")[-1]
    assert f"\n    according to {label('unnamed', 'en')}\n" in shown
    assert shown.count("the article itself") == 0


def test_words_of_an_event_do_not_steer_the_terminal() -> None:
    """A name with an escape sequence or an override is shown, not obeyed."""
    shown = render_record(strike("لواء\u202e\x1b[2J", instrument="\x1b[2J"), Screen(terminal=True))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


TELLING = {
    "warns": "حذرت هند الخالدي من أن السد يتصدع.",
    "claims": "زعم سليم الدوري أن السد آمن.",
    "promises": "تعهدت وزارة النقل بأن تصلح الجسر.",
    "expects": "توقعت وزارة النقل أن يجف النهر.",
    "confirms": "أكد سليم الدوري أن السد آمن.",
    "admits": "اعترف سليم الدوري بأن الباب مفتوح.",
}
PLAIN = {
    "says": "قال سليم الدوري إن السد آمن.",
    "adds": "أضاف سليم الدوري أن السد آمن.",
    "writes": "كتب سليم الدوري: «السد آمن أمام الناس كلهم».",
    "denies": "نفى سليم الدوري إغلاق الجسر.",
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_stance_has_a_label_of_its_own(language: str) -> None:
    """The catalogue words each stance of the record in both languages, each otherwise than the rest."""
    catalogue = load_labels()
    shown = [catalogue[f"stance.{stance}"][language] for stance in get_args(Stance)]  # type: ignore[index]
    assert all(shown)
    assert len(set(shown)) == len(shown)


def test_the_catalogue_words_no_stance_that_there_is_not() -> None:
    """What no record can hold needs no label."""
    named = {name.removeprefix("stance.") for name in load_labels() if name.startswith("stance.")}
    assert named == set(get_args(Stance))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("stance", TELLING)
def test_a_stance_that_tells_more_than_says_is_shown(stance: str, language: str) -> None:
    """That it was warned, claimed or promised stands on the card, in the language of the screen."""
    record = extract(TELLING[stance])
    assert [one.stance for one in record.statements] == [stance]
    head = render_record(record, Screen(language=language)).split(
        record.words(record.statements[0].content[0])
    )
    assert label(f"stance.{stance}", language) in head[0] + head[-1]


@pytest.mark.parametrize("stance", PLAIN)
def test_a_stance_that_tells_no_more_is_not(stance: str) -> None:
    """Saying, adding and writing are what every card says, and a denial has a word of its own."""
    record = extract(PLAIN[stance])
    assert [one.stance for one in record.statements] == [stance]
    head = render_record(record, Screen()).split("\n")
    assert not any(label(f"stance.{stance}", "en") in line for line in head)


def test_a_denied_statement_shows_the_denial_and_no_stance() -> None:
    """Where the content is reversed, denied stands there and nothing beside it."""
    shown = render_record(extract("استبعد سليم الدوري إغلاق الجسر."), Screen())
    assert "denied" in shown
    assert not any(label(f"stance.{stance}", "en") in shown for stance in TELLING)


def test_a_role_that_the_name_says_already_is_not_said_twice() -> None:
    """مدير البلدية، مدير tells nothing more; a role beside a person's name does."""
    assert Speaker(None, "مدير البلدية", "مدير").told_role is None
    assert Speaker(None, "مدير البلدية", "مدير البلدية").told_role is None
    assert Speaker(None, "سليم الدوري", "مدير").told_role == "مدير"
    assert Speaker(None, None, "مدير").told_role == "مدير"


def test_a_denial_stands_beside_what_another_tells() -> None:
    """Who denies it is named on the card, and the event is still told by who tells it."""
    record = extract(
        "قال شهود إن جنودا أطلقوا النار على محتجين في مدينة سرت أمس، مما أدى إلى مقتل ثلاثة منهم، "
        "لكن الجيش نفى ذلك.",
        published="2020-11-18",
    )
    shown = render_record(record, Screen())
    card = shown[shown.index("Protests/") :]
    assert "according to شهود" in card
    assert f"{label('denied_by', 'en')} الجيش" in card
