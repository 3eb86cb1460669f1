"""What a chart shows, as plain numbers for the element that draws it: `<progress-chart>` has no words and no rules of its own.

    lines    runs of days or weeks; a hole of more than one step breaks the line, a 0 is a mark at zero
    marks    every number that was told, several a day where several were
    bars     weeks: what was planned as a frame, what was done as its filling
    band     what may be chance around where it began (the measure's own error)
    rungs    names of the steps of a ladder, from the lowest

Every chart has a table beside it with the same numbers; the words come from here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from statistics import median as middle_of
from typing import Any, Literal

from django.utils.translation import gettext as _

from psoas import journey
from psoas.outcomes.pain import PainMoment
from psoas.outcomes.retest import Retest
from psoas.outcomes.strength import Climb
from psoas.outcomes.weeks import WeekTold
from psoas.statistics.series import Series

Tone = Literal["pain", "hips", "trunk", "go", "soft"]
Spot = tuple[str, float]
"""A day and a number."""
SHORTEST = timedelta(days=13)
"""A chart shows at least two weeks, so that a few days are not drawn as a mountain range."""
A_WEEK = 7
LONG = timedelta(days=42)
"""From here on a line of days is a thicket: it runs through the middle of each week instead."""


@dataclass(frozen=True)
class ChartLine:
    name: str
    tone: Tone
    points: tuple[Spot, ...]
    marks: tuple[Spot, ...] = ()
    main: bool = False


@dataclass(frozen=True)
class Bars:
    name: str
    tone: Tone
    points: tuple[Spot, ...]
    frame: bool = False


@dataclass(frozen=True)
class Chart:
    """`step_days`: how far apart two neighbours may lie and still be joined."""

    first: str
    last: str
    least: float
    most: float
    step_days: int = 1
    lines: tuple[ChartLine, ...] = ()
    bars: tuple[Bars, ...] = ()
    band: tuple[float, float] | None = None
    rungs: tuple[str, ...] = ()
    unit: str = ""

    @property
    def many(self) -> bool:
        """Does the line run through weeks, with the days as marks?"""
        return self.step_days == A_WEEK and not self.rungs and not self.bars

    @property
    def data(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def is_empty(self) -> bool:
        return not any(line.points or line.marks for line in self.lines) and not any(bars.points for bars in self.bars)


def pain_chart(outlook: journey.Outlook, *, since: date, today: date, error: float | None) -> Chart:
    """Before moving as the main line; after moving and the morning after beside it. Over many weeks the line is the middle of
    each week, and the days stay as marks."""
    names: dict[PainMoment, str] = {"before": _("before"), "after": _("after"), "morning": _("morning")}
    tones: dict[PainMoment, Tone] = {"before": "pain", "after": "soft", "morning": "trunk"}
    marks = [mark for mark in outlook.pain_told if mark.on >= since]
    long = today - since > LONG
    lines = tuple(
        ChartLine(
            name=names[moment],
            tone=tones[moment],
            points=_weeks_of(journey.pain_line(marks, moment), since) if long else _spots(journey.pain_line(marks, moment)),
            marks=tuple((mark.on.isoformat(), float(mark.pain)) for mark in marks if mark.moment == moment),
            main=moment == "before",
        )
        for moment in names
    )
    return Chart(
        step_days=A_WEEK if long else 1,
        first=_first((mark.on for mark in marks), since=since, today=today),
        last=today.isoformat(),
        least=0,
        most=10,
        lines=lines,
        band=_band(outlook.pain.baseline, error),
    )


def mobility_chart(outlook: journey.Outlook, *, since: date, today: date, error: float | None) -> Chart:
    series = outlook.mobility.series.since(since)
    long = today - since > LONG
    line = ChartLine(
        name="", tone="hips", points=_weeks_of(series, since) if long else _spots(series), marks=_spots(series), main=True
    )
    return Chart(
        step_days=A_WEEK if long else 1,
        first=_first((point.on for point in series.points), since=since, today=today),
        last=today.isoformat(),
        least=0,
        most=10,
        lines=(line,),
        band=_band(outlook.mobility.baseline, error),
    )


def done_chart(weeks: Sequence[WeekTold]) -> Chart:
    """Movements done, beside those planned on the days that were logged."""
    planned = tuple(
        (week.first.isoformat(), float(week.planned)) for week in weeks if week.planned is not None and week.logged_days
    )
    done = tuple((week.first.isoformat(), float(week.done)) for week in weeks if week.logged_days)
    bars = (
        Bars(name=_("planned on logged days"), tone="soft", points=planned, frame=True),
        Bars(name=_("done"), tone="go", points=done),
    )
    return _weekly(weeks, bars, most=max([1.0, *(n for _on, n in (*planned, *done))]))


def walking_chart(weeks: Sequence[WeekTold]) -> Chart:
    """Minutes a week, on the days that were told."""
    points = tuple((w.first.isoformat(), float(w.walked_minutes)) for w in weeks if w.walked_minutes is not None)
    bars = (Bars(name=_("minutes"), tone="trunk", points=points),)
    return _weekly(weeks, bars, most=max([30.0, *(n for _on, n in points)]))


def climb_chart(climb: Climb, *, first: date, today: date) -> Chart:
    """The ladder of one pattern: rungs as levels, the best session of each week as a mark."""
    points = tuple((week.first.isoformat(), week.level) for week in climb.weeks if week.first >= first)
    last = max(today, first + 2 * timedelta(days=A_WEEK))
    return Chart(
        first=first.isoformat(),
        last=last.isoformat(),
        least=0,
        most=float(len(climb.rungs)),
        step_days=A_WEEK,
        lines=(ChartLine(name="", tone="go", points=points, marks=points, main=True),),
        rungs=tuple(journey.catalogue().exercises[name].names.plain for name in climb.rungs),
    )


def retest_chart(retest: Retest) -> Chart:
    """Values of one measure over the examinations, with the measurement error around the first."""
    points = _spots(retest.values)
    numbers = [number for _on, number in points]
    error = retest.error or 0.0
    low, high = min(0.0, *numbers), max(*numbers, numbers[0] + error, 1.0)
    around = _around(numbers[0], retest.error)
    band = None if around is None else (max(low, around[0]), min(high, around[1]))
    return Chart(
        first=points[0][0],
        last=points[-1][0],
        least=low,
        most=high,
        step_days=10_000,
        lines=(ChartLine(name="", tone="hips", points=points, marks=points, main=True),),
        band=band,
        unit={"deg": "°", "s": " s"}.get(retest.unit, ""),
    )


def activity_chart(ratings: Series, *, error: float | None) -> Chart:
    points = _spots(ratings)
    return Chart(
        first=points[0][0],
        last=points[-1][0],
        least=0,
        most=10,
        step_days=10_000,
        lines=(ChartLine(name="", tone="go", points=points, marks=points, main=True),),
        band=_band(points[0][1], error),
    )


def _weekly(weeks: Sequence[WeekTold], bars: tuple[Bars, ...], *, most: float) -> Chart:
    first, last = weeks[0].first, max(weeks[-1].first, weeks[0].first + 3 * timedelta(days=A_WEEK))
    end = last + timedelta(days=A_WEEK)
    return Chart(first=first.isoformat(), last=end.isoformat(), least=0, most=most, step_days=A_WEEK, bars=bars)


def _spots(series: Series) -> tuple[Spot, ...]:
    return tuple((point.on.isoformat(), point.value) for point in series.points)


def _weeks_of(series: Series, since: date) -> tuple[Spot, ...]:
    """The middle of each week, in its middle; a week without a day is a gap."""
    weeks: dict[date, list[float]] = {}
    for point in series.points:
        weeks.setdefault(point.on - timedelta(days=(point.on - since).days % A_WEEK), []).append(point.value)
    return tuple(((first + timedelta(days=A_WEEK // 2)).isoformat(), middle_of(weeks[first])) for first in sorted(weeks))


def _first(days: Iterable[date], *, since: date, today: date) -> str:
    """The first known day, or the beginning of what is shown; at least two weeks before today."""
    return max(min([*days, today - SHORTEST]), since).isoformat()


def _band(middle: float | None, error: float | None) -> tuple[float, float] | None:
    found = None if middle is None else _around(middle, error)
    return None if found is None else (max(0.0, found[0]), min(10.0, found[1]))


def _around(middle: float, error: float | None) -> tuple[float, float] | None:
    return None if error is None else (middle - error, middle + error)
