"""One day's entry. Everything but the day may be absent; absent is unknown, never zero."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.planning.dose import Load
from psoas.screening.intake import Answer
from psoas.vocabulary.body import Side
from psoas.vocabulary.dates import ClockTime
from psoas.vocabulary.scales import Count, Effort, PainScore, Rating
from psoas.vocabulary.value import value

Felt = Literal["better", "same", "worse", "sharp", "shooting"]
Kind = Literal["session", "log", "check", "imported"]
"""How an entry was told: by the player, on the log's page, as safety answers, or by a file without times."""
Did = Literal["yes", "no", "hurt"]
"""What became of a break."""
Symptom = Literal["leg-symptoms-spreading", "giving-way", "dizzy", "groin-pinch"]
LINES = 500
Lines = Len(0, LINES)
"""More of anything than one day can hold; it keeps a hostile file from filling the disk or the hour."""
TEXT = 100_000
"""Letters: all that is written on one day. What is written at once is shorter."""
Days = Len(0, 10_000)
"""Twenty-seven years, a day each."""


@value
class EntryPain:
    before: PainScore | None = None
    during: PainScore | None = None
    after: PainScore | None = None
    next_morning: PainScore | None = None


@value
class Done:
    """What was done of one exercise and side."""

    exercise: str
    side: Side
    sets: Count | None = None
    reps: Count | None = None
    hold_s: Count | None = None
    load: Load | None = None
    effort: Effort | None = None
    pain: PainScore | None = None
    felt: Felt | None = None


@value
class BreakTaken:
    """A break, and what became of it."""

    at: ClockTime
    exercise: str
    did: Did


@value
class Entry:
    on: date
    pain: EntryPain | None = None
    mobility: Rating | None = None
    exercises: Annotated[tuple[Done, ...], Lines] = ()
    relief: Annotated[tuple[str, ...], Lines] = ()
    minutes_walked: Annotated[int, Interval(ge=0, le=1440)] | None = None
    habits: Annotated[tuple[str, ...], Lines] = ()
    micro_breaks: Annotated[tuple[BreakTaken, ...], Lines] = ()
    symptoms: Annotated[tuple[Symptom, ...], Lines] = ()
    sleep: Rating | None = None
    worry: Rating | None = None
    answers: dict[str, Answer] | None = None
    adverse_event: Annotated[str, Len(1, TEXT)] | None = None
    note: Annotated[str, Len(0, TEXT)] | None = None

    @property
    def only_answers(self) -> bool:
        """Only the safety questions were answered: somebody is here, but nothing is said of moving, so a gap goes on."""
        return bool(self.answers) and self == Entry(on=self.on, answers=self.answers)


@value
class Diary:
    psoas: Literal["diary/1"] = "diary/1"
    entries: Annotated[tuple[Entry, ...], Days] = ()
