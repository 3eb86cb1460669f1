"""Questions for some people only: what narrows a scare, what cancer, a fusion or a pregnancy adds."""

from dataclasses import replace

from coded_people import days_ago, fusion, is_open
from example_people import ALL_NO, MAYA, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.applicability import questions_for
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake, PainReport, Pregnancy, Return, Surgery
from psoas.screening.triage import triage

HIP = Surgery(what="hip-replacement", side="left", on="2024", cleared_on="2024", limits_lifted_on="2025")


def test_who_is_asked_what_besides() -> None:
    """Nobody else is asked, and an answer that is missing closes nothing. `who` is told in the words of an intake."""
    table = """
        who                                                        | asked besides
        age 45                                                     |
        age 45, cancer-history                                     | mid-back-or-strain-pain band-round-chest
        age 49, weight-loss yes                                    |
        age 50, weight-loss yes                                    | mid-back-or-strain-pain band-round-chest
        age 45, lumbar-fusion                                      | fusion-crack-or-clunk fusion-new-pain
        age 35, pregnant 5                                         | pregnancy-signs
        age 35, pregnant 23                                        | pregnancy-signs
        age 35, pregnant 24                                        | pregnancy-signs baby-moves-less
        age 45, rapid-leg-weakness yes                             |
        age 62, rapid-leg-weakness yes, knee-osteoarthritis        | foot-drops-or-cannot-walk
        age 39, fever-or-unwell yes                                |
        age 52, fever-or-unwell yes                                | ill-beyond-menopause
        age 52, male, fever-or-unwell yes                          |
        age 49, sudden-back-pain-or-height-loss yes                | shorter-or-after-a-blow
        age 50, sudden-back-pain-or-height-loss yes                |
        age 70, flank-pain-or-urine-change unsure                  | urine-change-or-colic
        age 49, fall-with-new-pain yes                             | hard-fall-or-limp
        age 50, fall-with-new-pain yes                             |
    """
    everybody = set(ALL_NO)
    for row in rows(table):
        asked = questions_for(_person(row["who"]), catalogue=load(), today=TODAY)

        assert [flag.id for flag in asked if flag.id not in everybody] == row["asked besides"].split(), row


