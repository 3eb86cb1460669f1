"""What is not known of a person, drawn at random: many possible bodies that all fit what was said and measured.

drawn                      how
hip curve                  half of the draws each family; capsule: half of the draws each published start
sex unstated               half of the draws each
a measured range           its value, with the error of measuring
a range nobody measured    the published mean, with the spread between people
hip moments, neutral and thoracolumbar stiffness      a factor whose logarithm is normal
level shares               each with its spread (L5-S1 the widest), then made to add up again
"""

from dataclasses import replace

import numpy as np

from psoas.mechanics.bodies import Bodies, Flags, Floats, bodies_of, flexion_at_10, reference_raise, shifts_of
from psoas.mechanics.parameters import Stiffness, value_of, values_of
from psoas.mechanics.person import Person

DRAWS = 600
CHANCES = 12


def draw_luck(rng: np.random.Generator, *, count: int = DRAWS) -> Floats:
    """The chances of so many draws; the same luck for two persons lets them be compared body by body."""
    return rng.standard_normal((count, CHANCES))


def draw_bodies(person: Person, luck: Floats, *, stiffness: Stiffness = "fitted") -> Bodies:
    """A body that this person may have for each row of luck."""
    count = len(luck)
    known = bodies_of(person, count, stiffness=stiffness)
    halves = np.arange(count)
    hip, neutral, top = (np.exp(spread * luck[:, k]) for k, spread in enumerate(values_of("spread-stiffness")))
    slr, flexion, extension = _shifts(person, halves % 4 >= 2, luck[:, 3:6])
    stops = values_of("hip-end-stop-extension")
    return replace(
        known,
        second_curve=halves % 2 == 1,
        female=halves % 4 >= 2 if person.sex == "unstated" else known.female,
        shift_hamstrings=slr,
        shift_flexion=flexion,
        shift_extension=extension,
        extension_stop=np.where(halves % 8 >= 4, stops[2], stops[3]),
        hip_scale=hip,
        neutral=known.neutral * neutral,
        top=known.top * top,
        flexion_at_10=known.flexion_at_10 * _level_luck(luck[:, 6:11]) * _lumbar_luck(person, luck[:, 11])[:, None],
        extension_at_10=known.extension_at_10 * _lumbar_luck(person, luck[:, 11])[:, None],
    )


def leading(bodies: Bodies) -> Flags:
    """The bodies that a mean is taken over: those with the first hip curve, which is the one that agrees with the studies.

    Ranges are taken over all, so that the second curve widens them. Where all have the second curve, all lead.
    """
    return np.ones(len(bodies), dtype=np.bool_) if bodies.second_curve.all() else ~bodies.second_curve


def _shifts(person: Person, women: Flags, luck: Floats) -> tuple[Floats, Floats, Floats]:
    """The three shifts, each blurred by the error of measuring or, unmeasured, by the spread between people."""
    error = value_of("error-hip")
    women_mean, men_mean, women_spread, men_spread = values_of("norm-straight-leg-raise")
    spread = {"female": women_spread, "male": men_spread}.get(person.sex, (women_spread + men_spread) / 2)
    middle = np.array(shifts_of(person))
    width = [
        spread if person.straight_leg_raise is None else error,
        values_of("norm-hip-flexion")[1] if person.hip_flexion is None else error,
        values_of("norm-hip-extension")[1] if person.hip_extension is None else error,
    ]
    moved = middle + luck * np.array(width)
    if person.sex == "unstated" and person.straight_leg_raise is not None:
        own = person.straight_leg_raise - np.where(women, women_mean, men_mean)
        moved[:, 0] += own - (person.straight_leg_raise - reference_raise(person))
    return moved[:, 0], moved[:, 1], moved[:, 2]


def _level_luck(luck: Floats) -> Floats:
    """Factors on the levels that leave their sum as it is."""
    factor = np.exp(luck * np.array(values_of("level-share-spread")))
    plain = flexion_at_10()
    scaled: Floats = factor * plain.sum() / (factor @ plain)[:, None]
    return scaled


def _lumbar_luck(person: Person, luck: Floats) -> Floats:
    norm, spread = values_of("norm-lumbar-flexion")
    if person.lumbar_flexion is None:
        return np.exp(luck * spread / norm)
    return np.exp(luck * value_of("error-lumbar") / max(person.lumbar_flexion, value_of("error-lumbar") * 2))
