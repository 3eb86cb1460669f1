"""Many people at once: columns of numbers in, columns of angles out, at the middle of every uncertainty, with both
hip curves.

columns in    age, female (0, 1 or missing), height_m, mass_kg, the four ranges; NaN is missing    (N each)
columns out   hip, lumbar, lumbar_share: the mean of the two hip curves; the share with each; each level; outcome
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from psoas.mechanics.balance import Rest
from psoas.mechanics.bodies import Bodies, Flags, Floats, age_scale, reference_bodies
from psoas.mechanics.chain import chain_of
from psoas.mechanics.kernel import settle_population
from psoas.mechanics.motion import Motion, motion_of
from psoas.mechanics.parameters import Stiffness, value_of, values_of
from psoas.mechanics.person import REFERENCE_AGE
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.weight import reach_of

COLUMNS = ("age", "female", "height_m", "mass_kg", "straight_leg_raise", "hip_flexion", "hip_extension", "lumbar_flexion")


@dataclass(frozen=True, kw_only=True)
class Shared:
    """One row a person; `levels` N x 6, from L5-S1 up to T12-L1."""

    hip: Floats
    lumbar: Floats
    share: Floats
    first_share: Floats
    second_share: Floats
    levels: Floats
    outcome: np.typing.NDArray[np.int8]


def share_population(columns: Mapping[str, Floats], fused: Flags, task: Task, trunk: Floats) -> Shared:
    """Every person once with each hip curve; NaN and the worse outcome where one of them has no equilibrium."""
    first = bodies_from(columns, fused)
    rests = [_settle(replace(first, second_curve=np.full(len(first), second)), task, trunk) for second in (False, True)]
    motions = [
        motion_of(rest, thigh=POSES[task].posture.thighs[0], leads=np.ones(len(first), dtype=np.bool_)) for rest in rests
    ]
    outcome = np.maximum(rests[0].outcome, rests[1].outcome)
    return Shared(
        hip=_both([motion.hip for motion in motions], outcome),
        lumbar=_both([motion.lumbar for motion in motions], outcome),
        share=_both([motion.share for motion in motions], outcome),
        first_share=_kept(motions[0]),
        second_share=_kept(motions[1]),
        levels=_both([motion.levels for motion in motions], outcome),
        outcome=outcome,
    )


def bodies_from(columns: Mapping[str, Floats], fused: Flags, *, stiffness: Stiffness = "fitted") -> Bodies:
    """Bodies from columns; what is NaN or absent is the reference (lumbar range: that of the age)."""
    plain = reference_bodies(len(fused), stiffness=stiffness)
    missing = np.full(len(fused), np.nan)
    given = {name: columns.get(name, missing) for name in COLUMNS}
    female = given["female"]
    women, men = values_of("norm-straight-leg-raise")[:2]
    raise_norm = np.where(np.isnan(female), (women + men) / 2, np.where(female == 1, women, men))
    by_age = np.where(np.isnan(given["age"]), 1.0, age_scale(_or(given["age"], REFERENCE_AGE)))
    lumbar = _or(given["lumbar_flexion"] / values_of("norm-lumbar-flexion")[0], by_age)[:, None]
    return replace(
        plain,
        female=female == 1,
        age=_or(given["age"], REFERENCE_AGE),
        height=_or(given["height_m"], plain.height),
        mass=_or(given["mass_kg"], plain.mass),
        shift_hamstrings=_or(given["straight_leg_raise"] - raise_norm, 0.0),
        shift_flexion=_or(given["hip_flexion"] - values_of("norm-hip-flexion")[0], 0.0),
        shift_extension=_or(given["hip_extension"] - values_of("norm-hip-extension")[0], 0.0),
        flexion_at_10=plain.flexion_at_10 * lumbar,
        extension_at_10=plain.extension_at_10 * lumbar,
        fused=fused[:, :5],
        top=plain.top + value_of("fused-stiffness") * fused[:, 5],
    )


def _settle(bodies: Bodies, task: Task, trunk: Floats) -> Rest:
    return settle_population(chain_of(bodies, POSES[task].posture), trunk, reach=reach_of(bodies))


def _both(values: list[Floats], outcome: np.typing.NDArray[np.int8]) -> Floats:
    mean = (values[0] + values[1]) / 2
    return np.where((outcome == 0).reshape(-1, *[1] * (mean.ndim - 1)), mean, np.nan)


def _kept(motion: Motion) -> Floats:
    return np.where(motion.solved, motion.share, np.nan)


def _or(values: Floats, instead: Floats | float) -> Floats:
    return np.where(np.isnan(values), instead, values)
