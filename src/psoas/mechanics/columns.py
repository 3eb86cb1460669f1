"""Columns of what is known of people, and the bodies they describe: one definition for one person and for a million.

    age  female (0, 1)  height_m  mass_kg
    straight_leg_raise  hip_flexion  hip_extension      ranges, degrees
    lumbar_flexion                                      how far the lumbar spine goes in the person's own full bend
    trunk_bend_t12  trunk_bend_s1                       inclinations read in that bend: chest and sacrum

NaN, or a column that is not there, is unknown: the body then has the reference (lumbar range: that of the age).
"""

from collections.abc import Mapping
from functools import cache

import numpy as np

from psoas.mechanics.balance import settle_at_angle
from psoas.mechanics.bodies import Bodies, Flags, Floats, age_scale, flexion_at_10, scaled_lumbar
from psoas.mechanics.chain import chain_of
from psoas.mechanics.full_bend import STANDING, FullBend, hold_to
from psoas.mechanics.parameters import Stiffness, value_of, values_of
from psoas.mechanics.subject import LEVELS_UP, REFERENCE_AGE, Subject
from psoas.mechanics.weight import reach_of

Columns = Mapping[str, Floats]
RANGES = ("straight_leg_raise", "hip_flexion", "hip_extension", "lumbar_flexion", "trunk_bend_t12", "trunk_bend_s1")
NAMES = ("age", "female", "height_m", "mass_kg", *RANGES)


def columns_of(person: Subject, count: int = 1) -> dict[str, Floats]:
    """One person as columns of so many equal rows."""
    female = {"female": 1.0, "male": 0.0}.get(person.sex)
    told = {"female": female, **{name: getattr(person, name) for name in NAMES if name != "female"}}
    return {name: np.full(count, np.nan if known is None else known, dtype=np.float64) for name, known in told.items()}


def fused_of(person: Subject, count: int = 1) -> Flags:
    """N x 6."""
    return np.tile([level in person.fused for level in (*LEVELS_UP, "T12-L1")], (count, 1))


def bodies_of(
    person: Subject,
    count: int = 1,
    *,
    stiffness: Stiffness = "fitted",
    second_curve: bool = False,
    asked: float | None = None,
) -> Bodies:
    """So many copies of one person, at the middle of every uncertainty."""
    trunk = None if asked is None else np.full(count, asked)
    columns, fused = columns_of(person, count), fused_of(person, count)
    return bodies_from(columns, fused, stiffness=stiffness, second_curve=second_curve, asked=trunk)


def bodies_from(
    columns: Columns,
    fused: Flags,
    *,
    stiffness: Stiffness = "fitted",
    second_curve: bool = False,
    asked: Floats | None = None,
) -> Bodies:
    """A body for each row, at the middle of every uncertainty, made to do what was measured of it.

    `asked` is the standing bend that the bodies will be held at: a full bend that was read limits it.
    """
    effort = np.full(len(fused), usual_effort(stiffness))
    bodies = unbent_bodies(columns, fused, stiffness=stiffness, second_curve=second_curve)
    return hold_to(bodies, bend_of(columns, effort, asked))


def bend_of(columns: Columns, effort: Floats, asked: Floats | None = None) -> FullBend:
    """The person's own full bend as far as it was measured; chest and sacrum together win over a lumbar flexion alone."""
    missing = np.full(len(effort), np.nan)
    chest, sacrum = columns.get("trunk_bend_t12", missing), columns.get("trunk_bend_s1", missing)
    pair = ~np.isnan(chest) & ~np.isnan(sacrum)
    lumbar = np.where(pair, chest - sacrum, columns.get("lumbar_flexion", missing))
    return FullBend(
        lumbar=lumbar, pelvis=np.where(pair, sacrum, np.nan), effort=effort, asked=missing if asked is None else asked
    )


def unbent_bodies(columns: Columns, fused: Flags, *, stiffness: Stiffness, second_curve: bool = False) -> Bodies:
    """The bodies before their full bend is looked at; a hip that bent so far in it flexes at least so far."""
    count = len(fused)
    one, missing = np.ones(count), np.full(count, np.nan)
    given = {name: columns.get(name, missing) for name in NAMES}
    height, mass = values_of("body-reference")
    bent = np.maximum(given["hip_flexion"], np.where(np.isnan(given["trunk_bend_s1"]), 0.0, given["trunk_bend_s1"]))
    raised = value_of("straight-leg-raise-weight") * (given["straight_leg_raise"] - usual_raise(given["female"]))
    plain = Bodies(
        second_curve=np.full(count, second_curve),
        female=given["female"] == 1,
        age=_or(given["age"], REFERENCE_AGE),
        height=_or(given["height_m"], height),
        mass=_or(given["mass_kg"], mass),
        shift_hamstrings=_or(raised, 0.0),
        shift_flexion=_or(bent - values_of("norm-hip-flexion")[0], 0.0),
        shift_extension=_or(given["hip_extension"] - values_of("norm-hip-extension")[0], 0.0),
        extension_stop=one * values_of("hip-end-stop-extension")[3],
        hip_scale=one,
        muscle=0 * one,
        flexion_at_10=np.outer(one, flexion_at_10()),
        extension_at_10=np.outer(one, values_of("specimen-extension")),
        neutral=one * value_of(f"neutral-stiffness-{stiffness}"),
        top=one * value_of("thoracolumbar-stiffness"),
        fused=fused,
    )
    return scaled_lumbar(plain, np.where(np.isnan(given["age"]), 1.0, age_scale(plain.age)))


@cache
def usual_effort(stiffness: Stiffness) -> float:
    """The couple (Nm) of the reference body in the full bend that was published."""
    body, (lumbar, pelvis) = Subject(sex="male"), values_of("full-bend")[:2]
    bodies = unbent_bodies(columns_of(body), fused_of(body), stiffness=stiffness)
    rest = settle_at_angle(chain_of(bodies, STANDING), np.array([lumbar + pelvis]), reach=reach_of(bodies))
    return float(rest.couple[0])


def usual_raise(female: Floats) -> Floats:
    """The straight-leg raise expected of this sex; the mean of both where it is unknown."""
    women, men = values_of("norm-straight-leg-raise")[:2]
    return np.where(np.isnan(female), (women + men) / 2, np.where(female == 1, women, men))


def _or(values: Floats, instead: float) -> Floats:
    return np.where(np.isnan(values), instead, values)
