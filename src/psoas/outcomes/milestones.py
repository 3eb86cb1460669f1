"""Where the plan should be judged, and what a person can do now that they could not.

    own activities    three things in their own words, 0-10: first against latest           PRO-3
    walking           minutes of the plan's first week against the last seven days
    week 6            pain lower by 2 points or 30 %? If not: a clinician's look            ACR, PRO-1
    rising            the middle pain higher two weeks running: a clinician's look          same

Judgement needs days: a week that nobody logged is not judged, and says so.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from psoas.assessment.examination import Examination
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Diary
from psoas.outcomes.trajectory import pain_trajectory, precision_of_pain
from psoas.planning.plan import Plan
from psoas.statistics.detectable_change import Precision, Reading, read_change
from psoas.statistics.series import Median, Series, median, series_of
from psoas.vocabulary.dates import WEEK_DAYS
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

JUDGED_AFTER_DAYS = 42
"""Six weeks: most change comes by then (EX-10), and imaging or referral is weighed only then (ACR)."""
RISING_WEEKS = 3
"""Two rises need three weeks."""
OWN_ACTIVITIES = "own-activities"

Judgement = Literal["too-early", "unknown", "worthwhile", "see-a-clinician", "keeping"]


@value
class WeekSix:
    """The plan after six weeks."""

    judgement: Judgement
    because: Reason


@value
class ActivityChange:
    """One own activity: then, now, and how to read the difference (more is better)."""

    activity: str
    first: float
    latest: float
    reading: Reading
    ratings: Series = Series()
    """Every rating, on its day."""


@value
class WalkedMinutes:
    """Minutes a day on the days that were logged; a day without a number is a gap, 0 is data."""

    first_week: Median | None
    last_week: Median | None


REASONS: Mapping[Judgement, str] = {
    "too-early": "too-early",
    "unknown": "unknown",
    "worthwhile": "worthwhile",
    "see-a-clinician": "no-change-by-week-6",
    "keeping": "keeping",
}


def judge_week_six(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> WeekSix:
    """Has pain changed enough after six weeks to go on alone?"""
    judgement = _judgement(plan, diary, catalogue=catalogue, today=today)
    return WeekSix(judgement=judgement, because=catalogue.reason(REASONS[judgement]))


def _judgement(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Judgement:
    if plan.stage == "keep-well":
        return "keeping"
    if (today - plan.start).days < JUDGED_AFTER_DAYS:
        return "too-early"
    pain = pain_trajectory(plan, diary, catalogue=catalogue, today=today)
    if pain.change is None or pain.now is None or pain.baseline is None:
        return "unknown"
    worthwhile = precision_of_pain(pain.baseline, catalogue=catalogue).important_change
    return "worthwhile" if -pain.change >= worthwhile or pain.now.value == 0 else "see-a-clinician"


def rises_two_weeks(diary: Diary, *, catalogue: Catalogue, today: date) -> Reason | None:
    """The reason to be seen when the middle pain rose from each of the last three weeks to the next."""
    first = today - timedelta(days=RISING_WEEKS * WEEK_DAYS)
    pain = series_of((entry.on, entry.pain.before if entry.pain else None) for entry in diary.entries if entry.on >= first)
    weeks = [
        median(pain.last_days(WEEK_DAYS, today=today - timedelta(days=back * WEEK_DAYS)))
        for back in reversed(range(RISING_WEEKS))
    ]
    values = [week.value for week in weeks if week is not None]
    rising = len(values) == len(weeks) and values[0] < values[1] < values[2]
    return catalogue.reason("rising-two-weeks") if rising else None


def own_activities(examinations: Sequence[Examination], *, catalogue: Catalogue) -> tuple[ActivityChange, ...]:
    """Each own-worded activity that was rated at least twice, first against latest."""
    series: dict[str, dict[date, float]] = {}
    for examination in sorted(examinations, key=lambda examination: examination.on):
        for score in examination.scores:
            if score.instrument.startswith(f"{OWN_ACTIVITIES}:"):
                name = score.instrument.partition(":")[2].strip()
                series.setdefault(name, {})[examination.on] = score.value
    precision = _precision_of_activities(catalogue)
    return tuple(_activity(name, rated, precision) for name, rated in series.items() if len(rated) > 1)


def walked(plan: Plan, diary: Diary, *, today: date) -> WalkedMinutes:
    """Then and now, in minutes of the middle day."""
    minutes: Series = series_of((entry.on, entry.minutes_walked) for entry in diary.entries if entry.on <= today)
    first = minutes.since(plan.start).until(plan.start + timedelta(days=WEEK_DAYS - 1))
    return WalkedMinutes(first_week=median(first), last_week=median(minutes.last_days(WEEK_DAYS, today=today)))


def _activity(name: str, rated: Mapping[date, float], precision: Precision) -> ActivityChange:
    ratings = series_of(rated.items())
    first, latest = ratings.points[0].value, ratings.points[-1].value
    reading = read_change(latest - first, precision=precision)
    return ActivityChange(activity=name, first=first, latest=latest, reading=reading, ratings=ratings)


def _precision_of_activities(catalogue: Catalogue) -> Precision:
    threshold = catalogue.thresholds[OWN_ACTIVITIES]
    if threshold.detectable_change is None or threshold.important_change is None:
        raise ValueError(f"{OWN_ACTIVITIES} needs both thresholds")
    return Precision(detectable_change=threshold.detectable_change, important_change=threshold.important_change)
