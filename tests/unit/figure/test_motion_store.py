"""What is kept of the solver's work is what the solver says, of the movements as they stand."""

from pathlib import Path

import numpy as np
import pytest

from psoas.figure.inverse_kinematics import solve_movement
from psoas.figure.motion_store import SOLVED, fingerprint, motion_of, solve_changed
from psoas.figure.movement import movements

ALL = sorted(movements())
A_MILLIMETRE, A_DEGREE = 0.001, 1.0


def test_every_movement_is_kept_as_it_stands() -> None:
    """A changed movement is solved again before it is committed: `python -m psoas.figure.build OUT` does it."""
    kept = {file.stem for file in SOLVED.glob("*.json")}
    stale = [name for name in ALL if f'"of": "{fingerprint(movements()[name])}"' not in (SOLVED / f"{name}.json").read_text()]

    assert kept == set(ALL)
    assert stale == []


@pytest.mark.parametrize("name", ALL[::20])
def test_a_motion_solved_again_is_the_motion_that_is_kept(name: str) -> None:
    """Committed numbers are the solver's own: whoever changes the solver solves all of them again."""
    kept, again = motion_of(movements()[name]), solve_movement(movements()[name])

    for before, after in zip(kept.poses, again.poses, strict=True):
        assert np.abs(before.at - after.at).max() < A_MILLIMETRE
        assert np.abs(before.angles - after.angles).max() < A_DEGREE


def test_only_what_changed_is_solved(tmp_path: Path) -> None:
    """An author waits for one movement, not for a hundred; what belongs to no movement goes."""
    for file in SOLVED.glob("*.json"):
        (tmp_path / file.name).write_text(file.read_text())
    (tmp_path / f"{ALL[0]}.json").unlink()
    (tmp_path / "nobody.json").write_text("{}")

    assert solve_changed(tmp_path) == 1
    assert not (tmp_path / "nobody.json").exists()
    assert (tmp_path / f"{ALL[0]}.json").exists()


def test_another_movement_of_the_same_name_is_not_taken_for_it(tmp_path: Path) -> None:
    """Better no picture than that of a movement that was changed."""
    (tmp_path / f"{ALL[0]}.json").write_text('{"of": "before", "poses": []}')

    with pytest.raises(LookupError, match="is not solved as it stands"):
        motion_of(movements()[ALL[0]], folder=tmp_path)
