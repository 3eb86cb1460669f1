"""The one obvious next step of a day, in this order.

again     sharp pain came twice: the safety questions once more
restart   back after more than four weeks: the way in once more, then week 1
return    back after a gap, and a gentler start is proposed; first, because any entry ends the gap
check     a week since the safety questions: anything new?
first     the plan begins tomorrow and the first session waits
session   today's next session
log       moved today, and nobody has said how it was afterwards
changes   adaptation proposes something
done      nothing is left for today
"""

from dataclasses import dataclass
from typing import Literal

from psoas.planning.plan import Session
from psoas.vocabulary.body import Side
from psoas.web.plan.situation import Situation

Name = Literal["again", "restart", "return", "check", "first", "session", "log", "changes", "done"]


@dataclass(frozen=True)
class SessionToday:
    """A session of today's page, its place in the day and whether it was done."""

    number: int
    session: Session
    done: bool


def sessions_of(now: Situation) -> tuple[SessionToday, ...]:
    """Today's sessions. One is done when most of its movements stand in today's entry."""
    if now.day is None:
        return ()
    did = {(done.exercise, done.side) for done in now.entry.exercises} if now.entry else set()
    return tuple(SessionToday(number, session, _most(session, did)) for number, session in enumerate(now.day.sessions))


def _most(session: Session, did: set[tuple[str, Side]]) -> bool:
    wanted = {(item.exercise, item.side) for item in session.items}
    return bool(wanted) and 2 * len(wanted & did) >= len(wanted)


def next_step(now: Situation, sessions: tuple[SessionToday, ...]) -> Name:
    """The step to offer big; everything else stands behind it."""
    moved = now.entry is not None and bool(now.entry.exercises)
    back = now.is_back and bool(now.proposed)
    steps: tuple[tuple[Name, bool], ...] = (
        ("again", now.must_ask_again),
        ("restart", back and any(row.change == "stop" for row in now.proposed)),
        ("return", back),
        ("check", now.check_is_due),
        ("first", now.plan is not None and now.plan.start > now.today and not moved),
        ("session", any(not told.done for told in sessions)),
        ("log", moved and (now.entry is None or now.entry.pain is None or now.entry.pain.after is None)),
        ("changes", bool(now.proposed)),
    )
    return next((name for name, holds in steps if holds), "done")
