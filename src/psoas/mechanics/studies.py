"""Rows D1-D10: the model beside published motion of living people. None of them but D1 was used to tune a number;
`choices` says what was decided with their results in view.

Lumbar means T12-L1 and the five levels where a study measured the trunk against the pelvis (D1-D3, D5), and L1 to S1 where it
measured lordosis (D4, D6, D7, D10).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from psoas.mechanics.balance import settle_at_angle
from psoas.mechanics.bodies import Bodies, Floats, bodies_of, reference_bodies
from psoas.mechanics.chain import chain_of
from psoas.mechanics.person import Person
from psoas.mechanics.posture import Posture
from psoas.mechanics.rotation import settle_turn
from psoas.mechanics.row import Found, Row, Setting, judge
from psoas.mechanics.tasks import LIFT_OFF, SEATED
from psoas.mechanics.uncertainty import draw_bodies, draw_luck, leading
from psoas.mechanics.weight import reach_of

STANDING = Posture()
SQUATTING = Posture(thighs=(85.0, 85.0), knees=(115.0, 115.0))
STEPPING = Posture(thighs=(-11.0, 25.0))
SEED = 2014


def settings() -> Mapping[Setting, Bodies]:
    """The bodies of each column of the table."""
    reference = Person(sex="male")
    return {
        "untuned": reference_bodies(1, stiffness="untuned"),
        "fitted": reference_bodies(1, stiffness="fitted"),
        "second curve": replace(bodies_of(reference), second_curve=np.ones(1, dtype=np.bool_)),
        "as shown": draw_bodies(Person(), draw_luck(np.random.default_rng(SEED))),
    }


def study_rows() -> tuple[Row, ...]:
    """Every study beside every setting."""
    bodies = settings()
    return tuple(
        Row(
            id=study.id,
            title=study.title,
            target=study.target,
            tolerance=study.tolerance,
            inputs=study.inputs,
            found={key: study.check(body) for key, body in bodies.items()},
            says=WHY.get(study.id, ""),
        )
        for study in STUDIES
    )


def angles(bodies: Bodies, posture: Posture, chest: float) -> Floats:
    """Mean inclinations from pelvis to chest over the bodies that come to rest (of those that lead a mean)."""
    rest = settle_at_angle(chain_of(bodies, posture), np.full(len(bodies), chest), reach=reach_of(bodies))
    mean: Floats = rest.angles[rest.solved & leading(bodies)].mean(axis=0)
    return mean


def lumbar(bodies: Bodies, posture: Posture, chest: float) -> float:
    """Chest minus pelvis."""
    return chest - float(angles(bodies, posture, chest)[0])


def lordosis(bodies: Bodies, posture: Posture, chest: float) -> float:
    """How far L1 to S1 has flexed."""
    found = angles(bodies, posture, chest)
    return float(found[5] - found[0])


def ratio(bodies: Bodies, chest: float) -> float:
    """Lumbar over pelvis in a standing bend."""
    pelvis = float(angles(bodies, STANDING, chest)[0])
    return (chest - pelvis) / pelvis


def _first_bend(bodies: Bodies) -> Found:
    return judge((ratio(bodies, 15), 2.51, 0.25 * 2.51), (ratio(bodies, 30), 2.51, 0.25 * 2.51), digits=2)


def _last_bend(bodies: Bodies) -> Found:
    return judge((ratio(bodies, 105), 1.34, 0.25 * 1.34), digits=2)


def _full_bend(bodies: Bodies) -> Found:
    flexion = lumbar(bodies, STANDING, 113.2)
    return judge((flexion, 60.2, 8.6), (113.2 - flexion, 53.0, 5.2), unit="°")


def _sitting(bodies: Bodies) -> Found:
    return judge((lordosis(bodies, SEATED, 0), 16.6, 8.0), unit="°")


def _rising(bodies: Bodies) -> Found:
    return judge(((lumbar(bodies, SEATED, LIFT_OFF) - lumbar(bodies, SEATED, 0)) / LIFT_OFF, 0.25, 0.10), digits=2)


def _squat(bodies: Bodies) -> Found:
    return judge((lordosis(bodies, SQUATTING, 40), 25.1, 8.2), unit="°")


def _stoop(bodies: Bodies) -> Found:
    squat = lordosis(bodies, SQUATTING, 40)
    stoops = [lordosis(bodies, STANDING, chest) for chest in (70, 80)]
    return judge(*((stoop, 35.9, 10.1) for stoop in stoops), *((stoop - squat, 10.8, 8.0) for stoop in stoops), unit="°")


def _turning(bodies: Bodies) -> Found:
    turn = settle_turn(bodies, np.full(len(bodies), 45.0), hip_luck=np.zeros(len(bodies)), pelvis_held=True)
    levels = turn.levels.mean(axis=0)[:5]
    return judge((float(levels.min()), 1.45, 0.75), (float(levels.max()), 1.45, 0.75), unit="° (least, most)")


def _stepping(bodies: Bodies) -> Found:
    return judge((float(angles(bodies, STEPPING, 0)[0]), 1.0, 5.0), unit="°")


def _levels(bodies: Bodies) -> Found:
    bends = np.diff(angles(bodies, STANDING, 90)[:6])[::-1]
    shares = 100 * bends / bends.sum()
    return judge(*zip(shares.tolist(), (18.8, 22.0, 21.4, 22.8, 15.1), (5.0,) * 5, strict=True), unit=" %")


@dataclass(frozen=True)
class Study:
    """A row before it is computed."""

    id: str
    title: str
    target: str
    tolerance: str
    inputs: str
    check: Callable[[Bodies], Found]


STUDIES = (
    Study("D1", "Tafazzol: lumbar to pelvis, 0-30°", "2.51", "25 %*", "trunk 15° and 30°; fitted: chosen at 15°", _first_bend),
    Study("D2", "Tafazzol: lumbar to pelvis, 90-120°", "1.34", "25 %*", "trunk 105°", _last_bend),
    Study("D3", "Tafazzol: most lumbar, pelvis", "60.2, 53.0", "8.6, 5.2", "trunk 113.2°", _full_bend),
    Study("D4", "Endo: lordosis lost on sitting down", "16.6", "8*", "thigh 90, knee 90, trunk 0, seat couple", _sitting),
    Study(
        "D5", "Tully: lumbar share up to lift-off", "0.25", "0.10*", "thigh 90, knee 90, trunk 0 to 44.3, seat couple", _rising
    ),
    Study("D6", "von Arx: squat lift, lordosis", "25.1", "8.2", "thigh 85, shank 30, trunk 40 (assumed)", _squat),
    Study("D7", "von Arx: stoop lift; stoop less squat", "35.9; 10.8", "10.1; 8*", "trunk 70 and 80 (assumed)", _stoop),
    Study("D8", "Fujii: turning of each level, trunk 45°", "1.2 to 1.7", "0.5*", "pelvis held", _turning),
    Study("D9", "Young adults: pelvic tilt at terminal stance", "+1", "5", "thighs -11° and +25°", _stepping),
    Study("D10", "Kinetic MRI: level shares, L1-2 to L5-S1", "18.8 22.0 21.4 22.8 15.1", "5*", "trunk 90°", _levels),
)
WHY = {
    "D1": "The fitted column is calibrated here (neutral stiffness 1.13 in place of 0.66), so its pass is no evidence; the "
    "untuned one makes the lumbar spine start too softly below 25°. The second hip curve is nearly slack near standing.",
    "D4": "With the couple of the seat on the sit bones. The second hip curve knows no knee bend: "
    "its hamstrings stay tight on a chair.",
    "D5": "Fails. Leaning forward from a seat is led by the hip flexors, which pull the pelvis along; the chain has no "
    "muscle that chooses the hip, so the soft lumbar spine goes first. No published number closes the gap.",
    "D6": "The second hip curve knows no knee bend, and 115° of it slackens real hamstrings: in squatting it is far off.",
    "D7": "The second hip curve fails through its squat, as in D6.",
    "D10": "Not independent: these shares are one of the four sets behind the level shares.",
}
