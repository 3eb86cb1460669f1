"""What touches what: from words to points, planes and anchors.

    "feet floor; r.hand worktop; ~l.heel bed"

Each word of the body stands for a few points of the skin; a contact holds all of them on the surface.
"""

from collections.abc import Mapping

import numpy as np

from psoas.figure.movement import Key, Movement
from psoas.figure.notation import BadMovement
from psoas.figure.props import FLOOR, Surface, read_prop
from psoas.figure.skeleton import Array, body
from psoas.vocabulary.value import value

PARTS: Mapping[str, tuple[str, ...]] = {
    "foot": ("heel", "ball_in", "ball_out", "toe"),
    "ball": ("ball_in", "ball_out", "toe"),
    "hand": ("palm", "fingers"),
    "fist": ("knuckles",),
    "kneel": ("knee", "instep"),
    "tuck": ("knee", "ball_in", "ball_out"),
    "forearm": ("elbow", "wrist"),
}
MIDDLE: Mapping[str, tuple[str, ...]] = {
    "sacrum": ("sacrum",),
    "back": ("back",),
    "ribs": ("ribs_back",),
    "loin": ("loin",),
    "head": ("head_back",),
    "forehead": ("forehead",),
    "chest": ("chest",),
    "belly": ("belly",),
}
PLURALS = {
    "feet": "foot",
    "hands": "hand",
    "knees": "knee",
    "heels": "heel",
    "balls": "ball",
    "forearms": "forearm",
    "fists": "fist",
}


@value
class Contact:
    """One point of the skin on one surface; `slides` frees it to move along."""

    point: str
    surface: str
    slides: bool
    since: int
    """The key at which it was set down: lifted and set down again, it may stand elsewhere."""


@value
class Pin:
    """A point brought to another point of the body, or to a place in the room."""

    point: str
    to: str | None = None
    at: Array | None = None


def surfaces_of(movement: Movement) -> Mapping[str, Surface]:
    """Every surface in this movement's room, by name. Of two chairs, the second offers `chair2`."""
    found: dict[str, Surface] = dict(FLOOR.surfaces)
    for prop in map(read_prop, movement.props):
        for name, surface in prop.surfaces.items():
            found[name if name not in found else f"{name}2"] = surface
    return found


def boxes_of(movement: Movement) -> tuple[tuple[Array, Array], ...]:
    """Every solid box a limb must stay out of."""
    return tuple(box for prop in map(read_prop, movement.props) for box in prop.boxes)


def contacts_of(movement: Movement) -> tuple[tuple[Contact, ...], ...]:
    """For each key, what touches: a key inherits the contacts of the one before."""
    current: dict[str, Contact] = {}
    all_keys = []
    for index, key in enumerate(movement.keys):
        for words in filter(None, (piece.strip() for piece in key.on.split(";"))):
            _apply(words, current, movement, index)
        all_keys.append(tuple(current.values()))
    return tuple(all_keys)


def _apply(words: str, current: dict[str, Contact], movement: Movement, index: int) -> None:
    if words.startswith("-"):
        for point in _points(words[1:].partition(" ")[0], movement.id):
            current.pop(point, None)
        return
    part, surface = words.lstrip("~").split()
    for point in _points(part, movement.id):
        known = current.get(point)
        if known and (known.surface, known.slides) == (surface, words.startswith("~")):
            continue
        current[point] = Contact(point=point, surface=surface, slides=words.startswith("~"), since=index)


def _points(part: str, movement: str) -> tuple[str, ...]:
    side, _, name = part.rpartition(".")
    name = PLURALS.get(name, name)
    points = MIDDLE.get(name) or tuple(f"{s}_{p}" for s in ((side,) if side else ("r", "l")) for p in PARTS.get(name, (name,)))
    if unknown := [point for point in points if point not in body().points]:
        raise BadMovement(f"{movement}: {part!r} is no part of the body ({unknown[0]})")
    return points


def pins_of(key: Key) -> tuple[Pin, ...]:
    """`touch` and `put` of one key."""
    touching = [piece.split() for piece in key.touch.split(";") if piece.strip()]
    placing = [piece.split() for piece in key.put.split(";") if piece.strip()]
    pins = [Pin(point=_known(point), to=_known(to)) for point, to in touching]
    pins += [Pin(point=_known(point), at=np.array([float(n) for n in place.split(",")])) for point, place in placing]
    return tuple(pins)


def _known(point: str) -> str:
    if point not in body().points:
        raise BadMovement(f"{point!r} is no point of the body")
    return point