def test_a_scare_is_narrowed_where_nothing_else_points_to_harm() -> None:
    """A further question that nobody answered is named as waiting, and nothing gets harder meanwhile."""
    table = """
        told                                                                                   | urgency          | scope
        age 26, sudden-back-pain-or-height-loss yes                                            | routine          | full
        age 26, sudden-back-pain-or-height-loss yes, shorter-or-after-a-blow no                | routine          | full
        age 26, sudden-back-pain-or-height-loss yes, shorter-or-after-a-blow yes               | same-day         | none
        age 26, sudden-back-pain-or-height-loss yes, shorter-or-after-a-blow unsure            | same-day         | none
        age 26, sudden-back-pain-or-height-loss yes, fall-with-new-pain yes                    | same-day         | none
        age 26, long-term-steroids, sudden-back-pain-or-height-loss yes                        | same-day         | none
        age 26, osteoporosis, sudden-back-pain-or-height-loss yes                              | same-day         | none
        age 50, sudden-back-pain-or-height-loss yes                                            | same-day         | none
        age 35, flank-pain-or-urine-change yes                                                 | routine          | full
        age 35, flank-pain-or-urine-change yes, urine-change-or-colic no                       | routine          | full
        age 35, flank-pain-or-urine-change yes, urine-change-or-colic yes                      | same-day         | none
        age 35, flank-pain-or-urine-change yes, fever-or-unwell yes                            | same-day         | none
        age 35, pregnant 20, flank-pain-or-urine-change yes, urine-change-or-colic no | same-day | none
        age 35, anticoagulants, flank-pain-or-urine-change yes, urine-change-or-colic no       | emergency        | none
        age 62, knee-osteoarthritis, rapid-leg-weakness yes                                    | routine          | limited
        age 62, knee-osteoarthritis, rapid-leg-weakness yes, foot-drops-or-cannot-walk no      | routine          | limited
        age 62, knee-osteoarthritis, rapid-leg-weakness yes, foot-drops-or-cannot-walk yes     | emergency        | none
        age 62, knee-osteoarthritis, rapid-leg-weakness yes, one-leg-weak yes                  | emergency        | none
        age 62, knee-osteoarthritis, rapid-leg-weakness yes, bladder-bowel-sexual-change known | emergency        | none
        age 62, knee-osteoarthritis, anticoagulants, rapid-leg-weakness yes                    | emergency        | none
        age 62, rapid-leg-weakness yes                                                         | emergency        | none
        age 52, fever-or-unwell yes                                                            | same-day         | none
        age 52, fever-or-unwell yes, ill-beyond-menopause no                                   | routine          | full
        age 52, fever-or-unwell yes, ill-beyond-menopause yes                                  | same-day         | none
        age 52, fever-or-unwell yes, ill-beyond-menopause unsure                               | same-day         | none
        age 30, fall-with-new-pain yes                                                         | within-two-weeks | limited
        age 30, fall-with-new-pain yes, hard-fall-or-limp no                                   | within-two-weeks | limited
        age 30, fall-with-new-pain yes, hard-fall-or-limp yes                                  | within-two-weeks | none
        age 30, fall-with-new-pain yes, hip-injury-cannot-bear-weight yes                      | emergency        | none
        age 50, fall-with-new-pain yes                                                         | within-two-weeks | none
        age 30, bisphosphonates, fall-with-new-pain yes                                        | within-two-weeks | none
        age 34, morning-stiffness-long yes                                                     | routine          | full
        age 50, morning-stiffness-long yes                                                     | within-two-weeks | limited
    """
    for row in rows(table):
        record = _screen(_person(row["told"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_a_scare_that_has_been_there_for_long_is_looked_at() -> None:
    """First-flare advice is for a first flare. A sore knee, sweats of menopause, a simple fall stay what they are."""
    table = """
        told                                                                         | urgency          | scope
        age 26, sudden-back-pain-or-height-loss old                                  | within-two-weeks | none
        age 35, flank-pain-or-urine-change old                                       | within-two-weeks | none
        age 62, knee-osteoarthritis, rapid-leg-weakness old                          | routine          | limited
        age 62, rapid-leg-weakness old                                               | same-day         | none
        age 52, fever-or-unwell old, ill-beyond-menopause no                         | routine          | full
        age 30, fall-with-new-pain old                                               | within-two-weeks | limited
    """
    for row in rows(table):
        record = _screen(_person(row["told"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_a_further_question_that_waits_is_named() -> None:
    """It closes nothing; it is called for only where its opener was answered so."""
    table = """
        who                                                                          | waits
        age 35, flank-pain-or-urine-change yes                                       | ask-urine-change-or-colic
        age 35, flank-pain-or-urine-change yes, urine-change-or-colic no             |
        age 35, flank-pain-or-urine-change known                                     |
        age 45, cancer-history                                                       |
        age 35, pregnant 12                                                          |
        age 45, lumbar-fusion                                                        |
    """
    for row in rows(table):
        record = _screen(_person(row["who"]))

        assert [reason.id for reason in record.reasons if reason.id.startswith("ask-")] == row["waits"].split(), row


def test_after_cancer_pain_of_the_spine_is_looked_at_within_a_day_and_nerve_signs_at_once() -> None:
    """Cancer at any time. After losing weight, from 50 on, the same two questions are asked."""
    table = """
        who                                                | urgency          | scope
        cancer-history                                     | none             | full
        cancer-history, pain-rising-two-weeks yes          | same-day         | none
        cancer-history, unremitting-pain yes               | same-day         | none
        cancer-history, mid-back-or-strain-pain yes        | same-day         | none
        cancer-history, mid-back-or-strain-pain unsure     | same-day         | none
        cancer-history, mid-back-or-strain-pain known      | none             | full
        cancer-history, band-round-chest yes               | emergency        | none
        cancer-history, one-leg-weak yes                   | emergency        | none
        cancer-history, one-leg-numb yes                   | emergency        | none
        cancer-history, clumsy-hands-or-unsteady yes       | emergency        | none
        cancer-history, rapid-leg-weakness yes             | emergency        | none
        age 50, weight-loss yes, mid-back-or-strain-pain yes | same-day       | none
        age 50, weight-loss yes, band-round-chest yes      | same-day         | none
    """
    for row in rows(table):
        record = _screen(_person(row["who"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_after_cancer_pain_that_nobody_has_seen_is_looked_at_within_a_day() -> None:
    """When it is new (under six weeks) or strong (7 or more)."""
    table = """
        pain | weeks | seen | urgency  | scope
        8    | 3     | no   | same-day | none
        8    | 3     |      | same-day | none
        8    | 3     | yes  | none     | full
        3    | 3     | no   | same-day | none
        8    | 40    | no   | same-day | none
        3    | 40    | no   | routine  | full
        0    | 0     | no   | none     | full
    """
    for row in rows(table):
        seen = {"yes": True, "no": False, "": None}[row["seen"]]
        pain = PainReport(now=int(row["pain"]), average_week=int(row["pain"]), weeks=int(row["weeks"]), seen_by_clinician=seen)
        record = _screen(replace(_person("cancer-history"), pain=pain))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_pain_after_cancer_that_was_seen_since_is_limited() -> None:
    """By a return for it, as with every stop; for 28 days, while the pain is called unseen."""
    table = """
        seen, days ago | urgency  | scope
        3              | routine  | limited
        28             | routine  | limited
        29             | same-day | none
    """
    for row in rows(table):
        pain = PainReport(now=8, average_week=8, weeks=3, seen_by_clinician=False)
        back = Return(answer="new-pain-after-cancer", seen_on=days_ago(int(row["seen, days ago"])), by="physician")
        record = _screen(replace(_person("cancer-history"), pain=pain, returns=(back,)))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_after_a_fusion_a_crack_or_new_pain_is_for_the_surgical_team() -> None:
    """The same day within six months (183 days), within two weeks later."""
    table = """
        days since | question              | urgency          | scope
        182        | fusion-crack-or-clunk | same-day         | none
        182        | fusion-new-pain       | same-day         | none
        182        | wound-problem         | same-day         | none
        183        | fusion-crack-or-clunk | within-two-weeks | limited
        183        | fusion-new-pain       | within-two-weeks | limited
        183        | wound-problem         | same-day         | none
    """
    for row in rows(table):
        told = replace(MAYA, surgeries=(fusion(int(row["days since"])),))
        record = _screen(replace(told, answers=ALL_NO | {row["question"]: "yes"}))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_a_warning_sign_in_pregnancy_is_for_the_maternity_unit_now() -> None:
    """Asked at every week; what to call for stands beside the plan from the first day."""
    table = """
        who                               | urgency   | scope
        pregnant 5                        | none      | full
        pregnant 5, pregnancy-signs yes   | emergency | none
        pregnant 30, pregnancy-signs unsure | emergency | none
        pregnant 24, baby-moves-less yes  | emergency | none
        pregnant 30                       | none      | limited
    """
    for row in rows(table):
        record = _screen(_person(row["who"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row
        assert "expecting" in {reason.id for reason in record.reasons}


def test_a_new_ache_in_the_groin_on_loading_unloads_everybody() -> None:
    """A tired bone looks like nothing from outside. Walking for exercise waits; own errands are no exercise."""
    table = """
        movement               | anybody | osteoporosis, steroids, bone medicine or a new hip
        walking                | closed  | closed
        brisk-walking-intervals | closed | closed
        hip-circles            | closed  | closed
        hip-hinge-deadlift     | closed  | closed
        bodyweight-squat       | closed  | closed
        single-leg-stance      | closed  | closed
        step-up                | closed  | closed
        sit-to-stand           | open    | closed
        indoor-walk            | closed |  closed
        glute-bridge           | open    | open
        breathing              | open    | open
    """
    header = list(rows(table)[0])
    risks = ("osteoporosis", "long-term-steroids", "bisphosphonates", "hip-replacement")
    for row in rows(table):
        assert is_open(row["movement"], _aching("")) == (row["anybody"] == "open"), row
        assert all(is_open(row["movement"], _aching(risk)) == (row[header[2]] == "open") for risk in risks), row


def test_after_a_simple_fall_only_gentle_rows_are_open() -> None:
    """Walking, breathing and what opens in the first weeks after any operation."""
    table = """
        movement           | under 50 after a slip
        walking            | open
        breathing          | open
        glute-squeeze      | open
        hip-hinge-deadlift | closed
        side-plank         | closed
        glute-bridge       | closed
    """
    for row in rows(table):
        told = _person("age 30, fall-with-new-pain yes")

        assert is_open(row["movement"], told) == (row["under 50 after a slip"] == "open"), row


def _aching(risk: str) -> Intake:
    return _person(", ".join(filter(None, (risk, "groin-or-thigh-pain-loading yes"))))


def _screen(intake: Intake) -> ClearanceRecord:
    return triage(intake, catalogue=load(), today=TODAY).record


def _person(words: str) -> Intake:
    """A person in words: `age 45`, `male`, `pregnant 12`, an answer, `lumbar-fusion`, `hip-replacement`, or a condition."""
    told = MAYA
    for word in words.split(", "):
        told = _told(told, *word.split())
    return told


def _told(intake: Intake, word: str, more: str = "") -> Intake:
    changes: dict[str, dict[str, object]] = {
        "age": {"born": TODAY.year - int(more) if word == "age" else 0},
        "male": {"sex": "male"},
        "pregnant": {"pregnancy": Pregnancy(weeks=int(more)) if word == "pregnant" else None},
        "lumbar-fusion": {"surgeries": (fusion(730),)},
        "hip-replacement": {"surgeries": (HIP,)},
    }
    if word in changes:
        return replace(intake, **changes[word])  # type: ignore[arg-type]  # fields of an intake
    if more:
        return replace(intake, answers=intake.answers | {word: more})  # type: ignore[dict-item]  # words of the tables
    return replace(intake, conditions=(*intake.conditions, word))  # type: ignore[arg-type]  # words of the tables
