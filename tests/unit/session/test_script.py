"""A session becomes ordered steps."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from player_sessions import BRIDGE, HOLD, LEAN, LEFT, RIGHT, SCRIPTS, STAGE, WALK, scripted
from text_tables import rows

from psoas.planning.plan import Item
from psoas.session.script import Script

VECTORS = Path(__file__).parents[2] / "vectors"


def test_every_kind_of_step_has_its_time() -> None:
    """Twenty seconds to get ready, sixty to get down or up, ten for the other side."""
    table = """
        kind         | seconds | says
        get-ready    |      20 | Get ready: Chair turn, left side.
        work         |    10.5 | Set 1 of 2: 3 slow repetitions.
        rest         |      10 | Rest. Next is set 2 of 2.
        work         |    10.5 | Set 2 of 2: 3 slow repetitions.
        switch-side  |      10 | Change sides: Chair turn, right side.
        work         |    10.5 | Set 1 of 2: 3 slow repetitions.
        rest         |      10 | Rest. Next is set 2 of 2.
        work         |    10.5 | Set 2 of 2: 3 slow repetitions.
        finish       |       0 | That was the last one. Well done. One short answer and you are finished.
    """

    assert _told(SCRIPTS["two-sides"]) == rows(table)


def test_getting_down_and_up_takes_its_minute_each_way() -> None:
    """A hold on the floor between two movements on the chair: down before it, up after it."""
    kinds = [step.kind for step in scripted(LEAN, HOLD, LEFT).steps]

    assert kinds.count("change-level") == 2
    assert kinds[4:6] == ["change-level", "get-ready"]


def test_who_ends_on_the_floor_is_told_how_to_get_up() -> None:
    """The last line never leaves anybody lying."""
    *_, up, finish = scripted(HOLD).steps

    assert (up.kind, up.seconds, finish.kind) == ("change-level", 60, "finish")
    assert up.says.startswith("Now up from the floor.")


def test_holds_let_go_for_a_moment_between_each_other() -> None:
    """Two holds of a set are two steps with three seconds between."""
    hold, let_go, again = scripted(HOLD).steps[2:5]

    assert (hold.says, let_go.seconds, again.says) == ("Hold 1 of 2: 20 seconds.", 3, "Last one. Hold for 20 seconds.")


def test_a_walk_is_a_bout_at_the_own_pace() -> None:
    """Nobody holds a walk."""
    assert scripted(WALK).steps[1].says == "5 minutes, at your own pace."


def test_no_rest_is_no_step() -> None:
    """Zero seconds of rest are left out, not counted down."""
    kinds = [step.kind for step in scripted(replace(LEFT, rest_s=0)).steps]

    assert "rest" not in kinds


def test_alternatives_of_the_wrong_side_are_left_out() -> None:
    """For the left side only left and two-sided movements stand in."""
    script = scripted(HOLD, alternatives={"floor-hold": (RIGHT, LEAN)})

    assert [choice.exercise for choice in script.parts[0].choices] == ["floor-hold", "worktop-lean"]


def test_both_sides_of_an_alternative_stand_in_for_a_movement_without_sides() -> None:
    """Left and right become one movement, with a change of side in it."""
    instead = scripted(BRIDGE, alternatives={"bed-bridge": (LEFT, RIGHT)}).parts[0].choices[1]

    assert [step.side for step in instead.steps if step.kind == "work"] == ["left", "left", "right", "right"]
    assert [step.kind for step in instead.steps].count("switch-side") == 1


def test_the_length_of_a_script_is_the_sum_of_its_steps() -> None:
    """20 + 10.5 + 10 + 10.5 for the left, 10 + 10.5 + 10 + 10.5 for the right."""
    assert sum(step.seconds for step in SCRIPTS["two-sides"].steps) == 92


def test_every_step_of_training_names_its_exercise() -> None:
    """The page needs it at every moment."""
    steps = [step for script in SCRIPTS.values() for step in script.steps if step.kind in ("work", "hold")]

    assert all(step.exercise in STAGE.exercises for step in steps)


def test_numbers_are_told_as_words_would_be() -> None:
    """One repetition is not 1 repetitions."""
    one = Item(exercise="worktop-lean", side="both", sets=1, reps=1)

    assert scripted(one).steps[1].says == "1 slow repetition."


def test_the_frozen_scripts_are_those_of_the_stage() -> None:
    """The page's player is tested on them. Run tests/vectors/freeze_scripts.py after a change that is meant."""
    frozen = json.loads((VECTORS / "player-scripts.json").read_text("utf-8"))

    assert frozen == json.loads(json.dumps({name: asdict(script) for name, script in SCRIPTS.items()}))


def _told(script: Script) -> list[dict[str, str]]:
    return [{"kind": step.kind, "seconds": f"{step.seconds:g}", "says": step.says} for step in script.steps]
