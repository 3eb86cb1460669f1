"""Clearance: what triage decided, and the permission that follows from it.

`ClearanceRecord` is the document clearance/1: anybody may read or copy it. `Clearance` is the permission to plan: it
carries the record and the limits, and only `triage.clear` can make one (nobody else holds the seal).
"""

from typing import Literal, final

from psoas.catalogue.demands import Limit
from psoas.catalogue.safety_rules import Scope, Urgency
from psoas.screening.clinician_limits import DoseLimit
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

URGENCIES: tuple[Urgency, ...] = ("none", "routine", "within-two-weeks", "same-day", "emergency")
SCOPES: tuple[Scope, ...] = ("full", "limited", "restricted", "none")
"""Both from mildest to strictest: the strictest wins, each for itself."""


@value
class ClearanceRecord:
    """The document clearance/1."""

    psoas: Literal["clearance/1"] = "clearance/1"
    urgency: Urgency
    scope: Scope
    reasons: tuple[Reason, ...] = ()
    limits: tuple[Reason, ...] = ()


@value
class DoseCeiling:
    """A dose that a clinician does not want exceeded, and the reason to give."""

    most: DoseLimit
    because: Reason


class _Seal:
    """Held by triage alone."""


@final
class Clearance:
    """Permission to plan, with the limits to plan within. Its scope is never `none`."""

    __slots__ = ("doses", "limits", "record")

    def __init__(
        self, record: ClearanceRecord, limits: tuple[Limit, ...], *, seal: _Seal, doses: tuple[DoseCeiling, ...] = ()
    ) -> None:
        if not isinstance(seal, _Seal) or record.scope == "none":
            raise TypeError("only triage makes a Clearance, and only when something is open")
        self.record = record
        self.limits = limits
        self.doses = doses
        """What stays open only up to a dose."""
