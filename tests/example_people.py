"""The people that tests speak of, kept in one place. Each is an intake; change a field with `dataclasses.replace`."""

from datetime import date

from psoas.screening.intake import Answer, Falls, Intake, PainReport, Pregnancy, Sitting, Surgery

TODAY = date(2026, 11, 20)
"""A Friday."""
START = date(2026, 11, 23)
"""The Monday after."""

SAFETY_QUESTIONS = (
    "bladder-bowel-sexual-change",
    "saddle-numbness",
    "both-legs-weak-or-painful",
    "rapid-leg-weakness",
    "hip-injury-cannot-bear-weight",
    "chest-pain-or-collapse",
    "sudden-tearing-pain",
    "hot-joint-or-cold-leg",
    "fever-or-unwell",
    "wound-problem",
    "one-leg-weak",
    "leg-swelling",
    "sudden-back-pain-or-height-loss",
    "chest-pain-on-effort",
    "flank-pain-or-urine-change",
    "painful-rash-band",
    "fall-with-new-pain",
    "weight-loss",
    "clumsy-hands-or-unsteady",
    "one-leg-numb",
    "groin-or-thigh-pain-loading",
    "morning-stiffness-long",
    "calf-pain-walking",
    "unremitting-pain",
    "inflammatory-pattern",
    "pain-rising-two-weeks",
)
ALL_NO: dict[str, Answer] = dict.fromkeys(SAFETY_QUESTIONS, "no")
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")

MAYA = Intake(
    born=1981,
    sex="female",
    height_cm=168,
    mass_kg=70,
    pain=PainReport(now=4, average_week=4, worst_week=6, weeks=14, seen_by_clinician=True),
    answers=ALL_NO,
    floor="alone",
    equipment=("mat", "band"),
    minutes_per_day=15,
    training_days=("mon", "wed", "fri", "sat"),
    sitting=(Sitting(from_="09:00", to="17:30", days=WORKDAYS),),
    goals=("tie my shoes without pain",),
)
"""An office worker of 45 with a sore back; nothing stands in her way."""

FRANK = Intake(
    born=1958,
    sex="male",
    height_cm=176,
    mass_kg=84,
    pain=PainReport(now=3, average_week=3, weeks=120, seen_by_clinician=True),
    answers=ALL_NO,
    surgeries=(
        Surgery(
            what="lumbar-fusion", levels=("L4-L5", "L5-S1"), on=date(2024, 10, 1), cleared_on=date(2025, 2, 1), discharged=True
        ),
    ),
    floor="with-help",
    minutes_per_day=20,
    training_days=("tue", "thu", "sat"),
    sitting=(Sitting(from_="14:00", to="18:00", days=(*WORKDAYS, "sat", "sun")),),
)
"""68, two levels fused two years ago."""

ROSA = Intake(
    born=1951,
    sex="female",
    pain=PainReport(now=2, average_week=3, weeks=30, seen_by_clinician=True),
    answers=ALL_NO,
    conditions=("osteoporosis",),
    falls=Falls(last_12_months=2, unsteady=True, worried=True),
    floor="no",
    minutes_per_day=10,
    training_days=("mon", "thu"),
)
"""75, osteoporosis and a fear of falling; cannot get to the floor."""

LENA = Intake(
    born=1992,
    sex="female",
    height_cm=172,
    mass_kg=61,
    pain=PainReport(now=2, average_week=3, worst_week=5, weeks=20, seen_by_clinician=True),
    answers=ALL_NO,
    floor="alone",
    equipment=("mat", "band", "weight", "step", "foam-roller"),
    minutes_per_day=25,
    training_days=("mon", "wed", "fri"),
    sitting=(Sitting(from_="08:30", to="12:00", days=WORKDAYS),),
    goals=("run ten kilometres without feeling my back",),
)
"""A runner of 34 whose right hip turns in much less than the left."""

INES = Intake(
    born=1993,
    sex="female",
    height_cm=165,
    mass_kg=74,
    pain=PainReport(now=3, average_week=4, worst_week=6, weeks=9, seen_by_clinician=True),
    answers=ALL_NO,
    pregnancy=Pregnancy(weeks=26),
    floor="alone",
    equipment=("mat", "band", "ball"),
    minutes_per_day=15,
    training_days=("tue", "thu", "sat"),
    sitting=(Sitting(from_="14:30", to="17:00", days=WORKDAYS),),
    goals=("stand through a school day",),
)
"""A teacher of 33, 26 weeks pregnant."""

OTTO = Intake(
    born=1962,
    sex="male",
    height_cm=181,
    mass_kg=102,
    pain=PainReport(now=4, average_week=5, worst_week=7, weeks=60, seen_by_clinician=True),
    answers=ALL_NO,
    conditions=("knee-osteoarthritis",),
    floor="no",
    equipment=("chair", "worktop", "bed", "band"),
    minutes_per_day=20,
    training_days=("mon", "wed", "fri"),
    sitting=(Sitting(from_="10:00", to="16:00", days=WORKDAYS),),
    goals=("play with my grandson in the garden",),
)
"""64, a sore knee; cannot get down to the floor."""
