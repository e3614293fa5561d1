"""Texts in every encoding of Arabic, right, wrong, two at once, cut."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from tests.hostile.case import FILLER, Canary, Case, bare, case, lost, story

KIND = "encodings"
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
NARROW = ("cp1256", "iso8859_6", "mac_arabic", "cp720")
BAD = {
    "lone-continuation": b"\x80",
    "high": b"\xff",
    "overlong-slash": b"\xc0\xaf",
    "overlong-three": b"\xe0\x80\xaf",
    "surrogate": b"\xed\xa0\x80",
    "too-high": b"\xf4\x90\x80\x80",
    "lead-only": b"\xd9",
    "cut-three": b"\xe2\x82",
    "five-bytes": b"\xf8\x88\x80\x80\x80",
    "fe": b"\xfe\xfe",
}


def _as(codec: str, rest: int = 3) -> Callable[[Canary], bytes]:
    return lambda k: story(bare(k), rest).encode(codec)


def dos_forms(text: str) -> bytes:
    """Return ``text`` in code page 864, whose letters are shapes: of each the first one that it has."""
    import unicodedata

    table = {}
    for byte in range(128, 256):
        try:
            shape = bytes([byte]).decode("cp864")
        except UnicodeDecodeError:
            continue
        if shape != "\u00a0":
            table.setdefault(unicodedata.normalize("NFKC", shape), byte)
    text = text.replace("إ", "ا")  # which it does not have
    return bytes(table.get(one, ord(one) if one.isascii() else 0x3F) for one in text)


def _wide() -> Iterator[Case]:
    """UTF-16 and UTF-32, with and without a mark, short and long, in Latin company, cut."""
    for codec in WIDE:
        mark = "\ufeff".encode(codec)
        yield case(KIND, f"{codec}.txt", lambda k, c=codec: story(k).encode(c))
        yield case(KIND, f"{codec}-mark.txt", lambda k, c=codec, m=mark: m + story(k).encode(c), "text.bom")
        yield case(KIND, f"{codec}-short.txt", lambda k, c=codec: f"{k.words}.".encode(c))
        yield case(
            KIND,
            f"{codec}-cut.txt",
            lambda k, c=codec, m=mark: m + story(k).encode(c)[:-1],
            "text.bom",
            "text.undecodable",
        )
        yield case(
            KIND,
            f"{codec}-latin.txt",
            lambda k, c=codec: f"{story(k)}{'The bridge over the river was closed on Tuesday. ' * 8}".encode(
                c
            ),
        )
    yield case(
        KIND,
        "utf-16-lone-surrogate.txt",
        lambda k: b"\xff\xfe" + story(k).encode("utf-16-le") + b"\x00\xd8" + FILLER.encode("utf-16-le"),
        "text.bom",
        "text.undecodable",
    )
    for name, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-32", b"\xff\xfe\0\0")):
        yield case(KIND, f"mark-of-{name}-lies.txt", lambda k, m=mark: m + story(k, 9).encode(), "text.bom")


def _marks() -> Iterator[Case]:
    """Byte order marks of UTF-8 in right and wrong places."""
    yield case(KIND, "utf-8.txt", story)
    yield case(KIND, "utf-8-mark.txt", lambda k: codecs.BOM_UTF8 + story(k).encode(), "text.bom")
    yield case(KIND, "utf-8-two-marks.txt", lambda k: codecs.BOM_UTF8 * 2 + story(k).encode(), "text.bom")
    yield case(KIND, "mark-in-the-middle.txt", lambda k: f"{FILLER}\n\ufeff{story(k)}")
    yield case(
        KIND, "mark-in-a-name.txt", lambda k: story(k).replace(k.speaker[:3], k.speaker[:3] + "\ufeff")
    )
    yield case(
        KIND,
        "mark-of-utf-8-lies.txt",
        lambda k: codecs.BOM_UTF8 + story(bare(k)).encode("cp1256"),
        may="text.bom text.mixed-encodings",
    )


def _narrow() -> Iterator[Case]:
    """Arabic in one byte a letter."""
    english = "The bridge over the river was closed on Tuesday, officials said. " * 30
    for codec in NARROW:
        yield case(KIND, f"{codec}.txt", _as(codec))
        yield case(KIND, f"{codec}-short.txt", lambda k, c=codec: f"{bare(k).words}.\n".encode(c))
        yield case(KIND, f"{codec}-long.txt", _as(codec, 2000))
        yield case(KIND, f"{codec}-latin.txt", lambda k, c=codec: (english + "\n" + story(bare(k))).encode(c))
        yield case(
            KIND, f"{codec}-crlf.txt", lambda k, c=codec: story(bare(k)).replace("\n", "\r\n").encode(c)
        )
    yield case(
        KIND,
        "cp1256-digits.txt",
        lambda k: (story(bare(k)) + "الرقم 1,250 في 12/05/2019 و35% (ص 7)\n" * 40).encode("cp1256"),
    )
    yield case(KIND, "cp1256-nul.txt", lambda k: story(bare(k)).encode("cp1256") + b"\0", "text.controls")
    yield case(
        KIND,
        "mac-arabic-high-spaces.txt",
        lambda k: story(bare(k)).encode("mac_arabic").replace(b" ", b"\xa0"),
    )
    yield case(KIND, "cp864.txt", lambda k: dos_forms(story(bare(k))))
    yield case(KIND, "cp864-long.txt", lambda k: dos_forms(story(bare(k), 40)))


def _damaged() -> Iterator[Case]:
    """UTF-8 with bytes that do not belong, at the end, in the middle, in another sentence, many times."""
    for name, bad in BAD.items():
        for place, how in {
            "after": lambda k, b: story(k).encode() + b + FILLER.encode(),
            "before": lambda k, b: b + b"\n" + story(k).encode(),
            "many": lambda k, b: story(k).encode() + FILLER.encode().replace(b" ", b" " + b) * 4,
        }.items():
            make = lambda k, b=bad, h=how: h(k, b)  # noqa: E731
            yield case(KIND, f"bad-{name}-{place}.txt", make, "text.undecodable")
    yield case(KIND, "cut-letter.txt", lambda k: story(k).encode()[:-4], "text.undecodable")
    yield case(
        KIND,
        "windows-quotes.txt",
        lambda k: story(k).encode() + b"\x93" + "نعم هو كذلك".encode() + b"\x94\n",
        "text.undecodable",
    )
    yield case(
        KIND,
        "surrogate-pairs.txt",
        lambda k: (
            story(k).encode()
            + "😀".encode("utf-16", "surrogatepass").decode("utf-16").encode()
            + b"\xed\xa0\xbd\xed\xb8\x80"
        ),
        "text.undecodable",
    )
    yield lost(KIND, "replaced.txt", "\ufffd" * 400, "document.undecodable", may="document.empty")


def _mixed() -> Iterator[Case]:
    """Two encodings in one file."""
    for codec in ("cp1256", "iso8859_6", "mac_arabic"):
        yield case(
            KIND,
            f"utf-8-then-{codec}.txt",
            lambda k, c=codec: FILLER.encode() * 3 + b"\n" + story(bare(k)).encode(c),
            "text.mixed-encodings",
        )
        yield case(
            KIND,
            f"{codec}-then-utf-8.txt",
            lambda k, c=codec: (FILLER * 3).encode(c) + b"\n" + story(k).encode() + (FILLER * 3).encode(),
            "text.mixed-encodings",
        )
    yield case(
        KIND,
        "lines-by-turns.txt",
        lambda k: b"\n".join(
            (bare(k).words + "." if n == 6 else FILLER).encode("utf-8" if n % 2 else "cp1256")
            for n in range(20)
        ),
        "text.mixed-encodings",
    )
    yield case(
        KIND,
        "one-line-of-cp1256.txt",
        lambda k: (FILLER + "\n").encode() * 400 + bare(k).words.encode("cp1256") + b".\n",
        "text.mixed-encodings",
    )
    yield case(
        KIND,
        "utf-8-then-utf-16.txt",
        lambda k: story(k, 9).encode() + FILLER.encode("utf-16"),
        may="text.undecodable text.controls text.mixed-encodings",
    )


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_wide(), *_marks(), *_narrow(), *_damaged(), *_mixed()]
