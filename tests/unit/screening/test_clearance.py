"""Permission is a type that triage alone makes."""

from dataclasses import replace

import pytest
from example_people import ALL_NO, MAYA, TODAY

from psoas.catalogue.catalogue import load
from psoas.screening.clearance import Clearance, ClearanceRecord
from psoas.screening.triage import clear, triage


def test_nobody_without_the_seal_makes_a_clearance() -> None:
    """Not even with a harmless record."""
    with pytest.raises(TypeError):
        Clearance(ClearanceRecord(urgency="none", scope="full"), (), seal=object())  # type: ignore[arg-type]  # the forgery


def test_no_permission_follows_from_a_stop() -> None:
    """The record alone remains."""
    record = ClearanceRecord(urgency="emergency", scope="none")

    assert clear(record, ()).clearance is None


def test_the_most_urgent_reason_stands_first() -> None:
    """Whatever the order of the questions."""
    answers = {**ALL_NO, "one-leg-numb": "known", "weight-loss": "yes", "leg-swelling": "yes"}
    record = triage(replace(MAYA, answers=answers), catalogue=load(), today=TODAY).record

    assert [reason.id for reason in record.reasons] == ["leg-swelling", "weight-loss", "one-leg-numb"]


def test_the_order_in_which_things_are_told_changes_nothing() -> None:
    """Same facts, same record."""
    told = ("osteoporosis", "anticoagulants", "neuropathy")
    one = triage(replace(MAYA, conditions=told), catalogue=load(), today=TODAY).record
    other = triage(replace(MAYA, conditions=told[::-1]), catalogue=load(), today=TODAY).record

    assert one == other
