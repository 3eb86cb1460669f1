"""The people behind the codes of the exercise list, and what is open for them."""

from dataclasses import replace
from datetime import date, timedelta

from example_people import MAYA, TODAY

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import closed_by
from psoas.screening.intake import Condition, Falls, Intake, Pregnancy, Return, Surgery
from psoas.screening.limits import concerning, limits_of

LONG_AGO = date(2024, 10, 1)
CLEARED = date(2025, 2, 1)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def with_condition(*conditions: Condition) -> Intake:
    return replace(MAYA, conditions=conditions)


def cleared_with(condition: Condition) -> Intake:
    """Restricted until somebody clears it; the cells speak of the time after that."""
    seen = Return(answer=condition, seen_on=days_ago(10), by="physician")
    return replace(MAYA, conditions=(condition,), returns=(seen,))


def operated(*surgeries: Surgery) -> Intake:
    return replace(MAYA, surgeries=surgeries)


def fusion(days: int) -> Surgery:
    """A two-level fusion, cleared today at the latest."""
    return Surgery(what="lumbar-fusion", levels=("L4-L5", "L5-S1"), on=days_ago(days), cleared_on=days_ago(min(days, 7)))


HIP = Surgery(what="hip-replacement", side="left", on=LONG_AGO, cleared_on=CLEARED)
FUSED = Surgery(what="lumbar-fusion", levels=("L4-L5", "L5-S1"), on=LONG_AGO, cleared_on=CLEARED)
KNEE = Surgery(what="knee-replacement", side="left", on=LONG_AGO)
BELLY = Surgery(what="abdominal-or-pelvic", on=days_ago(30))

PEOPLE: dict[str, tuple[Intake, ...]] = {
    "HR": (operated(HIP),),
    "HRF": (operated(HIP, FUSED),),
    "OP": (with_condition("osteoporosis"), with_condition("long-term-steroids")),
    "VF": (with_condition("vertebral-fracture"),),
    "PG": (replace(MAYA, pregnancy=Pregnancy(weeks=16)),),
    "PGP": (replace(MAYA, pregnancy=Pregnancy(weeks=12, pelvic_girdle_pain=True)),),
    "FR": (replace(MAYA, falls=Falls(last_12_months=2)),),
    "VT": (with_condition("vertigo-or-faints"),),
    "BP": (cleared_with("uncontrolled-blood-pressure"), cleared_with("unstable-heart-disease")),
    "AA": (cleared_with("aortic-aneurysm"),),
    "AC": (with_condition("anticoagulants"),),
    "DVT": (cleared_with("recent-clot"),),
    "ST": (with_condition("spinal-stenosis"),),
    "SL": (with_condition("spondylolisthesis"),),
    "RD": (with_condition("radiculopathy"),),
    "HO": (with_condition("hip-osteoarthritis"), with_condition("groin-pinch")),
    "HM": (with_condition("hypermobility"),),
    "KN": (with_condition("knee-osteoarthritis"), operated(KNEE)),
    "SH": (with_condition("shoulder-problem"),),
    "WR": (with_condition("wrist-problem"),),
    "AB": (operated(BELLY), with_condition("hernia-or-prolapse")),
    "AB12": (operated(BELLY),),
    "NP": (with_condition("neuropathy"),),
    "UP": (operated(replace(FUSED, levels=("thoracic", "T12-L1", "L1-L2"))),),
    "F24": (operated(fusion(100)),),
    "F12": (operated(fusion(60)),),
}
"""HR limits not lifted; HRF with a lumbar fusion; OP osteoporosis or long steroids; VF healed vertebral fracture;
PG pregnant from 16 weeks; PGP pelvic girdle pain; FR high fall risk; VT vertigo, faints; BP pressure or heart, AA aneurysm,
DVT recent clot, all three once cleared; AC anticoagulants; ST stenosis; SL spondylolisthesis; RD radiculopathy;
HO hip osteoarthritis or groin pinch; HM hypermobility; KN knee osteoarthritis or replacement; SH shoulder; WR wrist;
AB belly or pelvis, hernia, prolapse; AB12 operated under 12 weeks; NP neuropathy; UP fusion to the upper back;
F24, F12 fusion under 24, under 12 weeks."""


def is_open(movement: str, intake: Intake) -> bool:
    """Open by limits alone, equipment aside."""
    catalogue = load()
    entry = catalogue.exercises.get(movement) or catalogue.tests[movement]
    return not closed_by(movement, entry.demands, limits_of(intake, catalogue=catalogue, today=TODAY))


def closed_codes(movement: str, codes: str) -> set[str]:
    """Which of these codes close it for everybody they stand for."""
    return {code for code in codes.split() if not any(is_open(movement, intake) for intake in PEOPLE[code])}


def open_codes(movement: str, codes: str) -> set[str]:
    """Which of these codes leave it open for everybody they stand for."""
    return {code for code in codes.split() if all(is_open(movement, intake) for intake in PEOPLE[code])}


def changed_codes(movement: str, codes: str) -> set[str]:
    """For which of these codes the exercise itself says what to change, to everybody they stand for."""
    catalogue = load()
    told = {caution.when for caution in catalogue.exercises[movement].cautions}
    return {
        code
        for code in codes.split()
        if all(told & concerning(intake, catalogue=catalogue, today=TODAY) for intake in PEOPLE[code])
    }
