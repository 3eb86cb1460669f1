"""Build the figures: `python -m psoas.figure.build OUT` writes one document for each movement into OUT.

Also writes `data/built/reach.json`, where each movement takes each joint, for the check of the catalogue's demands.
The stills are drawn from the documents by `node src/psoas/web/elements/figure/stills.ts OUT`.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small matrices are solved faster by one thread than by many

from psoas.catalogue.catalogue import Catalogue, load
from psoas.figure.demand import reach_of
from psoas.figure.document import document_of
from psoas.figure.movement import Movement, movements
from psoas.figure.store import BUILT, motion_of, sweep


def build(out: Path, *, catalogue: Catalogue, folder: Path = BUILT) -> int:
    """Solve what changed, write all documents, drop those of movements that are gone; how many there are."""
    out.mkdir(parents=True, exist_ok=True)
    reaches: dict[str, Any] = {}
    for movement in movements().values():
        motion = motion_of(movement, folder=folder)
        document = document_of(motion, tempo_s=tempo_of(movement, catalogue), keeps=keeps_going(movement, catalogue))
        _write(out / f"{movement.id}.json", document)
        reaches[movement.id] = reach_of(motion)
    _write(folder / "reach.json", reaches)
    sweep(folder)
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


def _write(file: Path, content: Any) -> None:
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    if not file.exists() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m psoas.figure.build OUT\n")
        return 2
    start = time.perf_counter()
    count = build(Path(arguments[0]), catalogue=load())
    sys.stdout.write(f"{count} figures in {time.perf_counter() - start:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
