"""An intake that cannot be true is refused with the field named."""

from dataclasses import replace
from datetime import date

import pytest
from coded_people import FUSED, HIP, days_ago, operated
from example_people import ALL_NO, MAYA, TODAY

from psoas.catalogue.catalogue import load
from psoas.screening.intake import Emphasis, Intake, Return, Sitting, SurgeonLimits, Surgery
from psoas.screening.intake_check import check_intake
from psoas.screening.triage import triage
from psoas.vocabulary.errors import BadInput

TOMORROW = date(2026, 11, 21)
SEEN = Return(answer="leg-swelling", seen_on=days_ago(1), by="physician")


@pytest.mark.parametrize(
    ("intake", "field"),
    [
        (replace(MAYA, born=2009), "born"),
        (replace(MAYA, born=2030), "born"),
        (replace(MAYA, answers={**ALL_NO, "hiccups": "no"}), "answers.hiccups"),
        (operated(Surgery(what="hip-replacement")), "surgeries.0.side"),
        (operated(FUSED, Surgery(what="knee-replacement")), "surgeries.1.side"),
        (operated(replace(HIP, levels=("L4-L5",))), "surgeries.0.levels"),
        (operated(replace(FUSED, on=TOMORROW, cleared_on=None)), "surgeries.0.on"),
        (operated(replace(FUSED, on=2027, cleared_on=None)), "surgeries.0.on"),
        (operated(replace(FUSED, on="1979", cleared_on=None)), "surgeries.0.on"),
        (operated(replace(FUSED, cleared_on=TOMORROW)), "surgeries.0.cleared_on"),
        (operated(replace(FUSED, cleared_on=date(2024, 9, 30))), "surgeries.0.cleared_on"),
        (operated(replace(FUSED, cleared_on="2023")), "surgeries.0.cleared_on"),
        (operated(replace(HIP, limits_lifted_on=date(2024, 9, 30))), "surgeries.0.limits_lifted_on"),
        (operated(replace(HIP, limits_lifted_on=TOMORROW)), "surgeries.0.limits_lifted_on"),
        (operated(replace(FUSED, limits_lifted_on=days_ago(3))), "surgeries.0.limits_lifted_on"),
        (replace(MAYA, birth_on=TOMORROW), "birth_on"),
        (replace(MAYA, returns=(replace(SEEN, seen_on=TOMORROW),)), "returns.0.seen_on"),
        (replace(MAYA, returns=(SEEN, replace(SEEN, answer="hiccups"))), "returns.1.answer"),
        (replace(MAYA, returns=(replace(SEEN, limits=("kneeling", "juggling")),)), "returns.0.limits.1"),
        (replace(MAYA, sitting=(Sitting(from_="09:00", to="09:00", days=("mon",)),)), "sitting.0.to"),
        (replace(MAYA, emphasis=Emphasis(never=("walking", "juggling"))), "emphasis.never.1"),
        (replace(MAYA, surgeon_limits=SurgeonLimits(until=date(2226, 1, 1))), "surgeon_limits.until"),
        (replace(MAYA, surgeon_limits=SurgeonLimits(until=date(1926, 1, 1))), "surgeon_limits.until"),
        (replace(MAYA, training_days=("mon", "mon")), "training_days"),
    ],
)
def test_a_contradiction_is_refused_with_its_field(intake: Intake, field: str) -> None:
    """Before anything is decided."""
    with pytest.raises(BadInput) as refused:
        triage(intake, catalogue=load(), today=TODAY)

    assert refused.value.field == field
    assert refused.value.allowed


@pytest.mark.parametrize(
    "intake",
    [
        MAYA,
        replace(MAYA, born=2008),
        operated(replace(FUSED, on="2026", cleared_on=date(2026, 3, 1))),
        operated(replace(FUSED, on=date(2026, 3, 1), cleared_on=2026)),
        operated(replace(FUSED, levels=(), on=None, cleared_on=None)),
        replace(MAYA, birth_on=TODAY),
        replace(MAYA, returns=(replace(SEEN, seen_on=TODAY, limits=("osteoporosis", "kneeling")),)),
        replace(MAYA, returns=(replace(SEEN, answer="aortic-aneurysm"),)),
        replace(MAYA, answers={}),
        replace(MAYA, sitting=(Sitting(from_="21:00", to="06:30", days=("mon",)),)),
        replace(MAYA, emphasis=Emphasis(never=("walking",)), surgeon_limits=SurgeonLimits(until=days_ago(30))),
    ],
)
def test_what_may_be_true_passes(intake: Intake) -> None:
    """A year alone may be any of its days; missing answers are triage's business."""
    assert check_intake(intake, catalogue=load(), today=TODAY) is None
