"""Why an exercise of the catalogue is not in the plan: each one is used, or says why not.

A closed one says what closes it (selection). An open one says what came before it.
"""

from typing import get_args

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Finding
from psoas.planning.eligibility import Eligibility
from psoas.planning.ladder import DYNAMIC_WEEK, easier_open, first_rung
from psoas.planning.plan import WEEKS, Day, Exclusion, Session, Week, Why
from psoas.planning.programme import Programme
from psoas.planning.reason import answers, why
from psoas.planning.selection import Selection
from psoas.vocabulary.language import inside

BY_CHOICE = (
    "restricted",
    "no-minutes-to-walk",
    "another-walk",
    "next-rung",
    "not-needed",
    "floor-later",
    "gentler-choice",
    "break",
    "no-room",
    "covered",
)
CHANGED = frozenset({"changed"})
LEFT_OUT_BY_CHOICE = frozenset(BY_CHOICE) | frozenset(get_args(Finding)) | CHANGED
"""Reasons that leave an exercise out without closing it: it may come in later. Any other reason closes."""


def used_in(weeks: tuple[Week, ...]) -> frozenset[str]:
    """Every exercise that appears in a session or a break."""
    return frozenset().union(*(names_on(day) for week in weeks for day in week.days))


def names_on(day: Day) -> frozenset[str]:
    """Every exercise of one day, breaks too."""
    return frozenset().union(*map(names_in, day.sessions), (pause.exercise for pause in day.micro_breaks))


def names_in(session: Session) -> frozenset[str]:
    return frozenset(item.exercise for item in session.items)


def exclusions_of(
    weeks: tuple[Week, ...], *, selection: Selection, programme: Programme, catalogue: Catalogue
) -> tuple[Exclusion, ...]:
    """One for each exercise that is not used, in the order of the catalogue."""
    closed = {exclusion.exercise: exclusion for exclusion in selection.excluded}
    used = used_in(weeks)
    eligible = Eligibility(programme.person, open_=selection.open, catalogue=catalogue)
    return tuple(
        closed.get(exercise.id)
        or Exclusion(exercise=exercise.id, because=_why_unused(exercise, eligible, programme, used, catalogue=catalogue))
        for exercise in catalogue.exercises.values()
        if exercise.id not in used
    )


def _why_unused(
    exercise: Exercise, eligible: Eligibility, programme: Programme, used: frozenset[str], *, catalogue: Catalogue
) -> tuple[Why, ...]:
    """The reasons why an open exercise was left out."""
    answered = {finding for known in used for finding in catalogue.exercises[known].targets.answers}
    needs = (need for need in programme.person.needs if need.finding in exercise.targets.answers)
    missed = [answers(need.finding, catalogue, sentence="would-answer") for need in needs if need.finding not in answered]
    return (_first_why(exercise, eligible, programme, used, catalogue=catalogue), *missed)


def _first_why(
    exercise: Exercise, eligible: Eligibility, programme: Programme, used: frozenset[str], *, catalogue: Catalogue
) -> Why:
    """The first of these that is true."""
    person = programme.person
    if (need := person.held_back_by(exercise.id, open_=eligible.open)) is not None:
        return Why(id=need.id, says=need.says)
    beyond = first_rung(person) + (exercise.week >= DYNAMIC_WEEK and not person.gentle)
    endures = exercise.role in {"walking", "cardio"}
    true = {
        "restricted": person.restricted,
        "no-minutes-to-walk": endures and not person.cardio_s,
        "another-walk": endures,
        "break": exercise.break_only,
        "next-rung": eligible.rung(exercise) > beyond and exercise.role != "breathing",
        "not-needed": exercise.role == "balance" and not person.balance,
        "floor-later": exercise not in eligible.within(WEEKS),
        "gentler-choice": exercise.harder in used,
        "no-room": exercise.id in programme.no_room,
    }
    reason = next((name for name, holds in true.items() if holds), "covered")
    easier = easier_open(exercise.id, open_=eligible.open, catalogue=catalogue)
    name = inside(catalogue.exercises[easier].names.plain) if easier else catalogue.says("an-easier-form")
    return why(reason, catalogue=catalogue, easier=name)
