"""Whoever goes away for ten days and comes back well has the former dose within fourteen settled days.

Nine tenths are asked of people drawn at random who give ten minutes or more: on a full day a longer rung that is kept may lose
a repetition, and in five minutes more than that.
Those who were short once are held to all of it.
"""

import pytest
from cohort.life import Life, first_plan, live
from cohort.population import person
from cohort.result import result_of
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from psoas.journey import PlanForbiddenError

SHORT_ONCE = (72, 124, 276)
NUMBERS = st.integers(min_value=0, max_value=10**6)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(NUMBERS)
@example(72)
@example(124)
@example(276)
def test_twenty_people_come_back_to_their_former_dose(number: int) -> None:
    """Of strength, of other exercise and of walking each. Three of them were short once: a drill had lost its days."""
    assume(number in SHORT_ONCE or person(number).intake.minutes_per_day >= 10)
    life = _away(number)
    if life is not None:
        found = result_of(life)
        least = 1 if number in SHORT_ONCE else 0.9
        assert found.stopped or (found.former or 0) >= least, f"{number}: {found.former}"


def _away(number: int) -> Life | None:
    """None where screening gives no plan."""
    try:
        return live(person(number), "absent", plan=first_plan(person(number)))
    except PlanForbiddenError:
        return None
