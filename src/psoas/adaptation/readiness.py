"""What must be true before a row moves up: every line of the table. The first that is not true is the reason to stay.

Which drills may use this week's two steps is settled by the lines that read no pain, so that more pain in one drill never
makes room for another.
"""

from collections.abc import Callable

from psoas.adaptation.case import Case
from psoas.vocabulary.evidence import Reason, Status
from psoas.vocabulary.value import value

COMFORTABLE = 5
"""PAIN-1: 3-5 is acceptable."""
CALM_BASE = 3
"""Below this base the calm band (0-2) is the measure: PAIN-1."""
CALM_PAIN = 2
MOST_EFFORT = 7
"""DOSE-11 [D]: two or three repetitions in reserve."""


@value
class Condition:
    """One thing that must be true; `says` is what the person reads when it is not."""

    id: str
    holds: Callable[[Case], bool]
    reads_pain: bool
    says: str
    source: str
    status: Status = "D"

    @property
    def reason(self) -> Reason:
        return Reason(id=self.id, says=self.says, source=self.source)


def first_missing(case: Case) -> Condition | None:
    """The first condition that does not hold; None when the row is ready."""
    return next((condition for condition in CONDITIONS if not condition.holds(case)), None)


def may_be_ready(case: Case) -> bool:
    """Do all the conditions hold that read no pain?"""
    return all(condition.holds(case) for condition in CONDITIONS if not condition.reads_pain)


def highest_pain(case: Case) -> float:
    """The most pain with which a row may move up: 5 and the base; 2 where the base is below 3 or an operation heals."""
    if case.person.healing or case.person.base < CALM_BASE:
        return CALM_PAIN
    return min(COMFORTABLE, case.person.base)


def _no_clinician_first(case: Case) -> bool:
    return not case.person.waits_for_clinician


def _done_twice(case: Case) -> bool:
    return len(case.last_two) == 2


def _in_full_twice(case: Case) -> bool:
    return case.last_two_in_full


def _rested(case: Case) -> bool:
    return not case.progressed_lately


def _effort_left(case: Case) -> bool:
    return all(answer.effort is None or answer.effort <= MOST_EFFORT for answer in case.last_two)


def _pain_known(case: Case) -> bool:
    return all(answer.pain_known for answer in case.last_two)


def _morning_known(case: Case) -> bool:
    return all(answer.next_morning is not None for answer in case.last_two)


def _no_rescreen(case: Case) -> bool:
    return not case.person.rescreen_due


def _pain_low(case: Case) -> bool:
    most = highest_pain(case)
    return all(answer.pain is not None and answer.pain <= most for answer in case.last_two)


def _settled(case: Case) -> bool:
    return all(answer.settled is True for answer in case.last_two)


def _felt_well(case: Case) -> bool:
    return not any("worse" in answer.felt or answer.adverse or answer.hurt_in_break for answer in case.last_two)


def _week_steady(case: Case) -> bool:
    return not case.person.rises


CONDITIONS: tuple[Condition, ...] = (
    Condition(
        id="clinician-first",
        holds=_no_clinician_first,
        reads_pain=False,
        says="Nothing goes up until you have been seen about your safety answers.",
        source="psoas-opinion",
    ),
    Condition(
        id="two-sharp-moments",
        holds=_no_rescreen,
        reads_pain=True,
        says="Two movements felt sharp in one session. Please go through the safety questions again first.",
        source="psoas-opinion",
    ),
    Condition(
        id="not-done-twice",
        holds=_done_twice,
        reads_pain=False,
        says="This stays as it is until you have logged it twice.",
        source="DOSE-10",
    ),
    Condition(
        id="not-in-full",
        holds=_in_full_twice,
        reads_pain=False,
        says="This stays as it is until it was done in full twice running.",
        source="DOSE-10",
    ),
    Condition(
        id="progressed-lately",
        holds=_rested,
        reads_pain=False,
        says="This moved up within the last week. Give it time.",
        source="psoas-opinion",
    ),
    Condition(
        id="effort-high",
        holds=_effort_left,
        reads_pain=False,
        says="It still takes a good effort, so it stays as it is.",
        source="DOSE-11",
    ),
    Condition(
        id="pain-unknown",
        holds=_pain_known,
        reads_pain=False,
        says="We do not know yet how this felt, so it stays as it is.",
        source="PAIN-1",
    ),
    Condition(
        id="morning-unknown",
        holds=_morning_known,
        reads_pain=False,
        says="We do not know yet how the next morning was, so it stays as it is.",
        source="PAIN-2",
    ),
    Condition(
        id="pain-not-low",
        holds=_pain_low,
        reads_pain=True,
        says="It is going all right. It stays as it is until it feels easier.",
        source="PAIN-1",
    ),
    Condition(
        id="not-settled",
        holds=_settled,
        reads_pain=True,
        says="The morning after was not quite settled, so it stays as it is.",
        source="PAIN-2",
    ),
    Condition(
        id="felt-worse",
        holds=_felt_well,
        reads_pain=True,
        says="It did not feel good once, so it stays as it is.",
        source="psoas-opinion",
    ),
    Condition(
        id="week-rises",
        holds=_week_steady,
        reads_pain=True,
        says="This week hurts more than the last, so nothing goes up.",
        source="PAIN-2",
    ),
)
