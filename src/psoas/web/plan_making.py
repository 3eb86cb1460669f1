"""A plan made from what is on record."""

from contextlib import suppress
from datetime import date

from psoas import journey
from psoas.diary.entry import Diary, Entry, Kind
from psoas.planning.plan import Plan, Stage
from psoas.records import actions, queries
from psoas.records.diary_record import diary_on_record
from psoas.records.revision import newest_rows
from psoas.web.safety_answers import hold_answers
from psoas.web.situation import Situation, changes_for

TRIES = 5
"""How often something is thought over again because another window wrote meanwhile, before writing waits for thinking."""


def make_plan(*, today: date, reason: str, stage: Stage = "build") -> None:
    """A later plan begins at the rungs and doses that the one before has reached. Made while others may write; asked for
    several times at once, it is made once."""
    for _ in range(TRIES):
        before = queries.current_plan()
        plan = _plan(before, today=today, start=journey.first_day(again=reason != "made", today=today), stage=stage)
        if before is not None and _is_the_same_again(before, plan, reason=reason, today=today):
            return
        with suppress(actions.OvertakenError):
            actions.keep_plan(plan=plan, reason=reason, on=today, after=before.version if before else 0)
            return
    actions.keep_plan(plan=plan, reason=reason, on=today)


def _plan(before: queries.PlanOnRecord | None, *, today: date, start: date, stage: Stage) -> Plan:
    screened = queries.screened()
    if screened is None:
        raise ValueError("a plan needs an intake on record")
    examinations = queries.examinations()
    examination = examinations[-1] if examinations else None
    after = before.plan if before else None
    return journey.plan(screened.intake, examination, start=start, today=today, after=after, stage=stage)


def _is_the_same_again(before: queries.PlanOnRecord, plan: Plan, *, reason: str, today: date) -> bool:
    """Made today already, from the same answers: a second tap, not a second wish."""
    asked, now = ((one.intake, one.examination, one.stage) for one in (before.plan, plan))
    same = asked == now
    return same and (before.reason, before.on) == (reason, today)


def keep_told(*, entry: Entry, kind: Kind, today: date, key: str | None = None) -> bool:
    """Keep an entry together with what it changes unasked in the plan: both, or neither. True when the entry is new.

    Thinking happens first and holds nobody up; then one short transaction writes, if nothing was written in between. What
    cannot change a plan is only kept.
    """
    if not journey.can_unsettle(entry):
        return actions.keep_entry(entry=entry, kind=kind, key=key)
    for _ in range(TRIES):
        newest, safer = newest_rows(), _safer_with(entry, kind, today)
        with actions.alone():
            if newest_rows() == newest:
                return _keep(entry, kind, key, safer, today)
    with actions.alone():
        return _keep(entry, kind, key, _safer_with(entry, kind, today), today)


def _keep(entry: Entry, kind: Kind, key: str | None, safer: Plan | None, today: date) -> bool:
    is_new = actions.keep_entry(entry=entry, kind=kind, key=key)
    if is_new and entry.answers:
        hold_answers(entry.answers, today=today)
    if is_new and safer is not None:
        actions.keep_plan(plan=safer, reason="adapted", on=today)
    return is_new


def _safer_with(entry: Entry, kind: Kind, today: date) -> Plan | None:
    return _safer(queries.current_plan(), diary_on_record().diary_with(entry, kind), today)


def _safer(record: queries.PlanOnRecord | None, diary: Diary, today: date) -> Plan | None:
    """The plan with what needs no consent; None where that is nothing, or a stop of everything: then the page says so."""
    if record is None:
        return None
    found = changes_for(record, diary, today)
    changes = journey.unasked(found)
    if not changes or found.clearance.scope == "none":
        return None
    return journey.apply(record.plan, changes, diary, on=today)


def keep_up(now: Situation) -> bool:
    """What the day itself asks of the plan, before it is shown: an easing that ends, a calendar step that waits. True when
    the plan has changed. Where another window writes meanwhile, the next look keeps up."""
    if now.changes is None or now.stopped or not journey.unasked(now.changes):
        return False
    newest = newest_rows()
    changed = _safer(queries.current_plan(), diary_on_record().diary, now.today)
    if changed is None:
        return False
    with actions.alone():
        unread = newest_rows() == newest
        if unread:
            actions.keep_plan(plan=changed, reason="adapted", on=now.today)
        return unread
