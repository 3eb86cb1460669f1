"""The words of the player: short enough to hear once, lying down."""

from psoas.catalogue.demands import Surface
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Item
from psoas.session.steps import Level, Lines
from psoas.vocabulary.body import Side
from psoas.vocabulary.language import say, say_later, say_many

LEVELS: dict[Surface, Level] = {"feet": "up", "chair": "up", "bed": "bed", "floor": "floor"}

DOWN: dict[Level, tuple[str, ...]] = {
    "up": (),
    "bed": (
        say_later("Now to the bed."),
        say_later("Sit on its edge and lie down on your side."),
        say_later("Then turn over, shoulders and hips together."),
    ),
    "floor": (
        say_later("Now down to the floor."),
        say_later("Hold on to a chair that stands firm."),
        say_later("Put one knee down, then the other."),
        say_later("Take your time."),
    ),
}
UP: dict[Level, tuple[str, ...]] = {
    "up": (),
    "bed": (
        say_later("Now up from the bed."),
        say_later("Turn on to your side, let your legs down and push up with your arms."),
        say_later("Sit a moment before you stand."),
    ),
    "floor": (
        say_later("Now up from the floor."),
        say_later("Turn on to your side and come to your knees beside the chair."),
        say_later("Put one foot forward and push up."),
        say_later("Stand still for a moment."),
    ),
}
OWN_PACE = ("walking", "cardio", "breathing")
"""Roles in which a bout is not a hold."""
LONGEST_MIN = 120
"""No session is longer; the player says no more than this."""


def lines() -> Lines:
    """What the player says of itself."""
    return Lines(
        left=(say("Nearly done."), *(minutes_left(number) for number in range(1, LONGEST_MIN + 1))),
        count=(say("Three."), say("Two."), say("One.")),
        nothing_else=say("There is nothing else here that is open to you. You can skip this one."),
        hurts_stop=say("Leave that one. Rest a moment. Press start when you are ready for what comes next."),
        hurts_less=say("Make the next one smaller and slower, or swap it. Press start when you are ready."),
        ended=say(
            "That is enough for today. Sharp pain came twice, so please answer the safety questions again before you go on."
        ),
        early=say("You stopped here. What you did counts."),
        slept=say("This device was asleep, so we waited. Press start to go on."),
        away=say("You were away, so we waited. Nothing was counted. Press start to go on."),
    )


def minutes_left(number: int) -> str:
    return say_many("About {n} minute left.", "About {n} minutes left.", number)


def finish() -> str:
    return say("That was the last one. Well done. One short answer and you are finished.")


def halfway() -> str:
    return say("Halfway.")


def minute_left() -> str:
    return say("One minute left.")


def last_one() -> str:
    return say("Last one.")


def let_go() -> str:
    return say("Let go.")


def change_level_lines(came_from: Level, to: Level) -> tuple[str, ...]:
    """How to get from one level to another; between bed and floor the way leads over standing."""
    return tuple(say(line) for line in (*UP[came_from], *DOWN[to]))


def ready_line(exercise: Exercise, side: Side) -> str:
    return say("Get ready: {movement}.", movement=named(exercise.names.plain, side))


def switch_line(exercise: Exercise, side: Side) -> str:
    return say("Change sides: {movement}.", movement=named(exercise.names.plain, side))


def named(name: str, side: Side) -> str:
    if side == "both":
        return name
    return say("{movement}, left side", movement=name) if side == "left" else say("{movement}, right side", movement=name)


def work_line(item: Item, number: int) -> str:
    times = say_many("{n} slow repetition.", "{n} slow repetitions.", item.reps)
    return say("Set {number} of {sets}: {times}", number=number, sets=item.sets, times=times) if item.sets > 1 else times


def hold_line(item: Item, exercise: Exercise, rep: int) -> str:
    length = duration(item.hold_s or 0)
    if exercise.role in OWN_PACE:
        return say("{length}, at your own pace.", length=length)
    if rep == item.reps > 1:
        return f"{last_one()} {say('Hold for {length}.', length=length)}"
    if item.reps > 1:
        return say("Hold {rep} of {reps}: {length}.", rep=rep, reps=item.reps, length=length)
    return say("Hold for {length}.", length=length)


def rest_line(number: int, sets: int) -> str:
    return say("Rest. Next is set {number} of {sets}.", number=number, sets=sets)


def duration(seconds: int) -> str:
    """5 minutes; 90 seconds; 1 minute."""
    if seconds >= 60 and seconds % 60 == 0:
        return say_many("{n} minute", "{n} minutes", seconds // 60)
    return say_many("{n} second", "{n} seconds", seconds)
