"""What the last two weeks say of the person: the base, whether pain rises, and whether the days themselves ask for less.

Pain that names no movement makes the day easier and no movement harder or easier for good. What counts is what came after the
last two calm sessions running, and after the last easing:

    severe       once 8 or more and 2 above the base, or a 10          psoas-opinion [D], PAIN-4
    flare        two days 2 or more above the base                     PRO-1
    unsettled    twice higher the next morning than before             PAIN-2
    symptom      a listed symptom in a session of several movements    opinion [D]
    away         no entry for 8 to 28 days                             DOSE-3

Calm is a session that had settled the next morning and stayed at the base plus 1 or below.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from psoas.adaptation.baseline import base_of, recent, week_rises
from psoas.adaptation.healing import is_healing
from psoas.adaptation.rescreening import rescreen_is_due
from psoas.adaptation.response import is_beyond
from psoas.adaptation.severity import ABOVE_BASE, ACCEPTABLE, is_severe
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Entry, EntryPain
from psoas.diary.gap import days_away, last_told
from psoas.planning.plan import Plan
from psoas.screening.clearance import URGENCIES, ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.scales import CALM
from psoas.vocabulary.value import value

WEEK_AWAY, TWO_WEEKS_AWAY, FOUR_WEEKS_AWAY = 8, 15, 29
"""Days without an entry from which each rule of a gap holds: 8-14, 15-28, longer (psoas-opinion [D])."""
EASED_DAYS = 7
"""An easing lasts three to seven days; the longer end, so that a weekly look finds it (psoas-opinion [D])."""
LESS, MUCH_LESS = Fraction(7, 10), Fraction(6, 10)
"""About 30 % less; after more than two weeks away 40 % less (psoas-opinion [D])."""
Trigger = Literal["severe-day", "flare", "not-settled-twice", "symptom-day", "away-over-a-week", "away-over-two-weeks"]


@value
class Fortnight:
    """What holds for every row."""

    base: float
    rises: bool
    healing: bool
    away: int
    """Days since the last entry."""
    waits_for_clinician: bool
    told_worse: bool
    """Did the diary's answers bring an urgency that the plan was not made with?"""
    rescreen_due: bool
    trigger: Trigger | None
    """Why the coming days are eased."""
    calm_pair_since: date | None
    """The last day of the latest two calm sessions running."""
    latest_pain: int | None
    """What the latest entry knew last: the next morning, else before."""
    overdoing: bool
    """Was clearly more done than is written, in most of what was logged lately?"""
    asks: tuple[Reason, ...] = ()
    """Safety questions that the diary has opened and nobody has answered."""

    @property
    def share(self) -> Fraction:
        """How much of each dose an easing leaves."""
        return MUCH_LESS if self.trigger == "away-over-two-weeks" else LESS

    @property
    def is_back(self) -> bool:
        """Is pain known to be at the base plus 1 or below?"""
        return self.latest_pain is not None and self.latest_pain <= self.base + ACCEPTABLE


def fortnight_of(
    plan: Plan,
    entries: Sequence[Entry],
    *,
    intake: Intake,
    record: ClearanceRecord,
    asks: tuple[Reason, ...],
    catalogue: Catalogue,
    today: date,
) -> Fortnight:
    """Everything that is not about one movement."""
    base, away = base_of(entries, plan, today=today), days_away(entries, since=plan.start, today=today)
    known = recent(entries, today=today)
    since = _eased_on(plan)
    after = [entry for entry in known if entry.on > since]
    return Fortnight(
        base=base,
        rises=week_rises(entries, plan, today=today),
        healing=is_healing(intake, today=today),
        away=away,
        waits_for_clinician=record.urgency != "none",
        told_worse=URGENCIES.index(record.urgency) > URGENCIES.index(plan.clearance.urgency),
        rescreen_due=rescreen_is_due(entries, catalogue=catalogue, today=today),
        trigger=_gap(0 if _undone_since(plan, entries) else away) or _trigger(_since_calm(after, base), base),
        calm_pair_since=_calm_pair(after, base),
        latest_pain=_latest(after),
        overdoing=_overdoes(known, plan),
        asks=asks,
    )


