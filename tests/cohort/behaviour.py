"""What people do and log: each behaviour answers one day of the plan with an entry, or with silence.

    (chance, moment) -> Entry | None

Numbers are what such a person would honestly write. `usual` is the pain the person told before; a behaviour that needs
another one says so in `BEHAVIOURS`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from example_people import SAFETY_QUESTIONS

from psoas.diary.entry import Done, Entry, EntryPain
from psoas.planning.plan import Day, Item
from psoas.vocabulary.value import value

FLARE = 3
"""A flare: so much above the usual."""


@value
class Moment:
    """A day as the person meets it: `number` counts from 0, `asked` are safety questions that wait for an answer."""

    on: date
    number: int
    day: Day
    usual: int
    trains: bool = True
    """Is it a training day of the person's?"""
    asked: tuple[str, ...] = ()
    history: tuple[Entry, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for session in self.day.sessions for item in session.items)


@value
class Behaviour:
    live: Callable[[Random, Moment], Entry | None]
    says: str
    usual: int | None = None
    """The usual pain this behaviour needs; None: the person's own."""


def steady(chance: Random, moment: Moment) -> Entry:
    """Does what is asked, in full; pain falls by one in three weeks."""
    now = max(0, moment.usual - moment.number // 21)
    return entry(moment, before=now, rows=done(moment.items, pain=max(0, now - 1), effort=chance.choice((4, 5, 6))))


def stagnant(chance: Random, moment: Moment) -> Entry:
    """Does what is asked; pain stays at 4 to 5."""
    now = chance.choice((4, 5))
    return entry(moment, before=now, rows=done(moment.items, pain=now, effort=5))


def usual_seven(chance: Random, moment: Moment) -> Entry:
    """Does what is asked with the usual 7, and logs it at every number."""
    return entry(moment, before=7, rows=done(moment.items, pain=chance.choice((None, 7)), effort=5))


def nine_days(chance: Random, moment: Moment) -> Entry:
    """Logs pain alone: an 8 every ninth day, the usual on the others."""
    now = 8 if moment.number % 9 == 8 else moment.usual
    return entry(moment, before=moment.usual, during=now, after=now, next_morning=moment.usual)


def flare(chance: Random, moment: Moment) -> Entry:
    """A flare in week 3, over in week 4: half of what is asked while it lasts."""
    if not 14 <= moment.number <= 19:
        return steady(chance, moment)
    now = min(9, moment.usual + FLARE)
    half = tuple(_half(item) for item in moment.items)
    return entry(moment, before=now, next_morning=now, rows=done(half, pain=None, effort=7))


def absent(chance: Random, moment: Moment) -> Entry | None:
    """Ten days without a line, from day 18 on."""
    return None if 17 <= moment.number <= 26 else steady(chance, moment)


def over_doer(chance: Random, moment: Moment) -> Entry:
    """Twice the sets, every time, without pain."""
    rows = tuple(_more(row) for row in done(moment.items, pain=max(0, moment.usual - 1), effort=7))
    return entry(moment, before=moment.usual, rows=rows)


def bridge_hurts(chance: Random, moment: Moment) -> Entry:
    """Bridging hurts, every time and only that."""
    rows = tuple(_hurting(row, moment.usual) for row in done(moment.items, pain=max(0, moment.usual - 1), effort=5))
    return entry(moment, before=moment.usual, rows=rows)


def pain_only(chance: Random, moment: Moment) -> Entry:
    """Logs pain and nothing else."""
    return entry(moment, before=moment.usual)


def sharp_once(chance: Random, moment: Moment) -> Entry:
    """One sharp moment in one movement, on the first training day of week 3; left and right of it."""
    calm = steady(chance, moment)
    if moment.number < 14 or any(row.felt == "sharp" for known in moment.history for row in known.exercises):
        return calm
    first = next(
        (item.exercise for session in moment.day.sessions if session.kind == "strength" for item in session.items), None
    )
    rows = tuple(_sharp(row) if row.exercise == first else row for row in calm.exercises)
    return entry(moment, before=moment.usual, rows=rows)


def two_days(chance: Random, moment: Moment) -> Entry | None:
    """Comes and logs on two training days a week."""
    began = moment.on - timedelta(days=moment.number % 7)
    came = sum(known.on >= began for known in moment.history)
    return steady(chance, moment) if came < 2 and moment.trains else None


def symptoms(chance: Random, moment: Moment) -> Entry:
    """A leg gives way on two days of weeks 2 and 3; what is asked then is answered with no."""
    calm = steady(chance, moment)
    felt = ("giving-way",) if moment.number in {12, 15} else ()
    return Entry(on=calm.on, pain=calm.pain, exercises=calm.exercises, symptoms=felt, answers=calm.answers)


def near_fall(chance: Random, moment: Moment) -> Entry:
    """A near-fall on day 19; what is asked then is answered with no."""
    calm = steady(chance, moment)
    told = "I slipped on the step and nearly fell; the rail held me." if moment.number == 18 else None
    return Entry(on=calm.on, pain=calm.pain, exercises=calm.exercises, adverse_event=told, answers=calm.answers)


BEHAVIOURS: dict[str, Behaviour] = {
    "steady": Behaviour(live=steady, says="does what is asked, pain falls slowly"),
    "stagnant": Behaviour(live=stagnant, says="does what is asked, pain stays at 4–5", usual=4),
    "usual-7": Behaviour(live=usual_seven, says="usual pain 7, logged honestly", usual=7),
    "nine-days": Behaviour(live=nine_days, says="an 8 every nine days, pain alone logged", usual=4),
    "flare": Behaviour(live=flare, says="a flare in week 3, over in week 4"),
    "absent": Behaviour(live=absent, says="ten days away from day 18"),
    "over-doer": Behaviour(live=over_doer, says="four sets for two, without pain"),
    "bridge-hurts": Behaviour(live=bridge_hurts, says="bridging hurts, every time"),
    "pain-only": Behaviour(live=pain_only, says="logs pain and nothing else"),
    "sharp-once": Behaviour(live=sharp_once, says="one sharp moment in week 3"),
    "two-days": Behaviour(live=two_days, says="comes on two days a week"),
    "symptoms": Behaviour(live=symptoms, says="a leg gives way on two days"),
    "near-fall": Behaviour(live=near_fall, says="a near-fall on day 19"),
}
HURTING = ("glute-bridge", "glute-bridge-march")


def entry(
    moment: Moment,
    *,
    before: int,
    during: int | None = None,
    after: int | None = None,
    next_morning: int | None = None,
    rows: tuple[Done, ...] = (),
) -> Entry:
    """An entry of this day; pain during, after and next morning is as before where nothing else is said."""
    said = [before if other is None else other for other in (during, after, next_morning)]
    pain = EntryPain(before=before, during=said[0], after=said[1], next_morning=said[2])
    answers = dict.fromkeys(_questions(moment.asked), "no") or None
    return Entry(on=moment.on, pain=pain, exercises=rows, answers=answers)  # type: ignore[arg-type]  # "no" is an Answer


def done(items: Iterable[Item], *, pain: int | None, effort: int) -> tuple[Done, ...]:
    """These items as they are written."""
    return tuple(
        Done(
            exercise=item.exercise,
            side=item.side,
            sets=item.sets,
            reps=item.reps,
            hold_s=item.hold_s,
            load=item.load,
            effort=effort,
            pain=pain,
            felt="same",
        )
        for item in items
    )


def _questions(asked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(question for question in asked if question in SAFETY_QUESTIONS) if asked else ()


def _half(item: Item) -> Item:
    return replace(item, sets=max(1, item.sets // 2), reps=max(1, item.reps // 2))


def _more(row: Done) -> Done:
    return replace(row, sets=2 * (row.sets or 1))


def _hurting(row: Done, usual: int) -> Done:
    return replace(row, pain=min(9, max(6, usual + 3)), felt="worse") if row.exercise in HURTING else row


def _sharp(row: Done) -> Done:
    return replace(row, pain=7, felt="sharp")
