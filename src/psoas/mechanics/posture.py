"""How the legs stand in a task: plain numbers, so that a task can be named without loading the model."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Posture:
    """How the legs stand: thigh inclination (+ knee ahead of hip) and knee bend of each leg; and whether on a seat."""

    thighs: tuple[float, float] = (0.0, 0.0)
    knees: tuple[float, float] = (0.0, 0.0)
    seat: bool = False
    gravity: float = 0.0
    """The part of gravity that muscle leaves to the springs."""
