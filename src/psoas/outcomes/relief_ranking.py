"""The relief ranking as a document: each movement's part of the day's change. Negative = less pain after than before."""

from typing import Literal

from psoas.vocabulary.value import value

Verdict = Literal["helps", "worsens", "no-clear-effect", "too-few"]


@value
class MovementRelief:
    """One movement: in how many entries it was done, its part of the change, and how sure that is (90 %)."""

    exercise: str
    times: int
    mean_change: float
    low: float | None
    high: float | None
    verdict: Verdict


@value
class Relief:
    psoas: Literal["relief/1"] = "relief/1"
    movements: tuple[MovementRelief, ...] = ()
