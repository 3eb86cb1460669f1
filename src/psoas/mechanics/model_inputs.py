"""What intake and examination tell the model about a person."""

from collections.abc import Iterable
from datetime import date
from statistics import fmean

from psoas.assessment.examination import Examination
from psoas.mechanics.subject import FUSIBLE, Subject
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Level, Measure

FUSION = "lumbar-fusion"


def person_of(intake: Intake, examination: Examination | None = None, *, today: date) -> Subject:
    """Age, size, sex and fused levels from the intake; ranges from the examination, both sides together."""
    return Subject(
        age=intake.age(today),
        sex=intake.sex,
        height_m=None if intake.height_cm is None else intake.height_cm / 100,
        mass_kg=intake.mass_kg,
        straight_leg_raise=_measured(examination, "straight-leg-raise"),
        hip_flexion=_measured(examination, "hip-flexion"),
        hip_extension=_measured(examination, "hip-extension"),
        lumbar_flexion=_measured(examination, "lumbar-flexion"),
        **_pair(examination),
        fused=fused_levels(intake),
    )


def fused_levels(intake: Intake) -> tuple[Level, ...]:
    """The levels that operations have fused, from the top down; unknown levels are not guessed."""
    told = {level for surgery in intake.surgeries if surgery.what == FUSION for level in surgery.levels}
    return tuple(level for level in FUSIBLE if level in told)


def _pair(examination: Examination | None) -> dict[str, float]:
    """Chest and sacrum in a full bend, where both were read."""
    chest, sacrum = _measured(examination, "trunk-bend-t12"), _measured(examination, "trunk-bend-s1")
    return {} if chest is None or sacrum is None else {"trunk_bend_t12": chest, "trunk_bend_s1": sacrum}


def _measured(examination: Examination | None, measure: Measure) -> float | None:
    return _mean(fmean(row.values) for row in (examination.measures if examination else ()) if row.measure == measure)


def _mean(values: Iterable[float]) -> float | None:
    known = tuple(values)
    return fmean(known) if known else None
