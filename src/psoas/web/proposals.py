"""Proposed changes as a page shows them: one heading for each set of reasons, one line for both sides of a movement."""

from collections.abc import Iterable
from dataclasses import dataclass

from psoas.planning.plan import ChangeKind, PlanChange, Prescription
from psoas.vocabulary.body import Side
from psoas.vocabulary.evidence import Reason

JOINT = ","


@dataclass(frozen=True)
class ProposalLine:
    """One movement, with the sides that change alike."""

    exercise: str
    sides: tuple[Side, ...]
    from_: Prescription
    to: Prescription

    @property
    def value(self) -> str:
        """What the form sends back."""
        return JOINT.join(f"{self.exercise}:{side}" for side in self.sides)

    @property
    def side(self) -> Side:
        return self.sides[0] if len(self.sides) == 1 else "both"


@dataclass(frozen=True)
class Proposal:
    """Lines that change in the same direction for the same reasons."""

    change: ChangeKind
    because: tuple[Reason, ...]
    lines: tuple[ProposalLine, ...]


def proposals_of(rows: Iterable[PlanChange]) -> list[Proposal]:
    """In the order in which they were decided."""
    groups: dict[tuple[ChangeKind, tuple[str, ...]], list[PlanChange]] = {}
    for row in rows:
        groups.setdefault((row.change, tuple(reason.says for reason in row.because)), []).append(row)
    return [Proposal(change, alike[0].because, _lines(alike)) for (change, _says), alike in groups.items()]


def _lines(rows: Iterable[PlanChange]) -> tuple[ProposalLine, ...]:
    lines: list[ProposalLine] = []
    for row in rows:
        twin = next(
            (n for n, line in enumerate(lines) if (line.exercise, line.from_, line.to) == (row.exercise, row.from_, row.to)),
            None,
        )
        if twin is None:
            lines.append(ProposalLine(row.exercise, (row.side,), row.from_, row.to))
        else:
            lines[twin] = ProposalLine(row.exercise, (*lines[twin].sides, row.side), row.from_, row.to)
    return tuple(lines)


def chosen(values: Iterable[str]) -> frozenset[str]:
    """The rows that a form sent back, as `exercise:side`."""
    return frozenset(part for value in values for part in value.split(JOINT))
