"""What the model was tried on, and so where its answer may be called validated.

    trunk     between two inclinations that were compared with a study, where both comparisons came out right
              (a task with one inclination: within NEAR degrees of it)
    levels    nothing fused
    ranges    within two standard deviations of the published means
    age, mass, height      choices, told as such with the numbers
    own full bend          nothing beyond it

Everything else is outside: not wrong, but never compared with anybody. What nobody told is taken to be inside, for the
reference body then stands in, and that is said.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

import numpy as np

from psoas.mechanics.bodies import Flags, Floats
from psoas.mechanics.columns import Columns, columns_of, fused_of
from psoas.mechanics.parameters import values_of
from psoas.mechanics.sentences import tell
from psoas.mechanics.subject import Subject
from psoas.mechanics.tasks import POSES, Task, Validation
from psoas.vocabulary.language import decimal, say
from psoas.vocabulary.value import value

NEAR = 5.0
"""Degrees around a single inclination that was tried: a choice."""
SPREADS = 2.0


About = Literal["bend", "person"]
"""What lies outside: this bend, or this person in every bend."""
ANYTHING: tuple[About, ...] = ("bend", "person")


@value
class Trial:
    """One comparison of what a person is shown with what a study measured, at one inclination."""

    row: str
    task: Task
    trunk: float
    passes: bool
    says: str
    """What was compared, in words."""


@cache
def trials() -> tuple[Trial, ...]:
    """As data; a test computes each of them anew."""
    content = tomllib.loads((files("psoas.mechanics") / "data" / "trials.toml").read_text("utf-8"))
    return tuple(Trial(**row) for row in content["trial"])


def outside(person: Subject, task: Task, trunk: float, *, about: tuple[About, ...] = ANYTHING) -> tuple[str, ...]:
    """Which inputs lie outside what was tried, in words; nothing where the answer may be called validated."""
    found = _findings(columns_of(person), fused_of(person), task, np.array([trunk]))
    return tuple(says for what, says, flags in found if flags[0] and what in about)


def validation_of(person: Subject, task: Task, trunk: float) -> Validation:
    """Validated only inside."""
    return "not-validated" if outside(person, task, trunk) else "validated"


def inside_envelope(columns: Columns, fused: Flags, task: Task, trunk: Floats) -> Flags:
    """The same for many people (N)."""
    inside = np.ones(len(trunk), dtype=np.bool_)
    for _, _, flags in _findings(columns, fused, task, trunk):
        inside &= ~flags
    return inside


def windows(task: Task) -> tuple[tuple[float, float], ...]:
    """The inclinations at which the task may be called validated, from low to high; adjoining ones are one."""
    tried = {trial.trunk: True for trial in trials() if trial.task == task}
    for trial in trials():
        if trial.task == task:
            tried[trial.trunk] &= trial.passes
    angles = sorted(tried)
    if POSES[task].unchecked:
        return ()
    if len(angles) == 1:
        return ((angles[0] - NEAR, angles[0] + NEAR),) if tried[angles[0]] else ()
    found: list[tuple[float, float]] = []
    for low, high in pairwise(angles):
        if tried[low] and tried[high]:
            found[-1:] = [(found[-1][0], high)] if found and found[-1][1] == low else [*found[-1:], (low, high)]
    return tuple(found)


@cache
def limits() -> Mapping[str, tuple[float, float, str]]:
    """From where to where each input was tried, with its unit."""
    women, men, women_spread, men_spread = values_of("norm-straight-leg-raise")
    lumbar, pelvis, lumbar_spread, pelvis_spread = values_of("full-bend")
    chest_spread = (lumbar_spread**2 + pelvis_spread**2) ** 0.5
    return {
        "age": _between("tried-age", "years"),
        "mass_kg": _between("tried-mass", "kg"),
        "height_m": _between("tried-height", "m"),
        "straight_leg_raise": (round(men - SPREADS * men_spread), round(women + SPREADS * women_spread), "deg"),
        "hip_flexion": _around(*values_of("norm-hip-flexion")),
        "hip_extension": _around(*values_of("norm-hip-extension")),
        "lumbar_flexion": _around(lumbar, lumbar_spread),
        "trunk_bend_s1": _around(pelvis, pelvis_spread),
        "trunk_bend_t12": _around(lumbar + pelvis, chest_spread),
    }


def _between(name: str, unit: str) -> tuple[float, float, str]:
    low, high = values_of(name)
    return low, high, unit


def _around(mean: float, spread: float) -> tuple[float, float, str]:
    return round(mean - SPREADS * spread), round(mean + SPREADS * spread), "deg"


def failures(task: Task) -> tuple[Trial, ...]:
    """The comparisons of a task that came out wrong."""
    return tuple(trial for trial in trials() if trial.task == task and not trial.passes)


def _findings(columns: Columns, fused: Flags, task: Task, trunk: Floats) -> Iterator[tuple[About, str, Flags]]:
    """Each way to be outside: what lies there, in words, and for whom it is so (N)."""
    tried = np.zeros(len(trunk), dtype=np.bool_)
    for low, high in windows(task):
        tried |= (low <= trunk) & (trunk <= high)
    yield "bend", trunk_words(task), ~tried
    yield "person", tell("fused-level"), np.asarray(fused.any(axis=1))
    if task == "forward-bend" and "trunk_bend_t12" in columns:
        yield "bend", tell("beyond-own-bend"), np.asarray(trunk > columns["trunk_bend_t12"])
    for name, (low, high, unit) in limits().items():
        if name in columns:
            known = columns[name]
            yield "person", _tried(name, low, high, unit), np.asarray((known < low) | (known > high))


def _tried(name: str, low: float, high: float, unit: str) -> str:
    called = tell(f"input-{name.replace('_', '-')}")
    return tell(f"tried-{unit}", input=called, low=decimal(low), high=decimal(high))


def trunk_words(task: Task) -> str:
    """Where the inclination was compared, or why that helps nothing here."""
    if POSES[task].unchecked:
        return tell(POSES[task].unchecked)
    spans = tell("and").join(tell("span", low=decimal(low), high=decimal(high)) for low, high in windows(task))
    missed = "; ".join(say(trial.says) for trial in failures(task))
    if not spans:
        return tell("misses-study", missed=missed)
    return tell("agrees-only-missing", spans=spans, missed=missed) if missed else tell("agrees-only", spans=spans)
