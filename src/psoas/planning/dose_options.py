"""How much: the few doses of an exercise between which the planner chooses, from least to most, all within its range.

    weeks 1-6      from the low end to the middle of the range
    weeks 7-8      to the top: longer holds, more repetitions, a heavier load (as tolerated; never beyond the range); not in
                   pregnancy, where the weeks themselves bring the load
    balance        the hold of the week from the start: standing still for ten seconds trains little (B-7)
    high pain      half the sets at the low end of a stretch or balance drill, all along; strength grows (`course`)
    from 65        stretches are held 30 s at most and at least twice (2 x 30 s beats 1 x 60 s)
    short side     at least a quarter more seconds than the other side: a longer hold, more repetitions, another set; where the
                   range has no room above, the other side does less of it

Doses of strength are a course of their own (`course`). Loads begin at 5 % of body mass (CL-8C); heavier is half a
kilogram more, the smallest step at home (DOSE-10).
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from psoas.catalogue.entries import Exercise, Range
from psoas.planning.dose import Dose, Load, least_of
from psoas.planning.person import SHORT_HOLDS_AGE, Person
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

CHALLENGE_WEEK = 7
EXPECTING = "expecting"
STRETCH_FROM_S = 20
"""Held so long, a mobility drill is a stretch. Status D."""
STRETCH_HOLD_S = 30
UNIT_S = 15
"""The planner counts in quarters of a minute: finer units cost solving time and change nothing anybody would notice."""
LIGHT_KG, MODERATE_KG = 4.0, 6.0
"""The most of a light and of a moderate load (psoas-opinion: carry 1-4 kg, squat 2-6 kg)."""
UNKNOWN_MASS_LOAD_KG = 2.0
FIRST_LOAD = 0.05
HEAVIER_KG = 0.5
CLEARLY = Fraction(5, 4)
"""A difference between the sides that somebody notices (opinion: a quarter to a half more)."""
HOLD_STEP_S = 5
WEIGHTED_FAMILIES = frozenset({"hinge", "trunk-brace", "transfers"})
"""Families whose load is a weight in the hand; elsewhere a light load means the own hands or an optional band."""


@value
class Option:
    """A dose for every side of one exercise, with the seconds it takes."""

    doses: tuple[tuple[Side, Dose], ...]
    seconds: int
    """All sides with rests and getting ready, rounded up to the unit."""
    clock_s: int
    """The same by the clock, in whole seconds."""
    stretch_s: int
    """Work of all sides together: what counts toward a muscle's four minutes a session."""
    side_s: int
    """Work of one side (the lesser): what counts toward a muscle's ten minutes a week."""


def options_of(exercise: Exercise, person: Person, *, week: int, short_side: Side | None = None) -> tuple[Option, ...]:
    """Doses from least to most; each a possible choice for a session."""
    doses = doses_of(exercise, person, week=week)
    if exercise.sides == "both":
        return tuple(option_of(exercise, (("both", dose),)) for dose in doses)
    if short_side is None:
        return tuple(option_of(exercise, (("left", dose), ("right", dose))) for dose in doses)
    return tuple(option_of(exercise, _uneven(less, more, short_side)) for less, more in _steps(exercise, doses))


