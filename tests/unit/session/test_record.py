"""The record tells what was really done."""

from dataclasses import asdict

from plays import BACK, FINISH, SKIP, START, SWAP, after, hurt
from pydantic import TypeAdapter
from stage import SCRIPTS

from psoas.diary.entry import Done
from psoas.session.player import Event, play, start_state
from psoas.session.record import Performed, record_of


def test_a_full_session_reads_as_prescribed() -> None:
    """Sets, repetitions and holds in full, a row for each side."""
    rows = _record("two-sides", START, after(90), after(10))

    assert [(row.exercise, row.side, row.sets, row.reps, row.hold_s) for row in rows] == [
        ("chair-turn", "left", 2, 3, None),
        ("chair-turn", "right", 2, 3, None),
    ]


def test_a_skipped_movement_has_no_row() -> None:
    """Missing is unknown, never zero."""
    assert _record("two-sides", START, SKIP, SKIP, FINISH) == ()


def test_half_a_set_counts_its_whole_repetitions() -> None:
    """Seven seconds at 3.5 s each are two."""
    (row,) = _record("two-sides", START, SKIP, after(8), FINISH)

    assert (row.sets, row.reps) == (1, 2)


def test_a_complete_set_is_not_spoiled_by_half_of_another() -> None:
    """One of two sets done: one set of three, whatever was begun after it."""
    (row,) = _record("two-sides", START, SKIP, after(11), SKIP, after(4), FINISH)

    assert (row.sets, row.reps) == (1, 3)


def test_a_set_done_again_counts_once() -> None:
    """Of two attempts the better one stays."""
    (row,) = _record("two-sides", START, SKIP, after(10), BACK, after(4), FINISH)

    assert (row.sets, row.reps) == (1, 2)


def test_part_of_a_hold_keeps_its_seconds() -> None:
    """Seven seconds of twenty are seven."""
    (row,) = _record("up-again", START, SKIP, SKIP, after(7.9), FINISH)

    assert (row.sets, row.reps, row.hold_s) == (1, 1, 7)


def test_one_hold_of_two_is_one() -> None:
    """The second was not reached."""
    (row,) = _record("up-again", START, SKIP, SKIP, after(21), FINISH)

    assert (row.sets, row.reps, row.hold_s) == (1, 1, 20)


def test_pain_is_kept_even_where_nothing_was_done() -> None:
    """Zero sets, with its pain: hurting while lying down is data."""
    (row,) = _record("up-again", START, hurt("shooting", 7))

    assert (row.exercise, row.sets, row.pain, row.felt) == ("floor-hold", 0, 7, "shooting")


def test_the_worst_pain_of_a_movement_stands() -> None:
    """Two, then four: four. A zero alone stays a zero."""
    (worse,) = _record("two-sides", START, SKIP, hurt("other", 2), hurt("other", 4), FINISH)
    (zero,) = _record("two-sides", START, SKIP, hurt("other", 0), FINISH)

    assert (worse.pain, zero.pain) == (4, 0)


def test_the_movement_done_instead_gets_its_own_row() -> None:
    """What was done before the swap stays with the movement it was done of."""
    rows = _record("up-again", START, SKIP, SKIP, after(22), SWAP, after(60), SKIP, after(6), FINISH)

    assert [(row.exercise, row.side) for row in rows] == [("floor-hold", "left"), ("worktop-lean", "both")]


def test_a_row_is_a_row_of_the_diary() -> None:
    """Field by field, as the document border reads it."""
    border = TypeAdapter(Done)
    for row in _record("three-levels", START, after(90), after(60), hurt("sharp", 3)):
        done = border.validate_json(TypeAdapter(Performed).dump_json(row))

        assert {**asdict(done), "effort": None} == {**asdict(row), "effort": None}


def _record(script: str, *events: Event) -> tuple[Performed, ...]:
    state = start_state(SCRIPTS[script])
    for event in events:
        state = play(state, event, script=SCRIPTS[script]).state
    return record_of(state, script=SCRIPTS[script])
