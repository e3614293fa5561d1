"""Text that a page holds and no reader of it sees: it must not be read, however it is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import FILLER, Case, case
from tests.hostile.pages import MAY, page, paragraphs

KIND = "hidden"
SECRET = "أعلن الوزير الوهمي نادر السرّي أن السد انهار في بيان لم يره أحد من القراء"
#: How text is hidden in the body: ``{0}`` is the text.
WAYS = {
    "attribute": "<p hidden>{0}</p>",
    "attribute-empty": "<p hidden=''>{0}</p>",
    "attribute-false": "<p hidden=false>{0}</p>",
    "attribute-upper": "<P HIDDEN>{0}</P>",
    "until-found": "<p hidden=until-found>{0}</p>",
    "display": "<div style='display: none'><p>{0}</p></div>",
    "display-important": "<p style='display:none !important'>{0}</p>",
    "display-upper": "<p STYLE='DISPLAY:NONE'>{0}</p>",
    "display-comment": "<p style='display:/**/none'>{0}</p>",
    "display-escape": "<p style='d\\69splay:none'>{0}</p>",
    "display-entity": "<p style='display&#58;none'>{0}</p>",
    "display-last": "<p style='display:block;color:red;display:none'>{0}</p>",
    "display-unquoted": "<p style=display:none>{0}</p>",
    "display-lines": "<p style='\n display\n:\tnone\n'>{0}</p>",
    "visibility": "<p style='visibility:hidden'>{0}</p>",
    "visibility-collapse": "<p style='visibility:collapse'>{0}</p>",
    "opacity": "<p style='opacity:0'>{0}</p>",
    "opacity-decimal": "<p style='opacity:0.0'>{0}</p>",
    "opacity-dot": "<p style='opacity:.0'>{0}</p>",
    "opacity-percent": "<p style='opacity:0%'>{0}</p>",
    "opacity-faint": "<p style='opacity:0.001'>{0}</p>",
    "filter": "<p style='filter:opacity(0)'>{0}</p>",
    "size": "<p style='font-size:0px'>{0}</p>",
    "size-bare": "<p style='font-size:0'>{0}</p>",
    "size-em": "<p style='font-size:0.0em'>{0}</p>",
    "size-tiny": "<p style='font-size:0.01px'>{0}</p>",
    "size-shorthand": "<p style='font:0/0 a'>{0}</p>",
    "off-screen": "<p style='position:absolute;left:-9999px'>{0}</p>",
    "off-screen-top": "<p style='position:fixed;top:-200em'>{0}</p>",
    "off-screen-inset": "<p style='position:absolute;inset-inline-start:-9999px'>{0}</p>",
    "off-screen-right": "<p style='position:absolute;right:-9999px'>{0}</p>",
    "off-screen-percent": "<p style='position:absolute;left:-1000%'>{0}</p>",
    "off-screen-calc": "<p style='position:absolute;left:calc(-9999px)'>{0}</p>",
    "margin": "<p style='margin-left:-9999px'>{0}</p>",
    "indent": "<p style='text-indent:-5000px'>{0}</p>",
    "translate": "<p style='transform:translateX(-9999px)'>{0}</p>",
    "scale": "<p style='transform:scale(0)'>{0}</p>",
    "scale-axis": "<p style='transform:scaleY(0)'>{0}</p>",
    "scale-property": "<p style='scale:0'>{0}</p>",
    "clip": "<p style='position:absolute;clip:rect(0,0,0,0)'>{0}</p>",
    "clip-spaces": "<p style='position:absolute;clip:rect(1px 1px 1px 1px)'>{0}</p>",
    "clip-inset": "<p style='clip-path:inset(50%)'>{0}</p>",
    "clip-circle": "<p style='clip-path:circle(0)'>{0}</p>",
    "clip-polygon": "<p style='clip-path:polygon(0 0,0 0,0 0)'>{0}</p>",
    "zero-box": "<p style='height:0;width:0;overflow:hidden'>{0}</p>",
    "zero-height": "<p style='height:0;overflow:hidden'>{0}</p>",
    "zero-max-height": "<p style='max-height:0px;overflow:hidden'>{0}</p>",
    "one-pixel": "<p style='position:absolute;width:1px;height:1px;overflow:hidden'>{0}</p>",
    "transparent": "<p style='color:transparent'>{0}</p>",
    "alpha": "<p style='color:rgba(0,0,0,0)'>{0}</p>",
    "alpha-hex": "<p style='color:#00000000'>{0}</p>",
    "white-on-white": "<p style='color:#fff;background:#fff'>{0}</p>",
    "white-named": "<p style='color:white;background-color:white'>{0}</p>",
    "white-alone": "<p style='color:#ffffff'>{0}</p>",
    "same-colour": "<p style='color:#123456;background-color:#123456'>{0}</p>",
    "font-colour": "<div bgcolor=#ffffff><font color=#ffffff>{0}</font></div>",
    "content-visibility": "<p style='content-visibility:hidden'>{0}</p>",
    "aria": "<p aria-hidden='true'>{0}</p>",
    "template": "<template><p>{0}</p></template>",
    "script": "<script>{0}</script>",
    "script-text": "<script type='text/plain'>{0}</script>",
    "script-template": "<script type='text/x-template'><p>{0}</p></script>",
    "style": "<style>{0}</style>",
    "noscript": "<noscript><p>{0}</p></noscript>",
    "comment": "<!-- <p>{0}</p> -->",
    "comment-conditional": "<!--[if IE]><p>{0}</p><![endif]-->",
    "instruction": "<?php echo '{0}' ?>",
    "textarea": "<textarea>{0}</textarea>",
    "input": "<input value='{0}'>",
    "input-hidden": "<input type=hidden value='{0}'>",
    "placeholder": "<input placeholder='{0}'>",
    "alt": "<img alt='{0}'>",
    "title": "<p title='{0}'></p>",
    "label": "<p aria-label='{0}'></p>",
    "data": "<p data-text='{0}'></p>",
    "content": "<meta itemprop=description content='{0}'>",
    "dialog": "<dialog><p>{0}</p></dialog>",
    "select": "<select><option>{0}</select>",
    "datalist": "<datalist><option>{0}</datalist>",
    "object": "<object>{0}</object>",
    "iframe": "<iframe>{0}</iframe>",
    "srcdoc": "<iframe srcdoc='<p>{0}</p>'></iframe>",
    "video": "<video>{0}</video>",
    "canvas": "<canvas>{0}</canvas>",
    "svg-title": "<svg><title>{0}</title></svg>",
    "svg-desc": "<svg><desc>{0}</desc></svg>",
    "svg-defs": "<svg><defs><text>{0}</text></defs></svg>",
    "noembed": "<noembed>{0}</noembed>",
    "noframes": "<noframes>{0}</noframes>",
    "popover": "<div popover><p>{0}</p></div>",
    "head-title": "<svg><title>{0}</title></svg>",
    "inherited": "<div style='display:none'><div style='display:block'><p>{0}</p></div></div>",
    "deep": "<div hidden>" + "<div>" * 300 + "<p>{0}</p>" + "</div>" * 300 + "</div>",
    "unclosed": "<p>نعم</p><div style='display:none'><p>{0}",
}
#: How text is hidden by a sheet in the head: the sheet and what stands in the body.
SHEETS = {
    "class": (".x9{display:none}", "<p class='b x9'>{0}</p>"),
    "id": ("#y7{visibility:hidden}", "<div id=y7><p>{0}</p></div>"),
    "important": (".x9{display:none!important}", "<p class=x9>{0}</p>"),
    "list": (".a, .x9 , #b{display:none}", "<p class=x9>{0}</p>"),
    "both": (".a.b{display:none}", "<p class='b a'>{0}</p>"),
    "element-class": ("p.x9{display:none}", "<p class=x9>{0}</p>"),
    "element-id": ("div#y7{display:none}", "<div id=y7>{0}</div>"),
    "nested": (".out .in{display:none}", "<div class=out><p class=in>{0}</p></div>"),
    "child": (".out > p{display:none}", "<div class=out><p>{0}</p></div>"),
    "element-in-class": (".out p{display:none}", "<div class=out><p>{0}</p></div>"),
    "element": ("aside{display:none}", "<aside>{0}</aside>"),
    "own-element": ("x-note{display:none}", "<x-note>{0}</x-note>"),
    "attribute": ("[data-x]{display:none}", "<p data-x=1>{0}</p>"),
    "attribute-value": ("p[data-x='1']{display:none}", "<p data-x=1>{0}</p>"),
    "attribute-part": ("[class*=ide]{display:none}", "<p class=hideme>{0}</p>"),
    "comment-in-sheet": (".x9/* a */{/* b */display:none}", "<p class=x9>{0}</p>"),
    "media-screen": ("@media screen{.x9{display:none}}", "<p class=x9>{0}</p>"),
    "media-all": ("@media all{.x9{display:none}}", "<p class=x9>{0}</p>"),
    "supports": ("@supports (display:block){.x9{display:none}}", "<p class=x9>{0}</p>"),
    "layer": ("@layer a{.x9{display:none}}", "<p class=x9>{0}</p>"),
    "nth": (".out p:nth-child(1){display:none}", "<div class=out><p>{0}</p></div>"),
    "not": ("p.x9:not(.shown){display:none}", "<p class=x9>{0}</p>"),
    "is": (":is(.x9){display:none}", "<p class=x9>{0}</p>"),
    "escaped": (".x\\39{display:none}", "<p class=x9>{0}</p>"),
    "sibling": (".a + p{display:none}", "<div class=a></div><p>{0}</p>"),
    "off-screen": (".x9{position:absolute;left:-9999px}", "<p class=x9>{0}</p>"),
    "screen-reader": (
        ".sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}",
        "<p class=sr-only>{0}</p>",
    ),
    "colour": (".x9{color:#fff;background:#fff}", "<p class=x9>{0}</p>"),
    "size": (".x9{font-size:0}", "<p class=x9>{0}</p>"),
    "opacity": (".x9{opacity:0}", "<p class=x9>{0}</p>"),
    "two-sheets": (".a{color:red}</style><style>.x9{display:none}", "<p class=x9>{0}</p>"),
    "arabic-class": (".مخفي{display:none}", "<p class=مخفي>{0}</p>"),
    "variable": (":root{--d:none}.x9{display:var(--d)}", "<p class=x9>{0}</p>"),
}
#: What looks like hiding and is none: the words are shown.
SHOWN = {
    "shown-block": "<p style='display:block'>{0}</p>",
    "shown-visible": "<p style='visibility:visible'>{0}</p>",
    "shown-opaque": "<p style='opacity:0.9'>{0}</p>",
    "shown-aria": "<p aria-hidden='false'>{0}</p>",
    "shown-class": "<style>.hide{{display:none}}</style><p class=shown>{0}</p>",
    "shown-print": "<style>@media print{{.x{{display:none}}}}</style><p class=x>{0}</p>",
    "shown-size": "<p style='font-size:10px'>{0}</p>",
    "shown-left": "<p style='margin-left:-5px'>{0}</p>",
    "shown-details": "<details open><summary>نعم</summary><p>{0}</p></details>",
    "shown-dialog": "<dialog open><p>{0}</p></dialog>",
    "shown-word": "<p data-hidden='x' title='display:none'>{0}</p>",
    "shown-dark": "<div style='background:#000'><p style='color:#fff'>{0}</p></div>",
    "shown-form": "<form><fieldset><p>{0}</p></fieldset></form>",
    "shown-cdata": "<![CDATA[<p>{0}</p>]]>",
    "shown-void": "<br hidden><hr hidden><p>{0}</p>",
}


def all_cases() -> list[Case]:
    """Every case of the class."""
    return list(_cases())


def _cases() -> Iterator[Case]:
    last = f"<p>{FILLER * 3}</p>"
    never, absent = ("نادر السر",), ("نادر السر",)
    for name, way in WAYS.items():
        body = way.format(SECRET)
        yield case(
            KIND,
            f"{name}.html",
            lambda k, b=body: page(paragraphs(k) + b + last),
            may=MAY,
            never=never,
            absent=absent,
        )
        if name in ("attribute", "display", "template", "comment", "class"):
            yield case(
                KIND,
                f"{name}-first.html",
                lambda k, b=body: page(b + paragraphs(k) + last),
                may=MAY,
                never=never,
                absent=absent,
            )
    for name, (sheet, way) in SHEETS.items():
        body, head = way.format(SECRET), f"<style>{sheet}</style>"
        yield case(
            KIND,
            f"sheet-{name}.html",
            lambda k, b=body, h=head: page(paragraphs(k) + b + last, h),
            may=MAY,
            never=never,
            absent=absent,
        )
    for name, way in SHOWN.items():
        yield case(
            KIND,
            f"{name}.html",
            lambda k, w=way: page(w.format(k.words + ".") + last * 3),
            may=MAY,
        )
