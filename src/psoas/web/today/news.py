"""What was made safer without asking, in lines fit for a page: both sides of a movement are one piece of news."""

from collections.abc import Iterable
from dataclasses import dataclass

from psoas.planning.plan import Applied
from psoas.vocabulary.evidence import Reason


@dataclass(frozen=True)
class News:
    """One movement that was left out (`instead` empty) or that made room for another."""

    exercise: str
    instead: str
    because: tuple[Reason, ...]


def news_of(made: Iterable[Applied]) -> list[News]:
    """Latest last, each movement once."""
    found: dict[tuple[str, str], dict[str, Reason]] = {}
    for applied in made:
        change = applied.change
        instead = (change.to.exercise or "") if change.change == "replace" else ""
        reasons = found.setdefault((change.exercise, instead), {})
        reasons.update({reason.says: reason for reason in change.because})
    return [News(exercise, instead, tuple(reasons.values())) for (exercise, instead), reasons in found.items()]
