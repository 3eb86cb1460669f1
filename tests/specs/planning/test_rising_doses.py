"""What was prescribed earlier is the least for the same exercise; strength and balance keep one dose all week."""

from example_people import FRANK, LENA, MAYA, OTTO, START, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.dose import Dose
from psoas.planning.dose_floor import at_least, at_most
from psoas.planning.dose_options import Option
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake
from psoas.screening.triage import triage

CHOICES = tuple(
    Option(doses=(("both", Dose(sets=sets, reps=reps, hold_s=None)),), seconds=60, clock_s=60, stretch_s=0, side_s=0)
    for sets, reps in ((2, 5), (2, 7), (2, 10), (3, 10))
)
PEOPLE = {"maya": MAYA, "frank": FRANK, "lena": LENA, "otto": OTTO}


def plan(intake: Intake) -> Plan:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return plan_weeks(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)


def test_what_may_still_be_chosen() -> None:
    """From a dose that was given upward; where a dose cannot last, up to it; the least always stays."""
    table = """
        given  | from it on          | up to it
        2 x 5  | 2x5 2x7 2x10 3x10   | 2x5
        2 x 7  | 2x7 2x10 3x10       | 2x5 2x7
        2 x 9  | 2x9 2x10 3x10       | 2x5 2x7
        2 x 4  | 2x4 2x5 2x7 2x10 3x10 | 2x5
        3 x 10 | 3x10                | 2x5 2x7 2x10 3x10
    """
    for row in rows(table):
        sets, reps = (int(part) for part in row["given"].split(" x "))
        dose = Dose(sets=sets, reps=reps, hold_s=None)
        given = Option(doses=(("both", dose),), seconds=60, clock_s=60, stretch_s=0, side_s=0)

        assert written(at_least(CHOICES, given)) == row["from it on"], row
        assert written(at_most(CHOICES, given)) == row["up to it"], row


def written(options: tuple[Option, ...]) -> str:
    return " ".join(f"{dose.sets}x{dose.reps}" for option in options for _, dose in option.doses)


def test_no_strength_dose_falls_and_each_is_the_same_all_week() -> None:
    """Weeks 7 and 8 ask for more, not for less of one thing to make room for another."""
    for who, intake in PEOPLE.items():
        last: dict[tuple[str, str], int] = {}
        for week in plan(intake).weeks:
            given: dict[tuple[str, str], set[int]] = {}
            for item in (i for day in week.days for s in day.sessions if s.kind in {"strength", "balance"} for i in s.items):
                given.setdefault((item.exercise, item.side), set()).add(item.sets * item.reps * (item.hold_s or 1))

            assert all(len(amounts) == 1 for amounts in given.values()), (who, week.number, given)
            assert all(min(amounts) >= last.get(name, 0) for name, amounts in given.items()), (who, week.number)
            last |= {name: max(amounts) for name, amounts in given.items()}
