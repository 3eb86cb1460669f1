"""Which movements help this person? Negative change = less pain after than before.

An entry counts when `before` and `after` are both known; its movements are those that were done (sets not 0). Several
movements of one entry share its change: each gets the part that a regression gives it, pulled toward zero.

    expected effect   1.5 points    before any evidence a movement does nothing, give or take this: D
    noise             1 point       how far one day's change strays for other reasons, worth four entries: D
    interval          90 %          helps when all of it is below 0, worsens when all of it is above
    too few           under 4       then nothing is claimed: no interval

Both priors are design choices [D]; PRO-1 has two points as the
change that people call worthwhile. Numbers are rounded to hundredths before they are read, so that what is printed is what
was judged.
"""

from collections.abc import Sequence

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.adherence import was_done
from psoas.diary.diary_check import in_order
from psoas.diary.entry import Diary, Entry
from psoas.outcomes.relief_ranking import MovementRelief, Relief, Verdict
from psoas.statistics.estimate import Estimate, Prior, estimate_effects
from psoas.vocabulary.value import value

ENOUGH_USES = 4
"""relief/1."""
PRIOR = Prior(expected_effect=1.5, noise=1.0, noise_weight=4.0)
DECIMALS = 2


@value
class _Use:
    """One entry that counts."""

    change: int
    exercises: frozenset[str]


def rank_relief(diary: Diary, *, catalogue: Catalogue) -> Relief:
    """Every movement that was ever done in an entry that counts, most relieving first, then by id."""
    uses = [use for entry in in_order(diary) if (use := _use(entry)) is not None]
    names = [name for name in sorted(catalogue.exercises) if any(name in use.exercises for use in uses)]
    found = [
        _relief(name, sum(name in use.exercises for use in uses), estimate)
        for name, estimate in zip(names, _estimates(names, uses), strict=True)
    ]
    return Relief(movements=tuple(sorted(found, key=lambda row: (row.mean_change, row.exercise))))


def _use(entry: Entry) -> _Use | None:
    """The entry's change and its movements; None when before, after or movements are missing."""
    exercises = frozenset(done.exercise for done in entry.exercises if was_done(done))
    if not exercises or entry.pain is None or entry.pain.before is None or entry.pain.after is None:
        return None
    return _Use(change=entry.pain.after - entry.pain.before, exercises=exercises)


def _estimates(names: Sequence[str], uses: Sequence[_Use]) -> tuple[Estimate, ...]:
    if not names:
        return ()
    present = [[float(name in use.exercises) for name in names] for use in uses]
    return estimate_effects(present, [float(use.change) for use in uses], prior=PRIOR)


def _relief(name: str, times: int, estimate: Estimate) -> MovementRelief:
    mean = _rounded(estimate.mean)
    if times < ENOUGH_USES:
        return MovementRelief(exercise=name, times=times, mean_change=mean, low=None, high=None, verdict="too-few")
    low, high = _rounded(estimate.low), _rounded(estimate.high)
    return MovementRelief(exercise=name, times=times, mean_change=mean, low=low, high=high, verdict=_verdict(low, high))


def _verdict(low: float, high: float) -> Verdict:
    if high < 0:
        return "helps"
    return "worsens" if low > 0 else "no-clear-effect"


def _rounded(number: float) -> float:
    """To hundredths; never a minus zero."""
    return round(number, DECIMALS) + 0.0
