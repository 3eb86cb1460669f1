"""A movement as authored: key poses, what touches what, the things around it and its beat.

    [[movement]]
    id = "glute-bridge"
    says = "Lying on the back with knees bent, the hips lift."
    view = [-35, 12]                         # the camera: degrees around, degrees above
    props = ["mat"]
    muscles = ["gluteus-maximus work"]       # muscle, work or stretch, optional side
    tells = ["r_brim"]                       # the points that tell it, where what moves most is not what matters
    beats = ["up 2", "up 1", "down 2"]       # key and seconds; the same key again is a hold
    keys = [
      { name = "down", pose = "crook", on = "feet floor; sacrum floor; back floor" },
      { name = "up", pose = "hip 0; knee 95", on = "-sacrum" },
    ]

A key starts from the one before. `on` plants points on surfaces (a planted point stays where it is for as long as it
touches); `~` in front lets it slide along the surface; `-` ends it. `touch` brings two points of the body together
until a key says otherwise; `put` brings one to a place in the room; `swell` (`belly 25`) moves flesh where no joint
moves, by so many millimetres at that key. Movements with sides are authored for one side and
mirrored when drawn.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from psoas.figure.notation import BadMovement, mirrored_places, mirrored_text
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

FOLDER = "movements"


@value
class Key:
    name: str
    pose: str = ""
    on: str = ""
    touch: str = ""
    put: str = ""
    swell: str = ""


def read_keys(rows: list[dict[str, str]]) -> tuple[Key, ...]:
    """The keys of a row; touching goes on until a key says something else (an empty word ends it)."""
    touch, found = "", []
    for row in rows:
        touch = row.get("touch", touch)
        found.append(Key(**{**row, "touch": touch}))
    return tuple(found)


@value
class Beat:
    """Go to a key in so many seconds; a beat to the key where the figure already is, is a hold."""

    key: int
    seconds: float


@value
class Movement:
    id: str
    says: str
    side: Side
    view: tuple[float, float]
    props: tuple[str, ...]
    muscles: tuple[str, ...]
    keys: tuple[Key, ...]
    beats: tuple[Beat, ...]
    peak: int
    """The key that shows the movement at a glance: stills, holds, cards."""
    steps: int
    """Poses solved between two keys, besides the second."""
    travel: tuple[float, float]
    """How far (x, z) one round carries the body: walking."""
    own_time: bool
    """The authored beat stands, whatever the catalogue's tempo: a round is not one repetition."""
    scene: bool
    """A picture for a page that explains, not a row of the catalogue."""
    fused: tuple[str, ...]
    tells: tuple[str, ...]
    """Points of the skin whose way says what the movement is; none where what moves most says it."""


@cache
def movements() -> Mapping[str, Movement]:
    """All authored movements by id, in the order of the files."""
    found: dict[str, Movement] = {}
    for row in _expand(list(_rows())):
        movement = _read(row)
        if movement.id in found:
            raise BadMovement(f"{movement.id}: authored twice")
        found[movement.id] = movement
    return found


def _expand(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """`like` borrows everything not said anew from another movement."""
    known = {row["id"]: row for row in rows}
    for row in rows:
        full = row
        while "like" in full:
            if full["like"] not in known:
                raise BadMovement(f"{row['id']}: like {full['like']!r}, which nobody authored")
            lender = known[full["like"]]
            full = {**lender, **{name: each for name, each in full.items() if name != "like"}, **_lent(lender)}
        yield full


def _lent(lender: dict[str, Any]) -> dict[str, Any]:
    return {"like": lender["like"]} if "like" in lender else {}


def _rows() -> Iterator[dict[str, Any]]:
    folder = files("psoas.figure") / "data" / FOLDER
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text("utf-8"))["movement"]


def _read(row: dict[str, Any]) -> Movement:
    keys = read_keys(row["keys"])
    if row.get("mirrored"):
        keys += other_half(keys, row.get("travel", (0.0, 0.0)))
    names = [key.name for key in keys]
    beats = tuple(_beat(text, names, row["id"]) for text in row["beats"])
    return Movement(
        id=row["id"],
        says=row["says"],
        side=row.get("side", "both"),
        view=(float(row["view"][0]), float(row["view"][1])),
        props=tuple(row.get("props", ())),
        muscles=tuple(row.get("muscles", ())),
        keys=keys,
        beats=beats,
        peak=names.index(row["peak"]) if "peak" in row else _first_hold(beats, len(keys) - 1),
        steps=int(row.get("steps", 3)),
        travel=tuple(row.get("travel", (0.0, 0.0))),
        own_time=bool(row.get("own_time", False)),
        scene=row["id"].startswith("scene-"),
        fused=tuple(row.get("fused", ())),
        tells=tuple(row.get("tells", ())),
    )


def other_half(keys: tuple[Key, ...], travel: tuple[float, float]) -> tuple[Key, ...]:
    """The same keys for the other leg, half a round further on, and the first key again at the end of the round."""
    mirrored = tuple(
        Key(
            name=f"{key.name}-other",
            pose=mirrored_text(key.pose, forward=travel[0] / 2),
            on=mirrored_text(key.on),
            touch=mirrored_text(key.touch),
            put=mirrored_places(key.put, forward=travel[0] / 2),
            swell=key.swell,
        )
        for key in keys
    )
    first = keys[0]
    again = Key(
        name="again",
        pose=mirrored_text(mirrored_text(first.pose), forward=travel[0]),
        on=_set_down_again(keys),
        touch=first.touch,
        put=mirrored_places(mirrored_places(first.put), forward=travel[0]),
    )
    return (*mirrored, again)


def _set_down_again(keys: tuple[Key, ...]) -> str:
    """The first key's contacts, as after the last of the other half: what that half lets go is let go here too."""
    return mirrored_text(mirrored_text(keys[0].on))


def _beat(text: str, names: list[str], movement: str) -> Beat:
    name, seconds = text.split()
    if name not in names:
        raise BadMovement(f"{movement}: beat {text!r} names no key")
    return Beat(key=names.index(name), seconds=float(seconds))


def _first_hold(beats: tuple[Beat, ...], otherwise: int) -> int:
    for before, beat in pairwise(beats):
        if before.key == beat.key:
            return beat.key
    return otherwise
