"""A clinician's limits on record: no file and no newer intake takes them away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from example_people import MAYA

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange.archive import write_archive
from psoas.exchange.documents import read_document
from psoas.exchange.export import Export, bundle
from psoas.planning.exclusion import used_in
from psoas.records import actions, backup, queries
from psoas.records.restoration import restore
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.vocabulary.dates import moment_of
from psoas.web.safety_answers import bind, keep_screened

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
LIMITS = ClinicianLimits(by="physiotherapist", on=DAY, exercises=("glute-bridge", "standing-hip-flexor-stretch"))


def _begin() -> None:
    keep_screened(MAYA, today=DAY)
    actions.keep_plan(plan=journey.plan(MAYA, start=DAY, today=DAY), reason="made", on=DAY)


def _assert_bound() -> None:
    screened, record = queries.screened(), queries.current_plan()
    assert screened is not None
    assert record is not None
    assert LIMITS in screened.intake.clinician_limits
    assert LIMITS in record.plan.intake.clinician_limits
    assert not set(LIMITS.exercises) & used_in(record.plan.weeks)


def test_limits_bind_the_plan_in_use_at_once() -> None:
    """And the intake on record says so."""
    _begin()
    assert set(LIMITS.exercises) & used_in(queries.current_plan().plan.weeks)  # type: ignore[union-attr]  # there is one

    bind(LIMITS, today=DAY)

    _assert_bound()
    assert queries.screened().clearance.scope == "limited"  # type: ignore[union-attr]  # as above


def test_a_way_in_that_forgets_them_keeps_them() -> None:
    """Every later intake holds what any earlier one held."""
    _begin()
    bind(LIMITS, today=DAY)

    keep_screened(replace(MAYA, minutes_per_day=30), today=DAY + timedelta(days=1))

    assert queries.screened().intake.clinician_limits == (LIMITS,)  # type: ignore[union-attr]  # as above


def test_a_file_from_before_does_not_take_them_away() -> None:
    """Saved before the limits were set, and brought back after."""
    _begin()
    files = write_archive(backup.everything())
    bind(LIMITS, today=DAY)

    for text in files:
        restore(read_document(text.encode(), Export), today=DAY)

    _assert_bound()


def test_a_newer_file_without_them_is_bound_by_them() -> None:
    """A plan and an intake from another machine, told later than ours: they come to be in use, under our limits."""
    _begin()
    bind(LIMITS, today=DAY)
    held = write_archive(backup.everything())
    later = replace(MAYA, minutes_per_day=30)
    plan = journey.plan(later, start=DAY, today=DAY)
    soon = moment_of(timezone.now() + timedelta(minutes=5))
    with_times: Export = read_document(held[0].encode(), Export)
    assert with_times.told is not None
    newer = replace(
        with_times,
        intakes=(later,),
        plans=(plan,),
        rows=(),
        diary=Diary(),
        answers=(),
        settings=(),
        told=replace(
            with_times.told,
            intakes=(replace(with_times.told.intakes[-1], at=soon),),
            plans=(replace(with_times.told.plans[-1], at=soon, version=90),),
        ),
    )

    restore(newer, today=DAY)

    _assert_bound()
    assert queries.screened().intake.minutes_per_day == 30  # type: ignore[union-attr]  # the newer one holds


def test_limits_that_a_file_brings_bind_here() -> None:
    """A file of the command line, without times."""
    _begin()
    plan = journey.bind(journey.plan(MAYA, start=DAY, today=DAY), (LIMITS,), Diary(), today=DAY)

    restore(bundle(plan, Diary()), today=DAY)

    _assert_bound()
