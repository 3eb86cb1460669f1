"""What must be true before a row moves up: every line of the table. The first that is not true is the reason to stay.

Which drills may use the week's room is settled by the lines that read no pain, so that more pain in one drill never makes room
for another. The calendar's own next step asks for the same calm, twice (`is_settled_twice`).
"""

from collections.abc import Callable

from psoas.adaptation.case import Case
from psoas.vocabulary.scales import CALM, NOTICEABLE
from psoas.vocabulary.value import value

MOST_EFFORT = 7
"""DOSE-11 [D]: two or three repetitions in reserve."""


@value
class Criterion:
    """One thing that must be true; `id` names the sentence that the person reads when it is not."""

    id: str
    holds: Callable[[Case], bool]
    reads_pain: bool


def first_missing(case: Case) -> Criterion | None:
    """The first condition that does not hold; None when the row is ready."""
    return next((condition for condition in CONDITIONS if not condition.holds(case)), None)


def may_be_ready(case: Case) -> bool:
    """Do all the conditions hold that read no pain?"""
    return all(condition.holds(case) for condition in CONDITIONS if not condition.reads_pain)


def is_settled_twice(case: Case) -> bool:
    """Twice in full, settled, not above the usual both times, and nothing asks for less: the calendar may bring its step."""
    fortnight = case.fortnight
    quiet = fortnight.trigger is None and not (fortnight.asks or fortnight.told_worse or fortnight.rescreen_due)
    pains = [answer.pain for answer in case.last_two if answer.pain is not None]
    calm = len(pains) == 2 and sum(pains) <= 2 * max(CALM, fortnight.base) + 1
    return quiet and case.last_two_in_full and calm and _settled(case) and _felt_well(case)


def highest_pain(case: Case) -> float:
    """The most pain with which a row may move up: the base, whatever its number, since what is usual and settles is acceptable
    (13b, opinion [D]); 2 where the base is below 3 or an operation heals."""
    if case.fortnight.healing or case.fortnight.base < NOTICEABLE:
        return CALM
    return case.fortnight.base


def _no_clinician_first(case: Case) -> bool:
    return not case.fortnight.waits_for_clinician


def _done_twice(case: Case) -> bool:
    return len(case.last_two) == 2


def _in_full_twice(case: Case) -> bool:
    return case.last_two_in_full


def _as_written(case: Case) -> bool:
    return not case.beyond_what_is_written


def _rested(case: Case) -> bool:
    return not case.progressed_lately


def _effort_left(case: Case) -> bool:
    return all(answer.effort is None or answer.effort <= MOST_EFFORT for answer in case.last_two)


def _pain_known(case: Case) -> bool:
    return all(answer.pain_known for answer in case.last_two)


def _morning_known(case: Case) -> bool:
    return all(answer.next_morning is not None for answer in case.last_two)


def _no_rescreen(case: Case) -> bool:
    return not case.fortnight.rescreen_due


def _pain_low(case: Case) -> bool:
    most = highest_pain(case)
    return all(answer.pain is not None and answer.pain <= most for answer in case.last_two)


def _settled(case: Case) -> bool:
    return all(answer.settled is True for answer in case.last_two)


def _felt_well(case: Case) -> bool:
    return not any("worse" in answer.felt or answer.adverse or answer.hurt_in_break for answer in case.last_two)


def _week_steady(case: Case) -> bool:
    return not case.fortnight.rises


CONDITIONS: tuple[Criterion, ...] = (
    Criterion(id="clinician-first", holds=_no_clinician_first, reads_pain=False),
    Criterion(id="two-sharp-moments", holds=_no_rescreen, reads_pain=True),
    Criterion(id="not-done-twice", holds=_done_twice, reads_pain=False),
    Criterion(id="not-in-full", holds=_in_full_twice, reads_pain=False),
    Criterion(id="as-written", holds=_as_written, reads_pain=False),
    Criterion(id="progressed-lately", holds=_rested, reads_pain=False),
    Criterion(id="effort-high", holds=_effort_left, reads_pain=False),
    Criterion(id="pain-unknown", holds=_pain_known, reads_pain=False),
    Criterion(id="morning-unknown", holds=_morning_known, reads_pain=False),
    Criterion(id="pain-not-low", holds=_pain_low, reads_pain=True),
    Criterion(id="not-settled", holds=_settled, reads_pain=True),
    Criterion(id="felt-worse", holds=_felt_well, reads_pain=True),
    Criterion(id="week-rises", holds=_week_steady, reads_pain=True),
)
