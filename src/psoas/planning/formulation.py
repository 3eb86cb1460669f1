"""One week as a linear model: what stands where, with which dose.

chosen     1 where an option of a candidate stands in a place
dose       1 for the one option that a steady candidate keeps all week
floor      1 where a session goes down to the floor
minutes    of a session, rounded up
volume     stretch seconds of a muscle that still count
shorter    1 where light days are shorter than all others
"""

from collections import defaultdict
from collections.abc import Iterable

from psoas.catalogue.entries import Muscle
from psoas.planning.dose_options import Option
from psoas.planning.linear_model import Builder, Linear
from psoas.planning.rhythm import LIGHT_KINDS, DayKind
from psoas.planning.week_task import (
    DOSE_WORTH,
    LIGHT_DAY_WORTH,
    MOST_STRETCH_S_A_SESSION,
    ROUND_TRIP_S,
    SLOTS,
    STRETCH_S_A_WEEK,
    STRETCH_SLOTS,
    Candidate,
    DayTask,
    Filling,
    Place,
    Slot,
    WeekTask,
    is_the_days_drill,
    places_of,
)

Choice = tuple[Place, int]


class Formulation:
    """The model of a week, and the way back from columns to places."""

    def __init__(self, task: WeekTask) -> None:
        self.task = task
        self.chosen: dict[Choice, int] = {}
        self._minutes: dict[tuple[Slot, DayKind], int] = {}
        self._days = {day.kind: day.days for day in task.days}
        self._builder = Builder()
        self._choose()
        self._keep_steady()
        for day in task.days:
            self._limit_day(day)
        self._count_volume()
        self._prefer_short_light_days()
        self.linear: Linear = self._builder.done()

    def filling(self, values: tuple[int, ...]) -> Filling:
        """What the columns say stands where."""
        return {place: choice for (place, choice), column in sorted(self.chosen.items()) if values[column]}

    def hint(self, filling: Filling) -> dict[int, int]:
        """The other way round, for the choices alone."""
        return {column: int(filling.get(place) == choice) for (place, choice), column in self.chosen.items()}

    def _choose(self) -> None:
        """Every candidate somewhere, what is fixed on all its days, and at most once a day."""
        for number, candidate in enumerate(self.task.candidates):
            places = list(places_of(self.task, number))
            for place in places:
                for choice in range(len(candidate.options)):
                    dose = 0 if candidate.stretch else DOSE_WORTH * choice
                    worth = self._days[place[2]] * (candidate.worth + dose)
                    self.chosen[place, choice] = self._builder.column(worth=worth)
            for group in [[place] for place in places] if candidate.fixed else [places]:
                self._builder.at_least_one(self._columns(group, candidate))
            for day in self.task.days:
                here = [place for place in places if place[2] == day.kind]
                if here:
                    self._builder.at_most_one(self._columns(here, candidate))

    def _columns(self, places: Iterable[Place], candidate: Candidate) -> list[int]:
        return [self.chosen[place, choice] for place in places for choice in range(len(candidate.options))]

    def _keep_steady(self) -> None:
        """One dose all week of balance."""
        for number, candidate in enumerate(self.task.candidates):
            places = list(places_of(self.task, number))
            if candidate.steady and len(candidate.options) > 1 and len(places) > 1:
                doses = [self._builder.column() for _ in candidate.options]
                self._builder.exactly_one(doses)
                for place in places:
                    for choice, dose in enumerate(doses):
                        self._builder.implies(self.chosen[place, choice], dose)

    def _limit_day(self, day: DayTask) -> None:
        """A drill, balance where asked, the minutes, and what one session may hold."""
        today = {place: column for (place, _), column in self.chosen.items() if place[2] == day.kind}
        drills = [place for place in today if is_the_days_drill(self.task, place)]
        self._builder.at_least_one(self._all_doses(drills))
        if day.balance:
            self._builder.at_least_one(self._all_doses(place for place in today if place[1] == "balance"))
        if day.evening:
            self._builder.at_least_one(self._all_doses(place for place in today if place[1] == "evening"))
        for slot in SLOTS:
            self._limit_session(slot, day)
        total = self._total(day.kind)
        if total:
            self._builder.row(*total, high=day.cap)

    def _all_doses(self, places: Iterable[Place]) -> list[int]:
        return [column for place in places for column in self._columns([place], self.task.candidates[place[0]])]

    def _limit_session(self, slot: Slot, day: DayTask) -> None:
        here = {key: column for key, column in self.chosen.items() if key[0][1] == slot and key[0][2] == day.kind}
        if not here:
            return
        seconds = [(column, self._option(key).seconds) for key, column in here.items()]
        if (floor := self._floor(here)) is not None:
            seconds.append((floor, ROUND_TRIP_S))
        minutes = self._minutes[slot, day.kind] = self._builder.column(day.cap)
        self._builder.row(*seconds, (minutes, -60), low=-59, high=0)
        if slot in STRETCH_SLOTS:
            self._limit_stretch(here)

    def _floor(self, here: dict[Choice, int]) -> int | None:
        """One visit to the floor a session."""
        surfaces = {key: self.task.candidates[key[0][0]].surface for key in here}
        if "floor" not in surfaces.values():
            return None
        floor = self._builder.column()
        for key, column in here.items():
            if surfaces[key] == "floor":
                self._builder.implies(column, floor)
        return floor

    def _limit_stretch(self, here: dict[Choice, int]) -> None:
        terms: dict[Muscle, list[tuple[int, int]]] = defaultdict(list)
        for key, column in here.items():
            candidate = self.task.candidates[key[0][0]]
            for muscle in candidate.muscles if candidate.stretch else ():
                terms[muscle].append((column, self._option(key).stretch_s))
        for stretched in terms.values():
            self._builder.row(*stretched, high=MOST_STRETCH_S_A_SESSION)

    def _count_volume(self) -> None:
        """Each second of stretch is worth one, up to the volume of the week."""
        terms: dict[Muscle, list[tuple[int, int]]] = defaultdict(list)
        for key, column in self.chosen.items():
            candidate = self.task.candidates[key[0][0]]
            if candidate.stretch:
                terms[candidate.muscles[0]].append((column, -self._days[key[0][2]] * self._option(key).side_s))
        for stretched in terms.values():
            volume = self._builder.column(STRETCH_S_A_WEEK, worth=1)
            self._builder.row((volume, 1), *stretched, high=0)

    def _prefer_short_light_days(self) -> None:
        """Worth something where each light day is a minute or more shorter than each other day."""
        light = [day for day in self.task.days if day.kind in LIGHT_KINDS]
        if not light:
            return
        shorter = self._builder.column(worth=LIGHT_DAY_WORTH)
        for other in (day.kind for day in self.task.days if day.kind not in LIGHT_KINDS):
            for day in light:
                longer = [(column, -minutes) for column, minutes in self._total(other)]
                self._builder.row(*self._total(day.kind), *longer, (shorter, day.cap + 1), high=day.cap)

    def _total(self, kind: DayKind) -> list[tuple[int, int]]:
        return [(column, 1) for (_, of), column in self._minutes.items() if of == kind]

    def _option(self, key: Choice) -> Option:
        return self.task.candidates[key[0][0]].options[key[1]]
