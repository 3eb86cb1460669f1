"""The main patterns of strength, taken in passes:

the first four      two days each (DOSE-9: 2-3 days a week), then doses that double where the minutes hold it: enough to matter
                    in four comes before a little of seven (13b), and is not given back when others join
the others          two days each with doses that grow a little; else once a week: fewer patterns a day, in turn, never crumbs
more                for all of them, after the stretches: doses that grow to the top, then a third day
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from psoas.catalogue.entries import Exercise, Pattern
from psoas.planning.course import CourseWeek, course_of, grown
from psoas.planning.dose_options import Option, option_of
from psoas.planning.draft import Draft
from psoas.planning.heuristic import strength_minutes
from psoas.planning.ladder import DYNAMIC_WEEK
from psoas.planning.offers import (
    CORE_WEEK,
    FEW_MINUTES,
    STRENGTH_WORTH,
    patterns_for,
)
from psoas.planning.plan import WEEKS, Why
from psoas.planning.programme import ProgrammeRow
from psoas.planning.reason import answers, why
from psoas.planning.rhythm import (
    DayKind,
)
from psoas.vocabulary.body import Side

PATTERN_DAYS, MOST_PATTERN_DAYS = 2, 3
A_LITTLE = Fraction(5, 4)
"""How far a dose grows in the first pass: a quarter over the weeks."""
ROOMS: tuple[Fraction | None, ...] = (Fraction(3, 2), Fraction(2), None)
FIRST_PATTERNS = 4
"""So many are to gain two rungs' worth before others join where minutes are few (13b, opinion)."""


