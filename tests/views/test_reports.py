"""Cards of what holds across reports: comparisons, stories, chains, checked claims."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from rawi.ledger.answers import (
    EdgeState,
    EdgeView,
    NodeKind,
    RecurrenceView,
    ReportView,
    Stand,
    Summary,
)
from rawi.model.relation import Check, CheckName, DuplicateKind, Reason, Verdict
from rawi.views.chains import render_chain
from rawi.views.checks import render_checked
from rawi.views.comparisons import render_comparison
from rawi.views.labels import Language, load_labels
from rawi.views.screen import Screen
from rawi.views.stories import render_grouped, render_story, render_summary
from rawi.views.wording import render_words
from tests.views.invented import (
    SPOKESMAN,
    chain,
    checked,
    comparison,
    fighters,
    overruled,
    said,
    story,
    summary,
)

LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("verdict", get_args(Verdict)),
        ("check", get_args(CheckName)),
        ("duplicate", get_args(DuplicateKind)),
        ("node", get_args(NodeKind)),
        ("edge", get_args(EdgeState)),
        ("summary", get_args(Summary)),
        ("stand", get_args(Stand)),
        ("aspect", ("unit", "place", "time", "definition")),
    ],
)
def test_every_word_of_a_closed_list_has_its_own_label(family: str, values: tuple[str, ...]) -> None:
    """Each is worded in both languages, each otherwise than the rest."""
    for language in LANGUAGES:
        shown = [load_labels()[f"{family}.{value}"][language] for value in values]
        assert all(shown)
        assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    "code",
    ["only.at_most", "noun.guessed", "speaker.phrase", "speaker.colon", "date.relative", "more_figures"],
)
def test_every_note_is_worded(code: str) -> None:
    """What was understood without being said is told in words."""
    assert set(load_labels()[f"note.{code}"]) == set(LANGUAGES)


def test_labels_of_one_language_have_no_letters_of_the_other() -> None:
    """English labels are Latin; in Arabic ones only commands and names of fields are."""
    for name, wording in load_labels().items():
        assert not any("\u0600" <= letter <= "\u06ff" for letter in wording["en"]), name


def test_a_comparison_shows_both_and_the_checklist() -> None:
    """Verdict with its aspect first, then both entries, each check with its sign, the reasons, the way on."""
    view = comparison()
    lines = render_comparison(view, Screen()).split("\n")
    assert lines[0].startswith("not comparable (definition)")
    assert "    ≠ quantity: استعادة | سيطرة" in lines
    assert "    ✓ place: الغضا" in lines
    assert "    ? unit: not known | km²" in lines
    assert any(f"rawi compare {view.a.id} {view.b.id} --verdict" in line for line in lines)
    assert sum("fg_" in line and "rawi" not in line for line in lines) == 2


def test_a_comparison_says_why_two_days_are_one_time_and_hides_no_document_behind_its_hash() -> None:
    """Two days under a tick say so; one day is not told to be two; a document has the name of its outlet."""
    view = comparison(
        checks=(Check("as_of", "same", "2031-05-01", "2031-05-03"),),
        reasons=(
            Reason("time.differs", "2031-05-01", "2031-05-01"),
            Reason("origin.copy", "نهر", "sha256:1f"),
        ),
    )
    view = msgspec.structs.replace(view, names={"sha256:1f": "صدى الريم"})
    lines = render_comparison(view, Screen()).split("\n")
    assert "    ✓ as of: 2031-05-01 | 2031-05-03 (taken as one time)" in lines
    assert "    · of different times" in lines
    assert "    · in copies of one text: نهر | صدى الريم" in lines


def test_what_each_side_does_is_told_in_the_language_of_the_reader() -> None:
    """Polarity, certainty and act are no codes."""
    reasons = (Reason("policy.undone", "not keep", "keep"), Reason("polarity.denied", "denied", "asserted"))
    shown = render_comparison(comparison(reasons=reasons), Screen(language="ar"))
    assert "لا يُبقيه | يُبقيه" in shown
    assert "منفيّ | مثبت" in shown


def test_a_comparison_never_says_who_is_right() -> None:
    """No word of it calls a claim true or false."""
    for language in LANGUAGES:
        shown = render_comparison(comparison(verdict="contradicts", aspect=None), Screen(language=language))
        assert not any(word in shown for word in ("true", "false", "صحيح", "كاذب", "خاطئ"))


def test_an_overruled_verdict_says_by_whom_and_what_was_computed() -> None:
    """The decision stands with its author, day, number and reason; the computed verdict is not lost."""
    shown = render_comparison(overruled(), Screen())
    assert "decided by سلمى 2031-05-01 (7): الوحدة نفسها" in shown
    assert "computed: not comparable" in shown
    assert "computed" not in render_comparison(comparison(machine="not_comparable"), Screen())


def test_a_story_is_a_list_of_cards() -> None:
    """Reports by day with numbers, copies named, what several say once, what one has, quantities, origins."""
    shown = render_story(story(), Screen())
    assert all(told in shown for told in ("أغلق الجسر صباحا", "ونقلت الحافلات طلاب المدرسة", "doubtful"))
    lines = shown.split("\n")
    assert lines[0].startswith("3 reports  2 independent origins  2024-03-02 – 2024-03-03")
    assert any(
        line.startswith("    [2]  2024-03-03  صدى الريم  another version of [1]  another number")
        for line in lines
    )
    assert any(line.startswith("    [3]  undated") for line in lines)
    assert any(line.startswith("    [1] [2]  1 independent origin") for line in lines)
    assert "      [3]  does not say" in lines
    assert "    revision  96%  [1] [2]  goes back to [1]" in lines
    assert "      [2] names وكالة السفح as its source" in lines
    assert lines.index("      − 12 جريحا") < lines.index("      + 14 جريحا") < lines.index("  near copies")
    assert "    [1] [2]  مرايا الرمانة" in lines[lines.index("  origins") :]


def test_a_copy_is_no_version() -> None:
    """Who has the same text is called a copy, and nothing is said to differ."""
    told = story()
    one, two, _ = told.reports
    copy = ReportView(two.article, copy_of=one.article.id)
    shown = render_story(msgspec.structs.replace(told, reports=(one, copy)), Screen())
    assert "صدى الريم  copy of [1]" in shown
    assert "another" not in shown.partition("near copies")[0]


def test_what_is_denied_is_never_shown_as_said() -> None:
    """A denied statement has its mark in every part of a story: among what several say, and of one alone."""
    denied = said("قتل أي من العمال", "سليم الدوري", polarity="denied", stance="denies", kind="indirect")
    recurring = RecurrenceView("rc_2", "سليم الدوري", (denied,), 1)
    for told in (
        msgspec.structs.replace(story(), common=(recurring,), alone=()),
        msgspec.structs.replace(story(), common=(), alone=(denied,)),
    ):
        lines = render_story(told, Screen()).split("\n")
        (at,) = [number for number, line in enumerate(lines) if "قتل أي من العمال" in line]
        assert "denied" in lines[at - 1]
        arabic = render_story(told, Screen(language="ar")).split("\n")
        assert "منفيّ" in arabic[at - 1]


def test_what_a_report_has_a_speaker_say_otherwise_stands_apart() -> None:
    """A variant is shown with its own reports and its own words."""
    first, other = said("قتل 20 عاملا", "سليم الدوري"), said("قتل عاملان", "سليم الدوري", document=2)
    one = RecurrenceView("rc_3", "سليم الدوري", (first, other), 1, ((first.id,), (other.id,)))
    lines = render_story(msgspec.structs.replace(story(), common=(one,)), Screen()).split("\n")
    for words, head in (
        ("قتل 20 عاملا", "    [1]  1 independent"),
        ("قتل عاملان", "    [2]  told otherwise"),
    ):
        (at,) = [number for number, line in enumerate(lines) if words in line]
        assert lines[at - 1].startswith(head)


def test_doubt_about_a_story_stands_with_what_rests_on_it() -> None:
    """Quantities, origins, comparisons and charts of a doubtful story say so; of a certain one none does."""
    words = "the story is doubtful"
    doubtful = story()
    assert render_story(doubtful, Screen()).count(words) == 2
    certain = msgspec.structs.replace(doubtful, confidence="certain")
    assert words not in render_story(certain, Screen())
    pair = comparison()
    assert words not in render_comparison(pair, Screen())
    assert words in render_comparison(msgspec.structs.replace(pair, doubtful=True), Screen())
    assert words not in render_words(fighters(), Screen())
    assert words in render_words(msgspec.structs.replace(fighters(), doubtful=True), Screen())


def test_reports_that_were_put_together_are_listed() -> None:
    """A story with its reports, and reports that are in none."""
    one = story()
    articles = [report.article for report in one.reports]
    assert render_grouped(summary(), articles, Screen()).startswith(
        "one story  sy_00000000000001\n    2024-03-02"
    )
    assert render_grouped(None, articles[:1], Screen(language="ar")).startswith("ليس في قصة\n")


def test_words_that_are_no_quotation_get_no_marks() -> None:
    """Only what a source quotes as a whole stands in quotation marks, in stories too."""
    shown = render_story(story(), Screen())
    assert "هناء الشمري: «الجسر مغلق حتى الغد»" in shown
    indirect = msgspec.structs.replace(story().common[0], statements=story().common[0].statements[1:])
    shown = render_story(msgspec.structs.replace(story(), common=(indirect,)), Screen())
    assert "هناء الشمري: الجسر لن يفتح اليوم" in shown


def test_a_story_without_a_title_says_so() -> None:
    """A list of stories has a line for each all the same."""
    bare = msgspec.structs.replace(summary(), title=None, first=None, last=None)
    assert "(no title)" in render_summary(bare, Screen())
    assert "3 أخبار  مصدران مستقلان  بلا تاريخ" in render_summary(bare, Screen(language="ar"))


def test_each_step_of_a_chain_is_proved_or_says_that_it_is_not() -> None:
    """Stated steps stand with their words and address; inferred and unknown ones are drawn, not left out."""
    shown = render_chain(chain(), Screen())
    assert "▬ stated  1#char=3,9" in shown
    assert "«بحسب وكالة السفح»" in shown
    assert "via رسالة: «في رسالة»" in shown
    assert "؟ not told how" in shown
    assert "┄ inferred  the text is the same" in shown
    assert "chain سليم الدوري › رسالة › السفح › ؟ › مرايا الرمانة" in shown
    assert "1 independent origin  1 copy" in shown


def test_arrows_are_mirrored_by_the_script() -> None:
    """No arrow of a chain points one way only: in Arabic it must point left."""
    for language in LANGUAGES:
        assert not set("→←▶◀⟶") & set(render_chain(chain(), Screen(language=language)))


def test_somebody_who_is_not_named_is_not_left_out() -> None:
    """A speaker without a name has a place in the chain."""
    unnamed = chain((EdgeView("inferred"), EdgeView("unknown")))
    nodes = (msgspec.structs.replace(unnamed.nodes[0], name=None, role=None), *unnamed.nodes[1:])
    shown = render_chain(msgspec.structs.replace(unnamed, nodes=nodes), Screen())
    assert "(not named)" in shown
    assert "chain ؟ › السفح" in shown


def test_a_check_tells_first_how_the_claim_was_read() -> None:
    """Reading, summary, entries with their reasons, other values, origins, what is missing: in this order."""
    shown = render_checked(checked(), Screen())
    order = ("read as", "quantity: ≤ 3,000", "«only» is read as at most", "says the same", "another value")
    order += (
        "same quantity, other values",
        "2 independent origins",
        "what is missing",
        "no entry after 2024",
    )
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "what the entries say, not what is true" in shown
    assert f"according to {SPOKESMAN}" in shown


def test_a_denied_value_is_marked() -> None:
    """Among other values, one that its holder denied says so."""
    far = msgspec.structs.replace(checked().values[0], denied=True)
    shown = render_checked(msgspec.structs.replace(checked(), closest=(), values=(far,)), Screen())
    assert "40,000  denied" in shown


def test_an_entry_against_the_claim_is_always_shown() -> None:
    """Many that agree do not push it off the screen."""
    near, far = checked().closest
    shown = render_checked(msgspec.structs.replace(checked(), closest=(near,) * 9 + (far,)), Screen())
    assert "another value" in shown


def test_a_check_of_nothing_says_so() -> None:
    """A claim to which nothing is near is still shown as it was read."""
    empty = msgspec.structs.replace(checked(), summary="nothing", closest=(), values=(), origins=())
    shown = render_checked(empty, Screen(language="ar"))
    assert "لا شيء قريب منه في السجل" in shown
    assert "الكمية: 3,000 على الأكثر" in shown
    assert "المكان: غير محدد" in shown


@pytest.mark.parametrize("width", [0, 30])
def test_cards_fit_any_terminal(width: int) -> None:
    """Every card can be shown, in colour, with isolates, on a narrow screen."""
    screen = Screen(terminal=True, colour=True, width=width, language="ar")
    assert render_story(story(), screen)
    assert render_chain(chain(), screen)
    assert render_checked(checked(), screen)
    assert render_comparison(overruled(), screen)
