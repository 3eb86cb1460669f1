"""Weight: where the parts of the body lie, and what gravity asks at each inclination.

    segments   pelvis L5 L4 L3 L2 L1 chest      (7; the legs stand below)
    X_k, Y_k   first mass moment of segment k about its lower joint, with all the mass above put at its upper joint (kg m)
    V(A)     = g sum_k (-X_k sin A_k + Y_k cos A_k)           A: inclination from upright, + forward

Lengths scale with height, masses with mass. The springs are those of the reference body; nobody has published how they grow.
Springs, seat and reach are therefore taken to grow together (as weight times height), and so size turns no angle: the couples
below are the reference body's. `moments_of` alone is true to size; it serves the checks against other programs.
"""

from functools import cache

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.parameters import value_of, values_of

GRAVITY = 9.81
SEGMENTS = 7


def moments_of(bodies: Bodies) -> tuple[Floats, Floats]:
    """X and Y (N x 7, kg m)."""
    height, mass = values_of("body-reference")
    scale = (bodies.height / height) * (bodies.mass / mass)
    forward, up = _reference_moments()
    return np.outer(scale, forward), np.outer(scale, up)


def reach_of(bodies: Bodies) -> Floats:
    """The largest moment that the weight of the trunk can make about the hips (Nm): a couple beyond it is out of reach."""
    return np.full(len(bodies), GRAVITY * _reference_first_moment())


def seat_of(bodies: Bodies) -> tuple[Floats, Floats]:
    """The seat's couple on the pelvis: load on the sit bones (N) times how far behind and below the hips they lie (m)."""
    behind, below, skeleton = values_of("sit-bone")
    height, mass = values_of("body-reference")
    load = np.full(len(bodies), GRAVITY * value_of("sit-bone-load") * mass * height / skeleton)
    return load * behind, load * below


@cache
def segment_places() -> tuple[Floats, Floats]:
    """Centre of mass of each segment from its lower joint, forward and up (m), in the reference body."""
    forward, up = np.array(values_of("joint-steps-forward")), np.array(values_of("joint-steps-up"))
    masses = np.array(values_of("slice-masses"))
    x, y = np.append(forward / 2, 0.0), np.append(up / 2, value_of("chest-mass-height"))
    joints = np.concatenate([[0.0], np.cumsum(forward)])
    leaning = float(masses[:6] @ (joints[:6] + x[:6]))
    x[6] = -leaning / masses[6] - joints[6]
    return x, y


@cache
def _reference_moments() -> tuple[Floats, Floats]:
    forward, up = np.array(values_of("joint-steps-forward")), np.array(values_of("joint-steps-up"))
    masses = np.array(values_of("slice-masses"))
    x, y = segment_places()
    above = np.append(np.cumsum(masses[::-1])[::-1][1:], 0.0)
    return masses * x + above * np.append(forward, 0.0), masses * y + above * np.append(up, 0.0)


@cache
def _reference_first_moment() -> float:
    up = np.concatenate([[0.0], np.cumsum(values_of("joint-steps-up"))])
    return float(np.array(values_of("slice-masses")) @ (up + segment_places()[1]))
