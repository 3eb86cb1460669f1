"""The words of the player: short enough to hear once, lying down."""

from psoas.catalogue.demands import Surface
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Item
from psoas.session.steps import Level, Lines
from psoas.vocabulary.body import Side

LEVELS: dict[Surface, Level] = {"feet": "up", "chair": "up", "bed": "bed", "floor": "floor"}

DOWN: dict[Level, tuple[str, ...]] = {
    "up": (),
    "bed": ("Now to the bed.", "Sit on its edge and lie down on your side.", "Then turn over, shoulders and hips together."),
    "floor": (
        "Now down to the floor.",
        "Hold on to a chair that stands firm.",
        "Put one knee down, then the other.",
        "Take your time.",
    ),
}
UP: dict[Level, tuple[str, ...]] = {
    "up": (),
    "bed": (
        "Now up from the bed.",
        "Turn on to your side, let your legs down and push up with your arms.",
        "Sit a moment before you stand.",
    ),
    "floor": (
        "Now up from the floor.",
        "Turn on to your side and come to your knees beside the chair.",
        "Put one foot forward and push up.",
        "Stand still for a moment.",
    ),
}
SIDES: dict[Side, str] = {"left": "left side", "right": "right side", "both": ""}
OWN_PACE = ("walking", "cardio", "breathing")
"""Roles in which a bout is not a hold."""

HALFWAY = "Halfway."
MINUTE_LEFT = "One minute left."
LAST_ONE = "Last one."
LET_GO = "Let go."
LONGEST_MIN = 120
"""No session is longer; the player says no more than this."""

LINES = Lines(
    left=("Nearly done.", "About 1 minute left.", *(f"About {number} minutes left." for number in range(2, LONGEST_MIN + 1))),
    count=("Three.", "Two.", "One."),
    nothing_else="There is nothing else here that is open to you. You can skip this one.",
    hurts_stop="Leave that one. Rest a moment. Press start when you are ready for what comes next.",
    hurts_less="Make the next one smaller and slower, or swap it. Press start when you are ready.",
    ended="That is enough for today. Sharp pain came twice, so please answer the safety questions again before you go on.",
    early="You stopped here. What you did counts.",
    slept="This device was asleep, so we waited. Press start to go on.",
    away="You were away, so we waited. Nothing was counted. Press start to go on.",
)
FINISH = "That was the last one. Well done. One short answer and you are finished."


def named(name: str, side: Side) -> str:
    return f"{name}, {SIDES[side]}" if SIDES[side] else name


def change_level_lines(came_from: Level, to: Level) -> tuple[str, ...]:
    """How to get from one level to another; between bed and floor the way leads over standing."""
    return (*UP[came_from], *DOWN[to])


def ready_line(exercise: Exercise, side: Side) -> str:
    return f"Get ready: {named(exercise.names.plain, side)}."


def switch_line(exercise: Exercise, side: Side) -> str:
    return f"Change sides: {named(exercise.names.plain, side)}."


def work_line(item: Item, number: int) -> str:
    times = "1 slow repetition." if item.reps == 1 else f"{item.reps} slow repetitions."
    return f"Set {number} of {item.sets}: {times}" if item.sets > 1 else times


def hold_line(item: Item, exercise: Exercise, rep: int) -> str:
    length = duration(item.hold_s or 0)
    if exercise.role in OWN_PACE:
        return f"{length}, at your own pace."
    if rep == item.reps > 1:
        return f"{LAST_ONE} Hold for {length}."
    return f"Hold {rep} of {item.reps}: {length}." if item.reps > 1 else f"Hold for {length}."


def rest_line(number: int, sets: int) -> str:
    return f"Rest. Next is set {number} of {sets}."


def duration(seconds: int) -> str:
    """5 minutes; 90 seconds; 1 minute."""
    if seconds >= 120 and seconds % 60 == 0:
        return f"{seconds // 60} minutes"
    return {60: "1 minute", 1: "1 second"}.get(seconds, f"{seconds} seconds")
