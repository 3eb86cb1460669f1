"""Needs that steer the choice: what is preferred, what comes later, what stays out. All of it is opinion [D].

The table itself is data (`needs.toml`); here a described person stands for each row.
"""

from dataclasses import replace
from datetime import date

import pytest
from example_people import FRANK, LENA, MAYA, ROSA, START, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.plan import Plan
from psoas.screening.intake import Emphasis, Falls, Intake, Pregnancy, Sitting, SurgeonLimits, Walking
from psoas.screening.triage import triage

ROOMY = replace(MAYA, minutes_per_day=30, equipment=("mat", "band", "bike", "weight", "chair"))
PEOPLE: dict[str, Intake] = {
    "stenosis": replace(ROOMY, conditions=("spinal-stenosis",)),
    "stiffening spine": replace(ROOMY, conditions=("ankylosing-spondylitis",)),
    "hypermobile": replace(LENA, conditions=("hypermobility",)),
    "pinching groin": replace(ROOMY, conditions=("groin-pinch",)),
    "girdle pain": replace(ROOMY, pregnancy=Pregnancy(weeks=30, pelvic_girdle_pain=True)),
    "ten weeks after birth": replace(ROOMY, birth_on=date(2026, 9, 13)),
    "slipped vertebra": replace(ROOMY, conditions=("spondylolisthesis",)),
    "fused two years ago": FRANK,
    "afraid of falling": replace(ROOMY, falls=Falls(last_12_months=0, unsteady=False, worried=True)),
    "does not stand": replace(ROOMY, stands="no"),
    "wheelchair": replace(
        ROOMY, walking=Walking(aid="wheelchair"), sitting=(Sitting(from_="09:00", to="12:00", days=("mon",)),)
    ),
    "75, falls": replace(ROSA, minutes_per_day=20),
}


def plan(intake: Intake) -> Plan:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return plan_weeks(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)


def first_weeks(plan: Plan) -> dict[str, int]:
    """In which week each exercise first appears in a session."""
    found: dict[str, int] = {}
    for week in plan.weeks:
        for item in (i for day in week.days for session in day.sessions for i in session.items):
            found.setdefault(item.exercise, week.number)
    return found


def test_what_a_need_brings_and_when() -> None:
    """In this week or earlier."""
    table = """
        who                   | exercise                   | week
        stenosis              | cycling                    | 1
        stenosis              | seated-pelvic-tilt         | 1
        stiffening spine      | seated-thoracic-rotation   | 1
        stiffening spine      | band-row                   | 2
        hypermobile           | pallof-press               | 2
        pinching groin        | glute-bridge               | 2
        pinching groin        | wall-hip-hinge             | 3
        girdle pain           | seated-pelvic-tilt         | 1
        ten weeks after birth | breathing                  | 1
        slipped vertebra      | pallof-press               | 2
        fused two years ago   | wall-hip-hinge             | 3
        afraid of falling     | semi-tandem-stand          | 1
        does not stand        | seated-thoracic-rotation   | 1
        does not stand        | seated-pallof-press        | 2
    """
    for row in rows(table):
        weeks = first_weeks(plan(PEOPLE[row["who"]]))

        assert weeks.get(row["exercise"], 99) <= int(row["week"]), (row, weeks)


def test_what_a_need_leaves_out_or_brings_later() -> None:
    """Not before this week; `never`: not at all."""
    table = """
        who                   | exercise                | before week
        stenosis              | hip-flexor-lunge-stretch | 5
        stiffening spine      | single-knee-to-chest    | never
        hypermobile           | hip-flexor-lunge-stretch | never
        hypermobile           | seated-figure-4         | never
        pinching groin        | single-knee-to-chest    | never
        pinching groin        | adductor-rock-back      | never
        pinching groin        | deep-squat-hold         | never
        girdle pain           | single-leg-stance       | never
        girdle pain           | seated-figure-4         | never
        girdle pain           | single-knee-to-chest    | never
        ten weeks after birth | bird-dog                | never
        ten weeks after birth | pallof-press            | never
        ten weeks after birth | worktop-plank           | never
        does not stand        | sit-to-stand            | never
        does not stand        | walking                 | never
    """
    for row in rows(table):
        week = first_weeks(plan(PEOPLE[row["who"]])).get(row["exercise"])

        assert week is None or (row["before week"] != "never" and week >= int(row["before week"])), (row, week)


def test_what_builds_on_the_deep_brace_says_so_while_that_is_closed() -> None:
    """In the first twelve weeks after a birth bracing is for a clinician to open; bird dog and press do not come before it."""
    made = plan(PEOPLE["ten weeks after birth"])
    said = {out.exercise: [why.id for why in out.because] for out in made.excluded}
    assert "after-birth" in said["brace-with-breath"]
    assert said["bird-dog"][0] == said["pallof-press"][0] == "need-after-birth"


def test_evenings_of_whoever_expects_a_child_do_not_end_on_the_back() -> None:
    """One knee to the chest, lying, had been the evening of nearly everybody."""
    made = plan(replace(ROOMY, pregnancy=Pregnancy(weeks=26, pelvic_girdle_pain=False)))
    evenings = [s for week in made.weeks[5:] for day in week.days for s in day.sessions if s.part_of_day == "evening"]
    assert len(evenings) >= 3 * 5
    assert all(item.exercise != "single-knee-to-chest" for session in evenings for item in session.items)


