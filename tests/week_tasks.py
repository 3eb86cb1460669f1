"""Weeks of people's plans before they are filled."""

from example_people import START, TODAY

from psoas.catalogue.catalogue import load
from psoas.planning.composition import compose
from psoas.planning.person import read_person
from psoas.planning.rhythm import rhythm_of
from psoas.planning.selection import select
from psoas.planning.week_task import WeekTask
from psoas.screening.intake import Intake
from psoas.screening.triage import triage


def week_task(intake: Intake, week: int) -> WeekTask:
    """One week of somebody's plan, before it is filled."""
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    person = read_person(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), on=START)
    rhythm = rhythm_of(intake.training_days, minutes=intake.minutes_per_day, restricted=person.restricted)
    selection = select(intake, clearance=clearance, catalogue=load(), on=START)
    return compose(person, rhythm, open_=selection.open, catalogue=load()).task(week)
