"""The tasks: how the legs stand, how far the chest leans, and what the model's answer was held against.

    task             thigh   knee   seat   chest            compared with
    forward-bend        0      0    no     as asked         D1 D2 D3 D7 D10
    sitting            90     90    yes    0                D4
    sit-to-stand       90     90    yes    44.3 (lift-off)  D5
    squat              85    115    no     40               D6 D7
    terminal-stance   -11, 25  0    no     0                D9
    seated-rotation     -      -    -      45 (turned)      D8, with the pelvis held: its hips are unchecked

Sitting has its own couple: the seat presses on the sit bones, behind the hips, and tips the pelvis forward. Just before
lift-off it still does.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from psoas.mechanics.posture import Posture
from psoas.vocabulary.value import value

Task = Literal["forward-bend", "sitting", "sit-to-stand", "squat", "terminal-stance", "seated-rotation"]
TASKS: tuple[Task, ...] = get_args(Task)
Validation = Literal["validated", "not-validated"]


@value
class TaskPosture:
    """A task as the chain takes it."""

    posture: Posture
    chest: float | None
    """Degrees where nothing else is asked; None where the person must say."""
    lean: tuple[float, float]
    """What may be asked for."""
    rows: tuple[str, ...]
    """The rows of the validation table that must all pass."""
    unchecked: str = ""
    """Why it stays unvalidated even when its rows pass: the sentence that says so."""


SEATED = Posture(thighs=(90.0, 90.0), knees=(90.0, 90.0), seat=True)
LIFT_OFF = 44.3
POSES: Mapping[Task, TaskPosture] = {
    "forward-bend": TaskPosture(posture=Posture(), chest=None, lean=(1.0, 130.0), rows=("D1", "D2", "D3", "D7", "D10")),
    "sitting": TaskPosture(posture=SEATED, chest=0.0, lean=(-20.0, 60.0), rows=("D4", "S3")),
    "sit-to-stand": TaskPosture(posture=SEATED, chest=LIFT_OFF, lean=(0.0, 80.0), rows=("D5",)),
    "squat": TaskPosture(
        posture=Posture(thighs=(85.0, 85.0), knees=(115.0, 115.0)), chest=40.0, lean=(0.0, 90.0), rows=("D6", "D7")
    ),
    "terminal-stance": TaskPosture(posture=Posture(thighs=(-11.0, 25.0)), chest=0.0, lean=(-15.0, 30.0), rows=("D9",)),
    "seated-rotation": TaskPosture(
        posture=Posture(),
        chest=45.0,
        lean=(1.0, 70.0),
        rows=("D8",),
        unchecked="turning-unchecked",
    ),
}