def test_who_may_not_walk_has_breaks_where_they_sit() -> None:
    """Restricted until a sign has been looked at: a seated movement that is open stands in for the short walk."""
    known = {**MAYA.answers, "both-legs-weak-or-painful": "known"}
    made = plan(replace(PEOPLE["wheelchair"], answers=known, sitting=(Sitting(from_="08:00", to="20:00", days=("mon",)),)))
    breaks = [pause.exercise for week in made.weeks for day in week.days for pause in day.micro_breaks]
    assert made.clearance.scope == "restricted"
    assert breaks
    assert {load().exercises[name].demands.posture for name in breaks} <= {"sitting", "lying"}


def test_joints_that_move_far_hold_no_stretch_over_ten_seconds() -> None:
    """Every stretch of the eight weeks."""
    held = [
        (item.exercise, item.hold_s)
        for week in plan(PEOPLE["hypermobile"]).weeks
        for item in (i for day in week.days for session in day.sessions for i in session.items)
        if load().exercises[item.exercise].role == "mobility" and item.hold_s
    ]

    assert all(seconds <= 10 for _, seconds in held), held


@pytest.mark.parametrize("who", ["does not stand", "wheelchair"])
def test_who_does_not_stand_gets_a_seated_programme(who: str) -> None:
    """Nothing stands or walks, in sessions and in breaks; strength is trained all the same."""
    made = plan(PEOPLE[who])
    used = set(first_weeks(made)) | {b.exercise for week in made.weeks for day in week.days for b in day.micro_breaks}
    demands = {name: load().exercises[name].demands for name in used}

    assert not [name for name, asked in demands.items() if asked.surface == "feet" or asked.posture in {"standing", "walking"}]
    assert len({load().exercises[name].pattern for name in used} - {None}) >= 3
    assert "walking" not in {session.kind for week in made.weeks for day in week.days for session in day.sessions}


def test_girdle_pain_keeps_walks_as_short_as_they_are() -> None:
    """They do not grow."""
    walks = {
        item.hold_s
        for week in plan(PEOPLE["girdle pain"]).weeks
        for item in (i for day in week.days for session in day.sessions for i in session.items)
        if load().exercises[item.exercise].role == "walking"
    }

    assert len(walks) == 1


def test_own_wishes_are_kept() -> None:
    """Never is never, and says so; what is preferred is there from the start."""
    made = plan(replace(ROOMY, emphasis=Emphasis(prefer=("trunk-rotation",), never=("glute-bridge", "walking"))))
    said = {left.exercise: {why.id for why in left.because} for left in made.excluded}

    assert said["glute-bridge"] == said["walking"] == {"never"}
    assert first_weeks(made)["seated-thoracic-rotation"] == 1 or first_weeks(made)["standing-thoracic-rotation"] == 1


def test_the_surgeons_sheet_closes_and_caps_until_its_day() -> None:
    """No twist, no bend, and no more weight than allowed; a day that is past closes nothing."""
    table = """
        until      | twists | deadlift of at most
        2027-03-01 | no     | 2
        2026-11-01 | yes    | 4
    """
    for row in rows(table):
        limits = SurgeonLimits(lift_kg=2, no_twist=True, no_bend=True, until=date.fromisoformat(row["until"]))
        made = plan(replace(ROOMY, surgeon_limits=limits))
        used = first_weeks(made)
        heaviest = max(
            (i.load.kg or 0)
            for week in made.weeks
            for day in week.days
            for session in day.sessions
            for i in session.items
            if i.load and i.exercise == "hip-hinge-deadlift"
        )

        turns = [name for name in used if load().exercises[name].demands.lumbar_rotation != "neutral"]
        assert bool(turns) is (row["twists"] == "yes"), (row, turns)
        assert heaviest <= float(row["deadlift of at most"]), row


def test_a_favourite_joins_where_it_trains_no_less() -> None:
    """What is no main pattern joins; of a main pattern a favourite wins among equals, and an easier rung never replaces it."""
    table = """
        favourite              | in the plan
        standing-hip-extension | yes
        worktop-side-reach     | yes
        seated-hip-hinge       | yes
        glute-squeeze          | no
        deep-squat-hold        | no
        walking                | yes
    """
    usual = patterns_in(first_weeks(plan(MAYA)))
    for row in rows(table):
        found = first_weeks(plan(replace(MAYA, emphasis=Emphasis(favourites=(row["favourite"],)))))
        assert (row["favourite"] in found) is (row["in the plan"] == "yes"), row
        assert patterns_in(found) == usual, row


def patterns_in(found: dict[str, int]) -> set[str]:
    return {str(load().exercises[name].pattern) for name in found}


def test_a_favourite_of_a_main_pattern_wins_where_the_minutes_hold_it() -> None:
    """A clamshell takes longer than its seated like: half an hour a day has room for it."""
    roomy = replace(MAYA, minutes_per_day=30)
    found = first_weeks(plan(replace(roomy, emphasis=Emphasis(favourites=("clamshell",)))))

    assert "clamshell" in found
    assert patterns_in(found) == patterns_in(first_weeks(plan(roomy)))
