"""What a page shows, block by block, each code point with its place in the page."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.blocks import read_blocks
from rawi.model.span import Span

MARKUP = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "</a>",
    "<td>",
    "<",
    "<i>",
    "</i>",
    "&nbsp;",
    "&amp;",
    "&#1587;",
    "&#x633;",
    "&quot",
    "&bogus;",
]
PIECES = st.sampled_from(
    [
        *MARKUP,
        *("<a href=x>", "<!-- x -->", "<p hidden>", "<style>.a{display:none}</style>", "<i class=a>"),
        *("&#xD800;", "&#0;", "قال سليم", "الجسر", " ", "\n\n", "\t", "😀", "\u064e"),
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_each_character_knows_its_place(page: str) -> None:
    """Mapped back, a code point gives itself, the entity it was written as, or white space."""
    shown = read_blocks(page)
    last = 0
    for at, letter in enumerate(shown.text):
        if letter == "\n":
            continue
        span = shown.to_source(Span(at, at + 1))
        written = page[span.start : span.end]
        assert written == letter or letter in unescape(written) or (letter == " " and not written.strip())
        assert span.start >= last
        last = span.start


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_are_the_text(page: str) -> None:
    """Joined by line breaks, the blocks are the text, none of them empty or beginning with a blank."""
    shown = read_blocks(page)
    words = [block.span.of(shown.text) for block in shown.blocks]
    assert "\n".join(words) == shown.text
    assert all(one == one.strip(" \t\n") != "" for one in words)
    assert all(0 <= block.linked <= block.length for block in shown.blocks)


HIDDEN = [
    "<p hidden>سر</p>",
    "<p hidden=until-found>سر</p>",
    "<div aria-hidden='TRUE'>سر</div>",
    "<div style='display : none'>سر</div>",
    "<div style='DISPLAY:NONE!important'>سر</div>",
    "<div style='visibility:hidden'>سر</div>",
    "<div style='opacity:0.0'>سر</div>",
    "<div style='font-size:0'>سر</div>",
    "<div style='position:absolute;left:-9999px'>سر</div>",
    "<div style='text-indent:-999em'>سر</div>",
    "<div style='height:0;overflow:hidden'>سر</div>",
    "<div style='overflow:hidden;max-height:0px'>سر</div>",
    "<div style='clip:rect(0,0,0,0)'>سر</div>",
    "<div style='clip-path:inset(100%)'>سر</div>",
    "<div style='color:#fff;background:#fff'>سر</div>",
    "<div style='color:transparent'>سر</div>",
    "<div style='color:rgba(0,0,0,0)'>سر</div>",
    "<div style='transform:scale(0)'>سر</div>",
    "<div style='content-visibility:hidden'>سر</div>",
    "<style>.x{display:none}</style><p class='a x'>سر</p>",
    "<style>#x{display:none}</style><p id=x>سر</p>",
    "<style>.a.x{display:none}</style><p class='x a'>سر</p>",
    "<style>div.a p.x, .b{display:none}</style><div class=a><p class=x>سر</p></div>",
    "<style>.a > .x{opacity:0}</style><div class=a><p class=x>سر</p></div>",
    "<style>[data-x='1']{display:none}</style><p data-x=1>سر</p>",
    "<style>aside{display:none}</style><aside>سر</aside>",
    "<style>@media screen{.x{display:none}}</style><p class=x>سر</p>",
    "<style>/* x */ .x /* y */ {display:none}</style><p class=x>سر</p>",
    "<template>سر</template>",
    "<!-- <p>سر</p> --!>",
    "<div hidden><table><tr><td></div><p>سر</table></div>",
    "<style><!-- .x{display:none} --></style><p class=x>سر</p>",
    "<p style='color:rgb(0 0 0 / 0)'>سر</p>",
    "<p style='position:absolute;left:9999px'>سر</p>",
    "<noscript>سر</noscript>",
    "<dialog>سر</dialog>",
    "<svg><text>سر</text></svg>",
    "<script type=text/plain>سر</script>",
    "<textarea>سر</textarea>",
    "<select><option>سر</select>",
    "<!-- سر -->",
    "<input value='سر'>",
    "<img alt='سر' title='سر'>",
]
SHOWN = [
    "<p style='display:block'>سر</p>",
    "<p style='opacity:0.5'>سر</p>",
    "<p style='font-size:0.9em'>سر</p>",
    "<p style='margin-left:-10px'>سر</p>",
    "<p style='overflow:hidden;height:100px'>سر</p>",
    "<p style='color:#fff;background:#000'>سر</p>",
    "<p style='line-height:0.5;background-color:transparent'>سر</p>",
    "<style>.a.x{display:none}</style><p class=x>سر</p>",
    "<style>.a .x{display:none}</style><p class=x>سر</p>",
    "<style>@media print{.x{display:none}}</style><p class=x>سر</p>",
    "<style media=print>.x{display:none}</style><p class=x>سر</p>",
    "<style>.x:hover{display:none}</style><p class=x>سر</p>",
    "<style>body{visibility:hidden}</style><p>سر</p>",
    "<p aria-hidden=false>سر</p>",
    "<p style='float:left;margin-right:-100%'>سر</p>",
    "<p style='margin-left:-150px'>سر</p>",
    "<p style='color:#fff;background-image:url(x)'>سر</p>",
    "<style>.x{opacity:0;animation:a 1s forwards}</style><p class=x>سر</p>",
    "<style>.x{display:none}.x{display:block}</style><p class=x>سر</p>",
    "<style>@supports not (display:grid){.x{display:none}}</style><p class=x>سر</p>",
    "<noscript><style>.x{display:none}</style></noscript><p class=x>سر</p>",
    "<template><style>.x{display:none}</style></template><p class=x>سر</p>",
    "<dialog open>سر</dialog>",
    "<details><summary>المزيد</summary>سر</details>",
]


@pytest.mark.parametrize("page", HIDDEN)
def test_hidden_text_is_not_read(page: str) -> None:
    """What no browser shows is not in the text; what stands after it is."""
    assert "سر" not in read_blocks(f"<body><p>قبل</p>{page}<p>بعد").text
    assert read_blocks(f"<body><p>قبل</p>{page}<p>بعد").text.endswith("بعد")


@pytest.mark.parametrize("page", SHOWN)
def test_shown_text_is_read(page: str) -> None:
    """What a browser shows is in the text."""
    assert "سر" in read_blocks(f"<body>{page}").text


def test_a_number_that_is_no_character_is_nothing() -> None:
    """``&#1`` stands for no character, and parts no word."""
    assert read_blocks("<p>قا&#1ل").text == "قال"


def test_deep_and_long_pages_are_read_whole() -> None:
    """A hundred thousand levels, and a text of twelve million letters, lose nothing."""
    assert read_blocks("<div>" * 100_000 + "قال سليم").text == "قال سليم"
    assert len(read_blocks(f"<p>{'قال ' * 3_000_000}<p>بعد").text) == 12_000_000 + 3
