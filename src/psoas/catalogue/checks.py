"""The catalogue's lint: each problem has a stable code, says where and what, and hints at the remedy.

C001  a rung names an exercise that does not exist
C002  an exercise has neither an easier nor a harder rung
C003  a ladder runs in a circle
C004  a source is cited that the sources do not hold
C005  a source that nothing cites
C006  a dose range runs backwards
C007  two entries of different kinds share an id
C008  a condition names an exercise or a demand that does not exist
C009  a caution or habit names a condition that does not exist
C010  a sentence is too long to be read aloud
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.citations import cited_by
from psoas.catalogue.demands import Demands
from psoas.catalogue.entries import Exercise, Range
from psoas.vocabulary.value import value

LONGEST_SENTENCE = 28
"""Words: plain-language guides ask for about 20; a list of things may run a little longer."""


@value
class Problem:
    code: str
    where: str
    says: str
    hint: str


def find_problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Every problem, in the order of the codes."""
    return tuple(problem for check in CHECKS for problem in check(catalogue))


def unknown_rungs(catalogue: Catalogue) -> Iterator[Problem]:
    for exercise in catalogue.exercises.values():
        for rung in (exercise.easier, exercise.harder):
            if rung is not None and rung not in catalogue.exercises:
                yield Problem(
                    code="C001", where=exercise.id, says=f"no exercise {rung}", hint="name an exercise or leave it out"
                )


def lone_exercises(catalogue: Catalogue) -> Iterator[Problem]:
    for exercise in catalogue.exercises.values():
        if exercise.easier is None and exercise.harder is None:
            yield Problem(code="C002", where=exercise.id, says="stands on no ladder", hint="name an easier or a harder rung")


def circular_ladders(catalogue: Catalogue) -> Iterator[Problem]:
    for direction in ("easier", "harder"):
        for exercise in catalogue.exercises.values():
            if _runs_in_a_circle(exercise, direction, catalogue):
                yield Problem(code="C003", where=exercise.id, says=f"{direction} leads back here", hint="break the circle")


def _runs_in_a_circle(exercise: Exercise, direction: str, catalogue: Catalogue) -> bool:
    seen: set[str] = set()
    rung: str | None = exercise.id
    while rung in catalogue.exercises and rung not in seen:
        seen.add(rung)
        rung = getattr(catalogue.exercises[rung], direction)
    return rung == exercise.id


def missing_sources(catalogue: Catalogue) -> Iterator[Problem]:
    for where, source in cited_by(catalogue):
        if source not in catalogue.sources:
            yield Problem(code="C004", where=where, says=f"no source {source}", hint="add it to sources.toml or cite another")


def orphan_sources(catalogue: Catalogue) -> Iterator[Problem]:
    cited = {source for _, source in cited_by(catalogue)}
    for source in catalogue.sources:
        if source not in cited:
            yield Problem(code="C005", where=source, says="nothing cites it", hint="cite it or take it out")


def backward_ranges(catalogue: Catalogue) -> Iterator[Problem]:
    for exercise in catalogue.exercises.values():
        dose = exercise.dose
        for name in ("sets", "reps", "hold_s", "per_week"):
            span: Range | None = getattr(dose, name)
            if span is not None and span.low > span.high:
                yield Problem(code="C006", where=f"{exercise.id}.dose.{name}", says="low is above high", hint="swap them")


def shared_ids(catalogue: Catalogue) -> Iterator[Problem]:
    kinds = ("exercises", "tests", "habits", "red_flags", "questions", "norms", "conditions")
    times = Counter(entry for kind in kinds for entry in getattr(catalogue, kind))
    for entry, count in times.items():
        if count > 1:
            yield Problem(code="C007", where=entry, says="two kinds of entry share this id", hint="rename one of them")


def unknown_limits(catalogue: Catalogue) -> Iterator[Problem]:
    for condition in catalogue.conditions.values():
        for row in condition.limits:
            names = [name for name in (*row.closes, *row.opens) if not _is_movement(name, catalogue)]
            if row.forbid and row.forbid.demand not in Demands.__dataclass_fields__:
                names.append(row.forbid.demand)
            for name in names:
                yield Problem(code="C008", where=condition.id, says=f"nothing is called {name}", hint="correct the name")


def _is_movement(name: str, catalogue: Catalogue) -> bool:
    return name in catalogue.exercises or name in catalogue.tests


def unknown_conditions(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in (*catalogue.exercises.values(), *catalogue.tests.values(), *catalogue.habits.values()):
        for caution in entry.cautions:
            if caution.when is not None and caution.when not in catalogue.conditions:
                yield Problem(code="C009", where=entry.id, says=f"no condition {caution.when}", hint="correct the name")


def long_sentences(catalogue: Catalogue) -> Iterator[Problem]:
    for exercise in catalogue.exercises.values():
        for text in (*exercise.setup, *exercise.steps, *exercise.cues, exercise.breathing, exercise.why):
            for sentence in re.split(r"(?<=[.;:])\s", text):
                if len(sentence.split()) > LONGEST_SENTENCE:
                    yield Problem(code="C010", where=exercise.id, says=f"too long: {sentence[:40]}…", hint="split it")


CHECKS: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    unknown_rungs,
    lone_exercises,
    circular_ladders,
    missing_sources,
    orphan_sources,
    backward_ranges,
    shared_ids,
    unknown_limits,
    unknown_conditions,
    long_sentences,
)
