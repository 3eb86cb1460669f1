"""What a row turns into: the smaller dose, the easier rung, nothing. Each falls to the next when it cannot be had."""

from psoas.adaptation.amount import reduced, reduced_after_away
from psoas.adaptation.openness import Openness
from psoas.adaptation.rules import Easing
from psoas.adaptation.window import Row
from psoas.planning.plan import ChangeKind, PlanChange, Prescription
from psoas.vocabulary.evidence import Reason

NOTHING = Prescription()
NO_EASIER = Reason(
    id="no-easier-step",
    says="There is no gentler version open for you just now, so we leave this one out.",
    source="psoas-opinion",
)


def eased(row: Row, kind: Easing, because: tuple[Reason, ...], *, openness: Openness, avoiding: frozenset[str]) -> PlanChange:
    """The change that a rule asks for, or the next gentler one that is possible."""
    if kind == "stop":
        return change(row, "stop", NOTHING, because)
    if kind == "reduce" and (less := reduced(row.dose)) is not None:
        return change(row, "reduce", less, because)
    if (rung := _rung(row, kind, openness, avoiding)) is not None:
        return change(row, "replace", rung, because)
    if kind == "ease" and (less := reduced_after_away(row.dose)) is not None:
        return change(row, "reduce", less, because)
    return change(row, "stop", NOTHING, (*because, NO_EASIER))


def change(row: Row, kind: ChangeKind, to: Prescription, because: tuple[Reason, ...]) -> PlanChange:
    return PlanChange(exercise=row.exercise, side=row.side, change=kind, from_=row.dose, to=to, because=because)


def _rung(row: Row, kind: Easing, openness: Openness, avoiding: frozenset[str]) -> Prescription | None:
    """The nearest open easier rung at its lowest dose, after a long gap at 40 % less than that."""
    rungs = openness.easier(row.exercise, avoiding=avoiding)
    if not rungs:
        return None
    least = openness.lowest(rungs[0])
    return (reduced_after_away(least) or least) if kind == "ease" else least
