"""Demands are complete (the schema sees to that) and agree with each other and with the rest of the entry.

posture          surface it can be on                 surface floor    needs getting down and up
standing         feet                                 kneeling         asks the knee to kneel
sitting          chair, bed, floor                    ball, roller     press, and are in the list of equipment
supine, prone    bed, floor                           a held effort    lasts as long as the dose holds it
side-lying       bed, floor                           weights          are not named `none` or `body`
hands-and-knees  bed, floor
half-kneeling    floor
"""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Demands
from psoas.catalogue.entries import Exercise, Test

SURFACES: dict[str, tuple[str, ...]] = {
    "standing": ("feet",),
    "walking": ("feet",),
    "sitting": ("chair", "bed", "floor"),
    "supine": ("bed", "floor"),
    "side-lying": ("bed", "floor"),
    "prone": ("bed", "floor"),
    "hands-and-knees": ("bed", "floor"),
    "half-kneeling": ("floor",),
    "floor-sitting": ("floor",),
    "cycling": ("chair",),
}
TOOLS = {"ball": "ball", "foam-roller": "roller"}
"""Equipment and the pressure that it brings."""
HELD_EFFORT = ("strong",)


def contradictions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Two demands that cannot both be true."""
    entries: tuple[Exercise | Test, ...] = (*catalogue.exercises.values(), *catalogue.tests.values())
    for entry in entries:
        yield from ((entry.id, says) for says in _contradictions(entry.demands))


def _contradictions(demands: Demands) -> Iterator[str]:
    if demands.surface not in SURFACES[demands.posture]:
        yield f"{demands.posture} is not done on {demands.surface}"
    if demands.surface == "floor" and not demands.floor_transfer:
        yield "the floor needs getting down and up again"
    if demands.posture in {"half-kneeling", "hands-and-knees"} and demands.knee != "deep-or-kneeling":
        yield "kneeling is a demand on the knee"


def unlike_the_entry(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Demands that leave out what equipment or dose bring."""
    for exercise in catalogue.exercises.values():
        yield from ((exercise.id, says) for says in _left_out(exercise))


def _left_out(exercise: Exercise) -> Iterator[str]:
    demands, hold = exercise.demands, exercise.dose.hold_s
    for tool, pressure in TOOLS.items():
        if (tool in exercise.equipment) is not (demands.pressure == pressure):
            yield f"{tool} and pressure {demands.pressure} do not belong together"
    if demands.trunk_effort in HELD_EFFORT and hold is not None and demands.effort_hold_s < hold.high:
        yield f"is held for {hold.high} s, the demand says {demands.effort_hold_s}"
    if "band" in exercise.equipment and demands.load in {"none", "body"}:
        yield "a band is a load"


def no_other_way(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A movement on the floor says how to do it elsewhere, or an easier rung off the floor does."""
    for exercise in catalogue.exercises.values():
        if exercise.demands.floor_transfer and exercise.family != "transfers" and not _has_another_way(exercise, catalogue):
            yield exercise.id, "needs the floor and offers no other way"


def _has_another_way(exercise: Exercise, catalogue: Catalogue) -> bool:
    if any(variant.where in {"chair", "bed", "standing"} for variant in exercise.variants):
        return True
    easier = catalogue.exercises.get(exercise.easier or "")
    return easier is not None and not easier.demands.floor_transfer
