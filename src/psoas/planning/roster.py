"""Who takes part in which weeks. A drill stays at least two weeks, so membership is decided before any week is filled.

A member is taken on only when every week of its stay can still hold all members, each once at its least dose. Members are
offered in order of priority, so what does not fit is what matters least; it is remembered as having had no room.
"""

from collections.abc import Hashable, Iterable

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.greedy import place_all
from psoas.planning.options import CHALLENGE_WEEK, Option, options_of
from psoas.planning.person import Person
from psoas.planning.plan import Why
from psoas.planning.priority import HIP_FAMILIES, NEED_WORTH, STRETCH_WORTH
from psoas.planning.rhythm import FIRST_EVENING_WEEK, FIRST_STRENGTH_WEEK, LIGHT_KINDS, DayKind, Rhythm
from psoas.planning.week import Candidate, DayTask, Slot, WeekTask
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

LEAST_STAY = 2
DAILY_ANSWER_MINUTES = 15
"""From here on the drill of every day is one that answers a finding (opinion)."""
KINDS: tuple[DayKind, ...] = ("strength", "strength-b", "training", "light", "light-b")
DRILL_ROLES = frozenset({"mobility", "practice"})
STEADY_ROLES = frozenset({"strength", "balance"})


@value
class Member:
    """One exercise, from a week to a week, and why. `worth` is what one day with it is worth to the week."""

    exercise: str
    first: int
    last: int
    worth: int
    because: tuple[Why, ...]

    def active(self, week: int) -> bool:
        return self.first <= week <= self.last


def slots_of(exercise: Exercise, *, joined: int, restricted: bool) -> tuple[Slot, ...]:
    """The session an exercise stands in: drills that join with the evening (week 6) belong to it, all others to the morning.

    What the first hour of the day forbids waits for the evening.
    """
    if exercise.role == "breathing":
        return ("breathing",)
    if restricted:
        return ("morning",)
    if exercise.role in DRILL_ROLES:
        late = joined == FIRST_EVENING_WEEK
        return ("evening",) if late else ("morning",) if exercise.first_hour else ()
    if exercise.role == "release":
        return ("evening",) if joined >= FIRST_EVENING_WEEK else ()
    if exercise.role == "balance":
        return ("balance",)
    return ("strength",) if exercise.role == "strength" and joined >= FIRST_STRENGTH_WEEK else ()


