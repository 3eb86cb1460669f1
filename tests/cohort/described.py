"""Twenty described people: six who are in the examples, and fourteen whose plans a therapist would look at twice."""

from dataclasses import replace
from datetime import date

from example_people import ALL_NO, FRANK, INES, LENA, MAYA, OTTO, ROSA, TODAY, WORKDAYS

from cohort.person import Person
from psoas.assessment.examination import Examination, Measurement, Score, TestFinding
from psoas.screening.intake import Falls, Intake, PainReport, Pregnancy, Sitting, Surgery, Walking
from psoas.vocabulary.body import Measure, MeasuringPosition, Side
from psoas.vocabulary.dates import WEEKDAYS

DESK = (Sitting(from_="09:00", to="12:30", days=WORKDAYS), Sitting(from_="13:30", to="17:30", days=WORKDAYS))
EVENINGS = Sitting(from_="19:00", to="22:00", days=WEEKDAYS)
THREE_DAYS = ("mon", "wed", "fri")
PLAIN = Intake(
    born=1981,
    sex="female",
    height_cm=168,
    mass_kg=70,
    pain=PainReport(now=4, average_week=4, worst_week=6, weeks=14, seen_by_clinician=True),
    answers=ALL_NO,
    floor="alone",
    minutes_per_day=15,
    training_days=THREE_DAYS,
)


def _pain(now: int, usual: int, weeks: int, *, seen: bool = True, worst: int | None = None) -> PainReport:
    return PainReport(now=now, average_week=usual, worst_week=worst, weeks=weeks, seen_by_clinician=seen)


def _found(test: str, side: Side, finding: str, pain: int = 0) -> TestFinding:
    return TestFinding(test=test, side=side, finding=finding, pain=pain)


def _measured(measure: Measure, position: MeasuringPosition, left: int, right: int) -> tuple[Measurement, ...]:
    return tuple(
        Measurement(measure=measure, side=side, values=(mean, mean, mean), unit="deg", position=position, device="phone")
        for side, mean in (("left", left), ("right", right))
    )


