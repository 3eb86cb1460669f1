"""Every exercise as a therapist would prescribe it: for what, how much, what it asks, what to mind, how sure that is."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import Demands
from psoas.catalogue.entries import DoseRange, Exercise, Range
from sheets.markdown import UNSIGNED, bullets, page

QUIET = ("neutral", "none", "easy", "steady", "free", "rest", False, 0)
"""Steps that ask for nothing: left out, so that what a movement does ask for stands out."""
ALWAYS_TOLD = ("posture", "surface")


def pages() -> Mapping[str, str]:
    """One page, by family."""
    exercises = load().exercises.values()
    parts = [part for family, group in groupby(exercises, key=lambda one: one.family) for part in _family(family, list(group))]
    count = f"{len(exercises)} exercises. Demands that are not named ask for nothing."
    return {"exercises.md": page("# Exercises", UNSIGNED, count, *parts)}


def _family(family: str, exercises: list[Exercise]) -> Iterator[str]:
    yield f"## {family.replace('-', ' ').capitalize()}"
    for exercise in exercises:
        yield f"### {exercise.names.plain}"
        yield bullets(_lines(exercise))


def _lines(exercise: Exercise) -> Iterator[str]:
    names = (
        f"easier `{exercise.easier}`" if exercise.easier else "",
        f"harder `{exercise.harder}`" if exercise.harder else "",
    )
    yield f"`{exercise.id}`, {exercise.names.clinical}. {exercise.position}. {', '.join(name for name in names if name)}"
    yield f"For: {'; '.join(exercise.targets.actions)}. {', '.join(exercise.targets.muscles)}"
    if exercise.targets.answers:
        yield f"Answers: {', '.join(exercise.targets.answers)}"
    yield f"Dose: {_dose(exercise.dose)}, from week {exercise.week} *({exercise.dose.source}; {exercise.dose.status})*"
    yield f"Asks: {_demands(exercise.demands)}"
    for caution in exercise.cautions:
        yield f"{caution.when or 'for all'}: {caution.says} *({caution.source}; {caution.status})*"
    yield f"Evidence, {exercise.evidence.grade}: {exercise.evidence.says} *({', '.join(exercise.sources)})*"


def _dose(dose: DoseRange) -> str:
    hold = f" × {_range(dose.hold_s)} s" if dose.hold_s else ""
    return f"{_range(dose.sets)} × {_range(dose.reps)}{hold}, {_range(dose.per_week)} times a week"


def _range(span: Range) -> str:
    return str(span.low) if span.low == span.high else f"{span.low}–{span.high}"


def _demands(demands: Demands) -> str:
    asked = {name: getattr(demands, name) for name in Demands.__dataclass_fields__}
    told = {name: step for name, step in asked.items() if name in ALWAYS_TOLD or step not in QUIET}
    return ", ".join(_demand(name, step) for name, step in told.items())


def _demand(name: str, step: object) -> str:
    words = (
        name.replace("_deg", "").replace("_s", "").replace("_", " ")
        if name.endswith(("_deg", "_s"))
        else name.replace("_", " ")
    )
    unit = "°" if name.endswith("_deg") else " s" if name.endswith("_s") else ""
    return words if step is True else f"{words} {step}{unit}"
