"""Joins of moments: a clock time with its date and part of the day, so long from now, from one to another."""

from __future__ import annotations

from rawi.annotations.temporal.builders.moments import (
    build_counted,
    build_early,
    build_end_of_day,
    build_from_hour,
    build_interval,
    build_merge,
    build_next,
    build_night,
    build_now,
    build_numbered_day,
    build_opened,
    build_rest,
    build_steps,
    build_window,
)
from rawi.annotations.temporal.line import Join
from rawi.rules.rule import Example

_DATED = "on_day|on_weekday|feast"
_GAP = "(?:{comma}|{in}|{of}|{?about}|{agreeing}|{?at}|{over}|{within}|{date_noun}){0,2}"
_TENSE = "{past|previous|future|following:al}"
_PIECE = f"{_DATED}|clock|part|instant"
_END = "clock|hourly|instant|part"
TIME_JOINS: tuple[Join, ...] = (
    Join(
        "moment/minutes-from",
        "(?P<length>{?length})(?P<way>{after|ago})(?P<origin>{hourly|clock})(?P<part>{part})?",
        lambda found: build_from_hour(found),
        "length",
        (Example("يعود عشرين دقيقة بعد الخامسة صباحا", "عشرين دقيقة بعد الخامسة صباحا"),),
        "datetime",
    ),
    Join(
        "moment/by",
        "(?P<way>{?after|ago})(?P<origin>{hourly|clock})(?P<part>{part})?(?P<length>{length:b})",
        lambda found: build_from_hour(found),
        "length",
        (Example("يعود بعد الثامنة مساء بربع ساعة", "بعد الثامنة مساء بربع ساعة"),),
        "datetime",
    ),
    Join(
        "moment/steps",
        "(?P<way>(?:{?in}{within}|{?after|ago|within|since}){about}?)(?P<length>{length})(?:{of}{now})?(?:{in}{term})?",
        build_steps,
        "length",
        (
            Example("يعود بعد يوم وساعتين", "بعد يوم وساعتين"),
            Example("يعود بعد يومين", None),
        ),
        "datetime",
    ),
    Join(
        "moment/steps-now",
        f"(?:(?P<last>{{?final_month|last:noal}})(?P<length>{{length}})|{{?al}}?(?P<l>{{?length}})(?:(?P<n>{{of}}{{now}})|(?P<t>{_TENSE})))",
        lambda found: build_counted(found),
        "length",
        (Example("توقف آخر 3 دقائق", "آخر 3 دقائق"), Example("يعود ساعتين من الآن", "ساعتين من الآن")),
        "datetime",
    ),
    Join(
        "moment/next",
        "{?hour|minute|second:al}{ago|after}?{past|future|previous|following:al}",
        build_next,
        "hour|minute|second",
        (Example("يعود الساعة القادمة", "الساعة القادمة"),),
        "datetime",
    ),
    Join(
        "moment/window",
        f"{{in}}?{{within}}?(?:{{?hours|minutes|seconds:al}}(?:(?P<n>{{?daylike|amount|hourly}}{{rest}}*)|(?P<few>{{several:al}}))|(?P<two>{{?period_dual:al}}))(?:{_TENSE}|{{last:al}})",
        lambda found: build_window(found),
        "hours|minutes|seconds|period_dual",
        (
            Example("سجل خلال الساعات الثلاث الماضية", "خلال الساعات الثلاث الماضية"),
            Example("مرت الساعات الثلاث", None),
        ),
        "datetime",
    ),
    Join(
        "moment/now",
        "{?now}|{?this}{hour|minute|second|instant_noun:al}|{?hour:al}$|{?instant_noun:al}{last|past|future:al}",
        build_now,
        "now|hour|minute|second|instant_noun",
        (Example("يعود الآن", "الآن"), Example("يعود", None)),
        "datetime",
    ),
    Join(
        "moment/rest-of-day",
        "{what}?{?rest_of}{of}?{this}?(?:{day:al}|{on_day})",
        build_rest,
        "rest_of",
        (Example("يغيب بقية اليوم", "بقية اليوم"),),
        "datetime",
    ),
    Join(
        "moment/end-of-day",
        "{?late:noal}{of}?(?P<on>{on_day|on_weekday})",
        build_end_of_day,
        "late",
        (Example("يعود نهاية اليوم", "نهاية اليوم"),),
        "datetime",
    ),
    Join(
        "moment/night",
        "(?:{?night:al}|{?part}){past|future|previous|following:al}",
        build_night,
        "night|part",
        (Example("يعود الليلة القادمة", "الليلة القادمة"),),
        "datetime",
    ),
    Join(
        "moment/early",
        "{in}?{time_noun|hour|length:noal}(?P<when>{soon|tardy}){of}?(?P<part>{part})",
        build_early,
        "soon|tardy",
        (Example("يعود في وقت متأخر من صباح الثلاثاء", "في وقت متأخر من صباح الثلاثاء"),),
        "datetime",
    ),
    Join(
        "moment/part-hour",
        "(?:{?hourly}{comma|in}?{part|instant}|{?part}{in|comma|about}{0,2}{hourly})",
        build_merge,
        "hourly",
        (Example("يعود 7 ، هذا الصباح", "7 ، هذا الصباح"),),
        "datetime",
    ),
    *(
        Join(
            "moment/merged",
            f"{{?{_PIECE}}}{_GAP}{{{_PIECE}|hourly}}|{{?hourly}}{_GAP}{{{_DATED}}}",
            build_merge,
            _PIECE,
            (
                Example("يعود غدا الساعة 7 مساء", "غدا الساعة 7 مساء"),
                Example("يعود 23 أكتوبر في السابعة", "23 أكتوبر في السابعة"),
                Example("يعود غدا", None),
            ),
            "datetime",
        )
        for _ in range(3)  # two pieces at a time: date, clock time and part of the day
    ),
    Join(
        "moment/numbered-day",
        "(?P<hour>{?clock|hourly}){comma}?(?:{in}|{in}?{day})(?P<day>{daylike|hourly}{rest}*)",
        build_numbered_day,
        "clock|hourly",
        (Example("يعود السابعة في 15", "السابعة في 15"),),
        "datetime",
    ),
    Join(
        "moment/from-to",
        f"(?:{{?{_DATED}}}{{comma}}?)?(?:{{?of}}{{?{_END}}}(?:(?:{{to|until}}|{{dash}}){{goal}}?{{{_END}}}|{{{_END}:l}}|{{{_END}:lal}})"
        f"|{{?between}}{{{_END}}}(?:{{and}}{{{_END}}}|{{+{_END}}}|{{to}}{{{_END}}})|{{?{_END}}}(?:{{to|until}}|{{dash}}){{{_END}}})"
        f"(?:(?:{{of|in|comma}}){{0,2}}{{{_DATED}|part}}){{0,2}}",
        build_interval,
        _END,
        (
            Example("يعمل من الساعة 4 إلى 5 مساء", "من الساعة 4 إلى 5 مساء"),
            Example("يعمل من الخامسة إلى السابعة من الغد", "من الخامسة إلى السابعة من الغد"),
            Example("يعمل من 4 إلى 5", None),
        ),
        "datetime",
    ),
    Join(
        "moment/opened",
        "(?P<way>{?since|to|until|ago|after})(?P<on>{clock|instant}|{hourly:al})",
        build_opened,
        "clock|instant|hourly",
        (Example("يبقى حتى الساعة 2:00", "حتى الساعة 2:00"),),
        "datetime",
    ),
)
