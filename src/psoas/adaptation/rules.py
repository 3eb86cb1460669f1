"""The rules that ease or stop, in order of safety: the first that fits decides. What none of them catches may stay or move up.

    stop       nothing of it is left
    replace    the nearest open easier rung, else stop
    ease       the easier rung at 40 % less, else 40 % less of the same, else stop
    reduce     70-80 % of the dose, else replace

Two things stand before this table, in `decision`: triage (nothing open at all), and movements closed since the plan was made.
Thresholds: PAIN-1 (0-2 calm, 3-5 acceptable, above 5 high), PAIN-2 (settles by next morning), PAIN-4 (6-7 moderate, 8 and more
severe). They were tested on knees and Achilles tendons, not on backs (PAIN-3): a design choice [D], not evidence.
"""

from collections.abc import Callable
from typing import Literal

from psoas.adaptation.case import Case
from psoas.adaptation.response import Response
from psoas.adaptation.safety import SHARP
from psoas.vocabulary.evidence import Reason, Status
from psoas.vocabulary.value import value

Easing = Literal["stop", "replace", "ease", "reduce"]

SEVERE = 8
"""PAIN-4."""
HIGH = 6
"""PAIN-1: above 5."""
NOTICEABLE = 3
"""PAIN-1: 3-5 is acceptable when it settles."""
ABOVE_BASE = 2
"""PRO-1: two points are an important change."""
HEALING_STOP = 4
"""PAIN-3 [D]: while a fusion or a new hip heals, 3 is the most."""
WEEK_AWAY, TWO_WEEKS_AWAY, FOUR_WEEKS_AWAY = 8, 15, 29
"""Days without an entry from which each rule of a gap holds: 8-14, 15-28, longer (psoas-opinion [D])."""


@value
class Rule:
    id: str
    change: Easing
    fits: Callable[[Case], bool]
    says: str
    source: str
    status: Status = "D"

    @property
    def reason(self) -> Reason:
        return Reason(id=self.id, says=self.says, source=self.source)


def first_that_fits(case: Case) -> Rule | None:
    """The strictest rule that holds for this row; None when nothing asks for less."""
    return next((rule for rule in RULES if rule.fits(case)), None)


def _away_over_four_weeks(case: Case) -> bool:
    return case.person.away >= FOUR_WEEKS_AWAY


def _hurts_while_healing(case: Case) -> bool:
    return case.person.healing and any(pain >= HEALING_STOP for pain in case.pains)


def _felt_sharp(case: Case) -> bool:
    return any(felt in SHARP for answer in case.answers for felt in answer.felt)


def _has_symptom(case: Case) -> bool:
    return any(answer.symptoms for answer in case.answers)


def _is_severe(case: Case) -> bool:
    return any(pain >= SEVERE for pain in case.pains)


def _is_high_for_this_person(case: Case) -> bool:
    return any(pain >= HIGH and pain >= case.person.base + ABOVE_BASE for pain in case.pains)


def _away_over_two_weeks(case: Case) -> bool:
    in_gap = TWO_WEEKS_AWAY <= case.person.away < FOUR_WEEKS_AWAY
    return in_gap and "away-over-two-weeks" not in case.gap_answered


def _is_high(case: Case) -> bool:
    return any(pain >= HIGH for pain in case.pains)


def _noticed_and_higher_next_morning(case: Case) -> bool:
    return any(_lingers(answer) for answer in case.answers)


def _lingers(answer: Response) -> bool:
    noticed = answer.pain is not None and answer.pain >= NOTICEABLE
    return noticed and answer.next_morning is not None and answer.next_morning > answer.start + 1


def _not_settled_twice(case: Case) -> bool:
    return sum(answer.settled is False for answer in case.answers) > 1


def _worse_twice(case: Case) -> bool:
    return sum("worse" in answer.felt or answer.hurt_in_break for answer in case.answers) > 1


def _flares(case: Case) -> bool:
    return case.flare_days > 1


def _away_over_a_week(case: Case) -> bool:
    return WEEK_AWAY <= case.person.away < TWO_WEEKS_AWAY and "away-over-a-week" not in case.gap_answered


RULES: tuple[Rule, ...] = (
    Rule(
        id="away-over-four-weeks",
        change="stop",
        fits=_away_over_four_weeks,
        says="It has been more than four weeks. Answer the safety questions again, and we begin gently at week 1.",
        source="psoas-opinion",
    ),
    Rule(
        id="hurts-while-healing",
        change="stop",
        fits=_hurts_while_healing,
        says="Pain of 4 or more is too much while your operation heals. We leave this one out for now.",
        source="PAIN-3",
    ),
    Rule(
        id="sharp-or-shooting",
        change="replace",
        fits=_felt_sharp,
        says="This felt sharp or shooting, so something gentler takes its place.",
        source="psoas-opinion",
    ),
    Rule(
        id="symptom",
        change="replace",
        fits=_has_symptom,
        says="You noticed leg symptoms, giving way, dizziness or a pinch, so something gentler takes its place.",
        source="psoas-opinion",
    ),
    Rule(
        id="pain-severe",
        change="replace",
        fits=_is_severe,
        says="Pain reached 8 or more, so something gentler takes its place.",
        source="PAIN-4",
    ),
    Rule(
        id="pain-high-above-usual",
        change="replace",
        fits=_is_high_for_this_person,
        says="Pain reached 6 or more, well above your usual, so something gentler takes its place.",
        source="PAIN-1",
    ),
    Rule(
        id="away-over-two-weeks",
        change="ease",
        fits=_away_over_two_weeks,
        says="Welcome back after more than two weeks. We start again with less and an easier step.",
        source="DOSE-3",
    ),
    Rule(
        id="pain-high",
        change="reduce",
        fits=_is_high,
        says="Pain reached 6 or 7, so we do a little less of this.",
        source="PAIN-1",
    ),
    Rule(
        id="higher-next-morning",
        change="reduce",
        fits=_noticed_and_higher_next_morning,
        says="It was still higher the next morning, so we do a little less of this.",
        source="PAIN-2",
    ),
    Rule(
        id="not-settled-twice",
        change="reduce",
        fits=_not_settled_twice,
        says="Twice it had not settled by the next morning, so we do a little less of this.",
        source="PAIN-2",
    ),
    Rule(
        id="worse-twice",
        change="reduce",
        fits=_worse_twice,
        says="It felt worse twice, so we do a little less of this.",
        source="psoas-opinion",
    ),
    Rule(
        id="flare",
        change="reduce",
        fits=_flares,
        says="You had two days well above your usual. We do a little less until it calms.",
        source="PRO-1",
    ),
    Rule(
        id="away-over-a-week",
        change="reduce",
        fits=_away_over_a_week,
        says="Welcome back after more than a week. We start again with a little less.",
        source="DOSE-3",
    ),
)
