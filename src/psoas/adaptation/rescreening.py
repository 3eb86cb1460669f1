"""The safety answers in the diary, put to triage again together with the plan's intake.

    which        the answers of today and the 14 days before; an answer dated after today counts at once
    merging      the strictest answer to a question wins (screening/answer): a later "no" does not lift an earlier "yes"; where
                 an easing opens it for this person, the one that closes more (screening/red_flags)
    a return     answers for what was said up to the day the person was seen, for nothing newer

Two sharp or shooting moments in one session ask for the whole screen again; until every question has an answer of that day
or later, nothing moves up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from psoas.adaptation.baseline import base_of, recent
from psoas.assessment.fall_risk import fall_risk
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.plan import Plan
from psoas.screening.answer import strictest
from psoas.screening.applicability import everybodys
from psoas.screening.concern import Concern
from psoas.screening.follow_up_questions import LOOK_BACK_DAYS, LoggedDay, asked
from psoas.screening.intake import Answer, Intake, Return
from psoas.screening.red_flags import closing
from psoas.screening.triage import Triaged, judge, triage

CHECKED_EVERY_DAYS = 7
"""psoas-opinion, status D: as often as a plan is thought over."""
SHARP = ("sharp", "shooting")


def intake_now(intake: Intake, entries: Sequence[Entry], *, catalogue: Catalogue, today: date) -> Intake:
    """The plan's intake with the diary's safety answers merged into it."""
    heard = [entry for entry in entries if entry.answers and entry.on >= today - timedelta(days=LOOK_BACK_DAYS)]
    told: dict[str, tuple[Answer, ...]] = {question: (answer,) for question, answer in intake.answers.items()}
    for entry in heard:
        for question, answer in (entry.answers or {}).items():
            told[question] = (*told.get(question, ()), answer)
    answers = {question: strictest(question, given, catalogue=catalogue) for question, given in told.items()}
    returns = tuple(_covering_nothing(back) if _is_overtaken(back, heard) else back for back in intake.returns)
    now = replace(intake, answers=answers, returns=returns)
    several = {question: (*given, answers[question]) for question, given in told.items() if len(set(given)) > 1}
    held = {question: closing(question, given, now, catalogue=catalogue, today=today) for question, given in several.items()}
    return replace(now, answers={**answers, **held})


def screen_again(plan: Plan, entries: Sequence[Entry], *, catalogue: Catalogue, today: date) -> tuple[Intake, Triaged]:
    """The intake as the diary has made it, and what triage says to it and to what the log told: to a stop today, else on the
    plan's first day at the earliest, since the phase after an operation is the one at `start`."""
    intake = intake_now(plan.intake, entries, catalogue=catalogue, today=today)
    heard = heard_in(entries, plan, intake=intake, catalogue=catalogue, today=today)
    below = below_steadi(plan, catalogue)
    triaged = triage(intake, catalogue=catalogue, today=today, below_steadi=below, heard=heard)
    if plan.start > today and triaged.clearance is not None:
        triaged = judge(intake, catalogue=catalogue, today=plan.start, below_steadi=below, heard=heard)
    return intake, triaged


def heard_in(
    entries: Sequence[Entry], plan: Plan, *, intake: Intake, catalogue: Catalogue, today: date
) -> tuple[Concern, ...]:
    """What the log's symptoms, falls and pains open: safety questions to answer, and after a fusion a stop. Each day's pain is
    read against what was usual on that day."""
    first = today - timedelta(days=2 * LOOK_BACK_DAYS)  # the base of the earliest day that is read looks back as far again
    known = [entry for entry in entries if first <= entry.on <= today]
    base = base_of(known, plan, today=today)
    answered: dict[str, date] = {}
    for entry in entries:
        for question in entry.answers or {}:
            answered[question] = max(entry.on, answered.get(question, entry.on))
    days = tuple(_logged(entry, base=base_of(known, plan, today=entry.on)) for entry in recent(entries, today=today))
    return asked(days, base=base, answered=answered, intake=intake, catalogue=catalogue, today=today)


def _logged(entry: Entry, *, base: float) -> LoggedDay:
    pain = entry.pain or EntryPain()
    told = [number for number in (pain.before, pain.during, pain.after, pain.next_morning) if number is not None]
    return LoggedDay(
        on=entry.on,
        pain=max(told, default=None),
        symptoms=entry.symptoms,
        adverse_event=entry.adverse_event is not None,
        base=base,
    )


def below_steadi(plan: Plan, catalogue: Catalogue) -> bool:
    """Did the examination behind the plan ask for fall care?"""
    return plan.examination is not None and bool(fall_risk(plan.examination, intake=plan.intake, catalogue=catalogue))


def rescreen_is_due(entries: Sequence[Entry], *, catalogue: Catalogue, today: date) -> bool:
    """Were there two sharp moments in one session, and no complete set of safety answers since?

    What is dated tomorrow counts at once: a device or a journey may be a day ahead, and safety does not wait for it.
    """
    tomorrow = tuple(entry for entry in entries if entry.on == today + timedelta(days=1))
    sharp_days = [entry.on for entry in (*recent(entries, today=today), *tomorrow) if _sharp_moments(entry) > 1]
    if not sharp_days:
        return False
    answered = {question for entry in entries if entry.on >= max(sharp_days) for question in entry.answers or {}}
    return not everybodys(catalogue) <= answered


def check_is_due(asked_on: date | None, *, today: date) -> bool:
    """Once a week somebody who was screened is asked: anything new?"""
    return asked_on is not None and today - asked_on >= timedelta(days=CHECKED_EVERY_DAYS)


def _sharp_moments(entry: Entry) -> int:
    """Left and right of one movement are one moment."""
    return len({done.exercise for done in entry.exercises if done.felt in SHARP})


def _covering_nothing(back: Return) -> Return:
    """The limits that came with a return go on; its day is moved out of reach, so that it answers for nothing newer."""
    return replace(back, seen_on=date.min)


def _is_overtaken(back: Return, heard: Iterable[Entry]) -> bool:
    """Was the same question answered other than no after the day the person was seen?"""
    return any(
        entry.on > back.seen_on and (entry.answers or {}).get(back.answer, "no") in ("yes", "old", "unsure") for entry in heard
    )
