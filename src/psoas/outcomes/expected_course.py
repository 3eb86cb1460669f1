"""The expected course: what studies found on average, said without a promise."""

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.plan import Plan
from psoas.vocabulary.evidence import Reason

LASTING_WEEKS = 12
"""Pain of three months and more is read beside lasting pain (EX-10)."""


def expected_course(plan: Plan, *, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Both summaries, and that they are averages."""
    kind = "lasting" if plan.intake.pain.weeks >= LASTING_WEEKS else "new"
    names = (f"expected-course-{kind}", f"expected-course-newer-{kind}", "no-promise")
    return tuple(catalogue.reason(name) for name in names)
