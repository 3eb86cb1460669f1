"""Documents as readable pages: what it means first, what is behind it below."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from psoas.adaptation.changes import Changes
from psoas.assessment.profile import Motion, Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.problem import Problem
from psoas.exchange.bundle import Export
from psoas.outcomes.ranking import MovementRelief, Relief
from psoas.planning.plan import Day, Item, Plan, Prescription
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.evidence import Reason, how_checked

WIDTH = 96
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns the order of letters: a document from elsewhere may hold it, a page does not."""
NOT_A_DEVICE = "Psoas is not a medical device and does not replace a clinician. No clinician has reviewed its content yet."

URGENCY_SAYS: Mapping[str, str] = {
    "emergency": "Get help now: call your emergency number or go to an emergency department.",
    "same-day": "See a clinician today.",
    "within-two-weeks": "See a clinician within two weeks.",
    "routine": "Plan a visit to a clinician or physical therapist.",
    "none": "Nothing you told us needs a clinician first.",
}
SCOPE_SAYS: Mapping[str, str] = {
    "none": "No exercises until that has happened.",
    "restricted": "A small, protected plan is open: walking, breathing and the gentlest rows.",
    "limited": "A plan is open, within the limits below.",
    "full": "Everything is open.",
}
CHANGE_SAYS: Mapping[str, str] = {
    "progress": "a step more",
    "hold": "stays",
    "ease": "easier for some days",
    "restore": "comes back",
    "reduce": "a little less",
    "replace": "changes to something gentler",
    "stop": "stops",
}
VERDICT_SAYS: Mapping[str, str] = {
    "helps": "helps you",
    "worsens": "makes it worse",
    "no-clear-effect": "no clear effect",
    "too-few": "too few days to tell",
}


def clearance(record: ClearanceRecord) -> str:
    """What to do, then why."""
    lines = [URGENCY_SAYS[record.urgency], SCOPE_SAYS[record.scope]]
    return _page([*lines, *_reasons("Why", record.reasons), *_reasons("Limits", record.limits), "", NOT_A_DEVICE])


def profile(profile: Profile, catalogue: Catalogue) -> str:
    """The picture in words, then the measurements with their error and how far their norm was checked."""
    lines = [*profile.says, "", *(_motion(motion, catalogue) for motion in profile.motions)]
    gaps = [
        f"{gap.measure}: the {gap.short_side} side moves {gap.difference:g} less (counts above {gap.threshold:g})"
        for gap in profile.asymmetries
    ]
    return _page([*lines, *gaps, "", NOT_A_DEVICE])


def plan(plan: Plan, catalogue: Catalogue) -> str:
    """Eight weeks, day by day, and what was left out."""
    lines = [f"Eight weeks from {plan.start}; schedule {plan.planner.status} per week.", SCOPE_SAYS[plan.clearance.scope]]
    for week in plan.weeks:
        lines += ["", f"Week {week.number}   {', '.join(week.focus)}".rstrip()]
        lines += [line for day in week.days for line in _day(day, catalogue)]
    lines += ["", "Left out, and why"]
    lines += [f"  {_name(left.exercise, catalogue)}: {' '.join(why.says for why in left.because)}" for left in plan.excluded]
    return _page([*lines, "", NOT_A_DEVICE])


def changes(changes: Changes, catalogue: Catalogue) -> str:
    """Each exercise and side of the next seven days."""
    lines = [SCOPE_SAYS[changes.clearance.scope], *(f"  {reason.says}" for reason in changes.clearance.reasons)]
    for row in changes.changes:
        until = f" until {row.until}" if row.until else ""
        lines.append(f"{_name(row.exercise, catalogue)}, {row.side}: {CHANGE_SAYS[row.change]}{until}")
        if row.from_ != row.to:
            lines.append(f"    {_prescription(row.from_, catalogue)} → {_prescription(row.to, catalogue)}")
        lines += [f"    {reason.says}" for reason in row.because]
    return _page([*lines, "", NOT_A_DEVICE])


