"""Who may stand where on the ladders: what a person may do in which week, and which of several comes first.

from 60     the floor comes last, and not at all where another version of the family is open
rung        nearest to where the person begins
then        favourites, full drills before movements for breaks, the drills of the source plan before others
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Pattern
from psoas.planning.ladder import DYNAMIC_WEEK, easier_open, first_rung, may_do, steps_below
from psoas.planning.person import Person

PREFERRED = (
    "pallof-press",
    "seated-pallof-press",
    "glute-bridge",
    "sit-to-stand",
    "clamshell",
    "weight-shift",
    "semi-tandem-stand",
)
"""Where several stand on the same rung: the drills of the source plan first."""


class Eligibility:
    """The open exercises of one person."""

    def __init__(self, person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> None:
        self.person = person
        self.open = frozenset(open_)
        self.catalogue = catalogue
        here = (exercise for exercise in open_ if person.held_back_by(exercise, open_=open_) is None)
        self.exercises = [catalogue.exercises[exercise] for exercise in here]
        self._within: dict[int, list[Exercise]] = {}

    def within(self, week: int) -> list[Exercise]:
        """Open exercises this person may do in this week, best rung first; from 60 the floor comes last."""
        if week not in self._within:
            drills = [e for e in self.exercises if not e.break_only and self.person.waits_until(e.id) <= week]
            within = [e for e in drills if may_do(e.id, self.person, week=week, open_=self.open, catalogue=self.catalogue)]
            self._within[week] = sorted((e for e in within if not self.floor_can_wait(e, within)), key=self.rank)
        return self._within[week]

    def floor_can_wait(self, exercise: Exercise, others: list[Exercise]) -> bool:
        """From 60, standing, chair and bed versions come before floor ones."""
        if not self.person.senior or exercise.demands.surface != "floor":
            return False
        return any(other.family == exercise.family and other.demands.surface != "floor" for other in others)

    def rungs_of(self, pattern: Pattern, *, week: int) -> list[Exercise]:
        """The open rungs of a main pattern on which this person may begin in this week, best first."""
        here = [e for e in self.exercises if e.pattern == pattern and e.week <= week and self.person.waits_until(e.id) <= week]
        low = [e for e in here if self.rung(e) <= first_rung(self.person)] or sorted(here, key=self.rung)[:1]
        return sorted((e for e in low if not self.floor_can_wait(e, low)), key=self.rank)

    def next_rung(self, exercise: Exercise, *, week: int) -> Exercise | None:
        """The open rung just above, of the same pattern or family, that may join in this week."""
        above = [
            e
            for e in self.exercises
            if e.week <= week
            and (e.pattern == exercise.pattern if exercise.pattern else e.family == exercise.family)
            and easier_open(e.id, open_=self.open, catalogue=self.catalogue) == exercise.id
            and self.person.waits_until(e.id) <= week
            and not self.floor_can_wait(e, [*self.exercises])
        ]
        return min(above, key=self.rank, default=None)

    def rung(self, exercise: Exercise) -> int:
        """How many open rungs lie below."""
        return steps_below(exercise.id, open_=self.open, catalogue=self.catalogue)

    def rank(self, exercise: Exercise) -> tuple[bool, int, bool, bool, int]:
        late = exercise.week >= DYNAMIC_WEEK
        away = abs(self.rung(exercise) - first_rung(self.person) - late)
        floor = self.person.senior and exercise.demands.surface == "floor"
        place = PREFERRED.index(exercise.id) if exercise.id in PREFERRED else len(PREFERRED)
        liked = exercise.id in self.person.favourites
        return (floor, away, not liked, exercise.micro_break and exercise.dose.sets.high == 1, place)
