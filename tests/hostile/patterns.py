"""Texts on which a pattern that backtracks, or a scan within a scan, would not end."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import FILLER, Case, case, story

KIND = "patterns"
SIZE = 50_000
HALF = SIZE // 2  # of what is counted: each piece is a happening with a figure, the dearest there is
PIECES = {
    "spaces": " ",
    "tabs": "\t ",
    "lines": "\n ",
    "commas": "،",
    "colons": ": ",
    "dashes": "- ",
    "conjunctions": "و",
    "conjunctions-apart": "و ",
    "articles": "ال",
    "said": "قال ",
    "said-that": "قال إن ",
    "and-said": "وقال ",
    "that": "أن ",
    "that-who": "الذي ",
    "said-colon": "قال: ",
    "according": "بحسب ",
    "ministers": "وزير ",
    "spokesman": "المتحدث باسم ",
    "names": "محمد ",
    "son-of": "محمد بن ",
    "of-the": "عبد ال",
    "numbers": "1 ",
    "numbers-and": "ثلاثة و",
    "thousands": "ألف ",
    "millions-of": "مليون ألف ",
    "hundreds": "مئة و",
    "digits-comma": "1,",
    "digits-dot": "1.",
    "digits-slash": "1/",
    "digits-dash": "1-",
    "percent": "5% ",
    "percent-signs": "%",
    "about": "نحو ",
    "more-than": "أكثر من ",
    "between": "بين 5 و",
    "from-to": "من 5 إلى ",
    "dates": "1/1/2020 ",
    "days": "يوم الأحد ",
    "months": "يناير ",
    "twin-months": "كانون الثاني/يناير ",
    "years": "عام 2020 ",
    "hours": "الساعة 5 ",
    "ago": "قبل يوم ",
    "killed": "مقتل 5 ",
    "killed-and": "مقتل وإصابة ",
    "strikes": "قتل 3 مدنيين في قصف على بلدة سراقب و",
    "strikes-dated": "قتل 3 مدنيين في قصف على سراقب، في 3 مارس، و",
    "dollars": "5 دولار ",
    "in": "في ",
    "in-city": "في مدينة ",
    "north-of": "شمال ",
    "council": "مجلس ",
    "agency": "وكالة ",
    "twitter": "على تويتر ",
    "quoting": "نقلا عن ",
    "headline": "قال : ",
    "open-close": "(و) ",
    "slashes": "/",
    "stars": "* ",
    "at-signs": "@",
    "hashes": "#",
    "links": "http://a.b ",
    "domains": "a.b.",
    "mails": "a@b.c ",
    "ands": "&amp;",
    "questions": "؟",
    "semicolons": "؛ ",
    "not": "لم ",
    "denied": "نفى ",
    "she-he": "وهو ",
    "negations": "لا ",
    "quote-said": "«قال» ",
    "initials": "د. ",
    "letters": "ا ",
}
#: Pieces with a number that grows: what is counted, dated or placed again and again in one sentence.
COUNTED = {
    "quoted-numbers": '"{} قتل" ',
    "quoted-years": '"{} قتل" ',
    "killed-years": "قتل {} ",
    "killed-since": "قتل منذ {} ",
    "killed-people": "قتل {} شخصا في حلب ",
    "said-quoted": 'قال زيد "قتل {} شخصا" ',
    "said-days": "قال زيد، الخميس، قتل في {} أيار 2020 ",
}
FIRST_YEAR, YEARS = 1400, 600


def _count(name: str) -> str:
    """Return the text of a piece that is counted; years run around, so that every one of them is a date."""
    piece = COUNTED[name]
    years = name.endswith(("years", "since"))
    number = (lambda n: FIRST_YEAR + n % YEARS) if years else (lambda n: n)
    return "".join(piece.format(number(n)) for n in range(HALF // len(piece.format(1000))))


def all_cases() -> list[Case]:
    """Every case of the class: a piece until 50,000 letters are full; in one line and in many."""
    return list(_cases())


def _cases() -> Iterator[Case]:
    for name, piece in PIECES.items():
        times = SIZE // len(piece)
        yield case(KIND, f"{name}.txt", lambda k, p=piece, n=times: f"{story(k)}{p * n}\n{FILLER}")
    for name in COUNTED:
        yield case(KIND, f"{name}.txt", lambda k, n=name: f"{story(k)}{_count(n)}\n{FILLER}")
    for name in ("said-that", "names", "numbers-and", "twin-months", "killed", "said-colon", "quoting"):
        piece = PIECES[name]
        times = 3 * SIZE // len(piece)
        yield case("floods", f"{name}-end.txt", lambda k, p=piece, n=times: f"{p * n}\n{story(k)}")
        yield case(
            "floods", f"{name}-lines.txt", lambda k, p=piece, n=times: f"{story(k)}{(p + chr(10)) * n}"
        )
