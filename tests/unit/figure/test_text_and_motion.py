"""Text and motion agree: hands, feet and things are where the words put them, and whoever sits, sits on it.

a rule    words of the sentence that a person hears of the figure, and what must then be true of its poses
"""

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from psoas.figure.contacts import contacts_of, surfaces_of
from psoas.figure.inverse_kinematics import place_all, skin_of
from psoas.figure.motion import Motion
from psoas.figure.motion_store import motion_of
from psoas.figure.movement import movements
from psoas.figure.props import read_prop
from psoas.figure.skeleton import Array, body

NEAR = 0.06
"""A hand is at a place when its palm or fingertips are within so much of it (m)."""
OVER = 0.06
"""A contact may reach over the edge of what carries it by so much (m)."""
ALL = sorted(movements())


@cache
def skin(name: str) -> dict[str, Array]:
    return skin_of(place_all(motion_of(movements()[name]).poses))


def keys_of(name: str, point: str) -> Array:
    """(keys, 3): where a point is at each key."""
    motion = motion_of(movements()[name])
    return skin(name)[point][:: motion.stride]


def near(name: str, hand: str, *places: str, within: float = NEAR) -> bool:
    """At some key, does this hand, by palm or fingertips, reach one of these places of the body?"""
    return min(apart(name, f"{hand}_{part}", place) for part in ("palm", "fingers") for place in places) < within


def apart(name: str, one: str, other: str) -> float:
    """How near two points of the body come at the keys (m)."""
    return float(np.linalg.norm(keys_of(name, one) - keys_of(name, other), axis=1).min())


def both_near(name: str, *places: str, within: float = NEAR) -> bool:
    return all(near(name, hand, *(f"{hand}_{place}" for place in places), within=within) for hand in "rl")


def touches(name: str, point: str, *surfaces: str) -> bool:
    """Does this point touch one of these surfaces at some key?"""
    return any((c.point, c.surface) in {(point, s) for s in surfaces} for key in contacts_of(movements()[name]) for c in key)


def hand_on(name: str, *surfaces: str) -> bool:
    return any(touches(name, f"{hand}_palm", *surfaces) for hand in "rl")


def hands_on(name: str, *surfaces: str) -> bool:
    return all(touches(name, f"{hand}_palm", *surfaces) for hand in "rl")


def at_rail(name: str) -> bool:
    """A hand lies along the top of the rail."""
    rail = surfaces_of(movements()[name])["rail"].at
    return bool(min(np.abs(keys_of(name, f"{hand}_palm")[:, 1:] - rail[1:]).max(axis=1).min() for hand in "rl") < NEAR)


def angles(name: str, column: str) -> Array:
    motion: Motion = motion_of(movements()[name])
    return np.array([pose.angles[body().columns.index(column)] for pose in motion.poses[:: motion.stride]])


def has(*kinds: str) -> Callable[[str], bool]:
    return lambda name: any(read_prop(text).kind in kinds for text in movements()[name].props)


def first_feet_down(name: str) -> bool:
    first = {(c.point, c.surface) for c in contacts_of(movements()[name])[0]}
    return all(any((f"{side}_{part}", s) in first for s in ("floor", "bed")) for side in "rl" for part in ("heel", "ball_in"))


def on_back(name: str) -> bool:
    return bool((skin(name)["chest"][:, 1] > skin(name)["ribs_back"][:, 1]).any())


def on_side(name: str) -> bool:
    apart = np.abs(skin(name)["r_shoulder"] - skin(name)["l_shoulder"])
    return bool((apart[:, 1] > apart[:, 0]).any() and (apart[:, 1] > 0.2).any())


def face_down(name: str) -> bool:
    return bool((skin(name)["chest"][:, 1] < skin(name)["ribs_back"][:, 1] - 0.1).all())


