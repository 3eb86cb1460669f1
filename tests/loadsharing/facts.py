"""What the product says about its own trials, computed: the data file that the room carries."""

from pathlib import Path

from loadsharing.coverage import counted
from loadsharing.crowd import reference_bodies
from loadsharing.studies import COMPARISONS, Comparison
from psoas.mechanics import coverage
from psoas.mechanics.coverage import Coverage
from psoas.mechanics.envelope import Trial

PLACE = Path(coverage.__file__).parent / "data" / "trials.toml"
HEAD = """# What people are shown (T12 to S1) beside what studies measured: docs/load_sharing.py writes it,
# a test computes it anew. trial: one comparison, and whether it came out right.
# coverage: percent of a study's bell curve inside the 5 to 95 % range.
"""


def tried() -> tuple[Trial, ...]:
    """Every comparison with the body that people are shown."""
    body = reference_bodies(1)
    return tuple(
        Trial(row=one.row, task=one.task, trunk=float(one.trunk), passes=one.passes(body), says=_says(one, one.found(body)))
        for one in COMPARISONS
    )


def text() -> str:
    """The file."""
    trials = [f"[[trial]]\n{_trial(trial)}" for trial in tried()]
    rows = [f"[[coverage]]\n{_coverage(row)}" for row in counted()]
    return HEAD + "\n".join([*trials, *rows])


def _says(one: Comparison, found: float) -> str:
    numbers = (
        f"{found:.{one.digits}f}{one.unit} against {one.target:.{one.digits}f} ± {one.tolerance:.{one.digits}f}{one.unit}"
    )
    return f"{one.row} at {one.trunk:g}°, {one.what}: {numbers}"


def _trial(trial: Trial) -> str:
    right = "true" if trial.passes else "false"
    return f'row = "{trial.row}"\ntask = "{trial.task}"\ntrunk = {trial.trunk}\npasses = {right}\nsays = "{trial.says}"\n'


def _coverage(row: Coverage) -> str:
    why = f'why = "{row.why}"\n' if row.why else ""
    return (
        f'row = "{row.row}"\ntask = "{row.task}"\ntrunk = {row.trunk}\npart = "{row.part}"\nmean = {row.mean}\n'
        f"spread = {row.spread}\nheld = {row.held}\n{why}"
    )
