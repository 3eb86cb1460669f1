"""What the safety answers mean: each finding with its urgency and its scope, kept apart.

    answer     upper three tiers     routine
    yes        counts                counts
    unsure     counts as yes         counts as no
    known      a limit or a note     a note
    missing    scope none            scope none
    no         nothing               nothing

The tier is the one that holds for this person: an escalation (age, condition, another answer, a recent operation) raises it
first. Missing answers raise no urgency, because they tell of no symptom; they only keep everything closed.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.rules import Escalation, RedFlag, Scope, Urgency
from psoas.screening.clearance import SCOPES, URGENCIES
from psoas.screening.intake import Intake, Return
from psoas.screening.phase import days_since
from psoas.screening.returns import covering
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

LONG_PAIN_WEEKS = 6
"""Pain beyond six weeks deserves a professional look (NASS, ACR)."""


@value
class Finding:
    """One thing that screening found: what to do about it, how much stays open, which condition rows hold."""

    urgency: Urgency
    scope: Scope
    reason: Reason
    limits: tuple[str, ...] = ()


def findings(intake: Intake, *, catalogue: Catalogue, today: date) -> tuple[Finding, ...]:
    """In the order of the questions, most urgent first."""
    found = [
        finding
        for flag in catalogue.red_flags.values()
        if (finding := _finding(flag, intake, catalogue=catalogue, today=today)) is not None
    ]
    found += _long_pain(intake)
    return most_urgent_first(found)


def most_urgent_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The most urgent first; among equals the order in which they came."""
    return tuple(sorted(found, key=lambda finding: -URGENCIES.index(finding.urgency)))


def _finding(flag: RedFlag, intake: Intake, *, catalogue: Catalogue, today: date) -> Finding | None:
    answer = intake.answers.get(flag.id)
    if answer is None:
        return _unanswered(flag)
    raised = tuple(
        escalation for escalation in flag.escalations if _holds(escalation, intake, catalogue=catalogue, today=today)
    )
    found = _positive(flag, raised)
    if answer == "yes" or (answer == "unsure" and found.urgency != "routine"):
        back = covering(intake.returns, flag.id, urgency=found.urgency, today=today)
        return found if back is None else _after_return(found, back)
    return _known(flag) if answer == "known" else None


def _unanswered(flag: RedFlag) -> Finding:
    says = f"This safety question still needs an answer: {flag.asks}"
    return Finding(urgency="none", scope="none", reason=Reason(id=f"unanswered-{flag.id}", says=says, source=flag.source))


def _known(flag: RedFlag) -> Finding:
    reason = Reason(id=flag.id, says=flag.known_says, source=flag.source)
    return Finding(urgency="none", scope="full", reason=reason, limits=flag.known_conditions)


def _positive(flag: RedFlag, raised: tuple[Escalation, ...]) -> Finding:
    """The strictest urgency and the strictest scope, each for itself; the words of the most urgent row."""
    rows: tuple[RedFlag | Escalation, ...] = (flag, *raised)
    loudest = max(rows, key=lambda row: (URGENCIES.index(row.urgency), SCOPES.index(row.scope)))
    return Finding(
        urgency=loudest.urgency,
        scope=max((row.scope for row in rows), key=SCOPES.index),
        reason=Reason(id=flag.id, says=loudest.says, source=loudest.source),
        limits=(*flag.known_conditions, *(limit for row in raised for limit in row.limits)),
    )


def _after_return(found: Finding, back: Return) -> Finding:
    """A stop that a clinician has looked at: still to be seen, no longer a stop."""
    emergency = found.urgency == "emergency"
    eased: Scope = found.scope if found.scope != "none" else "restricted" if emergency else "limited"
    says = (
        f"Seen on {back.seen_on.day} {back.seen_on:%B %Y} by {back.by}: fine to exercise, within the limits below. "
        "If it grows or changes, it counts as new: have it looked at again."
    )
    return Finding(
        urgency="routine",
        scope=eased,
        reason=Reason(id=found.reason.id, says=says, source=found.reason.source),
        limits=(*found.limits, *(["after-emergency"] if emergency else [])),
    )


def _holds(escalation: Escalation, intake: Intake, *, catalogue: Catalogue, today: date) -> bool:
    """All that the row names must hold; in a list one is enough."""
    within = escalation.surgery_within_days
    tests = (
        escalation.age_from is None or intake.age(today) >= escalation.age_from,
        not escalation.conditions or bool(set(escalation.conditions) & set(intake.conditions)),
        not escalation.answers or any(_counts_as_yes(other, intake, catalogue) for other in escalation.answers),
        within is None or _operated_within(within, escalation.surgeries, intake, today=today),
    )
    return all(tests)


def _counts_as_yes(flag: str, intake: Intake, catalogue: Catalogue) -> bool:
    answer = intake.answers.get(flag)
    return answer == "yes" or (answer == "unsure" and catalogue.red_flags[flag].urgency != "routine")


def _operated_within(days: int, kinds: tuple[str, ...], intake: Intake, *, today: date) -> bool:
    return any(days_since(surgery, today=today) < days for surgery in intake.surgeries if not kinds or surgery.what in kinds)


def _long_pain(intake: Intake) -> Iterator[Finding]:
    """Six weeks of pain that no clinician has seen. Not knowing whether one has counts as not seen: asking costs little."""
    if intake.pain.weeks < LONG_PAIN_WEEKS or intake.pain.seen_by_clinician:
        return
    says = (
        "You have had pain for six weeks or more, and as far as we know no clinician has looked at it yet. "
        "Plan a visit to a doctor or physical therapist; your plan can begin meanwhile."
    )
    yield Finding(urgency="routine", scope="full", reason=Reason(id="long-pain-unseen", says=says, source="source-plan"))
