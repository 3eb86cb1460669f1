"""Which movements help this person? Negative change = less pain after than before."""

from typing import Literal

from psoas.vocabulary.value import value

Verdict = Literal["helps", "worsens", "no-clear-effect", "too-few"]


@value
class MovementRelief:
    movement: str
    times: int
    mean_change: float
    low: float | None
    high: float | None
    verdict: Verdict


@value
class Relief:
    psoas: Literal["relief/1"] = "relief/1"
    movements: tuple[MovementRelief, ...] = ()
