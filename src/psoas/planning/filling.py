"""What comes back for one week: a filling, and how good it is known to be."""

from psoas.planning.plan import PlannerName, PlannerStatus
from psoas.planning.week_task import Filling
from psoas.vocabulary.value import value


@value
class Solved:
    """A filling, how it was found, the share of the best bound still open, and who found it."""

    filling: Filling
    status: PlannerStatus
    gap: float
    solver: PlannerName
