"""Marks that are many, nested, crossed, unclosed; sayings that are denied or put in the wrong mouth."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import FILLER, Case, case, story

KIND = "quotations"
SECRET = "نادر السرّي"
FALSE = ("نادر السر",)


def _marks() -> Iterator[Case]:
    """Marks without sense."""
    for name, (one, two) in {
        "guillemets": "«»",
        "curly": "“”",
        "straight": '""',
        "single": "‹›",
        "low": "„“",
        "apostrophes": ("''", "''"),
    }.items():
        for count in (20_000, 100_000):
            yield case(
                KIND, f"open-{name}-{count}.txt", lambda k, m=one, n=count: f"{story(k)}{m * n}{FILLER}"
            )
            yield case(
                KIND, f"close-{name}-{count}.txt", lambda k, m=two, n=count: f"{story(k)}{m * n}{FILLER}"
            )
        yield case(
            KIND,
            f"nested-{name}.txt",
            lambda k, a=one, b=two: f"{story(k)}{(a + 'قال ') * 20_000}{('نعم' + b) * 20_000}\n",
        )
        yield case(
            KIND, f"pairs-{name}.txt", lambda k, a=one, b=two: f"{story(k)}{(a + 'نعم' + b + ' ') * 20_000}"
        )
        yield case(KIND, f"unclosed-{name}.txt", lambda k, a=one: f"{FILLER}{a}{FILLER}\n{story(k)}")
        yield case(KIND, f"unopened-{name}.txt", lambda k, b=two: f"{FILLER}{b}\n{story(k)}")
    yield case(KIND, "crossed.txt", lambda k: story(k) + "قال «سليم “إن» الجسر” مغلق.\n" * 99)
    yield case(KIND, "crossed-many.txt", lambda k: story(k) + "«“»”" * 20_000)
    yield case(KIND, "same-nested.txt", lambda k: story(k) + 'قال "إن "الجسر" القديم" مغلق.\n' * 99)
    yield case(KIND, "turned-round.txt", lambda k: story(k) + "قال سليم: »الجسر مغلق«.\n" * 99)
    yield case(KIND, "over-paragraphs.txt", lambda k: f"«{FILLER}\n«{FILLER}\n«{FILLER}»\n{story(k)}")
    yield case(KIND, "one-never-closed.txt", lambda k: f"{story(k)}قال سليم الدوري: «{FILLER * 999}")
    yield case(KIND, "brackets.txt", lambda k: story(k) + "(" * 50_000 + ")" * 50_000)
    yield case(KIND, "empty-pairs.txt", lambda k: story(k) + "«»" * 50_000)


def _denied() -> Iterator[Case]:
    """What is denied, alleged or asked never comes out as said plainly by the one it is laid on."""
    for n, words in enumerate(
        (
            f"نفى الوزير {SECRET} أن يكون السد قد انهار",
            f"نفى الوزير {SECRET} قوله إن السد انهار",
            f"لم يقل الوزير {SECRET} إن السد انهار",
            f"لم يصرح {SECRET} بأن السد انهار",
            f"لا صحة لما نسب إلى {SECRET} من أن السد انهار",
            f"هل قال {SECRET} إن السد انهار؟",
            f"لو قال {SECRET} إن السد انهار لصدقناه",
            f"لن يعلن {SECRET} أن السد انهار",
            f"كذب ناشطون خبرا يزعم أن {SECRET} قال إن السد انهار",
        )
    ):
        yield case(KIND, f"denied-{n}.txt", lambda k, w=words: f"{story(k)}{w}.\n", never=FALSE)
    for n, words in enumerate(
        (
            f"وكان {SECRET} حاضرا",
            f"والتقى {SECRET} عددا من السكان",
            f"وقال السكان عن {SECRET} إنه غائب",
            f"وقالت الصحيفة إن {SECRET} غائب",
            f"وقيل لـ{SECRET} إن السد انهار",
            f"وأخبر المهندس كامل ضاهر {SECRET} بأن السد انهار",
        )
    ):
        yield case(KIND, f"silent-{n}.txt", lambda k, w=words: f"{story(k)}{w}.\n", never=FALSE)


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_marks(), *_denied()]
