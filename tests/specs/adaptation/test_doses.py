"""What comes instead: less of it, the easier rung, nothing; and what a step up is."""

from dataclasses import replace
from datetime import timedelta

from example_people import MAYA
from example_plans import FIGURE_4, TODAY, diary, done, entry, every_day, usual
from text_tables import rows

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import EntryPain
from psoas.planning.plan import Applied, Item, PlanChange, Prescription

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
    """Sets x repetitions x hold; no factor grows. It may go below the usual range; of one nothing is left, so it rests."""
    table = """
        dose         | change | becomes      | per cent left
        2 x 8        | reduce | 2 x 6        | 75
        2 x 10       | reduce | 2 x 7        | 70
        3 x 10       | reduce | 3 x 7        | 70
        2 x 5        | reduce | 2 x 3        | 60
        3 x 5        | reduce | 2 x 5        | 67
        1 x 3        | reduce | 1 x 2        | 67
        1 x 2 x 30 s | reduce | 1 x 2 x 23 s | 77
        3 x 1 x 10 s | reduce | 3 x 1 x 7 s  | 70
        1 x 10 x 5 s | reduce | 1 x 9 x 4 s  | 72
        1 x 1        | stop   | nothing      | 0
    """
    for row in rows(table):
        before = dose(row["dose"], "supine-pelvic-tilt")
        item = Item(
            exercise="supine-pelvic-tilt", side="both", sets=before.sets or 1, reps=before.reps or 1, hold_s=before.hold_s
        )
        worse = (entry(ago, done(item, pain=3, felt="worse"), pain=EntryPain(before=4, next_morning=4)) for ago in (2, 1))
        (found,) = decide(every_day(item), diary(*usual(4), *worse), catalogue=CATALOGUE, today=TODAY).changes
        left = found.to.dose.amount / before.dose.amount if found.to.exercise else 0
        becomes = written(found.to) if found.to.exercise else "nothing"

        assert (found.change, becomes, f"{100 * left:.0f}") == (row["change"], row["becomes"], row["per cent left"]), row


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
        heel-slide            | left | 3 x 12        |    2 | progress | dead-bug 2 x 5
        hip-90-90-switch      | left | 1 x 12       |    2 | hold     | hip-90-90-switch 1 x 12
        single-leg-stance     | left | 3 x 1 x 20 s |    2 | hold     | single-leg-stance 3 x 1 x 20 s
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


def test_a_rung_that_hurts_these_days_is_not_offered_as_the_easier_one() -> None:
    """Both the stretch and the rung below it felt sharp: the replacement lies further down."""
    release = Item(exercise="piriformis-release", side="left", sets=1, reps=8)
    sharp = entry(1, done(FIGURE_4, felt="sharp"), done(release, felt="shooting"))
    changes = decide(every_day(FIGURE_4, release), diary(sharp), catalogue=CATALOGUE, today=TODAY).changes

    assert [change.to.exercise for change in changes] == ["supine-knee-fallout", "supine-knee-fallout"]


def test_easing_again_leaves_no_more_than_the_easing_before() -> None:
    """Eased to half until yesterday, and nothing says that it is over: a flare, or a movement that got worse twice, leaves at
    most that half, as not knowing does. More pain never gets more."""
    table = """
        pain before | felt  | change | because
        ?           | same  | ease   | not-back-yet
        6           | same  | ease   | flare
        6           | worse | reduce | worse-twice
    """
    item = Item(exercise="supine-pelvic-tilt", side="both", sets=2, reps=8)
    half = PlanChange(
        exercise=item.exercise,
        side="both",
        change="ease",
        until=TODAY - timedelta(days=1),
        from_=dose("2 x 8", item.exercise),
        to=dose("2 x 4", item.exercise),
        because=(CATALOGUE.reason("flare"),),
    )
    plan = every_day(item, applied=(Applied(id="half", on=TODAY - timedelta(days=8), change=half),))
    for row in rows(table):
        pain = None if row["pain before"] == "?" else EntryPain(before=int(row["pain before"]))
        lately = (entry(ago, done(item, pain=4, felt=row["felt"]), pain=pain) for ago in (2, 1))
        (found,) = decide(plan, diary(*usual(4), *lately), catalogue=CATALOGUE, today=TODAY).changes

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row
        assert found.to.dose.amount <= half.to.dose.amount, (row, found.to)