YOUNG_MOTHER = replace(
    PLAIN,
    born=1992,
    pain=_pain(3, 4, 9),
    surgeries=(Surgery(what="caesarean", on=date(2026, 9, 13)),),
    birth_on=date(2026, 9, 13),
    equipment=("chair", "mat", "bed", "wall"),
    minutes_per_day=10,
    goals=("carry the baby without pain",),
)
WORRIED = replace(
    PLAIN,
    born=1968,
    sex="male",
    height_cm=178,
    mass_kg=92,
    pain=_pain(6, 7, 30, worst=9),
    falls=Falls(last_12_months=0, unsteady=False, worried=True),
    equipment=("chair", "wall", "worktop", "bed"),
    minutes_per_day=20,
    sitting=(*DESK, EVENINGS),
    goals=("sit through a meeting",),
)
THREE_LEVELS = replace(
    PLAIN,
    born=1960,
    pain=_pain(3, 3, 20),
    surgeries=(
        Surgery(what="lumbar-fusion", levels=("L3-L4", "L4-L5", "L5-S1"), on=date(2026, 6, 20), cleared_on=date(2026, 10, 1)),
        Surgery(what="knee-replacement", side="right", on=date(2022, 3, 1), cleared_on=date(2022, 6, 1)),
    ),
    floor="with-help",
    equipment=("chair", "bed", "worktop", "wall", "band"),
    minutes_per_day=20,
    training_days=("mon", "wed", "fri", "sun"),
    sitting=(EVENINGS,),
    goals=("climb stairs", "put on socks"),
)
DANCER = replace(
    PLAIN,
    born=1997,
    pain=_pain(3, 4, 40),
    conditions=("hypermobility",),
    equipment=("mat", "band", "chair", "wall", "foam-roller", "weight"),
    minutes_per_day=30,
    training_days=("mon", "tue", "thu", "fri", "sat"),
    goals=("dance without pain",),
)
NIGHT_NURSE = replace(
    PLAIN,
    pain=_pain(4, 5, 12),
    equipment=("chair", "wall", "band"),
    training_days=("tue", "thu", "sun"),
    sitting=(
        Sitting(from_="22:00", to="23:59", days=("mon", "wed", "fri")),
        Sitting(from_="00:00", to="06:00", days=("tue", "thu", "sat")),
    ),
    goals=("stand a whole shift",),
)
TWO_NEW_HIPS = replace(
    PLAIN,
    born=1964,
    pain=_pain(2, 3, 8),
    surgeries=(
        Surgery(what="hip-replacement", side="left", on=date(2026, 9, 27), cleared_on=date(2026, 11, 10)),
        Surgery(what="hip-replacement", side="right", on=date(2026, 9, 27), cleared_on=date(2026, 11, 10)),
    ),
    floor="no",
    equipment=("chair", "bed", "worktop", "wall"),
    minutes_per_day=20,
    sitting=(EVENINGS,),
    goals=("walk the dog",),
)
WHEELCHAIR = replace(
    PLAIN,
    born=1986,
    pain=_pain(4, 5, 100),
    answers={
        **ALL_NO,
        "bladder-bowel-sexual-change": "known",
        "saddle-numbness": "known",
        "both-legs-weak-or-painful": "known",
        "rapid-leg-weakness": "known",
    },
    avoid=("single-leg", "floor", "kneeling", "hands-and-knees", "prone"),
    floor="no",
    stands="no",
    walking=Walking(aid="wheelchair"),
    equipment=("band", "bed"),
    sitting=(Sitting(from_="08:00", to="20:00", days=WEEKDAYS),),
    goals=("move from chair to bed without pain",),
)
FIVE_MINUTES = replace(
    PLAIN,
    born=1974,
    sex="male",
    pain=_pain(4, 4, 10),
    equipment=("chair",),
    minutes_per_day=5,
    training_days=("tue", "sat"),
    sitting=DESK,
    goals=("play with grandchildren",),
)
PINCHED_RUNNER = replace(
    PLAIN,
    born=2002,
    sex="male",
    height_cm=182,
    pain=_pain(2, 3, 16),
    answers={**ALL_NO, "groin-or-thigh-pain-loading": "known"},
    conditions=("groin-pinch",),
    equipment=("mat", "band", "step", "weight", "foam-roller"),
    minutes_per_day=30,
    training_days=("mon", "wed", "fri", "sun"),
    sitting=DESK,
    goals=("run ten kilometres",),
)
STIFFENING = replace(
    PLAIN,
    born=1977,
    sex="male",
    pain=_pain(4, 4, 800),
    answers={**ALL_NO, "inflammatory-pattern": "known"},
    conditions=("ankylosing-spondylitis",),
    equipment=("mat", "wall", "chair", "band"),
    minutes_per_day=20,
    training_days=("mon", "tue", "thu", "sat"),
    sitting=DESK,
    goals=("stand straighter",),
)
HEAVY = replace(
    PLAIN,
    born=1971,
    sex="male",
    height_cm=175,
    mass_kg=140,
    pain=_pain(5, 5, 60),
    conditions=("knee-osteoarthritis",),
    avoid=("kneeling", "floor", "prone", "hands-and-knees"),
    floor="no",
    equipment=("chair", "bed", "worktop", "wall"),
    sitting=(*DESK, EVENINGS),
    goals=("walk for twenty minutes",),
)
BOWLER = replace(
    PLAIN,
    born=2007,
    sex="male",
    height_cm=188,
    mass_kg=80,
    pain=_pain(3, 5, 14),
    conditions=("spondylolisthesis",),
    equipment=("mat", "band", "weight", "step", "foam-roller"),
    minutes_per_day=30,
    training_days=("mon", "wed", "fri", "sun"),
    goals=("bowl again",),
)
FLARED = replace(
    PLAIN,
    born=1983,
    pain=_pain(8, 6, 2, seen=False, worst=9),
    equipment=("mat", "chair", "bed", "worktop"),
    sitting=DESK,
    goals=("get through the day",),
)
GIRDLE = replace(
    PLAIN,
    born=1995,
    pain=_pain(4, 5, 8),
    pregnancy=Pregnancy(weeks=30, pelvic_girdle_pain=True),
    equipment=("chair", "band", "wall"),
    sitting=DESK,
    goals=("turn over in bed",),
)

