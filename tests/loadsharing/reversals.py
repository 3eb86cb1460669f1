"""Does a stiffer hip ever send less motion to the lumbar spine? Random people, each asked twice, at every bend and task.

Terminal stance is asked the other way round: there a stiffer hip must tip the pelvis forward, which arches the lumbar spine.
"""

from collections.abc import Iterator

import numpy as np

from loadsharing.crowd import random_bodies
from loadsharing.row import Found
from psoas.mechanics.balance import UNSETTLED
from psoas.mechanics.bodies import Bodies, Floats, moved_hips
from psoas.mechanics.chain import chain_of
from psoas.mechanics.solver import settle_many
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.weight import reach_of

PEOPLE, SEED = 100_000, 33
TRUNKS = (5.0, 10.0, 20.0, 30.0, 45.0, 60.0, 75.0, 90.0)
TASKS: tuple[Task, ...] = ("forward-bend", "sitting", "sit-to-stand", "squat")
INPUTS = "; bend, chair, rising, squat at 5 10 20 30 45 60 75 90°"
LEAST = 1e-6
"""Degrees: solvers leave about this much."""


def found(people: int) -> Found:
    """How many people were asked at how many places, and how many answers were reversed."""
    asked = reversed_ = 0
    for _, _, rise in rises(people):
        asked += len(rise)
        reversed_ += int((rise < -LEAST).sum())
    return Found(says=f"{reversed_} of {asked:,} answers", passes=reversed_ == 0)


def rises(count: int) -> Iterator[tuple[Task, float, Floats]]:
    """Lumbar flexion with hips 10 degrees stiffer minus before, of those who come to rest both times, within reach or not."""
    bodies = random_bodies(np.random.default_rng(SEED), count)
    stiff = moved_hips(bodies, -10)
    for task in TASKS:
        for trunk in TRUNKS:
            (now, can), (then, can_too) = (_pelvis(people, task, trunk) for people in (bodies, stiff))
            yield task, trunk, (now - then)[can & can_too]


def _pelvis(bodies: Bodies, task: Task, trunk: float) -> tuple[Floats, np.typing.NDArray[np.bool_]]:
    rest = settle_many(chain_of(bodies, POSES[task].posture), np.full(len(bodies), trunk), reach=reach_of(bodies))
    return rest.angles[:, 0], rest.outcome != UNSETTLED
