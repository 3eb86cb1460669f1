"""Build the figures: `python -m psoas.figure.build OUT` writes one document for each movement into OUT.

A movement that changed is solved first, and its motion kept in `data/solved`, to be looked at and committed with it; `--again`
solves all of them, for a change of the solver (half a minute). Also writes `data/built/reach.json`, where each movement takes
each joint, for the check of the catalogue's demands.
`measure.ts OUT` in `src/psoas/web/elements/figure` then measures how much of each movement is seen, and `stills.ts OUT` draws.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small matrices are solved faster by one thread than by many

from psoas.catalogue.catalogue import Catalogue, load
from psoas.figure.demand import reach_of
from psoas.figure.description import SAYS, all_told
from psoas.figure.document import MotionDocument, document_of
from psoas.figure.motion_store import SOLVED, motion_of, solve_changed
from psoas.figure.movement import Movement, movements
from psoas.figure.reach import BUILT


def build(out: Path, *, catalogue: Catalogue, solved: Path = SOLVED, reach: Path = BUILT, again: bool = False) -> int:
    """Solve what changed, write all documents, drop those of movements that are gone; how many there are."""
    solve_changed(solved, again=again)
    out.mkdir(parents=True, exist_ok=True)
    reaches: dict[str, Any] = {}
    for movement in movements().values():
        motion = motion_of(movement, folder=solved)
        made = document_of(motion, tempo_s=tempo_of(movement, catalogue), keeps=keeps_going(movement, catalogue))
        document = TypeAdapter(MotionDocument).dump_python(made, mode="json", exclude_defaults=True)
        _write(out / f"{movement.id}.json", document | _stress(out / f"{movement.id}.json", document))
        reaches[movement.id] = reach_of(motion)
    reach.parent.mkdir(parents=True, exist_ok=True)
    _write(reach, reaches)
    _write(reach.with_name(SAYS.name), all_told())
    for file in out.glob("*.json"):
        if file.stem not in movements():
            file.unlink()
    return len(reaches)


def tempo_of(movement: Movement, catalogue: Catalogue) -> float | None:
    """The catalogue's seconds a repetition; none where it is held or has no row: then the authored beat stands."""
    exercise = catalogue.exercises.get(movement.id)
    return None if exercise is None or exercise.dose.hold_s or movement.own_time else exercise.tempo_s


def keeps_going(movement: Movement, catalogue: Catalogue) -> bool:
    """Is the hold of this exercise the bout itself: walking, cycling, breathing?"""
    exercise = catalogue.exercises.get(movement.id)
    return exercise is not None and exercise.dose.hold_s is not None and (exercise.dose.hold_s.high >= 60)


def _stress(file: Path, document: dict[str, Any]) -> dict[str, Any]:
    """What `measure.ts` has written into this document, while it is still the same."""
    held = json.loads(file.read_text("utf-8")) if file.exists() else {}
    stress = {"stress": held.pop("stress")} if "stress" in held else {}
    return stress if held == document else {}


def _write(file: Path, content: Any) -> None:
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    if not file.exists() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")


def main(arguments: list[str]) -> int:
    again = "--again" in arguments
    places = [word for word in arguments if word != "--again"]
    if len(places) != 1:
        sys.stderr.write("usage: python -m psoas.figure.build [--again] OUT\n")
        return 2
    start = time.perf_counter()
    count = build(Path(places[0]), catalogue=load(), again=again)
    sys.stdout.write(f"{count} figures in {time.perf_counter() - start:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
