"""The one obvious next step of a day, in this order.

again     sharp pain came twice: the safety questions once more
asked     the log, or an answer, opened a safety question
pause     a pause runs: nothing is due
restart   back after more than four weeks: the way in once more, then week 1
check     a week since the safety questions: anything new? Before anything easier is begun, because it may change what is safe
return    back after a gap, and a gentler start is proposed
ease      pain today clearly above the usual: a word and something gentle before any start
first     the plan begins tomorrow and the first session waits
session   today's next session
log       moved today, and nobody has said how it was afterwards
changes   adaptation proposes something
begun     the first session is done, and the plan begins tomorrow
over      the eight weeks are behind
done      nothing is left for today
"""

from dataclasses import dataclass
from typing import Literal

from psoas import journey
from psoas.planning.plan import Session
from psoas.web.situation import Situation

Name = Literal[
    "again",
    "asked",
    "pause",
    "restart",
    "check",
    "return",
    "ease",
    "first",
    "session",
    "log",
    "changes",
    "begun",
    "over",
    "done",
]


@dataclass(frozen=True)
class SessionToday:
    """A session of today's page, its place in the day and whether it was done."""

    number: int
    session: Session
    done: bool


def sessions_of(now: Situation) -> tuple[SessionToday, ...]:
    """Today's sessions, each with whether it was done."""
    if now.day is None or now.plan is None:
        return ()
    done = journey.sessions_done(now.plan, now.day, now.entry)
    return tuple(SessionToday(number, session, done[number]) for number, session in enumerate(now.day.sessions))


def next_step(now: Situation, sessions: tuple[SessionToday, ...]) -> Name:
    """The step to offer big; everything else stands behind it."""
    moved = now.entry is not None and bool(now.entry.exercises)
    says_after = now.entry is not None and now.entry.pain is not None and now.entry.pain.after is not None
    back = now.is_back and bool(now.proposed)
    hard = now.watch is not None and now.watch.hard_day is not None
    waits = now.plan is not None and now.plan.start > now.today
    steps: tuple[tuple[Name, bool], ...] = (
        ("again", now.must_ask_again),
        ("asked", bool(now.asked_next)),
        ("pause", now.pause is not None),
        ("restart", back and any(row.change == "stop" for row in now.proposed)),
        ("check", now.check_is_due),
        ("return", back),
        ("ease", hard and (says_after or not moved)),
        ("first", waits and not moved),
        ("session", any(not told.done for told in sessions)),
        ("log", moved and not says_after),
        ("changes", bool(now.proposed)),
        ("begun", waits),
        ("over", now.plan is not None and now.plan.weeks[-1].days[-1].date < now.today),
    )
    return next((name for name, holds in steps if holds), "done")
