"""How pain and mobility run over the weeks: then against now, with how sure one can be.

    baseline    pain: the average week that the intake told; mobility: the middle of the plan's first seven days
    now         the middle of the last seven days, and of how many of them
    reading     unclear below 2.4 points of pain (PRO-1, by its standard error); meaningful from 2 points or 30 % of the
                baseline, whichever is less (PRO-1). Mobility is read with the same numbers: D

Gaps stay gaps. Nothing is drawn or said for days that nobody logged.
"""

from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.diary_check import in_order
from psoas.diary.entry import Diary, Entry
from psoas.planning.plan import Plan
from psoas.statistics.detectable_change import Precision, Reading, important_change, read_change
from psoas.statistics.series import Gap, Median, Series, gaps, median, series_of
from psoas.vocabulary.dates import WEEK_DAYS
from psoas.vocabulary.language import decimal
from psoas.vocabulary.value import value

ENOUGH_DAYS = 3
"""From so many days of the last seven a change is called something (psoas-opinion, as the base of adaptation)."""
WORTHWHILE_SHARE = 0.3
"""30 % from the baseline: PRO-1."""
PAIN_THRESHOLD = "pain-0-10"


@value
class Trajectory:
    """One measure over time. `change` is now minus baseline; None where either is unknown. `reading`: None also where the last
    week has too few days."""

    measure: str
    series: Series
    gaps: tuple[Gap, ...]
    baseline: float | None
    now: Median | None
    change: float | None
    reading: Reading | None
    says: str


def pain_trajectory(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Trajectory:
    """Pain before the session, by day, against the average week of the intake."""
    series = series_of((entry.on, entry.pain.before if entry.pain else None) for entry in _known(diary, today))
    baseline = float(plan.intake.pain.average_week)
    precision = precision_of_pain(baseline, catalogue=catalogue)
    return _trajectory("pain", series, baseline, precision, today=today, catalogue=catalogue)


def mobility_trajectory(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Trajectory:
    """Hip mobility as the person rates it, against the plan's first week."""
    series = series_of((entry.on, entry.mobility) for entry in _known(diary, today))
    first = median(series.since(plan.start).until(plan.start + timedelta(days=WEEK_DAYS - 1)))
    baseline = first.value if first else None
    precision = precision_of_pain(baseline or 0.0, catalogue=catalogue)
    return _trajectory("mobility", series, baseline, precision, today=today, catalogue=catalogue)


def precision_of_pain(baseline: float, *, catalogue: Catalogue) -> Precision:
    """What counts as more than chance and as worth having, from this baseline."""
    threshold = catalogue.thresholds[PAIN_THRESHOLD]
    if threshold.detectable_change is None or threshold.important_change is None:
        raise ValueError(f"{PAIN_THRESHOLD} needs both thresholds")
    worthwhile = important_change(baseline, points=threshold.important_change, share=WORTHWHILE_SHARE)
    return Precision(detectable_change=threshold.detectable_change, important_change=worthwhile)


def _known(diary: Diary, today: date) -> tuple[Entry, ...]:
    return tuple(entry for entry in in_order(diary) if entry.on <= today)


def _trajectory(
    measure: str, series: Series, baseline: float | None, precision: Precision, *, today: date, catalogue: Catalogue
) -> Trajectory:
    now = median(series.last_days(WEEK_DAYS, today=today))
    change = now.value - baseline if now is not None and baseline is not None else None
    enough = now is not None and now.of >= ENOUGH_DAYS
    reading = read_change(change, precision=precision) if change is not None and enough else None
    return Trajectory(
        measure=measure,
        series=series,
        gaps=gaps(series),
        baseline=baseline,
        now=now,
        change=change,
        reading=reading,
        says=_say(measure, change, reading, catalogue=catalogue),
    )


def _say(measure: str, change: float | None, reading: Reading | None, *, catalogue: Catalogue) -> str:
    if change is None or reading is None:
        return catalogue.says(f"{measure}-too-few-days")
    if reading is Reading.UNCLEAR:
        return catalogue.says(f"{measure}-unclear")
    direction = "down" if change < 0 else "up"
    worth = "-worthwhile" if reading is Reading.MEANINGFUL else ""
    return catalogue.says(f"{measure}-{direction}{worth}", size=decimal(abs(change)))
