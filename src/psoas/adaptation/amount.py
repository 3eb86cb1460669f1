"""How much a dose is, and what a smaller whole dose of it looks like.

    amount      sets x repetitions x seconds held (1 where nothing is held)
    reduced     among the whole doses with no factor above the old one: the largest amount below 80 % (after a long gap: of at
                most 60 %); between equals the one with the longer hold, then the more sets. It may go below the usual range;
                None when not even one repetition would be left

Mostly 70-80 % is left, as the rule asks; small doses jump further (1 x 2 becomes 1 x 1).
"""

from collections.abc import Iterator

from psoas.planning.plan import Prescription

LESS_PERCENT = 80
"""'Reduce 20-30 %', the largest whole dose below 80 %: psoas-opinion [D]."""
MUCH_LESS_PERCENT = 60
"""After 15-28 days without an entry: psoas-opinion [D]; part of what was gained fades in 2-6 weeks, DOSE-3."""


def amount(dose: Prescription) -> int:
    return (dose.sets or 1) * (dose.reps or 1) * (dose.hold_s or 1)


def reduced(dose: Prescription) -> Prescription | None:
    """The largest whole dose below 80 %; None when nothing is left."""
    return _largest(dose, (amount(dose) * LESS_PERCENT - 1) // 100)


def reduced_after_away(dose: Prescription) -> Prescription | None:
    """40 % less, after a long gap; None when nothing is left."""
    return _largest(dose, amount(dose) * MUCH_LESS_PERCENT // 100)


def _largest(dose: Prescription, most: int) -> Prescription | None:
    return max(_within(dose, most), key=_preference, default=None)


def _within(dose: Prescription, most: int) -> Iterator[Prescription]:
    """For every smaller number of sets and repetitions the longest hold that stays within `most`."""
    for sets in range(1, (dose.sets or 1) + 1):
        for reps in range(1, (dose.reps or 1) + 1):
            hold = min(dose.hold_s or 1, most // (sets * reps))
            if hold >= 1:
                held = hold if dose.hold_s is not None else None
                yield Prescription(exercise=dose.exercise, sets=sets, reps=reps, hold_s=held, load=dose.load)


def _preference(dose: Prescription) -> tuple[int, int, int]:
    return amount(dose), dose.hold_s or 1, dose.sets or 1
