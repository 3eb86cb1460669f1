"""The frozen sequences: the Python player still does what they say. The TypeScript player reads the same files."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from stage import SCRIPTS

from psoas.session.player import Event, play, start_state
from psoas.session.record import record_of

VECTORS = Path(__file__).parents[2] / "vectors"
SEQUENCES: dict[str, Any] = {
    title: sequence
    for name in ("player-told.json", "player-found.json")
    for title, sequence in json.loads((VECTORS / name).read_text("utf-8")).items()
}


def test_the_frozen_scripts_are_those_of_the_stage() -> None:
    """Run tests/vectors/freeze_player.py after a change that is meant."""
    frozen = json.loads((VECTORS / "player-scripts.json").read_text("utf-8"))

    assert frozen == _plain({name: asdict(script) for name, script in SCRIPTS.items()})


def test_there_are_enough_of_them() -> None:
    """Told by hand and found by Hypothesis."""
    assert len(SEQUENCES) >= 40


@pytest.mark.parametrize("title", SEQUENCES)
def test_the_player_does_as_frozen(title: str) -> None:
    """Every effect of every event, the last state and the record."""
    sequence = SEQUENCES[title]
    script = SCRIPTS[sequence["script"]]
    state = start_state(script)
    heard = []
    for event in sequence["events"]:
        turn = play(state, Event(**event), script=script)
        state = turn.state
        heard.append([asdict(effect) for effect in turn.effects])

    assert _plain(heard) == sequence["effects"]
    assert _plain(asdict(state)) == sequence["state"]
    assert _plain([asdict(row) for row in record_of(state, script=script)]) == sequence["record"]


def _plain(content: object) -> Any:
    return json.loads(json.dumps(content))
