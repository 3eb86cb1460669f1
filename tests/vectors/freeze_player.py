"""Freeze what the Python player does, so that the TypeScript twin is held to it.

    .venv/bin/python tests/vectors/freeze_player.py

writes player-scripts.json, player-told.json (sequences written by hand) and player-found.json (sequences that Hypothesis
made, with a fixed seed). Run it after a change of the player that is meant; the tests on both sides read the files.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402  # the path above comes first
from plays import TOLD, plays  # noqa: E402
from stage import SCRIPTS  # noqa: E402

from psoas.session.player import Event, play, start_state  # noqa: E402
from psoas.session.record import record_of  # noqa: E402

FOUND = 60
SEED = 20_261_120


def played(script: str, events: tuple[Event, ...]) -> dict[str, object]:
    """One sequence: after every event the effects, and at the end where the player stands and what it records."""
    state = start_state(SCRIPTS[script])
    effects = []
    for event in events:
        turn = play(state, event, script=SCRIPTS[script])
        state = turn.state
        effects.append([asdict(effect) for effect in turn.effects])
    record = [asdict(row) for row in record_of(state, script=SCRIPTS[script])]
    made = [asdict(event) for event in events]
    return {"script": script, "events": made, "effects": effects, "state": asdict(state), "record": record}


def found() -> list[tuple[str, tuple[Event, ...]]]:
    """The same sequences on every run: Hypothesis with a fixed seed and no memory."""
    made: list[tuple[str, tuple[Event, ...]]] = []

    @seed(SEED)
    @settings(max_examples=FOUND, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(plays())
    def collect(sequence: tuple[str, tuple[Event, ...]]) -> None:
        made.append(sequence)

    collect()
    return made


def write(name: str, content: object) -> None:
    (HERE / name).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


def main() -> None:
    write("player-scripts.json", {name: asdict(script) for name, script in SCRIPTS.items()})
    write("player-told.json", {title: played(script, events) for title, (script, events) in TOLD.items()})
    write("player-found.json", {f"found {number}": played(*sequence) for number, sequence in enumerate(found())})


if __name__ == "__main__":
    main()
