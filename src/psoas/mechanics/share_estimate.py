"""One person's share in one task: the middle body gives the means, the bodies drawn around it the ranges."""

import numpy as np

from psoas.mechanics.assumptions import assumptions
from psoas.mechanics.bodies import Floats
from psoas.mechanics.columns import bodies_of
from psoas.mechanics.envelope import outside
from psoas.mechanics.joint_angles import JointAngles, move
from psoas.mechanics.parameters import NAMES, Stiffness
from psoas.mechanics.share import OtherCurve, Share, Spread
from psoas.mechanics.subject import LEVELS_UP, Subject
from psoas.mechanics.task_check import check_person, check_trunk
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.vocabulary.body import Level
from psoas.vocabulary.errors import BadInput, PsoasError

LOW, HIGH = 5, 95
AT_EFFORT = "a fixed effort: the studies were compared at the angle they measured"
ENOUGH = 0.5
"""At least this part of the possible bodies must be able to do it."""


class OutOfReach(PsoasError):
    """No equilibrium: the body described cannot take this position by the weight of its trunk."""


def share_of(
    person: Subject,
    task: Task,
    *,
    trunk: float | None,
    rng: np.random.Generator,
    fixed_effort: bool = False,
    stiffness: Stiffness = "fitted",
) -> Share:
    """How this person's hips and lumbar spine share the task; OutOfReach when most possible bodies cannot do it."""
    check_person(person)
    check_trunk(task, trunk)
    if fixed_effort and task == "seated-rotation":
        raise BadInput("fixed_effort", "any task but seated-rotation: turning is posed at its angle")
    lean = leaning(task, trunk)
    luck = draw_luck(rng)
    bodies = draw_bodies(person, luck, stiffness=stiffness, asked=None if fixed_effort else standing(task, lean))
    plain = draw_bodies(unmeasured(person), luck, stiffness=stiffness) if fixed_effort else None
    motion = move(bodies, task, lean, luck=hip_luck(luck), effort_of=plain)
    check_solved(motion, task, lean)
    missing = (*outside(person, task, lean), *((AT_EFFORT,) if fixed_effort else ()))
    left_out = int(np.count_nonzero(~motion.solved[1:]))
    return Share(
        task=task,
        trunk=lean,
        validation="not-validated" if missing else "validated",
        parameters=NAMES[stiffness],
        hip=range_of(motion.hip, motion),
        lumbar=range_of(motion.lumbar, motion),
        lumbar_share=range_of(motion.share, motion),
        levels=levels_of(motion),
        outside=missing,
        other_curve=_other(person, task, lean, fixed_effort=fixed_effort, stiffness=stiffness),
        bodies=len(luck),
        left_out=left_out,
        says=assumptions(person, task, missing=missing, fixed_effort=fixed_effort, left_out=left_out, bodies=len(luck)),
    )


def _other(person: Subject, task: Task, lean: float, *, fixed_effort: bool, stiffness: Stiffness) -> OtherCurve | None:
    """The middle body with the second hip curve."""
    if task == "seated-rotation":
        return None
    asked = None if fixed_effort else standing(task, lean)
    body = bodies_of(person, stiffness=stiffness, second_curve=True, asked=asked)
    plain = bodies_of(unmeasured(person), stiffness=stiffness, second_curve=True) if fixed_effort else None
    motion = move(body, task, lean, luck=np.zeros(1), effort_of=plain)
    if not motion.solved[0]:
        return None
    hip, lumbar, share = (_rounded(float(values[0])) for values in (motion.hip, motion.lumbar, motion.share))
    return OtherCurve(hip=hip, lumbar=lumbar, lumbar_share=share)


def leaning(task: Task, trunk: float | None) -> float:
    """How far the chest leans: as asked, or as the task has it."""
    lean = POSES[task].chest if trunk is None else trunk
    if lean is None:
        raise BadInput("trunk", f"needed for {task}")
    return float(lean)


def standing(task: Task, lean: float) -> float | None:
    """The standing bend that is asked for, if the task is one: a full bend that was read speaks of that alone."""
    return lean if task == "forward-bend" else None


def unmeasured(person: Subject) -> Subject:
    """The same age and size with every range at its reference and nothing fused."""
    return Subject(age=person.age, sex=person.sex, height_m=person.height_m, mass_kg=person.mass_kg)


def hip_luck(luck: Floats) -> Floats:
    """How far hips turn, for the middle body and every draw."""
    return np.append(0.0, luck[:, 16])


def range_of(values: Floats, motion: JointAngles) -> Spread:
    """The value of the middle body and the 5 and 95 % marks of those drawn, rounded to four places."""
    drawn = values[1:][motion.solved[1:]]
    low, high = (_rounded(float(mark)) for mark in np.percentile(drawn, [LOW, HIGH]))
    mean = _rounded(float(values[0]))
    return Spread(mean=mean, low=min(low, mean), high=max(high, mean))


def levels_of(motion: JointAngles) -> dict[Level, Spread]:
    """Each level from the top down."""
    names: tuple[Level, ...] = (*LEVELS_UP, "T12-L1")
    ranges = {name: range_of(motion.levels[:, column], motion) for column, name in enumerate(names)}
    return {name: ranges[name] for name in reversed(names)}


def check_solved(motion: JointAngles, task: Task, lean: float) -> None:
    """OutOfReach unless the middle body and enough of those drawn come to rest."""
    if not can_do(motion):
        raise OutOfReach(
            f"{task}: not solvable: a body with these ranges does not reach {lean:g} degrees by the weight of its trunk "
            "(try a smaller --trunk, or check the ranges)"
        )


def can_do(motion: JointAngles) -> bool:
    """The middle body and enough of those drawn come to rest."""
    return bool(motion.solved[0] and motion.solved[1:].mean() >= ENOUGH)


def _rounded(number: float) -> float:
    return round(number, 4) + 0.0
