"""Which exercises are open for this person; each of the others says why not.

Closed by a limit (`catalogue.demands.closed_by`), or by equipment that is not there. Doubt closes.
"""

from psoas.assessment.examination import Examination
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit, closed_by
from psoas.catalogue.entries import Exercise
from psoas.planning.person import limits_for
from psoas.planning.plan import Exclusion, Why
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.vocabulary.value import value

NO_EQUIPMENT = "no-equipment"


@value
class Selection:
    open: tuple[str, ...]
    excluded: tuple[Exclusion, ...]


def select(intake: Intake, *, clearance: Clearance, catalogue: Catalogue, examination: Examination | None = None) -> Selection:
    """Every exercise of the catalogue, once: open, or excluded with its reasons."""
    limits = limits_for(intake, examination=examination, clearance=clearance, catalogue=catalogue)
    reasons = {exercise.id: why_closed(exercise, intake=intake, limits=limits) for exercise in catalogue.exercises.values()}
    return Selection(
        open=tuple(exercise for exercise, because in reasons.items() if not because),
        excluded=tuple(Exclusion(exercise=exercise, because=because) for exercise, because in reasons.items() if because),
    )


def why_closed(exercise: Exercise, *, intake: Intake, limits: tuple[Limit, ...]) -> tuple[Why, ...]:
    """Every reason, each once; empty means open."""
    closing = [Why(id=reason.id, says=reason.says) for reason in closed_by(exercise.id, exercise.demands, limits)]
    missing = [thing for thing in exercise.equipment if thing not in intake.equipment]
    if missing:
        closing.append(Why(id=NO_EQUIPMENT, says=f"It needs a {missing[0].replace('-', ' ')}, which is not on your list."))
    return tuple(dict.fromkeys(closing))
