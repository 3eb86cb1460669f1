"""Where the model's answer may be called validated: only inside what was compared with people.

Everything else is not wrong, but nobody has looked; the answer then names the input that lies outside.
"""

import numpy as np
from loadsharing.coverage import AIM, counted
from loadsharing.facts import tried
from text_tables import rows

from psoas.mechanics.coverage import coverages
from psoas.mechanics.envelope import outside, trials, validation_of
from psoas.mechanics.share_estimate import share_of
from psoas.mechanics.subject import Subject


def pair(told: str) -> dict[str, float]:
    """Chest and sacrum of a full bend."""
    chest, sacrum = map(float, told.split(", "))
    return {"trunk_bend_t12": chest, "trunk_bend_s1": sacrum}


def test_the_badge_follows_the_inputs() -> None:
    """Between two inclinations that agree with a study, nothing fused, usual ranges, ages and sizes."""
    table = """
        task            | trunk | known                | badge         | names
        forward-bend    | 15    |                      | validated     |
        forward-bend    | 70    |                      | validated     |
        forward-bend    | 75    |                      | not-validated | trunk
        forward-bend    | 80    |                      | not-validated | D7 at 80°
        forward-bend    | 100   |                      | validated     |
        forward-bend    | 10    |                      | not-validated | trunk
        forward-bend    | 120   |                      | not-validated | trunk
        forward-bend    | 60    | fused = L4-L5        | not-validated | fused
        forward-bend    | 60    | age = 40             | validated     |
        forward-bend    | 60    | age = 72             | not-validated | age
        forward-bend    | 60    | mass_kg = 150        | not-validated | body mass
        forward-bend    | 60    | hip_flexion = 70     | not-validated | bend of the hip
        forward-bend    | 60    | lumbar_flexion = 20  | not-validated | bend of the lower back
        forward-bend    | 100   | trunk_bend = 95, 50  | not-validated | further than
        forward-bend    | 95    | trunk_bend = 95, 50  | validated     |
        sitting         | 0     |                      | validated     |
        sitting         | 44.3  |                      | not-validated | trunk
        sit-to-stand    | 44.3  |                      | not-validated | D5
        squat           | 40    |                      | validated     |
        squat           | 80    |                      | not-validated | trunk
        terminal-stance | 0     |                      | validated     |
        seated-rotation | 45    |                      | not-validated | hips was not
    """
    for row in rows(table):
        name, _, told = row["known"].partition(" = ")
        known = {} if not told else {name: (told,) if name == "fused" else float(told)} if name != "trunk_bend" else pair(told)
        person, task, trunk = Subject(**known), row["task"], float(row["trunk"])  # type: ignore[arg-type]
        says = outside(person, task, trunk)  # type: ignore[arg-type]

        assert validation_of(person, task, trunk) == row["badge"], row  # type: ignore[arg-type]
        assert row["names"] in " ".join(says), row
        assert bool(says) == (row["badge"] == "not-validated"), row


def test_a_document_carries_the_badge_and_its_reason() -> None:
    """The reason stands in `outside` and in words."""
    found = share_of(Subject(age=80), "forward-bend", trunk=60, rng=np.random.default_rng(1))

    assert found.validation == "not-validated"
    assert found.outside == ("age: tried from 18 to 50 years only",)
    assert any("Not validated, because of age" in line for line in found.says)


def test_what_the_room_says_of_its_trials_is_what_they_give() -> None:
    """Nobody can call a movement validated by hand."""
    assert trials() == tried()


def test_what_the_room_says_of_its_ranges_is_what_they_hold() -> None:
    """Percent of each study's bell curve inside the range that is shown; where it is not 85 to 95, it is said why."""
    assert coverages() == counted()
    assert all(bool(row.why) == (not AIM[0] <= row.held <= AIM[1]) for row in coverages())
    assert sum(not row.why for row in coverages()) >= 4
