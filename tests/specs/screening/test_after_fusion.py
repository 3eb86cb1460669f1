"""The drill table after fusion, with a replaced hip and with fragile bones (CL-8C); the stricter rule wins."""

from dataclasses import replace

import pytest
from coded_people import FUSED, HIP, days_ago, fusion, is_open, operated, with_condition
from example_people import TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.intake import Intake, Level, Surgery
from psoas.screening.triage import triage
from psoas.vocabulary.dates import DayOrYear

COLUMNS: dict[str, Intake] = {
    "0-6": operated(fusion(30)),
    "6-12": operated(fusion(60)),
    "12-24": operated(fusion(100)),
    "beyond 24": operated(fusion(200)),
    "hip": operated(HIP),
    "bones": with_condition("osteoporosis"),
}


def test_the_drill_table_after_fusion_holds_and_the_stricter_rule_wins() -> None:
    """`no` and `ask` close, `ok` and `mod` open. `NO` in capitals: the table would allow a changed form, the exercise list is
    stricter (its first week after fusion, its hip or bone column), so it is closed. All phases with clearance."""
    table = """
        exercise                | 0-6 | 6-12 | 12-24 | beyond 24 | hip | bones
        hip-flexor-lunge-stretch | no | NO   | ok    | ok        | no  | ok
        hip-90-90-switch        | no  | no   | NO    | ok        | no  | mod
        piriformis-release      | no  | NO   | ok    | ok        | no  | ok
        seated-figure-4         | no  | NO   | ok    | ok        | no  | ok
        deep-squat-hold         | no  | no   | NO    | mod       | no  | NO
        glute-bridge-march      | no  | NO   | ok    | ok        | ok  | ok
        clamshell               | NO  | NO   | ok    | ok        | mod | ok
        seated-hip-hinge        | ok  | ok   | ok    | ok        | ok  | ok
        wall-hip-hinge          | no  | NO   | ok    | ok        | ok  | ok
        hip-hinge-deadlift      | no  | no   | ok    | ok        | ok  | ok
        pallof-press            | no  | NO   | ok    | ok        | ok  | ok
        side-plank-knees        | no  | no   | ok    | ok        | NO  | NO
        side-plank              | no  | no   | no    | ok        | NO  | NO
        hip-extension-test      | no  | no   | NO    | mod       | no  | ok
        seated-rotation-test    | no  | no   | no    | mod       | no  | mod
        lumbar-flexion-measure  | no  | no   | no    | mod       | no  | no
        walking                 | ok  | ok   | ok    | ok        | ok  | ok
        cycling                 | no  | NO   | ok    | ok        | mod | ok
    """
    for row in rows(table):
        expected = {column: row[column].lower() in ("ok", "mod") for column in COLUMNS}

        assert {column: is_open(row["exercise"], intake) for column, intake in COLUMNS.items()} == expected, row["exercise"]


def test_an_operation_on_spine_or_hip_restricts_until_twelve_weeks_and_a_clearance() -> None:
    """Both are needed: 84 days, and a clearance. An unknown day is read from the clearance, which came after it; discharged
    means over twelve months ago. A year alone is its 31 December, never later than today."""
    table = """
        operation         | on         | cleared    | discharged | scope
        lumbar-fusion     | 83 days    | 10 days    |            | restricted
        lumbar-fusion     | 84 days    | 10 days    |            | limited
        lumbar-fusion     | 84 days    |            |            | restricted
        lumbar-fusion     |            |            |            | restricted
        lumbar-fusion     |            | 83 days    |            | restricted
        lumbar-fusion     |            | 84 days    |            | limited
        lumbar-fusion     | 400 days   |            | yes        | full
        lumbar-fusion     | 365 days   |            | yes        | restricted
        lumbar-fusion     |            |            | yes        | full
        lumbar-fusion     | 2025       | 2026       |            | full
        lumbar-fusion     | 2026       | 2026       |            | restricted
        decompression     | 83 days    | 10 days    |            | restricted
        decompression     | 84 days    | 10 days    |            | full
        discectomy        | 83 days    | 10 days    |            | restricted
        disc-replacement  | 83 days    | 10 days    |            | restricted
        disc-replacement  | 84 days    | 10 days    |            | limited
        hip-replacement   | 83 days    | 10 days    |            | restricted
        hip-replacement   | 84 days    | 10 days    |            | limited
        hip-replacement   | 400 days   |            |            | restricted
        knee-replacement  | 30 days    |            |            | limited
        abdominal-or-pelvic | 83 days  |            |            | limited
        abdominal-or-pelvic | 84 days  |            |            | full
        abdominal-or-pelvic |          |            |            | limited
        caesarean         | 41 days    |            |            | restricted
        caesarean         | 42 days    |            |            | limited
        other             | 83 days    |            |            | limited
        other             | 84 days    |            |            | full
    """
    for row in rows(table):
        intake = operated(
            Surgery(
                what=row["operation"],  # type: ignore[arg-type]  # a word of the table
                side="left" if row["operation"].startswith(("hip", "knee")) else None,
                levels=("L4-L5",) if row["operation"] == "lumbar-fusion" else (),
                on=_day(row["on"]),
                cleared_on=_day(row["cleared"]),
                discharged=True if row["discharged"] else None,
            )
        )

        assert triage(intake, catalogue=load(), today=TODAY).record.scope == row["scope"], row


