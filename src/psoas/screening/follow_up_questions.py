"""What the log told, and which safety question it opens next.

    heard in the last 14 days                         on how many days                   opens
    a leg gave way                                    two; one with a weighty history    rapid-leg-weakness
    leg symptoms spread                               two; one with a weighty history    one-leg-weak, one-leg-numb
    an adverse event                                  one                                fall-with-new-pain
    pain 4 or more above the base of that day         two                                sudden-back-pain-or-height-loss,
                                                                                         unremitting-pain
    fusion under six months: pain 3 or more above     two                                same-day, none: the surgical team
    the base, or rising over two weeks

A weighty history: a blood thinner, a fusion at any time, cancer ever. A question asks for nothing but an answer: no urgency,
and everything stays open, yet nothing gets harder until it is answered. What was logged up to an answer is answered by it; the
stop after a fusion ends by a recorded return alone.

An adverse event is told in the person's own words, in any language. It is not searched for words of falling: whatever
happened, one question more is a small thing beside a fall that was not recognised.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.screening.concern import QUESTION_AHEAD, Concern
from psoas.screening.intake import Condition, Intake
from psoas.screening.phase import SIX_MONTHS, days_since, surgeries_by
from psoas.statistics.series import median, series_of
from psoas.vocabulary.dates import WEEK_DAYS
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.scales import IMPORTANT_CHANGE, PainScore
from psoas.vocabulary.value import value

LOOK_BACK_DAYS = 14
"""Today is one of them."""
MUCH_MORE = 4
"""Points above the base, on two days, that open a question for anybody. Status D."""
MORE_AFTER_FUSION = 3
"""Points above the base, on two days, in the six months after a fusion. Status D."""
RISE = IMPORTANT_CHANGE
"""Points by which the middle of the last week lies above that of the week before. That it opens a question: status D."""
DAYS_FOR_A_MIDDLE = 3
"""Of fewer known days no middle is told."""
WEIGHTY: tuple[Condition, ...] = ("anticoagulants", "cancer-history")
AFTER_FUSION = "pain-rising-two-weeks"
"""The question, and the return, that a stop for pain after a fusion belongs to."""


@value
class LoggedDay:
    """One day of the log, as far as safety reads it. `pain`: the highest of the day's own numbers, or None."""

    on: date
    pain: PainScore | None = None
    symptoms: tuple[str, ...] = ()
    adverse_event: bool = False
    base: float | None = None
    """What was usual on that day: a flare is not read against the better days after it. None: today's base."""


Heard = Callable[[LoggedDay, float], bool]


@value
class Opening:
    """One row of the table: what is heard, how often, and what it opens."""

    id: str
    heard: Heard
    days: int
    days_if_weighty: int
    opens: tuple[str, ...]


OPENINGS = (
    Opening(
        id="heard-giving-way",
        heard=lambda day, _: "giving-way" in day.symptoms,
        days=2,
        days_if_weighty=1,
        opens=("rapid-leg-weakness",),
    ),
    Opening(
        id="heard-leg-symptoms-spreading",
        heard=lambda day, _: "leg-symptoms-spreading" in day.symptoms,
        days=2,
        days_if_weighty=1,
        opens=("one-leg-weak", "one-leg-numb"),
    ),
    Opening(
        id="heard-adverse-event",
        heard=lambda day, _: day.adverse_event,
        days=1,
        days_if_weighty=1,
        opens=("fall-with-new-pain",),
    ),
    Opening(
        id="heard-much-more-pain",
        heard=lambda day, base: day.pain is not None and day.pain >= base + MUCH_MORE,
        days=2,
        days_if_weighty=2,
        opens=("sudden-back-pain-or-height-loss", "unremitting-pain"),
    ),
)


def asked(
    days: Sequence[LoggedDay],
    *,
    base: float,
    answered: Mapping[str, date],
    intake: Intake,
    catalogue: Catalogue,
    today: date,
) -> tuple[Concern, ...]:
    """What the log opens: questions to answer (ids `ask-<question>`), and after a fusion a stop. Most urgent first.

    `answered`: for each safety question the latest day on which the log answered it.
    """
    recent = tuple(day for day in days if today - timedelta(days=LOOK_BACK_DAYS) < day.on <= today)
    stops = tuple(_after_fusion(recent, base=base, intake=intake, catalogue=catalogue, today=today))
    questions = {
        found.reason.id: found
        for opening in OPENINGS
        for question in opening.opens
        if _is_heard(opening, _since(recent, answered.get(question)), base, intake)
        for found in [_question(opening, question, catalogue)]
    }
    return (*stops, *questions.values())


def _is_heard(opening: Opening, days: Sequence[LoggedDay], base: float, intake: Intake) -> bool:
    needed = opening.days_if_weighty if _is_weighty(intake) else opening.days
    return sum(opening.heard(day, _usual(day, base)) for day in days) >= needed


def _usual(day: LoggedDay, base: float) -> float:
    """The larger of that day's base and today's: neither a better week nor a first low answer makes an old day worse."""
    return base if day.base is None else max(base, day.base)


def _is_weighty(intake: Intake) -> bool:
    fused = any(surgery.what == "lumbar-fusion" for surgery in intake.surgeries)
    return fused or bool({*WEIGHTY} & {*intake.conditions})


def _since(days: Sequence[LoggedDay], answer: date | None) -> tuple[LoggedDay, ...]:
    """The days after an answer; what was logged before it, or on its day, is answered."""
    return tuple(day for day in days if answer is None or day.on > answer)


def _question(opening: Opening, question: str, catalogue: Catalogue) -> Concern:
    sentence = catalogue.reason(opening.id, asks=catalogue.red_flags[question].in_full)
    reason = Reason(id=f"{QUESTION_AHEAD}{question}", says=sentence.says, source=sentence.source)
    return Concern(urgency="none", scope="full", reason=reason)


def _after_fusion(
    days: Sequence[LoggedDay], *, base: float, intake: Intake, catalogue: Catalogue, today: date
) -> Iterator[Concern]:
    """Pain that has clearly risen within six months of a fusion, and that no recorded return has seen since."""
    fresh = any(
        surgery.what == "lumbar-fusion" and days_since(surgery, today=today) < SIX_MONTHS
        for surgery in surgeries_by(intake, today=today)
    )
    seen = max((back.seen_on for back in intake.returns if back.answer == AFTER_FUSION), default=None)
    unseen = _since(days, seen)
    high = sum(day.pain is not None and day.pain >= _usual(day, base) + MORE_AFTER_FUSION for day in unseen) >= 2
    if fresh and (high or _rises(unseen, today=today)):
        sentence = catalogue.reason("heard-pain-after-fusion")
        reason = Reason(id=AFTER_FUSION, says=sentence.says, source=sentence.source)
        yield Concern(urgency="same-day", scope="none", reason=reason)


def _rises(days: Sequence[LoggedDay], *, today: date) -> bool:
    """Is the middle of the last seven days at least two points above that of the seven before?"""
    pain = series_of((day.on, day.pain) for day in days)
    this_week = median(pain.last_days(WEEK_DAYS, today=today))
    last_week = median(pain.last_days(WEEK_DAYS, today=today - timedelta(days=WEEK_DAYS)))
    if this_week is None or last_week is None or min(this_week.of, last_week.of) < DAYS_FOR_A_MIDDLE:
        return False
    return this_week.value >= last_week.value + RISE
