"""plan/1 and profile/1 as the contract writes them, through the command line."""

from typing import Any

import pytest
from command_line import EQUIPMENT, TODAY, Document, Shell, ago, intake
from text_tables import rows

BY_CHOICE = {"covered", "no-room", "next-rung", "gentler-choice", "not-needed", "another-walk"}
"""Reasons of exclusions that close nothing."""
FUSED = {"what": "lumbar-fusion", "levels": ["L4-L5"], "cleared_on": ago(1)}
NEW_HIP = {"what": "hip-replacement", "side": "left", "on": ago(700), "cleared_on": ago(600)}
PEOPLE: dict[str, Document] = {
    "HR": {"surgeries": [NEW_HIP]},
    "HRF": {"surgeries": [NEW_HIP, FUSED | {"on": ago(700)}]},
    "OP": {"conditions": ["osteoporosis"]},
    "VF": {"conditions": ["vertebral-fracture"]},
    "PG": {"pregnancy": {"weeks": 20, "pelvic_girdle_pain": False}},
    "PGP": {"pregnancy": {"weeks": 12, "pelvic_girdle_pain": True}},
    "FR": {"falls": {"last_12_months": 2}},
    "VT": {"conditions": ["vertigo-or-faints"]},
    "AC": {"conditions": ["anticoagulants"]},
    "RD": {"conditions": ["radiculopathy"]},
    "KN": {"conditions": ["knee-osteoarthritis"]},
    "F 12": {"surgeries": [FUSED | {"on": ago(81)}]},
    "F 24": {"surgeries": [FUSED | {"on": ago(165)}]},
}
"""F 12 and F 24: so many weeks on the plan's first day, three days from now."""


def closed(plan: Document) -> set[str]:
    """Exercises that something closes."""
    return {row["exercise"] for row in plan["excluded"] if not {why["id"] for why in row["because"]} <= BY_CHOICE}


def days(plan: Document) -> list[Document]:
    return [day for week in plan["weeks"] for day in week["days"]]


def used(plan: Document) -> set[str]:
    items = {item["exercise"] for day in days(plan) for session in day["sessions"] for item in session["items"]}
    return items | {pause["exercise"] for day in days(plan) for pause in day["micro_breaks"]}


def measure(name: str, side: str, value: float, position: str, device: str = "phone", *, unit: str = "deg") -> Document:
    return {"measure": name, "side": side, "values": [value] * 3, "unit": unit, "position": position, "device": device}


def profile(shell: Shell, *measures: Document, **changes: Any) -> Document:
    examination = {"psoas": "examination/1", "on": ago(1), "measures": list(measures)}
    return shell.read("assess", shell.file(intake(**changes)), shell.file(examination), "--today", TODAY)


def test_what_closes_an_exercise_is_closed_in_the_plan(shell: Shell) -> None:
    """The cells that the list of exercises and the drill matrix decide, each as a whole plan."""
    table = """
        who  | closed
        HR   | piriformis-release, seated-figure-4, hip-90-90-switch, deep-squat-hold, single-knee-to-chest, hip-circles
        HRF  | bed-edge-hip-flexor-stretch, standing-hip-flexor-stretch, seated-figure-4, hip-hinge-deadlift, hip-circles
        OP   | deep-squat-hold, side-plank, childs-pose-side-reach, foam-roll-glutes, foam-roll-hip-flexors
        VF   | hip-90-90-switch, deep-squat-hold, standing-thoracic-rotation, childs-pose-side-reach, side-plank-knees
        PG   | dead-bug, side-plank, glute-bridge, foam-roll-hip-flexors, heel-slide, bed-edge-hip-flexor-stretch
        PGP  | clamshell, hip-flexor-lunge-stretch, single-leg-stance, seated-adductor-opener, glute-bridge-march
        FR   | deep-squat-hold, hip-circles, brisk-walking-intervals, step-up, hip-flexor-lunge-stretch
        VT   | weight-shift, semi-tandem-stand, hip-circles, glute-bridge
        AC   | ball-release-glutes, foam-roll-glutes, foam-roll-hip-flexors
        RD   | seated-hamstring-stretch, hamstring-stretch, glute-bridge-march, hip-hinge-deadlift
        KN   | hip-flexor-lunge-stretch, hip-90-90-switch, bird-dog, deep-squat-hold, childs-pose-side-reach
        F 12 | side-plank, deep-squat-hold, hip-90-90-switch, standing-thoracic-rotation, suitcase-carry, floor-transfer
        F 24 |
    """
    for row in rows(table):
        plan = shell.plan(equipment=EQUIPMENT, floor="alone", **PEOPLE[row["who"]])
        names = set(filter(None, row["closed"].split(", ")))

        assert names <= closed(plan), (row["who"], names - closed(plan))
        assert not closed(plan) & used(plan)
        assert {entry["exercise"] for entry in plan["excluded"]}.isdisjoint(used(plan))


