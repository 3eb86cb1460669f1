"""The programme while it grows: entries taken on, what found no room, and whether one more still fits.

An entry fits where every week of its stay still holds all entries at their least dose, strength growing as its course says.
"""

from collections.abc import Iterable

from psoas.catalogue.entries import Exercise, Pattern
from psoas.planning.current_doses import CurrentDoses
from psoas.planning.dose_options import Option, options_of
from psoas.planning.eligibility import Eligibility
from psoas.planning.heuristic import place_all
from psoas.planning.offers import (
    NEED_WORTH,
    STEPS,
    STRETCH_WORTH,
)
from psoas.planning.plan import Why
from psoas.planning.programme import Programme, ProgrammeRow
from psoas.planning.rhythm import (
    KINDS,
    DayKind,
    Rhythm,
)
from psoas.planning.short_side import short_side_of
from psoas.planning.week_task import ROUND_TRIP_S, Candidate, Slot
from psoas.vocabulary.body import Side

DAILY_ANSWER_MINUTES = 15
"""From here on the drill of every day is one that answers a finding (opinion)."""
HEAVIEST_WEEKS = (1, 4, 5, 6, 7, 8)
"""Entries only join at the borders between these, and between two borders doses never fall, so that what fits in them fits in
the others. A higher rung begins low again, so that week 7 may hold more than week 8."""
RESTING = frozenset({"breathing", "walking", "cardio"})


class Draft:
    """What has been taken on so far."""

    def __init__(
        self, eligible: Eligibility, rhythm: Rhythm, *, standing: CurrentDoses, short_hip: Side | None = None
    ) -> None:
        self.eligible = eligible
        self.person = eligible.person
        self.catalogue = eligible.catalogue
        self.rhythm = rhythm
        self.standing = standing
        self.short_hip = short_hip
        self.entries: list[ProgrammeRow] = []
        self.groups: set[str] = set()
        self.no_room: set[str] = set()
        self.light_cap = rhythm.cap("light")
        self.balance_on: frozenset[DayKind] = frozenset()
        self.evening_on: frozenset[DayKind] = frozenset()
        self.turns = 0
        self._options: dict[tuple[str, int], tuple[Option, ...]] = {}

    def programme(self) -> Programme:
        """The draft, frozen."""
        return Programme(
            person=self.person,
            rhythm=self.rhythm,
            entries=tuple(self.entries),
            light_cap=self.light_cap,
            balance_on=self.balance_on,
            evening_on=self.evening_on,
            short_hip=self.short_hip,
            no_room=frozenset(self.no_room - {entry.exercise for entry in self.entries}),
        )

    def entry_of(
        self,
        exercise: Exercise,
        slot: Slot,
        weeks: range,
        *,
        worth: int,
        because: tuple[Why, ...],
        never_on: tuple[DayKind, ...] = (),
    ) -> ProgrammeRow:
        """A drill whose dose the weeks decide. Stretches for volume and variety stay away from one kind of light day each."""
        turn = worth <= STRETCH_WORTH and slot != "breathing" and bool(self.entries)
        away: DayKind | None = ("light" if self.turns % 2 else "light-b") if turn else None
        kinds = tuple(kind for kind in KINDS if kind != away and kind not in never_on)
        candidates = tuple(
            self.candidate(exercise, slot, worth, self.options_of(exercise, week), kinds=kinds) for week in weeks
        )
        return ProgrammeRow(
            exercise=exercise.id, slot=slot, first=weeks[0], worth=worth, because=because, candidates=candidates
        )

    def candidate(
        self,
        exercise: Exercise,
        slot: Slot,
        worth: int,
        options: tuple[Option, ...],
        *,
        kinds: tuple[DayKind, ...],
        fixed: bool = False,
    ) -> Candidate:
        """The exercise as the week's task knows it."""
        return Candidate(
            exercise=exercise.id,
            slot=slot,
            options=options,
            worth=worth,
            drill=self._is_drill(slot, worth),
            stretch=exercise.role == "mobility",
            muscles=exercise.targets.muscles,
            surface=exercise.demands.surface,
            steady=exercise.role == "balance",
            kinds=kinds,
            fixed=fixed,
        )

    def _is_drill(self, slot: Slot, worth: int) -> bool:
        """What counts as the day's drill: from a quarter of an hour on what answers a finding, where the first one does."""
        if slot not in {"morning", "breathing"}:
            return False
        if slot == "breathing":
            return self.only_breathing()
        answering = self.entries[0].worth >= NEED_WORTH if self.entries else worth >= NEED_WORTH
        return worth >= NEED_WORTH or not (answering and self.person.minutes >= DAILY_ANSWER_MINUTES)

    def only_breathing(self) -> bool:
        """Is nothing but breathing open for the mornings?"""
        pool = self.eligible.exercises if self.person.restricted else self.eligible.within(1)
        return not any(e.role not in RESTING and (self.person.restricted or e.first_hour) for e in pool)

    def cost(self, exercise: Exercise, week: int) -> int:
        """Seconds of the least dose, with the way to the floor and up again."""
        return self.options_of(exercise, week)[0].seconds + ROUND_TRIP_S * (exercise.demands.surface == "floor")

    def options_of(self, exercise: Exercise, week: int) -> tuple[Option, ...]:
        """The doses between which a week may choose."""
        key = (exercise.id, week)
        if key not in self._options:
            side = short_side_of(exercise, self.person, short_hip=self.short_hip)
            self._options[key] = options_of(exercise, self.person, week=week, short_side=side)
        return self._options[key]

    def add(self, new: list[ProgrammeRow], *, without: Iterable[ProgrammeRow] = ()) -> bool:
        """Take these on (in place of others) if every week of their stay still fits."""
        gone = list(without)
        entries = [*(entry for entry in self.entries if entry not in gone), *new]
        if not self._fits(entries, new):
            return False
        self.entries = entries
        return True

    def _fits(self, entries: list[ProgrammeRow], new: list[ProgrammeRow]) -> bool:
        first, last = min(entry.first for entry in new), max(entry.last for entry in new)
        weeks = sorted({last, *(week for week in HEAVIEST_WEEKS if first <= week <= last)})
        trial = Programme(
            person=self.person,
            rhythm=self.rhythm,
            entries=tuple(entries),
            light_cap=self.light_cap,
            balance_on=self.balance_on,
            evening_on=self.evening_on,
        )
        return all(place_all(trial.task(week)) is not None for week in reversed(weeks))

    def has(self, exercise: str) -> bool:
        """Is it there already, or what stands for it?"""
        return exercise in self.taken()

    def taken(self) -> set[str]:
        """What nothing else brings: all that stands here, and with one height of step the other too."""
        names = {entry.exercise for entry in self.entries}
        return names | set(STEPS) if names & set(STEPS) else names

    def has_family(self, exercise: Exercise) -> bool:
        """Is another of its family there, for the same kind of session?"""
        known = (self.catalogue.exercises[entry.exercise] for entry in self.entries)
        return any(e.family == exercise.family and e.role == exercise.role for e in known)

    def has_slot(self, slot: Slot) -> bool:
        """Does anything stand in this session?"""
        return any(entry.slot == slot for entry in self.entries)

    def entries_of(self, pattern: Pattern) -> list[ProgrammeRow]:
        """The strength entries of one main pattern, rung after rung."""
        return [
            entry
            for entry in self.entries
            if entry.slot == "strength" and self.catalogue.exercises[entry.exercise].pattern == pattern
        ]