def heel_before_toe(name: str) -> bool:
    gaps = [np.abs(keys_of(name, f"{a}_heel") - keys_of(name, f"{b}_toe"))[:, (0, 2)] for a, b in ("rl", "lr")]
    return bool(min(np.maximum(gap[:, 0] - 0.08, gap[:, 1] - 0.05).min() for gap in gaps) < 0)


def hangs(name: str) -> bool:
    return not any(touches(name, f"{side}_heel", "floor") for side in "rl") and bool((skin(name)["r_heel"][:, 1] > 0.05).all())


def one_knee_down(name: str) -> bool:
    knees = {side: touches(name, f"{side}_knee", "floor", "pad") for side in "rl"}
    return any(knees[a] and not knees[b] and touches(name, f"{b}_heel", "floor") for a, b in ("rl", "lr"))


def crossed(name: str) -> bool:
    return all(near(name, a, f"{b}_shoulder_front", within=0.1) for a, b in ("rl", "lr"))


def hands_behind(name: str) -> bool:
    return hands_on(name, "floor") and bool(keys_of(name, "r_palm")[0, 0] < keys_of(name, "sacrum")[0, 0])


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (r"both hands on (it|a worktop|a desk)|fingertips on a worktop|hands (resting )?on it", lambda n: hands_on(n, "worktop")),
    (r"with one hand near the support|a hand just above the support|hands hover", lambda n: hand_on(n, "worktop")),
    (r"[Ff]orearms on a worktop", lambda n: all(touches(n, f"{s}_elbow", "worktop") for s in "rl")),
    (r"forearm on it", lambda n: touches(n, "r_elbow", "wall") and touches(n, "r_wrist", "wall")),
    (r"forearm on the floor|[Oo]n the forearm", lambda n: any(touches(n, f"{s}_elbow", "floor") for s in "rl")),
    (r"on the forearms", lambda n: all(touches(n, f"{s}_elbow", "floor") for s in "rl")),
    (r"[Oo]ne hand on a rail|[Hh]olding the rail", at_rail),
    (r"one hand on a chair", lambda n: hand_on(n, "chair", "chairback", "rail")),
    (r"hands on the seat of a chair|hands on a chair|hands push|hands reach back", lambda n: hands_on(n, "chair", "arms")),
    (r"hands on the thighs", lambda n: both_near(n, "lap", "lap_low", "lap_high")),
    (r"hands on the outside of the knees", lambda n: both_near(n, "knee_out")),
    (r"hands inside the knees", lambda n: both_near(n, "thigh_in", "knee_in")),
    (r"hands slide to the knees", lambda n: both_near(n, "knee_top")),
    (r"palm strokes the front of the thigh", lambda n: near(n, "r", "r_lap_low") and near(n, "r", "r_lap_high")),
    (r"fingertips on the belly", lambda n: both_near(n, "belly_side")),
    (r"fingertips on the (front of the )?pelvis|hands on the hip bones", lambda n: both_near(n, "brim")),
    (r"hands on the hips", lambda n: both_near(n, "waist", "hip_back")),
    (r"hands on the lower ribs", lambda n: both_near(n, "rib_front")),
    (r"one hand on the belly and one on the breastbone", lambda n: near(n, "r", "belly") and near(n, "l", "breastbone")),
    (r"[Aa]rms crossed", crossed),
    (r"both hands behind one thigh", lambda n: near(n, "r", "r_thigh_back") and near(n, "l", "r_thigh_back")),
    (r"one knee is held", lambda n: near(n, "l", "l_thigh_back") and near(n, "r", "l_thigh_back")),
    (r"hand presses the raised knee", lambda n: near(n, "r", "r_knee_in")),
    (r"hands on the floor behind|with the hands behind", hands_behind),
    (r"[Hh]ands and (knees|one knee)", lambda n: hands_on(n, "floor") and touches(n, "l_knee", "floor")),
    (r"ankle (resting on the other thigh|crossed over the other)", lambda n: apart(n, "r_ankle_rest", "l_lap_low") < NEAR),
    (r"feet (flat|down)|both feet (on the ground|stay down)", first_feet_down),
    (r"heels resting", lambda n: all(touches(n, f"{s}_heel", "floor") for s in "rl")),
    (r"heels together", lambda n: apart(n, "r_heel", "l_heel") < 0.15),
    (r"heel on the ground", lambda n: touches(n, "r_heel", "floor")),
    (r"heel right in front of the other toes|heel to toe", heel_before_toe),
    (r"shins hanging", hangs),
    (r"[Hh]alf-kneeling", one_knee_down),
    (r"with straight (knees|legs)|one straight leg|one leg straight", lambda n: bool(angles(n, "r_knee_flexion").min() < 14)),
    (r"(with|[Tt]he) (the )?knees bent|with knees bent", lambda n: bool(angles(n, "r_knee_flexion").max() > 60)),
    (r"(^|, )[Oo]n the back|[Ll]ying on the back|Resting on the back", on_back),
    (r"[Ll]ying on the side|^On one side", on_side),
    (r"[Ff]ace down", face_down),
    (r"a strap round one foot|with a strap", has("strap")),
    (r"\bphone\b", has("phone")),
    (r"\bstick\b", has("stick")),
    (r"foam roller", has("roller")),
    (r"\bball\b", has("ball")),
    (r"anchored band", has("band")),
    (r"\bweight held|light weight\b", has("weight")),
    (r"cushion|calves on", has("calfrest", "pad")),
    (r"folded blanket", has("blanket")),
    (r"\bseats on the way", has("bench")),
    (r"[Bb]eside a worktop|at a worktop|a worktop\b|a desk", has("worktop", "counter")),
    (r"\b(a|the) wall\b", lambda n: has("wall")(n) or n == "pedal-exerciser"),
    (r"\b(a|the)( side edge of a)? bed\b", has("bed")),
    (r"\bchair\b", has("chair", "armchair", "stool", "highchair")),
    (r"armrests", has("armchair")),
    (r"\bshelf\b", has("shelf")),
    (r"\bpedals\b", has("bike", "pedals")),
    (r"static bike", has("bike")),
    (r"low step", has("step")),
    (r"\bstair\b", has("stair")),
)  # fmt: skip
SAID = [(name, words) for name in ALL for words, _ in RULES if re.search(words, movements()[name].says)]