def test_nobody_gets_an_empty_week(shell: Shell) -> None:
    """The rows that stay open, each as a whole plan."""
    table = """
        who  | open
        HRF  | even-weight-standing, seated-hip-abduction, seated-pallof-press, band-row, sit-to-stand, weight-shift, walking
        OP   | sit-to-stand, band-row, wall-hip-hinge, heel-raise, semi-tandem-stand, glute-bridge, seated-hip-rotation
        VF   | sit-to-stand, band-row, wall-hip-hinge, heel-raise, side-stepping, supported-march, glute-bridge, walking
        FR   | sit-to-stand, band-row, wall-hip-hinge, heel-raise, weight-shift, semi-tandem-stand, walking
        PG   | seated-pelvic-tilt, worktop-plank, standing-bird-dog, band-row, sit-to-stand, heel-raise, walking
    """
    for row in rows(table):
        plan = shell.plan(equipment=EQUIPMENT, floor="alone", **PEOPLE[row["who"]])

        assert not closed(plan) & set(row["open"].split(", ")), row
        assert all(day["sessions"] for day in days(plan))


def test_a_restricted_plan_walks_breathes_and_keeps_to_the_first_rows(shell: Shell) -> None:
    sitting = [{"from": "09:00", "to": "12:00", "days": ["mon", "tue"]}]
    plan = shell.plan(surgeries=[FUSED | {"on": ago(20)}], sitting=sitting)
    first = {"breathing", "rest-legs-up", "indoor-walk", "walking", "walk-with-rests", "ankle-pumps", "glute-squeeze",
             "brace-with-breath", "log-roll", "seated-hip-hinge", "assisted-sit-to-stand"}  # fmt: skip

    assert plan["clearance"]["scope"] == "restricted"
    assert used(plan) <= first
    for day in days(plan):
        names = {item["exercise"] for session in day["sessions"] for item in session["items"]}
        assert names & {"indoor-walk", "walking"}
        assert "breathing" in names
        assert {pause["exercise"] for pause in day["micro_breaks"]} <= {"indoor-walk", "walking"}


def test_the_phase_at_the_start_holds(shell: Shell) -> None:
    """Eighty days today, eighty-four when the plan begins; a stop is judged today all the same."""
    surgeries = [FUSED | {"on": ago(80)}]

    assert shell.plan(surgeries=surgeries, start="2026-11-23")["clearance"]["scope"] == "restricted"
    assert shell.plan(surgeries=surgeries, start="2026-11-24")["clearance"]["scope"] == "limited"
    rising = shell.file(intake(surgeries=surgeries, answers={"pain-rising-two-weeks": "yes"}))
    assert shell.read("plan", rising, "--start", "2026-11-24", "--today", TODAY, code=3)["scope"] == "none"


def test_a_stop_forbids_the_plan_with_its_clearance(shell: Shell) -> None:
    told = shell.read("plan", shell.file(intake(answers={"saddle-numbness": "yes"})), "--today", TODAY, code=3)

    assert (told["psoas"], told["urgency"], told["scope"]) == ("clearance/1", "emergency", "none")


