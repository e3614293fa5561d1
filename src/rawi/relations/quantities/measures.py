"""What a share, a sum of money or an area is of, and an area whose unit is only a length."""

from __future__ import annotations

from rawi.arabic.stems import find_stem
from rawi.relations.quantities.lexemes import has_role, measure_class, read_deeds, words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page, Site

AREAS = frozenset(("km2", "m2", "har", "[acr_us]", "ha", "cm2", "[sft_i]", "dunam"))
LENGTHS = frozenset(("km", "m", "[mi_i]"))
UNIT_MISSING = "unit.missing"
#: What a measure is of where no word tells.
ANYTHING = "~"
#: What is measured and not counted: lengths of time and ages.
PERIODS = frozenset(("s", "min", "h", "d", "wk", "mo", "a", "quarter", "half", "season", "decade", "century"))
#: The class of the strength of an earthquake, which is told once for a happening.
MAGNITUDE = "magnitude"
_DEGREES = frozenset(("deg", "Cel", "[degF]"))
_STRONGEST = 10  # no earthquake has more
_BACK, _GROUND, _CLOSE, _STRENGTH = 14, 9, 3, 5
_SHORTEST = 3
_OWNED = ("ته", "تها")  # قيمته، نسبتها: folded, the ة of قيمة is a ه


def find_measured(page: Page, site: Site) -> tuple[str, str | None]:
    """Return what a share or a sum is of and which kind of it, ``~`` where no word tells: ``%:تضخم`` and
    ``ساس سنو`` for معدل التضخم الأساسي السنوي."""
    unit, head = site.figure.unit or "", _noun_before(page, site)
    if is_magnitude(page, site):
        return MAGNITUDE, None
    if unit in _DEGREES:
        warm = any(has_role(word, "heat") for word in page.words[slice(*site.sentence)])
        return f"{unit}:{'heat' if warm else ANYTHING}", None
    if head is None and unit in PERIODS and (verb := _lasting(page, site)) is not None:
        return f"{unit}:{measure_class(page.words[verb])}", None
    if head is None:
        own = _noun_after(page, site)
        return f"{unit}:{own or ANYTHING}", None
    own, last = _measure(page, head, site.first)
    return f"{unit}:{own or ANYTHING}", _adjectives(page, last, site.first) or None


def is_measured(page: Page, site: Site) -> bool:
    """Does a noun of measuring say what a number in a unit is of: السجن خمس سنوات, هدنة ثلاثة أيام? Of a
    time also a verb of lasting (توقف المطار ست ساعات)."""
    head = _noun_before(page, site)
    if head is not None and (site.first - head <= _CLOSE or has_role(page.words[head], "own")):
        return True
    return site.figure.unit in PERIODS and _lasting(page, site) is not None


def is_magnitude(page: Page, site: Site) -> bool:
    """Is a number the strength of an earthquake: زلزال بقوة 5.3 درجات?"""
    value = site.figure.low if site.figure.low is not None else site.figure.high
    bare = site.figure.unit == "deg" or (site.figure.unit is None and site.noun is None)
    if not bare or value is None or value > _STRONGEST:
        return False
    before = page.words[max(site.sentence[0], site.first - _STRENGTH) : site.first]
    told = site.figure.unit == "deg" or any(has_role(word, "force") for word in before)
    return told and any(has_role(word, "quake") for word in page.words[slice(*site.sentence)])


def _lasting(page: Page, site: Site) -> int | None:
    """The verb that says of a time that something went on or stood still for so long: استمر ثلاثة أيام."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK // 2) - 1, -1):
        if words[at] in STOPS | COMMAS or page.site_at(at) or words[at] in words_of("placed_in_time"):
            return None
        if has_role(words[at], "lasts"):
            return at
    return None


def _noun_before(page: Page, site: Site) -> int | None:
    """The noun of measuring before a number: نسبة المشاركة, سعر البرميل."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            return None
        if has_role(words[at], "measure"):
            return _sure_before(page, site, at) or _head_of(page, at)
    return None


