"""A thousand people from a seed: age first, then what goes with it.

The weights describe who might try a back-care programme; they are design [D], not a survey. The same number gives the same
person, whoever else is drawn.
"""

from datetime import date, timedelta
from random import Random

from example_people import ALL_NO, TODAY, WORKDAYS
from random_people import random_examination

from cohort.person import Person
from psoas.screening.intake import (
    Answer,
    Avoid,
    Condition,
    Falls,
    Floor,
    Intake,
    PainReport,
    Pregnancy,
    Sitting,
    Surgery,
    Walking,
)
from psoas.vocabulary.body import Equipment, Sex
from psoas.vocabulary.dates import WEEKDAYS, Weekday

SEED = 20261130
AGES = ((18, 29), (30, 44), (45, 59), (60, 74), (75, 90))
AGE_WEIGHTS = (15, 25, 30, 20, 10)
PAIN_WEIGHTS = (1, 3, 12, 20, 22, 18, 11, 8, 5)
"""Of an average week, 0 to 8."""
MINUTES = {5: 5, 10: 20, 15: 30, 20: 20, 30: 15, 45: 7, 60: 3}
DAYS = {2: 12, 3: 45, 4: 25, 5: 12, 6: 6}
OWNED: dict[Equipment, float] = {
    "chair": 0.95, "wall": 0.9, "bed": 0.85, "worktop": 0.8, "mat": 0.6, "band": 0.5, "table": 0.5, "step": 0.35,
    "weight": 0.35, "ball": 0.2, "foam-roller": 0.15, "bike": 0.12,
}  # fmt: skip
CONDITIONS: dict[Condition, tuple[float, float, float]] = {
    "osteoporosis": (0.0, 0.03, 0.2), "vertebral-fracture": (0.0, 0.005, 0.04), "hip-osteoarthritis": (0.01, 0.07, 0.15),
    "groin-pinch": (0.06, 0.03, 0.0), "inflammatory-arthritis": (0.01, 0.02, 0.03),
    "ankylosing-spondylitis": (0.02, 0.02, 0.0),
    "spinal-stenosis": (0.0, 0.04, 0.15), "radiculopathy": (0.05, 0.07, 0.05), "spondylolisthesis": (0.04, 0.04, 0.05),
    "hypermobility": (0.07, 0.02, 0.0), "cancer-history": (0.01, 0.03, 0.08), "long-term-steroids": (0.01, 0.02, 0.03),
    "bisphosphonates": (0.0, 0.01, 0.08), "anticoagulants": (0.01, 0.03, 0.12), "neuropathy": (0.01, 0.03, 0.08),
    "vertigo-or-faints": (0.01, 0.02, 0.06), "parkinson-or-stroke": (0.0, 0.01, 0.04),
    "hernia-or-prolapse": (0.02, 0.03, 0.04),
    "knee-osteoarthritis": (0.02, 0.14, 0.3), "shoulder-problem": (0.04, 0.07, 0.1), "wrist-problem": (0.03, 0.04, 0.06),
    "lung-disease": (0.03, 0.04, 0.07), "uncontrolled-blood-pressure": (0.005, 0.01, 0.01),
}  # fmt: skip
"""The share of people under 45, to 64, and from 65 who have it."""
KNOWN = ("one-leg-numb", "morning-stiffness-long", "inflammatory-pattern", "bladder-bowel-sexual-change")
WINDOWS: tuple[tuple[Sitting, ...], ...] = (
    (),
    (Sitting(from_="09:00", to="12:30", days=WORKDAYS), Sitting(from_="13:30", to="17:30", days=WORKDAYS)),
    (Sitting(from_="19:00", to="22:00", days=WEEKDAYS),),
    (Sitting(from_="22:00", to="23:59", days=("mon", "wed", "fri")), Sitting(from_="00:00", to="06:00", days=("tue", "thu"))),
)


def person(number: int) -> Person:
    """The person of this number, from 0."""
    rng = Random(f"{SEED}-{number}")  # invented people, no secret
    intake = _intake(rng)
    examination = random_examination(rng) if rng.random() < 0.6 else None
    return Person(name=f"{number:04d}", says=_says(intake), intake=intake, examination=examination)


