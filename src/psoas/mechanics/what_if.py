"""What if? The same person with one thing changed, compared body by body: how the share changes.

    freer hips        straight-leg raise, hip flexion and hip extension 10 degrees more
    freer hamstrings  straight-leg raise 10 degrees more
    fused             L4-L5 no longer moves

Asked twice, because the two answers differ: at the same angle (one bends as far as before) and at the same effort (one pulls
as hard as before). It explains a mechanism; whether people who gain hip motion then bend their back less in daily life is not
proven.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats, moved_hips
from psoas.mechanics.joint_angles import JointAngles, move
from psoas.mechanics.sentences import tell
from psoas.mechanics.share import Spread
from psoas.mechanics.share_change import Change, Difference, WhatIf
from psoas.mechanics.share_estimate import check_solved, hip_luck, leaning, range_of, standing
from psoas.mechanics.subject import LEVELS_UP, Subject
from psoas.mechanics.tasks import Task
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.vocabulary.language import decimal

GAIN = 10.0


def compare(person: Subject, task: Task, *, trunk: float | None, rng: np.random.Generator) -> tuple[WhatIf, ...]:
    """Every change for this person; a level that is fused already is not fused again."""
    luck, lean = draw_luck(rng), leaning(task, trunk)
    now = draw_bodies(person, luck, asked=standing(task, lean))
    changes = {name: change for name, change in CHANGES.items() if not (name == "fused" and "L4-L5" in person.fused)}
    return tuple(
        _compare(name, now, change(now), task=task, lean=lean, luck=hip_luck(luck)) for name, change in changes.items()
    )


def _compare(name: Change, now: Bodies, then: Bodies, *, task: Task, lean: float, luck: Floats) -> WhatIf:
    before = move(now, task, lean, luck=luck)
    check_solved(before, task, lean)
    angle = difference(before, move(then, task, lean, luck=luck))
    effort = difference(before, move(then, task, lean, luck=luck, effort_of=now))
    return WhatIf(change=name, at_angle=angle, at_effort=effort, says=_words(name, lean, angle, effort))


def difference(before: JointAngles, after: JointAngles) -> Difference:
    """Body by body, over the bodies that can do both."""
    both = replace(before, solved=before.solved & after.solved)
    return Difference(
        hip=range_of(after.hip - before.hip, both),
        lumbar=range_of(after.lumbar - before.lumbar, both),
        points=range_of(100 * (after.share - before.share), both),
    )


def _freer_hips(bodies: Bodies) -> Bodies:
    return moved_hips(bodies, GAIN)


def _freer_hamstrings(bodies: Bodies) -> Bodies:
    return replace(bodies, shift_hamstrings=bodies.shift_hamstrings + GAIN)


def _fused(bodies: Bodies) -> Bodies:
    fused = bodies.fused.copy()
    fused[:, LEVELS_UP.index("L4-L5")] = True
    return replace(bodies, fused=fused)


CHANGES: Mapping[Change, Callable[[Bodies], Bodies]] = {
    "freer-hips": _freer_hips,
    "freer-hamstrings": _freer_hamstrings,
    "fused": _fused,
}


def _words(name: Change, lean: float, angle: Difference, effort: Difference) -> tuple[str, ...]:
    at_angle = tell("at-angle", start=tell(name, gain=decimal(GAIN)), lean=decimal(lean), amount=amount(angle.points))
    at_effort = tell("at-effort", hip=_degrees(effort.hip), lumbar=_degrees(effort.lumbar))
    return (at_angle, at_effort) if name == "fused" else (at_angle, at_effort, tell("not-proven"))


def is_alike(points: Spread) -> bool:
    """Could be less as well as more."""
    return points.low < -0.5 and points.high > 0.5


def amount(points: Spread) -> str:
    """How much more or less of the bend the lower back does (points of a hundred), in words."""
    low, high = sorted((abs(points.low), abs(points.high)))
    if is_alike(points):
        return tell("amount-alike")
    return tell("amount-less" if points.mean < 0 else "amount-more", low=f"{low:.0f}", high=f"{high:.0f}")


def _degrees(change: Spread) -> str:
    if abs(change.mean) < 0.5:
        return tell("degrees-alike")
    return tell("degrees-more" if change.mean > 0 else "degrees-less", degrees=f"{abs(change.mean):.0f}")
