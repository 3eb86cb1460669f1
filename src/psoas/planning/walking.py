"""Walking from day 1 at the person's own level, and structured cardio from week 4; all of it within the minutes given to it.

    own level     the minutes told (intake `walking`); else 10 1/2 min, from where steps of a fifth and of five minutes reach
                  twenty in week 4; 5 min when gentle or under half a year after a fusion; restricted: three of 2 min
    growth        a fifth a week at most (psoas-opinion), up to the minutes given; none where a special need keeps walks short
    cardio        week 4: 20 min, or the minutes given; the person's level where that is lower. At most four training days; it
                  stands for that day's walk, and the other walks keep the week within a fifth more than the one before

Nobody's pace: able to talk.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.duration import session_minutes
from psoas.planning.ladder import DYNAMIC_WEEK, first_rung, steps_below
from psoas.planning.maintenance import walks_from
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Item, PartOfDay, Session, SessionKind
from psoas.planning.reason import why
from psoas.planning.rhythm import FIRST_CARDIO_WEEK, Rhythm
from psoas.vocabulary.value import value

OWN_LEVEL_S, GENTLE_LEVEL_S, RESTRICTED_LEVEL_S = 630, 300, 120
BUILDING = "fusion-12-24"
GROWTH = 1.2
STRUCTURED_S = 1200
"""The least of structured cardio (source-plan: 20-30 min), for those whose level allows it. What a person gives is the walk or
the ride itself; getting ready comes on top, as a session's minutes say."""
LEAP_S = 300
"""A bout grows by a fifth or by five minutes (psoas-opinion)."""
MOST_S = 1800
MOST_WALK_S = 1200
"""On days without the structured walk: 20 minutes are enough where four days have more (opinion)."""
LEAST_BOUT_S = 120
"""Where nobody told how long they walk: bouts from two minutes."""
STEP_S = 10
BOUTS: tuple[PartOfDay, ...] = ("morning", "midday", "evening")
WALKS = ("walking", "walk-with-rests", "indoor-walk")
BRISK = "brisk-walking-intervals"


@value
class Endurance:
    """Which walk and which cardio, with the seconds of each week; None where nothing is open."""

    walk: str | None
    cardio: str | None
    walks: tuple[int, ...]
    """Seconds of a day's walk, for each week."""
    rides: tuple[int, ...]
    """Seconds of structured cardio, for each week."""
    bouts: tuple[PartOfDay, ...]
    first_cardio_week: int = FIRST_CARDIO_WEEK
    brisk: bool = False
    """From week 5 the structured walk has brisk minutes."""
    steady: bool = False
    reason: str = "own-level"
    """What a walk says of itself."""


NO_WALK = Endurance(walk=None, cardio=None, walks=(), rides=(), bouts=("any",))


def kept_walks(
    person: Person, *, open_: tuple[str, ...], catalogue: Catalogue, minutes: int, walk_s: int | None = None
) -> Endurance:
    """Walking on after a block: the walk reached, a little longer each week. `minutes`: the most that is given to it."""
    walk = _walk(person, open_)
    most = min(MOST_S, _most(walk, catalogue), minutes * 60)
    if walk is None or most < STEP_S:
        return NO_WALK
    start = min(most, _start(person, walk_s))
    steady = any(need.steady_walk for need in person.special)
    walks = (start,) * WEEKS if steady else walks_from(start, most=most)
    return Endurance(walk=walk, cardio=None, walks=walks, rides=(), bouts=("any",), steady=steady, reason="keep-walking")


