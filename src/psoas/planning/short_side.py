"""A short side gets more seconds a week than the other. Where every drill that answers it moves both sides alike, the other
drills of that hip favour the short side instead.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Family, Finding
from psoas.planning.need import Need
from psoas.planning.offers import DRILL_ROLES
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS
from psoas.planning.programme import ProgrammeRow
from psoas.vocabulary.body import Side

HIP_FINDINGS: frozenset[Finding] = frozenset(
    {
        "hip-extension-restriction",
        "hip-flexion-restriction",
        "hip-rotation-restriction",
        "hamstring-restriction",
        "adductor-restriction",
    }
)
HIP_FAMILIES: frozenset[Family] = frozenset({"hip-flexors", "hip-rotators", "hamstrings", "adductors", "hip-flexion"})
"""Where no one-sided drill answers a short hip, the other drills of that hip carry what it gets more."""


def side_left_out(entries: tuple[ProgrammeRow, ...], person: Person, *, catalogue: Catalogue) -> Side | None:
    """The shorter side of a hip that no drill trains one side at a time in every week."""
    uneven = (need for need in person.needs if need.finding in HIP_FINDINGS and need.short_side is not None)
    return next((need.short_side for need in uneven if not _is_favoured(need, entries, catalogue)), None)


def may_favour(exercise: Exercise) -> bool:
    """A drill of the hip for one side at a time."""
    return exercise.sides == "each" and exercise.role in DRILL_ROLES and exercise.family in HIP_FAMILIES


def short_side_of(exercise: Exercise, person: Person, *, short_hip: Side | None = None) -> Side | None:
    """The side that gets more of this drill: that of the first need it answers that has a short side, else the short hip."""
    if exercise.role not in DRILL_ROLES or exercise.sides != "each":
        return None
    sides = (need.short_side for need in person.needs if need.finding in exercise.targets.answers)
    return next((side for side in sides if side is not None), short_hip if exercise.family in HIP_FAMILIES else None)


def _is_favoured(need: Need, entries: tuple[ProgrammeRow, ...], catalogue: Catalogue) -> bool:
    weeks: set[int] = set()
    for entry in entries:
        exercise = catalogue.exercises[entry.exercise]
        if exercise.sides == "each" and exercise.role in DRILL_ROLES and need.finding in exercise.targets.answers:
            weeks.update(range(entry.first, entry.last + 1))
    return len(weeks) == WEEKS
