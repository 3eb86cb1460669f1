"""A chart of 0-10 over days as plain shapes for an SVG: a missing day breaks the line, a zero is a mark on the lowest line.

  |  o-o      o        x: days from the first to the last; y: 0 at the bottom, 10 at the top
  |     \\    /        band: what may be chance around the baseline (the measure's own error)
0 +------o----------   lines: runs of neighbouring days
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from psoas.statistics.series import Point, Series

LEFT, RIGHT, TOP, BOTTOM = 44.0, 40.0, 16.0, 34.0
WIDTH, HEIGHT = 640.0, 300.0
SHORTEST_DAYS = 14
"""A chart shows at least two weeks, so that a few days are not drawn as a mountain range."""


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    on: date
    value: float


@dataclass(frozen=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True)
class Band:
    top: float
    height: float


@dataclass(frozen=True)
class Chart:
    """All that the template draws."""

    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    levels: tuple[Tick, ...]
    days: tuple[Tick, ...]
    band: Band | None
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT

    @property
    def last(self) -> Dot | None:
        return self.dots[-1] if self.dots else None


def draw(series: Series, *, baseline: float | None = None, error: float | None = None, today: date) -> Chart:
    """The shapes of one series."""
    first, last = _span(series, today)
    dots = tuple(_dot(point, first, last) for point in series.points)
    return Chart(
        dots=dots,
        lines=_lines(dots),
        levels=tuple(Tick(_y(level), str(level)) for level in (0, 2, 4, 6, 8, 10)),
        days=_days(first, last),
        band=_band(baseline, error),
    )


def _span(series: Series, today: date) -> tuple[date, date]:
    known = [point.on for point in series.points]
    last = max([*known, today])
    return min([*known, last - timedelta(days=SHORTEST_DAYS - 1)]), last


def _dot(point: Point, first: date, last: date) -> Dot:
    return Dot(x=_x(point.on, first, last), y=_y(point.value), on=point.on, value=point.value)


def _x(on: date, first: date, last: date) -> float:
    share = (on - first).days / max((last - first).days, 1)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(value: float) -> float:
    return round(HEIGHT - BOTTOM - value / 10 * (HEIGHT - TOP - BOTTOM), 1)


def _lines(dots: tuple[Dot, ...]) -> tuple[str, ...]:
    """One path for each run of neighbouring days; a lone day is its mark alone."""
    runs: list[list[Dot]] = [[dot] for dot in dots[:1]]
    for before, dot in pairwise(dots):
        if (dot.on - before.on).days == 1:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return tuple("M" + "L".join(f"{dot.x} {dot.y}" for dot in run) for run in runs if len(run) > 1)


def _days(first: date, last: date) -> tuple[Tick, ...]:
    """The first day, the last, and two between them."""
    length = (last - first).days
    offsets = sorted({0, length // 3, 2 * length // 3, length})
    return tuple(
        Tick(_x(first + timedelta(days=offset), first, last), _short(first + timedelta(days=offset))) for offset in offsets
    )


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _band(baseline: float | None, error: float | None) -> Band | None:
    if baseline is None or error is None:
        return None
    top, bottom = _y(min(baseline + error, 10)), _y(max(baseline - error, 0))
    return Band(top=top, height=round(bottom - top, 1))
