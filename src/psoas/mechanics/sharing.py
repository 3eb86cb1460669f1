"""One person's share in one task, as ranges: draw bodies, let each come to rest, read off where nine of ten lie."""

import numpy as np

from psoas.mechanics.bodies import Floats
from psoas.mechanics.check import check_person, check_trunk
from psoas.mechanics.motion import Motion, move
from psoas.mechanics.parameters import NAMES, Stiffness
from psoas.mechanics.person import LEVELS_UP, Person
from psoas.mechanics.share import Range, Share
from psoas.mechanics.tasks import POSES, Task, validation_of
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.mechanics.words import assumptions
from psoas.vocabulary.body import Level
from psoas.vocabulary.errors import BadInput, PsoasError

LOW, HIGH = 5, 95
ENOUGH = 0.5
"""At least this part of the possible bodies must be able to do it."""


class OutOfReach(PsoasError):
    """No equilibrium: the body described cannot take this position by the weight of its trunk."""


def share_of(
    person: Person,
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
    bodies = draw_bodies(person, luck, stiffness=stiffness)
    plain = draw_bodies(unmeasured(person), luck, stiffness=stiffness) if fixed_effort else None
    motion = move(bodies, task, lean, luck=luck[:, 5], effort_of=plain)
    check_solved(motion, task, lean)
    return Share(
        task=task,
        trunk=lean,
        validation=validation_of(task),
        parameters=NAMES[stiffness],
        hip=range_of(motion.hip, motion),
        lumbar=range_of(motion.lumbar, motion),
        lumbar_share=range_of(motion.share, motion),
        levels=levels_of(motion),
        says=assumptions(person, task, fixed_effort=fixed_effort, solved=float(motion.solved.mean())),
    )


def leaning(task: Task, trunk: float | None) -> float:
    """How far the chest leans: as asked, or as the task has it."""
    lean = POSES[task].chest if trunk is None else trunk
    if lean is None:
        raise BadInput("trunk", f"needed for {task}")
    return float(lean)


def unmeasured(person: Person) -> Person:
    """The same age and size with every range at its reference and nothing fused."""
    return Person(age=person.age, sex=person.sex, height_m=person.height_m, mass_kg=person.mass_kg)


def range_of(values: Floats, motion: Motion) -> Range:
    """The mean over the bodies that lead it and the 5 and 95 % marks over all, rounded to four places."""
    means = values[motion.solved & motion.leads]
    low, high = (_rounded(float(mark)) for mark in np.percentile(values[motion.solved], [LOW, HIGH]))
    mean = _rounded(float(means.mean())) if means.size else (low + high) / 2
    return Range(mean=mean, low=min(low, mean), high=max(high, mean))


def levels_of(motion: Motion) -> dict[Level, Range]:
    """Each level from the top down."""
    names: tuple[Level, ...] = (*LEVELS_UP, "T12-L1")
    ranges = {name: range_of(motion.levels[:, column], motion) for column, name in enumerate(names)}
    return {name: ranges[name] for name in reversed(names)}


def check_solved(motion: Motion, task: Task, lean: float) -> None:
    """OutOfReach unless enough of the possible bodies come to rest."""
    if motion.solved.mean() < ENOUGH:
        raise OutOfReach(
            f"{task}: not solvable: a body with these ranges does not reach {lean:g} degrees by the weight of its trunk "
            "(try a smaller --trunk, or check the ranges)"
        )


def _rounded(number: float) -> float:
    return round(number, 4) + 0.0
