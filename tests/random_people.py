"""Random people for tests and benchmarks, from a seeded generator: the same seed, the same people."""

from datetime import date, timedelta
from random import Random
from typing import get_args

from example_people import ALL_NO, TODAY

from psoas.assessment.examination import Examination, Measurement, TestFinding
from psoas.screening.intake import Avoid, Condition, Falls, Intake, Operation, PainReport, Pregnancy, Sitting, Surgery
from psoas.vocabulary.body import Equipment
from psoas.vocabulary.dates import WEEKDAYS, clock_time

TESTS = {
    "hip-extension-test": ("clear", "back-arches", "cannot-lift", "painful"),
    "seated-rotation-test": ("equal", "tighter", "limited"),
    "bridge-test": ("glutes-first", "back-strain", "cannot-lift", "painful"),
}
MEASURES = {
    "hip-flexion": ("supine", 110, 20),
    "hip-extension": ("prone", 17, 10),
    "hip-internal-rotation": ("seated", 30, 12),
    "hip-external-rotation": ("seated", 31, 12),
    "straight-leg-raise": ("supine", 70, 20),
}


def random_person(random: Random) -> Intake:
    """Anybody of 18 to 95 whose safety answers are all no."""
    born = random.randint(1931, 2008)
    pregnant = born > 1980 and random.random() < 0.1
    return Intake(
        born=born,
        sex="female" if pregnant else random.choice(["female", "male", "unstated"]),
        mass_kg=random.choice([None, 48, 70, 110]),
        pain=PainReport(
            now=random.randint(0, 10), average_week=random.randint(0, 10), weeks=random.randint(0, 300), seen_by_clinician=True
        ),
        answers=ALL_NO,
        conditions=tuple(random.sample(get_args(Condition), random.choice([0, 0, 0, 1, 1, 2, 4]))),
        surgeries=tuple(random_surgery(random) for _ in range(random.choice([0, 0, 0, 0, 1, 2]))),
        pregnancy=Pregnancy(weeks=random.randint(1, 40), pelvic_girdle_pain=random.random() < 0.3) if pregnant else None,
        falls=random.choice([None, Falls(), Falls(last_12_months=random.randint(0, 3), unsteady=random.random() < 0.5)]),
        avoid=tuple(random.sample(get_args(Avoid), random.choice([0, 0, 1, 2, 8]))),
        floor=random.choice([None, "alone", "alone", "with-help", "no"]),
        equipment=tuple(random.sample(get_args(Equipment), random.randint(0, 12))),
        minutes_per_day=random.choice([5, 5, 8, 10, 15, 20, 30, 45, 90, 120]),
        training_days=tuple(random.sample(WEEKDAYS, random.randint(1, 7))),
        sitting=tuple(random_sitting(random) for _ in range(random.choice([0, 1, 1, 2, 3]))),
    )


def random_surgery(random: Random) -> Surgery:
    what = random.choice(get_args(Operation))
    sided = what in {"hip-replacement", "knee-replacement"}
    on = TODAY - timedelta(days=random.randint(1, 1500))
    return Surgery(
        what=what,
        side=random.choice(["left", "right"]) if sided else None,
        levels=("L4-L5",) if what == "lumbar-fusion" else (),
        on=on,
        cleared_on=random.choice([None, on + (TODAY - on) // 2]),
    )


def random_sitting(random: Random) -> Sitting:
    start = random.randint(6 * 60, 18 * 60)
    end = min(23 * 60 + 59, start + random.randint(10, 600))
    return Sitting(from_=clock_time(start), to=clock_time(end), days=tuple(random.sample(WEEKDAYS, random.randint(1, 7))))


def random_examination(random: Random, *, on: date = TODAY) -> Examination:
    """A few self-tests and both hips measured."""
    tests = [
        TestFinding(test=test, side=side, finding=random.choice(findings))
        for test, findings in TESTS.items()
        for side in (("both",) if test == "bridge-test" else ("left", "right"))
        if random.random() < 0.6
    ]
    measures = [
        Measurement(
            measure=measure,
            side=side,
            values=(min(mean * 1.3, max(0.0, round(random.gauss(mean, sd), 1))),),
            unit="deg",
            position=position,
            device=device,
        )
        for measure, (position, mean, sd) in MEASURES.items()
        if random.random() < 0.5
        for device in [random.choice(["phone", "goniometer"])]
        for side in ("left", "right")
    ]
    return Examination(on=on, tests=tuple(tests), measures=tuple(measures))