DESCRIBED: tuple[Person, ...] = (
    Person("maya", "45, office worker with a sore back", MAYA),
    Person("frank", "68, two levels fused two years ago", FRANK),
    Person("rosa", "75, osteoporosis, afraid of falling, no floor", ROSA),
    Person("lena", "34, runner, one hip turns in less", LENA),
    Person("ines", "33, teacher, 26 weeks pregnant", INES),
    Person("otto", "64, sore knee, no floor", OTTO),
    Person("young-mother", "34, ten weeks after a caesarean, ten minutes a day", YOUNG_MOTHER),
    Person(
        "worried-clerk",
        "58, desk work, usual pain 7, much worry",
        WORRIED,
        Examination(
            on=TODAY,
            tests=(
                _found("hip-extension-test", "left", "painful", 5),
                _found("hip-extension-test", "right", "back-arches", 3),
                _found("bridge-test", "both", "painful", 6),
                _found("seated-rotation-test", "right", "limited", 4),
            ),
            scores=(Score(instrument="worry", value=9),),
        ),
    ),
    Person("three-levels", "66, three levels fused five months ago, an older new knee", THREE_LEVELS),
    Person(
        "dancer",
        "29, hypermobile dancer, nothing stiff",
        DANCER,
        Examination(
            on=TODAY,
            tests=(_found("hip-extension-test", "left", "clear"), _found("bridge-test", "both", "glutes-first")),
            measures=_measured("hip-internal-rotation", "seated", 49, 48),
        ),
    ),
    Person("night-nurse", "45, nurse on nights", NIGHT_NURSE),
    Person("two-new-hips", "62, both hips replaced eight weeks ago", TWO_NEW_HIPS),
    Person("wheelchair", "40, uses a wheelchair, long-known weakness", WHEELCHAIR),
    Person("five-minutes", "52, five minutes, two days, a chair", FIVE_MINUTES),
    Person(
        "pinched-runner",
        "24, runner with a pinching groin",
        PINCHED_RUNNER,
        Examination(
            on=TODAY,
            tests=(_found("bridge-test", "both", "back-strain", 2),),
            measures=(*_measured("hip-internal-rotation", "seated", 33, 15), *_measured("hip-flexion", "supine", 120, 100)),
        ),
    ),
    Person(
        "stiffening",
        "49, ankylosing spondylitis, twenty minutes",
        STIFFENING,
        Examination(
            on=TODAY,
            tests=(
                _found("seated-rotation-test", "left", "limited", 2),
                _found("seated-rotation-test", "right", "limited", 2),
            ),
            measures=_measured("hip-extension", "prone", 4, 4),
        ),
    ),
    Person("heavy-knees", "55, 140 kg, sore knees, no floor", HEAVY),
    Person(
        "bowler",
        "19, fast bowler with a slipped vertebra",
        BOWLER,
        Examination(
            on=TODAY,
            tests=(
                _found("hip-extension-test", "left", "back-arches", 3),
                _found("hip-extension-test", "right", "back-arches", 1),
                _found("bridge-test", "both", "back-strain", 3),
            ),
            measures=_measured("hip-extension", "prone", 6, 18),
        ),
    ),
    Person("flared", "43, a first flare, two weeks, 8 of 10", FLARED),
    Person("girdle-pain", "31, 30 weeks pregnant, pelvic girdle pain", GIRDLE),
)
