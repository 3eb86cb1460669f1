"""Documents as readable pages: what it means first, what is behind it below."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from psoas.adaptation.changes import Changes
from psoas.assessment.profile import MeasuredMotion, Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.problem import Problem
from psoas.exchange.export import Export
from psoas.outcomes.relief_ranking import MovementRelief, Relief
from psoas.planning.plan import Day, Item, Plan, Prescription
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.evidence import Reason, how_checked
from psoas.vocabulary.language import decimal, say, say_later, say_many, short_day

WIDTH = 96
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns the order of letters: a document from elsewhere may hold it, a page does not."""
NOT_A_DEVICE = say_later(
    "Psoas is not a medical device and does not replace a clinician. No clinician has reviewed its content yet."
)

CHANGE_SAYS: Mapping[str, str] = {
    "progress": say_later("a step more"),
    "hold": say_later("stays"),
    "ease": say_later("easier for some days"),
    "restore": say_later("comes back"),
    "reduce": say_later("a little less"),
    "replace": say_later("changes to something gentler"),
    "stop": say_later("stops"),
}
VERDICT_SAYS: Mapping[str, str] = {
    "helps": say_later("helps you"),
    "worsens": say_later("makes it worse"),
    "no-clear-effect": say_later("no clear effect"),
    "too-few": say_later("too few days to tell"),
}
KIND_SAYS: Mapping[str, str] = {
    "mobility": say_later("mobility"),
    "strength": say_later("strength"),
    "cardio": say_later("cardio"),
    "walking": say_later("walk"),
    "release": say_later("release"),
    "breathing": say_later("breathing"),
    "balance": say_later("balance"),
}
PART_SAYS: Mapping[str, str] = {
    "morning": say_later("morning"),
    "midday": say_later("midday"),
    "evening": say_later("evening"),
    "any": say_later("any time"),
}
FOCUS_SAYS: Mapping[str, str] = {
    "morning-mobilisation": say_later("morning mobilisation"),
    "micro-breaks": say_later("one-minute breaks"),
    "core-basics": say_later("core basics"),
    "hip-strength": say_later("hip strength"),
    "cardio": say_later("walking or cycling for longer"),
    "dynamic": say_later("dynamic drills"),
    "evening-release": say_later("evening flexibility and release"),
    "challenge": say_later("a little more challenge"),
    "ergonomics-and-stress": say_later("desk set-up and calm"),
}
BAND_SAYS: Mapping[str, str] = {
    "within-1-sd": say_later("as most people of your age"),
    "1-to-2-sd-below": say_later("less than most people of your age"),
    "over-2-sd-below": say_later("clearly less than most people of your age"),
    "no-norm": say_later("no published range fits"),
}
SIDE_SAYS: Mapping[str, str] = {"left": say_later("left"), "right": say_later("right"), "both": say_later("both sides")}


def clearance(record: ClearanceRecord, catalogue: Catalogue) -> str:
    """What to do, then why."""
    do = [catalogue.says("urgency-emergency-do")] if record.urgency == "emergency" else []
    lines = [f"{catalogue.says(f'urgency-{record.urgency}')}.", *do, _scope(record, catalogue)]
    why, limits = _reasons(say("Why"), record.reasons), _reasons(say("Limits"), record.limits)
    return _page([*lines, *why, *limits, "", say(NOT_A_DEVICE)])


def profile(profile: Profile, catalogue: Catalogue) -> str:
    """The picture in words, then the measurements with their error and how far their norm was checked."""
    lines = [*profile.says, "", *(_motion(motion, catalogue) for motion in profile.motions)]
    gaps = [
        say(
            "{measure}: the {side} side moves {difference} less (counts above {threshold})",
            measure=catalogue.says(f"measure-{gap.measure}"),
            side=say(SIDE_SAYS[gap.short_side]),
            difference=decimal(gap.difference),
            threshold=decimal(gap.threshold),
        )
        for gap in profile.asymmetries
    ]
    return _page([*lines, *gaps, "", say(NOT_A_DEVICE)])


def plan(plan: Plan, catalogue: Catalogue) -> str:
    """Eight weeks, day by day, and what was left out."""
    first = say("Eight weeks from {start}; schedule {status} per week.", start=plan.start, status=plan.planner.status)
    lines = [first, _scope(plan.clearance, catalogue)]
    for week in plan.weeks:
        focus = ", ".join(say(FOCUS_SAYS.get(name, name)) for name in week.focus)
        lines += ["", say("Week {number}   {focus}", number=week.number, focus=focus).rstrip()]
        lines += [line for day in week.days for line in _day(day, catalogue)]
    lines += ["", say("Left out, and why")]
    lines += [f"  {_name(left.exercise, catalogue)}: {' '.join(why.says for why in left.because)}" for left in plan.excluded]
    return _page([*lines, "", say(NOT_A_DEVICE)])


def changes(changes: Changes, catalogue: Catalogue) -> str:
    """Each exercise and side of the next seven days."""
    lines = [_scope(changes.clearance, catalogue), *(f"  {reason.says}" for reason in changes.clearance.reasons)]
    for row in changes.changes:
        until = say(" until {day}", day=row.until) if row.until else ""
        lines.append(f"{_name(row.exercise, catalogue)}, {say(SIDE_SAYS[row.side])}: {say(CHANGE_SAYS[row.change])}{until}")
        if row.from_ != row.to:
            lines.append(f"    {_prescription(row.from_, catalogue)} → {_prescription(row.to, catalogue)}")
        lines += [f"    {reason.says}" for reason in row.because]
    return _page([*lines, "", say(NOT_A_DEVICE)])