class Roster:
    """The members taken on so far, and those that found no room."""

    def __init__(self, person: Person, rhythm: Rhythm, *, catalogue: Catalogue, only_breathing: bool) -> None:
        self.person = person
        self.rhythm = rhythm
        self.catalogue = catalogue
        self.only_breathing = only_breathing
        self.members: list[Member] = []
        self.no_room: set[str] = set()
        self.light_cap = rhythm.cap("light")
        self.lean: Side | None = None
        """The side that drills of the hip favour where no drill answers its finding one side at a time."""
        self.balance_on: frozenset[DayKind] = frozenset()
        """Kinds of day that must hold a balance drill, for those who need one."""
        self._options: dict[tuple[str, int], tuple[Option, ...]] = {}

    def has(self, exercise: str, *, week: int | None = None) -> bool:
        return any(m.exercise == exercise and (week is None or m.active(week)) for m in self.members)

    def offer(self, member: Member) -> bool:
        """Take this member on if every week of its stay still fits."""
        if self._fits([*self.members, member], member):
            self.members.append(member)
            return True
        self.no_room.add(member.exercise)
        return False

    def hand_over(self, old: Member, new: Member) -> bool:
        """The old one stays up to the week before the new one begins, if that fits."""
        shorter = Member(exercise=old.exercise, first=old.first, last=new.first - 1, worth=old.worth, because=old.because)
        members = [shorter if member == old else member for member in self.members]
        if shorter.last - shorter.first + 1 < LEAST_STAY or not self._fits([*members, new], new):
            return False
        self.members = [*members, new]
        return True

    def _fits(self, members: list[Member], newest: Member) -> bool:
        """Weeks with the same members, kinds of day and doses are looked at once."""
        seen = set()
        for week in range(newest.first, newest.last + 1):
            key = self.key(week, members)
            if key in seen:
                continue
            seen.add(key)
            task = self.task(week, members)
            if any(not candidate.slots for candidate in task.candidates) or place_all(task) is None:
                return False
        return True

    def key(self, week: int, members: Iterable[Member] | None = None) -> Hashable:
        """Weeks with the same key are the same task."""
        active = tuple(member for member in (self.members if members is None else members) if member.active(week))
        return (self._days(week), active, week >= CHALLENGE_WEEK)

    def task(self, week: int, members: Iterable[Member] | None = None) -> WeekTask:
        """The week as a task, in order of worth."""
        everybody = list(self.members if members is None else members)
        active = sorted((member for member in everybody if member.active(week)), key=lambda member: -member.worth)
        turns = self._turns(everybody)
        answering = self._answer_daily(everybody)
        candidates = (
            self._candidate(m, week, not_on=turns.get(m.exercise), counts=not answering or m.worth >= NEED_WORTH)
            for m in active
        )
        return WeekTask(days=self._days(week), candidates=tuple(candidates))

    def _answer_daily(self, members: list[Member]) -> bool:
        """Is the day's drill one that answers a finding?"""
        return self.rhythm.minutes >= DAILY_ANSWER_MINUTES and bool(members) and members[0].worth >= NEED_WORTH

    def _turns(self, members: list[Member]) -> dict[str, DayKind]:
        """Stretches for volume and for variety take turns on light days: each stays away from one kind of them."""
        others = [m.exercise for m in members[1:] if m.worth <= STRETCH_WORTH and not self._breathes(m)]
        return {exercise: "light" if number % 2 else "light-b" for number, exercise in enumerate(others)}

    def _breathes(self, member: Member) -> bool:
        return self.catalogue.exercises[member.exercise].role == "breathing"

    def _days(self, week: int) -> tuple[DayTask, ...]:
        caps = {kind: self.light_cap if kind in LIGHT_KINDS else self.rhythm.cap(kind) for kind in KINDS}
        counts = {kind: self.rhythm.count(kind, week=week) for kind in KINDS}
        return tuple(
            DayTask(kind=kind, days=counts[kind], cap=caps[kind], balance=kind in self.balance_on)
            for kind in KINDS
            if counts[kind]
        )

    def _candidate(self, member: Member, week: int, *, not_on: DayKind | None, counts: bool) -> Candidate:
        exercise = self.catalogue.exercises[member.exercise]
        return Candidate(
            exercise=member.exercise,
            slots=slots_of(exercise, joined=member.first, restricted=self.person.restricted),
            options=self.options(exercise, week),
            worth=member.worth,
            drill=counts and self.is_drill(exercise),
            stretch=exercise.role == "mobility",
            muscles=exercise.targets.muscles,
            surface=exercise.demands.surface,
            steady=exercise.role in STEADY_ROLES,
            not_on=not_on,
        )

    def is_drill(self, exercise: Exercise) -> bool:
        """What counts as the day's drill; where nothing else is open, breathing does."""
        if self.only_breathing:
            return True
        return exercise.role != "breathing" if self.person.restricted else exercise.role in DRILL_ROLES

    def options(self, exercise: Exercise, week: int) -> tuple[Option, ...]:
        key = (exercise.id, week)
        if key not in self._options:
            side = short_side_of(exercise, self.person, lean=self.lean)
            self._options[key] = options_of(exercise, self.person, week=week, short_side=side)
        return self._options[key]


def short_side_of(exercise: Exercise, person: Person, *, lean: Side | None = None) -> Side | None:
    """The side that gets more of this drill: the one of the first need it answers that has a short side, else `lean`."""
    if exercise.role not in DRILL_ROLES or exercise.sides != "each":
        return None
    sides = (need.short_side for need in person.needs if need.finding in exercise.targets.answers)
    return next((side for side in sides if side is not None), lean if exercise.family in HIP_FAMILIES else None)
