"""The same session in fewer minutes: what matters most, in full, and the rest left for another day.

first       what answers a finding, the shorter side, strength in the order of the main patterns
then        what the person or a special need asks for, other strength and balance, stretches, breathing and release
last        what is there for a change
whole       both sides of a movement, and its whole dose; only where nothing of the first kind fits is one of it made smaller
a walk      or a ride is simply shorter

Which order is right when minutes are few is opinion. Nothing new comes in, so nothing closed can.
"""

from collections.abc import Iterable
from dataclasses import replace as with_
from typing import get_args

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Finding, Role
from psoas.planning.dose import BOUT_ROLES, ITEM_S
from psoas.planning.duration import session_minutes
from psoas.planning.offers import PATTERNS
from psoas.planning.plan import Item, Session, Why
from psoas.planning.reason import why
from psoas.vocabulary.value import value

LENGTHS = (5, 10)
"""Minutes that are offered beside the whole session."""
WORTH_IT = 2
"""Minutes that must be saved for a shorter way to be offered."""
WISHES = frozenset({"your-wish", "favourite", "own-choice"})
SHORT_SIDE = frozenset({"short-side", "short-hip"})
ROLES: tuple[frozenset[Role], ...] = (frozenset({"strength", "balance"}), frozenset({"mobility", "practice"}))


@value
class Shorter:
    """What is kept of a session, and what waits. `minutes`: what was asked for; the session says what it really takes."""

    minutes: int
    session: Session
    left_out: tuple[str, ...]
    because: Why


def shorter(session: Session, minutes: int, *, catalogue: Catalogue) -> Shorter:
    """The session in at most so many minutes, as near to them as whole movements allow."""
    names = tuple(dict.fromkeys(item.exercise for item in session.items))
    ranks = {name: _rank(_of(session.items, name), catalogue) for name in names}
    order = sorted(names, key=lambda name: ranks[name])
    first = [name for name in order if ranks[name][0] == ranks[order[0]][0]]
    kept: tuple[Item, ...] = ()
    if not any(_fits(_of(session.items, name), minutes, catalogue) for name in first):
        kept = _made_to_fit(_of(session.items, order[0]), minutes, catalogue)
    for name in order:
        kept = _taken_on(kept, session.items, name, minutes, catalogue)
    return Shorter(
        minutes=minutes,
        session=with_(session, items=kept, minutes=session_minutes(kept, catalogue=catalogue)),
        left_out=tuple(name for name in names if not _of(kept, name)),
        because=why("shorter", catalogue=catalogue),
    )


def lengths(session: Session, *, catalogue: Catalogue) -> tuple[Shorter, ...]:
    """The shorter ways to do a session that differ from the whole and from each other, the shortest first."""
    found: dict[tuple[Item, ...], Shorter] = {}
    for minutes in LENGTHS:
        less = shorter(session, minutes, catalogue=catalogue)
        if less.session.minutes + WORTH_IT <= session.minutes:
            found.setdefault(less.session.items, less)
    return tuple(found.values())


def _of(items: Iterable[Item], name: str) -> tuple[Item, ...]:
    return tuple(item for item in items if item.exercise == name)


def _fits(items: tuple[Item, ...], minutes: int, catalogue: Catalogue) -> bool:
    return session_minutes(items, catalogue=catalogue) <= minutes


def _taken_on(
    kept: tuple[Item, ...], items: tuple[Item, ...], name: str, minutes: int, catalogue: Catalogue
) -> tuple[Item, ...]:
    """With this movement too where it fits, in the order of the session."""
    if _of(kept, name):
        return kept
    held = {item.exercise: _of(kept, item.exercise) for item in kept} | {name: _of(items, name)}
    more = tuple(item for known in dict.fromkeys(item.exercise for item in items) for item in held.get(known, ()))
    return more if _fits(more, minutes, catalogue) else kept


def _made_to_fit(items: tuple[Item, ...], minutes: int, catalogue: Catalogue) -> tuple[Item, ...]:
    """A set less, a repetition less, a shorter bout; all sides alike."""
    while not _fits(items, minutes, catalogue):
        smaller = tuple(_smaller(item, minutes, catalogue) for item in items)
        if smaller == items:
            break
        items = smaller
    return items


def _smaller(item: Item, minutes: int, catalogue: Catalogue) -> Item:
    if catalogue.exercises[item.exercise].role in BOUT_ROLES and item.hold_s is not None:
        return with_(item, hold_s=min(item.hold_s, minutes * 60 - ITEM_S))
    if item.sets > 1:
        return with_(item, sets=item.sets - 1)
    return with_(item, reps=item.reps - 1) if item.reps > 1 else item


def _rank(items: tuple[Item, ...], catalogue: Catalogue) -> tuple[int, int]:
    """How early a movement is taken; of the same rank the earlier in the session."""
    exercise = catalogue.exercises[items[0].exercise]
    reasons = {reason.id for item in items for reason in item.because}
    order = [pattern for pattern, _week in PATTERNS]
    classes = (
        bool(reasons & set(get_args(Finding))),
        bool(reasons & SHORT_SIDE),
        exercise.pattern is not None and exercise.role == "strength",
        bool(reasons & (WISHES | set(catalogue.needs))),
        *(exercise.role in roles for roles in ROLES),
    )
    last = len(classes)
    first = next((place for place, holds in enumerate(classes) if holds), last)
    if "variety" in reasons:
        first = last + 1
    return first, order.index(exercise.pattern) if exercise.pattern in order else len(order)
