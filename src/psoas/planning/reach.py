"""Within whose reach an exercise is in which week, and which of several comes first.

from 60     the floor comes last, and not at all where another version of the family is open
rung        nearest to where the person begins
then        full drills before movements for breaks, the drills of the source plan before others
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.ladder import DYNAMIC_WEEK, first_rung, may_do, steps_below
from psoas.planning.person import Person
from psoas.planning.priority import PREFERRED


class Reach:
    """The open exercises of one person."""

    def __init__(self, person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> None:
        self.person = person
        self.open = frozenset(open_)
        self.catalogue = catalogue
        self.exercises = [catalogue.exercises[exercise] for exercise in open_]

    def within(self, week: int) -> list[Exercise]:
        """Open exercises this person may do in this week, best rung first; from 60 the floor comes last."""
        drills = [exercise for exercise in self.exercises if not exercise.break_only]
        within = [e for e in drills if may_do(e.id, self.person, week=week, open_=self.open, catalogue=self.catalogue)]
        return sorted((e for e in within if not self._floor_can_wait(e, within)), key=self.rank)

    def _floor_can_wait(self, exercise: Exercise, within: list[Exercise]) -> bool:
        """From 60, standing, chair and bed versions come before floor ones."""
        if not self.person.senior or exercise.demands.surface != "floor":
            return False
        return any(other.family == exercise.family and other.demands.surface != "floor" for other in within)

    def rank(self, exercise: Exercise) -> tuple[bool, int, bool, int]:
        rung = steps_below(exercise.id, open_=self.open, catalogue=self.catalogue)
        late = exercise.week >= DYNAMIC_WEEK
        away = abs(rung - first_rung(self.person) - late)
        floor = self.person.senior and exercise.demands.surface == "floor"
        place = PREFERRED.index(exercise.id) if exercise.id in PREFERRED else len(PREFERRED)
        return (floor, away, exercise.micro_break and exercise.dose.sets.high == 1, place)
