"""What was changed without asking, as Today tells it: one reason, and the movements it concerns.

An easing and its end concern whole days: they are told in one sentence each, without a list of movements.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from psoas.planning.plan import Applied

WHOLE_DAYS = ("ease", "restore")


@dataclass(frozen=True)
class Gentler:
    """One movement that was left out (`instead` empty) or that made room for another."""

    exercise: str
    instead: str


@dataclass(frozen=True)
class News:
    """Movements that share their reasons."""

    says: tuple[str, ...]
    movements: tuple[Gentler, ...]


def news_of(made: Iterable[Applied]) -> list[News]:
    """In the order in which it happened; both sides of a movement are one piece of news."""
    found: dict[tuple[str, ...], dict[Gentler, None]] = {}
    for change in (applied.change for applied in made):
        instead = (change.to.exercise or "") if change.change == "replace" else ""
        says = tuple(dict.fromkeys(reason.says for reason in change.because))
        movements = found.setdefault(says, {})
        if change.change not in WHOLE_DAYS:
            movements[Gentler(change.exercise, instead)] = None
    return [News(says, tuple(movements)) for says, movements in found.items()]
