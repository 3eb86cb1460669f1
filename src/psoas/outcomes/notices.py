"""What a person should hear today without asking, most urgent first.

hard day      pain told today clearly above the usual: ease before anything is started
ask again     two sharp moments in one session: all safety questions before anything goes up
advice        pain rising two weeks running, or little change by week six: a clinician's look
made safer    what was eased, given back, replaced or stopped for them since yesterday; their own choices are not news
"""

from datetime import date, timedelta

from psoas.adaptation.rescreening import rescreen_is_due
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.diary_check import in_order
from psoas.diary.entry import Diary
from psoas.outcomes.hard_day import HardDay, hard_day
from psoas.outcomes.milestones import JUDGED_AFTER_DAYS, judge_week_six, rises_two_weeks
from psoas.planning.edit import OWN_CHOICE
from psoas.planning.plan import Applied, Plan
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

TOLD_FOR_DAYS = 7
"""Today says the word of week six for a week; afterwards it stands under Progress, and in what adaptation answers."""
NEWS_FOR_DAYS = 1
"""What was made safer is shown on its day and the day after."""


@value
class Notices:
    ask_again: bool
    hard_day: HardDay | None
    advice: tuple[Reason, ...]
    made_safer: tuple[Applied, ...]


def keep_watch(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Notices:
    """Today's news about this plan and diary."""
    return Notices(
        ask_again=rescreen_is_due(in_order(diary), catalogue=catalogue, today=today),
        hard_day=hard_day(diary.entries, plan, today=today),
        advice=_told_today(plan, diary, catalogue=catalogue, today=today),
        made_safer=tuple(applied for applied in plan.applied if _is_news(applied, today=today)),
    )


def advice_now(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> tuple[Reason, ...]:
    """Pain that rises two weeks running; from week six, little change: a clinician's look, and one change of emphasis."""
    rising = rises_two_weeks(diary, catalogue=catalogue, today=today)
    if rising is not None:
        return (rising,)
    week_six = judge_week_six(plan, diary, catalogue=catalogue, today=today)
    if week_six.judgement != "see-a-clinician":
        return ()
    return (week_six.because, catalogue.reason("change-the-emphasis"))


def _told_today(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> tuple[Reason, ...]:
    """Rising pain whenever it rises; the word of week six for a week."""
    said = advice_now(plan, diary, catalogue=catalogue, today=today)
    late = (today - plan.start).days >= JUDGED_AFTER_DAYS + TOLD_FOR_DAYS
    return said if rises_two_weeks(diary, catalogue=catalogue, today=today) is not None or not late else ()


def _is_news(applied: Applied, *, today: date) -> bool:
    recent = timedelta(0) <= today - applied.on <= timedelta(days=NEWS_FOR_DAYS)
    chosen = any(reason.id == OWN_CHOICE for reason in applied.change.because)
    return (
        recent and applied.undone_on is None and applied.change.change in ("stop", "replace", "ease", "restore") and not chosen
    )
