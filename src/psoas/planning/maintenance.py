"""Keeping well, after a block that got somebody far enough: less on most days, and walking on.

strength    on two days a week, at the doses that were reached
walks       on five days, a minute longer each week (never more than a fifth), toward 30 minutes: months, not weeks
fresh       one new movement a week, for two weeks, so that it stays of interest
left out    evenings, calm and stretches for volume: what is liked is a favourite, and comes

Five times 30 minutes within half a year is what one trial walked toward, with people who had recovered from back pain (EX-1,
EX-2): it put off the next episode. It is not a treatment (EX-3). The minute a week and the two days are opinion.
"""

from psoas.planning.offers import DRILL_ROLES, VARIETY_FAMILIES, VARIETY_WORTH, Offer
from psoas.planning.plan import WEEKS
from psoas.vocabulary.dates import WEEKDAYS, Weekday

STRENGTH_DAYS = 2
WALK_DAYS = 5
WALK_MINUTES = 30
STEP_S = 60
LARGEST_STEP = 5
"""A walk never grows by more than a fifth: one part of so many."""
TENS = 10

FRESH = tuple(
    Offer(
        reason="fresh",
        slot="morning",
        worth=VARIETY_WORTH,
        week=week,
        last=min(week + 1, WEEKS),
        roles=DRILL_ROLES,
        families=VARIETY_FAMILIES,
    )
    for week in range(1, WEEKS + 1)
)


def walking_days(training: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    """Five days of the week: training days first, then the others from Monday on."""
    order = sorted(WEEKDAYS, key=lambda day: (day not in training, WEEKDAYS.index(day)))
    return tuple(sorted(order[:WALK_DAYS], key=WEEKDAYS.index))


def walks_from(start: int, *, most: int) -> tuple[int, ...]:
    """Seconds of a walk in each of the eight weeks."""
    walks = [min(start, most)]
    while len(walks) < WEEKS:
        step = min(STEP_S, walks[-1] // LARGEST_STEP // TENS * TENS)
        walks.append(min(most, walks[-1] + step))
    return tuple(walks)