@pytest.mark.parametrize(("name", "words"), SAID)
def test_the_figure_does_what_its_sentence_says(name: str, words: str) -> None:
    """Where the words put a hand, a foot or a thing, there it is."""
    assert dict(RULES)[words](name), movements()[name].says


@pytest.mark.parametrize("words", [words for words, _ in RULES])
def test_every_rule_is_of_use(words: str) -> None:
    """A rule that no sentence meets would prove nothing."""
    assert any(each == words for _, each in SAID)


@pytest.mark.parametrize("name", ALL)
def test_what_carries_lies_under_what_it_carries(name: str) -> None:
    """Nobody sits, lies or leans beside the thing: a solid part is under every contact (fingers may hang over its edge)."""
    movement = movements()[name]
    motion = motion_of(movement)
    boxes = {surface: prop.boxes for prop in map(read_prop, movement.props) for surface in prop.surfaces if prop.boxes}

    for index, contacts in enumerate(motion.contacts):
        for contact in (each for each in contacts if each.surface in boxes and not each.point.endswith("fingers")):
            at, out = skin(name)[contact.point][index], surfaces_of(movement)[contact.surface].out
            beyond = [
                np.where(np.abs(out) > 0.5, 0, np.abs(at - middle) - half).max() for middle, half in boxes[contact.surface]
            ]

            assert min(beyond) < OVER, (
                f"{contact.point} at pose {index}: {100 * min(beyond):.0f} cm beside the {contact.surface}"
            )
