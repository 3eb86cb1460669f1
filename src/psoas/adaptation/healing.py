"""Is a fusion or a new hip still young enough for the stricter reading of pain?

    lumbar fusion      under six months (183 days)       FUS-1, PAIN-3 [D]
    hip replacement    under twelve weeks (84 days)      PT-REVIEW, PAIN-3, status D

How long ago an operation was is read as screening reads it: never more than is certain.
"""

from datetime import date

from psoas.screening.intake import Intake
from psoas.screening.phase import SIX_MONTHS, TWELVE_WEEKS, days_since, surgeries_by

STRICT_DAYS = {"lumbar-fusion": SIX_MONTHS, "hip-replacement": TWELVE_WEEKS}


def is_healing(intake: Intake, *, today: date) -> bool:
    """Within six months of fusion or twelve weeks of a hip replacement."""
    return any(
        days_since(surgery, today=today) < STRICT_DAYS[surgery.what]
        for surgery in surgeries_by(intake, today=today)
        if surgery.what in STRICT_DAYS
    )
