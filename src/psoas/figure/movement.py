"""A movement as authored: key poses, what touches what, the things around it and its beat.

    [[movement]]
    id = "glute-bridge"
    says = "Lying on the back with knees bent, the hips lift until shoulders, hips and knees line up."
    view = [-35, 12]                         # the camera: degrees around, degrees above
    props = ["mat"]
    muscles = ["gluteus-maximus work"]       # muscle, work or stretch, optional side
    beats = ["up 2", "up 1", "down 2"]       # key and seconds; the same key again is a hold
    keys = [
      { name = "down", pose = "crook", on = "feet floor; sacrum floor; back floor; head floor" },
      { name = "up", pose = "hip 0; knee 95", on = "-sacrum" },
    ]

A key starts from the one before. `on` plants points on surfaces (a planted point stays where it is for as long as it
touches); `~` in front lets it slide along the surface; `-` ends it. `touch` brings two points of the body together;
`put` brings one to a place in the room. Movements with sides are authored for one side and mirrored when drawn.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.figure.notation import BadMovement
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


@cache
def movements() -> Mapping[str, Movement]:
    """All authored movements by id, in the order of the files."""
    found: dict[str, Movement] = {}
    for row in _rows():
        movement = _read(row)
        if movement.id in found:
            raise BadMovement(f"{movement.id}: authored twice")
        found[movement.id] = movement
    return found


def _rows() -> Iterator[dict[str, Any]]:
    folder = files("psoas.figure") / "data" / FOLDER
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text("utf-8"))["movement"]


def _read(row: dict[str, Any]) -> Movement:
    keys = tuple(Key(**key) for key in row["keys"])
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
        travel=tuple(row.get("travel", (0.0, 0.0))),  # type: ignore[arg-type]  # two numbers from TOML
        own_time=bool(row.get("own_time", False)),
        scene=row["id"].startswith("scene-"),
        fused=tuple(row.get("fused", ())),
    )


def _beat(text: str, names: list[str], movement: str) -> Beat:
    name, seconds = text.split()
    if name not in names:
        raise BadMovement(f"{movement}: beat {text!r} names no key")
    return Beat(key=names.index(name), seconds=float(seconds))


def _first_hold(beats: tuple[Beat, ...], otherwise: int) -> int:
    for before, beat in zip(beats, beats[1:], strict=False):
        if before.key == beat.key:
            return beat.key
    return otherwise
