"""What makes the scope restricted, limited or full, apart from the safety questions."""

from dataclasses import replace

from coded_people import days_ago, with_condition
from example_people import MAYA, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Falls, Intake, Pregnancy
from psoas.screening.triage import triage


def test_a_condition_limits_exactly_when_it_closes_an_exercise() -> None:
    """Notes alone leave the scope full. A slipped vertebra, a narrow canal, an inflamed joint, cancer in the past and a
    weakened defence close tests or nothing; the rest close at least one exercise."""
    table = """
        scope      | conditions
        limited    | osteoporosis vertebral-fracture hip-osteoarthritis groin-pinch ankylosing-spondylitis radiculopathy
        limited    | hypermobility long-term-steroids bisphosphonates anticoagulants neuropathy vertigo-or-faints
        limited    | parkinson-or-stroke hernia-or-prolapse knee-osteoarthritis shoulder-problem wrist-problem lung-disease
        full       | inflammatory-arthritis cancer-history immunosuppressed spondylolisthesis spinal-stenosis
        restricted | uncontrolled-blood-pressure unstable-heart-disease aortic-aneurysm recent-clot
    """
    for row in rows(table):
        for condition in row["conditions"].split():
            record = _screen(with_condition(condition))  # type: ignore[arg-type]  # a word of the table

            assert (record.urgency, record.scope) == ("none", row["scope"]), condition
            assert bool(record.limits) is (row["scope"] != "full")


def test_the_risk_of_falling_is_high_with_two_falls_or_one_unless_steady() -> None:
    """Within twelve months. Doubt closes; worry alone does not. A STEADI test below its cut-off is enough."""
    table = """
        falls | unsteady | steadi | risk
        0     | yes      |        | no
        1     | no       |        | no
        1     | yes      |        | high
        1     |          |        | high
        2     | no       |        | high
              | yes      |        | high
              | no       |        | no
              |          |        | no
        0     | no       | below  | high
    """
    for row in rows(table):
        unsteady = {"yes": True, "no": False, "": None}[row["unsteady"]]
        falls = Falls(last_12_months=int(row["falls"]) if row["falls"] else None, unsteady=unsteady, worried=True)
        intake = replace(MAYA, falls=falls)
        record = triage(intake, catalogue=load(), today=TODAY, below_steadi=row["steadi"] == "below").record

        assert ("high-fall-risk" in {limit.id for limit in record.limits}) is (row["risk"] == "high"), row
        assert record.scope == ("limited" if row["risk"] == "high" else "full")


def test_pregnancy_limits_from_sixteen_weeks_and_a_birth_counts_as_an_operation() -> None:
    """Girdle pain limits at any week. Under six weeks after a birth: restricted; under twelve: limited."""
    table = """
        told              | scope
        pregnant 15       | full
        pregnant 16       | limited
        girdle pain 8     | limited
        birth 41 days ago | restricted
        birth 42 days ago | limited
        birth 83 days ago | limited
        birth 84 days ago | full
    """
    for row in rows(table):
        number = int(next(word for word in row["told"].split() if word.isdigit()))
        if row["told"].startswith("birth"):
            intake = replace(MAYA, birth_on=days_ago(number))
        else:
            pregnancy = Pregnancy(weeks=number, pelvic_girdle_pain=row["told"].startswith("girdle"))
            intake = replace(MAYA, pregnancy=pregnancy)

        assert _screen(intake).scope == row["scope"], row


def test_wishes_and_the_floor_close_movements_and_say_nothing_about_health() -> None:
    """They are in the clearance's limits, not in its record."""
    triaged = triage(replace(MAYA, avoid=("kneeling", "supine"), floor="no"), catalogue=load(), today=TODAY)

    assert (triaged.record.scope, triaged.record.limits) == ("full", ())
    assert triaged.clearance is not None
    assert {limit.id for limit in triaged.clearance.limits} == {"avoid-kneeling", "avoid-supine", "floor-no"}


def test_each_restriction_says_why() -> None:
    """Among the reasons, in words that tell what to do."""
    record = _screen(with_condition("aortic-aneurysm"))

    assert [reason.id for reason in record.reasons] == ["circulation-not-cleared"]
    assert "Record who cleared you" in record.reasons[0].says


def _screen(intake: Intake) -> ClearanceRecord:
    return triage(intake, catalogue=load(), today=TODAY).record
