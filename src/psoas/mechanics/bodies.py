"""Bodies: many possible bodies as arrays, one row each. A population, or one person's uncertainty.

    N rows; levels run from L5-S1 upwards (5 columns)

`shift_*` is how far a limb of the hip curve is moved toward more range (degrees): own range minus the reference range.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.parameters import value_of, values_of

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Bodies:
    """Everything the chain needs of a body, before a task is chosen."""

    second_curve: Flags
    """False: the hip curve of Riener; True: that of Anderson."""
    female: Flags
    age: Floats
    height: Floats
    mass: Floats
    shift_hamstrings: Floats
    shift_flexion: Floats
    shift_extension: Floats
    extension_stop: Floats
    """Where the capsule tightens in extension (radians)."""
    hip_scale: Floats
    muscle: Floats
    """Nm that muscle takes over at both hips, + against flexion, once the body has left standing; springs alone: 0."""
    flexion_at_10: Floats
    """N x 5: rotation of each level at 10 Nm of flexion."""
    extension_at_10: Floats
    neutral: Floats
    """Nm per degree that each level has besides its exponentials."""
    top: Floats
    """T12-L1 with the chest, Nm per degree."""
    fused: Flags
    """N x 6: the five levels from L5-S1 upwards, then T12-L1."""

    def __len__(self) -> int:
        return len(self.age)


def flexion_at_10() -> Floats:
    """Rotation of each level at 10 Nm in vivo, L5-S1 first: the specimens' sum in the shares seen in living people."""
    return value_of("lumbar-flexion-at-10") * np.array(values_of("level-shares"))


def age_scale(age: Floats) -> Floats:
    """How much of the lumbar flexion of a 30-year-old is expected at this age."""
    first, most, last, least, base = values_of("lumbar-age")
    slope = (least - most) / (last - first)
    return (most + slope * (np.clip(age, first, last) - first)) / (most + slope * (base - first))


def scaled_lumbar(bodies: Bodies, by: Floats) -> Bodies:
    """The lumbar spine with so many times its range: under any couple each joint that is not fused turns by times as far."""
    wide = by[:, None]
    return replace(
        bodies,
        flexion_at_10=bodies.flexion_at_10 * wide,
        extension_at_10=bodies.extension_at_10 * wide,
        neutral=bodies.neutral / by,
        top=bodies.top / by,
    )


def joined(first: Bodies, second: Bodies) -> Bodies:
    """All rows of the first, then all of the second."""
    rows = {field.name: np.concatenate([getattr(first, field.name), getattr(second, field.name)]) for field in fields(first)}
    return Bodies(**rows)


def pick_rows(bodies: Bodies, rows: NDArray[np.int64]) -> Bodies:
    """Some of the bodies."""
    return Bodies(**{field.name: getattr(bodies, field.name)[rows] for field in fields(bodies)})


def put_rows(bodies: Bodies, part: Bodies, rows: NDArray[np.int64]) -> Bodies:
    """The bodies with these rows replaced."""
    whole = {field.name: getattr(bodies, field.name).copy() for field in fields(bodies)}
    for name, column in whole.items():
        column[rows] = getattr(part, name)
    return Bodies(**whole)


def moved_hips(bodies: Bodies, by: float) -> Bodies:
    """Every hip range larger by so many degrees."""
    return replace(
        bodies,
        shift_hamstrings=bodies.shift_hamstrings + by,
        shift_flexion=bodies.shift_flexion + by,
        shift_extension=bodies.shift_extension + by,
    )
