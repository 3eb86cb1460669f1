"""The matrix is derived from demands and what forbids them, and says why in each cell."""

from typing import get_args

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import SCALES, Demands, meets
from psoas.screening.intake import Avoid, Condition, Operation
from psoas.screening.matrix import derive

CATALOGUE = load()
CELLS = {(cell.movement, cell.condition): cell for cell in derive(CATALOGUE)}


def test_there_is_a_cell_for_every_movement_under_every_row() -> None:
    """Exercises and tests, conditions and phases."""
    assert len(CELLS) == (len(CATALOGUE.exercises) + len(CATALOGUE.tests)) * len(CATALOGUE.conditions)


def test_a_closed_or_changed_cell_says_why_and_an_open_one_has_nothing_to_say() -> None:
    """Each reason carries its status."""
    for cell in CELLS.values():
        assert bool(cell.reasons) is (cell.state != "open")
        assert len(cell.reasons) == len(cell.statuses)


def test_the_three_states() -> None:
    """One of each, for a replaced hip."""
    states = [CELLS[movement, "hip-replacement"].state for movement in ("seated-figure-4", "sit-to-stand", "band-row")]

    assert states == ["closed", "changed", "open"]


def test_every_word_of_the_intake_has_its_row() -> None:
    """Conditions and operations by their own ids, wishes as avoid-…."""
    words = {*get_args(Condition), *get_args(Operation), *(f"avoid-{word}" for word in get_args(Avoid))}

    assert words <= set(CATALOGUE.conditions)


def test_every_closing_rule_is_well_formed() -> None:
    """A demand that exists, exactly one way of forbidding it, a step that is on its scale, rows that exist."""
    for row in CATALOGUE.conditions.values():
        assert set(row.like) <= set(CATALOGUE.conditions)
        for limit in row.limits:
            assert bool(limit.forbid) is not bool(limit.closes)
            if limit.forbid is not None:
                assert limit.forbid.demand in Demands.__dataclass_fields__
                assert (limit.forbid.at_least is None) is bool(limit.forbid.one_of)
                assert limit.forbid.at_least in (*SCALES.get(limit.forbid.demand, (limit.forbid.at_least,)), None)


def test_every_safety_question_is_well_formed() -> None:
    """Five pages from the most urgent on, and a sixth for some people; what it refers to exists; each question ends as one."""
    flags = CATALOGUE.red_flags
    pages = [flag.page for flag in flags.values()]

    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3, 4, 5, 6}
    for flag in flags.values():
        assert flag.follow_up.endswith("?")
        assert bool(flag.asked) is (flag.page == 6)
        assert 1 <= flag.signs_needed <= max(len(flag.signs), 1)
        assert {*flag.known_conditions, *flag.limits} <= set(CATALOGUE.conditions)
        assert flag.known_until_seen is None or CATALOGUE.conditions[flag.known_until_seen].scope == "restricted"
        for verdict in (*flag.easings, *flag.escalations):
            assert set(verdict.limits) <= set(CATALOGUE.conditions)
        for when in (*flag.asked, *(verdict.when for verdict in (*flag.easings, *flag.escalations))):
            assert {*when.conditions, *when.without} <= {*get_args(Condition), *get_args(Operation)}
            assert set(when.surgeries) <= set(get_args(Operation))
            assert {*when.said_yes, *when.said_no, *when.free_of, *when.anything_but_no} <= set(flags) - {flag.id}


def test_every_named_exception_is_needed() -> None:
    """An exception opens what its own rule would close; one that opens nothing has been left behind."""
    movements = {**CATALOGUE.exercises, **CATALOGUE.tests}
    idle = [
        (row.id, name)
        for row in CATALOGUE.conditions.values()
        for limit in row.limits
        for name in limit.opens
        if limit.forbid is None or not meets(movements[name].demands, limit.forbid)
    ]

    assert idle == []


def test_no_movement_is_named_where_a_demand_of_the_row_closes_it_already() -> None:
    """Names are the last resort; the demand speaks first."""
    movements = {**CATALOGUE.exercises, **CATALOGUE.tests}
    twice = [
        (row.id, name)
        for row in CATALOGUE.conditions.values()
        for rule in row.limits
        if rule.forbid
        for limit in row.limits
        for name in limit.closes
        if name not in rule.opens and meets(movements[name].demands, rule.forbid)
    ]

    assert twice == []
