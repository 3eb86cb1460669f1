"""The calendar: a change replaces its event, what is gone is cancelled, and nothing stands in the hours of sitting."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import vobject
from example_people import MAYA, TODAY
from icalendar import Calendar, Event

from psoas import journey
from psoas.diary.entry import Diary, Done, Entry
from psoas.diary.pause import Pause
from psoas.exchange.calendar import CalendarChoice, write_ics
from psoas.planning.plan import Plan
from psoas.screening.intake import Emphasis, Sitting
from psoas.vocabulary.dates import minutes_of, weekday_of


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


def test_another_reader_of_the_standard_finds_the_same_events(plan: Plan) -> None:
    """vobject reads and validates it by RFC 5545: as many events, the same names, times and words."""
    text = write_ics(plan, catalogue=journey.catalogue())
    read = vobject.readOne(text)
    read.validate(raiseException=True)
    theirs = {event.uid.value: event for event in read.vevent_list}
    ours = events(plan)

    assert set(theirs) == set(ours)
    for uid, event in ours.items():
        assert theirs[uid].validate(raiseException=True)
        assert (theirs[uid].dtstart.value, theirs[uid].dtend.value) == hours(event)
        assert theirs[uid].summary.value == str(event["summary"])
        assert int(theirs[uid].sequence.value) == event["sequence"]


def test_lines_and_stamps_are_as_the_standard_asks(plan: Plan) -> None:
    """Lines end in CRLF and hold 75 octets at most; stamps are in UTC; every name is there once."""
    text = write_ics(plan, catalogue=journey.catalogue())
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert all(line.endswith("Z") for line in lines if line.startswith("DTSTAMP"))
    uids = [line for line in lines if line.startswith("UID")]
    assert len(uids) == len(set(uids))
    assert lines[1:4] == ["VERSION:2.0", "PRODID:-//Psoas//Psoas//EN", "METHOD:PUBLISH"]


def test_what_falls_into_a_pause_is_cancelled_and_comes_back(plan: Plan) -> None:
    """From its first day up to the day before the first day back; nothing else."""
    since, until = TODAY + timedelta(days=3), TODAY + timedelta(days=6)
    pause = Pause(why="holiday", since=since, until=until)
    read = Calendar.from_ical(write_ics(plan, catalogue=journey.catalogue(), pause=pause, sequence=4)).walk("VEVENT")
    gone = {event["dtstart"].dt.date() for event in read if event.get("status") == "CANCELLED"}
    left = {event["dtstart"].dt.date() for event in read if event.get("status") != "CANCELLED"}

    assert gone == {since + timedelta(days=n) for n in range(3)}
    assert not gone & left
    assert {event["sequence"] for event in read} == {4}


def test_breaks_are_there_where_they_are_wanted(plan: Plan) -> None:
    """Left out, those of an earlier file are cancelled."""
    without = CalendarChoice(breaks=False)
    text = write_ics(plan, catalogue=journey.catalogue(), choice=without)
    assert "-break-" not in text
    again = Calendar.from_ical(write_ics(plan, catalogue=journey.catalogue(), choice=without, former=(plan,))).walk("VEVENT")
    assert all(event["status"] == "CANCELLED" for event in again if "-break-" in str(event["uid"]))


def test_hours_of_sitting_are_used_only_when_chosen(plan: Plan) -> None:
    """Whoever sits all day may choose to have the session at its usual time all the same."""
    all_day = Sitting(from_="05:00", to="22:45", days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    sits = replace(plan, intake=replace(plan.intake, sitting=(all_day,)))
    chosen = CalendarChoice(breaks=False, while_sitting=True)
    text = write_ics(sits, catalogue=journey.catalogue(), choice=chosen)
    starts = [
        event["dtstart"].dt for event in Calendar.from_ical(text).walk("VEVENT") if "Psoas: mobility" in event["summary"]
    ]
    assert {start.hour for start in starts} & {8, 19}


def test_a_plan_made_anew_cancels_the_days_of_the_one_before(plan: Plan) -> None:
    """From its own first day on; days that were lived stay as they were."""
    start = TODAY + timedelta(days=10)
    new = journey.plan(MAYA, start=start, today=start)
    found = events(new, plan)
    gone = {hours(event)[0].date() for event in found.values() if event.get("status") == "CANCELLED"}

    assert min(gone) == start
    assert set(events(new)) <= set(found)


def test_what_somebody_likes_does_not_change_whose_events_they_are(plan: Plan) -> None:
    """A favourite told on the way leaves every name as it was."""
    liked = replace(plan, intake=replace(plan.intake, emphasis=Emphasis(favourites=("clamshell",))))
    assert set(events(liked)) == set(events(plan))
