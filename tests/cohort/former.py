"""Is the dose back that was there before bad days, or days away?

Ladder by ladder, a session's dose times the days of the week: what was asked before, on no more days than the plan as first
made asks for by then (stretches give way to strength). What has grown on one ladder makes up for nothing that was lost on
another. Who stands on a higher rung than before has that ladder's former dose: a rung begins at its own. Where the plan as
first made asks for an easier rung by then, that one is the measure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cohort.load import ENDURANCE, root, rung
from psoas.catalogue.catalogue import load
from psoas.planning.plan import Day, Item

Part = Literal["strength", "other", "walking"]
PARTS: tuple[Part, ...] = ("strength", "other", "walking")


@dataclass
class Ladder:
    """What a week asks of one ladder: its highest rung, and the seconds of each day's movements."""

    rung: int = -1
    days: dict[date, float] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        return sum(self.days.values())


@dataclass(frozen=True)
class Former:
    """What is to be given back on one ladder."""

    rung: int
    seconds: float


def former_share(before: Iterable[Day], after: Iterable[Day], *, planned: Iterable[Day]) -> float:
    """The least share of strength, other exercise and walking; 1 at most."""
    weeks = tuple(before), tuple(after), tuple(planned)
    return min((share for part in PARTS for share in _share(*(_ladders(week, part) for week in weeks))), default=1.0)


def _share(before: dict[str, Ladder], after: dict[str, Ladder], planned: dict[str, Ladder]) -> Iterator[float]:
    """Nothing where the plan asks for nothing of it any more."""
    former = {name: _former(ladder, planned.get(name, Ladder())) for name, ladder in before.items()}
    if total := sum(ladder.seconds for ladder in former.values()):
        yield sum(_back(ladder, after.get(name, Ladder())) for name, ladder in former.items()) / total


def _former(before: Ladder, planned: Ladder) -> Former:
    """On the same rung, or where the plan asks for an easier one by then, no more than the plan asks for."""
    days = sum(sorted(before.days.values())[: len(planned.days)])
    if planned.rung > before.rung:
        return Former(rung=before.rung, seconds=days)
    return Former(rung=planned.rung, seconds=min(days, planned.seconds))


def _back(former: Former, after: Ladder) -> float:
    return former.seconds if after.rung > former.rung else min(former.seconds, after.seconds)


def _ladders(days: Iterable[Day], part: Part) -> dict[str, Ladder]:
    found: dict[str, Ladder] = {}
    for day in days:
        for item in (item for session in day.sessions for item in session.items if _part(item) == part):
            ladder = found.setdefault(root(item.exercise), Ladder())
            ladder.rung = max(ladder.rung, rung(item.exercise))
            work = float(item.dose.work_seconds(load().exercises[item.exercise]))
            ladder.days[day.date] = ladder.days.get(day.date, 0.0) + work
    return found


def _part(item: Item) -> Part:
    role = load().exercises[item.exercise].role
    if role in ENDURANCE:
        return "walking"
    return "strength" if role == "strength" else "other"
