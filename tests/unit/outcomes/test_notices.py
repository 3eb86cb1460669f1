"""What is said without being asked: questions again, a clinician's look, what was made safer."""

from datetime import timedelta

from example_people import START
from example_plans import FIGURE_4, SQUAT, TODAY, every_day

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.outcomes.notices import Notices, keep_watch
from psoas.planning.edit import OWN_CHOICE
from psoas.planning.plan import Applied, ChangeKind, Plan, PlanChange, Prescription
from psoas.vocabulary.evidence import Reason

SHARP = Reason(id="sharp-or-shooting", says="This felt sharp.", source="psoas-opinion")


def watch(plan: Plan, *entries: Entry, day: int = 14) -> Notices:
    return keep_watch(plan, Diary(entries=entries), catalogue=load(), today=START + timedelta(days=day))


def applied(kind: ChangeKind, *, because: Reason = SHARP, ago: int = 0, undone: bool = False) -> Applied:
    on = TODAY - timedelta(days=ago)
    change = PlanChange(
        exercise="box-squat",
        side="both",
        change=kind,
        from_=Prescription(exercise="box-squat", sets=2, reps=8),
        to=Prescription(exercise="sit-to-stand", sets=2, reps=8),
        because=(because,),
    )
    return Applied(id=f"{kind}-{ago}", on=on, change=change, undone_on=on if undone else None)


def logged(*pains: int) -> tuple[Entry, ...]:
    return tuple(Entry(on=START + timedelta(days=day), pain=EntryPain(before=pain)) for day, pain in enumerate(pains))


def test_two_sharp_moments_ask_for_the_safety_questions_until_all_are_answered() -> None:
    """One is not enough; a whole set of answers on the day or later is."""
    once = Entry(on=TODAY, exercises=(Done(exercise="box-squat", side="both", felt="sharp"),))
    twice = Entry(on=TODAY, exercises=(*once.exercises, Done(exercise="seated-figure-4", side="left", felt="shooting")))
    answered = Entry(on=TODAY, exercises=twice.exercises, answers=dict.fromkeys(load().red_flags, "no"))
    plan = every_day(FIGURE_4, SQUAT)

    assert not watch(plan, once).ask_again
    assert watch(plan, twice).ask_again
    assert not watch(plan, answered).ask_again


def test_what_was_made_safer_is_news_today_and_tomorrow() -> None:
    """Neither their own choice, nor what was taken back, nor less of the same, nor old news."""
    made = (
        applied("stop"),
        applied("replace", ago=1),
        applied("replace", ago=2),
        applied("reduce"),
        applied("replace", because=load().reason(OWN_CHOICE)),
        applied("replace", undone=True),
    )

    assert watch(every_day(SQUAT, applied=made)).made_safer == made[:2]


def test_no_change_by_week_six_is_said_for_a_week_and_then_left_to_progress() -> None:
    """From day 42 on, while pain is as it was."""
    plan, same = every_day(SQUAT), logged(*[5] * 56)

    assert watch(plan, *same, day=41).advice == ()
    assert [reason.id for reason in watch(plan, *same, day=42).advice] == ["no-change-by-week-6", "change-the-emphasis"]
    assert watch(plan, *same, day=49).advice == ()


def test_rising_pain_is_said_whenever_it_rises() -> None:
    """And said once: it takes the place of the word of week six."""
    plan, rising = every_day(SQUAT), logged(*[2] * 7, *[4] * 7, *[6] * 7)

    assert [reason.id for reason in watch(plan, *rising, day=20).advice] == ["rising-two-weeks"]
    assert watch(plan, *logged(*[3] * 21), day=20).advice == ()
