"""The stage after a fusion at which a person stands, and which everyday guides are meant for them.

The stage follows from the phase alone (weeks since the latest fusion); a missing clearance closes movements, not pages.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.path import Guide, Stage
from psoas.screening.intake import Intake
from psoas.screening.limits import concerning
from psoas.screening.phase import is_cleared
from psoas.vocabulary.value import value


@value
class FusionStages:
    """All stages; `here` is the person's own, None without a fusion. `meant`: guides for their levels or their hip."""

    stages: tuple[Stage, ...]
    here: Stage | None
    guides: tuple[Guide, ...]
    meant: tuple[Guide, ...]
    cleared: bool


def stages_after_fusion(intake: Intake | None, *, catalogue: Catalogue, today: date) -> FusionStages:
    """With a fusion: guides for all and those meant for this person. Without one, or without an intake: everything to read."""
    stages, guides = tuple(catalogue.stages.values()), tuple(catalogue.guides.values())
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
