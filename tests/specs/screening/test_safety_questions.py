"""What each safety answer means: how urgent, and how much stays open."""

from dataclasses import replace

import pytest
from coded_people import days_ago, with_condition
from example_people import ALL_NO, MAYA, SAFETY_QUESTIONS, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.concern import is_question
from psoas.screening.intake import Answer, Intake, PainReport, Return, Surgery
from psoas.screening.triage import triage


def test_a_new_or_worsening_sign_sets_urgency_and_scope() -> None:
    """For an adult from 50 to 64 with no condition that raises or eases it."""
    table = """
        question                        | urgency          | scope
        bladder-bowel-sexual-change     | emergency        | none
        saddle-numbness                 | emergency        | none
        both-legs-weak-or-painful       | emergency        | none
        rapid-leg-weakness              | emergency        | none
        hip-injury-cannot-bear-weight   | emergency        | none
        chest-pain-or-collapse          | emergency        | none
        sudden-tearing-pain             | emergency        | none
        hot-joint-or-cold-leg           | emergency        | none
        fever-or-unwell                 | same-day         | none
        wound-problem                   | same-day         | none
        one-leg-weak                    | same-day         | none
        leg-swelling                    | same-day         | none
        sudden-back-pain-or-height-loss | same-day         | none
        chest-pain-on-effort            | same-day         | none
        flank-pain-or-urine-change      | routine          | full
        painful-rash-band               | same-day         | none
        fall-with-new-pain              | within-two-weeks | none
        weight-loss                     | within-two-weeks | none
        clumsy-hands-or-unsteady        | within-two-weeks | none
        one-leg-numb                    | within-two-weeks | limited
        groin-or-thigh-pain-loading     | within-two-weeks | limited
        morning-stiffness-long          | within-two-weeks | limited
        calf-pain-walking               | within-two-weeks | limited
        unremitting-pain                | routine          | full
        inflammatory-pattern            | routine          | full
        pain-rising-two-weeks           | routine          | full
    """
    for row in rows(table):
        record = _screen(replace(_answering(**{row["question"]: "yes"}), born=1972))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row
        assert row["question"] in {reason.id for reason in record.reasons}
    everybody = [flag.id for flag in load().red_flags.values() if not flag.asked]
    assert [row["question"] for row in rows(table)] == list(SAFETY_QUESTIONS) == everybody


def test_unsure_counts_as_yes_in_the_three_upper_tiers_and_as_no_in_routine() -> None:
    """The question's own urgency decides, also where it was eased. Pages ask one plain follow-up first; whoever stays unsure
    is not argued with."""
    table = """
        own urgency      | unsure counts as
        emergency        | yes
        same-day         | yes
        within-two-weeks | yes
        routine          | no
    """
    counts = {row["own urgency"]: row["unsure counts as"] for row in rows(table)}
    for question in SAFETY_QUESTIONS:
        yes = _screen(_answering(**{question: "yes"}))
        unsure = _screen(_answering(**{question: "unsure"}))

        read = yes if counts[load().red_flags[question].urgency] == "yes" else _screen(MAYA)
        assert _without_waiting(unsure) == _without_waiting(read), question


def test_known_never_stops_a_plan() -> None:
    """Long-standing, unchanged, known to a clinician: a limit or a note, never a stop, never urgent. Six signs keep to the
    gentlest rows until the visit that cleared them is recorded, as the same facts do when they are told as conditions."""
    table = """
        known                         | without a visit | with a visit recorded
        saddle-numbness               | restricted      | full
        both-legs-weak-or-painful     | restricted      | limited
        hip-injury-cannot-bear-weight | restricted      | limited
        chest-pain-or-collapse        | restricted      | limited
        sudden-tearing-pain           | restricted      | limited
        leg-swelling                  | restricted      | limited
    """
    strict = {row["known"]: row for row in rows(table)}
    for question in SAFETY_QUESTIONS:
        told = _answering(**{question: "known"})
        back = Return(answer=question, seen_on=days_ago(300), by="physician")
        without, with_visit = _screen(told), _screen(replace(told, returns=(back,)))

        assert without.urgency == with_visit.urgency == "none", question
        assert question in {reason.id for reason in without.reasons}
        if question in strict:
            row = strict[question]
            assert (without.scope, with_visit.scope) == (row["without a visit"], row["with a visit recorded"]), row
        else:
            assert without == with_visit, question
            assert without.scope in ("limited", "full"), question


