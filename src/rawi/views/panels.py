"""One series of a drawing, from top to bottom: heading, sentence, chart, legend, list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import msgspec

from rawi.ledger.answers import PointView, SeriesView
from rawi.views.amounts import render_amount, render_round
from rawi.views.dates import render_date
from rawi.views.labels import Language, label
from rawi.views.plot import By, Mark, Shape, build_plot
from rawi.views.screen import Screen
from rawi.views.signs import Sign, draw_sign
from rawi.views.svg import element, text
from rawi.views.wording import render_summary, render_title, render_words

WIDTH, _MARGIN = 960.0, 40.0
_LEFT, _RIGHT, _EDGE = 104.0, 840.0, 884.0  # of the chart: its sides, and where undated figures stand
_HEIGHT = 300.0
_LETTERS, _LINE = 122, 21.0  # letters to a line of a sentence, and how high the line is
_ROW = 46.0  # of the list
_VALUES, _DATES = 60.0, 270.0  # columns of the list, from the margin
_COLOURS = 6
_LETTER = 7.4  # how wide a letter is taken to be where labels must not meet
_LEGEND: tuple[tuple[Shape, bool, str], ...] = (
    ("exact", False, "legend.exact"),
    ("below", False, "legend.less"),
    ("above", False, "legend.more"),
    ("about", False, "legend.about"),
    ("range", False, "legend.range"),
)


class _Label(msgspec.Struct, frozen=True):
    """Words beside a mark, as a box that others must not meet."""

    words: str
    x: float
    y: float
    width: float

    def meets(self, other: _Label) -> bool:
        """Would two labels cover each other?"""
        apart = self.x + self.width < other.x or other.x + other.width < self.x
        return not apart and abs(self.y - other.y) < 15


class Panel:
    """One series as SVG; made for one drawing."""

    def __init__(
        self, series: SeriesView, language: Language, by: By = "as_of", mirrored: bool = False
    ) -> None:
        self._series, self._language, self._by = series, language, by
        self._mirrored = mirrored
        self._rtl = language == "ar"
        self._plot = build_plot(series, across=8, up=6, by=by)
        self._by_number = {mark.number: mark for mark in self._plot.marks}
        holders = dict.fromkeys(one.point.holder for one in series.points)
        self._colours = {holder: f"h{min(at, _COLOURS - 1)}" for at, holder in enumerate(holders)}
        self._top = 0.0

    def draw(self) -> tuple[str, float]:
        """Return the elements, and how high they are together."""
        parts = [self._text(render_title(self._series, self._language), 0, 38, "heading")]
        y = 38.0
        for line in self._sentences():
            y += _LINE
            parts.append(self._text(line, 0, y, "faint", rtl=self._rtl))
        chart, y = self._chart(y + 28)
        line = element("line", x1=_MARGIN, y1=y + 16, x2=WIDTH - _MARGIN, y2=y + 16, class_="rule")
        parts += [*chart, line]
        y += 42
        for number, one in enumerate(self._series.points, 1):
            parts += self._row(number, one, y)
            y += _ROW
        return "".join(parts), y + 8

    def draw_chart(self) -> tuple[str, float]:
        """Return the elements of chart and legend alone, and how high they are; nothing where no figure can
        be drawn."""
        if not self._plot.marks:
            return "", 0.0
        parts, y = self._chart(24.0)
        return "".join(parts), y + 16

    def _chart(self, top: float) -> tuple[list[str], float]:
        """Return chart, caption and legend from ``top`` on, and where the last line of them is."""
        self._top = top
        parts = [*self._axes(), *self._marks()]
        scale = label("axis_log" if self._plot.logarithmic else "axis_linear", self._language)
        time = label("axis_time" if self._by == "as_of" else "axis_said", self._language)
        if self._mirrored:
            time = f"{label('axis_mirrored', self._language)} {time.partition(':')[2].strip()}"
        y = top + _HEIGHT + 48
        parts.append(self._text(f"{time} · {scale}", 0, y, "faint", rtl=self._rtl))
        legend, y = self._legend(y + 28)
        return [*parts, *legend], y

    def _sentences(self) -> Iterator[str]:
        """Yield the lines over the chart: its course in words, and what it stands on."""
        plain = Screen(language=self._language)
        yield from textwrap.wrap(render_words(self._series, plain), _LETTERS)
        yield render_summary(self._series, plain)

    def _text(
        self,
        words: str,
        inset: float,
        y: float,
        kind: str | None = None,
        rtl: bool | None = None,
    ) -> str:
        """Return words at the side where reading begins, ``inset`` from the margin."""
        x = _MARGIN + inset
        side = "right" if self._rtl else "left"
        return text(words, WIDTH - x if self._rtl else x, y, kind=kind, anchor=side, rtl=rtl)

    def _x(self, share: float | None) -> float:
        """Return where a time stands; the edge for none."""
        if share is None:
            return _EDGE
        return _LEFT + (1 - share if self._mirrored else share) * (_RIGHT - _LEFT)

    def _y(self, share: float) -> float:
        """Return where a value stands."""
        return self._top + (1 - share) * _HEIGHT

    def _axes(self) -> Iterator[str]:
        """Yield both axes with their ticks, and the edge."""
        floor = self._top + _HEIGHT
        for tick in self._plot.up:
            y = self._y(tick.at)
            yield element("line", x1=_LEFT, y1=y, x2=_RIGHT, y2=y, class_="rule")
            name = render_round(tick.value, self._language)
            yield text(name, _LEFT - 10, y + 4, kind="tick", anchor="right", rtl=False)
        yield element("line", x1=_LEFT, y1=floor, x2=_RIGHT, y2=floor, class_="axis")
        for tick in self._plot.across:
            x = self._x(tick.at)
            yield element("line", x1=x, y1=floor, x2=x, y2=floor + 6, class_="axis")
            yield text(tick.name or "", x, floor + 22, kind="tick", anchor="middle", rtl=False)
        if self._plot.undated:
            x = (_RIGHT + _EDGE) / 2
            yield element("line", x1=x, y1=self._top, x2=x, y2=floor, class_="edge")
            yield text("?", _EDGE, floor + 22, kind="tick", anchor="middle", rtl=False)

    def _marks(self) -> Iterator[str]:
        """Yield the marks of the chart, then the labels, as many as find room."""
        if not self._plot.marks:
            middle = (_LEFT + _RIGHT) / 2
            yield text(label("no_chart", self._language), middle, self._top + _HEIGHT / 2, anchor="middle")
        for mark in self._plot.marks:
            yield element("g", draw_sign(self._sign(mark)), class_=self._colours[mark.holder])
        for one in self._labels():
            yield text(one.words, one.x, one.y, kind="value", anchor="left")

    def _sign(self, mark: Mark) -> Sign:
        """Return a mark where it is drawn."""
        first, last = (mark.right, mark.left) if self._mirrored else (mark.left, mark.right)
        return Sign(
            shape=mark.shape,
            x=self._x(mark.at),
            y=self._y(mark.middle),
            top=self._y(mark.high),
            bottom=self._y(mark.low),
            ceiling=self._top,
            floor=self._top + _HEIGHT,
            left=None if first is None else self._x(first),
            right=None if last is None else self._x(last),
            told=None if mark.told is None else self._x(mark.told),
            hollow=mark.hollow,
            denied=mark.denied,
            corrected=mark.corrected,
        )

    def _labels(self) -> list[_Label]:
        """Return number and value beside each place where marks stand; where there is no room, the number."""
        places: dict[tuple[float, float], list[Mark]] = {}
        for mark in self._plot.marks:
            place = float(round(self._x(mark.at))), float(round(self._y(mark.middle)))
            places.setdefault(place, []).append(mark)
        taken = [_Label("", x - 8, y + 5, 16) for x, y in places]
        found: list[_Label] = []
        for place, marks in places.items():
            fitting = (one for one in self._around(marks, *place) if not any(map(one.meets, taken)))
            if chosen := next(fitting, None):
                taken.append(chosen)
                found.append(chosen)
        return found

    def _around(self, marks: list[Mark], x: float, y: float) -> Iterator[_Label]:
        """Yield the labels that a place may have, inside the chart: beside the marks, unless a line runs
        there, above and below of them."""
        listed = ", ".join(str(mark.number) for mark in marks)
        value = render_amount(self._series.points[marks[0].number - 1].entry.figure, self._language)
        lined = any(mark.at is None or mark.told is not None or mark.left != mark.right for mark in marks)
        for words in (f"{listed} · {value}", listed):
            width = len(words) * _LETTER
            beside = ((x + 12, y + 5), (x - 12 - width, y + 5))
            apart = ((x - width / 2, y - 12), (x - width / 2, y + 22), (x + 12, y - 9), (x + 12, y + 19))
            for left, base in (*apart, *beside) if lined else (*beside, *apart):
                if left > _LEFT and left + width < WIDTH - 4:
                    yield _Label(words, left, base, width)

    def _legend(self, y: float) -> tuple[list[str], float]:
        """Return what the signs mean that stand in this chart, and where the last line of it is."""
        shapes = {mark.shape for mark in self._plot.marks}
        items = [(_flat(shape, y, hollow), name) for shape, hollow, name in _LEGEND if shape in shapes]
        if any(mark.hollow for mark in self._plot.marks):
            items.append((_flat("exact", y, True), "legend.hollow"))
        if any(mark.corrected for mark in self._plot.marks):
            items.append((_flat("exact", y, False, corrected=True), "legend.corrected"))
        inset, parts = 0.0, list[str]()
        for sign, name in items:
            words = label(name, self._language)
            width = 34 + len(words) * _LETTER
            if inset and inset + width > WIDTH - 2 * _MARGIN:
                inset, y = 0.0, y + 26
            parts.append(self._key(_moved(sign, y), inset, "key"))
            parts.append(self._text(words, inset + 26, y, "faint", rtl=self._rtl))
            inset += width
        if any(mark.told is not None for mark in self._plot.marks):
            y += 26
            ends = (WIDTH - _MARGIN - 18, WIDTH - _MARGIN) if self._rtl else (_MARGIN, _MARGIN + 18)
            line = element("line", x1=ends[0], y1=y - 5, x2=ends[1], y2=y - 5, class_="told")
            parts.append(element("g", line, class_="key"))
            parts.append(self._text(label("legend.told", self._language), 26, y, "faint", rtl=self._rtl))
        return parts, y

    def _key(self, sign: Sign, inset: float, kind: str) -> str:
        """Return a sign in a line of words."""
        x = _MARGIN + inset + 8
        placed = msgspec.structs.replace(sign, x=WIDTH - x if self._rtl else x)
        return element("g", draw_sign(placed), class_=kind)

    def _row(self, number: int, one: PointView, y: float) -> Iterator[str]:
        """Yield a figure of the list: number, sign, value, dates; under it the words and whose they are."""
        yield self._text(f"{number}", 0, y, "faint", rtl=False)
        if mark := self._by_number.get(number):
            flat = _flat(mark.shape, y, mark.hollow, mark.denied, mark.corrected)
            yield self._key(flat, 26, self._colours[mark.holder])
        yield self._text(render_amount(one.entry.figure, self._language), _VALUES, y, "value")
        yield self._text(" · ".join(self._told(one)), _DATES, y, "faint", rtl=self._rtl)
        yield self._text(f"«{one.entry.words}»", _VALUES, y + 20, "faint")
        holder = one.point.holder or label("narrator", self._language)
        yield self._text(holder, _DATES, y + 20, "faint")

    def _told(self, one: PointView) -> Iterator[str]:
        """Yield the dates of a figure, each with what date it is, and what must stand with it."""
        point, language = one.point, self._language
        dates = (("as_of", point.as_of), ("said", point.said), ("published", point.published))
        given = [f"{label(name, language)} {render_date(day, language)}" for name, day in dates if day]
        yield from given or [label("no_date", language)]
        yield from (label(name, language) for name in ("denied", "joint") if getattr(point, name))
        if point.confidence == "doubtful":
            yield label("doubtful", language)
        if point.relayed_by:
            yield f"{label('relayed_by', language)} {' › '.join(point.relayed_by)}"


def _flat(shape: Shape, y: float, hollow: bool, denied: bool = False, corrected: bool = False) -> Sign:
    """Return a sign as it stands in a line of words: without the bar of what is open."""
    return Sign(
        shape, 0, y - 5, y - 11, y + 1, y - 5, y - 5, hollow=hollow, denied=denied, corrected=corrected
    )


def _moved(sign: Sign, y: float) -> Sign:
    """Return a sign of a line of words in another line."""
    return _flat(sign.shape, y, sign.hollow, sign.denied, sign.corrected)
