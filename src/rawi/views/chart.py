"""A series as a picture in a terminal: digits and signs alone, so that nothing turns beside Arabic.

``●`` exactly, ``▼`` less than, ``▲`` more than, ``≈`` about, ``┬`` to ``┴`` a range; hollow signs where one
source relays another; what has no date stands over ``?`` at the edge. Numbers beside the marks are those of
the list under the chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.answers import SeriesView
from rawi.views.amounts import render_round
from rawi.views.plot import Mark, Plot, Shape, build_plot
from rawi.views.screen import Screen

_SIGNS: dict[tuple[Shape, bool], str] = {
    ("exact", False): "●",
    ("exact", True): "○",
    ("below", False): "▼",
    ("below", True): "▽",
    ("above", False): "▲",
    ("above", True): "△",
    ("about", False): "≈",
    ("about", True): "∼",
    ("range", False): "┃",
    ("range", True): "│",
}
_MANY, _DENIED = "◆", "×"
_WIDTH, _NARROWEST = 80, 24  # columns where nothing says how wide, and under which no chart is drawn
_HEIGHT = 11
_SPARE = 4  # columns right of the axis of time, in which what has no date stands
_TICK = 11  # columns that a name on the axis of time takes
_LEGEND = (
    ("exact", "●", "legend.exact"),
    ("below", "▼", "legend.less"),
    ("above", "▲", "legend.more"),
    ("about", "≈", "legend.about"),
    ("range", "┃", "legend.range"),
)


def render_chart(series: SeriesView, screen: Screen) -> str:
    """Return the chart of a series, its axes and what the signs mean; a line that says so if nothing of it
    can be drawn."""
    width = screen.width or _WIDTH
    plot = build_plot(series, across=max(1, (width - 12) // _TICK))
    if not plot.marks or width < _NARROWEST:
        return f"    {screen.label('no_chart')}"
    return "\n".join([*_lines(plot, width, screen), *_legend(plot, width, screen)])


def find_sign(mark: Mark) -> str:
    """Return the sign of a figure; one that is denied is crossed out."""
    return _DENIED if mark.denied else _SIGNS[mark.shape, mark.hollow]


class _Grid:
    """Cells of the chart; the last columns are the edge where undated figures stand."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.cells = [[" "] * (width + _SPARE) for _ in range(height)]
        self.numbers: dict[tuple[int, int], list[int]] = {}

    def column(self, share: float | None) -> int:
        """Return the column of a time; that of the edge for none."""
        if share is None:
            return self.width + 1
        return min(self.width - 1, max(0, round(share * (self.width - 1))))

    def row(self, share: float) -> int:
        """Return the row of a value, counted from above."""
        return self.height - 1 - min(self.height - 1, max(0, round(share * (self.height - 1))))

    def put(self, row: int, column: int, sign: str, *, over: bool = True) -> None:
        """Put a sign into a cell; one that is there already stays unless ``over``."""
        if over or self.cells[row][column] == " ":
            self.cells[row][column] = sign


def _lines(plot: Plot, width: int, screen: Screen) -> Iterator[str]:
    """Yield the chart line by line, values at the left and times under it."""
    names = {tick.at: render_round(tick.value, screen.language) for tick in plot.up}
    margin = max(map(len, names.values()), default=1)
    grid = _Grid(width - margin - 3 - _SPARE, _HEIGHT)
    _draw(grid, plot.marks)
    rows = {grid.row(at): name for at, name in names.items()}
    for number, cells in enumerate(grid.cells):
        name = rows.get(number, "")
        yield f"{name:>{margin}} {'┤' if name else '│'}{''.join(cells)}".rstrip()
    axis, under = _axis(plot, grid)
    yield f"{'':>{margin}} └{axis}"
    yield f"{'':>{margin}}  {under}".rstrip()


def _axis(plot: Plot, grid: _Grid) -> tuple[str, str]:
    """Return the axis of time, and the names under it; one that does not fit is left out."""
    axis, under = ["─"] * grid.width, [" "] * (grid.width + _SPARE)
    for tick in plot.across:
        column, name = grid.column(tick.at), tick.name or ""
        start = min(max(0, column - len(name) // 2), grid.width - len(name))
        if start >= 0 and not "".join(under[max(0, start - 1) : start + len(name) + 1]).strip():
            axis[column] = "┴"
            under[start : start + len(name)] = name
    if plot.undated:
        under[grid.width + 1] = "?"
    return "".join(axis), "".join(under)


def _draw(grid: _Grid, marks: Sequence[Mark]) -> None:
    """Put all marks on the grid: what a time or a bound spans first, the signs over it, numbers beside."""
    for mark in marks:
        _draw_span(grid, mark)
    for mark in marks:
        place = grid.row(mark.middle), grid.column(mark.at)
        before = grid.numbers.setdefault(place, [])
        sign = find_sign(mark)
        grid.put(*place, sign if not before or grid.cells[place[0]][place[1]] == sign else _MANY)
        before.append(mark.number)
    for (row, column), numbers in grid.numbers.items():
        _draw_numbers(grid, row, column, ",".join(map(str, numbers)))


def _draw_span(grid: _Grid, mark: Mark) -> None:
    """Draw how long the time of a mark is, and where its value may lie besides."""
    row, column = grid.row(mark.middle), grid.column(mark.at)
    if mark.left is not None and mark.right is not None:
        for at in range(grid.column(mark.left), grid.column(mark.right) + 1):
            grid.put(row, at, "─", over=False)
    if mark.shape == "range":
        top, bottom = grid.row(mark.high), grid.row(mark.low)
        for at in range(top, bottom + 1):
            grid.put(at, column, "┬" if at == top else "┴" if at == bottom else "│")
    open_end = {"below": row + 1, "above": row - 1}.get(mark.shape, -1)
    if 0 <= open_end < grid.height:
        grid.put(open_end, column, "┊", over=False)


def _draw_numbers(grid: _Grid, row: int, column: int, written: str) -> None:
    """Write numbers right of a mark, else left of it, where nothing else stands; else not at all."""
    for start in (column + 1, column - len(written)):
        if _has_room(grid, (row, column), start, start + len(written)):
            grid.cells[row][start : start + len(written)] = written
            return


def _has_room(grid: _Grid, place: tuple[int, int], start: int, end: int) -> bool:
    """May the numbers of a mark be written between two columns: on the chart if it stands there, beside no
    digit?"""
    row, column = place
    cells = grid.cells[row]
    if start < 0 or end > (grid.width if column < grid.width else len(cells)):
        return False
    beside = cells[max(0, start - 1) : start] + cells[end : end + 1]
    return all(cell in " ─" for cell in cells[start:end]) and not any(cell.isdigit() for cell in beside)


def _legend(plot: Plot, width: int, screen: Screen) -> Iterator[str]:
    """Yield what the signs of this chart mean, and how its axes run."""
    shapes = {mark.shape for mark in plot.marks if not mark.denied}
    told = [f"{sign} {screen.label(name)}" for shape, sign, name in _LEGEND if shape in shapes]
    if any(mark.hollow and not mark.denied for mark in plot.marks):
        told.append(f"○ {screen.label('legend.hollow')}")
    if any(mark.denied for mark in plot.marks):
        told.append(f"{_DENIED} {screen.label('legend.denied')}")
    if plot.undated:
        told.append(f"? {screen.label('legend.undated')}")
    told.append(screen.label("axis_log" if plot.logarithmic else "axis_linear"))
    yield from (screen.faint(line) for line in screen.block(" · ".join(told)).split("\n"))
    yield from (screen.faint(line) for line in screen.block(screen.label("axis_time")).split("\n"))