def is_back_after_a_gap(plan: Plan, entries: Sequence[Entry], *, today: date) -> bool:
    """So long without an entry that the page says welcome back, and the days begin a little easier."""
    return days_away(entries, since=plan.start, today=today) >= WEEK_AWAY


def worst_of(entry: Entry) -> int | None:
    """The day's own pain, whatever its movements say of themselves."""
    pain = entry.pain or EntryPain()
    return max((number for number in (pain.before, pain.during, pain.after) if number is not None), default=None)


def _overdoes(entries: Sequence[Entry], plan: Plan) -> bool:
    """Half as much again or more, in most of the movements of the last two weeks that count sets."""
    pairs = [
        (done, wanted)
        for entry in entries
        for done in entry.exercises
        if (wanted := plan.asked.get((done.exercise, done.side), {}).get(entry.on)) is not None
    ]
    more = sum(is_beyond((done,), wanted) for done, wanted in pairs)
    return len(pairs) > 1 and 2 * more > len(pairs)


def _eased_on(plan: Plan) -> date:
    """The day of the latest easing. One that was undone has been answered too: the person knows better."""
    return max((known.on for known in plan.applied if known.change.change == "ease"), default=date.min)


def _undone_since(plan: Plan, entries: Sequence[Entry]) -> bool:
    """Was an easing taken back after the last entry? Then the gap is not eased again."""
    last = last_told(entries)
    return any(
        known.change.change == "ease" and known.undone_on and (last is None or known.on > last.on) for known in plan.applied
    )


def _gap(away: int) -> Trigger | None:
    if WEEK_AWAY <= away < TWO_WEEKS_AWAY:
        return "away-over-a-week"
    return "away-over-two-weeks" if TWO_WEEKS_AWAY <= away < FOUR_WEEKS_AWAY else None


def _trigger(entries: Sequence[Entry], base: float) -> Trigger | None:
    worst = [pain for entry in entries if (pain := worst_of(entry)) is not None]
    if any(is_severe(pain, base) for pain in worst):
        return "severe-day"
    if sum(pain >= base + ABOVE_BASE and pain > CALM for pain in worst) > 1:
        return "flare"
    if sum(_settled(entry) is False for entry in entries) > 1:
        return "not-settled-twice"
    return "symptom-day" if any(_has_symptom_of_the_day(entry) for entry in entries) else None


def _since_calm(entries: Sequence[Entry], base: float) -> Sequence[Entry]:
    """What came after the last two calm sessions running."""
    ends = [
        number for number, (one, two) in enumerate(pairwise(entries), start=2) if _is_calm(one, base) and _is_calm(two, base)
    ]
    return entries[ends[-1] :] if ends else entries


def _calm_pair(entries: Sequence[Entry], base: float) -> date | None:
    pairs = [two.on for one, two in pairwise(entries) if _is_calm(one, base) and _is_calm(two, base)]
    return max(pairs, default=None)


def _is_calm(entry: Entry, base: float) -> bool:
    worst = worst_of(entry)
    return _settled(entry) is True and worst is not None and worst <= base + ACCEPTABLE and not entry.symptoms


def _settled(entry: Entry) -> bool | None:
    if entry.pain is None or entry.pain.next_morning is None:
        return None
    return entry.pain.next_morning <= (CALM if entry.pain.before is None else entry.pain.before)


def _has_symptom_of_the_day(entry: Entry) -> bool:
    return bool(entry.symptoms) and len({row.exercise for row in entry.exercises}) != 1


def _latest(entries: Sequence[Entry]) -> int | None:
    for entry in reversed(entries):
        pain = entry.pain or EntryPain()
        if pain.next_morning is not None or pain.before is not None:
            return pain.next_morning if pain.next_morning is not None else pain.before
    return None
