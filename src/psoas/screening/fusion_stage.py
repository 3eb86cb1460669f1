"""The stage after a fusion at which a person stands, and which everyday guides are meant for them.

The stage follows from the phase alone (weeks since the latest fusion); a missing clearance closes movements, not pages.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.fusion_path import Guide, Stage
from psoas.screening.intake import Intake
from psoas.screening.limits import concerning
from psoas.screening.phase import is_cleared, phases
from psoas.vocabulary.value import value

PHASES = frozenset({"fusion-0-6", "fusion-6-12", "fusion-12-24", "fusion-beyond-24"})
OPENS = {"fusion-12-24": "fusion-twelve-weeks", "fusion-beyond-24": "fusion-twenty-four-weeks"}
"""The phases that open more, and the reason that says so."""


@value
class FusionStages:
    """All stages; `here` is the person's own, None without a fusion. `meant`: guides for their levels or their hip."""

    stages: tuple[Stage, ...]
    here: Stage | None
    guides: tuple[Guide, ...]
    meant: tuple[Guide, ...]
    cleared: bool


def opened_since(told: Intake, intake: Intake, *, start: date, today: date) -> str | None:
    """The reason to plan anew because the weeks after a fusion have opened more since a plan began; None where they have not.

    `told`: what the plan was made from; `intake`: what is known now. Without the surgeon's clearance the weeks open nothing.
    """
    before, now = (_fusion_rows(one, day) for one, day in ((told, start), (intake, today)))
    opened = [OPENS[row] for row in now if row in OPENS and row not in before]
    if not before or not opened:
        return None
    cleared = all(is_cleared(surgery, today=today) for surgery in intake.surgeries if surgery.what == "lumbar-fusion")
    return opened[0] if cleared else "fusion-ask-clearance"


def _fusion_rows(intake: Intake, day: date) -> set[str]:
    return {row for row in phases(intake.surgeries, today=day) if row in PHASES}


def stages_after_fusion(intake: Intake | None, *, catalogue: Catalogue, today: date) -> FusionStages:
    """With a fusion: guides for all and those meant for this person. Without one, or without an intake: everything to read."""
    stages = tuple(stage for stage in catalogue.stages.values() if {*stage.rows} & PHASES)
    guides = tuple(catalogue.guides.values())
    if intake is None or not any(surgery.what == "lumbar-fusion" for surgery in intake.surgeries):
        return FusionStages(stages=stages, here=None, guides=guides, meant=(), cleared=False)
    rows = concerning(intake, catalogue=catalogue, today=today)
    return FusionStages(
        stages=stages,
        here=next((stage for stage in stages if rows & {*stage.rows}), None),
        guides=tuple(guide for guide in guides if not guide.when),
        meant=tuple(guide for guide in guides if rows & {*guide.when}),
        cleared=all(is_cleared(surgery, today=today) for surgery in intake.surgeries if surgery.what == "lumbar-fusion"),
    )
