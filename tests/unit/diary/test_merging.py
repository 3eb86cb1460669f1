"""Many entries of one day become the day's entry."""

from datetime import date

from psoas.catalogue.catalogue import load
from psoas.diary.entry import BreakTaken, Done, Entry, EntryPain, Kind
from psoas.diary.merging import merge_days

DAY = date(2026, 11, 23)


def merged(*told: tuple[Kind, Entry]) -> Entry:
    (entry,) = merge_days(told, catalogue=load()).entries
    return entry


def test_a_later_answer_corrects_and_what_it_leaves_out_stays() -> None:
    """Two taps on the same day: the second knows only the pain afterwards."""
    day = merged(
        ("log", Entry(on=DAY, pain=EntryPain(before=4, after=5), sleep=3)),
        ("log", Entry(on=DAY, pain=EntryPain(after=2))),
    )

    assert day.pain == EntryPain(before=4, after=2)
    assert day.sleep == 3


def test_a_zero_corrects_too() -> None:
    """Zero is an answer; only a missing one leaves the earlier answer."""
    day = merged(("log", Entry(on=DAY, worry=6)), ("log", Entry(on=DAY, worry=0)))

    assert day.worry == 0


def test_two_sessions_of_a_day_stand_beside_each_other() -> None:
    """What was done twice was done twice."""
    done = Done(exercise="clamshell", side="left", sets=1)
    day = merged(("session", Entry(on=DAY, exercises=(done,))), ("session", Entry(on=DAY, exercises=(done,))))

    assert day.exercises == (done, done)


def test_a_log_corrects_the_movement_and_never_takes_a_sharp_pain_back() -> None:
    """The dose may be put right; that it was sharp stays told."""
    day = merged(
        ("session", Entry(on=DAY, exercises=(Done(exercise="clamshell", side="left", sets=1, felt="sharp"),))),
        ("log", Entry(on=DAY, exercises=(Done(exercise="clamshell", side="left", sets=2, felt="better", pain=2),))),
    )

    assert day.exercises == (Done(exercise="clamshell", side="left", sets=2, felt="sharp", pain=2),)


def test_the_most_serious_safety_answer_of_a_day_holds() -> None:
    """A yes in the morning is not unsaid by a no in the evening."""
    day = merged(
        ("check", Entry(on=DAY, answers={"saddle-numbness": "yes", "weight-loss": "no"})),
        ("check", Entry(on=DAY, answers={"saddle-numbness": "no", "weight-loss": "unsure"})),
    )

    assert day.answers == {"saddle-numbness": "yes", "weight-loss": "unsure"}


def test_a_sign_nobody_examined_is_kept_through_a_day_of_many_answers() -> None:
    """Asked twice on one day: the answer that it has been there for longer is one of the five, and weighs more than a no."""
    day = merged(
        ("check", Entry(on=DAY, answers={"saddle-numbness": "old", "weight-loss": "no"})),
        ("check", Entry(on=DAY, answers={"saddle-numbness": "no", "weight-loss": "old"})),
    )

    assert day.answers == {"saddle-numbness": "old", "weight-loss": "old"}


def test_lists_grow_notes_join_and_breaks_keep_their_time() -> None:
    """Whatever was ticked that day is kept."""
    skipped, taken = (BreakTaken(at="10:00", exercise="a", did=did) for did in ("no", "yes"))
    day = merged(
        ("log", Entry(on=DAY, habits=("desk-setup",), note="stiff", micro_breaks=(skipped,))),
        ("log", Entry(on=DAY, habits=("calm-minutes",), note="better", micro_breaks=(taken,))),
    )

    assert day.habits == ("desk-setup", "calm-minutes")
    assert day.note == "stiff\nbetter"
    assert day.micro_breaks == (taken,)


def test_minutes_of_two_sessions_add_up_and_a_log_states_the_whole() -> None:
    """A walk in the morning and one in the evening; then the person says how long it was in all."""
    sessions = [("session", Entry(on=DAY, minutes_walked=10)), ("session", Entry(on=DAY, minutes_walked=15))]

    assert merged(*sessions).minutes_walked == 25
    assert merged(*sessions, ("log", Entry(on=DAY, minutes_walked=40))).minutes_walked == 40


def test_days_come_in_order_whatever_order_they_were_told_in() -> None:
    """The morning after is told a day later, for the day before."""
    told = [("log", Entry(on=date(2026, 11, 24))), ("log", Entry(on=DAY, pain=EntryPain(next_morning=1)))]
    diary = merge_days(told, catalogue=load())

    assert [entry.on for entry in diary.entries] == [DAY, date(2026, 11, 24)]
