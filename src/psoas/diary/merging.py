"""Many entries of one day become the day's entry: a later one adds or corrects, it never erases.

said once                 sleep, worry, mobility, pain at a moment: the latest answer holds
told in lists             relief, habits, symptoms: all that was ever ticked that day
exercises of a session    a row for each time it was done
exercises of a file       as they stand there: two rows of one movement stay two
exercises of a log        correct the last row of that exercise and side, or add one
safety answers            the strictest one of the day holds (screening/answer)
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import LINES, TEXT, BreakTaken, Diary, Done, Entry, EntryPain, Kind
from psoas.screening.answer import strictest
from psoas.screening.intake import Answer
from psoas.vocabulary.errors import BadInput

FELT_SERIOUSNESS = (None, "better", "same", "worse", "sharp", "shooting")
MOST_LINES = f"at most {LINES}"
MOST = dict.fromkeys(("adverse_event", "note"), f"at most {TEXT:,} letters")
Answers = dict[str, Answer] | None
V = TypeVar("V")


def merge_days(told: Iterable[tuple[Kind, Entry]], *, catalogue: Catalogue) -> Diary:
    """The diary document: one entry a day, in order of days; within a day in the order they were told."""
    ordered = sorted(told, key=lambda pair: pair[1].on)
    days = groupby(ordered, key=lambda pair: pair[1].on)
    return Diary(entries=tuple(merge_day(on, list(pairs), catalogue=catalogue) for on, pairs in days))


def merge_day(on: date, pairs: Iterable[tuple[Kind, Entry]], *, catalogue: Catalogue) -> Entry:
    """One day, from all that was told of it, in the order of telling."""
    day = Entry(on=on)
    for kind, entry in pairs:
        day = tell(day, entry, kind=kind, catalogue=catalogue)
    return day


def tell(day: Entry, later: Entry, *, kind: Kind, catalogue: Catalogue) -> Entry:
    """The day, once this is told as well: what was told before need not be gone through again.

    BadInput where a day would hold more than it may: what was told last is refused in words, never cut.
    """
    try:
        return _together(day, later, kind=kind, catalogue=catalogue)
    except BadInput as full:
        raise BadInput(full.field, f"{MOST.get(full.field, MOST_LINES)} a day, together with what was told before") from full


def _together(day: Entry, later: Entry, *, kind: Kind, catalogue: Catalogue) -> Entry:
    return Entry(
        on=day.on,
        pain=_latest(day.pain, later.pain),
        mobility=_said(day.mobility, later.mobility),
        exercises=_exercises(day.exercises, later.exercises, kind=kind),
        relief=_union(day.relief, later.relief),
        minutes_walked=_walked(day.minutes_walked, later.minutes_walked, kind=kind),
        habits=_union(day.habits, later.habits),
        micro_breaks=_breaks(day.micro_breaks, later.micro_breaks),
        symptoms=_union(day.symptoms, later.symptoms),
        sleep=_said(day.sleep, later.sleep),
        worry=_said(day.worry, later.worry),
        answers=_answers(day.answers, later.answers, catalogue),
        adverse_event=_text(day.adverse_event, later.adverse_event),
        note=_text(day.note, later.note),
    )


def _said(before: V | None, later: V | None) -> V | None:
    """Zero is an answer; only a missing one leaves the earlier answer."""
    return before if later is None else later


def _latest(before: V | None, later: V | None) -> V | None:
    """Field by field, the latest that was said."""
    if before is None or later is None:
        return _said(before, later)
    said = {field.name: getattr(later, field.name) for field in fields(later)}  # type: ignore[arg-type]  # values are dataclasses
    return replace(before, **{name: value for name, value in said.items() if value is not None})  # type: ignore[type-var]  # as above


def _union(before: Sequence[V], later: Sequence[V]) -> tuple[V, ...]:
    return tuple(dict.fromkeys((*before, *later)))


def _exercises(before: tuple[Done, ...], later: tuple[Done, ...], *, kind: Kind) -> tuple[Done, ...]:
    if kind in ("session", "imported"):
        return before + later
    rows = list(before)
    for done in later:
        _correct(rows, done)
    return tuple(rows)


def _correct(rows: list[Done], done: Done) -> None:
    """The last row of this exercise and side takes what was said later; a sharp pain once told stays told."""
    for at in range(len(rows) - 1, -1, -1):
        if (rows[at].exercise, rows[at].side) == (done.exercise, done.side):
            felt = max(rows[at].felt, done.felt, key=FELT_SERIOUSNESS.index)
            rows[at] = replace(_latest(rows[at], done) or done, felt=felt)
            return
    rows.append(done)


def _walked(before: int | None, later: int | None, *, kind: Kind) -> int | None:
    """Walks of two sessions add up; a log states the whole day's minutes."""
    if kind == "session" and before is not None and later is not None:
        return min(before + later, 1440)
    return _said(before, later)


def _breaks(before: tuple[BreakTaken, ...], later: tuple[BreakTaken, ...]) -> tuple[BreakTaken, ...]:
    by_time = {taken.at: taken for taken in (*before, *later)}
    return tuple(by_time[at] for at in sorted(by_time))


def _answers(before: Answers, later: Answers, catalogue: Catalogue) -> Answers:
    if not before or not later:
        return _said(before, later)
    both = {question: (before.get(question, answer), answer) for question, answer in later.items()}
    return before | {question: strictest(question, given, catalogue=catalogue) for question, given in both.items()}


def _text(before: str | None, later: str | None) -> str | None:
    """Everything that was written that day, a line each: what happened twice happened twice."""
    return f"{before}\n{later}" if before and later else before or later


def not_yet_told(entry: Entry, day: Entry | None) -> Entry | None:
    """What this entry tells beyond what the day holds already; None when that is nothing.

    For entries without a time: what was said once that day stays as it is, what was told in lists may grow.
    """
    if day is None:
        return entry
    new = Entry(
        on=entry.on,
        pain=_beyond(entry.pain, day.pain),
        mobility=None if day.mobility is not None else entry.mobility,
        exercises=_more(entry.exercises, day.exercises),
        relief=_more(entry.relief, day.relief),
        minutes_walked=None if day.minutes_walked is not None else entry.minutes_walked,
        habits=_more(entry.habits, day.habits),
        micro_breaks=tuple(taken for taken in entry.micro_breaks if taken.at not in {told.at for told in day.micro_breaks}),
        symptoms=_more(entry.symptoms, day.symptoms),
        sleep=None if day.sleep is not None else entry.sleep,
        worry=None if day.worry is not None else entry.worry,
        answers=_answers_beyond(entry.answers, day.answers),
        adverse_event=_lines_beyond(entry.adverse_event, day.adverse_event),
        note=_lines_beyond(entry.note, day.note),
    )
    return None if new == Entry(on=entry.on) else new


def _beyond(pain: EntryPain | None, told: EntryPain | None) -> EntryPain | None:
    if pain is None or told is None:
        return pain
    new = replace(pain, **{field.name: None for field in fields(told) if getattr(told, field.name) is not None})
    return None if new == EntryPain() else new


def _more(these: tuple[V, ...], told: Sequence[V]) -> tuple[V, ...]:
    """Those that the day does not hold yet, each as often as it is missing."""
    left, more = list(told), []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            more.append(one)
    return tuple(more)


def _answers_beyond(these: Answers, told: Answers) -> Answers:
    return {question: answer for question, answer in (these or {}).items() if (told or {}).get(question) != answer} or None


def _lines_beyond(text: str | None, told: str | None) -> str | None:
    return "\n".join(_more(tuple((text or "").split("\n")), (told or "").split("\n"))) or None
