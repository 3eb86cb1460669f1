"""What clinicians' limits bind: demands that are closed, doses that stay small, scopes that are at least this strict.

Each says who asked for it, and when; all are kept under the id of the limits they stand in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Forbid, Limit
from psoas.catalogue.safety_rules import Scope
from psoas.screening.clearance import DoseCeiling
from psoas.screening.clinician_limits import ClinicianLimits, DirectionLimit, holding
from psoas.screening.condition_rows import limits_from
from psoas.vocabulary.evidence import Reason


def limits_set(told: Iterable[ClinicianLimits], *, catalogue: Catalogue, today: date) -> Iterator[Limit]:
    """What they close, as forbidden demands and named movements; each says who asked for it, and when."""
    for limits in holding(told, today=today):
        yield from _closing(limits, catalogue)


def doses_set(told: Iterable[ClinicianLimits], *, catalogue: Catalogue, today: date) -> tuple[DoseCeiling, ...]:
    """What stays open only up to a dose."""
    return tuple(
        DoseCeiling(most=dose, because=_reason(limits, "clinician-dose", catalogue))
        for limits in holding(told, today=today)
        for dose in limits.doses
    )


def reasons_set(told: Iterable[ClinicianLimits], *, catalogue: Catalogue, today: date) -> tuple[Reason, ...]:
    """One sentence for each that holds: who set limits, and when."""
    return tuple(_reason(limits, "clinician-limits", catalogue) for limits in holding(told, today=today))


def stops_set(told: Iterable[ClinicianLimits], *, catalogue: Catalogue, today: date) -> tuple[Reason, ...]:
    """The reasons why nothing is open for now, where a clinician said so."""
    held = holding(told, today=today)
    return tuple(_reason(limits, "clinician-stop", catalogue) for limits in held if limits.scope == "none")


def scopes_set(told: Iterable[ClinicianLimits], *, catalogue: Catalogue, today: date) -> Iterator[Scope]:
    """At least limited, whatever they hold; the stage's own scope, and the one that was asked for."""
    for limits in holding(told, today=today):
        yield limits.scope or "limited"
        if limits.stage is not None:
            yield catalogue.conditions[limits.stage].scope


def _reason(limits: ClinicianLimits, sentence: str, catalogue: Catalogue, **words: object) -> Reason:
    """Said by this sentence, under the id of the limits."""
    by = catalogue.reason(f"by-{limits.by}").says
    said = catalogue.reason(sentence, by=f"{by[:1].upper()}{by[1:]}", on=f"{limits.on.day} {limits.on:%B %Y}", **words)
    return Reason(id=limits.id, says=said.says, source=said.source)


def _closing(limits: ClinicianLimits, catalogue: Catalogue) -> Iterator[Limit]:
    if limits.exercises:
        yield _limit(_reason(limits, "clinician-left-out", catalogue), closes=limits.exercises)
    for direction in limits.directions:
        named = catalogue.reason(f"direction-{direction.direction}", up_to=direction.up_to_deg).says
        yield _limit(_reason(limits, "clinician-direction", catalogue, named=named), forbid=_forbid(direction))
    rows = [f"avoid-{position}" for position in limits.positions] + ([limits.stage] if limits.stage else [])
    for name in rows:
        row = catalogue.conditions[name]
        said = _reason(limits, "clinician-row", catalogue, named=row.name)
        for limit in limits_from(row, catalogue):
            yield replace(limit, id=said.id, says=said.says, source=said.source)


def _limit(said: Reason, *, forbid: Forbid | None = None, closes: tuple[str, ...] = ()) -> Limit:
    return Limit(id=said.id, forbid=forbid, closes=closes, says=said.says, source=said.source, status="D")


def _forbid(limit: DirectionLimit) -> Forbid:
    """The back: from the middle of its range on. A hip: from one degree above what stays open."""
    if limit.direction == "hip-adduction":
        return Forbid(demand="hip_adduction_past_midline", at_least=True)
    demand = limit.direction.replace("-", "_")
    if limit.up_to_deg is None:
        return Forbid(demand=demand, at_least="mid")
    return Forbid(demand=f"{demand}_deg", at_least=limit.up_to_deg + 1)
