"""Keys by which spellings of one name are looked up: their consonants, by groups that sound alike."""

from __future__ import annotations

import re
from functools import lru_cache

from rawi.arabic.fold import fold

#: Letters of other languages that write names in Arabic script, by what Arabic writes for them.
FOREIGN = str.maketrans(
    {
        "پ": "ب",
        "ڤ": "ف",
        "گ": "غ",
        "ڭ": "غ",
        "ݣ": "غ",
        "ڨ": "ق",
        "چ": "تش",
        "ژ": "ج",
        "ٹ": "ت",
        "ڈ": "د",
        "ڑ": "ر",
    }
)
GROUPS = ("بف", "تطدضثذظ", "سصزش", "كقجغخ")
SILENT = "اويءهحع"
_SOUNDS = str.maketrans(
    {letter: group[0] for group in GROUPS for letter in group} | dict.fromkeys(SILENT, "")
)
_TOGETHER = re.compile("تش|تس|تز|دز|كس|شت")
_TOGETHER_AS = {"شت": "ست"}
_DOUBLED = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[\W\d_]+")
ARTICLE = "ال"


@lru_cache(maxsize=1 << 16)
def letters_of(token: str) -> str:
    """Return the letters of a token, folded, with nothing between them.

    >>> letters_of("عبد الرحمٰن"), letters_of("أولغا-ماريا")
    ('عبدالرحمن', 'اولغاماريا')
    """
    return _NO_LETTER.sub("", fold(token)).translate(FOREIGN)


def bare(letters: str) -> str:
    """Return folded letters without the article.

    >>> bare("الدوري"), bare("الن")
    ('دوري', 'الن')
    """
    return letters[2:] if letters.startswith(ARTICLE) and len(letters) > 4 else letters


def without_article(one: str, other: str) -> tuple[str, str]:
    """Return two folded spellings without the article, where one of them has it and the other has not.

    >>> without_article("الدوري", "دوري"), without_article("الياس", "الينا")
    (('دوري', 'دوري'), ('الياس', 'الينا'))
    """
    if one.startswith(ARTICLE) == other.startswith(ARTICLE):
        return one, other
    return bare(one), bare(other)


@lru_cache(maxsize=1 << 16)
def key_of_sound(token: str) -> str:
    """Return the consonants of a name by groups that sound alike; empty if it has none.

    Vowel letters, ح, ع, ه, the article and doubling do not count. Of true variants about five in six have
    the same key, nearly all one of ``keys_of_sound`` in common.

    >>> key_of_sound("شتاينماير") == key_of_sound("شتانماير") == "ستنمر"
    True
    >>> key_of_sound("جورج") == key_of_sound("غورغ")
    True
    """
    word = _TOGETHER.sub(lambda match: _TOGETHER_AS.get(match[0], "س"), bare(letters_of(token)))
    return _DOUBLED.sub(r"\1", word.translate(_SOUNDS))


def keys_of_sound(token: str) -> tuple[str, ...]:
    """Return the key of a name and, if it has three consonants or more, the key without each of them, sorted.

    Names with a key in common are worth comparing: one letter may be silent, doubtful or of another group.

    >>> keys_of_sound("تومبسون")
    ('تبسن', 'تمبس', 'تمبسن', 'تمبن', 'تمسن', 'مبسن')
    """
    key = key_of_sound(token)
    if not 3 <= len(key) <= 12:
        return (key,)
    return tuple(sorted({key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}))