def _scope(record: ClearanceRecord, catalogue: Catalogue) -> str:
    return catalogue.says(f"scope-{record.scope}")


def relief(ranking: Relief, catalogue: Catalogue) -> str:
    """Movements from the most to the least helpful."""
    lines = [_relief(row, catalogue) for row in ranking.movements]
    return _page(lines or [say("Nothing to compare yet: log pain before and after a session.")])


def catalogue(rows: Iterable[Mapping[str, Any]]) -> str:
    """One line an entry."""
    return "".join(f"{row['kind']:<10} {row['id']:<36} {_title(row)}".rstrip() + "\n" for row in rows)


def problems(found: Iterable[Problem], version: str) -> str:
    """One line a problem, or that all is well; then the version of the rules, as it stands on the printed matrix."""
    lines = [f"{problem.code} {problem.where}: {problem.says} ({problem.hint})" for problem in found]
    return (
        "\n".join([*(lines or [say("The catalogue has no findings.")]), say("Rule version {version}.", version=version)])
        + "\n"
    )


def brought(export: Export) -> str:
    """What an import brought back."""
    plans = say_many("{n} plan", "{n} plans", len(export.plans))
    days = say_many("{n} day of the log", "{n} days of the log", len(export.diary.entries))
    return say("Brought back: {plans} and {days}.", plans=plans, days=days) + "\n"


def _day(day: Day, catalogue: Catalogue) -> list[str]:
    minutes = say(
        "exercise {exercise} min, walking and cardio {walking} min", exercise=day.exercise_minutes, walking=day.walking_minutes
    )
    lines = [f"  {short_day(day.date)}: {minutes}"]
    for session in day.sessions:
        kind, part = (
            say(KIND_SAYS.get(session.kind, session.kind)),
            say(PART_SAYS.get(session.part_of_day, session.part_of_day)),
        )
        lines.append(f"    {kind}, {part}, {session.minutes} min")
        lines += [f"      {_item(item, catalogue)}" for item in session.items]
    if day.micro_breaks:
        rests = ", ".join(f"{rest.at} {_name(rest.exercise, catalogue)}" for rest in day.micro_breaks)
        lines.append("    " + say("breaks {rests}", rests=rests))
    return lines


def _item(item: Item, catalogue: Catalogue) -> str:
    side = "" if item.side == "both" else f", {say(SIDE_SAYS[item.side])}"
    why = f"  ({item.because[0].says})" if item.because else ""
    return f"{_name(item.exercise, catalogue)}{side}: {_dose(item.sets, item.reps, item.hold_s)}{why}"


def _prescription(dose: Prescription, catalogue: Catalogue) -> str:
    if dose.exercise is None:
        return say("nothing")
    return f"{_name(dose.exercise, catalogue)} {_dose(dose.sets, dose.reps, dose.hold_s)}"


def _dose(sets: int | None, reps: int | None, hold_s: int | None) -> str:
    if sets == reps == 1 and hold_s is not None and hold_s >= 60:
        return f"{hold_s // 60} min" if hold_s % 60 == 0 else f"{hold_s // 60} min {hold_s % 60} s"
    return f"{sets} × {reps}" + (f" × {hold_s} s" if hold_s else "")


def _motion(motion: MeasuredMotion, catalogue: Catalogue) -> str:
    error = f" ± {decimal(motion.error)}" if motion.error is not None else ""
    norm = f"{say(BAND_SAYS[motion.band])} ({_norm(motion.norm, catalogue)})" if motion.norm else say("no norm fits")
    value = say("{mean} (mean of {trials})", mean=f"{decimal(motion.mean)}{error}", trials=motion.trials)
    return f"{catalogue.says(f'measure-{motion.measure}')}, {say(SIDE_SAYS[motion.side])}: {value}, {norm}"


def _norm(ids: str, catalogue: Catalogue) -> str:
    """The norm a value stands beside, where it comes from and how far that was checked; two where both sexes count."""
    norms = [catalogue.norms[name] for name in ids.split("+")]
    cited = dict.fromkeys(f"{norm.source}, {how_checked(norm.status)}" for norm in norms)
    return f"{ids}: {'; '.join(cited)}"


def _relief(row: MovementRelief, catalogue: Catalogue) -> str:
    spread = ""
    if row.low is not None and row.high is not None:
        spread = say(" ({low} to {high})", low=decimal(row.low, "+.1f"), high=decimal(row.high, "+.1f"))
    days = say_many("in {n} day", "in {n} days", row.times)
    change = f"{decimal(row.mean_change, '+.1f')}{spread} {days}"
    return f"{_name(row.exercise, catalogue)}: {say(VERDICT_SAYS[row.verdict])}, {change}"


def _reasons(title: str, reasons: tuple[Reason, ...]) -> list[str]:
    return ["", title, *(f"  {reason.says}  [{reason.source}]" for reason in reasons)] if reasons else []


def _name(exercise: str, catalogue: Catalogue) -> str:
    found = catalogue.exercises.get(exercise)
    return found.names.plain if found else exercise


def _title(row: Mapping[str, Any]) -> str:
    named = row.get("names") or {}
    return str(named.get("plain") or row.get("asks") or row.get("name") or "")


def _page(lines: Iterable[str]) -> str:
    return "".join(_wrapped(_CONTROLS.sub("?", line)) + "\n" for line in lines)


def _wrapped(line: str) -> str:
    """Long lines fold under their own indentation."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(line, WIDTH, subsequent_indent=indent + "  ") if len(line) > WIDTH else line
