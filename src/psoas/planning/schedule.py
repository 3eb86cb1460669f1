"""A filling becomes sessions: items in the order of the body's level, sides one after the other, each with its reasons.

Order of a session: standing, chair, bed or floor, and up again (psoas-opinion). A release stands before the stretch it
prepares on the same level.
"""

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.dose import Dose
from psoas.planning.duration import session_minutes
from psoas.planning.options import CHALLENGE_WEEK, Option
from psoas.planning.plan import Item, PartOfDay, Session, SessionKind, Why
from psoas.planning.rhythm import DayKind, Rhythm
from psoas.planning.roster import Roster, short_side_of
from psoas.planning.week import SLOTS, Candidate, Filling, Slot, WeekTask, session_of
from psoas.vocabulary.body import Side

LEVELS = ("feet", "chair", "bed", "floor")
SESSIONS: dict[Slot, tuple[SessionKind, PartOfDay]] = {
    "morning": ("mobility", "morning"),
    "balance": ("balance", "any"),
    "strength": ("strength", "any"),
    "evening": ("release", "evening"),
    "breathing": ("breathing", "evening"),
}

SHORT_SIDE = Why(id="short-side", says="This side moves a little less than the other, so it gets a little more.")
HIGH_PAIN = Why(id="high-pain", says="Your week hurt a good deal, so we begin with the easiest form and half the sets.")
CHALLENGE = Why(id="challenge", says="From week 7 a little longer or heavier, as far as it feels right.")


def sessions_of(
    task: WeekTask, filling: Filling, kind: DayKind, *, week: int, roster: Roster, catalogue: Catalogue
) -> tuple[Session, ...]:
    """The sessions of one kind of day, in the order of the day."""
    made = (
        _session(slot, session_of(task, filling, slot, kind), week=week, roster=roster, catalogue=catalogue) for slot in SLOTS
    )
    return tuple(session for session in made if session is not None)


def _session(
    slot: Slot, chosen: list[tuple[Candidate, Option]], *, week: int, roster: Roster, catalogue: Catalogue
) -> Session | None:
    if not chosen:
        return None
    chosen.sort(key=lambda pair: (LEVELS.index(pair[0].surface), _role(pair[0], catalogue) != "release"))
    items = tuple(
        item
        for candidate, option in chosen
        for item in _items(candidate, option, week=week, roster=roster, catalogue=catalogue)
    )
    kind, part = SESSIONS[slot]
    if slot == "evening" and all(_role(candidate, catalogue) != "release" for candidate, _ in chosen):
        kind = "mobility"
    return Session(kind=kind, part_of_day=part, minutes=session_minutes(items, catalogue=catalogue), items=items)


def _role(candidate: Candidate, catalogue: Catalogue) -> str:
    return catalogue.exercises[candidate.exercise].role


def _items(candidate: Candidate, option: Option, *, week: int, roster: Roster, catalogue: Catalogue) -> tuple[Item, ...]:
    exercise = catalogue.exercises[candidate.exercise]
    member = next(m for m in roster.members if m.exercise == candidate.exercise and m.active(week))
    short_side = short_side_of(exercise, roster.person, lean=roster.lean)
    return tuple(
        Item(
            exercise=exercise.id,
            side=side,
            sets=dose.sets,
            reps=dose.reps,
            hold_s=dose.hold_s,
            rest_s=exercise.dose.rest_s,
            load=dose.load,
            because=_because(candidate, member.because, side, dose, week=week, roster=roster, short_side=short_side),
        )
        for side, dose in option.doses
    )


def _because(
    candidate: Candidate,
    member: tuple[Why, ...],
    side: Side,
    dose: Dose,
    *,
    week: int,
    roster: Roster,
    short_side: Side | None,
) -> tuple[Why, ...]:
    reasons = list(member)
    if side == short_side:
        reasons.append(SHORT_SIDE)
    if roster.person.half_sets:
        reasons.append(HIGH_PAIN)
    if week >= CHALLENGE_WEEK and _is_more(candidate, dose, roster):
        reasons.append(CHALLENGE)
    if "strength" in candidate.slots and (said := few_strength_days(roster.rhythm)):
        reasons.append(said)
    return tuple(reasons)


def _is_more(candidate: Candidate, dose: Dose, roster: Roster) -> bool:
    """More than any dose of the weeks before."""
    exercise = roster.catalogue.exercises[candidate.exercise]
    before = [known for option in roster.options(exercise, CHALLENGE_WEEK - 1) for _, known in option.doses]
    most = max(known.sets * known.reps * (known.hold_s or 1) for known in before)
    return dose.sets * dose.reps * (dose.hold_s or 1) > most or all(dose.load != known.load for known in before)


def few_strength_days(rhythm: Rhythm) -> Why | None:
    """Said where the training days leave less than three strength days with rest between."""
    count = len(rhythm.strength)
    if count >= 3:
        return None
    often = "once" if count == 1 else "twice"
    says = f"Three times a week would be ideal; your training days, with rest between, allow it {often}."
    return Why(id="strength-days", says=says)
