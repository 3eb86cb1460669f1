"""How well the ranges held the people of published studies.

Each mean and standard deviation is read as a bell curve. Counted is the part of it between the model's 5 and 95 % marks
for somebody of whom nothing is known.

The spread was calibrated with one number (`spread-muscle`) on these same rows: a good count is no evidence, a bad one is.
"""

import tomllib
from functools import cache
from importlib.resources import files

from psoas.mechanics.sentences import tell
from psoas.mechanics.tasks import Task
from psoas.vocabulary.value import value


@value
class Coverage:
    """One published mean and standard deviation beside the model's range at the same posture."""

    row: str
    task: Task
    trunk: float
    part: str
    """What was measured: lumbar, hip or the tilt of the pelvis (degrees)."""
    mean: float
    spread: float
    held: int
    """Percent of the bell curve inside the model's range."""
    why: str = ""
    """Where it is too few or too many: why."""


@cache
def coverages() -> tuple[Coverage, ...]:
    """As data; a test computes each of them anew."""
    content = tomllib.loads((files("psoas.mechanics") / "data" / "trials.toml").read_text("utf-8"))
    return tuple(Coverage(**row) for row in content["coverage"])


def covered_words(task: Task) -> str:
    """What the 5 to 95 % range of a task held, in words; never more than was counted."""
    held = sorted(row.held for row in coverages() if row.task == task)
    if not held:
        return tell("range-uncounted")
    least, most = held[0], held[-1]
    return tell("range-counted", counted=tell("percent" if least == most else "percent-span", least=least, most=most))
