"""A filling becomes sessions: items in the order of the body's level, sides one after the other, each with its reasons.

Order of a session: standing, chair, bed or floor, and up again (psoas-opinion). A release stands before the stretch it
prepares on the same level.
"""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.dose import Dose
from psoas.planning.dose_options import CHALLENGE_WEEK, Option
from psoas.planning.duration import session_minutes
from psoas.planning.plan import Item, PartOfDay, Session, SessionKind, Why
from psoas.planning.programme import Programme, ProgrammeRow
from psoas.planning.reason import why
from psoas.planning.rhythm import MOST_STRENGTH_DAYS, DayKind, Rhythm
from psoas.planning.short_side import short_side_of
from psoas.planning.week_task import SLOTS, Candidate, Filling, Slot, WeekTask, session_of
from psoas.vocabulary.body import Side

LEVELS = ("feet", "chair", "bed", "floor")
SESSIONS: dict[Slot, tuple[SessionKind, PartOfDay]] = {
    "morning": ("mobility", "morning"),
    "balance": ("balance", "any"),
    "strength": ("strength", "any"),
    "evening": ("release", "evening"),
    "breathing": ("breathing", "evening"),
}


def sessions_of(
    task: WeekTask, filling: Filling, kind: DayKind, *, week: int, programme: Programme, catalogue: Catalogue
) -> tuple[Session, ...]:
    """The sessions of one kind of day, in the order of the day."""
    made = (
        _session(slot, session_of(task, filling, slot, kind), week=week, programme=programme, catalogue=catalogue)
        for slot in SLOTS
    )
    return tuple(session for session in made if session is not None)


def _session(
    slot: Slot, chosen: list[tuple[Candidate, Option]], *, week: int, programme: Programme, catalogue: Catalogue
) -> Session | None:
    if not chosen:
        return None
    chosen.sort(key=lambda pair: (LEVELS.index(pair[0].surface), _role(pair[0], catalogue) != "release"))
    mat = any(candidate.surface == "floor" for candidate, _ in chosen)
    items = tuple(
        item
        for candidate, option in chosen
        for item in _items(candidate, option, week=week, mat=mat, programme=programme, catalogue=catalogue)
    )
    kind, part = SESSIONS[slot]
    if slot == "evening" and all(_role(candidate, catalogue) != "release" for candidate, _ in chosen):
        kind = "mobility"
    return Session(kind=kind, part_of_day=part, minutes=session_minutes(items, catalogue=catalogue), items=items)


def _role(candidate: Candidate, catalogue: Catalogue) -> str:
    return catalogue.exercises[candidate.exercise].role


def _items(
    candidate: Candidate, option: Option, *, week: int, mat: bool, programme: Programme, catalogue: Catalogue
) -> tuple[Item, ...]:
    exercise = catalogue.exercises[candidate.exercise]
    short_side = short_side_of(exercise, programme.person, short_hip=programme.short_hip)
    entry = programme.entry(candidate.exercise, week=week)
    on_mat = (why("on-the-mat", catalogue=catalogue),) if mat and candidate.surface == "bed" else ()
    return tuple(
        Item(
            exercise=exercise.id,
            side=side,
            sets=dose.sets,
            reps=dose.reps,
            hold_s=dose.hold_s,
            rest_s=exercise.dose.rest_s,
            load=dose.load,
            because=(
                *entry.because,
                *_because(entry, side, dose, week=week, programme=programme, short=side == short_side, catalogue=catalogue),
                *on_mat,
            ),
        )
        for side, dose in option.doses
    )


def _because(
    entry: ProgrammeRow, side: Side, dose: Dose, *, week: int, programme: Programme, short: bool, catalogue: Catalogue
) -> Iterator[Why]:
    """What this week's dose, and the person's liking, add to why the movement is there."""
    if entry.exercise in programme.person.favourites and all(reason.id != "favourite" for reason in entry.because):
        yield why("favourite", catalogue=catalogue)
    if short:
        yield why("short-side", catalogue=catalogue)
    if programme.person.half_sets:
        yield why("high-pain", catalogue=catalogue)
    if week >= CHALLENGE_WEEK and _is_more(entry, side, dose):
        yield why("challenge", catalogue=catalogue)
    if entry.slot == "strength":
        yield why("grows", catalogue=catalogue)
        if (said := few_strength_days(programme.rhythm, catalogue=catalogue)) is not None:
            yield said


def _is_more(entry: ProgrammeRow, side: Side, dose: Dose) -> bool:
    """More than any dose of the weeks before, or another load."""
    earlier = entry.candidates[: max(0, CHALLENGE_WEEK - entry.first)]
    before = [known for c in earlier for option in c.options for with_, known in option.doses if with_ == side]
    if not before:
        return False
    return dose.amount > max(known.amount for known in before) or all(dose.load != known.load for known in before)


def few_strength_days(rhythm: Rhythm, *, catalogue: Catalogue) -> Why | None:
    """Said where the training days leave less than three strength days with rest between."""
    count = len(rhythm.strength)
    if count >= MOST_STRENGTH_DAYS:
        return None
    return why("strength-days", catalogue=catalogue, often=catalogue.says("often-once" if count == 1 else "often-twice"))
