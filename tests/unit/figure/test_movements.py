"""Every movement keeps the promises of the moving figure: contacts, limits, no limb through anything, both sides.

Solved motions come from the store; the first run after a change solves what changed.
"""

from functools import cache

import numpy as np
import pytest

from psoas.catalogue.catalogue import load
from psoas.figure.collision import pairs, room_depths, self_depths
from psoas.figure.contacts import boxes_of, pins_of, surfaces_of
from psoas.figure.inverse_kinematics import place_all, skin_of
from psoas.figure.motion import Motion
from psoas.figure.motion_store import motion_of
from psoas.figure.movement import movements
from psoas.figure.skeleton import Array, Placed, body

CENTIMETRE = 0.01
PASSING = 2 * CENTIMETRE
"""Contacts stay within a centimetre; nothing passes through anything by more than two."""
HELD = 4 * CENTIMETRE
"""A hand laid on the body or on a rail may miss its place by so much: it hides nothing and carries nothing."""
EVERYWHERE = 9.0
ALL = sorted(movements())


@cache
def solved(name: str) -> tuple[Motion, Placed, dict[str, Array]]:
    motion = motion_of(movements()[name])
    placed = place_all(motion.poses)
    return motion, placed, skin_of(placed)


@pytest.mark.parametrize("name", ALL)
def test_what_touches_stays_on_its_surface(name: str) -> None:
    """A planted foot, knee, hand, seat or back lies within a centimetre of what carries it, at every solved pose."""
    motion, _, skin = solved(name)
    surfaces = surfaces_of(motion.movement)

    for index, contacts in enumerate(motion.contacts):
        for contact in contacts:
            surface = surfaces[contact.surface]
            height = (skin[contact.point][index] - surface.at) @ surface.out - body().points[contact.point].radius

            assert abs(height) < CENTIMETRE, f"{contact.point} at pose {index}: {100 * height:.1f} cm from {contact.surface}"


@pytest.mark.parametrize("name", ALL)
def test_what_is_planted_does_not_slide(name: str) -> None:
    """From being set down to being lifted, a planted point moves less than a centimetre."""
    motion, _, skin = solved(name)
    stood: dict[tuple[str, int], Array] = {}

    for index, contacts in enumerate(motion.contacts):
        for contact in (each for each in contacts if not each.slides):
            here = skin[contact.point][index]
            slid = float(np.linalg.norm(here - stood.setdefault((contact.point, contact.since), here)))

            assert slid < CENTIMETRE, f"{contact.point} at pose {index}: {100 * slid:.1f} cm"


@pytest.mark.parametrize("name", ALL)
def test_joints_stay_within_their_limits(name: str) -> None:
    """No joint of any pose goes beyond what the body table allows."""
    motion, _, _ = solved(name)
    angles = np.array([pose.angles for pose in motion.poses])

    assert (angles >= body().low - 0.1).all()
    assert (angles <= body().high + 0.1).all()


@pytest.mark.parametrize("name", ALL)
def test_no_limb_passes_through_floor_or_prop(name: str) -> None:
    """Skin may press two centimetres into a cushion; no more into anything."""
    motion, _, skin = solved(name)
    radii = np.array([point.radius for point in body().points.values()])
    depths = room_depths(np.stack(list(skin.values()), axis=1), radii, boxes_of(motion.movement), near=EVERYWHERE)
    pose, point = np.unravel_index(depths.argmax(), depths.shape)

    assert depths.max() < PASSING, f"{list(body().points)[point]} at pose {pose}: {100 * depths.max():.1f} cm"


@pytest.mark.parametrize("name", ALL)
def test_no_limb_passes_through_the_body(name: str) -> None:
    """Arms stay out of trunk and legs, legs out of each other."""
    _, placed, _ = solved(name)
    depths = self_depths(placed)
    pose, pair = np.unravel_index(depths.argmax(), depths.shape)

    assert depths.max() < PASSING, f"{pairs()[pair]} at pose {pose}: {100 * depths.max():.1f} cm"


@pytest.mark.parametrize("name", ALL)
def test_hands_are_where_they_are_said_to_be(name: str) -> None:
    """What a key says is held or reached is held or reached."""
    motion, _, skin = solved(name)

    for number, key in enumerate(motion.movement.keys):
        for pin in pins_of(key):
            index = number * motion.stride
            goal = skin[pin.to][index] if pin.to else pin.at
            miss = float(np.linalg.norm(skin[pin.point][index] - goal))

            assert miss < HELD, f"{pin.point} at {key.name}: {100 * miss:.1f} cm"


CLOSED = [name for name in ALL if movements()[name].keys[-1].name == "again"]


@pytest.mark.parametrize("name", CLOSED)
def test_a_round_ends_where_it_began(name: str) -> None:
    """Walking, cycling and circles go round without a jump: the last pose is the first, one stride further on."""
    motion, _, _ = solved(name)
    first, end = motion.poses[0], motion.poses[-1]
    stride = np.array([motion.movement.travel[0], 0, motion.movement.travel[1]])

    assert np.abs(end.at - first.at - stride).max() < CENTIMETRE
    assert np.abs(end.angles - first.angles).max() < 4


def test_every_exercise_and_test_has_a_figure() -> None:
    """People look before they read: no row goes without."""
    catalogue = load()

    assert set(catalogue.exercises) | set(catalogue.tests) <= set(movements())


def test_a_movement_has_sides_where_its_row_has_sides() -> None:
    """A row done on each side is shown on each side, by mirroring; a row for both is never mirrored."""
    catalogue = load()
    rows = {**catalogue.exercises, **catalogue.tests}
    wrong = [name for name, row in rows.items() if (row.sides == "both") != (movements()[name].side == "both")]

    assert wrong == []
