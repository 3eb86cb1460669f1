"""What a dose is, what more of it looks like and what less, once for plan, adaptation and edit."""

from dataclasses import replace
from fractions import Fraction

from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.planning.dose import Dose, least_of

CATALOGUE = load()


def dose(text: str) -> Dose:
    """`2 x 8`, `2 x 4 x 30 s`"""
    numbers = [int(part) for part in text.replace("s", "").split("x")]
    return Dose(sets=numbers[0], reps=numbers[1], hold_s=numbers[2] if len(numbers) > 2 else None)


def written(found: Dose | None) -> str:
    if found is None:
        return "nothing"
    return f"{found.sets} x {found.reps}" + (f" x {found.hold_s} s" if found.hold_s else "")


def test_a_step_up_is_at_least_a_tenth_and_as_small_as_whole_numbers_allow() -> None:
    """First the hold or repetitions to the top of the range, then a set with fewer repetitions: no step is a leap."""
    table = """
        exercise        | dose          | next step up
        sit-to-stand    | 2 x 5         | 2 x 6
        sit-to-stand    | 2 x 12        | 3 x 9
        sit-to-stand    | 3 x 8         | 3 x 9
        sit-to-stand    | 3 x 12        | nothing
        bird-dog        | 2 x 6 x 3 s   | 2 x 7 x 3 s
        box-squat       | 2 x 8         | 2 x 9
        seated-figure-4 | 1 x 2 x 20 s  | 1 x 2 x 22 s
        seated-figure-4 | 1 x 2 x 30 s  | 1 x 3 x 30 s
        walking         | 1 x 1 x 600 s | 1 x 1 x 660 s
    """
    for row in rows(table):
        found = next(dose(row["dose"]).more(CATALOGUE.exercises[row["exercise"]]), None)

        assert written(found) == row["next step up"], row


def test_less_is_the_largest_whole_dose_of_at_most_a_share() -> None:
    """No factor grows; of one repetition nothing is left."""
    table = """
        dose         | share | less
        2 x 10       | 70    | 2 x 7
        3 x 10       | 70    | 3 x 7
        2 x 5        | 70    | 2 x 3
        1 x 2 x 30 s | 70    | 1 x 2 x 21 s
        3 x 1 x 10 s | 70    | 3 x 1 x 7 s
        1 x 1        | 70    | nothing
    """
    for row in rows(table):
        assert written(dose(row["dose"]).less(Fraction(int(row["share"]), 100))) == row["less"], row


def test_every_exercise_begins_at_its_least_and_climbs_inside_its_ranges() -> None:
    """Each step is larger by a tenth or more, and the last one stands at the top."""
    for exercise in CATALOGUE.exercises.values():
        here = least_of(exercise)
        while (above := next(here.more(exercise), None)) is not None:
            assert above.amount * 10 >= here.amount * 11
            assert above.reps <= exercise.dose.reps.high
            assert above.sets <= exercise.dose.sets.high
            here = above

        assert replace(here, load=None).amount <= exercise.dose.sets.high * exercise.dose.reps.high * (
            exercise.dose.hold_s.high if exercise.dose.hold_s else 1
        )
