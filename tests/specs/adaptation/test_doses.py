"""How much less, how much more, and what comes instead."""

from dataclasses import replace
from datetime import timedelta

from cast import MAYA
from plans import FIGURE_4, SQUAT, TILT, TODAY, diary, done, entry, every_day, usual
from tables import rows

from psoas.adaptation.amount import amount, reduced
from psoas.adaptation.decision import decide
from psoas.adaptation.step import step_within, steps_within
from psoas.catalogue.catalogue import load
from psoas.diary.entry import EntryPain
from psoas.planning.plan import Item, PlanChange, Prescription

CATALOGUE = load()


def dose(text: str, exercise: str = "box-squat") -> Prescription:
    """`2 x 8`, `2 x 4 x 30 s`"""
    numbers = [int(part) for part in text.replace("s", "").split("x")]
    return Prescription(exercise=exercise, sets=numbers[0], reps=numbers[1], hold_s=numbers[2] if len(numbers) > 2 else None)


def written(prescription: Prescription | None) -> str:
    if prescription is None:
        return "nothing"
    held = f" x {prescription.hold_s} s" if prescription.hold_s else ""
    return f"{prescription.sets} x {prescription.reps}{held}"


def test_a_reduced_dose_is_the_largest_whole_one_below_80_per_cent() -> None:
    """Sets x repetitions x hold; no factor grows. It may go below the usual range; one of nothing leaves nothing."""
    table = """
        dose         | reduced     | per cent left
        2 x 8        | 2 x 6       | 75
        2 x 10       | 2 x 7       | 70
        3 x 10       | 3 x 7       | 70
        2 x 12       | 2 x 9       | 75
        1 x 12       | 1 x 9       | 75
        1 x 8        | 1 x 6       | 75
        2 x 5        | 2 x 3       | 60
        3 x 5        | 2 x 5       | 67
        1 x 5        | 1 x 3       | 60
        1 x 3        | 1 x 2       | 67
        1 x 2        | 1 x 1       | 50
        2 x 1        | 1 x 1       | 50
        1 x 1        | nothing     | 0
        1 x 2 x 30 s | 1 x 2 x 23 s | 77
        1 x 2 x 20 s | 1 x 2 x 15 s | 75
        3 x 1 x 10 s | 3 x 1 x 7 s | 70
        1 x 8 x 3 s  | 1 x 6 x 3 s | 75
        1 x 10 x 5 s | 1 x 9 x 4 s | 72
        1 x 1 x 600 s | 1 x 1 x 479 s | 80
        1 x 1 x 1 s  | nothing     | 0
    """
    for row in rows(table):
        before = dose(row["dose"])
        after = reduced(before)
        left = amount(after) / amount(before) if after else 0

        assert (written(after), f"{100 * left:.0f}") == (row["reduced"], row["per cent left"]), row


def test_one_step_up_grows_hold_or_repetitions_first_then_sets() -> None:
    """At most half as much again at once; a walk or a breath by a fifth. At the top the next rung is asked."""
    table = """
        exercise           | dose          | one step up
        seated-figure-4    | 1 x 2 x 20 s  | 1 x 2 x 30 s
        seated-figure-4    | 1 x 2 x 30 s  | 1 x 3 x 30 s
        seated-figure-4    | 1 x 3 x 30 s  | 1 x 4 x 30 s
        seated-figure-4    | 1 x 4 x 30 s  | nothing
        seated-figure-4    | 1 x 2 x 12 s  | 1 x 2 x 18 s
        tandem-stance      | 3 x 1 x 10 s  | 3 x 1 x 15 s
        tandem-stance      | 3 x 1 x 22 s  | 3 x 1 x 30 s
        box-squat          | 2 x 8         | 2 x 12
        box-squat          | 2 x 6         | 2 x 9
        box-squat          | 1 x 12        | 2 x 12
        box-squat          | 2 x 12        | nothing
        sit-to-stand       | 2 x 10        | 3 x 10
        walking            | 1 x 1 x 120 s | 1 x 1 x 140 s
        walking            | 1 x 1 x 600 s | 1 x 1 x 720 s
        walking            | 1 x 1 x 1800 s | nothing
        breathing          | 1 x 1 x 280 s | 1 x 1 x 300 s
    """
    for row in rows(table):
        found = step_within(dose(row["dose"], row["exercise"]), CATALOGUE.exercises[row["exercise"]])

        assert written(found) == row["one step up"], row


def answered(item: Item, *, pain: int, felt: str | None = None) -> PlanChange:
    """This item twice in full, with the same answer."""
    answer = EntryPain(before=4, next_morning=4)
    days = (entry(ago, done(item, pain=pain, felt=felt), pain=answer) for ago in (2, 1))
    (found,) = decide(every_day(item), diary(*usual(4), *days), catalogue=CATALOGUE, today=TODAY).changes
    return found