def test_a_chair_stand_below_its_cut_off_counts_as_fall_risk(shell: Shell) -> None:
    """Women of 65 to 69: below 11."""
    for count, risk in ((10, True), (11, False)):
        stood = {"measures": [measure("sit-to-stand-30s", "both", count, "seated", "timer", unit="count")]}
        limits = shell.plan(examination=stood, born=1961)["clearance"]["limits"]

        assert ("high-fall-risk" in {limit["id"] for limit in limits}) is risk


def test_high_pain_begins_with_half_the_sets_of_easier_movements(shell: Shell) -> None:
    """From an average of six on; over the weeks they grow."""
    sets: dict[int, set[int]] = {}
    later: dict[int, set[int]] = {}
    for average in (5, 6):
        pain = {"now": 3, "average_week": average, "weeks": 3}
        plan = shell.plan(pain=pain, equipment=EQUIPMENT, floor="alone", minutes_per_day=30)
        strength = [session for day in days(plan) for session in day["sessions"] if session["kind"] == "strength"]
        sets[average] = {item["sets"] for item in strength[0]["items"]}
        later[average] = {item["sets"] for item in strength[-1]["items"]}

    assert (min(sets[5]), max(sets[6])) == (2, 1)
    assert max(later[6]) > 1


def test_each_day_says_what_exercise_and_walking_come_to(shell: Shell) -> None:
    """Apart, as they are asked: within `minutes_per_day` and within `cardio_minutes`."""
    _, page, _ = shell.run("plan", shell.file(intake(cardio_minutes=12)), "--start", "2026-11-23", "--today", TODAY)
    lines = [line for line in page.splitlines() if "walking and cardio" in line]
    said = [[int(word) for word in line.split() if word.isdigit()][-2:] for line in lines]

    assert len(said) == 56
    assert all(exercise <= 20 and walking <= 12 for exercise, walking in said), said


def test_norms_keep_to_their_position_and_device_and_sides_to_their_threshold(shell: Shell) -> None:
    """Women of 45: inward turn 31, SD 8. Sides are compared in one position and by one device only."""
    seen = profile(shell, measure("hip-internal-rotation", "left", 22, "seated", "goniometer"))["motions"][0]
    assert (seen["band"], seen["short"]) == ("1-to-2-sd-below", True)
    for position, device in (("prone", "goniometer"), ("seated", "phone")):
        other = profile(shell, measure("hip-internal-rotation", "left", 22, position, device))["motions"][0]
        assert (other["norm"], other["band"], other["short"]) == (None, "no-norm", False)

    table = """
        left             | right            | difference
        30 seated phone  | 20 seated phone  |
        31 seated phone  | 20 seated phone  | 11.0
        60 seated phone  | 20 prone phone   |
        36 seated camera | 20 seated camera |
        60 seated phone  | 20 seated mocap  |
    """
    for row in rows(table):
        sides = [
            measure("hip-internal-rotation", side, float(value), position, device)
            for side in ("left", "right")
            for value, position, device in [row[side].split()]
        ]
        told = profile(shell, *sides)

        assert [str(found["difference"]) for found in told["asymmetries"]] == list(filter(None, [row["difference"]])), row
        assert [motion["short"] for motion in told["motions"]] == [False, bool(row["difference"])], row


@pytest.mark.parametrize("what", [{"conditions": ["hip-osteoarthritis"]}, {"conditions": ["groin-pinch"]}, PEOPLE["HR"]])
def test_a_hip_of_its_own_kind_is_never_short(what: Document, shell: Shell) -> None:
    told = profile(shell, measure("hip-flexion", "left", 80, "supine"), measure("hip-flexion", "right", 120, "supine"), **what)

    assert not any(motion["short"] for motion in told["motions"])
    assert told["asymmetries"] == []