def relief(ranking: Relief, catalogue: Catalogue) -> str:
    """Movements from the most to the least helpful."""
    lines = [_relief(row, catalogue) for row in ranking.movements]
    return _page(lines or ["Nothing to compare yet: log pain before and after a session."])


def catalogue(rows: Iterable[Mapping[str, Any]]) -> str:
    """One line an entry."""
    return "".join(f"{row['kind']:<10} {row['id']:<36} {_title(row)}".rstrip() + "\n" for row in rows)


def problems(found: Iterable[Problem], version: str) -> str:
    """One line a problem, or that all is well; then the version of the rules, as it stands on the printed matrix."""
    lines = [f"{problem.code} {problem.where}: {problem.says} ({problem.hint})" for problem in found]
    return "\n".join([*(lines or ["The catalogue has no findings."]), f"Rule version {version}."]) + "\n"


def brought(export: Export) -> str:
    """What an import brought back."""
    days = len(export.diary.entries)
    return f"Brought back: {len(export.plans)} plan(s) and {days} day(s) of the log.\n"


def _day(day: Day, catalogue: Catalogue) -> list[str]:
    lines = [f"  {day.date:%a %d %b}: exercise {day.exercise_minutes} min, walking and cardio {day.walking_minutes} min"]
    for session in day.sessions:
        lines.append(f"    {session.kind}, {session.part_of_day}, {session.minutes} min")
        lines += [f"      {_item(item, catalogue)}" for item in session.items]
    if day.micro_breaks:
        lines.append("    breaks " + ", ".join(f"{rest.at} {_name(rest.exercise, catalogue)}" for rest in day.micro_breaks))
    return lines


def _item(item: Item, catalogue: Catalogue) -> str:
    side = "" if item.side == "both" else f", {item.side}"
    why = f"  ({item.because[0].says})" if item.because else ""
    return f"{_name(item.exercise, catalogue)}{side}: {_dose(item.sets, item.reps, item.hold_s)}{why}"


def _prescription(dose: Prescription, catalogue: Catalogue) -> str:
    if dose.exercise is None:
        return "nothing"
    return f"{_name(dose.exercise, catalogue)} {_dose(dose.sets, dose.reps, dose.hold_s)}"


def _dose(sets: int | None, reps: int | None, hold_s: int | None) -> str:
    if sets == reps == 1 and hold_s is not None and hold_s >= 60:
        return f"{hold_s // 60} min" if hold_s % 60 == 0 else f"{hold_s // 60} min {hold_s % 60} s"
    return f"{sets} × {reps}" + (f" × {hold_s} s" if hold_s else "")


def _motion(motion: Motion, catalogue: Catalogue) -> str:
    error = f" ± {motion.error:g}" if motion.error is not None else ""
    beside = f", {motion.band.replace('-', ' ')} ({_norm(motion.norm, catalogue)})" if motion.norm else ", no norm fits"
    return f"{motion.measure}, {motion.side}: {motion.mean:g}{error} (mean of {motion.trials}){beside}"


def _norm(ids: str, catalogue: Catalogue) -> str:
    """The norm a value stands beside, where it comes from and how far that was checked; two where both sexes count."""
    norms = [catalogue.norms[name] for name in ids.split("+")]
    cited = dict.fromkeys(f"{norm.source}, {how_checked(norm.status)}" for norm in norms)
    return f"{ids}: {'; '.join(cited)}"


def _relief(row: MovementRelief, catalogue: Catalogue) -> str:
    spread = "" if row.low is None or row.high is None else f" ({row.low:+.1f} to {row.high:+.1f})"
    return f"{_name(row.exercise, catalogue)}: {VERDICT_SAYS[row.verdict]}, {row.mean_change:+.1f}{spread} in {row.times} days"


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
