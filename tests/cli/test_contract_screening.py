"""intake/1 to clearance/1 as the contract writes it, through the command line."""

from typing import Any

import pytest
from command_line import TODAY, Shell, ago, intake
from example_people import SAFETY_QUESTIONS
from text_tables import rows

EASED = {
    "sudden-back-pain-or-height-loss": ("routine", "full"),
    "flank-pain-or-urine-change": ("routine", "full"),
    "fall-with-new-pain": ("within-two-weeks", "limited"),
    "morning-stiffness-long": ("routine", "full"),
}
"""Narrowed for an office worker of 45 of whom nothing else is told."""
TIERS = {
    ("emergency", "none"): SAFETY_QUESTIONS[:8],
    ("same-day", "none"): SAFETY_QUESTIONS[8:16],
    ("within-two-weeks", "none"): ("fall-with-new-pain", "weight-loss", "clumsy-hands-or-unsteady"),
    ("within-two-weeks", "limited"): SAFETY_QUESTIONS[19:23],
    ("routine", "full"): ("unremitting-pain", "inflammatory-pattern", "pain-rising-two-weeks"),
}
UNTIL_SEEN = (
    "saddle-numbness",
    "both-legs-weak-or-painful",
    "hip-injury-cannot-bear-weight",
    "chest-pain-or-collapse",
    "sudden-tearing-pain",
    "leg-swelling",
)
OPERATIONS = ("lumbar-fusion", "decompression", "discectomy", "disc-replacement", "hip-replacement")
WAITING_CONDITIONS = ("uncontrolled-blood-pressure", "unstable-heart-disease", "aortic-aneurysm", "recent-clot")


def found(clearance: dict[str, Any]) -> tuple[str, str]:
    return clearance["urgency"], clearance["scope"]


def operated(what: str, days: int, **more: Any) -> list[dict[str, Any]]:
    side = {"side": "left"} if what == "hip-replacement" else {}
    return [{"what": what, "on": ago(days), **side, **more}]


@pytest.mark.parametrize("tier", TIERS)
def test_every_answer_lands_in_its_tier(tier: tuple[str, str], shell: Shell) -> None:
    """Yes is the tier; unsure is yes, in routine it is no; known never stops; no reason goes unnamed."""
    for question in TIERS[tier]:
        meant = EASED.get(question, tier)
        told = shell.screen(answers={question: "yes"})

        assert found(told) == meant, question
        assert question in {reason["id"] for reason in told["reasons"]}
        assert all(reason["says"] and reason["source"] for reason in told["reasons"])
        assert found(shell.screen(answers={question: "unsure"})) == (("none", "full") if tier[0] == "routine" else meant)
        known = shell.screen(answers={question: "known"})["scope"]
        assert known in ({"restricted"} if question in UNTIL_SEEN else {"limited", "full"}), question


def test_every_question_needs_an_answer_and_null_is_none(shell: Shell) -> None:
    for question in SAFETY_QUESTIONS:
        document = intake()
        del document["answers"][question]
        for unanswered in (document, intake(answers={question: None})):
            told = shell.read("screen", shell.file(unanswered), "--today", TODAY)

            assert told["scope"] == "none"
            assert f"unanswered-{question}" in {reason["id"] for reason in told["reasons"]}


def test_some_answers_weigh_more_beside_others(shell: Shell) -> None:
    """A fall from 65 or with fragile bones; unremitting pain with cancer or weight loss; nothing averages anything away."""
    table = """
        yes                                | born | condition             | urgency          | scope
        fall-with-new-pain                 | 1962 |                       | within-two-weeks | none
        fall-with-new-pain                 | 1961 |                       | same-day         | none
        fall-with-new-pain                 | 1981 | osteoporosis          | same-day         | none
        fall-with-new-pain                 | 1981 | vertebral-fracture    | same-day         | none
        fall-with-new-pain                 | 1981 | long-term-steroids    | same-day         | none
        fall-with-new-pain                 | 1981 | ankylosing-spondylitis | same-day        | none
        fall-with-new-pain                 | 1981 | anticoagulants        | same-day         | none
        unremitting-pain                   | 1981 | cancer-history        | same-day         | none
        unremitting-pain                   | 1981 | immunosuppressed      | same-day         | none
        unremitting-pain, weight-loss      | 1981 |                       | within-two-weeks | none
        one-leg-numb, saddle-numbness      | 1981 |                       | emergency        | none
        one-leg-numb, inflammatory-pattern | 1981 |                       | within-two-weeks | limited
        one-leg-numb                       | 1981 | recent-clot           | within-two-weeks | restricted
    """
    for row in rows(table):
        conditions = [row["condition"]] if row["condition"] else []
        told = shell.screen(answers=dict.fromkeys(row["yes"].split(", "), "yes"), born=int(row["born"]), conditions=conditions)

        assert found(told) == (row["urgency"], row["scope"]), row


