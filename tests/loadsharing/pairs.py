"""Typed pairs: the chest and the sacrum in a person's own full bend, and how far the model misses them there."""

from collections.abc import Iterator

import numpy as np

from psoas.mechanics.balance import settle_at_angle
from psoas.mechanics.chain import chain_of
from psoas.mechanics.columns import bodies_of
from psoas.mechanics.full_bend import STANDING
from psoas.mechanics.subject import Subject
from psoas.mechanics.weight import reach_of

CHESTS, SACRA = range(60, 135, 5), range(15, 115, 5)
LUMBAR = (10, 85)
"""Degrees that chest and sacrum are apart in a plausible bend."""
KINDS: tuple[dict[str, object], ...] = (
    {},
    {"fused": ("L4-L5", "L5-S1")},
    {"straight_leg_raise": 50.0, "hip_flexion": 90.0},
    {"hip_extension": 0.0, "age": 75.0},
)


def plausible() -> Iterator[tuple[float, float]]:
    """Chest and sacrum, degrees."""
    for chest in CHESTS:
        for sacrum in SACRA:
            if LUMBAR[0] <= chest - sacrum <= LUMBAR[1] and sacrum <= 100:
                yield float(chest), float(sacrum)


def miss(person: Subject, *, second_curve: bool = False) -> float:
    """Degrees between the sacrum that was read and the model's, at the chest that was read."""
    chest, sacrum = person.trunk_bend_t12, person.trunk_bend_s1
    assert chest is not None
    assert sacrum is not None
    body = bodies_of(person, second_curve=second_curve)
    rest = settle_at_angle(chain_of(body, STANDING), np.array([chest]), reach=reach_of(body))
    return abs(float(rest.angles[0, 0]) - sacrum) if rest.solved[0] else float("inf")


def worst_of_pairs() -> float:
    """Over the grid, every kind of person and both hip curves."""
    people = (Subject(trunk_bend_t12=c, trunk_bend_s1=s, **kind) for c, s in plausible() for kind in KINDS)  # type: ignore[arg-type]
    return max(miss(person, second_curve=curve) for person in people for curve in (False, True))