def endurance_of(
    person: Person, rhythm: Rhythm, *, open_: tuple[str, ...], catalogue: Catalogue, walk_s: int | None = None
) -> Endurance:
    """The walk and the cardio of this person. `walk_s`: the length reached in the block before."""
    walk = _walk(person, open_)
    ride = None if person.restricted else _ride(person, open_=open_, catalogue=catalogue)
    cardio = None if person.restricted else ride or walk
    bouts: tuple[PartOfDay, ...] = BOUTS if person.restricted else ("any",)
    bouts = bouts[: max(1, person.cardio_s // LEAST_BOUT_S)]
    room = person.cardio_s // (60 * len(bouts)) * 60
    most = min(MOST_S, _most(walk, catalogue), room)
    if most < STEP_S:
        return Endurance(walk=None, cardio=None, walks=(), rides=(), bouts=bouts)
    steady = any(need.steady_walk for need in person.special)
    levels = levels_from(min(most, _start(person, walk_s)), most=most, steady=steady)
    early = ride is not None and any(need.rides_early for need in person.special)
    days = len(rhythm.cardio) if cardio else 0
    walks, rides = _weeks(levels, days=days, most=min(MOST_S, room), slow=person.gentle or steady)
    return Endurance(
        walk=walk,
        cardio=cardio,
        walks=walks,
        rides=rides,
        bouts=bouts,
        first_cardio_week=1 if early else FIRST_CARDIO_WEEK,
        brisk=person.fit and BRISK in open_ and cardio == "walking",
        steady=steady,
    )


def _start(person: Person, walk_s: int | None) -> int:
    """The length of a walk in week 1."""
    if person.restricted:
        return RESTRICTED_LEVEL_S
    told = walk_s or person.walks_now_s
    if told is not None:
        return max(LEAST_BOUT_S, told)
    return GENTLE_LEVEL_S if person.gentle or BUILDING in person.circumstances else OWN_LEVEL_S


def _most(walk: str | None, catalogue: Catalogue) -> int:
    hold = catalogue.exercises[walk].dose.hold_s if walk else None
    return hold.high if hold else MOST_S


def _walk(person: Person, open_: tuple[str, ...]) -> str | None:
    order = ["indoor-walk", "walking"] if person.restricted else list(WALKS)
    if "spinal-stenosis" in person.circumstances and not person.restricted:
        order.insert(0, "walk-with-rests")
    return next((walk for walk in order if walk in open_), None)


def _ride(person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> str | None:
    """Cycling at this person's rung, where there is a bike."""
    rungs = {
        exercise: steps_below(exercise, open_=open_, catalogue=catalogue)
        for exercise in open_
        if catalogue.exercises[exercise].family == "cycling"
    }
    fitting = [exercise for exercise, below in rungs.items() if below <= first_rung(person)]
    return max(fitting, key=lambda exercise: rungs[exercise], default=None)


def levels_from(start: int, *, most: int, steady: bool = False) -> tuple[int, ...]:
    """Seconds of a bout in each of the eight weeks: a fifth more a week, in tens, up to the most."""
    levels = [start]
    while len(levels) < WEEKS:
        grown = levels[-1] if steady else int(levels[-1] * GROWTH) // STEP_S * STEP_S
        levels.append(max(levels[-1], min(most, grown)))
    return tuple(levels)


def _weeks(levels: tuple[int, ...], *, days: int, most: int, slow: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Walks and rides of each week, so that the seconds of a week grow by a fifth at most. `days`: with structured cardio."""
    walks: list[int] = []
    rides: list[int] = []
    for week, level in enumerate(levels, 1):
        walk = min(level, MOST_WALK_S) if days else level
        ride = walk
        if days and week >= FIRST_CARDIO_WEEK:
            others = 7 - days
            before = (days * rides[-1] + others * walks[-1]) * GROWTH
            wanted = level if slow or level < GENTLE_LEVEL_S else min(most, max(level, STRUCTURED_S), rides[-1] + LEAP_S)
            ride = max(rides[-1], min(wanted, _tens((before - others * walks[-1]) / days)))
            walk = max(walks[-1], min(walk, _tens(walks[-1] * GROWTH), _tens((before - days * ride) / others)))
        walks.append(walk)
        rides.append(ride)
    return tuple(walks), tuple(rides)


def _tens(seconds: float) -> int:
    return int(seconds) // STEP_S * STEP_S


def endurance_sessions(endurance: Endurance, *, week: int, trains: bool, catalogue: Catalogue) -> tuple[Session, ...]:
    """The day's structured cardio or the day's walk, never both. `trains`: a day that carries cardio once it joins."""
    if trains and week >= endurance.first_cardio_week and endurance.cardio is not None:
        return (_cardio_of(endurance, endurance.cardio, week=week, catalogue=catalogue),)
    if endurance.walk is None:
        return ()
    seconds = endurance.walks[week - 1]
    name = "own-bouts" if endurance.steady else endurance.reason
    return tuple(
        _session(endurance.walk, seconds, "walking", name, part=part, catalogue=catalogue) for part in endurance.bouts
    )


def _cardio_of(endurance: Endurance, cardio: str, *, week: int, catalogue: Catalogue) -> Session:
    """Structured cardio of one training day."""
    seconds = endurance.rides[week - 1]
    if week < FIRST_CARDIO_WEEK:
        return _session(cardio, seconds, "cardio", "early-ride", catalogue=catalogue)
    brisk = catalogue.exercises[BRISK].dose.hold_s if endurance.brisk else None
    if brisk is not None and week >= DYNAMIC_WEEK and seconds >= brisk.low:
        return _session(BRISK, min(seconds, brisk.high), "cardio", "cardio", catalogue=catalogue)
    name = "cardio" if cardio == endurance.walk else "cardio-ride"
    return _session(cardio, seconds, "cardio", name, catalogue=catalogue)


def _session(
    exercise: str, seconds: int, kind: SessionKind, reason: str, *, part: PartOfDay = "any", catalogue: Catalogue
) -> Session:
    """One bout, within the most of the exercise's own range."""
    hold = catalogue.exercises[exercise].dose.hold_s
    inside = min(hold.high, seconds) if hold else seconds
    because = (why(reason, catalogue=catalogue),)
    item = Item(exercise=exercise, side="both", sets=1, reps=1, hold_s=inside, because=because)
    return Session(kind=kind, part_of_day=part, minutes=session_minutes((item,), catalogue=catalogue), items=(item,))
