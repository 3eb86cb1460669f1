"""Sequences of player events: told ones, each with its title, and the shape of any other."""

from hypothesis import strategies as st
from stage import SCRIPTS

from psoas.session.player import Event, EventKind
from psoas.session.state import HurtFeel, HurtSymptom

Play = tuple[str, tuple[Event, ...]]


def does(kind: EventKind) -> Event:
    return Event(kind=kind)


def after(seconds: float) -> Event:
    return Event(kind="tick", ms=int(seconds * 1000))


def hurt(felt: HurtFeel, pain: int | None = None, symptom: HurtSymptom | None = None) -> Event:
    return Event(kind="hurts", felt=felt, pain=pain, symptom=symptom)


START, PAUSE, RESUME, BACK = does("start"), does("pause"), does("resume"), does("back")
SKIP, SWAP, FINISH, HIDDEN = does("skip"), does("swap"), does("finish"), does("hidden")


def seconds(total: int) -> tuple[Event, ...]:
    """`total` seconds, one by one."""
    return (after(1),) * total


TOLD: dict[str, Play] = {
    "nothing happens before start": ("two-sides", (after(5), PAUSE, SKIP, SWAP, hurt("sharp", 5), HIDDEN, FINISH)),
    "two sides from start to end": ("two-sides", (START, *(after(0.25),) * 370)),
    "three levels from start to end": ("three-levels", (START, *seconds(460))),
    "a long tick counts as well as many short ones": ("two-sides", (START, after(30), after(45), after(40))),
    "a pause stops the clock": ("two-sides", (START, after(10), PAUSE, after(60), RESUME, after(10))),
    "start goes on after a pause": ("two-sides", (START, after(3), PAUSE, START, after(1))),
    "skip ends a wait": ("two-sides", (START, SKIP, after(2))),
    "skip leaves a movement, with what was done of it": ("two-sides", (START, SKIP, after(8), SKIP, SKIP, after(11), FINISH)),
    "back begins the step again": ("two-sides", (START, SKIP, after(6), BACK, after(1))),
    "back within three seconds goes to the step before": ("two-sides", (START, SKIP, after(12), BACK, after(2))),
    "back at the very beginning stays there": ("two-sides", (START, BACK, BACK)),
    "back to the other side": ("two-sides", (START, *(SKIP, SKIP), after(1), BACK)),
    "doing a set again does not count it twice": ("two-sides", (START, SKIP, after(10), BACK, after(11), FINISH)),
    "swap goes to the next alternative and round": ("up-again", (START, SWAP, SWAP, SWAP)),
    "swap where there is nothing else": ("two-sides", (START, SKIP, SWAP, after(1))),
    "swap keeps what was done before": ("up-again", (START, SKIP, SKIP, after(22), SWAP, SKIP, after(5), FINISH)),
    "swap to a movement for both sides takes each side": ("three-levels", (START, *(SKIP,) * 9, SWAP, *seconds(130), FINISH)),
    "a swap that stays up needs no way down": ("up-again", (START, SWAP, after(21), after(20), after(40))),
    "sharp once leaves the movement": ("three-levels", (START, SKIP, hurt("sharp", 4), RESUME, after(25))),
    "sharp twice ends the session": (
        "three-levels",
        (START, SKIP, hurt("sharp", 4), RESUME, after(25), hurt("shooting", 6), RESUME),
    ),
    "sharp on one side closes the other side too": ("two-sides", (START, SKIP, after(4), hurt("shooting", 3))),
    "mild pain goes on, smaller": ("two-sides", (START, SKIP, after(4), hurt("other", 3), RESUME, after(8))),
    "six of ten leaves the movement": ("up-again", (START, SKIP, SKIP, after(9), hurt("other", 6), RESUME, after(3))),
    "zero is an answer and goes on": ("two-sides", (START, SKIP, hurt("other", 0), RESUME)),
    "pain without a number leaves the movement": ("up-again", (START, SKIP, SKIP, hurt("other"))),
    "a leg symptom leaves the movement at any number": (
        "up-again",
        (START, SKIP, SKIP, hurt("other", 1, "leg-symptoms-spreading")),
    ),
    "it may hurt on a pause": ("up-again", (START, PAUSE, hurt("other", 8, "dizzy"), START)),
    "everything hurt leads to the end": ("a-walk", (START, SKIP, hurt("other", 9), RESUME, SKIP, hurt("other", 9), RESUME)),
    "hurting on the way up counts for the last movement": (
        "up-again",
        (START, SWAP, SWAP, SWAP, *(SKIP,) * 3, hurt("other", 7)),
    ),
    "the way up from the bed comes before the end": ("three-levels", (START, *(SKIP,) * 30)),
    "a walk sleeps and goes on": ("a-walk", (START, SKIP, after(200), RESUME, after(50), RESUME, after(51))),
    "a walk sleeps past its end": ("a-walk", (START, SKIP, after(4000))),
    "a short step waits while the device sleeps": ("two-sides", (START, after(3600), RESUME, after(1))),
    "ninety seconds are not yet sleep": ("two-sides", (START, after(90))),
    "a stopped walk keeps its seconds": ("a-walk", (START, SKIP, after(80), after(15), FINISH)),
    "a part of a hold keeps its seconds": ("up-again", (START, SKIP, SKIP, after(7.9), FINISH)),
    "nothing after the end": ("two-sides", (START, FINISH, START, after(5), BACK, SKIP, hurt("sharp", 9), HIDDEN)),
    "hidden keeps the state": ("two-sides", (START, after(21), HIDDEN, after(1))),
    "skip everything": ("two-sides", (START, *(SKIP,) * 12)),
    "marks a second late stay silent": ("two-sides", (START, SKIP, after(5.6), after(2.1), after(1.5))),
    "one tick across three steps says the last": ("three-levels", (START, SKIP, after(28))),
    "less than a whole repetition is nothing": ("two-sides", (START, SKIP, after(3.4), FINISH)),
}

_TICKS = st.one_of(
    st.sampled_from((250, 1_000, 4_000, 20_000, 61_000, 90_000, 90_001, 400_000)), st.integers(min_value=0, max_value=30_000)
)
_HURTS = st.builds(
    Event,
    kind=st.just("hurts"),
    felt=st.sampled_from(("sharp", "shooting", "other", "other", "other")),
    pain=st.none() | st.integers(min_value=0, max_value=10),
    symptom=st.sampled_from((None, None, None, "dizzy", "groin-pinch")),
)
_PRESSES = st.sampled_from((START, PAUSE, RESUME, BACK, SKIP, SKIP, SKIP, SWAP, HIDDEN))
_EVENTS = st.one_of(_PRESSES, _PRESSES, st.builds(Event, kind=st.just("tick"), ms=_TICKS), _HURTS, st.just(RESUME))


@st.composite
def plays(draw: st.DrawFn) -> Play:
    """Any script, started, with up to forty events after it and sometimes stopped early."""
    script = draw(st.sampled_from(sorted(SCRIPTS)))
    events = draw(st.lists(_EVENTS, min_size=3, max_size=40))
    return script, (START, *events, *draw(st.sampled_from(((), (FINISH,)))))
