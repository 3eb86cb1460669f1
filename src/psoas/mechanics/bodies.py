"""Bodies: many possible bodies as arrays, one row each. A population, or one person's uncertainty.

    N rows; levels run from L5-S1 upwards (5 columns)

`shift_*` is how far a limb of the hip curve is moved toward more range (degrees): own range minus the reference range.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.parameters import Stiffness, value_of, values_of
from psoas.mechanics.person import LEVELS_UP, Person, age_of, height_of, mass_of

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
    flexion_at_10: Floats
    """N x 5: rotation of each level at 10 Nm of flexion."""
    extension_at_10: Floats
    neutral: Floats
    """Nm per degree that each level has besides its exponentials."""
    fused: Flags
    """N x 5."""
    top: Floats
    """T12-L1 with the chest, Nm per degree."""

    def __len__(self) -> int:
        return len(self.age)


def reference_bodies(count: int, *, stiffness: Stiffness = "fitted") -> Bodies:
    """So many copies of the reference body: a man of 40 with every range at its reference."""
    return bodies_of(Person(sex="male"), count, stiffness=stiffness)


def bodies_of(person: Person, count: int = 1, *, stiffness: Stiffness = "fitted") -> Bodies:
    """So many copies of one person, at the middle of every uncertainty and with the first hip curve."""
    shift_slr, shift_flexion, shift_extension = shifts_of(person)
    one = np.ones(count)
    return Bodies(
        second_curve=np.zeros(count, dtype=np.bool_),
        female=np.full(count, person.sex == "female"),
        age=one * age_of(person),
        height=one * height_of(person),
        mass=one * mass_of(person),
        shift_hamstrings=one * shift_slr,
        shift_flexion=one * shift_flexion,
        shift_extension=one * shift_extension,
        extension_stop=one * values_of("hip-end-stop-extension")[3],
        hip_scale=one,
        flexion_at_10=np.outer(one * lumbar_scale(person), flexion_at_10()),
        extension_at_10=np.outer(one * lumbar_scale(person), values_of("specimen-extension")),
        neutral=one * value_of(f"neutral-stiffness-{stiffness}"),
        fused=np.tile([level in person.fused for level in LEVELS_UP], (count, 1)),
        top=one * (value_of("thoracolumbar-stiffness") + value_of("fused-stiffness") * ("T12-L1" in person.fused)),
    )


def flexion_at_10() -> Floats:
    """Rotation of each level at 10 Nm in vivo, L5-S1 first: the specimens' sum in the shares seen in living people."""
    return value_of("lumbar-flexion-at-10") * np.array(values_of("level-shares"))


def shifts_of(person: Person) -> tuple[float, float, float]:
    """Hamstrings, end stop, extension: own range minus the reference; zero where nobody measured."""
    flexion, extension = values_of("norm-hip-flexion")[0], values_of("norm-hip-extension")[0]
    return (
        _minus(person.straight_leg_raise, reference_raise(person)),
        _minus(person.hip_flexion, flexion),
        _minus(person.hip_extension, extension),
    )


def reference_raise(person: Person) -> float:
    """The straight-leg raise expected of this sex; the mean of both where it is unstated."""
    women, men = values_of("norm-straight-leg-raise")[:2]
    return {"female": women, "male": men}.get(person.sex, (women + men) / 2)


def lumbar_scale(person: Person) -> float:
    """Personal lumbar range over the reference; by age where nobody measured it."""
    if person.lumbar_flexion is not None:
        return person.lumbar_flexion / values_of("norm-lumbar-flexion")[0]
    return float(age_scale(np.array([age_of(person)]))[0]) if person.age is not None else 1.0


def age_scale(age: Floats) -> Floats:
    """How much of the lumbar flexion of a 30-year-old is expected at this age."""
    first, most, last, least, base = values_of("lumbar-age")
    slope = (least - most) / (last - first)
    return (most + slope * (np.clip(age, first, last) - first)) / (most + slope * (base - first))


def moved_hips(bodies: Bodies, by: float) -> Bodies:
    """Every hip range larger by so many degrees."""
    return replace(
        bodies,
        shift_hamstrings=bodies.shift_hamstrings + by,
        shift_flexion=bodies.shift_flexion + by,
        shift_extension=bodies.shift_extension + by,
    )


def _minus(own: float | None, reference: float) -> float:
    return 0.0 if own is None else own - reference
