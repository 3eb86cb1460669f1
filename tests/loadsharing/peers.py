"""Rows C5 and C6: the same chain built again in MuJoCo and in OpenSim, whose forces we did not write.

Both programs hold the bodies as a tree of hinges and work out the weight themselves; the springs enter as forces of each
hinge. The peer's own total of forces is driven to zero by SciPy, and the angles are compared. Neither program is needed to run
Psoas; a row whose program is not installed says so.
"""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.optimize import root

from loadsharing.crowd import random_bodies, random_trunks
from loadsharing.row import Found, Row
from psoas.mechanics.balance import settle_at_angle
from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.chain import Chain, chain_of, level_moment, rows_of
from psoas.mechanics.hip import RADIAN
from psoas.mechanics.parameters import values_of
from psoas.mechanics.posture import Posture
from psoas.mechanics.weight import GRAVITY, moments_of, reach_of, segment_places

Forces = Callable[[Floats], Floats]
"""Joint angles (7, radians) to the force left over at each hinge (7, Nm)."""
PEOPLE, POSES, SEED = 50, 200, 2392
ANGLE, MOMENT = 1e-5, 1e-9


def peer_rows() -> tuple[Row, ...]:
    """MuJoCo for moments and rest, OpenSim for rest."""
    here = find_spec("mujoco") is not None
    moments = _moments() if here else Found(says="skipped: MuJoCo is not installed", passes=None)
    return (
        Row(id="C5", title="Gravity moments against MuJoCo", target="equal", tolerance="1e-9 Nm", inputs=f"{POSES} poses",
            found={"fitted": moments}),
        _rest_row("MuJoCo", "mujoco", mujoco_forces),
        _rest_row("OpenSim", "opensim", opensim_forces),
    )  # fmt: skip


def _rest_row(name: str, module: str, forces: Callable[[Chain, Bodies, float], Forces]) -> Row:
    found = _rests(forces) if find_spec(module) else Found(says=f"skipped: {name} is not installed", passes=None)
    inputs = f"{PEOPLE} persons, gravity 0 and 0.05"
    return Row(
        id="C6", title=f"Rest against {name}", target="equal", tolerance="1e-5°", inputs=inputs, found={"fitted": found}
    )


def _moments() -> Found:
    rng = np.random.default_rng(SEED)
    bodies = random_bodies(rng, POSES)
    turns = rng.uniform(-0.6, 0.9, (POSES, 7))
    forward, up = moments_of(bodies)
    tilt = np.cumsum(turns, axis=1)
    parts = -GRAVITY * (forward * np.cos(tilt) + up * np.sin(tilt))
    ours = np.cumsum(parts[:, ::-1], axis=1)[:, ::-1]
    theirs = np.array([mujoco_weight(row_of(bodies, k), turns[k]) for k in range(POSES)])
    worst = float(np.abs(ours - theirs).max())
    return Found(says=f"{worst:.0e} Nm", passes=worst <= MOMENT)


def _rests(forces: Callable[[Chain, Bodies, float], Forces]) -> Found:
    worst = max(compare_rests(forces, gravity, PEOPLE) for gravity in (0.0, 0.05))
    return Found(says=f"{worst:.0e}°", passes=worst <= ANGLE)


def compare_rests(forces: Callable[[Chain, Bodies, float], Forces], gravity: float, count: int) -> float:
    """The largest difference in any inclination (degrees)."""
    rng = np.random.default_rng(SEED)
    bodies, trunks = random_bodies(rng, count), random_trunks(rng, count)
    chain = chain_of(bodies, Posture(gravity=gravity))
    rest = settle_at_angle(chain, trunks, reach=reach_of(bodies))
    worst = 0.0
    for k in np.flatnonzero(rest.solved):
        one = forces(rows_of(chain, np.array([k])), row_of(bodies, int(k)), gravity)
        worst = max(worst, float(np.abs(peer_rest(one, trunks[k], rest.angles[k]) - rest.angles[k]).max()))
    return worst


def peer_rest(forces: Forces, trunk: float, near: Floats) -> Floats:
    """The inclinations (degrees) at which the peer's forces vanish, the chest held at `trunk`."""

    def left(joints: Floats) -> Floats:
        total = forces(np.append(joints, trunk * RADIAN - joints.sum()))
        rest: Floats = total[:6] - total[6]
        return rest

    start = np.diff(near, prepend=0.0)[:6] * RADIAN
    found = root(left, start + 0.02, method="hybr", tol=1e-13)
    joints = np.append(found.x, trunk * RADIAN - found.x.sum())
    inclinations: Floats = np.cumsum(joints) / RADIAN
    return inclinations


def row_of(bodies: Bodies, k: int) -> Bodies:
    """One body."""
    return Bodies(**{name: column[k : k + 1] for name, column in vars(bodies).items()})


def joint_moments(chain: Chain, joints: Floats) -> Floats:
    """What the springs of one body set against these joint angles (7, radians in, Nm out)."""
    bend = joints / RADIAN
    hip = float((chain.hip_size[0] * np.exp(chain.hip_rate[0] * bend[0])).sum() + chain.hip_constant[0])
    level = bend[1:6]
    pull = np.exp(level * chain.flexion[0]) - np.exp(-level * chain.extension[0])
    return np.array([hip, *(chain.linear[0] * level + level_moment() * pull), chain.top[0] * bend[6]])


