"""Names of places as newspapers write them: without vowels, remarks and the nouns of administrations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PREFIX = re.compile(
    "^(?:محافظة|محافظه|محافطة|ولاية|ولايه|منطقة|منطقه|إقليم|اقليم|قضاء|ناحية|ناحيه|مدينة|مدينه|شعبية|بلدية|مديرية"
    "|مركز|مقاطعة|مقاطعه|إمارة|جماعة|قرية|قريه|بلدة|بلده|لواء|معتمدية|دولة|جمهورية) (?=\\S{2})"
)
ADMINISTRATION = re.compile("^(?:محافظ|ولاي|شعبي|إمار|منطق|قضاء|مديري|مقاطع|إقليم|اقليم)")
OWN = re.compile("^(?:مدينة|مخيم) \\S")
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u06a4\u06af\u0686\u067e\u0698 -]+")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
REMARK = re.compile(r"\(.*?\)|\(.*$|[،,].*$")
PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ە": "ه", "ہ": "ه", "ۆ": "و", "ێ": "ي", "ھ": "ه"})


def written(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the spellings in cells that separate them by bars and slashes, marks and remarks taken off."""
    found = []
    for cell in cells:
        for name in re.split(r"[|/]", unicodedata.normalize("NFKC", MARKS.sub("", cell)).translate(PERSIAN)):
            bare = " ".join(REMARK.sub(" ", MARKS.sub("", name)).replace("\u2013", "-").split())
            if len(bare) > 1 and ARABIC.fullmatch(bare) and bare.strip(" -") == bare:
                found.append(bare)
    return tuple(dict.fromkeys(found))


def spellings(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the usable spellings in cells, without "governorate of" and the like before them; a name that is
    written "city of" or "camp of" also so, last, for that may be a part of it (مدينة الصدر).

    >>> spellings(["محافظة وادي الرمان|وادي الرّمان (مدينة)"])
    ('وادي الرمان',)
    """
    names = written(cells)
    bare = list(dict.fromkeys((*(PREFIX.sub("", name) for name in names), *filter(OWN.match, names))))
    clipped = {name[1:] for name in bare if name.startswith("ال")}  # لقاهرة, as some dialects write القاهرة
    return tuple(name for name in bare if len(name) > 1 and name not in clipped)


def administered(cells: Iterable[str]) -> frozenset[str]:
    """Return the names before which the cells write "governorate of" or the like."""
    return frozenset(PREFIX.sub("", name) for name in written(cells) if ADMINISTRATION.match(name))
