"""What many bodies do in one task: the angles behind a share, one row a body; the first is the one in the middle.

At a fixed angle every body reaches the same inclination; at a fixed effort every body is bent by the couple that the same body
with reference ranges would need for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.mechanics.balance import SOLVED, Rest, settle_at_angle, settle_under_couple
from psoas.mechanics.bodies import Bodies, Flags, Floats
from psoas.mechanics.chain import chain_of
from psoas.mechanics.rotation import settle_turn
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.weight import reach_of


@dataclass(frozen=True, kw_only=True)
class JointAngles:
    """N rows. `levels` is N x 6, from L5-S1 up to T12-L1."""

    hip: Floats
    levels: Floats
    solved: Flags

    @property
    def lumbar(self) -> Floats:
        return np.asarray(self.levels.sum(axis=1))

    @property
    def share(self) -> Floats:
        """The lumbar part of hip plus lumbar, 0 to 1; where nothing moves there is nothing to share."""
        lumbar, hip = np.abs(self.lumbar), np.abs(self.hip)
        return np.asarray(lumbar / np.maximum(lumbar + hip, 1e-12))


def move(bodies: Bodies, task: Task, trunk: float, *, luck: Floats, effort_of: Bodies | None = None) -> JointAngles:
    """The motion of each body; `effort_of` bodies are those whose effort is used instead of the angle."""
    if task == "seated-rotation":
        return _turn(bodies, trunk, luck)
    chest = np.full(len(bodies), trunk)
    chain = chain_of(bodies, POSES[task].posture, chest=chest)
    if effort_of is None:
        rest = settle_at_angle(chain, chest, reach=reach_of(bodies))
    else:
        asked = settle_at_angle(chain_of(effort_of, POSES[task].posture, chest=chest), chest, reach=reach_of(effort_of))
        rest = settle_under_couple(chain, asked.couple, start=asked.angles, reach=reach_of(bodies))
        rest = Rest(angles=rest.angles, couple=rest.couple, outcome=np.where(asked.solved, rest.outcome, asked.outcome))
    return motion_of(rest, thigh=POSES[task].posture.thighs[0])


def sweep(everybody: Sequence[Bodies], task: Task, trunks: Sequence[float]) -> Iterator[JointAngles]:
    """The motion at one inclination after the other, bodies for each, begun where the last two point to: fast."""
    pose, reach, places = POSES[task], reach_of(everybody[0]), list[Floats]()
    for bodies, trunk in zip(everybody, trunks, strict=True):
        chest = np.full(len(bodies), trunk)
        start = 2 * places[-1] - places[-2] if len(places) > 1 else None
        rest = settle_at_angle(chain_of(bodies, pose.posture, chest=chest), chest, reach=reach, start=start)
        places.append(rest.angles[:, :6])
        yield motion_of(rest, thigh=pose.posture.thighs[0])


def motion_of(rest: Rest, *, thigh: float) -> JointAngles:
    """Inclinations read as joint angles."""
    return JointAngles(hip=rest.angles[:, 0] + thigh, levels=np.diff(rest.angles, axis=1), solved=rest.outcome == SOLVED)


def _turn(bodies: Bodies, trunk: float, luck: Floats) -> JointAngles:
    turn = settle_turn(bodies, np.full(len(bodies), trunk), hip_luck=luck)
    return JointAngles(hip=turn.hips, levels=turn.levels, solved=turn.couple <= reach_of(bodies))
