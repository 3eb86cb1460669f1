"""What may not pass through what: the body against the room, and limbs against trunk and each other.

The body is small balls (the points of the body table) for the room, and tapered rods for itself. Depths are in metres,
zero where nothing overlaps.
"""

from functools import cache

import numpy as np

from psoas.figure.skeleton import Array, Placed, body

# rod: frame and place of either end, and its radius (m), a little slimmer than drawn: flesh gives way.
RODS: dict[str, tuple[str, tuple[float, float, float], str, tuple[float, float, float], float]] = {
    "pelvis_r": ("pelvis", (-0.01, -0.02, 0.055), "L3", (0.03, 0, 0.045), 0.095),
    "pelvis_l": ("pelvis", (-0.01, -0.02, -0.055), "L3", (0.03, 0, -0.045), 0.095),
    "chest_r": ("L3", (0.03, 0, 0.045), "T4", (0.025, 0, 0.055), 0.095),
    "chest_l": ("L3", (0.03, 0, -0.045), "T4", (0.025, 0, -0.055), 0.095),
    "head": ("head", (0.01, 0.05, 0), "head", (0.01, 0.11, 0), 0.085),
}
for _s in "rl":
    RODS[f"{_s}_thigh"] = (f"{_s}_thigh", (0, -0.12, 0), f"{_s}_shank", (0, 0, 0), 0.055)
    RODS[f"{_s}_shank"] = (f"{_s}_shank", (0, -0.03, 0), f"{_s}_foot", (0, 0, 0), 0.04)
    RODS[f"{_s}_foot"] = (f"{_s}_foot", (-0.02, -0.045, 0), f"{_s}_toes", (0.03, 0, 0), 0.033)
    RODS[f"{_s}_upper_arm"] = (f"{_s}_upper_arm", (0, -0.16, 0), f"{_s}_forearm", (0, 0, 0), 0.036)
    RODS[f"{_s}_forearm"] = (f"{_s}_forearm", (0, -0.03, 0), f"{_s}_hand", (0, 0, 0), 0.028)
    RODS[f"{_s}_hand"] = (f"{_s}_hand", (0, -0.02, 0), f"{_s}_hand", (0, -0.13, 0), 0.018)

_ARM, _TRUNK, _LEG = (
    ("upper_arm", "forearm", "hand"),
    ("pelvis_r", "pelvis_l", "chest_r", "chest_l"),
    ("thigh", "shank", "foot"),
)


def pairs() -> tuple[tuple[str, str], ...]:
    """The rods that must stay apart: each arm and everything but itself, the legs and each other, thighs and chest."""
    found = [(f"{s}_{arm}", trunk) for s in "rl" for arm in _ARM for trunk in _TRUNK]
    found += [(f"{s}_{arm}", "head") for s in "rl" for arm in ("forearm", "hand")]
    found += [
        (f"{s}_{arm}", f"{t}_{leg}") for s in "rl" for t in "rl" for arm in ("forearm", "hand") for leg in ("thigh", "shank")
    ]
    found += [(f"r_{one}", f"l_{other}") for one in _LEG for other in _LEG]
    found += [(f"r_{one}", f"l_{other}") for one in ("forearm", "hand") for other in ("forearm", "hand")]
    found += [(f"{s}_{leg}", chest) for s in "rl" for leg in ("thigh", "shank") for chest in ("chest_r", "chest_l")]
    return tuple(found)


@cache
def _rod_table() -> tuple[tuple[int, ...], Array, Array, Array, Array]:
    """Frames and places of all rod ends (two a rod), radii, and the two rod indices of each pair."""
    names = [frame.name for frame in body().frames]
    frames = tuple(names.index(name) for rod in RODS.values() for name in (rod[0], rod[2]))
    places = np.array([place for rod in RODS.values() for place in (rod[1], rod[3])], float)
    radii = np.array([rod[4] for rod in RODS.values()])
    order = list(RODS)
    one, other = zip(*((order.index(a), order.index(b)) for a, b in pairs()), strict=True)
    return frames, places, radii, np.array(one), np.array(other)


def self_depths(placed: Placed) -> Array:
    """(B, pairs): how deep the two rods of each pair overlap."""
    frames, places, radii, one, other = _rod_table()
    ends = placed.points(frames, places).reshape(len(placed.origins), -1, 2, 3)
    apart = _distance(ends[:, one, 0], ends[:, one, 1], ends[:, other, 0], ends[:, other, 1])
    return np.asarray(np.maximum(radii[one] + radii[other] - apart, 0))


def _distance(a: Array, b: Array, c: Array, d: Array) -> Array:
    """Between the segments a-b and c-d (nearest points clamped into both)."""
    u, v, w = b - a, d - c, a - c
    uu, uv, vv = _dot(u, u), _dot(u, v), _dot(v, v)
    uw, vw = _dot(u, w), _dot(v, w)
    det = np.maximum(uu * vv - uv * uv, 1e-12)
    s = np.clip((uv * vw - vv * uw) / det, 0, 1)
    t = np.clip((uv * s + vw) / np.maximum(vv, 1e-12), 0, 1)
    s = np.clip((uv * t - uw) / np.maximum(uu, 1e-12), 0, 1)
    apart = w + s[..., None] * u - t[..., None] * v
    return np.asarray(np.sqrt(_dot(apart, apart)))


def _dot(a: Array, b: Array) -> Array:
    return np.asarray(np.einsum("...i,...i->...", a, b))


NEAR = 0.1
"""Balls further than this (m) from a box in the first pose of a batch are left out for it: a batch holds near-equal poses."""


def room_depths(skin: Array, radii: Array, boxes: tuple[tuple[Array, Array], ...], *, near: float = NEAR) -> Array:
    """(B, points): how deep each ball of the skin is in the floor or in the worst box."""
    depth = np.maximum(radii - skin[..., 1], 0)
    for centre, half in boxes:
        close = np.flatnonzero((np.abs(skin[0] - centre) - half < radii[:, None] + near).all(axis=1))
        if len(close):
            depth[:, close] = np.maximum(depth[:, close], radii[close] - _gap(skin[:, close], centre, half))
    return np.asarray(depth)


def _gap(at: Array, centre: Array, half: Array) -> Array:
    """How far outside a box, negative inside."""
    outside = np.abs(at - centre) - half
    beyond = np.maximum(outside, 0)
    return np.asarray(np.sqrt(_dot(beyond, beyond)) + np.minimum(outside.max(axis=-1), 0))
