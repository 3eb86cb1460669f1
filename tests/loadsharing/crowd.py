"""Random people, to try the solvers on: far more varied than any real crowd."""

from dataclasses import replace

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats, scaled_lumbar
from psoas.mechanics.columns import bodies_of
from psoas.mechanics.parameters import Stiffness, values_of
from psoas.mechanics.subject import Subject

AGES = (18.0, 90.0)
OF_NORM = (0.3, 1.5)
FUSED_PART = 0.2
TRUNKS = (5.0, 115.0)


def random_bodies(rng: np.random.Generator, count: int) -> Bodies:
    """Ages 18 to 90, every range from 0.3 to 1.5 of the norm, one in five fused, half with each hip curve."""
    plain = reference_bodies(count)
    flexion, extension = values_of("norm-hip-flexion")[0], values_of("norm-hip-extension")[0]
    lumbar = rng.uniform(*OF_NORM, count)
    varied = replace(
        plain,
        second_curve=rng.random(count) < 0.5,
        female=rng.random(count) < 0.5,
        age=rng.uniform(*AGES, count),
        height=rng.uniform(1.45, 2.05, count),
        mass=rng.uniform(45, 140, count),
        shift_hamstrings=values_of("norm-straight-leg-raise")[1] * _off_norm(rng, count),
        shift_flexion=flexion * _off_norm(rng, count),
        shift_extension=extension * _off_norm(rng, count),
        fused=(rng.random((count, 6)) < 0.4) & (rng.random(count) < FUSED_PART)[:, None],
    )
    return scaled_lumbar(varied, lumbar)


def random_trunks(rng: np.random.Generator, count: int) -> Floats:
    """Bends from 5 to 115 degrees."""
    return rng.uniform(*TRUNKS, count)


def _off_norm(rng: np.random.Generator, count: int) -> Floats:
    return rng.uniform(*OF_NORM, count) - 1


def reference_bodies(count: int, *, stiffness: Stiffness = "fitted") -> Bodies:
    """So many copies of the reference body: a man of 40 with every range at its reference."""
    return bodies_of(Subject(sex="male"), count, stiffness=stiffness)
