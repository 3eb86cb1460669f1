"""Is a week's theme there in what is asked, or only in its title?

1 morning          a morning session on five days, breaks where there is a sitting window
2 core basics      a brace or bridge that was not there before
3 hip strength     hinge, rise, bridge or side of the hip, on two days
4 cardio           walking or cycling on training days, 20 minutes under way or all that is given, or all that the movement
                   allows; from walks of ten minutes what a fifth a week and then five minutes reach; from shorter ones, and
                   for the gentle (pain, falls, age, walks to be kept short), no less than the walks of week 3
5 dynamic          a movement or rung that was not there in week 4
6 evening          an evening session of flexibility or release on five days
7 challenge        a longer hold, a set, or one load or band up on week 6
8 ergonomics       a habit or calm a day that was not there before, and no new load
"""

from collections.abc import Callable, Iterator

from example_people import START

from cohort.life import Life
from cohort.load import BANDS, load_by_pattern, pattern_of
from psoas.catalogue.catalogue import load
from psoas.planning.person import GENTLE_AGE, is_fall_risk
from psoas.planning.plan import Day, Item, Session
from psoas.vocabulary.scales import HIGH

Days = tuple[Day, ...]
CARDIO_S = 20 * 60
OWN_LEVEL_S = 10 * 60
SHORT_WALKS = "own-bouts"
"""What a walk says of itself where a special need keeps walks as they are."""
LEAP_S = 5 * 60
"""A bout grows by a fifth a week, or by five minutes."""
MANY_DAYS, SOME_DAYS = 5, 2


def themes_found(life: Life) -> tuple[bool, ...]:
    """For each of the eight weeks, is its theme in what was asked?"""
    return tuple(check(life) for check in CHECKS)


def _morning(life: Life) -> bool:
    days = life.weeks[0]
    mornings = sum(any(session.part_of_day == "morning" for session in day.sessions) for day in days)
    return mornings >= MANY_DAYS and (not life.person.intake.sitting or any(day.micro_breaks for day in days))


def _core(life: Life) -> bool:
    before, now = _names(life.weeks[0]), _names(life.weeks[1])
    return any(load().exercises[name].family in {"trunk-brace", "glutes"} for name in now - before)


def _hip(life: Life) -> bool:
    wanted = {"squat-or-rise", "hinge", "bridge", "hip-abduction"}
    return sum(any(_pattern(item) in wanted for item in _items(day)) for day in life.weeks[2]) >= SOME_DAYS


def _cardio(life: Life) -> bool:
    given = life.person.intake.cardio_minutes
    least = min(_own_level(life), CARDIO_S if given is None else given * 60)
    bouts = [session.items for day in life.weeks[3] for session in day.sessions if session.kind == "cardio"]
    return any(sum(item.hold_s or 0 for item in items) >= min(least, *map(_most, items)) for items in bouts)


def _most(item: Item) -> int:
    hold = load().exercises[item.exercise].dose.hold_s
    return hold.high if hold else CARDIO_S


def _is_gentle(life: Life) -> bool:
    intake = life.person.intake
    short = any(reason.id == SHORT_WALKS for item in _walks(life.weeks[2]) for reason in item.because)
    careful = short or intake.pain.average_week >= HIGH or intake.age(START) >= GENTLE_AGE
    return careful or is_fall_risk(intake, examination=life.person.examination, catalogue=load())


def _own_level(life: Life) -> int:
    """Seconds that week 4 can reach from here, 20 minutes at most."""
    first, third = (max((i.hold_s or 0 for i in _walks(life.weeks[week])), default=0) for week in (0, 2))
    return third if first < OWN_LEVEL_S or _is_gentle(life) else min(CARDIO_S, third + LEAP_S)


def _walks(days: Days) -> Iterator[Item]:
    for session in (session for day in days for session in day.sessions if session.kind == "walking"):
        yield from session.items


def _dynamic(life: Life) -> bool:
    return bool(_names(life.weeks[4]) - _names(life.weeks[3]))


def _evening(life: Life) -> bool:
    return sum(any(_is_evening(session) for session in day.sessions) for day in life.weeks[5]) >= MANY_DAYS


def _is_evening(session: Session) -> bool:
    roles = {load().exercises[item.exercise].role for item in session.items}
    return session.part_of_day == "evening" and bool(roles & {"mobility", "release", "breathing"})


def _challenge(life: Life) -> bool:
    before = _largest(life.weeks[5])
    return any(name in before and dose > before[name] for name, dose in _largest(life.weeks[6]).items())


def _ergonomics(life: Life) -> bool:
    known = {habit for day in life.weeks[6] for habit in day.habits} | _names(life.weeks[6])
    new = [set(day.habits) | {item.exercise for item in _items(day)} for day in life.weeks[7]]
    more, less = load_by_pattern(life.weeks[7]), load_by_pattern(life.weeks[6])
    calm = all(more[pattern] == 0 or less[pattern] > 0 for pattern in more)
    return any(day - known for day in new) and calm


def _largest(days: Days) -> dict[str, tuple[float, int]]:
    found: dict[str, tuple[float, int]] = {}
    for item in (item for day in days for item in _items(day)):
        found[item.exercise] = max(found.get(item.exercise, (0.0, 0)), (_load(item), item.dose.amount))
    return found


def _load(item: Item) -> float:
    if item.load is None:
        return 0.0
    return float(1 + BANDS.index(item.load.band)) if item.load.band else item.load.kg or 0.0


def _items(day: Day) -> Iterator[Item]:
    for session in day.sessions:
        yield from session.items


def _names(days: Days) -> set[str]:
    return {item.exercise for day in days for item in _items(day)}


def _pattern(item: Item) -> str | None:
    return pattern_of(load().exercises[item.exercise])


CHECKS: tuple[Callable[[Life], bool], ...] = (_morning, _core, _hip, _cardio, _dynamic, _evening, _challenge, _ergonomics)
