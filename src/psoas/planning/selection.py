"""Which exercises are open for this person; each of the others says why not.

Closed by a limit (`catalogue.demands.closed_by`): of the clearance, of a special need, of the surgeon's own sheet; by a
stretch held too long for joints that move far; by equipment that is not there; by the person's own wish. Doubt closes.
"""

from collections.abc import Iterator
from datetime import date

from psoas.assessment.examination import Examination
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Forbid, Limit, closed_by
from psoas.catalogue.entries import Exercise
from psoas.catalogue.needs import SpecialNeed
from psoas.planning.circumstance import circumstances_of
from psoas.planning.person import limits_for, special_needs
from psoas.planning.plan import Exclusion, Why
from psoas.planning.reason import why
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.vocabulary.value import value

LEAST_LOAD_KG = 1.0
"""The lightest weight that a loaded movement is done with."""


@value
class Selection:
    open: tuple[str, ...]
    excluded: tuple[Exclusion, ...]


def select(
    intake: Intake,
    *,
    clearance: Clearance,
    catalogue: Catalogue,
    examination: Examination | None = None,
    on: date | None = None,
) -> Selection:
    """Every exercise of the catalogue, once: open, or excluded with its reasons. `on`: the day for what has a date."""
    needs = special_needs(circumstances_of(intake, clearance=clearance, on=on), catalogue=catalogue)
    limits = (
        *limits_for(intake, examination=examination, clearance=clearance, catalogue=catalogue),
        *_limits_of(needs),
        *_surgeon(intake, catalogue, on),
    )
    reasons = {
        exercise.id: tuple(dict.fromkeys(_closing(exercise, intake, limits, needs, catalogue)))
        for exercise in catalogue.exercises.values()
    }
    return Selection(
        open=tuple(exercise for exercise, because in reasons.items() if not because),
        excluded=tuple(Exclusion(exercise=exercise, because=because) for exercise, because in reasons.items() if because),
    )


def _closing(
    exercise: Exercise, intake: Intake, limits: tuple[Limit, ...], needs: tuple[SpecialNeed, ...], catalogue: Catalogue
) -> Iterator[Why]:
    """Every reason; none means open."""
    for reason in closed_by(exercise.id, exercise.demands, limits):
        yield Why(id=reason.id, says=reason.says)
    longest = min((need.stretch_hold_s for need in needs if need.stretch_hold_s), default=None)
    held = exercise.dose.hold_s
    if longest is not None and exercise.role == "mobility" and held is not None and held.low > longest:
        yield why("long-stretch", catalogue=catalogue, seconds=longest)
    missing = [thing for thing in exercise.equipment if thing not in intake.equipment]
    if missing:
        yield why("no-equipment", catalogue=catalogue, thing=catalogue.says(f"thing-{missing[0]}"))
    if intake.emphasis is not None and exercise.id in intake.emphasis.never:
        yield why("never", catalogue=catalogue)


def _limits_of(needs: tuple[SpecialNeed, ...]) -> Iterator[Limit]:
    return (row.asked_by(need.id) for need in needs for row in need.limits)


def _surgeon(intake: Intake, catalogue: Catalogue, on: date | None) -> Iterator[Limit]:
    """What the surgeon's sheet closes until its day; a day inside the plan closes it to the plan's end."""
    sheet = intake.surgeon_limits
    if sheet is None or (on is not None and sheet.until is not None and sheet.until <= on):
        return
    asked: list[tuple[str, Forbid]] = []
    if sheet.no_bend:
        asked += [("surgeon-no-bend", Forbid(demand="lumbar_flexion", at_least="mid"))]
    if sheet.no_twist:
        asked += [("surgeon-no-twist", Forbid(demand="lumbar_rotation", at_least="mid"))]
    if sheet.lift_kg is not None and sheet.lift_kg < LEAST_LOAD_KG:
        asked += [("surgeon-lift", Forbid(demand="load", at_least="moderate"))]
    for name, forbid in asked:
        reason = catalogue.reason(name)
        yield Limit(id=name, forbid=forbid, says=reason.says, source=reason.source, status="D")
