"""Why an exercise of the catalogue is not in the plan: each one is used, or says why not.

closed            by a limit, or by equipment that is not there (selection)
no-sitting        it is a movement for breaks, and no sitting hours are named
next-rung         a harder rung: first the easier one; the log decides when
floor-later       from 60 a standing, chair or bed version comes first
no-room           the minutes were full
gentler-choice    an easier rung: it stays ready
covered           similar ones already do its work
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.ladder import easier_open, first_rung, steps_below
from psoas.planning.plan import WEEKS, Exclusion, Week, Why
from psoas.planning.rota import Rota
from psoas.planning.selection import Selection


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
    person = rota.person
    rungs = steps_below(exercise.id, open_=rota.open, catalogue=catalogue)
    if person.restricted:
        return Why(id="restricted", says="For now the plan keeps to walking, breathing and a few gentle rows.")
    if exercise.role in {"walking", "cardio"}:
        return Why(id="covered", says="Another walk or ride is in the plan, at your level.")
    if rungs > first_rung(person) + (exercise.week >= 5 and not person.gentle):
        easier = easier_open(exercise.id, open_=rota.open, catalogue=catalogue)
        name = catalogue.exercises[easier].names.plain.lower() if easier else "an easier form"
        return Why(id="next-rung", says=f"First comes {name}. Your log decides when this one follows.")
    if exercise.role == "balance" and not person.balance:
        return Why(id="not-needed", says="Nothing asks for balance practice now; it stays in the library.")
    if exercise not in rota.within(WEEKS):
        return Why(id="floor-later", says="A standing, chair or bed version comes first.")
    if exercise.id in rota.roster.no_room:
        return Why(id="no-room", says="Your minutes a day are well filled; more important drills came first.")
    if exercise.harder in used:
        return Why(id="gentler-choice", says="You begin one step further on; this one stays ready for a harder day.")
    return Why(id="covered", says="Other drills already do this work; it stays in the library.")
