"""Ten seconds: each measure with then, now and how to read the difference; and the last week in a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from psoas import journey
from psoas.outcomes.strength import A_STEP, Climb
from psoas.outcomes.trajectory import ENOUGH_DAYS, Trajectory
from psoas.outcomes.weeks import WeekTold, week_of
from psoas.planning.plan import Applied
from psoas.web.templatetags.words import number, reading_of

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class OverviewRow:
    """`reading`: real, small, few; or up for strength, which is counted and not estimated. `place`: where the rest stands."""

    name: str
    then: str
    now: str
    reading: str
    place: str


@dataclass(frozen=True)
class Review:
    """One week of the plan or of the log."""

    week: WeekTold
    before: WeekTold | None
    lines: tuple[str, ...]
    changes: tuple[Applied, ...]


def glance(outlook: journey.Outlook) -> tuple[OverviewRow, ...]:
    """A row for everything of which something is known."""
    found = [
        _trajectory(_("Pain"), outlook.pain, "pain"),
        _trajectory(_("Freedom to move"), outlook.mobility, "mobility"),
        _walking(outlook),
        _strength(outlook.climbs),
        *(
            OverviewRow(one.activity, number(one.first), number(one.latest), reading_of(one.reading), "activities")
            for one in outlook.activities
        ),
    ]
    return tuple(row for row in found if row is not None)


def _trajectory(name: str, run: Trajectory, place: str) -> OverviewRow | None:
    if run.now is None:
        return None
    then = "–" if run.baseline is None else number(run.baseline)
    return OverviewRow(name, then, number(run.now.value), reading_of(run.reading), place)


def _walking(outlook: journey.Outlook) -> OverviewRow | None:
    """Minutes of the middle day; counted, not estimated."""
    first, last = outlook.walked.first_week, outlook.walked.last_week
    if last is None:
        return None
    then = _("–") if first is None else _("%(n)s min") % {"n": number(first.value)}
    enough = first is not None and min(first.of, last.of) >= ENOUGH_DAYS
    return OverviewRow(
        _("Walking a day"), then, _("%(n)s min") % {"n": number(last.value)}, "counted" if enough else "few", "walking"
    )


def _strength(climbs: Sequence[Climb]) -> OverviewRow | None:
    """How many patterns climbed a rung or did more of the same."""
    if not climbs:
        return None
    up = sum(climb.rungs_up > 0 or (climb.dose_up or 0) >= A_STEP for climb in climbs)
    told = any(len(climb.weeks) > 1 for climb in climbs)
    now = ngettext("%(up)d of %(n)d pattern up", "%(up)d of %(n)d patterns up", len(climbs)) % {"up": up, "n": len(climbs)}
    return OverviewRow(_("Strength"), "", now, "counted" if told else "few", "strength")


def review(outlook: journey.Outlook, applied: Sequence[Applied], *, today: date) -> Review | None:
    """The week that today is in; on its first days the one before, when that has more to tell."""
    now, before = week_of(outlook.weeks, today), week_of(outlook.weeks, today - WEEK)
    shown, earlier = (before, week_of(outlook.weeks, today - 2 * WEEK)) if _begins(now, before, today) else (now, before)
    if shown is None or not shown.logged_days:
        return None
    since = shown.first
    changes = tuple(one for one in applied if since <= one.on < since + WEEK and one.undone_on is None)
    return Review(week=shown, before=earlier, lines=tuple(_lines(shown, earlier)), changes=changes)


def _begins(now: WeekTold | None, before: WeekTold | None, today: date) -> bool:
    return before is not None and before.logged_days > 0 and (now is None or today - now.first < timedelta(days=2))


def _lines(week: WeekTold, before: WeekTold | None) -> list[str]:
    days = ngettext("%(n)d day logged", "%(n)d days logged", week.logged_days) % {"n": week.logged_days}
    lines = [days]
    if week.planned:
        lines.append(_("%(done)d of %(planned)d planned movements done on these days") % vars_of(week))
    if week.walked_minutes is not None:
        walked = ngettext(
            "%(minutes)d minutes walked, on %(n)d day", "%(minutes)d minutes walked, on %(n)d days", week.walked_days
        )
        lines.append(walked % {"minutes": week.walked_minutes, "n": week.walked_days})
    if week.pain is not None:
        line = _("Pain in the middle of the week: %(now)s") % {"now": number(week.pain.value)}
        earlier = before.pain if before else None
        lines.append(
            line
            if earlier is None
            else _("%(line)s; the week before %(then)s") % {"line": line, "then": number(earlier.value)}
        )
    return lines


def vars_of(week: WeekTold) -> dict[str, int]:
    return {"done": week.done, "planned": week.planned or 0}


def climb_says(climb: Climb) -> str:
    """One sentence: from where to where, counted."""
    if len(climb.weeks) == 1:
        return _("One week so far: a second one shows a direction.")
    if climb.rungs_up > 0:
        return ngettext("Up by %(n)d rung.", "Up by %(n)d rungs.", climb.rungs_up) % {"n": climb.rungs_up}
    if climb.rungs_up < 0:
        return _("On an easier rung than at the start.")
    up = climb.dose_up
    if up is None:
        return _("On the same rung, with another movement.")
    if abs(up) < A_STEP:
        return _("About the same dose as at the start.")
    return (_("About %(n)d %% more than at the start.") if up > 0 else _("About %(n)d %% less than at the start.")) % {
        "n": round(abs(up) * 100)
    }
