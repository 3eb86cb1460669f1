"""A person's own full bend: what was read there is what the model then gives there.

A full bend is posed at a fixed effort: everybody bends until hips and lumbar spine carry about the couple that the reference
body carries in its own full bend. Under that couple
    the hips must stand where the sacrum stood       -> how far the hamstrings are moved
    the levels must add up to chest minus sacrum     -> how wide the whole lumbar spine is, T12-L1 included
and as springs in a row carry one couple, the chain held at the chest's angle comes to rest exactly there. Asked for more, the
lumbar spine goes no further than was read.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats, pick_rows, put_rows, scaled_lumbar
from psoas.mechanics.chain import Chain, Levels, chain_of, hip_couple, level_moment, levels_of
from psoas.mechanics.posture import Posture

STANDING = Posture()
ROUNDS, SCALINGS = 60, 6
NEAR = 1e-12
"""Degrees: a level has come to rest."""
FARTHEST = 150.0
"""Degrees that hamstrings may be moved."""
LEAST = 0.1
"""Nm: a full bend carries something."""
SCALES = (0.02, 10.0)
BACK = slice(2, 4)
"""The limbs of the hip that are hamstrings."""


@dataclass(frozen=True, kw_only=True)
class FullBend:
    """Degrees and Nm (N each); NaN where nobody measured. `pelvis` is known only together with `lumbar`."""

    lumbar: Floats
    pelvis: Floats
    effort: Floats
    asked: Floats
    """The standing bend that is asked for now; NaN for every other movement."""


def hold_to(bodies: Bodies, bend: FullBend) -> Bodies:
    """The same bodies, moved and scaled until their full bend is the one that was measured."""
    measured = np.flatnonzero(~np.isnan(bend.lumbar))
    if not measured.size:
        return bodies
    part = pick_rows(bodies, measured)
    lumbar, effort = bend.lumbar[measured], bend.effort[measured]
    pelvis = _further(part, bend.pelvis[measured], lumbar, effort, bend.asked[measured])
    part, effort = move_hamstrings(part, pelvis, lumbar, effort)
    part = scaled_lumbar(part, lumbar_scale(part, lumbar, effort))
    return put_rows(bodies, part, measured)


def _further(bodies: Bodies, pelvis: Floats, lumbar: Floats, effort: Floats, asked: Floats) -> Floats:
    """Where the sacrum stands in the full bend, if the bend asked for goes further than the one that was read.

    No bend takes the lumbar spine further than it went: the hips do the rest, and so are freer than was thought.
    """
    rest = np.nan_to_num(asked - lumbar)
    needed = hip_couple(chain_of(bodies, STANDING, chest=np.nan_to_num(asked)), rest)
    beyond = np.where(np.isnan(pelvis), needed > effort, rest > pelvis) & ~np.isnan(asked)
    return np.where(beyond, rest, pelvis)


def move_hamstrings(bodies: Bodies, pelvis: Floats, lumbar: Floats, effort: Floats) -> tuple[Bodies, Floats]:
    """Hamstrings moved so that the hips carry the effort at this pelvis, and what they then carry.

    Where no move can do it (another limb carries more by itself) the effort is what the hips carry at the nearest move.
    """
    known = np.flatnonzero(~np.isnan(pelvis))
    if not known.size:
        return bodies, effort
    part, tilt, carried = pick_rows(bodies, known), pelvis[known], effort.copy()
    chest = tilt + lumbar[known]
    chain = chain_of(part, STANDING, chest=chest)
    shift = _shift(chain, tilt, effort[known] - hip_couple(chain, tilt))
    part = replace(part, shift_hamstrings=part.shift_hamstrings + shift)
    carried[known] = np.maximum(hip_couple(chain_of(part, STANDING, chest=chest), tilt), LEAST)
    return put_rows(bodies, part, known), carried


def _shift(chain: Chain, pelvis: Floats, missing: Floats) -> Floats:
    """How far hamstrings must be moved to carry so much more (Nm) at this pelvis: Newton from where the curve is steep.

    sum_i a_i (exp(-r_i shift) - 1) = missing       a_i = what limb i carries at this pelvis, from its own standing
    """
    rate = chain.hip_rate[:, BACK]
    carries = np.maximum(chain.hip_size[:, BACK] * np.expm1(rate * pelvis[:, None]), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        alone = np.where(carries > 0, np.log1p(np.maximum(missing, 0.0)[:, None] / carries) / rate, FARTHEST)
    tighter = np.minimum(alone.min(axis=1), FARTHEST)
    moving = np.ones(len(pelvis), dtype=np.bool_)
    for _ in range(ROUNDS):
        grown = carries * np.exp(rate * tighter[:, None])
        step = ((grown - carries).sum(axis=1) - missing) / np.maximum((rate * grown).sum(axis=1), LEAST * NEAR)
        moving &= np.abs(step) >= NEAR
        if not moving.any():
            break
        tighter = np.where(moving, np.maximum(tighter - step, -FARTHEST), tighter)
    shift: Floats = -tighter
    return shift


def lumbar_scale(bodies: Bodies, lumbar: Floats, effort: Floats) -> Floats:
    """How many times as wide the lumbar spine must be to turn so far under this couple.

    Without fusion the turn is in proportion to the width; a fused level is not, so there it is found step by step.
    """
    scale = _nearer(bodies, np.ones(len(bodies)), lumbar, effort)
    fused = np.flatnonzero(bodies.fused.any(axis=1))
    part = pick_rows(bodies, fused)
    for _ in range(SCALINGS if fused.size else 0):
        scale[fused] = _nearer(part, scale[fused], lumbar[fused], effort[fused])
    return np.where(bodies.fused.all(axis=1), 1.0, scale)


def _nearer(bodies: Bodies, scale: Floats, lumbar: Floats, effort: Floats) -> Floats:
    """The width at which what is not fused makes up for what is."""
    turned = turns_under(levels_of(scaled_lumbar(bodies, scale)), effort)
    stuck = np.where(bodies.fused, turned, 0.0).sum(axis=1)
    free = np.maximum(turned.sum(axis=1) - stuck, LEAST * NEAR)
    nearer: Floats = np.clip(scale * (lumbar - stuck) / free, *SCALES)
    return nearer


def turns_under(levels: Levels, couple: Floats) -> Floats:
    """How far each level turns under a couple (N x 6, degrees): Newton from the side where the curve is steep.

    A row that has come to rest stays, so that nobody's answer depends on who stands beside them.
    """
    moment = level_moment()
    held = couple[:, None]
    turn, moving = np.log1p(np.maximum(held, 0.0) / moment) / levels.flexion, np.ones((len(couple), 1), dtype=np.bool_)
    for _ in range(ROUNDS):
        flexed, extended = moment * np.exp(turn * levels.flexion), moment * np.exp(-turn * levels.extension)
        slope = levels.linear + flexed * levels.flexion + extended * levels.extension
        step = (levels.linear * turn + flexed - extended - held) / slope
        moving &= np.abs(step).max(axis=1, keepdims=True) >= NEAR
        if not moving.any():
            break
        turn = np.where(moving, np.maximum(turn - step, 0.0), turn)
    return np.column_stack([turn, couple / levels.top])
