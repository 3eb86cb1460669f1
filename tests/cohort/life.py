"""Eight weeks by the weekly loop: plan, do and log seven days, adapt, apply everything that is proposed, go on."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from example_people import START, TODAY

from cohort.behaviour import BEHAVIOURS, Moment
from cohort.person import Person, hurting
from psoas import journey
from psoas.adaptation.changes import Changes
from psoas.diary.entry import Diary, Entry
from psoas.planning.plan import WEEKS, Day, Plan
from psoas.vocabulary.dates import weekday_of

ASK = "ask-"
"""A clearance reason of this beginning waits for an answer to the question it names."""


@dataclass(frozen=True)
class Turn:
    """The turn from one week to the next: what was proposed on that day, and the plan before and after it."""

    week: int
    """The week that has just been lived, from 1."""
    on: date
    before: Plan
    changes: Changes
    after: Plan
    diary: Diary

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(why.id.removeprefix(ASK) for why in self.changes.clearance.reasons if why.id.startswith(ASK))


@dataclass(frozen=True)
class Life:
    person: Person
    behaviour: str
    first: Plan
    """The plan as it was made."""
    weeks: tuple[tuple[Day, ...], ...]
    """The days as they were asked when they came."""
    turns: tuple[Turn, ...]
    diary: Diary

    @property
    def last(self) -> Plan:
        return self.turns[-1].after


def first_plan(person: Person) -> Plan:
    """Eight weeks from the Monday; PlanForbiddenError where screening closes everything."""
    return journey.plan(person.intake, person.examination, start=START, today=TODAY)


def live(person: Person, behaviour: str, *, plan: Plan | None = None) -> Life:
    """One life. `plan`: where the person's first plan is at hand already."""
    how = BEHAVIOURS[behaviour]
    person = hurting(person, how.usual)
    chance = Random(f"{person.name}-{behaviour}")  # invented lives, no secret
    first = current = plan or first_plan(person)
    entries: tuple[Entry, ...] = ()
    weeks: list[tuple[Day, ...]] = []
    turns: list[Turn] = []
    for week in range(1, WEEKS + 1):
        days = current.weeks[week - 1].days
        asked = turns[-1].asked if turns else ()
        for number, day in enumerate(days, 7 * (week - 1)):
            moment = Moment(
                on=day.date,
                number=number,
                day=day,
                usual=person.intake.pain.average_week,
                trains=weekday_of(day.date) in person.intake.training_days,
                asked=asked,
                history=entries,
            )
            lived = how.live(chance, moment)
            entries += (lived,) if lived is not None else ()
            asked = () if lived is not None else asked
        turn = _turn(current, Diary(entries=entries), week=week, on=days[-1].date + timedelta(days=1))
        weeks.append(days)
        turns.append(turn)
        current = turn.after
    return Life(person, behaviour, first, tuple(weeks), tuple(turns), Diary(entries=entries))


def _turn(plan: Plan, diary: Diary, *, week: int, on: date) -> Turn:
    changes = journey.adapt(plan, diary, today=on)
    return Turn(week, on, plan, changes, journey.apply(plan, changes.changes, diary, on=on), diary)
