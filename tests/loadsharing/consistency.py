"""Rows C1-C4, C7: does the code say what its sources say, and do its derivatives and its solver hold?
S1-S3: are the signs right?"""

from dataclasses import replace

import numpy as np

from loadsharing import reversals
from loadsharing.constrained import hold_chest, settle_constrained, start_at
from loadsharing.crowd import random_bodies, random_trunks, reference_bodies
from loadsharing.energy import energy
from loadsharing.row import Found, Row, judge
from psoas.mechanics.balance import SOLVED, UNSETTLED, settle_at_angle, settle_under_couple
from psoas.mechanics.bodies import Bodies, Floats, moved_hips, scaled_lumbar
from psoas.mechanics.chain import Chain, chain_of, hessian, level_moment, residual
from psoas.mechanics.hip import RADIAN
from psoas.mechanics.kernel import settle_population
from psoas.mechanics.parameters import value_of, values_of
from psoas.mechanics.posture import Posture
from psoas.mechanics.tasks import SEATED
from psoas.mechanics.weight import reach_of

PEOPLE = 20_000
SEED = 1999
EFFORT = 20.0
"""W, Nm x radian: no published value was found; the sign is what is checked."""
CHECK_POINTS = ((0, 0, 8.58), (60, 0, -15.7), (90, 0, -51.4), (90, 90, 0.3), (-20, 0, 25.4))
STANDING = Posture()


def consistency_rows() -> tuple[Row, ...]:
    """In the order of the table."""
    return (
        _row("C1", "Each level at 10 Nm, both ways", "Yamamoto", "0.3°*", "specimens, no neutral stiffness", _at_10()),
        _row("C2", "Secant stiffness at 4.7, 68.6 Nm", "0.9, 5.5 Nm/°", "0.2, 1.0*", "all levels, both ways", _secants()),
        _row(
            "C3",
            "Follower load: neutral stiffness, range",
            "x2, -25 %",
            "0.3, 5 points*",
            "8 Nm flexion, 6 Nm extension",
            _follower(),
        ),
        _row("C4", "Hip moment at five points", "8.58 -15.7 -51.4 0.3 25.4", "0.05 Nm", "no end stop", _hip_points()),
        _row("C7", "Gradient, Hessian; all settle", "0; 100 %", "1e-5", f"{PEOPLE:,} random people", _derivatives()),
    )


def sign_rows(people: int) -> tuple[Row, ...]:
    """S1-S3 with the fitted stiffness, S4 with so many random people."""
    crowd = reversals.found(people)
    return (
        _row("S1", "Same effort, hip +10°: hip up, lumbar the same", "0", "0.1°", "trunk 90°", _same_effort()),
        _row(
            "S2",
            "Level fused, lumbar stiffer: hip up; load: lumbar up",
            "sign",
            "",
            "trunk 90°; effort weighed, 15 kg",
            _signs(),
        ),
        _row("S3", "Stiffer hip: lumbar up, bending and sitting", "sign", "", "every hip range 10° less", _stiffer_hip()),
        _row(
            "S4",
            "The same in random people",
            "0 reversals",
            "0",
            f"{people:,} people{reversals.INPUTS}",
            crowd,
        ),
    )


def solve_level(moment: float, *, flexion: Floats, extension: Floats, neutral: float) -> Floats:
    """The rotation of each level under a couple, by halving."""
    low, high = np.full(5, -60.0), np.full(5, 60.0)
    for _ in range(80):
        middle = (low + high) / 2
        held = neutral * middle + level_moment() * (np.exp(middle / (0.37 * flexion)) - np.exp(-middle / (0.37 * extension)))
        low, high = np.where(held < moment, middle, low), np.where(held < moment, high, middle)
    angles: Floats = (low + high) / 2
    return angles


def _specimens(moment: float, neutral: float) -> Floats:
    flexion, extension = np.array(values_of("specimen-flexion")), np.array(values_of("specimen-extension"))
    return solve_level(moment, flexion=flexion, extension=extension, neutral=neutral)


def _at_10() -> Found:
    flexed, extended = _specimens(10, 0), -_specimens(-10, 0)
    published = (*values_of("specimen-flexion"), *values_of("specimen-extension"))
    return judge(*((float(angle), aim, 0.3) for angle, aim in zip((*flexed, *extended), published, strict=True)), unit="°")


def _secants() -> Found:
    pooled = [moment / np.mean([*_specimens(moment, 0), *-_specimens(-moment, 0)]) for moment in (4.7, 68.6)]
    return judge((float(pooled[0]), 0.9, 0.2), (float(pooled[1]), 5.5, 1.0), unit=" Nm/°", digits=2)


def _follower() -> Found:
    loaded = value_of("neutral-stiffness-untuned")
    free = level_moment() * (
        1 / (0.37 * np.array(values_of("specimen-flexion"))) + 1 / (0.37 * np.array(values_of("specimen-extension")))
    )
    ranges = [float((_specimens(8, neutral) - _specimens(-6, neutral)).sum()) for neutral in (0.0, loaded)]
    return judge(
        (float((free.mean() + loaded) / free.mean()), 2.0, 0.3), (100 * (ranges[1] / ranges[0] - 1), -25, 5), digits=2
    )


def _hip_points() -> Found:
    moments = [float(riener_moment(np.array(hip), np.array(knee))) for hip, knee, _ in CHECK_POINTS]
    return judge(
        *((moment, aim, 0.05) for moment, (_, _, aim) in zip(moments, CHECK_POINTS, strict=True)), unit=" Nm", digits=2
    )


