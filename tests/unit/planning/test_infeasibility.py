"""A plan that fits is found where one exists, and what does not fit can be told across processes."""

import pickle

from cohort.life import first_plan
from cohort.population import person

from psoas.planning.infeasibility import PlanInfeasible


def test_whoever_is_promised_a_plan_gets_one() -> None:
    """A drawn person with half an hour on two days: week five's next rungs once filled a day beyond its minutes."""
    assert first_plan(person(426)).weeks


def test_what_does_not_fit_crosses_from_one_process_to_another() -> None:
    """With its field and its words."""
    told = pickle.loads(pickle.dumps(PlanInfeasible("minutes_per_day", "a few more would do")))  # noqa: S301  # our own bytes

    assert (told.relax, str(told)) == ("minutes_per_day", "minutes_per_day: a few more would do")
