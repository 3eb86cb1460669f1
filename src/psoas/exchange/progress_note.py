"""The sheet's look back: weeks with their gaps, doses then and now, what helped, what changed and why, what happened."""

from collections.abc import Iterator
from datetime import date, timedelta

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange.precautions import plain
from psoas.exchange.sheet import DayMark, Section, Table, dose_says, some
from psoas.outcomes.strength import StrengthWeek
from psoas.planning.plan import Applied, ChangeKind, Plan
from psoas.vocabulary.language import decimal, say

WEEKS_SHOWN, MOST_CHANGES, MOST_EVENTS, MOST_MOVEMENTS = 8, 6, 5, 4
STRIP_DAYS = 56
LONG_AGO = timedelta(days=183)


def weeks_of(plan: Plan, outlook: journey.Outlook, *, today: date) -> Section:
    """Done beside prescribed and pain, week by week; a week nobody logged stays empty."""
    weeks = outlook.weeks[-WEEKS_SHOWN:]
    rows = tuple(
        (
            week.first.isoformat(),
            str(week.logged_days),
            "" if not week.logged_days else str(week.done),
            "" if not week.logged_days or week.planned is None else str(week.planned),
            "" if week.walked_minutes is None else str(week.walked_minutes),
            "" if week.pain is None else f"{decimal(week.pain.value)} ({week.pain.of})",
        )
        for week in weeks
    )
    head = (say("Week from"), say("days logged"), say("done"), say("planned"), say("min walked"), say("pain (days)"))
    first = today - timedelta(days=STRIP_DAYS - 1)
    known = {point.on: point.value for point in outlook.pain.series.points}
    strip = tuple(DayMark(on=on, value=known.get(on)) for on in (first + timedelta(days=n) for n in range(STRIP_DAYS)))
    told = sum(mark.value is not None for mark in strip)
    return Section(
        title=say("Done and prescribed, pain with its gaps"),
        lines=(
            say(
                "Movements on logged days; a day without an entry counts neither way. Plan since {on}.",
                on=plan.start.isoformat(),
            ),
        ),
        table=Table(head=head, rows=rows, numbers=(1, 2, 3, 4, 5)),
        strip=strip if told else (),
        strip_says=say("Pain before moving over the last {days} days, of which {told} were told.", days=STRIP_DAYS, told=told),
    )


def doses_of(outlook: journey.Outlook) -> Section:
    """Each pattern of strength: the first week's best session and the latest."""
    names = {
        "squat-or-rise": say("rise or squat"),
        "hinge": say("hinge"),
        "bridge": say("bridge"),
        "hip-abduction": say("hip abduction"),
        "anti-rotation": say("anti-rotation"),
        "anti-extension": say("anti-extension"),
        "side-brace": say("side brace"),
    }
    rows = tuple((names[one.pattern], _week(one.weeks[0]), _week(one.weeks[-1])) for one in outlook.climbs)
    head = (say("Pattern"), say("then"), say("now"))
    return Section(title=say("Strength as done, then and now"), table=Table(head=head, rows=rows) if rows else None)


def relief_of(diary: Diary) -> Section:
    """More surely than chance; and what felt sharp, with its days."""
    ranked = journey.relief(diary).movements
    lines = []
    for title, verdict in ((say("Helped"), "helps"), (say("Worse after"), "worsens")):
        found = [one for one in ranked if one.verdict == verdict][:MOST_MOVEMENTS]
        told = [f"{plain(one.exercise)} ({decimal(one.mean_change, '+.1f')}, {one.times}×)" for one in found]
        lines += [f"{title}: {', '.join(told)}."] if told else []
    sharp = list(dict.fromkeys(_sharp(diary)))
    lines += [say("Sharp or shooting: {what}.", what=", ".join(some(sharp, MOST_MOVEMENTS)))] if sharp else []
    return Section(title=say("What helped, what hurt"), lines=tuple(lines) or (say("Nothing stands out from chance yet."),))


def _sharp(diary: Diary) -> Iterator[str]:
    for entry in reversed(diary.entries):
        for done in entry.exercises:
            if done.felt in {"sharp", "shooting"}:
                yield f"{plain(done.exercise)} {entry.on.isoformat()}"


def changes_of(plan: Plan) -> Section:
    """The latest changes of the plan, each with its reason; both sides of a movement are one."""
    held = [one for one in plan.applied if one.undone_on is None]
    lines = list(dict.fromkeys(_change(one) for one in reversed(held)))
    return Section(title=say("What changed in the plan, and why"), lines=some(lines, MOST_CHANGES) or (say("Nothing yet."),))


def happened(diary: Diary, *, today: date) -> Section:
    """Falls and other events of half a year, and symptoms with their days."""
    recent = [entry for entry in reversed(diary.entries) if today - LONG_AGO <= entry.on <= today]
    events = [f"{entry.on.isoformat()}: {' '.join(entry.adverse_event.split())}" for entry in recent if entry.adverse_event]
    names = {
        "leg-symptoms-spreading": say("leg symptoms spreading"),
        "giving-way": say("a leg giving way"),
        "dizzy": say("dizzy"),
        "groin-pinch": say("groin pinch"),
    }
    told = [f"{entry.on.isoformat()}: {', '.join(names[one] for one in entry.symptoms)}" for entry in recent if entry.symptoms]
    lines = [*events, *told]
    return Section(title=say("Falls and other events, six months"), lines=some(lines, MOST_EVENTS) or (say("None told."),))


def _week(week: StrengthWeek) -> str:
    dose = week.dose
    name = journey.catalogue().exercises[week.exercise].names.plain
    return f"{name} {dose_says(dose.sets, dose.reps, dose.hold_s)} ({week.first.isoformat()})"


def _change(one: Applied) -> str:
    kinds: dict[ChangeKind, str] = {
        "progress": say("a step more"),
        "hold": say("held back"),
        "ease": say("easier for some days"),
        "restore": say("comes back"),
        "reduce": say("less"),
        "replace": say("changed"),
        "stop": say("stopped"),
    }
    change = one.change
    to = change.to.exercise
    arrow = f" → {plain(to)}" if to is not None and to != change.exercise else ""
    because = change.because[0].says if change.because else ""
    return f"{one.on.isoformat()} {plain(change.exercise)}{arrow}: {kinds[change.change]}. {because}".strip()
