"""One page for the therapist: what was told and when, what is closed and why, what was found with its error, what was done.

In: what is on record of one person. Out: a `Sheet`. Nothing is judged here that the rooms have not judged; a number that
nobody told is left out, and what does not fit is counted ("and 3 more"), never dropped in silence.
"""

from datetime import date

from psoas import journey
from psoas.exchange.agenda import week_ahead
from psoas.exchange.findings import findings_of
from psoas.exchange.medical_history import about, answers_of, health_of, pain_of
from psoas.exchange.precautions import bounds_of
from psoas.exchange.progress_note import changes_of, doses_of, happened, relief_of, weeks_of
from psoas.exchange.sheet import OnRecord, Section, Sheet
from psoas.vocabulary.language import say, spoken

MOST_OPEN, MOST_QUESTIONS = 2, 6


def summary(record: OnRecord, *, today: date) -> Sheet:
    """The core on one page, the plan of the coming week on the second."""
    outlook = journey.outlook(record.plan, record.diary, record.examinations, today=today)
    core = (
        pain_of(record, outlook),
        answers_of(record, today=today),
        health_of(record.intake),
        bounds_of(record.intake, today=today),
        findings_of(record, outlook),
        weeks_of(record.plan, outlook, today=today),
        doses_of(outlook),
        relief_of(record.diary),
        changes_of(record.plan),
        happened(record.diary, today=today),
        _questions(record, outlook, today=today),
    )
    foot = say(
        "Made by Psoas on {on} (rules {rules}) from what the person told. Not a medical device; no clinician has reviewed it.",
        on=today.isoformat(),
        rules=journey.rule_version(),
    )
    return Sheet(
        title=say("Summary for your therapist"),
        about=about(record.intake, today=today),
        core=tuple(section for section in core if not section.is_empty),
        plan=tuple(week_ahead(record.plan, today=today)),
        foot=foot,
        made_on=today,
        language=spoken(),
    )


def _questions(record: OnRecord, outlook: journey.Outlook, *, today: date) -> Section:
    """What only somebody who examines can answer: first what this course asks, then what every plan asks."""
    found = journey.adapt(record.plan, record.diary, today=today).clearance
    asked = [say("Still unanswered: {question}", question=flag.name) for flag in journey.asked_next(found)[:MOST_OPEN]]
    if outlook.week_six.judgement == "see-a-clinician":
        asked.append(say("Six weeks brought little change: what would you change first?"))
    asked += [
        say("Which of the limits above may go, and which are missing?"),
        say("Are the doses right for the findings: more, less, another direction?"),
        say("What would make you stop this plan?"),
        say("When should it be looked at again?"),
    ]
    return Section(title=say("Questions to you"), lines=tuple(dict.fromkeys(asked))[:MOST_QUESTIONS])