def test_a_drill_turns_into_its_neighbours_on_the_ladder() -> None:
    """Down to the nearest open easier rung at its lowest dose, or stopped; from the top of its ranges one rung up."""
    table = """
        exercise              | side | dose         | pain | change   | becomes
        seated-figure-4       | left | 1 x 2 x 20 s |    8 | replace  | piriformis-release 1 x 8
        box-squat             | both | 2 x 8        |    8 | replace  | sit-to-stand 2 x 5
        supine-pelvic-tilt    | both | 1 x 10       |    8 | stop     | nothing
        piriformis-release    | left | 1 x 12       |    2 | progress | seated-figure-4 1 x 2 x 20 s
        supine-pelvic-tilt    | both | 1 x 12       |    2 | progress | seated-pelvic-tilt 1 x 8
        heel-slide            | left | 2 x 8        |    2 | progress | dead-bug 2 x 6
        hip-90-90-switch      | left | 1 x 12       |    2 | hold     | hip-90-90-switch 1 x 12
        single-leg-stance     | left | 3 x 1 x 20 s |    2 | hold     | single-leg-stance 3 x 1 x 20 s
        supine-pelvic-tilt    | both | 1 x 1        |    7 | stop     | nothing
    """
    for row in rows(table):
        asked = dose(row["dose"], row["exercise"])
        item = Item(
            exercise=row["exercise"],
            side=row["side"],  # type: ignore[arg-type]  # from the table
            sets=asked.sets or 1,
            reps=asked.reps or 1,
            hold_s=asked.hold_s,
        )
        found = answered(item, pain=int(row["pain"]))
        becomes = f"{found.to.exercise} {written(found.to)}" if found.to.exercise else "nothing"

        assert (found.change, becomes) == (row["change"], row["becomes"]), row


def test_only_an_open_rung_takes_a_place() -> None:
    """Below the seated stretch both rungs lie on the back; for whoever cannot lie so there is nothing to fall to."""
    table = """
        avoid        | change  | becomes
        nothing      | replace | piriformis-release
        supine       | stop    | None
        side-lying   | replace | piriformis-release
    """
    for row in rows(table):
        avoid = () if row["avoid"] == "nothing" else (row["avoid"],)
        intake = replace(MAYA, avoid=avoid)  # type: ignore[arg-type]  # from the table
        bad = entry(1, done(FIGURE_4, pain=9), pain=EntryPain(before=4))
        (found,) = decide(every_day(FIGURE_4, intake=intake), diary(bad), catalogue=CATALOGUE, today=TODAY).changes

        assert (found.change, str(found.to.exercise)) == (row["change"], row["becomes"]), row


def test_after_two_weeks_away_the_easier_rung_begins_at_40_per_cent_less() -> None:
    """With no easier rung open, 40 % less of the same."""
    table = """
        exercise           | dose         | change  | becomes
        box-squat          | 2 x 8        | replace | sit-to-stand 2 x 3
        supine-pelvic-tilt | 1 x 10       | reduce  | supine-pelvic-tilt 1 x 6
        supine-pelvic-tilt | 1 x 1        | stop    | nothing
    """
    items = {"box-squat": SQUAT, "supine-pelvic-tilt": TILT}
    for row in rows(table):
        asked = dose(row["dose"])
        item = replace(items[row["exercise"]], sets=asked.sets, reps=asked.reps)
        today = TODAY + timedelta(days=20)
        (found,) = decide(every_day(item), diary(entry(0)), catalogue=CATALOGUE, today=today).changes
        becomes = f"{found.to.exercise} {written(found.to)}" if found.to.exercise else "nothing"

        assert (found.change, becomes) == (row["change"], row["becomes"]), row


def test_a_rung_that_hurts_these_days_is_not_offered_as_the_easier_one() -> None:
    """Both the stretch and the rung below it felt sharp: the replacement lies further down."""
    release = Item(exercise="piriformis-release", side="left", sets=1, reps=8)
    sharp = entry(1, done(FIGURE_4, felt="sharp"), done(release, felt="shooting"))
    changes = decide(every_day(FIGURE_4, release), diary(sharp), catalogue=CATALOGUE, today=TODAY).changes

    assert [change.to.exercise for change in changes] == ["supine-knee-fallout", "supine-knee-fallout"]


def test_where_a_whole_step_has_no_room_a_part_of_it_may_have() -> None:
    """The whole step, half of it, a quarter: in whole seconds and repetitions, never below one."""
    table = """
        exercise         | dose         | steps
        box-squat        | 2 x 8        | 2 x 12, 2 x 10, 2 x 9
        box-squat        | 2 x 11       | 2 x 12
        seated-figure-4  | 1 x 2 x 20 s | 1 x 2 x 30 s, 1 x 2 x 25 s, 1 x 2 x 22 s, 1 x 2 x 21 s
        box-squat        | 2 x 12       |
    """
    for row in rows(table):
        steps = steps_within(dose(row["dose"], row["exercise"]), CATALOGUE.exercises[row["exercise"]])

        assert ", ".join(written(step) for step in steps) == row["steps"], row