def _intake(rng: Random) -> Intake:
    age = rng.randint(*rng.choices(AGES, AGE_WEIGHTS)[0])
    sex: Sex = rng.choice(("female", "male"))
    pregnant = sex == "female" and 20 <= age <= 42 and rng.random() < 0.08
    floor = _floor(rng, age)
    return Intake(
        born=TODAY.year - age,
        sex=sex,
        height_cm=round(rng.gauss(166 if sex == "female" else 179, 7)),
        mass_kg=max(45, round(rng.gauss(70 if sex == "female" else 83, 14))),
        pain=_pain(rng),
        answers=_answers(rng),
        conditions=tuple(sorted(_conditions(rng, age))),
        surgeries=_surgeries(rng, age),
        pregnancy=Pregnancy(weeks=rng.randint(6, 36), pelvic_girdle_pain=rng.random() < 0.3) if pregnant else None,
        falls=_falls(rng, age),
        avoid=_avoid(rng, floor),
        floor=floor,
        equipment=tuple(thing for thing, share in OWNED.items() if rng.random() < share),
        minutes_per_day=rng.choices(tuple(MINUTES), tuple(MINUTES.values()))[0],
        training_days=_days(rng),
        sitting=rng.choices(WINDOWS, (35, 40, 20, 5))[0],
        walking=rng.choice((None, Walking(minutes_now=rng.choice((2, 5, 10, 15, 20, 30))))),
        cardio_minutes=rng.choice((None, None, 10, 15, 20, 30)),
    )


def _pain(rng: Random) -> PainReport:
    usual = rng.choices(range(9), PAIN_WEIGHTS)[0]
    weeks = round(2 ** rng.uniform(0.6, 9))
    now, worst = max(0, min(10, usual + rng.choice((-1, 0, 0, 1)))), min(10, usual + rng.choice((1, 2, 3)))
    return PainReport(now=now, average_week=usual, worst_week=worst, weeks=weeks, seen_by_clinician=rng.random() < 0.85)


def _answers(rng: Random) -> dict[str, Answer]:
    said: dict[str, Answer] = {rng.choice(KNOWN): "known"} if rng.random() < 0.06 else {}
    return {**ALL_NO, **said}


def _conditions(rng: Random, age: int) -> list[Condition]:
    band = (age >= 45) + (age >= 65)
    return [condition for condition, shares in CONDITIONS.items() if rng.random() < shares[band]]


def _surgeries(rng: Random, age: int) -> tuple[Surgery, ...]:
    if rng.random() > 0.12:
        return ()
    on = TODAY - timedelta(days=rng.randint(40, 1500))
    cleared: date | None = on + timedelta(days=rng.randint(30, 120))
    cleared = cleared if cleared is not None and cleared <= TODAY else None
    what = rng.choice(("lumbar-fusion", "decompression", "discectomy", "hip-replacement" if age > 50 else "other"))
    if what == "hip-replacement":
        return (Surgery(what=what, side=rng.choice(("left", "right")), on=on, cleared_on=cleared),)
    levels = ("L4-L5", "L5-S1") if what == "lumbar-fusion" else ()
    return (Surgery(what=what, levels=levels, on=on, cleared_on=cleared),)


def _falls(rng: Random, age: int) -> Falls | None:
    if age < 60:
        return None
    return Falls(
        last_12_months=rng.choices((0, 1, 2), (75, 17, 8))[0], unsteady=rng.random() < 0.15, worried=rng.random() < 0.25
    )


def _floor(rng: Random, age: int) -> Floor:
    return rng.choices(("alone", "with-help", "no"), (90, 6, 4) if age < 60 else (60, 20, 20))[0]


def _avoid(rng: Random, floor: Floor) -> tuple[Avoid, ...]:
    said: tuple[Avoid, ...] = rng.choices(((), ("kneeling",), ("prone",), ("single-leg", "kneeling")), (85, 8, 4, 3))[0]
    return (*said, "floor") if floor == "no" else said


def _days(rng: Random) -> tuple[Weekday, ...]:
    several = rng.choices(tuple(DAYS), tuple(DAYS.values()))[0]
    if several <= 3:
        return (("tue", "sat"), ("mon", "wed", "fri"), ("tue", "thu", "sat"))[
            several - 2 + (several == 3 and rng.random() < 0.3)
        ]
    chosen = set(rng.sample(WEEKDAYS, several))
    return tuple(day for day in WEEKDAYS if day in chosen)


def _says(intake: Intake) -> str:
    told = [f"{intake.age(TODAY)}, {intake.sex}", f"pain {intake.pain.average_week}", *intake.conditions]
    told += [surgery.what for surgery in intake.surgeries] + (["pregnant"] if intake.pregnancy else [])
    return ", ".join((*told, f"{intake.minutes_per_day} min", f"{len(intake.training_days)} days"))