def test_restricted_opens_only_what_is_open_in_week_zero() -> None:
    """Whatever restricts: the rows of week zero and nothing else."""
    week_zero = {exercise.id for exercise in load().exercises.values() if exercise.demands.healing_weeks == 0}

    for intake in (
        operated(fusion(30)),
        operated(replace(HIP, cleared_on=None)),
        replace(COLUMNS["bones"], birth_on=days_ago(20)),
        with_condition("unstable-heart-disease"),
        with_condition("recent-clot"),
    ):
        assert {exercise for exercise in load().exercises if is_open(exercise, intake)} <= week_zero


@pytest.mark.parametrize(
    ("levels", "deep_bending", "turning"),
    [
        (("L4-L5", "L5-S1"), True, True),
        (("L2-L3", "L3-L4", "L4-L5"), True, True),
        (("L1-L2", "L2-L3", "L3-L4", "L4-L5"), False, True),
        (("L5-S1", "sacrum-pelvis"), False, True),
        (("thoracic", "T12-L1"), False, False),
        (("unknown",), False, False),
        ((), False, False),
    ],
)
def test_a_long_fusion_is_never_bent_to_the_end_and_one_to_the_upper_back_does_not_turn(
    levels: tuple[Level, ...], *, deep_bending: bool, turning: bool
) -> None:
    """Four levels or the pelvis count as long; levels that nobody named may be any."""
    intake = operated(replace(FUSED, levels=levels))

    assert is_open("childs-pose-side-reach", intake) is deep_bending
    assert is_open("seated-thoracic-rotation", intake) is turning


def test_hip_limits_end_when_the_surgeon_lifts_them_and_with_a_fusion_only_if_both_were_known() -> None:
    """Lifted before the fusion was done means lifted without knowing of it."""
    table = """
        lifted    | fused     | figure-4 | shin swings
        no        | no        | closed   | open
        300 days  | no        | open     | open
        no        | 500 days  | closed   | closed
        300 days  | 500 days  | open     | open
        500 days  | 300 days  | closed   | closed
        300 days  | unknown   | closed   | closed
    """
    for row in rows(table):
        hip = replace(HIP, limits_lifted_on=_day(row["lifted"]))
        day = _day(row["fused"]) if row["fused"] != "unknown" else None
        spine = () if row["fused"] == "no" else (replace(FUSED, on=day, cleared_on=None, discharged=True),)
        intake = operated(hip, *spine)
        catalogue_open = [
            "open" if _open_but_for_clearance(movement, intake) else "closed"
            for movement in ("seated-figure-4", "seated-hip-rotation")
        ]

        assert catalogue_open == [row["figure-4"], row["shin swings"]], row


def _open_but_for_clearance(movement: str, intake: Intake) -> bool:
    """The question here is the hip's: clear the fusion, keep its day."""
    surgeries = tuple(
        replace(surgery, cleared_on=days_ago(90)) if surgery.what == "lumbar-fusion" and surgery.on else surgery
        for surgery in intake.surgeries
    )
    return is_open(movement, replace(intake, surgeries=surgeries))


def _day(words: str) -> DayOrYear | None:
    """A day, a year or nothing, as the table says."""
    if words in ("", "no"):
        return None
    return days_ago(int(words.split(maxsplit=1)[0])) if words.endswith("days") else words
