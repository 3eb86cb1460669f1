"""Strength by pattern, as it was done: on which rung, at which dose, week by week.

    rung     a pattern's movements from the easiest up; how many easier ones of the pattern lie below
    level    the rung, and how far up its own range of doses: 1.5 is half way up the second rung (a drawing aid, not a score)

The best session of a week stands for it; a week without one is a gap. Nothing is measured here but what the person wrote.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import get_args

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Pattern
from psoas.diary.adherence import was_done
from psoas.diary.entry import Diary, Done
from psoas.planning.dose import Dose
from psoas.planning.ladder import easier_rungs
from psoas.vocabulary.dates import WEEK_DAYS
from psoas.vocabulary.value import value

TOP_OF_A_RUNG = 0.9
"""A full dose stays below the next rung."""
A_STEP = 0.1
"""A dose a tenth larger is a step (DOSE-10)."""


@value
class StrengthWeek:
    """The best session of one pattern in a week."""

    first: date
    exercise: str
    dose: Dose
    level: float
    sessions: int
    """On how many days of the week the pattern was trained."""


@value
class Climb:
    """One pattern over the weeks; `rungs`: the movements from the easiest up to the highest one done."""

    pattern: Pattern
    rungs: tuple[str, ...]
    weeks: tuple[StrengthWeek, ...]

    @property
    def rungs_up(self) -> int:
        return int(self.weeks[-1].level) - int(self.weeks[0].level)

    @property
    def dose_up(self) -> float | None:
        """The share by which the dose grew on the same movement; None across movements."""
        first, last = self.weeks[0], self.weeks[-1]
        return last.dose.amount / first.dose.amount - 1 if first.exercise == last.exercise else None


def climbs(diary: Diary, *, start: date, catalogue: Catalogue, today: date) -> tuple[Climb, ...]:
    """Each pattern that was ever trained, in the order of the patterns; weeks are counted from `start`."""
    rows = [(entry.on, done) for entry in diary.entries if entry.on <= today for done in entry.exercises if _counts(done)]
    found = (_climb(pattern, rows, start, catalogue) for pattern in get_args(Pattern))
    return tuple(climb for climb in found if climb is not None)


def rung_of(exercise: Exercise, catalogue: Catalogue) -> int:
    """How many easier movements of the same pattern lie below."""
    below = easier_rungs(exercise.id, catalogue=catalogue)
    return sum(catalogue.exercises[name].pattern == exercise.pattern for name in below)


def dose_done(done: Done) -> Dose:
    """What the row says was done; a number that is not there counts as one."""
    return Dose(sets=done.sets or 1, reps=done.reps or 1, hold_s=done.hold_s or None, load=done.load)


def _counts(done: Done) -> bool:
    return was_done(done) and done.reps is not None


def _climb(pattern: Pattern, rows: Sequence[tuple[date, Done]], start: date, catalogue: Catalogue) -> Climb | None:
    mine = [(on, done) for on, done in rows if _pattern(done, catalogue) == pattern]
    if not mine:
        return None
    weeks: dict[date, list[tuple[date, Done]]] = {}
    for on, done in mine:
        weeks.setdefault(on - timedelta(days=(on - start).days % WEEK_DAYS), []).append((on, done))
    told = tuple(_best(first, weeks[first], catalogue) for first in sorted(weeks))
    return Climb(pattern=pattern, rungs=_rungs(told, catalogue), weeks=told)


def _pattern(done: Done, catalogue: Catalogue) -> Pattern | None:
    exercise = catalogue.exercises.get(done.exercise)
    return exercise.pattern if exercise is not None and exercise.role == "strength" else None


def _best(first: date, rows: Sequence[tuple[date, Done]], catalogue: Catalogue) -> StrengthWeek:
    best = max((done for _, done in rows), key=lambda done: _level(done, catalogue))
    return StrengthWeek(
        first=first,
        exercise=best.exercise,
        dose=dose_done(best),
        level=_level(best, catalogue),
        sessions=len({on for on, _ in rows}),
    )


def _level(done: Done, catalogue: Catalogue) -> float:
    exercise = catalogue.exercises[done.exercise]
    return round(rung_of(exercise, catalogue) + _share(dose_done(done), exercise), 2)


def _share(dose: Dose, exercise: Exercise) -> float:
    """How far between the least and the most of its ranges, 0 to `TOP_OF_A_RUNG`."""
    ranges = exercise.dose
    low, high = (
        sets * reps * (hold or 1)
        for sets, reps, hold in (
            (ranges.sets.low, ranges.reps.low, ranges.hold_s.low if ranges.hold_s else None),
            (ranges.sets.high, ranges.reps.high, ranges.hold_s.high if ranges.hold_s else None),
        )
    )
    share = (dose.amount - low) / (high - low) if high > low else 0.0
    return TOP_OF_A_RUNG * min(max(share, 0.0), 1.0)


def _rungs(weeks: Iterable[StrengthWeek], catalogue: Catalogue) -> tuple[str, ...]:
    """One name a rung: the movement that was done on it, else the easier one of the highest that was."""
    done = {rung_of(catalogue.exercises[week.exercise], catalogue): week.exercise for week in weeks}
    highest = catalogue.exercises[done[max(done)]]
    same = (highest.id, *easier_rungs(highest.id, catalogue=catalogue))
    below = {rung_of(catalogue.exercises[n], catalogue): n for n in same if catalogue.exercises[n].pattern == highest.pattern}
    return tuple({**below, **done}[rung] for rung in sorted({**below, **done}))
