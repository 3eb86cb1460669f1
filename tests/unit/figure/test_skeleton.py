"""The skeleton: signs as written, proportions of a person, and one answer with the browser."""

import json
from pathlib import Path

import numpy as np
import pytest

from psoas.figure.inverse_kinematics import place_all, skin_of, wished_pose
from psoas.figure.motion import Pose
from psoas.figure.notation import BadMovement, mirrored_places, mirrored_text, read_pose, standing_straight
from psoas.figure.skeleton import Array, body

VECTORS = Path(__file__).parents[2] / "vectors" / "figure.json"


def skin(notation: str) -> dict[str, Array]:
    pose = wished_pose(read_pose(notation, start=standing_straight()))
    return {name: where[0] for name, where in skin_of(place_all((pose,))).items()}


def test_standing_straight_is_a_person_of_ordinary_height() -> None:
    """Soles on the floor, eyes ahead, head over hips."""
    stands = skin("stand")

    assert abs(stands["r_heel"][1]) < 0.005
    assert 1.5 < stands["forehead"][1] < 1.75
    assert abs(stands["head_back"][0] - stands["sacrum"][0]) < 0.05


@pytest.mark.parametrize(
    ("notation", "point", "axis", "sign"),
    [
        ("r.hip 30", "r_knee", 0, 1),
        ("r.hip 0/30", "r_knee", 2, 1),
        ("l.hip 0/30", "l_knee", 2, -1),
        ("r.hip 0/0/30", "r_toe", 2, -1),
        ("r.knee 60", "r_heel", 0, -1),
        ("r.ankle 20", "r_toe", 1, 1),
        ("lumbar 30", "forehead", 0, 1),
        ("lumbar 0/20", "forehead", 2, 1),
        ("chest 0/0/30", "chest", 2, -1),
        ("r.arm 90", "r_palm", 0, 1),
        ("r.arm 0/60", "r_palm", 2, 1),
        ("r.elbow 90", "r_palm", 0, 1),
    ],
)
def test_signs_are_those_of_the_vocabulary(notation: str, point: str, axis: int, sign: int) -> None:
    """Flexion forward, abduction outward, turning in inward; the spine bends right and turns left."""
    before, after = skin("knee 0"), skin(notation)

    assert sign * (after[point][axis] - before[point][axis]) > 0.02


def test_a_value_may_be_left_and_may_be_firm() -> None:
    """`_` keeps what was there; `!` makes the solver hold on to it."""
    wish = read_pose("r.hip 40/10/5; r.hip _/_/20!", start=standing_straight())
    at = [body().columns.index(f"r_hip_{name}") for name in ("flexion", "abduction", "rotation")]

    assert list(wish.angles[at]) == [40, 10, 20]
    assert wish.weights[at[2]] > wish.weights[at[1]]


@pytest.mark.parametrize("words", ["wing 20", "x.hip 20", "knee 1/2", "handstand"])
def test_words_that_mean_nothing_are_refused(words: str) -> None:
    """An authoring slip is named, not guessed at."""
    with pytest.raises(BadMovement):
        read_pose(words, start=standing_straight())


def test_a_mirrored_notation_is_the_other_leg_a_step_further_on() -> None:
    """Sides change places, bends and turns change sign, the body moves on."""
    assert mirrored_text("r.hip 20; lumbar 3/2/-1; at 0.1/_/0.02", forward=0.5) == ("l.hip 20; lumbar 3/-2/1; at 0.6/_/-0.02")
    assert mirrored_places("r_heel 0.2,0,0.1", forward=0.5) == "l_heel 0.7,0,-0.1"


def test_mirrored_poses_are_mirror_images() -> None:
    """What the right hand does, the left does on the other side."""
    one = skin("stand; r.arm 40/20/10; r.elbow 50; lumbar 4/6/3; r.hip 20/10/5")
    other = skin(mirrored_text("arm 2/8/0; elbow 12; hip 0/3/-6; r.arm 40/20/10; r.elbow 50; lumbar 4/6/3; r.hip 20/10/5"))

    for name, where in one.items():
        if name.startswith("r_"):
            assert np.allclose(where * [1, 1, -1], other[f"l_{name[2:]}"], atol=1e-9), name


def test_the_vectors_shared_with_the_browser_are_true() -> None:
    """tests/vectors/figure.json holds both skeletons to one answer."""
    for row in json.loads(VECTORS.read_text("utf-8")):
        pose = Pose(at=np.array(row["pose"]["at"]), turn=np.array(row["pose"]["turn"]), angles=np.array(row["pose"]["angles"]))
        placed = place_all((pose,))

        for index, frame in enumerate(body().frames):
            assert np.allclose(placed.origins[0, index], row["origins"][frame.name], atol=1e-4), frame.name
