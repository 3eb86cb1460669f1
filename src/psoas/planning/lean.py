"""A short side gets more seconds a week than the other. Where every drill that answers it moves both sides alike, the other
drills of that hip lean to the short side instead.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.need import Need
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS
from psoas.planning.priority import HIP_FAMILIES, HIP_FINDINGS
from psoas.planning.roster import DRILL_ROLES, Roster
from psoas.vocabulary.body import Side


def side_left_out(roster: Roster, person: Person, *, catalogue: Catalogue) -> Side | None:
    """The shorter side of a hip that no drill trains one side at a time in every week."""
    uneven = (need for need in person.needs if need.finding in HIP_FINDINGS and need.short_side is not None)
    return next((need.short_side for need in uneven if not _is_favoured(need, roster, catalogue)), None)


def can_lean(exercise: Exercise) -> bool:
    """A drill of the hip for one side at a time."""
    return exercise.sides == "each" and exercise.role in DRILL_ROLES and exercise.family in HIP_FAMILIES


def _is_favoured(need: Need, roster: Roster, catalogue: Catalogue) -> bool:
    weeks: set[int] = set()
    for member in roster.members:
        exercise = catalogue.exercises[member.exercise]
        if exercise.sides == "each" and exercise.role in DRILL_ROLES and need.finding in exercise.targets.answers:
            weeks.update(range(member.first, member.last + 1))
    return len(weeks) == WEEKS