def test_a_sign_that_nobody_examined_is_not_long_standing() -> None:
    """`old`: there for longer than about two weeks, and nobody has looked. One step less urgent than a new one, never less
    closed. What raises a question (cancer, a blood thinner, an operation) raises it all the same."""
    table = """
        question                    | besides                    | urgency          | scope
        bladder-bowel-sexual-change |                            | same-day         | none
        saddle-numbness             |                            | same-day         | none
        chest-pain-or-collapse      |                            | same-day         | none
        one-leg-weak                |                            | within-two-weeks | none
        wound-problem               |                            | within-two-weeks | none
        leg-swelling                |                            | within-two-weeks | none
        weight-loss                 |                            | within-two-weeks | none
        one-leg-numb                |                            | within-two-weeks | limited
        unremitting-pain            |                            | routine          | full
        pain-rising-two-weeks       | lumbar-fusion 182 days     | same-day         | none
        unremitting-pain            | cancer-history             | same-day         | none
        one-leg-weak                | cancer-history             | emergency        | none
        one-leg-weak                | anticoagulants             | emergency        | none
    """
    for row in rows(table):
        told = _answering(**{row["question"]: "old"})
        record = _screen(_besides(told, row["besides"]) if row["besides"] else told)

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_old_is_at_most_one_step_below_yes_for_every_question() -> None:
    """Nobody's cauda equina is long-standing before it was examined."""
    table = """
        urgency of a yes | of an old one
        emergency        | same-day
        same-day         | within-two-weeks
        within-two-weeks | within-two-weeks
        routine          | routine
    """
    lower = {row["urgency of a yes"]: row["of an old one"] for row in rows(table)}
    for question in SAFETY_QUESTIONS:
        yes, old = (_screen(replace(_answering(**{question: answer}), born=1972)) for answer in ("yes", "old"))
        if question == "flank-pain-or-urine-change":
            continue  # a new one is eased, an old one is looked at

        assert (old.urgency, old.scope) == (lower[yes.urgency], yes.scope), question


def test_known_without_a_visit_reads_as_old() -> None:
    """Where the pain was never seen and no visit for the answer is on record, no clinician can know. Without pain there was
    nothing to see, and whether somebody has seen it may be unknown: then the answer is taken at its word."""
    table = """
        question                    | pain | seen | visit | urgency          | scope
        bladder-bowel-sexual-change | 4    | no   |       | same-day         | none
        one-leg-weak                | 4    | no   |       | within-two-weeks | none
        bladder-bowel-sexual-change | 4    | no   | yes   | none             | full
        bladder-bowel-sexual-change | 4    | yes  |       | none             | full
        bladder-bowel-sexual-change | 4    |      |       | none             | full
        bladder-bowel-sexual-change | 0    | no   |       | none             | full
    """
    for row in rows(table):
        seen = {"yes": True, "no": False, "": None}[row["seen"]]
        pain = PainReport(now=int(row["pain"]), average_week=int(row["pain"]), weeks=3, seen_by_clinician=seen)
        back = Return(answer=row["question"], seen_on=days_ago(200), by="physician")
        told = replace(_answering(**{row["question"]: "known"}), pain=pain, returns=(back,) if row["visit"] else ())
        record = _screen(told)

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_troubled_bladder_or_saddle_and_a_newly_weak_or_numb_leg_are_an_emergency() -> None:
    """However long the first has been known."""
    table = """
        told before                     | new
        bladder-bowel-sexual-change known | one-leg-weak
        bladder-bowel-sexual-change known | one-leg-numb
        saddle-numbness known             | one-leg-weak
        saddle-numbness old               | one-leg-numb
    """
    for row in rows(table):
        question, answer = row["told before"].split()
        record = _screen(_answering(**{question: answer, row["new"]: "yes"}))  # type: ignore[arg-type]  # words of the table

        assert (record.urgency, record.scope) == ("emergency", "none"), row


def test_every_question_needs_an_answer() -> None:
    """A missing answer keeps everything closed. It raises no urgency, because it tells of no symptom."""
    for question in SAFETY_QUESTIONS:
        answers = {asked: answer for asked, answer in ALL_NO.items() if asked != question}
        triaged = triage(replace(MAYA, answers=answers), catalogue=load(), today=TODAY)

        assert (triaged.record.urgency, triaged.record.scope, triaged.clearance) == ("none", "none", None)
        assert [reason.id for reason in triaged.record.reasons] == [f"unanswered-{question}"]


