"""What the model assumed, in words fit for the person."""

from psoas.mechanics.person import REFERENCE_AGE, Person, is_reference
from psoas.mechanics.tasks import POSES, Task, validation_of

TABLE_AGES = ((25.0, 55.0), (65.0, 70.0))
"""Between these ages the second hip table has no row."""


def assumptions(person: Person, task: Task, *, fixed_effort: bool, solved: float) -> tuple[str, ...]:
    """In the order of what matters most."""
    said = [_who(person), *_missing(person), *_ages(person), _state(task), *_curves(task)]
    if fixed_effort:
        said.append("At the effort that the same body with average ranges needs for this bend, not at the same angle.")
    if solved < 1:
        said.append(
            f"{round(100 * (1 - solved))} % of the bodies that fit these numbers cannot take this position; they are left out."
        )
    return tuple(said)


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
    absent = [name for name, measured in ranges.items() if measured is None]
    if not absent or is_reference(person):
        return []
    return [f"Not measured, so taken from published averages: {', '.join(absent)}."]


def _ages(person: Person) -> list[str]:
    age = REFERENCE_AGE if person.age is None else person.age
    if any(low < age < high for low, high in TABLE_AGES):
        return ["One of the two hip tables has no row for this age: its neighbouring ages are mixed in proportion."]
    return []


def _curves(task: Task) -> list[str]:
    if any(POSES[task].posture.knees):
        return ["With bent knees the two published families of hip curves disagree most: hence the wide range."]
    return []


def _state(task: Task) -> str:
    if validation_of(task) == "validated":
        return "This movement agrees with the studies it was compared with; single people differ more than their averages."
    why = POSES[task].unchecked or "The model does not yet agree with the studies of this movement."
    return f"Not validated. {why}"
