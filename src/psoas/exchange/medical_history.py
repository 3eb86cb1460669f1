"""The sheet's first part: who this is, the pain, the safety answers with their day, the health as told."""

from collections.abc import Iterator
from datetime import date

from psoas import journey
from psoas.exchange.sheet import OnRecord, Section, some
from psoas.screening.intake import Answer, Intake, Return, Surgery
from psoas.vocabulary.language import decimal, say, say_many

MOST_ANSWERS, MOST_REASONS = 6, 2


def about(intake: Intake, *, today: date) -> tuple[str, ...]:
    """Age, sex, size; what the person wants."""
    sex = {"female": say("female"), "male": say("male"), "unstated": say("sex not stated")}[intake.sex]
    who = say("Born {born} (about {age}), {sex}", born=intake.born, age=intake.age(today), sex=sex)
    height = f"{decimal(intake.height_cm)} cm" if intake.height_cm else ""
    mass = f"{decimal(intake.mass_kg)} kg" if intake.mass_kg else ""
    goals = say("Wants: {goals}", goals="; ".join(intake.goals)) if intake.goals else ""
    return tuple(line for line in (", ".join(part for part in (who, height, mass) if part), goals) if line)


def pain_of(record: OnRecord, outlook: journey.Outlook) -> Section:
    """At the start, lately, and how to read the difference."""
    pain, now = record.intake.pain, outlook.pain.now
    start = say("At the start: now {now}, average week {average} of 10.", now=pain.now, average=pain.average_week)
    weeks = say_many("Pain for {n} week.", "Pain for {n} weeks.", pain.weeks)
    seen = {
        True: say("Seen by a clinician."),
        False: say("Never seen by a clinician."),
        None: say("Seen by a clinician: not told."),
    }[pain.seen_by_clinician]
    lately = ""
    if now is not None:
        lately = say_many(
            "Last week: {value} (middle of {n} day).",
            "Last week: {value} (middle of {n} days).",
            now.of,
            value=decimal(now.value),
        )
    line = " ".join(part for part in (start, weeks, seen, lately) if part)
    return Section(title=say("Pain"), lines=(line, outlook.pain.says))


def answers_of(record: OnRecord, *, today: date) -> Section:
    """Every safety answer that is not no; of which day they are; what follows from them."""
    answers = record.intake.answers
    clear = sum(answer == "no" for answer in answers.values())
    on = "" if record.screened_on is None else say("Last answered {on}. ", on=record.screened_on.isoformat())
    counted = say_many("{n} question answered no.", "{n} questions answered no.", clear)
    reasons = [reason.says for reason in journey.screen(record.intake, today=today).reasons]
    lines = (
        f"{on}{counted}",
        *some(list(_others(record.intake)), MOST_ANSWERS),
        *(_returned(back) for back in record.intake.returns),
        *some(reasons, MOST_REASONS),
    )
    return Section(title=say("Safety questions"), lines=lines)


def _others(intake: Intake) -> Iterator[str]:
    said: dict[Answer, str] = {
        "yes": say("yes, new or worse"),
        "old": say("there for longer, not examined"),
        "known": say("long-standing, known to a clinician"),
        "unsure": say("not sure"),
    }
    flags = journey.catalogue().red_flags
    for name, answer in intake.answers.items():
        if answer != "no" and name in flags:
            yield f"{flags[name].name}: {said[answer]}"


def _returned(back: Return) -> str:
    flag = journey.catalogue().red_flags.get(back.answer)
    what = flag.name if flag is not None else back.answer
    return say("Seen {on} by {by} for: {what}", on=back.seen_on.isoformat(), by=by_whom(back.by), what=what)


def by_whom(profession: str) -> str:
    """Inside a sentence."""
    return journey.catalogue().reason(f"by-{profession}").says


def health_of(intake: Intake) -> Section:
    """Conditions, operations, pregnancy, falls, walking: in one line."""
    told = list(_health(intake))
    return Section(title=say("Health, as told"), lines=("; ".join(told) + ".",) if told else ())


def _health(intake: Intake) -> Iterator[str]:
    rows = journey.catalogue().conditions
    yield from (rows[name].name for name in intake.conditions if name in rows)
    yield from (_surgery(surgery) for surgery in intake.surgeries)
    if intake.pregnancy is not None:
        yield say("Pregnant, week {week}", week=intake.pregnancy.weeks)
    if intake.birth_on is not None:
        yield say("Gave birth {on}", on=intake.birth_on.isoformat())
    if intake.falls is not None and intake.falls.last_12_months is not None:
        fell = say_many("{n} fall in twelve months", "{n} falls in twelve months", intake.falls.last_12_months)
        yield fell + (say(", unsteady") if intake.falls.unsteady else "")
    if intake.walking is not None and intake.walking.minutes_now is not None:
        yield say("Walks {minutes} min at a stretch", minutes=intake.walking.minutes_now)


def _surgery(surgery: Surgery) -> str:
    row = journey.catalogue().conditions.get(surgery.what)
    cleared = say("discharged") if surgery.discharged else say("clearance not recorded")
    parts = (
        ", ".join(surgery.levels),
        side_of(surgery.side) if surgery.side else "",
        str(surgery.on or ""),
        say("cleared {on}", on=surgery.cleared_on) if surgery.cleared_on else cleared,
    )
    name = row.name if row is not None else say("Operation")
    return f"{name} ({', '.join(part for part in parts if part)})"


def side_of(side: str) -> str:
    return {"left": say("left"), "right": say("right"), "both": say("both sides")}[side]
