"""Makes hostile phrases: each repeats what a reader of values could run after, run out of, or run over."""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[int], str]


def repeat(part: str, before: str = "", after: str = "") -> Make:
    """Return what makes a phrase of so many parts."""
    return lambda count: before + part * count + after


DIGITS: dict[str, Make] = {
    "digits": repeat("7"),
    "Arabic digits": repeat("٧"),
    "zeros": repeat("0"),
    "decimals": repeat("3", "0."),
    "groups": repeat(",000", "1"),
    "dotted groups": repeat(".000", "1"),
    "Arabic commas": repeat("،000", "1"),
    "groups apart": repeat(" 000", "1"),
    "exponent": repeat("9", "1e"),
    "powers": repeat("1e9"),
    "signs": repeat("-", "", "5"),
    "dots": repeat(".5"),
    "slashes": repeat("/1", "1"),
    "dashes": repeat("-1", "1"),
    "colons": repeat(":1", "1"),
    "decimal reh": repeat("50ر11"),
    "numbers apart": repeat("7 "),
}
WORDS: dict[str, Make] = {
    "long number": repeat("ثلاثة ملايين ومئتان وخمسة وأربعون ألفا وستمئة واثنان وعشرون "),
    "and": repeat("و"),
    "and apart": repeat("و ", "5 ", "5"),
    "and five": repeat(" وخمسة", "خمسة"),
    "and a thousand": repeat(" وألف", "ألف"),
    "thousands": repeat("ألف "),
    "hundreds": repeat("مئة "),
    "halves": repeat("نصف "),
    "half of half": repeat(" من نصف", "نصف"),
    "hours and a half": repeat(" ونصف", "ساعة"),
    "points": repeat(" فاصلة خمسة", "خمسة"),
    "zeros in words": repeat(" صفر", "خمسة فاصلة"),
    "thousandths": repeat("عشرات آلاف "),
    "dozens": repeat("دزينة "),
    "minus": repeat("سالب ", "", "5"),
    "about": repeat("نحو ", "", "5"),
    "more than": repeat("أكثر من ", "", "5"),
    "ranges": repeat(" إلى 1", "من 1"),
    "between": repeat(" و1", "بين 1"),
    "ratios": repeat(" على 2", "1"),
    "brackets": repeat("("),
    "nested brackets": lambda count: "(" * count + "5" + ")" * count,
    "bracketed": repeat("(5) "),
    "quotes": repeat("«5"),
    "ordinals": repeat(" والعشرون", "الأول"),
    "after the hundred": repeat(" بعد المئة", "الأول"),
    "measures": repeat("5 كيلومتر في الساعة "),
    "money": repeat("5 دولار و3 سنت "),
    "currencies": repeat("دولار "),
    "percentages": repeat("5% "),
    "degrees": repeat("5° تحت الصفر "),
}
CALENDAR: dict[str, Make] = {
    "dates": repeat("5 أيار 2023، "),
    "numeric dates": repeat("5/6/2023 "),
    "date ranges": repeat(" إلى 6 أيار", "5 أيار"),
    "days of a month": repeat(" و6", "5", " أيار"),
    "months": repeat("/أيار", "أيار"),
    "weekdays": repeat("الاثنين "),
    "years": repeat("عام 2023 "),
    "decades": repeat("السبعينيات "),
    "agreeing": repeat(" الموافق 5 أيار", "الخميس"),
    "before": repeat("قبل ", "", "يومين"),
    "since": repeat("منذ ", "", "أيار"),
    "ago": repeat("قبل يومين "),
    "next": repeat(" القادم", "الأسبوع"),
    "Hijri": repeat("30 صفر 1445 هـ "),
    "clock times": repeat("الساعة 3:30 عصرا "),
    "quarters": repeat(" إلا ربع", "الساعة 3"),
    "from now": repeat("بعد ساعة من الآن "),
    "parts of days": repeat("مساء "),
    "durations": repeat(" وسنة", "سنة"),
    "days": repeat("3 أيام و"),
}
CHARACTERS: dict[str, Make] = {
    "lone surrogates": repeat("5\ud800 أيار"),
    "zero bytes": repeat("5\x00"),
    "terminal escapes": repeat("\x1b[31m5 أيار\x1b[0m "),
    "overrides": repeat("\u202e5\u202c "),
    "marks of direction": repeat("5\u200f/6\u200f "),
    "isolates never closed": repeat("\u2067", "5 ", "أيار"),
    "vowel marks": repeat("\u064e", "خم", "سة"),
    "tatweel": repeat("ـ", "خم", "سة"),
    "joiners": repeat("\u200d", "خم", "سة"),
    "line breaks": repeat("5\n"),
    "spaces": repeat(" ", "5", "أيار"),
    "line separators": repeat("5\u2028\u2029"),
    "one long word": repeat("ا"),
    "beyond the plane": repeat("5𞸁🕰"),
}
PHRASES = DIGITS | WORDS | CALENDAR | CHARACTERS

# Days that there are not, and years that no calendar here holds; one a line.
DAYS = """
31 شباط 2023
29 شباط 1900
30 شباط
31/2/2023
2023-02-31
2023/13/45
0 أيار 2023
32 أيار 2023
13/13/2023
00-00-0000
99/99/9999
5 أيار 0000
5 أيار 1000000000
31 شباط - 31 نيسان 2023
من 31 إلى 30 أيار 2023
عام 0
عام 9999
عام 10000
سنة 1000000000
القرن 99999
القرن الألف
9999-12-31
10000-01-01
0001-01-01
1 محرم 1 هـ
1 محرم 1342 هـ
1 محرم 1600 هـ
0 محرم 1445 هـ
30 محرم 1445 هـ
31 محرم 1445 هـ
1/13/1445 هـ
1445/13/45 هـ
رمضان 9999 هـ
عام 1 هـ
30 شباط 2023 هـ
غدا
قبل مليار سنة
بعد 999999999999 يوما
قبل 99999999999999999999 شهرا
بعد 9999999 قرنا
بعد 99999999999999999999 ساعة
الأسبوع 99 من عام 2023
الربع العاشر 2023
الساعة 25:61
الساعة 99
24:00
13 مساء
الساعة 3 يوم 31 شباط 2023
31 شباط 2023 الساعة 25:00
صفر سنة
LONGEST سنة
قبل LONGEST سنة
""".replace("LONGEST", "9" * 300)

# Numbers that are none, or past all counting.
NUMBERS = """
1e400
1E+99999999
1e-400
0x10
1/0
5 على صفر
0 من 0
-0
---------5
½
²
Ⅷ五
٪
5%%
٣٫٥٫٧
1.5 فاصلة خمسة
5 فاصلة 1.5
1.5ر11
1ر2ر3
1.2.3 دزينة
بين 5 و3
من 10 إلى 1
LONGEST
LONGEST9
LONGEST9,5
LONGEST على 7
LONGEST ونصف
LONGEST دزينة
LONGEST مليون
LONGEST تحت الصفر
LONGEST%
5 من LONGEST
5 دولار وLONGEST سنت
نحو LONGEST كيلومتر
سبعة فاصلة LONGEST
0.ZEROS1
""".replace("LONGEST", "9" * 300).replace("ZEROS", "0" * 400)

ODD = [line for line in (DAYS + NUMBERS).splitlines() if line]