def tree_of(bodies: Bodies) -> list[tuple[float, float, float, float, float]]:
    """Mass, place of the centre of mass, and step to the next joint (kg, m) of each segment of one body."""
    height, mass = values_of("body-reference")
    tall, heavy = float(bodies.height[0]) / height, float(bodies.mass[0]) / mass
    x, y = segment_places()
    forward = (*values_of("joint-steps-forward"), 0.0)
    up = (*values_of("joint-steps-up"), 0.0)
    rows = zip(values_of("slice-masses"), x.tolist(), y.tolist(), forward, up, strict=True)
    return [(m * heavy, cx * tall, cy * tall, dx * tall, dy * tall) for m, cx, cy, dx, dy in rows]


def mujoco_model(bodies: Bodies, gravity: float) -> tuple[Any, Any]:
    """One body as a MuJoCo model and its data."""
    import mujoco  # noqa: PLC0415  # only when its row is asked for

    steps, inner = [(0.0, 0.0), *((dx, dy) for _, _, _, dx, dy in tree_of(bodies))], ""
    for (mass, x, y, _, _), (forward, up) in reversed(list(zip(tree_of(bodies), steps, strict=False))):
        inner = (
            f'<body pos="{forward!r} 0 {up!r}"><joint type="hinge" axis="0 1 0"/>'
            f'<inertial pos="{x!r} 0 {y!r}" mass="{mass!r}" diaginertia="0.1 0.1 0.1"/>{inner}</body>'
        )
    text = f'<mujoco><option gravity="0 0 {-GRAVITY * gravity}"/><worldbody>{inner}</worldbody></mujoco>'
    model = mujoco.MjModel.from_xml_string(text)
    return model, mujoco.MjData(model)


def mujoco_weight(bodies: Bodies, joints: Floats) -> Floats:
    """What each hinge must hold against full gravity."""
    import mujoco  # noqa: PLC0415  # only when its row is asked for

    model, data = mujoco_model(bodies, 1.0)
    data.qpos[:] = joints
    mujoco.mj_forward(model, data)
    return np.array(data.qfrc_bias)


def mujoco_forces(chain: Chain, bodies: Bodies, gravity: float) -> Forces:
    """Springs given to MuJoCo as forces of its hinges; its own sum of everything comes back."""
    import mujoco  # noqa: PLC0415  # only when its row is asked for

    model, data = mujoco_model(bodies, gravity)
    tangent = _tangent(bodies, gravity)

    def left(joints: Floats) -> Floats:
        data.qpos[:] = joints
        data.qfrc_applied[:] = -joint_moments(chain, joints) - tangent
        mujoco.mj_forward(model, data)
        return np.array(data.qfrc_bias - data.qfrc_applied - data.qfrc_passive)

    return left


def opensim_forces(chain: Chain, bodies: Bodies, gravity: float) -> Forces:
    """Springs given to OpenSim as expressions of its coordinates; its inverse dynamics sums everything."""
    import opensim  # noqa: PLC0415  # an extra: only when its row is asked for

    opensim.Logger.setLevelString("error")
    model, still = opensim.Model(), opensim.Vec3(0)
    model.setGravity(opensim.Vec3(0, -GRAVITY * gravity, 0))
    parent, step = model.getGround(), (0.0, 0.0)
    expressions = _expressions(chain, _tangent(bodies, gravity))
    for k, (mass, x, y, dx, dy) in enumerate(tree_of(bodies)):
        body = opensim.Body(f"b{k}", mass, opensim.Vec3(x, y, 0), opensim.Inertia(0.1, 0.1, 0.1))
        joint = opensim.PinJoint(f"j{k}", parent, opensim.Vec3(*step, 0), still, body, still, still)
        joint.updCoordinate().setName(f"q{k}")
        model.addBody(body)
        model.addJoint(joint)
        model.addForce(opensim.ExpressionBasedCoordinateForce(f"q{k}", expressions[k]))
        parent, step = body, (dx, dy)
    state = model.initSystem()
    solver = opensim.InverseDynamicsSolver(model)
    order = [model.getCoordinateSet().get(f"q{k}") for k in range(7)]

    def left(joints: Floats) -> Floats:
        # OpenSim turns counter-clockwise about its z axis, which is backwards here.
        for coordinate, angle in zip(order, joints, strict=True):
            coordinate.setValue(state, float(-angle), False)
        model.realizeDynamics(state)
        needed = solver.solve(state, opensim.Vector(7, 0.0))
        return -np.array([needed[k] for k in range(7)])

    return left


def _tangent(bodies: Bodies, gravity: float) -> Floats:
    """The constant moments that muscle gives in standing, hinge by hinge."""
    forward, _ = moments_of(bodies)
    per_segment = GRAVITY * gravity * forward[0]
    held: Floats = np.cumsum(per_segment[::-1])[::-1]
    return held


def _expressions(chain: Chain, tangent: Floats) -> list[str]:
    """Each hinge's force in OpenSim's own language, for an angle q that counts backwards in radians."""
    hip = "+".join(
        f"({size!r})*exp(({-rate / RADIAN!r})*q)"
        for size, rate in zip(chain.hip_size[0].tolist(), chain.hip_rate[0].tolist(), strict=True)
    )
    rows = zip(
        chain.linear[0].tolist(), chain.flexion[0].tolist(), chain.extension[0].tolist(), tangent.tolist()[1:6], strict=True
    )
    m = level_moment()
    levels = [
        f"({-linear / RADIAN!r})*q+({m!r})*(exp(({-forward / RADIAN!r})*q)-exp(({back / RADIAN!r})*q))+({held!r})"
        for linear, forward, back, held in rows
    ]
    top = f"({-float(chain.top[0]) / RADIAN!r})*q+({float(tangent[6])!r})"
    return [f"{hip}+({float(chain.hip_constant[0] + tangent[0])!r})", *levels, top]
