"""Why an exercise of the catalogue is not in the plan: each one is used, or says why not.

A closed one says what closes it (selection). An open one says what came before it: `SAYS`.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.ladder import DYNAMIC_WEEK, easier_open, first_rung, steps_below
from psoas.planning.need import FINDING_SAYS
from psoas.planning.plan import WEEKS, Exclusion, Week, Why
from psoas.planning.rota import Rota
from psoas.planning.selection import Selection

SAYS = {
    "restricted": "For now the plan keeps to walking, breathing and a few gentle movements.",
    "another-walk": "Another walk or ride is in the plan, at your level.",
    "next-rung": "First comes “{easier}”. Your log decides when this one follows.",
    "not-needed": "Nothing asks for balance practice now; it stays in the library.",
    "floor-later": "A standing, chair or bed version comes first.",
    "gentler-choice": "You begin one step further on; this one stays ready for a harder day.",
    "break": "It is for a short break between sitting; a fuller form of it is the drill.",
    "no-room": "Your minutes a day are well filled; more important drills came first.",
    "covered": "Other drills already do this work; it stays in the library.",
}
CHANGED = frozenset({"changed"})
LEFT_OUT_BY_CHOICE = frozenset(SAYS) | frozenset(FINDING_SAYS) | CHANGED
"""Reasons that leave an exercise out without closing it: it may come in later. Any other reason closes."""


def used_in(weeks: tuple[Week, ...]) -> frozenset[str]:
    """Every exercise that appears in a session or a break."""
    days = [day for week in weeks for day in week.days]
    items = {item.exercise for day in days for session in day.sessions for item in session.items}
    return frozenset(items | {pause.exercise for day in days for pause in day.micro_breaks})


def exclusions_of(weeks: tuple[Week, ...], *, selection: Selection, rota: Rota, catalogue: Catalogue) -> tuple[Exclusion, ...]:
    """One for each exercise that is not used, in the order of the catalogue."""
    closed = {exclusion.exercise: exclusion for exclusion in selection.excluded}
    used = used_in(weeks)
    return tuple(
        closed.get(exercise.id)
        or Exclusion(exercise=exercise.id, because=why_unused(exercise, rota, used, catalogue=catalogue))
        for exercise in catalogue.exercises.values()
        if exercise.id not in used
    )


def why_unused(exercise: Exercise, rota: Rota, used: frozenset[str], *, catalogue: Catalogue) -> tuple[Why, ...]:
    """The reasons why an open exercise was left out."""
    reasons = [_why(exercise, rota, used, catalogue=catalogue)]
    answered = {finding for known in used for finding in catalogue.exercises[known].targets.answers}
    missed = [need for need in rota.person.needs if need.finding in exercise.targets.answers and need.finding not in answered]
    reasons += [Why(id=need.finding, says=f"{need.says}. It would answer that, as soon as it fits.") for need in missed]
    return tuple(reasons)


def _why(exercise: Exercise, rota: Rota, used: frozenset[str], *, catalogue: Catalogue) -> Why:
    """The first of these that is true."""
    person = rota.person
    rungs = steps_below(exercise.id, open_=rota.open, catalogue=catalogue)
    reach = first_rung(person) + (exercise.week >= DYNAMIC_WEEK and not person.gentle)
    true = {
        "restricted": person.restricted,
        "another-walk": exercise.role in {"walking", "cardio"},
        "break": exercise.break_only,
        "next-rung": rungs > reach and exercise.role != "breathing",
        "not-needed": exercise.role == "balance" and not person.balance,
        "floor-later": exercise not in rota.within(WEEKS),
        "gentler-choice": exercise.harder in used,
        "no-room": exercise.id in rota.roster.no_room,
    }
    reason = next((name for name, holds in true.items() if holds), "covered")
    easier = easier_open(exercise.id, open_=rota.open, catalogue=catalogue)
    name = catalogue.exercises[easier].names.plain.lower() if easier else "an easier form"
    return Why(id=reason, says=SAYS[reason].format(easier=name))
