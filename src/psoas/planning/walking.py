"""Walking from day 1 at the person's own level, and structured cardio from week 4.

    own level     10 min; 5 min when gentle or under half a year after a fusion; restricted: three bouts of 2 min a day
    growth        about 15 % a week (10-20 %), up to 20-30 min (source-plan; the ramp is psoas-opinion)
    cardio        at the level of the week, on at most four training days; it stands for that day's walk, so that what a week
                  asks for grows as its levels do, without a leap in week 4

Nobody's pace: able to talk.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.duration import session_minutes
from psoas.planning.ladder import first_rung, steps_below
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Item, PartOfDay, Session, SessionKind, Why
from psoas.planning.rhythm import FIRST_CARDIO_WEEK
from psoas.vocabulary.value import value

OWN_LEVEL_S, GENTLE_LEVEL_S, RESTRICTED_LEVEL_S = 600, 300, 120
BUILDING = "fusion-12-24"
GROWTH = 1.15
MOST_S = 1800
MOST_WALK_S = 1200
"""On days without the structured walk: 20 minutes are enough where four days have more (opinion)."""
COARSE_FROM_S = 300
"""From five minutes on the level is told in half minutes, below in ten seconds."""
BOUTS: tuple[PartOfDay, ...] = ("morning", "midday", "evening")
WALKS = ("walking", "walk-with-rests", "indoor-walk")


@value
class Endurance:
    """Which walk and which cardio, with the seconds of each week; None where nothing is open."""

    walk: str | None
    cardio: str | None
    levels: tuple[int, ...]
    bouts: tuple[PartOfDay, ...]


def endurance_of(person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> Endurance:
    """The walk and the cardio of this person."""
    walk = _walk(person, open_)
    cardio = None if person.restricted else _cardio(person, open_=open_, catalogue=catalogue) or walk
    slow = person.gentle or BUILDING in person.circumstances
    start = RESTRICTED_LEVEL_S if person.restricted else GENTLE_LEVEL_S if slow else OWN_LEVEL_S
    hold = catalogue.exercises[walk].dose.hold_s if walk else None
    start = max(start, hold.low) if hold else start
    return Endurance(walk=walk, cardio=cardio, levels=levels_from(start), bouts=BOUTS if person.restricted else ("any",))


def _walk(person: Person, open_: tuple[str, ...]) -> str | None:
    order = ["indoor-walk", "walking"] if person.restricted else list(WALKS)
    if "spinal-stenosis" in person.circumstances and not person.restricted:
        order.insert(0, "walk-with-rests")
    return next((walk for walk in order if walk in open_), None)


def _cardio(person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> str | None:
    """Cycling at this person's rung, where there is a bike."""
    rungs = {
        exercise: steps_below(exercise, open_=open_, catalogue=catalogue)
        for exercise in open_
        if catalogue.exercises[exercise].family == "cycling"
    }
    fitting = [exercise for exercise, below in rungs.items() if below <= first_rung(person)]
    return max(fitting, key=lambda exercise: rungs[exercise], default=None)


def levels_from(start: int) -> tuple[int, ...]:
    """Seconds of a bout in each of the eight weeks."""
    levels = [start]
    while len(levels) < WEEKS:
        grown = levels[-1] * GROWTH
        step = 30 if grown >= COARSE_FROM_S else 10
        levels.append(min(MOST_S, round(grown / step) * step))
    return tuple(levels)


def endurance_sessions(endurance: Endurance, *, week: int, trains: bool, catalogue: Catalogue) -> tuple[Session, ...]:
    """The day's structured cardio or the day's walk, never both. `trains`: a day that carries cardio once it joins."""
    if trains and week >= FIRST_CARDIO_WEEK and endurance.cardio is not None:
        return _cardio_of(endurance, endurance.cardio, week=week, catalogue=catalogue)
    return _walks_of(endurance, week=week, catalogue=catalogue)


def _walks_of(endurance: Endurance, *, week: int, catalogue: Catalogue) -> tuple[Session, ...]:
    """The walks of one day. Where walking is the cardio too, the daily walk stays at 20 minutes."""
    if endurance.walk is None:
        return ()
    says = "Walking at your own pace, from day 1: it grows by about a tenth to a fifth a week, and you can always talk."
    most = MOST_WALK_S if endurance.cardio == endurance.walk else MOST_S
    item = _bout(endurance.walk, min(most, endurance.levels[week - 1]), Why(id="own-level", says=says), catalogue)
    return tuple(_session(item, "walking", part, catalogue) for part in endurance.bouts)


def _cardio_of(endurance: Endurance, cardio: str, *, week: int, catalogue: Catalogue) -> tuple[Session, ...]:
    """Structured cardio of one training day."""
    walked = cardio == endurance.walk
    says = "Week 4 adds easy cardio on training days, at your level; it is this day's walk, and you can always talk."
    rides = "Week 4 adds easy cardio on training days, at your level; it stands for this day's walk."
    item = _bout(cardio, endurance.levels[week - 1], Why(id="cardio", says=says if walked else rides), catalogue)
    return (_session(item, "cardio", "any", catalogue),)


def _bout(exercise: str, seconds: int, why: Why, catalogue: Catalogue) -> Item:
    """One bout at a level inside the exercise's own range."""
    hold = catalogue.exercises[exercise].dose.hold_s
    inside = min(hold.high, max(hold.low, seconds)) if hold else seconds
    return Item(exercise=exercise, side="both", sets=1, reps=1, hold_s=inside, because=(why,))


def _session(item: Item, kind: SessionKind, part: PartOfDay, catalogue: Catalogue) -> Session:
    return Session(kind=kind, part_of_day=part, minutes=session_minutes((item,), catalogue=catalogue), items=(item,))
