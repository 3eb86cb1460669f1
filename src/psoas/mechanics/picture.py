"""The picture of a forward bend: the same person in four versions, at bends a slider can run through.

    now       as known or, unmeasured, as in the reference person
    freer     every hip range 10 degrees more
    stiffer   every hip range 10 degrees less
    fused     L4-L5 and L5-S1 do not move

All versions share their luck, so that they differ by their one change alone. The stiffer and fused ones are pictures of a
mechanism, not forecasts.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from psoas.mechanics.assumptions import behind
from psoas.mechanics.bend import Bend, Picture, Side, Version
from psoas.mechanics.bodies import Bodies, moved_hips
from psoas.mechanics.columns import RANGES, bodies_of
from psoas.mechanics.envelope import outside, validation_of
from psoas.mechanics.joint_angles import JointAngles, sweep
from psoas.mechanics.sentences import tell
from psoas.mechanics.share import Spread
from psoas.mechanics.share_estimate import can_do, levels_of, range_of
from psoas.mechanics.subject import LEVELS_UP, Subject, is_reference
from psoas.mechanics.tasks import Task
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.mechanics.what_if import amount, difference, is_alike
from psoas.vocabulary.body import Level

BENDS = tuple(map(float, range(10, 115, 5)))
"""Every notch of the slider: what is shown there is what the model says there, and nothing in between is guessed."""
CHANGE = 10.0
FUSED: tuple[Level, ...] = ("L4-L5", "L5-S1")
TASK: Task = "forward-bend"
TRIED = 70.0
"""A bend that was tried: what is outside there lies with the person."""
Changed = Callable[[Bodies], Bodies]


def draw_picture(person: Subject, *, rng: np.random.Generator) -> Picture:
    """All versions at all bends, with the same luck as `share_of`: the same numbers."""
    luck = draw_luck(rng)
    now = _at_each(person, lambda asked: draw_bodies(person, luck, asked=asked))
    other = _at_each(person, lambda asked: bodies_of(person, second_curve=True, asked=asked))
    changes: dict[Version, Changed] = {
        "now": lambda bodies: bodies,
        "freer": partial(moved_hips, by=CHANGE),
        "stiffer": partial(moved_hips, by=-CHANGE),
        "fused": _fused,
    }
    base = tuple(sweep(now, TASK, BENDS))
    return Picture(
        measured=measured(person),
        reference=is_reference(person),
        outside=outside(person, TASK, TRIED, about=("person",)),
        says=behind(person, TASK),
        sides=tuple(
            Side(
                version=name,
                bends=_bends(_worth(person, name), [change(one) for one in now], [change(one) for one in other], base),
            )
            for name, change in changes.items()
        ),
    )


def _at_each(person: Subject, made: Callable[[float], Bodies]) -> list[Bodies]:
    """Bodies for each bend: only a full bend that was read makes them differ."""
    if person.lumbar_flexion is None and person.trunk_bend_t12 is None:
        return [made(BENDS[0])] * len(BENDS)
    return [made(asked) for asked in BENDS]


def _worth(person: Subject, version: Version) -> Subject:
    """Whose answer it is: a person with fused levels was never compared with anybody."""
    return replace(person, fused=FUSED) if version == "fused" else person


def measured(person: Subject) -> tuple[str, ...]:
    """The ranges that somebody measured."""
    return tuple(name.replace("_", "-") for name in RANGES if getattr(person, name) is not None)


def _bends(person: Subject, bodies: list[Bodies], other: list[Bodies], base: tuple[JointAngles, ...]) -> tuple[Bend, ...]:
    tried = zip(BENDS, sweep(bodies, TASK, BENDS), sweep(other, TASK, BENDS), base, strict=True)
    return tuple(_bend(person, *found) for found in tried if can_do(found[1]))


def _bend(person: Subject, trunk: float, motion: JointAngles, second: JointAngles, base: JointAngles) -> Bend:
    return Bend(
        trunk=trunk,
        hip=range_of(motion.hip, motion),
        lumbar=range_of(motion.lumbar, motion),
        lumbar_share=range_of(motion.share, motion),
        levels=levels_of(motion),
        other_lumbar=round(float(second.lumbar[0]), 4) if second.solved[0] else None,
        validation=validation_of(person, TASK, trunk),
        says="" if motion.hip[0] == base.hip[0] else _than_now(difference(base, motion).points),
    )


def _than_now(points: Spread) -> str:
    return tell("back-alike" if is_alike(points) else "back-changed", amount=amount(points))


def _fused(bodies: Bodies) -> Bodies:
    fused = bodies.fused.copy()
    for level in FUSED:
        fused[:, LEVELS_UP.index(level)] = True
    return replace(bodies, fused=fused)
