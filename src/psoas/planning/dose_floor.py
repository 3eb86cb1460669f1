"""Doses that never fall: weeks filled one after the other, what was prescribed earlier being the least for the same exercise.

    forward     each week is solved with the doses of the weeks before as the least of its choices
    no room     the doses that matter least give way, stretches before balance and strength
    again       the weeks before are then filled once more, with no more than that: a dose that cannot last is not begun

For a drill that is dosed day by day the smallest dose of a week is what the next one keeps.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from psoas.planning.dose_options import Option
from psoas.planning.filling import Solved
from psoas.planning.heuristic import place_all
from psoas.planning.infeasibility import PlanInfeasible
from psoas.planning.light_days import with_shorter_light_days
from psoas.planning.plan import WEEKS
from psoas.planning.programme import Programme
from psoas.planning.week_task import WeekTask
from psoas.vocabulary.value import value

MOST_RETURNS = 3
"""How often the weeks are begun again; after that a dose may fall."""


@value
class Filled:
    """A week as it was asked for, and its answer."""

    task: WeekTask
    solved: Solved


@value
class Cap:
    """No more than this option before this week."""

    week: int
    option: Option


def fill_weeks(programme: Programme) -> tuple[Filled, ...]:
    """All eight weeks."""
    weeks = _Weeks(programme)
    filled, fallen = weeks.forward()
    for _ in range(MOST_RETURNS):
        if not fallen:
            break
        weeks.limit(fallen)
        filled, fallen = weeks.forward()
    return filled


class _Weeks:
    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.tasks = {week: programme.task(week) for week in range(1, WEEKS + 1)}
        self.caps: dict[str, Cap] = {}
        self._known: dict[WeekTask, Solved] = {}

    def forward(self) -> tuple[tuple[Filled, ...], dict[str, Cap]]:
        """The weeks in order, and what fell in them."""
        filled: list[Filled] = []
        floors: dict[str, Option] = {}
        fallen: dict[str, Cap] = {}
        for week in range(1, WEEKS + 1):
            if filled and self.tasks[week] == self.tasks[week - 1] and not self._is_capped_before(week):
                filled.append(filled[-1])
                continue
            filled.append(self._fill(week, floors))
            given = doses_of(filled[-1])
            fallen |= {
                name: Cap(week=week, option=option)
                for name, option in given.items()
                if name in floors and amount_of(option) < amount_of(floors[name])
            }
            floors |= given
        return tuple(filled), fallen

    def limit(self, fallen: Mapping[str, Cap]) -> None:
        """The lower of two caps, up to the later week."""
        for name, cap in fallen.items():
            known = self.caps.get(name, cap)
            self.caps[name] = Cap(week=max(known.week, cap.week), option=min(known.option, cap.option, key=amount_of))

    def _is_capped_before(self, week: int) -> bool:
        """A cap that ends here lets this week differ from the one before."""
        return any(cap.week == week for cap in self.caps.values())

    def _fill(self, week: int, floors: Mapping[str, Option]) -> Filled:
        task = next((task for task in self._tasks(week, floors) if place_all(task) is not None), None)
        filled = self._solve(task) if task is not None else None
        if filled is None:
            raise PlanInfeasible("minutes_per_day", f"week {week} does not fit; a few more minutes a day would do")
        lighter = with_shorter_light_days(filled.task, filled.solved.filling)
        return (self._solve(lighter) if lighter is not None else None) or filled

    def _solve(self, task: WeekTask) -> Filled | None:
        """None where not even the least fits."""
        from psoas.planning.week_solver import solve  # noqa: PLC0415  # the solver is slow to load, and only a plan needs it

        if task not in self._known:
            solved = solve(task)
            if solved is None:
                return None
            self._known[task] = solved
        return Filled(task=task, solved=self._known[task])

    def _tasks(self, week: int, floors: Mapping[str, Option]) -> Iterator[WeekTask]:
        """With every floor, then with fewer and fewer of them."""
        base = self._capped(self.tasks[week], week)
        free = [c for c in base.candidates if not c.fixed and c.exercise in floors]
        kept = [c.exercise for c in sorted(free, key=lambda c: (not c.steady, -c.worth))]
        for count in range(len(kept), -1, -1):
            yield _with_floors(base, {name: floors[name] for name in kept[:count]})

    def _capped(self, task: WeekTask, week: int) -> WeekTask:
        caps = {name: cap.option for name, cap in self.caps.items() if week < cap.week}
        candidates = (
            replace(c, options=at_most(c.options, caps[c.exercise])) if c.exercise in caps and not c.fixed else c
            for c in task.candidates
        )
        return replace(task, candidates=tuple(candidates))


def _with_floors(task: WeekTask, floors: Mapping[str, Option]) -> WeekTask:
    candidates = (
        replace(c, options=at_least(c.options, floors[c.exercise])) if c.exercise in floors and not c.fixed else c
        for c in task.candidates
    )
    return replace(task, candidates=tuple(candidates))


def doses_of(filled: Filled) -> dict[str, Option]:
    """The least that this week gives of each exercise. A course of strength grows by itself, and the same movement may be the
    morning's drill beside it: neither is a floor for the other."""
    least: dict[str, Option] = {}
    for (number, _, _), choice in filled.solved.filling.items():
        candidate = filled.task.candidates[number]
        if candidate.fixed:
            continue
        option = candidate.options[choice]
        least[candidate.exercise] = min(least.get(candidate.exercise, option), option, key=amount_of)
    return least


def at_least(options: tuple[Option, ...], floor: Option) -> tuple[Option, ...]:
    """The floor, with the load of this week, and what is more."""
    loads = [dose.load for _, dose in options[0].doses]
    doses = tuple((side, replace(dose, load=load)) for (side, dose), load in zip(floor.doses, loads, strict=True))
    more = (option for option in options if is_more(option, floor))
    return (replace(floor, doses=doses), *more)


def is_more(option: Option, than: Option) -> bool:
    """No less of anything, and more of something."""
    pairs = list(zip(option.doses, than.doses, strict=True))
    no_less = all(
        one.sets >= other.sets and one.reps >= other.reps and (one.hold_s or 0) >= (other.hold_s or 0)
        for (_, one), (_, other) in pairs
    )
    return no_less and amount_of(option) > amount_of(than)


def at_most(options: tuple[Option, ...], cap: Option) -> tuple[Option, ...]:
    """What is no more than the cap; the least always stays."""
    return tuple(option for option in options if amount_of(option) <= amount_of(cap)) or options[:1]


def amount_of(option: Option) -> int:
    """Repetitions or seconds held, all sides together."""
    return sum(dose.sets * dose.reps * (dose.hold_s or 1) for _, dose in option.doses)
