"""Which movements may stand one rung higher from week 5 on, and what keeps to its place.

The calendar is a ceiling: the log decides whether it is reached. Limits come first; a closed rung is not a rung.
"""

from dataclasses import replace

from example_people import FRANK, LENA, MAYA, ROSA, START, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.dose_options import load_of
from psoas.planning.ladder import climbing_roles
from psoas.planning.offers import ONE_LEG
from psoas.planning.person import Person, read_person
from psoas.planning.plan import Plan
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake, Pregnancy, Surgery
from psoas.screening.triage import triage

PEOPLE: dict[str, Intake] = {
    "office worker of 45": MAYA,
    "runner of 34": LENA,
    "68, fused two years ago": FRANK,
    "75, falls": replace(ROSA, minutes_per_day=20),
    "75, falls, ten minutes": ROSA,
    "average pain of 7": replace(MAYA, pain=replace(MAYA.pain, average_week=7)),
    "fused five weeks ago": replace(
        MAYA, surgeries=(Surgery(what="lumbar-fusion", levels=("L4-L5",), on=TODAY.replace(month=10)),)
    ),
}


def cleared(intake: Intake) -> Clearance:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return clearance


def person(intake: Intake) -> Person:
    clearance = cleared(intake)
    return read_person(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), on=START)


def plan(intake: Intake) -> Plan:
    return plan_weeks(intake, examination=None, profile=None, clearance=cleared(intake), catalogue=load(), start=START)


def used(plan: Plan, weeks: range) -> set[str]:
    chosen = [week for week in plan.weeks if week.number in weeks]
    return {item.exercise for week in chosen for day in week.days for s in day.sessions for item in s.items}


def test_what_may_go_one_rung_up_in_week_five() -> None:
    """Balance for everybody; stretches for those who began in the middle. Strength has its own course. A restricted scope
    waits for its clearance."""
    table = """
        person                  | may climb
        office worker of 45     | balance mobility
        runner of 34            | balance mobility
        68, fused two years ago | balance mobility
        75, falls               | balance
        average pain of 7       | balance
        fused five weeks ago    |
    """
    for row in rows(table):
        assert " ".join(sorted(climbing_roles(person(PEOPLE[row["person"]])))) == row["may climb"], row["person"]


def test_the_rung_above_takes_over_in_week_five_and_not_before() -> None:
    """From the easier row to the harder one, both for at least two weeks."""
    table = """
        person                  | weeks 1 to 4          | weeks 5 to 8
        68, fused two years ago | semi-tandem-stand     | tandem-stance
        75, falls               | weight-shift          | semi-tandem-stand
        75, falls               | assisted-sit-to-stand | sit-to-stand
        average pain of 7       | assisted-sit-to-stand | sit-to-stand
        75, falls, ten minutes  | weight-shift          | semi-tandem-stand
        75, falls, ten minutes  | assisted-sit-to-stand | sit-to-stand
    """
    for row in rows(table):
        made = plan(PEOPLE[row["person"]])

        assert row["weeks 1 to 4"] in used(made, range(1, 5)) - used(made, range(5, 9)), row
        assert row["weeks 5 to 8"] in used(made, range(5, 9)) - used(made, range(1, 5)), row


def test_who_stands_on_one_leg_under_load_from_week_five() -> None:
    """Under 60, steady, no limit but wishes, and a goal or a finding that asks for it: a step where there is one."""
    table = """
        person                                  | weeks 1 to 4 | weeks 5 to 8
        runner with a step                      | no           | step-up
        runner with nothing at hand             | no           | single-leg-stance
        runner who avoids standing on one leg   | no           | no
        runner with an average pain of 7        | no           | no
        shoes to tie                            | no           | no
    """
    people = {
        "runner with a step": LENA,
        "runner with nothing at hand": replace(LENA, equipment=()),
        "runner who avoids standing on one leg": replace(LENA, equipment=(), avoid=("single-leg",)),
        "runner with an average pain of 7": replace(LENA, pain=replace(LENA.pain, average_week=7)),
        "shoes to tie": MAYA,
    }
    for row in rows(table):
        made = plan(people[row["person"]])
        for weeks, span in (("weeks 1 to 4", range(1, 5)), ("weeks 5 to 8", range(5, 9))):
            assert (" ".join(sorted(set(ONE_LEG) & used(made, span))) or "no") == row[weeks], row


def test_with_a_risk_of_falling_balance_comes_before_the_evening() -> None:
    """Three balance days a week first; evenings stand beside them on five days as soon as the minutes hold both."""
    table = """
        minutes | balance days at least | evenings at least
        5       | 3                     | 0
        10      | 3                     | 5
        20      | 3                     | 5
    """
    for row in rows(table):
        made = plan(replace(ROSA, minutes_per_day=int(row["minutes"])))
        for week in made.weeks[5:]:
            balance = sum(any(s.kind == "balance" for s in day.sessions) for day in week.days)
            evening = sum(any(s.part_of_day == "evening" and s.kind != "breathing" for s in d.sessions) for d in week.days)

            assert balance >= int(row["balance days at least"]), (row, week.number)
            assert evening >= int(row["evenings at least"]), (row, week.number)


def test_a_movement_for_breaks_is_no_drill() -> None:
    """Short circles and the short seated opener stand in breaks; a fuller form is the drill."""
    for intake in PEOPLE.values():
        assert not {"hip-circles", "seated-hip-opener"} & used(plan(intake), range(1, 9))


def test_a_pregnancy_has_no_challenge_weeks() -> None:
    """The weeks themselves bring the load: the band stays light."""
    expecting = replace(MAYA, pregnancy=Pregnancy(weeks=26))
    bands = {
        name: load_of(load().exercises["pallof-press"], person(intake), week=7)
        for name, intake in (("not pregnant", MAYA), ("pregnant", expecting))
    }

    assert {name: given.band if given else None for name, given in bands.items()} == {
        "not pregnant": "medium",
        "pregnant": "light",
    }
