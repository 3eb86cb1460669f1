"""Safety answers in the log are put to triage again, before anything else is decided."""

from dataclasses import replace
from datetime import date, timedelta

from example_people import ALL_NO, MAYA, START
from example_plans import FIGURE_4, SQUAT, TODAY, diary, done, entry, every_day, usual
from text_tables import rows

from psoas.adaptation.changes import Changes
from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.plan import MicroBreak, Plan
from psoas.screening.intake import Intake, Return

CATALOGUE = load()
CALM = EntryPain(before=4, next_morning=4)


def decided(*entries: Entry, plan: Plan | None = None, today: date = TODAY) -> Changes:
    return decide(plan or every_day(FIGURE_4, SQUAT), diary(*entries), catalogue=CATALOGUE, today=today)


def ready(*, but: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
    """Both drills twice in full and calm."""
    taken = {told.on for told in but}
    days = (entry(ago, done(FIGURE_4, pain=2), done(SQUAT, pain=2), pain=CALM) for ago in (2, 1))
    return (*(told for told in usual(4) if told.on not in taken), *days, *but)


def kinds(changes: Changes) -> list[str]:
    return [change.change for change in changes.changes]


def test_a_safety_answer_of_the_last_two_weeks_decides_for_every_row() -> None:
    """Stop, or nothing goes up; answers older than 14 days have gone back to the intake."""
    table = """
        question                   | answer | days ago | scope   | changes
        saddle-numbness            | yes    |        0 | none    | stop stop
        saddle-numbness            | unsure |        0 | none    | stop stop
        saddle-numbness            | no     |        0 | full    | progress progress
        fever-or-unwell            | yes    |       14 | none    | stop stop
        fever-or-unwell            | yes    |       15 | full    | progress progress
        weight-loss                | yes    |        3 | none    | stop stop
        inflammatory-pattern       | yes    |        3 | full    | hold hold
        inflammatory-pattern       | unsure |        3 | full    | progress progress
    """
    for row in rows(table):
        told = entry(int(row["days ago"]), answers={row["question"]: row["answer"]})
        found = decided(*ready(but=(told,)))

        assert (found.clearance.scope, " ".join(kinds(found))) == (row["scope"], row["changes"]), row


def test_a_stop_names_the_answer_and_leaves_nothing() -> None:
    found = decided(entry(0, answers={"saddle-numbness": "yes"}))

    assert all(change.to.exercise is None and change.because == found.clearance.reasons for change in found.changes)
    assert found.clearance.urgency == "emergency"


def test_a_stop_takes_the_micro_breaks_too() -> None:
    plan = every_day(SQUAT, micro_breaks=(MicroBreak(at="10:00", exercise="heel-raise"),))
    found = decided(entry(0, answers={"saddle-numbness": "yes"}), plan=plan)

    assert {(change.exercise, change.change) for change in found.changes} == {("box-squat", "stop"), ("heel-raise", "stop")}


def test_the_strictest_answer_counts_until_a_recorded_return() -> None:
    """A later no does not lift an earlier yes. A return covers what was said before it, nothing newer."""
    table = """
        answers in the log | seen days ago | scope
        yes, no            |             - | none
        no, yes            |             - | none
        known, no          |             - | limited
        yes, no            |             1 | limited
        yes, yes           |             4 | none
        no, no             |             4 | full
    """
    for row in rows(table):
        first, then = row["answers in the log"].split(", ")
        seen = row["seen days ago"]
        back = (
            () if seen == "-" else (Return(answer="one-leg-weak", seen_on=TODAY - timedelta(days=int(seen)), by="physician"),)
        )
        plan = every_day(SQUAT, intake=replace(MAYA, returns=back))
        found = decided(
            entry(5, answers={"one-leg-weak": first}), entry(2, answers={"one-leg-weak": then}), plan=plan
        ).clearance.scope

        assert found == row["scope"], row


def test_what_the_intake_knows_is_not_overwritten_by_a_no() -> None:
    intake = replace(MAYA, answers={**ALL_NO, "weight-loss": "yes"})
    found = decided(entry(1, answers={"weight-loss": "no"}), plan=every_day(SQUAT, intake=intake))

    assert found.clearance.scope == "none"


def test_a_new_limit_takes_out_what_it_closes() -> None:
    """A numb strip in one leg limits: what it closes is replaced or stopped, and nothing goes up before a visit."""
    found = decided(*ready(but=(entry(0, answers={"one-leg-numb": "yes"}),)), plan=every_day(*SLUMPING))

    assert found.clearance.scope == "limited"
    assert {change.exercise: change.change for change in found.changes}["hamstring-stretch"] in ("replace", "stop")
    assert "progress" not in kinds(found)


SLUMPING = (replace(FIGURE_4, exercise="hamstring-stretch"), SQUAT)


def test_an_answer_dated_after_today_counts_at_once_and_everything_else_waits() -> None:
    tomorrow = entry(-1, done(FIGURE_4, felt="sharp"), answers={"inflammatory-pattern": "no"})
    alarmed = entry(-1, answers={"saddle-numbness": "yes"})

    assert kinds(decided(*ready(), tomorrow)) == ["progress", "progress"]
    assert kinds(decided(*ready(), alarmed)) == ["stop", "stop"]


def test_two_sharp_moments_in_a_session_ask_for_the_whole_screen_again() -> None:
    """Until then nothing goes up; one sharp moment takes out its own movement only."""
    third = replace(SQUAT, exercise="seated-chest-lift", reps=8, hold_s=5, sets=1)
    plan = every_day(FIGURE_4, SQUAT, third)
    calm = tuple(entry(ago, done(third, pain=0), pain=CALM) for ago in (3, 2))
    once = entry(1, done(FIGURE_4, felt="sharp"), done(SQUAT), done(third, pain=0), pain=CALM)
    twice = entry(1, done(FIGURE_4, felt="sharp"), done(SQUAT, felt="shooting"), done(third, pain=0), pain=CALM)
    screened = entry(0, answers=ALL_NO)

    assert kinds(decided(*usual(4), *calm, once, plan=plan))[-1] == "progress"
    assert kinds(decided(*usual(4), *calm, twice, plan=plan)) == ["replace", "replace", "hold"]
    assert decided(*usual(4), *calm, twice, plan=plan).changes[-1].because[0].id == "two-sharp-moments"
    assert kinds(decided(*usual(4), *calm, twice, screened, plan=plan))[-1] == "progress"


def test_long_pain_that_nobody_has_seen_keeps_everything_where_it_is() -> None:
    """Routine: a visit first, and nothing goes up meanwhile."""
    unseen: Intake = replace(MAYA, pain=replace(MAYA.pain, seen_by_clinician=None))
    found = decided(*ready(), plan=every_day(FIGURE_4, SQUAT, intake=unseen))

    assert kinds(found) == ["hold", "hold"]
    assert {change.because[0].id for change in found.changes} == {"clinician-first"}


def test_a_day_before_the_plan_has_no_rows_of_its_own() -> None:
    """A week before the start there is nothing to change; six days before, the first day is in sight."""
    assert decided(today=START - timedelta(days=7)).changes == ()
    assert kinds(decided(today=START - timedelta(days=6))) == ["hold", "hold"]
    assert decided(today=START + timedelta(days=56)).changes == ()
