"""What a week asks, and how far the next one may go: read from the finished week, in one place.

    load        seconds under way, by pattern (by family where a movement has none): sets x repetitions x hold or tempo
    most        the most that any week before asked of the same movements of the pattern
    ceiling     a fifth above the most; the most itself where the pattern is not ready (psoas-opinion [D])
    cap         the dose of each row with which a week stays under the ceiling

A new rung has no ceiling here: it begins at its own dose (`progress`, and planning's `course`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from psoas.adaptation.coming_week import Key, days_of, items_of
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.accepted_changes import COMING_DAYS
from psoas.planning.dose import STEP_MOST, Dose
from psoas.planning.plan import Day, Item, Plan

ROUNDING_S = 1


def group_of(exercise: Exercise) -> str:
    """What load is counted together: the pattern it trains, else its family."""
    return exercise.pattern or exercise.family


class LoadCeiling:
    """How far each group may grow on the days from `today`."""

    def __init__(self, plan: Plan, *, catalogue: Catalogue, today: date) -> None:
        self.catalogue = catalogue
        self._past = [self._named(week) for week in _weeks_before(plan, today)]

    def seconds(self, days: Iterable[Day], group: str) -> Fraction:
        """The load of one group in these days."""
        return sum((self._work(item) for item in self._items(days, group)), Fraction(0))

    def most(self, days: Sequence[Day], group: str) -> Fraction:
        """The most that a week before asked of what these days ask for; 0 where there was nothing."""
        names = {item.exercise for item in self._items(days, group)}
        past = (week[group] for week in self._past if group in week)
        return max((load for load, named in past if named == names), default=Fraction(0))

    def grows_too_much(self, days: Sequence[Day], group: str, *, share: Fraction = STEP_MOST) -> bool:
        """Do these days ask for more than the ceiling?"""
        most = self.most(days, group)
        return most > 0 and self.seconds(days, group) > share * most + ROUNDING_S

    def caps(self, days: Sequence[Day], ready: Mapping[str, bool]) -> dict[Key, Dose]:
        """The doses under which these days stay within the ceiling of each main pattern; empty where they do already."""
        found: dict[Key, Dose] = {}
        for group in self._patterns(days):
            share = STEP_MOST if ready.get(group, True) else Fraction(1)
            if self.grows_too_much(days, group, share=share):
                found |= self._capped(days, group, share * self.most(days, group))
        return found

    def _capped(self, days: Sequence[Day], group: str, ceiling: Fraction) -> dict[Key, Dose]:
        """Every row gives the same share of its fullest dose, in whole numbers, until all of them fit."""
        fullest: dict[Key, Dose] = {}
        for item in self._items(days, group):
            key = (item.exercise, item.side)
            fullest[key] = max(fullest.get(key, item.dose), item.dose, key=lambda dose: dose.amount)
        share = Fraction(1)
        capped = fullest
        while self._within(days, group, capped) > ceiling + ROUNDING_S and share > 0:
            share -= Fraction(1, 20)
            capped = {key: dose.less(share) or _one(dose) for key, dose in fullest.items()}
        return capped

    def _within(self, days: Iterable[Day], group: str, caps: Mapping[Key, Dose]) -> Fraction:
        """The load where no item is above its cap."""
        return sum((min(self._work(item), self._work(item, caps)) for item in self._items(days, group)), Fraction(0))

    def _work(self, item: Item, caps: Mapping[Key, Dose] | None = None) -> Fraction:
        dose = item.dose if caps is None else caps[item.exercise, item.side]
        return dose.work_seconds(self.catalogue.exercises[item.exercise])

    def _items(self, days: Iterable[Day], group: str) -> Iterator[Item]:
        for item in (item for day in days for item in items_of(day)):
            if group_of(self.catalogue.exercises[item.exercise]) == group:
                yield item

    def _patterns(self, days: Iterable[Day]) -> list[str]:
        entries = (self.catalogue.exercises[item.exercise] for day in days for item in items_of(day))
        return list(dict.fromkeys(entry.pattern for entry in entries if entry.pattern))

    def _named(self, days: Sequence[Day]) -> dict[str, tuple[Fraction, set[str]]]:
        named: dict[str, set[str]] = {}
        for item in (item for day in days for item in items_of(day)):
            named.setdefault(group_of(self.catalogue.exercises[item.exercise]), set()).add(item.exercise)
        return {group: (self.seconds(days, group), names) for group, names in named.items()}


def _weeks_before(plan: Plan, today: date) -> list[list[Day]]:
    """The weeks of seven days that end before today, back to the plan's first day."""
    weeks: list[list[Day]] = []
    end = today
    while end > plan.start:
        first = end - timedelta(days=COMING_DAYS)
        weeks.append([day for day in days_of(plan) if first <= day.date < end])
        end = first
    return weeks


def _one(dose: Dose) -> Dose:
    return Dose(sets=1, reps=1, hold_s=None if dose.hold_s is None else 1, load=dose.load)
