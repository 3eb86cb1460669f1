"""The calendar: a change replaces its event, what is gone is cancelled, and nothing stands in the hours of sitting."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from cast import MAYA, TODAY
from icalendar import Calendar, Event

from psoas import journey
from psoas.diary.entry import Diary, Done, Entry
from psoas.exchange.calendar import write_ics
from psoas.planning.plan import Plan
from psoas.screening.intake import Sitting
from psoas.vocabulary.calendar import minutes_of, weekday_of


@pytest.fixture(scope="module")
def plan() -> Plan:
    return journey.plan(MAYA, start=TODAY, today=TODAY)


def events(plan: Plan, *former: Plan) -> dict[str, Event]:
    text = write_ics(plan, catalogue=journey.catalogue(), former=former)
    return {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


def hours(event: Event) -> tuple[datetime, datetime]:
    return event["dtstart"].dt, event["dtend"].dt


def changed(plan: Plan) -> Plan:
    item = next(item for day in plan.weeks[0].days for session in day.sessions for item in session.items)
    sharp = Done(exercise=item.exercise, side=item.side, felt="sharp", pain=8)
    diary = Diary(entries=(Entry(on=TODAY, exercises=(sharp,)),))
    changes = journey.adapt(plan, diary, today=TODAY).changes
    return journey.apply(plan, changes, diary, on=TODAY)


def test_a_changed_plan_outranks_the_earlier_file_event_by_event(plan: Plan) -> None:
    """The same UID, a higher SEQUENCE, a later DTSTAMP; what is gone is there, as cancelled."""
    after = changed(plan)
    fewer = replace(
        after,
        weeks=(replace(after.weeks[0], days=tuple(replace(d, sessions=()) for d in after.weeks[0].days)), *after.weeks[1:]),
    )
    old, new = events(plan), events(fewer, plan)

    assert set(old) <= set(new)
    assert all(new[uid]["sequence"] > old[uid]["sequence"] and new[uid]["dtstamp"].dt > old[uid]["dtstamp"].dt for uid in old)
    gone = {uid for uid, event in new.items() if event.get("status") == "CANCELLED"}
    assert gone == {uid for uid in old if "-session-" in uid and hours(old[uid])[0].date() < TODAY + timedelta(days=7)}


def test_two_people_with_the_same_week_have_different_events(plan: Plan) -> None:
    """Both calendars may be opened in one program."""
    other = replace(plan, intake=replace(plan.intake, born=1955))

    assert not set(events(plan)) & set(events(other))


@pytest.mark.parametrize("window", [
    Sitting(from_="09:00", to="17:30", days=("mon", "tue", "wed", "thu", "fri")),
    Sitting(from_="07:30", to="21:00", days=("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    Sitting(from_="22:00", to="08:30", days=("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
])  # fmt: skip
def test_no_session_in_the_hours_of_sitting_and_no_break_in_a_session(plan: Plan, window: Sitting) -> None:
    """Office hours, a long day, a night shift that ends in the morning."""
    found = events(replace(plan, intake=replace(plan.intake, sitting=(window,)))).items()
    sessions = [hours(event) for uid, event in found if "-session-" in uid]
    breaks = [hours(event)[0] for uid, event in found if "-break-" in uid]

    assert sessions
    assert not [start for start, end in sessions if _sits(start, end, window)]
    assert not [at for at in breaks if any(start <= at < end for start, end in sessions)]
    assert all(one[1] <= other[0] for one, other in zip(sorted(sessions), sorted(sessions)[1:], strict=False))


def _sits(start: datetime, end: datetime, window: Sitting) -> bool:
    """Minute by minute: is one of them in the window, counted from its own day or from the day before?"""
    begin, until = minutes_of(window.from_), minutes_of(window.to)
    moment = start
    while moment < end:
        minute, day = moment.hour * 60 + moment.minute, moment.date()
        if until > begin:
            if weekday_of(day) in window.days and begin <= minute < until:
                return True
        elif (minute >= begin and weekday_of(day) in window.days) or (minute < until and _day_before(day) in window.days):
            return True
        moment += timedelta(minutes=1)
    return False


def _day_before(day: date) -> str:
    return weekday_of(day - timedelta(days=1))