def _derivatives() -> Found:
    """Finite differences of energy and gradient, relative to the size of what is compared; then how many people settle."""
    rng = np.random.default_rng(SEED)
    bodies, trunks = random_bodies(rng, PEOPLE), random_trunks(rng, PEOPLE)
    outcome = settle_population(chain_of(bodies, STANDING), trunks, reach=reach_of(bodies)).outcome
    few = 200
    some = random_bodies(rng, few)
    chain = chain_of(some, Posture(thighs=(20.0, 20.0), knees=(30.0, 30.0), seat=True, gravity=0.05))
    gradient, curvature = difference_errors(chain, rng.uniform(-5, 25, (few, 6)), np.full(few, 40.0))
    settled = 100 * float((outcome != UNSETTLED).mean())
    reached = 100 * float((outcome == SOLVED).mean())
    says = f"{gradient:.0e}, {curvature:.0e} Nm; {settled:g} % ({reached:.2f} % at rest, the others told out of reach)"
    return Found(says=says, passes=gradient < 1e-5 and curvature < 1e-5 and settled == 100)


def difference_errors(chain: Chain, x: Floats, chest: Floats) -> tuple[float, float]:
    """Largest error of gradient and Hessian against central differences, in parts of the largest entry."""
    step = 1e-4
    gradient = residual(chain, x, chest, None)
    diagonal, beside = hessian(chain, x, chest, None)
    errors = np.zeros(2)
    for k in range(6):
        ahead, behind = x.copy(), x.copy()
        ahead[:, k] += step
        behind[:, k] -= step
        slope = (energy(chain, ahead, chest, None) - energy(chain, behind, chest, None)) / (2 * step * RADIAN)
        bend = (residual(chain, ahead, chest, None) - residual(chain, behind, chest, None)) / (2 * step)
        column = np.zeros_like(x)
        column[:, k] = diagonal[:, k]
        if k < 5:
            column[:, k + 1] = beside[:, k]
        if k > 0:
            column[:, k - 1] = beside[:, k - 1]
        size = np.abs(gradient).max(axis=1) + 1, np.abs(diagonal).max(axis=1, keepdims=True)
        errors = np.maximum(
            errors, [np.max(np.abs(slope - gradient[:, k]) / size[0]), np.max(np.abs(bend - column) / size[1])]
        )
    return float(errors[0]), float(errors[1])


def _same_effort() -> Found:
    now, freer = reference_bodies(1), moved_hips(reference_bodies(1), 10)
    rest = settle_at_angle(chain_of(now, STANDING), np.array([90.0]), reach=reach_of(now))
    then = settle_under_couple(chain_of(freer, STANDING), rest.couple, start=rest.angles, reach=reach_of(freer))
    hip = float(then.angles[0, 0] - rest.angles[0, 0])
    lumbar = float((then.angles[0, 6] - then.angles[0, 0]) - (rest.angles[0, 6] - rest.angles[0, 0]))
    return Found(says=f"hip {hip:+.2f}°, lumbar {lumbar:+.4f}°", passes=hip > 0 and abs(lumbar) <= 0.1)


def _signs() -> Found:
    now = reference_bodies(1)
    fused = replace(now, fused=np.array([[True, True, False, False, False, False]]))
    stiffer = scaled_lumbar(now, np.array([0.8]))
    rises = [pelvis(changed, STANDING, 90) - pelvis(now, STANDING, 90) for changed in (fused, stiffer)]
    rises.append(_loaded(0.0) - _loaded(15.0))
    says = f"hip {rises[0]:+.1f}° (L4-S1 fused), {rises[1]:+.1f}° (lumbar range 0.8); lumbar {rises[2]:+.1f}° (loaded)"
    return Found(says=says, passes=min(rises) > 0)


def _loaded(load: float) -> float:
    """Pelvic tilt with muscle effort weighed and so many kilograms at the shoulders."""
    bodies, chest = reference_bodies(1), np.array([90.0])
    chain = chain_of(bodies, STANDING)
    start, held = start_at(chain, chest), hold_chest(chest)
    rest, _ = settle_constrained(chain, bodies, held, start=start, effort=EFFORT, load=np.array([load]))
    return float(rest.angles[0, 0])


def _stiffer_hip() -> Found:
    now, stiff = reference_bodies(1), moved_hips(reference_bodies(1), -10)
    asked = [(STANDING, float(chest)) for chest in (10, 30, 60, 90)] + [(SEATED, 0.0)]
    rises = [pelvis(now, posture, chest) - pelvis(stiff, posture, chest) for posture, chest in asked]
    bends = ", ".join(f"{rise:+.1f}° at {chest:g}°" for rise, (_, chest) in zip(rises[:-1], asked, strict=False))
    return Found(says=f"lumbar {bends} of bending, {rises[-1]:+.1f}° sitting", passes=min(rises) > 0)


def pelvis(bodies: Bodies, posture: Posture, chest: float) -> float:
    """Pelvic tilt of the first body at rest."""
    rest = settle_at_angle(chain_of(bodies, posture), np.full(len(bodies), chest), reach=reach_of(bodies))
    return float(rest.angles[0, 0])


def _row(name: str, title: str, target: str, tolerance: str, inputs: str, found: Found) -> Row:  # noqa: PLR0917  # a line of a table
    return Row(id=name, title=title, target=target, tolerance=tolerance, inputs=inputs, found={"fitted": found})


def riener_moment(hip: Floats, knee: Floats) -> Floats:
    """Passive moment of one hip (Nm, + = toward flexion) as published, without end stop; degrees."""
    c0, c1, c2 = values_of("hip-extension-limb")
    d0, d1, d2 = values_of("hip-hamstring-limb")
    result: Floats = np.exp(c0 + c1 * knee + c2 * hip) - np.exp(d0 + d1 * knee + d2 * hip) + value_of("hip-offset")
    return result
