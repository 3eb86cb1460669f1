"""What a clinician asks to leave out or keep small is closed for this person, says who asked and when, and stays closed until
it is over by its own day or lifted by a clinician. It only ever closes. Status D: what each direction and stage closes is a
design choice and waits for a signature."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from example_people import MAYA, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import closed_by
from psoas.screening.clinician_limits import ClinicianLimits, DirectionLimit, DoseLimit, Lifted, joined
from psoas.screening.intake import Intake
from psoas.screening.triage import triage
from psoas.vocabulary.errors import BadInput

SET_ON = TODAY - timedelta(days=7)


def test_a_direction_closes_what_goes_there_and_leaves_the_rest() -> None:
    """The back has no number: nothing beyond its neutral range. A hip stays open up to the angle."""
    table = """
        direction             | up to | closes                    | leaves open
        lumbar-flexion        |       | childs-pose-side-reach    | glute-bridge
        lumbar-extension      |       | active-hip-flexor-stretch | glute-bridge
        lumbar-rotation       |       | standing-thoracic-rotation | glute-bridge
        hip-flexion           | 90    | deep-squat-hold           | glute-bridge
        hip-flexion           | 150   |                           | deep-squat-hold
        hip-external-rotation | 20    | piriformis-release        | walking
    """
    for row in rows(table):
        angle = int(row["up to"]) if row["up to"] else None
        limits = _limits(directions=(DirectionLimit(direction=row["direction"], up_to_deg=angle),))  # type: ignore[arg-type]  # a word of the table
        closed = _closed(_with(limits))

        assert not row["closes"] or row["closes"] in load().exercises, row
        assert not row["closes"] or row["closes"] in closed, row
        assert row["leaves open"] not in closed, row


def test_it_holds_until_its_own_day_or_until_a_clinician_lifts_it() -> None:
    """Neither the calendar nor anybody's wish ends it otherwise."""
    table = """
        until      | lifted     | deep squat
                   |            | closed
        tomorrow   |            | closed
        today      |            | open
                   | today      | open
        tomorrow   | yesterday  | open
    """
    days = {"": None, "yesterday": -1, "today": 0, "tomorrow": 1}
    for row in rows(table):
        until, lifted = days[row["until"]], days[row["lifted"]]
        limits = _limits(
            exercises=("deep-squat-hold",),
            until=None if until is None else TODAY + timedelta(days=until),
            lifted=None if lifted is None else Lifted(by="physiotherapist", on=TODAY + timedelta(days=lifted)),
        )
        closing = "deep-squat-hold" in _closed(_with(limits))

        assert closing is (row["deep squat"] == "closed"), row


def test_the_scope_is_at_least_as_strict_as_asked() -> None:
    """Limits of any kind make it limited; the stage has its own; `none` stops, and says who asked."""
    table = """
        asked                 | scope
        exercises             | limited
        doses                 | limited
        stage fusion-6-12     | restricted
        scope restricted      | restricted
        scope none            | none
    """
    for row in rows(table):
        kind, _, name = row["asked"].partition(" ")
        told = {
            "exercises": ("deep-squat-hold",),
            "doses": (DoseLimit(exercise="glute-bridge", sets=1),),
            "stage": name,
            "scope": name,
        }
        record = triage(_with(_limits(**{kind: told[kind]})), catalogue=load(), today=TODAY).record

        assert record.scope == row["scope"], row
        assert any("A physiotherapist" in reason.says and "13 November 2026" in reason.says for reason in record.limits)
        assert any(reason.id.startswith("set-by-") for reason in record.reasons) is (row["scope"] == "none")


def test_what_is_joined_from_many_places_loses_nothing_and_a_lifting_stays() -> None:
    """The same limits told twice are one; the one that was lifted wins over the one that was not."""
    one, other = _limits(exercises=("deep-squat-hold",)), _limits(exercises=("clamshell",))
    lifted = replace(one, lifted=Lifted(by="surgeon", on=TODAY))

    assert joined((one,), (other, one)) == (one, other)
    assert joined((lifted,), (one,)) == joined((one,), (lifted,)) == (lifted,)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("exercises", {}),
        ("up_to_deg", {"directions": ({"direction": "hip-flexion"},)}),
        ("up_to_deg", {"directions": ({"direction": "lumbar-flexion", "up_to_deg": 30},)}),
        ("sets", {"doses": ({"exercise": "glute-bridge"},)}),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_field(field: str, fields: dict[str, object]) -> None:
    """Nothing asked, a hip without an angle, a back with one, a dose without a number."""
    with pytest.raises(BadInput) as refused:
        _limits(
            **{
                name: tuple((DirectionLimit if name == "directions" else DoseLimit)(**row) for row in rows_)  # type: ignore[attr-defined, arg-type]  # rows of the table
                for name, rows_ in fields.items()
            }
        )

    assert refused.value.field == field


def test_names_and_days_that_nobody_knows_are_refused() -> None:
    """In the words of every other field of an intake."""
    for limits, field in (
        (_limits(exercises=("no-such-thing",)), "exercises"),
        (_limits(stage="osteoporosis"), "stage"),
        (_limits(on=TODAY + timedelta(days=1), exercises=("clamshell",)), "on"),
        (_limits(exercises=("clamshell",), until=SET_ON), "until"),
        (_limits(exercises=("clamshell",), lifted=Lifted(by="nurse", on=date(2000, 1, 1))), "lifted.on"),
    ):
        with pytest.raises(BadInput) as refused:
            triage(_with(limits), catalogue=load(), today=TODAY)

        assert refused.value.field == f"clinician_limits.0.{field}"


def _limits(**fields: object) -> ClinicianLimits:
    return ClinicianLimits(**{"by": "physiotherapist", "on": SET_ON, **fields})  # type: ignore[arg-type]  # fields of the value


def _with(limits: ClinicianLimits) -> Intake:
    return replace(MAYA, clinician_limits=(limits,))


def _closed(intake: Intake) -> set[str]:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return {e.id for e in load().exercises.values() if closed_by(e.id, e.demands, clearance.limits)}
