"""The policy's regression test: a small cohort lives eight weeks, and what must show is held line by line.

`make bench` lives the whole cohort and prints the same lines into `docs/clinical/cohort.md`.
"""

from cohort.behaviour import BEHAVIOURS
from cohort.crowd import lived
from cohort.described import DESCRIBED
from cohort.targets import lines

EACH = 2
"""How many people live each behaviour here."""
WHOLE_CROWD = frozenset({"reached"})
"""Lines that need more people than this."""
OPEN = frozenset({"steady", "further"})
"""Lines that the policy does not reach yet, as the page says; whoever mends one takes it out here."""


def test_what_must_show_shows() -> None:
    """Safety first: nothing unsafe, walking and strength stay, minutes are kept; then the dose."""
    names = tuple(BEHAVIOURS)
    people = DESCRIBED[: len(names)]
    lives = [(one, tuple(names[(number + turn) % len(names)] for turn in range(EACH))) for number, one in enumerate(people)]

    unmet = [line for line in lines(lived(lives, workers=2)) if not line.met and line.id not in WHOLE_CROWD | OPEN]

    assert not unmet, "\n".join(f"{line.says}: {line.measured}, target {line.target}" for line in unmet)
