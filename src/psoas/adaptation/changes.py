"""Changes: what adaptation proposes, and the clearance under which it proposes it."""

from typing import Literal

from psoas.planning.plan import PlanChange
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.value import value


@value
class Changes:
    psoas: Literal["changes/1"] = "changes/1"
    clearance: ClearanceRecord
    changes: tuple[PlanChange, ...] = ()
