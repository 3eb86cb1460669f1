"""Light days are no longer than training days, by the clock.

The planner counts each movement in quarters of a minute, rounded up: a training day of many movements can look longer than it
is, and a light day pass it by a minute. Such a week is filled once more, with light days that end when the training day does.
"""

from dataclasses import replace

from psoas.planning.rhythm import LIGHT_KINDS
from psoas.planning.week_task import Filling, WeekTask, clock_minutes


def with_shorter_light_days(task: WeekTask, filling: Filling) -> WeekTask | None:
    """The week with less room on its light days; None where none of them outlasts the longest other day."""
    minutes = {day.kind: clock_minutes(task, filling, day.kind) for day in task.days}
    light = [minutes[kind] for kind in minutes if kind in LIGHT_KINDS]
    others = [minutes[kind] for kind in minutes if kind not in LIGHT_KINDS]
    if not light or not others or max(light) <= max(others):
        return None
    days = (replace(day, cap=min(day.cap, max(others))) if day.kind in LIGHT_KINDS else day for day in task.days)
    return replace(task, days=tuple(days))
