"""The rule version changes when a cell of the matrix could, and only then."""

from dataclasses import replace

from psoas.catalogue.catalogue import load
from psoas.catalogue.rules_version import rule_version

CATALOGUE = load()
SQUAT = CATALOGUE.exercises["bodyweight-squat"]


def test_a_changed_demand_is_a_new_version() -> None:
    """Somebody signed the old one."""
    deeper = replace(SQUAT, demands=replace(SQUAT.demands, hip_flexion_deg=SQUAT.demands.hip_flexion_deg + 10))
    changed = replace(CATALOGUE, exercises={**CATALOGUE.exercises, SQUAT.id: deeper})

    assert rule_version(changed) != rule_version(CATALOGUE)


def test_a_changed_limit_is_a_new_version() -> None:
    """Taking a rule away, too."""
    row = replace(CATALOGUE.conditions["osteoporosis"], limits=())
    changed = replace(CATALOGUE, conditions={**CATALOGUE.conditions, row.id: row})

    assert rule_version(changed) != rule_version(CATALOGUE)


def test_a_changed_cue_is_not() -> None:
    """Better words decide nothing."""
    worded = replace(SQUAT, cues=("Sit back.",))
    changed = replace(CATALOGUE, exercises={**CATALOGUE.exercises, SQUAT.id: worded})

    assert rule_version(changed) == rule_version(CATALOGUE)
