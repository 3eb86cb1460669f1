"""A year of diary for tests that are about long records: holidays, zeros, bad weeks, notes, and strength that climbs."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from psoas.assessment.examination import Examination, Measurement, Score
from psoas.diary.entry import Done, Entry, EntryPain

DAYS = 365
AWAY = (range(90, 104), range(200, 206), range(330, 334))
"""Days nobody logged, counted from the first."""
LADDERS = (
    ("glute-bridge", "glute-bridge-march"),
    ("sit-to-stand", "box-squat", "bodyweight-squat"),
    ("clamshell", "standing-hip-abduction"),
    ("wall-hip-hinge", "hip-hinge-deadlift"),
)
NOTES = {
    3: "Sat in the car for five hours.",
    120: "First walk up the hill since spring.",
    361: "Slept badly, back felt stiff.",
}


def a_year(last: date, *, seed: int = 4) -> Iterator[Entry]:
    """Every day of a year up to `last`, but those that nobody logged."""
    random, first = Random(seed), last - timedelta(days=DAYS - 1)
    for number in range(DAYS):
        if not any(number in away for away in AWAY) and random.random() > 0.12:
            yield _day(first + timedelta(days=number), number, random)


def examinations(last: date) -> tuple[Examination, ...]:
    """Measured at the start, in the middle and lately, the same way each time."""
    return tuple(
        Examination(
            on=last - timedelta(days=back),
            measures=(
                Measurement(measure="sit-to-stand-30s", side="both", values=(rises,), unit="count", device="self"),
                Measurement(measure="single-leg-stance", side="left", values=(stance,), unit="s", device="timer"),
                Measurement(
                    measure="hip-extension", side="right", values=(hip,), unit="deg", position="prone", device="phone"
                ),
            ),
            scores=(
                Score(instrument="own-activities: tie my shoes", value=shoes),
                Score(instrument="own-activities: sit through a film", value=film),
            ),
        )
        for back, rises, stance, hip, shoes, film in ((360, 9, 12, 4, 3, 4), (180, 11, 20, 9, 5, 4.5), (4, 14, 22, 15, 8, 5))
    )


def _day(on: date, number: int, random: Random) -> Entry:
    usual = max(0.0, 6 - number / 75) + (2 if 150 <= number <= 158 else 0)
    before = max(0, min(10, round(usual + random.gauss(0, 1))))
    trains = number % 7 in (0, 2, 4)
    return Entry(
        on=on,
        pain=EntryPain(
            before=before,
            after=max(0, before - random.choice((0, 0, 1, 1, 2))) if trains else None,
            next_morning=max(0, before + random.choice((-1, 0, 0, 1))) if trains else None,
        ),
        mobility=min(10, max(0, round(3 + number / 80 + random.gauss(0, 0.8)))),
        exercises=tuple(_done(ladder, number, random) for ladder in LADDERS) if trains else (),
        minutes_walked=random.choice((0, 10, 15, 20, 25)) + number // 20 if random.random() > 0.2 else None,
        note=NOTES.get(number),
        adverse_event="Slipped on the stairs, nothing hurt afterwards." if number == 250 else None,
    )


def _done(ladder: tuple[str, ...], number: int, random: Random) -> Done:
    rung = min(len(ladder) - 1, number * len(ladder) // DAYS)
    within = number * len(ladder) / DAYS - rung
    sided = ladder[rung] in {"clamshell", "standing-hip-abduction", "glute-bridge-march"}
    return Done(
        exercise=ladder[rung],
        side="left" if sided else "both",
        sets=2 + (within > 0.6),
        reps=8 + round(4 * within),
        effort=random.choice((4, 5, 6)),
    )