def test_circumstances_raise_a_question() -> None:
    """Age, conditions, other answers and recent operations. `besides`: what else is told."""
    table = """
        question                    | besides                    | urgency          | scope
        fall-with-new-pain          | age 65                     | same-day         | none
        fall-with-new-pain          | age 64                     | within-two-weeks | none
        fall-with-new-pain          | osteoporosis               | same-day         | none
        fall-with-new-pain          | vertebral-fracture         | same-day         | none
        fall-with-new-pain          | long-term-steroids         | same-day         | none
        fall-with-new-pain          | ankylosing-spondylitis     | same-day         | none
        fall-with-new-pain          | anticoagulants             | same-day         | none
        fall-with-new-pain          | hypermobility              | within-two-weeks | limited
        unremitting-pain            | cancer-history             | same-day         | none
        unremitting-pain            | immunosuppressed           | same-day         | none
        unremitting-pain            | weight-loss yes            | within-two-weeks | none
        unremitting-pain            | weight-loss unsure         | within-two-weeks | none
        unremitting-pain            | weight-loss known          | routine          | full
        unremitting-pain            | osteoporosis               | routine          | limited
        unremitting-pain            | fever-or-unwell known      | same-day         | none
        pain-rising-two-weeks       | fever-or-unwell known      | same-day         | none
        pain-rising-two-weeks       | lumbar-fusion 83 days      | same-day         | none
        pain-rising-two-weeks       | decompression 83 days      | same-day         | none
        pain-rising-two-weeks       | hip-replacement 83 days    | same-day         | none
        pain-rising-two-weeks       | decompression 84 days      | routine          | full
        pain-rising-two-weeks       | lumbar-fusion 182 days     | same-day         | none
        pain-rising-two-weeks       | lumbar-fusion 183 days     | routine          | full
        pain-rising-two-weeks       | cancer-history             | same-day         | none
        pain-rising-two-weeks       | immunosuppressed           | same-day         | none
        unremitting-pain            | lumbar-fusion 182 days     | same-day         | none
        unremitting-pain            | lumbar-fusion 183 days     | routine          | full
        one-leg-weak                | cancer-history             | emergency        | none
        one-leg-numb                | cancer-history             | emergency        | none
        clumsy-hands-or-unsteady    | cancer-history             | emergency        | none
        pain-rising-two-weeks       | abdominal-or-pelvic 30 days | routine         | limited
        leg-swelling                | knee-replacement 83 days   | emergency        | none
        leg-swelling                | knee-replacement 84 days   | same-day         | none
        one-leg-numb                | lumbar-fusion 182 days     | same-day         | none
        one-leg-numb                | lumbar-fusion 183 days     | within-two-weeks | limited
        groin-or-thigh-pain-loading | anticoagulants             | emergency        | none
        flank-pain-or-urine-change  | anticoagulants             | emergency        | none
        one-leg-weak                | anticoagulants             | emergency        | none
        groin-or-thigh-pain-loading | bisphosphonates            | within-two-weeks | limited
    """
    for row in rows(table):
        record = _screen(_besides(_answering(**{row["question"]: "yes"}), row["besides"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_unsure_follows_the_tier_that_holds_for_this_person() -> None:
    """Pain that never lets up is routine, so unsure counts as no; with cancer it is same-day, so unsure counts as yes."""
    told = _answering(**{"unremitting-pain": "unsure"})

    assert _screen(told).urgency == "none"
    assert _screen(replace(told, conditions=("cancer-history",))).urgency == "same-day"


def test_urgency_and_scope_win_separately() -> None:
    """The highest urgency and the strictest scope may come from different answers; nothing averages them away."""
    table = """
        answers                                        | urgency          | scope
        one-leg-numb yes, inflammatory-pattern yes     | within-two-weeks | limited
        weight-loss yes, one-leg-numb yes              | within-two-weeks | none
        saddle-numbness yes, calf-pain-walking yes     | emergency        | none
        fever-or-unwell yes, saddle-numbness known     | same-day         | none
    """
    for row in rows(table):
        answers: dict[str, Answer] = dict(pair.split() for pair in row["answers"].split(", "))  # type: ignore[arg-type]  # words of the table

        record = _screen(_answering(**answers))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_age_alone_never_alarms() -> None:
    """A person of ninety with no sign of anything starts with a full scope."""
    record = _screen(replace(MAYA, born=1936))

    assert (record.urgency, record.scope, record.reasons) == ("none", "full", ())


def test_pain_of_six_weeks_that_nobody_has_seen_deserves_a_visit() -> None:
    """Not knowing whether somebody has seen it counts as not seen: a routine visit costs little, and doubt is not a yes."""
    table = """
        weeks | seen | urgency
        5     | no   | none
        6     | no   | routine
        6     |      | routine
        6     | yes  | none
        0     |      | none
    """
    for row in rows(table):
        seen = {"yes": True, "no": False, "": None}[row["seen"]]
        pain = replace(MAYA.pain, weeks=int(row["weeks"]), seen_by_clinician=seen)
        record = _screen(replace(MAYA, pain=pain))

        assert (record.urgency, record.scope) == (row["urgency"], "full"), row


def test_a_stop_ends_only_by_a_recorded_return() -> None:
    """A yes is about the last two weeks or so: an older visit cannot have been about it. After an emergency only the gentlest
    rows open. The reason stays to be seen, and nothing progresses (routine) while the answer is yes."""
    table = """
        question            | answer  | seen        | urgency          | scope
        saddle-numbness     | yes     |             | emergency        | none
        saddle-numbness     | yes     | 14 days ago | routine          | restricted
        saddle-numbness     | yes     | 15 days ago | emergency        | none
        saddle-numbness     | unsure  | 3 days ago  | routine          | restricted
        leg-swelling        | yes     | 28 days ago | routine          | limited
        leg-swelling        | yes     | 29 days ago | same-day         | none
        weight-loss         | yes     | 0 days ago  | routine          | limited
        one-leg-numb        | yes     | 3 days ago  | routine          | limited
        unremitting-pain    | yes     | 3 days ago  | routine          | full
        leg-swelling        | known   | 3 days ago  | none             | limited
        leg-swelling        | no      | 3 days ago  | none             | full
        leg-swelling        | missing | 3 days ago  | none             | none
    """
    for row in rows(table):
        record = _screen(_returned(row["question"], row["answer"], row["seen"]))

        assert (record.urgency, record.scope) == (row["urgency"], row["scope"]), row


def test_a_return_for_one_answer_leaves_the_others_standing() -> None:
    """Each stop ends by its own return."""
    told = _answering(**{"leg-swelling": "yes", "fever-or-unwell": "yes"})
    seen = replace(told, returns=(Return(answer="leg-swelling", seen_on=days_ago(1), by="physician"),))

    assert (_screen(seen).urgency, _screen(seen).scope) == ("same-day", "none")


def test_the_limits_of_a_return_hold_and_the_reason_stays() -> None:
    """Limits are rows of the catalogue or words of `avoid`."""
    told = _answering(**{"one-leg-weak": "yes"})
    back = Return(answer="one-leg-weak", seen_on=days_ago(2), by="physician", limits=("osteoporosis", "kneeling"))
    triaged = triage(replace(told, returns=(back,)), catalogue=load(), today=TODAY)

    assert triaged.record.reasons[0].id == "one-leg-weak"
    assert triaged.record.reasons[0].says.startswith("Seen on 18 November 2026 by a doctor")
    assert "osteoporosis" in {limit.id for limit in triaged.record.limits}
    assert triaged.clearance is not None
    assert "avoid-kneeling" in {limit.id for limit in triaged.clearance.limits}


@pytest.mark.parametrize(
    "condition", ["uncontrolled-blood-pressure", "unstable-heart-disease", "aortic-aneurysm", "recent-clot"]
)
def test_heart_pressure_aorta_and_clot_restrict_until_somebody_clears_them(condition: str) -> None:
    """A recorded clearance holds for a year; then the limits of the condition remain."""
    told = with_condition(condition)  # type: ignore[arg-type]  # one of the four

    def cleared(days: int) -> Intake:
        return replace(told, returns=(Return(answer=condition, seen_on=days_ago(days), by="physician"),))

    assert _screen(told).scope == "restricted"
    assert _screen(cleared(365)).scope == "limited"
    assert _screen(cleared(366)).scope == "restricted"


def _without_waiting(record: ClearanceRecord) -> ClearanceRecord:
    """The record without the further questions that wait for an answer."""
    return replace(record, reasons=tuple(reason for reason in record.reasons if not is_question(reason)))


def _screen(intake: Intake) -> ClearanceRecord:
    return triage(intake, catalogue=load(), today=TODAY).record


def _answering(**answers: Answer) -> Intake:
    return replace(MAYA, answers=ALL_NO | answers)


def _returned(question: str, answer: str, seen: str) -> Intake:
    answers = {asked: given for asked, given in ALL_NO.items() if asked != question}
    if answer != "missing":
        answers[question] = answer  # type: ignore[assignment]  # a word of the table
    back = Return(answer=question, seen_on=days_ago(int(seen.split(maxsplit=1)[0])), by="physician") if seen else None
    return replace(MAYA, answers=answers, returns=(back,) if back else ())


def _besides(intake: Intake, told: str) -> Intake:
    """Tell one more thing: `age 65`, a condition, `question answer`, or `operation N days` (cleared a week ago)."""
    words = told.split()
    if words[0] == "age":
        return replace(intake, born=TODAY.year - int(words[1]))
    if words[-1] == "days":
        side = "left" if words[0].startswith(("hip", "knee")) else None
        levels = ("L4-L5",) if words[0] == "lumbar-fusion" else ()
        operation = Surgery(what=words[0], side=side, levels=levels, on=days_ago(int(words[1])), cleared_on=days_ago(7))  # type: ignore[arg-type]  # a word of the table
        return replace(intake, surgeries=(operation,))
    if len(words) == 2:
        return replace(intake, answers=intake.answers | {words[0]: words[1]})  # type: ignore[dict-item]  # words of the table
    return replace(intake, conditions=(words[0],))  # type: ignore[arg-type]  # a word of the table
