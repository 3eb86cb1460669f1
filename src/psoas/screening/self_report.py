"""What follows from the report of the pain, and from being pregnant, whatever was answered.

pain of six weeks or more that nobody has seen                        routine, full
cancer ever, and pain that nobody has seen: new (under six weeks)
or strong (7 or more)                                                 same-day, none
pregnant                                                              the signs to know, beside the plan
"""

from collections.abc import Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.screening.concern import Concern
from psoas.screening.intake import Intake
from psoas.screening.returns import after_return, covering
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.scales import STRONG

LONG_PAIN_WEEKS = 6
"""Pain beyond six weeks deserves a professional look (NASS, ACR). Below it, pain counts as new. Status D."""
AFTER_CANCER = "new-pain-after-cancer"
"""The reason, and the return that answers it; that the pain has been seen answers it, too."""


def report_findings(intake: Intake, *, catalogue: Catalogue, today: date) -> Iterator[Concern]:
    """In the order of the table above."""
    pain = intake.pain
    seen = pain.seen_by_clinician is True
    """Not knowing whether somebody has looked counts as not seen: asking costs little."""
    if pain.weeks >= LONG_PAIN_WEEKS and not seen:
        yield Concern(urgency="routine", scope="full", reason=catalogue.reason("long-pain-unseen"))
    if "cancer-history" in intake.conditions and not seen and _is_new_or_strong(intake):
        found = Concern(urgency="same-day", scope="none", reason=catalogue.reason(AFTER_CANCER))
        back = covering(intake.returns, AFTER_CANCER, emergency=False, today=today)
        yield found if back is None else after_return(found, back, catalogue, emergency=False)
    if intake.pregnancy is not None:
        yield Concern(urgency="none", scope="full", reason=_signs_to_know(catalogue))


def _signs_to_know(catalogue: Catalogue) -> Reason:
    row = catalogue.conditions["expecting"]
    return Reason(id=row.id, says=row.says, source=row.source)


def _is_new_or_strong(intake: Intake) -> bool:
    pain = intake.pain
    worst = max(pain.now, pain.average_week, pain.worst_week or 0)
    return worst >= STRONG or (worst > 0 and pain.weeks < LONG_PAIN_WEEKS)