def _sure_before(page: Page, site: Site, at: int) -> int | None:
    """Return the noun before a word for a mere length of time: حبس المتهم لمدة 15 يوما is of his custody."""
    if site.figure.unit not in PERIODS or measure_class(page.words[at]) != "lasted":
        return None
    for before in range(at - 1, max(page.told_in(site)[0], at - _BACK // 2) - 1, -1):
        if page.words[before] in STOPS | COMMAS or page.site_at(before):
            return None
        if has_role(page.words[before], "own"):
            return before
    return None


def _head_of(page: Page, at: int) -> int:
    """Return the noun that a noun of measuring at a token stands with: معدل نمو, غرامة قيمتها, هدنة لمدة."""
    words, before = page.words, at - 1
    if at and has_role(words[at], "vague") and words[at].endswith(_OWNED) and not measure_class(words[at]):
        while before > 0 and has_role(words[before], "reach"):
            before -= 1
        if words[before].endswith("ي") and not words[before].startswith("ال"):
            before -= 1  # عقد حكومي قيمته
        if _is_named(words[before]):
            return before
    return at - 1 if at and has_role(words[at - 1], "vague", "measure") else at


def _is_named(word: str) -> bool:
    """Can a word before قيمته be the noun of what is worth so much: no preposition, ما, rise or fall?"""
    if not word.isalpha() or len(word) < _SHORTEST or word in words_of("preposition"):
        return False
    return not has_role(word, "rise", "fall", "filler")


def _measure(page: Page, at: int, end: int) -> tuple[str | None, int]:
    """Return the stems of a noun of measuring and of the noun it is joined to, and where they end."""
    head = page.words[at]
    after = page.words[at + 1] if at + 1 < end else ""
    if has_role(head, "own"):
        return _class_of(head), at + 1
    bare = not after.startswith("ال") and after.endswith(("يه", "ي"))  # بتكلفة إجمالية
    if (
        bare
        or after in words_of("leading")
        or len(after) < _SHORTEST
        or not after.isalpha()
        or _is_telling(after)
    ):
        return (None if has_role(head, "vague") else _class_of(head)), at + 1
    if has_role(after, "own"):
        return _class_of(after), at + 2
    return f"{_class_of(head)} {find_stem(after)}", at + 2


def _class_of(word: str) -> str:
    """Return the class of a noun of measuring, else its stem."""
    return measure_class(word) or find_stem(word)


def _is_telling(word: str) -> bool:
    """Does a word only tell how the number is given: بلغت، تصل إلى؟"""
    return has_role(word, "filler", "reach", "rise", "fall") or (
        has_role(word, "vague") and (word.endswith(_OWNED) or word.startswith("ب"))
    )


def _adjectives(page: Page, at: int, end: int) -> str:
    """Return the stems of the adjectives of relation that follow: الأساسي السنوي."""
    found: list[str] = []
    while at < min(end, len(page.words)) and is_relative(page.words[at]):
        found.append(find_stem(page.words[at]))
        at += 1
    return " ".join(sorted(found))


def is_relative(word: str) -> bool:
    """Is a word an adjective of relation with the article?"""
    return (word.startswith("ال") and word.endswith(("ي", "يه"))) or word in ("العام", "العامه")


def _noun_after(page: Page, site: Site) -> str | None:
    """The noun after a measure: 63 بالمئة من عمليات العام, 60 طنا من الزيت."""
    words, at = page.words, site.last
    if site.noun is not None and site.figure.unit == "%":
        return f"of {find_stem(words[site.noun[0]])}"
    counted = site.figure.unit == "%" or not (site.figure.unit or "").isupper()
    if counted and words[at : at + 1] == ["من"] and at + 1 < site.sentence[1] and words[at + 1].isalpha():
        return f"of {find_stem(words[at + 1])}"
    return None


def is_area(page: Page, site: Site) -> bool:
    """Is a figure an area, in a unit of one or said to be one?"""
    return site.figure.unit in AREAS or lacks_square(page, site)


def lacks_square(page: Page, site: Site) -> bool:
    """Is ground measured in a unit of length: سيطر على 30 ألف كيلومتر كان يسكن فيها الملايين?

    The sentence speaks of land or of holding it right around the number, and of no way, line or distance.
    """
    if site.figure.unit not in ("km", "[mi_i]"):
        return False
    first, last = page.told_in(site)
    before = page.words[max(first, site.first - _GROUND) : site.first]
    after = page.words[site.last : min(last, site.last + _GROUND)]
    around = [word for word in (*before, *after) if word not in COMMAS | QUOTES]
    if any(has_role(word, "length") and not word.startswith("وال") for word in around):
        return False
    return any(_is_ground(word) for word in around)


def _is_ground(word: str) -> bool:
    """Does a word speak of land, or of taking and holding it?"""
    return has_role(word, "land") or any(
        deed.takes == "area" and deed.name != "burnt" for deed in read_deeds(word)
    )


def find_hold(page: Page, site: Site) -> str | None:
    """Return what was done to an area, by the nearest word before the number: ``held``, ``regained``."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK) - 1, -1):
        if words[at] in STOPS:
            return None
        deed = next((one for one in read_deeds(words[at]) if one.takes == "area"), None)
        if deed:
            again = deed.name == "held" and words[at - 1].removeprefix("ل").removeprefix("ب") in words_of(
                "again"
            )
            return "regained" if again else deed.name
    return None
