"""What is not known of a person, drawn at random: many possible bodies that all fit what was said and measured.

drawn                      how
capsule                    half of the draws each published start
sex unstated               half of the draws each
a measured range           its value, with the error of measuring
a range nobody measured    the published mean, with the spread between people
hip moments, neutral and thoracolumbar stiffness, effort of a full bend      a factor whose logarithm is normal
muscle at the hips         a couple that differs from person to person; it is what the spread was calibrated with
level shares               each with its spread (L5-S1 the widest), then made to add up again
a measured full bend       chest and sacrum each with its error; every draw is then made to do exactly that bend

The second hip curve is not drawn: it is another model, and its answer is said beside the range. The last line of the list is
what makes measuring narrow the answer: whatever a draw assumes, it has to bend as the person did.
"""

from dataclasses import replace

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats, flexion_at_10, joined, scaled_lumbar
from psoas.mechanics.columns import bend_of, bodies_of, columns_of, fused_of, unbent_bodies, usual_effort, usual_raise
from psoas.mechanics.full_bend import hold_to
from psoas.mechanics.parameters import Stiffness, value_of, values_of
from psoas.mechanics.subject import Subject

DRAWS = 600
CHANCES = 17
LEAST = 2.0
"""Degrees of lumbar flexion that every draw of a measured bend keeps."""


def draw_luck(rng: np.random.Generator, *, count: int = DRAWS) -> Floats:
    """The chances of so many draws; the same luck for two persons lets them be compared body by body."""
    return rng.standard_normal((count, CHANCES))


def draw_bodies(person: Subject, luck: Floats, *, stiffness: Stiffness = "fitted", asked: float | None = None) -> Bodies:
    """First the body in the middle of every uncertainty, then one that this person may have for each row of luck.

    `asked` is the standing bend that they will be held at, if it is one.
    """
    count = len(luck)
    columns = _drawn_columns(person, luck)
    plain = unbent_bodies(columns, fused_of(person, count), stiffness=stiffness)
    hip, neutral, top, effort = (np.exp(spread * luck[:, k]) for k, spread in enumerate(values_of("spread-stiffness")))
    stops = values_of("hip-end-stop-extension")
    varied = replace(
        plain,
        extension_stop=np.where(np.arange(count) % 8 >= 4, stops[2], stops[3]),
        hip_scale=hip,
        muscle=luck[:, 15] * values_of("spread-muscle")[0],
        neutral=plain.neutral * neutral,
        top=plain.top * top,
        flexion_at_10=plain.flexion_at_10 * _level_luck(luck[:, 4:9]),
    )
    wide = scaled_lumbar(varied, np.exp(luck[:, 9] * value_of("spread-lumbar")))
    trunk = None if asked is None else np.full(count, asked)
    held = hold_to(wide, bend_of(columns, usual_effort(stiffness) * effort, trunk))
    return joined(bodies_of(person, stiffness=stiffness, asked=asked), held)


def _drawn_columns(person: Subject, luck: Floats) -> dict[str, Floats]:
    """What is known with the error of measuring; hip ranges that nobody measured with the spread between people."""
    count = len(luck)
    columns = columns_of(person, count)
    if person.sex == "unstated":
        columns["female"] = (np.arange(count) % 4 >= 2).astype(np.float64)
    women, men = values_of("norm-straight-leg-raise")[2:]
    spread = np.where(columns["female"] == 1, women, men)
    error = value_of("error-hip")
    norms = {"hip_flexion": values_of("norm-hip-flexion"), "hip_extension": values_of("norm-hip-extension")}
    if person.straight_leg_raise is None:
        columns["straight_leg_raise"] = usual_raise(columns["female"]) + luck[:, 10] * spread
    else:
        columns["straight_leg_raise"] = columns["straight_leg_raise"] + luck[:, 10] * error
    for k, (name, (mean, width)) in enumerate(norms.items(), start=11):
        known = getattr(person, name) is not None
        columns[name] = (columns[name] if known else mean) + luck[:, k] * (error if known else width)
    if person.trunk_bend_t12 is not None and person.trunk_bend_s1 is not None:
        read = luck[:, 13:15] * value_of("error-inclination")
        columns["trunk_bend_s1"] = columns["trunk_bend_s1"] + read[:, 1]
        columns["trunk_bend_t12"] = np.maximum(columns["trunk_bend_t12"] + read[:, 0], columns["trunk_bend_s1"] + LEAST)
    elif person.lumbar_flexion is not None:
        off = luck[:, 13] * value_of("error-lumbar")
        columns["lumbar_flexion"] = np.maximum(columns["lumbar_flexion"] + off, LEAST)
    return columns


def _level_luck(luck: Floats) -> Floats:
    """Factors on the levels that leave their sum as it is."""
    factor = np.exp(luck * np.array(values_of("level-share-spread")))
    plain = flexion_at_10()
    scaled: Floats = factor * plain.sum() / (factor @ plain)[:, None]
    return scaled
