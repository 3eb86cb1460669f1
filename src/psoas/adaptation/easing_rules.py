"""The rules by which a movement is made easier for what it did, in order of safety: the first that fits decides.

    stop       nothing of it is left
    replace    the nearest open easier rung, else stop
    reduce     70-80 % of the dose, else replace

Only what a movement's own row tells counts here; pain of the day eases the day (`fortnight`). Triage (nothing open at all),
and movements closed since the plan was made, stand before this table, in `decision`. Walking and breathing are never replaced
or stopped by it: what hurts them eases them.
"""

from collections.abc import Callable
from typing import Literal

from psoas.adaptation.case import Case
from psoas.adaptation.fortnight import FOUR_WEEKS_AWAY
from psoas.adaptation.rescreening import SHARP
from psoas.adaptation.response import Response
from psoas.adaptation.severity import HEALING_STOP, is_high, is_severe
from psoas.vocabulary.scales import NOTICEABLE
from psoas.vocabulary.value import value

Lowering = Literal["stop", "replace", "reduce"]


@value
class Rule:
    """`id` names the sentence in the catalogue's reasons. `unasked`: it does not wait to be accepted."""

    id: str
    change: Lowering
    fits: Callable[[Case], bool]
    unasked: bool = False


def first_that_fits(case: Case) -> Rule | None:
    """The strictest rule that holds for this row; None when nothing asks for less."""
    return next((rule for rule in RULES if rule.fits(case)), None)


def _away_over_four_weeks(case: Case) -> bool:
    return case.fortnight.away >= FOUR_WEEKS_AWAY


def _hurts_while_healing(case: Case) -> bool:
    return case.fortnight.healing and any(pain >= HEALING_STOP for pain in case.own_pains)


def _felt_sharp(case: Case) -> bool:
    return any(felt in SHARP for answer in case.answers for felt in answer.felt)


def _has_symptom(case: Case) -> bool:
    return any(answer.symptoms for answer in case.answers)


def _is_severe(case: Case) -> bool:
    return any(is_severe(pain, case.fortnight.base) for pain in case.own_pains)


def _is_high(case: Case) -> bool:
    return any(is_high(pain, case.fortnight.base) for pain in case.own_pains)


def _noticed_and_higher_next_morning(case: Case) -> bool:
    return any(_lingers(answer) for answer in case.answers)


def _lingers(answer: Response) -> bool:
    noticed = answer.own_pain is not None and answer.own_pain >= NOTICEABLE
    return noticed and answer.next_morning is not None and answer.next_morning > answer.start + 1


def _worse_twice(case: Case) -> bool:
    return sum("worse" in answer.felt or answer.hurt_in_break for answer in case.answers) > 1


RULES: tuple[Rule, ...] = (
    Rule(id="away-over-four-weeks", change="stop", fits=_away_over_four_weeks),
    Rule(id="hurts-while-healing", change="stop", fits=_hurts_while_healing, unasked=True),
    Rule(id="sharp-or-shooting", change="replace", fits=_felt_sharp, unasked=True),
    Rule(id="symptom", change="replace", fits=_has_symptom),
    Rule(id="pain-severe", change="replace", fits=_is_severe, unasked=True),
    Rule(id="pain-high-above-usual", change="replace", fits=_is_high),
    Rule(id="higher-next-morning", change="reduce", fits=_noticed_and_higher_next_morning),
    Rule(id="worse-twice", change="reduce", fits=_worse_twice),
)
UNASKED = frozenset(rule.id for rule in RULES if rule.unasked)
