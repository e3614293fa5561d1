"""Directions that are turned, and letters in other forms than the usual ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tests.hostile.case import FILLER, Canary, Case, case, story

_BASE = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFE80, 0xFEFD)
    if unicodedata.decomposition(chr(code)).startswith("<isolated>")
}
_LIGATURE = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}


def shaped(text: str) -> str:
    """Return ``text`` in presentation forms with ligatures, as old programs and some PDF readers write it."""
    for pair, one in _LIGATURE.items():
        text = text.replace(pair, one)
    return "".join(_BASE.get(one, one) for one in text)


def _between(canary: Canary, sign: str) -> str:
    """Return a story with a sign between all letters of the canary's words."""
    words = " ".join(sign.join(word) for word in canary.words.split(" "))
    return f"{words}.\n{FILLER * 3}\n"


def _named(canary: Canary, before: str, after: str) -> str:
    """Return a story whose speaker's name stands between two signs."""
    return story(canary).replace(canary.speaker, f"{before}{canary.speaker}{after}")


def _bidi() -> Iterator[Case]:
    """Overrides, embeddings and isolates around speakers and numbers, balanced or not, deep."""
    kind, code = "bidi", "text.bidi-controls"
    pairs = {
        "rlo": "\u202e",
        "lro": "\u202d",
        "rle": "\u202b",
        "lre": "\u202a",
        "rli": "\u2067",
        "lri": "\u2066",
        "fsi": "\u2068",
    }
    for name, sign in pairs.items():
        end = "\u2069" if name.endswith("i") else "\u202c"
        yield case(
            kind, f"{name}-number.txt", lambda k, s=sign, e=end: f"{story(k)}قتل {s}98{e} شخصا.\n", code
        )
        yield case(kind, f"{name}-name.txt", lambda k, s=sign, e=end: _named(k, s, e), code)
        yield case(kind, f"{name}-open.txt", lambda k, s=sign: f"{s}{story(k)}", code)
        yield case(kind, f"{name}-deep.txt", lambda k, s=sign: story(k) + s * 10_000 + FILLER, code)
    yield case(kind, "pops.txt", lambda k: story(k) + "\u202c\u2069" * 5000, code)
    yield case(kind, "all-letters.txt", lambda k: _between(k, "\u2067") + "\u2069" * 20, code, statement=True)
    for name, sign in {"lrm": "\u200e", "rlm": "\u200f", "alm": "\u061c"}.items():
        yield case(kind, f"{name}.txt", lambda k, s=sign: _named(k, s, s))
        yield case(kind, f"{name}-letters.txt", lambda k, s=sign: _between(k, s))
    yield case(
        kind,
        "swapped-speaker.txt",
        lambda k: f"{k.words}.\n\u202eقال\u202c \u2066الوزير\u2069 إن السوق مفتوح.\n{FILLER}",
        code,
    )
    yield case(
        kind,
        "swapped-name.txt",
        lambda k: story(k) + "قال \u202eيرسلا ردان\u202c إن السد انهار.\n",
        code,
        never=("نادر السري",),
    )


def _forms() -> Iterator[Case]:
    """Presentation forms, ligatures, tatweels, marks and zero-width signs, few and very many."""
    kind = "letters"
    yield case(kind, "presentation-forms.txt", lambda k: shaped(story(k)))
    yield case(kind, "presentation-name.txt", lambda k: story(k).replace(k.speaker, shaped(k.speaker)))
    yield case(kind, "ligature-allah.txt", lambda k: story(k) + "ﷲ ﷴ ﷺ ﷻ ﷽ " * 99)
    for count in (1000, 100_000, 200_000):
        yield case(kind, f"fdfa-{count}.txt", lambda k, n=count: f"{story(k)}\n{'ﷺ' * n}\n{FILLER}")
    for count in (1000, 100_000, 1_000_000):
        yield case(kind, f"tatweel-{count}.txt", lambda k, n=count: f"{story(k)}ق{'ـ' * n}ال شيئا\n")
        yield case(kind, f"spaces-{count}.txt", lambda k, n=count: f"{story(k)}{' ' * n}{FILLER}")
        yield case(kind, f"zero-width-{count}.txt", lambda k, n=count: f"{story(k)}{chr(0x200B) * n}{FILLER}")
    for count in (1000, 100_000):
        yield case(kind, f"marks-{count}.txt", lambda k, n=count: f"{story(k)}ق{chr(0x64E) * n}ال\n")
        yield case(
            kind,
            f"marks-in-a-name-{count}.txt",
            lambda k, n=count: story(k).replace(k.speaker[0], k.speaker[0] + chr(0x64E) * n, 1),
        )
        yield case(
            kind,
            f"tatweel-in-a-name-{count}.txt",
            lambda k, n=count: _named(k, "", "").replace(
                k.speaker[:2], k.speaker[0] + "ـ" * n + k.speaker[1]
            ),
        )
    yield case(kind, "marks-all.txt", lambda k: _between(k, "\u064e"))
    yield case(kind, "tatweel-all.txt", lambda k: _between(k, "ـ"))
    yield case(kind, "zalgo.txt", lambda k: _between(k, "\u0300\u0316\u0334"))
    persian = str.maketrans("كي", "کی")
    yield case(kind, "persian-letters.txt", lambda k: story(k).translate(persian))
    yield case(kind, "alef-forms.txt", lambda k: story(k).replace("ا", "ٱ", 1))
    yield case(kind, "maqsura-for-yeh.txt", lambda k: story(k).replace("ي ", "ى "))
    yield case(kind, "no-hamza.txt", lambda k: story(k).replace("أ", "ا").replace("إ", "ا"))
    yield case(kind, "decomposed.txt", lambda k: unicodedata.normalize("NFD", story(k)))
    yield case(kind, "compatible.txt", lambda k: unicodedata.normalize("NFKD", story(k)))


