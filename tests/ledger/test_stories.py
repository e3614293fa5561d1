"""The page of a story made of invented reports: versions, origins, denials."""

from __future__ import annotations

from pathlib import Path

import rawi
from rawi.ledger.answers import StoryView
from rawi.views.screen import Screen
from rawi.views.stories import render_story

SCENE = "في تفجير سيارة مفخخة وسط مدينة الرمانة صباح الاثنين"
REST = "ونقلت سيارات الإسعاف الجرحى إلى مستشفى الرمانة العام، وأغلقت البلدية الشوارع المحيطة بالسوق القديم."
SAID = "وقال المتحدث باسم الشرطة نادر الخوالدة لوكالة رويترز إن التفجير استهدف مركز الشرطة في حي الصدفة."
FIRST = f"قتل 20 شخصا وأصيب 40 آخرون {SCENE}.\n{SAID}\n{REST}"
VERSION = FIRST.replace("قتل 20 شخصا", "قتل شخصان")
DENIAL = (
    "نفى المتحدث باسم الشرطة نادر الخوالدة أن يكون أي من عناصر الشرطة قد قتل "
    f"{SCENE}.\nوزار المحافظ الجرحى وتعهد بترميم واجهات المتاجر المتضررة."
)
HEARD = (
    f"هز انفجار قوي السوق القديم وسمع دويه في القرى المجاورة وتحطمت نوافذ المدرسة والبلدية.\n{SAID}\n"
    "وفتح المحقق ملفا جديدا واستمع إلى أصحاب المتاجر. وعلقت المدارس دروسها حتى الخميس، ودعا المجلس البلدي "
    "السكان إلى الابتعاد عن المباني المتصدعة، بينما تفقد مهندسون جسر النهر ومحطة الكهرباء."
)


def story_of(tmp_path: Path, *texts: str, outlets: tuple[str, ...] = ()) -> StoryView:
    """The story that a ledger has of some reports, put together by hand."""
    with rawi.open(tmp_path / "news.rawi") as ledger:
        for number, text in enumerate(texts):
            outlet = (*outlets, "مرايا الرمانة", "صدى الريم", "نهر", "السفح")[number]
            ledger.add(
                rawi.read(text, outlet=outlet, published=f"2031-05-0{5 + number}", title="تفجير الرمانة")
            )
        ids = [row.article.id for row in ledger.figures()] + [row.article.id for row in ledger.said()]
        first, *others = dict.fromkeys(ids)
        for other in others:
            try:
                ledger.merge(first, other)
            except ValueError:  # one story already
                continue
        ledger.update()
        return ledger.story(first)


def test_a_version_is_no_copy_and_tells_what_differs(tmp_path: Path) -> None:
    """The same text with another number is another version of the first, with both numbers."""
    told = story_of(tmp_path, FIRST, VERSION)
    one, two = told.reports
    assert (two.copy_of, two.version_of) == (None, one.article.id)
    assert [(change.kind, change.here, change.there) for change in two.changes] == [
        ("number", "شخصان", "20 شخصا")
    ]
    assert "another version of [1]  another number" in render_story(told, Screen())


def test_versions_are_of_one_origin_that_names_its_reports(tmp_path: Path) -> None:
    """Both reports stand with the newsroom that had the text first."""
    told = story_of(tmp_path, FIRST, VERSION)
    (origin,) = told.origins
    assert origin.documents == tuple(report.article.id for report in told.reports)
    assert [report.origin for report in told.reports] == [origin.id] * 2
    assert "    [1] [2]  مرايا الرمانة" in render_story(told, Screen()).split("\n")


def test_an_agency_is_one_origin(tmp_path: Path) -> None:
    """Reports that credit one agency, and its own report, are of one origin, which stands once."""
    texts = [f"{text}\n\nالمصدر: رويترز\n" for text in (FIRST, HEARD)]
    told = story_of(tmp_path, *texts, DENIAL, outlets=("مرايا الرمانة", "صدى الريم", "رويترز"))
    (origin,) = told.origins
    assert (origin.name, len(origin.documents)) == ("رويترز", 3)


def test_a_denial_is_shown_as_one(tmp_path: Path) -> None:
    """Nothing that is told by most joins a report that asserts with one that denies, and the denied words
    never stand alone."""
    told = story_of(tmp_path, FIRST, DENIAL, DENIAL.replace("وزار المحافظ", "وأمس زار المحافظ"))
    for group in told.told:
        assert len({"نفى" in one.words for one in group}) == 1
    lines = render_story(told, Screen()).split("\n")
    for at, line in enumerate(lines):
        if "أي من عناصر الشرطة" in line and "نفى" not in line:
            assert "denied" in lines[at - 1]


def test_one_speaker_through_one_agency_is_one_origin(tmp_path: Path) -> None:
    """Two reports, neither a copy of the other, have what a spokesman told one agency."""
    told = story_of(tmp_path, FIRST, HEARD)
    assert len(told.origins) == 2
    (one,) = [each for each in told.common if "استهدف" in each.statements[0].words]
    assert (len(one.statements), one.origins) == (2, 1)
    with rawi.open(tmp_path / "news.rawi") as ledger:
        assert ledger.chain(one.statements[0].id).origins == 1


def test_what_only_one_tells_stands_in_no_version_of_it(tmp_path: Path) -> None:
    """Neither a sentence nor a quotation of a report is its own that a version has too."""
    told = story_of(tmp_path, FIRST, VERSION, DENIAL)
    own = [one.words for one in told.own]
    assert REST not in " ".join(own)
    assert not any("مركز الشرطة في حي الصدفة" in one.words for one in told.alone)
    assert any("زار المحافظ" in words for words in own)


def test_a_report_is_silent_only_where_it_counts_nobody_of_the_class(tmp_path: Path) -> None:
    """Whoever counts dead civilians is not told to leave out the dead; who counts no wounded is."""
    scene = "في قصف على بلدة تل السمار صباح الاثنين"
    told = story_of(
        tmp_path,
        f"قتل 20 شخصا وأصيب 40 آخرون {scene}، بحسب الدفاع المدني.",
        f"قتل 20 شخصا وأصيب 44 آخرون {scene}، بحسب وزارة الصحة.",
        f"قتل 12 مدنيا {scene}، بحسب لجنة الأهالي.",
    )
    third = told.reports[2].article.id
    silent = {one.counted.split("/")[0]: one.silent for one in told.matrix if one.figures}
    assert third not in silent["killed"]
    assert third in silent["injured"]


def test_a_quotation_that_others_have_is_not_of_one_report(tmp_path: Path) -> None:
    """A sentence that quotes what the others quote too is no quotation of one report alone."""
    told = story_of(
        tmp_path,
        "قال وزير النقل فارس العكاري، الأحد: «لن أترشح أبدا».",
        "كرر وزير النقل فارس العكاري رفضه، وقال: «لن أترشح أبدا».",
        "أعلن وزير النقل فارس العكاري أنه ترشح، بعد أن قال في مارس «لن أترشح أبدا».",
    )
    assert not [one for one in told.alone if "أترشح" in one.words]
