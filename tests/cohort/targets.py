"""What must show: each line says what is right, measures it over the lives, and knows whether it is met."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from cohort.load import PATTERNS, WORTH
from cohort.result import Result
from psoas.catalogue.catalogue import load

IN_PATTERNS = 4
"""Two rungs or their worth, as `load` counts [D]."""
FORMER = 0.9
LARGEST = 1_000_000
ROOM_MINUTES, ROOM_DAYS = 15, 3
"""With less time than this a week cannot hold four patterns twice."""


@dataclass(frozen=True)
class Line:
    id: str
    says: str
    target: str
    measured: str
    met: bool


Results = Sequence[Result]


def lines(results: Results) -> tuple[Line, ...]:
    """Every line of what must show, over these lives."""
    return tuple(check(results) for check in CHECKS)


def _of(results: Results, *behaviours: str) -> list[Result]:
    return [one for one in results if one.behaviour in behaviours]


def _share(id_: str, says: str, lives: Results, good: Callable[[Result], bool]) -> Line:
    """All lives must be good."""
    well = sum(good(one) for one in lives)
    return Line(id_, says, f"{len(lives)} of {len(lives)}", f"{well} of {len(lives)}", well == len(lives))


def _none(id_: str, says: str, found: Iterable[object]) -> Line:
    """Nothing may be found."""
    count = len(list(found))
    return Line(id_, says, "0", str(count), count == 0)


def _walks_on(one: Result) -> bool:
    """Walking is never taken away: no week asks for less than half of the first, while nothing stops the person."""
    return one.stopped or min(one.walked) * 2 >= one.walked[0]


def _stays_strong(one: Result) -> bool:
    """Where the plan as first made has strength, some is left."""
    return one.stopped or all(left > 0 for left, planned in zip(one.strong, one.planned_strong, strict=True) if planned)


def _has_room(one: Result) -> bool:
    enough = one.minutes >= ROOM_MINUTES and one.training_days >= ROOM_DAYS and one.scope != "restricted"
    return enough and one.patterns_open >= IN_PATTERNS


def _grows(one: Result) -> bool:
    return sum(worth >= WORTH for worth in one.worth.values()) >= IN_PATTERNS


def _unsafe(results: Results) -> Line:
    return _none("unsafe", "Unsafe decisions", (line for one in results for line in one.unsafe))


def _walking(results: Results) -> Line:
    return _share("walking", "Usual pain up to 8, no stop: walking stays", results, _walks_on)


def _strength(results: Results) -> Line:
    return _share("strength", "Usual pain up to 8, no stop: some strength stays", results, _stays_strong)


def _usual_seven(results: Results) -> Line:
    seven = _of(results, "usual-7")
    return _share("usual-7", "Usual 7: no row is stopped or replaced", seven, lambda one: not _taken(one))


def _nine_days(results: Results) -> Line:
    says = "An 8 that names no movement stops and replaces none"
    return _share("nine-days", says, _of(results, "nine-days"), lambda one: not _taken(one))


def _taken(one: Result) -> int:
    return one.kinds["stop"] + one.kinds["replace"]


def _flare(results: Results) -> Line:
    says = "After a flare that ends: at least 90 % of the former dose within 14 settled days"
    return _share("flare", says, _of(results, "flare"), lambda one: one.stopped or (one.former or 0) >= FORMER)


def _absent(results: Results) -> Line:
    says = "After ten days away: the former dose within 14 settled days"
    return _share("absent", says, _of(results, "absent"), lambda one: one.stopped or (one.former or 0) >= 1)


def _steady(results: Results) -> Line:
    lives = [one for one in _of(results, "steady") if _has_room(one)]
    says = "Steady, 15 minutes and 3 days or more: two rungs' worth in four patterns"
    return _share("steady", says, lives, _grows)


def _further(results: Results) -> Line:
    lives = [one for one in _of(results, "steady") if _has_room(one)]
    says = "The same: one rung in full, or its worth (1.9 times the dose), in four patterns"
    return _share("further", says, lives, lambda one: one.further >= IN_PATTERNS)


def _growth(results: Results) -> Line:
    says = "Steady: weeks in which a pattern grows by more than a fifth"
    return _none("growth", says, (line for one in _of(results, "steady") for line in one.grew))


def _calendar(results: Results) -> Line:
    says = "Weeks in which a pattern grows that was not ready"
    return _none("calendar", says, (line for one in results for line in one.marched))


def _oscillations(results: Results) -> Line:
    says = "Movements replaced, back within three weeks or twice, and replaced again"
    return _none("oscillations", says, (one for one in results for _ in range(one.returned)))


def _sides(results: Results) -> Line:
    return _none(
        "sides", "Sessions that split the sides between two movements", (one for one in results for _ in range(one.split))
    )


def _over_doer(results: Results) -> Line:
    says = "More than written, without pain: no dose is reduced"
    return _share("over-doer", says, _of(results, "over-doer"), lambda one: one.kinds["reduce"] + _taken(one) == 0)


def _told(results: Results) -> Line:
    says = "Stagnant: said at week 6 with the changes"
    return _share("week-6", says, _of(results, "stagnant"), lambda one: one.told)


def _minutes(results: Results) -> Line:
    says = "Days that ask for more minutes than were given, exercise and walking apart"
    return _none("minutes", says, (line for one in results for line in one.over))


def _size(results: Results) -> Line:
    largest = max(one.size for one in results)
    return Line("size", "Largest plan document", "under 1 MB", f"{largest / 1e6:.2f} MB", largest < LARGEST)


def _themes(results: Results) -> Line:
    lives = [one for one in _of(results, "steady") if _has_room(one)]
    found = [sum(one.themes[week] for one in lives) for week in range(8)]
    says = "Steady with room: weekly themes found in what is asked (least found)"
    least = min(range(8), key=lambda week: found[week])
    measured = f"{found[least]} of {len(lives)} (week {least + 1})"
    return Line("themes", says, f"{len(lives)} of {len(lives)}", measured, found[least] == len(lives))


def _reached(results: Results) -> Line:
    known = set(load().exercises)
    reached = known & {name for one in results for name in one.reached}
    says = "Movements of the catalogue reached by somebody"
    return Line("reached", says, f"{len(known)} of {len(known)}", f"{len(reached)} of {len(known)}", reached == known)


def never_reached(results: Results) -> list[str]:
    return sorted(set(load().exercises) - {name for one in results for name in one.reached})


def mean_loads(results: Results) -> dict[str, list[int]]:
    """Minutes under way a week by pattern, the middle of the steady lives that have the pattern at all."""
    steady = _of(results, "steady")
    found = {}
    for pattern in PATTERNS:
        having = [one for one in steady if any(week[pattern] for week in one.loads)]
        found[pattern] = [round(median(one.loads[week][pattern] for one in having)) if having else 0 for week in range(8)]
    return found


CHECKS: tuple[Callable[[Results], Line], ...] = (
    _unsafe,
    _walking,
    _strength,
    _usual_seven,
    _nine_days,
    _flare,
    _absent,
    _steady,
    _further,
    _growth,
    _calendar,
    _oscillations,
    _sides,
    _over_doer,
    _told,
    _minutes,
    _size,
    _themes,
    _reached,
)