@pytest.mark.parametrize("what", OPERATIONS)
def test_spine_and_hip_operations_wait_twelve_weeks_and_for_the_surgeon(what: str, shell: Shell) -> None:
    """Under 84 days, or not cleared: restricted. Discharged counts as cleared after twelve months only."""
    open_ = {"limited", "full"}

    assert shell.screen(surgeries=operated(what, 83, cleared_on=ago(1)))["scope"] == "restricted"
    assert shell.screen(surgeries=operated(what, 84, cleared_on=ago(1)))["scope"] in open_
    assert shell.screen(surgeries=operated(what, 700))["scope"] == "restricted"
    assert shell.screen(surgeries=operated(what, 300, discharged=True))["scope"] == "restricted"
    assert shell.screen(surgeries=operated(what, 700, discharged=True))["scope"] in open_
    later = "same-day" if what == "lumbar-fusion" else "routine"
    for days, urgency in ((83, "same-day"), (84, later), (183, "routine")):
        rising = shell.screen(surgeries=operated(what, days, cleared_on=ago(1)), answers={"pain-rising-two-weeks": "yes"})
        assert rising["urgency"] == urgency


@pytest.mark.parametrize("year", [2026, "2026", 2025, "2025"])
def test_a_year_alone_is_its_last_day_and_never_later_than_today(year: int | str, shell: Shell) -> None:
    told = shell.screen(surgeries=[{"what": "decompression", "on": year, "cleared_on": year}])

    assert told["scope"] == ("restricted" if int(year) == 2026 else "full")


def test_conditions_births_and_falls_have_their_scope(shell: Shell) -> None:
    for condition in WAITING_CONDITIONS:
        assert shell.screen(conditions=[condition])["scope"] == "restricted", condition
    for days, scope in ((41, "restricted"), (42, "limited"), (83, "limited"), (84, "full")):
        assert shell.screen(birth_on=ago(days))["scope"] == scope, days
    for times, unsteady, scope in ((2, False, "limited"), (1, True, "limited"), (1, False, "full"), (0, True, "full")):
        assert shell.screen(falls={"last_12_months": times, "unsteady": unsteady})["scope"] == scope, (times, unsteady)
    for born in (1926, 2008):
        assert found(shell.screen(born=born)) == ("none", "full"), born


def test_six_weeks_of_pain_that_nobody_has_seen_are_worth_a_visit(shell: Shell) -> None:
    for weeks, seen, urgency in ((6, False, "routine"), (6, True, "none"), (5, False, "none")):
        pain = {"now": 3, "average_week": 3, "weeks": weeks, "seen_by_clinician": seen}

        assert shell.screen(pain=pain)["urgency"] == urgency, (weeks, seen)


def test_a_recorded_return_ends_a_stop_and_only_its_own(shell: Shell) -> None:
    back = [{"answer": "fever-or-unwell", "seen_on": ago(2), "by": "physician"}]

    assert shell.screen(answers={"fever-or-unwell": "yes"}, returns=back)["scope"] != "none"
    assert shell.screen(answers={"fever-or-unwell": "yes", "weight-loss": "yes"}, returns=back)["scope"] == "none"


def test_under_eighteen_is_refused_with_the_reason(shell: Shell) -> None:
    assert "born: " in shell.refusal("screen", shell.file(intake(born=2009)), "--today", TODAY)
