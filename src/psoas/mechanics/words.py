"""What the model assumed, in words fit for the person."""

from psoas.mechanics.coverage import covered_words
from psoas.mechanics.envelope import trunk_words
from psoas.mechanics.person import REFERENCE_AGE, Person, is_reference
from psoas.mechanics.tasks import POSES, Task

TABLE_AGES = ((25.0, 55.0), (65.0, 70.0))
"""Between these ages the second hip table has no row."""


def assumptions(
    person: Person, task: Task, *, missing: tuple[str, ...], fixed_effort: bool, left_out: int, bodies: int
) -> tuple[str, ...]:
    """In the order of what matters most."""
    said = [_who(person), *_missing(person), state(missing), covered_words(task), *_size(task), *_ages(person)]
    said += _curves(task)
    if fixed_effort:
        said.append("At the effort that the same body with average ranges needs for this bend, not at the same angle.")
    if left_out:
        said.append(
            f"{left_out} of {bodies} bodies that fit these numbers cannot take this position; they are left out of the ranges."
        )
    return tuple(said)


def behind(person: Person, task: Task) -> tuple[str, ...]:
    """What a page says beside its picture: where the model agrees, what its ranges held, which tables have gaps."""
    known = trunk_words(task)
    return (f"{known[:1].upper()}{known[1:]}.", covered_words(task), *_size(task), *_ages(person))


def _who(person: Person) -> str:
    if is_reference(person):
        return f"This is a reference person of {REFERENCE_AGE}, not you: nothing was measured or told."
    return "Your own numbers, where you gave them."


def _missing(person: Person) -> list[str]:
    ranges = {
        "straight-leg raise": person.straight_leg_raise,
        "hip flexion": person.hip_flexion,
        "hip extension": person.hip_extension,
        "lumbar flexion": person.lumbar_flexion,
    }
    if person.trunk_bend_t12 is not None:
        del ranges["lumbar flexion"]
    absent = [name for name, measured in ranges.items() if measured is None]
    if not absent or is_reference(person):
        return []
    return [f"Not measured, so taken from published averages: {', '.join(absent)}."]


def _ages(person: Person) -> list[str]:
    age = REFERENCE_AGE if person.age is None else person.age
    if any(low < age < high for low, high in TABLE_AGES):
        return ["One of the two hip tables has no row for this age: its neighbouring ages are mixed in proportion."]
    return []


def _size(task: Task) -> list[str]:
    if POSES[task].posture.seat:
        return ["Height and mass change nothing here: springs and seat are taken to grow together with the body."]
    return ["Height and mass change nothing here: the springs are taken to grow with the body."]


def _curves(task: Task) -> list[str]:
    if any(POSES[task].posture.knees):
        return ["The second published family of hip curves knows no knee bend: its answer beside ours means little here."]
    return []


def state(missing: tuple[str, ...]) -> str:
    """What the answer is worth, and if little, because of which inputs."""
    if missing:
        return f"Not validated, because of {'; '.join(missing)}."
    return "Here the model agrees with the studies it was compared with; single people differ more than their averages."
