"""A life as figures: small enough to be sent from one process to another and added up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from example_people import START

from cohort.former import former_share
from cohort.growth import grew, marched
from cohort.life import Life
from cohort.load import items_of, load_by_pattern, minutes_walked, pattern_of, stepped_up, worth_gained
from cohort.themes import themes_found
from cohort.unsafe import unsafe
from psoas import journey
from psoas.catalogue.catalogue import load
from psoas.exchange.documents import write_document
from psoas.planning.plan import Day, Session

REST_WEEKS = 3
NO_CHANGE = "no-change-by-week-6"
FORMER_WEEK, SETTLED_WEEK = {"flare": 2, "absent": 2}, {"flare": 6, "absent": 7}
"""The week before, and the first week after fourteen settled days."""
GIVEN_MINUTES = 20
"""Walking or cycling on a day where the person named nothing."""


@dataclass(frozen=True)
class Result:
    person: str
    says: str
    behaviour: str
    minutes: int
    training_days: int
    patterns_open: int
    """Main strength patterns of which a movement is open and owned."""
    scope: str
    stopped: bool
    kinds: Counter[str]
    """Changes by kind, all weeks together."""
    steps: Counter[str]
    """Steps up taken, each movement once, by pattern."""
    worth: dict[str, float]
    further: int
    """Patterns with one rung in full or its worth."""
    loads: tuple[Counter[str], ...]
    walked: tuple[int, ...]
    strong: tuple[int, ...]
    """Movements of a strength pattern in each week."""
    planned_strong: tuple[int, ...]
    """The same in the plan as it was first made."""
    lost: int
    regained: int
    returned: int
    """Movements replaced, brought back too soon or twice, and replaced again."""
    split: int
    """Sessions that ask one side for another movement than the other."""
    unsafe: tuple[str, ...]
    grew: tuple[str, ...]
    marched: tuple[str, ...]
    over: tuple[str, ...]
    themes: tuple[bool, ...]
    size: int
    former: float | None
    told: bool
    """Was it said at week six that too little has changed?"""
    reached: frozenset[str]


def result_of(life: Life) -> Result:
    intake = life.person.intake
    replaced = _replaced(life)
    return Result(
        person=life.person.name,
        says=life.person.says,
        behaviour=life.behaviour,
        minutes=intake.minutes_per_day,
        training_days=len(intake.training_days),
        patterns_open=_patterns_open(life),
        scope=life.first.clearance.scope,
        stopped=any(turn.changes.clearance.scope == "none" for turn in life.turns),
        kinds=Counter(change.change for turn in life.turns for change in turn.changes.changes),
        steps=_steps(life),
        worth=worth_gained(life.weeks),
        further=len(stepped_up(life.weeks)),
        loads=tuple(load_by_pattern(days) for days in life.weeks),
        walked=tuple(minutes_walked(days) for days in life.weeks),
        strong=tuple(_strong(days) for days in life.weeks),
        planned_strong=tuple(_strong(week.days) for week in life.first.weeks),
        lost=len(replaced),
        regained=sum(_is_back(name, weeks[0], life) for name, weeks in replaced.items()),
        returned=sum(_oscillates(weeks) for weeks in replaced.values()),
        split=sum(_is_split(session) for days in life.weeks for day in days for session in day.sessions),
        unsafe=tuple(unsafe(life)),
        grew=tuple(grew(life)),
        marched=tuple(marched(life)),
        over=tuple(_over(life)),
        themes=themes_found(life),
        size=len(write_document(life.last).encode()),
        former=_former(life),
        told=_told(life),
        reached=frozenset(item.exercise for days in life.weeks for item in items_of(days))
        | {pause.exercise for days in life.weeks for day in days for pause in day.micro_breaks},
    )


def _patterns_open(life: Life) -> int:
    known = load().exercises
    open_ = journey.choose(life.person.intake, today=START).open
    return len({pattern_of(known[name]) for name in open_} - {None})


def _is_split(session: Session) -> bool:
    known = load().exercises
    sides = {name: {i.side for i in session.items if i.exercise == name} for name in {i.exercise for i in session.items}}
    return any(known[name].sides == "each" and found != {"left", "right"} for name, found in sides.items())


def _steps(life: Life) -> Counter[str]:
    taken: Counter[str] = Counter()
    for turn in life.turns:
        up = {
            known.change.exercise for known in turn.after.applied if known.on == turn.on and known.change.change == "progress"
        }
        taken.update(pattern_of(load().exercises[name]) or load().exercises[name].role for name in up)
    return taken


def _strong(days: Iterable[Day]) -> int:
    return len({item.exercise for item in items_of(days) if pattern_of(load().exercises[item.exercise])})


def _replaced(life: Life) -> dict[str, list[int]]:
    """Movements that were replaced or stopped, with the weeks after which."""
    found: dict[str, list[int]] = {}
    for turn in life.turns:
        for name in sorted({c.exercise for c in turn.changes.changes if c.change in {"replace", "stop"}}):
            found.setdefault(name, []).append(turn.week)
    return found


def _oscillates(weeks: Sequence[int]) -> bool:
    """Replaced again within three weeks, or a third time: one try after three weeks of rest is none."""
    return len(weeks) > 2 or any(again - before <= REST_WEEKS for before, again in pairwise(weeks))


def _is_back(name: str, week: int, life: Life) -> bool:
    return any(name == item.exercise for days in life.weeks[week:] for item in items_of(days))


def _over(life: Life) -> list[str]:
    """Days that ask for more minutes than the person gives, exercise and walking apart."""
    intake = life.person.intake
    given = GIVEN_MINUTES if intake.cardio_minutes is None else intake.cardio_minutes
    found = []
    for day in (day for days in life.weeks for day in days):
        exercise = sum(session.minutes for session in day.sessions if session.kind not in {"cardio", "walking"})
        walking = minutes_walked([day])
        if exercise > intake.minutes_per_day:
            found.append(f"{day.date}: {exercise} min of exercise for {intake.minutes_per_day}")
        if walking > max(given, _own(life)):
            found.append(f"{day.date}: {walking} min of walking for {given}")
    return found


def _own(life: Life) -> int:
    """The person's own walk, or two minutes, is never too much."""
    walking = life.person.intake.walking
    return (walking.minutes_now if walking else None) or 2


def _former(life: Life) -> float | None:
    """The share of the former dose that is asked once fourteen days have settled: of strength, other exercise or walking the
    least. Where the plan as first made asks for less by then (stretches give way to strength), that is the measure."""
    if life.behaviour not in FORMER_WEEK:
        return None
    settled = SETTLED_WEEK[life.behaviour]
    before, after = life.weeks[FORMER_WEEK[life.behaviour] - 1], life.weeks[settled - 1]
    return former_share(before, after, planned=life.first.weeks[settled - 1].days)


def _told(life: Life) -> bool:
    changes = life.turns[5].changes
    reasons = [*changes.clearance.reasons, *(why for change in changes.changes for why in change.because)]
    return any(why.id == NO_CHANGE for why in reasons)
