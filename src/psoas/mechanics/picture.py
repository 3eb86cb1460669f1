"""The picture of a forward bend: the same person in four versions, at bends a slider can run through.

    now       as known or, unmeasured, as in the reference person
    freer     every hip range 10 degrees more
    stiffer   every hip range 10 degrees less
    fused     L4-L5 and L5-S1 do not move

All versions share their luck, so that they differ by their one change alone. The stiffer and fused ones are pictures of a
mechanism, not forecasts.
"""

from dataclasses import replace

import numpy as np

from psoas.mechanics.bend import Bend, Picture, Side, Version
from psoas.mechanics.bodies import Bodies, moved_hips
from psoas.mechanics.motion import Motion, move
from psoas.mechanics.person import LEVELS_UP, Person, is_reference
from psoas.mechanics.sharing import ENOUGH, levels_of, range_of
from psoas.mechanics.tasks import validation_of
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.vocabulary.body import Level

BENDS = (10.0, 30.0, 50.0, 70.0, 90.0, 110.0)
DRAWS = 160
CHANGE = 10.0
FUSED: tuple[Level, ...] = ("L4-L5", "L5-S1")


def draw_picture(person: Person, *, rng: np.random.Generator) -> Picture:
    """All versions at all bends, solved together."""
    luck = draw_luck(rng, count=DRAWS)
    now = draw_bodies(person, luck)
    versions: dict[Version, Bodies] = {
        "now": now,
        "freer": moved_hips(now, CHANGE),
        "stiffer": moved_hips(now, -CHANGE),
        "fused": _fused(now),
    }
    return Picture(
        measured=measured(person),
        reference=is_reference(person),
        validation=validation_of("forward-bend"),
        sides=tuple(Side(version=name, bends=_bends(bodies)) for name, bodies in versions.items()),
    )


def measured(person: Person) -> tuple[str, ...]:
    """The ranges that somebody measured."""
    ranges = ("straight_leg_raise", "hip_flexion", "hip_extension", "lumbar_flexion")
    return tuple(name.replace("_", "-") for name in ranges if getattr(person, name) is not None)


def _bends(bodies: Bodies) -> tuple[Bend, ...]:
    tried = ((trunk, move(bodies, "forward-bend", trunk, luck=np.zeros(len(bodies)))) for trunk in BENDS)
    return tuple(_bend(trunk, motion) for trunk, motion in tried if motion.solved.mean() >= ENOUGH)


def _bend(trunk: float, motion: Motion) -> Bend:
    return Bend(
        trunk=trunk,
        hip=range_of(motion.hip, motion),
        lumbar=range_of(motion.lumbar, motion),
        lumbar_share=range_of(motion.share, motion),
        levels=levels_of(motion),
    )


def _fused(bodies: Bodies) -> Bodies:
    fused = bodies.fused.copy()
    for level in FUSED:
        fused[:, LEVELS_UP.index(level)] = True
    return replace(bodies, fused=fused)
