"""What the safety answers mean: each finding with its urgency and its scope, kept apart.

    answer     upper three tiers                              routine
    yes        counts                                         counts
    old        counts, its own urgency one step lower         counts
    unsure     counts as yes                                  counts as no
    known      a limit or a note; six of them restrict until a return is recorded
    missing    scope none; a further question: nothing        the same
    no         nothing                                        nothing

`old` is there for longer than about two weeks and nobody has examined it. `known` reads as `old` where the pain has never been
seen and no visit for the answer is on record: a clinician cannot know what nobody has shown.

The tier is the one that holds for this person: an easing takes the place of the question's own meaning, an escalation (age,
condition, another answer, a recent operation) raises it. Missing answers raise no urgency, because they tell of no symptom;
they only keep everything closed. A further question that its opener called for and nobody answered waits as `ask-<id>`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.safety_rules import RedFlag, Urgency, Verdict
from psoas.screening.applicability import holds
from psoas.screening.clearance import SCOPES, URGENCIES
from psoas.screening.concern import QUESTION_AHEAD, Concern
from psoas.screening.intake import Answer, Intake
from psoas.screening.returns import after_return, covering, has_clearance, was_seen
from psoas.screening.self_report import report_findings
from psoas.vocabulary.evidence import Reason

ONE_STEP_LOWER: dict[Urgency, Urgency] = {"emergency": "same-day", "same-day": "within-two-weeks"}
"""For a sign nobody has examined for over two weeks: still today, or within two weeks. Lower tiers stay as they are."""


def findings(intake: Intake, *, catalogue: Catalogue, today: date) -> tuple[Concern, ...]:
    """In the order of the questions, most urgent first."""
    found = [
        finding
        for flag in catalogue.red_flags.values()
        if (finding := _finding(flag, intake, catalogue=catalogue, today=today)) is not None
    ]
    return most_urgent_first((*found, *report_findings(intake, catalogue=catalogue, today=today)))


def most_urgent_first(found: Iterable[Concern]) -> tuple[Concern, ...]:
    """The most urgent first; among equals the order in which they came."""
    return tuple(sorted(found, key=lambda finding: -URGENCIES.index(finding.urgency)))


def _finding(flag: RedFlag, intake: Intake, *, catalogue: Catalogue, today: date) -> Concern | None:
    answer = answer_read(flag, intake)
    if answer is None:
        return _unanswered(flag, intake, catalogue=catalogue, today=today)
    if answer == "known":
        return _known(flag, intake, catalogue=catalogue, today=today)
    found = _positive(flag, answer, intake, catalogue=catalogue, today=today)
    if answer == "no" or (answer == "unsure" and flag.urgency == found.urgency == "routine"):
        return None
    back = covering(intake.returns, flag.id, emergency=_is_emergency(flag, found), today=today)
    return found if back is None else after_return(found, back, catalogue, emergency=_is_emergency(flag, found))


def closing(question: str, answers: Iterable[Answer], intake: Intake, *, catalogue: Catalogue, today: date) -> Answer:
    """Of several answers to one question the one that closes most for this person, of equals the last. An easing may speak of
    `yes` and not of `old`: then what was told as old is not opened by saying yes."""
    flag = catalogue.red_flags.get(question)
    told = tuple(answers)
    if flag is None:
        return told[-1]

    def closes(answer: Answer) -> int:
        asked = replace(intake, answers={**intake.answers, question: answer})
        found = _finding(flag, asked, catalogue=catalogue, today=today)
        return SCOPES.index(found.scope) if found else -1

    return max(reversed(told), key=closes)


def answer_read(flag: RedFlag, intake: Intake) -> Answer | None:
    """The answer as it is read: `known` is `old` where nobody can know."""
    answer = intake.answers.get(flag.id)
    pain = intake.pain
    in_pain = pain.now > 0 or pain.average_week > 0 or bool(pain.worst_week)
    unseen = in_pain and pain.seen_by_clinician is False and not was_seen(intake.returns, _names(flag))
    return "old" if answer == "known" and unseen else answer


def _names(flag: RedFlag) -> tuple[str, ...]:
    """A return may name the question, or the condition behind it."""
    return (flag.id, *flag.known_conditions)


def _unanswered(flag: RedFlag, intake: Intake, *, catalogue: Catalogue, today: date) -> Concern | None:
    if not flag.asked:
        reason = catalogue.reason("unanswered", asks=flag.in_full)
        return Concern(
            urgency="none", scope="none", reason=Reason(id=f"unanswered-{flag.id}", says=reason.says, source=flag.source)
        )
    if not any(when.said_yes and holds(when, intake, catalogue=catalogue, today=today) for when in flag.asked):
        return None
    reason = catalogue.reason("one-more-question", asks=flag.in_full)
    return Concern(
        urgency="none", scope="full", reason=Reason(id=f"{QUESTION_AHEAD}{flag.id}", says=reason.says, source=flag.source)
    )


def _known(flag: RedFlag, intake: Intake, *, catalogue: Catalogue, today: date) -> Concern:
    reason = Reason(id=flag.id, says=flag.known_says, source=flag.source)
    cleared = any(has_clearance(intake.returns, name, today=today) for name in _names(flag))
    if flag.known_until_seen is None or cleared:
        return Concern(urgency="none", scope="full", reason=reason, limits=flag.known_conditions)
    says = f"{flag.known_says} {catalogue.reason('record-the-visit').says}"
    return Concern(
        urgency="none",
        scope="restricted",
        reason=Reason(id=flag.id, says=says, source=flag.source),
        limits=(*flag.known_conditions, flag.known_until_seen),
    )


def _positive(flag: RedFlag, answer: Answer, intake: Intake, *, catalogue: Catalogue, today: date) -> Concern:
    """The strictest urgency and the strictest scope, each for itself; the words of the most urgent row."""
    own = _own(flag, answer, intake, catalogue=catalogue, today=today)
    raised = [_read(flag, row) for row in flag.escalations if holds(row.when, intake, catalogue=catalogue, today=today)]
    rows = (own, *raised)
    loudest = max(rows, key=lambda row: (URGENCIES.index(row.urgency), SCOPES.index(row.scope)))
    return Concern(
        urgency=loudest.urgency,
        scope=max((row.scope for row in rows), key=SCOPES.index),
        reason=loudest.reason,
        limits=tuple(dict.fromkeys(limit for row in rows for limit in row.limits)),
    )


def _own(flag: RedFlag, answer: Answer, intake: Intake, *, catalogue: Catalogue, today: date) -> Concern:
    """What the question means by itself: its easing where one holds, and one step lower where nobody has examined it."""
    easings = (row for row in flag.easings if row.even_old or answer != "old")
    eased = next((row for row in easings if holds(row.when, intake, catalogue=catalogue, today=today)), None)
    if eased is not None:
        return _read(flag, eased)
    own = Concern(
        urgency=flag.urgency,
        scope=flag.scope,
        reason=Reason(id=flag.id, says=flag.says, source=flag.source),
        limits=(*flag.known_conditions, *flag.limits),
    )
    return _never_examined(flag, own, intake, catalogue) if answer == "old" and flag.urgency in ONE_STEP_LOWER else own


def _read(flag: RedFlag, row: Verdict) -> Concern:
    reason = Reason(id=flag.id, says=row.says, source=row.source)
    return Concern(urgency=row.urgency, scope=row.scope, reason=reason, limits=row.limits)


def _never_examined(flag: RedFlag, own: Concern, intake: Intake, catalogue: Catalogue) -> Concern:
    urgency = ONE_STEP_LOWER[flag.urgency]
    says = catalogue.reason(f"old-{urgency}", sign=flag.name).says
    if intake.answers.get(flag.id) == "known":
        says = f"{says} {catalogue.reason('no-visit-on-record').says}"
    reason = Reason(id=flag.id, says=says, source=flag.source)
    return Concern(urgency=urgency, scope="none", reason=reason, limits=own.limits)


def _is_emergency(flag: RedFlag, found: Concern) -> bool:
    """An emergency sign stays one, however long it has been there, unless it was eased away."""
    return found.urgency == "emergency" or (flag.urgency == "emergency" and found.scope == "none")
