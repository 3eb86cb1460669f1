"""Accepted changes answer what came before them."""

from dataclasses import replace
from datetime import timedelta

from example_plans import FIGURE_4, FIGURE_4_RIGHT, SQUAT, TILT, TODAY, diary, done, entry, every_day, usual

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import BreakTaken, Diary, Entry, EntryPain
from psoas.planning.plan import Applied, ChangeKind, Item, MicroBreak, Plan, PlanChange, Prescription
from psoas.vocabulary.evidence import Reason

CATALOGUE = load()
CALM = EntryPain(before=4, next_morning=4)


def applied(item: Item, kind: ChangeKind, days_ago: int, *, undone: int | None = None, why: str = "x") -> Applied:
    because = (Reason(id=why, says="because", source="D"),)
    change = PlanChange(
        exercise=item.exercise, side=item.side, change=kind, from_=Prescription(), to=item.prescription, because=because
    )
    undone_on = TODAY - timedelta(days=undone) if undone is not None else None
    return Applied(
        id=f"{item.exercise}-{item.side}-{days_ago}", on=TODAY - timedelta(days=days_ago), change=change, undone_on=undone_on
    )


def kinds(plan: Plan, log: Diary) -> list[str]:
    return [change.change for change in decide(plan, log, catalogue=CATALOGUE, today=TODAY).changes]


def calm_days(*items: Item) -> tuple[Entry, ...]:
    return (*usual(4), *(entry(ago, *(done(item, pain=2) for item in items), pain=CALM) for ago in (2, 1)))


def test_pain_that_a_change_has_answered_is_not_answered_again() -> None:
    hurt = diary(*usual(4), entry(3, done(SQUAT, pain=6), pain=EntryPain(before=5, next_morning=5)))

    assert kinds(every_day(SQUAT), hurt) == ["replace"]
    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "reduce", 2),)), hurt) == ["hold"]


def test_a_hold_answers_nothing() -> None:
    hurt = diary(*usual(4), entry(3, done(SQUAT, pain=9)))

    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "hold", 2),)), hurt) == ["replace"]


def test_pain_under_the_new_dose_counts() -> None:
    """A change holds from the day it names, so what is logged on that day was felt under it."""
    hurt = diary(*usual(4), entry(2, done(SQUAT, pain=9)))

    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "reduce", 2),)), hurt) == ["replace"]


def test_after_undoing_a_change_the_movement_begins_afresh() -> None:
    hurt = diary(*usual(4), entry(3, done(SQUAT, felt="sharp")))

    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "replace", 2, undone=1),)), hurt) == ["hold"]


def test_a_step_up_is_followed_by_five_days_of_rest() -> None:
    log = diary(*calm_days(SQUAT))

    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "progress", 5),)), log) == ["progress"]
    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "progress", 4),)), log) == ["hold"]
    assert kinds(every_day(SQUAT, applied=(applied(SQUAT, "progress", 4, undone=3),)), log) == ["hold"]


def test_strength_moves_up_whenever_it_is_ready_and_two_other_drills_a_week() -> None:
    log = diary(*calm_days(TILT, CHEST_LIFT, FIGURE_4, SQUAT, HINGE))
    plan = every_day(TILT, CHEST_LIFT, FIGURE_4, SQUAT, HINGE)

    assert kinds(plan, log) == ["progress", "progress", "progress", "progress", "progress"]
    stretched = applied(replace(FIGURE_4, exercise="seated-hamstring-stretch"), "progress", 3)
    assert kinds(
        every_day(TILT, FIGURE_4, SQUAT, HINGE, applied=(stretched,)), diary(*calm_days(TILT, FIGURE_4, SQUAT, HINGE))
    ) == [
        "progress",
        "hold",
        "progress",
        "progress",
    ]


CHEST_LIFT = Item(exercise="seated-chest-lift", side="both", sets=1, reps=8, hold_s=5)
HINGE = Item(exercise="wall-hip-hinge", side="both", sets=2, reps=8)


def test_both_sides_of_a_drill_are_one_step() -> None:
    log = diary(*calm_days(FIGURE_4, FIGURE_4_RIGHT, TILT))

    assert kinds(every_day(FIGURE_4, FIGURE_4_RIGHT, TILT), log) == ["progress", "progress", "progress"]


def test_who_has_waited_longest_moves_up_first() -> None:
    ham = replace(FIGURE_4, exercise="seated-hamstring-stretch")
    log = diary(*calm_days(FIGURE_4, TILT, ham))
    lately = tuple(applied(item, "progress", ago) for item, ago in ((FIGURE_4, 8), (TILT, 9), (ham, 13)))

    assert kinds(every_day(FIGURE_4, TILT, ham, applied=lately), log) == ["hold", "progress", "progress"]


