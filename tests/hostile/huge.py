"""Lines, words, pages and texts without end; the canary at the beginning, in the middle, at the end."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import FILLER, Case, case, lost, story

KIND = "huge"
MEGA = 10_000_000
TIMES = MEGA // len(FILLER.encode()) + 1


def _texts() -> Iterator[Case]:
    """One line or one word without end."""
    yield case(KIND, "line-first.txt", lambda k: f"{k.words}. {FILLER * TIMES}")
    yield case(KIND, "line-last.txt", lambda k: f"{FILLER * TIMES}{k.words}.")
    yield case(
        KIND, "line-middle.txt", lambda k: f"{FILLER * (TIMES // 2)}{k.words}. {FILLER * (TIMES // 2)}"
    )
    yield case(KIND, "line-of-its-own.txt", lambda k: f"{FILLER * TIMES}\n{k.words}.\n{FILLER}")
    yield case(KIND, "line-latin.txt", lambda k: f"{k.words}.\n{'a' * MEGA}\n{FILLER}")
    yield case(KIND, "line-digits.txt", lambda k: f"{k.words}.\n{'7' * MEGA}\n{FILLER}")
    yield case(KIND, "line-no-stop.txt", lambda k: f"{k.words}.\n{FILLER.replace('.', '') * TIMES}")
    yield case(KIND, "paragraphs.txt", lambda k: f"{story(k)}{(FILLER + chr(10)) * TIMES}")
    yield case(KIND, "paragraphs-last.txt", lambda k: f"{(FILLER + chr(10)) * TIMES}{story(k)}")
    yield case(KIND, "lines-empty.txt", lambda k: f"{story(k)}{chr(10) * 1_000_000}{FILLER}")
    yield case(KIND, "lines-short.txt", lambda k: story(k) + "نعم\n" * 400_000)
    yield case(KIND, "word-300000.txt", lambda k: f"{story(k)}{'ا' * 300_000}")
    yield case(KIND, "word-latin-300000.txt", lambda k: f"{'x' * 300_000}\n{story(k)}")
    yield case(KIND, "word-mixed.txt", lambda k: f"{story(k)}{'قال' * 100_000}")
    yield case(KIND, "word-digits-letters.txt", lambda k: f"{story(k)}{'1ا' * 150_000}")
    yield case(KIND, "underscores.txt", lambda k: f"{story(k)}{'_' * 300_000}")
    yield case(KIND, "dots.txt", lambda k: f"{story(k)}{'.' * 1_000_000}")
    yield case(KIND, "ellipses.txt", lambda k: f"{story(k)}{'…' * 1_000_000}")
    yield case(KIND, "dots-between.txt", lambda k: f"{story(k)}{'ا.' * 300_000}")
    yield case(KIND, "link.txt", lambda k: f"{story(k)}http://example.org/{'a/' * 150_000}")
    yield case(KIND, "mail.txt", lambda k: f"{story(k)}{'a@' * 150_000}")
    yield case(KIND, "said-many.txt", lambda k: f"{story(k)}{'قال ' * 50_000}")
    yield case(KIND, "names-many.txt", lambda k: f"{story(k)}{'سليم الدوري وكريم العاني ' * 20_000}")
    yield case(KIND, "speakers-many.txt", lambda k: story(k) + "قال سليم الدوري إن السوق مفتوح.\n" * 5_000)
    yield case(KIND, "places-many.txt", lambda k: f"{story(k)}{'حلب وحمص ودمشق وبيروت ' * 20_000}")
    yield lost(KIND, "too-large.txt", b"a" * ((32 << 20) + 1), "source.too-large")
    yield lost(KIND, "too-large.html", b"<html>" + b"a" * (32 << 20), "source.too-large")


def _page(body: str) -> str:
    return (
        f"<!doctype html><html><head><title>الجسر</title></head><body><article>{body}</article></body></html>"
    )


def _pages() -> Iterator[Case]:
    """One text node, attribute or comment without end."""
    may = "html.fallback"
    yield case(
        KIND, "node-before.html", lambda k: _page(f"<p>{FILLER * TIMES}</p><p>{k.words}.</p>"), may=may
    )
    yield case(KIND, "node-after.html", lambda k: _page(f"<p>{k.words}.</p><p>{FILLER * TIMES}</p>"), may=may)
    yield case(KIND, "node-inside.html", lambda k: _page(f"<p>{FILLER * TIMES}{k.words}.</p>"), may=may)
    plain = "".join(f"<p>{FILLER}{FILLER}</p>" for _ in range(4))
    yield case(KIND, "comment.html", lambda k: _page(f"<!--{'x' * MEGA}--><p>{k.words}.</p>{plain}"), may=may)
    yield case(
        KIND, "attribute.html", lambda k: _page(f"<p title='{'x' * MEGA}'>{k.words}.</p>{plain}"), may=may
    )
    yield case(
        KIND,
        "script.html",
        lambda k: _page(f"<script>{'x=1;' * (MEGA // 4)}</script><p>{k.words}.</p>{plain}"),
        may=may,
    )
    yield case(
        KIND,
        "image.html",
        lambda k: _page(f"<img src='data:image/png;base64,{'A' * MEGA}'><p>{k.words}.</p>{plain}"),
        may=may,
    )
    yield case(KIND, "paragraphs.html", lambda k: _page(f"<p>{k.words}.</p>" + plain * 10_000), may=may)
    yield case(
        KIND, "entities.html", lambda k: _page(f"<p>{k.words}.</p>{plain}<p>{'&amp;' * 500_000}</p>"), may=may
    )


def _rows() -> Iterator[Case]:
    """One row without end."""
    yield case(KIND, "row.jsonl", lambda k: '{"text": "' + f"{k.words}. {FILLER * TIMES}" + '"}\n')
    yield case(KIND, "row.csv", lambda k: f'text,id\n"{k.words.replace(chr(34), "")}. {FILLER * TIMES}",1\n')
    yield case(KIND, "other-field.jsonl", lambda k: '{"x": "' + "y" * MEGA + f'", "text": "{k.words}."}}\n')


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_texts(), *_pages(), *_rows()]