class Patterns:
    """Taking and enlarging the main patterns of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.grown_to: dict[Pattern, int] = {}
        """How far each has come already: how many of `ROOMS`."""

    def take(self) -> None:
        """Two days each, else one."""
        if not self.draft.rhythm.strength:
            return
        most = min(PATTERN_DAYS, len(self.draft.rhythm.strength))
        often = most if self.draft.person.minutes >= FEW_MINUTES else 1
        ordered = list(patterns_for(self.draft.person))
        waiting: list[tuple[Pattern, int]] = []
        while ordered:
            pattern = ordered.pop(0)
            if not self._take(*pattern, days=often):
                waiting.append(pattern)
            if len(self._taken()) == FIRST_PATTERNS or not ordered:
                self._grow(self._taken()[:FIRST_PATTERNS], rooms=ROOMS[:2])
        for pattern in waiting if often > 1 else ():
            self._take(*pattern, days=1)

    def _taken(self) -> list[Pattern]:
        """The patterns that are there already."""
        return [pattern for pattern, _ in patterns_for(self.draft.person) if self.draft.entries_of(pattern)]

    def _grow(self, patterns: Iterable[Pattern], *, rooms: tuple[Fraction | None, ...] = ROOMS) -> None:
        """Each a little further in turn, to the top where there is room. What one has is never taken back for another."""
        patterns = list(patterns)
        for number, room in enumerate(rooms, start=1):
            for pattern in patterns:
                if number > self.grown_to.get(pattern, 0) and self._enlarge(pattern, days=0, room=room):
                    self.grown_to[pattern] = number

    def _room(self, pattern: Pattern) -> Fraction | None:
        reached = self.grown_to.get(pattern, 0)
        return ROOMS[reached - 1] if reached else A_LITTLE

    def _take(self, pattern: Pattern, week: int, *, days: int) -> bool:
        """The best rung that fits, from its week on; True also where it is there already or nothing of it is open."""
        if self.draft.entries_of(pattern):
            return True
        rungs = self._rungs(pattern, week, lower_too=days == 1)
        for first, exercise in rungs:
            because = self._pattern_because(exercise, first, days)
            if self.add_course(exercise, first, because, days=days):
                return True
            self.draft.no_room.add(exercise.id)
        return not rungs

    def add_course(self, exercise: Exercise, week: int, because: tuple[Why, ...], *, days: int) -> bool:
        """On the emptiest days, from the least dose; at last with no room to grow. A drill of the same movement ends where it
        becomes strength: one movement has one dose in a week."""
        drills = [entry for entry in self.draft.entries if entry.exercise == exercise.id and entry.slot != "strength"]
        ended = [drill.until(week) for drill in drills if drill.first < week]
        for room in (A_LITTLE, Fraction(1)):
            for on in self._days(days):
                if self.draft.add([*self._course(exercise, week, on, because, room=room), *ended], without=drills):
                    return True
        return False

    def _rungs(self, pattern: Pattern, week: int, *, lower_too: bool) -> list[tuple[int, Exercise]]:
        """Where this person may begin: on the rung already reached, else by readiness; later where nothing is open yet.

        `lower_too`: where minutes are few, a rung below in full sets is better than none.
        """
        reached = self.draft.standing.rung_of(pattern, self.draft.eligible.exercises)
        if reached is not None:
            return [(max(week, min(reached.week, DYNAMIC_WEEK)), reached)]
        best = self.draft.eligible.rungs_of(pattern, week=week + 1)[:1]
        fuller = best and best[0].week > week and not self.draft.person.gentle and self.draft.eligible.rung(best[0]) > 0
        for first in (week + 1, week, DYNAMIC_WEEK) if fuller else (week, week + 1, DYNAMIC_WEEK):
            if rungs := self.draft.eligible.rungs_of(pattern, week=first):
                level = self.draft.eligible.rung(rungs[0])
                equal = [e for e in rungs if self.draft.eligible.rung(e) == level]
                lower = [e for e in rungs if self.draft.eligible.rung(e) < level and e.dose.sets.low > 1] if lower_too else []
                return [(first, exercise) for exercise in (*equal, *lower)]
        return []

    def _pattern_because(self, exercise: Exercise, week: int, days: int) -> tuple[Why, ...]:
        name = "core-basics" if week == CORE_WEEK else "hip-strength" if week < DYNAMIC_WEEK else "dynamic"
        special = {need.id: need for need in self.draft.person.special if exercise.pattern in need.first}
        reasons = [need for need in self.draft.person.needs if need.finding in exercise.targets.answers]
        found = [answers(n.finding, self.draft.catalogue) for n in reasons[:1]]
        turn = (
            [why("takes-turns", catalogue=self.draft.catalogue)] if days == 1 and len(self.draft.rhythm.strength) > 1 else []
        )
        asked = [Why(id=need.id, says=need.says) for need in list(special.values())[:1]]
        return (*found, *asked, why(name, catalogue=self.draft.catalogue), *turn)

    def _course(
        self,
        exercise: Exercise,
        week: int,
        on: tuple[DayKind, ...],
        because: tuple[Why, ...],
        *,
        room: Fraction | None,
    ) -> list[ProgrammeRow]:
        """One entry for each rung of the course."""
        begin = self.draft.standing.dose_of(exercise)
        own = {entry.exercise for entry in self.draft.entries_of(exercise.pattern)} if exercise.pattern else set()
        taken = self.draft.taken() - own
        steps = course_of(exercise, self.draft.eligible, week=week, room=room, begin=begin, taken=taken)
        reached = (why("where-you-are", catalogue=self.draft.catalogue),) if begin else ()
        names = dict.fromkeys(step.exercise for step in steps)
        return [self._rung([step for step in steps if step.exercise == name], on, (*because, *reached)) for name in names]

    def _rung(self, steps: list[CourseWeek], on: tuple[DayKind, ...], because: tuple[Why, ...]) -> ProgrammeRow:
        exercise = self.draft.catalogue.exercises[steps[0].exercise]
        later = steps[0].week >= DYNAMIC_WEEK and because[0].id != "dynamic"
        reasons = (*because, why("dynamic", catalogue=self.draft.catalogue)) if later else because
        sides: tuple[Side, ...] = ("left", "right") if exercise.sides == "each" else ("both",)
        candidates = tuple(
            self.draft.candidate(
                exercise,
                "strength",
                STRENGTH_WORTH,
                (self._option(exercise, sides, step),),
                kinds=on,
                fixed=True,
            )
            for step in steps
        )
        return ProgrammeRow(
            exercise=exercise.id,
            slot="strength",
            first=steps[0].week,
            worth=STRENGTH_WORTH,
            because=reasons,
            candidates=candidates,
        )

    def _option(self, exercise: Exercise, sides: tuple[Side, ...], step: CourseWeek) -> Option:
        """This week's dose. The last week keeps room for the step that the log may take beyond the calendar."""
        option = option_of(exercise, tuple((side, step.dose) for side in sides))
        if step.week < WEEKS:
            return option
        larger = option_of(exercise, tuple((side, grown(exercise, step.dose)) for side in sides))
        return replace(option, seconds=larger.seconds)

    def _days(self, count: int) -> list[tuple[DayKind, ...]]:
        """Sets of strength days, the emptiest first."""
        spent = strength_minutes(self.draft.entries, WEEKS)
        sets = list(combinations(self.draft.rhythm.strength_kinds, count))
        return sorted(sets, key=lambda on: (max(spent.get(kind, 0) for kind in on), sum(spent.get(kind, 0) for kind in on)))

    def enlarge(self) -> None:
        """Doses of all grow a little further, then to the top, where there is room; then a third day joins."""
        patterns = self._taken()
        self._grow(patterns)
        for pattern in patterns:
            self._enlarge(pattern, days=1, room=self._room(pattern))

    def _enlarge(self, pattern: Pattern, *, days: int, room: Fraction | None) -> bool:
        """The same movement with more room to grow, or on more days."""
        old = self.draft.entries_of(pattern)
        if not old:
            return False
        on = old[0].candidates[0].kinds
        more = [kind for kind in self.draft.rhythm.strength_kinds if kind not in on][:days]
        if len(more) < days or len(on) + days > MOST_PATTERN_DAYS:
            return False
        exercise = self.draft.catalogue.exercises[old[0].exercise]
        dropped = {"where-you-are", *(["takes-turns"] if more else [])}
        because = tuple(reason for reason in old[0].because if reason.id not in dropped)
        return self.draft.add(self._course(exercise, old[0].first, (*on, *more), because, room=room), without=old)