def _spellings() -> Iterator[Case]:
    """Letters and spaces in other forms, signs between them."""
    kind = "letters"
    for name, sign in {
        "space": "\u200b",
        "non-joiner": "\u200c",
        "joiner": "\u200d",
        "word-joiner": "\u2060",
        "soft-hyphen": "\u00ad",
        "no-break": "\ufeff",
        "grapheme-joiner": "\u034f",
        "selector": "\ufe0f",
        "mongolian": "\u180e",
        "times": "\u2062",
    }.items():
        yield case(
            kind,
            f"{name}-in-a-name.txt",
            lambda k, s=sign: _named(k, k.speaker[0] + s, s).replace(
                k.speaker[0] + s + k.speaker, k.speaker[0] + s + k.speaker[1:]
            ),
        )
        yield case(kind, f"{name}-everywhere.txt", lambda k, s=sign: _between(k, s))
    for name, sign in {
        "no-break": "\u00a0",
        "thin": "\u2009",
        "ideographic": "\u3000",
        "narrow": "\u202f",
        "tab": "\t",
        "ogham": "\u1680",
        "two": "  ",
    }.items():
        yield case(kind, f"{name}-spaces.txt", lambda k, s=sign: story(k).replace(" ", s))
    yield case(kind, "hashtag.txt", lambda k: story(k).replace(k.speaker, "#" + k.speaker.replace(" ", "_")))
    yield case(kind, "emoji.txt", lambda k: "🔴 " + story(k).replace(" إن ", " إن ") + "👨‍👩‍👧‍👦🏳️‍🌈" * 900)
    yield case(kind, "astral.txt", lambda k: "𝒜𝓫𝔠 " * 500 + "\n" + story(k))
    yield case(kind, "mathematical-arabic.txt", lambda k: story(k) + "𞺀𞺁𞺂 " * 500)
    yield case(kind, "private-use.txt", lambda k: story(k) + "\ue000\ue020\uf8ff\U000f0000 " * 500)
    yield case(kind, "noncharacters.txt", lambda k: story(k) + "\ufdd0\ufffe\uffff\U0010ffff " * 99)
    yield case(kind, "unassigned.txt", lambda k: story(k) + "\u0378\u05ff\U0003ffff " * 99)


def _look_alikes() -> Iterator[Case]:
    """Letters of other scripts in and beside names: kept, never taken for the Arabic ones."""
    kind = "letters"
    yield case(kind, "latin-look-alike.txt", lambda k: story(k) + "قال ا1لوزير نادر السرّي أن oه لا\n")
    yield case(kind, "hebrew-beside.txt", lambda k: story(k) + "אמר השר כי הגשר נסגר. " * 9)
    yield case(kind, "cyrillic-beside.txt", lambda k: story(k) + "сказал министр, что мост закрыт. " * 9)
    yield case(kind, "urdu-beside.txt", lambda k: story(k) + "وزیر نے کہا کہ پل بند ہے۔ " * 9)
    yield case(kind, "syriac-beside.txt", lambda k: story(k) + "ܐܡܪ ܓܒܪܐ " * 99)


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_bidi(), *_forms(), *_spellings(), *_look_alikes()]
