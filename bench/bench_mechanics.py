"""Load sharing: solves a second on one core beside SciPy root with the analytic Jacobian, MuJoCo and OpenSim.

Then a whole table, Parquet in and out: people a second on all cores.
"""

import contextlib
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import numpy as np
from loadsharing.constrained import hold_chest, settle_constrained, start_at
from loadsharing.crowd import random_bodies, random_trunks
from loadsharing.peers import mujoco_forces, opensim_forces, peer_rest, row_of
from scipy.optimize import root

from psoas.mechanics.bodies import Floats
from psoas.mechanics.chain import Chain, chain_of, hessian, residual, rows_of
from psoas.mechanics.kernel import settle_population
from psoas.mechanics.posture import Posture
from psoas.mechanics.weight import reach_of

PEOPLE, FEW, REPEATS = 64_000, 100, 5
SEED = 7
TABLE = 500_000
COLUMNS = {"straight_leg_raise": (40, 100), "hip_flexion": (90, 140), "lumbar_flexion": (30, 75), "trunk": (20, 100)}


def run() -> dict[str, str]:
    """Every solver on the same people; the peers on the first hundred of them, from a start as rough as ours."""
    rng = np.random.default_rng(SEED)
    bodies, trunks = random_bodies(rng, PEOPLE), random_trunks(rng, PEOPLE)
    chain, reach = chain_of(bodies, Posture()), reach_of(bodies)
    start = start_at(chain, trunks)
    lanes, swift = _best(lambda: settle_population(chain, trunks, reach=reach))
    general, dense = _best(lambda: settle_constrained(chain, bodies, hold_chest(trunks), start=start)[0])
    picked = np.flatnonzero(lanes.solved)[:FEW]
    ours = lanes.angles[picked]
    figures = {
        "tridiagonal, compiled": _rate(PEOPLE, swift),
        "general (KKT), compiled": _rate(PEOPLE, dense),
        "general against tridiagonal, largest difference": f"{np.abs(general.angles - lanes.angles)[lanes.solved].max():.0e}°",
        "settled or told out of reach": f"{100 * np.mean(lanes.outcome < 2):g} %",
    }
    figures |= _peer(
        "SciPy root, analytic Jacobian", lambda k: _scipy_rest(rows_of(chain, np.array([k])), trunks[k]), picked, ours
    )
    for name, module, forces in (("MuJoCo", "mujoco", mujoco_forces), ("OpenSim", "opensim", opensim_forces)):
        if find_spec(module) is None:
            figures[name] = "skipped: not installed"
            continue
        made = {k: forces(rows_of(chain, np.array([k])), row_of(bodies, k), 0.0) for k in picked.tolist()}
        near = {k: start[k] for k in made}
        figures |= _peer(f"{name} forces, SciPy root", _solver(made, trunks, near), picked, ours)
    if find_spec("duckdb") and find_spec("pyarrow"):
        figures |= _whole_table(TABLE)
    return figures


def _whole_table(bodies: int) -> dict[str, str]:
    """Wall time of `psoas share --table` without its start, after one run that compiles."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    from psoas.cli.share_engine import share_locally

    rng = np.random.default_rng(SEED)
    columns = {name: rng.uniform(low, high, bodies) for name, (low, high) in COLUMNS.items()}
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        source, out = Path(folder) / "people.parquet", Path(folder) / "shares.parquet"
        write_table(pa.table({name: column[:1_000] for name, column in columns.items()}), source)
        share_locally(source, out, ".parquet", "forward-bend", None)
        write_table(pa.table(columns), source)
        begun = time.perf_counter()
        share_locally(source, out, ".parquet", "forward-bend", None)
        spent = time.perf_counter() - begun
    return {f"table of {bodies:,}, Parquet, {os.cpu_count()} cores, wall time": _rate(bodies, spent)}


def _solver(made: dict[int, Callable[[Floats], Floats]], trunks: Floats, near: dict[int, Floats]) -> Callable[[int], Floats]:
    return lambda k: peer_rest(made[k], trunks[k], near[k])


def _peer(name: str, solve: Callable[[int], Floats], picked: np.typing.NDArray[np.int64], ours: Floats) -> dict[str, str]:
    begun = time.process_time()
    theirs = np.array([solve(int(k)) for k in picked])
    spent = time.process_time() - begun
    missed = int(np.isnan(theirs).any(axis=1).sum())
    apart = f"{np.nanmax(np.abs(theirs - ours)):.0e}°" + (
        f" ({missed} of {len(picked)} found no rest at all)" if missed else ""
    )
    return {name: _rate(len(picked), spent), f"{name}: largest difference": apart}


def _scipy_rest(chain: Chain, trunk: float) -> Floats:
    chest = np.array([trunk])

    def slope(x: Floats) -> Floats:
        return residual(chain, x[None], chest, None)[0]

    def curve(x: Floats) -> Floats:
        diagonal, beside = hessian(chain, x[None], chest, None)
        return np.diag(diagonal[0]) + np.diag(beside[0], 1) + np.diag(beside[0], -1)

    found = root(slope, start_at(chain, chest)[0, :6], jac=curve, tol=1e-12)
    return np.append(found.x, trunk) if np.abs(slope(found.x)).max() < 1e-6 else np.full(7, np.nan)


def _best(solve: Callable[[], object]) -> tuple[object, float]:
    """The answer and the shortest processor time of several runs, after one that compiles."""
    answer, spent = solve(), []
    for _ in range(REPEATS):
        begun = time.process_time()
        answer = solve()
        spent.append(time.process_time() - begun)
    return answer, min(spent)


def _rate(count: int, seconds: float) -> str:
    return f"{count / seconds:>12,.0f} a second   ({1e6 * seconds / count:,.2f} µs each)"