def test_a_place_that_pain_leaves_empty_goes_to_nobody() -> None:
    """So more pain in one drill never makes another harder."""
    ham = replace(FIGURE_4, exercise="seated-hamstring-stretch")
    items = (FIGURE_4, TILT, ham)
    calm = entry(2, *(done(item, pain=2) for item in items), pain=CALM)
    sore = entry(1, done(FIGURE_4, pain=9), done(TILT, pain=2), done(ham, pain=2), pain=CALM)

    assert kinds(every_day(*items), diary(*usual(4), calm, sore)) == ["replace", "progress", "hold"]


def test_a_new_plan_is_a_new_beginning() -> None:
    """Days without an entry before the plan began are not counted against it."""
    log = diary(Entry(on=TODAY - timedelta(days=90)))

    assert kinds(every_day(SQUAT, start=TODAY), log) == ["hold"]


def test_what_is_prescribed_is_read_on_the_day_it_was_done() -> None:
    """Light days may ask for less; doing what they asked is doing it in full. The fullest day speaks for the row."""
    light = replace(FIGURE_4, reps=1)
    plan = every_day(FIGURE_4)
    weeks = list(plan.weeks)
    days = tuple(
        replace(day, sessions=(replace(day.sessions[0], items=(light,)),)) if number % 2 else day
        for number, day in enumerate(weeks[1].days)
    )
    coming = tuple(replace(day, date=day.date + timedelta(days=7)) for day in days)
    plan = replace(plan, weeks=(weeks[0], replace(weeks[1], days=days), replace(weeks[2], days=coming), *weeks[3:]))
    log = diary(*usual(4), entry(4, done(light, pain=2), pain=CALM), entry(2, done(light, pain=2), pain=CALM))

    (found,) = decide(plan, log, catalogue=CATALOGUE, today=TODAY).changes

    assert found.from_.reps == 2
    assert found.change == "progress"


def test_an_entry_that_names_no_movement_speaks_of_the_day() -> None:
    """One severe number for the whole day eases it, and takes no movement away; a calm one says nothing of any."""
    sore = entry(1, pain=EntryPain(before=4, after=8, next_morning=4))
    calm = entry(1, pain=EntryPain(before=4, after=1, next_morning=4))

    assert kinds(every_day(SQUAT, FIGURE_4), diary(*usual(4), sore)) == ["ease", "ease"]
    assert kinds(every_day(SQUAT, FIGURE_4), diary(*usual(4), calm, entry(2, pain=calm.pain))) == ["hold", "hold"]


def test_pain_of_one_movement_is_not_laid_on_another() -> None:
    sore = entry(1, done(SQUAT, pain=8), pain=CALM)

    assert kinds(every_day(SQUAT, FIGURE_4), diary(*usual(4), sore)) == ["replace", "hold"]


def test_the_same_movement_twice_in_a_day_is_read_by_the_worse_time() -> None:
    two = entry(1, done(SQUAT, pain=1), done(SQUAT, pain=9), pain=CALM)
    half = tuple(entry(ago, done(SQUAT, pain=1), done(SQUAT, pain=1, reps=3), pain=CALM) for ago in (2, 1))

    assert kinds(every_day(SQUAT), diary(*usual(4), two)) == ["replace"]
    assert kinds(every_day(SQUAT), diary(*usual(4), *half)) == ["hold"]


def test_a_micro_break_that_hurt_makes_room_and_the_others_have_no_row() -> None:
    breaks = (MicroBreak(at="10:00", exercise="heel-raise"), MicroBreak(at="11:00", exercise="hip-circles"))
    hurt = entry(1, micro_breaks=(BreakTaken(at="10:00", exercise="heel-raise", did="hurt"),))
    changes = decide(every_day(SQUAT, micro_breaks=breaks), diary(hurt), catalogue=CATALOGUE, today=TODAY).changes

    assert [(row.exercise, row.change, row.to.exercise) for row in changes] == [
        ("box-squat", "hold", "box-squat"),
        ("heel-raise", "replace", "ankle-pumps"),
    ]


def test_a_movement_that_hurt_in_a_break_twice_is_reduced_where_it_is_an_item() -> None:
    def hurt(ago: int) -> Entry:
        return entry(ago, micro_breaks=(BreakTaken(at="10:00", exercise="box-squat", did="hurt"),))

    assert kinds(every_day(SQUAT), diary(*usual(4), hurt(2), hurt(1))) == ["reduce"]


def test_the_order_of_entries_does_not_matter() -> None:
    entries = calm_days(SQUAT)

    assert decide(every_day(SQUAT), diary(*entries), catalogue=CATALOGUE, today=TODAY) == decide(
        every_day(SQUAT), diary(*reversed(entries)), catalogue=CATALOGUE, today=TODAY
    )


def test_every_row_says_why_in_plain_words() -> None:
    log = diary(*calm_days(SQUAT), entry(0, done(FIGURE_4, felt="sharp")))
    changes = decide(every_day(SQUAT, FIGURE_4, TILT), log, catalogue=CATALOGUE, today=TODAY).changes

    assert all(reason.says and reason.source in CATALOGUE.sources for row in changes for reason in row.because)
    assert all(row.because for row in changes)
