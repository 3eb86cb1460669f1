"""One week as a constraint model, solved by OR-tools CP-SAT: the same answer every time (one worker, a fixed seed, a limit in
deterministic time).

One model over all 56 days does not solve in a second; one a week over kinds of day does, nearly always to the proven optimum,
when it starts from the greedy filling. `optimal` is therefore meant per week.
"""

from collections import defaultdict

from ortools.sat.python import cp_model

from psoas.catalogue.entries import Muscle
from psoas.planning.greedy import fill, is_whole
from psoas.planning.options import Option
from psoas.planning.rhythm import LIGHT_KINDS, DayKind
from psoas.planning.solved import Solved
from psoas.planning.week import (
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
    worth_of,
)

SEED = 1
DETERMINISTIC_LIMIT = 0.1
Choice = tuple[Place, int]


def solve(task: WeekTask) -> Solved | None:
    """The best filling found; None where not even the least fits."""
    hint = fill(task)
    if hint is None:
        return None
    return _Model(task).solve(hint)


class _Model:
    """Variables and constraints of one week."""

    def __init__(self, task: WeekTask) -> None:
        self.task = task
        self.model = cp_model.CpModel()
        self.chosen: dict[Choice, cp_model.IntVar] = {}
        self.floors: dict[tuple[Slot, DayKind], cp_model.IntVar] = {}
        self.minutes: dict[tuple[Slot, DayKind], cp_model.IntVar] = {}
        self.volumes: dict[Muscle, cp_model.IntVar] = {}
        self.shorter: cp_model.IntVar | None = None
        self._choose()
        self._keep_steady()
        for day in task.days:
            self._limit_day(day)
        self._prefer_short_light_days()
        self.model.maximize(self._worth())

    def _choose(self) -> None:
        """Every candidate somewhere, and at most once a day."""
        for number, candidate in enumerate(self.task.candidates):
            places = list(places_of(self.task, number))
            for place in places:
                for choice in range(len(candidate.options)):
                    self.chosen[place, choice] = self.model.new_bool_var("")
            self.model.add_bool_or([self.chosen[place, c] for place in places for c in range(len(candidate.options))])
            for day in self.task.days:
                self.model.add_at_most_one(
                    self.chosen[place, c] for place in places if place[2] == day.kind for c in range(len(candidate.options))
                )

    def _keep_steady(self) -> None:
        """One dose all week of strength and balance."""
        for number, candidate in enumerate(self.task.candidates):
            places = list(places_of(self.task, number))
            if candidate.steady and len(candidate.options) > 1 and len(places) > 1:
                doses = [self.model.new_bool_var("") for _ in candidate.options]
                self.model.add_exactly_one(doses)
                for place in places:
                    for choice, dose in enumerate(doses):
                        self.model.add_implication(self.chosen[place, choice], dose)

    def _limit_day(self, day: DayTask) -> None:
        """A drill, balance where asked, the minutes, and what one session may hold."""
        drills = [
            var for (place, _), var in self.chosen.items() if place[2] == day.kind and is_the_days_drill(self.task, place)
        ]
        self.model.add_bool_or(drills)
        if day.balance:
            self.model.add_bool_or([v for (place, _), v in self.chosen.items() if place[1:] == ("balance", day.kind)])
        for slot in SLOTS:
            self._limit_session(slot, day)
        self.model.add(sum(self.minutes[slot, day.kind] for slot in SLOTS if (slot, day.kind) in self.minutes) <= day.cap)

    def _limit_session(self, slot: Slot, day: DayTask) -> None:
        here = {key: var for key, var in self.chosen.items() if key[0][1] == slot and key[0][2] == day.kind}
        if not here:
            return
        seconds = [var * self._option(key).seconds for key, var in here.items()]
        floor = self._floor(slot, day.kind, here)
        if floor is not None:
            seconds.append(floor * ROUND_TRIP_S)
        minutes = self.model.new_int_var(0, day.cap, "")
        self.model.add(sum(seconds) <= 60 * minutes)
        self.model.add(60 * minutes <= sum(seconds) + 59)
        self.minutes[slot, day.kind] = minutes
        if slot in STRETCH_SLOTS:
            self._limit_stretch(here)

    def _floor(self, slot: Slot, kind: DayKind, here: dict[Choice, cp_model.IntVar]) -> cp_model.IntVar | None:
        """One visit to the floor; never bed and floor in one session."""
        down = [var for (place, _), var in here.items() if self._candidate(place).surface == "floor"]
        bed = [var for (place, _), var in here.items() if self._candidate(place).surface == "bed"]
        if not down:
            return None
        floor = self.model.new_bool_var("")
        for var in down:
            self.model.add_implication(var, floor)
        for var in bed:
            self.model.add_implication(var, ~floor)
        self.floors[slot, kind] = floor
        return floor

    def _limit_stretch(self, here: dict[Choice, cp_model.IntVar]) -> None:
        for terms in self._by_muscle(here).values():
            self.model.add(sum(var * self._option(key).stretch_s for key, var in terms) <= MOST_STRETCH_S_A_SESSION)

    def _prefer_short_light_days(self) -> None:
        kinds = [day.kind for day in self.task.days]
        light = [kind for kind in kinds if kind in LIGHT_KINDS]
        if not light:
            return
        self.shorter = self.model.new_bool_var("")
        for other in (kind for kind in kinds if kind not in LIGHT_KINDS):
            for kind in light:
                self.model.add(self._total(kind) + 1 <= self._total(other)).only_enforce_if(self.shorter)

    def _total(self, kind: DayKind) -> cp_model.LinearExprT:
        return sum(var for (_, of), var in self.minutes.items() if of == kind)

    def _worth(self) -> cp_model.LinearExprT:
        days = {day.kind: day.days for day in self.task.days}
        terms: list[cp_model.LinearExprT] = []
        for (place, choice), var in self.chosen.items():
            candidate = self._candidate(place)
            terms.append(var * days[place[2]] * (candidate.worth + (0 if candidate.stretch else DOSE_WORTH * choice)))
        for muscle, chosen in self._by_first_muscle().items():
            volume = self.model.new_int_var(0, STRETCH_S_A_WEEK, "")
            self.model.add(volume <= sum(var * days[key[0][2]] * self._option(key).side_s for key, var in chosen))
            self.volumes[muscle] = volume
            terms.append(volume)
        if self.shorter is not None:
            terms.append(self.shorter * LIGHT_DAY_WORTH)
        return sum(terms)

    def _by_muscle(self, here: dict[Choice, cp_model.IntVar]) -> dict[Muscle, list[tuple[Choice, cp_model.IntVar]]]:
        terms: dict[Muscle, list[tuple[Choice, cp_model.IntVar]]] = defaultdict(list)
        for key, var in here.items():
            candidate = self._candidate(key[0])
            for muscle in candidate.muscles if candidate.stretch else ():
                terms[muscle].append((key, var))
        return terms

    def _by_first_muscle(self) -> dict[Muscle, list[tuple[Choice, cp_model.IntVar]]]:
        terms: dict[Muscle, list[tuple[Choice, cp_model.IntVar]]] = defaultdict(list)
        for key, var in self.chosen.items():
            if self._candidate(key[0]).stretch:
                terms[self._candidate(key[0]).muscles[0]].append((key, var))
        return terms

    def _candidate(self, place: Place) -> Candidate:
        return self.task.candidates[place[0]]

    def _option(self, key: Choice) -> Option:
        return self._candidate(key[0]).options[key[1]]

    def solve(self, hint: Filling) -> Solved:
        for key, var in self.chosen.items():
            self.model.add_hint(var, hint.get(key[0]) == key[1])
        solver = cp_model.CpSolver()
        solver.parameters.random_seed = SEED
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = DETERMINISTIC_LIMIT
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_probing_level = 1
        status = solver.solve(self.model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return Solved(filling=hint, status="greedy", gap=1.0)
        filling = {place: choice for (place, choice), var in sorted(self.chosen.items()) if solver.boolean_value(var)}
        return self._better(filling, hint, proven=status == cp_model.OPTIMAL, bound=solver.best_objective_bound)

    def _better(self, filling: Filling, hint: Filling, *, proven: bool, bound: float) -> Solved:
        """The solver's filling, unless the greedy one is as good or the solver's does not hold."""
        if proven and is_whole(self.task, filling):
            return Solved(filling=filling, status="optimal", gap=0.0)
        best, status = max(((filling, "feasible"), (hint, "greedy")), key=lambda pair: worth_of(self.task, pair[0]))
        gap = max(0.0, (bound - worth_of(self.task, best)) / bound) if bound > 0 else 0.0
        return Solved(filling=best, status=status, gap=round(gap, 4))  # type: ignore[arg-type]
