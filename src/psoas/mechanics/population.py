"""Many people at once: columns of what is known in, columns of angles out, at the middle of every uncertainty.

in     `columns` (see there) N each; fused N x 6 (L5-S1 upwards, T12-L1 last); trunk N (degrees)
out    `Shared`: the same body, and so the same numbers, as the means of `share_of`; beside them the lumbar share with the
       second hip curve, and whether each answer lies inside what was tried

A row that a curve finds no equilibrium for has NaN there and says why in its outcome.
"""

from dataclasses import dataclass

import numpy as np

from psoas.mechanics.balance import SOLVED
from psoas.mechanics.bodies import Flags, Floats
from psoas.mechanics.chain import chain_of
from psoas.mechanics.columns import Columns, bodies_from
from psoas.mechanics.envelope import inside_envelope
from psoas.mechanics.joint_angles import JointAngles, motion_of
from psoas.mechanics.solver import settle_many
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.weight import reach_of


@dataclass(frozen=True, kw_only=True)
class Shared:
    """One row a person; `levels` N x 6, from L5-S1 up to T12-L1; degrees, shares 0 to 1."""

    hip: Floats
    lumbar: Floats
    share: Floats
    other_share: Floats
    """With the second hip curve."""
    levels: Floats
    outcome: np.typing.NDArray[np.int8]
    validated: Flags


def share_population(columns: Columns, fused: Flags, task: Task, trunk: Floats) -> Shared:
    """Every person once with each hip curve; the numbers are those of the first."""
    first, outcome = _solve(columns, fused, task, trunk, second_curve=False)
    second, other = _solve(columns, fused, task, trunk, second_curve=True)
    return Shared(
        hip=_kept(first.hip, outcome),
        lumbar=_kept(first.lumbar, outcome),
        share=_kept(first.share, outcome),
        other_share=_kept(second.share, other),
        levels=_kept(first.levels, outcome),
        outcome=outcome,
        validated=inside_envelope(columns, fused, task, trunk),
    )


def _solve(
    columns: Columns, fused: Flags, task: Task, trunk: Floats, *, second_curve: bool
) -> tuple[JointAngles, np.typing.NDArray[np.int8]]:
    asked = trunk if task == "forward-bend" else None
    bodies, pose = bodies_from(columns, fused, second_curve=second_curve, asked=asked), POSES[task]
    rest = settle_many(chain_of(bodies, pose.posture), trunk, reach=reach_of(bodies))
    return motion_of(rest, thigh=pose.posture.thighs[0]), rest.outcome


def _kept(values: Floats, outcome: np.typing.NDArray[np.int8]) -> Floats:
    solved = (outcome == SOLVED).reshape(-1, *[1] * (values.ndim - 1))
    return np.where(solved, values, np.nan)
