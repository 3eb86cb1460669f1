"""Where a movement takes each joint, and whether the catalogue says so.

    reach    the largest angle of each kind over all poses of a movement, degrees from upright standing
    F001     a row has no figure                       F002  a figure belongs to no row
    F003 …   the figure goes further than its row declares, or does what the row denies

The spine's words (psoas-opinion: neutral within about 10° of standing) are read as: neutral to 12°, mid to 30°, end beyond;
turning: neutral to 6°, mid to 10° of the lumbar spine alone. Hips may pass what is declared by 15°: a drawn pose is a
typical one, and two ways of measuring a hip differ by as much (measured differences between methods are 4-6°).
"""

from collections.abc import Iterator

import numpy as np

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import SCALES, Demands
from psoas.catalogue.entries import Exercise, Test
from psoas.catalogue.problem import Problem
from psoas.figure.motion import Motion
from psoas.figure.movement import movements
from psoas.figure.reach import Reach, reaches
from psoas.figure.skeleton import body

SPINE_STEPS = {"flexion": (12.0, 30.0), "extension": (12.0, 20.0), "rotation": (6.0, 10.0), "side_bend": (10.0, 20.0)}
HIP_SLACK = 15.0
KNEE_EASY = 125.0
"""Whether a bent knee is loaded is the row's word; beyond this no knee is easy, even lying."""
OVERHEAD = 150.0
"""Degrees of arm flexion from which an arm counts as overhead; a hand behind the head stays below."""
PAST_MIDLINE = 16.0
"""Degrees of adduction from which a thigh counts as past the midline: crossed feet in tandem are less."""


def reach_of(motion: Motion) -> dict[str, float]:
    """The largest angles of a motion: hips and knees of the worse side, the lumbar spine, the arms."""
    angles = np.array([pose.angles for pose in motion.poses])
    columns = {name: angles[:, index] for index, name in enumerate(body().columns)}
    both = {joint: np.concatenate([columns[f"r_{joint}"], columns[f"l_{joint}"]]) for joint in _SIDED}
    found = {
        "hip_flexion": both["hip_flexion"].max(),
        "hip_extension": -both["hip_flexion"].min(),
        "hip_internal_rotation": both["hip_rotation"].max(),
        "hip_external_rotation": -both["hip_rotation"].min(),
        "hip_abduction": both["hip_abduction"].max(),
        "hip_adduction": -both["hip_abduction"].min(),
        "knee_flexion": both["knee_flexion"].max(),
        "arm_flexion": both["arm_flexion"].max(),
        "lumbar_flexion": columns["lumbar_flexion"].max(),
        "lumbar_extension": -columns["lumbar_flexion"].min(),
        "lumbar_rotation": np.abs(columns["lumbar_turn"]).max(),
        "lumbar_side_bend": np.abs(columns["lumbar_side"]).max(),
    }
    return {name: round(max(float(angle), 0.0), 1) for name, angle in found.items()}


_SIDED = ("hip_flexion", "hip_rotation", "hip_abduction", "knee_flexion", "arm_flexion")


def disagreements(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Everything in which figures and catalogue differ."""
    if not reaches():
        return (Problem(code="F000", where="figures", says="The figures are not built.", hint="Run make assets."),)
    rows: dict[str, Exercise | Test] = {**catalogue.exercises, **catalogue.tests}
    found = [_missing(name) for name in rows if name not in reaches()]
    found += [
        Problem(code="F002", where=name, says="A figure without a row.", hint="Name it after a row, or scene-…")
        for name in movements()
        if name not in rows and not movements()[name].scene
    ]
    for name, row in rows.items():
        if name in reaches():
            found += compare(name, row.demands, reaches()[name])
    return tuple(found)


def _missing(name: str) -> Problem:
    return Problem(code="F001", where=name, says="No figure shows this row.", hint="Author it in figure/data/movements.")


def compare(name: str, demands: Demands, reach: Reach) -> list[Problem]:
    """In what the figure of one row goes further than its demands say."""
    return [*_hips(name, demands, reach), *_spine(name, demands, reach), *_others(name, demands, reach)]


HIPS = (
    ("F003", "hip_flexion"),
    ("F004", "hip_extension"),
    ("F005", "hip_internal_rotation"),
    ("F006", "hip_external_rotation"),
    ("F007", "hip_abduction"),
)
EASE = {"hip_internal_rotation": 8.0, "hip_external_rotation": 26.0, "hip_abduction": 5.0}
"""Added to the slack: turned-out feet and a hip-width stance are no demand. An ankle crossed over the other thigh takes some
of its turn from the shin, which turns by 20-30° on a bent knee; the figure's knee does not, so its hip turns out more."""


def _hips(name: str, demands: Demands, reach: Reach) -> Iterator[Problem]:
    for code, motion in HIPS:
        declared = getattr(demands, f"{motion}_deg")
        if reach[motion] > declared + HIP_SLACK + EASE.get(motion, 0.0):
            yield _further(code, name, motion, f"{declared}°", reach[motion])
    if reach["hip_adduction"] > PAST_MIDLINE and not demands.hip_adduction_past_midline:
        yield _further("F008", name, "hip_adduction", "none past the midline", reach["hip_adduction"])


def _spine(name: str, demands: Demands, reach: Reach) -> Iterator[Problem]:
    for code, (motion, steps) in zip(("F009", "F010", "F011", "F012"), SPINE_STEPS.items(), strict=True):
        declared = getattr(demands, f"lumbar_{motion}")
        seen = sum(reach[f"lumbar_{motion}"] > step for step in steps)
        if seen > SCALES[f"lumbar_{motion}"].index(declared):
            yield _further(code, name, f"lumbar_{motion}", declared, reach[f"lumbar_{motion}"])


def _others(name: str, demands: Demands, reach: Reach) -> Iterator[Problem]:
    if reach["arm_flexion"] > OVERHEAD and not demands.arms_overhead and demands.posture != "prone":
        yield _further("F013", name, "arm_flexion", "arms not overhead", reach["arm_flexion"])
    if reach["knee_flexion"] > KNEE_EASY and demands.knee == "easy":
        yield _further("F014", name, "knee_flexion", "easy knees", reach["knee_flexion"])


def _further(code: str, name: str, motion: str, declared: str, seen: float) -> Problem:
    says = f"{motion.replace('_', ' ')}: declared {declared}, the figure shows {seen:.0f}°"
    return Problem(code=code, where=name, says=says, hint="Change the pose, or the demand if the movement really asks for it.")
