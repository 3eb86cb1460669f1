"""A movement solved, as a value: poses through its keys, and what touches at each."""

from itertools import pairwise

from psoas.figure.contacts import Contact, contacts_of
from psoas.figure.movement import Movement
from psoas.figure.skeleton import Array
from psoas.vocabulary.value import value


@value
class Pose:
    """A solved pose: the hip centre (m), the pelvis's turn as a quaternion w x y z, and all joint angles (degrees)."""

    at: Array
    turn: Array
    angles: Array


@value
class Motion:
    """`poses[i * stride]` is key i; `contacts[i]` is what touches at pose i."""

    movement: Movement
    poses: tuple[Pose, ...]
    contacts: tuple[tuple[Contact, ...], ...]

    @property
    def stride(self) -> int:
        return self.movement.steps + 1


def contacts_along(movement: Movement) -> tuple[tuple[Contact, ...], ...]:
    """What touches at every pose: between two keys, what both have."""
    touching = contacts_of(movement)
    along = [touching[0]]
    for before, after in pairwise(touching):
        shared = tuple(c for c in before if any((c.point, c.surface, c.since) == (d.point, d.surface, d.since) for d in after))
        along += [shared] * movement.steps + [after]
    return tuple(along)
