"""Joins of dates: which one of a longer time, so far from a day, what is left of a period, from one to
another."""

from __future__ import annotations

from rawi.annotations.temporal.builders.dates import (
    build_adverb,
    build_agreeing,
    build_bare_in_week,
    build_days_of_month,
    build_directed,
    build_feast,
    build_few,
    build_first_of,
    build_in_week,
    build_interval,
    build_joined,
    build_nth,
    build_opened,
    build_or_later,
    build_ranked_end,
    build_rest,
    build_steps,
    build_week_of,
    build_window,
)
from rawi.annotations.temporal.line import Join
from rawi.rules.rule import Example

_BOX = "on_month|on_year|on_week|feast"
_ON = "on_day|on_weekday|on_month|on_year|on_week|span"
_TENSE = "{past|previous|present|future|following:al}"
MEMBER_JOINS: tuple[Join, ...] = (
    Join(
        "date/feast",
        f"(?P<feast>{{?feast}})(?:(?P<t>{_TENSE})|{{of|in}}?(?P<box>{{?on_year}})|(?P<y>{{yearlike}}){{hijri_mark}}?)?",
        build_feast,
        "feast",
        (Example("يعود في عيد الفصح 2013", "عيد الفصح 2013"), Example("هنأه بعيد ميلاده", None)),
    ),
    Join(
        "date/nth-of",
        f"(?P<nth>{{?nth}})(?:{{of|in}}?(?P<box>{{?{_BOX}|on_day}})|{{of|in}}(?P<month>{{moon|year|week:al}}))?",
        build_nth,
        "nth",
        (Example("يعود آخر جمعة من رمضان", "آخر جمعة من رمضان"), Example("جاء في أول يوم", None)),
    ),
    Join(
        "date/first-of",
        "(?P<rank>{?ordinal:noal})(?P<box>{on_month|on_year})",
        build_first_of,
        "ordinal",
        (Example("يعود أول الشهر القادم", "أول الشهر القادم"), Example("يعود أول رجل", None)),
    ),
    Join(
        "date/weekday-in-week",
        "(?P<day>{?on_weekday}){of|in|comma}?(?P<week>{on_week})",
        build_in_week,
        "on_week",
        (Example("يعود الجمعة من هذا الأسبوع", "الجمعة من هذا الأسبوع"), Example("يعود الجمعة", "الجمعة")),
    ),
    Join(
        "date/bare-weekday-in-week",
        "(?P<day>{daylike|one|oneof:noal})(?P<week>{on_week})",
        build_bare_in_week,
        "on_week",
        (Example("يعود اثنين الأسبوع المقبل", "اثنين الأسبوع المقبل"), Example("يعود اثنين", None)),
    ),
    Join(
        "date/week-weekday",
        "(?P<week>{?on_week}){comma}?{in}?(?P<day>{on_weekday|span})",
        build_in_week,
        "on_week",
        (Example("يعود الأسبوع المقبل الأحد", "الأسبوع المقبل الأحد"),),
    ),
    Join(
        "date/weekday-steps",
        "(?P<weekday>{?on_weekday}){comma|in}?(?P<way>{after|ago|within})(?P<length>{length})(?:{of}{now})?",
        build_steps,
        "length",
        (Example("يعود الخميس بعد أسبوعين", "الخميس بعد أسبوعين"),),
    ),
    Join(
        "date/steps",
        "(?P<way>(?:{?in}{within}|{?after|ago|within|since}|(?P<in>{?in}|(?<!{more|less}){of})){about}?)(?P<length>{length})"
        "(?:{of}(?:(?P<origin>{on_day|on_weekday|on_month|on_year|feast})|{now}))?(?:{comma|in}?(?P<weekday>{on_weekday}))?",
        build_steps,
        "length",
        (
            Example("يعود بعد أسبوع وثلاثة أيام", "بعد أسبوع وثلاثة أيام"),
            Example("يعود بعد شهرين يوم الخميس", "بعد شهرين يوم الخميس"),
            Example("يعود بعد سامي", None),
        ),
    ),
    Join(
        "date/steps-from",
        "(?P<length>{?length})(?:(?P<way>{after|ago})(?P<origin>{on_day|on_weekday|feast})|(?P<from>{of}{now})|{of}(?P<origin2>{on_day}))",
        lambda found: None if found.has("origin2") else build_steps(found),
        "length",
        (
            Example("يعود يومين بعد عيد الفطر", "يومين بعد عيد الفطر"),
            Example("يعود بعد شهر و21 يوما من الآن", "بعد شهر و21 يوما من الآن"),
        ),
    ),
    Join(
        "date/week-of",
        "(?:{?week:noal}{in}?|{?week:al}{in}|(?P<week>{?length}))(?P<day>{on_day})",
        build_week_of,
        "week|length",
        (Example("يعود أسبوع 15 سبتمبر", "أسبوع 15 سبتمبر"), Example("يعود أسبوعا", None)),
    ),
    Join(
        "date/rest",
        "{what}?{?rest_of}{of}?(?:(?P<box>{on_month|on_year|on_week})|{this}?(?P<period>{year|moon|week:al}))",
        build_rest,
        "rest_of",
        (Example("يغيب بقية الأسبوع", "بقية الأسبوع"), Example("أكل بقية الطعام", None)),
    ),
    Join(
        "date/adverb",
        f"(?:{{in}}?{{time_noun}})?(?P<when>{{soon|tardy|later}}){{of|in}}?(?P<box>{{{_BOX}}})",
        build_adverb,
        "soon|tardy|later",
        (
            Example("يعود في وقت مبكر من هذا الشهر", "في وقت مبكر من هذا الشهر"),
            Example("يعود لاحقا", None),
        ),
    ),
    Join(
        "date/window",
        "(?:{?final_month|last:noal}(?P<length>{length})|(?P<a>{?last:noal})(?P<l>{length}))",
        build_window,
        "final_month|last",
        (Example("غاب آخر ثلاثة أعوام", "آخر ثلاثة أعوام"), Example("آخر رجل", None)),
    ),
    Join(
        "date/window-after",
        f"{{?al}}?(?P<length>{{?length}})(?P<t>{_TENSE})",
        build_window,
        "length",
        (Example("غاب الخمس سنوات الماضية", "الخمس سنوات الماضية"),),
    ),
    Join(
        "date/few",
        f"{{?days|weeks|moons|years|decades:al}}(?:{{several:al}}{_TENSE}|{_TENSE}{{several:al}}?)",
        build_few,
        "several",
        (Example("غاب الأيام القليلة الماضية", "الأيام القليلة الماضية"), Example("الأيام دول", None)),
    ),
    Join(
        "date/agreeing",
        f"(?P<a>{{?{_ON}}}){{comma}}?{{agreeing}}{{joined}}?(?P<b>{{on_day|on_month}})",
        build_agreeing,
        "agreeing",
        (Example("يعود بعد عامين الموافق 21/11", "بعد عامين الموافق 21/11"),),
    ),
)
SPAN_JOINS: tuple[Join, ...] = (
    Join(
        "date/days-of-month",
        "(?P<month>{?on_month|on_day})(?:{between|of}(?P<first>{daylike}{rest}*))?"
        "(?:{to|until|and}|{dash})?(?P<last>{?daylike}{rest}*)(?!{on_month|on_day|slash|dash|colon})",
        lambda found: build_days_of_month(found) if build_joined(found) else None,
        "to|until|dash|and|between",
        (Example("يغيب نوفمبر بين 15 و 19", "نوفمبر بين 15 و 19"), Example("يعود تموز 13", "تموز 13")),
    ),
    Join(
        "date/ranked-to",
        "{?of|between}?(?P<first>{?ordinal:al}(?:{ten}|{+tens})?|{?eleventh:al}(?:{ten}|{+tens})|{?hourly})"
        "(?:{to|until|and|dash}{goal}?(?P<end>{on_day})|(?P<end2>{+on_day}))",
        lambda found: build_ranked_end(found),
        "ordinal|eleventh|hourly",
        (Example("يغيب بين الخامس والتاسع من نوفمبر", "بين الخامس والتاسع من نوفمبر"),),
    ),
    Join(
        "date/from-to",
        f"(?:{{?of}}{{?{_ON}|feast}}(?:{{to|until}}{{goal}}?|{{dash}})?{{{_ON}|feast}}"
        f"|{{?between}}{{{_ON}|feast}}(?:{{and}}{{{_ON}|feast}}|{{+{_ON}|feast}}|{{to}}{{{_ON}|feast}})"
        f"|{{?{_ON}|feast}}(?:{{to|until}}{{goal}}?|{{dash}}){{{_ON}|feast}})",
        lambda found: build_interval(found) if build_directed(found) else None,
        "to|until|dash|between",
        (
            Example("يغيب 2 أكتوبر حتى بعد غد", "2 أكتوبر حتى بعد غد"),
            Example("يغيب من العام الحالي للعام بعد القادم", "من العام الحالي للعام بعد القادم"),
        ),
    ),
    Join(
        "date/from-for",
        f"{{?of}}{{?{_ON}|feast}}{{{_ON}|feast:l}}",
        lambda found: build_interval(found) if build_directed(found) else None,
        f"{_ON}|feast:l",
        (Example("يغيب من الأحد للخميس", "من الأحد للخميس"),),
    ),
    Join(
        "date/from-for-the",
        f"{{?of}}{{?{_ON}|feast}}{{{_ON}|feast:lal}}",
        lambda found: build_interval(found) if build_directed(found) else None,
        f"{_ON}|feast:lal",
        (Example("يغيب من العام الحالي للعام المقبل", "من العام الحالي للعام المقبل"),),
    ),
    Join(
        "date/or-later",
        f"{{?of}}?{{?{_ON}|feast}}(?P<way>(?:{{or|and}}|{{+what}}){{what}}?{{after_it|ago_it}}|{{+after_it|ago_it}}|{{onward}})",
        build_or_later,
        "after_it|ago_it|onward",
        (Example("طرازات 2012 أو بعده", "2012 أو بعده"),),
    ),
    Join(
        "date/opened",
        f"(?P<way>{{?since|to|until|ago|after}}{{goal}}?|{{?starting}}{{of}})(?P<on>{{{_ON}|feast}})",
        build_opened,
        "since|to|until|ago|after|starting",
        (Example("يغيب منذ أغسطس", "منذ أغسطس"), Example("يعود قبل الغد", "قبل الغد")),
    ),
)
DATE_JOINS = MEMBER_JOINS + SPAN_JOINS
