"""What the model assumed, in words fit for the person."""

from psoas.mechanics.coverage import covered_words
from psoas.mechanics.envelope import trunk_words
from psoas.mechanics.sentences import tell
from psoas.mechanics.subject import REFERENCE_AGE, Subject, is_reference
from psoas.mechanics.tasks import POSES, Task

RANGES_TOLD = ("straight_leg_raise", "hip_flexion", "hip_extension", "lumbar_flexion")
TABLE_AGES = ((25.0, 55.0), (65.0, 70.0))
"""Between these ages the second hip table has no row."""


def assumptions(
    person: Subject, task: Task, *, missing: tuple[str, ...], fixed_effort: bool, left_out: int, bodies: int
) -> tuple[str, ...]:
    """In the order of what matters most."""
    said = [_who(person), *_missing(person), state(missing), covered_words(task), *_size(task), *_ages(person)]
    said += _curves(task)
    if fixed_effort:
        said.append(tell("as-average-effort"))
    if left_out:
        said.append(tell("left-out", left_out=left_out, bodies=bodies))
    return tuple(said)


def behind(person: Subject, task: Task) -> tuple[str, ...]:
    """What a page says beside its picture: where the model agrees, what its ranges held, which tables have gaps."""
    known = trunk_words(task)
    return (f"{known[:1].upper()}{known[1:]}.", covered_words(task), *_size(task), *_ages(person))


def _who(person: Subject) -> str:
    if is_reference(person):
        return tell("reference", age=REFERENCE_AGE)
    return tell("own-numbers")


def _missing(person: Subject) -> list[str]:
    ranges = dict.fromkeys(RANGES_TOLD)
    if person.trunk_bend_t12 is not None:
        del ranges["lumbar_flexion"]
    absent = [name for name in ranges if getattr(person, name) is None]
    if not absent or is_reference(person):
        return []
    names = ", ".join(tell(f"input-{name.replace('_', '-')}") for name in absent)
    return [tell("not-measured", ranges=names)]


def _ages(person: Subject) -> list[str]:
    age = REFERENCE_AGE if person.age is None else person.age
    if any(low < age < high for low, high in TABLE_AGES):
        return [tell("between-tables")]
    return []


def _size(task: Task) -> list[str]:
    if POSES[task].posture.seat:
        return [tell("size-seated")]
    return [tell("size")]


def _curves(task: Task) -> list[str]:
    if any(POSES[task].posture.knees):
        return [tell("second-curve")]
    return []


def state(missing: tuple[str, ...]) -> str:
    """What the answer is worth, and if little, because of which inputs."""
    if missing:
        return tell("not-validated", what="; ".join(missing))
    return tell("validated")
