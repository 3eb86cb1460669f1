"""Can this diary be read? Known names, sides that the movements have, one entry a day, in any order."""

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Diary, Done, Entry
from psoas.vocabulary.errors import BadInput


def in_order(diary: Diary) -> tuple[Entry, ...]:
    """The entries by day, whatever order they were written in."""
    return tuple(sorted(diary.entries, key=lambda entry: entry.on))


def check_diary(diary: Diary, *, catalogue: Catalogue) -> None:
    """BadInput naming the first field that does not fit."""
    seen = set()
    for number, entry in enumerate(diary.entries):
        field = f"entries.{number}"
        if entry.on in seen:
            raise BadInput(f"{field}.on", f"one entry a day, and {entry.on} has one already")
        seen.add(entry.on)
        _check_entry(field, entry, catalogue)


def _check_entry(field: str, entry: Entry, catalogue: Catalogue) -> None:
    for number, done in enumerate(entry.exercises):
        _check_done(f"{field}.exercises.{number}", done, catalogue)
    for number, name in enumerate(entry.relief):
        if name not in catalogue.exercises and name not in catalogue.habits:
            raise BadInput(f"{field}.relief.{number}", "an exercise or a habit of the catalogue")
    for number, name in enumerate(entry.habits):
        if name not in catalogue.habits:
            raise BadInput(f"{field}.habits.{number}", "a habit of the catalogue")
    for number, taken in enumerate(entry.micro_breaks):
        if taken.exercise not in catalogue.exercises:
            raise BadInput(f"{field}.micro_breaks.{number}.exercise", "an exercise of the catalogue")
    for question in entry.answers or {}:
        if question not in catalogue.red_flags:
            raise BadInput(f"{field}.answers.{_printable(question)}", "a safety question of the catalogue")


def _printable(name: str) -> str:
    """A name from outside as it may stand on one line."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:60])


def _check_done(field: str, done: Done, catalogue: Catalogue) -> None:
    exercise = catalogue.exercises.get(done.exercise)
    if exercise is None:
        raise BadInput(f"{field}.exercise", "an exercise of the catalogue")
    if (exercise.sides == "both") != (done.side == "both"):
        raise BadInput(f"{field}.side", f"{'both' if exercise.sides == 'both' else 'left or right'} for {exercise.id}")