def doses_of(exercise: Exercise, person: Person, *, week: int) -> tuple[Dose, ...]:
    """From the low end upward, first the hold, then repetitions, then sets."""
    share = _share(person, week=week)
    load = load_of(exercise, person, week=week)
    sets, reps, hold = exercise.dose.sets, exercise.dose.reps, exercise.dose.hold_s
    least = least_of(exercise, load=load)
    if person.half_sets:
        return (replace(least, sets=max(1, sets.low // 2)),)
    held = replace(least, hold_s=_hold(exercise, hold, share, person) if hold else None)
    fuller = replace(held, reps=_up_to(reps, share))
    most = replace(fuller, sets=_up_to(sets, share))
    first = held if _holds_long(exercise, person) or exercise.role == "balance" else least
    return tuple(dict.fromkeys((first, held, fuller, most)))


def load_of(exercise: Exercise, person: Person, *, week: int) -> Load | None:
    """A light band or a small weight where the movement asks for one."""
    asked = exercise.demands.load
    heavier = is_challenged(person, week=week)
    if asked not in {"light", "moderate"}:
        return None
    if "band" in exercise.equipment:
        return Load(band="medium" if heavier else "light")
    if exercise.family not in WEIGHTED_FAMILIES:
        return None
    most = LIGHT_KG if asked == "light" else MODERATE_KG
    first = person.mass_kg * FIRST_LOAD if person.mass_kg else UNKNOWN_MASS_LOAD_KG
    kilograms = floor(max(1.0, first) * 2) / 2 + (HEAVIER_KG if heavier else 0)
    allowed = most if person.lift_kg is None else min(most, max(HEAVIER_KG, floor(person.lift_kg * 2) / 2))
    return Load(kg=min(allowed, kilograms))


def _share(person: Person, *, week: int) -> Fraction:
    """How far up its range a dose may go."""
    if person.gentle:
        return Fraction(0)
    return Fraction(1) if is_challenged(person, week=week) else Fraction(1, 2)


def is_challenged(person: Person, *, week: int) -> bool:
    return week >= CHALLENGE_WEEK and not person.gentle and EXPECTING not in person.circumstances


def _up_to(limits: Range, share: Fraction) -> int:
    return limits.low + floor((limits.high - limits.low) * share)


def _hold(exercise: Exercise, hold: Range, share: Fraction, person: Person) -> int:
    if _holds_long(exercise, person):
        return min(hold.high, STRETCH_HOLD_S)
    longest = _up_to(hold, share)
    return min(longest, max(hold.low, STRETCH_HOLD_S)) if _is_stretch(exercise) else longest


def _holds_long(exercise: Exercise, person: Person) -> bool:
    """From 65 a stretch is held its 30 seconds from the start (DOSE-1: older people 30 s and more)."""
    return person.age >= SHORT_HOLDS_AGE and not person.half_sets and _is_stretch(exercise)


def _is_stretch(exercise: Exercise) -> bool:
    return exercise.role == "mobility" and exercise.dose.hold_s is not None and exercise.dose.hold_s.high >= STRETCH_FROM_S


def _steps(exercise: Exercise, doses: tuple[Dose, ...]) -> tuple[tuple[Dose, Dose], ...]:
    """Pairs of less and clearly more."""
    pairs = ((dose, _clearly_more(exercise, dose)) for dose in doses)
    steps = tuple((less, more) for less, more in pairs if more is not None)
    return steps or ((_clearly_less(exercise, doses[-1]), doses[-1]),)


def _clearly_more(exercise: Exercise, dose: Dose) -> Dose | None:
    """The smallest dose within the range that is a quarter more; half the sets stay half."""
    most_sets = exercise.dose.sets.high if dose.sets >= exercise.dose.sets.low else dose.sets
    wanted = dose.amount * CLEARLY
    doses = _between(exercise, dose, sets=range(dose.sets, most_sets + 1), least=False)
    return min((more for more in doses if more.amount >= wanted), key=_in_order, default=None)


def _clearly_less(exercise: Exercise, dose: Dose) -> Dose:
    """The largest dose within the range that leaves the other a quarter more; without room there, just below it."""
    allowed = dose.amount / CLEARLY
    doses = _between(exercise, dose, sets=range(min(dose.sets, exercise.dose.sets.low), dose.sets + 1), least=True)
    within = [less for less in doses if less.amount <= allowed]
    if within:
        return max(within, key=lambda less: less.amount)
    if dose.reps > 1:
        return replace(dose, reps=max(1, floor(dose.reps / CLEARLY)))
    if dose.sets > 1:
        return replace(dose, sets=max(1, floor(dose.sets / CLEARLY)))
    return replace(dose, hold_s=max(1, floor((dose.hold_s or 2) / CLEARLY)))


def _between(exercise: Exercise, dose: Dose, *, sets: range, least: bool) -> Iterator[Dose]:
    """Every dose from this one to the top of the range, or (`least`) down to its low end; holds in steps of five seconds."""
    reps, hold = exercise.dose.reps, exercise.dose.hold_s
    counts = range(reps.low, dose.reps + 1) if least else range(dose.reps, reps.high + 1)
    holds: list[int | None] = [dose.hold_s]
    if hold and dose.hold_s is not None:
        holds += range(hold.low, dose.hold_s, HOLD_STEP_S) if least else range(dose.hold_s, hold.high + 1, HOLD_STEP_S)
    return (replace(dose, sets=s, reps=r, hold_s=h) for s in sets for r in counts for h in holds)


def _in_order(dose: Dose) -> tuple[int, int, int]:
    """The least first; of equals the longer hold before repetitions before sets."""
    return (dose.amount, dose.sets, dose.reps)


def _uneven(less: Dose, more: Dose, short_side: Side) -> tuple[tuple[Side, Dose], ...]:
    sides: tuple[Side, Side] = ("left", "right")
    return tuple((side, more if side == short_side else less) for side in sides)


def option_of(exercise: Exercise, doses: tuple[tuple[Side, Dose], ...]) -> Option:
    work = [dose.work_seconds(exercise) for _, dose in doses]
    whole = ceil(sum(dose.seconds(exercise) for _, dose in doses))
    return Option(
        doses=doses,
        seconds=ceil(whole / UNIT_S) * UNIT_S,
        clock_s=whole,
        stretch_s=ceil(sum(work) / UNIT_S) * UNIT_S,
        side_s=floor(min(work) / UNIT_S) * UNIT_S,
    )
